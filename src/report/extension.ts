/** What came into the graph on the way, in words: one insertion in, what it brought and why out. */

import type { Event } from '../scheduler/event.js'
import type { Edge } from '../scheduler/model.js'
import { count } from './amount.js'
import { one } from './paragraph.js'

export type Extension = Extract<Event, { type: 'graph-extended' }>

/** Edges between what was there before. */
export function ownEdges({ tasks, barriers, edges }: Extension): Edge[] {
  const fresh = new Set([...tasks, ...barriers].map(({ id }) => id))
  return edges.filter(({ from, to }) => !fresh.has(from) && !fresh.has(to))
}

/** `label` names a task for people. */
export function extensionText(event: Extension, label: (task: string) => string): string {
  const { tasks, barriers, why } = event
  const brought = [
    tasks.length > 0 && `${count(tasks.length, 'task')} more, ${tasks.map(({ id }) => label(id)).join(', ')}`,
    barriers.length > 0 && `${count(barriers.length, 'reboot')} more`,
    ...ownEdges(event).map(({ from, to }) => `${label(to)} now comes after ${label(from)}`),
  ]
  return one(`${brought.filter(Boolean).join('; ')}: ${why}`)
}
