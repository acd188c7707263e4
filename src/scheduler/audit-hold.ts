/** Questions that hold a whole step back: nothing of it begins before they are answered, or have come to nothing. */

import type { Name } from '../protocol/gen/messages.js'
import type { Ledger } from './audit-ledger.js'
import { isHold } from './hold.js'
import type { Address, Choice } from './model.js'

export const isHeldBack = (ledger: Ledger, step: Name): boolean =>
  [...ledger.questions].some(([address, { finding }]) => finding.step === step && isHold(address))

/** An answer to one that gives the step up. */
export function auditHeld(ledger: Ledger, step: Name, { address, answer }: Choice): void {
  if (isHold(address) && answer.kind === 'resolution' && answer.resolution === 'abandon')
    ledger.givenUp.add(step)
}

export function auditWithdrawn(ledger: Ledger, address: Address, why: string): void {
  if (!ledger.questions.delete(address) || !isHold(address))
    ledger.breach('question', `${address} was withdrawn, and that was not the host's to do`)
  if (why.trim() === '') ledger.breach('question', `${address} was withdrawn without a reason`)
}
