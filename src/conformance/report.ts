/** Outcomes -> the report as JSON: what was tried, at which level of rights, on exactly which programs. */

import { failuresOf, type Tally } from './suite.js'

export interface Header {
  /** Of the requirements that were tried, `1.0` say. */
  suite: string
  family: 'step' | 'host'
  /** `user`, `root`, and `traced` where system calls were watched. */
  level: string
  /** argv and sha256 of each program that was tried. */
  programs: Record<string, { argv: string[]; digest: string | null }>
}

export const toReport = (header: Header, tally: Tally): string =>
  `${JSON.stringify(
    {
      ...header,
      passed: tally.passed,
      failed: tally.failed,
      skipped: tally.skipped,
      cases: tally.outcomes.map(outcome => {
        const { trial, verdict, result, ms } = outcome
        const { id, level, title, requires } = trial.case
        const failures = failuresOf(outcome)
        const notes = verdict.state === 'skip' ? [] : (verdict.notes ?? [])
        return {
          id,
          level,
          title,
          rules: requires,
          result,
          ms,
          ...(verdict.state === 'skip' ? { reason: verdict.reason } : {}),
          ...(failures.length > 0 ? { failures } : {}),
          ...(notes.length > 0 ? { notes } : {}),
        }
      }),
    },
    null,
    2,
  )}\n`
