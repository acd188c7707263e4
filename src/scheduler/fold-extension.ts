/** The graph grows while it is walked. */

import type { RunEvent } from './event.js'
import { chosenResolution } from './findings.js'
import { nodeOf } from './node.js'
import { addEdge, addNode } from './start.js'
import type { RunState } from './state.js'

type Extension = Extract<RunEvent, { type: 'graph-extended' }>

export function foldExtension(state: RunState, event: Extension): void {
  const added: [string, Extension['tasks'][number] | null][] = [
    ...event.barriers.map(barrier => [barrier.id, null] as [string, null]),
    ...event.tasks.map(task => [task.id, task] as [string, Extension['tasks'][number]]),
  ]
  for (const [id, task] of added) {
    addNode(state, id, task, false)
  }
  const carried = new Map(
    event.tasks.map(task => [task.id, task.selections.map(selection => selection.address)]),
  )
  for (const edge of event.edges) {
    addEdge(state, edge)
    const from = nodeOf(state, edge.from)
    if (edge.kind === 'phase') from.passed = new Set([...from.passed, ...(carried.get(edge.to) ?? [])])
    state.attention.push(edge.from)
  }
  for (const [id] of added) state.attention.push(id)
  if (!state.verify) return
  nextRound(
    state,
    event.tasks.map(task => task.step),
  )
  state.verify = null
  state.status = 'open'
}

/** The verification leads to another one; an answer that asked for that is used up. */
export function nextRound(state: RunState, steps: string[]): void {
  state.verifyRounds++
  for (const step of steps)
    for (const address of [`${step}/host.unresolved`, `${step}/host.unstable`]) {
      const finding = state.findings.get(address)
      if (finding && chosenResolution(finding, state.choices.get(address))?.id === 'retry')
        state.choices.delete(address)
    }
}
