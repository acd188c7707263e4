/** Plays what a case says, in order, in a folder of its own: actions go in, transcripts and snapshots come out. */

import type { Item } from '../../protocol/gen/messages.js'
import type { Action } from '../case.js'
import type { Failure } from '../trial.js'
import { abilities } from './abilities.js'
import { type Choice, choose, secretsOf } from './choose.js'
import type { Circumstance } from './launching.js'
import { pictureOf } from './picture.js'
import { type Live, play, type Script } from './play.js'
import { makeScratch, type Scratch } from './scratch.js'
import { type Oddity, STEP, type StartKind, stdinOf } from './stdin.js'
import { endStrays } from './strays.js'
import type { Selection, Subject } from './subject.js'
import { mustRun, runTool } from './tool.js'
import type { Role, Transcript } from './transcript.js'
import type { Limits } from './watch.js'

export interface Scene {
  subject: Subject
  role: Role
  plays: Record<string, Transcript>
  snapshots: Record<string, string[]>
  /** By the name of the check: which selections were in place then. */
  checks: Record<string, Record<string, boolean>>
  /** What the producer had found when the dirty state was set up. */
  found: Item[]
  secrets: string[]
  /** A fixture that could not be used: nothing can be said of the step. */
  trouble: Failure[]
}

export interface Stage {
  subject: Subject
  limits: Limits
  /** The fixtures make the same state each time, and what is found in it depends on nothing else: one look serves all scenes. */
  found?: { items?: Item[] }
}

export interface PlayAction {
  play: string
  as?: Role
  select?: Choice
  attempt?: number
  /** A play before this one: what it has applied is not sent again. */
  after?: string
  start?: StartKind
  with?: Oddity
  feed?: 'whole' | 'bytes' | 'later'
  under?: Circumstance
  until?: 'held' | 'waiting' | 'line'
  then?: ('SIGTERM' | 'SIGKILL' | 'release' | 'leave' | 'feed')[]
}

type Condition = 'slow' | 'strace' | 'mounts'

/** Whether an action or an expectation that says `if` has its place here. */
export function holds(condition: unknown, { fixtures }: Subject): boolean {
  const able: Record<Condition, () => boolean> = {
    slow: () => fixtures.slow !== undefined,
    strace: () => abilities().strace !== undefined,
    mounts: () => abilities().unshare !== undefined,
  }
  return condition === undefined || able[condition as Condition]()
}

export async function playScene(actions: readonly Action[], role: Role, stage: Stage): Promise<Scene> {
  const { subject } = stage
  const scratch = makeScratch()
  const scene: Scene = {
    subject,
    role,
    plays: {},
    snapshots: {},
    checks: {},
    found: [],
    secrets: [],
    trouble: [],
  }
  try {
    for (const action of actions) {
      if (scene.trouble.length > 0) break
      if (holds(action.if, subject)) await act(action, scene, stage, scratch)
    }
  } finally {
    const strays = endStrays(scratch.mark)
    // Whose they are cannot be told where several were played; they are the step's in any case.
    for (const one of Object.values(scene.plays)) one.leftovers.push(...strays)
    await scratch.remove()
  }
  return scene
}

async function act(action: Action, scene: Scene, stage: Stage, scratch: Scratch): Promise<void> {
  if (typeof action.setup === 'string') await setUp(action.setup, scene, stage, scratch)
  else if (typeof action.hook === 'string') await hook(action.hook, scene, scratch)
  else if (typeof action.snapshot === 'string')
    scene.snapshots[action.snapshot] = await snapshot(action.of === 'everything', scene, scratch)
  else if (typeof action.check === 'string') scene.checks[action.check] = await inPlace(scene, scratch)
  else if (typeof action.play === 'string')
    scene.plays[action.play] = await playOne(action as unknown as PlayAction, scene, stage, scratch)
  else if (Array.isArray(action.together))
    await playTwo(action.together as [string, string], scene, stage, scratch)
  else throw new Error(`the suite knows no action ${JSON.stringify(action)}`)
}

async function setUp(state: string, scene: Scene, stage: Stage, scratch: Scratch): Promise<void> {
  const { dirty, clean } = stage.subject.fixtures
  scratch.reset()
  const name = state === 'clean' ? 'clean' : 'dirty'
  const fixture = name === 'clean' ? clean : dirty
  // Any state will do: the folder stays empty.
  if (!fixture) return
  await must(`${name}.setup`, fixture.setup, scene, scratch)
  if (name === 'clean' || scene.role === 'producer' || scene.trouble.length > 0) return
  // Selections carry what the producer found; whether it found it well is for other cases.
  if (!stage.subject.producer) return
  const items =
    stage.found?.items ?? (await playOne({ play: 'look', as: 'producer' }, scene, stage, scratch)).items
  if (stage.found) stage.found.items ??= items
  scene.found = items
  scene.secrets = secretsOf(dirty?.select ?? [], items)
}

async function must(what: string, argv: readonly string[], scene: Scene, scratch: Scratch): Promise<void> {
  const run = await mustRun(what, argv, scene.subject, scratch)
  if (!run.ok) scene.trouble.push(run.error)
}

