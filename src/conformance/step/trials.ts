/** Cases about steps, made into trials of one step: what applies, what is missing, what was played, what is wrong. */

import type { Action, Case, Expectation } from '../case.js'
import type { Failure, Trial, Verdict } from '../trial.js'
import { abilities } from './abilities.js'
import { applicability } from './applicability.js'
import { assertions } from './assertions.js'
import { holds, playScene, type Scene, type Stage } from './scene.js'
import type { Role, Transcript } from './transcript.js'

/** Where a program hangs so often, it is not waited for any more. */
const ENOUGH = 3

export interface StepOptions extends Stage {
  /** How often a program may hang before the rest is not played. */
  enough?: number
  /** Only this program is tried, where the other is known to be right. */
  side?: Role
}

export interface Theatre {
  scene(actions: readonly Action[], role: Role): Promise<Scene>
  usual(role: Role): Promise<Transcript | undefined>
}

export function stepTrials(cases: readonly Case[], options: StepOptions): Trial[] {
  const theatre = openTheatre(options)
  return cases
    .filter(({ family }) => family !== 'host')
    .map(one => ({ case: one, play: () => tryCase(one, options, theatre) }))
}

const usualActions: Action[] = [{ setup: 'any' }, { play: 'usual' }]

/** The same actions are played once, whoever asks. */
function openTheatre(options: StepOptions): Theatre {
  const { subject, enough = ENOUGH } = options
  const played = new Map<string, Promise<Scene>>()
  let hung = 0
  const theatre: Theatre = {
    scene(actions, role) {
      const fitting = actions.filter(action => holds(action.if, subject))
      const key = JSON.stringify([role, fitting])
      const before = played.get(key)
      if (before) return before
      const scene = (async () => {
        if (hung >= enough) return tired(subject, role, hung)
        const scene = await playScene(fitting, role, options)
        if (Object.values(scene.plays).some(play => play.hung !== undefined)) hung++
        return scene
      })()
      played.set(key, scene)
      return scene
    },
    async usual(role) {
      return (await theatre.scene(usualActions, role)).plays.usual
    },
  }
  return theatre
}

const tired = (subject: Scene['subject'], role: Role, hung: number): Scene => ({
  subject,
  role,
  plays: {},
  snapshots: {},
  checks: {},
  found: [],
  secrets: [],
  trouble: [
    {
      message: `not played: the step had to be ended in ${hung} plays before, and each takes its time`,
      hint: 'See those first.',
    },
  ],
})

async function tryCase(one: Case, options: StepOptions, theatre: Theatre): Promise<Verdict> {
  const { subject } = options
  const applies = await applicability(one, subject, theatre)
  if (applies) return applies
  const roles = rolesOf(one).filter(role => subject[role] && (options.side ?? role) === role)
  const failures: Failure[] = []
  for (const role of roles) {
    const scene = await theatre.scene(one.do, role)
    failures.push(...scene.trouble)
    if (scene.trouble.length > 0) continue
    const usual = one.expect.some(({ that }) => assertions[that]?.usual)
      ? await theatre.usual(role)
      : undefined
    failures.push(...judge(one, scene, usual))
  }
  const notes = notesOf(one, options)
  const noted = notes.length > 0 ? { notes } : {}
  return failures.length > 0 ? { state: 'not ok', failures, ...noted } : { state: 'ok', ...noted }
}

const rolesOf = ({ family, roles }: Case): Role[] =>
  roles ?? (family === 'step' ? ['producer', 'consumer'] : [family as Role])

function judge({ expect }: Case, scene: Scene, usual: Transcript | undefined): Failure[] {
  // What never ran or never ended has no other faults that anyone would want to read.
  const broken = Object.values(scene.plays).filter(play => play.failure ?? play.hung)
  if (broken.length > 0) return broken.slice(0, 1).map(play => failureOf(play, whyBroken(play)))
  const failures: Failure[] = []
  for (const expected of expect) {
    if (!holds(expected.if, scene.subject)) continue
    for (const of of playsOf(expected, scene))
      for (const message of assertions[expected.that]!.check({ scene, usual, of }, expected))
        failures.push(failureOf(of, message))
  }
  return merged(failures)
}

/** `of` names a play, or several; without it, all that were played of the role. */
function playsOf({ of }: Expectation, scene: Scene): Transcript[] {
  const names = of === undefined ? Object.keys(scene.plays).filter(name => name !== 'look') : [of].flat()
  return names.map(name => scene.plays[name as string]).filter(play => play !== undefined)
}

const whyBroken = ({ role, failure, hung }: Transcript): string =>
  failure ? `the ${role} could not be run: ${failure.message}` : `the ${role} had to be ended: ${hung}`

function failureOf(play: Transcript, message: string): Failure {
  return {
    message: `${play.role}: ${message}`,
    sent: play.sent,
    came: play.came,
    ...(play.stderr.length > 0 ? { stderr: play.stderr } : {}),
    ...(play.failure ? { hint: play.failure.hint } : {}),
  }
}

/** Each sentence once, and what was sent and came of a play once, with the first of its sentences. */
function merged(failures: Failure[]): Failure[] {
  const messages = new Set<string>()
  const plays = new Set<string[]>()
  return failures.flatMap(failure => {
    const { message, sent, hint } = failure
    if (messages.has(message)) return []
    messages.add(message)
    if (sent && plays.has(sent)) return [{ message, ...(hint === undefined ? {} : { hint }) }]
    if (sent) plays.add(sent)
    return [failure]
  })
}

/** What a reader of the report has to know of how strong it was. */
function notesOf(one: Case, { subject }: StepOptions): string[] {
  const able = abilities()
  const notes: string[] = []
  for (const tool of one.stronger ?? []) {
    const there = tool === 'strace' ? able.strace !== undefined : able.unshare !== undefined
    const what = tool === 'strace' ? 'system calls watched with strace' : 'a read-only mount in a namespace'
    notes.push(
      there ? `stronger here: ${what}` : `would be stronger with ${what}, which this machine does not offer`,
    )
  }
  const anyState = one.do.some(({ setup }) => setup === 'any')
  if (anyState && !subject.fixtures.dirty)
    notes.push('weaker: without fixtures.dirty the programs have nothing to do')
  if (one.family === 'step' && !(subject.producer && subject.consumer))
    notes.push(`only the ${subject.producer ? 'producer' : 'consumer'} was tried`)
  return notes
}
