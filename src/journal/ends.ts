/** The first and the last record of a journal, read without the records between: how many runs are told apart quickly. */

import { closeSync, constants, readSync } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import { type JournalFailure, reason } from './failure.js'
import { chunksOf, linesOf } from './lines.js'
import { openOwnFile } from './own-file.js'
import { type Link, MAX_RECORD_BYTES, readRecord } from './record.js'

const CHUNK = 16 * 1024

/** Null where there is no sound first record: nothing was ever committed there. */
export const firstRecord = (path: string, uid: number): Fallible<Link | null, JournalFailure> =>
  looking(path, uid, fd => {
    for (const line of linesOf(chunksOf(fd), MAX_RECORD_BYTES))
      return line.whole ? readRecord(line.bytes) : null
    return null
  })

/** The last sound record; what stands behind it is a torn tail or damage, and told when the journal is read. */
export const lastRecord = (path: string, uid: number): Fallible<Link | null, JournalFailure> =>
  looking(path, uid, (fd, size) => {
    let from = size
    let tail = Buffer.alloc(0)
    for (;;) {
      const lf = tail.lastIndexOf(10)
      const before = lf > 0 ? tail.lastIndexOf(10, lf - 1) : -1
      // A line is looked at once its beginning is in hand: behind an LF, or at the file's own.
      if (lf !== -1 && (before !== -1 || from === 0)) {
        const link = readRecord(tail.subarray(before + 1, lf))
        if (link || before === -1) return link
        tail = tail.subarray(0, before + 1)
      } else {
        if (from === 0) return null
        // What holds no LF at all stands behind the last line and is no record.
        if (lf === -1) tail = Buffer.alloc(0)
        const chunk = Buffer.alloc(Math.min(from, Math.max(CHUNK, tail.length)))
        from -= chunk.length
        readSync(fd, chunk, 0, chunk.length, from)
        tail = Buffer.concat([chunk, tail])
      }
    }
  })

function looking(
  path: string,
  uid: number,
  look: (fd: number, size: number) => Link | null,
): Fallible<Link | null, JournalFailure> {
  const opened = openOwnFile(path, constants.O_RDONLY, { uid, code: 'journal.unusable' })
  if (!opened.ok) return opened
  try {
    return ok(look(opened.value.fd, opened.value.size))
  } catch (error) {
    return err({
      code: 'journal.unusable',
      file: path,
      message: `${path} cannot be read: ${reason(error)}.`,
      hint: 'Check the disk and the kernel log; the run stays as it is until its journal can be read.',
    })
  } finally {
    closeSync(opened.value.fd)
  }
}
