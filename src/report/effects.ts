/** What a resolution or a selection does beyond its purpose, as honestly as its step states it. */

import type { Resolution } from '../protocol/gen/messages.js'
import type { Selection } from '../scheduler/model.js'
import { formatEstimate } from './amount.js'
import type { Style } from './style.js'

interface Stated {
  destructive: boolean
  reversible: boolean | null
  reboot: boolean | null
  /** Absent: not known here, which is not the same as "not stated". */
  downtime?: boolean | null
  afterBoot?: boolean
  ends: 'resolved' | 'kept' | 'reverted'
  seconds?: number
}

export const effectsOfResolution = (resolution: Resolution, style: Style): string[] =>
  words(
    {
      destructive: resolution.effects?.destructive ?? false,
      reversible: resolution.effects?.reversible ?? null,
      reboot: resolution.effects?.reboot ?? null,
      downtime: resolution.effects?.downtime ?? null,
      afterBoot: resolution.when === 'after-boot',
      ends: resolution.ends ?? 'resolved',
      ...(resolution.seconds === undefined ? {} : { seconds: resolution.seconds }),
    },
    style,
  )

/** A plan keeps of its effects what decides; the resolution, where it is known, states the rest. */
export const effectsOfSelection = (
  selection: Selection,
  resolution: Resolution | undefined,
  style: Style,
): string[] =>
  words(
    {
      ...selection,
      ...(resolution === undefined
        ? {}
        : {
            downtime: resolution.effects?.downtime ?? null,
            ...(resolution.seconds === undefined ? {} : { seconds: resolution.seconds }),
          }),
    },
    style,
  )

/** Silence is not a promise: what the step leaves open is named as left open, in one phrase. */
function words(stated: Stated, style: Style): string[] {
  const out: string[] = []
  const open: string[] = []
  const tell = (value: boolean | null | undefined, yes: string, no: string, name: string): void => {
    if (value === null) open.push(name)
    else if (value !== undefined) out.push(value ? yes : no)
  }
  if (stated.destructive) out.push(style.paint('bad', 'destructive'))
  tell(stated.reversible, 'reversible', 'not reversible', 'reversible')
  tell(stated.reboot, 'reboot', 'no reboot', 'reboot')
  tell(stated.downtime, 'downtime', 'no downtime', 'downtime')
  if (stated.afterBoot) out.push('after the reboot')
  if (stated.ends === 'kept') out.push('the item stays as it is')
  if (stated.ends === 'reverted') out.push('rolls back: what needs this step is not reached')
  if (open.length > 0) out.push(`${open.join(', ')}: not stated`)
  if (stated.seconds !== undefined) out.push(`${style.symbols.about} ${formatEstimate(stated.seconds)}`)
  return out
}
