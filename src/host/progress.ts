/** A step's word on how far it is, fit to be shown. */

import type { Progress } from '../protocol/gen/messages.js'
import type { LiveEvent } from '../scheduler/event.js'
import type { Context } from './context.js'
import { scrub } from './scrub.js'

export function progressEvent(said: Progress, step: string, task: string | undefined, context: Context): LiveEvent {
  const { item, message, percent } = scrub(said, context.secrets.values())
  return {
    type: 'progress',
    step,
    ...(task === undefined ? {} : { task }),
    ...(item === undefined ? {} : { item }),
    ...(message === undefined ? {} : { message }),
    ...(percent === undefined ? {} : { percent }),
  }
}
