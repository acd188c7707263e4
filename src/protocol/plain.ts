/**
 * The usual item, told to be good in one look. Schema and survey each walk an object, and half the cost of an item beyond its
 * parse is those walks; nearly all items are compact ASCII with the common properties, and for them one walk can prove
 * both. It only ever says "surely good": everything else goes the long way, which alone says what is wrong.
 */

import { sizeOfNumber } from './keys.js'

/** No length at all: whatever is added to it, it is never the size of a line. */
const never = Number.NaN

const sizeOfName = (name: unknown): number => {
  if (typeof name !== 'string' || name.length === 0 || name.length > 64) return never
  const first = name.charCodeAt(0)
  if (first < 0x61 || first > 0x7a) return never
  for (let i = 1; i < name.length; i++) {
    const unit = name.charCodeAt(i)
    // a-z, 0-9, and - . _
    const fits =
      unit >= 0x61
        ? unit <= 0x7a
        : unit >= 0x30
          ? unit <= 0x39 || unit === 0x5f
          : unit === 0x2d || unit === 0x2e
    if (!fits) return never
  }
  return name.length + 2
}

/** Of a property: quotes, colon and comma are counted with its key. Absent, it takes nothing. */
const sizeOfText = (text: unknown, key: number, least: number): number => {
  if (text === undefined) return 0
  return typeof text === 'string' && text.length >= least ? key + 4 + text.length + 2 : never
}

function sizeOfTexts(texts: unknown): number {
  if (!Array.isArray(texts)) return never
  let size = 1
  for (let i = 0; i < texts.length; i++) {
    const text: unknown = texts[i]
    if (typeof text !== 'string' || text.length === 0) return never
    size += text.length + 3
  }
  return Math.max(2, size)
}

function sizeOfResolution(value: unknown): number {
  if (typeof value !== 'object' || value === null) return never
  const resolution = value as Record<string, unknown>
  if (resolution.title === undefined) return never
  let size =
    1 +
    6 +
    sizeOfName(resolution.id) +
    sizeOfText(resolution.title, 5, 1) +
    sizeOfText(resolution.detail, 6, 0)
  const preferred = resolution.default
  if (preferred !== undefined) size += preferred === true ? 15 : preferred === false ? 16 : never
  const { when, ends, seconds } = resolution
  if (when !== undefined) size += when === 'now' || when === 'after-boot' ? 10 + when.length : never
  if (ends !== undefined)
    size += ends === 'resolved' || ends === 'kept' || ends === 'reverted' ? 10 + ends.length : never
  if (seconds !== undefined)
    size +=
      typeof seconds === 'number' && seconds >= 0 && Number.isSafeInteger(seconds)
        ? 11 + sizeOfNumber(seconds)
        : never
  return size
}

/**
 * Whether the object is a valid item of known properties only, which fill the `size` bytes of its line: then there was no room
 * for another key, known or unknown, nor for an escape, a character beyond ASCII or anything that is nested deeper.
 */
export function isPlainItem(value: object, size: number): boolean {
  const item = value as Record<string, unknown>
  const { severity, resources, resolutions, title, fingerprint } = item
  if (item.type !== 'item' || title === undefined) return false
  if (severity !== 'error' && severity !== 'warning' && severity !== 'recommendation') return false
  // {"type":"item","severity":"",…}: braces and commas make one more than the sum of the properties with a comma each.
  let sum =
    1 +
    14 +
    14 +
    severity.length +
    6 +
    sizeOfName(item.id) +
    sizeOfText(title, 5, 1) +
    sizeOfText(item.detail, 6, 0)
  if (fingerprint !== undefined) {
    if (typeof fingerprint !== 'string' || fingerprint.length > 256) return false
    sum += sizeOfText(fingerprint, 11, 1)
  }
  if (resources !== undefined) sum += 13 + sizeOfTexts(resources)
  if (resolutions !== undefined) {
    if (!Array.isArray(resolutions)) return false
    let inner = 1
    for (let i = 0; i < resolutions.length; i++) inner += 1 + sizeOfResolution(resolutions[i])
    sum += 15 + Math.max(2, inner)
  }
  return sum === size
}
