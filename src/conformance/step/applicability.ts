/** Whether a case can be tried on a step: not at all, not yet, or yes. A trait that the step's behaviour contradicts is a failure. */

import type { Case } from '../case.js'
import type { Failure, Verdict } from '../trial.js'
import { abilities } from './abilities.js'
import { required } from './choose.js'
import type { Subject } from './subject.js'
import type { Theatre } from './trials.js'

const skip = (reason: string): Verdict => ({ state: 'skip', reason })
const missing = (message: string, hint: string): Verdict => ({
  state: 'not ok',
  failures: [{ message, hint }],
})

/** Undefined where it is to be tried. */
export async function applicability(
  one: Case,
  subject: Subject,
  theatre: Theatre,
): Promise<Verdict | undefined> {
  const { traits } = subject
  if ((one.family === 'consumer' || one.roles?.join() === 'consumer') && !subject.consumer) {
    if (traits.has('check-only')) return skip('check-only: there is no consumer')
    return missing(
      'no consumer is named',
      'Name it with --consumer, or say in conformance.json that the step is "check-only".',
    )
  }
  if (one.family === 'producer' && !subject.producer)
    return missing(
      'no producer is named',
      'Name it with --producer or in conformance.json; every step has one.',
    )
  for (const trait of one.unless ?? []) if (traits.has(trait as never)) return skip(`the step is ${trait}`)
  const needs = one.needs ?? []
  if (needs.includes('strace') && !abilities().strace) return skip('this machine has no strace that works')
  // What a step does can only be seen where it has something to do.
  const first = needs.filter(need => need === 'dirty').flatMap(need => unmet(need, subject))
  if (first.length > 0) return { state: 'not ok', failures: first }
  const ruled = await condition(one, subject, theatre)
  if (ruled) return ruled
  const lacking = needs.flatMap(need => unmet(need, subject))
  return lacking.length > 0 ? { state: 'not ok', failures: lacking } : contradiction(one, subject)
}

const what: Record<string, string> = {
  dirty: 'a state in which the step has something to do: setup, the ids of the items, the selections',
  clean: 'a state in which all is well',
  verify: 'a program that ends with 0 if the selection of {item} is in place',
  drift: 'a program that changes the condition of an item after it was chosen on',
  break: 'a program after which applying one item is bound to fail',
  cannotLook: 'a program after which the producer cannot see what it has to see',
  slow: 'a program after which applying one item waits (put a FIFO in the place of a file), and one that releases it',
  late: 'a program after which the consumer brings up a new item, and the answer to it',
  reboot: 'a program after which the consumer asks for a reboot, and one that does what a reboot would',
}

/** `slow|strace` is met by either. */
function unmet(need: string, { fixtures, producer, consumer }: Subject): Failure[] {
  const has = (one: string): boolean => {
    if (one === 'strace') return abilities().strace !== undefined
    if (one === 'producer') return producer !== undefined
    if (one === 'consumer') return consumer !== undefined
    if (one === 'verify') return fixtures.dirty?.verify !== undefined
    return fixtures[one as keyof typeof fixtures] !== undefined
  }
  const names = need.split('|')
  if (names.some(has)) return []
  const [first] = names
  if (first === 'producer' || first === 'consumer')
    return [{ message: `no ${first} is named`, hint: `Name it with --${first} or in conformance.json.` }]
  const place = first === 'verify' ? 'fixtures.dirty.verify' : `fixtures.${first}`
  const or = names.includes('strace') ? ', or install strace' : ''
  return [
    {
      message: `${place} is missing in conformance.json`,
      hint: `Add ${place}: ${what[first!] ?? first}${or}.`,
    },
  ]
}

/** What a case is about may be nothing that the step does. */
async function condition(one: Case, subject: Subject, theatre: Theatre): Promise<Verdict | undefined> {
  const { traits, fixtures } = subject
  const select = fixtures.dirty?.select ?? []
  switch (one.only) {
    case 'secrets': {
      const offers = (await theatre.usual('producer'))?.items.flatMap(({ id, resolutions = [] }) =>
        resolutions.flatMap(({ inputs = {} }) =>
          Object.values(inputs)
            .filter(({ secret }) => secret)
            .map(() => id),
        ),
      )
      if (!traits.has('secrets'))
        return offers?.length
          ? missing(
              `the item ${offers[0]} asks for a secret, and the trait "secrets" is not declared`,
              'Add "secrets" to traits in conformance.json.',
            )
          : skip('no resolution takes a secret')
      const { secrets } = await theatre.scene([{ setup: 'dirty' }], 'consumer')
      return secrets.length > 0
        ? undefined
        : missing(
            'the trait "secrets" is declared, and no selection of fixtures.dirty sends one',
            'Select a resolution that takes a secret, with a value for it, or take the trait away.',
          )
    }
    case 'inputs': {
      if (select.length === 0) return undefined
      const { found } = await theatre.scene([{ setup: 'dirty' }], 'consumer')
      return select.some(selection => required(selection, found).length > 0)
        ? undefined
        : skip('no selection takes an input that it cannot do without')
    }
    case 'again': {
      if (traits.has('again')) return undefined
      const usual = await theatre.usual('consumer')
      return usual?.done?.outcome === 'again' && usual.done.code !== 'cancelled'
        ? missing(
            'the consumer said again, and the trait "again" is not declared',
            'Add "again" to traits in conformance.json.',
          )
        : skip('the consumer asks no new questions')
    }
    case 'reboot': {
      if (fixtures.reboot) return undefined
      const usual = await theatre.usual('consumer')
      return usual?.done?.reboot
        ? missing(
            'the consumer asks for a reboot, and fixtures.reboot is missing',
            `Add fixtures.reboot: ${what.reboot}.`,
          )
        : skip('the step asks for no reboot')
    }
    default:
      return undefined
  }
}

function contradiction(one: Case, { traits, fixtures }: Subject): Verdict | undefined {
  const items = fixtures.dirty?.items.length ?? 0
  return one.id === 'P-08' && traits.has('single-item') && items > 1
    ? missing(
        `the trait "single-item" is declared, and fixtures.dirty.items names ${items}`,
        'Take the trait away.',
      )
    : undefined
}
