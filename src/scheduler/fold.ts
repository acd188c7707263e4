/**
 * Folds one event into the state of a run. It decides nothing and believes what it is told: the same function drives
 * the live host and reads a journal back. The state is the caller's own and is changed in place, because copying it
 * for each of 100,000 events would cost a square.
 */

import { see } from './decided.js'
import { handledBy } from './due.js'
import type { RunEvent } from './event.js'
import { findingsOf } from './findings.js'
import { foldItem, foldResult, foldStart } from './fold-attempt.js'
import { foldChoice, foldQuestion, foldWithdrawal, withdrawQuestions } from './fold-choice.js'
import { conclude, foldGivingUp, release } from './fold-end.js'
import { foldExtension, nextRound } from './fold-extension.js'
import { foldReboot, foldResumption } from './fold-resumption.js'
import { foldRetry } from './fold-retry.js'
import { foldHold } from './fold-units.js'
import { splitUnresolved } from './judge.js'
import { isOptional } from './known.js'
import type { Findings } from './model.js'
import { nodeOf } from './node.js'
import { Queue } from './queue.js'
import { startRun } from './start.js'
import type { Node, RunState } from './state.js'

export function fold(state: RunState | null, event: RunEvent): RunState {
  if (event.type === 'run-committed') return startRun(event)
  if (!state) throw new Error(`a journal begins with run-committed, not with ${event.type}`)
  apply(state, event)
  return state
}

function apply(state: RunState, event: Exclude<RunEvent, { type: 'run-committed' }>): void {
  switch (event.type) {
    case 'task-checking': {
      const node = nodeOf(state, event.task)
      node.status = 'checking'
      node.checkedFor = event.why
      // Only what a run does to itself can go round for ever; crashes, reboots and people are not counted.
      if (event.why === 'stale') node.rounds = { ...node.rounds, recheck: node.rounds.recheck + 1 }
      state.running++
      return
    }
    case 'task-checked':
      foldLook(state, nodeOf(state, event.task), event.findings)
      return
    case 'selection-dropped': {
      const node = nodeOf(state, event.task)
      const { selections } = node.task!
      node.task = {
        ...node.task!,
        selections: selections.filter(selection => selection.address !== event.address),
      }
      // Should it come back, that is another occurrence.
      state.choices.delete(event.address)
      return
    }
    case 'choice-made':
      foldChoice(state, event.choice)
      if (event.letter !== undefined) state.letters.add(event.letter)
      return
    case 'choice-refused':
      state.letters.add(event.letter)
      return
    case 'abandon-asked':
      foldGivingUp(state, event)
      return
    case 'choice-carried': {
      const choice = state.choices.get(event.address)
      const finding = state.findings.get(event.address)
      if (choice) state.choices.set(event.address, { ...choice, fingerprint: event.to })
      if (finding) state.decided.set(event.address, finding)
      return
    }
    case 'choice-invalidated':
      if (state.choices.get(event.address)?.answer.kind === 'resolution') state.invalidated.add(event.address)
      state.choices.delete(event.address)
      return
    case 'graph-extended':
      foldExtension(state, event)
      return
    case 'task-ready': {
      const node = nodeOf(state, event.task)
      withdrawQuestions(state, node)
      node.task = { ...node.task!, selections: event.selections }
      node.rechosen = false
      node.status = 'ready'
      state.attention.push(node.id)
      return
    }
    case 'task-started':
      foldStart(state, event)
      return
    case 'item-found':
      foldItem(state, nodeOf(state, event.task), event.item)
      return
    case 'selection-result':
      foldResult(state, nodeOf(state, event.task), event)
      return
    case 'task-ended': {
      const node = nodeOf(state, event.task)
      const { ending } = event
      release(state, node)
      node.attempt = event.attempt
      node.pid = null
      node.lastEnding = ending
      if (ending.reboot === true) node.wantsReboot = true
      // An effect that was predicted to want one, and a consumer that says it does not: it knows better.
      else if (ending.outcome === 'ok' && ending.done?.reboot === false) node.wantsReboot = false
      node.awaitsReboot =
        ending.outcome === 'ok' ? node.wantsReboot : ending.outcome === 'again' && ending.reboot === true
      if (ending.outcome === 'again') {
        const what = ending.code === 'cancelled' ? 'cancelled' : 'again'
        node.rounds = { ...node.rounds, [what]: node.rounds[what] + 1 }
      }
      node.status = ending.outcome === 'ok' ? 'applied' : 'ended'
      state.attention.push(node.id)
      return
    }
    case 'task-attached':
      return
    case 'task-unknown': {
      const node = nodeOf(state, event.task)
      release(state, node)
      node.pid = null
      node.unbegun = event.begun === false
      node.status = 'unknown'
      state.attention.push(node.id)
      return
    }
    case 'task-backing-off':
      state.backingOff.add(event.task)
      return
    case 'task-retried':
      foldRetry(state, nodeOf(state, event.task), event.why)
      return
    case 'task-settled': {
      const node = nodeOf(state, event.task)
      if (event.as === 'done-by-hand' && node.task?.selections.some(selection => selection.reboot === true))
        node.wantsReboot = true
      node.settledAs = event.as
      conclude(state, node, 'settled', event.as === 'reverted' ? `${event.task} was reverted` : null)
      return
    }
    case 'task-skipped': {
      const node = nodeOf(state, event.task)
      node.settledAs = 'skipped'
      conclude(state, node, 'settled', null)
      return
    }
    case 'task-unreached':
      conclude(state, nodeOf(state, event.task), 'unreached', event.because)
      return
    case 'task-abandoned':
      conclude(state, nodeOf(state, event.task), 'abandoned', `${event.task} was abandoned`)
      return
    case 'question-raised':
      foldQuestion(state, event.finding, event.task)
      return
    case 'question-withdrawn':
      foldWithdrawal(state, event.address)
      return
    case 'reboot-awaited':
    case 'reboot-asked':
    case 'reboot-refused':
    case 'rebooted':
      foldReboot(state, event)
      return
    case 'unit-held':
    case 'unit-released':
    case 'unit-started':
      foldHold(state, event)
      return
    case 'run-waiting':
      state.status = 'waiting'
      state.waitingFor = event.for
      state.rebootDue = event.for === 'reboot' || event.reboot === true
      return
    case 'run-resumed':
      state.rebootPolicy = event.reboot ?? state.rebootPolicy
      state.unconfined = event.unconfined ?? state.unconfined
      foldResumption(state)
      return
    case 'verify-started':
      foldVerification(state, event.steps)
      return
    case 'step-verifying':
      state.running++
      return
    case 'step-verified': {
      const { verify } = state
      state.running--
      if (event.findings.outcome === 'ok') list(state, event.step, event.findings)
      if (!verify) return
      verify.left--
      if (event.unresolved.length > 0)
        verify.unresolved.set(event.step, splitUnresolved(state, event.step, event.unresolved))
      for (const finding of event.later) verify.later.push(finding)
      return
    }
    case 'wait-announced':
      state.announced = event.questions
      return
    case 'run-interrupted':
      return
    case 'run-completed':
      state.status = 'completed'
      state.waitingFor = null
      state.rebootPending = event.rebootPending
      return
    case 'run-abandoned':
      state.status = 'abandoned'
      state.waitingFor = null
      state.backingOff.clear()
      return
    default:
      unknownEvent(event)
  }
}

