/**
 * The command line of bwrap that holds a producer: all of the machine to be read and nothing to be written, in
 * namespaces of its own. Everything here was needed: see docs/security.md for what each part keeps out.
 */

import { existsSync, realpathSync, statSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, normalize } from 'node:path'
import type { Allowance } from '../manifest/allowance.js'
import type { Program } from '../manifest/step.js'
import { type Identity, sameGroups } from './identity.js'

/** A bwrap that was seen to hold. */
export interface Bubblewrap {
  /** Absolute path. */
  path: string
  /** Whether it can say how large a private /tmp may become: since 0.7. */
  sizes: boolean
}

/** How a producer is held. */
export interface Hold {
  bubblewrap: Bubblewrap
  allow: readonly Allowance[]
  /** Absolute paths that the program needs, and that may lie where it gets an empty folder of its own. */
  needed: readonly string[]
}

interface Enclosure extends Hold {
  program: Program
  identity: Identity
  host: Identity
  /** Absolute path of setpriv. */
  setpriv: string | undefined
}

/** The descriptor at which bwrap finds the filter of system calls. */
export const FILTER_FD = 3

/** Bytes that a producer may put into its own /tmp, and into its own shared memory. */
const ROOM = 256 * 1024 * 1024

/** Private to each start, empty, and gone with it. */
const PRIVATE = ['/tmp', '/dev/shm'] as const

export function bubblewrapArgs(enclosure: Enclosure): string[] {
  const { bubblewrap, program, allow, host, identity } = enclosure
  const room = bubblewrap.sizes ? ['--size', String(ROOM)] : []
  const namespaces = ['--unshare-pid', '--unshare-ipc', '--unshare-uts']
  if (!allow.includes('network')) namespaces.push('--unshare-net')
  // A user who is not root may make the others only inside a user namespace.
  if (host.uid !== 0) namespaces.push('--unshare-user')
  return [
    ...namespaces,
    '--die-with-parent',
    ...['--ro-bind', '/', '/', '--dev', '/dev'],
    // Root owns the files below /proc/sys, and needs no capability to write to them.
    ...['--proc', '/proc', '--remount-ro', '/proc'],
    ...PRIVATE.flatMap(folder => ['--perms', '1777', ...room, '--tmpfs', folder]),
    ...showing(shown(enclosure)),
    ...['--chdir', program.cwd],
    ...['--seccomp', String(FILTER_FD)],
    ...['--cap-drop', 'ALL', ...capabilities(host, identity, allow).flatMap(name => ['--cap-add', name])],
    '--',
    ...becoming(enclosure),
  ]
}

/** Reading everything is what root's producers are for; another user's only where the manifest says so. */
const readsAll = (identity: Identity, allow: readonly Allowance[]): boolean =>
  identity.uid === 0 || allow.includes('read-all')

/** Whether somebody else's ids have to be taken on. */
export const isAnother = (host: Identity, identity: Identity): boolean =>
  host.uid === 0 && (identity.uid !== 0 || !sameGroups(identity, host))

function capabilities(host: Identity, identity: Identity, allow: readonly Allowance[]): string[] {
  if (host.uid !== 0) return []
  // Until it has become the user, it has to enter the working directory and to give up what it was.
  if (isAnother(host, identity)) return ['CAP_DAC_READ_SEARCH', 'CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP']
  return readsAll(identity, allow) ? ['CAP_DAC_READ_SEARCH'] : []
}

/** What stands between bwrap and the program: setpriv, where it is to run as somebody else. */
function becoming({ host, identity, allow, setpriv }: Enclosure): string[] {
  if (!isAnother(host, identity) || setpriv === undefined) return []
  const kept = readsAll(identity, allow) ? '-all,+dac_read_search' : '-all'
  return [
    setpriv,
    `--reuid=${identity.uid}`,
    `--regid=${identity.gid}`,
    `--groups=${identity.groups.join(',')}`,
    `--inh-caps=${kept}`,
    `--ambient-caps=${kept}`,
    `--bounding-set=${kept}`,
    '--',
  ]
}

const isPrivate = (path: string): boolean =>
  PRIVATE.some(folder => path.startsWith(`${folder}/`)) && path === normalize(path)

/**
 * What the program needs of folders that it would else find empty: its own folder, and what its arguments name. Only as far as
 * its user comes by itself: it is root that binds them, and root would follow any link, and pass any folder.
 */
function shown({ program, needed, host, identity }: Enclosure): string[] {
  const named = [program.executable, real(program.executable), ...program.argv.slice(1), ...needed]
  const paths = [...named.flatMap(besides), program.cwd].filter(
    path => isPrivate(path) && (host.uid !== 0 || identity.uid === 0 || isWithinReach(path, identity)),
  )
  const all = [...new Set(paths)].sort()
  return all.filter(path => !all.some(other => path.startsWith(`${other}/`)))
}

function isWithinReach(path: string, { uid, groups }: Identity): boolean {
  if (real(path) !== path) return false
  return foldersAbove(path).every(folder => {
    const stat = statSync(folder, { throwIfNoEntry: false })
    if (!stat) return false
    const bit = stat.uid === uid ? 0o100 : groups.includes(stat.gid) ? 0o010 : 0o001
    return (stat.mode & bit) !== 0
  })
}

/** bwrap would make the folders above them for itself alone. */
function showing(paths: readonly string[]): string[] {
  const above = new Set(paths.flatMap(path => foldersAbove(path)))
  return [
    ...[...above].sort().flatMap(folder => ['--perms', '0755', '--dir', folder]),
    ...paths.flatMap(path => ['--ro-bind-try', path, path]),
  ]
}

const foldersAbove = (path: string): string[] =>
  isPrivate(dirname(path)) ? [...foldersAbove(dirname(path)), dirname(path)] : []

/** The folder, for what lies beside it is looked at too; straight in /tmp its neighbours are everybody's. */
function besides(path: string): string[] {
  if (!isPrivate(path)) return []
  if (!isPrivate(dirname(path))) return [path]
  return existsSync(dirname(path)) ? [dirname(path)] : besides(dirname(path))
}

function real(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

const nameOf = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name]))

/** Like a shell, bwrap tells a death by signal as 128 and the signal's number. */
export function exitBehindBubblewrap<T extends { status: number | null; signal: string | null }>(exit: T): T {
  const signal = exit.status === null ? undefined : nameOf.get(exit.status - 128)
  return signal === undefined ? exit : { ...exit, status: null, signal }
}
