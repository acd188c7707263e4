/** What a second look means for choices that were made on the first: a recheck or a verification in, events out. */

import type { Resolution } from '../protocol/gen/messages.js'
import type { RunEvent } from './event.js'
import { activeFindings, asksForAnswer, chosenResolution, findingsOf, isBound } from './findings.js'
import { failedQuestion } from './host-items.js'
import type { Address, Choice, Finding, Findings } from './model.js'
import { selectionsOf } from './selections.js'
import { settled } from './settled.js'
import type { Node, RunState } from './state.js'

/**
 * Judges a task whose producer has just been run again. Only selections that were never sent, of items that the
 * producer listed, are judged. The events end in `task-ready`, `task-skipped`, `task-settled` or in open questions.
 */
export function judgeRecheck(state: RunState, node: Node): RunEvent[] {
  const task = node.task!
  const found = node.rechecked ?? []
  const now = new Map(found.map(finding => [finding.address, finding]))
  const events: RunEvent[] = []
  const choices = new Map(state.choices)
  const keep: Finding[] = []

  if (node.byHand) return [judgeByHand(node, now)]
  for (const selection of task.selections) {
    const before = state.planned.get(selection.address)
    if (node.sent.has(selection.address) || !now.has(selection.address)) {
      const known = state.findings.get(selection.address)
      if (node.sent.has(selection.address) || known?.source === 'consumer') keep.push(known!)
      else events.push({ type: 'selection-dropped', task: node.id, address: selection.address, why: 'gone' })
      continue
    }
    const fresh = now.get(selection.address)!
    if (fresh.fingerprint === selection.fingerprint) continue
    const choice = choices.get(selection.address)!
    const type = canCarry(before, fresh, choice) ? 'choice-carried' : 'choice-invalidated'
    events.push({ type, address: fresh.address, from: selection.fingerprint, to: fresh.fingerprint })
    if (type === 'choice-carried') choices.set(fresh.address, { ...choice, fingerprint: fresh.fingerprint })
    else choices.delete(fresh.address)
  }

  const listed = [...keep, ...found.filter(finding => !node.sent.has(finding.address))]
  const open = activeFindings(listed, choices).filter(
    finding => asksForAnswer(finding) && !isBound(finding, choices.get(finding.address)),
  )
  if (open.length > 0)
    return [...events, ...open.map(finding => ({ type: 'question-raised' as const, finding, task: node.id }))]

  const had = task.selections.length > 0
  const selections = selectionsOf(listed, choices, task.phase).filter(
    selection => node.results.get(selection.address)?.status !== 'applied',
  )
  if (selections.length > 0 && !node.byHand) return [...events, { type: 'task-ready', task: node.id, selections }]
  if (node.attempt > 0) return [...events, settled(node)]
  if (had) return [...events, { type: 'task-skipped', task: node.id, why: 'what was chosen is no longer found' }]
  return [...events, { type: 'task-settled', task: node.id, as: 'nothing' }]
}

/** The operator's word is checked like a consumer's: what was chosen has to be gone. */
function judgeByHand(node: Node, now: ReadonlyMap<Address, Finding>): RunEvent {
  const left = node.task!.selections.filter(
    selection =>
      selection.ends === 'resolved' &&
      now.has(selection.address) &&
      node.results.get(selection.address)?.status !== 'applied',
  )
  if (left.length === 0) return settled(node)
  const message = `its producer still finds ${left.map(selection => selection.address).join(', ')}`
  return { type: 'question-raised', finding: failedQuestion(node, { outcome: 'failed', message }), task: node.id }
}

/** Same resolution, same inputs, no worse effects, nothing destroyed: then it is the same decision. */
function canCarry(before: Finding | undefined, fresh: Finding, choice: Choice): boolean {
  const then = before && chosenResolution(before, choice)
  const offered = chosenResolution(fresh, choice)
  if (!then || !offered || offered.effects?.destructive || then.effects?.destructive) return false
  return (
    JSON.stringify(then.inputs ?? {}) === JSON.stringify(offered.inputs ?? {}) &&
    (then.when ?? 'now') === (offered.when ?? 'now') &&
    (then.ends ?? 'resolved') === (offered.ends ?? 'resolved') &&
    !hasWorseEffects(then, offered)
  )
}

function hasWorseEffects(then: Resolution, offered: Resolution): boolean {
  const a = then.effects ?? {}
  const b = offered.effects ?? {}
  return (
    (b.reboot === true && a.reboot !== true) ||
    (b.downtime === true && a.downtime !== true) ||
    (a.reversible === true && b.reversible !== true)
  )
}

/**
 * Compares what a producer finds at the end with what was decided: each resolved item must be gone, each kept or
 * waived one unchanged. New errors count as unresolved; other new findings are only told.
 */
export function judgeVerification(
  state: RunState,
  step: string,
  findings: Findings,
): { unresolved: Finding[]; later: Finding[] } {
  if (findings.outcome !== 'ok') {
    const title = findings.ending.message ?? `the producer of ${step} could not look`
    const item = { id: 'host.producer', severity: 'error' as const, title }
    const failed: Finding = { address: `${step}/host.producer`, step, item, fingerprint: 'failed', source: 'host' }
    return { unresolved: [failed], later: [] }
  }
  const unresolved: Finding[] = []
  const later: Finding[] = []
  for (const finding of activeFindings(findingsOf(step, findings.items, 'producer'), state.choices)) {
    const known = state.findings.get(finding.address)
    const choice = state.choices.get(finding.address)
    if (choice && known && (choice.answer.kind === 'waiver' || endsKept(known, choice))) {
      if (finding.fingerprint === choice.fingerprint) continue
      if (asksForAnswer(finding)) unresolved.push(finding)
      else later.push(finding)
    } else if (wasApplied(state, finding.address)) unresolved.push(finding)
    else if (known && !asksForAnswer(known)) continue
    else if (finding.item.severity === 'error') unresolved.push(finding)
    else later.push(finding)
  }
  return { unresolved, later }
}

const endsKept = (finding: Finding, choice: Choice): boolean => chosenResolution(finding, choice)?.ends === 'kept'

function wasApplied(state: RunState, address: Address): boolean {
  const step = address.slice(0, address.indexOf('/'))
  return (state.ofStep.get(step) ?? []).some(id => state.nodes.get(id)!.results.get(address)?.status === 'applied')
}
