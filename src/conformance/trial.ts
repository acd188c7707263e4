/** One case tried on one subject: what there is to play, and what came of it. Knows nothing of steps or hosts. */

import type { Case } from './case.js'

export interface Failure {
  /** One sentence: what was expected and what came. */
  message: string
  /** What was sent, at most the first lines. */
  sent?: string[]
  /** What came on stdout, at most the first 20 lines. */
  came?: string[]
  /** Last lines of stderr. */
  stderr?: string[]
  /** Where a message alone does not say it: the hint of a fixture or a launch. */
  hint?: string
}

export type Verdict =
  | { state: 'ok' /** What made it stronger or weaker than usual. */; notes?: string[] }
  | { state: 'not ok'; failures: Failure[]; notes?: string[] }
  | { state: 'skip'; reason: string }

export interface Trial {
  case: Case
  /** Called at most once. Resolves always: what goes wrong in a subject is a verdict. */
  play(): Promise<Verdict>
}
