/** The list of references and mutants: what stands in mutants.json, and what is wrong with it. */

import type { Case } from './case.js'

export interface ReferenceEntry {
  family: 'step' | 'host'
  /** Path of a conformance.json, from `conformance/`. Of a host: argv of its adapter. */
  config?: string
  adapter?: string[]
  /** Run before, in the folder of the config: what has to be compiled. */
  build?: string[]
  /** Programs without which it cannot be tried here. */
  programs?: string[]
}

export interface MutantEntry extends ReferenceEntry {
  /** Exactly these fail. */
  fails: string[]
  /** What a person would have done to write such a program. */
  wrong: string
  /** Which program of a step it is wrong in, where it is not both: the other is the reference's, and is not tried again. */
  side?: 'producer' | 'consumer'
  /** Tools or powers without which it is not found out: then it is not tried. */
  needs?: ('strace' | 'mounts' | 'root')[]
}

export interface MutantList {
  references: Record<string, ReferenceEntry>
  mutants: Record<string, MutantEntry>
}

export function mutantProblems({ references, mutants }: MutantList, cases: readonly Case[]): string[] {
  const found: string[] = []
  const killed = new Set<string>()
  for (const [name, { fails, family }] of Object.entries(mutants)) {
    if (fails.length === 0) found.push(`mutants.json: ${name} fails nothing`)
    for (const id of fails) {
      killed.add(id)
      const one = cases.find(other => other.id === id)
      if (!one) found.push(`mutants.json: ${name} fails ${id}, which is no case`)
      else if ((one.family === 'host') !== (family === 'host'))
        found.push(`mutants.json: ${name} is a ${family}, and ${id} is not about one`)
    }
    if (references[name]) found.push(`mutants.json: ${name} is a reference and a mutant`)
  }
  for (const { id, unkilled } of cases) {
    if (!killed.has(id) && unkilled === undefined)
      found.push(`${id} is failed by no mutant, and does not say why`)
    if (killed.has(id) && unkilled !== undefined)
      found.push(`${id} says that no mutant can fail it, and one does`)
  }
  return found
}
