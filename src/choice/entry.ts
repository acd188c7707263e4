/** What stands under `choices`: a parsed file in, answers with their places, or faults, out. */

import { type Document, rangeOf } from '../manifest/document.js'
import { nearest } from '../manifest/nearest.js'
import { quote, type Range } from '../manifest/problem.js'
import type { Answer, InputValue } from '../scheduler/model.js'
import { isAddress, isName, isPattern } from './address.js'

/** As the manifest's problems, so that the same readers can report it. */
export interface Fault {
  code: string
  message: string
  hint?: string
  path?: readonly string[]
  /** Point at the key rather than at its value. */
  onKey?: boolean
  range?: Range
}

type Report = (fault: Fault) => void
type Mapping = Record<string, unknown>

export interface Entry {
  key: string
  answer: Answer
  fingerprint?: string
  /** Offset of the key. */
  at: number
}

const kinds = ['resolution', 'waive', 'later'] as const
const example = 'Write it as step/item: { resolution: name }, or { waive: "reason" }, or { later: true }.'

export function entriesOf(document: Document, report: Report): Entry[] {
  const root = document.value
  if (!isMapping(root)) {
    const what = root === null || root === undefined ? 'is empty' : 'holds no mapping'
    report({
      code: 'answers.wrong-type',
      message: `The file ${what}.`,
      hint: 'Begin with `edgewise: 1` and `choices:`.',
    })
    return []
  }
  unknownKeys(root, ['$schema', 'edgewise', 'choices'], [], report)
  if (!Object.hasOwn(root, 'edgewise'))
    missing('edgewise', 'Write `edgewise: 1`, the format of this file.', report)
  else if (root.edgewise !== 1)
    report({
      code: 'answers.version',
      message: 'This format of answers is not known here.',
      hint: 'Write `edgewise: 1`.',
      path: ['edgewise'],
    })
  if (!Object.hasOwn(root, 'choices'))
    missing('choices', 'Write `choices:` and the answers below it.', report)
  const choices = root.choices ?? {}
  if (!isMapping(choices)) {
    report({
      code: 'answers.wrong-type',
      message: '"choices" must be a mapping.',
      hint: example,
      path: ['choices'],
    })
    return []
  }
  return Object.entries(choices).flatMap(([key, value]) => entryOf(document, key, value, report) ?? [])
}

function entryOf(document: Document, key: string, value: unknown, report: Report): Entry | undefined {
  const path = ['choices', key]
  if (!isAddress(key) && !isPattern(key)) report(badKey(key, path))
  if (!isMapping(value)) {
    report({
      code: 'answers.wrong-type',
      message: `The answer for ${quote(key)} must be a mapping.`,
      hint: example,
      path,
    })
    return undefined
  }
  unknownKeys(value, [...kinds, 'input', 'fingerprint'], path, report)
  const given = kinds.filter(kind => Object.hasOwn(value, kind))
  if (given.length !== 1) {
    const what = given.length === 0 ? 'says nothing' : `says ${given.join(' and ')} at once`
    report({
      code: 'answers.no-answer',
      message: `The answer for ${quote(key)} ${what}.`,
      hint: example,
      path,
      onKey: true,
    })
  }
  const fingerprint = fingerprintOf(key, value, path, report)
  const answer = given.length > 0 ? answerOf(given[0]!, value, path, report) : undefined
  if (!answer) return undefined
  const bound = fingerprint === undefined ? {} : { fingerprint }
  return { key, answer, ...bound, at: rangeOf(document, path, true)[0] }
}

function answerOf(
  kind: (typeof kinds)[number],
  value: Mapping,
  path: string[],
  report: Report,
): Answer | undefined {
  const here = [...path, kind]
  if (kind !== 'resolution' && Object.hasOwn(value, 'input'))
    report({
      code: 'answers.unknown-key',
      message: `"input" belongs to a resolution, not to "${kind}".`,
      hint: 'Take it away.',
      path: [...path, 'input'],
      onKey: true,
    })
  if (kind === 'later') {
    if (value.later === true) return { kind: 'later' }
    const message = '"later" can only be true.'
    report({ code: 'answers.bad-value', message, hint: 'Leave the whole answer out instead.', path: here })
    return undefined
  }
  const text = textAt(value[kind], here, report)
  if (text === undefined) return undefined
  if (kind === 'waive') {
    if (text.trim() !== '') return { kind: 'waiver', reason: text }
    report({
      code: 'answers.bad-value',
      message: 'A waiver needs a reason.',
      hint: 'Say why it may stay.',
      path: here,
    })
    return undefined
  }
  if (!isName(text)) {
    const hint = 'A name is 1 to 64 of a-z 0-9 . _ -, beginning with a letter.'
    report({
      code: 'answers.bad-value',
      message: `${quote(text)} cannot be the name of a resolution.`,
      hint,
      path: here,
    })
    return undefined
  }
  const input = inputOf(value.input, [...path, 'input'], report)
  return { kind: 'resolution', resolution: text, ...(input && { input }) }
}

