/** What is wrong with the journal or its folder, as the end of a command. */

import type { JournalFailure } from '../journal/failure.js'
import type { Refusal } from './refusal.js'
import { type Status, status } from './status.js'

export const refusalOfJournal = (failure: JournalFailure, as: Status = status.internal): Refusal => ({
  code: failure.code,
  // Another folder can be named; a fault of the disk under a journal cannot be helped from here.
  status:
    failure.code === 'lock.held'
      ? status.busy
      : failure.code === 'state.untrusted' || failure.code === 'state.unusable'
        ? status.usage
        : as,
  message: failure.message,
  hint: failure.hint,
})
