/** Commits a plan and carries it out: from here on only along defined edges, the journal first. */

import type { Answers } from '../choice/answers.js'
import { err, type Fallible, ok } from '../fallible.js'
import { findStateDirectory, openStateDirectory, type StateDirectory } from '../journal/directory.js'
import { type Lock, takeLock } from '../journal/lock.js'
import { appliedPlan, createRun, newRunId, openRun, type RunFolder } from '../journal/runs.js'
import { openWriter } from '../journal/writer.js'
import type { RunEvent } from '../scheduler/event.js'
import { fold } from '../scheduler/fold.js'
import type { Plan, Prediction } from '../scheduler/model.js'
import type { RunState } from '../scheduler/state.js'
import { interrupted } from './check.js'
import { readAnswers } from './choose.js'
import type { Context } from './context.js'
import { Desk, type DeskOptions, type Waiting } from './desk.js'
import { drive } from './drive.js'
import { type Identities, resolveIdentities } from './identities.js'
import { plan as makePlan, type PlanOptions } from './plan.js'
import { readPlan } from './plan-file.js'
import { probe } from './probe.js'
import { type Rebooting, rebootIfDue, refuseReboot, refuseVolatile } from './reboot.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { renew } from './saved-plan.js'
import { learnSecrets } from './scrub.js'
import { type Status, status } from './status.js'
import { stepDirs } from './step-dirs.js'
import { refuseIfPlanted } from './trust.js'

export interface ApplyOptions extends Omit<PlanOptions, 'manifest'>, Waiting, Rebooting {
  /** Path of a manifest; or of a plan, with `saved`. */
  manifest?: string
  /** Path of a plan that was saved. */
  saved?: string
  /** With `saved`: the id of the run to be, for a plan that was looked over just now and is not looked at again. */
  run?: string
  /** Carries the plan in another process; where it answers undefined, it is committed here. */
  elsewhere?: (plan: Plan) => Promise<Fallible<RunReport, Refusal> | undefined>
  /** The last look before commit. Absent: nobody is asked. */
  confirm?: (plan: Plan) => Promise<boolean>
}

export interface RunReport {
  /** Null where there was nothing to do, and so no run. */
  run: string | null
  folder: RunFolder | null
  plan: Plan
  prediction: Prediction
  state: RunState | null
  /** Another process carries it on. */
  goesOn?: true
  /** Milliseconds from the commit to the end, or since the run was resumed. */
  took: number
  /** Milliseconds since the commit by the wall clock; absent where this command made it. */
  sinceCommit?: number
  status: Status
}

export async function apply(context: Context, options: ApplyOptions): Promise<Fallible<RunReport, Refusal>> {
  const free = refuseIfOpen(context)
  if (!free.ok) return free
  let answers: Answers | undefined
  const onAnswers = (read: Answers): void => {
    answers = read
  }
  const ready = await readyPlan(context, { ...options, onAnswers })
  if (!ready.ok) return ready
  const { plan, identities } = ready.value
  const early = refuseReboot(plan.action, options.reboot) ?? refuseVolatile(context, plan)
  if (early) return err(early)

  const hasWork = plan.unpredicted.length > 0 || plan.graph.tasks.some(task => task.selections.length > 0)
  const deferred = plan.choices.some(choice => choice.answer.kind === 'later')
  if (!hasWork && !deferred && plan.left.length > 0) return err(nothingLeft(plan))
  if (!hasWork && !deferred)
    return ok({
      run: null,
      folder: null,
      plan,
      prediction: plan.prediction,
      state: null,
      took: 0,
      status: status.ok,
    })
  if (options.confirm && !(await options.confirm(plan)))
    return err({
      code: 'host.cancelled',
      status: status.interrupted,
      message: 'Not committed; nothing was changed.',
    })
  // It may have come while files were digested, or while somebody thought about it.
  if (context.interruption.level > 0) return err(interrupted(context))
  const carried = await options.elsewhere?.(plan)
  const desk = { choosing: options, answers, run: options.run }
  return carried ?? commit(context, plan, identities, desk, options)
}

/** "Nothing to do" would hide that there is something, and that it cannot be done. */
function nothingLeft({ left, prediction }: Plan): Refusal {
  const blocked = left.some(({ reason }) => reason.startsWith('blocked'))
  return {
    code: 'host.nothing-left',
    status: blocked ? status.blocked : status.undecided,
    message: 'All that has something to do is left out; nothing was committed.',
    details: left.map(({ step, reason }) => `${step}: ${reason}`),
    hint: 'Mend or choose what is named, then apply again.',
    prediction,
  }
}

/** Fails early, and again under the lock. */
function refuseIfOpen(context: Context): Fallible<StateDirectory | null, Refusal> {
  const directory = probe(context)
  if (!directory.ok) return directory
  if (!directory.value) return ok(null)
  const open = openRun(directory.value)
  if (!open.ok) return err(refusalOfJournal(open.error))
  return open.value ? err(runIsOpen(open.value.run)) : ok(directory.value)
}

const runIsOpen = (run: string): Refusal => ({
  code: 'host.run-open',
  status: status.busy,
  message: `Run ${run} is open on this machine; nothing was started.`,
  hint: '`edgewise status` shows where it stands, `edgewise resume` goes on with it.',
})

