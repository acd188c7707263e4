/** What happens to held units, folded. */

import type { RunEvent } from './event.js'
import type { RunState } from './state.js'

type HoldEvent = Extract<RunEvent, { type: 'unit-held' | 'unit-released' | 'unit-started' }>

export function foldHold(state: RunState, event: HoldEvent): void {
  const { unit } = event
  if (event.type === 'unit-started') {
    state.starting.delete(unit)
    return
  }
  const hold = state.holds.get(unit)
  if (!hold) return
  hold.held = event.type === 'unit-held'
  hold.sure = hold.held
  hold.wanted = event.type === 'unit-held' && event.wanted
  if (event.type === 'unit-held') {
    state.starting.delete(unit)
    return
  }
  if (!event.start) return
  state.starting.add(unit)
  state.toStart.push(unit)
}

/** A new host does not take the word of another that what is to be held is held. */
export function doubtHolds(state: RunState): void {
  for (const [unit, hold] of state.holds) {
    hold.sure = false
    state.holdAttention.push(unit)
  }
  for (const unit of state.starting) state.toStart.push(unit)
}
