/** Bytes in any cut -> whole lines that are safe to parse, and a violation for each that is not (R1). */

import { isUtf8 } from 'node:buffer'
import { cleanLine } from './text.js'
import type { ReportFault } from './violation.js'

export const MAX_LINE = 1_048_576
/** So much is handed to the parser at once, whatever the size of a chunk: parsed text takes several times the room. */
const RUN = 131_072
/** A sample is cut from so many bytes: escapes are taken out of it before it is shown. */
const SAMPLED = 1024

const LF = 0x0a
const BRACE = 0x7b

export interface LineSink {
  /**
   * Whole lines without gaps, each ended by LF, all valid UTF-8 that begins with `{`. `ends` are the places of the LFs in
   * `bytes`; the first line has the number `first` on stdout.
   */
  lines(bytes: Buffer, ends: number[], first: number): void
  fault: ReportFault
}

export interface LineGuard {
  write(chunk: Uint8Array): void
  /** The last line, where it has no LF: with the LF it lacks, or undefined where there is none. */
  end(): { bytes: Buffer; line: number } | undefined
}

/** The start of a line as it can be shown: invalid bytes replaced, escapes gone, 200 bytes. */
export const sampleOf = (bytes: Uint8Array): string =>
  cleanLine(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, SAMPLED)).toString(), 200)

const isBlank = (line: Buffer): boolean => {
  for (const byte of line) if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false
  return true
}

/** What is wrong with a line as bytes, or undefined. Rare, so it may look at the line more than once. */
function faultOf(line: Buffer): { code: string; says: string } | undefined {
  if (line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf)
    return { code: 'bom', says: 'begins with a byte order mark; write UTF-8 without one' }
  if (line.includes(0))
    return {
      code: 'nul',
      says: 'holds a NUL byte; messages are text, so write other output to stderr',
    }
  if (!isUtf8(line)) return { code: 'not-utf8', says: 'is not valid UTF-8; encode messages as UTF-8' }
  if (line[0] !== BRACE)
    return {
      code: 'not-json',
      says: 'is not a message; stdout is for messages, so write logs and the output of tools to stderr',
    }
  return undefined
}

export function createLineGuard(maxLine: number, sink: LineSink): LineGuard {
  let number = 0
  // The unfinished line. It grows by doubling, up to the cap and no further, so bytes that come singly cost no more.
  let carry = Buffer.allocUnsafe(0)
  let held = 0
  let skipping = false

  const report = (bytes: Uint8Array, code: string, says: string) => sink.fault(number, code, says, bytes)

  // No more is quoted than what is at hand however the bytes were cut.
  const tooLong = (start: Uint8Array) =>
    report(
      start.subarray(0, Math.min(SAMPLED, maxLine)),
      'too-long',
      `is longer than ${maxLine} bytes; split it, or name a file that holds the text`,
    )

  /** Keeps the start of a line for later; false where that makes it too long, which is told at once. */
  const hold = (bytes: Buffer): boolean => {
    const size = held + bytes.length
    if (size > maxLine) {
      number++
      tooLong(Buffer.concat([carry.subarray(0, Math.min(held, SAMPLED)), bytes.subarray(0, SAMPLED)]))
      carry = Buffer.allocUnsafe(0)
      held = 0
      return false
    }
    if (size > carry.length) {
      const grown = Buffer.allocUnsafeSlow(Math.min(maxLine, Math.max(size, carry.length * 2, 256)))
      carry.copy(grown, 0, 0, held)
      carry = grown
    }
    bytes.copy(carry, held)
    held = size
    return true
  }

  /** Whether a line goes on to the parser; a blank one does not, a bad one is told. */
  const passes = (line: Buffer): boolean => {
    if (line.length > maxLine) {
      tooLong(line)
      return false
    }
    if (isBlank(line)) return false
    const fault = faultOf(line)
    if (fault) report(line, fault.code, fault.says)
    return fault === undefined
  }

  /** `bytes` ends with LF. Good neighbours go on together; a bad line is told between them, so the order stays. */
  const block = (bytes: Buffer) => {
    const suspect = !isUtf8(bytes) || bytes.includes(0)
    let from = 0
    let ends: number[] = []
    let first = 0
    const flush = (to: number) => {
      if (ends.length > 0) sink.lines(bytes.subarray(from, to), ends, first)
      ends = []
      from = to
    }
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(LF, at)
      number++
      if (suspect || bytes[at] !== BRACE || end - at > maxLine) {
        // What goes before is flushed first, for a fault is told the moment it is found.
        flush(at)
        if (!passes(bytes.subarray(at, end))) {
          at = end + 1
          from = at
          continue
        }
      }
      if (ends.length === 0) first = number
      ends.push(end - from)
      at = end + 1
      if (at - from >= RUN) flush(at)
    }
    flush(bytes.length)
  }

  return {
    write(chunk) {
      let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      if (skipping || held > 0) {
        const end = bytes.indexOf(LF)
        if (end === -1) {
          skipping ||= !hold(bytes)
          return
        }
        if (!skipping && hold(bytes.subarray(0, end))) {
          const line = Buffer.allocUnsafe(held + 1)
          carry.copy(line, 0, 0, held)
          line[held] = LF
          held = 0
          block(line)
        }
        skipping = false
        bytes = bytes.subarray(end + 1)
      }
      const last = bytes.lastIndexOf(LF)
      if (last !== -1) block(bytes.subarray(0, last + 1))
      if (last + 1 < bytes.length) skipping = !hold(bytes.subarray(last + 1))
    },
    end() {
      const bytes = Buffer.from(carry.subarray(0, held))
      held = 0
      if (bytes.length === 0) return undefined
      number++
      if (!passes(bytes)) return undefined
      return { bytes: Buffer.concat([bytes, Buffer.of(LF)]), line: number }
    },
  }
}
