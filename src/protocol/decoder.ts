/** Bytes -> JSON objects with their line numbers: ndjson behind the line guard, and what its parse lets pass refused. */

import ndjson from 'ndjson'
import { countColons, duplicateKey, findOddNumber, MAX_DEPTH, survey, unfitText } from './keys.js'
import { createLineGuard } from './lines.js'
import { cleanLine } from './text.js'
import type { ReportFault } from './violation.js'

export interface DecoderSink {
  /** Whether the object is sure to be valid and to fill `size` bytes with nothing that could be wrong: then it is not surveyed. */
  plain(value: object, size: number): boolean
  object(value: object, line: number, plain: boolean): void
  fault: ReportFault
}

export interface Decoder {
  /** The line whose object is in hand, for a fault that is found in it later. */
  line(): Uint8Array
  write(chunk: Uint8Array): void
  end(): void
}

const noBytes = Buffer.alloc(0)
const noWords: Int32Array = new Int32Array(0)

export function createDecoder(maxLine: number, sink: DecoderSink): Decoder {
  const parser = ndjson.parse({ strict: true })
  // Only LF separates lines (R1.1); a CR before it is white space to JSON. The parser's own expression costs twice as much.
  parser.matcher = '\n'
  let bytes: Buffer = noBytes
  let words = noWords
  let ends: number[] = []
  let first = 0
  let index = 0
  let escapes = false
  let unterminated = false
  let thrown: { error: unknown } | undefined

  const start = () => (index === 0 ? 0 : ends[index - 1]! + 1)
  const line = () => bytes.subarray(start(), ends[index])
  const report = (code: string, says: string) => sink.fault(first + index, code, says, line())

  const inspect = (value: object) => {
    const from = start()
    const to = ends[index]!
    if (sink.plain(value, to - from)) return sink.object(value, first + index, true)
    const { keys, size, tooDeep, oddNumber } = survey(value)
    if (tooDeep) return report('too-deep', `is nested more than ${MAX_DEPTH} levels deep; flatten it`)
    if (size !== to - from && keys !== countColons(bytes, words, from, to)) {
      const key = duplicateKey(line().toString())
      if (key !== undefined)
        return report(
          'duplicate-key',
          `has the key ${JSON.stringify(cleanLine(key, 64))} twice; write each key once`,
        )
    }
    if (escapes && line().includes('\\u')) {
      const unfit = unfitText(value)
      if (unfit === 'nul') return report('nul', 'holds the character U+0000; leave it out')
      if (unfit)
        return report('lone-surrogate', 'holds half of a surrogate pair; escape both halves or write UTF-8')
    }
    const odd = oddNumber ? findOddNumber(value) : undefined
    if (odd)
      return report('invalid', `holds a number that readers disagree on: ${cleanLine(odd.at)} is ${odd.says}`)
    sink.object(value, first + index, false)
  }

  // Each row is taken as the parser hands it to its stream, inside write() and in order. The stream behind it is not used:
  // there a null would be the end, and a queue and an event for each row would cost a tenth of the whole. What is called
  // from here must not throw: the parser would take that for an error of its own.
  parser.push = (value: object) => {
    try {
      inspect(value)
    } catch (error) {
      thrown ??= { error }
    }
    index++
    return true
  }
  parser.on('error', () => {
    try {
      if (unterminated)
        report(
          'unterminated',
          'is the last, has no line feed and is not a whole message; was the program cut off?',
        )
      else
        report('not-json', 'begins like a message but is not valid JSON; print one JSON object on one line')
    } catch (error) {
      thrown ??= { error }
    }
    index++
  })

  const parse = (block: Buffer, to: number[], number: number) => {
    bytes = block
    words = new Int32Array(block.buffer, 0, block.buffer.byteLength >> 2)
    ends = to
    first = number
    index = 0
    // A byte is found faster than two, and most blocks have none.
    escapes = block.includes(0x5c) && block.includes('\\u')
    parser.write(block)
    // A reader that waits for more, or is done with, keeps no chunk alive.
    bytes = noBytes
    words = noWords
    if (thrown) throw thrown.error
    if (index !== to.length) throw new Error(`ndjson handed on ${index} of ${to.length} lines`)
  }
  const guard = createLineGuard(maxLine, { lines: parse, fault: sink.fault })

  return {
    write: guard.write,
    line,
    end() {
      const last = guard.end()
      if (!last) return
      unterminated = true
      parse(last.bytes, [last.bytes.length - 1], last.line)
    },
  }
}
