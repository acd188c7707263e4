/** One line an event, for pipes and logs: no colours, no cursor, the same words every time. */

import type { Event } from '../scheduler/event.js'
import { bareLines } from './line.js'
import type { Write } from './reporter.js'
import type { Roster } from './roster.js'
import { describe } from './sentence.js'

/** The roster must have learned the event. */
export function writePlain(event: Event, roster: Roster, write: Write): void {
  const sentence = describe(event, roster)
  if (sentence)
    write(
      bareLines(sentence)
        .map(line => `${line}\n`)
        .join(''),
    )
}
