/** Outcomes -> a JUnit file, as build servers read it. */

import { failuresOf, type Tally } from './suite.js'

export function toJunit(tally: Tally, name: string): string {
  const { outcomes } = tally
  const seconds = (ms: number): string => (ms / 1000).toFixed(3)
  const total = outcomes.reduce((sum, { ms }) => sum + ms, 0)
  const cases = outcomes.map(outcome => {
    const { trial, verdict, result, ms } = outcome
    const { id, family, title } = trial.case
    const open = `    <testcase classname="${text(family)}" name="${text(`${id} ${title}`)}" time="${seconds(ms)}"`
    if (result === 'passed') return `${open}/>`
    if (result === 'failed' || result === 'stale') {
      const failures = failuresOf(outcome)
      const [first] = failures
      const body = failures.map(failure => JSON.stringify(failure, null, 2)).join('\n')
      return `${open}>\n      <failure message="${text(first?.message ?? 'failed')}">${text(`${body}\n${trial.case.help}`)}</failure>\n    </testcase>`
    }
    const why =
      verdict.state === 'skip'
        ? verdict.reason
        : result === 'todo'
          ? 'a SHOULD that is not met'
          : 'known to fail'
    return `${open}>\n      <skipped message="${text(why)}"/>\n    </testcase>`
  })
  const counts = `tests="${outcomes.length}" failures="${tally.failed}" skipped="${tally.skipped}" time="${seconds(total)}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${text(name)}" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

/** XML 1.0 has no way to write most control characters, so they are shown by their number. */
const text = (raw: string): string =>
  raw
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu,
      c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
