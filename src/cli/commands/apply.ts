/** `edgewise apply`: check, choose, commit, carry out, verify, tell. */

import { apply } from '../../host/apply.js'
import { looksLikePlan } from '../../host/plan-file.js'
import { type Status, status } from '../../host/status.js'
import { askingOf, choosingOf, confirmPlan, rebootingOf, waitingOf } from '../choosing.js'
import { applyingElsewhere } from '../in-unit.js'
import type { SharedFlags } from '../main.js'
import { concludeRun } from '../run.js'
import { openSession } from '../session.js'

export async function runApply(path: string | undefined, flags: SharedFlags): Promise<Status> {
  const session = openSession('apply', flags, 'plain')
  const file = path ?? 'transition.yaml'
  if (session.blind && !flags.yes)
    return session.refuse({
      code: 'host.no-screen',
      status: status.usage,
      message:
        'Somebody may sit at this terminal, but nothing can be shown there (stderr is redirected, or TERM is dumb or unset): nobody can be asked to confirm, so nothing was started.',
      hint: 'Say --yes to apply without being asked, or --no-input; or leave stderr on the terminal.',
    })
  const ask = session.interactive && !flags.yes
  const elsewhere = applyingElsewhere(session, flags)
  const applied = await apply(session.context, {
    ...(looksLikePlan(file) ? { saved: file } : { manifest: file }),
    action: flags.action,
    partial: flags.partial ?? false,
    ...choosingOf(flags),
    ...waitingOf(flags),
    ...askingOf(session),
    ...(flags.run === undefined ? {} : { run: flags.run }),
    ...(elsewhere ? { elsewhere } : {}),
    ...(ask ? { confirm: plan => confirmPlan(session, plan) } : {}),
    ...rebootingOf(session, flags),
  })
  return applied.ok ? concludeRun(session, applied.value) : session.refuse(applied.error)
}
