/** Ends a program that hangs: it, and how long it may do nothing, go in; a word on what it did goes out, once. */

import type { ProcessId } from '../../sandbox/processes.js'
import { lookAt, TICK_MS } from './asleep.js'

export interface Limits {
  /** Milliseconds in which it may be seen asleep without a word. */
  patience: number
  /** Milliseconds of processor time. */
  cpu: number
}

export interface Watch {
  stop(): void
  /** Milliseconds for which it has been seen asleep, since it last said something. */
  idle(): number
  /** From now on it may sleep: it waits for the suite. */
  pause(): void
  goOn(): void
}

const LOOK_MS = 150

/** Ends what does nothing for too long, or too much. Who only waits for a busy machine is neither. */
export function watcher(
  running: ProcessId,
  words: () => number,
  { patience, cpu }: Limits,
  stop: (why: string) => void,
): Watch {
  let asleep = 0
  let paused = false
  let said = -1
  let ticks = -1
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    // The suite itself may have been kept from looking: that time says nothing.
    const passed = Math.min(now - last, 2 * LOOK_MS)
    last = now
    const look = lookAt(running)
    if (words() !== said || paused) asleep = 0
    else if (look.asleep && look.ticks - ticks <= 1) asleep += passed
    said = words()
    ticks = look.ticks
    if (asleep >= patience) stop(`it did nothing at all for ${seconds(patience)}, and was not over`)
    else if (look.ticks * TICK_MS > cpu) stop(`it used the processor for ${seconds(cpu)}, and was not over`)
  }, LOOK_MS)
  return {
    stop: () => clearInterval(timer),
    idle: () => asleep,
    pause() {
      paused = true
    },
    goOn() {
      paused = false
    },
  }
}

const seconds = (ms: number): string => `${ms / 1000} ${ms === 1000 ? 'second' : 'seconds'}`
