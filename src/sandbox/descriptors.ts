/** What the host itself must not pass on: descriptors that it was started with, and Node's raised limit of open files. */

import { execFile } from 'node:child_process'
import { closeSync, readdirSync, readFileSync } from 'node:fs'
import { pathOf } from './tools.js'

const O_CLOEXEC = 0o2000000

/** What most systems start programs with; more makes `select` unsafe and closing "all" descriptors slow. */
const SOFT_LIMIT = 1024

/** A program takes three descriptors of the host, its files and watches some more. */
const PER_PROGRAM = 4
const OWN = 256

/**
 * Closes the descriptors above stderr that a program would inherit, as a shell or a service manager may have left them.
 * Node opens its own close-on-exec, so only foreign ones are hit. For the command line, once, before it opens
 * anything; not for a library in someone else's process. `keep` names those that are still to be read.
 */
export function closeInherited(keep: readonly number[] = []): number[] {
  // An IPC channel to whoever started us looks foreign too.
  if (process.channel) return []
  const closed: number[] = []
  for (const entry of readdirSync('/proc/self/fd')) {
    const fd = Number(entry)
    if (fd <= 2 || keep.includes(fd) || !isInheritable(fd)) continue
    closeSync(fd)
    closed.push(fd)
  }
  return closed
}

/** The descriptors that arguments name, as the shell's `<(...)` does: /dev/fd/63, /proc/self/fd/63. */
export function namedDescriptors(argv: readonly string[]): number[] {
  return argv.flatMap(arg =>
    [...arg.matchAll(/\/(?:dev|proc\/self)\/fd\/([0-9]{1,7})(?![0-9])/g)].map(match => Number(match[1])),
  )
}

function isInheritable(fd: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'))?.[1]
    return flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0
  } catch {
    // The descriptor that readdir itself used.
    return false
  }
}

/**
 * Limits that programs inherit. Cores are off. Node raises its soft limit of open files to the hard one and programs would inherit that. Lowered once for the whole
 * process (Node cannot set limits, so prlimit does, 2 ms), it costs a start nothing; in the chain before each program
 * it would cost a fifth of a start. To be awaited before the first start. Without prlimit, or with a lower hard limit,
 * things stay as they are: this is tidiness, not a promise.
 */
export async function limitOwn(atOnce: number): Promise<void> {
  const soft = Math.max(SOFT_LIMIT, atOnce * PER_PROGRAM + OWN)
  const prlimit = pathOf('prlimit')
  if (!prlimit) return
  const files = openFiles() <= soft ? [] : [`--nofile=${soft}:`]
  // A core holds what was in memory, secrets too.
  const args = ['--pid', String(process.pid), '--core=0:0', ...files]
  await new Promise<void>(resolve => execFile(prlimit, args, { env: {} }, () => resolve()))
}

function openFiles(): number {
  const limits = readFileSync('/proc/self/limits', 'latin1')
  const soft = /^Max open files\s+(\S+)/m.exec(limits)?.[1]
  return soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft ?? 0)
}
