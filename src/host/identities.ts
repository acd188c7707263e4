/** Whom the programs run as: looked up once, before anything starts, and refused then where it cannot be. */

import { err, type Fallible, ok } from '../fallible.js'
import type { Program, Step } from '../manifest/step.js'
import type { Account, LookupFailed } from '../manifest/world.js'
import { type Identity, lookupUser, mayBecome, self } from '../sandbox/identity.js'
import type { Context } from './context.js'
import { type Holding, resolveHolding } from './holding.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'

export interface Identities {
  of(program: Program): Identity
  /** Beside whom a producer runs as, how it is held. */
  holding: Holding
}

/** Nothing is started before this: so here is also where the host's own preparations are waited for. */
export async function resolveIdentities(
  context: Context,
  steps: Step[],
  unconfined = context.unconfined,
): Promise<Fallible<Identities, Refusal>> {
  await context.ready
  const names = new Map<string, string>()
  for (const step of steps)
    for (const program of [step.producer, step.consumer])
      if (program?.user != null && !names.has(program.user)) names.set(program.user, step.name)

  const known = new Map<string, Identity>()
  const problems: string[] = []
  let hint: string | undefined
  for (const [name, step] of names) {
    const found = await lookupUser(name)
    if (!found.ok) {
      problems.push(`${step}: ${found.error.message}`)
      hint ??= found.error.hint
      continue
    }
    const allowed = mayBecome(found.value, context.uid)
    if (allowed.ok) known.set(name, found.value)
    else problems.push(`${step}: ${allowed.error}`)
  }
  if (problems.length > 0)
    return err({
      code: 'host.users',
      status: status.usage,
      message: `Nothing was started, because not every program can run as the user it is to run as.`,
      hint: hint ?? 'Run edgewise as root, or take `user` out of the steps that may run as you.',
      details: problems,
    })
  const holding = await resolveHolding(context, steps, unconfined)
  if (!holding.ok) return holding
  const me = self()
  return ok({
    holding: holding.value,
    of: program => (program.user === null ? me : known.get(program.user)!),
  })
}

/** The manifest's view of the same look-up. */
export async function lookupAccount(name: string): Promise<Account | LookupFailed | undefined> {
  const found = await lookupUser(name)
  if (found.ok) return found.value
  if (found.error.code === 'sandbox.unknown-user') return undefined
  return { failed: found.error.message, hint: found.error.hint }
}
