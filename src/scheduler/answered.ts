/** A task whose questions were answered: what the answers make of it. */

import type { RunEvent } from './event.js'
import { activeFindings, asksForAnswer, chosenResolution, isBound } from './findings.js'
import type { Finding, Selection } from './model.js'
import { selectionsOf } from './selections.js'
import { settled } from './settled.js'
import type { Node, RunState } from './state.js'

/** No events where something is still open. */
export function answered(state: RunState, node: Node): RunEvent[] {
  const step = node.task!.step
  const own = hostAnswer(state, step, 'host.failed') ?? hostAnswer(state, step, 'host.unstable')
  if (own) return afterHostAnswer(node, own)

  // Beside host.failed, what the consumer itself offers is an answer too.
  const brought = selectionsOf(node.brought, state.choices, 'now')
  const asksHost = [...node.asks].filter(address => address.startsWith(`${step}/host.`))
  if (node.asks.size > asksHost.length) return []
  if (asksHost.length > 0 && brought.length === 0) return []

  if (brought.length > 0) return withBrought(node, brought)
  if (node.lastEnding?.outcome === 'again') return [{ type: 'task-retried', task: node.id, why: 'again' }]
  if (node.status === 'waiting' && node.attempt > 0) return [settled(node)]
  return withRecheckAnswers(state, node)
}

function hostAnswer(state: RunState, step: string, item: string): { resolution: string; reason: string } | null {
  const finding = state.findings.get(`${step}/${item}`)
  const choice = state.choices.get(`${step}/${item}`)
  if (!finding || !isBound(finding, choice)) return null
  const resolution = chosenResolution(finding, choice)?.id
  return resolution === undefined ? null : { resolution, reason: finding.item.detail ?? finding.item.title }
}

function afterHostAnswer(node: Node, { resolution, reason }: { resolution: string; reason: string }): RunEvent[] {
  if (resolution === 'abandon') return [{ type: 'task-abandoned', task: node.id, reason }]
  return [{ type: 'task-retried', task: node.id, why: resolution === 'done-by-hand' ? 'by-hand' : 'answered' }]
}

/** What was brought up comes first; where it takes the step back, the rest of the plan for it is over. */
export function withBrought(node: Node, brought: Selection[]): RunEvent[] {
  const reverts = brought.some(selection => selection.ends === 'reverted')
  const rest = node.task!.selections.filter(
    selection =>
      node.results.get(selection.address)?.status !== 'applied' &&
      !brought.some(added => added.address === selection.address),
  )
  return [{ type: 'task-ready', task: node.id, selections: reverts ? brought : [...brought, ...rest] }]
}

function withRecheckAnswers(state: RunState, node: Node): RunEvent[] {
  const seen = node.rechecked ?? state.plan.findings.filter(finding => finding.step === node.task!.step)
  const listed: Finding[] = seen.filter(finding => !node.sent.has(finding.address))
  const open = activeFindings(listed, state.choices).filter(
    finding => asksForAnswer(finding) && !isBound(finding, state.choices.get(finding.address)),
  )
  if (open.length > 0)
    return open
      .filter(finding => !node.asks.has(finding.address))
      .map(finding => ({ type: 'question-raised', finding, task: node.id }))
  const selections = selectionsOf(listed, state.choices, node.task!.phase)
  if (selections.length > 0) return [{ type: 'task-ready', task: node.id, selections }]
  return [{ type: 'task-settled', task: node.id, as: 'kept' }]
}
