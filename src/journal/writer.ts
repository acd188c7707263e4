/** Appends events to a journal: what was appended since the last flush goes out in one write and one sync. */

import { constants } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import type { JournalDamage } from './failure.js'
import { errno, type JournalFailure, reason } from './failure.js'
import { disk, type FileOps, syncParent } from './file-ops.js'
import { openOwnFile } from './own-file.js'
import { readJournal } from './reader.js'
import { FORMAT, type JournalRecord, ROOT, writeRecord } from './record.js'

export interface WriterOptions {
  /** Without it a record outlives the host, but not the machine. Default true. */
  sync?: boolean
  /** ISO 8601, UTC. */
  clock: () => string
  boot: string
  /** Version of the host that writes. */
  host: string
  /** False once the lock may be another's: then nothing more is written. */
  held?: () => boolean
  fs?: FileOps
}

export interface Writer {
  /** Takes an event into the batch; answers its sequence number. Nothing is written yet. */
  append(event: { type: string }): number
  /** Makes all that was appended durable. After a failure every later flush answers the same failure. */
  flush(): Fallible<void, JournalFailure>
  /** Records appended and not yet flushed. */
  readonly pending: number
  /** Syncs so far, for the bench. */
  readonly syncs: number
  /** Flushes, then gives the descriptor back. */
  close(): Fallible<void, JournalFailure>
}

/** Where the chain stands. */
interface Position {
  seq: number
  sum: string
  /** Bytes of the file, all of them synced. */
  length: number
}

/** Errors that say for certain that no byte more was taken. */
const NO_SPACE = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'])

/** A writer on a file that does not exist yet. */
export function openWriter(path: string, options: WriterOptions): Fallible<Writer, JournalFailure> {
  const { fs = disk } = options
  const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW } = constants
  let fd: number | undefined
  try {
    fd = fs.open(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    syncParent(path, fs)
    return ok(writerOn(fd, path, { seq: 0, sum: ROOT, length: 0 }, options))
  } catch (error) {
    if (fd !== undefined) fs.close(fd)
    if (errno(error) === 'EEXIST') {
      return err({
        code: 'journal.exists',
        file: path,
        message: `${path} exists already: a journal is never written over.`,
        hint: 'Continue its run with `edgewise resume`, or begin another run.',
      })
    }
    return err({
      code: 'journal.unusable',
      file: path,
      message: `The journal ${path} cannot be made: ${reason(error)}.`,
      hint: 'Make room, or see to the folder and its file system, then try again; nothing was carried out.',
    })
  }
}

export interface Continued {
  writer: Writer
  records: JournalRecord[]
  /** Says what was cut, where something was. */
  notice?: string
}

/**
 * Goes on with a journal that another host left. Its torn tail is cut, and what remains is synced before it is built on,
 * its name too: the host before may have died between its write and its sync.
 */
export function continueJournal(
  path: string,
  options: WriterOptions & { uid?: number },
): Fallible<Continued, JournalFailure | JournalDamage> {
  const { fs = disk, uid = process.getuid?.() ?? 0 } = options
  const read = readJournal(path, { uid })
  if (!read.ok) return read
  const { records, torn, length, sum } = read.value
  const opened = openOwnFile(path, constants.O_RDWR | constants.O_APPEND, { uid, code: 'journal.unusable' })
  if (!opened.ok) return opened
  const { fd } = opened.value
  try {
    if (torn) fs.ftruncate(fd, length)
    fs.fdatasync(fd)
    syncParent(path, fs)
  } catch (error) {
    fs.close(fd)
    return err(inDoubt(path, 'brought to the disk', error))
  }
  const writer = writerOn(fd, path, { seq: records.length, sum, length }, options)
  return ok(torn ? { writer, records, notice: torn.message } : { writer, records })
}

