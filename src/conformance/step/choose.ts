/** Which selections a play sends: the words of a case and what was found go in, selections come out. */

import type { Item, Resolution } from '../../protocol/gen/messages.js'
import type { Selection, Subject } from './subject.js'
import type { Transcript } from './transcript.js'

export const choices = [
  'all',
  'none',
  'rest',
  'drifted',
  'late',
  'unknown-item',
  'unknown-resolution',
  'missing-input',
  'wrong-input',
] as const
export type Choice = (typeof choices)[number]

export function choose(
  choice: Choice,
  { fixtures }: Subject,
  found: readonly Item[],
  before: Transcript | undefined,
): Selection[] {
  const all = fixtures.dirty?.select ?? []
  const applied = new Set(
    before?.results.filter(({ status }) => status === 'applied').map(({ item }) => item),
  )
  const rest = all.filter(({ item }) => !applied.has(item))
  switch (choice) {
    case 'all':
      return all
    case 'none':
      return []
    case 'rest':
      return rest
    case 'late':
      return [...(fixtures.late?.select ?? []).filter(({ item }) => !applied.has(item)), ...rest]
    case 'drifted':
      return all.filter(({ item }) => item === fixtures.drift?.item)
    case 'unknown-item':
      return [{ item: 'no.such.item', resolution: 'nothing' }]
    case 'unknown-resolution':
      return all.slice(0, 1).map(({ item }) => ({ item, resolution: 'no.such.resolution' }))
    case 'missing-input':
      return withInputs(all, found).map(({ item, resolution }) => ({ item, resolution }))
    case 'wrong-input':
      return withInputs(all, found).map(selection => ({ ...selection, input: wrong(selection, found) }))
  }
}

/** The first that cannot do without a value. */
const withInputs = (all: readonly Selection[], found: readonly Item[]): Selection[] =>
  all.filter(selection => required(selection, found).length > 0).slice(0, 1)

export const offered = (selection: Selection, found: readonly Item[]): Resolution | undefined =>
  found.find(({ id }) => id === selection.item)?.resolutions?.find(({ id }) => id === selection.resolution)

/** Names of the inputs that have to be there. */
export const required = (selection: Selection, found: readonly Item[]): string[] =>
  Object.entries(offered(selection, found)?.inputs ?? {})
    .filter(([, spec]) => !spec.optional)
    .map(([name]) => name)

/** Each value of another type than was asked for. */
function wrong(selection: Selection, found: readonly Item[]): NonNullable<Selection['input']> {
  const specs = offered(selection, found)?.inputs ?? {}
  return Object.fromEntries(
    Object.keys(selection.input ?? {}).map(name => [
      name,
      specs[name]?.type === 'string' ? 7 : 'no such value',
    ]),
  )
}

/** Values that must not turn up anywhere. */
export const secretsOf = (selections: readonly Selection[], found: readonly Item[]): string[] =>
  selections.flatMap(selection =>
    Object.entries(offered(selection, found)?.inputs ?? {})
      .filter(([, spec]) => spec.secret)
      .map(([name]) => selection.input?.[name])
      .filter((value): value is string => typeof value === 'string' && value !== ''),
  )
