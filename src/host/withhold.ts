/**
 * Makes what a consumer says fit to be kept: no secret that it was sent is in it. Where a secret was typed into a host
 * that has ended, nobody can look for it any more, and then none of its free text is kept.
 */

import { isLost } from '../choice/secrets.js'
import type { Node } from '../scheduler/state.js'
import type { Context } from './context.js'
import { scrub, scrubLines } from './scrub.js'

export interface Cleaner {
  clean: <T>(said: T) => T
  /** Lines of stderr. */
  lines: (lines: string[]) => string[]
}

const WITHHELD = '(not kept: it may hold a secret that was typed into a host that has ended)'

/** Where people are told something; names, codes and numbers are what the run goes by. */
const free = new Set(['title', 'detail', 'message', 'sample', 'text', 'default'])

export function cleanerFor(node: Node, { secrets }: Context): Cleaner {
  const lost = node.task!.selections.some(
    ({ address, resolution, input }) =>
      input !== undefined && isLost({ address, answer: { kind: 'resolution', resolution, input } }, secrets),
  )
  return {
    clean: said => scrub(lost ? withhold(said) : said, secrets.values()),
    lines: lines => (lost && lines.length > 0 ? [WITHHELD] : scrubLines(lines, secrets.values())),
  }
}

function withhold<T>(value: T): T {
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [
        key,
        typeof inner === 'string' && free.has(key) ? WITHHELD : walk(inner),
      ]),
    )
  }
  return walk(value) as T
}
