/** What an audit found, for people: what was looked at and held, or line by line what was not legal. */

import type { Audit } from '../scheduler/audit.js'
import { count } from './amount.js'
import { one, paragraph } from './paragraph.js'
import type { Style } from './style.js'

export interface Finding {
  /** Of the journal, from 1. */
  line: number
  rule: string
  message: string
}

export interface Audited {
  file: string
  audit: Audit
  findings: Finding[]
  /** What stands at the end and was never acknowledged. */
  torn?: string
}

export function renderAudit({ file, audit, findings, torn }: Audited, style: Style): string {
  const { seen, run, standing } = audit
  const out = [...paragraph(`Run ${one(run || '(unknown)')}: ${standing}, by ${one(file)}`, style), '']
  const good = (text: string): void =>
    void out.push(...paragraph(text, style, { lead: `  ${style.symbols.done} `, leadTone: 'good' }))
  if (findings.length === 0) {
    good(`${count(seen.records, 'record')}, whole and in order`)
    good(`${count(seen.choices, 'choice')}, each by somebody, of what was on offer`)
    good(`${count(seen.starts, 'start')}, each on the disk before its results, each of what was chosen`)
    good(`${count(seen.results, 'result')}, each of what was sent, none twice`)
    good(`${count(seen.looks, 'look')}, before all that builds on changed ground`)
  }
  for (const { line, rule, message } of findings.slice(0, 100))
    out.push(
      ...paragraph(rule === 'record' ? one(message) : `line ${line}: ${one(message)} [${rule}]`, style, {
        lead: `  ${style.symbols.blocked} `,
        leadTone: 'bad',
      }),
    )
  if (findings.length > 100) out.push(`    and ${findings.length - 100} more`)
  if (torn !== undefined)
    out.push(...paragraph(one(torn), style, { lead: `  ${style.symbols.undecided} `, leadTone: 'warn' }))
  const verdict =
    findings.length === 0
      ? 'Legal: nothing happened that was not allowed, intended and chosen.'
      : `Not legal: ${count(findings.length, 'breach', 'breaches')}.`
  out.push('', style.paint(findings.length === 0 ? 'good' : 'bad', verdict))
  return `${out.join('\n')}\n`
}
