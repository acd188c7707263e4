/** A sentence in, the lines of a report that stays out: for a terminal, or one bare line for a pipe. */

import { many, paragraph, quotation } from './paragraph.js'
import type { Sentence } from './sentence.js'
import type { Style, Tone } from './style.js'
import { unpainted } from './width.js'

/** Two blanks between step, word and text; what a program wrote follows, set in. No colours, no wrapping. */
export function bareLines({ who, what, text, more }: Sentence): string[] {
  const line = [who, what, text].filter(part => part !== '').join('  ')
  return [line, ...more.flatMap(many).map(said => `    ${said}`.trimEnd())].map(unpainted)
}

export function paintedLines({ who, what, text, tone, more }: Sentence, style: Style): string[] {
  return [
    ...paragraph(`${who}: ${what}${text === '' ? '' : `  ${text}`}`, style, {
      lead: `${symbolOf(tone, style)} `,
      leadTone: tone,
    }),
    ...quotation(more, style, 4),
  ]
}

function symbolOf(tone: Tone, style: Style): string {
  const symbols: Record<Tone, string> = {
    good: style.symbols.done,
    bad: style.symbols.blocked,
    warn: style.symbols.undecided,
    accent: style.symbols.arrow,
    dim: style.symbols.middle,
    strong: style.symbols.bullet,
  }
  return symbols[tone]
}
