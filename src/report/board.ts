/** What runs at this moment, as far as events tell: who, since when, how far, and how many wait for what. */

import type { Event } from '../scheduler/event.js'
import type { Graph } from '../scheduler/model.js'
import { Asking, isAnswer } from './asking.js'
import { one } from './paragraph.js'
import type { Roster } from './roster.js'

export interface Row {
  name: string
  what: 'checking' | 'applying' | 'verifying'
  /** On the monotonic clock. */
  since: number
  message: string
  percent: number | null
  /** Milliseconds without a message when the host last said so. */
  quiet: number | null
}

export interface Counts {
  running: number
  queued: number
  locked: number
  /** Questions without an answer. */
  asked: number
  done: number
  total: number
}

export class Board {
  readonly #roster: Roster
  readonly #rows = new Map<string, Row>()
  /** Tasks that nothing before them holds up, and that have not begun. */
  readonly #ready = new Set<string>()
  /** How many things before it a task or a barrier still waits for. */
  readonly #missing = new Map<string, number>()
  readonly #out = new Map<string, string[]>()
  readonly #barriers = new Set<string>()
  readonly #applying = new Set<string>()
  readonly #done = new Set<string>()
  /** By address: whether the host itself asks. */
  readonly #questions = new Map<string, boolean>()
  readonly #asking = new Asking()
  #total = 0
  /** SIGINT or SIGTERM was taken: what is in hand is finished, nothing else starts. */
  interrupted = false

  constructor(roster: Roster) {
    this.#roster = roster
  }

  get rows(): Row[] {
    return [...this.#rows.values()]
  }

  get counts(): Counts {
    const locked = this.#locked()
    return {
      running: this.#rows.size,
      queued: this.#ready.size - locked,
      locked,
      asked: this.#questions.size,
      done: this.#done.size,
      total: this.#total,
    }
  }

  /** The roster must have learned the event. */
  take(event: Event, now: number): void {
    for (const address of this.#asking.take(event)) this.#questions.delete(address)
    switch (event.type) {
      case 'check-started':
      case 'verify-started':
        this.#begin(event.steps.length)
        return
      case 'step-checking':
        this.#add(event.step, event.step, 'checking', now)
        return
      case 'step-verifying':
        this.#add(event.step, event.step, 'verifying', now)
        return
      case 'step-checked':
      case 'step-verified':
        this.#rows.delete(event.step)
        this.#done.add(event.step)
        return
      case 'predicted':
      case 'run-waiting':
      case 'run-completed':
      case 'run-abandoned':
        this.#begin(0)
        return
      case 'run-committed':
        this.#begin(event.plan.graph.tasks.length)
        this.#connect(event.plan.graph)
        return
      case 'graph-extended':
        this.#total += event.tasks.length
        this.#connect(event)
        return
      case 'run-resumed':
        // What ran when the host ended runs no longer.
        this.#rows.clear()
        this.#applying.clear()
        this.interrupted = false
        return
      case 'rebooted':
        for (const barrier of this.#barriers)
          if (this.#missing.get(barrier) === 0) {
            this.#barriers.delete(barrier)
            this.#free(barrier)
          }
        return
      case 'task-checking':
        this.#ready.delete(event.task)
        this.#add(event.task, this.#roster.label(event.task), 'checking', now)
        return
      case 'task-checked':
        this.#rows.delete(event.task)
        return
      case 'task-ready':
        this.#ready.add(event.task)
        return
      case 'task-started':
        this.#ready.delete(event.task)
        this.#applying.add(event.task)
        this.#add(event.task, this.#roster.label(event.task), 'applying', now)
        return
      case 'task-attached':
        this.#ready.delete(event.task)
        this.#applying.add(event.task)
        this.#add(event.task, this.#roster.label(event.task), 'applying', now - event.ran)
        return
      case 'task-ended':
      case 'task-unknown':
        this.#drop(event.task)
        return
      case 'task-retried':
        this.#done.delete(event.task)
        this.#ready.add(event.task)
        return
      case 'task-skipped':
      case 'task-settled':
      case 'task-unreached':
      case 'task-abandoned':
        this.#drop(event.task)
        if (!this.#done.has(event.task)) this.#free(event.task)
        this.#done.add(event.task)
        return
      case 'question-raised':
        this.#questions.set(event.finding.address, event.finding.source === 'host')
        if (event.task !== null) this.#ready.delete(event.task)
        return
      case 'question-withdrawn':
        this.#questions.delete(event.address)
        return
      case 'choice-made':
        if (isAnswer(event.choice, this.#questions.get(event.choice.address)))
          this.#questions.delete(event.choice.address)
        return
      case 'run-interrupted':
        this.interrupted = true
        return
      case 'progress':
      case 'quiet': {
        const row = this.#rows.get(event.task ?? event.step)
        if (!row) return
        row.quiet = event.type === 'quiet' ? event.ms : null
        if (event.type === 'quiet') return
        if (event.message !== undefined) row.message = one(event.message)
        if (event.percent !== undefined) row.percent = Math.min(100, Math.max(0, event.percent))
        return
      }
      case 'notice':
      case 'choice-refused':
      case 'wait-announced':
      case 'abandon-asked':
      case 'selection-dropped':
      case 'choice-carried':
      case 'choice-invalidated':
      case 'item-found':
      case 'selection-result':
      case 'task-backing-off':
      case 'reboot-awaited':
      case 'reboot-asked':
      case 'unit-held':
      case 'unit-released':
      case 'unit-started':
      case 'reboot-refused':
        return
      default:
        event satisfies never
    }
  }

  #begin(total: number): void {
    this.#rows.clear()
    this.#ready.clear()
    this.#applying.clear()
    this.#done.clear()
    this.#missing.clear()
    this.#out.clear()
    this.#barriers.clear()
    this.#total = total
  }

  #connect({ tasks, barriers, edges }: Graph): void {
    for (const { from, to } of edges) {
      if (this.#done.has(from)) continue
      this.#missing.set(to, (this.#missing.get(to) ?? 0) + 1)
      this.#ready.delete(to)
      const out = this.#out.get(from)
      if (out) out.push(to)
      else this.#out.set(from, [to])
    }
    for (const { id } of barriers) {
      this.#barriers.add(id)
      if (!this.#missing.has(id)) this.#missing.set(id, 0)
    }
    for (const { id } of tasks) if ((this.#missing.get(id) ?? 0) === 0) this.#ready.add(id)
  }

  #free(node: string): void {
    for (const next of this.#out.get(node) ?? []) {
      const left = (this.#missing.get(next) ?? 1) - 1
      this.#missing.set(next, left)
      if (left === 0 && !this.#barriers.has(next)) this.#ready.add(next)
    }
    this.#out.delete(node)
  }

  #add(key: string, name: string, what: Row['what'], since: number): void {
    this.#rows.set(key, { name: one(name), what, since, message: '', percent: null, quiet: null })
  }

  #drop(task: string): void {
    this.#rows.delete(task)
    this.#ready.delete(task)
    this.#applying.delete(task)
  }

  /** Of those that could start, how many want a lock that a live consumer holds. */
  #locked(): number {
    const held = new Set([...this.#applying].flatMap(task => this.#roster.locks(task)))
    return [...this.#ready].filter(task => this.#roster.locks(task).some(lock => held.has(lock))).length
  }
}
