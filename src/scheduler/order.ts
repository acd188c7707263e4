/** Adjacency and topological order by in-degree counters: linear, and without a sort a completion. */

export interface Adjacency<E extends { from: string; to: string }> {
  out: Map<string, E[]>
  into: Map<string, E[]>
}

export function adjacencyOf<E extends { from: string; to: string }>(
  nodes: Iterable<string>,
  edges: E[],
): Adjacency<E> {
  const out = new Map<string, E[]>()
  const into = new Map<string, E[]>()
  for (const node of nodes) {
    out.set(node, [])
    into.set(node, [])
  }
  for (const edge of edges) {
    out.get(edge.from)?.push(edge)
    into.get(edge.to)?.push(edge)
  }
  return { out, into }
}

/**
 * Nodes in an order that obeys every edge; among those that could be next, the preferred ones first, then as listed.
 * The edges must be acyclic.
 */
export function topological<E extends { from: string; to: string }>(
  nodes: string[],
  { out, into }: Adjacency<E>,
  prefer: (node: string) => boolean = () => true,
): string[] {
  const missing = new Map(nodes.map(node => [node, into.get(node)!.length]))
  const order: string[] = []
  const preferred: string[] = []
  const others: string[] = []
  const enqueue = (node: string): void => void (prefer(node) ? preferred : others).push(node)
  for (const node of nodes) if (missing.get(node) === 0) enqueue(node)
  let p = 0
  let o = 0
  while (p < preferred.length || o < others.length) {
    const node = p < preferred.length ? preferred[p++]! : others[o++]!
    order.push(node)
    for (const edge of out.get(node)!) {
      const left = missing.get(edge.to)! - 1
      missing.set(edge.to, left)
      if (left === 0) enqueue(edge.to)
    }
  }
  return order
}
