/* Generated from protocol/schema.json by `npm run generate`. Do not edit. */

export type Name = string
export type Scalar = string | boolean | number

export interface Start {
  type: 'start'
  protocol: number
  role: 'producer' | 'consumer'
  run: Name
  step: Name
  action: 'switch' | 'boot' | 'test'
  target?: string
  stateDir?: string
  features?: Name[]
  config?: { [k: string]: unknown }
}
export interface Resolve {
  type: 'resolve'
  item: Name
  resolution: Name
  attempt: number
  fingerprint?: string
  input?: { [k: string]: Scalar }
}
export interface Effects {
  reboot?: boolean
  destructive?: boolean
  reversible?: boolean
  downtime?: boolean
}
export interface InputSpec {
  type: 'string' | 'boolean' | 'integer'
  title?: string
  secret?: boolean
  optional?: boolean
  default?: Scalar
  enum?: Scalar[]
}
export interface Resolution {
  id: Name
  title: string
  detail?: string
  default?: boolean
  when?: 'now' | 'after-boot'
  ends?: 'resolved' | 'kept' | 'reverted'
  effects?: Effects
  seconds?: number
  inputs?: { [k: string]: InputSpec }
  items?: ItemBody[]
}
export interface ItemBody {
  id: Name
  severity: 'error' | 'warning' | 'recommendation'
  title: string
  detail?: string
  docs?: string
  fingerprint?: string
  resources?: string[]
  after?: string[]
  resolutions?: Resolution[]
}
export interface Item extends ItemBody {
  type: 'item'
}
export interface Result {
  type: 'result'
  item: Name
  status: 'applied' | 'failed'
  code?: Name
  message?: string
}
export interface Progress {
  type: 'progress'
  item?: Name
  message?: string
  percent?: number
}
export interface Done {
  type: 'done'
  outcome: 'ok' | 'failed' | 'again'
  reboot?: boolean
  code?: Name
  message?: string
  protocols?: number[]
}
export type HostMessage = Start | Resolve
export type StepMessage = Item | Result | Progress | Done
export type Message = HostMessage | StepMessage
