/** Which events this version folds: what a journal of a newer one holds beyond them is refused, or passed over where it says so. */

import type { RunEvent } from './event.js'

const known: Record<RunEvent['type'], true> = {
  'run-committed': true,
  'run-resumed': true,
  'task-checking': true,
  'task-checked': true,
  'selection-dropped': true,
  'choice-made': true,
  'choice-refused': true,
  'abandon-asked': true,
  'choice-carried': true,
  'choice-invalidated': true,
  'graph-extended': true,
  'task-ready': true,
  'task-skipped': true,
  'task-started': true,
  'item-found': true,
  'selection-result': true,
  'task-ended': true,
  'task-attached': true,
  'task-unknown': true,
  'task-backing-off': true,
  'task-retried': true,
  'task-settled': true,
  'task-unreached': true,
  'task-abandoned': true,
  'question-raised': true,
  'question-withdrawn': true,
  'reboot-awaited': true,
  'reboot-asked': true,
  'reboot-refused': true,
  rebooted: true,
  'unit-held': true,
  'unit-released': true,
  'unit-started': true,
  'run-waiting': true,
  'wait-announced': true,
  'run-interrupted': true,
  'verify-started': true,
  'step-verifying': true,
  'step-verified': true,
  'run-completed': true,
  'run-abandoned': true,
}

export const isKnown = (event: { type: string }): boolean => Object.hasOwn(known, event.type)

/** A later version may add an event without which the state is the same, and then it says so in the event. */
export const isOptional = (event: object): boolean => 'optional' in event && event.optional === true
