/** Choices that a consumer has to carry out: findings and choices in, ordered selections of one phase out. */

import type { Step } from '../manifest/step.js'
import { activeFindings, chosenResolution, isBound, splitAddress } from './findings.js'
import type { Address, Choice, Finding, Phase, Selection } from './model.js'

/**
 * The selections of one step and phase, in the order of its items, a step's own `after` obeyed.
 * `findings` are all of the step, follow-ups included.
 */
export function selectionsOf(
  findings: Finding[],
  choices: ReadonlyMap<Address, Choice>,
  phase: Phase | 'any',
): Selection[] {
  const chosen: Chosen[] = []
  for (const finding of activeFindings(findings, choices)) {
    const choice = choices.get(finding.address)
    const resolution = isBound(finding, choice) ? chosenResolution(finding, choice) : undefined
    if (!resolution || choice?.answer.kind !== 'resolution') continue
    if (phase !== 'any' && (resolution.when ?? 'now') !== phase) continue
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

interface Chosen {
  finding: Finding
  selection: Selection
}

/** Stable depth-first order: an item comes after those of its own step that its `after` names. Iterative, as chains may be long. */
function ordered(chosen: Chosen[]): Selection[] {
  if (!chosen.some(({ finding }) => finding.item.after?.length))
    return chosen.map(({ selection }) => selection)
  const byItem = new Map(chosen.map(entry => [entry.selection.item, entry]))
  const seen = new Set<string>()
  const out: Selection[] = []
  for (const root of chosen) {
    const path = seen.has(root.selection.item) ? [] : [{ entry: root, at: 0 }]
    seen.add(root.selection.item)
    while (path.length > 0) {
      const top = path[path.length - 1]!
      const address = top.entry.finding.item.after?.[top.at++]
      if (address === undefined) {
        out.push(top.entry.selection)
        path.pop()
        continue
      }
      const { step, item } = splitAddress(address)
      const before = step === '' || step === top.entry.finding.step ? byItem.get(item) : undefined
      if (!before || seen.has(item)) continue
      seen.add(item)
      path.push({ entry: before, at: 0 })
    }
  }
  return out
}

/** Steps with an item whose choice was put off until the run. */
export const deferredSteps = (plan: { choices: Choice[] }): Set<string> =>
  new Set(
    plan.choices.flatMap(({ address, answer }) =>
      answer.kind === 'later' ? [splitAddress(address).step] : [],
    ),
  )

/** A step without a consumer has nobody to tell that something is kept; the choice itself says it. */
export const sendable = (step: Step, selections: Selection[]): Selection[] =>
  step.consumer ? selections : selections.filter(selection => selection.ends !== 'kept')

/** True where the task may be undone by what its own steps state; silence is not a promise. */
export const isReversible = (selections: Selection[]): boolean =>
  selections.every(selection => selection.reversible === true && !selection.destructive)
