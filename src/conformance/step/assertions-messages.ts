/** Assertions about what one program said, and how it ended. */

import { fingerprintOf } from '../../protocol/fingerprint.js'
import type { Item, ItemBody } from '../../protocol/gen/messages.js'
import { type Assertion, list } from './assertion.js'
import { unknownIn } from './known-properties.js'
import type { Transcript } from './transcript.js'

const exitOf = ({ exit }: Transcript): string =>
  !exit ? 'never ran' : exit.signal ? `was ended by ${exit.signal}` : `exited with status ${exit.status}`

const itemsOf = ({ items }: Transcript): string => list(items.map(({ id }) => id))
const resultsOf = ({ results }: Transcript): string =>
  list(results.map(({ item, status, code }) => `${item} ${status}${code ? ` (${code})` : ''}`))

const everyItem = (items: readonly ItemBody[]): ItemBody[] =>
  items.flatMap(item => [item, ...everyItem((item.resolutions ?? []).flatMap(({ items = [] }) => items))])

/** In short, what the host would act on. Titles and fingerprints may differ from run to run. */
const essence = (transcript: Transcript): string[] => [
  `items: ${itemsOf(transcript)}`,
  `resolutions: ${list(transcript.items.flatMap(({ id, resolutions = [] }) => resolutions.map(one => `${id}/${one.id}`)))}`,
  `results: ${resultsOf(transcript)}`,
  `outcome: ${transcript.done ? `${transcript.done.outcome}${transcript.done.code ? ` (${transcript.done.code})` : ''}` : 'no done'}`,
  `exit: ${exitOf(transcript)}`,
]

const identities = (items: readonly Item[]): string[] =>
  items.map(item => `${item.id} with the fingerprint ${fingerprintOf(item)}`).sort()

export const messages: Record<string, Assertion> = {
  /** No violation with one of the codes of protocol/errors.json, without their prefix. */
  'no-violation': {
    check: ({ of }, { codes }) =>
      of.violations
        .filter(({ code }) => (codes as string[]).includes(code.replace('protocol.', '')))
        .map(({ message, sample }) => `${message}${sample ? `: ${sample}` : ''}`),
  },
  'ends-with-lf': {
    check: ({ of }) => (of.endsWithLf ? [] : ['its last line does not end with LF']),
  },
  /** One `done`, with nothing behind it. */
  'done-once': {
    check({ of }) {
      const late = of.violations.filter(({ code }) => code === 'protocol.after-done')
      if (late.length > 0) return late.map(({ message }) => message)
      return of.done ? [] : ['it never said done']
    },
  },
  /** 0 if and only if the outcome is ok or again. */
  'exit-agrees': {
    check({ of }) {
      if (!of.done) return [`it ${exitOf(of)} and never said done`]
      const good = of.done.outcome !== 'failed'
      const agrees = of.exit?.signal == null && (of.exit?.status === 0) === good
      return agrees ? [] : [`it said ${of.done.outcome} and ${exitOf(of)}`]
    },
  },
  outcome: {
    check({ of }, { is, codes }) {
      const { outcome = 'nothing', code = 'none' } = of.done ?? {}
      if (!(is as string[]).includes(outcome))
        return [
          `the outcome is ${outcome}, not ${(is as string[]).join(' or ')}${of.done?.message ? `: ${of.done.message}` : ''}`,
        ]
      if (codes && !(codes as string[]).includes(code))
        return [`the code of done is ${code}, not ${(codes as string[]).join(' or ')}`]
      return []
    },
  },
  exit: {
    check({ of }, { is }) {
      const zero = of.exit?.status === 0
      const bySignal = of.exit?.signal != null
      const fits = is === 'zero' ? zero : is === 'non-zero' ? !zero && !bySignal : !bySignal
      return fits ? [] : [`it ${exitOf(of)}`]
    },
  },
  /** It ended by itself, however. */
  ended: {
    check: ({ of }) => (of.hung ? [`the ${of.role} had to be ended: ${of.hung}`] : []),
  },
  /** The versions that it speaks, with 1 among them. */
  'speaks-1': {
    check: ({ of }) =>
      of.done?.protocols?.includes(1) ? [] : ['done does not say with protocols that it speaks version 1'],
  },
  'says-none': {
    check: ({ of }, { types }) =>
      of.messages
        .filter(({ message }) => (types as string[]).includes(message.type))
        .map(({ message, line }) => `line ${line} is a message of type ${message.type}`),
  },
  /** The same items, results, outcome and exit as when nothing is odd. */
  'as-usual': {
    usual: true,
    check({ of, usual }) {
      if (!usual) return []
      const before = essence(usual)
      return essence(of).flatMap((line, at) =>
        line === before[at] ? [] : [`other than usual: ${line}, and usually ${before[at]}`],
      )
    },
  },
  /** The same ids and fingerprints in two plays. */
  'same-items': {
    check({ of, scene }, { as }) {
      const other = scene.plays[as as string]!
      const [one, two] = [identities(of.items), identities(other.items)]
      if (one.join('\n') === two.join('\n')) return []
      const missing = two.filter(line => !one.includes(line))
      const more = one.filter(line => !two.includes(line))
      return [`of the same state one run found ${list(more)} where another found ${list(missing)}`]
    },
  },
  'lines-at-most': {
    check: ({ of }, { bytes }) =>
      of.longest > (bytes as number) ? [`its longest line has ${of.longest} bytes, more than ${bytes}`] : [],
  },
  'known-properties': {
    check: ({ of }) =>
      of.messages.flatMap(({ message, line }) =>
        unknownIn(message).map(path => `line ${line} has ${path}, which the protocol does not know`),
      ),
  },
  /** Exactly the items that the fixture promises. */
  'expected-items': {
    check({ of, scene }) {
      const expected = [...(scene.subject.fixtures.dirty?.items ?? [])].sort()
      const ids = of.items.map(({ id }) => id).sort()
      if (expected.join() === ids.join()) return []
      return [`it found ${list(ids)}; fixtures.dirty.items says ${list(expected)}`]
    },
  },
  'no-errors': {
    check: ({ of }) =>
      of.items
        .filter(({ severity }) => severity === 'error')
        .map(({ id, title }) => `it found the error ${id} where all is well: ${title}`),
  },
  /** An error that nobody can do anything about says at least what a person can. */
  'way-out': {
    check: ({ of }) =>
      everyItem(of.items)
        .filter(
          ({ severity, resolutions = [], detail }) =>
            severity === 'error' && resolutions.length === 0 && !detail,
        )
        .map(({ id }) => `the error ${id} has neither a resolution nor a detail`),
  },
  /** One result `applied` for each selection, and `ok`. */
  'all-applied': {
    check({ of }) {
      const expected = of.selections.map(({ item }) => item)
      const applied = of.results.filter(({ status }) => status === 'applied').map(({ item }) => item)
      const missing = expected.filter(item => !applied.includes(item))
      return missing.length === 0
        ? []
        : [`no result applied for ${missing.join(', ')}; it said ${resultsOf(of)}`]
    },
  },
  /** The one selection failed, with one of the codes, and nothing else has a result. */
  refused: {
    check({ of }, { codes }) {
      const [first, ...more] = of.results
      if (!first) return ['it gave no result for what it was sent']
      if (first.status !== 'failed') return [`it said ${first.status} for ${first.item}`]
      if (more.length > 0) return [`it went on after the failure: ${resultsOf(of)}`]
      const { code = 'none' } = first
      return (codes as string[]).includes(code)
        ? []
        : [`the code of the result is ${code}, not ${(codes as string[]).join(' or ')}`]
    },
  },
}
