/** A parsed file: plain data, and for each part of it the place where it was written. */

import type { Range } from './problem.js'

export interface Span {
  /** Absent for the entries of a list. */
  key?: Range
  value: Range
}

export interface Located {
  value: unknown
  /** Of the root value. */
  range: Range
  /** For each object and list, by key or by list position as text. */
  spans: Map<object, Map<string, Span>>
}

export interface Document {
  text: string
  value: unknown
  /** The same data with places, found when first asked for: a file without mistakes needs none. */
  located(): Located
}

/** The deepest nesting that is read: what a program can be sent stays well below it. */
export const DEPTH = 64

/** Where a path leads; the nearest enclosing place where it leads nowhere. */
export const rangeOf = (document: Document, path: readonly string[], onKey = false): Range => {
  const { spans, ...root } = document.located()
  let { value, range } = root
  for (const [depth, key] of path.entries()) {
    const span = typeof value === 'object' && value !== null ? spans.get(value)?.get(key) : undefined
    if (!span) return range
    range = onKey && depth === path.length - 1 && span.key ? span.key : span.value
    value = (value as Record<string, unknown>)[key]
  }
  return range
}

/** Own keys only, and `__proto__` a key like any other. */
export const put = (target: Record<string, unknown>, key: string, value: unknown): void => {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  else target[key] = value
}

/** Lines and columns count from 1, columns in UTF-16 units, as editors do. */
export const lineAndColumn = (text: string): ((offset: number) => { line: number; column: number }) => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}
