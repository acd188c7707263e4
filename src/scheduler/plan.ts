/** A prediction becomes a plan: what takes part, in which order, bound to what was seen; content-addressed. */

import { err, type Fallible, ok } from '../fallible.js'
import type { Program, Step } from '../manifest/step.js'
import { digestOf } from '../protocol/fingerprint.js'
import { activeFindings } from './findings.js'
import { buildGraph } from './graph.js'
import { groupBy } from './group.js'
import type { Action, Address, Choice, Finding, Findings, Graph, Plan, Prediction } from './model.js'
import { adjacencyOf, topological } from './order.js'
import { inNeedsOrder, predict } from './predict.js'
import { isReversible } from './selections.js'

export interface PlanInput {
  name: string
  target?: string
  reboot?: Program
  action: Action
  manifest: { path: string; digest: string }
  steps: Step[]
  findings: ReadonlyMap<string, Findings>
  found: Finding[]
  choices: ReadonlyMap<Address, Choice>
  programs: Record<string, string>
  machine: string
  host: string
  /** ISO 8601, UTC. */
  created: string
  /** Leave out what is blocked or undecided, and what needs it. */
  partial: boolean
  /** Digest of the saved plan that this one takes the place of. */
  supersedes?: string
}

export type PlanRefusal =
  | { reason: 'blocked' | 'undecided'; prediction: Prediction }
  | { reason: 'cycle'; prediction: Prediction; cycle: string[] }

export function makePlan(input: PlanInput): Fallible<Plan, PlanRefusal> {
  const prediction = predict(input)
  const left = whatIsLeft(input.steps, prediction)
  if (left.length > 0 && !input.partial)
    return err({ reason: prediction.verdict === 'blocked' ? 'blocked' : 'undecided', prediction })

  const out = new Set(left.map(entry => entry.step))
  const steps = input.steps.filter(step => !out.has(step.name))
  const found = activeFindings(input.found, input.choices)
  const active = new Set(found.map(finding => finding.address))
  const graph = buildGraph({
    steps,
    found: groupBy(input.found, finding => finding.step),
    choices: input.choices,
  })
  if (!graph.ok) return err({ reason: 'cycle', prediction, cycle: graph.error.cycle })
  if (input.action === 'test' && graph.value.barriers.length > 0)
    return err({ reason: 'blocked', prediction })

  const plan: Omit<Plan, 'digest'> = {
    edgewise: 1,
    kind: 'plan',
    created: input.created,
    ...(input.supersedes === undefined ? {} : { supersedes: input.supersedes }),
    machine: input.machine,
    host: input.host,
    action: input.action,
    name: input.name,
    ...(input.target === undefined ? {} : { target: input.target }),
    ...(input.reboot === undefined ? {} : { reboot: input.reboot }),
    manifest: input.manifest,
    steps,
    programs: input.programs,
    findings: input.found,
    unpredicted: prediction.steps.filter(step => step.unpredicted).map(step => step.step),
    choices: [...input.choices.values()].filter(choice => active.has(choice.address)),
    left,
    graph: graph.value,
    prediction,
    pointOfNoReturn: pointOfNoReturn(graph.value),
  }
  return ok({ ...plan, digest: planDigest(plan) })
}

/** Over everything but the digest itself. */
export function planDigest(plan: Omit<Plan, 'digest'>): string {
  const { digest: _, ...rest } = plan as Plan
  return digestOf(rest)
}

/** The first task, in the order of running, that its own step does not state to be reversible. */
export function pointOfNoReturn(graph: Graph): string | null {
  const tasks = new Map(graph.tasks.map(task => [task.id, task]))
  const ids = [...tasks.keys(), ...graph.barriers.map(barrier => barrier.id)]
  const reversible = (id: string): boolean => isReversible(tasks.get(id)?.selections ?? [])
  return topological(ids, adjacencyOf(ids, graph.edges), reversible).find(id => !reversible(id)) ?? null
}

/** The steps that a partial plan would hold: all but what is blocked or undecided, and what needs it. */
export function partOf(steps: Step[], prediction: Prediction): Step[] {
  const out = new Set(whatIsLeft(steps, prediction).map(entry => entry.step))
  return steps.filter(step => !out.has(step.name))
}

function whatIsLeft(steps: Step[], prediction: Prediction): Plan['left'] {
  const verdicts = new Map(prediction.steps.map(step => [step.step, step]))
  const byName = new Map(steps.map(step => [step.name, step]))
  const left = new Map<string, string>()
  for (const name of inNeedsOrder(steps)) {
    const { verdict, reasons } = verdicts.get(name)!
    if (verdict === 'blocked' || verdict === 'undecided') {
      const because = reasons.map(reason =>
        reason.address ? `${reason.address}: ${reason.message}` : reason.message,
      )
      left.set(name, `${verdict}: ${because.join('; ')}`)
      continue
    }
    const missing = byName.get(name)!.needs.find(need => left.has(need))
    if (missing !== undefined) left.set(name, `it needs ${missing}, which is left out`)
  }
  return steps
    .filter(step => left.has(step.name))
    .map(step => ({ step: step.name, reason: left.get(step.name)! }))
}
