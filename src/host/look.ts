/** All producers, side by side, none failing fast: steps in, findings by step out. Nothing is written. */

import type { Step } from '../manifest/step.js'
import { findingsOf } from '../scheduler/findings.js'
import type { Action, Finding, Findings } from '../scheduler/model.js'
import type { Context } from './context.js'
import type { Identities } from './identities.js'
import { inParallel } from './pool.js'
import { runProducer } from './producer.js'

export interface Looked {
  findings: Map<string, Findings>
  /** In the order of the steps, follow-ups included. */
  found: Finding[]
}

export async function look(
  context: Context,
  identities: Identities,
  transition: { steps: Step[]; action: Action; target?: string },
): Promise<Looked> {
  const { steps, action, target } = transition
  context.emit({ type: 'check-started', steps: steps.map(step => step.name), jobs: context.jobs })
  const findings = new Map<string, Findings>()
  await inParallel(steps, context.jobs, async step => {
    if (context.interruption.level > 0) return
    context.emit({ type: 'step-checking', step: step.name })
    const looking = { context, identities, run: 'check', action, ...(target === undefined ? {} : { target }) }
    const found = await runProducer(step, looking)
    findings.set(step.name, found)
    context.emit({ type: 'step-checked', step: step.name, findings: found })
  })
  const found = steps.flatMap(step => {
    const looked = findings.get(step.name)
    return looked?.outcome === 'ok' ? findingsOf(step.name, looked.items, 'producer') : []
  })
  return { findings, found }
}
