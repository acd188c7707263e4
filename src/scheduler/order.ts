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

/** True where every node can be reached by taking away those that nothing is left before. By numbers, as it is hot. */
export function isAcyclic(nodes: string[], edges: { from: string; to: string }[]): boolean {
  const numbers = new Map<string, number>()
  for (const node of nodes) numbers.set(node, numbers.size)
  const missing = new Int32Array(nodes.length)
  const first = new Int32Array(nodes.length + 1)
  const from = edges.map(edge => numbers.get(edge.from)!)
  const to = edges.map(edge => numbers.get(edge.to)!)
  for (const source of from) first[source + 1]!++
  for (let i = 0; i < nodes.length; i++) first[i + 1]! += first[i]!
  const targets = new Int32Array(edges.length)
  const next = first.slice()
  for (let i = 0; i < edges.length; i++) {
    targets[next[from[i]!]!++] = to[i]!
    missing[to[i]!]!++
  }
  const free: number[] = []
  for (let i = 0; i < nodes.length; i++) if (missing[i] === 0) free.push(i)
  for (const node of free)
    for (let at = first[node]!; at < first[node + 1]!; at++)
      if (--missing[targets[at]!]! === 0) free.push(targets[at]!)
  return free.length === nodes.length
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
