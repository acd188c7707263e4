/** What a manifest allows a step's producer beyond reading, and what can then still be promised of it. */

import type { Step } from './step.js'

export type Allowance = 'unix-sockets' | 'network' | 'read-all' | 'host'

export const allowancesOf = ({ sandbox }: Pick<Step, 'sandbox'>): readonly Allowance[] => sandbox?.allow ?? []

/** A service changes things for whoever reaches it, so with a socket nothing is proven. */
export const isProvablyReadOnly = (allow: readonly Allowance[]): boolean =>
  allow.every(word => word === 'read-all')
