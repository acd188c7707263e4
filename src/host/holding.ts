/** How each producer is held: proven before anything starts, and refused where it cannot be done. */

import { join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { allowancesOf, unprovenBy } from '../manifest/allowance.js'
import type { Step } from '../manifest/step.js'
import type { Bubblewrap, Hold } from '../sandbox/bubblewrap.js'
import type { Findings } from '../scheduler/model.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'

export interface Holding {
  /** Undefined: its producer may do what its user may. */
  of(step: Step): Hold | undefined
  /** Why producers that should be held are not, which the operator has allowed; null where all are. */
  unconfined: string | null
}

export async function resolveHolding(
  context: Context,
  steps: readonly Step[],
  allowed = context.unconfined,
): Promise<Fallible<Holding, Refusal>> {
  const held = steps.filter(step => !allowancesOf(step).includes('host'))
  if (held.length === 0) return ok({ of: () => undefined, unconfined: null })
  const proven = await context.holds()
  if (proven.ok) return ok({ of: step => holdOf(context, proven.value, step), unconfined: null })
  const { why, hint } = proven.error
  if (!allowed)
    return err({
      code: 'host.cannot-hold',
      status: status.usage,
      message: `Nothing was started, because producers cannot be kept from writing on this machine: ${why}.`,
      hint,
    })
  context.emit({
    type: 'notice',
    code: 'host.unconfined',
    message: `Producers are not kept from writing, as was allowed: ${why}.`,
  })
  return ok({ of: () => undefined, unconfined: why })
}

function holdOf({ stateDir }: Context, bubblewrap: Bubblewrap, step: Step): Hold | undefined {
  const allow = allowancesOf(step)
  if (allow.includes('host')) return undefined
  const named = pathsIn([step.config, step.producer.env])
  return { bubblewrap, allow, needed: [join(stateDir, 'steps', step.name), ...step.files, ...named] }
}

/** Texts that are absolute paths, however deep they stand. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('/') ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : []
}

/** Why a step's producer is not provably read-only; absent where it is. */
export function unprovenOf(step: Step, { unconfined }: Holding): Pick<Findings, 'unproven'> {
  const why = unprovenBy(step)
  const unproven = why !== 'host' && unconfined !== null ? 'machine' : why
  return unproven === undefined ? {} : { unproven }
}
