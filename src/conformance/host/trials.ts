/** Cases about hosts, made into trials of one host: what was played, what is wrong. */

import type { Action, Case, Expectation } from '../case.js'
import type { Limits } from '../step/watch.js'
import type { Failure, Trial, Verdict } from '../trial.js'
import type { Adapter } from './adapter.js'
import { hostAssertions } from './assertions.js'
import type { Call } from './call.js'
import type { Entry } from './log.js'
import { type HostScene, playHostScene } from './scene.js'
import { python } from './stage.js'
import { someUser } from './user.js'

export interface HostOptions {
  adapter: Adapter
  limits: Limits
}

export function hostTrials(cases: readonly Case[], options: HostOptions): Trial[] {
  return cases
    .filter(({ family }) => family === 'host')
    .map(one => ({ case: one, play: () => tryCase(one, options) }))
}

async function tryCase(one: Case, { adapter, limits }: HostOptions): Promise<Verdict> {
  if (!python()) return { state: 'skip', reason: 'the players need python3' }
  const user = one.needs?.includes('root') ? someUser() : undefined
  if (one.needs?.includes('root') && process.geteuid?.() !== 0)
    return { state: 'skip', reason: 'only root can start programs as another user' }
  const tryIt = async (actions: readonly Action[]): Promise<Failure[]> =>
    judge(one, await playHostScene(actions, adapter, limits, user))
  let failures = await tryIt(one.do)
  if (failures.length > 0 && one.timed) failures = await tryIt(slower(one.do))
  const notes =
    user && user.groups.length < 2
      ? { notes: ['weaker: no user of this machine has more than one group'] }
      : {}
  return failures.length > 0 ? { state: 'not ok', failures, ...notes } : { state: 'ok', ...notes }
}

/** With four times as long times: a machine that is busy for so long is not told from a host that is wrong. */
const slower = (actions: readonly Action[]): Action[] =>
  JSON.parse(JSON.stringify(actions), (key, value) => {
    if (key === 'every') return 4 * value
    const ms = /^(\d+)ms$/.exec(String(value))?.[1]
    return ms === undefined ? value : `${4 * Number(ms)}ms`
  })

function judge({ expect }: Case, scene: HostScene): Failure[] {
  const calls = Object.values(scene.calls)
  const broken = calls.find(call => call.hung ?? call.broken)
  if (broken) return [failureOf(whyBroken(broken), broken, scene)]
  if (scene.trouble.length > 0)
    return scene.trouble.map(({ message }) => failureOf(message, calls.at(-1)!, scene))
  const failures: Failure[] = []
  for (const expected of expect) {
    const call = callOf(expected, scene)
    const log = expected.of === undefined ? scene.log : scene.logs[call.name]!
    for (const message of hostAssertions[expected.that]!({ scene, call, log }, expected))
      failures.push(failureOf(message, call, scene))
  }
  return failures
}

const callOf = ({ of }: Expectation, { calls }: HostScene): Call =>
  of === undefined ? Object.values(calls).at(-1)! : calls[of as string]!

const whyBroken = ({ name, request, hung, broken }: Call): string =>
  hung
    ? `the host had to be ended in the call "${name}" (${request.command}): ${hung}`
    : `the adapter, called for "${name}" (${request.command}), ${broken}`

const SHOWN = 20

function failureOf(message: string, call: Call, { logs }: HostScene): Failure {
  const seen = (logs[call.name] ?? []).map(tellEntry)
  return {
    message,
    sent: [JSON.stringify(call.request)],
    came: [...call.came, ...(seen.length > 0 ? ['-- what the steps saw --'] : []), ...cut(seen)],
    ...(call.stderr.length > 0 ? { stderr: call.stderr } : {}),
  }
}

const cut = (lines: string[]): string[] =>
  lines.length > SHOWN ? [...lines.slice(0, SHOWN), `(and ${lines.length - SHOWN} more lines)`] : lines

function tellEntry({ step, role, run, name, what, text, hex, status, signal, item }: Entry): string {
  const more = text ?? hex ?? status ?? signal ?? item ?? ''
  const line = `${step} ${role} ${run}${name ? ` (${name})` : ''}: ${what} ${more}`.trim()
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}
