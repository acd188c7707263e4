/** What a run met on its way that the plan did not know: its tally in, lines out. */

import { extensionText } from './extension.js'
import { one, paragraph } from './paragraph.js'
import type { Style } from './style.js'
import type { Judged, Tally } from './tally.js'

/** Tasks, reboots and edges that came in, each with the reason; and choices on states that had changed. */
export function metOnTheWay(tally: Tally, style: Style): string[] {
  const list = (heading: string, lines: string[]): string[] =>
    lines.length === 0
      ? []
      : [
          ...paragraph(heading, style),
          ...lines.flatMap(line => paragraph(line, style, { indent: 2, lead: `${style.symbols.bullet} ` })),
        ]
  return [
    ...list(
      'Came in on the way:',
      tally.extensions.map(event => extensionText(event, id => labelOf(tally, id))),
    ),
    ...list('Chosen on a state that has changed:', tally.judged.map(judgedText)),
  ]
}

const judgedText = ({ type, address, from, to }: Judged): string =>
  `${one(address)}: from ${one(from)} to ${one(to)}, ${type === 'choice-carried' ? 'which asks the same: the choice was carried over' : 'so the choice no longer counts'}`

function labelOf(tally: Tally, id: string): string {
  const task = tally.tasks.get(id)?.task
  if (!task) return one(id)
  const round = [
    task.phase === 'after-boot' && 'after the reboot',
    task.generation > 1 && `round ${task.generation}`,
  ].filter(Boolean)
  return one(round.length > 0 ? `${task.step} (${round.join(', ')})` : task.step)
}
