/** Puts the units of resuming and holding where systemd finds them, and takes away those that nothing needs any more. */

import { lstatSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { reason } from '../journal/failure.js'
import { syncFolder, syncParent } from '../journal/file-ops.js'
import { replaceFile } from '../journal/replace-file.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'
import { dropInName, dropInText, header, holdPath, resumeUnit, resumeUnitText } from './units.js'

export interface Installing {
  /** Units that any of the manifests holds. */
  holds: Iterable<string>
  /** What runs `edgewise`: a program and what stands before its arguments. */
  program: string[]
  /** A tree to write into instead of this machine; nothing is run for it. */
  root?: string
  /** Only say what would be done. */
  dryRun?: boolean
}

export interface Change {
  what: 'wrote' | 'kept' | 'removed' | 'unchanged'
  /** Absolute, on this machine. */
  path: string
  why?: string
}

export interface Installed {
  changes: Change[]
  /** Whether systemd was told; null where there is nobody to tell. */
  reloaded: boolean | null
}

class Obstacle extends Error {}

export async function installUnits(
  context: Context,
  { holds, program, root, dryRun = false }: Installing,
): Promise<Fallible<Installed, Refusal>> {
  const { stateDir } = context
  const wanted = new Set(holds)
  const folder = join(root ?? '/', 'etc/systemd/system')
  const changes: Change[] = []
  try {
    const write = (path: string, text: string): void => {
      const before = ours(root, path)
      const what = before === text ? 'unchanged' : 'wrote'
      changes.push({ what, path })
      if (dryRun || what === 'unchanged') return
      makeFolder(dirname(path))
      replaceFile(path, text, 0o644)
    }
    write(join(folder, resumeUnit), resumeUnitText({ stateDir, program }))
    const enabled = join(folder, 'multi-user.target.wants', resumeUnit)
    const isEnabled = lstatSync(enabled, { throwIfNoEntry: false }) !== undefined
    changes.push({ what: isEnabled ? 'unchanged' : 'wrote', path: enabled })
    if (!dryRun && !isEnabled) {
      within(root, enabled)
      makeFolder(dirname(enabled))
      symlinkSync(`/etc/systemd/system/${resumeUnit}`, enabled)
      syncParent(enabled)
    }
    for (const unit of [...wanted].sort())
      write(join(folder, `${unit}.d`, dropInName), dropInText(stateDir, unit))
    for (const path of dropIns(root, folder)) {
      const unit = basename(dirname(path)).slice(0, -2)
      if (wanted.has(unit)) continue
      const held = lstatSync(join(root ?? '/', holdPath(stateDir, unit)), { throwIfNoEntry: false })
      if (held) {
        changes.push({ what: 'kept', path, why: 'the unit is still held' })
        continue
      }
      changes.push({ what: 'removed', path, why: 'no manifest that was named holds the unit' })
      if (!dryRun) remove(path)
    }
  } catch (error) {
    return err(unwritable(folder, error))
  }
  const changed = changes.some(({ what }) => what === 'wrote' || what === 'removed')
  if (root !== undefined || !context.systemctl) return ok({ changes, reloaded: null })
  if (dryRun || !changed) return ok({ changes, reloaded: false })
  const told = await context.systemctl(['daemon-reload'], 90_000)
  if (told.status === 0) return ok({ changes, reloaded: true })
  return err({
    code: 'host.not-reloaded',
    status: status.internal,
    message: `The units are written, and systemd did not read them: ${told.problem}.`,
    hint: 'Run `systemctl daemon-reload` and see what it says.',
  })
}

/** The text of a file of ours, or null where there is none. Throws where something else is in its place. */
function ours(root: string | undefined, path: string): string | null {
  within(root, path)
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats) return null
  if (!stats.isFile()) throw new Obstacle(`${path} is there already and is no file of its own`)
  const text = readFileSync(path, 'utf8')
  if (text.startsWith(`${header}\n`)) return text
  throw new Obstacle(`${path} is there already, and is not from install-units`)
}

/** A link in a tree that is not this machine's own leads out of it, to files of this machine. */
function within(root: string | undefined, path: string): void {
  if (root === undefined) return
  for (let at = dirname(path); at.length > root.length; at = dirname(at))
    if (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink())
      throw new Obstacle(`${at} is a symbolic link, and would lead out of ${root}`)
}

function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: 0o755 })
  if (first !== undefined) syncParent(first)
}

function dropIns(root: string | undefined, folder: string): string[] {
  if (!lstatSync(folder, { throwIfNoEntry: false })) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name.endsWith('.d'))
    .map(entry => join(folder, entry.name, dropInName))
    .filter(path => lstatSync(path, { throwIfNoEntry: false })?.isFile())
    .filter(path => ours(root, path) !== null)
}

function remove(path: string): void {
  rmSync(path)
  syncParent(path)
  const folder = dirname(path)
  if (readdirSync(folder).length > 0) return
  rmdirSync(folder)
  syncFolder(dirname(folder))
}

const unwritable = (folder: string, error: unknown): Refusal => ({
  code: 'host.units-unwritable',
  status: status.usage,
  message: `The units cannot be put into ${folder}: ${error instanceof Obstacle ? error.message : reason(error)}.`,
  hint: 'Run it as root, see what is in the way, or name a tree to write into with --root.',
})
