/** How long ago a run was committed, for whoever goes on with it: by the wall clock, for it may have been another boot. */

import type { JournalRecord } from '../journal/record.js'
import type { Context } from './context.js'

/** Milliseconds; none where the clock went back meanwhile. */
export const sinceCommit = ({ now }: Context, [committed]: readonly JournalRecord[]): number =>
  Math.max(0, now().getTime() - Date.parse(committed!.time))
