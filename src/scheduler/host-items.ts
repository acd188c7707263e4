/** The questions that the host itself asks, under names that no step can take. */

import { digestOf } from '../protocol/fingerprint.js'
import type { ItemBody } from '../protocol/gen/messages.js'
import type { RunEvent } from './event.js'
import type { Ending, Finding } from './model.js'
import { isApplied } from './node.js'
import type { Node, Rounds } from './state.js'

export const hostQuestion = (step: string, fingerprint: string, item: ItemBody): Finding => ({
  address: `${step}/${item.id}`,
  step,
  item: { ...item, fingerprint },
  fingerprint,
  source: 'host',
})

/** A question that this task waits for. */
export const asks = (node: Node, finding: Finding): RunEvent => ({
  type: 'question-raised',
  finding,
  task: node.id,
})

/** Each time anew: an answer to the question before must not be taken for one to this. */
const occasion = (node: Node): string => `${node.id}.${node.attempt}.${node.questions}`

/** A task failed, or its producer did when it was to be looked at again. */
export function failedQuestion(node: Node, ending: Ending): Finding {
  return hostQuestion(node.task!.step, occasion(node), {
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

/** A failure to an operator, and to a script that looks for one; but what failed is the knowledge, not the task. */
export function unknownQuestion(node: Node): Finding {
  const { id, attempt } = node
  const of = (isKnown: boolean): string =>
    node
      .task!.selections.filter(({ address }) => node.sent.has(address))
      .filter(({ address }) => isApplied(node, address) === isKnown)
      .map(({ address, resolution }) => `${address}: ${resolution}`)
      .join(', ')
  const [applied, unknown] = [of(true), of(false)]
  const known = applied === '' ? 'nothing that it was sent is known to be applied' : `applied: ${applied}`
  return hostQuestion(node.task!.step, occasion(node), {
    id: 'host.failed',
    severity: 'error',
    title: `What ${id} did is not known`,
    detail: `attempt ${attempt} was under way when its host ended, and it left no word of its end; ${known}; may be undone, done in part or done: ${unknown || 'its end'}`,
    resolutions: [
      {
        id: 'retry',
        title: `Send it again${unknown === '' ? '' : `: ${unknown}`}; what is applied is not sent`,
        effects: { reversible: true },
      },
      { id: 'done-by-hand', title: 'It was done, by it or by hand; the producer has to agree' },
      { id: 'abandon', title: 'Give this step up, and with it all that need it', ends: 'reverted' },
    ],
  })
}

/** It goes round and round without getting anywhere. */
export function unstableQuestion(node: Node, what: keyof Omit<Rounds, 'retry'>): Finding {
  const rounds = node.rounds[what]
  const detail = {
    recheck: `what its producer finds changed between ${rounds} looks`,
    again: `its consumer asked to be run again ${rounds} times`,
    cancelled: `its consumer stopped ${rounds} times as if it was told to`,
    reboot: `the machine was rebooted for it ${rounds} times, and nothing more was applied`,
  }
  return hostQuestion(node.task!.step, occasion(node), {
    id: 'host.unstable',
    severity: 'error',
    title: `${node.id} does not come to rest`,
    detail: detail[what],
    resolutions: [
      { id: 'retry', title: 'Run it again' },
      { id: 'abandon', title: 'Give this step up, and with it all that need it', ends: 'reverted' },
    ],
  })
}

/** After the reboot that was to make it effective, it is as it was before. */
export function bootedOtherQuestion(node: Node, back: Finding[]): Finding {
  return hostQuestion(node.task!.step, occasion(node), {
    id: 'host.booted-other',
    severity: 'error',
    title: `After the reboot ${node.id} is not in effect`,
    detail: `still found: ${back.map(finding => finding.address).join(', ')}; the machine may have booted something else`,
    resolutions: [
      { id: 'reboot', title: 'Reboot once more, into what was prepared' },
      { id: 'go-on', title: 'Go on; it is as it should be' },
      { id: 'abandon', title: 'Give this step up, and with it all that need it', ends: 'reverted' },
    ],
  })
}

/** The end does not show what was chosen. After too many rounds it is said so. */
export function unresolvedQuestion(
  step: string,
  unresolved: Finding[],
  rounds: number,
  isUnstable: boolean,
): Finding {
  const seen = unresolved.map(({ address, fingerprint, item, source }) =>
    source === 'host' ? [address, item.title] : [address, fingerprint],
  )
  const detail = unresolved.map(finding => `${finding.address}: ${finding.item.title}`).join('; ')
  // By what is found and not by the round: what was accepted stays accepted.
  const fingerprint = `verify-${digestOf(seen).slice(0, 16)}`
  if (isUnstable)
    return hostQuestion(step, `${fingerprint}.${rounds}`, {
      id: 'host.unstable',
      severity: 'error',
      title: `${step} does not come to rest`,
      detail: `after ${rounds} more rounds: ${detail}`,
      resolutions: [
        { id: 'retry', title: 'Apply it again' },
        { id: 'abandon', title: 'End the run with this on record', ends: 'reverted' },
      ],
    })
  return hostQuestion(step, fingerprint, {
    id: 'host.unresolved',
    severity: 'error',
    title: `${step} is not as it was to be`,
    detail,
    resolutions: [
      { id: 'retry', title: 'Apply it again' },
      { id: 'keep', title: 'Accept it as it is', ends: 'kept' },
      { id: 'abandon', title: 'End the run with this on record', ends: 'reverted' },
    ],
  })
}
