/** What was predicted for a step against what became of it. */

import type { StepPrediction } from '../scheduler/model.js'
import type { Fate, Tally, TaskTally } from './tally.js'

export interface Score {
  step: string
  /** Null where nothing could be predicted, or where the step is not through yet. */
  held: boolean | null
  predicted: string
  /** What became of it, in a few words. */
  outcome: string
}

const over = new Set<Fate>([
  'applied',
  'kept',
  'reverted',
  'skipped',
  'nothing',
  'done-by-hand',
  'unreached',
  'abandoned',
  'failed',
])

/** Steps that the plan left out are not scored: nothing was said of them. */
export function scoresOf(tally: Tally): Score[] {
  const { plan } = tally
  if (!plan) return []
  const left = new Set(plan.left.map(({ step }) => step))
  return plan.prediction.steps
    .filter(({ step }) => !left.has(step))
    .map(prediction => scoreOf(prediction, tally))
}

function scoreOf(prediction: StepPrediction, tally: Tally): Score {
  const { step } = prediction
  const tasks = tally.ofStep(step)
  const against = surprises(prediction, tasks, tally)
  const through = tasks.every(({ fate }) => over.has(fate))
  const predicted = prediction.unpredicted ? 'unpredicted' : prediction.verdict.replaceAll('-', ' ')
  const applied = tasks.reduce((sum, { applied }) => sum + applied.size, 0)
  const asPlanned = applied > 0 ? `${applied} applied` : 'nothing to do'
  const outcome = against.length > 0 ? against.join('; ') : through ? asPlanned : 'not through yet'
  if (prediction.unpredicted) return { step, predicted, outcome, held: null }
  if (against.length > 0) return { step, predicted, outcome, held: false }
  return { step, predicted, outcome, held: through ? true : null }
}

function surprises(prediction: StepPrediction, tasks: TaskTally[], tally: Tally): string[] {
  const { step } = prediction
  const of = (addresses: Iterable<string>): number =>
    [...addresses].filter(address => address.startsWith(`${step}/`)).length
  const inserted = tasks.filter(task => task.inserted).length
  const verified = tally.verified.get(step)
  const unasked =
    prediction.verdict === 'nothing-to-do' &&
    !prediction.unpredicted &&
    tasks.some(task => !task.inserted && task.applied.size > 0)
  return [
    ...(['failed', 'unknown', 'abandoned', 'unreached', 'done-by-hand'] as const)
      .filter(fate => tasks.some(task => task.fate === fate))
      .map(fate => fateWords[fate]),
    ...(unasked ? ['something was applied'] : []),
    ...(inserted > 0 ? [`${inserted} ${inserted === 1 ? 'task' : 'tasks'} came in`] : []),
    ...(of(tally.dropped) > 0 ? [`${of(tally.dropped)} gone before it was applied`] : []),
    ...(of(tally.invalidated) > 0 ? [`${of(tally.invalidated)} chosen on a state that changed`] : []),
    ...(verified?.findings.outcome === 'failed' ? ['could not be verified'] : []),
    ...(verified && verified.unresolved.length > 0
      ? [`${verified.unresolved.length} unresolved afterwards`]
      : []),
    ...(verified?.later.some(({ item }) => item.severity === 'error') ? ['a new error afterwards'] : []),
  ]
}

const fateWords = {
  failed: 'failed',
  unknown: 'its fate is unknown',
  abandoned: 'abandoned',
  unreached: 'not reached',
  'done-by-hand': 'done by hand',
}
