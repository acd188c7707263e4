/** Keeps units down while a step is not settled, lets them go, and starts those that were wanted. */

import type { Fallible } from '../fallible.js'
import { ok } from '../fallible.js'
import type { StateDirectory } from '../journal/directory.js'
import type { JournalFailure } from '../journal/failure.js'
import { removeHold, writeHold } from '../journal/holds.js'
import { cleanLine } from '../protocol/text.js'
import type { RunEvent } from '../scheduler/event.js'
import type { RunState } from '../scheduler/state.js'
import { stepsHolding } from '../scheduler/units.js'
import type { Context, Systemctl } from './context.js'
import type { OpenedRun } from './opened-run.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { holdPath, resumeUnit } from './units.js'

/** A manager that says nothing for so long is not waited for; and what starts for longer is left to it. */
const answering = 10_000
const starting = 90_000

interface Seen {
  active: boolean
  /** Its start was refused because it was held. */
  refused: boolean
}

/** The file is on the disk when this resolves; the event is to be recorded then. */
export async function hold(
  context: Context,
  directory: StateDirectory,
  state: RunState,
  { unit, steps }: { unit: string; steps: string[] },
): Promise<Fallible<RunEvent, JournalFailure>> {
  const { active, refused } = await look(context.systemctl, unit)
  const written = writeHold(directory, unit, holdText(state, unit, steps))
  if (!written.ok) return written
  const wanted = active || refused || state.holds.get(unit)!.wanted
  return ok({ type: 'unit-held', unit, steps, wanted })
}

/** Why it is free has to be on the disk already. */
export async function release(
  context: Context,
  directory: StateDirectory,
  state: RunState,
  unit: string,
): Promise<Fallible<RunEvent, JournalFailure>> {
  const { active, refused } = await look(context.systemctl, unit)
  const removed = removeHold(directory, unit)
  if (!removed.ok) return removed
  const wanted = refused || state.holds.get(unit)!.wanted
  return ok({ type: 'unit-released', unit, start: wanted && !active && context.systemctl !== null })
}

/**
 * At boot a held unit may wait for the unit that this host runs in, and waiting for it would be without end: then it is
 * only put into the queue.
 */
export async function startUnit({ systemctl }: Context, unit: string): Promise<RunEvent> {
  if (!systemctl) return { type: 'unit-started', unit, ok: false, message: 'systemd is not there' }
  const { stdout } = await systemctl(['show', '--property=ActiveState', '--value', resumeUnit], answering)
  const atBoot = stdout.trim() === 'activating'
  const { status, problem } = await systemctl(
    ['start', ...(atBoot ? ['--no-block'] : []), '--', unit],
    starting,
  )
  return status === 0
    ? { type: 'unit-started', unit, ok: true }
    : { type: 'unit-started', unit, ok: false, message: cleanLine(problem) }
}

export interface Freed {
  unit: string
  /** To be started again, unless it is active. */
  wanted: boolean
}

/** When a run is given up: units of steps that nothing was begun of, and those that were about to be started. */
export function letGo({ directory, state, record }: OpenedRun): Fallible<Freed[], Refusal> {
  const freed: Freed[] = []
  for (const unit of [...state.starting]) {
    freed.push({ unit, wanted: true })
    record({ type: 'unit-started', unit, ok: false, message: 'the run was given up' })
  }
  for (const [unit, { held, wanted }] of state.holds) {
    if (!held || stepsHolding(state, unit, true).length > 0) continue
    const removed = removeHold(directory, unit)
    if (!removed.ok) return { ok: false, error: refusalOfJournal(removed.error) }
    freed.push({ unit, wanted })
    record({ type: 'unit-released', unit, start: false })
  }
  return ok(freed)
}

/** Their run is over, so that nothing of it can be recorded; what did not run only because of it is made good. */
export async function startFreed(context: Context, freed: Freed[]): Promise<void> {
  for (const { unit, wanted } of freed) {
    const { active, refused } = await look(context.systemctl, unit)
    if (!active && (wanted || refused)) await startUnit(context, unit)
  }
}

/** The files say what is waited for, as far as it has come. */
export function tellHolds(directory: StateDirectory, state: RunState): void {
  for (const [unit, { held }] of state.holds)
    if (held) writeHold(directory, unit, holdText(state, unit, stepsHolding(state, unit)))
}

async function look(systemctl: Systemctl | null, unit: string): Promise<Seen> {
  if (!systemctl) return { active: false, refused: false }
  const wanted = ['ActiveState', 'AssertResult', 'AssertTimestampMonotonic']
  const { stdout } = await systemctl(
    ['show', ...wanted.map(name => `--property=${name}`), '--', unit],
    answering,
  )
  const of = (name: string): string =>
    stdout
      .split('\n')
      .find(line => line.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? ''
  // One that was never judged has failed as well, by systemd's account.
  const judged = Number(of('AssertTimestampMonotonic')) > 0
  return {
    active: ['active', 'activating', 'reloading'].includes(of('ActiveState')),
    refused: judged && of('AssertResult') === 'no',
  }
}

function holdText(state: RunState, unit: string, steps: string[]): string {
  const awaited = new Set(steps)
  // What they need may be what the question is about. A set that grows is walked to its end.
  for (const step of awaited) for (const need of state.steps.get(step)?.needs ?? []) awaited.add(need)
  const questions = [...state.questions.values()]
    .filter(({ finding }) => awaited.has(finding.step))
    .map(({ finding }) => `  ${finding.address}: ${cleanLine(finding.item.title)}`)
  const many = steps.length > 1
  return [
    `${unit} must not start while the ${many ? 'steps' : 'step'} ${steps.join(', ')} of run ${state.run} ${many ? 'are' : 'is'} not settled.`,
    ...(questions.length > 0 ? ['It waits for an answer:', ...questions] : []),
    '`edgewise status` shows where the run stands. Edgewise removes this file, and starts the unit again.',
    '',
  ].join('\n')
}

/** What to say of units that stay down although their run is over. */
export const keptDown = (stateDir: string, held: string[]): string[] =>
  held.map(
    unit =>
      `${unit} stays held, for its step was begun and is not settled. When it may start: rm ${holdPath(stateDir, unit)}`,
  )
