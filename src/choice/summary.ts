/** An answer in one sentence: a finding and what was answered in, a line for people out, secrets only named. */

import { clean } from '../protocol/text.js'
import type { Answer, Finding, InputValue } from '../scheduler/model.js'
import { shown } from './value.js'

export function describeAnswer(finding: Finding, answer: Answer | undefined): string {
  if (!answer) return 'left as it is'
  if (answer.kind === 'waiver') return `left as it is: ${clean(answer.reason)}`
  if (answer.kind === 'later') return 'to be decided later'
  const resolution = finding.item.resolutions?.find(each => each.id === answer.resolution)
  const inputs = Object.entries(answer.input ?? {}).map(([name, value]) => `${name} ${describeValue(value)}`)
  const destroys = resolution?.effects?.destructive ? ', destroys data' : ''
  const title = clean(resolution?.title ?? answer.resolution)
  return `${title}${destroys}${inputs.length > 0 ? ` (${inputs.join(', ')})` : ''}`
}

function describeValue(value: InputValue): string {
  if (typeof value !== 'object') return clean(shown(value))
  return value.secret === 'file' ? `from ${clean(value.file)}` : '(typed, not shown)'
}
