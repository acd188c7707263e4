/** Time as the sandbox sees it: milliseconds that only go forward, and one-shot alarms. Tests pass their own. */

export interface Clock {
  /** Monotonic milliseconds: stands still while the machine is suspended, does not jump when its clock is set. */
  now(): number
  /** Calls back once, `ms` from now; the returned function calls it off. */
  after(ms: number, run: () => void): () => void
}

/** setTimeout fires at once when asked to wait longer than this. */
const LONGEST = 2 ** 31 - 1

export const realClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST))
    return () => clearTimeout(timer)
  },
}
