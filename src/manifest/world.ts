/** What the manifest asks of the machine: bytes, inodes and accounts; and the real one, on node:fs. */

import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
} from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'

export interface Account {
  uid: number
  gid: number
  /** All of them, the primary one too. */
  groups: number[]
  home: string
  shell: string
}

export interface Inode {
  kind: 'file' | 'directory' | 'link' | 'other'
  /** Permission bits, with set-id and sticky. */
  mode: number
  uid: number
  gid: number
  size: number
  /** Where a link leads, as written. */
  target?: string
}

/** The name service itself did not answer. */
export interface LookupFailed {
  failed: string
  hint?: string
}

/** The system's name for it: ENOENT, EACCES, ENOTDIR, ELOOP, EFBIG, ... */
export type Errno = string

export interface World {
  /** Who the host is. */
  uid: number
  gid: number
  groups: number[]
  /** The uid that stands for "not known in this user namespace", where root itself may be unknown. */
  overflow?: number
  /** A regular file's bytes: all of them, or EFBIG beyond `most`. */
  read(path: string, most: number): Fallible<Uint8Array, Errno>
  /** A regular file's bytes from an offset on; fewer at its end. */
  part(path: string, offset: number, most: number): Fallible<Uint8Array, Errno>
  /** A folder's entries by name, sorted. */
  list(path: string): Fallible<string[], Errno>
  /** Does not follow a link. */
  inspect(path: string): Fallible<Inode, Errno>
  /** Asks the kernel for the host itself, so that ACLs and mount options count. */
  mayExecute(path: string): boolean
  /** Why systemd would not keep a unit down that is held; null where it would. Absent where nobody can know. */
  unguarded?(unit: string): 'no-systemd' | 'no-drop-in' | null
  /** Undefined where there is no such user. Asked only for names that keep the rule for names. */
  lookupUser(name: string): Promise<Account | LookupFailed | undefined>
}

export type LookupUser = World['lookupUser']

export const errno = (error: unknown): Errno => {
  const code = (error as NodeJS.ErrnoException).code
  if (code === undefined) throw error
  return code
}

const kindOf = (stats: Stats): Inode['kind'] =>
  stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : stats.isSymbolicLink() ? 'link' : 'other'

const inspect = (path: string): Fallible<Inode, Errno> => {
  try {
    const stats = lstatSync(path)
    const { mode, uid, gid, size } = stats
    const inode: Inode = { kind: kindOf(stats), mode: mode & 0o7777, uid, gid, size }
    return ok(inode.kind === 'link' ? { ...inode, target: readlinkSync(path) } : inode)
  } catch (error) {
    return err(errno(error))
  }
}

/** Opened without blocking, so that a FIFO in a file's place is an answer and not a halt. */
const opened = <T>(
  path: string,
  use: (fd: number, size: number) => Fallible<T, Errno>,
): Fallible<T, Errno> => {
  let fd: number | undefined
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
    const stats = fstatSync(fd)
    if (stats.isDirectory()) return err('EISDIR')
    return stats.isFile() ? use(fd, stats.size) : err('ENODEV')
  } catch (error) {
    return err(errno(error))
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

const take = (fd: number, offset: number, most: number): Uint8Array => {
  const bytes = Buffer.alloc(most)
  let length = 0
  for (let got = -1; got !== 0 && length < most; length += got)
    got = readSync(fd, bytes, length, most - length, offset + length)
  return bytes.subarray(0, length)
}

const part = (path: string, offset: number, most: number): Fallible<Uint8Array, Errno> =>
  opened(path, fd => ok(take(fd, offset, most)))

/**
 * A regular file, whole; anything else is refused, for it might never end. The size may be a lie, as under /proc, or
 * change meanwhile: one byte more is asked for than is allowed.
 */
export const readRegular = (path: string, most: number): Fallible<Uint8Array, Errno> =>
  opened(path, (fd, size) => {
    if (size > most) return err('EFBIG')
    const bytes = take(fd, 0, Math.min(most, Math.max(size, 65536)) + 1)
    return bytes.length > most ? err('EFBIG') : ok(bytes)
  })

const list = (path: string): Fallible<string[], Errno> => {
  try {
    return ok(readdirSync(path).sort())
  } catch (error) {
    return err(errno(error))
  }
}

const mayExecute = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** In a user namespace that does not map root, root's own files show the overflow uid, which nobody in there can be. */
const overflowUid = (): number | undefined => {
  try {
    const overflow = Number(readFileSync('/proc/sys/kernel/overflowuid', 'utf8'))
    const map = readFileSync('/proc/self/uid_map', 'utf8').trim().split('\n')
    const ranges = map.map(line => line.trim().split(/\s+/).map(Number))
    const mapped = ranges.some(([from = 0, , count = 0]) => overflow >= from && overflow < from + count)
    return mapped ? undefined : overflow
  } catch {
    return undefined
  }
}

/** This machine, as this process sees it. Accounts are looked up by whoever may run programs. */
export const thisMachine = (lookupUser: LookupUser): World => {
  const overflow = overflowUid()
  return {
    uid: process.geteuid?.() ?? 0,
    gid: process.getegid?.() ?? 0,
    groups: process.getgroups?.() ?? [],
    ...(overflow === undefined ? {} : { overflow }),
    read: readRegular,
    part,
    list,
    inspect,
    mayExecute,
    lookupUser,
  }
}
