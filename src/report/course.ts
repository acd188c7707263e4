/** The graph of a run as it stands: its events in; tasks, barriers and edges, what became of each, and why it came in, out. */

import type { RunEvent } from '../scheduler/event.js'
import { fold } from '../scheduler/fold.js'
import type { Barrier, Graph } from '../scheduler/model.js'
import type { Node, RunState } from '../scheduler/state.js'
import type { GraphMeta } from './drawing.js'
import { ownEdges } from './extension.js'

export interface Course {
  graph: Graph
  meta: GraphMeta
}

/** Null before anything was committed. */
export function courseOf(events: Iterable<RunEvent>): Course | null {
  let state: RunState | null = null
  const barriers: Barrier[] = []
  const inserted = new Map<string, string>()
  const insertedEdges = new Set<string>()
  for (const event of events) {
    state = fold(state, event)
    if (event.type === 'run-committed') barriers.push(...event.plan.graph.barriers)
    if (event.type !== 'graph-extended') continue
    barriers.push(...event.barriers)
    for (const { id } of [...event.tasks, ...event.barriers]) inserted.set(id, event.why)
    for (const { from, to } of ownEdges(event)) insertedEdges.add(`${from} ${to}`)
  }
  if (!state) return null
  const { plan, nodes } = state
  const all = [...nodes.values()]
  return {
    graph: {
      tasks: all.flatMap(({ task }) => (task ? [task] : [])),
      barriers,
      edges: all.flatMap(({ out }) => out),
    },
    meta: {
      title: `${plan.name}, run ${state.run}`,
      states: Object.fromEntries(all.map(node => [node.id, stateOf(node)])),
      inserted: Object.fromEntries(inserted),
      insertedEdges,
      titles: Object.fromEntries(
        plan.steps.flatMap(({ name, title }) => (title === undefined ? [] : [[name, title]])),
      ),
      ...(plan.pointOfNoReturn === null ? {} : { pointOfNoReturn: plan.pointOfNoReturn }),
    },
  }
}

function stateOf(node: Node): string {
  const { task, status, settledAs, lastEnding, looked, checkedFor } = node
  if (!task) return node.crossed ? 'crossed' : settledAs === 'nothing' ? 'not needed' : ''
  switch (status) {
    case 'settled':
      return settledAs ?? 'settled'
    case 'ended':
      return lastEnding?.outcome === 'again' ? 'again' : 'failed'
    case 'waiting': {
      const end = checkedFor === null ? lastEnding : looked
      return node.asked.host !== null && end?.outcome === 'failed' ? 'failed' : 'waiting'
    }
    case 'pending':
    case 'ready':
    case 'checked':
      return ''
    default:
      return status
  }
}
