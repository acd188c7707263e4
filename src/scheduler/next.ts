/**
 * What is to be done now: state in, decisions out. Linear over a whole run, because a task is only looked at when an
 * event has put it on the attention list, never by a scan. Every decision that is returned has to be carried out.
 */

import type { RunEvent } from './event.js'
import { activeFindings, asksForAnswer } from './findings.js'
import { failedQuestion, unstableQuestion } from './host-items.js'
import { answered, withBrought } from './answered.js'
import { judgeRecheck } from './judge.js'
import type { Finding, Selection } from './model.js'
import { isReversible, selectionsOf } from './selections.js'
import { settled } from './settled.js'
import { isOver } from './start.js'
import { locksOf, nodeOf } from './fold.js'
import type { Node, RunState } from './state.js'
import { windDown } from './wind-down.js'

export type CheckReason = Extract<RunEvent, { type: 'task-checking' }>['why']

export type Decision =
  /** Make these events durable, and fold them, in this order. */
  | { do: 'record'; events: RunEvent[] }
  /** Run the producer of the task's step; record `task-checking`, then `task-checked`. */
  | { do: 'check'; task: string; why: CheckReason }
  /** Run the consumer with these selections; record `task-started` before its first byte. */
  | { do: 'start'; task: string; attempt: number; selections: Selection[] }
  /** Record `task-retried` when this time is over. */
  | { do: 'back-off'; task: string; ms: number }
  /** Run the producer of the step; record `step-verifying`, then `step-verified`. */
  | { do: 'verify'; step: string }

/** Rechecks, `again` rounds and verifications of one task before it is called unstable. */
export const maxRounds = 5

export interface Limits {
  /** Programs at the same time. */
  jobs: number
  /** False once the run was asked to stop: nothing new is begun. */
  mayStart: boolean
}

export function next(state: RunState, limits: Limits): Decision[] {
  if (state.status === 'completed' || state.status === 'abandoned' || state.status === 'waiting') return []
  const decisions: Decision[] = []
  // Several events may have called for the same node; what it decides is decided once.
  const looked = new Set<string>()
  for (let left = state.attention.length; left > 0; left--) {
    const id = state.attention.take()!
    if (looked.has(id)) continue
    looked.add(id)
    look(state, nodeOf(state, id), decisions)
  }
  if (limits.mayStart) fillSlots(state, limits.jobs, decisions)
  if (decisions.length === 0 && state.running === 0 && state.attention.length === 0 && state.backingOff.size === 0)
    return windDown(state, limits.mayStart)
  return decisions
}

const record = (...events: RunEvent[]): Decision => ({ do: 'record', events })

const asked = (finding: Finding, node: Node): RunEvent => ({ type: 'question-raised', finding, task: node.id })

function look(state: RunState, node: Node, decisions: Decision[]): void {
  switch (node.status) {
    case 'pending':
      return lookAtPending(state, node, decisions)
    case 'ready':
      return enqueue(state, node)
    case 'checked':
      return lookAtChecked(state, node, decisions)
    case 'ended':
      return lookAtEnded(state, node, decisions)
    case 'applied':
      return lookAtApplied(state, node, decisions)
    case 'unknown':
      return lookAtUnknown(state, node, decisions)
    case 'waiting': {
      const events = answered(state, node)
      if (events.length > 0) decisions.push(record(...events))
      return
    }
    default:
      return
  }
}

function lookAtPending(state: RunState, node: Node, decisions: Decision[]): void {
  if (node.missing > 0) return
  if (!node.task) {
    if (node.crossed) decisions.push(record({ type: 'task-settled', task: node.id, as: 'nothing' }))
    return
  }
  if (node.doomed !== null) {
    decisions.push(record({ type: 'task-unreached', task: node.id, because: node.doomed }))
    return
  }
  const deferred = state.deferred.has(node.task.step) ? openDeferred(state, node) : []
  if (deferred.length > 0) {
    decisions.push(record(...deferred.map(finding => asked(finding, node))))
    return
  }
  if (checkReason(state, node) === null && selectionsLeft(node).length === 0) {
    decisions.push(record(settled(node)))
    return
  }
  enqueue(state, node)
}

function enqueue(state: RunState, node: Node): void {
  const { reversible, others } = state.ready
  ;(isReversible(node.task!.selections) ? reversible : others).push(node.id)
}

const openDeferred = (state: RunState, node: Node): Finding[] =>
  activeFindings(
    state.plan.findings.filter(finding => finding.step === node.task!.step),
    state.choices,
  ).filter(finding => state.choices.get(finding.address)?.answer.kind === 'later')

/** Changed ground is looked at once, then the choice made on it starts without another look. */
function checkReason(state: RunState, node: Node): CheckReason | null {
  if (node.mustCheck !== null) return node.mustCheck
  const { recheck } = state.steps.get(node.task!.step)!
  return node.ground && recheck && node.rechecked === null && node.attempt === 0 ? 'upstream-changed' : null
}

