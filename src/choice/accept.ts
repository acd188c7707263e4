/** May this choice still be made in a run? State and choice in, the choice with its defaults, or why not, out. */

import { err, type Fallible, ok } from '../fallible.js'
import { nearest } from '../manifest/nearest.js'
import { chosenResolution } from '../scheduler/findings.js'
import type { Address, Choice, Finding } from '../scheduler/model.js'
import { nodesOf } from '../scheduler/node.js'
import type { RunState } from '../scheduler/state.js'
import { validateAnswer } from './validate.js'
import { scalar } from './value.js'

export interface NotAccepted {
  code: string
  message: string
  hint: string
}

/** What of an item can be chosen now, and what it would take the place of. */
export interface Choosable {
  finding: Finding
  /** Chosen before, and not begun. */
  before?: Choice
}

export function acceptChoice(state: RunState, choice: Choice): Fallible<Choice, NotAccepted> {
  const { address, fingerprint } = choice
  const open = choosable(state, address)
  if (!open.ok) return open
  const { finding } = open.value
  if (fingerprint !== finding.fingerprint)
    return err({
      code: 'choice.stale',
      message: `${address} is another question now: its fingerprint was ${scalar(fingerprint)} and is ${scalar(finding.fingerprint)}.`,
      hint: 'Look at it again with `edgewise status`, and choose again.',
    })
  const answer = validateAnswer(finding, choice.answer)
  return answer.ok ? ok({ ...choice, answer: answer.value }) : err(answer.error)
}

/** An open question; or an item that a task will come to, whether it was put off or chosen before. */
export function choosable(state: RunState, address: Address): Fallible<Choosable, NotAccepted> {
  const question = state.questions.get(address)
  if (question) return ok({ finding: question.finding })
  const finding = state.findings.get(address)
  const before = state.choices.get(address)
  if (!finding) return err(unknown(state, address))
  if (finding.source === 'host')
    return err({
      code: 'choice.answered',
      message: `${address} is not asked any more${before ? `: ${said(before)}` : ''}.`,
      hint: '`edgewise status` shows what is.',
    })
  const { parent } = finding
  const above = parent && state.findings.get(parent.address)
  if (
    parent &&
    (!above || chosenResolution(above, state.choices.get(parent.address))?.id !== parent.resolution)
  )
    return err({
      code: 'choice.not-asked',
      message: `${address} is not asked, because ${parent.address} was not answered with ${parent.resolution}.`,
      hint: `Choose ${parent.address} first.`,
    })
  if (!isAhead(state, finding))
    return err({
      code: 'choice.begun',
      message: `${address} cannot be chosen any more: its step was begun or is over${before ? `; ${said(before)}` : ''}.`,
      hint: '`edgewise status` shows what became of it.',
    })
  return ok(before && before.answer.kind !== 'later' ? { finding, before } : { finding })
}

/** A task of its step has yet to come to it. */
const isAhead = (state: RunState, { step, address }: Finding): boolean =>
  nodesOf(state, step).every(node => !node.sent.has(address)) &&
  nodesOf(state, step).some(
    ({ attempt, status }) =>
      attempt === 0 &&
      (status === 'pending' || status === 'ready' || status === 'checking' || status === 'waiting'),
  )

const said = ({ answer, who }: Choice): string =>
  `${who.login ?? who.user} chose ${answer.kind === 'resolution' ? answer.resolution : answer.kind === 'waiver' ? 'to leave it as it is' : 'later'}`

function unknown(state: RunState, address: Address): NotAccepted {
  const open = [...state.questions.keys()]
  const guess = nearest(address, [...open, ...state.findings.keys()])
  return {
    code: 'choice.unknown-item',
    message: `Run ${state.run} knows no item ${address}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`,
    hint: open.length > 0 ? `Open are: ${open.join(', ')}.` : 'Nothing is open; edgewise resume goes on.',
  }
}
