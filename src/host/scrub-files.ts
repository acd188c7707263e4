/**
 * What a consumer wrote, after its end: a secret that it gave away is taken out of its files. Not before, for it writes to
 * them itself, so that it can outlive its host.
 */

import { closeSync, constants, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import type { RunFolder } from '../journal/runs.js'
import { redact } from '../protocol/text.js'
import type { RunEvent } from '../scheduler/event.js'
import { outputFiles } from './consumer.js'
import type { Context } from './context.js'

const PIECE = 1024 * 1024

/** Shows events; where one says that a task is over, it is durable, and nobody reads the task's files for results any more. */
export const scrubbing =
  ({ emit, secrets }: Context, folder: RunFolder) =>
  (event: RunEvent): void => {
    if (event.type === 'task-ended' || event.type === 'task-unknown')
      scrubFiles(Object.values(outputFiles(folder, event.task, event.attempt)), secrets.values())
    emit(event)
  }

/** A file that cannot be read or replaced stays as it is. */
export function scrubFiles(paths: readonly string[], secrets: readonly string[]): void {
  if (secrets.length === 0) return
  // Any bytes may stand there: one character a byte keeps them as they are.
  const wanted = secrets.map(secret => Buffer.from(secret, 'utf8').toString('latin1'))
  for (const path of paths)
    try {
      if (!pieces(path, wanted, piece => redact(piece, wanted) === piece)) replace(path, wanted)
    } catch {
      // It is gone, or the disk is full: what it says of secrets is no worse than before.
    }
}

function replace(path: string, secrets: string[]): void {
  const draft = `${path}.draft`
  try {
    const fd = openSync(
      draft,
      constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW,
      0o600,
    )
    try {
      pieces(path, secrets, piece => {
        const bytes = Buffer.from(redact(piece, secrets), 'latin1')
        for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
        return true
      })
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Whole lines together, where they are not too long; false as soon as one answer is. */
function pieces(path: string, secrets: string[], onPiece: (piece: string) => boolean): boolean {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  // A line break in a secret must not part it either.
  const margin = 8 * Math.max(...secrets.map(({ length }) => length))
  try {
    const buffer = Buffer.allocUnsafe(PIECE)
    let rest = ''
    for (let count = readSync(fd, buffer); count > 0; count = readSync(fd, buffer)) {
      rest += buffer.toString('latin1', 0, count)
      if (rest.length <= 2 * margin) continue
      const lf = rest.lastIndexOf('\n', rest.length - margin)
      const cut = lf > margin ? lf + 1 : rest.length - margin
      if (!onPiece(rest.slice(0, cut))) return false
      rest = rest.slice(cut)
    }
    return onPiece(rest)
  } finally {
    closeSync(fd)
  }
}
