/**
 * Folds one event into the state of a run. It decides nothing and believes what it is told: the same function drives
 * the live host and reads a journal back. The state is the caller's own and is changed in place, because copying it
 * for each of 100,000 events would cost a square.
 */

import type { RunEvent } from './event.js'
import { findingsOf } from './findings.js'
import type { Address } from './model.js'
import { addEdge, addNode, isOver, startRun } from './start.js'
import { Queue, type Node, type RunState } from './state.js'

export function fold(state: RunState | null, event: RunEvent): RunState {
  if (event.type === 'run-committed') return startRun(event.run, event.plan)
  if (!state) throw new Error(`a journal begins with run-committed, not with ${event.type}`)
  apply(state, event)
  return state
}

function apply(state: RunState, event: Exclude<RunEvent, { type: 'run-committed' }>): void {
  switch (event.type) {
    case 'task-checking': {
      const node = nodeOf(state, event.task)
      node.status = 'checking'
      node.rounds.recheck++
      state.running++
      return
    }
    case 'task-checked': {
      const node = nodeOf(state, event.task)
      node.status = 'checked'
      const looked = event.findings
      node.looked = looked.ending
      node.rechecked = looked.outcome === 'ok' ? findingsOf(looked.step, looked.items, 'producer') : null
      for (const finding of node.rechecked ?? []) state.findings.set(finding.address, finding)
      // Where it could not look, whatever comes next begins with another look.
      node.mustCheck = looked.outcome === 'ok' ? null : 'retry'
      state.running--
      state.attention.push(node.id)
      return
    }
    case 'selection-dropped': {
      const { task } = nodeOf(state, event.task)
      if (task) task.selections = task.selections.filter(selection => selection.address !== event.address)
      return
    }
    case 'choice-made':
      return foldChoice(state, event.choice.address, () => state.choices.set(event.choice.address, event.choice))
    case 'choice-carried': {
      const choice = state.choices.get(event.address)
      if (choice) state.choices.set(event.address, { ...choice, fingerprint: event.to })
      return
    }
    case 'choice-invalidated':
      state.choices.delete(event.address)
      return
    case 'graph-extended': {
      for (const task of event.tasks) {
        state.out.set(task.id, [])
        state.into.set(task.id, [])
        addNode(state, task.id, task, false)
      }
      for (const barrier of event.barriers) {
        state.out.set(barrier.id, [])
        state.into.set(barrier.id, [])
        addNode(state, barrier.id, null, false)
      }
      for (const edge of event.edges) addEdge(state, edge)
      for (const task of event.tasks) if (nodeOf(state, task.id).missing === 0) state.attention.push(task.id)
      return
    }
    case 'task-ready': {
      const node = nodeOf(state, event.task)
      node.task!.selections = event.selections
      node.status = 'ready'
      state.attention.push(node.id)
      return
    }
    case 'task-started': {
      const node = nodeOf(state, event.task)
      node.status = 'running'
      node.attempt = event.attempt
      node.pid = { pid: event.pid, startTime: event.startTime }
      node.brought = []
      for (const address of event.selections) node.sent.add(address)
      for (const lock of locksOf(state, node)) state.locks.set(lock, node.id)
      state.running++
      return
    }
    case 'item-found': {
      const node = nodeOf(state, event.task)
      for (const finding of findingsOf(node.task!.step, [event.item], 'consumer')) {
        state.findings.set(finding.address, finding)
        node.brought.push(finding)
      }
      return
    }
    case 'selection-result': {
      const node = nodeOf(state, event.task)
      const fact = { attempt: event.attempt, status: event.status }
      node.results.set(event.address, {
        ...fact,
        ...(event.code === undefined ? {} : { code: event.code }),
        ...(event.message === undefined ? {} : { message: event.message }),
      })
      if (event.status === 'applied') state.applied++
      return
    }
    case 'task-ended': {
      const node = nodeOf(state, event.task)
      if (node.status === 'running') release(state, node)
      node.attempt = event.attempt
      node.pid = null
      node.lastEnding = event.ending
      node.awaitsReboot = event.ending.reboot === true
      if (event.ending.outcome === 'again') node.rounds.again++
      node.status = event.ending.outcome === 'ok' ? 'applied' : 'ended'
      state.attention.push(node.id)
      return
    }
    case 'task-unknown': {
      const node = nodeOf(state, event.task)
      if (node.status === 'running') release(state, node)
      node.pid = null
      node.status = 'unknown'
      state.attention.push(node.id)
      return
    }
    case 'task-backing-off':
      state.backingOff.add(event.task)
      return
    case 'task-retried': {
      const node = nodeOf(state, event.task)
      state.backingOff.delete(event.task)
      node.status = 'pending'
      foldRetry(node, event.why)
      state.attention.push(node.id)
      return
    }
    case 'task-settled': {
      const node = nodeOf(state, event.task)
      node.settledAs = event.as
      node.awaitsReboot = false
      return conclude(state, node, 'settled', event.as === 'reverted' ? `${event.task} was reverted` : null)
    }
    case 'task-skipped': {
      const node = nodeOf(state, event.task)
      node.settledAs = 'skipped'
      return conclude(state, node, 'settled', null)
    }
    case 'task-unreached':
      return conclude(state, nodeOf(state, event.task), 'unreached', event.because)
    case 'task-abandoned':
      return conclude(state, nodeOf(state, event.task), 'abandoned', `${event.task} was abandoned`)
    case 'question-raised': {
      state.findings.set(event.finding.address, event.finding)
      state.questions.set(event.finding.address, { finding: event.finding, task: event.task })
      if (event.task === null) return
      const node = nodeOf(state, event.task)
      node.asks.add(event.finding.address)
      node.status = 'waiting'
      return
    }
    case 'reboot-awaited':
      state.awaitedBoot = event.boot
      return
    case 'rebooted':
      return foldReboot(state)
    case 'run-waiting':
      state.status = 'waiting'
      state.waitingFor = event.for
      return
    case 'run-resumed':
      return foldResumption(state)
    case 'verify-started': {
      const todo = new Queue()
      for (const step of event.steps) todo.push(step)
      state.status = 'verifying'
      state.verify = { todo, left: event.steps.length, unresolved: new Map(), later: [] }
      return
    }
    case 'step-verifying':
      state.running++
      return
    case 'step-verified': {
      const { verify } = state
      state.running--
      if (!verify) return
      verify.left--
      if (event.unresolved.length > 0) verify.unresolved.set(event.step, event.unresolved)
      verify.later.push(...event.later)
      return
    }
    case 'run-interrupted':
      return
    case 'run-completed':
      state.status = 'completed'
      state.rebootPending = event.rebootPending
      return
    case 'run-abandoned':
      state.status = 'abandoned'
      return
    default:
      return unknownEvent(event)
  }
}

