/** What the operator should know although it stops nothing: told as notices, before anybody is asked. */

import type { Note } from '../choice/decide.js'
import type { Diagnostic } from '../manifest/step.js'
import type { Prediction } from '../scheduler/model.js'
import type { Context } from './context.js'

export function tellNotes({ emit }: Context, notes: Note[]): void {
  for (const { code, message } of notes) emit({ type: 'notice', code, message })
}

/** Warnings of a file, with the place that they are about. */
export function tellWarnings({ emit }: Context, diagnostics: Diagnostic[]): void {
  for (const { severity, code, file, line, column, message, hint } of diagnostics) {
    if (severity === 'error') continue
    const place = [file, line, column].filter(part => part !== undefined).join(':')
    emit({
      type: 'notice',
      code,
      message: `${place}: ${message}`,
      ...(hint === undefined ? {} : { hint }),
    })
  }
}

const whyOpen: Record<string, string> = {
  'choice.stale': 'its answer was given on another fingerprint',
  'choice.changed': 'it changed since it was decided',
  'choice.unbound': 'its answer destroys data and names no fingerprint',
  'choice.pattern-refused': 'the pattern that matches it may not answer it',
  'choice.policy-refused': 'the policy may not answer it',
}

/** Beside what has no choice, why the answer that it was given is none. */
export function explained(prediction: Prediction, notes: Note[]): Prediction {
  const why = new Map(notes.map(({ address, code }) => [address, whyOpen[code]]))
  if (why.size === 0) return prediction
  return {
    ...prediction,
    steps: prediction.steps.map(step => ({
      ...step,
      reasons: step.reasons.map(reason => {
        const because = reason.address === undefined ? undefined : why.get(reason.address)
        return because === undefined ? reason : { ...reason, message: `${reason.message}: ${because}` }
      }),
    })),
  }
}
