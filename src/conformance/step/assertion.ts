/** What an assertion is: it looks at what was played and at its own parameters, and at nothing else. */

import type { Expectation } from '../case.js'
import type { Scene } from './scene.js'
import type { Transcript } from './transcript.js'

export interface Ground {
  scene: Scene
  /** What the program does when nothing is odd. */
  usual: Transcript | undefined
  /** The play that `of` names. */
  of: Transcript
}

export interface Assertion {
  /** What is wrong, a sentence each; empty where all is well. */
  check(ground: Ground, parameters: Expectation): string[]
  /** It needs the usual run to compare with. */
  usual?: true
}

export const list = (names: readonly string[], otherwise = 'nothing'): string => names.join(', ') || otherwise
