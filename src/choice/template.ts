/** An answers file to fill in: findings and choices in, commented YAML out that loads and gives back these choices. */

import type { InputSpec, Resolution } from '../protocol/gen/messages.js'
import { clean } from '../protocol/text.js'
import { activeFindings } from '../scheduler/findings.js'
import type { Address, Answer, Choice, Finding, InputValue } from '../scheduler/model.js'
import { effectsOf } from './effects.js'
import { defaultOf } from './policy.js'
import { treeOrder } from './tree.js'
import { listed, scalar } from './value.js'
import { wrap } from './wrap.js'

export interface Template {
  /** The manifest's. */
  name: string
  /** ISO 8601, UTC. */
  created: string
  findings: Finding[]
  choices: Choice[]
}

/**
 * `##` explains, `# ` is an answer to take by removing these two characters. What is decided stands uncommented, unless
 * it holds a secret that was typed: that one is nowhere to be read from.
 */
export function answersTemplate({ name, created, findings, choices }: Template): string {
  const decided = new Map(choices.map(choice => [choice.address, choice]))
  const active = new Set(activeFindings(findings, decided))
  // One key twice would not load, and two branches may lead to one item: the one that is asked has it.
  const keyed = new Map<Address, Finding>()
  for (const finding of findings)
    if (active.has(finding) || !keyed.has(finding.address)) keyed.set(finding.address, finding)
  const blocks = treeOrder(findings).map(finding => {
    const explained = explain(finding)
    if (keyed.get(finding.address) !== finding)
      return [...explained, `  ## ${finding.address} stands in this file already.`]
    const choice = active.has(finding) ? decided.get(finding.address) : undefined
    const current =
      choice?.fingerprint === finding.fingerprint && !isTyped(choice.answer) ? choice : undefined
    const answer = entry(finding, current?.answer ?? proposal(finding))
    return [...explained, ...answer.map(line => (current ? `  ${line}` : `  # ${line}`))]
  })
  return `${[...heading(name, created), ...blocks.flatMap(block => ['', ...block])].join('\n')}\n`
}

const heading = (name: string, created: string): string[] => [
  `## Answers for ${line(name)}, as checked at ${line(created)}.`,
  '##',
  '## Lines with ## explain. Lines with a single # are answers: remove the # and the space after it, and edit.',
  '## An answer holds as long as the fingerprint does. Instead of a resolution an item can be left as it is:',
  '##   step/item: { waive: "why it may stay" }',
  '## A secret is never written here, only the file that holds it: { file: path }, relative to this file.',
  'edgewise: 1',
  'choices:',
]

function explain(finding: Finding): string[] {
  const { item, parent } = finding
  const told = [`${item.severity}: ${clean(item.title)}`]
  if (parent) told.push(`(asked only if ${parent.address} is answered with ${parent.resolution})`)
  if (item.detail) told.push(...indented(clean(item.detail)))
  if (item.docs) told.push(...indented(`see ${clean(item.docs)}`))
  if (item.resources?.length)
    told.push(...indented(`concerns ${item.resources.map(each => clean(each)).join(', ')}`))
  if (!item.resolutions?.length)
    told.push(...indented('no resolution is offered: mend it and check again, or waive it'))
  for (const resolution of item.resolutions ?? []) told.push(...explainResolution(resolution))
  return told.flatMap(comment)
}

function explainResolution(resolution: Resolution): string[] {
  const marked = resolution.default ? ' (default)' : ''
  const told = [`  - ${resolution.id}${marked}: ${clean(resolution.title)}`]
  if (resolution.detail) told.push(...indented(clean(resolution.detail), 6))
  told.push(...indented(effectsOf(resolution).join('; '), 6))
  for (const [name, spec] of Object.entries(resolution.inputs ?? {}))
    told.push(...indented(explainInput(name, spec), 6))
  return told
}

