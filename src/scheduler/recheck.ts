/** What a second look, or an answer to it, means for choices that were made on the first: a task in, events out. */

import { canCarry } from './carry.js'
import { decidedOn } from './decided.js'
import { handledBy, isConsumers, selectionsDue } from './due.js'
import type { RunEvent } from './event.js'
import { type Insertion, inserted, orderFor } from './extend.js'
import { activeFindings, asksForAnswer, hasLapsed, isBound } from './findings.js'
import { asks, bootedOtherQuestion, failedQuestion } from './host-items.js'
import type { Address, Choice, Finding, Phase, Selection } from './model.js'
import { hasOpenAsks, isApplied, nodesOf } from './node.js'
import { selectionsOf, sendable } from './selections.js'
import { atRest } from './settled.js'
import type { Node, RunState } from './state.js'

const nothing: Finding[] = []

/**
 * Judges a task by what its producer listed last. Only selections that were never sent, of items that the producer
 * listed, are judged. The events end in `task-ready`, `task-skipped`, `task-settled` or in open questions; none where
 * all open questions are put already.
 */
export function judgeRecheck(state: RunState, node: Node): RunEvent[] {
  const task = node.task!
  const step = state.steps.get(task.step)!
  const listed = state.listed.get(task.step) ?? nothing
  if (node.byHand) return judgeByHand(state, node, listed)
  const back = node.status === 'checked' ? cameBack(node, listed) : []
  if (back.length > 0) return [asks(node, bootedOtherQuestion(node, back))]

  const isHandled = handledBy(state, node)
  const { events, choices, lapsed } = reconsider(state, listed, isHandled)
  const open = activeFindings(listed, choices).filter(
    finding =>
      !isHandled(finding.address) &&
      !isBound(finding, choices.get(finding.address)) &&
      (asksForAnswer(finding) || lapsed.has(finding.address) || isPromised(state, finding.address)),
  )
  if (open.length > 0 || hasOpenAsks(node))
    return [
      ...events,
      ...open.filter(finding => !node.asks.has(finding.address)).map(finding => asks(node, finding)),
    ]

  const dropped = droppedFrom(state, node, listed)
  for (const { address } of dropped)
    events.push({ type: 'selection-dropped', task: node.id, address, why: 'gone' })
  const chosen = (phase: Phase | 'any'): Selection[] =>
    sendable(step, selectionsOf(listed, choices, phase)).filter(({ address }) => !isHandled(address))
  const later = afterBoot(state, node, chosen)
  if (!later.ok) return [...events, asks(node, failedQuestion(node, later.ending))]
  events.push(...later.events)

  const selections = selectionsDue(state, node, chosen)
  if (selections.length === 0) return [...events, ...restOf(state, node, dropped.length, events)]
  const order = orderFor(state, node, selections)
  if (!order.ok) return [...events, asks(node, failedQuestion(node, order.ending))]
  return [...events, ...order.events, { type: 'task-ready', task: node.id, selections }]
}

/** Somebody had decided about it, or said that they would: then a recommendation is asked too. */
const isPromised = (state: RunState, address: Address): boolean =>
  state.invalidated.has(address) || state.choices.get(address)?.answer.kind === 'later'

/** Carries over or invalidates each choice that was made on another state. The map is an overlay: only what was listed. */
function reconsider(
  state: RunState,
  listed: Finding[],
  isHandled: (address: Address) => boolean,
): { events: RunEvent[]; choices: Map<Address, Choice>; lapsed: Set<Address> } {
  const events: RunEvent[] = []
  const choices = new Map<Address, Choice>()
  const lapsed = new Set<Address>()
  for (const finding of listed) {
    const { address } = finding
    const choice = state.choices.get(address)
    if (!choice) continue
    choices.set(address, choice)
    if (isHandled(address) || !hasLapsed(finding, choice)) continue
    // What hangs on a branch that is not taken is nobody's question now.
    if (finding.parent && resolutionAbove(choices, finding) !== finding.parent.resolution) continue
    const isSame = canCarry(decidedOn(state, address), finding, choice)
    const [from, to] = [choice.fingerprint, finding.fingerprint]
    events.push({ type: isSame ? 'choice-carried' : 'choice-invalidated', address, from, to })
    if (isSame) choices.set(address, { ...choice, fingerprint: to })
    else {
      choices.delete(address)
      if (choice.answer.kind === 'resolution') lapsed.add(address)
    }
  }
  return { events, choices, lapsed }
}

function resolutionAbove(choices: ReadonlyMap<Address, Choice>, child: Finding): string | undefined {
  const answer = choices.get(child.parent!.address)?.answer
  return answer?.kind === 'resolution' ? answer.resolution : undefined
}

/** Chosen items of this producer that it does not list any more. */
function droppedFrom(state: RunState, node: Node, listed: Finding[]): Selection[] {
  const unsent = node.task!.selections.filter(
    selection => !node.sent.has(selection.address) && !isConsumers(state, node, selection),
  )
  if (unsent.length === 0) return unsent
  const found = new Set(listed.map(finding => finding.address))
  return unsent.filter(selection => !found.has(selection.address))
}

/** What is chosen for after the next boot gets a task there, unless the step has one that will look for itself. */
function afterBoot(state: RunState, node: Node, listed: (phase: Phase) => Selection[]): Insertion {
  const { step, phase } = node.task!
  const none: Insertion = { ok: true, events: [] }
  if (phase === 'after-boot') return none
  const planned = nodesOf(state, step).some(
    other => other !== node && other.task!.phase === 'after-boot' && other.status === 'pending',
  )
  const chosen = [
    ...selectionsOf(node.brought, state.choices, 'after-boot').filter(
      ({ address }) => !isApplied(node, address),
    ),
    ...(planned ? [] : listed('after-boot')),
  ].filter(selection => !node.passed.has(selection.address))
  return chosen.length === 0 ? none : inserted(state, node, 'after-boot', chosen)
}

function restOf(state: RunState, node: Node, dropped: number, before: RunEvent[]): RunEvent[] {
  if (node.attempt > 0) return atRest(state, node, before)
  if (dropped > 0 && dropped === node.task!.selections.length)
    return [{ type: 'task-skipped', task: node.id, why: 'what was chosen is no longer found' }]
  const hadAnswers = node.status === 'waiting' || node.task!.selections.length > 0
  return [{ type: 'task-settled', task: node.id, as: hadAnswers ? 'kept' : 'nothing' }]
}

/** The operator's word is checked like a consumer's: what was chosen has to be gone. */
function judgeByHand(state: RunState, node: Node, listed: Finding[]): RunEvent[] {
  const found = new Set(listed.map(finding => finding.address))
  const left = node.task!.selections.filter(
    ({ address, ends }) => ends === 'resolved' && found.has(address) && !isApplied(node, address),
  )
  if (left.length === 0) return atRest(state, node)
  const message = `its producer still finds ${left.map(selection => selection.address).join(', ')}`
  return [asks(node, failedQuestion(node, { outcome: 'failed', message }))]
}

/** What was applied, waited for a reboot, and is found again after it. */
function cameBack(node: Node, listed: Finding[]): Finding[] {
  if (node.checkedFor !== 'rebooted' || node.lastEnding?.outcome !== 'ok') return []
  return listed.filter(
    ({ address }) => isApplied(node, address) && node.sent.get(address)?.ends === 'resolved',
  )
}
