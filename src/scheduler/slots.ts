/** Who of those that could begin may begin now: as many as there are jobs, and no two that hold the same lock. */

import { selectionsLeft } from './due.js'
import { isHeld } from './hold.js'
import type { Decision } from './next.js'
import { isOver, locksOf, nodeOf } from './node.js'
import { Queue } from './queue.js'
import type { CheckReason, Node, RunState } from './state.js'

interface Slots {
  state: RunState
  free: number
  /** Locks that were given away by the decisions of this turn. */
  taken: string[]
  decisions: Decision[]
}

/** Reversible tasks first; a task whose lock is taken is parked with the lock and comes back when it is free. */
export function fillSlots(state: RunState, jobs: number, decisions: Decision[]): void {
  const slots: Slots = { state, free: jobs - state.running, taken: [], decisions }
  verify(slots)
  serveFreed(slots)
  const { reversible, others } = state.ready
  while (slots.free > 0) {
    const id = reversible.take() ?? others.take()
    if (id === undefined) return
    begin(slots, nodeOf(state, id))
  }
}

/** Changed ground is looked at once, then the choice made on it starts without another look. */
export function checkReason(state: RunState, node: Node): CheckReason | null {
  if (node.mustCheck !== null) return node.mustCheck
  const { recheck } = state.steps.get(node.task!.step)!
  return node.ground && recheck && !node.rechecked && node.attempt === 0 ? 'upstream-changed' : null
}

function verify(slots: Slots): void {
  const todo = slots.state.verify?.todo
  while (slots.free > 0 && todo) {
    const step = todo.take()
    if (step === undefined) return
    slots.decisions.push({ do: 'verify', step })
    slots.free--
  }
}

/** Waits are served one by one, as long as the lock stays free: waking all at each release would cost a square. */
function serveFreed(slots: Slots): void {
  const { state } = slots
  while (slots.free > 0) {
    const lock = state.freed.take()
    if (lock === undefined) return
    const waiting = state.lockWaits.get(lock)
    while (waiting && isFree(slots, lock) && slots.free > 0) {
      const id = waiting.take()
      if (id === undefined) break
      begin(slots, nodeOf(state, id))
    }
    if (waiting && waiting.length > 0 && isFree(slots, lock)) {
      state.freed.push(lock)
      return
    }
  }
}

const isFree = ({ state, taken }: Slots, lock: string): boolean =>
  !state.locks.has(lock) && !taken.includes(lock)

/** As many as there are jobs, at most: not worth a set in each of 100,000 turns. */
const hasBegun = ({ decisions }: Slots, id: string): boolean =>
  decisions.some(decision => 'task' in decision && decision.task === id)

function begin(slots: Slots, node: Node): void {
  const { state } = slots
  if (isOver(node) || node.missing > 0 || node.doomed !== null || hasBegun(slots, node.id)) return
  if (node.status !== 'pending' && node.status !== 'ready' && node.status !== 'applied') return
  if (isHeld(state, node.task!.step)) return
  const why = checkReason(state, node)
  if (why !== null) {
    slots.decisions.push({ do: 'check', task: node.id, why })
    slots.free--
    return
  }
  if (node.status === 'applied') return
  const locks = locksOf(state, node)
  const blocked = locks.find(lock => !isFree(slots, lock))
  if (blocked !== undefined) {
    park(state, blocked, node.id)
    return
  }
  for (const lock of locks) slots.taken.push(lock)
  slots.free--
  const selections = selectionsLeft(node)
  slots.decisions.push({ do: 'start', task: node.id, attempt: node.attempt + 1, selections })
}

function park(state: RunState, lock: string, id: string): void {
  const waiting = state.lockWaits.get(lock) ?? new Queue()
  waiting.push(id)
  state.lockWaits.set(lock, waiting)
}
