/** Steps and choices in, the graph of tasks out: who waits for whom, and where the machine has to reboot in between. */

import { err, type Fallible, ok } from '../fallible.js'
import type { Step } from '../manifest/step.js'
import { withBarriers } from './barriers.js'
import { findCycle } from './cycle.js'
import { splitAddress } from './findings.js'
import { groupBy } from './group.js'
import type { Address, Choice, Edge, EdgeKind, Finding, Graph, Phase, Task } from './model.js'
import { isAcyclic } from './order.js'
import { selectionsOf, sendable } from './selections.js'

export interface GraphInput {
  /** Only steps that take part. */
  steps: Step[]
  /** By step; follow-ups included. */
  found: ReadonlyMap<string, Finding[]>
  choices: ReadonlyMap<Address, Choice>
}

/** `@` and `+` are outside the alphabet of names, so no task takes another's id. */
export const taskId = (step: string, phase: Phase, generation: number): string =>
  `${step}${phase === 'after-boot' ? '@after-boot' : ''}${generation > 1 ? `+${generation}` : ''}`

/** Every step has a `now` task, be it empty: it stands for the step in the order and is where a recheck happens. */
export function buildGraph(input: GraphInput): Fallible<Graph, { cycle: string[] }> {
  const tasks: Task[] = []
  const first = new Map<string, string>()
  const last = new Map<string, string>()
  const edges = new EdgeSet()

  for (const step of input.steps) {
    const found = input.found.get(step.name) ?? []
    const now = taskOf(step, 'now', found, input.choices)
    tasks.push(now)
    first.set(step.name, now.id)
    last.set(step.name, now.id)
    const later = taskOf(step, 'after-boot', found, input.choices)
    if (later.selections.length > 0) {
      tasks.push(later)
      edges.add(now.id, later.id, 'phase')
      last.set(step.name, later.id)
    }
  }
  for (const step of input.steps) {
    for (const need of step.needs) edges.between(last.get(need), first.get(step.name), 'needs')
    for (const before of step.after) edges.between(last.get(before), first.get(step.name), 'after')
  }
  addItemOrder(tasks, input, edges)

  const { list } = edges
  const ids = tasks.map(task => task.id)
  // Counting in-degrees says whether there is a cycle at a quarter of what building a graph for it would cost.
  if (isAcyclic(ids, list)) return ok(withBarriers(tasks, list))
  return err({ cycle: findCycle(ids, list)! })
}

function taskOf(step: Step, phase: Phase, found: Finding[], choices: ReadonlyMap<Address, Choice>): Task {
  const selections = sendable(step, selectionsOf(found, choices, phase))
  return { id: taskId(step.name, phase, 1), step: step.name, phase, generation: 1, selections }
}

/** An item's `after` across steps orders whole tasks; what does not exist in this plan is ignored. */
function addItemOrder(tasks: Task[], input: GraphInput, edges: EdgeSet): void {
  const ofStep = groupBy(tasks, task => task.step)
  const ofItem = new Map<Address, string[]>()
  for (const task of tasks)
    for (const { address } of task.selections) ofItem.set(address, [...(ofItem.get(address) ?? []), task.id])

  for (const task of tasks) {
    if (task.selections.length === 0) continue
    const selected = new Set(task.selections.map(selection => selection.address))
    for (const finding of input.found.get(task.step) ?? []) {
      if (!finding.item.after || !selected.has(finding.address)) continue
      for (const address of finding.item.after) {
        const { step, item } = splitAddress(address)
        if (step === '' || step === task.step) continue
        const before = item === '*' ? ofStep.get(step)?.map(other => other.id) : ofItem.get(address)
        for (const id of before ?? []) edges.add(id, task.id, 'item')
      }
    }
  }
}

/** One edge a pair; `needs` outranks mere order, because only it carries failure on. */
class EdgeSet {
  readonly list: Edge[] = []
  /** By target, then by source. */
  readonly #known = new Map<string, Map<string, Edge>>()

  add(from: string, to: string, kind: EdgeKind): void {
    let into = this.#known.get(to)
    if (!into) {
      into = new Map()
      this.#known.set(to, into)
    }
    const known = into.get(from)
    if (known) {
      if (kind === 'needs') known.kind = kind
      return
    }
    const edge = { from, to, kind }
    into.set(from, edge)
    this.list.push(edge)
  }

  between(from: string | undefined, to: string | undefined, kind: EdgeKind): void {
    if (from !== undefined && to !== undefined) this.add(from, to, kind)
  }
}
