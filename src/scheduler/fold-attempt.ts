/** An attempt of a task, as it was begun and as its consumer told of it, goes into the state. */

import type { ItemBody } from '../protocol/gen/messages.js'
import { see } from './decided.js'
import type { RunEvent } from './event.js'
import { findingsOf } from './findings.js'
import { isApplied, locksOf, nodeOf, nodesOf } from './node.js'
import { noBrought } from './nothing.js'
import type { Node, ResultFact, RunState } from './state.js'

export function foldStart(state: RunState, event: Extract<RunEvent, { type: 'task-started' }>): void {
  const node = nodeOf(state, event.task)
  const told = new Set(event.selections)
  const sent = new Map(node.sent)
  for (const selection of node.task!.selections)
    if (told.has(selection.address)) sent.set(selection.address, selection)
  node.sent = sent
  node.status = 'running'
  node.attempt = event.attempt
  const { pid, startTime, cgroup } = event
  node.pid = { pid, startTime, ...(cgroup === undefined ? {} : { cgroup }) }
  node.brought = noBrought
  node.checkedFor = null
  for (const lock of locksOf(state, node)) state.locks.set(lock, node.id)
  state.running++
}

export function foldItem(state: RunState, node: Node, item: ItemBody): void {
  for (const finding of findingsOf(node.task!.step, [item], 'consumer')) {
    see(state, finding)
    if (node.brought.length === 0) node.brought = []
    node.brought.push(finding)
    // What was chosen for it before was carried out: this is a new occurrence, and a new question.
    if (nodesOf(state, finding.step).some(other => isApplied(other, finding.address)))
      state.choices.delete(finding.address)
  }
}

export function foldResult(
  state: RunState,
  node: Node,
  event: Extract<RunEvent, { type: 'selection-result' }>,
): void {
  const { address, attempt, status, code, message } = event
  if (status === 'applied') {
    if (!isApplied(node, address)) state.applied++
    if (node.rounds.reboot > 0) node.rounds = { ...node.rounds, reboot: 0 }
    if (node.sent.get(address)?.reboot === true && !node.rebooted) node.wantsReboot = true
  }
  if (node.results.size === 0) node.results = new Map()
  const fact: ResultFact = { attempt, status }
  if (code !== undefined) fact.code = code
  if (message !== undefined) fact.message = message
  node.results.set(address, fact)
}
