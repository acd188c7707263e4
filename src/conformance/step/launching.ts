/** What is really started for a play: the program's argv and the circumstances go in, the longer argv comes out. */

import { spawnSync } from 'node:child_process'
import { closeSync, constants, openSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { abilities, readOnly } from './abilities.js'
import type { Scratch } from './scratch.js'
import { MARK } from './strays.js'

export const circumstances = [
  'empty-environment',
  'ascii-locale',
  'no-stderr',
  'no-reader',
  'read-only',
  'trace',
  'stops',
  'stuffed',
] as const
export type Circumstance = (typeof circumstances)[number]

export interface Launching {
  argv: string[]
  cwd?: string
  env?: Record<string, string>
  /** Where stdout goes instead of the usual pipe. */
  fifo?: Fifo
  traceFile?: string
}

const SH = '/bin/sh'
let serial = 0

export function launching(argv: string[], under: Circumstance | undefined, scratch: Scratch): Launching {
  const { strace, unshare } = abilities()
  const into = (fifo: Fifo): string[] => [SH, '-c', 'exec "$@" >"$0"', fifo.path, ...argv]
  switch (under) {
    case 'empty-environment':
      return { argv: ['/usr/bin/env', '-i', `${MARK}=${scratch.mark}`, ...argv], cwd: '/' }
    case 'ascii-locale':
      return { argv, env: { LC_ALL: 'C', LANG: 'C' } }
    case 'no-stderr':
      return { argv: [SH, '-c', 'exec "$@" 2>/dev/null', SH, ...argv] }
    case 'no-reader': {
      const fifo = makeFifo(scratch)
      return { argv: into(fifo), fifo }
    }
    case 'read-only':
      return { argv: [...unshare!, SH, '-c', readOnly, scratch.root, ...argv] }
    case 'trace': {
      const traceFile = join(scratch.root, `trace-${++serial}`)
      const what = ['-e', 'trace=execve,execveat,reboot', '-e', 'signal=none']
      return {
        argv: [strace!, '-f', '-qqq', '-v', '-s', '100000', ...what, '-o', traceFile, ...argv],
        traceFile,
      }
    }
    case 'stops': {
      // The signal is there when the write returns: the program stops before it can do anything else.
      const fifo = makeFifo(scratch)
      const what = ['-P', fifo.path, '-e', 'trace=write,writev', '-e', 'inject=write,writev:signal=SIGSTOP']
      return { argv: [strace!, '-f', '-qqq', '-o', '/dev/null', ...what, ...into(fifo)], fifo }
    }
    case 'stuffed': {
      const fifo = makeFifo(scratch, true)
      return { argv: into(fifo), fifo }
    }
    default:
      return { argv }
  }
}

export interface Fifo {
  path: string
  /** From now on somebody reads. */
  read(onBytes: (chunk: Uint8Array) => void): void
  /** Whoever writes from now on gets EPIPE. */
  leave(): void
  /** When every writer has gone, and all was read. */
  drained(): Promise<void>
}

/** Stuffed, it takes not a byte more until it is read: whoever writes to it waits. */
function makeFifo(scratch: Scratch, stuffed = false): Fifo {
  const path = join(scratch.root, `stdout-${++serial}`)
  const made = spawnSync('mkfifo', [path], { env: { PATH: '/usr/bin:/bin:/run/current-system/sw/bin' } })
  if (made.status !== 0) throw new Error(`mkfifo ${path}: ${made.stderr}`)
  // Held open for writing too, or it would be at its end before the program has opened it.
  let keep: number | undefined = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
  let fd: number | undefined = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  let stuffing = stuffed ? stuff(keep) : 0
  const letGo = (): void => {
    if (keep !== undefined) closeSync(keep)
    keep = undefined
  }
  let socket: Socket | undefined
  let ended: Promise<void> | undefined
  return {
    path,
    read(onBytes) {
      if (socket || fd === undefined) return
      const open = new Socket({ fd, readable: true, writable: false })
      fd = undefined
      socket = open
      ended = new Promise<void>(resolve => open.once('close', () => resolve()))
      open.on('error', () => {})
      open.on('data', (chunk: Buffer) => {
        const own = Math.min(stuffing, chunk.length)
        stuffing -= own
        if (own < chunk.length) onBytes(chunk.subarray(own))
      })
    },
    leave() {
      letGo()
      if (fd !== undefined) closeSync(fd)
      fd = undefined
      socket?.destroy()
    },
    async drained() {
      letGo()
      await ended
    },
  }
}

/** Writes until there is no room for one byte, and says how many there were. */
function stuff(fd: number): number {
  let written = 0
  for (const size of [65_536, 4096, 1]) {
    const bytes = Buffer.alloc(size, '\n')
    try {
      for (;;) written += writeSync(fd, bytes)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
  return written
}
