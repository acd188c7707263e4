/** What every report has in common: it is told of events, of the end, and that it may go. */

import type { Event } from '../scheduler/event.js'
import type { Verdict } from '../scheduler/model.js'

/** How a command ended, as its exit status tells it. */
export interface Conclusion {
  /** Of a check. */
  verdict?: Verdict
  /** Of a run. */
  state?: 'completed' | 'waiting' | 'interrupted' | 'abandoned' | 'failed'
  committed: boolean
  /** Whether anything on the machine may differ from before. */
  changed: boolean
  exit: number
  /** One sentence, where the command did not get as far as a verdict or a state. */
  message?: string
}

export interface Reporter {
  event(event: Event): void
  /** At most once, after the last event. */
  end(conclusion: Conclusion): void
  /** Gives the terminal back. Any number of times, with or without an end before it. */
  close(): void
}

/** Monotonic milliseconds, and a timer that does not keep the process alive. */
export interface Clock {
  now(): number
  every(ms: number, tick: () => void): () => void
}

export type Write = (text: string) => void
