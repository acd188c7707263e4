/** What producers and consumers listed, flattened: items with their follow-ups in, addressed findings out. */

import { fingerprintOf } from '../protocol/fingerprint.js'
import type { ItemBody, Resolution } from '../protocol/gen/messages.js'
import type { Address, Choice, Finding } from './model.js'

/** Splits `step/item`; the step is empty for a bare item. */
export function splitAddress(address: Address): { step: string; item: string } {
  const slash = address.indexOf('/')
  return { step: address.slice(0, Math.max(slash, 0)), item: address.slice(slash + 1) }
}

/** Every item as a finding, follow-up items after the one they hang on. */
export function findingsOf(step: string, items: ItemBody[], source: Finding['source']): Finding[] {
  const found: Finding[] = []
  const add = (item: ItemBody, parent?: Finding['parent']): void => {
    const address = `${step}/${item.id}`
    const finding: Finding = { address, step, item, fingerprint: fingerprintOf(item), source }
    found.push(parent ? { ...finding, parent } : finding)
    for (const resolution of item.resolutions ?? [])
      for (const child of resolution.items ?? []) add(child, { address, resolution: resolution.id })
  }
  for (const item of items) add(item)
  return found
}

/** The resolution that a choice takes, where it takes one that the finding still offers. */
export function chosenResolution(finding: Finding, choice: Choice | undefined): Resolution | undefined {
  if (choice?.answer.kind !== 'resolution') return undefined
  const { resolution } = choice.answer
  return finding.item.resolutions?.find(offered => offered.id === resolution)
}

/**
 * The findings that are to be answered: roots, and the follow-ups of what was chosen.
 * Relies on parents standing before their children, as `findingsOf` lists them.
 */
export function activeFindings(findings: Finding[], choices: ReadonlyMap<Address, Choice>): Finding[] {
  const active = new Map<Address, Finding>()
  for (const finding of findings) {
    if (finding.parent) {
      const parent = active.get(finding.parent.address)
      if (!parent || chosenResolution(parent, choices.get(parent.address))?.id !== finding.parent.resolution)
        continue
    }
    active.set(finding.address, finding)
  }
  return [...active.values()]
}

/** An error or a warning asks for an answer; a recommendation may be left. */
export const asksForAnswer = (finding: Finding): boolean => finding.item.severity !== 'recommendation'

/** True where the choice settles the finding as it is now; `later` settles nothing. */
export const isBound = (finding: Finding, choice: Choice | undefined): choice is Choice =>
  choice !== undefined &&
  choice.answer.kind !== 'later' &&
  choice.fingerprint === finding.fingerprint &&
  (choice.answer.kind !== 'resolution' || chosenResolution(finding, choice) !== undefined)

/** A choice that was made on another state, or takes what is not offered any more. */
export const hasLapsed = (finding: Finding, choice: Choice): boolean =>
  choice.answer.kind !== 'later' && !isBound(finding, choice)
