/** How a task that has nothing left to apply came to rest: by what it applied, not by what was once intended. */

import type { RunEvent } from './event.js'
import { isApplied } from './node.js'
import type { Node, SettledAs } from './state.js'

export const settled = (node: Node): RunEvent => ({ type: 'task-settled', task: node.id, as: asWhat(node) })

function asWhat(node: Node): SettledAs {
  if (node.byHand) return 'done-by-hand'
  const applied = [...node.sent.values()].filter(selection => isApplied(node, selection.address))
  if (applied.some(selection => selection.ends === 'reverted')) return 'reverted'
  if (applied.some(selection => selection.ends === 'resolved')) return 'applied'
  if (applied.length > 0) return 'kept'
  return node.attempt > 0 ? 'kept' : 'nothing'
}
