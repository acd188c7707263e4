/** Text into lines of a width: words kept whole where they fit, wide characters counted as two columns. */

const wide =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
const narrow = /[\p{Mn}\p{Me}\p{Cf}]/u

const columnsOf = (character: string): number => (narrow.test(character) ? 0 : wide.test(character) ? 2 : 1)

export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += columnsOf(character)
  return width
}

/** Line breaks of the text stay; what is longer than a line is broken inside. At least one line. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap(line => wrapLine(line.trimEnd().replaceAll('\t', '  '), Math.max(width, 8)))
}

function wrapLine(line: string, width: number): string[] {
  const lines: string[] = []
  let current = ''
  let columns = 0
  // Indentation is part of the first word, so that lists in a detail keep their shape.
  for (const word of line.match(/^\s*\S*|\S+/g) ?? []) {
    const wordColumns = widthOf(word)
    if (columns > 0 && columns + 1 + wordColumns <= width) {
      current += ` ${word}`
      columns += 1 + wordColumns
      continue
    }
    if (columns > 0) lines.push(current)
    const pieces = broken(word, width)
    lines.push(...pieces.slice(0, -1))
    current = pieces.at(-1) ?? ''
    columns = widthOf(current)
  }
  lines.push(current)
  return lines
}

function broken(word: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let columns = 0
  for (const character of word) {
    const more = columnsOf(character)
    if (columns + more > width) {
      pieces.push(piece)
      piece = ''
      columns = 0
    }
    piece += character
    columns += more
  }
  return [...pieces, piece]
}
