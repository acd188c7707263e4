/** What can be read off one node of a run, and off its place in the graph. */

import type { Address } from './model.js'
import type { Node, RunState } from './state.js'

export function nodeOf(state: RunState, id: string): Node {
  const node = state.nodes.get(id)
  if (!node) throw new Error(`the run has no task ${id}`)
  return node
}

export const isOver = (node: Node): boolean =>
  node.status === 'settled' || node.status === 'unreached' || node.status === 'abandoned'

export const isApplied = (node: Node, address: Address): boolean =>
  node.results.get(address)?.status === 'applied'

const none: string[] = []

export const locksOf = (state: RunState, node: Node): string[] =>
  node.task ? (state.steps.get(node.task.step)?.locks ?? none) : none

/** All nodes of a step, oldest first. */
export const nodesOf = (state: RunState, step: string): Node[] =>
  (state.ofStep.get(step) ?? none).map(id => state.nodes.get(id)!)

/** Questions that are open beside the host's own, to which what a consumer offers is an answer as well. */
export const hasOpenAsks = (node: Node): boolean =>
  node.asks.size > (node.asked.host !== null && node.asks.has(node.asked.host) ? 1 : 0)

/** Barriers for which only the reboot is still missing. A choice that was put off holds up what depends on it, and no boot. */
export function reachedBarriers(state: RunState): Node[] {
  const barriers = [...state.nodes.values()].filter(node => !node.task && !isOver(node))
  if (barriers.length === 0) return []
  const held = state.deferred.size === 0 ? null : heldUp(state)
  return barriers.filter(barrier =>
    barrier.into.every(edge => {
      const from = nodeOf(state, edge.from)
      return isOver(from) || from.awaitsReboot || (from.task !== null && held !== null && !held.has(from))
    }),
  )
}

/** What has something to do or to be asked yet, other than a choice that was put off, and all that stands behind it. */
function heldUp(state: RunState): Set<Node> {
  const held = new Set<Node>()
  for (const node of state.nodes.values())
    if (node.task && node.missing === 0 && !isOver(node) && !node.awaitsReboot && !isPutOff(state, node))
      held.add(node)
  // A set that grows is walked to its end.
  for (const node of held) for (const edge of node.out) held.add(nodeOf(state, edge.to))
  return held
}

const isPutOff = (state: RunState, node: Node): boolean =>
  node.status === 'waiting' &&
  [...node.asks].every(address => state.choices.get(address)?.answer.kind === 'later')

/** Something was sent, and nobody knows that it was applied. */
export const isInDoubt = (node: Node): boolean =>
  node.status !== 'settled' && [...node.sent.keys()].some(address => !isApplied(node, address))

/** True where a run that ends now leaves nothing half done behind. */
export function isConsistent(state: RunState): boolean {
  for (const node of state.nodes.values()) if (isInDoubt(node)) return false
  return true
}
