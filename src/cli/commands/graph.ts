/** `edgewise graph`: the graph of a manifest as chosen so far, of a saved plan, or of a run as it stands, as a drawing. */

import { err, type Fallible, ok } from '../../fallible.js'
import { type CheckReport, check } from '../../host/check.js'
import { pastRun } from '../../host/past-run.js'
import { refusalOf } from '../../host/plan.js'
import { looksLikePlan, readPlan } from '../../host/plan-file.js'
import type { Refusal } from '../../host/refusal.js'
import { type Status, status } from '../../host/status.js'
import { courseOf } from '../../report/course.js'
import type { GraphMeta } from '../../report/drawing.js'
import { toDot, toMermaid, toSvg } from '../../report/graph.js'
import { buildGraph } from '../../scheduler/graph.js'
import { groupBy } from '../../scheduler/group.js'
import type { Graph, Plan } from '../../scheduler/model.js'
import { pointOfNoReturn } from '../../scheduler/plan.js'
import { deferredSteps } from '../../scheduler/selections.js'
import { choosingOf } from '../choosing.js'
import { damaged } from '../history.js'
import type { SharedFlags } from '../main.js'
import { openSession, type Session } from '../session.js'

const drawings = { dot: toDot, mermaid: toMermaid, svg: toSvg }

interface Drawable {
  name: string
  steps: Plan['steps']
  graph: Graph
  pointOfNoReturn: string | null
  states?: GraphMeta['states']
}

export async function runGraph(
  path: string | undefined,
  { run, ...flags }: Omit<SharedFlags, 'run'> & { format: keyof typeof drawings; run?: string | true },
): Promise<Status> {
  const session = openSession('graph', flags, 'quiet')
  if (run !== undefined) return drawRun(session, path, run === true ? undefined : run, drawings[flags.format])
  const file = path ?? 'transition.yaml'
  const found = looksLikePlan(file) ? ofPlan(file) : await ofManifest(session, file, flags)
  if (!found.ok) return session.refuse(found.error)
  const drawn: Drawable = found.value
  session.reporter.close()
  const titles = Object.fromEntries(
    drawn.steps.flatMap(step => (step.title === undefined ? [] : [[step.name, step.title]])),
  )
  session.print(
    drawings[flags.format](drawn.graph, {
      title: drawn.name,
      titles,
      ...(drawn.states ? { states: drawn.states } : {}),
      ...(drawn.pointOfNoReturn === null ? {} : { pointOfNoReturn: drawn.pointOfNoReturn }),
    }),
  )
  return session.end({ committed: false, changed: false, exit: status.ok })
}

/** From its journal alone, also while it goes on: the lock is not needed. */
function drawRun(
  session: Session,
  path: string | undefined,
  name: string | undefined,
  draw: (typeof drawings)['dot'],
): Status | Promise<Status> {
  if (path !== undefined)
    return session.refuse({
      code: 'host.run-or-file',
      status: status.usage,
      message: `--run draws a run, and ${path} is a file.`,
      hint: 'Name one of them.',
    })
  const found = pastRun(session.context, name)
  if (!found.ok) return session.refuse(found.error)
  const { records, damage } = found.value
  const course = courseOf(records.map(({ event }) => event))
  session.reporter.close()
  if (course) session.print(draw(course.graph, course.meta))
  // What is whole is drawn, also where what follows is not.
  if (damage) return session.refuse(damaged(damage))
  return session.end({ committed: false, changed: false, exit: status.ok })
}

function ofPlan(file: string): Fallible<Drawable, Refusal> {
  const plan = readPlan(file)
  return plan.ok ? ok({ ...plan.value, states: waitingIn(plan.value) }) : plan
}

/** What was put off holds its step up, although nothing stands in the way of the plan. */
const waitingIn = (plan: { choices: Plan['choices'] }): Record<string, string> =>
  Object.fromEntries([...deferredSteps(plan)].map(step => [step, 'waiting']))

async function ofManifest(
  session: Session,
  manifest: string,
  flags: SharedFlags,
): Promise<Fallible<Drawable, Refusal>> {
  const checked = await check(session.context, { manifest, action: flags.action, ...choosingOf(flags) })
  return checked.ok ? drawable(checked.value) : checked
}

/** Every step, also those that no plan could hold yet: what stands in the way of one is written on its box. */
function drawable({ manifest, found, choices, prediction, notes }: CheckReport): Fallible<Drawable, Refusal> {
  const graph = buildGraph({
    steps: manifest.steps,
    found: groupBy(found, finding => finding.step),
    choices,
  })
  if (!graph.ok) return err(refusalOf({ reason: 'cycle', prediction, cycle: graph.error.cycle }, { notes }))
  const open = prediction.steps.filter(({ verdict }) => verdict === 'undecided' || verdict === 'blocked')
  return ok({
    name: manifest.name,
    steps: manifest.steps,
    graph: graph.value,
    pointOfNoReturn: pointOfNoReturn(graph.value),
    states: {
      ...waitingIn({ choices: [...choices.values()] }),
      ...Object.fromEntries(open.map(({ step, verdict }) => [step, verdict])),
    },
  })
}
