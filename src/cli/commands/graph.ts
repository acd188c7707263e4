/** `edgewise graph`: the graph of a manifest as chosen so far, or of a saved plan, as a drawing. */

import { plan } from '../../host/plan.js'
import { looksLikePlan, readPlan } from '../../host/plan-file.js'
import { type Status, status } from '../../host/status.js'
import { toDot, toMermaid, toSvg } from '../../report/graph.js'
import type { Plan } from '../../scheduler/model.js'
import { choosingOf } from '../choosing.js'
import type { SharedFlags } from '../main.js'
import { openSession } from '../session.js'

const drawings = { dot: toDot, mermaid: toMermaid, svg: toSvg }

export async function runGraph(
  path: string | undefined,
  flags: SharedFlags & { format: keyof typeof drawings },
): Promise<Status> {
  const session = openSession('graph', flags, 'quiet')
  const file = path ?? 'transition.yaml'
  const found = looksLikePlan(file)
    ? readPlan(file)
    : // What is undecided is left out of a drawing, not a reason for having none.
      await plan(session.context, {
        manifest: file,
        action: flags.action,
        partial: true,
        ...choosingOf(flags),
      })
  if (!found.ok) return session.refuse(found.error)
  const drawn: Plan = 'plan' in found.value ? found.value.plan : found.value
  session.reporter.close()
  const titles = Object.fromEntries(
    drawn.steps.flatMap(step => (step.title === undefined ? [] : [[step.name, step.title]])),
  )
  session.print(
    drawings[flags.format](drawn.graph, {
      title: drawn.name,
      titles,
      ...(drawn.pointOfNoReturn === null ? {} : { pointOfNoReturn: drawn.pointOfNoReturn }),
    }),
  )
  for (const { step, reason } of drawn.left) process.stderr.write(`edgewise: left out: ${step}: ${reason}\n`)
  return session.end({ committed: false, changed: false, exit: status.ok })
}
