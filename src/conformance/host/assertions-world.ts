/** Assertions about when programs ran, what was done to them, and what is left. */

import type { HostAssertion } from './assertion.js'
import { nameOf, runsOf } from './assertions-sent.js'

export const aboutWorld: Record<string, HostAssertion> = {
  /** It came to its own end: nobody ended it. */
  'ran-out'({ log }, where) {
    const runs = runsOf(log, where)
    if (runs.length === 0) return [`the ${where.role} of ${where.step} was not started`]
    return runs.flatMap(run =>
      run.some(({ what }) => what === 'exit')
        ? []
        : [
            `${nameOf(run)} did not come to its own end: ${run.some(({ what }) => what === 'signal') ? 'it was sent SIGTERM' : 'it was killed'}`,
          ],
    )
  },

  /** One began only after the other was over. */
  'begins-after'({ log }, { first, then }) {
    const at = (step: unknown, what: string): number =>
      log.findIndex(entry => entry.step === step && entry.role === 'consumer' && entry.what === what)
    const [end, begin] = [at(first, 'exit'), at(then, 'start')]
    if (begin < 0) return [`the consumer of ${then} was not started`]
    return end >= 0 && end < begin
      ? []
      : [`the consumer of ${then} was started before that of ${first} had ended`]
  },

  'nobody-left': ({ call }) =>
    call.left.map(({ who, pid }) => `${who} (pid ${pid}) is still there after the host has ended`),
}
