/** How a run that was carried forward ends as a command: its state, told, and the exit status. */

import type { RunReport } from '../host/apply.js'
import type { Status } from '../host/status.js'
import { status } from '../host/status.js'
import { one } from '../report/paragraph.js'
import type { Conclusion } from '../report/reporter.js'
import type { Plan } from '../scheduler/model.js'
import type { Session } from './session.js'

export async function concludeRun(session: Session, report: RunReport): Promise<Status> {
  if (report.state === null) {
    const { left } = report.plan
    const { verdict } = report.prediction
    session.reporter.close()
    session.print(nothingToDo(left))
    // What was left out is why there was nothing to do, and a script must not take that for success.
    const leftOver = verdict === 'blocked' ? status.blocked : status.undecided
    return session.end({
      verdict,
      committed: false,
      changed: false,
      exit: left.length > 0 && report.status === status.ok ? leftOver : report.status,
      ...(left.length > 0 ? { details: left.map(({ step, reason }) => `left out: ${step}: ${reason}`) } : {}),
    })
  }
  const { state } = report
  if (report.folder) session.keepsLogsIn(report.folder)
  return session.end({
    state: stateOf(report),
    run: state.run,
    committed: true,
    changed: [...state.nodes.values()].some(node => node.attempt > 0),
    exit: report.status,
  })
}

function nothingToDo(left: Plan['left']): string {
  if (left.length === 0) return 'Nothing to do.'
  const steps = left.map(({ step, reason }) => `  ${one(step)}: ${one(reason)}`)
  return ['Nothing could be committed. Left out by --partial:', ...steps].join('\n')
}

function stateOf({ state, status: exit }: RunReport): NonNullable<Conclusion['state']> {
  if (state?.status === 'completed' || state?.status === 'abandoned') return state.status
  if (exit === status.interrupted || exit === status.terminated) return 'interrupted'
  return exit === status.failed ? 'failed' : 'waiting'
}
