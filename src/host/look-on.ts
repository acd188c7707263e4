/**
 * Looks on while a unit carries a run: its journal is shown as it grows, questions are asked here and the answers sent to
 * it, and Ctrl-C is passed on. What is lost with the terminal, or with its session, is only this.
 */

import { watch } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import { findStateDirectory } from '../journal/directory.js'
import { GrowingJournal } from '../journal/growing.js'
import type { JournalRecord } from '../journal/record.js'
import { listRuns, type RunFolder } from '../journal/runs.js'
import { fold } from '../scheduler/fold.js'
import type { Choice } from '../scheduler/model.js'
import type { RunState } from '../scheduler/state.js'
import { answer } from './answer.js'
import { type RunReport, statusOf } from './apply.js'
import type { Choosing } from './choose.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { sinceCommit } from './since-commit.js'
import { type Status, status } from './status.js'
import type { End, Unit } from './unit.js'

/** Where the system tells nothing of a file that grew, a look at this many milliseconds finds it. */
const between = 250

export class Onlooker {
  readonly #context: Context
  readonly #run: string
  readonly #ask: Choosing['ask']
  #state: RunState | null = null
  #folder: RunFolder | null = null
  #journal: GrowingJournal | null = null
  #committed: JournalRecord | null = null
  readonly #isResumed: boolean
  /** Records that were read, and those that were shown. */
  #read = 0
  #seen: number
  #asked = ''
  /** Whoever was asked went away without an answer. */
  #deserted = false

  /** `seen` records of the run were shown already. */
  constructor(context: Context, run: string, seen: number, ask: Choosing['ask']) {
    this.#context = context
    this.#run = run
    this.#seen = seen
    this.#isResumed = seen > 0
    this.#ask = ask
  }

