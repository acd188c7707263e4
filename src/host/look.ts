/** All producers, side by side, none failing fast: steps in, findings by step out. Nothing is written. */

import type { Step } from '../manifest/step.js'
import type { ItemBody } from '../protocol/gen/messages.js'
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

/** What all steps together may bring, follow-ups counted where they hang and alone: a plan holds it, in one record of a journal. */
const most = 64 * 1024 * 1024

const sizeOf = (items: ItemBody[]): number =>
  items.reduce((sum, item) => {
    const follow = item.resolutions?.flatMap(resolution => resolution.items ?? []) ?? []
    return sum + JSON.stringify(item).length + sizeOf(follow)
  }, 0)

const tooMuch = (found: Findings, size: number): Findings => {
  const mebibytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024)
  const message = `it found ${mebibytes(size)} MiB of items, and all steps together may bring ${mebibytes(most)} MiB; name long texts by the files that hold them`
  return {
    ...found,
    outcome: 'failed',
    items: [],
    ending: { ...found.ending, outcome: 'failed', code: 'too-much', message },
  }
}

export async function look(
  context: Context,
  identities: Identities,
  transition: { steps: Step[]; action: Action; target?: string },
): Promise<Looked> {
  const { steps, action, target } = transition
  context.emit({ type: 'check-started', steps: steps.map(step => step.name), jobs: context.jobs })
  const findings = new Map<string, Findings>()
  let held = 0
  const bounded = (found: Findings): Findings => {
    const size = sizeOf(found.items)
    if (held + size > most) return tooMuch(found, size)
    held += size
    return found
  }
  await inParallel(steps, context.jobs, async step => {
    if (context.interruption.level > 0) return
    context.emit({ type: 'step-checking', step: step.name })
    const looking = { context, identities, run: 'check', action, ...(target === undefined ? {} : { target }) }
    const found = bounded(await runProducer(step, looking))
    findings.set(step.name, found)
    context.emit({ type: 'step-checked', step: step.name, findings: found })
  })
  const found = steps.flatMap(step => {
    const looked = findings.get(step.name)
    return looked?.outcome === 'ok' ? findingsOf(step.name, looked.items, 'producer') : []
  })
  return { findings, found }
}
