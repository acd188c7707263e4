/**
 * One journal record as one line of JSON, and back. The checksum covers the bytes of the line before it, and with them
 * the checksum of the record before: a chain against accidents, not against forgers.
 */

import { hash } from 'node:crypto'
import type { RunEvent } from '../scheduler/event.js'

/** What this host writes; it reads this and whatever is older. */
export const FORMAT = 1
/** What stands as `prev` in a journal's first record. */
export const ROOT = '0000000000000000'
/** A longer line is damage: no record comes near it, and a string in Node could not hold much more. */
export const MAX_RECORD_BYTES = 256 * 1024 * 1024

export interface JournalRecord {
  /** Counts from 1, without gaps. */
  seq: number
  /** ISO 8601, UTC, of the wall clock. */
  time: string
  boot: string
  event: RunEvent
}

/** A record with all that the chain needs. */
export interface Link extends JournalRecord {
  /** Where a writer begins: what it writes, and which host it is. */
  format?: number
  host?: string
  /** Where a batch begins: the newest sequence number that was on the disk then. */
  synced?: number
  prev: string
  sum: string
}

const TAIL = /,"sum":"([0-9a-f]{16})"\}$/
const TAIL_BYTES = ',"sum":"0123456789abcdef"}'.length

const checksum = (text: string | Uint8Array): string => hash('sha256', text, 'hex').slice(0, 16)

/** A record's line without its LF, and its checksum. */
export function writeRecord(link: Omit<Link, 'sum' | 'event'> & { event: { type: string } }): {
  line: string
  sum: string
} {
  const { seq, time, boot, format, host, synced, prev, event } = link
  const open = JSON.stringify({ seq, time, boot, format, host, synced, prev, event }).slice(0, -1)
  const sum = checksum(open)
  return { line: `${open},"sum":"${sum}"}`, sum }
}

/** The record of a line without its LF, or null where the line is not what a writer wrote. */
export function readRecord(line: Uint8Array): Link | null {
  if (line.length <= TAIL_BYTES) return null
  const open = line.length - TAIL_BYTES
  const tail = TAIL.exec(Buffer.from(line.buffer, line.byteOffset + open, TAIL_BYTES).toString('latin1'))
  if (!tail || checksum(line.subarray(0, open)) !== tail[1]) return null
  try {
    const link = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8'))
    return typeof link.event?.type === 'string' ? (link as Link) : null
  } catch {
    return null
  }
}

/** Does a record follow the one before it? */
export const follows = (link: Link, seq: number, prev: string): boolean =>
  link.seq === seq + 1 && link.prev === prev
