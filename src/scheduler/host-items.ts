/** The questions that the host itself asks, under names that no step can take. */

import type { ItemBody } from '../protocol/gen/messages.js'
import type { Ending, Finding } from './model.js'
import type { Node } from './state.js'

const ask = (step: string, fingerprint: string, item: ItemBody): Finding => ({
  address: `${step}/${item.id}`,
  step,
  item: { ...item, fingerprint },
  fingerprint,
  source: 'host',
})

/** A task failed, or its producer did when it was to be looked at again. */
export function failedQuestion(node: Node, ending: Ending): Finding {
  const step = node.task!.step
  return ask(step, `attempt-${node.attempt}.${node.rounds.recheck}`, {
    id: 'host.failed',
    severity: 'error',
    title: `${node.id} failed`,
    ...(ending.message === undefined ? {} : { detail: ending.message }),
    resolutions: [
      { id: 'retry', title: 'Run it again', effects: { reversible: true } },
      { id: 'done-by-hand', title: 'It was done by hand; the producer has to agree' },
      { id: 'abandon', title: 'Give this step up, and with it all that need it', ends: 'reverted' },
    ],
  })
}

/** It goes round and round without getting anywhere. */
export function unstableQuestion(node: Node, what: 'recheck' | 'again'): Finding {
  const rounds = node.rounds[what]
  return ask(node.task!.step, `${what}-${rounds}`, {
    id: 'host.unstable',
    severity: 'error',
    title: `${node.id} does not come to rest`,
    detail:
      what === 'again'
        ? `its consumer asked to be run again ${rounds} times`
        : `what its producer finds changed between ${rounds} looks`,
    resolutions: [
      { id: 'retry', title: 'Run it again' },
      { id: 'abandon', title: 'Give this step up, and with it all that need it', ends: 'reverted' },
    ],
  })
}

/** The end does not show what was chosen. */
export function unresolvedQuestion(step: string, unresolved: Finding[]): Finding {
  return ask(step, `verify-${unresolved.map(finding => finding.fingerprint).join(',').slice(0, 100)}`, {
    id: 'host.unresolved',
    severity: 'error',
    title: `${step} is not as it was to be`,
    detail: unresolved.map(finding => `${finding.address}: ${finding.item.title}`).join('; '),
    resolutions: [
      { id: 'retry', title: 'Apply it again' },
      { id: 'keep', title: 'Accept it as it is', ends: 'kept' },
      { id: 'abandon', title: 'End the run with this on record', ends: 'reverted' },
    ],
  })
}
