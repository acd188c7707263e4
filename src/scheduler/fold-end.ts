/** A program or a node has come to its end: what that frees, and whom it releases. */

import type { RunEvent } from './event.js'
import { withdrawQuestions } from './fold-choice.js'
import { isOver, locksOf, nodeOf } from './node.js'
import type { Node, RunState } from './state.js'
import { attendHolds } from './units.js'

/**
 * The node's consumer lives no more, or never came to live: its place and its locks are free for others, who may have
 * been turned away when it was about to start.
 */
export function release(state: RunState, node: Node): void {
  if (node.status === 'running') state.running--
  for (const lock of locksOf(state, node)) {
    if (state.locks.get(lock) === node.id) state.locks.delete(lock)
    state.freed.push(lock)
  }
}

/** From here on the run only comes to its end: what was to be tried again is not. */
export function foldGivingUp(
  state: RunState,
  { reason, who, letter }: Extract<RunEvent, { type: 'abandon-asked' }>,
): void {
  state.letters.add(letter)
  state.givingUp ??= { reason, who }
  state.backingOff.clear()
  if (state.status !== 'waiting') return
  state.status = state.verify ? 'verifying' : 'open'
  state.waitingFor = null
}

/** The node is over: its dependents lose one reason to wait, and a failure travels along what carries it. */
export function conclude(
  state: RunState,
  node: Node,
  status: 'settled' | 'unreached' | 'abandoned',
  doom: string | null,
): void {
  if (isOver(node)) return
  withdrawQuestions(state, node)
  node.status = status
  node.awaitsReboot = false
  node.pid = null
  state.open--
  if (node.task) attendHolds(state, node.task.step)
  const changed = node.ground || node.attempt > 0 || node.byHand
  for (const edge of node.out) {
    const next = nodeOf(state, edge.to)
    next.missing--
    if (changed) {
      next.ground = true
      if (next.status === 'pending' || next.status === 'ready') next.rechecked = false
    }
    if (doom !== null && (edge.kind === 'needs' || edge.kind === 'phase')) next.doomed ??= doom
    // What will never be reached does not wait for the rest, so that nothing is rebooted for its sake.
    if (next.missing === 0 || next.doomed !== null) state.attention.push(next.id)
  }
}
