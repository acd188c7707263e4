/** Reads the lines of a file or of bytes one after another, holding no more than one line and one chunk. */

import { readSync } from 'node:fs'

export interface Line {
  /** Without its LF; empty where the line is over-long. */
  bytes: Uint8Array
  /** Bytes before it. */
  offset: number
  /** Bytes of it, its LF among them. */
  length: number
  /** It ends with LF. */
  whole: boolean
}

export type Chunks = () => Uint8Array | null

const CHUNK = 256 * 1024

/** The chunks of a descriptor from an offset on, each in memory of its own. */
export function chunksOf(fd: number, offset = 0): Chunks {
  let at = offset
  return () => {
    const chunk = Buffer.allocUnsafeSlow(CHUNK)
    const length = readSync(fd, chunk, 0, CHUNK, at)
    at += length
    return length === 0 ? null : chunk.subarray(0, length)
  }
}

/** `before`: bytes that stand before the first chunk, in which a line ends. */
export function* linesOf(next: Chunks, max: number, before = 0): Generator<Line, void> {
  let parts: Uint8Array[] = []
  let held = 0
  let length = 0
  let offset = before
  const keep = (part: Uint8Array): void => {
    length += part.length
    if (length > max + 1) {
      parts = []
      held = 0
      return
    }
    parts.push(part)
    held += part.length
  }
  const line = (whole: boolean): Line => {
    const lf = whole && held > 0 ? 1 : 0
    const joined = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, held)
    const found = { bytes: joined.subarray(0, held - lf), offset, length, whole }
    offset += length
    parts = []
    held = 0
    length = 0
    return found
  }
  for (let chunk = next(); chunk !== null; chunk = next()) {
    let from = 0
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, at + 1))
      from = at + 1
      yield line(true)
    }
    if (from < chunk.length) keep(chunk.subarray(from))
  }
  if (length > 0) yield line(false)
}
