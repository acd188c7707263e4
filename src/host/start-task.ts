/** A decision to start a task becomes a consumer that waits to be told to go, or the event that says why it could not be. */

import { err, type Fallible } from '../fallible.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Decision } from '../scheduler/next.js'
import type { RunState } from '../scheduler/state.js'
import { type Started, startConsumer } from './consumer.js'
import type { Shell } from './shell.js'

export async function startTask(
  state: RunState,
  { context, identities, folder, stepDirs }: Shell,
  { task, attempt, selections }: Extract<Decision, { do: 'start' }>,
  record: (event: RunEvent) => void,
): Promise<Fallible<Started, RunEvent>> {
  const { plan, run } = state
  const step = state.steps.get(state.nodes.get(task)!.task!.step)!
  if (!step.consumer) {
    const message = `${step.name} has no consumer`
    return err({
      type: 'task-ended',
      task,
      attempt,
      ending: { outcome: 'failed', code: 'no-consumer', message },
      took: 0,
    })
  }
  return startConsumer(step, {
    context,
    identities,
    folder,
    run,
    action: plan.action,
    ...(plan.target === undefined ? {} : { target: plan.target }),
    task,
    attempt,
    selections,
    specOf: ({ address, resolution }, input) =>
      state.findings.get(address)?.item.resolutions?.find(offered => offered.id === resolution)?.inputs?.[
        input
      ],
    stateDir: stepDirs.get(step.name)!,
    record,
  })
}
