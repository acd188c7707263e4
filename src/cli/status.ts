/** `edgewise status`: where the newest run stands, read from its journal alone; the lock is not needed. */

import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { refusalOfJournal } from '../host/refusal-of-journal.js'
import { type Status, status } from '../host/status.js'
import { version } from '../host/version.js'
import { defaultStateDirectory, findStateDirectory } from '../journal/directory.js'
import type { JournalFailure } from '../journal/failure.js'
import { lockHolder } from '../journal/lock.js'
import { readJournal } from '../journal/reader.js'
import { listRuns } from '../journal/runs.js'
import { formatMoment } from '../report/amount.js'
import { jsonResult } from '../report/json.js'
import type { Conclusion } from '../report/reporter.js'
import { detectStyle } from '../report/style.js'
import { renderSummary } from '../report/summary.js'
import { Tally } from '../report/tally.js'

export async function runStatus(flags: { stateDir?: string; json?: true }): Promise<Status> {
  const { stdout, stderr, env } = process
  const uid = process.geteuid?.() ?? 0
  const path =
    flags.stateDir === undefined
      ? defaultStateDirectory(uid, homedir(), env.XDG_STATE_HOME)
      : resolve(flags.stateDir)
  const tell = (lines: object[], conclusion: Conclusion): void =>
    jsonResult(text => void stdout.write(text), { version, command: 'status' }, lines, conclusion)
  const failed = (failure: JournalFailure): Status => {
    const { status: exit, code, message, hint } = refusalOfJournal(failure)
    if (flags.json)
      tell([], {
        exit,
        committed: false,
        changed: false,
        code,
        message,
        ...(hint === undefined ? {} : { hint }),
      })
    else stderr.write(`edgewise: ${message}\n  ${hint}\n`)
    return exit
  }
  const directory = findStateDirectory(path, { uid })
  if (!directory.ok) return failed(directory.error)
  const runs = directory.value ? listRuns(directory.value) : null
  if (runs && !runs.ok) return failed(runs.error)
  const newest = runs?.value.findLast(run => run.state !== 'uncommitted')
  if (!newest) {
    if (flags.json)
      tell([{ type: 'status', run: null }], { committed: false, changed: false, exit: status.ok })
    else stdout.write(`No run in ${path}.\n`)
    return status.ok
  }
  const journal = readJournal(newest.journal, { uid })
  if (!journal.ok) return failed(journal.error)
  const tally = new Tally()
  for (const record of journal.value.records) tally.take(record.event)
  const { records } = journal.value
  const holder = directory.value ? lockHolder(directory.value) : undefined
  if (flags.json) {
    tell(
      [
        {
          type: 'status',
          run: newest.run,
          state: newest.state,
          ...(holder ? { holder } : {}),
          ...told(tally),
        },
      ],
      { run: newest.run, committed: false, changed: false, exit: status.ok },
    )
    return status.ok
  }
  const conclusion: Conclusion = {
    committed: true,
    changed: true,
    exit: 0,
    message: 'its host has ended, it can be resumed',
  }
  const took = Date.parse(records.at(-1)!.time) - Date.parse(records[0]!.time)
  stdout.write(
    renderSummary({
      tally,
      conclusion,
      style: detectStyle(stdout, env),
      took,
      stateDir: flags.stateDir,
      goingOn: holder && `process ${holder.pid} (${holder.command}), since ${formatMoment(holder.since)}`,
    }),
  )
  return status.ok
}

const told = (tally: Tally): object => ({
  waitingFor: tally.waitingFor,
  questions: [...tally.questions.values()].map(({ address, item }) => ({
    address,
    title: item.title,
    resolutions: (item.resolutions ?? []).map(({ id, title }) => ({ id, title })),
  })),
  chosen: tally.chosen,
  deferred: [...tally.deferred.keys()],
  held: [...tally.held].map(([unit, steps]) => ({ unit, steps })),
  extended: tally.extensions.map(({ tasks, barriers, edges, why }) => ({
    tasks: tasks.map(({ id }) => id),
    barriers: barriers.map(({ id }) => id),
    edges,
    why,
  })),
  judged: tally.judged.map(({ type, address, from, to }) => ({
    address,
    from,
    to,
    carried: type === 'choice-carried',
  })),
  tasks: [...tally.tasks.values()].map(({ task, fate, attempt }) => ({
    task: task.id,
    state: fate,
    attempt,
  })),
})
