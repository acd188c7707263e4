/** `edgewise log` and `edgewise audit`: a run told, and judged, from its journal alone. */

import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { type PastRun, pastRun, pastRuns } from '../host/past-run.js'
import type { Refusal } from '../host/refusal.js'
import { type Status, status } from '../host/status.js'
import { version } from '../host/version.js'
import { defaultStateDirectory } from '../journal/directory.js'
import { firstRecord } from '../journal/ends.js'
import { bareHistory, type RunLine, renderHistory, renderRuns } from '../report/history.js'
import { jsonResult } from '../report/json.js'
import { type Finding, renderAudit } from '../report/legality.js'
import type { Conclusion } from '../report/reporter.js'
import { detectStyle } from '../report/style.js'
import { audit } from '../scheduler/audit.js'

interface Flags {
  stateDir?: string
  json?: true
  list?: true
}

interface Told {
  where: { stateDir: string; uid: number }
  /** The lines of `--json`, if that was asked for, and the end in any case. */
  end(lines: object[], conclusion: Partial<Conclusion> & { exit: Status }): Status
  refuse(refusal: Refusal, lines?: object[]): Status
}

function told(command: string, flags: Flags): Told {
  const { stdout, stderr, env } = process
  const uid = process.geteuid?.() ?? 0
  const stateDir =
    flags.stateDir === undefined
      ? defaultStateDirectory(uid, homedir(), env.XDG_STATE_HOME)
      : resolve(flags.stateDir)
  const end: Told['end'] = (lines, conclusion) => {
    const whole = { committed: false, changed: false, ...conclusion }
    if (flags.json) jsonResult(text => void stdout.write(text), { version, command }, lines, whole)
    return conclusion.exit
  }
  return {
    where: { stateDir, uid },
    end,
    refuse({ code, status: exit, message, hint }, lines = []) {
      if (!flags.json) stderr.write(`edgewise: ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`)
      return end(lines, { exit, code, message, ...(hint === undefined ? {} : { hint }) })
    },
  }
}

export const damaged = ({ code, message, hint }: NonNullable<PastRun['damage']>): Refusal => ({
  code,
  status: code === 'journal.newer-format' ? status.usage : status.illegal,
  message,
  hint,
})

/** All that is whole is told, also where what follows is damaged, torn or still to come. */
export async function runLog(name: string | undefined, flags: Flags): Promise<Status> {
  const { stdout, stderr, env } = process
  const { where, end, refuse } = told('log', flags)
  if (flags.list) return list(flags)
  const found = pastRun(where, name)
  if (!found.ok) return refuse(found.error)
  const { records, torn, damage } = found.value
  const lines = flags.json
    ? records.map(({ seq, time, boot, event }) => ({ ...event, record: { seq, time, boot } }))
    : []
  if (!flags.json) {
    const style = detectStyle(stdout, env)
    stdout.write(stdout.isTTY ? renderHistory(records, style) : bareHistory(records))
  }
  if (damage) return refuse(damaged(damage), lines)
  // A run that goes on may be in the middle of a write.
  if (torn && !flags.json) stderr.write(`edgewise: ${torn.message}\n`)
  const first = records[0]?.event
  return end(lines, { exit: status.ok, ...(first?.type === 'run-committed' ? { run: first.run } : {}) })
}

function list(flags: Flags): Status {
  const { stdout, env } = process
  const { where, end, refuse } = told('log', flags)
  const runs = pastRuns(where)
  if (!runs.ok) return refuse(runs.error)
  const lines: RunLine[] = runs.value.map(({ run, state, seq, time, journal }) => {
    const first = firstRecord(journal, where.uid)
    const record = first.ok ? first.value : null
    const name = record?.event.type === 'run-committed' ? record.event.plan.name : ''
    return { run, name, state, begun: record?.time ?? '', last: time ?? '', records: seq }
  })
  if (!flags.json)
    stdout.write(
      lines.length === 0 ? `No run in ${where.stateDir}.\n` : renderRuns(lines, detectStyle(stdout, env)),
    )
  return end(
    lines.map(line => ({ type: 'run', ...line })),
    { exit: status.ok },
  )
}

/** Proves from the journal alone what of the run was legal; on any machine. */
export async function runAudit(name: string | undefined, flags: Flags): Promise<Status> {
  const { stdout, env } = process
  const { where, end, refuse } = told('audit', flags)
  const found = pastRun(where, name)
  if (!found.ok) return refuse(found.error)
  const { file, records, torn, damage } = found.value
  if (damage?.code === 'journal.newer-format') return refuse(damaged(damage))
  const report = audit(records)
  const findings: Finding[] = report.breaches.map(({ seq, rule, message }) => ({ line: seq, rule, message }))
  if (damage) findings.push({ line: damage.line, rule: 'record', message: damage.message })
  const isLegal = findings.length === 0
  if (!flags.json)
    stdout.write(
      renderAudit(
        { file, audit: report, findings, ...(torn ? { torn: torn.message } : {}) },
        detectStyle(stdout, env),
      ),
    )
  const { run, standing, seen } = report
  return end(
    [
      ...findings.map(finding => ({ type: 'breach', ...finding })),
      { type: 'audit', run, state: standing, legal: isLegal, ...seen, file },
    ],
    isLegal
      ? { exit: status.ok, run }
      : {
          exit: status.illegal,
          run,
          code: damage ? damage.code : 'journal.illegal',
          message: damage ? damage.message : `${findings.length} records of this run were not legal.`,
          hint: 'Keep the journal as it is. Look at the lines that are named, and at who could write to it.',
        },
  )
}
