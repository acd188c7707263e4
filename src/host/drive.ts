/**
 * Carries a run from where its state is to where it ends or waits. It decides nothing: `next` does. It makes events
 * durable before anything is shown or built upon them.
 */

import type { Fallible } from '../fallible.js'
import type { JournalFailure } from '../journal/failure.js'
import type { RunEvent } from '../scheduler/event.js'
import { judgeVerification } from '../scheduler/judge.js'
import type { Findings } from '../scheduler/model.js'
import { type Decision, next } from '../scheduler/next.js'
import type { RunState } from '../scheduler/state.js'
import { attachConsumer, type Followed } from './attach.js'
import { Batch } from './batch.js'
import { hold, release, startUnit, tellHolds } from './holds.js'
import { lookAgain } from './look-again.js'
import { rebootAwaited } from './reboot.js'
import type { Shell } from './shell.js'
import { startTask } from './start-task.js'

/** Results that nothing waits for yet are synced together, at most this much later. Milliseconds. */
const patience = 100

/** Resolves when nothing runs any more. The failure is the journal's: then nothing further was begun. */
export function drive(state: RunState, shell: Shell): Promise<JournalFailure | null> {
  return new Promise((resolve, reject) => {
    const driver = new Driver(state, shell, resolve, reject)
    driver.begin()
  })
}

class Driver {
  readonly #state: RunState
  readonly #shell: Shell
  readonly #resolve: (failure: JournalFailure | null) => void
  readonly #reject: (bug: unknown) => void
  readonly #batch: Batch
  readonly #consumers = new Set<Followed>()
  readonly #alarms = new Set<() => void>()
  /** Programs that were begun and have not come back. */
  #busy = 0
  #scheduled = false
  #turning = false
  #lazy: (() => void) | null = null
  #over = false
  /** The desk waits for answers; meanwhile nothing is begun. */
  #resting = false
  /** Nobody answers here any more. */
  #deserted = false
  readonly #deaf: () => void

  constructor(
    state: RunState,
    shell: Shell,
    resolve: (failure: JournalFailure | null) => void,
    reject: (bug: unknown) => void,
  ) {
    this.#state = state
    this.#shell = shell
    this.#batch = new Batch(state, shell.writer, shell.context.emit)
    this.#resolve = resolve
    this.#reject = reject
    this.#deaf = shell.context.interruption.onChange(() => this.#interrupted())
  }

  begin(): void {
    this.#shell.desk?.open(() => this.#schedule())
    for (const outlived of this.#shell.alive ?? []) {
      const { context, folder } = this.#shell
      const step = this.#state.steps.get(outlived.node.task!.step)!
      this.#follow(attachConsumer(outlived, step, { context, folder, record: event => this.#heard(event) }))
    }
    this.#schedule()
  }

