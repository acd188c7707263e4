/** Which questions a task waits for: events in, the questions that go with it when it goes on without their answers out. */

import type { Event } from '../scheduler/event.js'
import type { Address, Choice } from '../scheduler/model.js'

/** `later` is no answer, and what the host asks is not waived. */
export const isAnswer = ({ answer }: Choice, isHosts = false): boolean =>
  answer.kind === 'resolution' || (answer.kind === 'waiver' && !isHosts)

export class Asking {
  readonly #byTask = new Map<string, Set<Address>>()

  /** Addresses that nobody is asked any more from this event on. */
  take(event: Event): Iterable<Address> {
    switch (event.type) {
      case 'question-raised': {
        const { task, finding } = event
        for (const asked of this.#byTask.values()) asked.delete(finding.address)
        if (task === null) return []
        const asked = this.#byTask.get(task)
        if (asked) asked.add(finding.address)
        else this.#byTask.set(task, new Set([finding.address]))
        return []
      }
      case 'task-ready':
      case 'task-retried':
      case 'task-settled':
      case 'task-skipped':
      case 'task-unreached':
      case 'task-abandoned': {
        const asked = this.#byTask.get(event.task) ?? []
        this.#byTask.delete(event.task)
        return asked
      }
      default:
        return []
    }
  }
}
