/** What a task is to send now: what its consumer brought up, what was sent before without a result, what its producer lists. */

import type { Address, Phase, Selection } from './model.js'
import { isApplied, isOver, nodesOf } from './node.js'
import { selectionsOf } from './selections.js'
import type { Node, RunState } from './state.js'

/** What came up later stands on its own in an after-boot task: there is no later boot that it could wait for. */
const phaseOf = (node: Node) => (node.task!.phase === 'now' ? 'now' : 'any')

export const selectionsLeft = (node: Node): Selection[] =>
  node.results.size === 0
    ? node.task!.selections
    : node.task!.selections.filter(selection => !isApplied(node, selection.address))

/** Chosen answers to what the consumer brought up in its last attempt, not yet carried out and not passed on. */
export const broughtDue = (state: RunState, node: Node, phase: Phase | 'any' = phaseOf(node)): Selection[] =>
  node.brought.length === 0
    ? []
    : selectionsOf(node.brought, state.choices, phase).filter(
        selection => !node.passed.has(selection.address),
      )

/** Addresses of what this node's producer listed that are not this node's to judge: sent already, or another task's. */
export function handledBy(state: RunState, node: Node): (address: Address) => boolean {
  const others = nodesOf(state, node.task!.step).filter(other => other !== node)
  if (others.length === 0) return address => node.sent.has(address)
  const own = new Set(node.task!.selections.map(selection => selection.address))
  const theirs = new Set<Address>()
  for (const other of others) {
    for (const address of other.sent.keys()) theirs.add(address)
    if (!isOver(other)) for (const selection of other.task!.selections) theirs.add(selection.address)
  }
  return address =>
    node.sent.has(address) || node.passed.has(address) || (theirs.has(address) && !own.has(address))
}

/**
 * All of it, in the order of sending. `listed` is what is chosen of what the producer found, and not handled. Where
 * something takes the step back, the rest of the plan for it is over.
 */
export function selectionsDue(
  state: RunState,
  node: Node,
  listed: (phase: Phase | 'any') => Selection[],
): Selection[] {
  const brought = broughtDue(state, node).filter(selection => !isApplied(node, selection.address))
  const known = new Set(brought.map(selection => selection.address))
  const kept = selectionsLeft(node).filter(
    selection =>
      !known.has(selection.address) &&
      (node.sent.has(selection.address) || isConsumers(state, node, selection)),
  )
  for (const selection of kept) known.add(selection.address)
  if (brought.some(takesBack)) return brought
  const old = [...brought, ...kept]
  if (old.some(takesBack)) return old
  return [...old, ...listed(phaseOf(node)).filter(selection => !known.has(selection.address))]
}

const takesBack = (selection: Selection): boolean => selection.ends === 'reverted'

/**
 * Something that only a consumer can see, chosen as it is to be sent. What came up anew after it was planned, and was
 * chosen or carried out as that, is its producer's to judge again.
 */
export function isConsumers(state: RunState, node: Node, selection: Selection): boolean {
  const { address, resolution, fingerprint } = selection
  const choice = state.choices.get(address)
  const { step, generation } = node.task!
  return (
    state.findings.get(address)?.source === 'consumer' &&
    choice?.fingerprint === fingerprint &&
    choice.answer.kind === 'resolution' &&
    choice.answer.resolution === resolution &&
    !nodesOf(state, step).some(other => other.task!.generation > generation && isApplied(other, address))
  )
}
