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
  return [...(wantsReboot(node) ? barrierBehind(state, node, before) : []), settled]
}

function asWhat(node: Node): SettledAs {
  if (node.byHand) return 'done-by-hand'
  const applied = [...node.sent.values()].filter(selection => isApplied(node, selection.address))
  if (applied.some(selection => selection.ends === 'reverted')) return 'reverted'
  if (applied.some(selection => selection.ends === 'resolved')) return 'applied'
  if (applied.length > 0) return 'kept'
  return node.attempt > 0 ? 'kept' : 'nothing'
}

const wantsReboot = (node: Node): boolean =>
  node.wantsReboot || (node.byHand && node.task!.selections.some(selection => selection.reboot === true))
