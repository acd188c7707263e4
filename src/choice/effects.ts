/** What taking a resolution means, in plain words: a resolution in, short phrases out, what is not stated among them. */

import type { Resolution } from '../protocol/gen/messages.js'

/** The gravest first. Absent effects are told as not stated, never as harmless. */
export function effectsOf({ effects = {}, when, ends, seconds }: Resolution): string[] {
  const phrases: string[] = []
  if (effects.destructive) phrases.push('destroys data')
  if (effects.reversible === false) phrases.push('cannot be undone')
  if (effects.reversible === true) phrases.push('can be undone')
  if (effects.downtime) phrases.push('interrupts the service')
  if (effects.reboot) phrases.push('needs a reboot')
  if (when === 'after-boot') phrases.push('is done after the reboot')
  if (ends === 'kept') phrases.push('leaves it as it is')
  if (ends === 'reverted') phrases.push('rolls back, what needs it is not reached')
  if (seconds !== undefined) phrases.push(`takes ${duration(seconds)}`)
  const silent = [
    effects.reversible === undefined ? 'whether it can be undone' : '',
    effects.reboot === undefined && when !== 'after-boot' ? 'reboot' : '',
    effects.downtime === undefined ? 'downtime' : '',
  ].filter(each => each !== '')
  if (silent.length > 0) phrases.push(`not stated: ${silent.join(', ')}`)
  return phrases
}

/** Rounded as an estimate deserves. */
export function duration(seconds: number): string {
  if (seconds < 90) return `about ${Math.max(Math.round(seconds), 1)} s`
  if (seconds < 5400) return `about ${Math.round(seconds / 60)} min`
  return `about ${Math.round(seconds / 3600)} h`
}
