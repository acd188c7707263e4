/** Will it succeed? Steps, what their producers found and what was chosen in; a verdict with reasons out. */

import type { Step } from '../manifest/step.js'
import { activeFindings, asksForAnswer, chosenResolution, isBound } from './findings.js'
import { groupBy } from './group.js'
import type {
  Action,
  Address,
  Choice,
  Finding,
  Findings,
  Prediction,
  Reason,
  StepPrediction,
  Verdict,
} from './model.js'

const ranks: Record<Verdict, number> = { 'nothing-to-do': 0, ready: 1, undecided: 2, blocked: 3 }
export const worse = (a: Verdict, b: Verdict): Verdict => (ranks[a] >= ranks[b] ? a : b)

export interface Checked {
  steps: Step[]
  action: Action
  /** By step name; a step without an entry was not looked at and counts as failed. */
  findings: ReadonlyMap<string, Findings>
  /** All findings of all steps, follow-ups included. */
  found: Finding[]
  choices: ReadonlyMap<Address, Choice>
}

/** Steps in the order of the manifest; `needs` may name a later one. */
export function predict(checked: Checked): Prediction {
  const byStep = groupBy(checked.found, finding => finding.step)
  const steps = new Map(checked.steps.map(step => [step.name, step]))
  const predictions = new Map<string, StepPrediction>()
  /** Steps at or above which something is going to be applied, or may be. */
  const moving = new Set<string>()

  // Each after all that it needs, so that deep chains need no recursion; needs on a cycle are told by the graph.
  for (const name of inNeedsOrder(checked.steps)) {
    const step = steps.get(name)!
    const needs = step.needs.flatMap(need => predictions.get(need) ?? [])
    const isMoved = needs.some(need => moving.has(need.step))
    const prediction = predictStep(step, checked, byStep.get(name) ?? [], needs, isMoved)
    predictions.set(name, prediction)
    if (isMoved || prediction.verdict !== 'nothing-to-do') moving.add(name)
  }

  const listed = checked.steps.map(step => predictions.get(step.name)!)
  return { verdict: listed.map(step => step.verdict).reduce(worse, 'nothing-to-do'), steps: listed }
}

function predictStep(
  step: Step,
  checked: Checked,
  found: Finding[],
  needs: StepPrediction[],
  isMoved: boolean,
): StepPrediction {
  const looked = checked.findings.get(step.name)
  const reasons: Reason[] = []
  let verdict: Verdict = 'nothing-to-do'
  let unpredicted = false
  const because = (reason: Reason, becomes: Verdict): void => {
    reasons.push(reason)
    verdict = worse(verdict, becomes)
  }

  for (const need of needs)
    if (need.verdict === 'blocked')
      because({ code: 'need-blocked', message: `it needs ${need.step}, which is blocked` }, 'blocked')

  if (!looked || looked.outcome === 'failed') {
    const why = looked?.ending.message ?? 'its producer did not run'
    because({ code: 'producer-failed', message: why }, 'blocked')
  } else if (looked.outcome === 'not-yet') {
    // Something must still be going to happen upstream, else it will never be able to look.
    if (isMoved) {
      unpredicted = true
      verdict = worse(verdict, 'ready')
    } else {
      const message = 'its producer says not-yet, but nothing that it needs is going to change'
      because({ code: 'producer-failed', message }, 'blocked')
    }
  }

  for (const finding of activeFindings(found, checked.choices)) {
    const judged = judgeFinding(finding, checked.choices.get(finding.address), step, checked.action)
    if (judged.reason) because(judged.reason, judged.verdict)
    else verdict = worse(verdict, judged.verdict)
  }
  return { step: step.name, verdict, unpredicted, reasons }
}

function judgeFinding(
  finding: Finding,
  choice: Choice | undefined,
  step: Step,
  action: Action,
): { verdict: Verdict; reason?: Reason } {
  const { address, item } = finding
  if (isBound(finding, choice)) {
    if (choice.answer.kind === 'waiver') return { verdict: 'nothing-to-do' }
    const resolution = chosenResolution(finding, choice)
    if (resolution) {
      if (!step.consumer && resolution.ends !== 'kept')
        return {
          verdict: 'blocked',
          reason: {
            address,
            code: 'no-consumer',
            message: `${step.name} has no consumer to apply ${resolution.id}`,
          },
        }
      if (action === 'test' && (resolution.when === 'after-boot' || resolution.effects?.reboot))
        return {
          verdict: 'blocked',
          reason: {
            address,
            code: 'reboot-in-test',
            message: `${resolution.id} needs a reboot, which action test rules out`,
          },
        }
      return { verdict: step.consumer ? 'ready' : 'nothing-to-do' }
    }
  }
  if (choice?.answer.kind === 'later' && choice.fingerprint === finding.fingerprint)
    return { verdict: 'ready' }
  if (!asksForAnswer(finding)) return { verdict: 'nothing-to-do' }
  // Only what needs nobody to carry it out can be chosen here.
  if (!step.consumer && item.resolutions?.length && item.resolutions.every(({ ends }) => ends !== 'kept'))
    return {
      verdict: 'blocked',
      reason: {
        address,
        code: 'no-consumer',
        message: `${step.name} has no consumer to apply any of what is offered; mend it by hand, or waive it by name`,
      },
    }
  if (item.severity === 'error' && !item.resolutions?.length)
    return {
      verdict: 'blocked',
      reason: {
        address,
        code: 'no-resolution',
        message: 'no resolution is offered; mend it, or waive it by name',
      },
    }
  return {
    verdict: 'undecided',
    reason: {
      address,
      code: 'no-choice',
      message: choice ? 'the choice was made on another state' : 'no choice yet',
    },
  }
}

/** Step names, each after all that it needs; what is on a cycle keeps the manifest's order at the end. */
export function inNeedsOrder(steps: Step[]): string[] {
  const missing = new Map(steps.map(step => [step.name, 0]))
  const dependents = new Map<string, string[]>()
  for (const step of steps)
    for (const need of new Set(step.needs))
      if (missing.has(need)) {
        missing.set(step.name, missing.get(step.name)! + 1)
        const list = dependents.get(need)
        if (list) list.push(step.name)
        else dependents.set(need, [step.name])
      }
  const order = steps.filter(step => missing.get(step.name) === 0).map(step => step.name)
  for (let i = 0; i < order.length; i++)
    for (const dependent of dependents.get(order[i]!) ?? []) {
      const left = missing.get(dependent)! - 1
      missing.set(dependent, left)
      if (left === 0) order.push(dependent)
    }
  const placed = new Set(order)
  return [...order, ...steps.map(step => step.name).filter(name => !placed.has(name))]
}