function writerOn(fd: number, path: string, start: Position, options: WriterOptions): Writer {
  const { sync = true, clock, boot, host, held = () => true, fs = disk } = options
  const at = { ...start }
  let synced = start.seq
  let lines: string[] = []
  let introduced = false
  let syncs = 0
  let failure: JournalFailure | undefined
  let closed = false

  const fail = (why: JournalFailure): Fallible<void, JournalFailure> => {
    failure = why
    return err(why)
  }

  /** The batch did not fit: what of it was taken is cut off again, so that the journal ends with a whole record. */
  const giveBack = (error: unknown): Fallible<void, JournalFailure> => {
    try {
      fs.ftruncate(fd, at.length)
      if (sync) fs.fdatasync(fd)
    } catch (later) {
      return fail(inDoubt(path, 'cut back to its last whole record', later))
    }
    return fail({
      code: 'journal.no-space',
      file: path,
      message: `The journal ${path} cannot take more: ${reason(error)}. Nothing of the last batch was kept, all before it is safe.`,
      hint: 'Make room on its file system, then continue with `edgewise resume`.',
    })
  }

  /** Looked at behind each sync: what is on a disk where nobody will look is not acknowledged. */
  const stillThere = (): Fallible<void, JournalFailure> => {
    try {
      return fs.isStillAt(fd, path) ? ok(undefined) : fail(gone(path))
    } catch (error) {
      return fail(inDoubt(path, 'found again', error))
    }
  }

  const flush = (): Fallible<void, JournalFailure> => {
    if (failure) return err(failure)
    if (lines.length === 0) return ok(undefined)
    if (!held()) return fail(unguarded(path))
    const bytes = Buffer.from(lines.join(''))
    let written = 0
    try {
      while (written < bytes.length) {
        const taken = fs.write(fd, bytes, written, bytes.length - written)
        if (taken === 0) throw new Error('the file took no bytes')
        written += taken
      }
    } catch (error) {
      return NO_SPACE.has(errno(error)) ? giveBack(error) : fail(inDoubt(path, 'written', error))
    }
    lines = []
    at.length += bytes.length
    if (!sync) return ok(undefined)
    try {
      fs.fdatasync(fd)
    } catch (error) {
      return fail(inDoubt(path, 'synced', error))
    }
    syncs += 1
    synced = at.seq
    return stillThere()
  }

  return {
    append(event) {
      const first = lines.length === 0
      const { line, sum } = writeRecord({
        seq: at.seq + 1,
        time: clock(),
        boot,
        ...(introduced ? {} : { format: FORMAT, host }),
        ...(first ? { synced } : {}),
        prev: at.sum,
        event,
      })
      introduced = true
      at.seq += 1
      at.sum = sum
      lines.push(`${line}\n`)
      return at.seq
    },
    flush,
    get pending() {
      return lines.length
    },
    get syncs() {
      return syncs
    },
    close() {
      const flushed = flush()
      if (!closed) fs.close(fd)
      closed = true
      return flushed
    },
  }
}

const gone = (file: string): JournalFailure => ({
  code: 'journal.gone',
  file,
  message: `${file} was moved, deleted or replaced while its run was going on; what is recorded now would be found by nobody.`,
  hint: 'Put the state directory back where it was, then `edgewise resume`; without it look at the machine with `edgewise check`.',
})

const unguarded = (file: string): JournalFailure => ({
  code: 'journal.gone',
  file,
  message: `The lock of this host was deleted or replaced while its run was going on; ${file} may be another's now, and is left as it is.`,
  hint: '`edgewise status` says whether another host goes on with the run; `edgewise resume` does so where none does.',
})

const inDoubt = (file: string, verb: string, error: unknown): JournalFailure => ({
  code: 'journal.in-doubt',
  file,
  message: `The journal ${file} could not be ${verb}: ${reason(error)}. Whether its last records are kept is unknown.`,
  hint: 'Check the disk and the kernel log before `edgewise resume`; it reads what is there and asks about the rest.',
})
