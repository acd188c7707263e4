/** Makes text of a step fit to be shown and kept: no terminal escapes, bounded, without secrets. */

// Strings of the terminal's own (titles, clipboard, hyperlinks) end with BEL or ST; each class below excludes what ends
// it, so that no input makes the match slow. What is left unterminated loses its introducer and is plain text then.
const controls = [
  '(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x9c]*(?:\\x07|\\x1b\\\\|\\x9c)',
  '(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]',
  '\\x1b[ -/]*[0-~]?',
  '[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]',
  // Direction overrides, invisible marks and tags: they make text read as what it is not.
  '[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]|\\udb40[\\udc00-\\udc7f]',
]
const removed = new RegExp(controls.join('|'), 'g')

/** At most so many bytes of UTF-8, never half a character; what was cut shows as `…`. */
const bounded = (text: string, maxBytes: number): string => {
  if (text.length * 3 <= maxBytes || Buffer.byteLength(text) <= maxBytes) return text
  const bytes = Buffer.from(text.slice(0, maxBytes))
  let end = Math.max(0, maxBytes - 3)
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--
  return `${bytes.toString('utf8', 0, end)}${maxBytes >= 3 ? '…' : ''}`
}

/** Line feeds and tabs stay; a carriage return counts as a line's end, as progress bars use it. */
export const clean = (text: string, maxBytes = 16_384): string =>
  bounded(
    text
      .replace(/\r+\n?/g, '\n')
      .replace(removed, '')
      .replace(/\p{Surrogate}/gu, '\ufffd'),
    maxBytes,
  )

/** On one line: for what is quoted inside a sentence. */
export const cleanLine = (text: string, maxBytes = 200): string =>
  clean(
    clean(text, maxBytes * 8)
      .replace(/[\s\u2028\u2029]+/g, ' ')
      .trim(),
    maxBytes,
  )

const hidden = '[secret]'

/** A secret as it may turn up again: as it is, cleaned as the text was, inside JSON, and line by line. */
function* shapesOf(secret: string): Generator<string> {
  for (const shape of [secret, clean(secret, Number.MAX_SAFE_INTEGER)]) {
    yield shape
    yield shape.trim()
    yield* inJson(shape)
    // Short lines ("{", "EOF") would blot out innocent text and give nothing away.
    for (const line of shape.split('\n')) if (line.trim().length >= 6) yield line.trim()
  }
}

/** As the writers of JSON in use write it: some keep to ASCII, in letters small or large, and some escape slashes. */
function* inJson(text: string): Generator<string> {
  const plain = JSON.stringify(text).slice(1, -1)
  const code = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0')
  const ascii = plain.replace(/[\x7f-\uffff]/g, character => `\\u${code(character)}`)
  const large = plain.replace(/[\x7f-\uffff]/g, character => `\\u${code(character).toUpperCase()}`)
  for (const one of [plain, ascii, large]) {
    yield one
    yield one.replaceAll('/', '\\/')
  }
}

/** Where a text was cut in the middle of a secret, and so much of it is left that it is no accident: from, to. */
function* cutOff(text: string, shape: string): Generator<[number, number]> {
  for (let at = text.indexOf('…'); at !== -1; at = text.indexOf('…', at + 1)) {
    for (let length = Math.min(shape.length - 1, at); length >= 2; length--)
      if (text.startsWith(shape.slice(0, length), at - length)) {
        yield [at - length, at]
        break
      }
    for (let length = Math.min(shape.length - 1, text.length - at - 1); length >= 2; length--)
      if (text.startsWith(shape.slice(-length), at + 1)) {
        yield [at + 1, at + 1 + length]
        break
      }
  }
}

/**
 * Every occurrence of a secret replaced, overlapping ones as one: with "abcd" and "cdef" secret, "abcdef" leaves no "ef".
 * Clean the text first, or an escape in the middle of a secret hides it.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const found: [number, number][] = []
  for (const shape of new Set(secrets.flatMap(secret => [...shapesOf(secret)]))) {
    if (shape === '') continue
    for (let at = text.indexOf(shape); at !== -1; at = text.indexOf(shape, at + 1))
      found.push([at, at + shape.length])
    found.push(...cutOff(text, shape))
  }
  if (found.length === 0) return text
  found.sort((a, b) => a[0] - b[0])
  const parts: string[] = []
  let end = 0
  for (const [from, to] of found) {
    if (from >= end) parts.push(text.slice(end, from), hidden)
    end = Math.max(end, to)
  }
  return parts.join('') + text.slice(end)
}
