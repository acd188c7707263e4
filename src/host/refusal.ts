/** Why a phase did not come to its result: told in full, with what to do, and the exit status that says it. */

import type { Diagnostic } from '../manifest/step.js'
import type { Prediction } from '../scheduler/model.js'
import type { Status } from './status.js'

export interface Refusal {
  /** From protocol/errors.json. */
  code: string
  status: Status
  message: string
  hint?: string
  /** All problems of a file that a person wrote. */
  diagnostics?: Diagnostic[]
  /** One line each: what differs from the saved plan, which choices are missing. */
  details?: string[]
  prediction?: Prediction
}
