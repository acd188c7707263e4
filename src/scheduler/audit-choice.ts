/** Questions and choices: everything that is carried out was chosen by somebody, of what was on offer. */

import { auditHeld } from './audit-hold.js'
import type { Ledger } from './audit-ledger.js'
import type { RunEvent } from './event.js'
import { chosenResolution, splitAddress } from './findings.js'
import { isHold } from './hold.js'
import type { Choice, Finding } from './model.js'

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const means: Record<Choice['via'], true> = {
  prompt: true,
  answers: true,
  pattern: true,
  policy: true,
  option: true,
  plan: true,
  command: true,
}

/** Who, when, how, and of what: the same for choices of the plan and for later ones. */
export function auditChoice(ledger: Ledger, choice: Choice, finding: Finding | undefined): void {
  const { address, who, at, via, answer } = choice
  if (!(who?.uid >= 0) || !who.user)
    ledger.breach('choice', `the choice for ${address} does not tell whose it is`)
  if (!moment.test(at)) ledger.breach('choice', `the choice for ${address} does not tell when it was made`)
  if (!Object.hasOwn(means, via))
    ledger.breach('choice', `the choice for ${address} does not tell how it was made`)
  if (answer.kind === 'waiver' && answer.reason.trim() === '')
    ledger.breach('choice', `${address} was waived without a reason`)
  if (!finding) return ledger.breach('choice', `${address} was chosen and never found`)
  if (answer.kind !== 'resolution') return
  const offered = chosenResolution(finding, choice)
  if (choice.fingerprint === finding.fingerprint && !offered)
    return ledger.breach('choice', `${answer.resolution} was chosen for ${address} and is not on offer`)
  for (const [name, spec] of Object.entries(offered?.inputs ?? {})) {
    const value = answer.input?.[name]
    if (spec.secret && value !== undefined && typeof value !== 'object')
      ledger.breach('choice', `the secret ${name} of ${address} is written out`)
  }
}

type Made = Extract<RunEvent, { type: 'choice-made' }>

export function auditMade(ledger: Ledger, { choice }: Made): void {
  const { address } = choice
  const question = ledger.questions.get(address)
  const finding = question?.finding ?? ledger.seen.get(address)
  auditChoice(ledger, choice, finding)
  ledger.choices.set(address, choice)
  if (!question) return unasked(ledger, address)
  if (!answers(question.finding, choice)) return
  ledger.questions.delete(address)
  ledger.invalidated.delete(address)
  auditHeld(ledger, question.finding.step, choice)
  if (ledger.standing === 'waiting') ledger.standing = ledger.verifying ? 'verifying' : 'open'
  const entry = question.task === null ? undefined : ledger.entries.get(question.task)
  if (!entry) return
  entry.asks.delete(address)
  if (question.finding.source === 'host' && choice.answer.kind === 'resolution')
    entry.lastAnswer = choice.answer.resolution
  if (
    entry.asks.size === 0 &&
    entry.standing.has('waiting') &&
    entry.onlyOwnItems &&
    entry.lastOutcome === 'ok'
  )
    entry.standing = new Set(['applied'])
}

function answers(finding: Finding, choice: Choice): boolean {
  if (choice.answer.kind === 'later' || choice.fingerprint !== finding.fingerprint) return false
  if (choice.answer.kind === 'resolution') return chosenResolution(finding, choice) !== undefined
  return finding.source !== 'host'
}

/** A choice that nobody had asked for sends what is ready back to be looked at. */
function unasked(ledger: Ledger, address: string): void {
  const { step, item } = splitAddress(address)
  if (item.startsWith('host.')) return
  ledger.invalidated.delete(address)
  for (const entry of ledger.ofStep.get(step) ?? [])
    if (entry.standing.has('ready') && entry.attempt === 0) entry.standing = new Set(['pending'])
}

export function auditLetter(ledger: Ledger, letter: string): void {
  if (ledger.letters.has(letter)) ledger.breach('choice', `the letter ${letter} was taken twice`)
  ledger.letters.add(letter)
}

type Judged = Extract<RunEvent, { type: 'choice-carried' | 'choice-invalidated' }>

export function auditJudged(ledger: Ledger, event: Judged): void {
  const { type, address, from, to } = event
  const choice = ledger.choices.get(address)
  const found = ledger.listed.get(splitAddress(address).step)?.get(address)
  if (from === to) ledger.breach('choice', `${type} of ${address}, whose state had not changed`)
  if (!choice) return ledger.breach('choice', `${type} of ${address}, which nobody had chosen`)
  if (choice.fingerprint !== from)
    ledger.breach('choice', `${type} of ${address} from ${from}, but it was chosen on ${choice.fingerprint}`)
  if (found?.fingerprint !== to)
    ledger.breach('choice', `${type} of ${address} to ${to}, but found is ${found?.fingerprint ?? 'nothing'}`)
  if (type === 'choice-invalidated') {
    ledger.choices.delete(address)
    if (choice.answer.kind === 'resolution') ledger.invalidated.add(address)
    return
  }
  if (choice.answer.kind === 'waiver') ledger.breach('choice', `the waiver of ${address} was carried over`)
  const offered = found && chosenResolution(found, choice)
  if (found && choice.answer.kind === 'resolution' && !offered)
    ledger.breach('choice', `${address} was carried over to a state that does not offer it`)
  if (offered?.effects?.destructive)
    ledger.breach('choice', `${address} destroys data, and was carried over to another state`)
  ledger.choices.set(address, { ...choice, fingerprint: to })
}

const answersOfHost = new Set(['retry', 'done-by-hand', 'reboot', 'go-on', 'give', 'keep', 'abandon'])

type Raised = Extract<RunEvent, { type: 'question-raised' }>

export function auditRaised(ledger: Ledger, { finding, task }: Raised): void {
  const { address, source, step, item } = finding
  if (address !== `${step}/${item.id}`)
    ledger.breach('question', `${address} is asked for ${step}/${item.id}`)
  if ((source === 'host') !== item.id.startsWith('host.'))
    ledger.breach('question', `${address} is asked in the name of another`)
  if (source !== 'host' && JSON.stringify(ledger.seen.get(address)) !== JSON.stringify(finding))
    ledger.breach('question', `${address} is asked as nobody has seen it`)
  const isHosts = (item.resolutions ?? []).every(({ id }) => answersOfHost.has(id))
  if (
    source === 'host' &&
    !(isHosts && item.severity === 'error' && item.fingerprint === finding.fingerprint)
  )
    ledger.breach('question', `${address} is asked as no host asks`)
  if (ledger.questions.get(address)?.finding.fingerprint === finding.fingerprint)
    ledger.breach('question', `${address} is asked while it is open`)
  if (task === null && ledger.standing !== 'verifying' && !(isHold(address) && ledger.standing === 'open'))
    ledger.breach('question', `${address} is asked for no task, and the run was ${ledger.standing}`)
  if (task !== null && ledger.entries.get(task)?.task?.step !== step)
    ledger.breach('question', `${address} is asked for ${task}`)
  ledger.questions.set(address, { finding, task })
  ledger.seen.set(address, finding)
}
