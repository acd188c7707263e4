/** What is really executed: a program, who it runs as and its limits go in; file, argv and spawn options come out. */

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import type { Limits, Program } from '../manifest/step.js'
import { bubblewrapArgs, type Hold, isAnother } from './bubblewrap.js'
import { type LaunchFailure, toolMissing } from './failure.js'
import { filterFor } from './filter.js'
import { type Identity, mayBecome, self } from './identity.js'
import { machineOf } from './syscalls.js'
import { pathOf, type Tool } from './tools.js'

export type Role = 'producer' | 'consumer'

export interface Command {
  file: string
  args: string[]
  argv0?: string
  uid?: number
  gid?: number
  /** The names of the programs that stand before the step's own, and may fail in its stead. */
  chain: readonly string[]
  /** For bwrap, at its descriptor. */
  filter?: Buffer
}

/**
 * Three ways to become someone, the cheapest that is right. The host itself: nothing to do. A user with no
 * supplementary groups: the ids of spawn, which drops all groups. Anyone else: setpriv, with numeric ids, because spawn
 * cannot set groups; two more execs, about half of a bare start.
 *
 * argv[0] is the configured one except behind a fence, setpriv or prlimit, which pass on the path of the executable.
 */
export function commandFor(
  program: Program,
  identity: Identity,
  role: Role,
  limits: Limits,
  host: Identity = self(),
  where: (tool: Tool) => string | undefined = pathOf,
  hold?: Hold,
  prefix: readonly string[] = [],
): Fallible<Command, LaunchFailure> {
  const allowed = mayBecome(identity, host.uid)
  if (!allowed.ok) {
    return err({
      code: 'sandbox.not-permitted',
      message: allowed.error,
      hint: 'Change the user of the step or of the host.',
    })
  }
  const chain = [...prefix]
  const limiting = limitOptions(limits)
  if (limiting.length > 0) {
    const prlimit = where('prlimit')
    if (!prlimit) return err(toolMissing('prlimit', 'for the limits of a step'))
    chain.push(prlimit, ...limiting, '--')
  }
  const ids: { uid?: number; gid?: number } = {}
  const another = isAnother(host, identity)
  if (hold) {
    const setpriv = where('setpriv')
    if (another && !setpriv) return err(toolMissing('setpriv', `to become ${identity.user}`))
    const aside = host.uid === 0 ? privately(where) : ok([])
    if (!aside.ok) return aside
    chain.push(
      ...aside.value,
      hold.bubblewrap.path,
      ...bubblewrapArgs({ ...hold, program, identity, host, setpriv }),
    )
    const [file, ...args] = [...chain, program.executable, ...program.argv.slice(1)]
    return ok({ file: file!, args, chain: namesIn(chain), filter: filterOf(hold) })
  }
  // A fence is made and entered by the host, so that the user may not be another before.
  if (
    another &&
    prefix.length === 0 &&
    identity.groups.length === 1 &&
    identity.uid !== 0 &&
    !hasInheritable()
  ) {
    ids.uid = identity.uid
    ids.gid = identity.gid
  } else if (another) {
    const setpriv = where('setpriv')
    if (!setpriv) return err(toolMissing('setpriv', `to become ${identity.user}`))
    chain.push(setpriv, ...becoming(identity), '--')
    // It keeps root's capabilities until it executes something, which could then be a file that the user may not
    // execute. So it executes itself once more, with nothing left to overrule permissions.
    chain.push(setpriv, ...(role === 'producer' ? ['--pdeathsig', 'KILL'] : []), '--')
  }
  const [file, ...args] = [...chain, program.executable, ...program.argv.slice(1)]
  if (chain.length > 0) return ok({ file: file!, args, ...ids, chain: namesIn(chain) })
  return ok({ file: file!, args, argv0: program.argv[0] ?? program.executable, ...ids, chain: [] })
}

const STANDERS = new Set(['sh', 'systemd-run', 'prlimit', 'setpriv', 'unshare', 'bwrap'])

const namesIn = (chain: readonly string[]): string[] =>
  [...new Set(chain.map(part => basename(part)))].filter(name => STANDERS.has(name))

/**
 * bwrap lets in what is mounted later, writable as it comes, and a look at an automount is enough for that. A user's
 * producer could write there only to what is the user's; to root nearly everything is.
 */
function privately(where: (tool: Tool) => string | undefined): Fallible<string[], LaunchFailure> {
  const unshare = where('unshare')
  return unshare
    ? ok([unshare, '--mount', '--propagation', 'private', '--'])
    : err(toolMissing('unshare', 'to hold a producer'))
}

/** Seconds between SIGXCPU and SIGKILL. */
const CPU_GRACE = 5

const filters = new Map<string, Buffer>()

function filterOf({ allow }: Hold): Buffer {
  const sockets = { unix: allow.includes('unix-sockets'), network: allow.includes('network') }
  const key = JSON.stringify(sockets)
  const filter = filters.get(key) ?? filterFor(sockets, machineOf()!)
  filters.set(key, filter)
  return filter
}

const becoming = (identity: Identity): string[] => [
  `--reuid=${identity.uid}`,
  `--regid=${identity.gid}`,
  `--groups=${identity.groups.join(',')}`,
  '--inh-caps=-all',
]

function limitOptions(limits: Limits): string[] {
  const both = (name: string, value: number | undefined): string[] =>
    value === undefined ? [] : [`--${name}=${value}:${value}`]
  return [
    ...both('nofile', limits.openFiles),
    ...both('fsize', limits.fileSize),
    ...both('nproc', limits.processes),
    ...both('as', limits.memory),
    // A program may catch the signal, and then has this long to end.
    ...(limits.cpu === undefined ? [] : [`--cpu=${limits.cpu}:${limits.cpu + CPU_GRACE}`]),
  ]
}

let inheritable: boolean | undefined

/** Capabilities in the inheritable set survive a change of uid; some container runtimes start root with them. */
function hasInheritable(): boolean {
  inheritable ??= !/^CapInh:\s*0+$/m.test(readFileSync('/proc/self/status', 'latin1'))
  return inheritable
}
