/** Duplicate keys, depth and numbers: what JSON.parse lets pass, found at nearly no cost where there is nothing to find. */

export const MAX_DEPTH = 64

export interface Survey {
  /** Of all objects in the value. */
  keys: number
  /** No JSON text of the value has fewer bytes. */
  size: number
  tooDeep: boolean
  /** A number that readers disagree on (R1.9) is somewhere in it. */
  oddNumber: boolean
}

// One survey at a time, so one record serves them all.
const found: Survey = { keys: 0, size: 0, tooDeep: false, oddNumber: false }

/** Bytes of the shortest text of a number, where that is sure: `1e9` is shorter than what it stands for, `1200` is not. */
export const sizeOfNumber = (value: number): number => {
  if (value < 10 || value >= 1_000_000 || value % 1000 === 0 || !Number.isInteger(value)) return 1
  return value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : value < 100_000 ? 5 : 6
}

/** From 2^53 on all doubles are integers, so this is also what is not finite. */
const isOdd = (value: number): boolean => !(Math.abs(value) <= Number.MAX_SAFE_INTEGER)

const sizeOf = (value: unknown, depth: number): number => {
  if (typeof value === 'string') return value.length + 2
  if (typeof value === 'number') {
    if (isOdd(value)) found.oddNumber = true
    return sizeOfNumber(value)
  }
  if (typeof value === 'boolean') return value ? 4 : 5
  return value === null ? 4 : sizeOfObject(value as object, depth)
}

function sizeOfObject(value: object, depth: number): number {
  if (depth > MAX_DEPTH) {
    found.tooDeep = true
    return 0
  }
  let size = 1
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) size += 1 + sizeOf(value[i], depth + 1)
    return Math.max(2, size)
  }
  const record = value as Record<string, unknown>
  for (const key in record) {
    found.keys++
    size += key.length + 4 + sizeOf(record[key], depth + 1)
    if (key === '__proto__') delete record[key]
  }
  return Math.max(2, size)
}

/**
 * What duplicate keys are found by, at nearly no cost where there are none: JSON.parse keeps one of two equal keys, so a line
 * that is as short as its value can be written had no room for another, and one with as many colons as keys had none either.
 *
 * `__proto__` is taken out on the way: an ordinary key in JSON, it swaps the prototype of whatever it is assigned to.
 */
export function survey(value: object): Survey {
  found.keys = 0
  found.tooDeep = false
  found.oddNumber = false
  found.size = sizeOfObject(value, 1)
  return found
}

/** Colons in a line, inside strings too. Four bytes at a time: each lane that holds a colon turns into 0x80. */
export function countColons(bytes: Uint8Array, words: Int32Array, from: number, to: number): number {
  // `words` views the whole buffer under `bytes`, so that it is aligned whatever the offset of the line.
  const base = bytes.byteOffset
  let at = from
  let count = 0
  for (; at < to && ((base + at) & 3) !== 0; at++) if (bytes[at] === 0x3a) count++
  let word = (base + at) >> 2
  const last = (base + to) >> 2
  while (word < last) {
    // A lane counts to 255 before it would spill into the next.
    const until = Math.min(last, word + 255)
    let lanes = 0
    for (; word < until; word++) {
      const y = words[word]! ^ 0x3a3a3a3a
      lanes = (lanes + (~(((y & 0x7f7f7f7f) + 0x7f7f7f7f) | y | 0x7f7f7f7f | 0) >>> 7)) | 0
    }
    count += (lanes & 0xff) + ((lanes >>> 8) & 0xff) + ((lanes >>> 16) & 0xff) + (lanes >>> 24)
  }
  for (at = Math.max(at, (last << 2) - base); at < to; at++) if (bytes[at] === 0x3a) count++
  return count
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/** The first key that is there twice in one object of valid JSON, or undefined. Exact, and only asked where in doubt. */
export function duplicateKey(json: string): string | undefined {
  const open: (Set<string> | null)[] = []
  let previous = ''
  for (const [text] of json.matchAll(token)) {
    if (text === '{') open.push(new Set())
    else if (text === '[') open.push(null)
    else if (text === '}' || text === ']') open.pop()
    else if (text === ':') {
      const keys = open.at(-1)
      const key: string = JSON.parse(previous)
      if (keys?.has(key)) return key
      keys?.add(key)
    } else previous = text
  }
  return undefined
}

/** A string anywhere in it, keys too, that holds U+0000 or half of a surrogate pair: neither can be passed on. */
export function unfitText(value: unknown): 'nul' | 'lone-surrogate' | undefined {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next === 'string') {
      if (next.includes('\0')) return 'nul'
      if (/\p{Surrogate}/u.test(next)) return 'lone-surrogate'
    } else if (typeof next === 'object' && next !== null) {
      for (const [key, inner] of Object.entries(next)) waiting.push(key, inner)
    }
  }
  return undefined
}

/** Where the first number that readers disagree on stands, as `resolutions[0].seconds`, and what is wrong with it. */
export function findOddNumber(value: unknown, at = ''): { at: string; says: string } | undefined {
  if (typeof value === 'number')
    return isOdd(value)
      ? { at, says: Number.isFinite(value) ? 'an integer beyond ±(2^53−1)' : 'no finite number' }
      : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`
    const odd = findOddNumber(inner, place)
    if (odd) return odd
  }
  return undefined
}
