/** Holds the suite to itself: every problem of cases, requirements, mutants and rules, a sentence each. */

import { readFileSync } from 'node:fs'
import type { Case } from './case.js'
import { readCases } from './case.js'
import { data } from './data.js'
import { hostAssertions } from './host/assertions.js'
import { emptyHostExpectations } from './host/empty.js'
import { type MutantList, mutantProblems } from './mutants.js'
import { type Requirements, type Rule, readRequirements, rulesOf } from './requirements.js'
import { assertions } from './step/assertions.js'
import { emptyExpectations } from './step/empty.js'

export interface Linted {
  cases: readonly Case[]
  rules: readonly Rule[]
  requirements: Requirements
  mutants: MutantList
}

/** Of what the package holds; tests hand in their own. */
export function lint(): string[] {
  const cases = readCases()
  if (!cases.ok) return [cases.error]
  const mutants = JSON.parse(readFileSync(data('mutants.json'), 'utf8')) as MutantList
  return problems({ cases: cases.value, rules: rulesOf(), requirements: readRequirements(), mutants })
}

export function problems({ cases, rules, requirements, mutants }: Linted): string[] {
  return [
    ...rules.flatMap(manyDemands),
    ...rulesWithoutCases(rules, requirements),
    ...casesWithoutRules(cases, rules, requirements),
    ...cases.flatMap(unknownWords),
    ...cases.flatMap(one => (one.family === 'host' ? emptyHostExpectations(one) : emptyExpectations(one))),
    ...mutantProblems(mutants, cases),
  ]
}

/** One sentence, one demand: two in one cannot be told apart in a report. */
function manyDemands({ number, text }: Rule): string[] {
  return text
    .replace(/\*[^*]+\*/g, '')
    .split(/(?<=[.:])\s+(?=[A-Z"`])/)
    .filter(sentence => (sentence.match(/\b(MUST|SHOULD)\b/g) ?? []).length > 1)
    .map(sentence => `spec.md: ${number} has two demands in one sentence: ${sentence}`)
}

function rulesWithoutCases(rules: readonly Rule[], { version, rules: mapped }: Requirements): string[] {
  const found: string[] = []
  for (const { number } of rules) {
    const entry = mapped[number]
    if (entry === undefined)
      found.push(`requirements ${version}: the rule ${number} has neither a case nor a reason to have none`)
    else if (Array.isArray(entry) ? entry.length === 0 : entry.excluded.trim() === '')
      found.push(`requirements ${version}: the rule ${number} has an entry that says nothing`)
  }
  for (const number of Object.keys(mapped))
    if (!rules.some(rule => rule.number === number))
      found.push(`requirements ${version}: there is no rule ${number} in spec.md`)
  return found
}

function casesWithoutRules(
  cases: readonly Case[],
  rules: readonly Rule[],
  requirements: Requirements,
): string[] {
  const found: string[] = []
  const { version, rules: mapped } = requirements
  const listed = (number: string, id: string): boolean => {
    const entry = mapped[number]
    return Array.isArray(entry) && entry.includes(id)
  }
  for (const { id, requires } of cases)
    for (const number of requires) {
      if (!rules.some(rule => rule.number === number))
        found.push(`${id} requires ${number}, which is no rule of spec.md`)
      else if (!listed(number, id))
        found.push(`${id} requires ${number}, and requirements ${version} do not list it there`)
    }
  for (const [number, entry] of Object.entries(mapped))
    for (const id of Array.isArray(entry) ? entry : []) {
      const one = cases.find(other => other.id === id)
      if (!one) found.push(`requirements ${version}: ${number} names ${id}, which is no case`)
      else if (!one.requires.includes(number))
        found.push(`requirements ${version}: ${number} names ${id}, which does not require it`)
    }
  return found
}

/** The schema has the list too; a word in it that no code stands behind would pass everything. */
function unknownWords({ id, family, expect }: Case): string[] {
  const known = family === 'host' ? hostAssertions : assertions
  return expect
    .filter(({ that }) => !known[that])
    .map(({ that }) => `${id} expects ${that}, which the suite cannot judge`)
}
