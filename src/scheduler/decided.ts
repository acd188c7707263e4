/** What was looked at when something was chosen, and what is seen of it now. */

import type { Address, Finding } from './model.js'
import type { RunState } from './state.js'

/** What is seen now; what was seen when it was chosen is kept beside it. */
export function see(state: RunState, finding: Finding): void {
  const { address } = finding
  const before = state.findings.get(address)
  if (before && state.choices.has(address) && !state.decided.has(address)) state.decided.set(address, before)
  state.findings.set(address, finding)
}

/** A chosen finding as it was when it was chosen. */
export const decidedOn = (state: RunState, address: Address): Finding | undefined =>
  state.decided.get(address) ?? state.findings.get(address)