function inputOf(input: unknown, path: string[], report: Report): Record<string, InputValue> | undefined {
  if (input === undefined) return undefined
  if (!isMapping(input)) {
    const hint = 'Write input: { name: value }, or leave it out.'
    report({ code: 'answers.wrong-type', message: '"input" must be a mapping.', hint, path })
    return undefined
  }
  const values: [string, InputValue][] = []
  for (const [name, value] of Object.entries(input)) {
    const here = [...path, name]
    if (!isName(name)) {
      const hint = 'A name is 1 to 64 of a-z 0-9 . _ -, beginning with a letter.'
      report({
        code: 'answers.bad-key',
        message: `${quote(name)} cannot be the name of an input.`,
        hint,
        path: here,
        onKey: true,
      })
    }
    const secret = isMapping(value) ? fileOf(value) : undefined
    if (secret !== undefined) values.push([name, { secret: 'file', file: secret }])
    else if (typeof value === 'string' || typeof value === 'boolean' || Number.isInteger(value))
      values.push([name, value as string | boolean | number])
    // The place is the key: what is written as a value may be a secret, and diagnostics quote.
    else report({ code: 'answers.bad-value', ...faultOf(name, value), path: here, onKey: true })
  }
  return Object.fromEntries(values)
}

function fileOf(value: Mapping): string | undefined {
  const { file } = value
  const fits = typeof file === 'string' && file !== '' && file.length <= 4096 && !file.includes('\u0000')
  return fits && Object.keys(value).length === 1 ? file : undefined
}

function faultOf(name: string, value: unknown): { message: string; hint: string } {
  const subject = `The input ${quote(name)}`
  if (value === null)
    return { message: `${subject} has no value.`, hint: 'Give it a value, or leave the key out.' }
  if (isMapping(value) && value.file === '')
    return { message: `${subject} names no file.`, hint: 'Name the file that holds the secret.' }
  if (isMapping(value))
    return {
      message: `${subject} is a mapping other than { file: path }.`,
      hint: 'Only a secret is a mapping: { file: path }.',
    }
  if (typeof value === 'number')
    return {
      message: `${subject} is a number with a fraction.`,
      hint: 'Write a whole number, or put it in quotes if text is meant.',
    }
  return { message: `${subject} is a list.`, hint: 'An input is text, true or false, or a whole number.' }
}

function fingerprintOf(key: string, value: Mapping, path: string[], report: Report): string | undefined {
  if (!Object.hasOwn(value, 'fingerprint')) return undefined
  const here = [...path, 'fingerprint']
  if (key.includes('*')) {
    const message = `${quote(key)} is a pattern, and a pattern has no fingerprint.`
    const hint = 'Take the fingerprint away, or write the whole name of the one item that it belongs to.'
    report({ code: 'answers.bad-value', message, hint, path: here, onKey: true })
  }
  const text = textAt(value.fingerprint, here, report)
  if (text !== '') return text
  report({
    code: 'answers.bad-value',
    message: 'The fingerprint is empty.',
    hint: 'Leave it out if any will do.',
    path: here,
  })
  return undefined
}

function textAt(value: unknown, path: string[], report: Report): string | undefined {
  if (typeof value === 'string') return value
  const hint =
    value === null || typeof value === 'object' ? 'Write a text.' : `Put it in quotes: "${String(value)}".`
  report({ code: 'answers.not-text', message: `"${path.at(-1)}" must be text.`, hint, path })
  return undefined
}

function unknownKeys(mapping: Mapping, known: string[], path: string[], report: Report): void {
  for (const key of Object.keys(mapping)) {
    if (known.includes(key)) continue
    const guess = nearest(key, known)
    const hint =
      guess === undefined
        ? `Known here: ${known.filter(each => each !== '$schema').join(', ')}.`
        : `Did you mean "${guess}"?`
    report({
      code: 'answers.unknown-key',
      message: `The key ${quote(key)} is not known here.`,
      hint,
      path: [...path, key],
      onKey: true,
    })
  }
}

const missing = (key: string, hint: string, report: Report): void =>
  report({ code: 'answers.missing-key', message: `The key "${key}" is missing.`, hint, range: [0, 0] })

function badKey(key: string, path: string[]): Fault {
  const whole = isName(key)
  return {
    code: 'answers.bad-key',
    message: whole
      ? `${quote(key)} names a whole step, and only items are answered.`
      : `${quote(key)} names no item.`,
    hint: whole
      ? `Write ${key}/item. A step whose producer failed cannot be answered or waived.`
      : 'Write step/item, each of a-z 0-9 . _ - and beginning with a letter; `*` stands for any part of a name.',
    path,
    onKey: true,
  }
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
