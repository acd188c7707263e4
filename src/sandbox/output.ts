/** Where a program's output comes from, a pipe or a file that is followed: both deliver bytes, drain and close alike. */

import type { Readable } from 'node:stream'
import type { Clock } from './clock.js'
import { bound } from './disk.js'
import { follow } from './follow.js'
import { tail, tailOfFile } from './tail.js'

export interface Output {
  pause(): void
  resume(): void
  /** To be called after the program's exit, any number of times: settles when all that was written by then is delivered. True if it really ended. */
  drained(): Promise<boolean>
  close(): void
}

/** A grandchild may hold a pipe open for ever: nothing for this long after the exit counts as the end. */
export const DRAIN_MS = 2000

/** And one that never stops writing is not listened to for longer than this. */
const LONGEST_DRAIN_MS = 10_000

const DISK_MS = 1000

export function piped(stream: Readable, onBytes: (chunk: Uint8Array) => void, clock: Clock): Output {
  let last = clock.now()
  let paused = false
  let ended = false
  let settle = (_: boolean) => {}
  let stop = () => {}
  const end = (really: boolean): void => {
    stop()
    ended = true
    settle(really)
  }
  stream.on('data', (chunk: Uint8Array) => {
    last = clock.now()
    onBytes(chunk)
  })
  stream.on('end', () => end(true))
  stream.on('error', () => end(true))
  return {
    pause() {
      paused = true
      stream.pause()
    },
    resume() {
      paused = false
      last = clock.now()
      stream.resume()
    },
    drained() {
      if (ended) return Promise.resolve(true)
      const exited = clock.now()
      const look = (): void => {
        const now = clock.now()
        const due = Math.min(Math.max(last, exited) + DRAIN_MS, exited + LONGEST_DRAIN_MS)
        if (!paused && now >= due) end(false)
        else stop = clock.after(paused ? DRAIN_MS : due - now, look)
      }
      return new Promise(resolve => {
        settle = resolve
        look()
      })
    },
    close() {
      stop()
      stream.destroy()
    },
  }
}

/** stdout on a file. The writer has exited when it is drained, so what the file holds is all there is. */
export function followed(path: string, onBytes: (chunk: Uint8Array) => void, clock: Clock): Output {
  const follower = follow(path, onBytes, { clock })
  return {
    pause: () => follower.pause(),
    resume: () => follower.resume(),
    async drained() {
      await follower.drain()
      return true
    },
    close: () => follower.close(),
  }
}

/** The last lines of stderr, wherever it goes. */
export interface Log extends Output {
  lines(): string[]
}

export function pipedLog(stream: Readable, clock: Clock): Log {
  const kept = tail()
  return { ...piped(stream, chunk => kept.push(chunk), clock), lines: () => kept.lines() }
}

/** stderr on a file is not read while the program runs, only kept from filling the disk. */
export function filedLog(path: string, clock: Clock): Log {
  const giveBack = bound(path, size => size - 1024 * 1024)
  let stop = () => {}
  const look = (): void => {
    stop = clock.after(DISK_MS, () => {
      giveBack()
      look()
    })
  }
  look()
  return {
    pause() {},
    resume() {},
    drained: () => Promise.resolve(true),
    close: () => stop(),
    lines: () => tailOfFile(path),
  }
}
