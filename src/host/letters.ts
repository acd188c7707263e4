/** Letters of the inbox become events, for whoever holds the lock; each goes away once what it said is on the disk. */

import { acceptChoice } from '../choice/accept.js'
import type { StateDirectory } from '../journal/directory.js'
import { type Letter, putAside, readInbox, removeLetter } from '../journal/inbox.js'
import type { RunEvent } from '../scheduler/event.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import { learnSecrets } from './scrub.js'

/** What to do once all that was recorded is durable. */
export type WhenDurable = () => void

export class Letters {
  readonly #context: Context
  readonly #directory: StateDirectory
  /** Told of already; they could not be moved out of the way. */
  readonly #told = new Set<string>()

  constructor(context: Context, directory: StateDirectory) {
    this.#context = context
    this.#directory = directory
  }

  /** Something lies there that was not told of already. */
  hasNews(): boolean {
    return readInbox(this.#directory).some(({ id }) => !this.#told.has(id))
  }

  /** `record` folds what it is given into `state`, so that each letter is judged by what the one before it changed. */
  take(state: RunState, record: (event: RunEvent) => void): WhenDurable[] {
    const taken: WhenDurable[] = []
    for (const found of readInbox(this.#directory)) {
      // A run that is over takes nothing more; what came too late is told by whoever sent it.
      if (state.status === 'completed' || state.status === 'abandoned') break
      if (this.#told.has(found.id)) continue
      if ('fault' in found) this.#refuse(found.id, found.fault)
      else if (found.letter.run !== state.run)
        this.#refuse(found.id, `it is for run ${found.letter.run}, and this is ${state.run}`)
      else {
        // A host that died between the journal and the removal left it behind.
        if (!state.letters.has(found.id)) this.#open(found.id, found.letter, state, record)
        taken.push(() => removeLetter(this.#directory, found.id))
      }
    }
    return taken
  }

  #open(id: string, letter: Letter, state: RunState, record: (event: RunEvent) => void): void {
    if (letter.kind === 'abandon') {
      record({ type: 'abandon-asked', reason: letter.reason, who: letter.who, letter: id })
      return
    }
    const { choice } = letter
    const accepted = acceptChoice(state, choice)
    if (accepted.ok) {
      learnSecrets([accepted.value], this.#context.secrets)
      record({ type: 'choice-made', choice: accepted.value, letter: id })
      return
    }
    const { code, message } = accepted.error
    record({ type: 'choice-refused', choice, letter: id, code, message })
  }

  #refuse(id: string, why: string): void {
    const moved = putAside(this.#directory, id)
    if (moved === null) this.#told.add(id)
    this.#context.emit({
      type: 'notice',
      code: 'host.letter-refused',
      message: `${id} in ${this.#directory.inbox} is not taken: ${why}.`,
      hint: moved === null ? 'It could not be moved away; look who put it there.' : `It is now ${moved}.`,
    })
  }
}
