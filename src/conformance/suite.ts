/** Trials in, outcomes out in the order of the trials: several at once, known failures weighed, nothing left out silently. */

import { glob } from './glob.js'
import type { Known } from './known.js'
import type { Failure, Trial, Verdict } from './trial.js'

export interface Outcome {
  trial: Trial
  verdict: Verdict
  /** `todo` is a SHOULD that is not met; `known` a failure that was expected; `stale` a known failure that passes. */
  result: 'passed' | 'failed' | 'skipped' | 'todo' | 'known' | 'stale'
  ms: number
}

export interface SuiteOptions {
  /** Trials at the same time. */
  jobs: number
  /** A pattern of case ids; `*` and `?`. */
  only?: string
  /** A SHOULD that is not met is a failure. */
  strict?: boolean
  known?: Known
  /** Called in the order of the trials. */
  onOutcome?(outcome: Outcome, number: number, total: number): void
}

export interface Tally {
  outcomes: Outcome[]
  passed: number
  failed: number
  skipped: number
}

export async function runSuite(trials: readonly Trial[], options: SuiteOptions): Promise<Tally> {
  const wanted = options.only === undefined ? trials : trials.filter(one => glob(options.only!, one.case.id))
  const outcomes: (Outcome | undefined)[] = new Array(wanted.length).fill(undefined)
  let next = 0
  let told = 0
  const tell = (): void => {
    for (; told < wanted.length && outcomes[told]; told++)
      options.onOutcome?.(outcomes[told]!, told + 1, wanted.length)
  }
  const worker = async (): Promise<void> => {
    while (next < wanted.length) {
      const at = next++
      const trial = wanted[at]!
      const before = performance.now()
      const verdict = await trial.play()
      const ms = Math.round(performance.now() - before)
      outcomes[at] = { trial, verdict, result: judge(trial, verdict, options), ms }
      tell()
    }
  }
  await Promise.all(Array.from({ length: Math.min(options.jobs, wanted.length) }, worker))
  return count(outcomes as Outcome[])
}

function judge(trial: Trial, verdict: Verdict, { known, strict }: SuiteOptions): Outcome['result'] {
  const expected = known?.has(trial.case.id) ?? false
  // Not tried is not passed either: an entry for it says something that nobody knows.
  if (verdict.state === 'skip') return 'skipped'
  if (verdict.state === 'ok') return expected ? 'stale' : 'passed'
  if (expected) return 'known'
  return trial.case.level === 'should' && !strict ? 'todo' : 'failed'
}

/** A SHOULD that is not met and a failure that is known are neither: they are told, and counted as skipped. */
export function count(outcomes: Outcome[]): Tally {
  const of = (...results: Outcome['result'][]): number =>
    outcomes.filter(outcome => results.includes(outcome.result)).length
  return {
    outcomes,
    passed: of('passed'),
    failed: of('failed', 'stale'),
    skipped: of('skipped', 'todo', 'known'),
  }
}

/** What a person is told of one that is not as it should be. */
export function failuresOf({ trial, verdict, result }: Outcome): Failure[] {
  if (result === 'stale')
    return [
      {
        message: `${trial.case.id} is listed as a known failure, and it passes`,
        hint: 'Take its line out of the list (--fix does that), so that it is noticed when it fails again.',
      },
    ]
  return verdict.state === 'not ok' ? verdict.failures : []
}
