/** Choices without asking anyone: findings, an earlier plan, answers, waivers and a policy in, choices and what stays open out. */

import { activeFindings, asksForAnswer } from '../scheduler/findings.js'
import type { Address, Choice, Finding, Who } from '../scheduler/model.js'
import type { Answers } from './answers.js'
import { byPolicy, type Policy } from './policy.js'
import { byAnswer, byEarlier, byOption, byPattern, indexed, type Sources } from './source.js'
import { askingOrder } from './tree.js'
import { reportUnmet } from './unmet.js'

export interface Deciding {
  findings: Finding[]
  /** Choices of a plan that was made before. */
  earlier: Choice[]
  answers?: Answers
  /** From the command line, `--waive STEP/ITEM=REASON`. */
  waives: { address: Address; reason: string }[]
  /** From the command line, `--later STEP/ITEM`. */
  laters: Address[]
  policy: Policy
  who: Who
  /** ISO 8601, UTC. */
  at: string
}

/** What was written wrongly; nothing should go on from here. */
export interface Problem {
  address: string
  code: string
  message: string
  hint?: string
  file?: string
  line?: number
  column?: number
}

/** What the operator should know although nothing is wrong with the input. */
export interface Note {
  address: string
  code: string
  message: string
}

export interface Said {
  problems: Problem[]
  notes: Note[]
}

export interface Decided extends Said {
  choices: Choice[]
  /** Active errors and warnings without a choice, in the order in which people are asked. */
  open: Finding[]
}

/**
 * An option goes before an exact answer, before an earlier choice, before a pattern, before the policy. What was
 * answered but cannot be taken is left for a person: nothing weaker answers in its place, but for an earlier choice
 * that was made on this very fingerprint.
 */
export function decide(deciding: Deciding): Decided {
  const sources = indexed(deciding)
  const choices = new Map<Address, Choice>()
  const said: Said = { problems: [], notes: [] }
  const considered = new Set<Address>()
  // A choice opens its follow-ups, and a choice on one of those opens more.
  for (let opened = true; opened; ) {
    opened = false
    for (const finding of activeFindings(deciding.findings, choices)) {
      if (considered.has(finding.address)) continue
      considered.add(finding.address)
      opened = true
      const choice = decideOne(finding, sources, said)
      if (choice) choices.set(finding.address, choice)
    }
  }
  const order = askingOrder(deciding.findings, choices)
  reportUnmet(deciding, new Set(order.map(finding => finding.address)), said)
  return {
    choices: order.flatMap(finding => choices.get(finding.address) ?? []),
    open: order.filter(finding => asksForAnswer(finding) && !choices.has(finding.address)),
    ...said,
  }
}

function decideOne(finding: Finding, sources: Sources, said: Said): Choice | undefined {
  const option = byOption(finding, sources, said)
  if (option) return option === 'left' ? undefined : option
  const answer = byAnswer(finding, sources, said)
  if (answer === 'left') return undefined
  if (answer && answer !== 'stale') return answer
  const earlier = byEarlier(finding, sources, said)
  if (earlier || answer === 'stale') return earlier
  const pattern = byPattern(finding, sources, said)
  if (pattern) return pattern === 'left' ? undefined : pattern
  const policy = byPolicy(finding, sources.policy)
  if (policy.note) said.notes.push(policy.note)
  if (!policy.answer) return undefined
  const { who, at } = sources
  return {
    address: finding.address,
    fingerprint: finding.fingerprint,
    answer: policy.answer,
    who,
    at,
    via: 'policy',
  }
}
