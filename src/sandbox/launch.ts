/** Starts a program: who, what, with which limits and where its output goes come in; a running program comes out. */

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { err, type Fallible, ok } from '../fallible.js'
import type { Limits, Program, Timeouts } from '../manifest/step.js'
import { exitBehindBubblewrap, FILTER_FD, type Hold } from './bubblewrap.js'
import { type CgroupLimits, fenced, hitsIn } from './cgroup.js'
import { type Clock, realClock } from './clock.js'
import { type Command, commandFor, type Role } from './command.js'
import { deadlines } from './deadlines.js'
import { GRACE_MS, ladder } from './ending.js'
import { environmentFor } from './environment.js'
import { chainFailure, failureOf, type LaunchFailure } from './failure.js'
import { type Fence, type Fencing, fenceFor } from './fence.js'
import { bearersOf, keepGuard, type Mark, mark } from './guard.js'
import type { Identity } from './identity.js'
import { piped, pipedLog } from './output.js'
import { groupOf, statOf } from './processes.js'
import { type Running, running } from './running.js'
import { closeSinks, openSinks, removeSinks, type Sinks } from './sinks.js'

export type Stdio = 'pipe' | { file: string }

export interface LaunchSpec {
  program: Program
  identity: Identity
  role: Role
  limits: Limits
  timeouts: Timeouts
  /** Absent: it may do what its user may. */
  hold?: Hold
  /** For a consumer. `name`: of this start alone. Absent: only its process group can be ended. */
  fence?: { fencing: Fencing; name: string }
  /** Pipes for producers, which must leave nothing on disk; new files for consumers, which must outlive their host. */
  stdout: Stdio
  stderr: Stdio
  /** Called with bytes that are good only until it returns. */
  onStdout(chunk: Uint8Array): void
  /** A consumer is not ended for being quiet, only told of; repeated at each idle time. */
  onQuiet?(quietMs: number): void
  /** Milliseconds between SIGTERM and SIGKILL. */
  grace?: number
  clock?: Clock
}

/** The shape of `child_process.spawn`, so that the benchmark can put another launcher in its place. */
export type Spawner = (file: string, args: string[], options: SpawnOptions) => ChildProcess

/** Programs are started with the usual umask, whatever the host's is. */
const UMASK = 0o022

/**
 * Readers are attached in the tick of the spawn, or output would be lost. `child_process.spawn` and not execa: nothing
 * of what execa adds is used here, and it costs four fifths of a bare start again (bench/start.mjs measures both).
 */
export async function launch(
  spec: LaunchSpec,
  spawner: Spawner = spawn,
): Promise<Fallible<Running, LaunchFailure>> {
  const { clock = realClock } = spec
  const made = spec.fence && (await fenceFor(spec.fence.fencing, spec.fence.name, spec.limits, clock))
  if (made && !made.ok) return made
  const fence = made?.value
  const launched = await within(fence, spec, spawner)
  if (!launched.ok) fence?.remove()
  return launched
}

async function within(
  fence: Fence | undefined,
  spec: LaunchSpec,
  spawner: Spawner,
): Promise<Fallible<Running, LaunchFailure>> {
  const { program, identity, role, hold, clock = realClock } = spec
  const { processes, ...limits } = spec.limits
  const own = fence?.limits.processes === undefined ? spec.limits : limits
  const command = commandFor(program, identity, role, own, undefined, undefined, hold, fence?.prefix)
  if (!command.ok) return command
  const marked = mark()
  const heard = { anything: false }
  const onStdout = (chunk: Uint8Array): void => {
    heard.anything = true
    spec.onStdout(chunk)
  }
  const sinks = openSinks(spec, onStdout)
  if (!sinks.ok) return sinks
  let child: ChildProcess
  try {
    child = start(command.value, spec, marked, sinks.value, spawner)
  } catch (error) {
    removeSinks(sinks.value)
    return err(failureOf(error, program, identity))
  }
  closeSinks(sinks.value)
  if (child.pid !== undefined && command.value.filter) handOver(child, command.value.filter)
  if (child.pid === undefined) {
    // Node says why in its next tick. Out of descriptors it has not even made the streams.
    const error = await new Promise<Error>(resolve => child.once('error', resolve))
    removeSinks(sinks.value)
    return err(failureOf(error, program, identity))
  }
  const { chain } = command.value
  const failed = (status: number | null, lines: () => string[]): LaunchFailure | undefined =>
    heard.anything
      ? undefined
      : chainFailure(status, lines, { program, identity, chain, isFenced: started.cgroup !== undefined })
  const started = attach(child, child.pid, spec, marked, sinks.value, onStdout, failed, fence)
  const cgroup = await fence?.entered(started, clock)
  if (cgroup !== undefined) started.cgroup = cgroup
  return ok(started)
}

function start(
  command: Command,
  spec: LaunchSpec,
  marked: Mark,
  sinks: Sinks,
  spawner: Spawner,
): ChildProcess {
  const { file, args, argv0, uid, gid } = command
  const umask = process.umask(UMASK)
  try {
    return spawner(file, args, {
      ...(argv0 === undefined ? {} : { argv0 }),
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
      cwd: spec.program.cwd,
      env: {
        ...environmentFor(spec.identity, spec.program.env),
        ...(spec.role === 'producer' && !spec.hold ? marked : {}),
        // Node adds its own unless the name is there.
        NODE_V8_COVERAGE: undefined,
      },
      // A session of its own: no controlling terminal, and one group to end.
      detached: true,
      stdio: [
        'pipe',
        sinks.stdout?.fd ?? 'pipe',
        sinks.stderr?.fd ?? 'pipe',
        ...(command.filter ? (['pipe'] as const) : []),
      ],
    })
  } finally {
    process.umask(umask)
  }
}

function handOver(child: ChildProcess, filter: Buffer): void {
  const pipe = child.stdio[FILTER_FD] as Writable
  // EPIPE: bwrap has failed, and says on stderr why.
  pipe.on('error', () => {})
  pipe.end(filter)
}

function attach(
  child: ChildProcess,
  pid: number,
  spec: LaunchSpec,
  marked: Mark,
  sinks: Sinks,
  onStdout: (chunk: Uint8Array) => void,
  failed: (status: number | null, lines: () => string[]) => LaunchFailure | undefined,
  fence: Fence | undefined,
): Running {
  const { role, clock = realClock, grace = GRACE_MS } = spec
  const id = { pid, startTime: statOf(pid)?.startTime ?? '' }
  const producer = role === 'producer'
  // Who is held cannot leave, and ends with bwrap, which ends with the host.
  const held = spec.hold !== undefined
  const group = fenced(groupOf(id), () => self.cgroup)
  const steps = ladder(id, role, clock, grace, () => (held ? [] : bearersOf(marked)), held, group)
  if (producer && !held) keepGuard()
  const hits = new Set<keyof CgroupLimits>()
  const self = running({
    child,
    id,
    stdout: sinks.stdout?.output ?? piped(child.stdout!, onStdout, clock),
    stderr: sinks.stderr?.output ?? pipedLog(child.stderr!, clock),
    deadlines: deadlines(spec.timeouts, clock, {
      idle: ms => (producer ? steps.cancel('idle') : spec.onQuiet?.(ms)),
      total: () => steps.cancel('total'),
    }),
    ladder: steps,
    failure: failed,
    exitOf: held ? exitBehindBubblewrap : exit => exit,
    fence: {
      look() {
        if (self.cgroup !== undefined) for (const hit of hitsIn(self.cgroup)) hits.add(hit)
      },
      hits: () => [...hits],
      remove: () => fence?.remove(),
    },
  })
  return self
}
