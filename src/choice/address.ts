/** Keys of an answers file: text in, whether it names an item or a pattern of items, and what it matches, out. */

import type { Address } from '../scheduler/model.js'

// `$` would stand before a final line feed in some readers of the same rule; here the length is compared instead.
const whole = (pattern: RegExp, text: string): boolean => pattern.exec(text)?.[0].length === text.length

export const isName = (text: string): boolean => whole(/^[a-z][a-z0-9._-]{0,63}/, text)

export const isAddress = (key: string): boolean =>
  whole(/^[a-z][a-z0-9._-]{0,63}\/[a-z][a-z0-9._-]{0,63}/, key)

/** A pattern has one slash and at least one `*`, which stands for any part of a name. */
export const isPattern = (key: string): boolean =>
  key.includes('*') && whole(/^[a-z*][a-z0-9._*-]{0,63}\/[a-z*][a-z0-9._*-]{0,63}/, key)

export function matches(pattern: string, address: Address): boolean {
  const [step, item] = pattern.split('/')
  const [ofStep, ofItem] = address.split('/')
  return glob(step ?? '', ofStep ?? '') && glob(item ?? '', ofItem ?? '')
}

/** Greedy from the left, each part once: linear, where a regular expression of many stars could take for ever. */
function glob(pattern: string, text: string): boolean {
  const parts = pattern.split('*')
  const first = parts.shift()!
  const last = parts.pop()
  if (last === undefined) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false
  let at = first.length
  for (const part of parts) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return at <= text.length - last.length
}
