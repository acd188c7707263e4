/** What a program is sent: a start, selections and their oddities go in, the bytes of stdin come out. */

import { fingerprintOf } from '../../protocol/fingerprint.js'
import type { Item, Resolve, Start } from '../../protocol/gen/messages.js'
import * as validators from '../../protocol/gen/validators.js'
import { encodeResolve, encodeStart } from '../../protocol/writer.js'
import type { Scratch } from './scratch.js'
import { fillAll, placesOf, type Selection, type Subject } from './subject.js'
import type { Role } from './transcript.js'

export const STEP = 'tried'
const MAX_LINE = 1_048_576

export const starts = ['usual', 'later-protocol', 'empty', 'only-resolve', 'not-json'] as const
export type StartKind = (typeof starts)[number]
export const oddities = [
  'unknown-properties',
  'unknown-types',
  'separators',
  'non-ascii',
  'long-line',
  'cut-line',
] as const
export type Oddity = (typeof oddities)[number]

export interface Sending {
  subject: Subject
  scratch: Scratch
  role: Role
  selections: Selection[]
  attempt: number
  found: readonly Item[]
  start: StartKind
  oddity?: Oddity | undefined
}

/** Raw members, put where a later version would put them: behind all that is known, before the last key. */
const members: Record<Oddity, string> = {
  'unknown-properties':
    '"later":{"type":"done","list":[1,null,{"deep":true}]},"x-mine":"kept","__proto__":{"role":"none"},"constructor":1',
  'unknown-types': '',
  // As they are, unescaped: what splits lines there sees half of an object.
  separators: '"x-text":"one\u2028two\u2029three\u0085four\\u000bfive\\u000csix"',
  'non-ascii': '"x-text":"é ß 中文 \u{1f600} \u0301"',
  'long-line': '',
  'cut-line': '',
}

/** Whole but for its LF. */
const cut = '{"type":"resolve","item":"no.such.item","resolution":"nothing","attempt":1}'

const strangers = [
  '{"type":"later","item":"x","resolution":"y"}',
  '{"type":"x-note","text":"resolve start done"}',
  '{"type":"cancel"}',
]

export function stdinOf(sending: Sending): string {
  const { start, oddity, selections, role } = sending
  const resolves =
    role === 'consumer' ? selections.map((selection, at) => resolveLine(sending, selection, at === 0)) : []
  switch (start) {
    case 'empty':
      return ''
    case 'not-json':
      return 'start\n'
    case 'only-resolve':
      return resolves.length > 0
        ? resolves.join('')
        : '{"type":"resolve","item":"no.such.item","resolution":"nothing","attempt":1}\n'
    default: {
      const first = startLine(sending)
      if (oddity === 'cut-line') return [first, ...resolves, cut].join('')
      if (oddity !== 'unknown-types') return [first, ...resolves].join('')
      const between = strangers.map(line => `${line}\n`)
      return [first, ...between, ...resolves.flatMap(line => [line, ...between])].join('')
    }
  }
}

function startLine({ subject, scratch, role, start, oddity }: Sending): string {
  const { config, action, target } = subject
  const message: Start = {
    type: 'start',
    protocol: start === 'later-protocol' ? 65_535 : 1,
    role,
    run: 'conformance',
    step: STEP,
    action,
    ...(target === undefined ? {} : { target: fillAll(target, placesOf(scratch)) }),
    stateDir: scratch.stateDir,
    ...(config === undefined ? {} : { config: fillAll(config, placesOf(scratch)) }),
  }
  const encoded = encodeStart(message)
  if (!encoded.ok) throw new Error(`the suite cannot send its start: ${encoded.error.message}`)
  return odd(encoded.value, 'config', oddity, validators.start)
}

function resolveLine({ found, attempt, oddity }: Sending, selection: Selection, first: boolean): string {
  const item = found.find(({ id }) => id === selection.item)
  const message: Resolve = {
    type: 'resolve',
    item: selection.item,
    resolution: selection.resolution,
    attempt,
    ...(item ? { fingerprint: fingerprintOf(item) } : {}),
    ...(selection.input ? { input: selection.input } : {}),
  }
  const encoded = encodeResolve(message)
  if (!encoded.ok) throw new Error(`the suite cannot send ${selection.item}: ${encoded.error.message}`)
  // One MiB says it all, and takes a shell a second.
  return odd(
    encoded.value,
    'input',
    oddity === 'long-line' && !first ? undefined : oddity,
    validators.resolve,
  )
}

/** Puts the oddity into a line, and holds the line to the schema again: what is sent is always valid. */
function odd(
  line: string,
  last: string,
  oddity: Oddity | undefined,
  validate: (value: unknown) => boolean,
): string {
  if (oddity === undefined || oddity === 'unknown-types' || oddity === 'cut-line') return line
  const bare = line.slice(0, -1)
  const { [last]: value } = JSON.parse(bare) as Record<string, unknown>
  const tail = value === undefined ? '}' : `,"${last}":${JSON.stringify(value)}}`
  const head = bare.slice(0, bare.length - tail.length)
  const free = MAX_LINE - Buffer.byteLength(head) - Buffer.byteLength(tail) - ',"x-pad":""'.length
  const member = oddity === 'long-line' ? `"x-pad":"${'p'.repeat(Math.max(0, free))}"` : members[oddity]
  const made = `${head},${member}${tail}`
  if (!validate(JSON.parse(made)) || made.includes('\n'))
    throw new Error(`the suite would send a line that is not valid: ${made.slice(0, 500)}`)
  return `${made}\n`
}
