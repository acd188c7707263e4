/**
 * Makes what a consumer says fit to be kept: no secret that it was sent is in it. Where a secret was typed into a host
 * that has ended, or its file is not what it was then, nobody can look for it any more, and none of its free text is kept.
 */

import { statSync } from 'node:fs'
import { readSecret, type SecretStore } from '../choice/secrets.js'
import { clean, redact } from '../protocol/text.js'
import type { Address, InputValue, SecretInput, Selection } from '../scheduler/model.js'
import type { Node } from '../scheduler/state.js'
import type { Context } from './context.js'
import { scrub, scrubLines } from './scrub.js'

export interface Cleaner {
  clean: <T>(said: T) => T
  /** Lines of stderr. */
  lines: (lines: string[]) => string[]
  /** All that it has written. */
  text: (text: string) => string
}

const WITHHELD = '(not kept: it may hold a secret that this host does not know)'

/** Where people are told something; names, codes and numbers are what the run goes by. */
const free = new Set(['title', 'detail', 'message', 'sample', 'text', 'default'])

/** For a consumer that another host began, at this time, in milliseconds of the wall clock. */
export function cleanerFor(node: Node, { secrets }: Context, begun: number): Cleaner {
  const isKnown = node.task!.selections.every(({ address, input = {} }) =>
    Object.entries(input).every(
      ([name, value]) => !isSecret(value) || isAsItWas(value, secrets, address, name, begun),
    ),
  )
  return cleanerOf(secrets, isKnown)
}

/** `isKnown`: whatever secret it was sent is in the store. */
export const cleanerOf = (secrets: SecretStore, isKnown = true): Cleaner => ({
  clean: said => scrub(isKnown ? said : withhold(said), secrets.values()),
  lines: lines => (isKnown || lines.length === 0 ? scrubLines(lines, secrets.values()) : [WITHHELD]),
  text: text =>
    isKnown || text === '' ? redact(clean(text, Number.MAX_SAFE_INTEGER), secrets.values()) : `${WITHHELD}\n`,
})

/** It may have written one of them: its own, or one of another step that it came across. */
export const hasSecrets = (selections: readonly Selection[], secrets: SecretStore): boolean =>
  secrets.values().length > 0 || selections.some(({ input = {} }) => Object.values(input).some(isSecret))

const isSecret = (value: InputValue): value is SecretInput => typeof value === 'object'

/** A file that was changed since, in whatever way, may have held something else when it was sent. */
function isAsItWas(
  value: SecretInput,
  secrets: SecretStore,
  address: Address,
  name: string,
  begun: number,
): boolean {
  if (!readSecret(value, secrets, address, name).ok) return false
  return (
    value.secret === 'memory' ||
    (statSync(value.file, { throwIfNoEntry: false })?.ctimeMs ?? Infinity) <= begun
  )
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
