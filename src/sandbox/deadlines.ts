/** How long a program may be silent, and how long it may take at all: valid lines go in, at most two alarms come out. */

import type { Timeouts } from '../manifest/step.js'
import type { Clock } from './clock.js'

export interface Deadlines {
  /** Something worth waiting for happened. Called for every valid line, so it only notes the time. */
  touch(): void
  /** While the host does not read, silence is not the program's. */
  pause(): void
  resume(): void
  stop(): void
}

export interface Alarms {
  /** Repeated at each further idle time, with the milliseconds since the last sign of life. */
  idle(quietMs: number): void
  total(): void
}

/** `past`: milliseconds that count already, for a program that was begun before. */
export function deadlines(
  timeouts: Timeouts,
  clock: Clock,
  alarms: Alarms,
  past = { total: 0, idle: 0 },
): Deadlines {
  const { idle, total } = timeouts
  let touched = clock.now() - past.idle
  let due = touched + (idle ?? 0)
  let paused = false
  let stopIdle = () => {}
  const stopTotal = total === null ? () => {} : afterAtLeast(clock, total - past.total, alarms.total)

  const arm = (limit: number): void => {
    stopIdle = clock.after(due - clock.now(), () => look(limit))
  }
  // One timer per idle time, not one per line: only when it fires is it seen whether there was a sign of life.
  const look = (limit: number): void => {
    const now = clock.now()
    const silent = !paused && touched + limit <= now && due <= now
    if (paused) due = now + limit
    else if (touched + limit > now) due = touched + limit
    else if (silent) due = now + limit
    arm(limit)
    if (silent) alarms.idle(now - touched)
  }
  if (idle !== null) arm(idle)

  return {
    touch() {
      touched = clock.now()
    },
    pause() {
      paused = true
    },
    resume() {
      paused = false
      touched = clock.now()
    },
    stop() {
      stopIdle()
      stopTotal()
    },
  }
}

/** A timer that is longer than the system's longest comes early: look again. */
function afterAtLeast(clock: Clock, ms: number, run: () => void): () => void {
  const due = clock.now() + ms
  let cancel = () => {}
  const arm = (): void => {
    cancel = clock.after(due - clock.now(), () => (clock.now() >= due ? run() : arm()))
  }
  arm()
  return () => cancel()
}
