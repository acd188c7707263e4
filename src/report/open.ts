/** What of a run was chosen on the way, and what is still open: its tally in, lines out. */

import { isHold } from '../scheduler/hold.js'
import type { Finding } from '../scheduler/model.js'
import { answerText, howChosen } from './choice.js'
import { one, paragraph } from './paragraph.js'
import type { Style } from './style.js'
import type { Tally } from './tally.js'

/** Who chose what since the commit, when and by what means. */
export function chosenOnTheWay({ chosen }: Tally, style: Style): string[] {
  if (chosen.length === 0) return []
  return [
    ...paragraph('Chosen on the way:', style),
    ...chosen.flatMap(choice =>
      paragraph(`${one(choice.address)}: ${answerText(choice.answer)}, ${howChosen(choice)}`, style, {
        indent: 2,
        lead: `${style.symbols.bullet} `,
      }),
    ),
  ]
}

export function openQuestions(tally: Tally, style: Style): string[] {
  const list = (heading: string, findings: Finding[]): string[] =>
    findings.length === 0
      ? []
      : [
          ...paragraph(heading, style, { tone: 'warn' }),
          ...findings.flatMap(({ address, item }) => [
            ...paragraph(`${one(address)}: ${one(item.title)}`, style, {
              indent: 2,
              lead: `${style.symbols.undecided} `,
              leadTone: 'warn',
            }),
            // Why a task failed stands with the task; a question of no task says here which file it is about.
            ...(isHold(address) && item.detail ? paragraph(one(item.detail), style, { indent: 4 }) : []),
          ]),
        ]
  const off = [...tally.deferred.values()].filter(({ step }) =>
    tally.ofStep(step).some(({ fate }) => fate === 'open'),
  )
  return [
    ...list('Waits for a choice:', [...tally.questions.values()]),
    ...list('Put off, asked when their steps are reached:', off),
  ]
}
