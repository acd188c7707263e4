/**
 * What a consumer cannot leave: a scope of systemd, or a cgroup that the host makes, or where there is neither only its
 * process group. Which of them this machine has goes in with a name, and what stands before the program comes out.
 */

import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import type { Limits } from '../manifest/step.js'
import {
  type CgroupLimits,
  cgroupOf,
  isPopulated,
  isThere,
  limitCgroup,
  makeCgroup,
  removeCgroup,
  signalCgroup,
} from './cgroup.js'
import type { Clock } from './clock.js'
import type { LaunchFailure } from './failure.js'
import { runOnce } from './once.js'
import { isAlive, type ProcessId } from './processes.js'
import { pathOf } from './tools.js'

export type Fencing =
  | { by: 'scope'; systemdRun: string }
  /** `within`: the folder in which cgroups can be made. */
  | { by: 'cgroup'; within: string }
  | { by: 'group'; why: string }

export interface Fence {
  /** Stands before the program, and becomes it: its pid is the program's. */
  prefix: string[]
  /** Which limits hold for all its processes together; the others are each process's own. */
  limits: CgroupLimits
  /** The folder of its cgroup, once it is in it. */
  entered(id: ProcessId, clock: Clock): Promise<string | undefined>
  /** When nobody is in it any more. */
  remove(): void
}

/** Goes in before it becomes the program, so that nothing is started outside. */
const ENTER =
  '{ echo 0 >"$0/cgroup.procs"; } 2>/dev/null || { echo "edgewise-fence: $0" >&2; exit 126; }; unset PWD OLDPWD SHLVL; exec "$@"'

/** After SIGKILL only the kernel can still hold a process. */
const GIVE_UP_MS = 5000

/** Milliseconds between two looks whether systemd has moved it. */
const LOOK_MS = 2

/** A manager that has not moved it by then is waited for no longer: then it is told by its group alone. */
const ANSWER_MS = 30_000

/** Once for a host. A cgroup is tried, not guessed from what is installed; systemd is believed where it manages the machine. */
export async function findFencing(uid: number): Promise<Fencing> {
  const systemdRun = pathOf('systemd-run')
  if (!pathOf('setpriv')) return { by: 'group', why: 'setpriv is not installed (util-linux)' }
  // A user's own manager is spoken to through variables that a step's environment does not have.
  if (existsSync('/run/systemd/system') && systemdRun && uid === 0) return { by: 'scope', systemdRun }
  const own = cgroupOf('self')
  if (own === undefined) return { by: 'group', why: 'no cgroup file system of version 2 is mounted' }
  const probe = join(own, `edgewise-probe-${process.pid}`)
  if (!makeCgroup(probe)) return { by: 'group', why: `no cgroup can be made in ${own}` }
  const { status, problem } = await runOnce('/bin/sh', ['-c', ENTER, probe, 'true'])
  removeCgroup(probe)
  if (status === 0) return { by: 'cgroup', within: own }
  return { by: 'group', why: `no process can be moved into a cgroup of ${own} (${problem})` }
}

/** `name` is one start's alone: letters, digits and `. _ : -`. Undefined where there is only the process group. */
export async function fenceFor(
  fencing: Fencing,
  name: string,
  { memory, processes }: Limits,
  clock: Clock,
): Promise<Fallible<Fence | undefined, LaunchFailure>> {
  const wanted: CgroupLimits = {
    ...(memory === undefined ? {} : { memory }),
    ...(processes === undefined ? {} : { processes }),
  }
  if (fencing.by === 'scope') return ok(scope(fencing.systemdRun, name, wanted))
  if (fencing.by === 'group') return ok(undefined)
  const folder = join(fencing.within, name)
  if (isThere(folder)) await clear(folder, clock)
  if (!makeCgroup(folder))
    return err({
      code: 'sandbox.fence',
      message: `The cgroup ${folder} for it could not be made${isPopulated(folder) ? ', because an earlier start of it is still there' : ''}.`,
      hint: `See who is in it (cat ${folder}/cgroup.procs), end them, and try again.`,
    })
  return ok({
    prefix: ['/bin/sh', '-c', ENTER, folder],
    limits: limitCgroup(folder, wanted),
    entered: async () => folder,
    remove: () => removeCgroup(folder),
  })
}

/** A host died before its journal knew of this start: whoever is in there was told nothing, and did nothing. */
async function clear(folder: string, clock: Clock): Promise<void> {
  for (const end = clock.now() + GIVE_UP_MS; isPopulated(folder) && clock.now() < end; ) {
    signalCgroup(folder, 'SIGKILL')
    await new Promise<void>(look => clock.after(LOOK_MS, look))
  }
  removeCgroup(folder)
}

function scope(systemdRun: string, name: string, limits: CgroupLimits): Fence {
  const unit = `${name}.scope`
  const properties = [
    // What it has in hand is finished, also when the machine goes down: it is the host that ends it.
    'KillSignal=SIGCONT',
    'TimeoutStopSec=infinity',
    ...(limits.memory === undefined ? [] : [`MemoryMax=${limits.memory}`, 'MemorySwapMax=0']),
    ...(limits.processes === undefined ? [] : [`TasksMax=${limits.processes}`]),
  ]
  return {
    prefix: [
      systemdRun,
      ...['--scope', '--quiet', '--collect', '--no-ask-password', `--unit=${unit}`],
      ...properties.map(each => `--property=${each}`),
      '--',
    ],
    limits,
    async entered(id, clock) {
      for (const end = clock.now() + ANSWER_MS; isAlive(id) && clock.now() < end; ) {
        const folder = cgroupOf(id.pid)
        if (folder !== undefined && basename(folder) === unit) return folder
        await new Promise<void>(look => clock.after(LOOK_MS, look))
      }
      return undefined
    },
    remove() {},
  }
}

/** Which limits hold for all processes of a fence together: tried, where the host makes it. */
export async function canLimit(fencing: Fencing): Promise<(keyof CgroupLimits)[]> {
  if (fencing.by === 'scope') return ['memory', 'processes']
  if (fencing.by === 'group') return []
  const probe = join(fencing.within, `edgewise-probe-${process.pid}`)
  if (!makeCgroup(probe)) return []
  const taken = limitCgroup(probe, { memory: 1 << 30, processes: 100 })
  removeCgroup(probe)
  return (['memory', 'processes'] as const).filter(name => taken[name] !== undefined)
}
