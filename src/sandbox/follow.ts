/** Reads a file that another process appends to, as it grows: a path goes in, its bytes come out in order. */

import { closeSync, constants, type FSWatcher, fstatSync, openSync, readSync, watch } from 'node:fs'
import type { Clock } from './clock.js'
import { realClock } from './clock.js'
import { bound, KEPT } from './disk.js'

/** Watch events can be missed or not to be had (too many watches): a look each quarter of a second finds the rest. */
const POLL_MS = 250

/** Bytes read in one turn, so that one flood does not keep the host from the others. */
const TURN = 1024 * 1024

/** One for all followers: reading is synchronous, so the bytes are only good until the callback returns. */
const buffer = Buffer.allocUnsafeSlow(64 * 1024)

export interface Follower {
  /** Reads on to where the file ends now. */
  drain(): Promise<void>
  pause(): void
  resume(): void
  close(): void
}

export interface FollowOptions {
  clock?: Clock
  /** Off: only the poll and `drain` read. */
  watched?: boolean
  /** Bytes the file may hold on disk before what was read is given back. */
  kept?: number
}

/** Throws what `open` throws. `onBytes` must copy what it keeps. */
export function follow(
  path: string,
  onBytes: (chunk: Uint8Array) => void,
  options: FollowOptions = {},
): Follower {
  const { clock = realClock, watched = true, kept = KEPT } = options
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  let offset = 0
  let open = true
  let paused = false
  let turn: NodeJS.Immediate | undefined
  let stopPoll = () => {}

  /** True when there may be more. */
  const read = (most: number): boolean => {
    for (let taken = 0; taken < most; ) {
      const count = readSync(fd, buffer, 0, Math.min(buffer.length, most - taken), offset)
      if (count === 0) {
        // Someone with `> /dev/stdout` emptied the file: what it holds now was written since. (Where as much was
        // written again before we looked, it cannot be told: authors are warned of `> /dev/stdout`.)
        if (fstatSync(fd).size >= offset) return false
        offset = 0
        continue
      }
      offset += count
      taken += count
      onBytes(buffer.subarray(0, count))
      if (!open) return false
    }
    return true
  }
  const pump = (): void => {
    if (!open || paused || turn) return
    if (!read(TURN)) return
    turn = setImmediate(() => {
      turn = undefined
      pump()
    })
  }
  const giveBack = bound(path, () => offset, kept)
  const poll = (): void => {
    stopPoll = clock.after(POLL_MS, () => {
      pump()
      giveBack()
      if (open) poll()
    })
  }

  const watcher = watched ? tryWatch(path, pump) : undefined
  poll()
  return {
    async drain() {
      if (!open) return
      // Not past what is there now: a writer that never stops must not hold the host. Nor must what a flood left.
      const { size } = fstatSync(fd)
      for (let left = size < offset ? size : size - offset; left > 0; left -= TURN) {
        if (!open || !read(Math.min(left, TURN))) return
        if (left > TURN) await new Promise(resolve => setImmediate(resolve))
      }
    },
    pause() {
      paused = true
    },
    resume() {
      paused = false
      pump()
    },
    close() {
      if (!open) return
      open = false
      stopPoll()
      watcher?.close()
      clearImmediate(turn)
      closeSync(fd)
    },
  }
}

function tryWatch(path: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(path, onChange)
    watcher.on('error', () => watcher.close())
    return watcher
  } catch {
    return undefined
  }
}
