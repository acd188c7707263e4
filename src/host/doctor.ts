/** What this machine can make sure of, each thing tried and not guessed, and how to get what is missing. */

import { canLimit } from '../sandbox/fence.js'
import { packageOf, pathOf, type Tool } from '../sandbox/tools.js'
import type { Context } from './context.js'

export interface Ability {
  name: string
  /** `needed` is missing and nothing starts without it; `less`: it goes on, and promises less. */
  is: 'there' | 'less' | 'needed'
  /** One sentence without a full stop: what is so. */
  what: string
  /** How to get it. */
  hint?: string
}

export async function examine(context: Context): Promise<Ability[]> {
  const [held, fencing] = await Promise.all([context.holds(), context.fencing()])
  const limits = await canLimit(fencing)
  const producers: Ability = held.ok
    ? { name: 'producers', is: 'there', what: 'held read-only by bwrap and a filter, as was tried' }
    : { name: 'producers', is: 'needed', what: `cannot be held: ${held.error.why}`, hint: held.error.hint }
  const ends = {
    scope: 'each ends with all that it started, in a scope of systemd',
    cgroup: 'each ends with all that it started, in a cgroup',
    group: 'each ends with its process group; a daemon that leaves it goes on',
  }
  const delegated =
    context.uid === 0
      ? 'Run it under systemd, or where the cgroup file system can be written.'
      : 'Run it as root, or give it cgroups: systemd-run --user --scope -p Delegate=yes edgewise ...'
  const consumers: Ability = {
    name: 'consumers',
    is: fencing.by === 'group' ? 'less' : 'there',
    what: fencing.by === 'group' ? `${ends.group} (${fencing.why})` : ends[fencing.by],
    ...(fencing.by === 'group' ? { hint: delegated } : {}),
  }
  const together: Ability = limits.length
    ? { name: 'limits', is: 'there', what: `${limits.join(' and ')} hold for all of a consumer together` }
    : {
        name: 'limits',
        is: 'less',
        what: 'memory holds for each process, and the number of processes for its user',
        hint: 'The controllers memory and pids have to reach the cgroup of this host (cgroup.subtree_control).',
      }
  const users: Ability =
    context.uid === 0
      ? { name: 'users', is: 'there', what: 'programs run as whom their step names' }
      : {
          name: 'users',
          is: 'less',
          what: 'programs run as you alone',
          hint: 'Run it as root where steps name users.',
        }
  const boot: Ability = context.systemctl
    ? { name: 'reboots', is: 'there', what: 'systemd can resume a run at boot, and keep units down' }
    : {
        name: 'reboots',
        is: 'less',
        what: 'nothing resumes a run at boot, for systemd does not manage this machine',
        hint: 'Call `edgewise resume --boot` from what does.',
      }
  const missing = (['setpriv', 'prlimit', 'getent', 'id', 'flock'] as const)
    .filter((tool: Tool) => pathOf(tool) === undefined)
    .map(tool => `${tool} (${packageOf[tool]})`)
  const tools: Ability =
    missing.length === 0
      ? { name: 'tools', is: 'there', what: 'all that the host calls is installed' }
      : {
          name: 'tools',
          is: 'needed',
          what: `not installed: ${missing.join(', ')}`,
          hint: 'Install the packages in parentheses.',
        }
  return [producers, consumers, together, users, boot, tools]
}
