/** A problem as the checks see it, by its place in the data; `load` turns it into a diagnostic by its place in the file. */

export type Code =
  | 'manifest.unreadable'
  | 'manifest.hold-unkept'
  | 'manifest.too-large'
  | 'manifest.not-utf8'
  | 'manifest.syntax'
  | 'manifest.too-deep'
  | 'manifest.yaml-feature'
  | 'manifest.bad-key'
  | 'manifest.duplicate-key'
  | 'manifest.duplicate-step'
  | 'manifest.unknown-key'
  | 'manifest.missing-key'
  | 'manifest.version'
  | 'manifest.wrong-type'
  | 'manifest.not-text'
  | 'manifest.bad-value'
  | 'manifest.bad-name'
  | 'manifest.reserved-name'
  | 'manifest.unsendable'
  | 'manifest.config-too-large'
  | 'manifest.too-many-steps'
  | 'manifest.too-many-files'
  | 'manifest.unknown-step'
  | 'manifest.needs-itself'
  | 'manifest.cycle'
  | 'manifest.bad-user'
  | 'manifest.unknown-user'
  | 'manifest.user-lookup'
  | 'manifest.user-not-permitted'
  | 'manifest.env-name'
  | 'manifest.env-refused'
  | 'manifest.arguments-too-large'
  | 'manifest.cwd'
  | 'manifest.file-missing'
  | 'manifest.program-missing'
  | 'manifest.program-not-a-file'
  | 'manifest.program-not-executable'
  | 'manifest.program-unreachable'
  | 'manifest.program-empty'
  | 'manifest.program-format'
  | 'manifest.program-interpreter'
  | 'manifest.writable-by-others'
  | 'manifest.too-many-problems'

/** Offsets into the text, the end not included. */
export type Range = readonly [start: number, end: number]

export interface Problem {
  code: Code
  message: string
  hint?: string
  severity?: 'error' | 'warning'
  /** Keys and list positions from the root; a list position is written as a number's text. */
  path?: readonly string[]
  /** Point at the key rather than at its value. */
  onKey?: boolean
  /** The place itself, where the data has none. */
  range?: Range
  /** Where the same was said before. */
  earlier?: Range
}

export type Sink = (problem: Problem) => void

/** Text that is safe to show: no control characters, no line breaks, of bounded length. */
export const visible = (text: string, most = 200): string => {
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text
  return cut
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

export const quote = (text: string): string => `"${visible(text, 80)}"`

/** A number whose text says more than its value: `26.10` is 26.1, `0007` is 7. */
export const oddNumber = (
  source: string,
  value: number,
  path: readonly string[],
  range: Range,
): Problem | undefined => {
  // Elsewhere the schema refuses a number where text is wanted; a config has no schema here.
  if (
    path[0] !== 'steps' ||
    path[2] !== 'config' ||
    String(value) === source ||
    !Number.isFinite(value) ||
    (Number.isInteger(value) && !Number.isSafeInteger(value)) ||
    !/^[0-9.]+$/.test(source)
  )
    return undefined
  const shown = visible(source, 80)
  return {
    code: 'manifest.not-text',
    severity: 'warning',
    message: `${shown} is the number ${value} as it stands.`,
    hint: `Write "${shown}" if text is meant.`,
    path: [...path],
    range,
  }
}