  #heard(event: RunEvent): void {
    this.#record(event)
    this.#schedule()
  }

  #follow(consumer: Followed): void {
    this.#busy++
    this.#consumers.add(consumer)
    consumer.over.then(() => {
      this.#consumers.delete(consumer)
      this.#busy--
      const { seal } = consumer
      if (seal) this.#batch.whenFlushed(() => this.#batch.failure ?? seal())
      this.#schedule()
    }, this.#reject)
  }

  #record(event: RunEvent): void {
    this.#batch.record(event)
  }

  /** All that ended in one turn of the event loop is dealt with, and synced, together. */
  #schedule(): void {
    if (this.#scheduled || this.#over) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      this.#turn().catch(this.#reject)
    })
  }

  async #turn(): Promise<void> {
    if (this.#turning || this.#resting) return
    this.#turning = true
    const { context } = this.#shell
    for (;;) {
      this.#takeAnswers()
      const mayStart = context.interruption.level === 0 && this.#batch.failure === null
      const decisions = next(this.#state, { jobs: context.jobs, mayStart })
      if (decisions.length === 0) break
      await Promise.all(decisions.map(decision => this.#carryOut(decision)))
    }
    this.#turning = false
    if (this.#batch.isAwaited || this.#busy === 0) this.#flush()
    else if (!this.#batch.isEmpty)
      this.#lazy ??= context.clock.after(patience, () => {
        this.#lazy = null
        this.#flush()
      })
    const resting = this.#state.backingOff.size === 0 || context.interruption.level > 0
    if (this.#busy === 0 && !this.#scheduled && resting) this.#rest()
  }

  #takeAnswers(): void {
    if (this.#batch.failure || this.#over) return
    const taken = this.#shell.desk?.take(this.#state, event => this.#record(event)) ?? []
    for (const go of taken) this.#batch.whenFlushed(() => this.#batch.failure ?? go())
  }

  /** Nothing runs: the end, unless the run waits for a choice and the desk has somebody to ask. */
  #rest(): void {
    const { context, desk } = this.#shell
    const { status, waitingFor, rebootDue, rebootPolicy } = this.#state
    const reboots = rebootDue && (waitingFor === 'reboot' || rebootPolicy === 'auto')
    const waits = status === 'waiting' && !reboots
    if (!waits || !desk || this.#deserted || this.#batch.failure || context.interruption.level > 0)
      return this.#finish()
    this.#resting = true
    desk.rest(this.#state).then(goesOn => {
      this.#resting = false
      this.#deserted = !goesOn
      this.#schedule()
    }, this.#reject)
  }

  async #carryOut(decision: Decision): Promise<void> {
    const { context, directory } = this.#shell
    switch (decision.do) {
      case 'record':
        for (const event of decision.events) {
          // Only the host knows under which boot it waits.
          if (event.type === 'run-waiting' && (event.for === 'reboot' || event.reboot))
            this.#record(await rebootAwaited(this.#state, context))
          this.#record(event)
        }
        return
      case 'check':
        return this.#check(decision.task, decision.why)
      case 'start':
        return this.#start(decision)
      case 'back-off':
        this.#alarms.add(
          context.clock.after(decision.ms, () => {
            // Given up meanwhile, it is not tried again.
            if (this.#state.backingOff.has(decision.task))
              this.#record({ type: 'task-retried', task: decision.task, why: 'temporary' })
            this.#schedule()
          }),
        )
        return
      case 'verify':
        return this.#verify(decision.step)
      case 'hold':
        return this.#keep(hold(context, directory, this.#state, decision))
      case 'release':
        // Why it is free is on the disk before it is.
        this.#flush()
        if (this.#batch.failure) return
        return this.#keep(release(context, directory, this.#state, decision.unit))
      case 'start-unit':
        this.#busy++
        startUnit(context, decision.unit).then(event => {
          this.#busy--
          this.#record(event)
          this.#schedule()
        }, this.#reject)
        return
    }
  }

  /** What cannot be held, or let go, stops the run like a journal that cannot be written. */
  async #keep(kept: Promise<Fallible<RunEvent, JournalFailure>>): Promise<void> {
    const done = await kept
    if (done.ok) this.#record(done.value)
    else this.#batch.fail(done.error)
  }

  #check(task: string, why: Extract<Decision, { do: 'check' }>['why']): void {
    this.#record({ type: 'task-checking', task, why })
    const step = this.#state.nodes.get(task)!.task!.step
    this.#look(step, task, findings => this.#record({ type: 'task-checked', task, findings }))
  }

  #verify(step: string): void {
    this.#record({ type: 'step-verifying', step })
    this.#look(step, undefined, findings =>
      this.#record({
        type: 'step-verified',
        step,
        findings,
        ...judgeVerification(this.#state, step, findings),
      }),
    )
  }

  #look(step: string, task: string | undefined, then: (findings: Findings) => void): void {
    this.#busy++
    lookAgain(this.#state, this.#shell, step, task).then(findings => {
      this.#busy--
      then(findings)
      this.#schedule()
    }, this.#reject)
  }

  async #start(decision: Extract<Decision, { do: 'start' }>): Promise<void> {
    const { task, attempt, selections } = decision
    this.#busy++
    const started = await startTask(this.#state, this.#shell, decision, event => this.#heard(event))
    this.#busy--
    if (!started.ok) {
      this.#record(started.error)
      return
    }
    const consumer = started.value
    const { pid, startTime, cgroup } = consumer
    this.#record({
      type: 'task-started',
      task,
      attempt,
      pid,
      startTime,
      ...(cgroup === undefined ? {} : { cgroup }),
      selections: selections.map(selection => selection.address),
    })
    this.#batch.whenFlushed(() => {
      // Somebody who asked twice did not see it among those that run.
      if (this.#batch.failure || this.#shell.context.interruption.level === 2) consumer.cancel()
      else consumer.go()
    })
    this.#follow(consumer)
  }

  #flush(): void {
    this.#lazy?.()
    this.#lazy = null
    this.#batch.flush()
  }

  #interrupted(): void {
    if (this.#shell.context.interruption.level === 2)
      for (const consumer of this.#consumers) consumer.cancel()
    this.#schedule()
  }

  #finish(): void {
    if (this.#over) return
    const { interruption } = this.#shell.context
    const { status } = this.#state
    if (this.#batch.failure === null && (status === 'open' || status === 'verifying')) {
      // Only a wish to stop leaves a run that could go on.
      if (interruption.signal === null) {
        this.#reject(new Error(`run ${this.#state.run} stands still`))
        return
      }
      this.#record({ type: 'run-interrupted', signal: interruption.signal })
      this.#flush()
    }
    this.#over = true
    tellHolds(this.#shell.directory, this.#state)
    for (const callOff of this.#alarms) callOff()
    this.#deaf()
    this.#shell.desk?.close()
    this.#resolve(this.#batch.failure)
  }
}
