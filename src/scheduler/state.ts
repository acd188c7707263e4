/** The state of a run: what the fold of its events says, and the counters that keep the next step cheap to find. */

import type { Step } from '../manifest/step.js'
import type { Address, Choice, Edge, Ending, Finding, Plan, Task } from './model.js'

export type TaskStatus =
  | 'pending'
  | 'checking'
  | 'checked'
  | 'ready'
  | 'running'
  | 'ended'
  | 'unknown'
  | 'waiting'
  | 'applied'
  | 'settled'
  | 'unreached'
  | 'abandoned'

export type SettledAs = 'applied' | 'kept' | 'reverted' | 'skipped' | 'nothing' | 'done-by-hand'

export interface ResultFact {
  attempt: number
  status: 'applied' | 'failed'
  code?: string
  message?: string
}

export interface Node {
  id: string
  /** Null for a reboot barrier. */
  task: Task | null
  status: TaskStatus
  settledAs: SettledAs | null
  /** Edges whose source is not yet settled, unreached or abandoned. */
  missing: number
  /** Something upstream, however far, was applied: what was seen before may not hold. */
  ground: boolean
  /** The need that will never be settled. */
  doomed: string | null
  attempt: number
  /** Selections that were ever sent; these are not judged by a recheck. */
  sent: Set<Address>
  results: Map<Address, ResultFact>
  /** What the last recheck listed, follow-ups included; null before the first. */
  rechecked: Finding[] | null
  lastEnding: Ending | null
  /** How the last recheck ended. */
  looked: Ending | null
  /** Rounds of recheck, `again` and policy retries so far. */
  rounds: { recheck: number; again: number; retry: number }
  /** It was applied and asked for a reboot that has not happened. */
  awaitsReboot: boolean
  /** A barrier whose reboot has happened. */
  crossed: boolean
  /** Items its consumer brought up in the current attempt. */
  brought: Finding[]
  /** Why it is to be checked before it starts, beyond changed ground. */
  mustCheck: 'unpredicted' | 'resumed' | 'rebooted' | 'stale' | 'retry' | null
  /** The operator says that it was done by hand; the producer has to agree. */
  byHand: boolean
  /** Open questions that this node waits for. */
  asks: Set<Address>
  pid: { pid: number; startTime: string } | null
}

export interface Question {
  finding: Finding
  task: string | null
}

export type RunStatus = 'open' | 'waiting' | 'verifying' | 'completed' | 'abandoned'

export interface RunState {
  run: string
  plan: Plan
  status: RunStatus
  waitingFor: 'failure' | 'choice' | 'reboot' | null
  steps: Map<string, Step>
  nodes: Map<string, Node>
  out: Map<string, Edge[]>
  into: Map<string, Edge[]>
  /** Ids of the nodes of each step, oldest first. */
  ofStep: Map<string, string[]>
  /** As the plan saw them. */
  planned: ReadonlyMap<Address, Finding>
  /** As last seen. */
  findings: Map<Address, Finding>
  choices: Map<Address, Choice>
  questions: Map<Address, Question>
  /** Nodes that need a look by `next`, in the order they came up. */
  attention: Queue
  /** Tasks that may start, the reversible ones and the others. */
  ready: { reversible: Queue; others: Queue }
  /** Lock to the task that holds it. */
  locks: Map<string, string>
  /** Tasks that wait for a lock, by lock. */
  lockWaits: Map<string, string[]>
  /** Programs that run now: rechecks, consumers, verifications. */
  running: number
  /** Nodes that are not yet settled, unreached or abandoned. */
  open: number
  /** Tasks whose next attempt waits for its time. */
  backingOff: Set<string>
  /** Steps with choices that were put off until the run. */
  deferred: Set<string>
  verify: { todo: Queue; left: number; unresolved: Map<string, Finding[]>; later: Finding[] } | null
  /** Selections applied so far. */
  applied: number
  /** A reboot was asked for with nothing behind it. */
  rebootPending: boolean
  /** Boot id under which a reboot is awaited. */
  awaitedBoot: string | null
}

/** First in, first out, by an index instead of a shift, so that taking stays O(1) at any length. */
export class Queue {
  #items: string[] = []
  #head = 0

  push(item: string): void {
    this.#items.push(item)
  }

  get length(): number {
    return this.#items.length - this.#head
  }

  take(): string | undefined {
    if (this.#head === this.#items.length) return undefined
    const item = this.#items[this.#head++]!
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    return item
  }
}
