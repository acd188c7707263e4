/** A cycle, told by its path. Only called where the counters have found that there is one, or might be. */

/** The nodes of one cycle, the first repeated at the end, or null. Iterative: chains may be 100,000 long. */
export function findCycle(nodes: string[], edges: { from: string; to: string }[]): string[] | null {
  const out = new Map<string, string[]>(nodes.map(node => [node, []]))
  for (const { from, to } of edges) out.get(from)?.push(to)
  const seen = new Set<string>()
  for (const root of nodes) {
    if (seen.has(root)) continue
    const path = [root]
    const onPath = new Map([[root, 0]])
    const cursors = [0]
    seen.add(root)
    while (path.length > 0) {
      const node = path[path.length - 1]!
      const next = out.get(node)![cursors[cursors.length - 1]!++]
      if (next === undefined) {
        onPath.delete(node)
        path.pop()
        cursors.pop()
      } else if (onPath.has(next)) return [...path.slice(onPath.get(next)), next]
      else if (!seen.has(next) && out.has(next)) {
        seen.add(next)
        onPath.set(next, path.length)
        path.push(next)
        cursors.push(0)
      }
    }
  }
  return null
}
