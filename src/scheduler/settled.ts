/** How a task that has nothing left to apply comes to rest: by what it applied, not by what was once intended. */

import type { RunEvent } from './event.js'
import { barrierBehind } from './extend.js'
import { isApplied } from './node.js'
import type { Node, RunState, SettledAs } from './state.js'

/**
 * Where what it applied wants a reboot that it did not wait for itself, a barrier does that for what stands behind it.
 * `before` are events that are to be recorded together with these.
 */
export function atRest(state: RunState, node: Node, before: RunEvent[] = []): RunEvent[] {
  const settled: RunEvent = { type: 'task-settled', task: node.id, as: asWhat(node) }
  return wantsReboot(node) ? [...barrierBehind(state, node, before), settled] : [settled]
}

export function asWhat(node: Node): SettledAs {
  if (node.byHand) return 'done-by-hand'
  let as: SettledAs = node.attempt > 0 ? 'kept' : 'nothing'
  for (const { address, ends } of node.sent.values()) {
    if (!isApplied(node, address)) continue
    if (ends === 'reverted') return 'reverted'
    if (ends === 'resolved') as = 'applied'
  }
  return as
}

const wantsReboot = (node: Node): boolean =>
  node.wantsReboot || (node.byHand && node.task!.selections.some(selection => selection.reboot === true))
