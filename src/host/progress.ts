/** A step's word on how far it is, fit to be shown: free of secrets, and not more often than anyone can read it. */

import type { Progress } from '../protocol/gen/messages.js'
import type { Context } from './context.js'
import { scrub } from './scrub.js'

/** A program may report a million times; who watches sees ten a second. Milliseconds. */
const INTERVAL = 100

export interface Teller {
  tell(said: Progress): void
  /** Tells the last word, where it was held back. */
  end(): void
}

export function progressTeller(
  context: Context,
  about: { step: string; task?: string },
  secrets: () => readonly string[],
): Teller {
  let held: Progress | undefined
  let resting = false
  let callOff = (): void => {}
  const show = (said: Progress): void => {
    held = undefined
    resting = true
    const { item, message, percent } = scrub(said, secrets())
    context.emit({
      type: 'progress',
      ...about,
      ...(item === undefined ? {} : { item }),
      ...(message === undefined ? {} : { message }),
      ...(percent === undefined ? {} : { percent }),
    })
    callOff = context.clock.after(INTERVAL, () => {
      resting = false
      if (held) show(held)
    })
  }
  return {
    tell(said) {
      if (resting) held = said
      else show(said)
    },
    end() {
      if (held) show(held)
      callOff()
    },
  }
}
