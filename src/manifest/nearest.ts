/** The name that was probably meant: the nearest by edits and swaps of letters, if it is near enough. */

/** Damerau and Levenshtein's distance with adjacent swaps, given up beyond `most`. */
export const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + same)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        least = Math.min(least, before[column - 2]! + 1)
      line.push(least)
    }
    if (Math.min(...line) > most) return most + 1
    before = last
    last = line
  }
  return last[b.length]!
}

export const nearest = (name: string, known: Iterable<string>): string | undefined => {
  if (name.length > 64) return undefined
  const lower = name.toLowerCase()
  let most = name.length <= 3 ? 1 : name.length <= 7 ? 2 : 3
  let best: string | undefined
  for (const candidate of known) {
    const apart = distance(lower, candidate.toLowerCase(), most)
    if (apart > most || (best !== undefined && apart === most)) continue
    best = candidate
    most = apart
    if (apart === 0) break
  }
  return best
}
