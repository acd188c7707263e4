/** A task is to be run, or looked at, once more: from where it goes on, and what of the attempt before still counts. */

import { broughtDue, selectionsLeft } from './due.js'
import type { RunEvent } from './event.js'
import { chosenResolution } from './findings.js'
import { withdrawQuestions } from './fold-choice.js'
import type { Address, Finding } from './model.js'
import { isApplied } from './node.js'
import { noBrought, noRounds } from './nothing.js'
import type { Node, RunState } from './state.js'

type Retry = Extract<RunEvent, { type: 'task-retried' }>['why']

export function foldRetry(state: RunState, node: Node, why: Retry): void {
  state.backingOff.delete(node.id)
  const answer = hostAnswer(state, node)
  withdrawQuestions(state, node)
  node.status = 'pending'
  // What a failed attempt offered was offered in place of another one.
  if (node.lastEnding?.outcome === 'failed' && why !== 'recovered') node.brought = noBrought
  // What it brought up could not be put into the graph: to try again is to choose again.
  if (node.lastEnding?.outcome === 'ok' && why === 'answered')
    for (const finding of node.brought)
      if (!node.passed.has(finding.address)) state.choices.delete(finding.address)
  if (why === 'temporary') node.rounds = { ...node.rounds, retry: node.rounds.retry + 1 }
  if (why === 'stale') {
    node.mustCheck = 'stale'
    node.sent = new Map([...node.sent].filter(([address]) => isApplied(node, address)))
  }
  if (why === 'by-hand') {
    node.byHand = true
    node.mustCheck = 'retry'
  }
  if (why === 'answered') {
    // It came to nothing by what its producer found, and not by an attempt: then that is what is tried again.
    if (node.attempt === 0 || node.byHand || node.checkedFor !== null) node.mustCheck = 'retry'
    node.byHand = false
    node.rounds = noRounds
    if (answer === 'reboot') node.wantsReboot = true
  }
  // It goes on where it stood, which was before a reboot.
  if (why === 'answered' && node.awaitsReboot)
    node.status = node.lastEnding?.outcome === 'ok' ? 'applied' : 'ended'
  else if (why !== 'by-hand' && node.wantsReboot && isDone(state, node)) {
    node.status = 'applied'
    node.awaitsReboot = true
  }
  state.attention.push(node.id)
}

const isDone = (state: RunState, node: Node): boolean =>
  selectionsLeft(node).length === 0 &&
  broughtDue(state, node, 'any').every(({ address }) => isApplied(node, address))

function hostAnswer(state: RunState, node: Node): string | null {
  const address: Address | null = node.asked.host
  const finding: Finding | undefined = address === null ? undefined : state.findings.get(address)
  return (finding && chosenResolution(finding, state.choices.get(finding.address))?.id) ?? null
}
