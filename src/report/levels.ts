/** A graph in, its waves out: tasks that could run side by side, and the reboots between them. For drawing only. */

import { DirectedGraph } from 'graphology'
import { hasCycle, topologicalGenerations } from 'graphology-dag'
import type { Barrier, Graph, Task } from '../scheduler/model.js'

export type Level = { tasks: Task[] } | { barrier: Barrier }

/**
 * A barrier is a level of its own, and everything that does not wait for it stands before it. Edges to what is not in
 * the graph are left out; a graph with a cycle, which no valid plan has, is drawn as one wave.
 */
export function levelsOf(graph: Graph): Level[] {
  const tasks = new Map(graph.tasks.map(task => [key(task.id), task]))
  const barriers = new Map(graph.barriers.map(barrier => [key(barrier.id), barrier]))
  const drawn = new DirectedGraph()
  for (const id of [...tasks.keys(), ...barriers.keys()]) drawn.mergeNode(id)
  for (const { from, to } of graph.edges)
    if (drawn.hasNode(key(from)) && drawn.hasNode(key(to)) && from !== to) drawn.mergeEdge(key(from), key(to))
  if (hasCycle(drawn)) return [{ tasks: graph.tasks }, ...graph.barriers.map(barrier => ({ barrier }))]
  holdBarriersBack(drawn, graph.barriers)

  return topologicalGenerations(drawn).flatMap(generation => {
    const level = generation.flatMap(id => tasks.get(id) ?? [])
    const between = generation.flatMap(id => barriers.get(id) ?? [])
    return [...(level.length > 0 ? [{ tasks: level }] : []), ...between.map(barrier => ({ barrier }))]
  })
}

/** graphology keeps nodes as object keys, where `constructor` is taken. */
const key = (id: string): string => `:${id}`

/** Extra edges that only the drawing has: whatever is not behind a barrier comes before it. */
function holdBarriersBack(drawn: DirectedGraph, barriers: Barrier[]): void {
  const ordered = barriers.toSorted((a, b) => a.reboot - b.reboot)
  const behind = ordered.map(barrier => reachable(drawn, key(barrier.id)))
  ordered.forEach((barrier, i) => {
    const later = new Set(behind.slice(i).flatMap(set => [...set]))
    for (const id of drawn.nodes()) if (!later.has(id)) drawn.mergeEdge(id, key(barrier.id))
  })
}

/** The node itself included. */
function reachable(drawn: DirectedGraph, start: string): Set<string> {
  const seen = new Set([start])
  for (const id of seen) for (const next of drawn.outNeighbors(id)) seen.add(next)
  return seen
}
