/** Step text before it is kept or shown: no terminal escapes in a log line, no secret anywhere. */

import { readSecret, type SecretStore } from '../choice/secrets.js'
import { clean, redact } from '../protocol/text.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Choice } from '../scheduler/model.js'

/** Replaces every secret in every string of a value, keys excepted. The value itself where there are no secrets. */
export function scrub<T>(value: T, secrets: readonly string[]): T {
  if (secrets.length === 0) return value
  const list = [...secrets]
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return without(part, list)
    if (Array.isArray(part)) return part.map(walk)
    if (part !== null && typeof part === 'object')
      return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]))
    return part
  }
  return walk(value) as T
}

/** An escape in the middle of a secret is not shown, and would hide it here. */
function without(text: string, secrets: readonly string[]): string {
  const shown = clean(text, Number.MAX_SAFE_INTEGER)
  const left = redact(shown, secrets)
  return left === shown ? redact(text, secrets) : left
}

/** Secrets that choices name, so far as they can be read: what was sent before may come back from any program later. */
export function learnSecrets(choices: Iterable<Choice>, secrets: SecretStore): void {
  for (const { address, answer } of choices)
    if (answer.kind === 'resolution')
      for (const [name, value] of Object.entries(answer.input ?? {}))
        if (typeof value === 'object') readSecret(value, secrets, address, name)
}

/** All that was ever chosen in a run: what was replaced may have been sent before. */
export function* choicesIn(records: Iterable<{ event: RunEvent }>): Generator<Choice> {
  for (const { event } of records) {
    if (event.type === 'run-committed') yield* event.plan.choices
    if (event.type === 'choice-made') yield event.choice
  }
}

/** Captured stderr, fit for a terminal. */
export const scrubLines = (lines: string[], secrets: readonly string[]): string[] =>
  lines.map(line => redact(clean(line), [...secrets]))