  async follow(unit: Unit): Promise<Fallible<RunReport, Refusal>> {
    const context = this.#context
    const begun = context.clock.now()
    let ended: End | null = null
    let wake = (): void => {}
    const over = unit.over.then(end => {
      ended = end
      wake()
    })
    const { interruption } = context
    const deaf = interruption.onChange(() => {
      if (!interruption.isDeserted) unit.signal('SIGINT')
      wake()
    })
    try {
      for (;;) {
        const read = this.#look()
        if (!read.ok) return read
        // The terminal is gone, or who waits for the unit is; the unit is not.
        if (interruption.isDeserted || (ended as End | null)?.isUnheard) {
          unit.letGo(this.#state !== null)
          return this.#lost(unit, begun)
        }
        if (ended !== null) break
        if (await this.#answered(unit, over)) continue
        await this.#change(next => {
          wake = next
        })
      }
    } finally {
      deaf()
    }
    const { status: exit, said } = ended as End
    if (this.#state === null) return err(notCommitted(unit, exit, said))
    // It was ended because nobody answers; what it is, is a run that waits.
    const waits = this.#deserted && this.#state.status === 'waiting'
    const waiting = this.#state.waitingFor === 'failure' ? status.failed : status.choice
    return ok(this.#report(waits ? waiting : ((exit ?? statusOf(this.#state, context)) as Status), begun))
  }

  #lost({ name }: Unit, begun: number): Fallible<RunReport, Refusal> {
    if (this.#state) {
      const message = `Nobody looks on here any more; the run goes on in the unit ${name}.`
      const hint = '`edgewise resume` looks on again, at a terminal; `edgewise status` shows where it stands.'
      this.#context.emit({ type: 'notice', code: 'host.unit', message, hint })
      return ok({ ...this.#report(statusOf(this.#state, this.#context), begun), goesOn: true })
    }
    return err({
      code: 'host.unit',
      status: status.interrupted,
      message: `The terminal went away; the run begins in the unit ${name} all the same.`,
    })
  }

  #report(exit: Status, begun: number): RunReport {
    const state = this.#state!
    const { plan, run } = state
    const took = this.#context.clock.now() - begun
    const since = this.#isResumed ? { sinceCommit: sinceCommit(this.#context, [this.#committed!]) } : {}
    const { prediction } = plan
    return { run, folder: this.#folder, plan, prediction, state, took, ...since, status: exit }
  }

  /** Shows what came in since the last look, and is on the disk. */
  #look(): Fallible<void, Refusal> {
    const { uid, stateDir } = this.#context
    if (!this.#folder) {
      const directory = findStateDirectory(stateDir, { uid })
      if (!directory.ok) return err(refusalOfJournal(directory.error))
      const runs = directory.value ? listRuns(directory.value) : ok([])
      if (!runs.ok) return err(refusalOfJournal(runs.error))
      this.#folder = runs.value.find(({ run, seq }) => run === this.#run && seq > 0) ?? null
      if (!this.#folder) return ok(undefined)
    }
    this.#journal ??= new GrowingJournal(this.#folder.journal, uid)
    const grown = this.#journal.look()
    if (!grown.ok) return err(refusalOfJournal(grown.error))
    const { records, isAnew } = grown.value
    if (isAnew) {
      this.#state = null
      this.#read = 0
    }
    for (const record of records) {
      this.#committed ??= record
      this.#state = fold(this.#state, record.event)
      if (++this.#read <= this.#seen) continue
      this.#seen = this.#read
      this.#context.emit(record.event)
    }
    return ok(undefined)
  }

  /** True where something was asked, whatever was said to it: then there is something new to look at. */
  async #answered(unit: Unit, over: Promise<void>): Promise<boolean> {
    const state = this.#state
    if (!this.#ask || state?.status !== 'waiting' || state.waitingFor === 'reboot') return false
    const findings = [...state.questions.values()].map(question => question.finding)
    const all = findings.map(({ address, fingerprint }) => `${address} ${fingerprint}`).join('\n')
    if (all === this.#asked) return false
    this.#asked = all
    const stop = new AbortController()
    void over.then(() => stop.abort())
    const asked = await this.#ask({ findings, choices: [], open: findings, signal: stop.signal })
    // Who went away has not declined: the unit waits, and whoever looks on next is asked.
    if (stop.signal.aborted || this.#context.interruption.isDeserted) return true
    // Nobody answers here: the unit would wait for ever.
    if (!asked.ok || asked.value.length === 0) {
      this.#deserted = true
      unit.signal('SIGTERM')
    }
    for (const choice of asked.ok ? asked.value : []) {
      const sent = await this.#send(choice)
      if (sent.ok) continue
      this.#context.emit({ type: 'notice', code: sent.error.code, message: sent.error.message })
      this.#asked = ''
    }
    return true
  }

  async #send(choice: Choice): Promise<Fallible<unknown, Refusal>> {
    const { address, answer: given } = choice
    const isTyped =
      given.kind === 'resolution' &&
      Object.values(given.input ?? {}).some(value => typeof value === 'object' && value.secret === 'memory')
    if (!isTyped) return answer(this.#context, () => ok(choice))
    return err({
      code: 'choice.secret-lost',
      status: status.usage,
      message: `A secret of ${address} was typed here, and the host is another process: choose ${address} with --input-file, from another terminal.`,
    })
  }

  #change(arm: (wake: () => void) => void): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(() => done(), between)
      const watcher = this.#folder ? watched(this.#folder.journal, () => done()) : null
      const done = (): void => {
        clearTimeout(timer)
        watcher?.close()
        arm(() => {})
        resolve()
      }
      arm(done)
    })
  }
}

function watched(file: string, told: () => void) {
  try {
    return watch(file, told).on('error', () => {})
  } catch {
    return null
  }
}

const notCommitted = ({ name }: Unit, exit: number | null, said: string): Refusal => ({
  code: 'host.unit',
  status: exit === null || exit === 0 ? status.internal : (exit as Status),
  message: `The unit ${name} ended before it had committed${exit === null ? '' : ` (status ${exit})`}${said === '' ? '.' : `: ${said}`}`,
  hint: `\`journalctl -u ${name}\` tells what it said; --foreground does without a unit.`,
})
