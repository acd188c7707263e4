/** Choices that a consumer has to carry out: findings and choices in, ordered selections of one phase out. */

import { activeFindings, chosenResolution, isBound, splitAddress } from './findings.js'
import type { Address, Choice, Finding, Phase, Selection } from './model.js'

/**
 * The selections of one step and phase, in the order of its items, a step's own `after` obeyed.
 * `findings` are all of the step, follow-ups included.
 */
export function selectionsOf(findings: Finding[], choices: ReadonlyMap<Address, Choice>, phase: Phase): Selection[] {
  const chosen: { finding: Finding; selection: Selection }[] = []
  for (const finding of activeFindings(findings, choices)) {
    const choice = choices.get(finding.address)
    const resolution = isBound(finding, choice) ? chosenResolution(finding, choice) : undefined
    if (!resolution || choice?.answer.kind !== 'resolution' || (resolution.when ?? 'now') !== phase) continue
    const selection: Selection = {
      address: finding.address,
      item: finding.item.id,
      resolution: resolution.id,
      fingerprint: finding.fingerprint,
      ends: resolution.ends ?? 'resolved',
      destructive: resolution.effects?.destructive ?? false,
      reversible: resolution.effects?.reversible ?? null,
      reboot: resolution.effects?.reboot ?? null,
    }
    if (choice.answer.input) selection.input = choice.answer.input
    chosen.push({ finding, selection })
  }
  return ordered(chosen)
}

/** Stable depth-first order: an item comes after those of its own step that its `after` names. */
function ordered(chosen: { finding: Finding; selection: Selection }[]): Selection[] {
  const byItem = new Map(chosen.map(entry => [entry.selection.item, entry]))
  const done = new Set<string>()
  const out: Selection[] = []
  const visit = (entry: { finding: Finding; selection: Selection }): void => {
    if (done.has(entry.selection.item)) return
    done.add(entry.selection.item)
    for (const address of entry.finding.item.after ?? []) {
      const { step, item } = splitAddress(address)
      const before = step === '' || step === entry.finding.step ? byItem.get(item) : undefined
      if (before) visit(before)
    }
    out.push(entry.selection)
  }
  for (const entry of chosen) visit(entry)
  return out
}

/** True where the task may be undone by what its own steps state; silence is not a promise. */
export const isReversible = (selections: Selection[]): boolean =>
  selections.every(selection => selection.reversible === true && !selection.destructive)
