/** Answers that met nothing: a misspelt key must not look like a decision. */

import { nearest } from '../manifest/nearest.js'
import { isAddress, isPattern, matches } from './address.js'
import type { Deciding, Note, Problem, Said } from './decide.js'

export function reportUnmet(
  { findings, answers, waives, laters }: Deciding,
  active: ReadonlySet<string>,
  said: Said,
): void {
  const known = new Set(findings.map(finding => finding.address))
  for (const { address } of waives) {
    if (!isAddress(address)) said.problems.push(notAnItem(address))
    else if (!active.has(address)) said.notes.push(unmet(address, known))
  }
  for (const address of laters) if (!active.has(address)) said.notes.push(unmet(address, known))
  for (const { key } of answers?.entries ?? []) {
    if (!isPattern(key)) {
      if (!active.has(key)) said.notes.push(unmet(key, known))
    } else if (![...active].some(address => matches(key, address))) {
      said.notes.push({
        address: key,
        code: 'choice.no-such-item',
        message: `The pattern ${key} matches no item of this check.`,
      })
    }
  }
}

function unmet(address: string, known: ReadonlySet<string>): Note {
  if (known.has(address)) {
    const message = `${address} is not asked, because the branch that it hangs on was not chosen.`
    return { address, code: 'choice.not-asked', message }
  }
  const guess = nearest(address, [...known])
  const message = `There is no item ${address} in this check.${guess === undefined ? '' : ` Did you mean ${guess}?`}`
  return { address, code: 'choice.no-such-item', message }
}

const notAnItem = (address: string): Problem => ({
  address,
  code: 'choice.bad-waiver',
  message: `${JSON.stringify(address)} cannot be waived: only a single item can, by its name.`,
  hint: 'Write STEP/ITEM=REASON. A step whose producer failed cannot be waived: mend it, or leave it out with --partial.',
})
