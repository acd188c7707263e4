/** Nothing runs and nothing can start: the run waits, verifies or ends. */

import { afterVerification } from './after-verification.js'
import type { RunEvent } from './event.js'
import type { Decision } from './next.js'
import { isConsistent, isOver, nodesOf, reachedBarriers } from './node.js'
import { asWhat } from './settled.js'
import type { Node, RunState } from './state.js'

export function windDown(state: RunState): Decision[] {
  const events = whatNow(state)
  return events.length > 0 ? [{ do: 'record', events }] : []
}

/** By wish of somebody, and not by what became of it. */
export function givenUp(state: RunState): Decision[] {
  const { reason, who } = state.givingUp!
  const consistent = isConsistent(state)
  return [{ do: 'record', events: [{ type: 'run-abandoned', reason, consistent, who }] }]
}

function whatNow(state: RunState): RunEvent[] {
  if (state.open > 0 || state.questions.size > 0) return waiting(state)
  if (!state.verify) return verification(state)
  const { events, givenUp } = afterVerification(state)
  return events.length > 0 ? events : ending(state, givenUp)
}

function waiting(state: RunState): RunEvent[] {
  const reached = reachedBarriers(state)
  const asking: Node[] = []
  let isAfterBootAhead = false
  for (const node of state.nodes.values()) {
    if (isOver(node)) continue
    if (node.awaitsReboot) asking.push(node)
    if (node.task?.phase === 'after-boot') isAfterBootAhead = true
  }
  // A barrier that nobody needs any more, or with nothing left behind it, is no barrier.
  const needless = reached.filter(
    barrier =>
      !hasAnythingBehind(state, barrier) ||
      !(wasAskedFor(state, barrier) || (isAfterBootAhead && barrier.since === state.reboots)),
  )
  if (needless.length > 0)
    return needless.map(node => ({ type: 'task-settled', task: node.id, as: 'nothing' }))

  const questions = [...state.questions.keys()]
  if (questions.length > 0) {
    const failed = questions.some(address => address.endsWith('/host.failed'))
    const isDue = reached.length > 0 ? { reboot: true as const } : {}
    return [{ type: 'run-waiting', for: failed ? 'failure' : 'choice', questions, ...isDue }]
  }
  if (
    reached.length === 0 &&
    asking.every(node => node.status === 'applied' && !hasAnythingBehind(state, node))
  )
    return asking.map(node => ({ type: 'task-settled', task: node.id, as: asWhat(node) }))
  return [{ type: 'run-waiting', for: 'reboot', questions: [] }]
}

const hasAnythingBehind = (state: RunState, node: Node): boolean =>
  node.out.some(edge => !isOver(state.nodes.get(edge.to)!))

const wasAskedFor = (state: RunState, barrier: Node): boolean =>
  barrier.into.some(edge => state.nodes.get(edge.from)!.wantsReboot)

/** A step that was not carried through has nothing to prove. */
function verification(state: RunState): RunEvent[] {
  const steps = state.plan.steps
    .filter(step => step.verify && !state.givenUp.has(step.name))
    .map(step => step.name)
    .filter(name =>
      (state.ofStep.get(name) ?? []).every(id => {
        const node = state.nodes.get(id)!
        return node.status === 'settled' && node.settledAs !== 'reverted'
      }),
    )
  return [{ type: 'verify-started', steps }]
}

function ending(state: RunState, givenUp: string[]): RunEvent[] {
  let rebootPending = false
  for (const node of state.nodes.values()) {
    if (node.status === 'abandoned') givenUp.push(`${node.id} was abandoned`)
    if (node.settledAs === 'reverted') givenUp.push(`${node.id} was rolled back`)
    if (node.wantsReboot) rebootPending = true
  }
  for (const [step, reason] of state.givenUp)
    if (nodesOf(state, step).every(node => node.status !== 'abandoned'))
      givenUp.push(`${step} was not verified: ${reason}`)
  if (givenUp.length === 0) return [{ type: 'run-completed', applied: state.applied, rebootPending }]
  return [{ type: 'run-abandoned', reason: givenUp.join('; '), consistent: isConsistent(state), who: null }]
}
