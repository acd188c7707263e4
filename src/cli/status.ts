/** `edgewise status`: where the newest run stands, read from its journal alone; the lock is not needed. */

import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { type Status, status } from '../host/status.js'
import { defaultStateDirectory, findStateDirectory } from '../journal/directory.js'
import { readJournal } from '../journal/reader.js'
import { listRuns } from '../journal/runs.js'
import { harmless } from '../report/json.js'
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
  const failed = (failure: { message: string; hint: string }): Status => {
    stderr.write(`edgewise: ${failure.message}\n  ${failure.hint}\n`)
    return status.internal
  }
  const directory = findStateDirectory(path, { uid })
  if (!directory.ok) return failed(directory.error)
  const runs = directory.value ? listRuns(directory.value) : null
  if (runs && !runs.ok) return failed(runs.error)
  const newest = runs?.value.findLast(run => run.state !== 'uncommitted')
  if (!newest) {
    stdout.write(flags.json ? `${JSON.stringify({ type: 'status', run: null })}\n` : `No run in ${path}.\n`)
    return status.ok
  }
  const journal = readJournal(newest.journal, { uid })
  if (!journal.ok) return failed(journal.error)
  const tally = new Tally()
  for (const record of journal.value.records) tally.take(record.event)
  const { records } = journal.value
  if (flags.json) {
    stdout.write(
      `${harmless(JSON.stringify({ type: 'status', run: newest.run, state: newest.state, ...told(tally) }))}\n`,
    )
    return status.ok
  }
  const conclusion: Conclusion = {
    committed: true,
    changed: true,
    exit: 0,
    message: 'is going on, or its host ended',
  }
  const took = Date.parse(records.at(-1)!.time) - Date.parse(records[0]!.time)
  stdout.write(
    renderSummary({ tally, conclusion, style: detectStyle(stdout, env), took, stateDir: flags.stateDir }),
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
  tasks: [...tally.tasks.values()].map(({ task, fate, attempt }) => ({
    task: task.id,
    state: fate,
    attempt,
  })),
})
