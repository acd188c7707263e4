/** The list of known failures: a file with one id a line, `#` begins a comment. They are still run. */

import { readFileSync, writeFileSync } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import type { Outcome } from './suite.js'

export interface Known {
  path: string
  has(id: string): boolean
  ids(): string[]
}

export function readKnown(path: string, fix = false): Fallible<Known, string> {
  let text = ''
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    // --fix writes the first one.
    if (!fix || (error as NodeJS.ErrnoException).code !== 'ENOENT')
      return err(`${path} cannot be read: ${(error as Error).message}`)
  }
  const ids = new Set<string>()
  for (const [at, line] of text.split('\n').entries()) {
    const id = withoutComment(line)
    if (id === '') continue
    if (!/^[A-Z]-[0-9]{2,3}$/.test(id))
      return err(`${path}:${at + 1}: ${JSON.stringify(id)} is no id of a case`)
    if (ids.has(id)) return err(`${path}:${at + 1}: ${id} is listed twice`)
    ids.add(id)
  }
  return ok({ path, has: id => ids.has(id), ids: () => [...ids] })
}

const withoutComment = (line: string): string => line.replace(/#.*/, '').trim()

/** Stale entries go, new failures come, comments stay. Says what it did. */
export function fixKnown(known: Known, outcomes: readonly Outcome[]): { added: string[]; removed: string[] } {
  const of = (result: Outcome['result']): string[] =>
    outcomes.filter(outcome => outcome.result === result).map(outcome => outcome.trial.case.id)
  const removed = of('stale')
  const added = of('failed').filter(id => !known.has(id))
  let lines: string[] = []
  try {
    lines = readFileSync(known.path, 'utf8').replace(/\n$/, '').split('\n')
  } catch {
    // There was none yet.
  }
  const kept = lines.filter(line => !removed.includes(withoutComment(line)))
  const text = [...kept, ...added].filter((line, at, all) => line !== '' || at < all.length - 1).join('\n')
  if (removed.length + added.length > 0) writeFileSync(known.path, text === '' ? '' : `${text}\n`)
  return { added, removed }
}
