/** `edgewise abandon`: the open run is given up, with a reason. */

import { abandon } from '../../host/abandon.js'
import { keptDown } from '../../host/holds.js'
import { type Status, status } from '../../host/status.js'
import { cleanLine } from '../../protocol/text.js'
import { offer } from '../../report/offer.js'
import { holderText } from '../run.js'
import { openSession } from '../session.js'

export async function runAbandon(flags: { reason: string; stateDir?: string }): Promise<Status> {
  const session = openSession(
    'abandon',
    flags.stateDir === undefined ? {} : { stateDir: flags.stateDir },
    'quiet',
  )
  const given = await abandon(session.context, flags.reason)
  if (!given.ok) return session.refuse(given.error)
  const { run, doubted, by, held } = given.value
  if (doubted === null) {
    const who = by === null ? 'Its host' : capital(holderText(by))
    session.print(`Run ${run} is given up, which is on record: ${cleanLine(flags.reason)}`)
    session.print(`${who} finishes what is in hand; ${offer(['status'], flags.stateDir)} tells how it ended.`)
  } else {
    session.print(`Run ${run} is abandoned: ${cleanLine(flags.reason)}`)
    session.print(
      doubted.length === 0
        ? 'The machine is consistent: what was begun was finished.'
        : `The machine may be inconsistent: nobody knows whether these were done: ${doubted.join(', ')}.`,
    )
  }
  for (const line of keptDown(session.context.stateDir, held)) session.print(line)
  return session.end({ state: 'abandoned', committed: true, changed: false, exit: status.abandoned })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
