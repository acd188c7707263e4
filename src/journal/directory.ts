/** The state directory: where it is, that it is ours alone, and a folder in it for each step. */

import { chmodSync, chownSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { isClosedGroup } from '../manifest/walk.js'
import { errno, type JournalFailure, reason } from './failure.js'
import { syncFolder, syncParent } from './file-ops.js'
import { distrust, untrusted } from './own-file.js'

export interface StateDirectory {
  path: string
  /** Whose it is. */
  uid: number
  runs: string
  steps: string
  /** Answers for the host that holds the lock. */
  inbox: string
  lock: string
}

/** Where the state is unless `--state-dir` says otherwise. A relative XDG_STATE_HOME is to be ignored, says its rule. */
export function defaultStateDirectory(uid: number, home: string, xdgStateHome?: string): string {
  if (uid === 0) return '/var/lib/edgewise'
  const base = xdgStateHome && isAbsolute(xdgStateHome) ? xdgStateHome : join(home, '.local', 'state')
  return join(base, 'edgewise')
}

/** The state directory, made where it is missing. Only for a host that is about to commit. */
export function openStateDirectory(
  path: string,
  { uid = process.getuid?.() ?? 0 }: { uid?: number } = {},
): Fallible<StateDirectory, JournalFailure> {
  const state = layout(path, uid)
  try {
    const first = mkdirSync(dirname(path), { recursive: true })
    for (let made = dirname(path); first !== undefined; made = dirname(made)) {
      syncParent(made)
      if (made === first || made === dirname(made)) break
    }
  } catch (error) {
    return err(unusable(path, error))
  }
  const made = firstFailure([
    () => ownFolder(path, 0o711, uid),
    () => safeParents(path, uid),
    () => ownFolder(state.runs, 0o700, uid),
    () => ownFolder(state.steps, 0o711, uid),
    () => ownFolder(state.inbox, 0o700, uid),
  ])
  return made ? err(made) : ok(state)
}

/** The state directory as it is, for those who only look; null where there is none. */
export function findStateDirectory(
  path: string,
  { uid = process.getuid?.() ?? 0 }: { uid?: number } = {},
): Fallible<StateDirectory | null, JournalFailure> {
  const state = layout(path, uid)
  const found = trusted(path, uid)
  if (!found.ok || !found.value) return found.ok ? ok(null) : found
  const inside = firstFailure(
    [state.runs, state.steps, state.inbox].map(folder => () => trusted(folder, uid)),
  )
  return inside ? err(inside) : ok(state)
}

/** The steps' own folders, kept from run to run, each open to its user alone; one sync for all that were missing. */
export function stepDirectories(
  state: StateDirectory,
  owners: { step: string; uid: number; gid: number }[],
): Fallible<ReadonlyMap<string, string>, JournalFailure> {
  const paths = new Map<string, string>()
  for (const { step, uid, gid } of owners) {
    const path = join(state.steps, step)
    const made = ownFolder(path, 0o700, uid, { gid, sync: false })
    if (!made.ok) return made
    paths.set(step, path)
  }
  try {
    if (owners.length > 0) syncFolder(state.steps)
    return ok(paths)
  } catch (error) {
    return err(unusable(state.steps, error))
  }
}

/**
 * A folder that is `uid`'s and that nobody else can write to, made where it is missing. Its name is synced also where it
 * is not: a host before may have died between making it and that, or before it was given its owner and mode.
 */
export function ownFolder(
  path: string,
  mode: number,
  uid: number,
  { gid, sync = true }: { gid?: number; sync?: boolean } = {},
): Fallible<void, JournalFailure> {
  try {
    const isNew = made(path)
    if (!isNew && !isHalfMade(path, uid)) {
      const looked = trusted(path, uid)
      if (!looked.ok) return looked
    } else if (gid !== undefined) chownSync(path, uid, gid)
    // The mode last: a folder is never open wider than its owner is right, whatever the umask.
    const has = lstatSync(path).mode & 0o7777
    if ((has & mode) !== mode) chmodSync(path, has | mode)
    if (sync) syncParent(path)
    return ok(undefined)
  } catch (error) {
    return err(unusable(path, error))
  }
}

function made(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
    return true
  } catch (error) {
    if (errno(error) === 'EEXIST') return false
    throw error
  }
}

/** Ours, closed and empty, where it is to be somebody else's. */
function isHalfMade(path: string, uid: number): boolean {
  const own = process.getuid?.() ?? 0
  const stats = lstatSync(path)
  if (own === uid || stats.uid !== own || !stats.isDirectory() || stats.mode & 0o077) return false
  return readdirSync(path).length === 0
}

/** Whether a folder is there; a failure where it is, and may not be trusted. */
function trusted(path: string, uid: number): Fallible<boolean, JournalFailure> {
  try {
    const why = distrust(lstatSync(path), 'folder', uid)
    return why === null ? ok(true) : err(untrusted(path, why))
  } catch (error) {
    return errno(error) === 'ENOENT' ? ok(false) : err(unusable(path, error))
  }
}

/** How a user namespace shows an owner outside of it. */
const nobody = 65534

/** Who may write to a folder above can put another folder in our place; a sticky one keeps names to their owners. */
export function safeParents(path: string, uid: number): Fallible<void, JournalFailure> {
  const self = { uid, gid: process.getegid?.() ?? 0 }
  for (let at = dirname(realpathSync(path)); ; at = dirname(at)) {
    const { mode, uid: owner, gid } = statSync(at)
    const isSticky = (mode & 0o1000) !== 0
    if (mode & 0o002 && !isSticky)
      return err(untrusted(path, `the folder ${at} above it lets everybody write to it`))
    if (mode & 0o020 && !isSticky && !isClosedGroup({ uid: owner, gid }, self))
      return err(untrusted(path, `the folder ${at} above it lets the group ${gid} write to it`))
    if (owner !== 0 && owner !== uid && owner !== nobody)
      return err(untrusted(path, `the folder ${at} above it belongs to user ${owner}`))
    if (at === dirname(at)) return ok(undefined)
  }
}

function firstFailure<E>(checks: (() => Fallible<unknown, E>)[]): E | undefined {
  for (const check of checks) {
    const result = check()
    if (!result.ok) return result.error
  }
  return undefined
}

const layout = (path: string, uid: number): StateDirectory => ({
  path,
  uid,
  runs: join(path, 'runs'),
  steps: join(path, 'steps'),
  inbox: join(path, 'inbox'),
  lock: join(path, 'lock'),
})

export const unusable = (file: string, error: unknown): JournalFailure => ({
  code: 'state.unusable',
  file,
  message: `${file} cannot be used to keep state: ${reason(error)}.`,
  hint: 'Name a folder that this user may write to with --state-dir, or see to this one.',
})
