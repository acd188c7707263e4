/** What the sandbox saw of a program's end, in the words in which it is judged. */

import type { Course } from '../protocol/conclude.js'
import type { Done } from '../protocol/gen/messages.js'
import type { Settled } from '../sandbox/running.js'

export const howItEnded = (
  end: Settled,
  done: Done | undefined,
): Pick<Course, 'done' | 'exit' | 'ended' | 'spawnError'> => ({
  done,
  exit: { status: end.status, signal: end.signal },
  ended: end.ended,
  spawnError: end.failure ? `${end.failure.message} ${end.failure.hint}` : undefined,
})

/** Whether it was ended from outside, in the middle of a line perhaps. */
export const wasCut = (end: Settled): boolean => end.ended !== undefined || end.signal !== null
