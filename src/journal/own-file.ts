/** Opens a file that has to be ours alone: regular, one name, our user's, writable by nobody else. */

import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import { errno, type JournalCode, type JournalFailure, reason } from './failure.js'

/** Why a file or folder may not be trusted, or null; `what` is what should be there, `uid` whose, or null for anybody's. */
export function distrust(stats: Stats, what: 'file' | 'folder', uid: number | null): string | null {
  if (stats.isSymbolicLink()) return 'it is a symbolic link'
  if (what === 'folder' && !stats.isDirectory()) return 'it is not a folder'
  if (what === 'file' && stats.isFIFO()) return 'it is a FIFO'
  if (what === 'file' && !stats.isFile()) return 'it is not a regular file'
  if (uid === null) return null
  if (what === 'file' && stats.nlink > 1)
    return `it is a hard link, one of ${stats.nlink} names of the same file`
  if (stats.uid !== uid) return `it belongs to user ${stats.uid}, not to ${uid}`
  if (stats.mode & 0o022) return `its mode ${mode(stats)} lets others write to it`
  return null
}

const mode = (stats: Stats): string => (stats.mode & 0o7777).toString(8).padStart(4, '0')

export const untrusted = (file: string, why: string): JournalFailure => ({
  code: 'state.untrusted',
  file,
  message: `${file} is not used: ${why}.`,
  hint: 'Find out who put it there; then move it away, or name another folder with --state-dir.',
})

/**
 * A descriptor of an existing or new file. O_NOFOLLOW keeps a planted link from leading elsewhere, O_NONBLOCK a planted
 * FIFO from holding the host; Node adds O_CLOEXEC, so no step inherits it.
 */
export function openOwnFile(
  file: string,
  flags: number,
  { uid, code, create = false }: { uid: number | null; code: JournalCode; create?: boolean },
): Fallible<{ fd: number; size: number }, JournalFailure> {
  let fd: number
  try {
    const how = flags | constants.O_NOFOLLOW | constants.O_NONBLOCK | (create ? constants.O_CREAT : 0)
    fd = openSync(file, how, 0o600)
  } catch (error) {
    if (errno(error) === 'ELOOP') return err(untrusted(file, 'it is a symbolic link'))
    if (errno(error) === 'ENXIO') return err(untrusted(file, 'it is a FIFO or a socket'))
    if (errno(error) === 'EISDIR') return err(untrusted(file, 'it is not a regular file'))
    return err({
      code,
      file,
      message: `${file} cannot be opened: ${reason(error)}.`,
      hint: 'Look at the folder, its owner and its file system; nothing was changed.',
    })
  }
  const stats = fstatSync(fd)
  const why = distrust(stats, 'file', uid)
  if (why === null) return ok({ fd, size: stats.size })
  closeSync(fd)
  return err(untrusted(file, why))
}
