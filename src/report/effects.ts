/** The effects of a resolution or a selection, painted. */

import { DESTRUCTIVE, phrasesFor, type Stated, statedBy } from '../choice/effects.js'
import type { Resolution } from '../protocol/gen/messages.js'
import type { Selection } from '../scheduler/model.js'
import type { Style } from './style.js'

export const effectsOfResolution = (resolution: Resolution, style: Style): string[] =>
  painted(statedBy(resolution), style)

/** A plan keeps of its effects what decides; the resolution, where it is known, states the rest. */
export function effectsOfSelection(
  { destructive, reversible, reboot, ends }: Selection,
  resolution: Resolution | undefined,
  style: Style,
): string[] {
  const rest = resolution === undefined ? {} : statedBy(resolution)
  return painted({ ...rest, destructive, reversible, reboot, ends }, style)
}

const painted = (stated: Stated, style: Style): string[] =>
  phrasesFor(stated).map(phrase => (phrase === DESTRUCTIVE ? style.paint('bad', phrase) : phrase))
