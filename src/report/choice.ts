/** A choice in words: what was chosen, with what inputs, by whom and by what means. */

import type { Answer, Choice, InputValue, Who } from '../scheduler/model.js'
import { formatMoment } from './amount.js'
import { one } from './paragraph.js'

/** What only a variable says is said to be that. */
export function person({ user, login, loginBy }: Who): string {
  if (!login || login === user) return one(user)
  const by = loginBy === undefined || loginBy === 'loginuid' ? '' : ` (says ${loginBy})`
  return `${one(login)}${by} as ${one(user)}`
}

export const meansOf: Record<Choice['via'], string> = {
  prompt: 'at the prompt',
  answers: 'in the answers file',
  pattern: 'from a pattern of the answers file',
  policy: 'under the policy',
  option: 'on the command line',
  plan: 'in the saved plan',
  command: 'by edgewise choose',
}

export function answerText(answer: Answer): string {
  switch (answer.kind) {
    case 'resolution':
      return one(answer.resolution)
    case 'waiver':
      return `waived, "${one(answer.reason)}"`
    case 'later':
      return 'put off, to be decided while the run goes on'
    default:
      return answer satisfies never
  }
}

/** In one line of a log. */
export const choiceText = (choice: Choice): string =>
  `${choice.address}: ${answerText(choice.answer)}, ${meansOf[choice.via]}, by ${person(choice.who)}`

export const howChosen = (choice: Choice): string =>
  `${meansOf[choice.via]}, by ${person(choice.who)}, ${formatMoment(one(choice.at))}`

/** A secret is only ever named. */
export const inputTexts = (input: Record<string, InputValue> | undefined): string[] =>
  Object.entries(input ?? {}).map(([name, value]) => `${one(name)} = ${inputText(value)}`)

function inputText(value: InputValue): string {
  if (typeof value !== 'object') return typeof value === 'string' ? `"${one(value)}"` : String(value)
  return value.secret === 'file' ? `from file ${one(value.file)}` : 'kept in memory'
}
