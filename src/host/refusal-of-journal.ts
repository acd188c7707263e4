/** What is wrong with the journal or its folder, as the end of a command. */

import type { JournalCode, JournalFailure } from '../journal/failure.js'
import type { Refusal } from './refusal.js'
import { type Status, status } from './status.js'

/** Another folder or another version can be named; a fault of the disk under a journal cannot be helped from here. */
const known: Partial<Record<JournalCode, Status>> = {
  'lock.held': status.busy,
  'state.untrusted': status.usage,
  'state.unusable': status.usage,
  'journal.newer-format': status.usage,
  'journal.damaged': status.illegal,
}

export const refusalOfJournal = (failure: JournalFailure, as: Status = status.internal): Refusal => ({
  code: failure.code,
  status: known[failure.code] ?? as,
  message: failure.message,
  hint: failure.hint,
})
