/** Reads a journal back: every record up to a torn tail, or where and why it cannot be read on. Cuts nothing. */

import { closeSync, constants, fdatasyncSync } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import { isKnown, isOptional } from '../scheduler/known.js'
import { type JournalDamage, type JournalFailure, reason } from './failure.js'
import { type Chunks, chunksOf, type Line, linesOf } from './lines.js'
import { openOwnFile } from './own-file.js'
import {
  FORMAT,
  follows,
  type JournalRecord,
  type Link,
  MAX_RECORD_BYTES,
  ROOT,
  readRecord,
} from './record.js'

export interface Journal {
  records: JournalRecord[]
  /** The newest format among its records. */
  format: number
  /** The host that wrote last. */
  host: string
  /** Bytes up to the end of the last whole record. */
  length: number
  /** Checksum of the last record. */
  sum: string
  /** What stands behind the last whole record and was never acknowledged. */
  torn?: Torn
}

export interface Torn {
  /** Line and byte offset where it begins. */
  line: number
  offset: number
  /** How long it is. */
  bytes: number
  message: string
}

/** Where a reader has come to; what is behind it is read on from there. */
export interface Place {
  /** Records before it. */
  seq: number
  /** Checksum of the last of them, and the bytes that they take. */
  sum: string
  length: number
  format: number
  host: string
}

const start: Place = { seq: 0, sum: ROOT, length: 0, format: FORMAT, host: '' }

export interface ReadOptions {
  /** Whose the file has to be, and writable by nobody else; null where its caller vouches for it, as for bytes. */
  uid?: number | null
  /** What bytes are called in messages. */
  name?: string
  /** Of a file: what is returned is on the disk, for a reader beside a live host that shows it as acknowledged. */
  durable?: boolean
  /** Of a file: where a reading before this one has come to; only what is behind it is read and answered. */
  from?: Place
  /** Told of each sound record, whose line has its number, also where the journal is refused for one behind it. */
  onRecord?: (link: Link) => void
}

export function readJournal(
  source: string | Uint8Array,
  {
    uid = process.getuid?.() ?? 0,
    name = 'journal',
    durable = false,
    from = start,
    onRecord,
  }: ReadOptions = {},
): Fallible<Journal, JournalDamage> {
  if (typeof source !== 'string') {
    let given: Uint8Array | null = source
    return read(
      name,
      () => {
        const chunk = given
        given = null
        return chunk
      },
      start,
      onRecord,
    )
  }
  const opened = openOwnFile(source, constants.O_RDONLY, { uid, code: 'journal.unusable' })
  if (!opened.ok) return err(whole(opened.error))
  try {
    const journal = read(source, chunksOf(opened.value.fd, from.length), from, onRecord)
    // Its writer may have written it a moment ago, and be about to sync it.
    if (durable) fdatasyncSync(opened.value.fd)
    return journal
  } catch (error) {
    return err(
      whole({
        code: 'journal.unusable',
        file: source,
        message: `${source} cannot be read: ${reason(error)}.`,
        hint: 'Check the disk and the kernel log; the run stays as it is until its journal can be read.',
      }),
    )
  } finally {
    closeSync(opened.value.fd)
  }
}

const whole = (failure: JournalFailure): JournalDamage => ({ ...failure, line: 0, offset: 0 })

function read(
  file: string,
  chunks: Chunks,
  from: Place,
  onRecord: ReadOptions['onRecord'],
): Fallible<Journal, JournalDamage> {
  const lines = linesOf(chunks, MAX_RECORD_BYTES, from.length)
  const { format, host, length, sum } = from
  const journal: Journal = { records: [], format, host, length, sum }
  for (let next = lines.next(); !next.done; next = lines.next()) {
    const line = next.value
    const number = from.seq + journal.records.length + 1
    const link = line.whole ? readRecord(line.bytes) : null
    if (!link || !follows(link, number - 1, journal.sum)) {
      return judge(file, journal, number, line, lines)
    }
    if ((link.format ?? FORMAT) > FORMAT) return err(newer(file, number, line.offset, link))
    journal.format = link.format ?? journal.format
    journal.host = link.host ?? journal.host
    const { seq, time, boot, event } = link
    if (!isKnown(event) && !isOptional(event))
      return err(unknown(file, number, line.offset, event.type, journal.host))
    journal.records.push({ seq, time, boot, event })
    onRecord?.(link)
    journal.sum = link.sum
    journal.length = line.offset + line.length
  }
  return ok(journal)
}

/** A bad line is a torn tail, unless something behind it proves that it had reached the disk whole. */
function judge(
  file: string,
  journal: Journal,
  number: number,
  bad: Line,
  rest: Iterable<Line>,
): Fallible<Journal, JournalDamage> {
  let proof = provenBy(bad.bytes)
  let bytes = bad.length
  for (const line of rest) {
    proof = Math.max(proof, provenBy(line.bytes))
    bytes += line.length
  }
  if (proof >= number) {
    return err({
      code: 'journal.damaged',
      file,
      line: number,
      offset: bad.offset,
      message: `${file}, line ${number} (byte ${bad.offset}) is damaged: it was whole on the disk, for a later record says that records up to ${proof} were.`,
      hint: 'Keep a copy of its folder, then restore the file from a backup; `edgewise log` tells what is whole. Nothing is guessed or skipped.',
    })
  }
  const message = `${file} ends in ${bytes} bytes that were never acknowledged, from line ${number} (byte ${bad.offset}) on: a host or the machine went down while they were written.`
  return ok({ ...journal, torn: { line: number, offset: bad.offset, bytes, message } })
}

/**
 * The newest sequence number that sound records within a line call synced. A line can hold more than one record: the LF
 * between them may be what was damaged.
 */
function provenBy(line: Uint8Array): number {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.length)
  let proven = 0
  for (let at = bytes.indexOf('{"seq":'); at !== -1; at = bytes.indexOf('{"seq":', at + 1)) {
    const link = readRecord(bytes.subarray(at))
    if (link) proven = Math.max(proven, link.synced ?? 0)
  }
  return proven
}

/** Within a format events are added, and the state cannot be told without one that this host does not know. */
const unknown = (file: string, line: number, offset: number, type: string, host: string): JournalDamage => ({
  code: 'journal.newer-format',
  file,
  line,
  offset,
  message: `${file}, line ${line} tells of \`${type}\`, which this host does not know; edgewise ${host} wrote it.`,
  hint: `Continue the run with edgewise ${host} or later.`,
})

const newer = (file: string, line: number, offset: number, link: Link): JournalDamage => ({
  code: 'journal.newer-format',
  file,
  line,
  offset,
  message: `${file}, line ${line} is in format ${link.format}, written by edgewise ${link.host ?? '(unknown)'}; this host reads up to format ${FORMAT}.`,
  hint: `Continue the run with edgewise ${link.host ?? 'of that version'} or later.`,
})
