/** What is wrong with a file that a person wrote, as a compiler would tell it: place, sentence, excerpt, hint. */

import type { Diagnostic } from '../manifest/step.js'
import { clean } from '../protocol/text.js'
import { count } from './amount.js'
import { one, paragraph } from './paragraph.js'
import type { Style } from './style.js'
import { displayWidth, head, truncate } from './width.js'

/**
 * In the order of the files as they come, then of their lines. `sources` holds the text of files by the name that
 * diagnostics use; without it the excerpt is the offending text alone.
 */
export function renderDiagnostics(
  diagnostics: Diagnostic[],
  style: Style,
  sources: ReadonlyMap<string, string> = new Map(),
): string {
  if (diagnostics.length === 0) return ''
  const files = [...new Set(diagnostics.map(diagnostic => diagnostic.file))]
  const lines = files.flatMap(file => {
    const source = sources.get(file)?.split(/\r\n|\n|\r/)
    return diagnostics
      .filter(diagnostic => diagnostic.file === file)
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
      .flatMap(diagnostic => [...renderOne(diagnostic, source, style), ''])
  })
  // One needs no counting.
  const counted = diagnostics.length > 1 ? paragraph(tally(diagnostics, files), style) : []
  return `${[...lines, ...counted].join('\n')}\n`
}

function renderOne(diagnostic: Diagnostic, source: string[] | undefined, style: Style): string[] {
  const { file, line, column, severity } = diagnostic
  const place = [one(file), line, line === undefined ? undefined : column]
    .filter(part => part !== undefined)
    .join(':')
  const tone = severity === 'error' ? 'bad' : 'warn'
  const about = diagnostic.step === undefined ? '' : `step ${one(diagnostic.step)}: `
  const message = `${about}${one(diagnostic.message)}`
  return [
    ...paragraph(place, style, { tone: 'strong' }),
    ...paragraph(message, style, { indent: 2, lead: `${severity}  `, leadTone: tone }),
    ...excerpt(diagnostic, source, style),
    ...(diagnostic.hint
      ? paragraph(one(diagnostic.hint), style, { indent: 2, lead: 'hint: ', leadTone: 'accent' })
      : []),
  ]
}

/** Characters either side of a place that are looked at. */
const longest = 1000

/** The line of the file with a caret under the offending text, moved so far left that the caret is on the screen. */
function excerpt(diagnostic: Diagnostic, source: string[] | undefined, style: Style): string[] {
  const { line, text } = diagnostic
  const column = diagnostic.column ?? 1
  const raw = line === undefined ? undefined : source?.[line - 1]
  const shown = raw ?? text
  if (shown === undefined || shown.trim() === '') return []

  const number = line === undefined ? '' : String(line)
  const gutter = `  ${number} ${style.symbols.quote} `
  const blank = `  ${' '.repeat(number.length)} ${style.symbols.quote} `
  const room = Math.max(4, style.width - displayWidth(gutter))
  const start = raw === undefined ? 0 : Math.min(column - 1, raw.length)
  const before = visible(shown.slice(Math.max(0, start - longest), start))
  const rest = visible(shown.slice(start, start + longest)).trimEnd()
  const marked = Math.max(1, displayWidth(head(rest, displayWidth(visible(text ?? '')))))

  // Deep columns: keep a little of what stands before the text, and say that more was there.
  const ellipsis = style.symbols.ellipsis
  const keep = Math.max(0, Math.min(displayWidth(before), Math.floor(room / 3)))
  const lead =
    displayWidth(before) + Math.min(marked, 12) <= room
      ? before
      : ellipsis + tail(before, Math.max(0, keep - displayWidth(ellipsis)))
  const offset = displayWidth(lead)
  const carets = '^'.repeat(Math.max(1, Math.min(marked, room - offset)))
  return [
    style.paint('dim', gutter) + truncate(lead + rest, room, ellipsis),
    style.paint('dim', blank) + ' '.repeat(offset) + style.paint('bad', carets),
  ]
}

/** A tab or a control character takes one column, what has no width takes none. */
const visible = (text: string): string =>
  Array.from(text, char => (/[\s\p{Cc}]/u.test(char) ? ' ' : clean(char))).join('')

function tail(text: string, width: number): string {
  const chars = [...text]
  let out = ''
  while (chars.length > 0 && displayWidth(chars.at(-1)! + out) <= width) out = chars.pop()! + out
  return out
}

function tally(diagnostics: Diagnostic[], files: string[]): string {
  const errors = diagnostics.filter(diagnostic => diagnostic.severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')].filter(
    Boolean,
  )
  return `${parts.join(', ')} in ${files.length === 1 ? one(files[0]!) : count(files.length, 'file')}`
}
