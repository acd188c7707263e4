/** A choice for the open run, made from another process: checked against what the journal tells, then delivered. */

import { acceptChoice } from '../choice/accept.js'
import { err, type Fallible, ok } from '../fallible.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Choice } from '../scheduler/model.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import { type Delivered, deliver } from './deliver.js'
import { readRun } from './read-run.js'
import { readSecrets } from './read-secrets.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'

export async function answer(
  context: Context,
  choose: (state: RunState) => Fallible<Choice, Refusal>,
): Promise<Fallible<Delivered, Refusal>> {
  const run = readRun(context)
  if (!run.ok) return run
  const chosen = choose(run.value.state)
  if (!chosen.ok) return chosen
  const valid = accepted(run.value.state, chosen.value)
  if (!valid.ok) return valid
  const choice = valid.value
  const read = readSecrets(context, [choice], run.value.state.findings)
  if (!read.ok) return read
  return deliver(
    context,
    run.value,
    { edgewise: 1, run: run.value.state.run, kind: 'choice', choice },
    ({ state }) => {
      const still = accepted(state, choice)
      return still.ok ? ok<RunEvent>({ type: 'choice-made', choice: still.value }) : still
    },
  )
}

function accepted(state: RunState, choice: Choice): Fallible<Choice, Refusal> {
  const judged = acceptChoice(state, choice)
  return judged.ok ? judged : err({ ...judged.error, status: status.usage })
}
