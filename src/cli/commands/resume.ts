/** `edgewise resume`: goes on with the open run, answering what it can. */

import { resume } from '../../host/resume.js'
import type { Status } from '../../host/status.js'
import { askingOf, choosingOf, waitingOf } from '../choosing.js'
import type { SharedFlags } from '../main.js'
import { concludeRun } from '../run.js'
import { openSession } from '../session.js'

export async function runResume(flags: SharedFlags & { changedPrograms?: true }): Promise<Status> {
  const session = openSession('resume', flags, 'plain')
  const resumed = await resume(session.context, {
    ...choosingOf(flags),
    ...waitingOf(flags),
    ...askingOf(session),
    changedPrograms: flags.changedPrograms ?? false,
    past: event => session.reporter.learn(event),
  })
  return resumed.ok ? concludeRun(session, resumed.value) : session.refuse(resumed.error)
}
