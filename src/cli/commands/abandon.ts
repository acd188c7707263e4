/** `edgewise abandon`: the open run is given up, with a reason. */

import { abandon } from '../../host/resume.js'
import { type Status, status } from '../../host/status.js'
import { openSession } from '../session.js'

export async function runAbandon(flags: { reason: string; stateDir?: string }): Promise<Status> {
  const session = openSession(
    'abandon',
    flags.stateDir === undefined ? {} : { stateDir: flags.stateDir },
    'quiet',
  )
  const given = abandon(session.context, flags.reason)
  if (!given.ok) return session.refuse(given.error)
  session.print(`Run ${given.value.run} is abandoned: ${flags.reason}`)
  return session.end({ state: 'abandoned', committed: true, changed: false, exit: status.abandoned })
}
