/** What taking a resolution means beyond its purpose, in the words that every view uses: what is stated in, phrases out. */

import type { Resolution } from '../protocol/gen/messages.js'

/** Null where the step does not say; absent where it is not known here, which is not the same. */
export interface Stated {
  destructive: boolean
  reversible: boolean | null
  reboot: boolean | null
  downtime?: boolean | null
  afterBoot?: boolean
  ends: 'resolved' | 'kept' | 'reverted'
  seconds?: number
}

/** The gravest, which views mark. */
export const DESTRUCTIVE = 'destructive'

export const statedBy = ({ effects = {}, when, ends = 'resolved', seconds }: Resolution): Stated => ({
  destructive: effects.destructive ?? false,
  reversible: effects.reversible ?? null,
  reboot: effects.reboot ?? null,
  downtime: effects.downtime ?? null,
  afterBoot: when === 'after-boot',
  ends,
  ...(seconds === undefined ? {} : { seconds }),
})

/** Silence is not a promise: what the step leaves open is named as left open, in one phrase. */
export function phrasesFor(stated: Stated): string[] {
  const out: string[] = []
  const open: string[] = []
  const tell = (value: boolean | null | undefined, yes: string, no: string, name: string): void => {
    if (value === null) open.push(name)
    else if (value !== undefined) out.push(value ? yes : no)
  }
  if (stated.destructive) out.push(DESTRUCTIVE)
  tell(stated.reversible, 'reversible', 'not reversible', 'reversible')
  tell(stated.reboot, 'reboot', 'no reboot', 'reboot')
  tell(stated.downtime, 'downtime', 'no downtime', 'downtime')
  if (stated.afterBoot) out.push('after the reboot')
  if (stated.ends === 'kept') out.push('the item stays as it is')
  if (stated.ends === 'reverted') out.push('rolls back: what needs this step is not reached')
  if (open.length > 0) out.push(`${open.join(', ')}: not stated`)
  if (stated.seconds !== undefined) out.push(estimate(stated.seconds))
  return out
}

export const effectsOf = (resolution: Resolution): string[] => phrasesFor(statedBy(resolution))

/** A step's own estimate, coarse because it is one: `about 45 s`, `about 4 min`, `about 2.5 h`. */
export function estimate(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(Math.round(seconds), 1)} s`
  if (seconds < 90 * 60) return `about ${Math.round(seconds / 60)} min`
  return `about ${Number((seconds / 3600).toFixed(1))} h`
}
