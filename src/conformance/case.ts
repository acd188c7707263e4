/** A case of the suite: what its file says, read and held to the schema. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { data } from './data.js'
import { problemsOf } from './schema.js'

export const families = ['step', 'producer', 'consumer', 'host'] as const
export type Family = (typeof families)[number]

export interface Case {
  id: string
  family: Family
  level: 'must' | 'should'
  title: string
  /** Numbers of the rules in protocol/spec.md that it tries. */
  requires: string[]
  /** One sentence: what is known of a program that passes. */
  proves: string
  /** What to do about it when it fails. */
  help: string
  /** Of a step: which of its programs it is about, where the family does not say it. */
  roles?: ('producer' | 'consumer')[]
  /** Fixtures without which it cannot be tried. */
  needs?: string[]
  /** Only where this holds; `secrets` say. */
  only?: string
  /** Traits that rule it out. */
  unless?: string[]
  /** What makes it stronger where the machine has it. */
  stronger?: string[]
  /** Of a host: it cannot do without a time, and is played again with longer ones where it fails. */
  timed?: true
  /** Why no mutant can fail it. */
  unkilled?: string
  /** What is played, in order. The words belong to the family. */
  do: Action[]
  /** What has to hold afterwards. */
  expect: Expectation[]
}

export type Action = Record<string, unknown>
export interface Expectation {
  that: string
  [parameter: string]: unknown
}

/** All cases in the order of families and numbers; a file that is no case is told by its path. */
export function readCases(folder = data('cases')): Fallible<Case[], string> {
  const cases: Case[] = []
  for (const family of families)
    for (const file of filesOf(join(folder, family))) {
      const path = join(folder, family, file)
      const read = readCase(path)
      if (!read.ok) return read
      if (`${read.value.id}.json` !== file) return err(`${path}: its id is ${read.value.id}`)
      if (read.value.family !== family) return err(`${path}: its family is ${read.value.family}`)
      cases.push(read.value)
    }
  return ok(cases)
}

export function readCase(path: string): Fallible<Case, string> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const problems = problemsOf('case.schema.json', value)
    return problems.length > 0 ? err(`${path}: it ${problems.join('; it ')}`) : ok(value as Case)
  } catch (error) {
    return err(`${path}: ${(error as Error).message}`)
  }
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(file => file.endsWith('.json'))
      .sort()
  } catch {
    // A family that nobody has written cases for.
    return []
  }
}
