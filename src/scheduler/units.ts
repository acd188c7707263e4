/** Units that must not start while a step is not settled: which are to be held now, and which are free again. */

import type { Decision } from './next.js'
import { isOver, nodesOf } from './node.js'
import type { RunState } from './state.js'

/** How long a unit is held does not hang on who holds it: several steps may. */
export interface Hold {
  steps: string[]
  /** The file is there that keeps it down. */
  held: boolean
  /** This host has seen to it. */
  sure: boolean
  /** It was active when it came to be held. */
  wanted: boolean
}

export function holdsOf(steps: Iterable<{ name: string; holds?: string[] }>): Map<string, Hold> {
  const holds = new Map<string, Hold>()
  for (const { name, holds: units = [] } of steps)
    for (const unit of units) {
      const known = holds.get(unit)
      if (known) known.steps.push(name)
      else holds.set(unit, { steps: [name], held: false, sure: false, wanted: false })
    }
  return holds
}

/** Units of the step are looked at again by `next`. */
export function attendHolds(state: RunState, step: string): void {
  for (const unit of state.steps.get(step)?.holds ?? []) state.holdAttention.push(unit)
}

/**
 * A step that was begun and is not settled keeps its units down, whatever becomes of the run: nobody knows on what they
 * would start. One that nothing was begun of lets go of them when it is given up.
 */
export function stepsHolding(state: RunState, unit: string, isGivenUp = state.givingUp !== null): string[] {
  return state.holds.get(unit)!.steps.filter(step => {
    const nodes = nodesOf(state, step)
    if (nodes.every(node => node.status === 'settled')) return false
    return (
      nodes.some(node => node.attempt > 0 || node.byHand) || (!isGivenUp && nodes.some(node => !isOver(node)))
    )
  })
}

/** Nothing is begun before what it needs held is held; what is free again is let go at once. */
export function lookAtHolds(state: RunState, mayStart: boolean, decisions: Decision[]): void {
  const later: string[] = []
  while (state.holdAttention.length > 0) {
    const unit = state.holdAttention.take()!
    const hold = state.holds.get(unit)!
    const steps = stepsHolding(state, unit)
    if (steps.length === 0) {
      if (hold.held) decisions.push({ do: 'release', unit })
    } else if (!hold.held || !hold.sure) {
      if (mayStart) decisions.push({ do: 'hold', unit, steps })
      else later.push(unit)
    }
  }
  for (const unit of later) state.holdAttention.push(unit)
  while (mayStart && state.toStart.length > 0) {
    const unit = state.toStart.take()!
    // A journal that is read back tells of what was started long ago.
    if (state.starting.has(unit)) decisions.push({ do: 'start-unit', unit })
  }
}
