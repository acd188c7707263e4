/** Every file of a secret that a choice names is read before anything is committed: a missing one must not be found out half way. */

import { readSecret } from '../choice/secrets.js'
import { parseValue } from '../choice/value.js'
import { err, type Fallible, ok } from '../fallible.js'
import type { Address, Choice, Finding } from '../scheduler/model.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'

export function readSecrets(
  context: Context,
  choices: Iterable<Choice>,
  found: ReadonlyMap<Address, Finding>,
): Fallible<void, Refusal> {
  const told = new Set<string>()
  for (const { address, answer } of choices) {
    if (answer.kind !== 'resolution') continue
    const offered = found.get(address)?.item.resolutions?.find(each => each.id === answer.resolution)
    for (const [name, value] of Object.entries(answer.input ?? {})) {
      if (typeof value !== 'object') continue
      const secret = readSecret(value, context.secrets, address, name)
      if (!secret.ok) return err({ ...secret.error, status: status.usage })
      const { notice } = secret.value
      if (notice !== undefined && !told.has(notice)) {
        told.add(notice)
        context.emit({ type: 'notice', code: 'choice.secret-open', message: notice })
      }
      const typed = parseValue(offered?.inputs?.[name] ?? { type: 'string' }, secret.value.value)
      if (!typed.ok)
        return err({
          code: 'choice.secret-bad',
          status: status.usage,
          message: `The secret \`${name}\` of ${address} cannot be used: ${value.secret === 'file' ? `what ${value.file} holds` : 'it'} ${typed.error}.`,
          hint: 'Put a value there that the input takes, or name another file.',
        })
    }
  }
  return ok(undefined)
}
