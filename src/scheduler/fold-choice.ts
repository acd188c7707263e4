/** Questions and their answers, as they change the state of a run. */

import { see } from './decided.js'
import { chosenResolution, isBound, splitAddress } from './findings.js'
import { hold, letGo } from './hold.js'
import type { Address, Choice, Finding } from './model.js'
import { nodeOf, nodesOf } from './node.js'
import { nobody, noSet } from './nothing.js'
import type { Node, RunState } from './state.js'

export function foldQuestion(state: RunState, finding: Finding, task: string | null): void {
  const { address } = finding
  see(state, finding)
  state.questions.set(address, { finding, task })
  if (task === null) hold(state, finding)
  if (task === null) return
  const node = nodeOf(state, task)
  node.asks = new Set(node.asks).add(address)
  node.questions++
  node.asked = { ...node.asked, [finding.source]: finding.source === 'host' ? address : true }
  node.status = 'waiting'
}

/** A leaf of the host's own questions is one of its resolutions; other questions may be waived too. `later` is no answer. */
const answers = (finding: Finding, choice: Choice): boolean =>
  isBound(finding, choice) && (finding.source !== 'host' || chosenResolution(finding, choice) !== undefined)

export function foldChoice(state: RunState, choice: Choice): void {
  const { address } = choice
  const question = state.questions.get(address)
  const finding = question?.finding ?? state.findings.get(address)
  state.choices.set(address, choice)
  if (finding) state.decided.set(address, finding)
  if (!question) {
    foldUnasked(state, address)
    return
  }
  if (!answers(question.finding, choice)) return
  state.questions.delete(address)
  state.invalidated.delete(address)
  if (state.status === 'waiting') {
    state.status = state.verify ? 'verifying' : 'open'
    state.waitingFor = null
  }
  if (question.task === null) {
    letGo(state, question.finding, choice)
    return
  }
  const node = nodeOf(state, question.task)
  node.asks = new Set([...node.asks].filter(other => other !== address))
  // Only its own new items stood between it and its rest.
  const { host, producer } = node.asked
  if (node.asks.size === 0 && host === null && !producer && node.lastEnding?.outcome === 'ok') {
    node.status = 'applied'
    node.asked = nobody
  }
  state.attention.push(node.id)
}

export function foldWithdrawal(state: RunState, address: Address): void {
  const question = state.questions.get(address)
  state.questions.delete(address)
  if (question) letGo(state, question.finding)
}

/** Nobody had asked yet: the tasks of the step that have not begun take it up when their turn comes. */
function foldUnasked(state: RunState, address: string): void {
  const { step, item } = splitAddress(address)
  if (item.startsWith('host.')) return
  state.invalidated.delete(address)
  for (const node of nodesOf(state, step))
    if (node.attempt === 0 && (node.status === 'pending' || node.status === 'ready')) {
      node.status = 'pending'
      node.rechosen = true
      state.attention.push(node.id)
    }
}

/** The node goes on without waiting for them. */
export function withdrawQuestions(state: RunState, node: Node): void {
  for (const address of node.asks) state.questions.delete(address)
  node.asks = noSet
  node.asked = nobody
}
