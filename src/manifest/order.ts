/** The order that `needs` and `after` ask for: steps that are missing, that need themselves, and every circle. */

import { DirectedGraph } from 'graphology'
import { hasCycle } from 'graphology-dag'
import { nearest } from './nearest.js'
import { quote, type Sink } from './problem.js'

export interface Wants {
  needs: readonly unknown[]
  after: readonly unknown[]
}

/** The nearest name costs a look at every name, so only the first mistakes get one. */
const HINTS = 50
/** A longer circle is told by its beginning. */
const SHOWN = 32
const NAME = /^[a-z][a-z0-9._-]{0,63}$/

/** graphology keeps nodes in plain objects, where a step called `constructor` would find something already. */
const key = (step: string): string => `step:${step}`

/** Groups of steps that all reach each other: Tarjan's algorithm, with its own stack, so that depth costs nothing. */
const circles = (names: Iterable<string>, next: Map<string, string[]>): string[][] => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const isOpen = new Set<string>()
  const found: string[][] = []
  const enter = (name: string): { name: string; at: number } => {
    index.set(name, index.size)
    low.set(name, index.get(name)!)
    open.push(name)
    isOpen.add(name)
    return { name, at: 0 }
  }
  for (const start of names) {
    if (index.has(start)) continue
    const path = [enter(start)]
    while (path.length > 0) {
      const top = path.at(-1)!
      const to = next.get(top.name)?.[top.at++]
      if (to !== undefined) {
        if (!index.has(to)) path.push(enter(to))
        else if (isOpen.has(to)) low.set(top.name, Math.min(low.get(top.name)!, index.get(to)!))
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before) low.set(before.name, Math.min(low.get(before.name)!, low.get(top.name)!))
      if (low.get(top.name) !== index.get(top.name)) continue
      const group = open.splice(open.lastIndexOf(top.name))
      for (const name of group) isOpen.delete(name)
      if (group.length > 1) found.push(group)
    }
  }
  return found
}

/** The shortest way from a step back to itself inside of its group. */
const wayBack = (start: string, group: readonly string[], next: Map<string, string[]>): string[] => {
  const inside = new Set(group)
  const from = new Map<string, string>()
  const queue = [start]
  for (const name of queue) {
    for (const to of next.get(name) ?? []) {
      if (to === start) {
        const way = [start]
        for (let at = name; at !== start; at = from.get(at)!) way.unshift(at)
        return [start, ...way]
      }
      if (!inside.has(to) || from.has(to)) continue
      from.set(to, name)
      queue.push(to)
    }
  }
  return [start]
}

const told = (way: readonly string[]): string =>
  way.length <= SHOWN
    ? way.join(' -> ')
    : `${way.slice(0, SHOWN - 2).join(' -> ')} -> ... (${way.length - SHOWN} more) -> ${way.slice(-2).join(' -> ')}`

/** Steps by name, in the order of the file. */
export const checkOrder = (steps: ReadonlyMap<string, Wants>, report: Sink): void => {
  const graph = new DirectedGraph()
  const next = new Map<string, string[]>()
  for (const name of steps.keys()) graph.addNode(key(name))
  let hints = HINTS
  const unknown = (step: string, kind: 'needs' | 'after', at: number, to: string): void => {
    const near = hints-- > 0 ? nearest(to, steps.keys()) : undefined
    report({
      code: 'manifest.unknown-step',
      message: `There is no step ${quote(to)} in this manifest.`,
      hint: near === undefined ? 'Name a step of this manifest, or take it away.' : `Did you mean "${near}"?`,
      path: ['steps', step, kind, String(at)],
    })
  }
  for (const [step, wants] of steps) {
    const ahead = new Set<string>()
    for (const kind of ['needs', 'after'] as const) {
      for (const [at, to] of wants[kind].entries()) {
        if (typeof to !== 'string') continue
        if (!steps.has(to)) {
          // What is no name at all was told when the schema was.
          if (NAME.test(to)) unknown(step, kind, at, to)
        } else if (to === step)
          report({
            code: 'manifest.needs-itself',
            message: `The step ${quote(step)} cannot come after itself.`,
            hint: `Take it out of its own \`${kind}\`.`,
            path: ['steps', step, kind, String(at)],
          })
        else if (!ahead.has(to)) {
          ahead.add(to)
          graph.addDirectedEdge(key(step), key(to))
        }
      }
    }
    next.set(step, [...ahead])
  }
  if (!hasCycle(graph)) return
  const place = new Map([...steps.keys()].map((name, at) => [name, at]))
  for (const group of circles(steps.keys(), next)) {
    const first = group.reduce((a, b) => (place.get(b)! < place.get(a)! ? b : a))
    const way = wayBack(first, group, next)
    const wants = steps.get(first)!
    const kind = wants.needs.includes(way[1]) ? 'needs' : 'after'
    report({
      code: 'manifest.cycle',
      message: `These steps wait for each other: ${told(way)}.`,
      hint: 'Take one of these out of `needs` or `after`.',
      path: ['steps', first, kind, String(wants[kind].indexOf(way[1]))],
    })
  }
}
