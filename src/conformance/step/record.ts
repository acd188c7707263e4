/** Listens to one program and keeps what an assertion may ask for, within bounds: bytes in, a transcript out. */

import { createReader } from '../../protocol/reader.js'
import { clean, cleanLine } from '../../protocol/text.js'
import type { Settled } from '../../sandbox/running.js'
import type { Selection } from './subject.js'
import type { Moment, Role, Transcript } from './transcript.js'

const SHOWN_LINES = 20
const SHOWN_BYTES = 300
/** Of stdout and of stderr each; what must not be in it is looked for there. */
/** The protocol's own cap, where the reader does not count any more. */
const MOST = 64 * 1024 * 1024
const KEPT = 4 * 1024 * 1024

export interface Recorder {
  stdout(chunk: Uint8Array): void
  stderr(chunk: Uint8Array): void
  /** Counts up with everything that comes. */
  words(): number
  moment(): Moment
  results(): string[]
  /** A cap was passed: there is no point in listening on. */
  overflow(): boolean
  finish(end: Ended): Transcript
}

export interface Ended {
  settled?: Settled | undefined
  failure?: { message: string; hint: string } | undefined
  hung?: string | undefined
  held?: Moment | undefined
  steps: Transcript['steps']
  trace?: string[] | undefined
  reboots: string[]
  stderr: string[]
}

export interface Recorded {
  name: string
  role: Role
  step: string
  sent: Selection[]
  stdin: string
}

export function record(of: Recorded): Recorder {
  const { name, role, step } = of
  const transcript: Transcript = {
    name,
    role,
    sent: shown(of.stdin),
    selections: of.sent,
    came: [],
    lines: 0,
    longest: 0,
    endsWithLf: true,
    bytes: 0,
    messages: [],
    items: [],
    results: [],
    progress: [],
    done: undefined,
    violations: [],
    exit: undefined,
    hung: undefined,
    failure: undefined,
    leftovers: [],
    stderr: [],
    output: '',
    held: undefined,
    steps: [],
    trace: undefined,
    reboots: [],
  }
  const kept = { stdout: [] as Buffer[], stderr: [] as Buffer[], out: 0, err: 0 }
  let words = 0
  let length = 0
  let overflow = false
  let endsWithLf = true
  const reader = createReader({
    role,
    step,
    sent: of.sent,
    onMessage(message, line) {
      transcript.messages.push({ message, line })
      if (message.type === 'item') transcript.items.push(message)
      else if (message.type === 'result') transcript.results.push(message)
      else if (message.type === 'progress') transcript.progress.push(message)
    },
    onViolation: violation => transcript.violations.push(violation),
    onOverflow(violation) {
      transcript.violations.push(violation)
      // One line that is too long is a fault and no flood: what comes behind it is still of interest.
      overflow ||= violation.code !== 'protocol.too-long'
    },
  })
  const measure = (chunk: Uint8Array): void => {
    transcript.bytes += chunk.length
    overflow ||= transcript.bytes > MOST
    endsWithLf = chunk.at(-1) === 10
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      transcript.longest = Math.max(transcript.longest, length + at - from)
      transcript.lines++
      length = 0
      from = at + 1
    }
    length += chunk.length - from
    transcript.longest = Math.max(transcript.longest, length)
  }
  return {
    stdout(chunk) {
      words++
      measure(chunk)
      if (kept.out < KEPT) kept.stdout.push(Buffer.from(chunk))
      kept.out += chunk.length
      reader.write(chunk)
    },
    stderr(chunk) {
      words++
      if (kept.err < KEPT) kept.stderr.push(Buffer.from(chunk))
      kept.err += chunk.length
    },
    words: () => words,
    moment: () => ({
      results: transcript.results.map(({ item }) => item),
      progress: transcript.progress.length,
      messages: transcript.messages.length,
      lines: transcript.lines,
    }),
    results: () => transcript.results.map(({ item }) => item),
    overflow: () => overflow,
    finish({ settled, ...end }) {
      const summary = reader.end(end.hung !== undefined || settled?.ended !== undefined)
      const stdout = Buffer.concat(kept.stdout)
      return {
        ...transcript,
        ...end,
        endsWithLf,
        done: summary.done,
        came: shown(stdout.toString('utf8')),
        exit: settled ? { status: settled.status, signal: settled.signal } : undefined,
        leftovers: settled?.leftovers ?? [],
        failure: end.failure ?? settled?.failure,
        hung: end.hung,
        held: end.held,
        trace: end.trace,
        output: `${stdout.toString('utf8')}\n${Buffer.concat(kept.stderr).toString('utf8')}`,
        stderr: end.stderr.map(line => cleanLine(line, SHOWN_BYTES)).slice(-SHOWN_LINES),
      }
    },
  }
}

/** The first lines, long ones cut and said to be. */
export function shown(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const first = lines.slice(0, SHOWN_LINES).map(line => {
    const size = Buffer.byteLength(line)
    return size > SHOWN_BYTES
      ? `${clean(line, SHOWN_BYTES)} (${size} bytes)`
      : cleanLine(line, SHOWN_BYTES * 2)
  })
  return lines.length > SHOWN_LINES ? [...first, `(and ${lines.length - SHOWN_LINES} more lines)`] : first
}
