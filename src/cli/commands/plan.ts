/** `edgewise plan` and `edgewise show`: what would be done, saved and shown. */

import { plan } from '../../host/plan.js'
import { readPlan, writePlan } from '../../host/plan-file.js'
import { type Status, status } from '../../host/status.js'
import { harmless } from '../../report/json.js'
import { offer } from '../../report/offer.js'
import { renderPlan } from '../../report/plan.js'
import { askingOf, choosingOf } from '../choosing.js'
import type { SharedFlags } from '../main.js'
import { openSession } from '../session.js'

export async function runPlan(
  manifest: string | undefined,
  flags: SharedFlags & { output?: string },
): Promise<Status> {
  const session = openSession('plan', flags, 'quiet')
  const planned = await plan(session.context, {
    manifest: manifest ?? 'transition.yaml',
    action: flags.action,
    partial: flags.partial ?? false,
    ...choosingOf(flags),
    ...askingOf(session),
  })
  if (!planned.ok) return session.refuse(planned.error)
  const made = planned.value
  session.reporter.close()
  session.print(renderPlan(made.plan, session.style))
  if (flags.output !== undefined) {
    const written = writePlan(flags.output, made.plan)
    if (!written.ok) return session.refuse(written.error)
    session.print(
      `\nSaved as ${flags.output}. Apply it with: ${offer(['apply', flags.output], flags.stateDir)}`,
    )
  }
  return session.end({
    verdict: made.plan.prediction.verdict,
    committed: false,
    changed: false,
    exit: status.ok,
  })
}

export async function runShow(file: string, flags: { json?: true }): Promise<Status> {
  const session = openSession('show', flags, 'quiet')
  const read = readPlan(file)
  if (!read.ok) return session.refuse(read.error)
  if (flags.json) process.stdout.write(`${harmless(JSON.stringify({ type: 'plan', plan: read.value }))}\n`)
  else session.print(renderPlan(read.value, session.style))
  return session.end({ committed: false, changed: false, exit: status.ok })
}
