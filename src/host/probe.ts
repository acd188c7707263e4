/** Whether runs could be kept where they are to be, before anything is looked at or asked; nothing is made. */

import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { err, type Fallible } from '../fallible.js'
import { findStateDirectory, type StateDirectory, safeParents, unusable } from '../journal/directory.js'
import type { JournalFailure } from '../journal/failure.js'
import { untrusted } from '../journal/own-file.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { status } from './status.js'

export function probe({ stateDir, uid }: Context): Fallible<StateDirectory | null, Refusal> {
  const directory = findStateDirectory(stateDir, { uid })
  if (!directory.ok) return err(refused(directory.error, uid))
  const fault = faultOf(stateDir, directory.value !== null, uid)
  return fault ? err(refused(fault, uid)) : directory
}

/** Why the folder that is there, or the one in which it would be made, will not do. */
function faultOf(stateDir: string, isThere: boolean, uid: number): JournalFailure | undefined {
  try {
    const at = isThere ? stateDir : nearestThere(dirname(stateDir))
    const stats = statSync(at)
    if (!stats.isDirectory()) return unusable(stateDir, new Error(`${at} is not a folder`))
    accessSync(at, constants.W_OK | constants.X_OK)
    if (stats.mode & 0o002 && !(stats.mode & 0o1000))
      return untrusted(stateDir, `the folder ${at} above it lets everybody write to it`)
    // What lies below the nearest folder will be made by us; what lies above it has to be safe already.
    const safe = safeParents(realpathSync(at), uid)
    return safe.ok ? undefined : safe.error
  } catch (error) {
    return unusable(stateDir, error)
  }
}

function nearestThere(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (at === dirname(at) || statSync(at, { throwIfNoEntry: false })) return at
  }
}

const refused = (failure: JournalFailure, uid: number): Refusal => {
  const refusal = refusalOfJournal(failure)
  return uid === 0 || refusal.status !== status.usage
    ? refusal
    : { ...refusal, hint: `Run it as root, or: ${refusal.hint}` }
}
