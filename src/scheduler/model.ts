/** The words of a transition as data: findings, choices, tasks, plans, predictions. JSON-safe throughout. */

import type { Program, Step } from '../manifest/step.js'
import type { Ending } from '../protocol/ending.js'
import type { ItemBody, Name, Scalar } from '../protocol/gen/messages.js'

export type { Ending } from '../protocol/ending.js'
export type { Violation } from '../protocol/violation.js'

export type Action = 'switch' | 'boot' | 'test'
/** `step/item` */
export type Address = string
export type Verdict = 'nothing-to-do' | 'ready' | 'undecided' | 'blocked'
export type Phase = 'now' | 'after-boot'
/** At a barrier: say how to go on, run the command that reboots, or leave it to others. */
export type RebootPolicy = 'ask' | 'auto' | 'never'

/** What one run of a producer found. */
export interface Findings {
  step: Name
  outcome: 'ok' | 'failed' | 'not-yet'
  items: ItemBody[]
  ending: Ending
  /** Milliseconds the run took. */
  took: number
  /**
   * Why it is not provably read-only: the manifest leaves it free (`host`) or lets it reach services (`services`), or
   * this machine cannot hold it and the operator allowed that (`machine`).
   */
  unproven?: 'host' | 'services' | 'machine'
}

/** An item as the host keeps it: whose it is, what it hangs on, what its choice is bound to. */
export interface Finding {
  address: Address
  step: Name
  item: ItemBody
  /** The step's own, or a digest of severity, resources and resolutions. */
  fingerprint: string
  source: 'producer' | 'consumer' | 'host'
  /** Asked only where this resolution of this item is chosen. */
  parent?: { address: Address; resolution: Name }
}

/** A secret is only ever named: a file that is read at each send, or memory that is asked again after a restart. */
export type SecretInput = { secret: 'file'; file: string } | { secret: 'memory' }
export type InputValue = Scalar | SecretInput

export interface Who {
  uid: number
  user: string
  /** The login user behind sudo or su, where it can be known. */
  login?: string
  /** How it is known: the kernel's word, or a variable that anybody can set. */
  loginBy?: 'loginuid' | 'SUDO_USER' | 'LOGNAME'
}

export type Answer =
  | { kind: 'resolution'; resolution: Name; input?: Record<Name, InputValue> }
  | { kind: 'waiver'; reason: string }
  | { kind: 'later' }

export interface Choice {
  address: Address
  fingerprint: string
  answer: Answer
  who: Who
  /** ISO 8601, UTC. */
  at: string
  /** By what means. */
  via: 'prompt' | 'answers' | 'pattern' | 'policy' | 'option' | 'plan' | 'command'
}

/** A selection is a choice that a consumer has to carry out. */
export interface Selection {
  address: Address
  item: Name
  resolution: Name
  fingerprint: string
  input?: Record<Name, InputValue>
  ends: 'resolved' | 'kept' | 'reverted'
  destructive: boolean
  reversible: boolean | null
  reboot: boolean | null
}

/** A node that runs a step's consumer (or, with no selections, only stands for its step in the order). */
export interface Task {
  id: string
  step: Name
  phase: Phase
  generation: number
  selections: Selection[]
}

export interface Barrier {
  id: string
  /** Counts from 1. */
  reboot: number
}

export type EdgeKind = 'needs' | 'after' | 'item' | 'phase' | 'barrier'
export interface Edge {
  from: string
  to: string
  kind: EdgeKind
}

export interface Graph {
  tasks: Task[]
  barriers: Barrier[]
  edges: Edge[]
}

/** Why an item or a step stands as it does in a prediction. */
export interface Reason {
  address?: Address
  code:
    | 'no-resolution'
    | 'no-choice'
    | 'producer-failed'
    | 'need-blocked'
    | 'need-undecided'
    | 'no-consumer'
    | 'reboot-in-test'
    | 'cycle'
  message: string
}

export interface StepPrediction {
  step: Name
  verdict: Verdict
  /** Its producer cannot look before a step it needs is applied. */
  unpredicted: boolean
  reasons: Reason[]
}

export interface Prediction {
  verdict: Verdict
  steps: StepPrediction[]
}

export interface Plan {
  edgewise: 1
  kind: 'plan'
  /** sha256 over the canonical JSON of all the rest, hex. */
  digest: string
  created: string
  /** Digest of the saved plan that was looked at again and became this one. */
  supersedes?: string
  /** Digest of the machine's id, so that plans do not spread it. */
  machine: string
  host: string
  action: Action
  name: string
  target?: string
  /** The command that reboots the machine; absent, the host's own. */
  reboot?: Program
  manifest: { path: string; digest: string }
  steps: Step[]
  /** sha256 of each file that is part of a step's programs, by absolute path. */
  programs: Record<string, string>
  findings: Finding[]
  unpredicted: Name[]
  choices: Choice[]
  /** Steps that `--partial` leaves out, each with the reason. */
  left: { step: Name; reason: string }[]
  graph: Graph
  prediction: Prediction
  /** The first task whose effects are not stated reversible, or null. */
  pointOfNoReturn: string | null
}
