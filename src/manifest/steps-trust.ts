/** Steps that were read before: what strangers could change of them now, each place once. */

import { resolve } from 'node:path'
import type { Problem } from './problem.js'
import { obstacleOf } from './program.js'
import type { Program, Step } from './step.js'
import { DEFAULT_PATH } from './steps.js'
import { trustChecker } from './trust.js'
import { walker } from './walk.js'
import type { Account, World } from './world.js'

/** `file` is where the steps were read from, if that is to be looked at too. */
export const checkStepsTrust = (
  world: World,
  steps: readonly Step[],
  accountOf: (program: Program) => Account,
  file?: string,
): Problem[] => {
  const problems: Problem[] = []
  const asking = { world, walk: walker(world) }
  const trust = trustChecker(asking, problem => problems.push(problem))
  if (file !== undefined) trust(resolve(file), 'The plan', [], [])
  const met = new Map<string, readonly string[]>()
  for (const { name, producer, consumer, files } of steps) {
    const programs = consumer ? [producer, consumer] : [producer]
    for (const program of programs) {
      const { executable, env } = program
      const account = accountOf(program)
      const search = (env.PATH ?? DEFAULT_PATH).split(':').filter(folder => folder.startsWith('/'))
      const key = JSON.stringify([executable, account.uid, search])
      if (!met.has(key)) {
        const runs = new Set([executable])
        obstacleOf({ ...asking, met: runs }, executable, { account, called: '' }, search)
        met.set(key, [...runs])
      }
      for (const each of met.get(key)!) trust(each, 'The program', [account.uid], ['steps', name])
    }
    const uids = programs.map(program => accountOf(program).uid)
    const trusted = uids.every(uid => uid === uids[0]) ? [uids[0]!] : []
    for (const each of files) trust(each, 'The file', trusted, ['steps', name])
  }
  return problems
}
