/**
 * Waits for what another process brings about: a file of a step, a record of a journal, a line on a terminal. It goes on
 * as soon as that is so and depends on no time; that it never comes is a failure, which says what was waited for.
 */

import { setTimeout as later } from 'node:timers/promises'

/** Milliseconds; only a hanging program takes as long, on however busy a machine. */
const longest = 120_000
const between = 5

export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const end = performance.now() + longest; !isSo(); await later(between))
    if (performance.now() > end) throw new Error(`it never came to this: ${what}`)
}
