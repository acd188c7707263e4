/* Generated from protocol/schema.json by `npm run generate`. Do not edit. */

/**
 * 1 to 64 of `a-z 0-9 . _ -`, beginning with a letter: safe as a file name, in a shell pattern, as an argument and as a key. What people call a thing goes into a title.
 */
export type Name = string
/**
 * A string, a boolean, or an integer within ±(2^53−1).
 */
export type Scalar = string | boolean | number
/**
 * `item` in the own step, `step/item`, or `step/*` for all items of a step.
 */
export type Address = string
/**
 * First line to every program: version, role and context. A program that sees none changes nothing.
 */
export interface Start {
  /**
   * Always `start`, and the first key of the line.
   */
  type: 'start'
  /**
   * Major version of the protocol that the host speaks in this run.
   */
  protocol: number
  /**
   * A producer looks and changes nothing; a consumer applies what was chosen.
   */
  role: 'producer' | 'consumer'
  /**
   * Names the transition; the same for all programs of it and after a reboot.
   */
  run: Name
  /**
   * Name of the step in the manifest.
   */
  step: Name
  /**
   * `switch` changes now, `boot` prepares the next boot, `test` changes now and does not outlive a reboot.
   */
  action: 'switch' | 'boot' | 'test'
  /**
   * What the machine moves to, a store path or a release say.
   */
  target?: string
  /**
   * Absolute path of the step's own directory, kept across runs; read-only to producers.
   */
  stateDir?: string
  /**
   * What the host knows beyond this version: new types or enum values may be used only if they are listed here.
   */
  features?: Name[]
  /**
   * The step's configuration from the manifest, as it stands there. Always the last key.
   */
  config?: {
    [k: string]: unknown
  }
}
/**
 * One selected resolution for a consumer to apply.
 */
export interface Resolve {
  /**
   * Always `resolve`, and the first key of the line.
   */
  type: 'resolve'
  /**
   * Id of the item that was found.
   */
  item: Name
  /**
   * Id of the resolution that was chosen.
   */
  resolution: Name
  /**
   * Counts from 1, and up each time the selection is sent again.
   */
  attempt: number
  /**
   * State that the choice was made on.
   */
  fingerprint?: string
  /**
   * Values for the inputs of the resolution, by name. Always the last key.
   */
  input?: {
    [k: string]: Scalar
  }
}
/**
 * What applying a resolution does to the machine. `destructive` absent means no; the others absent mean "not stated".
 */
export interface Effects {
  /**
   * Takes full effect only after a reboot.
   */
  reboot?: boolean
  /**
   * Loses data that cannot be had back.
   */
  destructive?: boolean
  /**
   * Can be undone afterwards by what the step offers.
   */
  reversible?: boolean
  /**
   * A service is away while it is applied.
   */
  downtime?: boolean
}
/**
 * A value that a resolution asks for.
 */
export interface InputSpec {
  /**
   * Type of the value.
   */
  type: 'string' | 'boolean' | 'integer'
  /**
   * The question, as people read it.
   */
  title?: string
  /**
   * Never shown, stored or logged. A secret has no default and no list of values.
   */
  secret?: boolean
  /**
   * May be left out.
   */
  optional?: boolean
  /**
   * Taken when nothing else is given.
   */
  default?: Scalar
  /**
   * The only values allowed.
   *
   * @minItems 1
   */
  enum?: Scalar[]
}
/**
 * One way to deal with an item.
 */
export interface Resolution {
  /**
   * Unique within the item, the same on every run.
   */
  id: Name
  /**
   * What will be done, one line.
   */
  title: string
  /**
   * More about it, as plain text.
   */
  detail?: string
  /**
   * Preselected at a prompt and taken by policy. At most one of an item.
   */
  default?: boolean
  /**
   * Whether it is applied in this boot (default) or after the next one.
   */
  when?: 'now' | 'after-boot'
  /**
   * What becomes of the item: gone (default), left as it is on purpose, or rolled back.
   */
  ends?: 'resolved' | 'kept' | 'reverted'
  /**
   * What applying it does to the machine.
   */
  effects?: Effects
  /**
   * Estimated time it takes.
   */
  seconds?: number
  /**
   * Values it asks for, by name.
   */
  inputs?: {
    [k: string]: InputSpec
  }
  /**
   * Asked only if this resolution is chosen: a decision tree.
   */
  items?: ItemBody[]
}
/**
 * A finding with the ways to deal with it.
 */
export interface ItemBody {
  /**
   * Same condition, same id, on every run.
   */
  id: Name
  /**
   * An error must be dealt with; a warning must be answered; a recommendation may be left.
   */
  severity: 'error' | 'warning' | 'recommendation'
  /**
   * What was found, one line.
   */
  title: string
  /**
   * More about it, as plain text.
   */
  detail?: string
  /**
   * Web address with more about it.
   */
  docs?: string
  /**
   * Names the state that the item, and a choice on it, depends on.
   */
  fingerprint?: string
  /**
   * What the item is about.
   *
   * Items: A path, a unit, a database: what people call it.
   */
  resources?: string[]
  /**
   * Items that come before this one if they are dealt with at all.
   */
  after?: Address[]
  /**
   * Best first. An error with none blocks.
   */
  resolutions?: Resolution[]
}
/**
 * A finding with the ways to deal with it; from a consumer, a new choice that came up.
 */
export interface Item extends ItemBody {
  /**
   * Always `item`, and the first key of the line.
   */
  type: 'item'
}
/**
 * A selection is finished: sent by a consumer after the effect is durable.
 */
export interface Result {
  /**
   * Always `result`, and the first key of the line.
   */
  type: 'result'
  /**
   * Id of the item that was sent.
   */
  item: Name
  /**
   * `applied` also when there was nothing left to do.
   */
  status: 'applied' | 'failed'
  /**
   * Why it failed; `input`, `stale` and `temporary` have a meaning of their own.
   */
  code?: Name
  /**
   * What happened and what to do, one sentence.
   */
  message?: string
}
/**
 * Feeds the display and resets the idle timer.
 */
export interface Progress {
  /**
   * Always `progress`, and the first key of the line.
   */
  type: 'progress'
  /**
   * Id of the item in hand.
   */
  item?: Name
  /**
   * What is being done, one line.
   */
  message?: string
  /**
   * How much is done.
   */
  percent?: number
}
/**
 * Nothing more follows: how the program ends. The last line, exactly once.
 */
export interface Done {
  /**
   * Always `done`, and the first key of the line.
   */
  type: 'done'
  /**
   * `again` (consumers only): stopped on purpose, run me again with what has no result.
   */
  outcome: 'ok' | 'failed' | 'again'
  /**
   * What was applied takes full effect only after a reboot. Consumers only.
   */
  reboot?: boolean
  /**
   * Why it failed; `protocol config input stale not-yet temporary cancelled internal` are reserved.
   */
  code?: Name
  /**
   * What happened and what to do, one sentence.
   */
  message?: string
  /**
   * With code `protocol`: the versions that the program speaks.
   *
   * Items: A major version.
   */
  protocols?: number[]
}
export type HostMessage = Start | Resolve
export type StepMessage = Item | Result | Progress | Done
export type Message = HostMessage | StepMessage
