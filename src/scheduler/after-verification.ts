/** What the verification found, and what was answered to that: another round, open questions, or an end. */

import { canCarry } from './carry.js'
import { decidedOn } from './decided.js'
import type { RunEvent } from './event.js'
import { appended } from './extend.js'
import { activeFindings, asksForAnswer, chosenResolution, hasLapsed, isBound } from './findings.js'
import { unresolvedQuestion } from './host-items.js'
import { maxRounds } from './look.js'
import type { Address, Choice, Finding, Selection } from './model.js'
import { selectionsOf } from './selections.js'
import type { RunState } from './state.js'

interface Outcome {
  asked: RunEvent[]
  changed: RunEvent[]
  again: { step: string; selections: Selection[] }[]
  /** Steps whose producer could not look and is to try again. */
  look: string[]
  givenUp: string[]
}

/** Questions first, then the next round; where there are no events, the run may end. */
export function afterVerification(state: RunState): { events: RunEvent[]; givenUp: string[] } {
  const outcome: Outcome = { asked: [], changed: [], again: [], look: [], givenUp: [] }
  for (const [step, { broken, fresh }] of state.verify!.unresolved)
    judgeStep(state, step, broken, fresh, outcome)
  const { asked, changed, again, look, givenUp } = outcome
  if (asked.length > 0) return { events: [...changed, ...asked], givenUp }
  if (again.length > 0)
    return {
      events: [...changed, ...again.map(({ step, selections }) => appended(state, step, selections))],
      givenUp,
    }
  if (look.length > 0) return { events: [{ type: 'verify-started', steps: look }], givenUp }
  return { events: [], givenUp }
}

/** What was decided about and does not show comes back as the host's question; what is new is its own. */
function judgeStep(
  state: RunState,
  step: string,
  broken: Finding[],
  fresh: Finding[],
  outcome: Outcome,
): void {
  const answer = broken.length > 0 ? answerTo(state, step, broken, outcome) : null
  if (answer === 'abandon') outcome.givenUp.push(`${step} was left unresolved`)

  const retried = new Set(answer === 'retry' ? broken.map(finding => finding.address) : [])
  const todo = new Set([...fresh.map(finding => finding.address), ...retried])
  const listed = state.listed.get(step) ?? []
  const choices = new Map<Address, Choice>()
  for (const { address } of listed)
    if (state.choices.has(address)) choices.set(address, state.choices.get(address)!)
  for (const finding of listed) if (todo.has(finding.address)) renew(state, finding, choices, outcome)

  for (const finding of activeFindings(listed, choices)) {
    if (finding.parent && todo.has(finding.parent.address)) todo.add(finding.address)
    const isOpen = todo.has(finding.address) && !isBound(finding, choices.get(finding.address))
    const isDecided = retried.has(finding.address) || hadChoice(state, outcome, finding.address)
    const isAsked = asksForAnswer(finding) || isDecided
    if (isOpen && isAsked && !state.questions.has(finding.address))
      outcome.asked.push({ type: 'question-raised', finding, task: null })
  }
  const selections = selectionsOf(listed, choices, 'any').filter(selection => todo.has(selection.address))
  if (selections.length > 0) outcome.again.push({ step, selections })
  if (answer === 'retry' && broken.some(finding => finding.source === 'host')) outcome.look.push(step)
}

/** Somebody had decided about it, so even a recommendation is not passed over. */
const hadChoice = (state: RunState, { changed }: Outcome, address: Address): boolean =>
  state.invalidated.has(address) ||
  changed.some(event => event.type === 'choice-invalidated' && event.address === address)

function answerTo(state: RunState, step: string, broken: Finding[], outcome: Outcome): string | null {
  const isUnstable = state.verifyRounds >= maxRounds
  const finding = unresolvedQuestion(step, broken, state.verifyRounds, isUnstable)
  const choice = state.choices.get(finding.address)
  const answer = isBound(finding, choice) ? chosenResolution(finding, choice) : undefined
  if (!answer) outcome.asked.push({ type: 'question-raised', finding, task: null })
  return answer?.id ?? null
}

/** To be applied again by the same decision; or, where it is not the same any more, by a new one. */
function renew(state: RunState, finding: Finding, choices: Map<Address, Choice>, outcome: Outcome): void {
  const { address } = finding
  const choice = choices.get(address)
  if (!choice || !hasLapsed(finding, choice)) return
  const isSame = choice.answer.kind === 'resolution' && canCarry(decidedOn(state, address), finding, choice)
  const type = isSame ? 'choice-carried' : 'choice-invalidated'
  outcome.changed.push({ type, address, from: choice.fingerprint, to: finding.fingerprint })
  if (isSame) choices.set(address, { ...choice, fingerprint: finding.fingerprint })
  else choices.delete(address)
}
