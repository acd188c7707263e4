/** A path, followed link by link: what is passed on the way, where it ends, and who may go and change it there. */

import { dirname, join } from 'node:path'
import type { Account, Errno, Inode, World } from './world.js'

export interface Passed {
  path: string
  inode: Inode
}

export interface Trail {
  /** Folders, links and the end, in the order of the way. */
  passed: Passed[]
  /** Absent where the way ends before. */
  end?: Passed
  failure?: { path: string; errno: Errno }
}

/** As many as the kernel follows. */
const LINKS = 40

export type Walk = (path: string) => Trail

/** Each inode is looked at once; make a new walker for a new look. */
export const walker = (world: World): Walk => {
  const seen = new Map<string, ReturnType<World['inspect']>>()
  const trails = new Map<string, Trail>()
  const inspect = (path: string): ReturnType<World['inspect']> => {
    const known = seen.get(path) ?? world.inspect(path)
    seen.set(path, known)
    return known
  }
  const follow = (path: string): Trail => {
    const root = inspect('/')
    if (!root.ok) return { passed: [], failure: { path: '/', errno: root.error } }
    const passed: Passed[] = [{ path: '/', inode: root.value }]
    const ahead = path
      .split('/')
      .filter(part => part !== '')
      .reverse()
    let end = passed[0]!
    let links = 0
    while (ahead.length > 0) {
      const part = ahead.pop()!
      if (end.inode.kind !== 'directory') return { passed, failure: { path: end.path, errno: 'ENOTDIR' } }
      const next = part === '..' ? dirname(end.path) : join(end.path, part)
      const found = inspect(next)
      if (!found.ok) return { passed, failure: { path: next, errno: found.error } }
      const here = { path: next, inode: found.value }
      if (part !== '.' && part !== '..') passed.push(here)
      if (here.inode.target === undefined) end = here
      else if (++links > LINKS) return { passed, failure: { path: next, errno: 'ELOOP' } }
      else {
        ahead.push(
          ...here.inode.target
            .split('/')
            .filter(each => each !== '')
            .reverse(),
        )
        if (here.inode.target.startsWith('/')) end = passed[0]!
      }
    }
    return { passed, end }
  }
  return path => {
    const known = trails.get(path) ?? follow(path)
    trails.set(path, known)
    return known
  }
}

export const READ = 4
export const EXECUTE = 1

/** By the permission bits; access lists and mount options are not seen here. */
export const may = (account: Account, inode: Inode, bit: typeof READ | typeof EXECUTE): boolean => {
  if (account.uid === 0) return bit === READ || inode.kind === 'directory' || (inode.mode & 0o111) !== 0
  const shift =
    inode.uid === account.uid ? 6 : account.groups.includes(inode.gid) || account.gid === inode.gid ? 3 : 0
  return ((inode.mode >> shift) & bit) !== 0
}

/** The first folder on the way that this account may not pass. */
export const barred = (account: Account, trail: Trail): Passed | undefined =>
  trail.passed.find(
    each => each.inode.kind === 'directory' && each !== trail.end && !may(account, each.inode, EXECUTE),
  )

interface Ids {
  uid: number
  gid: number
}

/** A group with nobody else in it: root's, or the one that an ordinary user has for itself. */
export const isClosedGroup = ({ uid, gid }: Ids, self: Ids): boolean =>
  gid === 0 || (self.uid !== 0 && uid === self.uid && gid === self.gid && gid === uid)

export interface Stranger {
  at: Passed
  /** Ends a sentence that begins with the path. */
  why: string
}

/**
 * The first thing on the way that someone could change who is neither root nor the host nor among `trusted`. A sticky
 * folder is no danger (its entries belong to their owners); nor is a group that is root's, or an ordinary user's own.
 */
export const stranger = (world: World, trail: Trail, trusted: readonly number[]): Stranger | undefined => {
  const owners = [0, world.uid, world.overflow, ...trusted]
  for (const at of trail.passed) {
    const { kind, mode, uid, gid } = at.inode
    if (!owners.includes(uid)) return { at, why: `belongs to uid ${uid}` }
    if (kind === 'link' || (kind === 'directory' && (mode & 0o1000) !== 0)) continue
    if ((mode & 0o002) !== 0) return { at, why: 'is writable by everyone' }
    if ((mode & 0o020) !== 0 && !isClosedGroup({ uid, gid }, world))
      return { at, why: `is writable by the group ${gid}` }
  }
  return undefined
}
