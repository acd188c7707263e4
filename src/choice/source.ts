/** Where a choice can come from, each in its own function: a finding in, a choice, or why a person has to look, out. */

import type { Address, Answer, Choice, Finding, Who } from '../scheduler/model.js'
import { isPattern, matches } from './address.js'
import type { AnswersEntry } from './answers.js'
import type { Deciding, Said } from './decide.js'
import type { Policy } from './policy.js'
import { validateAnswer } from './validate.js'
import { scalar } from './value.js'

export interface Sources {
  waives: ReadonlyMap<Address, string>
  laters: ReadonlySet<Address>
  exact: ReadonlyMap<Address, AnswersEntry>
  patterns: AnswersEntry[]
  earlier: ReadonlyMap<Address, Choice>
  policy: Policy
  file: string
  who: Who
  at: string
}

export function indexed({ waives, laters, answers, earlier, policy, who, at }: Deciding): Sources {
  const entries = answers?.entries ?? []
  return {
    waives: new Map(waives.map(({ address, reason }) => [address, reason])),
    laters: new Set(laters),
    exact: new Map(entries.filter(entry => !isPattern(entry.key)).map(entry => [entry.key, entry])),
    patterns: entries.filter(entry => isPattern(entry.key)),
    earlier: new Map(earlier.map(choice => [choice.address, choice])),
    policy,
    file: answers?.file ?? '',
    who,
    at,
  }
}

/** `left`: it was answered, but a person has to look. Undefined: this source says nothing. */
type Attempt = Choice | 'left' | undefined

export function byOption(finding: Finding, sources: Sources, said: Said): Attempt {
  const reason = sources.waives.get(finding.address)
  if (reason !== undefined) return validated(finding, { kind: 'waiver', reason }, 'option', sources, said)
  return sources.laters.has(finding.address)
    ? validated(finding, { kind: 'later' }, 'option', sources, said)
    : undefined
}

/** `stale`: the answer was given on another fingerprint. */
export function byAnswer(finding: Finding, sources: Sources, said: Said): Attempt | 'stale' {
  const { address, fingerprint } = finding
  const entry = sources.exact.get(address)
  if (!entry) return undefined
  if (entry.fingerprint !== undefined && entry.fingerprint !== fingerprint) {
    const message = `The answer for ${address} was given on the fingerprint ${scalar(entry.fingerprint)}, but that is ${scalar(fingerprint)} now: look again.`
    said.notes.push({ address, code: 'choice.stale', message })
    return 'stale'
  }
  if (isDestructive(finding, entry.answer) && entry.fingerprint === undefined) {
    const bound = `fingerprint: ${scalar(fingerprint)}`
    const message = `The answer for ${address} destroys data, which an answers file may do only with ${bound}.`
    said.notes.push({ address, code: 'choice.unbound', message })
    return 'left'
  }
  return validated(finding, entry.answer, 'answers', sources, said, entry)
}

export function byEarlier(finding: Finding, sources: Sources, said: Said): Choice | undefined {
  const { address, fingerprint } = finding
  const choice = sources.earlier.get(address)
  if (!choice) return undefined
  const changed = (message: string): undefined => {
    said.notes.push({ address, code: 'choice.changed', message })
  }
  if (choice.fingerprint !== fingerprint)
    return changed(
      `${address} changed since it was decided: its fingerprint was ${scalar(choice.fingerprint)} and is ${scalar(fingerprint)} now.`,
    )
  const answer = validateAnswer(finding, choice.answer)
  return answer.ok ? { ...choice, answer: answer.value } : changed(answer.error.message)
}

/** The first pattern in the file that matches is the only one that is asked. */
export function byPattern(finding: Finding, sources: Sources, said: Said): Attempt {
  const { address } = finding
  const entry = sources.patterns.find(({ key }) => matches(key, address))
  if (!entry) return undefined
  const left = (why: string): 'left' => {
    const message = `The pattern ${entry.key} does not answer ${address}: ${why}`
    said.notes.push({ address, code: 'choice.pattern-refused', message })
    return 'left'
  }
  const { answer } = entry
  if (answer.kind === 'waiver' && finding.item.severity === 'error')
    return left('errors are waived only by their own name.')
  if (isDestructive(finding, answer))
    return left('what destroys data is taken only by name, with the fingerprint.')
  const checked = validateAnswer(finding, answer)
  return checked.ok ? made(finding, checked.value, sources, 'pattern') : left(checked.error.message)
}

function validated(
  finding: Finding,
  answer: Answer,
  via: Choice['via'],
  sources: Sources,
  said: Said,
  entry?: AnswersEntry,
): Choice | 'left' {
  const checked = validateAnswer(finding, answer)
  if (checked.ok) return made(finding, checked.value, sources, via)
  const where = entry ? { file: sources.file, line: entry.line, column: entry.column } : {}
  said.problems.push({ address: finding.address, ...checked.error, ...where })
  return 'left'
}

const made = (finding: Finding, answer: Answer, { who, at }: Sources, via: Choice['via']): Choice => ({
  address: finding.address,
  fingerprint: finding.fingerprint,
  answer,
  who,
  at,
  via,
})

/** Whether the answer takes a resolution that destroys data. */
export const isDestructive = (finding: Finding, answer: Answer): boolean =>
  answer.kind === 'resolution' &&
  finding.item.resolutions?.find(each => each.id === answer.resolution)?.effects?.destructive === true
