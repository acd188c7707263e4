/** Questions that hold a whole step back: nothing of it begins before they are answered, or have come to nothing. */

import type { Name } from '../protocol/gen/messages.js'
import type { Ledger } from './audit-ledger.js'
import { splitAddress } from './findings.js'
import { isHold, renewed } from './hold.js'
import type { Address, Choice, InputValue } from './model.js'

export const isHeldBack = (ledger: Ledger, step: Name): boolean =>
  [...ledger.questions].some(([address, { finding }]) => finding.step === step && isHold(address))

/** An answer to one that gives the step up, or secrets that take the place of what was chosen. */
export function auditHeld(ledger: Ledger, step: Name, { address, answer }: Choice): void {
  if (!isHold(address) || answer.kind !== 'resolution') return
  if (answer.resolution === 'abandon') ledger.givenUp.add(step)
  if (answer.resolution === 'give') auditGiven(ledger, step, answer.input ?? {})
}

function auditGiven(ledger: Ledger, step: Name, given: Record<Name, InputValue>): void {
  for (const [address, choice] of ledger.choices) {
    const of = splitAddress(address)
    if (of.step === step && choice.answer.kind === 'resolution')
      ledger.choices.set(address, { ...choice, answer: renewed(choice.answer, of.item, given) })
  }
  for (const entry of ledger.ofStep.get(step) ?? [])
    if (entry.task) {
      const selections = entry.task.selections.map(one => renewed(one, one.item, given))
      entry.task = { ...entry.task, selections }
    }
}

export function auditWithdrawn(ledger: Ledger, address: Address, why: string): void {
  if (!ledger.questions.delete(address) || !isHold(address))
    ledger.breach('question', `${address} was withdrawn, and that was not the host's to do`)
  if (why.trim() === '') ledger.breach('question', `${address} was withdrawn without a reason`)
}
