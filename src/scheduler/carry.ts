/** May a choice stay when the ground under it has changed? Only where it is still the same decision. */

import canonicalize from 'canonicalize'
import type { InputSpec, Resolution } from '../protocol/gen/messages.js'
import { chosenResolution } from './findings.js'
import type { Choice, Finding } from './model.js'

/** Same resolution, same inputs, no worse effects, nothing destroyed. `before` is what was looked at when it was chosen. */
export function canCarry(before: Finding | undefined, fresh: Finding, choice: Choice): boolean {
  const then = before && chosenResolution(before, choice)
  const offered = chosenResolution(fresh, choice)
  if (!then || !offered || offered.effects?.destructive || then.effects?.destructive) return false
  return (
    inputsOf(then) === inputsOf(offered) &&
    (then.when ?? 'now') === (offered.when ?? 'now') &&
    (then.ends ?? 'resolved') === (offered.ends ?? 'resolved') &&
    !hasWorseEffects(then, offered)
  )
}

/** What is asked for, without the words it is asked in; the order of names says nothing. */
const inputsOf = (resolution: Resolution): string =>
  canonicalize(
    Object.fromEntries(
      Object.entries(resolution.inputs ?? {}).map(([name, spec]) => [`:${name}`, essenceOf(spec)]),
    ),
  )!

const essenceOf = ({ type, secret, optional, default: preset, enum: values }: InputSpec) => ({
  type,
  secret: secret ?? false,
  optional: optional ?? false,
  ...(preset === undefined ? {} : { default: preset }),
  ...(values === undefined ? {} : { enum: values }),
})

/** Stated well, not stated, stated ill: going down that list is worse. */
function hasWorseEffects(then: Resolution, offered: Resolution): boolean {
  const rank = (value: boolean | undefined): number => (value === undefined ? 1 : value ? 2 : 0)
  const a = then.effects ?? {}
  const b = offered.effects ?? {}
  return (
    rank(b.reboot) > rank(a.reboot) ||
    rank(b.downtime) > rank(a.downtime) ||
    rank(b.reversible) < rank(a.reversible)
  )
}
