/** How a run that was carried forward ends as a command: its state, told, and the exit status. */

import type { RunReport } from '../host/apply.js'
import type { Delivered } from '../host/deliver.js'
import type { Status } from '../host/status.js'
import { status } from '../host/status.js'
import type { Conclusion } from '../report/reporter.js'
import type { Session } from './session.js'

export async function concludeRun(session: Session, report: RunReport): Promise<Status> {
  if (report.state === null) {
    const { verdict } = report.prediction
    session.reporter.close()
    session.print('Nothing to do.')
    return session.end({
      verdict,
      committed: false,
      changed: false,
      exit: report.status,
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
    took: Math.round(report.took),
    ...(report.sinceCommit === undefined ? {} : { sinceCommit: report.sinceCommit }),
  })
}

/** Who holds a run that another command was called for. */
export const holderText = (by: NonNullable<Delivered['by']>): string =>
  typeof by === 'string' ? by : `process ${by.pid} (${by.command})`

function stateOf({ state, goesOn, status: exit }: RunReport): NonNullable<Conclusion['state']> {
  if (state?.status === 'completed' || state?.status === 'abandoned') return state.status
  if (goesOn) return 'running'
  if (exit === status.interrupted || exit === status.terminated) return 'interrupted'
  return exit === status.failed ? 'failed' : 'waiting'
}
