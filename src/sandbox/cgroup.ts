/** Control groups, version 2: who is in one, ended at one stroke, and what its limits were hit by. A folder goes in. */

import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Group, type ProcessStat, signalProcess, statOf } from './processes.js'

const text = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Says whether the kernel took it. */
const write = (file: string, what: string): boolean => {
  try {
    writeFileSync(file, what)
    return true
  } catch {
    return false
  }
}

/** The folder of the cgroup that a process is in; undefined where version 2 is not to be seen. */
export function cgroupOf(pid: number | 'self'): string | undefined {
  const path = /^0::(\/.*)$/m.exec(text(`/proc/${pid}/cgroup`) ?? '')?.[1]
  if (path === undefined) return undefined
  const mounts = (text('/proc/self/mountinfo') ?? '').split('\n').filter(line => / - cgroup2 /.test(line))
  return mounts
    .map(line => line.split(' '))
    .flatMap(([, , , root, at]) => {
      // A container may see only a part of the tree, under the names of the whole.
      const below = root === '/' ? path : path.startsWith(`${root}/`) ? path.slice(root!.length) : undefined
      return below === undefined ? [] : [join(at!, below)]
    })
    .find(isThere)
}

/** Itself and all below it: a program may make cgroups of its own. */
function withChildren(folder: string): string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory())
    return [...below.flatMap(({ name }) => withChildren(join(folder, name))), folder]
  } catch {
    return []
  }
}

/** Who has not ended yet. */
export const membersOf = (folder: string): ProcessStat[] =>
  withChildren(folder).flatMap(each =>
    (text(join(each, 'cgroup.procs')) ?? '').split('\n').flatMap(line => {
      const stat = line === '' ? undefined : statOf(Number(line))
      return stat && stat.state !== 'Z' && stat.state !== 'X' ? [stat] : []
    }),
  )

/** The kernel's own word; a zombie does not count, and one that is not there is empty. */
export const isPopulated = (folder: string): boolean =>
  /^populated 1$/m.test(text(join(folder, 'cgroup.events')) ?? '')

/** With SIGKILL also those that are being forked just then (Linux 5.14). */
export function signalCgroup(folder: string, signal: NodeJS.Signals): void {
  if (signal === 'SIGKILL' && write(join(folder, 'cgroup.kill'), '1')) return
  for (const stat of membersOf(folder)) signalProcess(stat, signal)
}

export interface CgroupLimits {
  /** Bytes, of all its processes together. */
  memory?: number
  processes?: number
}

/** A process group, and who of it has gone elsewhere but is still in the cgroup; `folder` may become known later. */
export const fenced = (group: Group, folder: () => string | undefined): Group => ({
  members() {
    const inside = group.members()
    const at = folder()
    const others = at === undefined ? [] : membersOf(at)
    return [...inside, ...others.filter(({ pid }) => !inside.some(known => known.pid === pid))]
  },
  isEmpty() {
    const at = folder()
    return group.isEmpty() && (at === undefined || !isPopulated(at))
  },
  signal(signal) {
    group.signal(signal)
    const at = folder()
    if (at === undefined) return
    if (signal === 'SIGKILL') return signalCgroup(at, signal)
    const told = new Set(group.members().map(({ pid }) => pid))
    for (const stat of membersOf(at)) if (!told.has(stat.pid)) signalProcess(stat, signal)
  },
})

export const isThere = (folder: string): boolean => text(join(folder, 'cgroup.procs')) !== undefined

/** Says whether it is there now and was not before. */
export function makeCgroup(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

/** Which of them the kernel takes: those whose controller reaches this cgroup, or can be made to. */
export function limitCgroup(folder: string, { memory, processes }: CgroupLimits): CgroupLimits {
  const set = (controller: string, file: string, value: number | undefined): boolean => {
    if (value === undefined) return false
    const path = join(folder, file)
    if (write(path, String(value))) return true
    return (
      write(join(dirname(folder), 'cgroup.subtree_control'), `+${controller}`) && write(path, String(value))
    )
  }
  const taken: CgroupLimits = {}
  if (set('memory', 'memory.max', memory)) {
    taken.memory = memory!
    // Or the limit would only move the rest to the disk.
    write(join(folder, 'memory.swap.max'), '0')
  }
  if (set('pids', 'pids.max', processes)) taken.processes = processes!
  return taken
}

/** Which limits were hit so far. */
export function hitsIn(folder: string): (keyof CgroupLimits)[] {
  const count = (file: string, name: string): number =>
    Number(new RegExp(`^${name} ([0-9]+)$`, 'm').exec(text(join(folder, file)) ?? '')?.[1] ?? 0)
  const hits: (keyof CgroupLimits)[] = []
  if (count('memory.events', 'oom_kill') > 0) hits.push('memory')
  if (count('pids.events', 'max') > 0) hits.push('processes')
  return hits
}

/** Whoever is still in it keeps it. */
export function removeCgroup(folder: string): void {
  for (const each of withChildren(folder))
    try {
      rmdirSync(each)
    } catch {
      return
    }
}
