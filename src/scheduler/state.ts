/** The state of a run: what the fold of its events says, and the counters that keep the next step cheap to find. */

import type { Step } from '../manifest/step.js'
import type { RunEvent } from './event.js'
import type {
  Address,
  Choice,
  Edge,
  Ending,
  Finding,
  Plan,
  RebootPolicy,
  Selection,
  Task,
  Who,
} from './model.js'
import type { Queue } from './queue.js'
import type { Hold } from './units.js'

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

export type SettledAs = Extract<RunEvent, { type: 'task-settled' }>['as']
export type CheckReason = Extract<RunEvent, { type: 'task-checking' }>['why']

export interface ResultFact {
  attempt: number
  status: 'applied' | 'failed'
  code?: string
  message?: string
}

export type Rounds = Readonly<{
  recheck: number
  again: number
  cancelled: number
  retry: number
  reboot: number
}>

/** What is empty in most nodes is shared by them and replaced, never changed: 100,000 nodes are to fit a small heap. */
export interface Node {
  id: string
  /** Replaced where it changes, so that no plan changes under its reader. Null for a reboot barrier. */
  task: Task | null
  status: TaskStatus
  settledAs: SettledAs | null
  /** Edges that lead away from it. */
  out: Edge[]
  /** Edges that lead to a barrier; other nodes only count them. */
  into: Edge[]
  /** Edges whose source is not yet settled, unreached or abandoned. */
  missing: number
  /** Something upstream, however far, was applied: what was seen before may not hold. */
  ground: boolean
  /** The need that will never be settled. */
  doomed: string | null
  attempt: number
  /** Selections as they were sent; these are not judged by a recheck. */
  sent: ReadonlyMap<Address, Selection>
  results: Map<Address, ResultFact>
  /** Its producer has looked since the ground last changed. */
  rechecked: boolean
  /** What the last look was for; null where none was since the last attempt. */
  checkedFor: CheckReason | null
  lastEnding: Ending | null
  /** How the last recheck ended. */
  looked: Ending | null
  /** Rounds so far: rechecks after `stale`, `again`, `again` as if it was told to stop (since this host began), policy retries, reboots without anything applied. */
  rounds: Rounds
  /** What was applied takes full effect only after a reboot that has not happened. */
  wantsReboot: boolean
  /** It is held up until that reboot. */
  awaitsReboot: boolean
  /** A reboot that it awaited has happened. */
  rebooted: boolean
  /** A barrier whose reboot has happened. */
  crossed: boolean
  /** Reboots of the run when this node was put into the graph. */
  since: number
  /** Items its consumer brought up in the current attempt, follow-ups included. */
  brought: Finding[]
  /** Selections that a later generation of the step carries out. */
  passed: ReadonlySet<Address>
  /** Why it is to be checked before it starts, beyond changed ground. */
  mustCheck: 'unpredicted' | 'resumed' | 'rebooted' | 'stale' | 'retry' | null
  /** A choice on one of its items was made before anybody asked. */
  rechosen: boolean
  /** The operator says that it was done by hand; the producer has to agree. */
  byHand: boolean
  /** Open questions that this node waits for. */
  asks: ReadonlySet<Address>
  /** Whose questions, answered or not, it has come to wait for: the host's, its producer's, its consumer's. */
  asked: Readonly<{ host: Address | null; producer: boolean; consumer: boolean }>
  /** Questions raised so far: gives each its own fingerprint. */
  questions: number
  pid: { pid: number; startTime: string; cgroup?: string } | null
  /** Its fate is unknown, but its program never got a word. */
  unbegun: boolean
}

export interface Question {
  finding: Finding
  task: string | null
}

export interface Verification {
  todo: Queue
  left: number
  /** By step: what was decided and does not show, and what is new. */
  unresolved: Map<string, { broken: Finding[]; fresh: Finding[] }>
  later: Finding[]
}

export type RunStatus = 'open' | 'waiting' | 'verifying' | 'completed' | 'abandoned'

export interface RunState {
  run: string
  plan: Plan
  status: RunStatus
  waitingFor: 'failure' | 'choice' | 'reboot' | null
  steps: Map<string, Step>
  nodes: Map<string, Node>
  /** Ids of the nodes of each step, oldest first. */
  ofStep: Map<string, string[]>
  /** What each step's producer listed last, follow-ups included. */
  listed: Map<string, Finding[]>
  /** As last seen. */
  findings: Map<Address, Finding>
  choices: Map<Address, Choice>
  /** Chosen findings as they were when they were chosen, where they have been seen otherwise since. */
  decided: Map<Address, Finding>
  /** Resolutions that were chosen and hold no more: to be asked again, a recommendation too. */
  invalidated: Set<Address>
  questions: Map<Address, Question>
  /** Steps that begin no program before these questions are answered. */
  held: Map<string, Set<Address>>
  /** Steps that were given up as a whole, each with the reason. */
  givenUp: Map<string, string>
  /** Letters of the inbox that were taken or refused. */
  letters: Set<string>
  /** The questions that a program was told of last. */
  announced: readonly string[]
  /** It was asked for: nothing new is begun, and the run ends when nothing runs. */
  givingUp: { reason: string; who: Who } | null
  /** Nodes that need a look by `next`, in the order they came up. */
  attention: Queue
  /** Tasks that may start, the reversible ones and the others. */
  ready: { reversible: Queue; others: Queue }
  /** Lock to the task that holds it. */
  locks: Map<string, string>
  /** Tasks that wait for a lock, by lock. */
  lockWaits: Map<string, Queue>
  /** Locks that became free and may have somebody waiting. */
  freed: Queue
  /** Programs that run now: rechecks, consumers, verifications. */
  running: number
  /** By unit: what steps keep down. */
  holds: Map<string, Hold>
  /** Held units that need a look, and those that were let go and are to be started. */
  holdAttention: Queue
  toStart: Queue
  /** Let go, and not yet told to be started. */
  starting: Set<string>
  /** Nodes that are not yet settled, unreached or abandoned. */
  open: number
  /** Tasks whose next attempt waits for its time. */
  backingOff: Set<string>
  /** Steps with choices that were put off until the run. */
  deferred: Set<string>
  verify: Verification | null
  /** Verifications that led to another one. */
  verifyRounds: number
  /** Selections applied so far. */
  applied: number
  reboots: number
  /** A reboot was asked for with nothing behind it. */
  rebootPending: boolean
  /** Boot id under which a reboot is awaited. */
  awaitedBoot: string | null
  /** Soft reboots of that boot by then, where they were counted. */
  awaitedSoft: number | null
  /** What is to be done at a barrier, unless somebody says otherwise. */
  rebootPolicy: RebootPolicy
  /** Why producers were not held, which the operator allowed for the run. */
  unconfined: string | null
  /** The run waits for a reboot: for that alone, or with questions that do not hold it up. */
  rebootDue: boolean
  /** The machine was told to reboot, and has not refused. */
  rebootAsked: boolean
}