function explainInput(name: string, spec: InputSpec): string {
  const facts = [spec.secret ? 'secret, in a file' : spec.enum ? `one of ${listed(spec.enum)}` : spec.type]
  if (spec.default !== undefined && !spec.secret) facts.push(`default ${scalar(spec.default)}`)
  else facts.push(spec.optional ? 'may be left out' : 'needed')
  return `input ${name} (${facts.join(', ')})${spec.title ? `: ${clean(spec.title)}` : ''}`
}

/** What the file offers for an open item: its default, else its best resolution, else the waiver. */
function proposal(finding: Finding): Answer {
  const resolution = defaultOf(finding) ?? finding.item.resolutions?.[0]
  if (!resolution) return { kind: 'waiver', reason: '' }
  const input: Record<string, InputValue> = {}
  for (const [name, spec] of Object.entries(resolution.inputs ?? {})) {
    if (spec.secret) input[name] = { secret: 'file', file: '' }
    else if (spec.default !== undefined) input[name] = spec.default
  }
  return { kind: 'resolution', resolution: resolution.id, input }
}

function entry(finding: Finding, answer: Answer): string[] {
  const key = `${finding.address}:`
  if (answer.kind === 'later') return [key, '  later: true']
  const bound = `  fingerprint: ${scalar(finding.fingerprint)}`
  if (answer.kind === 'waiver') return [key, `  waive: ${scalar(answer.reason)}`, bound]
  const others = (finding.item.resolutions ?? []).map(each => each.id).filter(id => id !== answer.resolution)
  const lines = [
    key,
    `  resolution: ${answer.resolution}${others.length > 0 ? `  # or ${others.join(', ')}` : ''}`,
    bound,
  ]
  const specs = finding.item.resolutions?.find(each => each.id === answer.resolution)?.inputs ?? {}
  const inputs = Object.entries(specs).flatMap(([name, spec]) => inputLine(name, spec, answer.input ?? {}))
  // With nothing but comments below it, `input:` would be null.
  if (inputs.some(each => !each.startsWith('#'))) lines.push('  input:')
  else if (inputs.length > 0) lines.push('  # input:')
  return [...lines, ...inputs.map(each => `    ${each}`)]
}

function inputLine(name: string, spec: InputSpec, given: Record<string, InputValue>): string[] {
  const value = Object.hasOwn(given, name) ? given[name] : undefined
  if (value === undefined)
    return [spec.optional ? `# ${name}: ${example(spec)}` : `${name}:  # needed: ${example(spec)}`]
  if (typeof value !== 'object') return [`${name}: ${scalar(value)}`]
  return [`${name}: { file: ${scalar(value.secret === 'file' ? value.file : '')} }`]
}

const example = (spec: InputSpec): string =>
  spec.secret
    ? '{ file: path }'
    : spec.enum
      ? line(listed(spec.enum))
      : `a ${spec.type}`.replace('a i', 'an i')

const isTyped = (answer: Answer): boolean =>
  answer.kind === 'resolution' &&
  Object.values(answer.input ?? {}).some(value => typeof value === 'object' && value.secret === 'memory')

const indented = (text: string, by = 2): string[] => text.split('\n').map(each => `${' '.repeat(by)}${each}`)

/** Text of a step on one line: nothing in it may end a comment. */
const line = (text: string): string => clean(text).replace(/[\s\u0085\u2028\u2029]+/g, ' ')

/** What does not fit goes on below itself, indented as it was. */
function comment(text: string): string[] {
  return text
    .replace(/[\r\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .flatMap(each => {
      const [indent = ''] = /^ {0,8}(?:- )?/.exec(each) ?? []
      const [first, ...rest] = wrap(each.slice(indent.length), 96 - indent.length)
      return [`${indent}${first}`, ...rest.map(more => `${' '.repeat(indent.length)}${more}`)]
    })
    .map(each => `  ## ${each}`.trimEnd())
}
