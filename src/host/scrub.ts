/** Step text before it is kept or shown: no terminal escapes in a log line, no secret anywhere. */

import { readSecret, type SecretStore } from '../choice/secrets.js'
import { clean, redact } from '../protocol/text.js'
import type { Choice } from '../scheduler/model.js'

/** Replaces every secret in every string of a value, keys excepted. The value itself where there are no secrets. */
export function scrub<T>(value: T, secrets: readonly string[]): T {
  if (secrets.length === 0) return value
  const list = [...secrets]
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return redact(part, list)
    if (Array.isArray(part)) return part.map(walk)
    if (part !== null && typeof part === 'object')
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
    return part
  }
  return walk(value) as T
}

/** Secrets that choices name, so far as they can be read: what was sent before may come back from any program later. */
export function learnSecrets(choices: Iterable<Choice>, secrets: SecretStore): void {
  for (const { address, answer } of choices)
    if (answer.kind === 'resolution')
      for (const [name, value] of Object.entries(answer.input ?? {}))
        if (typeof value === 'object') readSecret(value, secrets, address, name)
}

/** Captured stderr, fit for a terminal. */
export const scrubLines = (lines: string[], secrets: readonly string[]): string[] =>
  lines.map(line => redact(clean(line), [...secrets]))
