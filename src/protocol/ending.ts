/** How one program run ended, messages and exit taken together (the worse of the two). */
import type { Done } from './gen/messages.js'
import type { Violation } from './violation.js'

export interface Ending {
  outcome: 'ok' | 'failed' | 'again'
  /** Why it failed: a `done`/`result` code, or the host's own (`no-done`, `exit`, `signal`, `timeout`, `violation`, `spawn`, ...). */
  code?: string
  message?: string
  reboot?: boolean
  exit?: { status: number | null; signal: string | null }
  violations?: Violation[]
  /** Last lines, escapes stripped, secrets redacted; empty where there were none. */
  stderr?: string[]
  done?: Done
}
