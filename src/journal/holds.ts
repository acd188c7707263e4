/** The files that keep units down: a unit whose file is there fails its assertion, now and at every boot. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Fallible, ok } from '../fallible.js'
import { ownFolder, type StateDirectory, unusable } from './directory.js'
import { errno, type JournalFailure } from './failure.js'
import { syncFolder } from './file-ops.js'
import { replaceFile } from './replace-file.js'

const folderOf = (state: StateDirectory): string => join(state.path, 'holds')

/** On the disk when it returns. People read the text, so everybody may. */
export function writeHold(state: StateDirectory, unit: string, text: string): Fallible<void, JournalFailure> {
  const folder = folderOf(state)
  const made = ownFolder(folder, 0o711, state.uid)
  if (!made.ok) return made
  const path = join(folder, unit)
  try {
    if (textOf(path) === text) syncFolder(folder)
    else replaceFile(path, text, 0o644)
    return ok(undefined)
  } catch (error) {
    return { ok: false, error: unusable(path, error) }
  }
}

/** Gone from the disk when it returns; one that is not there is no failure. */
export function removeHold(state: StateDirectory, unit: string): Fallible<void, JournalFailure> {
  const path = join(folderOf(state), unit)
  try {
    rmSync(path)
  } catch (error) {
    if (errno(error) !== 'ENOENT') return { ok: false, error: unusable(path, error) }
  }
  try {
    syncFolder(folderOf(state))
  } catch (error) {
    if (errno(error) !== 'ENOENT') return { ok: false, error: unusable(path, error) }
  }
  return ok(undefined)
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
