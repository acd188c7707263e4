/** Whether an answer fits what is asked: a finding and an answer in, the answer with its defaults filled in out. */

import { err, type Fallible, ok } from '../fallible.js'
import { nearest } from '../manifest/nearest.js'
import type { InputSpec, Name, Resolution } from '../protocol/gen/messages.js'
import type { Answer, Finding, InputValue } from '../scheduler/model.js'
import { listed, shown, textFault, valueFault } from './value.js'

export type RefusalCode =
  | 'choice.unknown-resolution'
  | 'choice.unknown-input'
  | 'choice.missing-input'
  | 'choice.bad-input'
  | 'choice.literal-secret'
  | 'choice.not-secret'
  | 'choice.bad-reason'
  | 'choice.host-waiver'

export interface Refusal {
  code: RefusalCode
  message: string
  hint: string
}

export function validateAnswer(finding: Finding, answer: Answer): Fallible<Answer, Refusal> {
  const offered = finding.item.resolutions ?? []
  if (answer.kind === 'later')
    return finding.source === 'host' ? err(unwaivable(finding, offered)) : ok(answer)
  if (answer.kind === 'waiver')
    return finding.source === 'host'
      ? err(unwaivable(finding, offered))
      : validateReason(finding, answer.reason)
  const resolution = offered.find(each => each.id === answer.resolution)
  if (!resolution) return err(unknownResolution(finding, answer.resolution, offered))
  const input = validateInput(finding, resolution, answer.input ?? {})
  if (!input.ok) return input
  const filled = Object.keys(input.value).length > 0 ? { input: input.value } : {}
  return ok({ kind: 'resolution', resolution: resolution.id, ...filled })
}

/** The run waits for what the host asks: left as it is, it would wait for ever. */
const unwaivable = ({ address }: Finding, offered: Resolution[]): Refusal => ({
  code: 'choice.host-waiver',
  message: `${address} is asked by the host and cannot be left as it is: the run cannot go on without an answer.`,
  hint: `It offers ${offered.map(each => each.id).join(', ')}.`,
})

function validateReason(finding: Finding, reason: string): Fallible<Answer, Refusal> {
  const trimmed = reason.trim()
  const fault = trimmed === '' ? 'is empty' : textFault(trimmed)
  if (fault === undefined) return ok({ kind: 'waiver', reason: trimmed })
  return err({
    code: 'choice.bad-reason',
    message: `The reason for leaving ${finding.address} as it is ${fault}.`,
    hint: 'Say in a few words why it may stay: whoever reads the journal later will want to know.',
  })
}

function unknownResolution(finding: Finding, asked: Name, offered: Resolution[]): Refusal {
  const names = offered.map(each => each.id)
  const guess = nearest(asked, names)
  return {
    code: 'choice.unknown-resolution',
    message: `${finding.address} has no resolution ${shown(asked)}.`,
    hint:
      names.length === 0
        ? 'It offers none: mend the cause and check again, or leave it as it is with a reason (waive).'
        : `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}It offers ${names.join(', ')}.`,
  }
}

/** Values in the order of the resolution's own list, so that equal answers are equal bytes. */
function validateInput(
  finding: Finding,
  resolution: Resolution,
  given: Record<Name, InputValue>,
): Fallible<Record<Name, InputValue>, Refusal> {
  const specs = Object.entries(resolution.inputs ?? {})
  const names = specs.map(([name]) => name)
  for (const name of Object.keys(given))
    if (!names.includes(name)) return err(unknownInput(finding, resolution, name, names))
  const values: [Name, InputValue][] = []
  for (const [name, spec] of specs) {
    const value = Object.hasOwn(given, name) ? given[name] : spec.secret ? undefined : spec.default
    if (value === undefined) {
      if (!spec.optional) return err(missingInput(finding, resolution, name, spec))
      continue
    }
    const checked = validateValue(`The input \`${name}\` of ${finding.address}`, spec, value)
    if (!checked.ok) return checked
    values.push([name, checked.value])
  }
  return ok(Object.fromEntries(values))
}

function validateValue(subject: string, spec: InputSpec, value: InputValue): Fallible<InputValue, Refusal> {
  if (typeof value === 'object') {
    if (spec.secret) return ok(value)
    return err({
      code: 'choice.not-secret',
      message: `${subject} is not secret, so it is not read from a file.`,
      hint: 'Write the value itself.',
    })
  }
  if (spec.secret)
    return err({
      code: 'choice.literal-secret',
      message: `${subject} is secret and is written out.`,
      hint: 'Name a file that holds it, { file: … }, and change the secret if others could have read it here.',
    })
  const fault = valueFault(spec, value)
  // -0 and 0 are one number to people and two to some readers of JSON.
  if (fault === undefined) return ok(Object.is(value, -0) ? 0 : value)
  return err({ code: 'choice.bad-input', message: `${subject} ${fault}.`, hint: hintFor(spec, value) })
}

function hintFor(spec: InputSpec, value: InputValue): string {
  if (spec.enum) return `Write one of ${listed(spec.enum)}.`
  if (spec.type === 'string')
    return typeof value === 'string' ? 'Shorten or clean the text.' : `Put it in quotes: "${value}".`
  return spec.type === 'boolean'
    ? 'Write true or false, without quotes.'
    : 'Write a whole number, without quotes.'
}

function unknownInput(finding: Finding, resolution: Resolution, name: Name, names: Name[]): Refusal {
  const guess = nearest(name, names)
  return {
    code: 'choice.unknown-input',
    message: `The resolution \`${resolution.id}\` of ${finding.address} has no input ${shown(name)}.`,
    hint:
      names.length === 0
        ? 'It takes no input.'
        : `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}It takes ${names.join(', ')}.`,
  }
}

const missingInput = (finding: Finding, resolution: Resolution, name: Name, spec: InputSpec): Refusal => ({
  code: 'choice.missing-input',
  message: `The resolution \`${resolution.id}\` of ${finding.address} needs the input \`${name}\`.`,
  hint: spec.secret
    ? `Name a file that holds it: input: { ${name}: { file: … } }.`
    : `Give it ${spec.enum ? `one of ${listed(spec.enum)}` : `as ${spec.type === 'integer' ? 'an' : 'a'} ${spec.type}`}.`,
})
