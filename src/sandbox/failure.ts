/** Why a program could not be started: what the system answered goes in, a code, a sentence and a hint come out. */

import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import type { Program } from '../manifest/step.js'
import type { Identity } from './identity.js'
import { packageOf, type Tool } from './tools.js'

export interface LaunchFailure {
  /** From protocol/errors.json. */
  code: `sandbox.${string}`
  message: string
  hint: string
}

/** What Node threw or emitted, told in terms of the program that was to run. */
export function failureOf(error: unknown, program: Program, identity: Identity): LaunchFailure {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException
  const what = `${program.executable} as ${identity.user}`
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return notFound(program, what)
    case 'EACCES':
      return {
        code: 'sandbox.denied',
        message: `${what} may not be executed, or its directory ${program.cwd} not be entered (EACCES).`,
        hint: `Give the file its x bits, let ${identity.user} pass every folder above it, and see that its file system is not mounted noexec.`,
      }
    case 'EPERM':
      return {
        code: 'sandbox.not-permitted',
        message: `The system does not let the host start ${what} (EPERM).`,
        hint: 'Run the host as root with the capabilities CAP_SETUID and CAP_SETGID, or name no other user.',
      }
    case 'E2BIG':
      return {
        code: 'sandbox.too-long',
        message: `The arguments and environment of ${what} are longer than the system takes (E2BIG).`,
        hint: 'One argument takes at most 128 KiB: put long values into `config` or into a file.',
      }
    case 'EMFILE':
    case 'ENFILE':
      return {
        code: 'sandbox.open-files',
        message: `${what} was not started: the host has no file descriptors left (${code}).`,
        hint: 'Lower --jobs, or raise the limit of open files (`ulimit -Hn`).',
      }
    case 'EAGAIN':
    case 'ENOMEM':
      return {
        code: 'sandbox.no-process',
        message: `${what} was not started: the system gave no process (${code}).`,
        hint: 'Lower --jobs, or raise the limit of processes (`ulimit -u`, TasksMax) or the memory of the machine.',
      }
    case 'ETXTBSY':
      return {
        code: 'sandbox.busy',
        message: `${what} was not started: the file is open for writing (ETXTBSY).`,
        hint: 'Wait until it is written, and replace programs by renaming a finished file over them.',
      }
    default:
      return { code: 'sandbox.start', message: `${what} was not started: ${message}.`, hint: HINT }
  }
}

const HINT =
  'Try the program by hand as that user; `edgewise validate` looks at every program of the manifest.'

/** ENOENT is said of the program, of the directory it is to run in, and of the interpreter in its first line. */
function notFound(program: Program, what: string): LaunchFailure {
  if (!isDirectory(program.cwd)) {
    return {
      code: 'sandbox.directory',
      message: `${what} was not started: its working directory ${program.cwd} is not there.`,
      hint: 'Create the directory, or correct `cwd`.',
    }
  }
  if (!exists(program.executable)) {
    return { code: 'sandbox.missing', message: `${program.executable} does not exist.`, hint: HINT }
  }
  const first = firstLine(program.executable)
  return {
    code: 'sandbox.interpreter',
    message: first.startsWith('#!')
      ? `${what} was not started: its interpreter ${JSON.stringify(first.slice(2).trimStart())} does not exist.`
      : `${what} was not started: the loader or a folder that it needs does not exist (ENOENT).`,
    hint: first.endsWith('\r')
      ? 'The file has Windows line ends: the carriage return is taken as part of the name. Convert it with `sed -i "s/\\r$//"`.'
      : 'Correct the first line of the file, or install what it names.',
  }
}

export const toolMissing = (tool: Tool, why: string): LaunchFailure => ({
  code: 'sandbox.tool',
  message: `${tool} is needed ${why} and is not installed.`,
  hint: `Install ${packageOf[tool]}.`,
})

