/** The reboot that a run waits for: whether it has happened, and, where the host may, telling the machine to. */

import type { JournalFailure } from '../journal/failure.js'
import type { Writer } from '../journal/writer.js'
import { runOnce } from '../sandbox/once.js'
import { pathOf } from '../sandbox/tools.js'
import type { RunEvent } from '../scheduler/event.js'
import { fold } from '../scheduler/fold.js'
import type { Action, Plan, RebootPolicy } from '../scheduler/model.js'
import { reachedBarriers } from '../scheduler/node.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'

export interface Rebooting {
  /** What to do at a barrier; absent, what was said before, and `ask` where nothing was. */
  reboot?: RebootPolicy
  /** Asks somebody, where the policy is to ask. Absent: nobody is there. */
  confirmReboot?: (command: string[]) => Promise<boolean>
}

/** What reboots the machine unless the manifest says otherwise. */
const command = ['systemctl', 'reboot']

export const rebootCommand = (plan: Plan): string[] => plan.reboot?.argv ?? command

export async function rebootAwaited(state: RunState, context: Context): Promise<RunEvent> {
  const soft = await context.softReboots()
  return {
    type: 'reboot-awaited',
    boot: context.bootId(),
    ...(soft === null ? {} : { softReboots: soft }),
    barrier: reachedBarriers(state)[0]?.id ?? null,
  }
}

/** The kernel is the one that ran before, and yet everything was started anew. Who did not count cannot tell. */
export const hasSoftlyRebooted = ({ awaitedSoft }: RunState, soft: number | null): boolean =>
  awaitedSoft !== null && soft !== null && soft > awaitedSoft

/** Before anything is begun: what was asked for contradicts itself, or could not be gone on with after the reboot. */
export function refuseReboot(action: Action, reboot: RebootPolicy | undefined): Refusal | undefined {
  if (reboot !== 'auto' || action === 'switch') return undefined
  const why = {
    boot: 'leaves the reboot to whoever reboots the machine next',
    test: 'changes nothing that would outlive a reboot',
  }
  return {
    code: 'host.reboot-policy',
    status: status.usage,
    message: `--reboot auto does not go with --action ${action}, which ${why[action]}.`,
    hint: 'Leave one of them out.',
  }
}

/** A journal that is gone after the reboot cannot say how to go on. */
export function refuseVolatile(context: Context, plan: Plan): Refusal | undefined {
  const kept = context.lasting(context.stateDir)
  const { length } = plan.graph.barriers
  if (kept.is === 'volatile' && length > 0)
    return {
      code: 'state.volatile',
      status: status.usage,
      message: `The plan needs ${length === 1 ? 'a reboot' : `${length} reboots`}, and ${context.stateDir} would not outlast it: it is on ${kept.what}. Nothing was committed.`,
      hint: 'Name a folder on a disk with --state-dir.',
    }
  if (kept.is === 'unsure' && (length > 0 || kept.what !== 'an overlay'))
    context.emit({
      type: 'notice',
      code: 'state.unsure',
      message:
        kept.what === 'an overlay'
          ? `${context.stateDir} is on an overlay; whether it outlasts a reboot cannot be told from here.`
          : `${context.stateDir} is on ${kept.what}: what is acknowledged is as safe as the server keeps it, and after a reboot the run can only go on once it is mounted.`,
      hint: 'A folder on a local disk is safer; --state-dir names one.',
    })
  return undefined
}

/**
 * Where nothing else holds up the reboot that a run waits for, and it may: the intent is made durable, then the command runs. A command
 * that fails is on record, and the run waits on. The failure is the journal's.
 */
export async function rebootIfDue(
  context: Context,
  state: RunState,
  writer: Writer,
  confirm?: Rebooting['confirmReboot'],
): Promise<JournalFailure | null> {
  if (state.status !== 'waiting' || !state.rebootDue) return null
  if (context.interruption.level > 0 || state.plan.action !== 'switch') return null
  if (state.rebootPolicy === 'never') return null
  const kept = context.lasting(context.stateDir)
  if (kept.is === 'volatile') {
    context.emit({
      type: 'notice',
      code: 'state.volatile',
      message: `The machine is not told to reboot: ${context.stateDir} is on ${kept.what}, and the run would be lost.`,
      hint: 'Copy the folder to a disk, reboot, and resume with --state-dir.',
    })
    return null
  }
  const argv = rebootCommand(state.plan)
  if (state.rebootPolicy === 'ask' && !(await confirm?.(argv))) return null

  const record = (event: RunEvent): JournalFailure | null => {
    fold(state, event)
    writer.append(event)
    const durable = writer.flush()
    if (durable.ok) context.emit(event)
    return durable.ok ? null : durable.error
  }
  const failure = record({ type: 'reboot-asked', command: argv })
  if (failure) return failure
  const problem = await run(context, state.plan, argv)
  return problem === null ? null : record({ type: 'reboot-refused', message: problem })
}

/** Why it failed, or null. When the machine goes down while the command still waits, the host ends first. */
async function run(context: Context, plan: Plan, argv: string[]): Promise<string | null> {
  const path = plan.reboot?.executable ?? pathOf('systemctl')
  if (path === undefined) return `${argv[0]} is not on this machine`
  const stop = new AbortController()
  const deaf = context.interruption.onChange(() => stop.abort())
  const ran = await runOnce(path, argv.slice(1), {
    env: plan.reboot?.env ?? {},
    signal: stop.signal,
  })
  deaf()
  if (ran.status === 0 || stop.signal.aborted) return null
  return `${argv.join(' ')}: ${ran.problem}`
}
