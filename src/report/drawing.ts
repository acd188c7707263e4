/** A graph of tasks in, boxes and arrows with their words and kinds out: what DOT, Mermaid and SVG have in common. */

import type { EdgeKind, Graph, Task } from '../scheduler/model.js'
import { one } from './paragraph.js'

export interface GraphMeta {
  title?: string
  /** By task id: `applied`, `running`, `failed`, `waiting`, ... */
  states?: Record<string, string>
  /** The id of a task. */
  pointOfNoReturn?: string | null
  /** By the id of a task or a barrier: why it came in after commit. */
  inserted?: Record<string, string>
  /** By `from to`: edges that came in between what was there before. */
  insertedEdges?: ReadonlySet<string>
  /** By step. */
  titles?: Record<string, string>
}

/** How a state looks; states that are not known look like `open`. */
export type Look = 'open' | 'idle' | 'active' | 'good' | 'bad' | 'held'

export interface Box {
  id: string
  kind: 'task' | 'barrier'
  /** The step, or the reboot. */
  name: string
  /** One a line, may be empty. */
  notes: string[]
  state: string
  look: Look
  inserted: boolean
  /** The first box whose effects are not stated reversible. */
  noReturn: boolean
}

export interface Arrow {
  from: Box
  to: Box
  kind: EdgeKind
  /** Came in later, between boxes that were there before. */
  inserted: boolean
}

export interface Drawing {
  title: string
  boxes: Box[]
  arrows: Arrow[]
}

export function drawingOf(graph: Graph, meta: GraphMeta = {}): Drawing {
  const boxes = new Map<string, Box>()
  for (const task of graph.tasks) boxes.set(task.id, taskBox(task, meta))
  for (const barrier of graph.barriers)
    boxes.set(barrier.id, {
      id: barrier.id,
      kind: 'barrier',
      name: `reboot ${barrier.reboot}`,
      notes: added(meta, barrier.id),
      state: one(own(meta.states, barrier.id) ?? ''),
      look: 'held',
      inserted: added(meta, barrier.id).length > 0,
      noReturn: false,
    })
  const arrows = graph.edges.flatMap(({ from, to, kind }) => {
    const tail = boxes.get(from)
    const tip = boxes.get(to)
    const inserted = meta.insertedEdges?.has(`${from} ${to}`) ?? false
    return tail && tip ? [{ from: tail, to: tip, kind, inserted }] : []
  })
  return { title: one(meta.title ?? ''), boxes: [...boxes.values()], arrows }
}

function taskBox(task: Task, meta: GraphMeta): Box {
  const state = one(own(meta.states, task.id) ?? '')
  const round = [
    task.phase === 'after-boot' && 'after the reboot',
    task.generation > 1 && `round ${task.generation}`,
  ]
  const title = own(meta.titles, task.step)
  const notes = [
    title === undefined ? '' : one(title),
    ...task.selections.map(({ item, resolution }) => `${one(item)}: ${one(resolution)}`),
    round.filter(Boolean).join(', '),
    ...added(meta, task.id),
  ].filter(note => note !== '')
  return {
    id: task.id,
    kind: 'task',
    name: one(task.step),
    notes,
    state,
    look: lookOf(state, task),
    inserted: added(meta, task.id).length > 0,
    noReturn: task.id === meta.pointOfNoReturn,
  }
}

const added = ({ inserted }: GraphMeta, id: string): string[] => {
  const why = own(inserted, id)
  return why === undefined ? [] : [`added: ${one(why)}`]
}

/** Steps may be called `constructor`, and every object seems to have one. */
const own = (record: Record<string, string> | undefined, key: string): string | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

const looks = new Map<string, Look>([
  ['applied', 'good'],
  ['settled', 'good'],
  ['kept', 'good'],
  ['done-by-hand', 'good'],
  ['running', 'active'],
  ['checking', 'active'],
  ['failed', 'bad'],
  ['abandoned', 'bad'],
  ['unknown', 'bad'],
  ['reverted', 'bad'],
  ['blocked', 'bad'],
  ['undecided', 'held'],
  ['waiting', 'held'],
  ['again', 'held'],
  ['unreached', 'idle'],
  ['skipped', 'idle'],
  ['nothing', 'idle'],
])

const lookOf = (state: string, task: Task): Look =>
  looks.get(state) ?? (state === '' && task.selections.length === 0 ? 'idle' : 'open')