export function outputFailure(
  path: string,
  error: unknown,
  program: Program,
  identity: Identity,
): LaunchFailure {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EMFILE' || code === 'ENFILE') return failureOf(error, program, identity)
  return {
    code: 'sandbox.output',
    message: `The file ${path} for the output of ${program.executable} was not created: ${message}.`,
    hint: 'See that its folder exists, has room, and holds no file of that name.',
  }
}

const MANAGERS = /^Failed to (?:start transient scope|connect to bus|add )/

/** What stood before a program when it was started. */
export interface Chained {
  program: Program
  identity: Identity
  /** Names of the programs before it. */
  chain: readonly string[]
  /** It was seen inside its scope or cgroup: whatever made those did its part. */
  isFenced: boolean
}

/**
 * What stands before the program says on stderr, with its name, when it fails: 127 and 126 when the program is not there or
 * not to be executed, 1 when it may not do what it was told. Only who stood there is believed: the program may say the same.
 */
export function chainFailure(
  status: number | null,
  stderr: () => readonly string[],
  chained: Chained,
): LaunchFailure | undefined {
  if (chained.chain.length === 0 || (status !== 127 && status !== 126 && status !== 1)) return undefined
  const { program, identity } = chained
  const said = stderr().find(line => line.trim() !== '') ?? ''
  const fence = fenceFailure(said, chained)
  if (fence) return fence
  const [, name] = /^(?:\S*\/)?(setpriv|prlimit|bwrap|unshare): /.exec(said) ?? []
  if (name === undefined || !chained.chain.includes(name)) return undefined
  if (name === 'bwrap' || name === 'unshare') return bubblewrapFailure(said, program, identity)
  if (status !== 1) {
    return failureOf({ code: status === 127 ? 'ENOENT' : 'EACCES' }, program, identity)
  }
  return {
    code: 'sandbox.not-permitted',
    message: `${program.executable} was not started as ${identity.user}: ${said}.`,
    hint: 'Run the host as root with its capabilities, or lower the `limits` of the step to what the host itself has.',
  }
}

/** systemd-run, and the shell that goes into a cgroup, say in their own words that they or the program failed. */
function fenceFailure(
  said: string,
  { program, identity, chain, isFenced }: Chained,
): LaunchFailure | undefined {
  const words = chain.includes('systemd-run')
    ? /^Failed to execute: (.*)$/
    : /^\S*\/edgewise-\S*: [0-9]+: exec: .*: (.*)$/
  const executed = words.exec(said)?.[1]
  if (executed !== undefined)
    return failureOf({ code: /denied/i.test(executed) ? 'EACCES' : 'ENOENT' }, program, identity)
  const isManagers = chain.includes('systemd-run') && !isFenced
  if (!said.startsWith('edgewise-fence: ') && !(isManagers && MANAGERS.test(said))) return undefined
  return {
    code: 'sandbox.fence',
    message: `${program.executable} was not started, because its end could not be made sure: ${said}.`,
    hint: /already/.test(said)
      ? 'An earlier start of it is still there: see `systemctl status` of that scope, and end it.'
      : 'Look for what keeps systemd or the kernel from it; `edgewise doctor` tries the same.',
  }
}

/** It exits with 1 whatever went wrong, and has the system's words for it. */
function bubblewrapFailure(said: string, program: Program, identity: Identity): LaunchFailure {
  if (/execvp .*: No such file or directory$/.test(said))
    return failureOf({ code: 'ENOENT' }, program, identity)
  if (/(?:execvp|chdir) .*: Permission denied$/.test(said))
    return failureOf({ code: 'EACCES' }, program, identity)
  return {
    code: 'sandbox.hold',
    message: `${program.executable} was not started, because it could not be held: ${said}.`,
    hint: 'See what this machine refuses to bwrap, or widen the step (`sandbox: {allow: [host]}`), and say why there.',
  }
}

const isDirectory = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

const exists = (path: string): boolean => {
  try {
    accessSync(path, constants.F_OK)
    return true
  } catch {
    return false
  }
}

function firstLine(path: string): string {
  try {
    return readFileSync(path, 'latin1').slice(0, 256).split('\n')[0]!
  } catch {
    return ''
  }
}