async function readyPlan(
  context: Context,
  options: ApplyOptions,
): Promise<Fallible<{ plan: Plan; identities: Identities }, Refusal>> {
  if (options.saved === undefined) {
    const planned = await makePlan(context, { ...options, manifest: options.manifest ?? 'transition.yaml' })
    return planned.ok
      ? ok({ plan: planned.value.plan, identities: planned.value.report.identities })
      : planned
  }
  const saved = readPlan(options.saved)
  if (!saved.ok) return saved
  const applied = refuseIfApplied(context, saved.value.digest)
  if (applied.ok && options.run !== undefined) return asPlanned(context, saved.value, options)
  return applied.ok ? renew(context, options.saved, saved.value, options) : applied
}

/** What was looked at, chosen and confirmed in the process that hands it over is not looked at once more. */
async function asPlanned(
  context: Context,
  plan: Plan,
  options: ApplyOptions,
): Promise<Fallible<{ plan: Plan; identities: Identities }, Refusal>> {
  const answers = await readAnswers(context, options)
  if (!answers.ok) return answers
  const identities = await resolveIdentities(context, plan.steps)
  if (!identities.ok) return identities
  const safe = refuseIfPlanted(plan.steps, identities.value)
  return safe.ok ? ok({ plan, identities: identities.value }) : safe
}

function refuseIfApplied(context: Context, digest: string): Fallible<void, Refusal> {
  const directory = findStateDirectory(context.stateDir, { uid: context.uid })
  if (!directory.ok) return err(refusalOfJournal(directory.error))
  const before = directory.value ? appliedPlan(directory.value, digest) : ok(null)
  if (!before.ok) return err(refusalOfJournal(before.error))
  if (!before.value) return ok(undefined)
  return err({
    code: 'plan.applied',
    status: status.stale,
    message: `This plan was applied already, in run ${before.value.run}.`,
    hint: 'A plan is applied once. Make a new one with `edgewise plan -o FILE`.',
  })
}

async function commit(
  context: Context,
  plan: Plan,
  identities: Identities,
  desk: Omit<DeskOptions, 'directory'> & { run?: string | undefined },
  rebooting: Rebooting,
): Promise<Fallible<RunReport, Refusal>> {
  const directory = openStateDirectory(context.stateDir, { uid: context.uid })
  if (!directory.ok) return err(refusalOfJournal(directory.error))
  const lock = takeLock(directory.value, { since: context.now().toISOString(), command: 'apply' })
  if (!lock.ok) return err(refusalOfJournal(lock.error, status.busy))
  try {
    return await committed(context, plan, identities, desk, directory.value, lock.value, rebooting)
  } finally {
    lock.value.release()
  }
}

async function committed(
  context: Context,
  plan: Plan,
  identities: Identities,
  desk: Omit<DeskOptions, 'directory'> & { run?: string | undefined },
  directory: StateDirectory,
  held: Lock,
  { reboot, confirmReboot }: Rebooting,
): Promise<Fallible<RunReport, Refusal>> {
  // Somebody may have committed between the first look and the lock.
  const open = openRun(directory)
  if (!open.ok) return err(refusalOfJournal(open.error))
  if (open.value) return err(runIsOpen(open.value.run))
  const applied = refuseIfApplied(context, plan.digest)
  if (!applied.ok) return applied

  const own = stepDirs(directory, plan.steps, identities)
  if (!own.ok) return own
  const run = desk.run ?? newRunId(context.now(), context.random())
  const folder = createRun(directory, run)
  if (!folder.ok) return err(refusalOfJournal(folder.error))
  const writer = openWriter(folder.value.journal, {
    sync: context.journal,
    clock: () => context.now().toISOString(),
    boot: context.bootId(),
    host: context.version,
    held: () => held.isHeld(),
  })
  if (!writer.ok) return err(refusalOfJournal(writer.error))

  const begun = context.clock.now()
  const first: RunEvent = {
    type: 'run-committed',
    run,
    plan,
    who: context.who,
    ...(reboot ? { reboot } : {}),
    ...(identities.holding.unconfined === null ? {} : { unconfined: identities.holding.unconfined }),
  }
  writer.value.append(first)
  const durable = writer.value.flush()
  if (!durable.ok) return err(refusalOfJournal(durable.error))
  const state = fold(null, first)
  context.emit(first)

  learnSecrets(plan.choices, context.secrets)
  const driven = await drive(state, {
    context,
    identities,
    directory,
    folder: folder.value,
    stepDirs: own.value,
    writer: writer.value,
    desk: new Desk(context, { ...desk, directory }),
  })
  const failure = driven ?? (await rebootIfDue(context, state, writer.value, confirmReboot))
  writer.value.close()
  if (failure) return err(refusalOfJournal(failure))
  return ok({
    run,
    folder: folder.value,
    plan,
    prediction: plan.prediction,
    state,
    took: context.clock.now() - begun,
    status: statusOf(state, context),
  })
}

/** The first that holds: a wish to stop, a failure, a choice, a reboot. */
export function statusOf(state: RunState, context: Context): Status {
  if (state.status === 'completed') return status.ok
  if (state.status === 'abandoned') return status.abandoned
  // The signal is the machine going down, as it was told to.
  if (state.rebootAsked) return status.reboot
  const { signal } = context.interruption
  if (signal !== null) return signal === 'SIGTERM' ? status.terminated : status.interrupted
  if (state.status !== 'waiting') return status.interrupted
  if (state.waitingFor === 'failure') return status.failed
  return state.waitingFor === 'choice' ? status.choice : status.reboot
}