async function hook(name: string, scene: Scene, scratch: Scratch): Promise<void> {
  const { fixtures } = scene.subject
  const argv = {
    drift: fixtures.drift?.run,
    break: fixtures.break?.run,
    cannotLook: fixtures.cannotLook?.run,
    slow: fixtures.slow?.run,
    release: fixtures.slow?.release,
    late: fixtures.late?.run,
    reboot: fixtures.reboot?.run,
    boot: fixtures.reboot?.boot,
  }[name]
  if (!argv) throw new Error(`the case uses the hook ${name} and does not say that it needs it`)
  await must(name, argv, scene, scratch)
}

/** Everything with times for "changed nothing", content alone for "the same in the end". */
async function snapshot(everything: boolean, scene: Scene, scratch: Scratch): Promise<string[]> {
  const { snapshot } = scene.subject.fixtures
  // A consumer's notes in its own folder are no change to the machine; a producer may not even make notes.
  const folders = everything && scene.role === 'producer' ? [scratch.dir, scratch.stateDir] : [scratch.dir]
  const pictures = folders.flatMap(folder => pictureOf(folder, everything))
  if (!snapshot) return pictures
  const run = await mustRun('snapshot', snapshot, scene.subject, scratch)
  if (!run.ok) {
    scene.trouble.push(run.error)
    return []
  }
  const said = run.value.split('\n').filter(line => line !== '')
  // The step's own word on what counts: files below it may then differ.
  return everything ? [...said, ...pictures] : said
}

async function inPlace(scene: Scene, scratch: Scratch): Promise<Record<string, boolean>> {
  const { dirty } = scene.subject.fixtures
  const found: Record<string, boolean> = {}
  for (const { item } of dirty?.select ?? []) {
    if (!dirty?.verify) continue
    const run = await runTool('dirty.verify', dirty.verify, scene.subject, scratch, item)
    if (!run.ok) scene.trouble.push(run.error)
    else found[item] = run.value.status === 0
  }
  return found
}

async function playOne(
  action: PlayAction,
  scene: Scene,
  stage: Stage,
  scratch: Scratch,
): Promise<Transcript> {
  const { as: role = scene.role } = action
  const sent = selectionsOf(action, role, scene, stage)
  return play({ ...basis(action, role, sent, scene, stage, scratch) }, scriptOf(action, sent, scene, scratch))
}

function selectionsOf(action: PlayAction, role: Role, scene: Scene, stage: Stage): Selection[] {
  if (role === 'producer') return []
  const before = action.after === undefined ? undefined : scene.plays[action.after]
  return choose(action.select ?? 'all', stage.subject, scene.found, before)
}

function basis(
  action: PlayAction,
  role: Role,
  sent: Selection[],
  scene: Scene,
  { subject, limits }: Stage,
  scratch: Scratch,
): Parameters<typeof play>[0] {
  const argv = subject[role]
  if (!argv) throw new Error(`the case plays the ${role}, and there is none`)
  const { start = 'usual', attempt = 1, with: oddity } = action
  const items = [...scene.found, ...Object.values(scene.plays).flatMap(({ items }) => items)]
  return {
    name: action.play,
    role,
    argv,
    cwd: subject.folder,
    stdin: stdinOf({ subject, scratch, role, selections: sent, attempt, found: items, start, oddity }),
    sent,
    step: STEP,
    scratch,
    limits,
    under: action.under,
    ...(action.feed ? { feed: action.feed } : {}),
    inPlace: () => inPlace(scene, scratch),
  }
}

function scriptOf(action: PlayAction, sent: Selection[], scene: Scene, scratch: Scratch): Script {
  return async live => {
    if (action.until === 'held') {
      const item = scene.subject.fixtures.slow?.item
      await live.untilHeld(sent.findIndex(selection => selection.item === item))
    } else if (action.until === 'waiting') await live.untilWaiting()
    else if (action.until === 'line') await live.untilLine()
    for (const step of action.then ?? []) await then(step, live, scene, scratch)
  }
}

async function then(
  step: NonNullable<PlayAction['then']>[number],
  live: Live,
  scene: Scene,
  scratch: Scratch,
): Promise<void> {
  if (step === 'release') await hook('release', scene, scratch)
  else if (step === 'leave') live.leave()
  else if (step === 'feed') live.feed()
  else live.signal(step)
}

/** The first is held up in writing its first line, the second runs from beginning to end, then the first is read. */
async function playTwo(
  [one, other]: [string, string],
  scene: Scene,
  stage: Stage,
  scratch: Scratch,
): Promise<void> {
  const of = (name: string): Parameters<typeof play>[0] =>
    basis(
      { play: name },
      scene.role,
      selectionsOf({ play: name }, scene.role, scene, stage),
      scene,
      stage,
      scratch,
    )
  scene.plays[one] = await play({ ...of(one), under: 'stuffed' }, async live => {
    await live.untilWaiting()
    scene.plays[other] = await play(of(other))
    live.listen()
  })
}
