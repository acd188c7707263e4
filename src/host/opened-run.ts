/** The one open run of a state directory, under the lock: its journal read back into state, ready to go on. */

import { err, type Fallible, ok } from '../fallible.js'
import { findStateDirectory, type StateDirectory } from '../journal/directory.js'
import { type Lock, takeLock } from '../journal/lock.js'
import type { JournalRecord } from '../journal/record.js'
import { openRun, type RunFolder } from '../journal/runs.js'
import { continueJournal, type Writer } from '../journal/writer.js'
import type { RunEvent } from '../scheduler/event.js'
import { fold } from '../scheduler/fold.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { status } from './status.js'

export interface OpenedRun {
  directory: StateDirectory
  folder: RunFolder
  writer: Writer
  state: RunState
  /** What was recorded before, oldest first. */
  records: readonly JournalRecord[]
  /** Folds, appends; durable with the next flush. */
  record(event: RunEvent): void
  /** Makes what was recorded durable, then shows it. */
  flush(): Fallible<void, Refusal>
  /** Gives journal and lock back. */
  close(): void
}

export function openTheRun(context: Context, command: string): Fallible<OpenedRun, Refusal> {
  const found = findStateDirectory(context.stateDir, { uid: context.uid })
  if (!found.ok) return err(refusalOfJournal(found.error))
  if (!found.value) return err(noRun(context))
  const directory = found.value
  const lock = takeLock(directory, { since: context.now().toISOString(), command })
  if (!lock.ok) return err(refusalOfJournal(lock.error))
  const opened = underLock(context, directory, lock.value)
  if (!opened.ok) lock.value.release()
  return opened
}

function underLock(context: Context, directory: StateDirectory, lock: Lock): Fallible<OpenedRun, Refusal> {
  const open = openRun(directory)
  if (!open.ok) return err(refusalOfJournal(open.error))
  if (!open.value) return err(noRun(context))
  const folder = open.value
  const continued = continueJournal(folder.journal, {
    sync: context.journal,
    clock: () => context.now().toISOString(),
    boot: context.bootId(),
    host: context.version,
    uid: context.uid,
    held: () => lock.isHeld(),
  })
  if (!continued.ok) return err(refusalOfJournal(continued.error))
  const { writer, records, notice } = continued.value
  if (notice !== undefined) context.emit({ type: 'notice', code: 'journal.torn', message: notice })
  const state = records.reduce<RunState | null>((before, record) => fold(before, record.event), null)
  if (!state) return err(noRun(context))

  const pending: RunEvent[] = []
  return ok({
    directory,
    folder,
    writer,
    state,
    records,
    record(event) {
      fold(state, event)
      writer.append(event)
      pending.push(event)
    },
    flush() {
      const flushed = writer.flush()
      if (!flushed.ok) return err(refusalOfJournal(flushed.error))
      for (const event of pending.splice(0)) context.emit(event)
      return ok(undefined)
    },
    close() {
      writer.close()
      lock.release()
    },
  })
}

export const noRun = (context: Context): Refusal => ({
  code: 'host.no-run',
  status: status.usage,
  message: `No run is open in ${context.stateDir}.`,
  hint: '`edgewise apply` begins one; --state-dir names another place to look.',
})
