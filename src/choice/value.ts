/** What a single input may hold: the step's description of it and a value in, what is wrong with it out. */

import { err, type Fallible, ok } from '../fallible.js'
import type { InputSpec, Scalar } from '../protocol/gen/messages.js'

/** A message is one line of at most 1 MiB, and escaping can make a value six times as long. */
export const MAX_VALUE_BYTES = 65_536

/** Why a text cannot travel to a step, as the end of a sentence; undefined where it can. */
export function textFault(text: string): string | undefined {
  if (text.includes('\u0000')) return 'holds the character U+0000, which no program can be given'
  if (/\p{Surrogate}/u.test(text)) return 'holds half of a surrogate pair, which is not text'
  if (Buffer.byteLength(text) > MAX_VALUE_BYTES) return `is longer than ${MAX_VALUE_BYTES} bytes`
  return undefined
}

/** Why a value does not fit its input, as the end of a sentence; undefined where it does. */
export function valueFault(spec: InputSpec, value: Scalar): string | undefined {
  if (spec.type === 'integer') {
    if (typeof value !== 'number' || !Number.isInteger(value)) return `wants an integer, not ${shown(value)}`
    if (!Number.isSafeInteger(value)) return 'is beyond ±(2^53 − 1), where integers are no longer exact'
  } else if (spec.type === 'boolean') {
    if (typeof value !== 'boolean') return `wants true or false, not ${shown(value)}`
  } else if (typeof value !== 'string') {
    return `wants a string, not ${shown(value)}`
  }
  if (typeof value === 'string') {
    const fault = textFault(value)
    if (fault) return fault
  }
  if (spec.enum && !spec.enum.includes(value))
    return `is ${shown(value)}, but has to be one of ${listed(spec.enum)}`
  return undefined
}

/** As it is written in an answers file. Strings are always quoted: 26.10, yes and 0007 must stay what they are. */
export const scalar = (value: Scalar): string =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** As it is quoted in a sentence. */
export const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? scalar(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

export const listed = (values: readonly unknown[]): string => values.map(shown).join(', ')

/** What was typed, as its input wants it. The error never repeats the text, which may be a secret. */
export function parseValue(spec: InputSpec, text: string): Fallible<Scalar, string> {
  const trimmed = text.trim()
  if (spec.type === 'integer')
    return /^[+-]?\d{1,16}$/.test(trimmed) && Number.isSafeInteger(Number(trimmed))
      ? ok(Number(trimmed) || 0)
      : err('wants a whole number')
  if (spec.type === 'boolean')
    return trimmed === 'true' || trimmed === 'false' ? ok(trimmed === 'true') : err('wants true or false')
  const fault = textFault(text)
  return fault === undefined ? ok(text) : err(fault)
}
