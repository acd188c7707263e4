/** The last bytes of a stream, as lines: any amount goes in, at most 64 KiB and 40 lines are kept. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const BYTES = 64 * 1024
const LINES = 40

export interface Tail {
  push(chunk: Uint8Array): void
  lines(): string[]
}

/** Takes no memory until there is something: most programs say nothing on stderr. */
export function tail(): Tail {
  let ring: Buffer | undefined
  let total = 0
  return {
    push(chunk) {
      ring ??= Buffer.allocUnsafe(BYTES)
      const kept = chunk.length > BYTES ? chunk.subarray(chunk.length - BYTES) : chunk
      const at = (total + chunk.length - kept.length) % BYTES
      const first = Math.min(kept.length, BYTES - at)
      ring.set(kept.subarray(0, first), at)
      ring.set(kept.subarray(first), 0)
      total += chunk.length
    },
    lines() {
      if (!ring) return []
      const at = total % BYTES
      const bytes =
        total <= BYTES ? ring.subarray(0, total) : Buffer.concat([ring.subarray(at), ring.subarray(0, at)])
      return lastLines(bytes, total > BYTES)
    },
  }
}

/** The same of a file, read when it is asked for. */
export function tailOfFile(path: string): string[] {
  let fd: number | undefined
  try {
    fd = openSync(path, 'r')
    const size = fstatSync(fd).size
    const bytes = Buffer.alloc(Math.min(size, BYTES))
    const read = readSync(fd, bytes, 0, bytes.length, size - bytes.length)
    return lastLines(bytes.subarray(0, read), size > BYTES)
  } catch {
    return []
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

/**
 * Text as it came, escapes and all: cleaning it is for whoever shows it. The line that the cut went through is left out; where
 * it is the only one, it shows that something is missing.
 */
function lastLines(bytes: Buffer, cut: boolean): string[] {
  const lines = bytes.toString('utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  if (cut && lines.length > 1) lines.shift()
  else if (cut) lines[0] = `…${lines[0]!.replace(/^\ufffd+/, '')}`
  return lines.slice(-LINES)
}
