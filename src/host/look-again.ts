/** A step's producer runs once more on the way: for a task before it starts, or for the verification. */

import type { Findings } from '../scheduler/model.js'
import type { RunState } from '../scheduler/state.js'
import { runProducer } from './producer.js'
import type { Shell } from './shell.js'

export function lookAgain(
  { plan, run, steps }: RunState,
  { context, identities }: Shell,
  step: string,
  task: string | undefined,
): Promise<Findings> {
  return runProducer(steps.get(step)!, {
    context,
    identities,
    run,
    action: plan.action,
    ...(plan.target === undefined ? {} : { target: plan.target }),
    ...(task === undefined ? {} : { task }),
  })
}
