/** A program and the account that is to run it: why it cannot start, as exactly as the kernel would know it. */

import { basename, join } from 'node:path'
import { executable, type Part, wordAfterEnv } from './executable.js'
import { type Code, quote, visible } from './problem.js'
import { barred, EXECUTE, may, READ, type Trail, type Walk } from './walk.js'
import type { Account, World } from './world.js'

export interface Obstacle {
  code: Code
  message: string
  hint: string
}

export interface Runner {
  account: Account
  /** How it is called in a sentence. */
  called: string
}

export interface Asking {
  world: World
  walk: Walk
  /** What was found to run a program, beside itself: interpreters, dynamic loaders, and what env finds. */
  met?: Set<string>
}

/** Scripts may name scripts; the kernel follows that not much further. */
const INTERPRETERS = 4

const shown = (path: string): string => visible(path, 120)

const wayEnds = (trail: Trail, path: string, runner: Runner): Obstacle | undefined => {
  const { failure } = trail
  if (!failure) {
    const folder = barred(runner.account, trail)
    return folder && unreachable(path, folder.path, runner)
  }
  if (failure.errno === 'EACCES') return unreachable(path, join(failure.path, '..'), runner)
  const link = trail.passed.at(-1)
  const missing = { code: 'manifest.program-missing' as const, hint: 'Create it, or correct the path.' }
  if (failure.errno === 'ENOTDIR')
    return {
      ...missing,
      message: `The program ${shown(path)} cannot be there: ${shown(failure.path)} is not a folder.`,
    }
  if (failure.errno === 'ELOOP')
    return { ...missing, message: `The program ${shown(path)} is a chain of links without an end.` }
  const dangling =
    link?.inode.kind === 'link'
      ? `: ${shown(link.path)} is a link to ${shown(link.inode.target!)}, which is missing`
      : ''
  const what = failure.errno === 'ENOENT' ? 'does not exist' : `cannot be looked at (${failure.errno})`
  return { ...missing, message: `The program ${shown(path)} ${what}${dangling}.` }
}

const unreachable = (path: string, folder: string, { called }: Runner): Obstacle => ({
  code: 'manifest.program-unreachable',
  message: `The program ${shown(path)} cannot be reached by ${called}, who may not enter ${shown(folder)}.`,
  hint: `Give others the x bit of that folder (chmod o+x ${shown(folder)}), or put the program elsewhere.`,
})

const contents = (
  asking: Asking,
  path: string,
  runner: Runner,
  search: readonly string[],
  depth: number,
): Obstacle | undefined => {
  const part: Part = (offset, length) => {
    const bytes = asking.world.part(path, offset, length)
    return bytes.ok ? bytes.value : undefined
  }
  const what = executable(part)
  const file = shown(path)
  if (what === undefined) return undefined
  const interpreter = (message: string, hint: string): Obstacle => ({
    code: 'manifest.program-interpreter',
    message,
    hint,
  })
  const inner = (next: string, role: string): Obstacle | undefined => {
    const obstacle = obstacleOf(asking, next, runner, search, depth + 1)
    return (
      obstacle &&
      interpreter(`The program ${file} needs the ${role} ${shown(next)}: ${obstacle.message}`, obstacle.hint)
    )
  }
  switch (what.kind) {
    case 'empty':
    case 'zeros': {
      const is = what.kind === 'empty' ? 'is empty' : 'holds nothing but zero bytes'
      const message = `The program ${file} ${is}: it would run as an empty script and seem to succeed.`
      return { code: 'manifest.program-empty', message, hint: 'Restore it; a crash may have cut it short.' }
    }
    case 'text':
      return {
        code: 'manifest.program-format',
        message: `The program ${file} is text without a \`#!\` line, which the kernel does not start.`,
        hint: 'Begin it with `#!/bin/sh` say, or name its interpreter first in argv.',
      }
    case 'unknown':
      return {
        code: 'manifest.program-format',
        message: `The program ${file} is neither a script nor an ELF program.`,
        hint: 'Name the program that runs it first in argv.',
      }
    case 'bad-script': {
      const line = quote(what.line)
      if (what.why === 'line-ending')
        return interpreter(
          `The program ${file} has CRLF line endings: the kernel looks for the interpreter ${quote(`${what.line.slice(2).trim()}\\r`)}.`,
          `Take the carriage returns away: sed -i 's/\\r$//' ${file}`,
        )
      if (what.why === 'too-long')
        return interpreter(
          `The first line of ${file} is longer than the 255 bytes that the kernel reads.`,
          'Shorten it.',
        )
      const why =
        what.why === 'no-name' ? 'names no interpreter' : 'names its interpreter without an absolute path'
      return interpreter(
        `The first line of ${file}, ${line}, ${why}.`,
        'Write `#!/bin/sh` or `#!/usr/bin/env python3`.',
      )
    }
    case 'elf':
      return what.loader === undefined ? undefined : inner(what.loader, 'dynamic loader')
    case 'script': {
      if (depth >= INTERPRETERS)
        return interpreter(
          `The program ${file} is a script that leads to scripts without an end.`,
          'Name a binary interpreter.',
        )
      if (!readable(asking, path, runner))
        return {
          code: 'manifest.program-not-executable',
          message: `The script ${file} may not be read by ${runner.called}, and its interpreter has to read it.`,
          hint: `chmod +r ${file}`,
        }
      const obstacle = inner(what.interpreter, 'interpreter')
      if (obstacle || basename(what.interpreter) !== 'env' || what.argument === undefined) return obstacle
      return afterEnv(asking, path, what.argument, runner, search, interpreter)
    }
  }
}

