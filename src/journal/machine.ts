/** Which machine this is, and which boot of it. */

import { createHash, randomBytes } from 'node:crypto'
import { closeSync, constants, fsyncSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { type StateDirectory, unusable } from './directory.js'
import type { JournalFailure } from './failure.js'
import { syncParent } from './file-ops.js'
import { openOwnFile } from './own-file.js'

const ID = /^[0-9a-f]{32}$/

/**
 * A digest of the machine's id, so that plans do not spread the id itself (machine-id(5) asks for that). A machine
 * without one gets an id in the state directory; without a state directory too the answer is null.
 */
export function machineId(
  state: StateDirectory | null,
  file = '/etc/machine-id',
): Fallible<string | null, JournalFailure> {
  const system = readId(file)
  if (system) return ok(digest(system))
  if (!state) return ok(null)
  const kept = keptId(join(state.path, 'machine-id'), state.uid)
  return kept.ok ? ok(digest(kept.value)) : kept
}

/** Changes with each boot. */
export const bootId = (file = '/proc/sys/kernel/random/boot_id'): string => readFileSync(file, 'utf8').trim()

const digest = (id: string): string => createHash('sha256').update(`edgewise machine ${id}`).digest('hex')

/** An image that has not booted yet says `uninitialized` or nothing there. */
function readId(file: string): string | null {
  try {
    const id = readFileSync(file, 'utf8').trim()
    return ID.test(id) ? id : null
  } catch {
    return null
  }
}

function keptId(file: string, uid: number): Fallible<string, JournalFailure> {
  const opened = openOwnFile(file, constants.O_RDWR, { uid, code: 'state.unusable', create: true })
  if (!opened.ok) return opened
  const { fd } = opened.value
  try {
    const bytes = Buffer.alloc(64)
    const id = bytes.toString('latin1', 0, readSync(fd, bytes, 0, 64, 0)).trim()
    if (ID.test(id)) return ok(id)
    const made = randomBytes(16).toString('hex')
    writeSync(fd, `${made}\n`, 0)
    fsyncSync(fd)
    syncParent(file)
    return ok(made)
  } catch (error) {
    return err(unusable(file, error))
  } finally {
    closeSync(fd)
  }
}
