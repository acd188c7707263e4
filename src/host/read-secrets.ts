/** Every file of a secret that a choice names is read before anything is committed: a missing one must not be found out half way. */

import { faultOf, readSecret, type SecretFault } from '../choice/secrets.js'
import { parseValue } from '../choice/value.js'
import { err, type Fallible, ok } from '../fallible.js'
import type { InputSpec, Name } from '../protocol/gen/messages.js'
import type { Address, Choice, Finding } from '../scheduler/model.js'
import type { Context } from './context.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'

export function readSecrets(
  context: Context,
  choices: Iterable<Choice>,
  found: ReadonlyMap<Address, Finding>,
): Fallible<void, Refusal> {
  for (const { fault } of withoutSecret(context, choices, found))
    return err({ code: fault.code, status: status.usage, message: fault.message, hint: fault.hint })
  return ok(undefined)
}

/** An input of a choice whose secret cannot be sent. */
export interface WithoutSecret {
  address: Address
  input: Name
  spec: InputSpec
  fault: SecretFault
}

/** Reads them one by one, and tells once of each file that is open to others. */
export function* withoutSecret(
  context: Context,
  choices: Iterable<Choice>,
  found: ReadonlyMap<Address, Finding>,
): Generator<WithoutSecret> {
  const told = new Set<string>()
  for (const { address, answer } of choices) {
    if (answer.kind !== 'resolution') continue
    const offered = found.get(address)?.item.resolutions?.find(each => each.id === answer.resolution)
    for (const [input, value] of Object.entries(answer.input ?? {})) {
      if (typeof value !== 'object') continue
      const spec: InputSpec = offered?.inputs?.[input] ?? { type: 'string' }
      const secret = readSecret(value, context.secrets, address, input)
      if (!secret.ok) {
        yield { address, input, spec, fault: secret.error }
        continue
      }
      const { notice } = secret.value
      if (notice !== undefined && !told.has(notice)) {
        told.add(notice)
        context.emit({ type: 'notice', code: 'choice.secret-open', message: notice })
      }
      const typed = parseValue(spec, secret.value.value)
      if (typed.ok) continue
      const what = value.secret === 'file' ? `what ${value.file} holds` : 'it'
      const fault = faultOf(
        { address, input },
        {
          code: 'choice.secret-bad',
          why: `cannot be used: ${what} ${typed.error}`,
          hint: 'Put a value there that the input takes, or name another file.',
        },
      )
      yield { address, input, spec, fault }
    }
  }
}