function unknownEvent(event: never): void {
  if (isOptional(event)) return
  throw new Error(`an event of an unknown type: ${JSON.stringify(event).slice(0, 200)}`)
}

function list(state: RunState, step: string, findings: Findings): void {
  const found = findingsOf(step, findings.items, 'producer')
  state.listed.set(step, found)
  for (const finding of found) see(state, finding)
}

/** In the middle of one it is another look at what could not be looked at: the rest of what was found stands. */
function foldVerification(state: RunState, steps: string[]): void {
  const unresolved = new Map(state.verify?.unresolved)
  for (const step of steps) unresolved.delete(step)
  if (state.verify) nextRound(state, steps)
  const todo = new Queue()
  for (const step of steps) todo.push(step)
  state.status = 'verifying'
  state.verify = { todo, left: steps.length, unresolved, later: state.verify?.later ?? [] }
}

function foldLook(state: RunState, node: Node, findings: Findings): void {
  node.status = 'checked'
  node.looked = findings.ending
  node.rechecked = findings.outcome === 'ok'
  if (node.rechecked) {
    list(state, findings.step, findings)
    takeOver(state, node)
  }
  // Where it could not look, whatever comes next begins with another look.
  node.mustCheck = node.rechecked ? null : 'retry'
  state.running--
  state.attention.push(node.id)
}

/** What its consumer brought up and its producer sees now as well is the producer's: two views would ask by turns. */
function takeOver(state: RunState, node: Node): void {
  if (node.brought.length === 0) return
  const isHandled = handledBy(state, node)
  const seen = new Set(state.listed.get(node.task!.step)!.map(finding => finding.address))
  node.brought = node.brought.filter(({ address }) => !seen.has(address) || isHandled(address))
}