function unknownEvent(event: never): never {
  throw new Error(`an event of an unknown type: ${JSON.stringify(event).slice(0, 200)}`)
}

export function nodeOf(state: RunState, id: string): Node {
  const node = state.nodes.get(id)
  if (!node) throw new Error(`the run has no task ${id}`)
  return node
}

export const locksOf = (state: RunState, node: Node): string[] =>
  node.task ? (state.steps.get(node.task.step)?.locks ?? []) : []

/** The node's consumer lives no more: its place and its locks are free for others. */
function release(state: RunState, node: Node): void {
  state.running--
  for (const lock of locksOf(state, node)) {
    if (state.locks.get(lock) === node.id) state.locks.delete(lock)
    const waiting = state.lockWaits.get(lock)
    state.lockWaits.delete(lock)
    for (const id of waiting ?? []) state.attention.push(id)
  }
}

function foldChoice(state: RunState, address: Address, record: () => void): void {
  record()
  const question = state.questions.get(address)
  state.questions.delete(address)
  if (!question?.task) return
  nodeOf(state, question.task).asks.delete(address)
  state.attention.push(question.task)
}

/** The node is over: its dependents lose one reason to wait, and a failure travels along what carries it. */
function conclude(state: RunState, node: Node, status: 'settled' | 'unreached' | 'abandoned', doom: string | null): void {
  if (isOver(node)) return
  node.status = status
  for (const address of node.asks) state.questions.delete(address)
  node.asks.clear()
  state.open--
  const changed = node.ground || node.attempt > 0
  for (const edge of state.out.get(node.id)!) {
    const next = nodeOf(state, edge.to)
    next.missing--
    if (changed) next.ground = true
    if (doom !== null && (edge.kind === 'needs' || edge.kind === 'phase')) next.doomed ??= doom
    if (next.missing === 0) state.attention.push(next.id)
  }
}

/**
 * A new host: what was being looked at is looked at again, and what has not started is not trusted to be as it was.
 * Consumers that were running stay so until the host has found out what became of them.
 */
function foldResumption(state: RunState): void {
  state.status = 'open'
  state.waitingFor = null
  state.verify = null
  state.running = 0
  for (const node of state.nodes.values()) {
    if (node.status === 'running') state.running++
    else if (node.status === 'checking') node.status = 'pending'
    if (node.status === 'pending' || node.status === 'ready') {
      node.status = 'pending'
      if (node.task) node.mustCheck ??= 'resumed'
    }
    if (!isOver(node)) state.attention.push(node.id)
  }
}

function foldRetry(node: Node, why: Extract<RunEvent, { type: 'task-retried' }>['why']): void {
  if (why === 'temporary') node.rounds.retry++
  if (why === 'stale') {
    node.mustCheck = 'stale'
    for (const address of node.sent) if (node.results.get(address)?.status !== 'applied') node.sent.delete(address)
  }
  if (why === 'by-hand') {
    node.byHand = true
    node.mustCheck = 'retry'
  }
  if (why === 'answered') {
    node.byHand = false
    node.rounds.recheck = 0
    node.rounds.again = 0
    if (node.attempt === 0) node.mustCheck = 'retry'
  }
}

/** Whoever asked for the reboot is looked at again before anything behind it starts. */
function foldReboot(state: RunState): void {
  for (const node of state.nodes.values()) {
    if (isOver(node)) continue
    if (!node.task) {
      if (isReached(state, node)) node.crossed = true
      if (node.missing === 0) state.attention.push(node.id)
    } else if (node.awaitsReboot) {
      node.awaitsReboot = false
      node.mustCheck = 'rebooted'
      state.attention.push(node.id)
    }
  }
  state.awaitedBoot = null
}

/** A barrier is reached when only the reboot itself is still missing. */
export const isReached = (state: RunState, barrier: Node): boolean =>
  state.into.get(barrier.id)!.every(edge => {
    const from = nodeOf(state, edge.from)
    return isOver(from) || from.awaitsReboot
  })
