/** What an output can show: the environment and a stream in; colours, symbols and a width out. */

export type Tone = 'good' | 'bad' | 'warn' | 'accent' | 'dim' | 'strong'

export interface Symbols {
  done: string
  ready: string
  undecided: string
  blocked: string
  pending: string
  bullet: string
  arrow: string
  line: string
  heavy: string
  dash: string
  quote: string
  ellipsis: string
  middle: string
  full: string
  empty: string
  spinner: string[]
}

export interface Style {
  color: boolean
  unicode: boolean
  /** Columns that a line may take, at least 20. */
  width: number
  symbols: Symbols
  /** The text as it is where there are no colours. */
  paint(tone: Tone, text: string): string
}

const unicode: Symbols = {
  done: '✓',
  ready: '●',
  undecided: '?',
  blocked: '✗',
  pending: '◌',
  bullet: '•',
  arrow: '→',
  line: '─',
  heavy: '━',
  dash: '┄',
  quote: '│',
  ellipsis: '…',
  middle: '·',
  full: '━',
  empty: '─',
  spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
}

const ascii: Symbols = {
  done: '+',
  ready: '>',
  undecided: '?',
  blocked: 'x',
  pending: '~',
  bullet: '*',
  arrow: '->',
  line: '-',
  heavy: '=',
  dash: '-',
  quote: '|',
  ellipsis: '...',
  middle: '-',
  full: '#',
  empty: '.',
  spinner: ['|', '/', '-', '\\'],
}

const codes: Record<Tone, number> = { good: 32, bad: 31, warn: 33, accent: 36, dim: 2, strong: 1 }

export function createStyle(options: { color?: boolean; unicode?: boolean; width?: number } = {}): Style {
  const color = options.color ?? false
  const wide = options.unicode ?? true
  return {
    color,
    unicode: wide,
    width: Math.max(20, Math.floor(options.width ?? 80)),
    symbols: wide ? unicode : ascii,
    paint: (tone, text) =>
      color && text !== '' ? `\x1b[${codes[tone]}m${text}\x1b[${codes[tone] < 10 ? 22 : 39}m` : text,
  }
}

export interface Screen {
  isTTY?: boolean | undefined
  columns?: number | undefined
}

export type Environment = Readonly<Record<string, string | undefined>>

export const detectStyle = (stream: Screen, env: Environment): Style =>
  createStyle({ color: hasColor(stream, env), unicode: hasUnicode(env), width: columnsOf(stream, env) })

/** A terminal whose cursor may be moved. */
export const isLive = (stream: Screen, env: Environment): boolean =>
  stream.isTTY === true && env.TERM !== undefined && env.TERM !== '' && env.TERM !== 'dumb'

/** A no outranks a yes, whoever says it, and both outrank what the stream looks like. */
function hasColor(stream: Screen, env: Environment): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') return true
  if (env.CLICOLOR === '0') return false
  return isLive(stream, env)
}

/** The first of the three that is set decides, as in locale(7). The kernel's own console has few glyphs. */
function hasUnicode(env: Environment): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return /utf-?8/i.test(locale) && env.TERM !== 'linux'
}

function columnsOf(stream: Screen, env: Environment): number {
  if (stream.isTTY && stream.columns) return stream.columns
  const told = Number(env.COLUMNS)
  return Number.isInteger(told) && told > 0 ? told : 80
}
