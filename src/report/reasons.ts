/** Why something happened, in words: the values of an event in, what people read out. */

import type { Event } from '../scheduler/event.js'

export const recheckReasons = {
  'upstream-changed': 'something before it has changed',
  unpredicted: 'it could not look before',
  resumed: 'the run was resumed',
  rebooted: 'the machine has rebooted',
  stale: 'its consumer met another state',
  retry: 'before another attempt',
} satisfies Record<Extract<Event, { type: 'task-checking' }>['why'], string>

export const retryReasons = {
  temporary: 'the failure was temporary',
  answered: 'its question was answered',
  again: 'it asked to be run again',
  recovered: 'its fate was unknown',
  stale: 'its consumer met another state',
  'by-hand': 'to see what was done by hand',
} satisfies Record<Extract<Event, { type: 'task-retried' }>['why'], string>

export const settledTexts = {
  kept: 'left as it is, by choice',
  reverted: 'rolled back; what needs it is not reached',
  'done-by-hand': 'by hand, and its producer agrees',
}

export const waitTexts = {
  failure: 'for an answer to a failure',
  choice: 'for a choice',
  reboot: 'for a reboot',
} satisfies Record<Extract<Event, { type: 'run-waiting' }>['for'], string>
