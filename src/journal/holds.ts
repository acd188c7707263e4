/** The files that keep units down: a unit whose file is there fails its assertion, now and at every boot. */

import { lstatSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Fallible, ok } from '../fallible.js'
import { ownFolder, type StateDirectory, unusable } from './directory.js'
import { errno, type JournalFailure } from './failure.js'
import { syncFolder } from './file-ops.js'
import { distrust, untrusted } from './own-file.js'
import { replaceFile } from './replace-file.js'

const folderOf = (state: StateDirectory): string => join(state.path, 'holds')

/** On the disk when it returns. People read the text, so everybody may. */
export function writeHold(state: StateDirectory, unit: string, text: string): Fallible<void, JournalFailure> {
  const folder = folderOf(state)
  const made = ownFolder(folder, 0o711, state.uid)
  if (!made.ok) return made
  const path = join(folder, unit)
  try {
    const why = planted(path, 'file', state.uid)
    if (why !== null) return { ok: false, error: untrusted(path, why) }
    if (textOf(path) === text) syncFolder(folder)
    else replaceFile(path, text, 0o644)
    return ok(undefined)
  } catch (error) {
    return { ok: false, error: unusable(path, error) }
  }
}

/** Gone from the disk when it returns; one that is not there is no failure. */
export function removeHold(state: StateDirectory, unit: string): Fallible<void, JournalFailure> {
  const folder = folderOf(state)
  const path = join(folder, unit)
  try {
    const why = planted(folder, 'folder', state.uid)
    if (why !== null) return { ok: false, error: untrusted(folder, why) }
    rmSync(path)
  } catch (error) {
    if (errno(error) !== 'ENOENT') return { ok: false, error: unusable(path, error) }
  }
  try {
    syncFolder(folder)
  } catch (error) {
    if (errno(error) !== 'ENOENT') return { ok: false, error: unusable(path, error) }
  }
  return ok(undefined)
}

/** Why what is there may not be trusted; null also where nothing is. A FIFO would keep its reader for ever. */
function planted(path: string, what: 'file' | 'folder', uid: number): string | null {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats ? distrust(stats, what, uid) : null
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
