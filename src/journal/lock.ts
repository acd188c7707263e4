/**
 * The lock on a state directory. The kernel holds it, on our open file: it is free the moment its holder is gone, however
 * that went, and nothing stale stays behind. What is written in the file only serves the message.
 */

import { spawnSync } from 'node:child_process'
import { closeSync, constants, ftruncateSync, readFileSync, writeSync } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import type { StateDirectory } from './directory.js'
import { errno, type JournalFailure, reason } from './failure.js'
import { disk } from './file-ops.js'
import { bootId } from './machine.js'
import { openOwnFile } from './own-file.js'

export interface Holder {
  pid: number
  /** ISO 8601, UTC. */
  since: string
  /** What it was started to do, without values that people typed. */
  command: string
}

export interface LockFailure extends JournalFailure {
  /** Who holds it, where that can be told. */
  holder?: Holder
}

export interface Lock {
  /** False once the file was deleted or replaced: another host may hold the one that is there now. */
  isHeld(): boolean
  release(): void
}

/** `flock` refuses with this status when somebody else holds the lock. */
const HELD = 1

/** `self` is told to whoever comes second. */
export function takeLock(
  state: StateDirectory,
  self: { since: string; command: string },
): Fallible<Lock, LockFailure> {
  const file = state.lock
  const opened = openOwnFile(file, constants.O_RDWR, { uid: state.uid, code: 'lock.unusable', create: true })
  if (!opened.ok) return opened
  const { fd } = opened.value
  // Node cannot lock a file. A child can, through our descriptor: the lock sits on the open file that we share with it.
  const flock = spawnSync('flock', ['-n', '-x', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', fd],
    env: { PATH: `/usr/bin:/bin:/run/current-system/sw/bin:${process.env.PATH ?? ''}`, LC_ALL: 'C' },
  })
  if (flock.status === HELD) {
    const held = heldBy(file, readHolder(state))
    closeSync(fd)
    return err(held)
  }
  if (flock.status !== 0) {
    closeSync(fd)
    return err(cannotLock(file, flock))
  }
  const { since, command } = self
  const text = JSON.stringify({
    pid: process.pid,
    start: startTime(process.pid),
    boot: bootId(),
    since,
    command,
  })
  try {
    ftruncateSync(fd, 0)
    writeSync(fd, `${text}\n`, 0)
  } catch {
    // A full disk keeps nobody from holding the lock; only the message of the second one is poorer.
  }
  let released = false
  return ok({
    isHeld: () => !released && disk.isStillAt(fd, file),
    release() {
      if (!released) closeSync(fd)
      released = true
    },
  })
}

/** Who holds the lock, as far as its file tells: for those who only look. */
export const lockHolder = (state: StateDirectory): Holder | undefined => readHolder(state)

/** The holder as the file names it, if that process is still the same one. */
function readHolder({ lock, uid }: StateDirectory): Holder | undefined {
  const opened = openOwnFile(lock, constants.O_RDONLY, { uid, code: 'lock.unusable' })
  if (!opened.ok) return undefined
  const { fd } = opened.value
  try {
    const { pid, start, boot, since, command } = JSON.parse(readFileSync(fd, 'utf8'))
    return boot === bootId() && startTime(pid) === start ? { pid, since, command } : undefined
  } catch {
    return undefined
  } finally {
    closeSync(fd)
  }
}

/** Clock ticks since boot, or null for a process that is gone. Field 22, counted behind the name, which may hold anything. */
export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

function heldBy(file: string, holder: Holder | undefined): LockFailure {
  const who = holder
    ? `process ${holder.pid} (${holder.command}), since ${holder.since}`
    : 'another process, which has not said who it is'
  return {
    code: 'lock.held',
    file,
    message: `${file} is held by ${who}.`,
    hint: holder
      ? `Wait for it, or look at it with \`ps -p ${holder.pid}\`; a stopped process still holds the lock.`
      : `Find it with \`fuser ${file}\`.`,
    ...(holder ? { holder } : {}),
  }
}

function cannotLock(file: string, flock: ReturnType<typeof spawnSync>): LockFailure {
  const missing = errno(flock.error) === 'ENOENT'
  const said = flock.error
    ? reason(flock.error)
    : String(flock.stderr).trim() || `flock ended with ${flock.status}`
  return {
    code: 'lock.unusable',
    file,
    message: missing
      ? `${file} cannot be locked: there is no program flock.`
      : `${file} cannot be locked: ${said}.`,
    hint: missing
      ? 'Install flock; it is part of util-linux.'
      : 'Put the state directory on a file system that has locks, with --state-dir.',
  }
}
