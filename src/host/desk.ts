/**
 * Where the questions of a run that goes on are answered: by letters of the inbox, by answers that were given before, and
 * once nothing else is to be done by a person, here or elsewhere.
 */

import { type FSWatcher, watch } from 'node:fs'
import { acceptChoice } from '../choice/accept.js'
import type { Answers } from '../choice/answers.js'
import type { StateDirectory } from '../journal/directory.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Choice, Finding } from '../scheduler/model.js'
import type { RunState } from '../scheduler/state.js'
import type { Choosing } from './choose.js'
import type { Context } from './context.js'
import { Letters, type WhenDurable } from './letters.js'
import { tellProgram, waitingDocument } from './on-wait.js'
import { Standing } from './standing.js'

export interface Waiting {
  /** Stay while the run waits for a choice, for answers from elsewhere. */
  wait?: boolean
  /** A program that is told what the run waits for; words split at white space. */
  onWait?: string
}

export interface DeskOptions {
  directory: StateDirectory
  choosing: Choosing & Waiting
  answers: Answers | undefined
  /** Questions that these answers were offered already. */
  asked?: Iterable<Finding>
}

/** Where the system tells nothing of new files, a look at this many milliseconds finds them. */
const between = 1000

export class Desk {
  readonly #context: Context
  readonly #options: DeskOptions
  readonly #letters: Letters
  readonly #standing: Standing
  /** What a person answered here, and what is to be remembered. */
  #made: Choice[] = []
  #noted: RunEvent[] = []
  #watcher: FSWatcher | null = null
  #timer: NodeJS.Timeout | null = null
  readonly #listeners = new Set<() => void>()
  /** The questions that the program was last started for. */
  #announcing = ''
  readonly #closed = new AbortController()

  constructor(context: Context, options: DeskOptions) {
    this.#context = context
    this.#options = options
    this.#letters = new Letters(context, options.directory)
    this.#standing = new Standing(context, options.answers, options.choosing, options.asked)
  }

  /** `heard` is called when something may have come in. */
  open(heard: () => void): void {
    this.#listeners.add(heard)
    const ring = (): void => {
      for (const listener of [...this.#listeners]) listener()
    }
    try {
      this.#watcher = watch(this.#options.directory.inbox, { persistent: false }, ring)
      this.#watcher.on('error', () => this.#watcher?.close())
    } catch {
      // No folder, or no watches left: the timer alone will do.
    }
    this.#timer = setInterval(() => this.#letters.hasNews() && ring(), between)
    this.#timer.unref()
  }

  close(): void {
    this.#listeners.clear()
    this.#closed.abort()
    this.#watcher?.close()
    if (this.#timer) clearInterval(this.#timer)
  }

  /** All answers that are there, recorded in turn; then what to do once they are durable. */
  take(state: RunState, record: (event: RunEvent) => void): WhenDurable[] {
    for (const event of this.#noted.splice(0)) record(event)
    const taken = this.#letters.take(state, record)
    for (const choice of this.#made.splice(0)) {
      const accepted = acceptChoice(state, choice)
      if (accepted.ok) record({ type: 'choice-made', choice: accepted.value })
      else this.#tell(accepted.error.code, accepted.error.message)
    }
    if (state.status !== 'completed' && state.status !== 'abandoned')
      for (const choice of this.#standing.choicesFor(state)) record({ type: 'choice-made', choice })
    return taken
  }

  /** The run waits. True: look again, for something has come in; false: nobody answers here any more. */
  async rest(state: RunState): Promise<boolean> {
    const stop = new AbortController()
    const { interruption } = this.#context
    const ring = (): void => stop.abort()
    this.#listeners.add(ring)
    const deaf = interruption.onChange(ring)
    // Neither the watcher nor its timer keeps a host alive that has nothing more to do; who waits does.
    const stay = setInterval(() => {}, 3_600_000)
    // What came in since the last look has rung already.
    if (this.#letters.hasNews()) ring()
    try {
      const told = this.#announce(state)
      const goesOn = await this.#answered(state, stop.signal)
      // Whoever stays looks on meanwhile; whoever ends has it told before.
      if (!goesOn) await told
      return goesOn || stop.signal.aborted
    } finally {
      this.#listeners.delete(ring)
      deaf()
      clearInterval(stay)
    }
  }

  async #answered(state: RunState, signal: AbortSignal): Promise<boolean> {
    const { ask, wait } = this.#options.choosing
    if (ask) {
      const findings = [...state.questions.values()].map(question => question.finding)
      const asked = await ask({ findings, choices: [], open: findings, signal })
      if (signal.aborted) return true
      if (!asked.ok || asked.value.length === 0) return false
      this.#made = asked.value
      return true
    }
    if (wait && !signal.aborted)
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
    return wait === true
  }

  async #announce(state: RunState): Promise<void> {
    const { onWait } = this.#options.choosing
    const questions = [...state.questions.values()]
      .map(({ finding }) => `${finding.address} ${finding.fingerprint}`)
      .sort()
    const all = questions.join('\n')
    if (onWait === undefined || all === this.#announcing || all === state.announced.join('\n')) return
    this.#announcing = all
    const document = waitingDocument(state, this.#context)
    const told = await tellProgram(this.#context, onWait, document, this.#closed.signal)
    if (told.ok) this.#noted.push({ type: 'wait-announced', questions })
    else
      this.#tell('host.on-wait', `The program of --on-wait (${onWait}) did not do its part: ${told.error}.`)
  }

  #tell(code: string, message: string): void {
    this.#context.emit({ type: 'notice', code, message })
  }
}
