/** The runs of a state directory: their folders, which one is open, and which plans were applied. */

import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { ownFolder, type StateDirectory, unusable } from './directory.js'
import { firstRecord, lastRecord } from './ends.js'
import { errno, type JournalFailure } from './failure.js'

export interface RunFolder {
  run: string
  path: string
  journal: string
  /** The consumers' stdout and stderr. */
  tasks: string
}

export interface RunEntry extends RunFolder {
  /** `uncommitted`: its first record never reached the disk, so nothing of it was carried out. */
  state: 'open' | 'completed' | 'abandoned' | 'uncommitted'
  /** Records, as far as the last sound one says. */
  seq: number
  /** Time of the last record. */
  time: string | null
}

/** Sorts by time; begins with a letter and stays within the protocol's names. `random` is any text of a-z and 0-9. */
export function newRunId(now: Date, random: string): string {
  const [day, time] = now.toISOString().split('T') as [string, string]
  return `r${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${random}`
}

/** Makes a run's folders; its journal is the writer's to make. */
export function createRun(state: StateDirectory, run: string): Fallible<RunFolder, JournalFailure> {
  const folder = runFolder(state, run)
  for (const path of [folder.path, folder.tasks]) {
    const made = ownFolder(path, 0o700, state.uid)
    if (!made.ok) return made
  }
  return ok(folder)
}

export const runFolder = (state: StateDirectory, run: string): RunFolder => {
  const path = join(state.runs, run)
  return { run, path, journal: join(path, 'journal.jsonl'), tasks: join(path, 'tasks') }
}

/** All runs, oldest first. Reads the last line of each journal. */
export function listRuns(state: StateDirectory): Fallible<RunEntry[], JournalFailure> {
  const names = runNames(state)
  if (!names.ok) return names
  const entries: RunEntry[] = []
  for (const run of names.value) {
    const folder = runFolder(state, run)
    const last = isThere(folder.journal) ? lastRecord(folder.journal, state.uid) : ok(null)
    if (!last.ok) return last
    const ended = last.value ? endedAs(last.value.event.type) : 'uncommitted'
    entries.push({ ...folder, state: ended, seq: last.value?.seq ?? 0, time: last.value?.time ?? null })
  }
  return ok(entries)
}

/** The run that is open, the newest if there should be more; null without one. */
export function openRun(state: StateDirectory): Fallible<RunEntry | null, JournalFailure> {
  const runs = listRuns(state)
  return runs.ok ? ok(runs.value.findLast(run => run.state === 'open') ?? null) : runs
}

/** The run that committed a plan, whatever became of it; null if none did. Reads the first line of each journal. */
export function appliedPlan(
  state: StateDirectory,
  digest: string,
): Fallible<RunFolder | null, JournalFailure> {
  const names = runNames(state)
  if (!names.ok) return names
  for (const run of names.value) {
    const folder = runFolder(state, run)
    const first = isThere(folder.journal) ? firstRecord(folder.journal, state.uid) : ok(null)
    if (!first.ok) return first
    const event = first.value?.event
    if (event?.type === 'run-committed' && (event.plan.digest === digest || event.plan.supersedes === digest))
      return ok(folder)
  }
  return ok(null)
}

/** Without following a link: a planted one has to be refused, not overlooked. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined

function endedAs(type: string): 'open' | 'completed' | 'abandoned' {
  if (type === 'run-completed') return 'completed'
  return type === 'run-abandoned' ? 'abandoned' : 'open'
}

function runNames(state: StateDirectory): Fallible<string[], JournalFailure> {
  try {
    const entries = readdirSync(state.runs, { withFileTypes: true })
    return ok(
      entries
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
        .sort(),
    )
  } catch (error) {
    return errno(error) === 'ENOENT' ? ok([]) : err(unusable(state.runs, error))
  }
}
