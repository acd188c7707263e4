/** Who is who in a run: task ids in, the step, title and selections that people know them by out. */

import type { Event } from '../scheduler/event.js'
import type { Address, Selection, Task } from '../scheduler/model.js'
import { one } from './paragraph.js'

export class Roster {
  readonly #tasks = new Map<string, Task>()
  readonly #titles = new Map<string, string>()
  readonly #locks = new Map<string, string[]>()
  readonly #selections = new Map<string, Selection[]>()

  learn(event: Event): void {
    if (event.type === 'run-committed') {
      for (const step of event.plan.steps) {
        if (step.title) this.#titles.set(step.name, one(step.title))
        this.#locks.set(step.name, step.locks)
      }
      for (const task of event.plan.graph.tasks) this.#tasks.set(task.id, task)
    } else if (event.type === 'graph-extended') {
      for (const task of event.tasks) this.#tasks.set(task.id, task)
    } else if (event.type === 'task-ready') this.#selections.set(event.task, event.selections)
  }

  /** The step of a task; an unknown task stands for itself. */
  step(task: string): string {
    return one(this.#tasks.get(task)?.step ?? task)
  }

  title(step: string): string {
    return this.#titles.get(step) ?? ''
  }

  locks(task: string): string[] {
    const step = this.#tasks.get(task)?.step
    return step === undefined ? [] : (this.#locks.get(step) ?? [])
  }

  /** What tells a step's tasks from each other, empty for its first. */
  round(task: string): string {
    const known = this.#tasks.get(task)
    if (!known) return ''
    const words: string[] = []
    if (known.phase === 'after-boot') words.push('after the reboot')
    if (known.generation > 1) words.push(`round ${known.generation}`)
    return words.join(', ')
  }

  /** Step and round, unique within a run. */
  label(task: string): string {
    const round = this.round(task)
    return round === '' ? this.step(task) : `${this.step(task)} (${round})`
  }

  /** What the task was last told to do, or was planned to. */
  selections(task: string): Selection[] {
    return this.#selections.get(task) ?? this.#tasks.get(task)?.selections ?? []
  }

  /** `item: resolution`, or the address where no selection is known. */
  selection(task: string, address: Address): string {
    const known = this.selections(task).find(selection => selection.address === address)
    return known ? `${one(known.item)}: ${one(known.resolution)}` : one(address)
  }
}
