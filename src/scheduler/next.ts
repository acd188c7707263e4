/**
 * What is to be done now: state in, decisions out. Linear over a whole run, because a task is only looked at when an
 * event has put it on the attention list, never by a scan. Every decision that is returned has to be carried out.
 */

import type { RunEvent } from './event.js'
import { look } from './look.js'
import type { Selection } from './model.js'
import { nodeOf } from './node.js'
import { fillSlots } from './slots.js'
import type { CheckReason, RunState } from './state.js'
import { lookAtHolds } from './units.js'
import { givenUp, windDown } from './wind-down.js'

export type { CheckReason } from './state.js'

export type Decision =
  /** Make these events durable, and fold them, in this order. */
  | { do: 'record'; events: RunEvent[] }
  /** Run the producer of the task's step; record `task-checking`, then `task-checked`. */
  | { do: 'check'; task: string; why: CheckReason }
  /** Run the consumer with these selections; record `task-started` before its first byte. */
  | { do: 'start'; task: string; attempt: number; selections: Selection[] }
  /** Record `task-retried` when this time is over. */
  | { do: 'back-off'; task: string; ms: number }
  /** Make the file durable that keeps the unit down; then record `unit-held`. */
  | { do: 'hold'; unit: string; steps: string[] }
  /** Once why is durable, take the file away; then record `unit-released`. */
  | { do: 'release'; unit: string }
  /** Start the unit; record `unit-started`. */
  | { do: 'start-unit'; unit: string }
  /** Run the producer of the step; record `step-verifying`, then `step-verified`. */
  | { do: 'verify'; step: string }

export interface Limits {
  /** Programs at the same time. */
  jobs: number
  /** False once the run was asked to stop: nothing new is begun. */
  mayStart: boolean
}

export function next(state: RunState, limits: Limits): Decision[] {
  if (state.status === 'completed' || state.status === 'abandoned' || state.status === 'waiting') return []
  const decisions: Decision[] = []
  while (state.attention.length > 0) {
    const node = nodeOf(state, state.attention.take()!)
    const events = look(state, node, decisions)
    if (events.length === 0) continue
    // An insertion is judged on the graph as it is, and not as it was before the others of this turn.
    const isInsertion = events.some(event => event.type === 'graph-extended')
    if (isInsertion && decisions.length > 0) {
      state.attention.push(node.id)
      return decisions
    }
    decisions.push({ do: 'record', events })
  }
  // What is recorded may change who is free to start, so it is folded first.
  if (decisions.length > 0) return decisions
  if (state.givingUp) for (const unit of state.holds.keys()) state.holdAttention.push(unit)
  lookAtHolds(state, limits.mayStart, decisions)
  // What stands behind a step may need what was held for it.
  if (decisions.length > 0 || state.starting.size > 0) return decisions
  if (state.givingUp) return state.running === 0 ? givenUp(state) : decisions
  if (limits.mayStart) fillSlots(state, limits.jobs, decisions)
  const isIdle = decisions.length === 0 && state.running === 0 && state.backingOff.size === 0
  return isIdle && limits.mayStart ? windDown(state) : decisions
}