const selectionsLeft = (node: Node): Selection[] =>
  node.task!.selections.filter(selection => node.results.get(selection.address)?.status !== 'applied')

function lookAtChecked(state: RunState, node: Node, decisions: Decision[]): void {
  const looked = node.looked!
  if (node.rechecked === null) {
    decisions.push(record(asked(failedQuestion(node, looked), node)))
    return
  }
  if (node.rounds.recheck > maxRounds)
    decisions.push(record(asked(unstableQuestion(node, 'recheck'), node)))
  else decisions.push(record(...judgeRecheck(state, node)))
}

function lookAtEnded(state: RunState, node: Node, decisions: Decision[]): void {
  const ending = node.lastEnding!
  if (ending.outcome === 'again') return lookAtAgain(state, node, decisions)
  if (ending.code === 'stale' && node.rounds.recheck < maxRounds) {
    decisions.push(record({ type: 'task-retried', task: node.id, why: 'stale' }))
    return
  }
  const { retries } = state.steps.get(node.task!.step)!
  if (ending.code === 'temporary' && node.rounds.retry < retries.max) {
    const ms = retries.backoff * 2 ** node.rounds.retry
    decisions.push(record({ type: 'task-backing-off', task: node.id, attempt: node.attempt, ms }))
    decisions.push({ do: 'back-off', task: node.id, ms })
    return
  }
  const questions = [failedQuestion(node, ending), ...openBrought(state, node)]
  decisions.push(record(...questions.map(finding => asked(finding, node))))
}

function openBrought(state: RunState, node: Node): Node['brought'] {
  return node.brought.filter(finding => asksForAnswer(finding) && !finding.parent && !state.choices.has(finding.address))
}

function lookAtAgain(state: RunState, node: Node, decisions: Decision[]): void {
  const questions = openBrought(state, node)
  if (node.rounds.again > maxRounds) questions.push(unstableQuestion(node, 'again'))
  if (questions.length > 0) decisions.push(record(...questions.map(finding => asked(finding, node))))
  else if (!node.awaitsReboot) {
    const brought = selectionsOf(node.brought, state.choices, 'now')
    const again: RunEvent[] = [{ type: 'task-retried', task: node.id, why: 'again' }]
    decisions.push(record(...(brought.length > 0 ? withBrought(node, brought) : again)))
  }
}

function lookAtApplied(state: RunState, node: Node, decisions: Decision[]): void {
  const open = openBrought(state, node)
  if (open.length > 0)
    decisions.push(record(...open.map(finding => asked(finding, node))))
  else if (node.awaitsReboot) return
  else if (node.mustCheck !== null) enqueue(state, node)
  else decisions.push(record(settled(node)))
}

/** What is done is a fact; what is not known to be done is sent again, or asked about, as the manifest says. */
function lookAtUnknown(state: RunState, node: Node, decisions: Decision[]): void {
  if (state.steps.get(node.task!.step)!.retries.afterCrash === 'run')
    decisions.push(record({ type: 'task-retried', task: node.id, why: 'recovered' }))
  else {
    const ending = { outcome: 'failed' as const, message: 'the host died while it ran; what it did is not known' }
    decisions.push(record(asked(failedQuestion(node, ending), node)))
  }
}

/** Reversible tasks first; a task whose lock is taken is parked with the lock and comes back when it is free. */
function fillSlots(state: RunState, jobs: number, decisions: Decision[]): void {
  let free = jobs - state.running
  const taken = new Map<string, string>()
  const begun = new Set<string>()
  const todo = state.verify?.todo
  while (free > 0 && todo) {
    const step = todo.take()
    if (step === undefined) break
    decisions.push({ do: 'verify', step })
    free--
  }
  const { reversible, others } = state.ready
  while (free > 0) {
    const id = reversible.take() ?? others.take()
    if (id === undefined) return
    const node = nodeOf(state, id)
    if (begun.has(id)) continue
    if (isOver(node) || (node.status !== 'pending' && node.status !== 'ready' && node.status !== 'applied')) continue
    const why = node.status === 'ready' ? null : checkReason(state, node)
    if (why !== null) {
      decisions.push({ do: 'check', task: id, why })
      begun.add(id)
      free--
      continue
    }
    const locks = locksOf(state, node)
    const blocked = locks.find(lock => state.locks.has(lock) || taken.has(lock))
    if (blocked !== undefined) {
      const waiting = state.lockWaits.get(blocked)
      if (waiting) waiting.push(id)
      else state.lockWaits.set(blocked, [id])
      continue
    }
    for (const lock of locks) taken.set(lock, id)
    begun.add(id)
    decisions.push({ do: 'start', task: id, attempt: node.attempt + 1, selections: selectionsLeft(node) })
    free--
  }
}
