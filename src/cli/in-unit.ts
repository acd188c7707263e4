/** Where `apply` and `resume` carry a run: here, or in a transient unit of systemd that outlives the terminal. */

import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import type { RunReport } from '../host/apply.js'
import { Onlooker } from '../host/look-on.js'
import { writePlan } from '../host/plan-file.js'
import { readRun, recordsOf } from '../host/read-run.js'
import type { Refusal } from '../host/refusal.js'
import { refusalOfJournal } from '../host/refusal-of-journal.js'
import { status } from '../host/status.js'
import {
  belongsInUnit,
  isSystemd,
  mainProcess,
  onPath,
  startUnit,
  tiedToThisProcess,
  type Unit,
  unitOf,
  watchUnit,
} from '../host/unit.js'
import { openStateDirectory } from '../journal/directory.js'
import { lockHolder } from '../journal/lock.js'
import { newRunId } from '../journal/runs.js'
import type { Plan } from '../scheduler/model.js'
import { askingOf } from './choosing.js'
import type { SharedFlags } from './main.js'
import type { Session } from './session.js'

/** Undefined: it is carried here. */
type Elsewhere<T> = Promise<Fallible<T, Refusal> | undefined>

/** The program that starts units, where one is to be started. */
function starter(session: Session, flags: SharedFlags): Fallible<string | undefined, Refusal> {
  const { context } = session
  const wish = flags.foreground ? 'foreground' : flags.unit ? 'unit' : undefined
  const { stdin, stdout, stderr } = process
  const terminal = Boolean(stdin.isTTY || stdout.isTTY || stderr.isTTY)
  const { uid } = context
  if (!belongsInUnit({ uid, systemd: isSystemd(), terminal, ...(wish ? { wish } : {}) })) return ok(undefined)
  const program = onPath('systemd-run')
  if (program !== undefined || wish === undefined) return ok(program)
  return err({
    code: 'host.unit',
    status: status.usage,
    message: 'There is no program systemd-run here, and so no unit to run in; nothing was started.',
    hint: 'Leave --unit out.',
  })
}

/** The plan is made and looked over here, then committed and carried there. */
export function applyingElsewhere(
  session: Session,
  flags: SharedFlags,
): ((plan: Plan) => Elsewhere<RunReport>) | undefined {
  const found = starter(session, flags)
  if (found.ok && found.value === undefined) return undefined
  return async plan => {
    if (!found.ok) return found
    const { context } = session
    const tied = tiedToThisProcess(plan, flags.answers)
    if (tied !== null) {
      context.emit({
        type: 'notice',
        code: 'host.unit',
        message: `The run stays in this terminal and ends with it, for ${tied}.`,
      })
      return undefined
    }
    const directory = openStateDirectory(context.stateDir, { uid: context.uid })
    if (!directory.ok) return err(refusalOfJournal(directory.error))
    const run = newRunId(context.now(), context.random())
    const file = join(directory.value.runs, `${run}.plan`)
    const written = writePlan(file, plan)
    if (!written.ok) return written
    try {
      const words = ['apply', file, '--run', run, '--yes', '--action', plan.action]
      return await carried(session, flags, found.value!, { run, words, seen: 0, name: plan.name })
    } finally {
      rmSync(file, { force: true })
    }
  }
}

export async function resumingElsewhere(
  session: Session,
  flags: SharedFlags & { changedPrograms?: true },
): Elsewhere<RunReport> {
  const { context } = session
  const found = starter(session, flags)
  if (!found.ok || found.value === undefined) return found.ok ? undefined : found
  if (tiedToThisProcess({ choices: [] }, flags.answers) !== null) return undefined
  const read = readRun(context)
  if (!read.ok) return undefined
  const { state, folder, directory } = read.value
  const holder = lockHolder(directory)
  // Whoever cannot go on says why, and says it here.
  if (holder && (isMoreThanLooking(flags) || (await mainProcess(unitOf(state.run))) !== holder.pid))
    return undefined
  const past = recordsOf(context, folder)
  if (!past.ok) return past
  for (const { event } of past.value) session.reporter.learn(event)
  if (holder) {
    const unit = watchUnit(unitOf(state.run), () => lockHolder(directory)?.pid === holder.pid)
    const message = `The run goes on in the unit ${unit.name} since ${holder.since}; this terminal looks on.`
    context.emit({ type: 'notice', code: 'host.unit', message })
    return lookingOn(session, state.run, past.value.length, unit)
  }
  const words = ['resume', ...(flags.changedPrograms ? ['--changed-programs'] : [])]
  return carried(session, flags, found.value, {
    run: state.run,
    words,
    seen: past.value.length,
    name: state.plan.name,
  })
}

/** What was asked of a host that goes on, one that runs already cannot be told. */
const isMoreThanLooking = (flags: SharedFlags & { changedPrograms?: true }): boolean =>
  flags.accept !== 'none' ||
  flags.waive.length > 0 ||
  [flags.answers, flags.changedPrograms, flags.jobs, flags.reboot, flags.onWait].some(
    flag => flag !== undefined,
  )

interface Carried {
  run: string
  words: string[]
  /** Records that were shown already. */
  seen: number
  name: string
}

function carried(
  session: Session,
  flags: SharedFlags,
  systemdRun: string,
  { run, words, seen, name }: Carried,
): Promise<Fallible<RunReport, Refusal>> {
  const { context } = session
  const { ask } = askingOf(session)
  const argv = [
    process.execPath,
    process.argv[1]!,
    ...words,
    '--foreground',
    '--no-input',
    '--state-dir',
    context.stateDir,
    '--accept',
    flags.accept,
    ...(flags.answers === undefined ? [] : ['--answers', resolve(flags.answers)]),
    ...flags.waive.flatMap(({ address, reason }) => ['--waive', `${address}=${reason}`]),
    ...(flags.jobs === undefined ? [] : ['--jobs', String(flags.jobs)]),
    ...(flags.allowUnconfinedProducers ? ['--allow-unconfined-producers'] : []),
    ...(flags.reboot === undefined ? [] : ['--reboot', flags.reboot]),
    // Whoever is asked here answers there.
    ...(flags.wait || ask ? ['--wait'] : []),
    ...(flags.onWait === undefined ? [] : ['--on-wait', flags.onWait]),
  ]
  const unit = startUnit(systemdRun, {
    unit: unitOf(run),
    description: `edgewise ${words[0]} ${name}`,
    cwd: process.cwd(),
    env: process.env,
    login: context.who.login,
    argv,
  })
  context.emit({
    type: 'notice',
    code: 'host.unit',
    message: `The run goes on in the unit ${unit.name}, whatever becomes of this terminal.`,
  })
  return lookingOn(session, run, seen, unit)
}

function lookingOn(session: Session, run: string, seen: number, unit: Unit) {
  session.onlyLooksOn()
  return new Onlooker(session.context, run, seen, askingOf(session).ask).follow(unit)
}
