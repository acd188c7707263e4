/** What every report has in common: it is told of events, of the end, and that it may go. */

import type { Diagnostic } from '../manifest/step.js'
import type { Event } from '../scheduler/event.js'
import type { Verdict } from '../scheduler/model.js'

/** How a command ended, as its exit status tells it. */
export interface Conclusion {
  committed: boolean
  /** Whether anything on the machine may differ from before. */
  changed: boolean
  exit: number
  /** Of a check. */
  verdict?: Verdict
  /** Of a run. `running`: another process carries it, and this one looks on no more. */
  state?: 'completed' | 'waiting' | 'interrupted' | 'abandoned' | 'failed' | 'running'
  run?: string
  /** Milliseconds that this command carried the run. */
  took?: number
  /** Milliseconds since the commit by the wall clock, where a command before this one made it. */
  sinceCommit?: number
  /** Why the command was refused, from protocol/errors.json; then `message` says it in a sentence. */
  code?: string
  message?: string
  hint?: string
  /** One line each. */
  details?: string[]
  /** All problems of a file that a person wrote. */
  diagnostics?: Diagnostic[]
  /** Commands to type next, the first one first; what the state suggests where absent. */
  next?: string[]
}

export interface Reporter {
  event(event: Event): void
  /** Takes note of an event of the past without showing it. */
  learn(event: Event): void
  /** At most once, after the last event. */
  end(conclusion: Conclusion): void
  /** Gives the terminal back, any number of times; the next event may take it again. */
  close(): void
}

/** Monotonic milliseconds, and a timer that does not keep the process alive. */
export interface Clock {
  now(): number
  every(ms: number, tick: () => void): () => void
}

export type Write = (text: string) => void
