/** The stdout of one program run: bytes in, valid messages and violations out, in the order of the lines. */

import { createDecoder } from './decoder.js'
import { describe } from './describe.js'
import type { Done, Item, Progress, Result, StepMessage } from './gen/messages.js'
import * as validators from './gen/validators.js'
import { MAX_LINE, sampleOf } from './lines.js'
import { isPlainItem } from './plain.js'
import { createSession, type SessionOptions } from './session.js'
import { sift } from './sift.js'
import { cleanLine } from './text.js'
import type { Validator } from './validator.js'
import type { ReportFault, Violation } from './violation.js'

export interface ReaderOptions extends SessionOptions {
  /** Bytes of a line without its LF. Default 1 MiB. */
  maxLine?: number
  /** Items of the run, follow-up items too. Default 1,000. */
  maxItems?: number
  /** Bytes of stdout. Default 64 MiB. */
  maxBytes?: number | undefined
  onMessage(message: StepMessage, line: number): void
  /** Called for at most the first 100; `Summary.violations` has the number of all. */
  onViolation(violation: Violation): void
  /**
   * A cap was passed: told once, in place of `onViolation`. The host ends a producer, and nothing more of it is read. A consumer
   * is left to finish: its results and its `done` still count, its items do not.
   */
  onOverflow(violation: Violation): void
}

export interface Summary {
  done: Done | undefined
  results: Result[]
  items: number
  violations: number
  overflow: boolean
  bytes: number
}

export interface Reader {
  write(chunk: Uint8Array): void
  /**
   * To be called once, after the last chunk; reports what only shows then. `cut`: the program was ended from outside, and
   * what it had no time to finish is no fault of its.
   */
  end(cut?: boolean): Summary
}

/** More say nothing new, and a program that prints a book would fill the host's memory and journal with it. */
const MAX_VIOLATIONS = 100

const byType = new Map<unknown, Validator<Item | Result | Progress | Done>>([
  ['item', validators.item],
  ['result', validators.result],
  ['progress', validators.progress],
  ['done', validators.done],
])

/** So many are a flood, as a program makes one that writes its log to stdout for ever. */
const FLOOD = 10_000

const overflows = new Set(['too-long', 'too-many-items', 'too-many-bytes', 'too-many-violations'])

export function createReader(options: ReaderOptions): Reader {
  const { role, maxLine = MAX_LINE, maxItems = 1000, maxBytes = 64 * 1_048_576 } = options
  const session = createSession(options)
  let violations = 0
  let overflow = false
  let flooded = false
  let bytes = 0
  let sifted = false
  let muted = false

  const dead = () => overflow && role === 'producer'

  const fault: ReportFault = (at, code, says, bytes) => {
    if (dead() || muted) return
    violations++
    // Where lines were left out of the count, a number would be wrong.
    const line = sifted ? 0 : at
    const first = !overflow && overflows.has(code)
    if (!overflow && violations === FLOOD) {
      flooded = true
      fault(
        at,
        'too-many-violations',
        `is the ${FLOOD}th line that breaks a rule; write logs to stderr`,
        bytes,
      )
    }
    if (!first && violations > MAX_VIOLATIONS) return
    const message = line === 0 ? `stdout ${says}` : `stdout line ${line} ${says}`
    const violation = { line, code: `protocol.${code}`, message, sample: bytes ? sampleOf(bytes) : '' }
    if (first) {
      overflow = true
      options.onOverflow(violation)
    } else options.onViolation(violation)
  }
  const violated = (line: number, code: string, says: string) => fault(line, code, says, decoder.line())

  const judgeType = (type: unknown, line: number) => {
    if (session.done()) violated(line, 'after-done', 'follows done, which is the last line')
    else if (type === undefined)
      violated(line, 'no-type', 'has no type; give it one of item, result, progress, done')
    else if (type === 'start' || type === 'resolve')
      violated(line, 'wrong-role', `is a ${type}, which only the host sends`)
    else if (typeof type !== 'string' || !type.startsWith('x-')) {
      const shown = typeof type === 'string' ? JSON.stringify(cleanLine(type, 64)) : 'that is no text'
      violated(
        line,
        'unknown-type',
        `has a type ${shown}; use item, result, progress, done or one that begins with x-`,
      )
    }
  }

  const accept = (value: Item | Result | Progress | Done, line: number) => {
    if (flooded && value.type === 'item') return
    const { counts, breach } = session.accept(value, line)
    if (breach) violated(line, breach.code, breach.message)
    if (!counts) return
    if (session.items() > maxItems && value.type === 'item') {
      flooded = true
      violated(
        line,
        'too-many-items',
        `passes the ${maxItems} items that a run may have; bring items of a kind together`,
      )
      return
    }
    options.onMessage(value, line)
  }

  const judge = (value: object, line: number, plain: boolean) => {
    if (dead()) return
    if (plain) {
      accept(value as Item, line)
      return
    }
    const { type } = value as { type?: unknown }
    const validate = byType.get(type)
    if (validate === undefined) {
      judgeType(type, line)
      return
    }
    if (!validate(value)) {
      const error = violations < MAX_VIOLATIONS ? validate.errors?.[0] : undefined
      violated(
        line,
        'invalid',
        `is no valid ${type}: it ${error ? describe(error, value) : 'breaks the schema'}`,
      )
      return
    }
    accept(value, line)
  }

  const decoder = createDecoder(maxLine, { plain: isPlainItem, object: judge, fault })

  return {
    write(chunk) {
      // What still fits is read first, so that the cap falls on the same byte however the bytes were cut.
      const room = Math.max(0, maxBytes - bytes)
      const told = bytes > maxBytes
      bytes += chunk.length
      if (dead()) return
      // Not at the first byte too many: what comes close behind is still told by its number.
      if (overflow && (violations > MAX_VIOLATIONS || bytes > maxBytes + MAX_LINE)) {
        for (const part of sift(chunk)) decoder.write(part)
        sifted = true
        return
      }
      if (chunk.length <= room) {
        decoder.write(chunk)
        return
      }
      if (room > 0) decoder.write(chunk.subarray(0, room))
      if (!told && !dead()) {
        flooded = true
        fault(
          0,
          'too-many-bytes',
          `is longer than the ${maxBytes} bytes that a run may have (limits.output); write logs to stderr`,
        )
      }
      if (!dead()) decoder.write(chunk.subarray(room))
    },
    end(cut = false) {
      if (!dead()) {
        muted = cut
        decoder.end()
        for (const { code, message, line } of session.end()) fault(line, code, message)
      }
      const { done, items, results } = session
      return { done: done(), results, items: items(), violations, overflow, bytes }
    },
  }
}
