/** A journal to look at: of a run of this machine, or a file from anywhere. The lock is not needed, and nothing is changed. */

import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { findStateDirectory } from '../journal/directory.js'
import type { JournalDamage } from '../journal/failure.js'
import { type Journal, readJournal } from '../journal/reader.js'
import type { Link } from '../journal/record.js'
import { listRuns, type RunEntry } from '../journal/runs.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { status } from './status.js'

type Where = Pick<Context, 'stateDir' | 'uid'>

export interface PastRun {
  /** The journal's path. */
  file: string
  /** Sound records, oldest first: all that stand before a damage, where there is one. */
  records: Link[]
  /** What stands behind the last whole record and was never acknowledged. */
  torn?: NonNullable<Journal['torn']>
  damage?: JournalDamage
}

/** All runs that were committed, oldest first. */
export function pastRuns({ stateDir, uid }: Where): Fallible<RunEntry[], Refusal> {
  const directory = findStateDirectory(stateDir, { uid })
  if (!directory.ok) return err(refusalOfJournal(directory.error))
  if (!directory.value) return ok([])
  const runs = listRuns(directory.value)
  if (!runs.ok) return err(refusalOfJournal(runs.error))
  return ok(runs.value.filter(run => run.state !== 'uncommitted'))
}

/** `name`: a run's, or its end; the path of a run's folder or of a journal; absent for the newest run. */
export function pastRun(where: Where, name?: string): Fallible<PastRun, Refusal> {
  if (name?.includes('/')) return foreign(name)
  const runs = pastRuns(where)
  if (!runs.ok) return runs
  const found =
    name === undefined
      ? runs.value.slice(-1)
      : runs.value.filter(({ run }) => run === name || run.endsWith(`-${name}`))
  if (found.length === 1) return read(found[0]!.journal, where.uid)
  if (name === undefined)
    return err({
      code: 'host.no-run',
      status: status.usage,
      message: `There is no run in ${where.stateDir}.`,
      hint: '`edgewise apply` begins one; --state-dir names another place to look.',
    })
  return err({
    code: 'host.unknown-run',
    status: status.usage,
    message: `There is ${found.length === 0 ? 'no run' : 'more than one run'} ${name} in ${where.stateDir}.`,
    hint: '`edgewise log --list` names all runs; a path names a journal anywhere else: ./journal.jsonl.',
  })
}

/** From another machine, or from a backup: whoever asks vouches for it. */
function foreign(path: string): Fallible<PastRun, Refusal> {
  try {
    const real = realpathSync(path)
    return read(statSync(real).isDirectory() ? join(real, 'journal.jsonl') : real, null)
  } catch (error) {
    return err({
      code: 'host.unknown-run',
      status: status.usage,
      message: `${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}.`,
      hint: 'Name the folder of a run, or its journal.jsonl.',
    })
  }
}

function read(file: string, uid: number | null): Fallible<PastRun, Refusal> {
  const records: Link[] = []
  const journal = readJournal(file, { uid, onRecord: link => void records.push(link) })
  if (journal.ok) return ok({ file, records, ...(journal.value.torn ? { torn: journal.value.torn } : {}) })
  if (records.length > 0 || journal.error.code === 'journal.damaged')
    return ok({ file, records, damage: journal.error })
  return err(refusalOfJournal(journal.error))
}
