/** What comes up while the graph is being walked: tasks, barriers and edges are put in where nothing has begun yet. */

import type { RunEvent } from './event.js'
import { splitAddress } from './findings.js'
import { taskId } from './graph.js'
import type { Address, Barrier, Edge, Ending, Phase, Selection, Task } from './model.js'
import { isOver, nodesOf } from './node.js'
import type { Node, RunState } from './state.js'

/** The insertion as an event; or, where it would make a cycle, how the step failed by it. */
export type Insertion = { ok: true; events: RunEvent[] } | { ok: false; ending: Ending }

/** The step's next generation. */
function nextTask(state: RunState, step: string, phase: Phase, selections: Selection[]): Task {
  const generation = nodesOf(state, step).reduce((most, node) => Math.max(most, node.task!.generation), 1) + 1
  return { id: taskId(step, phase, generation), step, phase, generation, selections }
}

/** A task behind `node`, before everything that stands behind it; after the next boot, behind a barrier of its own. */
export function inserted(state: RunState, node: Node, phase: Phase, selections: Selection[]): Insertion {
  const task = nextTask(state, node.task!.step, phase, selections)
  const barriers: Barrier[] = []
  const edges: Edge[] = [{ from: node.id, to: task.id, kind: 'phase' }]
  if (phase === 'after-boot') {
    const barrier = nextBarrier(state)
    barriers.push(barrier)
    edges.push(
      { from: node.id, to: barrier.id, kind: 'barrier' },
      { from: barrier.id, to: task.id, kind: 'barrier' },
    )
  }
  for (const edge of node.out) {
    const next = state.nodes.get(edge.to)!
    // A barrier that this task waits for itself, or would have to be crossed twice, is not held up by it.
    if (isOver(next) || (!next.task && (phase === 'after-boot' || node.awaitsReboot))) continue
    edges.push({ from: task.id, to: edge.to, kind: edge.kind })
  }
  const order = orderEdges(state, task.id, task.step, selections)
  const way = wayTo(
    state,
    edges.filter(edge => edge.from === task.id).map(edge => edge.to),
    new Set(order.map(edge => edge.from)),
  )
  if (way) return { ok: false, ending: cycleEnding([task.id, ...way, task.id]) }
  edges.push(...order)
  return { ok: true, events: [extended([task], barriers, edges, addressesOf(selections))] }
}

/** A barrier before the tasks behind `node` that have none to wait for yet. */
export function barrierBehind(state: RunState, node: Node, before: RunEvent[]): RunEvent[] {
  const held = new Set<string>()
  for (const other of state.nodes.values())
    if (!other.task && !isOver(other) && !other.crossed) for (const { to } of other.out) held.add(to)
  const open = node.out.filter(({ to }) => {
    const next = state.nodes.get(to)!
    return next.task && !isOver(next) && !held.has(to)
  })
  if (open.length === 0) return []
  const inserted = before.flatMap(event => (event.type === 'graph-extended' ? event.barriers : []))
  const barrier = nextBarrier(state, inserted.length)
  const edges: Edge[] = [{ from: node.id, to: barrier.id, kind: 'barrier' }]
  for (const { to } of open) edges.push({ from: barrier.id, to, kind: 'barrier' })
  return [extended([], [barrier], edges, `${node.id} takes full effect only after a reboot`)]
}

/** A task that stands alone: what a verification found has nothing behind it. */
export function appended(state: RunState, step: string, selections: Selection[]): RunEvent {
  const task = nextTask(state, step, 'now', selections)
  return extended(
    [task],
    [],
    [],
    `the verification still finds ${selections.map(one => one.address).join(', ')}`,
  )
}

/** Edges for selections that the plan did not know, from tasks that their items are to come after. */
export function orderFor(state: RunState, node: Node, selections: Selection[]): Insertion {
  const isKnown = ({ from }: Edge): boolean => state.nodes.get(from)!.out.some(edge => edge.to === node.id)
  const edges = orderEdges(state, node.id, node.task!.step, selections).filter(edge => !isKnown(edge))
  if (edges.length === 0) return { ok: true, events: [] }
  const way = wayTo(
    state,
    node.out.map(edge => edge.to),
    new Set(edges.map(edge => edge.from)),
  )
  if (way) return { ok: false, ending: cycleEnding([node.id, ...way, node.id]) }
  return { ok: true, events: [extended([], [], edges, addressesOf(selections))] }
}

function extended(tasks: Task[], barriers: Barrier[], edges: Edge[], why: string): RunEvent {
  return { type: 'graph-extended', tasks, barriers, edges, why }
}

const addressesOf = (selections: Selection[]): string =>
  `for ${selections.map(selection => selection.address).join(', ')}`

function orderEdges(state: RunState, to: string, own: string, selections: Selection[]): Edge[] {
  const from = new Set<string>()
  for (const selection of selections)
    for (const address of state.findings.get(selection.address)?.item.after ?? []) {
      const { step } = splitAddress(address)
      if (step === '' || step === own) continue
      for (const node of nodesOf(state, step)) if (!isOver(node) && concerns(node, address)) from.add(node.id)
    }
  return [...from].map(id => ({ from: id, to, kind: 'item' }))
}

const concerns = (node: Node, address: Address): boolean =>
  address.endsWith('/*') || node.task!.selections.some(selection => selection.address === address)

/** The nodes from one of the first to one of the others, along edges; null where there is no way. */
function wayTo(state: RunState, first: string[], others: ReadonlySet<string>): string[] | null {
  if (others.size === 0) return null
  const before = new Map<string, string | null>(first.map(id => [id, null]))
  for (const id of before.keys()) {
    if (others.has(id)) {
      const way: string[] = []
      for (let at: string | null = id; at !== null; at = before.get(at)!) way.push(at)
      return way.reverse()
    }
    for (const { to } of state.nodes.get(id)!.out) if (!before.has(to)) before.set(to, id)
  }
  return null
}

const cycleEnding = (way: string[]): Ending => ({
  outcome: 'failed',
  code: 'cycle',
  message: `what came up cannot be put into the graph, because these would wait for each other: ${way.join(' -> ')}`,
})

function nextBarrier(state: RunState, more = 0): Barrier {
  let reboot = 1 + more
  for (const node of state.nodes.values()) if (!node.task) reboot++
  return { id: `@reboot-${reboot}`, reboot }
}
