/** A check becomes a plan: nothing is written here, a plan is a value. */

import type { Note } from '../choice/decide.js'
import type { Policy } from '../choice/policy.js'
import { err, type Fallible, ok } from '../fallible.js'
import { machineId } from '../journal/machine.js'
import { programDigests } from '../manifest/digests.js'
import type { Plan, Prediction } from '../scheduler/model.js'
import { makePlan, type PlanRefusal, partOf } from '../scheduler/plan.js'
import { type CheckOptions, type CheckReport, check } from './check.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'
import { explained } from './tell.js'

export interface PlanOptions extends CheckOptions {
  /** Leave out what is blocked or undecided, and what needs it. */
  partial?: boolean
}

export interface Planned {
  report: CheckReport
  plan: Plan
}

export async function plan(context: Context, options: PlanOptions): Promise<Fallible<Planned, Refusal>> {
  const checked = await check(context, options)
  if (!checked.ok) return checked
  const report = checked.value
  const { manifest, action, findings, found, choices } = report
  const made = makePlan({
    name: manifest.name,
    ...(manifest.target === undefined ? {} : { target: manifest.target }),
    ...(manifest.reboot === undefined ? {} : { reboot: manifest.reboot }),
    action,
    manifest: { path: manifest.path, digest: manifest.digest },
    steps: manifest.steps,
    findings,
    found,
    choices,
    programs: await programDigests(partOf(manifest.steps, report.prediction)),
    machine: thisMachine(),
    host: context.version,
    created: context.now().toISOString(),
    partial: options.partial ?? false,
  })
  return made.ok
    ? ok({ report, plan: made.value })
    : err(
        refusalOf(made.error, { notes: report.notes, ...(options.accept ? { accept: options.accept } : {}) }),
      )
}

/** A digest of the machine's id; machines without one are all called the same. */
export function thisMachine(): string {
  const id = machineId(null)
  return (id.ok && id.value) || 'unknown'
}

export function refusalOf(
  refused: PlanRefusal,
  { notes = [], accept }: { notes?: Note[]; accept?: Policy } = {},
): Refusal {
  const prediction = explained(refused.prediction, notes)
  if (refused.reason === 'cycle')
    return {
      code: 'plan.cycle',
      status: status.blocked,
      message: `What was chosen cannot be put in an order: ${refused.cycle.join(' -> ')}.`,
      hint: "An item's `after` and the steps' `needs` contradict each other; choose otherwise, or tell the step's author.",
      prediction,
    }
  const blocked = refused.reason === 'blocked'
  return {
    code: blocked ? 'plan.blocked' : 'plan.undecided',
    status: blocked ? status.blocked : status.undecided,
    message: blocked
      ? 'It is predicted to fail; nothing was changed.'
      : 'A choice is missing; nothing was committed.',
    details: reasonsOf(prediction),
    hint: blocked
      ? 'Mend what is named above, waive what may stay (--waive STEP/ITEM=REASON), or go on without it (--partial).'
      : `Choose at a terminal${accept === 'all' ? ' or' : ','} by --answers FILE (\`edgewise check --write-answers FILE\` writes one)${accept === 'all' ? ': what is open is marked as default by no step.' : ', or by --accept.'}`,
    prediction,
  }
}

export const reasonsOf = (prediction: Prediction): string[] =>
  prediction.steps.flatMap(step =>
    step.reasons.map(reason => `${reason.address ?? step.step}: ${reason.message}`),
  )
