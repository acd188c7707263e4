/** The events of a run in, what has become of each task and step out: what a summary needs, and no more. */

import type { Event } from '../scheduler/event.js'
import type { Address, Choice, Ending, Finding, Findings, Plan, Task } from '../scheduler/model.js'
import { Asking, isAnswer } from './asking.js'
import type { Extension } from './extension.js'

export type Fate =
  | 'open'
  | 'running'
  | 'applied'
  | 'failed'
  | 'unknown'
  | 'stopped'
  | 'kept'
  | 'reverted'
  | 'skipped'
  | 'nothing'
  | 'done-by-hand'
  | 'unreached'
  | 'abandoned'

export interface TaskTally {
  task: Task
  fate: Fate
  /** Why it was skipped, not reached, abandoned or is in doubt: a sentence, or the task that is to blame. */
  because: string
  attempt: number
  applied: Set<Address>
  failed: { address: Address; code?: string; message?: string } | null
  ending: Ending | null
  /** Milliseconds of all attempts. */
  took: number
  inserted: boolean
  /** The last ending is that of its producer, which was to look again. */
  looked: boolean
  /** What it was before it was to be run again; a question puts it back there. */
  before: { fate: Fate; note: string } | null
}

export type Judged = Extract<Event, { type: 'choice-carried' | 'choice-invalidated' }>

export interface Verification {
  findings: Findings
  unresolved: Finding[]
  later: Finding[]
}

export class Tally {
  plan: Plan | null = null
  run = ''
  readonly tasks = new Map<string, TaskTally>()
  readonly verified = new Map<string, Verification>()
  readonly questions = new Map<Address, Finding>()
  readonly #asking = new Asking()
  /** Put off until the run, and not yet asked or chosen. */
  readonly deferred = new Map<Address, Finding>()
  /** Since the commit, by somebody. */
  readonly chosen: Choice[] = []
  readonly dropped = new Set<Address>()
  readonly invalidated = new Set<Address>()
  /** What came into the graph, oldest first. */
  readonly extensions: Extension[] = []
  /** Choices that were made on another state than the one that was met. */
  readonly judged: Judged[] = []
  rebootPending = false
  /** Units that must not start, each with the steps for which. */
  readonly held = new Map<string, string[]>()
  /** The machine was told to reboot. */
  rebooting = false
  waitingFor: 'failure' | 'choice' | 'reboot' | null = null
  /** The run waits for a reboot, be it beside its questions. */
  rebootDue = false
  abandoned: { reason: string; consistent: boolean } | null = null
  completed = false
  /** Why somebody gives it up, while it finishes what is in hand. */
  givingUp = ''
  interrupted = ''

