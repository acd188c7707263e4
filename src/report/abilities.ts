/** What a machine can make sure of, for people: one line each, and below it how to get what is missing. */

import type { Style, Tone } from './style.js'
import { padEnd, wrap } from './width.js'

/** As host/doctor.ts has it. */
export interface Told {
  name: string
  is: 'there' | 'less' | 'needed'
  what: string
  hint?: string
}

export function renderAbilities(all: readonly Told[], style: Style): string {
  const { symbols, width, paint } = style
  const marks: Record<Told['is'], [Tone, string]> = {
    there: ['good', symbols.done],
    less: ['warn', symbols.undecided],
    needed: ['bad', symbols.blocked],
  }
  const widest = Math.max(...all.map(({ name }) => name.length))
  // Beside the name where that leaves room for a sentence, else below it.
  const isBeside = width >= widest + 36
  const indent = ' '.repeat(isBeside ? widest + 6 : 4)
  const below = (text: string): string[] => wrap(text, width - indent.length).map(line => indent + line)
  const lines = all.flatMap(({ name, is, what, hint }) => {
    const [tone, mark] = marks[is]
    const head = `  ${paint(tone, mark)} ${paint('strong', isBeside ? padEnd(name, widest) : name)}`
    const said = below(what)
    return [
      ...(isBeside ? [`${head}  ${said.shift()?.trimStart() ?? ''}`] : [head]),
      ...said,
      ...(hint === undefined ? [] : below(hint).map(line => paint('dim', line))),
    ]
  })
  const count = (is: Told['is']): number => all.filter(one => one.is === is).length
  const end =
    count('needed') > 0
      ? 'Something that runs need is missing.'
      : count('less') > 0
        ? 'Runs are possible, with less than everything made sure.'
        : 'Everything can be made sure.'
  return `${lines.join('\n')}\n\n${wrap(end, width).join('\n')}\n`
}
