/** What a choice is bound to: digests over canonical JSON, and of an item only over what a choice depends on. */

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { InputSpec, ItemBody, Resolution } from './gen/messages.js'

/** sha256 of the canonical JSON (RFC 8785), hex. The value is JSON: no NaN, no circle, no lone surrogate. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? 'null')
    .digest('hex')

// Titles, details and estimates may carry numbers that change with every run, so they are no part of it. An absent
// property and its stated default are the same thing, and so have the same digest.
const essenceOfInput = (spec: InputSpec) => ({
  type: spec.type,
  secret: spec.secret ?? false,
  optional: spec.optional ?? false,
  default: spec.default,
  enum: spec.enum,
})

const essenceOfResolution = (resolution: Resolution): unknown => ({
  id: resolution.id,
  default: resolution.default ?? false,
  when: resolution.when ?? 'now',
  ends: resolution.ends ?? 'resolved',
  effects: {
    destructive: resolution.effects?.destructive ?? false,
    reboot: resolution.effects?.reboot,
    reversible: resolution.effects?.reversible,
    downtime: resolution.effects?.downtime,
  },
  inputs: Object.entries(resolution.inputs ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, spec]) => [name, essenceOfInput(spec)]),
  items: (resolution.items ?? []).map(item => [item.id, essenceOf(item)]),
})

const essenceOf = (item: ItemBody): unknown => ({
  severity: item.severity,
  // A set: where a step lists what it finds in a folder, the order says nothing.
  resources: [...new Set(item.resources)].sort(),
  resolutions: (item.resolutions ?? []).map(essenceOfResolution),
  fingerprint: item.fingerprint,
})

/** The step's own fingerprint, else `host:` and 16 hexadecimal digits over severity, resources and resolutions (R3.2). */
export const fingerprintOf = (item: ItemBody): string =>
  item.fingerprint ?? `host:${digestOf(essenceOf(item)).slice(0, 16)}`
