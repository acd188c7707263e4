/** `edgewise abandon`: the open run is given up, with a reason. */

import { abandon } from '../../host/resume.js'
import { type Status, status } from '../../host/status.js'
import { cleanLine } from '../../protocol/text.js'
import { isInDoubt } from '../../scheduler/node.js'
import { openSession } from '../session.js'

export async function runAbandon(flags: { reason: string; stateDir?: string }): Promise<Status> {
  const session = openSession(
    'abandon',
    flags.stateDir === undefined ? {} : { stateDir: flags.stateDir },
    'quiet',
  )
  const given = abandon(session.context, flags.reason)
  if (!given.ok) return session.refuse(given.error)
  const doubted = [...given.value.nodes.values()].filter(isInDoubt).map(node => node.id)
  session.print(`Run ${given.value.run} is abandoned: ${cleanLine(flags.reason)}`)
  session.print(
    doubted.length === 0
      ? 'The machine is consistent: what was begun was finished.'
      : `The machine may be inconsistent: nobody knows whether these were done: ${doubted.join(', ')}.`,
  )
  return session.end({ state: 'abandoned', committed: true, changed: false, exit: status.abandoned })
}
