/** Outcomes -> TAP 14, written by tap's own writer, one point as soon as it is known. */

import { Parser } from 'tap-parser'
import { failuresOf, type Outcome, type Tally } from './suite.js'

type Line = Parameters<typeof Parser.stringify>[0][number]

const write = (line: Line): string => Parser.stringify([line])

export const header = (total: number): string =>
  `${write(['version', 14])}${write(['plan', { start: 1, end: total }])}`

export const comment = (text: string): string =>
  text
    .split('\n')
    .map(line => write(['comment', `# ${line}`]))
    .join('')

export function point(outcome: Outcome, number: number): string {
  const { trial, verdict, result, ms } = outcome
  const { id, title, level } = trial.case
  const name = `${id} ${title}`
  const ok = result === 'passed' || result === 'skipped'
  const why = {
    skip: verdict.state === 'skip' ? verdict.reason : false,
    todo: result === 'todo' ? 'a SHOULD that is not met' : result === 'known' ? 'known to fail' : false,
  }
  const notes = verdict.state === 'skip' ? undefined : verdict.notes
  const diag = ok ? (notes?.length ? { level, notes } : null) : diagnostics(outcome)
  return write(['assert', { ok, id: number, name, ...why, time: ms, diag }] as unknown as Line)
}

/** What a person needs who did not write the case: the rule, what was sent, what came, what to do. */
function diagnostics(outcome: Outcome): Record<string, unknown> {
  const { trial, verdict } = outcome
  const { level, requires, proves, help } = trial.case
  const notes = verdict.state === 'skip' ? undefined : verdict.notes
  return {
    level,
    rules: requires.join(', '),
    proves,
    failures: failuresOf(outcome).map(failure => ({ ...failure })),
    'what to do': help,
    ...(notes?.length ? { notes } : {}),
  }
}

export const lastLine = ({ passed, failed, skipped }: Pick<Tally, 'passed' | 'failed' | 'skipped'>): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
