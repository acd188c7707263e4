/** What a manifest allows a step's producer beyond reading, and what can then not be promised of it. */

import type { Step } from './step.js'

export type Allowance = 'unix-sockets' | 'network' | 'read-all' | 'host'

export const allowancesOf = ({ sandbox }: Pick<Step, 'sandbox'>): readonly Allowance[] => sandbox?.allow ?? []

/** Why the manifest alone keeps a producer from being provably read-only: it is left free, or a service would change things for it. */
export function unprovenBy(step: Pick<Step, 'sandbox'>): 'host' | 'services' | undefined {
  const allow = allowancesOf(step)
  if (allow.includes('host')) return 'host'
  return allow.includes('unix-sockets') || allow.includes('network') ? 'services' : undefined
}
