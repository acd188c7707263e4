/** Will it succeed? Every producer looks, choices are collected, a verdict is reached; nothing is written. */

import type { Note } from '../choice/decide.js'
import { err, type Fallible, ok } from '../fallible.js'
import type { Diagnostic, Manifest, Step } from '../manifest/step.js'
import { mayAskForReboot } from '../scheduler/barriers.js'
import { activeFindings } from '../scheduler/findings.js'
import { buildGraph } from '../scheduler/graph.js'
import { groupBy } from '../scheduler/group.js'
import type { Action, Address, Choice, Finding, Findings, Prediction } from '../scheduler/model.js'
import { predict } from '../scheduler/predict.js'
import { type Choosing, choose, readAnswers } from './choose.js'
import type { Context } from './context.js'
import type { Identities } from './identities.js'
import { look } from './look.js'
import { prepare } from './prepare.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'
import { explained } from './tell.js'

export interface CheckOptions extends Choosing {
  /** Path of the manifest. */
  manifest: string
  /** Default `switch`. */
  action?: Action
}

export interface CheckReport {
  manifest: Manifest
  action: Action
  identities: Identities
  findings: Map<string, Findings>
  /** In the order of the steps, follow-ups included. */
  found: Finding[]
  choices: Map<Address, Choice>
  /** Errors and warnings without a choice. */
  open: Finding[]
  prediction: Prediction
  /** How often the machine will have to reboot in between, for what is chosen so far. */
  reboots: number
  notes: Note[]
  warnings: Diagnostic[]
}

export async function check(
  context: Context,
  options: CheckOptions,
): Promise<Fallible<CheckReport, Refusal>> {
  const { action = 'switch' } = options
  // Both files are read before anything runs: a slip in the second must not cost the time of the check.
  const [prepared, answers] = await Promise.all([
    prepare(context, options.manifest),
    readAnswers(context, options),
  ])
  if (!prepared.ok) return prepared
  if (!answers.ok) return answers
  const { manifest, identities, warnings } = prepared.value

  const { steps, target } = manifest
  const looked = await look(context, identities, {
    steps,
    action,
    ...(target === undefined ? {} : { target }),
  })
  if (context.interruption.level > 0) return err(interrupted(context))
  const chosen = await choose(context, looked.found, answers.value, options)
  if (!chosen.ok) return chosen

  const { choices, open, notes } = chosen.value
  const prediction = explained(predict({ steps, action, choices, ...looked }), notes)
  const active = activeFindings(looked.found, choices)
  context.emit({ type: 'predicted', prediction, findings: active, choices: [...choices.values()] })
  const reboots = rebootsFor(steps, looked.found, choices)
  return ok({ manifest, action, identities, ...looked, choices, open, prediction, reboots, notes, warnings })
}

function rebootsFor(steps: Step[], found: Finding[], choices: ReadonlyMap<Address, Choice>): number {
  if (!mayAskForReboot(found)) return 0
  const graph = buildGraph({ steps, found: groupBy(found, finding => finding.step), choices })
  return graph.ok ? graph.value.barriers.length : 0
}

export const interrupted = (context: Context): Refusal => ({
  code: 'host.interrupted',
  status: context.interruption.signal === 'SIGTERM' ? status.terminated : status.interrupted,
  message: 'Interrupted; nothing was changed.',
})
