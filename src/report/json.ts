/** The stream of `--json`: a line that names the format, every event as it is, and a line that tells the end. */

import type { Event } from '../scheduler/event.js'
import type { Findings } from '../scheduler/model.js'
import type { Conclusion, Reporter, Write } from './reporter.js'

/** Goes up when a reader of today's lines would misread tomorrow's; see docs/output.md. */
export const format = 1

export function jsonReporter(write: Write, about: { version: string; command: string }): Reporter {
  const line = (value: object): void => write(`${harmless(JSON.stringify(value))}\n`)
  line({ type: 'edgewise', format, version: about.version, command: about.command })
  return {
    event: (event: Event) => line(whole(event)),
    learn: () => {},
    // The fixed keys last, so that nothing an ending carries can take their place.
    end: ({ committed, changed, exit, ...rest }: Conclusion) =>
      line({ type: 'end', ...rest, committed, changed, exit }),
    close: () => {},
  }
}

/** The clock tells fractions of a millisecond that nobody measured. */
function whole(event: Event): Event {
  const looked = (findings: Findings): Findings => ({ ...findings, took: Math.round(findings.took) })
  switch (event.type) {
    case 'task-ended':
      return { ...event, took: Math.round(event.took) }
    case 'step-checked':
      return { ...event, findings: looked(event.findings) }
    case 'task-checked':
      return { ...event, findings: looked(event.findings) }
    case 'step-verified':
      return { ...event, findings: looked(event.findings) }
    case 'quiet':
      return { ...event, ms: Math.round(event.ms) }
    default:
      return event
  }
}

/** For a command whose result is not events but lines of its own: the same first line, and the same last one. */
export function jsonResult(
  write: Write,
  about: { version: string; command: string },
  lines: readonly object[],
  conclusion: Conclusion,
): void {
  const reporter = jsonReporter(write, about)
  for (const result of lines) write(`${harmless(JSON.stringify(result))}\n`)
  reporter.end(conclusion)
}

/**
 * JSON escapes only C0. What else moves a cursor or turns text around is escaped too, and so are the two separators that
 * some readers take for the end of a line; the values are the same.
 */
export const harmless = (json: string): string =>
  json.replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
