/** `edgewise apply`: check, choose, commit, carry out, verify, tell. */

import { apply } from '../../host/apply.js'
import { looksLikePlan } from '../../host/plan-file.js'
import type { Status } from '../../host/status.js'
import { askingOf, choosingOf, confirmPlan } from '../choosing.js'
import type { SharedFlags } from '../main.js'
import { concludeRun } from '../run.js'
import { openSession } from '../session.js'

export async function runApply(path: string | undefined, flags: SharedFlags): Promise<Status> {
  const session = openSession('apply', flags, 'plain')
  const file = path ?? 'transition.yaml'
  const ask = session.interactive && !flags.yes
  const applied = await apply(session.context, {
    ...(looksLikePlan(file) ? { saved: file } : { manifest: file }),
    action: flags.action,
    partial: flags.partial ?? false,
    ...choosingOf(flags),
    ...askingOf(session),
    ...(ask ? { confirm: plan => confirmPlan(session, plan) } : {}),
  })
  return applied.ok ? concludeRun(session, applied.value) : session.refuse(applied.error)
}
