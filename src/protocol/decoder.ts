/** Bytes -> JSON objects with their line numbers: ndjson behind the line guard, and what its parse lets pass refused. */

import ndjson from 'ndjson'
import { countColons, duplicateKey, MAX_DEPTH, survey, unfitText } from './keys.js'
import { createLineGuard } from './lines.js'
import { cleanLine } from './text.js'
import type { ReportFault } from './violation.js'

export interface DecoderSink {
  object(value: object, line: number): void
  fault: ReportFault
}

export interface Decoder {
  /** The line whose object is in hand, for a fault that is found in it later. */
  line(): Uint8Array
  write(chunk: Uint8Array): void
  end(): void
}

export function createDecoder(maxLine: number, sink: DecoderSink): Decoder {
  const parser = ndjson.parse({ strict: true })
  // Only LF separates lines (R1.1); a CR before it is white space to JSON. The parser's own expression costs twice as much.
  parser.matcher = '\n'
  let bytes: Buffer = Buffer.alloc(0)
  let words: Int32Array = new Int32Array(0)
  let starts: number[] = []
  let ends: number[] = []
  let numbers: number[] = []
  let index = 0
  let escapes = false
  let unterminated = false
  let thrown: { error: unknown } | undefined

  const lineAt = (i: number) => bytes.subarray(starts[i], ends[i])
  const report = (i: number, code: string, says: string) => sink.fault(numbers[i]!, code, says, lineAt(i))

  const inspect = (value: object, i: number) => {
    const keys = survey(value)
    if (keys < 0) return report(i, 'too-deep', `is nested more than ${MAX_DEPTH} levels deep; flatten it`)
    const colons = countColons(bytes, words, starts[i]!, ends[i]!)
    if (keys !== colons) {
      const key = duplicateKey(lineAt(i).toString())
      if (key !== undefined)
        return report(
          i,
          'duplicate-key',
          `has the key ${JSON.stringify(cleanLine(key, 64))} twice; write each key once`,
        )
    }
    if (escapes && lineAt(i).includes('\\u')) {
      const unfit = unfitText(value)
      if (unfit === 'nul') return report(i, 'nul', 'holds the character U+0000; leave it out')
      if (unfit)
        return report(
          i,
          'lone-surrogate',
          'holds half of a surrogate pair; escape both halves or write UTF-8',
        )
    }
    sink.object(value, numbers[i]!)
  }

  // With a reader attached before the first write, the stream hands on each row inside write() itself, in order, whether
  // as a value or as an error. What it calls must not throw into it: it would take that for an error of its own.
  parser.on('data', (value: object) => {
    try {
      inspect(value, index)
    } catch (error) {
      thrown ??= { error }
    }
    index++
  })
  parser.on('error', () => {
    try {
      if (unterminated)
        report(
          index,
          'unterminated',
          'is the last, has no line feed and is not a whole message; was the program cut off?',
        )
      else
        report(
          index,
          'not-json',
          'begins like a message but is not valid JSON; print one JSON object on one line',
        )
    } catch (error) {
      thrown ??= { error }
    }
    index++
  })

  const parse = (block: Buffer, from: number[], to: number[], at: number[]) => {
    bytes = block
    words = new Int32Array(block.buffer, 0, block.buffer.byteLength >> 2)
    starts = from
    ends = to
    numbers = at
    index = 0
    // A byte is found faster than two, and most blocks have none.
    escapes = block.includes(0x5c) && block.includes('\\u')
    parser.write(block)
    if (thrown) throw thrown.error
    if (index !== at.length) throw new Error(`ndjson handed on ${index} of ${at.length} lines`)
  }
  const guard = createLineGuard(maxLine, { lines: parse, fault: sink.fault })

  return {
    write: guard.write,
    line: () => lineAt(index),
    end() {
      const last = guard.end()
      if (!last) return
      unterminated = true
      parse(last.bytes, [0], [last.bytes.length - 1], [last.line])
    },
  }
}
