/** One task, looked at because something happened to it: what is to be recorded, and where it is to queue. */

import { answered, openBrought } from './answered.js'
import { broughtDue, selectionsLeft } from './due.js'
import type { RunEvent } from './event.js'
import { inserted } from './extend.js'
import { asks, failedQuestion, unknownQuestion, unstableQuestion } from './host-items.js'
import type { Decision } from './next.js'
import { isApplied, isOver } from './node.js'
import { judgeRecheck } from './recheck.js'
import { isReversible } from './selections.js'
import { atRest } from './settled.js'
import { checkReason } from './slots.js'
import type { Node, RunState } from './state.js'

/** Rechecks, `again` rounds and verifications of one task before it is called unstable. */
export const maxRounds = 5
/** Reboots for one task without anything applied, before somebody is asked. */
export const maxReboots = 3
/** Timers hold no more than 2^31 milliseconds, and nobody waits longer than a day for a retry. */
const longestBackOff = 86_400_000

export function look(state: RunState, node: Node, decisions: Decision[]): RunEvent[] {
  if (isGivenUp(state, node))
    return [{ type: 'task-abandoned', task: node.id, reason: state.givenUp.get(node.task!.step)! }]
  switch (node.status) {
    case 'pending':
      return lookAtPending(state, node)
    case 'ready':
      return enqueue(state, node)
    case 'checked':
      return node.rechecked ? judgeRecheck(state, node) : [asks(node, failedQuestion(node, node.looked!))]
    case 'ended':
      return lookAtEnded(state, node, decisions)
    case 'applied':
      return lookAtApplied(state, node)
    case 'unknown':
      return lookAtUnknown(state, node)
    case 'waiting':
      return answered(state, node)
    default:
      return []
  }
}

/** With its whole step; what is in hand is finished first, and what is applied comes to rest as such. */
const isGivenUp = (state: RunState, node: Node): boolean => {
  const { id, task, status, doomed } = node
  return (
    task !== null &&
    state.givenUp.has(task.step) &&
    !isOver(node) &&
    doomed === null &&
    !state.backingOff.has(id) &&
    status !== 'checking' &&
    status !== 'running' &&
    status !== 'applied'
  )
}

function lookAtPending(state: RunState, node: Node): RunEvent[] {
  if (node.doomed !== null) return [{ type: 'task-unreached', task: node.id, because: node.doomed }]
  if (!node.task) return node.crossed ? [{ type: 'task-settled', task: node.id, as: 'nothing' }] : []
  if (node.missing > 0) return []
  if (checkReason(state, node) !== null) return enqueue(state, node)
  const hasNews = node.rechosen || (node.attempt === 0 && state.deferred.has(node.task.step))
  if (hasNews || broughtDue(state, node, 'any').some(selection => !isApplied(node, selection.address)))
    return judgeRecheck(state, node)
  if (selectionsLeft(node).length > 0) return enqueue(state, node)
  return node.attempt > 0 ? lookAtApplied(state, node) : atRest(state, node)
}

function enqueue(state: RunState, node: Node): [] {
  const { reversible, others } = state.ready
  if (node.missing === 0) (isReversible(node.task!.selections) ? reversible : others).push(node.id)
  return []
}

function lookAtEnded(state: RunState, node: Node, decisions: Decision[]): RunEvent[] {
  const ending = node.lastEnding!
  if (state.backingOff.has(node.id)) return []
  if (ending.outcome === 'again') return lookAtAgain(state, node)
  if (ending.code === 'stale') {
    if (node.rounds.recheck >= maxRounds) return [asks(node, unstableQuestion(node, 'recheck'))]
    return [{ type: 'task-retried', task: node.id, why: 'stale' }]
  }
  const { retries } = state.steps.get(node.task!.step)!
  if (ending.code === 'temporary' && node.rounds.retry < retries.max) {
    const ms = Math.min(retries.backoff * 2 ** node.rounds.retry, longestBackOff)
    const backingOff: RunEvent = { type: 'task-backing-off', task: node.id, attempt: node.attempt, ms }
    decisions.push({ do: 'record', events: [backingOff] }, { do: 'back-off', task: node.id, ms })
    return []
  }
  return [failedQuestion(node, ending), ...openBrought(state, node)].map(finding => asks(node, finding))
}

function lookAtAgain(state: RunState, node: Node): RunEvent[] {
  const open = openBrought(state, node)
  if (open.length > 0) return open.map(finding => asks(node, finding))
  if (node.awaitsReboot)
    return node.rounds.reboot < maxReboots ? [] : [asks(node, unstableQuestion(node, 'reboot'))]
  for (const what of ['again', 'cancelled'] as const)
    if (node.rounds[what] > maxRounds) return [asks(node, unstableQuestion(node, what))]
  return [{ type: 'task-retried', task: node.id, why: 'again' }]
}

/** It has done its part: what it brought up becomes the step's next generation before anything behind it starts. */
function lookAtApplied(state: RunState, node: Node): RunEvent[] {
  const open = openBrought(state, node)
  if (open.length > 0) return open.map(finding => asks(node, finding))
  for (const phase of ['now', 'after-boot'] as const) {
    const brought = broughtDue(state, node, phase)
    if (brought.length === 0) continue
    const insertion = inserted(state, node, phase, brought)
    return insertion.ok ? insertion.events : [asks(node, failedQuestion(node, insertion.ending))]
  }
  if (node.awaitsReboot) return []
  return node.mustCheck === null ? atRest(state, node) : enqueue(state, node)
}

/** What is done is a fact; what is not known to be done is sent again, or asked about, as the manifest says. */
function lookAtUnknown(state: RunState, node: Node): RunEvent[] {
  if (node.unbegun || state.steps.get(node.task!.step)!.retries.afterCrash === 'run')
    return [{ type: 'task-retried', task: node.id, why: 'recovered' }]
  return [asks(node, unknownQuestion(node))]
}
