/** How a task that has nothing left to apply came to rest. */

import type { RunEvent } from './event.js'
import type { Node } from './state.js'

export function settled(node: Node): RunEvent {
  const task = node.id
  const { selections } = node.task!
  if (selections.length === 0) return { type: 'task-settled', task, as: 'nothing' }
  if (node.byHand) return { type: 'task-settled', task, as: 'done-by-hand' }
  if (selections.some(selection => selection.ends === 'reverted')) return { type: 'task-settled', task, as: 'reverted' }
  const kept = selections.every(selection => selection.ends === 'kept')
  return { type: 'task-settled', task, as: kept ? 'kept' : 'applied' }
}
