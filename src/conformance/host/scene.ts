/** Plays what a host case says, in order: actions go in, calls and the players' log come out. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signalProcess } from '../../sandbox/processes.js'
import type { Action } from '../case.js'
import { lookAt, Steady } from '../step/asleep.js'
import type { Limits } from '../step/watch.js'
import type { Failure } from '../trial.js'
import type { Adapter, Request } from './adapter.js'
import { type Call, callAdapter, type Live } from './call.js'
import type { Entry } from './log.js'
import { lookAround } from './processes.js'
import { type Cast, openStage, type Stage, writeTransition } from './stage.js'
import type { User } from './user.js'

export interface HostScene {
  calls: Record<string, Call>
  /** Of all calls. */
  log: Entry[]
  /** Of each call. */
  logs: Record<string, Entry[]>
  steps: Record<string, Cast>
  /** The files of the host's own folder, at each look and at the end, as text; null where they cannot be read. */
  kept: { path: string; text: string | null }[]
  /** The value that must not be found. */
  secret: string
  /** Whom `{user}` stands for. */
  user: User | undefined
  trouble: Failure[]
}

export interface CallAction {
  call: string
  command: Request['command']
  choices?: 'all' | Record<string, unknown>
  partial?: boolean
  retry?: boolean
  boot?: string
  meanwhile?: Meanwhile[]
}

export type Meanwhile =
  | { await: 'rest' | { mark: string } | { result: string } }
  | { look: string }
  | { release: string }
  | { kill: 'host' | 'players' }

/** Asleep for so long, a little at a time: players that wait look around now and then, and may be seen at it again and again. */
const REST_MS = 3000

/** Enough for all players of any case. */
const JOBS = 8

export async function playHostScene(
  actions: readonly Action[],
  adapter: Adapter,
  limits: Limits,
  user?: User,
): Promise<HostScene> {
  const stage = openStage()
  const scene: HostScene = {
    calls: {},
    log: [],
    logs: {},
    steps: {},
    kept: [],
    secret: `secret-${crypto.randomUUID()}`,
    user,
    trouble: [],
  }
  try {
    for (const action of actions) {
      if (scene.trouble.length > 0) break
      if (action.transition) {
        scene.steps = fill(action.transition as Record<string, Cast>, '{user}', user?.name)
        writeTransition(stage, scene.steps)
      } else await call(action as unknown as CallAction, scene, stage, adapter, limits)
    }
    scene.log = stage.entries()
    scene.kept.push(...filesOf(stage.dir))
  } finally {
    await stage.close()
  }
  // It follows its script on what it is sent: without an input, say, it cannot go on.
  for (const { what, step, message } of scene.log)
    if (what === 'mistake')
      scene.trouble.push({
        message: `the player of ${step} could not go on with what it was sent: ${message}`,
      })
  return scene
}

async function call(
  action: CallAction,
  scene: HostScene,
  stage: Stage,
  adapter: Adapter,
  limits: Limits,
): Promise<void> {
  const { call: name, command, choices = {}, partial, retry, boot = 'boot-1', meanwhile = [] } = action
  const request: Request = {
    command,
    dir: stage.dir,
    transition: stage.transition,
    choices: choices === 'all' ? allOf(scene.steps) : fill(choices, '{secret}', stage.secret(scene.secret)),
    ...(partial ? { partial } : {}),
    ...(retry ? { retry } : {}),
    boot,
    jobs: JOBS,
  }
  const before = stage.entries().length
  const made = await callAdapter(name, adapter, request, stage, limits, async live => {
    for (const act of meanwhile) {
      const missed = await step(act, live, stage, scene)
      if (missed !== undefined) {
        scene.trouble.push({ message: missed })
        break
      }
    }
  })
  scene.calls[name] = made
  scene.logs[name] = stage.entries().slice(before)
}

const fill = <T>(value: T, place: string, text = ''): T =>
  JSON.parse(JSON.stringify(value).replaceAll(place, text))

/** Whatever a host does to its folder meanwhile: what has gone holds nothing, and what cannot be read says so. */
function filesOf(path: string): HostScene['kept'] {
  try {
    const entries = readdirSync(path, { withFileTypes: true })
    return entries.flatMap(entry => {
      const inner = join(path, entry.name)
      if (entry.isDirectory()) return filesOf(inner)
      return entry.isFile() ? [{ path: inner, text: textOf(inner) }] : []
    })
  } catch (error) {
    return gone(error) ? [] : [{ path, text: null }]
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch (error) {
    return gone(error) ? '' : null
  }
}

const gone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** The first resolution of every item. */
function allOf(steps: Record<string, Cast>): Record<string, unknown> {
  const choices: Record<string, unknown> = {}
  for (const [step, { items = [] }] of Object.entries(steps))
    for (const { id, resolutions = [] } of items)
      if (resolutions[0]) choices[`${step}/${id}`] = { resolution: resolutions[0].id }
  return choices
}

/** What was waited for and never came, as a sentence. */
async function step(act: Meanwhile, live: Live, stage: Stage, scene: HostScene): Promise<string | undefined> {
  if ('await' in act) {
    const { await: event } = act
    const steady = new Steady()
    const came = await live.until(() => {
      if (event === 'rest')
        return steady.see(lookAt(live.running), stage.entries().length) || live.idle() >= REST_MS
      if ('mark' in event) return stage.marked(event.mark)
      return live.call.results.some(one => `${one.step}/${one.item}` === event.result)
    })
    if (came) return undefined
    if (event === 'rest') return 'the call was over before the host had come to rest'
    return 'mark' in event
      ? `the call was over before a player had come to "${event.mark}"`
      : `the call was over, and the adapter had not told that the result of ${event.result} is on record`
  }
  if ('release' in act) stage.mark(act.release)
  else if ('look' in act) {
    live.call.looks[act.look] = lookAround(live.running.pid, stage.entries())
    scene.kept.push(...filesOf(stage.dir))
  } else if (act.kill === 'host') await live.kill()
  else for (const one of stage.alive()) signalProcess(one, 'SIGKILL')
  return undefined
}
