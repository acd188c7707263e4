/**
 * Where a mutant can make a difference: the cases in which the host that it was made of comes by a line that it changes. In
 * the others it does what that host does, which passes them. The mutants' adapter tells it, with `--touches FILE`.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { err, type Fallible, ok } from '../../fallible.js'
import type { Case } from '../case.js'
import type { Gate } from '../gate.js'
import type { HostOptions } from './trials.js'
import { hostTrials } from './trials.js'

/** Names of mutants, by case. */
export type Touches = ReadonlyMap<string, ReadonlySet<string>>

export async function findTouches(
  cases: readonly Case[],
  { adapter, limits }: HostOptions,
  gate: Gate,
): Promise<Fallible<Touches, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-touches-'))
  const touches = new Map<string, Set<string>>()
  const failed: string[] = []
  const play = async (one: Case): Promise<void> => {
    const file = join(folder, one.id)
    const argv = [...adapter.argv, '--touches', file]
    for (const trial of hostTrials([one], { adapter: { argv }, limits })) {
      const verdict = await gate(() => trial.play())
      if (verdict.state === 'not ok') failed.push(`${one.id}: ${verdict.failures[0]!.message}`)
      if (verdict.state === 'ok') touches.set(one.id, new Set(readFileSync(file, 'utf8').split('\n')))
    }
  }
  try {
    await Promise.all(cases.map(play))
  } finally {
    rmSync(folder, { recursive: true })
  }
  return failed.length === 0 ? ok(touches) : err(`without a change it fails ${failed.join('; ')}`)
}
