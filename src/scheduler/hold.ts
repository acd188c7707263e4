/** Questions of the host that hold a whole step back: none of its programs is begun before they are answered. */

import { digestOf } from '../protocol/fingerprint.js'
import type { InputSpec, Name } from '../protocol/gen/messages.js'
import { chosenResolution, splitAddress } from './findings.js'
import { hostQuestion } from './host-items.js'
import type { Address, Choice, Finding, InputValue, Selection } from './model.js'
import { isOver, nodesOf } from './node.js'
import type { RunState } from './state.js'

const abandon = {
  id: 'abandon',
  title: 'Give this step up, and with it all that need it',
  ends: 'reverted' as const,
}

export const changedPrograms = (step: Name): Address => `${step}/host.program-changed`
export const lostSecret = (step: Name): Address => `${step}/host.secret`
export const isHold = (address: Address): boolean =>
  address.endsWith('/host.program-changed') || address.endsWith('/host.secret')

/** A file that is part of a step's programs and not what it was at commit; without a digest it is gone. */
export interface ChangedFile {
  path: string
  digest?: string
}

/** Bound to what the files are now, so that another change asks again. */
export const programsQuestion = (step: Name, changed: ChangedFile[]): Finding =>
  hostQuestion(step, `programs-${digestOf(changed).slice(0, 16)}`, {
    id: 'host.program-changed',
    severity: 'error',
    title: `The programs of ${step} are not the ones with which this run was committed`,
    detail: changed
      .map(
        ({ path, digest }) => `${path} ${digest === undefined ? 'is gone' : 'is not the same file any more'}`,
      )
      .join('; '),
    resolutions: [{ id: 'go-on', title: 'Go on with them as they are' }, abandon],
  })

/** A secret that a step needs and that cannot be had. */
export interface LostSecret {
  item: Name
  input: Name
  spec: InputSpec
  /** The end of a sentence that begins with input and item. Never the value. */
  why: string
}

const longestName = 64

/**
 * What an input of the question is called: by what it is for, and always the same. Where names have dots of their own, two
 * pairs could read the same; a digest tells them apart.
 */
export function secretName(item: Name, input: Name): Name {
  const name = `${item}.${input}`
  if (name.length <= longestName && name.split('.').length === 2) return name
  return `${name.slice(0, longestName - 9)}-${digestOf([item, input]).slice(0, 8)}`
}

/** `occasion`: what was given for the question before is lost as well. */
export const secretQuestion = (step: Name, lost: LostSecret[], occasion: number): Finding =>
  hostQuestion(step, `secret-${occasion}`, {
    id: 'host.secret',
    severity: 'error',
    title: `${step} needs a secret that this host does not have`,
    detail: lost.map(({ item, input, why }) => `${input} of ${step}/${item} ${why}`).join('; '),
    resolutions: [
      {
        id: 'give',
        title: 'Give it again; what is typed is never kept, a file is only named',
        inputs: Object.fromEntries(
          lost.map(({ item, input, spec: { default: _, ...spec } }) => [
            secretName(item, input),
            { ...spec, title: `${input} of ${step}/${item}`, secret: true, optional: false },
          ]),
        ),
      },
      abandon,
    ],
  })

export const isHeld = (state: RunState, step: Name): boolean => state.held.has(step)

export function hold(state: RunState, { address, step }: Finding): void {
  if (isHold(address)) state.held.set(step, new Set(state.held.get(step)).add(address))
}

/** The question is answered, or has come to nothing. */
export function letGo(state: RunState, finding: Finding, choice?: Choice): void {
  const { address, step } = finding
  const held = state.held.get(step)
  if (!held?.delete(address)) return
  if (held.size === 0) state.held.delete(step)
  const taken = choice?.answer.kind === 'resolution' ? choice.answer : undefined
  if (taken?.resolution === 'abandon') state.givenUp.set(step, finding.item.title)
  if (taken?.resolution === 'give') give(state, step, taken.input ?? {})
  for (const node of nodesOf(state, step)) if (!isOver(node)) state.attention.push(node.id)
}

/** Whatever waits for a secret is sent the one that was named now. What was typed again is in the host's memory. */
function give(state: RunState, step: Name, given: Record<Name, InputValue>): void {
  for (const node of nodesOf(state, step)) {
    const selections = node.task!.selections.map((one): Selection => renewed(one, one.item, given))
    // The event that brought the task is not ours to change.
    node.task = { ...node.task!, selections }
  }
  for (const [address, choice] of state.choices) {
    const of = splitAddress(address)
    if (of.step === step && choice.answer.kind === 'resolution')
      state.choices.set(address, { ...choice, answer: renewed(choice.answer, of.item, given) })
  }
}

/** With the secrets that were given for this item; what was not asked for stays as it was chosen. */
export function renewed<T extends { input?: Record<Name, InputValue> }>(
  one: T,
  item: Name,
  given: Record<Name, InputValue>,
): T {
  if (!one.input || item.startsWith('host.')) return one
  const input = Object.entries(one.input).map(([name, value]): [Name, InputValue] => [
    name,
    (typeof value === 'object' ? given[secretName(item, name)] : undefined) ?? value,
  ])
  return { ...one, input: Object.fromEntries(input) }
}

/** Said to be gone on with, as they are now. */
export const isGoneOnWith = (state: RunState, finding: Finding): boolean => {
  const choice = state.choices.get(finding.address)
  return choice?.fingerprint === finding.fingerprint && chosenResolution(finding, choice)?.id === 'go-on'
}
