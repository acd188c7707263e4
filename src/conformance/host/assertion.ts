/** What an assertion about a host is: it looks at what was played and at its own parameters, and at nothing else. */

import type { Expectation } from '../case.js'
import type { Call } from './call.js'
import type { Entry } from './log.js'
import type { HostScene } from './scene.js'

export interface HostGround {
  scene: HostScene
  /** The call that `of` names, or the last one. */
  call: Call
  /** What players logged in that call; in all calls where `of` names none. */
  log: Entry[]
}

/** What is wrong, a sentence each; empty where all is well. */
export type HostAssertion = (ground: HostGround, parameters: Expectation) => string[]

/** Lets a line be compared with another by people: JSON as it stands, cut where it is long. */
export const quoted = (text: string): string =>
  text.length > 300 ? `${text.slice(0, 300)}… (${text.length} characters)` : text

export const list = (names: readonly (string | number)[]): string => names.join(', ') || 'nothing'
