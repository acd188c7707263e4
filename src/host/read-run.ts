/** The open run as its journal tells it, without the lock: for those who look before they ask for anything. */

import { err, type Fallible, ok } from '../fallible.js'
import { findStateDirectory, type StateDirectory } from '../journal/directory.js'
import { readJournal } from '../journal/reader.js'
import type { JournalRecord } from '../journal/record.js'
import { openRun, type RunFolder } from '../journal/runs.js'
import { fold } from '../scheduler/fold.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import { noRun } from './opened-run.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'

export interface ReadRun {
  directory: StateDirectory
  folder: RunFolder
  state: RunState
}

export function readRun(context: Context): Fallible<ReadRun, Refusal> {
  const found = findStateDirectory(context.stateDir, { uid: context.uid })
  if (!found.ok) return err(refusalOfJournal(found.error))
  if (!found.value) return err(noRun(context))
  const directory = found.value
  const open = openRun(directory)
  if (!open.ok) return err(refusalOfJournal(open.error))
  if (!open.value) return err(noRun(context))
  const records = recordsOf(context, open.value)
  if (!records.ok) return records
  const state = records.value.reduce<RunState | null>((before, record) => fold(before, record.event), null)
  return state ? ok({ directory, folder: open.value, state }) : err(noRun(context))
}

export function recordsOf({ uid }: Context, folder: RunFolder): Fallible<JournalRecord[], Refusal> {
  const journal = readJournal(folder.journal, { uid })
  return journal.ok ? ok(journal.value.records) : err(refusalOfJournal(journal.error))
}
