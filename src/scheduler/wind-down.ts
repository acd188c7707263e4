/** Nothing runs and nothing can start: the run waits, verifies or ends. */

import type { RunEvent } from './event.js'
import { chosenResolution, isBound } from './findings.js'
import { unresolvedQuestion } from './host-items.js'
import type { Decision } from './next.js'
import { isReached } from './fold.js'
import { isOver } from './start.js'
import type { Node, RunState } from './state.js'

export function windDown(state: RunState, mayStart: boolean): Decision[] {
  if (state.open > 0 || state.questions.size > 0) return waiting(state)
  if (!mayStart) return []
  if (!state.verify) return verification(state)
  if (state.verify.left > 0) return []
  return ending(state)
}

const record = (...events: RunEvent[]): Decision[] => [{ do: 'record', events }]

function waiting(state: RunState): Decision[] {
  const questions = [...state.questions.keys()]
  if (questions.length > 0) {
    const failed = questions.some(address => address.endsWith('/host.failed'))
    return record({ type: 'run-waiting', for: failed ? 'failure' : 'choice', questions })
  }
  const asking = [...state.nodes.values()].filter(node => node.awaitsReboot && !isOver(node))
  const barrier = [...state.nodes.values()].find(node => !node.task && !isOver(node) && isReached(state, node))
  const pointless = barrier ? [] : asking.filter(node => node.status === 'applied' && !hasAnythingBehind(state, node))
  if (pointless.length > 0)
    return record(...pointless.map(node => ({ type: 'task-settled' as const, task: node.id, as: 'applied' as const })))
  // A run that is stopped in the middle has tasks that could start; it does not wait for anyone.
  if (asking.length === 0 && !barrier) return []
  return record({ type: 'run-waiting', for: 'reboot', questions: [] })
}

const hasAnythingBehind = (state: RunState, node: Node): boolean =>
  state.out.get(node.id)!.some(edge => !isOver(state.nodes.get(edge.to)!))

/** A step that was not carried through has nothing to prove. */
function verification(state: RunState): Decision[] {
  const steps = state.plan.steps
    .filter(step => step.verify)
    .map(step => step.name)
    .filter(name =>
      (state.ofStep.get(name) ?? []).every(id => {
        const node = state.nodes.get(id)!
        return node.status === 'settled' && node.settledAs !== 'reverted'
      }),
    )
  return record({ type: 'verify-started', steps })
}

function ending(state: RunState): Decision[] {
  const asked: RunEvent[] = []
  const givenUp: string[] = []
  for (const [step, unresolved] of state.verify!.unresolved) {
    const finding = unresolvedQuestion(step, unresolved)
    const choice = state.choices.get(finding.address)
    const resolution = isBound(finding, choice) ? chosenResolution(finding, choice)?.id : undefined
    if (resolution === 'abandon') givenUp.push(`${step} was left unresolved`)
    else if (resolution !== 'keep') asked.push({ type: 'question-raised', finding, task: null })
  }
  if (asked.length > 0) return record(...asked)

  for (const node of state.nodes.values()) {
    if (node.status === 'abandoned') givenUp.push(`${node.id} was abandoned`)
    if (node.settledAs === 'reverted') givenUp.push(`${node.id} was rolled back`)
  }
  if (givenUp.length > 0) {
    const consistent = [...state.nodes.values()].every(node => node.status !== 'abandoned' || node.attempt === 0)
    return record({ type: 'run-abandoned', reason: givenUp.join('; '), consistent, who: null })
  }
  const rebootPending = [...state.nodes.values()].some(node => node.lastEnding?.reboot === true && !node.crossed)
  return record({ type: 'run-completed', applied: state.applied, rebootPending })
}
