/** Durations and sizes as people write them: `90s`, `none`, `2G`. The schema has already held them to their form. */

const MILLISECONDS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const BYTES: Record<string, number> = { B: 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 }

/** A timer of more than 2^31 ms goes off at once. */
export const LONGEST = 2 ** 31 - 1

const scaled = (text: string, units: Record<string, number>): number | undefined => {
  const [, digits, unit] = /^([0-9]+)([A-Za-z]+)$/.exec(text) ?? []
  const value = Number(digits) * (units[unit ?? ''] ?? Number.NaN)
  return Number.isSafeInteger(value) ? value : undefined
}

/** Milliseconds, null for `none`; undefined where it is no duration or beyond 24 days. */
export const duration = (text: string): number | null | undefined => {
  if (text === 'none') return null
  const value = scaled(text, MILLISECONDS)
  return value !== undefined && value <= LONGEST ? value : undefined
}

/** Bytes; undefined where it is no size or beyond 2^53. */
export const size = (text: string): number | undefined => scaled(text, BYTES)
