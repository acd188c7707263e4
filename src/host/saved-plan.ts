/** A plan that was saved: looked at again before it is applied, kept where nothing changed, refused where it is stale. */

import { err, type Fallible, ok } from '../fallible.js'
import { programDigests } from '../manifest/digests.js'
import { activeFindings } from '../scheduler/findings.js'
import type { Finding, Plan } from '../scheduler/model.js'
import { makePlan } from '../scheduler/plan.js'
import { predict } from '../scheduler/predict.js'
import { interrupted } from './check.js'
import { type Choosing, choose, readAnswers } from './choose.js'
import type { Context } from './context.js'
import { type Identities, resolveIdentities } from './identities.js'
import { look } from './look.js'
import { refusalOf, thisMachine } from './plan.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'
import { explained } from './tell.js'
import { refuseIfPlanted } from './trust.js'

export interface Renewed {
  /** The saved plan itself, or its successor where something changed and was chosen anew. */
  plan: Plan
  identities: Identities
  /** What differs from the saved plan, one line each. */
  differences: string[]
}

/** `file` is where the plan was saved. */
export async function renew(
  context: Context,
  file: string,
  saved: Plan,
  choosing: Choosing,
): Promise<Fallible<Renewed, Refusal>> {
  if (saved.machine !== thisMachine())
    return err(
      stale(
        'plan.machine',
        'This plan was made on another machine, whose state it describes.',
        [],
        'Make a plan on this machine.',
      ),
    )
  const [identities, answers, programs] = await Promise.all([
    resolveIdentities(context, saved.steps),
    readAnswers(context, choosing),
    programDigests(saved.steps),
  ])
  if (!identities.ok) return identities
  if (!answers.ok) return answers
  const own = refuseIfPlanted(saved.steps, identities.value, file)
  if (!own.ok) return own
  const replaced = changedPrograms(saved.programs, programs)
  if (replaced.length > 0)
    return err(stale('plan.programs', 'Programs have changed since this plan was made.', replaced, again))

  const { steps, action, target } = saved
  const looked = await look(context, identities.value, {
    steps,
    action,
    ...(target === undefined ? {} : { target }),
  })
  if (context.interruption.level > 0) return err(interrupted(context))
  const differences = compare(
    saved.findings,
    looked.found,
    steps.map(step => step.name),
  )
  for (const difference of differences)
    context.emit({ type: 'notice', code: 'plan.difference', message: difference })

  const chosen = await choose(context, looked.found, answers.value, choosing, saved.choices)
  if (!chosen.ok) return chosen
  const { choices } = chosen.value
  const prediction = explained(predict({ steps, action, choices, ...looked }), chosen.value.notes)
  const active = activeFindings(looked.found, choices)
  context.emit({ type: 'predicted', prediction, findings: active, choices: [...choices.values()] })
  const made = makePlan({
    name: saved.name,
    ...(saved.reboot === undefined ? {} : { reboot: saved.reboot }),
    ...(target === undefined ? {} : { target }),
    action,
    manifest: saved.manifest,
    steps,
    ...looked,
    choices,
    programs,
    machine: saved.machine,
    host: context.version,
    created: context.now().toISOString(),
    partial: false,
    supersedes: saved.digest,
  })
  if (!made.ok) {
    const refused = refusalOf(made.error, chosen.value)
    return err({
      ...refused,
      code: 'plan.stale',
      status: status.stale,
      message: told(differences),
      details: [...differences, ...(refused.details ?? [])],
    })
  }
  // The graph too: who wrote the file may have meant another than its findings and choices lead to.
  const same = differences.length === 0 && essence(saved) === essence(made.value)
  return ok({ plan: same ? saved : made.value, identities: identities.value, differences })
}

const told = (differences: string[]): string =>
  differences.length === 0
    ? 'The saved plan cannot be applied as it is.'
    : 'The machine has changed since this plan was made, and what changed has no choice.'

const again =
  'Make a new plan with `edgewise plan -o FILE`, or answer what changed with --answers FILE or at a terminal.'

const stale = (code: string, message: string, details: string[], hint: string): Refusal => ({
  code,
  status: status.stale,
  message,
  details,
  hint,
})

export function changedPrograms(then: Record<string, string>, now: Record<string, string>): string[] {
  const paths = [...new Set([...Object.keys(then), ...Object.keys(now)])].sort()
  return paths
    .filter(path => then[path] !== now[path])
    .map(path => `${path}: ${now[path] ? 'is not the same file any more' : 'is gone'}`)
}

/** One line for each item that came, went or changed. */
export function compare(then: Finding[], now: Finding[], steps: string[]): string[] {
  const taking = new Set(steps)
  const before = new Map(
    then.filter(finding => taking.has(finding.step)).map(finding => [finding.address, finding]),
  )
  const lines: string[] = []
  for (const finding of now) {
    const known = before.get(finding.address)
    before.delete(finding.address)
    if (!known) lines.push(`${finding.address}: new ${finding.item.severity}: ${finding.item.title}`)
    else if (known.fingerprint !== finding.fingerprint)
      lines.push(`${finding.address}: changed from ${known.fingerprint} to ${finding.fingerprint}`)
  }
  for (const gone of before.values()) lines.push(`${gone.address}: is not found any more`)
  return lines
}

const essence = ({ choices, graph, unpredicted, pointOfNoReturn }: Plan): string =>
  JSON.stringify([
    choices.map(choice => [choice.address, choice.answer]),
    graph,
    [...unpredicted].sort(),
    pointOfNoReturn,
  ])
