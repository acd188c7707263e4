/** `edgewise resume`: goes on with the open run, answering what it can. */

import { resume } from '../../host/resume.js'
import { type Status, status } from '../../host/status.js'
import { askingOf, choosingOf, rebootingOf, waitingOf } from '../choosing.js'
import { resumingElsewhere } from '../in-unit.js'
import type { SharedFlags } from '../main.js'
import { concludeRun } from '../run.js'
import { openSession } from '../session.js'

interface ResumeFlags extends SharedFlags {
  changedPrograms?: true
  boot?: true
}

export async function runResume(flags: ResumeFlags): Promise<Status> {
  const session = openSession('resume', flags.boot ? { ...flags, input: false } : flags, 'plain')
  const elsewhere = flags.boot ? undefined : await resumingElsewhere(session, flags)
  if (elsewhere) return elsewhere.ok ? concludeRun(session, elsewhere.value) : session.refuse(elsewhere.error)
  const resumed = await resume(session.context, {
    ...choosingOf(flags),
    ...waitingOf(flags),
    ...askingOf(session),
    changedPrograms: flags.changedPrograms ?? false,
    past: event => session.reporter.learn(event),
    ...rebootingOf(session, flags),
  })
  if (!resumed.ok && flags.boot && atRest[resumed.error.code] !== undefined) {
    session.print(atRest[resumed.error.code]!)
    return session.end({ committed: false, changed: false, exit: status.ok })
  }
  return resumed.ok ? concludeRun(session, resumed.value) : session.refuse(resumed.error)
}

/** At most boots there is nothing to go on with; and what another host has in hand, it goes on with itself. */
const atRest: Record<string, string> = {
  'host.no-run': '',
  'lock.held': 'Another host has the run in hand; it goes on with it.',
}
