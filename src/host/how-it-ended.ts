/** What the sandbox saw of a program's end, in the words in which it is judged. */

import type { Done } from '../protocol/gen/messages.js'
import type { Settled } from '../sandbox/running.js'

export interface Seen {
  done?: Done
  exit: { status: number | null; signal: string | null }
  ended?: NonNullable<Settled['ended']>
  spawnError?: string
}

export const howItEnded = (end: Settled, done: Done | undefined): Seen => ({
  exit: { status: end.status, signal: end.signal },
  ...(done ? { done } : {}),
  ...(end.ended ? { ended: end.ended } : {}),
  ...(end.failure ? { spawnError: `${end.failure.message} ${end.failure.hint}` } : {}),
})
