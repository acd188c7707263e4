/** Events of a run on their way: folded at once, durable together, and only then shown and built upon. */

import type { Fallible } from '../fallible.js'
import type { JournalFailure } from '../journal/failure.js'
import type { Writer } from '../journal/writer.js'
import type { RunEvent } from '../scheduler/event.js'
import { fold } from '../scheduler/fold.js'
import type { RunState } from '../scheduler/state.js'

export class Batch {
  readonly #state: RunState
  readonly #writer: Writer
  readonly #emit: (event: RunEvent) => void
  /** Folded, not yet durable. */
  #pending: RunEvent[] = []
  /** What may happen once the pending events are durable, or will never be. */
  #waiting: (() => void)[] = []
  #failure: JournalFailure | null = null

  constructor(state: RunState, writer: Writer, emit: (event: RunEvent) => void) {
    this.#state = state
    this.#writer = writer
    this.#emit = emit
  }

  /** The journal's: nothing is durable from then on. */
  get failure(): JournalFailure | null {
    return this.#failure
  }

  get isEmpty(): boolean {
    return this.#pending.length === 0
  }

  get isAwaited(): boolean {
    return this.#waiting.length > 0
  }

  record(event: RunEvent): void {
    fold(this.#state, event)
    if (this.#failure) return
    this.#writer.append(event)
    this.#pending.push(event)
  }

  /** Something else that has to be on the disk could not be brought there. */
  fail(failure: JournalFailure): void {
    this.#failure ??= failure
  }

  /** Called after the next flush, whose `failure` is to be looked at. */
  whenFlushed(go: () => void): void {
    this.#waiting.push(go)
  }

  /** One write and one sync for all that is pending. */
  flush(): void {
    const flushed: Fallible<void, JournalFailure> =
      this.#failure === null ? this.#writer.flush() : { ok: false, error: this.#failure }
    if (flushed.ok) for (const event of this.#pending) this.#emit(event)
    else this.#failure ??= flushed.error
    this.#pending = []
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
  }
}