  take(event: Event): void {
    for (const address of this.#asking.take(event)) this.questions.delete(address)
    switch (event.type) {
      case 'run-committed':
        this.plan = event.plan
        this.run = event.run
        for (const task of event.plan.graph.tasks) this.#add(task, false)
        for (const { address, answer } of event.plan.choices) {
          const finding = event.plan.findings.find(found => found.address === address)
          if (answer.kind === 'later' && finding) this.deferred.set(address, finding)
        }
        return
      case 'graph-extended':
        this.extensions.push(event)
        for (const task of event.tasks) this.#add(task, true)
        return
      case 'run-resumed':
        this.waitingFor = null
        this.rebootDue = false
        this.interrupted = ''
        return
      case 'task-ready':
        this.#with(event.task, tally => {
          tally.task = { ...tally.task, selections: event.selections }
        })
        return
      case 'task-started':
        this.#with(event.task, tally => {
          tally.fate = 'running'
          tally.attempt = event.attempt
          tally.failed = null
          tally.looked = false
          tally.before = null
        })
        return
      case 'task-attached':
        this.#with(event.task, tally => {
          tally.fate = 'running'
        })
        return
      case 'selection-result':
        this.#with(event.task, tally => {
          if (event.status === 'applied') tally.applied.add(event.address)
          else tally.failed = event
        })
        return
      case 'task-ended':
        this.#with(event.task, tally => {
          tally.fate =
            event.ending.outcome === 'ok'
              ? 'applied'
              : event.ending.outcome === 'again'
                ? 'stopped'
                : 'failed'
          tally.ending = event.ending
          tally.looked = false
          tally.took += event.took
        })
        return
      case 'task-unknown':
        this.#settle(event.task, 'unknown', event.why)
        return
      case 'task-skipped':
        this.#settle(event.task, 'skipped', event.why)
        return
      case 'task-settled':
        this.#settle(event.task, event.as, '')
        return
      case 'task-unreached':
        this.#settle(event.task, 'unreached', event.because)
        return
      case 'task-abandoned':
        this.#settle(event.task, 'abandoned', event.reason)
        return
      case 'task-retried':
        this.#with(event.task, tally => {
          const note =
            event.why === 'by-hand' ? 'said to be done by hand, which its producer does not confirm' : ''
          tally.before = { fate: tally.fate, note }
          tally.fate = 'open'
          tally.because = ''
        })
        return
      case 'task-checked':
        if (event.findings.outcome === 'failed')
          this.#with(event.task, tally => {
            tally.fate = 'failed'
            tally.ending = event.findings.ending
            tally.looked = true
          })
        return
      case 'selection-dropped':
        this.dropped.add(event.address)
        return
      case 'choice-carried':
        this.judged.push(event)
        return
      case 'choice-invalidated':
        this.invalidated.add(event.address)
        this.judged.push(event)
        return
      case 'question-raised':
        this.questions.set(event.finding.address, event.finding)
        this.deferred.delete(event.finding.address)
        if (event.task !== null)
          this.#with(event.task, tally => {
            if (tally.fate !== 'open' || tally.before === null) return
            tally.fate = tally.before.fate
            tally.because = tally.before.note
          })
        return
      case 'question-withdrawn':
        this.questions.delete(event.address)
        return
      case 'choice-made':
        if (event.choice.via !== 'policy') this.chosen.push(event.choice)
        if (isAnswer(event.choice, this.questions.get(event.choice.address)?.source === 'host')) {
          this.questions.delete(event.choice.address)
          this.deferred.delete(event.choice.address)
        }
        return
      case 'abandon-asked':
        this.givingUp = event.reason
        this.waitingFor = null
        return
      case 'step-verified':
        this.verified.set(event.step, event)
        return
      case 'run-waiting':
        this.waitingFor = event.for
        this.rebootDue = event.for === 'reboot' || event.reboot === true
        return
      case 'run-interrupted':
        this.interrupted = event.signal
        return
      case 'reboot-awaited':
        this.rebootPending = true
        return
      case 'rebooted':
        this.rebootPending = false
        this.rebootDue = false
        this.rebooting = false
        return
      case 'unit-held':
        this.held.set(event.unit, event.steps)
        return
      case 'unit-released':
        this.held.delete(event.unit)
        return
      case 'unit-started':
        return
      case 'reboot-asked':
        this.rebooting = true
        return
      case 'reboot-refused':
        this.rebooting = false
        return
      case 'run-completed':
        this.completed = true
        this.waitingFor = null
        this.rebootPending = event.rebootPending
        return
      case 'run-abandoned':
        this.abandoned = event
        this.waitingFor = null
        return
      case 'check-started':
      case 'step-checking':
      case 'step-checked':
      case 'predicted':
      case 'progress':
      case 'quiet':
      case 'notice':
      case 'task-checking':
      case 'item-found':
      case 'task-backing-off':
      case 'verify-started':
      case 'choice-refused':
      case 'wait-announced':
      case 'step-verifying':
        return
      default:
        event satisfies never
    }
  }

  /** In the order in which they came to be known. */
  ofStep(step: string): TaskTally[] {
    return [...this.tasks.values()].filter(({ task }) => task.step === step)
  }

  #add(task: Task, inserted: boolean): void {
    this.tasks.set(task.id, {
      task,
      fate: 'open',
      because: '',
      attempt: 0,
      applied: new Set(),
      failed: null,
      ending: null,
      took: 0,
      inserted,
      looked: false,
      before: null,
    })
  }

  #with(id: string, change: (tally: TaskTally) => void): void {
    const tally = this.tasks.get(id)
    if (tally) change(tally)
  }

  #settle(id: string, fate: Fate, because: string): void {
    this.#with(id, tally => {
      tally.fate = fate
      tally.because = because
    })
  }
}
