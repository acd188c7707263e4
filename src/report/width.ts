/** Text in, the columns it takes on a terminal out: measuring, cutting and wrapping by display width. */

/** East Asian Wide and Fullwidth (Unicode 15), in pairs of first and last; emoji are found by their property. */
const wide = [
  0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0xa4cf, 0xa960,
  0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6,
  0x16fe0, 0x18cff, 0x1aff0, 0x1b2ff, 0x1f200, 0x1f265, 0x1f300, 0x1f320, 0x20000, 0x3fffd,
]
const zero = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u
const emoji = /^\p{Emoji_Presentation}$/u
const paint = /\x1b\[[0-9;]*m/g
const plain = /^[\x20-\x7e]*$/

export const unpainted = (text: string): string => text.replace(paint, '')

/**
 * Code points are counted one by one, as most terminals do: joined emoji count as their parts. Where terminals disagree
 * this is the larger number, so that a line is rather short than broken.
 */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const char of unpainted(text)) width += charWidth(char)
  return width
}

function charWidth(char: string): number {
  const code = char.codePointAt(0)!
  if (code >= 0x20 && code < 0x7f) return 1
  if (code < 0xa0) return 0
  // The variation selector asks for the emoji form of a narrow sign, which takes one column more.
  if (code === 0xfe0f) return 1
  if (code === 0xad) return 1
  if (zero.test(char)) return 0
  return isWide(code) || emoji.test(char) ? 2 : 1
}

function isWide(code: number): boolean {
  if (code < wide[0]!) return false
  for (let i = 0; i < wide.length; i += 2) if (code >= wide[i]! && code <= wide[i + 1]!) return true
  return false
}

/** At most `width` columns; what was cut off is told by the ellipsis. Only for text that is not painted yet. */
export function truncate(text: string, width: number, ellipsis = '…'): string {
  if (displayWidth(text) <= width) return text
  const room = width - displayWidth(ellipsis)
  if (room < 0) return head(ellipsis, width)
  return head(text, room) + ellipsis
}

/** The longest beginning that fits, combining marks kept with what they belong to. */
export function head(text: string, width: number): string {
  let out = ''
  let used = 0
  for (const char of text) {
    const next = charWidth(char)
    if (used + next > width) break
    out += char
    used += next
  }
  return out
}

export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - displayWidth(text))) + text

/** Lines of at most `width` columns, broken at spaces where there are any. Never empty. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of text.split(/ +/)) {
    if (word === '') continue
    const size = displayWidth(word)
    if (used > 0 && used + 1 + size <= width) {
      line += ` ${word}`
      used += 1 + size
      continue
    }
    if (used > 0) lines.push(line)
    const parts = size > width ? chop(word, width) : [word]
    lines.push(...parts.slice(0, -1))
    line = parts.at(-1)!
    used = displayWidth(line)
  }
  lines.push(line)
  return lines
}

/** In pieces of at most `width` columns, blanks and all. Takes at least one character a piece, or it would never end. */
export function chop(text: string, width: number): string[] {
  const parts: string[] = []
  let rest = text
  while (displayWidth(rest) > width) {
    const piece = head(rest, width) || String.fromCodePoint(rest.codePointAt(0)!)
    if (piece.length === rest.length) break
    parts.push(piece)
    rest = rest.slice(piece.length)
  }
  parts.push(rest)
  return parts
}
