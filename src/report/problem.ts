/** Why a command was refused, for people: the diagnostics of a file, or a sentence, its details and what to do. */

import { renderDiagnostics } from './diagnostics.js'
import { one, paragraph } from './paragraph.js'
import type { Conclusion } from './reporter.js'
import type { Style } from './style.js'

/** Empty where nothing was refused. `sources` as for `renderDiagnostics`. */
export function renderProblem(
  conclusion: Pick<Conclusion, 'code' | 'message' | 'hint' | 'details' | 'diagnostics'>,
  style: Style,
  sources?: ReadonlyMap<string, string>,
): string {
  const { code, message, hint, details = [], diagnostics = [] } = conclusion
  const lines = [
    ...(code === undefined || message === undefined
      ? []
      : paragraph(`${one(message)} [${one(code)}]`, style, { lead: 'error  ', leadTone: 'bad' })),
    ...details.flatMap(detail =>
      paragraph(one(detail), style, { indent: 2, lead: `${style.symbols.bullet} ` }),
    ),
    ...(hint === undefined
      ? []
      : paragraph(one(hint), style, { indent: 2, lead: 'hint: ', leadTone: 'accent' })),
  ]
  return renderDiagnostics(diagnostics, style, sources) + lines.map(line => `${line}\n`).join('')
}
