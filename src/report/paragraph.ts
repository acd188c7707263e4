/** Foreign text in, lines that fit and cannot harm a terminal out. */

import { clean, cleanLine } from '../protocol/text.js'
import type { Style, Tone } from './style.js'
import { chop, displayWidth, head, wrap } from './width.js'

/** One line of what a step or a person wrote: no escapes, no controls, blanks run together. */
export const one = (text: string): string => cleanLine(text, 4000)

/** The lines of what a step wrote, each harmless; blank ones only in between. */
export const many = (text: string): string[] =>
  clean(text)
    .split(/[\n\u2028\u2029]/)
    .map(line => line.replaceAll('\t', '    ').trimEnd())
    .filter((line, i, all) => line !== '' || (i > 0 && i < all.length - 1))

export interface Layout {
  /** Columns before every line. */
  indent?: number
  /** Before the first line, behind the indent; those that follow are set in as far. */
  lead?: string
  tone?: Tone
  leadTone?: Tone
}

/** Wrapped to the width of the style. On narrow screens the indents shrink before the text does. */
export function paragraph(text: string, style: Style, layout: Layout = {}): string[] {
  const indent = ' '.repeat(squeezed(layout.indent ?? 0, style))
  const lead = head(layout.lead ?? '', style.width - indent.length)
  const hang = displayWidth(lead)
  // A lead that would leave a narrow column stands alone above the text.
  if (hang > 3 && hang > style.width / 4 && hang + displayWidth(text) + indent.length > style.width)
    return [
      `${indent}${layout.leadTone ? style.paint(layout.leadTone, lead.trimEnd()) : lead.trimEnd()}`,
      ...paragraph(text, style, { indent: indent.length + 2, ...(layout.tone ? { tone: layout.tone } : {}) }),
    ]
  const room = Math.max(1, style.width - indent.length - hang)
  const painted = layout.leadTone ? style.paint(layout.leadTone, lead) : lead
  return wrap(text, room).map((line, i) => {
    const body = layout.tone ? style.paint(layout.tone, line) : line
    return `${indent}${i === 0 ? painted : ' '.repeat(hang)}${body}`.trimEnd()
  })
}

/** An indent that leaves the text at least two thirds of the line. */
export const squeezed = (indent: number, style: Style): number =>
  style.width >= 60 ? indent : Math.min(Math.ceil(indent / 2), Math.floor(style.width / 3))

/** The last lines of a program's stderr, marked as a quotation; hard-wrapped, because logs are not prose. */
export function quotation(lines: string[], style: Style, indent: number): string[] {
  const mark = `${' '.repeat(squeezed(indent, style))}${style.symbols.quote} `
  const room = Math.max(1, style.width - displayWidth(mark))
  return lines
    .flatMap(line => many(line))
    .flatMap(line => chop(line, room))
    .map(line => style.paint('dim', (mark + line).trimEnd()))
}

/** Safe to paste into a shell. */
export const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
