/** The rules of the protocol, and which cases try each: a frozen list, so that a new case never un-certifies anyone. */

import { readFileSync } from 'node:fs'
import { data } from './data.js'

export interface Requirements {
  version: string
  rules: Record<string, string[] | { excluded: string }>
}

export const CURRENT = '1.0'

export const readRequirements = (version = CURRENT): Requirements =>
  JSON.parse(readFileSync(data('requirements', `${version}.json`), 'utf8')) as Requirements

export interface Rule {
  number: string
  /** From its number to the next rule, without line breaks. */
  text: string
}

/** `- **R1.1** …` of protocol/spec.md. */
export function rulesOf(spec = readFileSync(data('..', 'protocol', 'spec.md'), 'utf8')): Rule[] {
  const rules: Rule[] = []
  for (const match of spec.matchAll(/^- \*\*((?:R\d+\.\d+|S\d))\*\* ([\s\S]*?)(?=^- \*\*|^#|^\n|\n\n)/gm))
    rules.push({ number: match[1]!, text: match[2]!.replace(/\s+/g, ' ').trim() })
  return rules
}