const afterEnv = (
  asking: Asking,
  path: string,
  argument: string,
  runner: Runner,
  search: readonly string[],
  interpreter: (message: string, hint: string) => Obstacle,
): Obstacle | undefined => {
  const after = wordAfterEnv(argument)
  if (!after || after.word.includes('/')) return undefined
  const file = shown(path)
  if (after.glued)
    return interpreter(
      `The first line of ${file} makes env search one program called ${quote(after.word)}.`,
      `Write \`#!/usr/bin/env -S ${visible(after.word, 80)}\`.`,
    )
  const { found } = find(asking, after.word, search, runner)
  if (found !== undefined) {
    asking.met?.add(found)
    return undefined
  }
  return interpreter(
    `The program ${file} asks env for ${quote(after.word)}, which is not in ${visible(search.join(':'), 120)}.`,
    `Install it, or set PATH in the step's env or \`path\` in the manifest.`,
  )
}

const readable = ({ world, walk }: Asking, path: string, { account }: Runner): boolean => {
  if (account.uid === world.uid) return world.part(path, 0, 1).ok
  const end = walk(path).end
  return end === undefined || may(account, end.inode, READ)
}

/** The first thing that keeps `runner` from executing the file at an absolute path. */
export const obstacleOf = (
  asking: Asking,
  path: string,
  runner: Runner,
  search: readonly string[],
  depth = 0,
): Obstacle | undefined => {
  const trail = asking.walk(path)
  const ends = wayEnds(trail, path, runner)
  if (ends || !trail.end) return ends
  const { inode } = trail.end
  const file = shown(path)
  if (depth > 0) asking.met?.add(path)
  if (inode.kind !== 'file')
    return {
      code: 'manifest.program-not-a-file',
      message: `The program ${file} is ${inode.kind === 'directory' ? 'a folder' : 'not a regular file'}.`,
      hint: 'Name the file to execute.',
    }
  if (!executableBy(asking, path, trail, runner)) {
    const nobody = (inode.mode & 0o111) === 0
    const allowed = may(runner.account, inode, EXECUTE)
    return {
      code: 'manifest.program-not-executable',
      message: `The program ${file} may not be executed by ${nobody ? 'anyone' : runner.called}.`,
      hint: allowed
        ? 'The kernel refuses it: is its file system mounted noexec?'
        : `chmod ${nobody ? '+x' : 'a+x'} ${file}`,
    }
  }
  return contents(asking, path, runner, search, depth)
}

/** The host's own access is asked of the kernel, which knows access lists too; another's follows from the bits. */
const executableBy = ({ world }: Asking, path: string, trail: Trail, { account }: Runner): boolean =>
  account.uid === world.uid ? world.mayExecute(path) : may(account, trail.end!.inode, EXECUTE)

/** A bare name in a search path: the first that may be executed, else the first that is there at all. */
export const find = (
  asking: Asking,
  name: string,
  search: readonly string[],
  runner: Runner | undefined,
): { found?: string; present?: string } => {
  let present: string | undefined
  for (const folder of search) {
    const path = join(folder, name)
    const trail = asking.walk(path)
    if (trail.end?.inode.kind !== 'file') continue
    if (!runner || (!barred(runner.account, trail) && executableBy(asking, path, trail, runner)))
      return { found: path }
    present ??= path
  }
  return present === undefined ? {} : { present }
}
