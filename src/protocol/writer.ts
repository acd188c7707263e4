/** Host messages -> lines: compact, `type` first, keys in the order of the spec, so that a shell can match a prefix (R1.10). */

import { err, type Fallible, ok } from '../fallible.js'
import { describe } from './describe.js'
import type { Resolve, Start } from './gen/messages.js'
import * as validators from './gen/validators.js'
import { MAX_DEPTH } from './keys.js'
import { MAX_LINE } from './lines.js'
import type { Validator } from './validator.js'

/** Why a value of the manifest, or an answer, cannot travel. */
export interface EncodeError {
  code: 'protocol.unencodable'
  /** Where in the message, `config.hosts[2].name` say; empty for the message as a whole. */
  path: string
  message: string
}

const startKeys = [
  'type',
  'protocol',
  'role',
  'run',
  'step',
  'action',
  'target',
  'stateDir',
  'features',
  'config',
] as const
const resolveKeys = ['type', 'item', 'resolution', 'attempt', 'fingerprint', 'input'] as const

const plain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const faultOfText = (text: string): string | undefined => {
  if (text.includes('\0'))
    return 'holds the character U+0000, which no shell, argument or file name can carry'
  if (/\p{Surrogate}/u.test(text)) return 'holds half of a surrogate pair, which UTF-8 cannot carry'
  return undefined
}

const faultOf = (value: unknown, depth: number): string | undefined => {
  if (depth > MAX_DEPTH) return `is nested more than ${MAX_DEPTH} levels deep`
  if (typeof value === 'string') return faultOfText(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'is not a finite number'
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      return 'is an integer beyond ±(2^53−1), which readers would round; write it as a string'
    return undefined
  }
  if (typeof value === 'boolean' || value === null) return undefined
  if (typeof value !== 'object') return `is a ${typeof value}, which JSON cannot carry`
  if (!Array.isArray(value) && !plain(value)) return 'is neither a list nor a plain object'
  return undefined
}

/** The first value that cannot travel, with the path to it. Depth is bounded, so a circle ends too. */
function unfit(value: unknown, path: string, depth: number): { path: string; message: string } | undefined {
  const fault = faultOf(value, depth)
  if (fault !== undefined) return { path, message: fault }
  if (typeof value !== 'object' || value === null) return undefined
  const list = Array.isArray(value)
  for (const [key, inner] of Object.entries(value)) {
    const at = list ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    // What is undefined is absent, but in a list it would turn into null.
    if (inner === undefined && !list) continue
    const wrong = faultOfText(key)
    if (wrong !== undefined) return { path: JSON.stringify(at), message: `has a key that ${wrong}` }
    const found = unfit(inner, at, depth + 1)
    if (found) return found
  }
  return undefined
}

function encode<T extends object>(
  message: T,
  keys: readonly (keyof T & string)[],
  validate: Validator<T>,
): Fallible<string, EncodeError> {
  const fail = (path: string, reason: string) =>
    err<EncodeError>({ code: 'protocol.unencodable', path, message: `${path || 'the message'} ${reason}` })
  const found = unfit(message, '', 1)
  if (found) return fail(found.path, found.message)
  const ordered = Object.fromEntries(keys.map(key => [key, message[key]]))
  const line = JSON.stringify(ordered)
  if (!validate(JSON.parse(line))) {
    const error = validate.errors?.[0]
    return fail('', error ? describe(error, message) : 'breaks the schema')
  }
  const size = Buffer.byteLength(line)
  if (size > MAX_LINE)
    return fail('', `takes ${size} bytes, but a line has at most ${MAX_LINE}; name a file instead`)
  return ok(`${line}\n`)
}

/** One line with its LF. */
export const encodeStart = (start: Start): Fallible<string, EncodeError> =>
  encode(start, startKeys, validators.start)

/** One line with its LF. Secret values are in it, so it is written to stdin and nowhere else. */
export const encodeResolve = (resolve: Resolve): Fallible<string, EncodeError> =>
  encode(resolve, resolveKeys, validators.resolve)
