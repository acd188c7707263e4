/** A proof that this machine holds, kept until the next boot in a folder of memory that only its user can write. */

import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bubblewrap } from './bubblewrap.js'

/** What was proven, all of it texts and numbers: a proof of anything else is none. */
export type Proof = Readonly<Record<string, string | number>>

const NAME = 'held.json'

/** Undefined where there is none that can be trusted. */
export function keptProof(proof: Proof, uid: number, folder = folderFor(uid)): Bubblewrap | undefined {
  if (folder === undefined || !isOwn(folder, uid, 'folder')) return undefined
  const file = join(folder, NAME)
  try {
    if (!isOwn(file, uid, 'file')) return undefined
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const { sizes } = kept as { sizes?: unknown }
    if (typeof sizes !== 'boolean' || typeof proof.path !== 'string') return undefined
    const bubblewrap = { path: proof.path, sizes }
    return JSON.stringify(kept) === JSON.stringify({ ...proof, sizes }) ? bubblewrap : undefined
  } catch {
    return undefined
  }
}

/** A proof that cannot be kept is made again: that costs a start, no more. */
export function keepProof(proof: Proof, { sizes }: Bubblewrap, uid: number, folder = folderFor(uid)): void {
  if (folder === undefined) return
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return
  }
  if (!isOwn(folder, uid, 'folder')) return
  const fresh = join(folder, `.${NAME}.${process.pid}`)
  try {
    writeFileSync(fresh, JSON.stringify({ ...proof, sizes }), { mode: 0o600 })
    renameSync(fresh, join(folder, NAME))
  } catch {
    // Full, or read-only.
  }
}

/** Root's is below /run; a user's where the session keeps what is the user's alone. */
function folderFor(uid: number): string | undefined {
  const above = uid === 0 ? '/run' : process.env.XDG_RUNTIME_DIR
  if (!above?.startsWith('/') || !isOwn(above, uid, 'folder')) return undefined
  return join(above, 'edgewise')
}

/** Ours, no link, and nobody else's to write. */
function isOwn(path: string, uid: number, what: 'file' | 'folder'): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (!stats || !(what === 'file' ? stats.isFile() : stats.isDirectory())) return false
  return stats.uid === uid && (stats.mode & 0o022) === 0
}
