/**
 * Reads the records of a run from the first to the last and says what of them was not legal. It keeps books of its own
 * and trusts neither `fold` nor `next`: it knows the rules of a run, not how a host comes to keep them.
 */

import { auditChoice, auditJudged, auditLetter, auditMade, auditRaised } from './audit-choice.js'
import { auditWithdrawn } from './audit-hold.js'
import { type Breach, Ledger, type RunStanding } from './audit-ledger.js'
import { auditRun } from './audit-run.js'
import { auditChosen } from './audit-start.js'
import { auditTask, type TaskEvent } from './audit-task.js'
import type { RunEvent } from './event.js'
import { groupBy } from './group.js'
import { isKnown, isOptional } from './known.js'
import { planDigest } from './plan.js'

export type { Breach, Rule } from './audit-ledger.js'

export interface Audited {
  seq: number
  event: RunEvent
  /** Boot that the record was written under. */
  boot?: string
  /** In the first record of a batch: what was on the disk then. */
  synced?: number
}

export interface Audit {
  run: string
  /** How it ended, or where it stands. */
  standing: RunStanding
  breaches: Breach[]
  /** What was looked at, so that "nothing found" says of how much. */
  seen: { records: number; choices: number; starts: number; results: number; looks: number }
}

export function audit(records: Iterable<Audited>): Audit {
  const ledger = new Ledger()
  const seen = { records: 0, choices: 0, starts: 0, results: 0, looks: 0 }
  for (const { seq, event, boot, synced } of records) {
    seen.records++
    ledger.seq = seq
    ledger.boot = boot ?? null
    ledger.knownBoot ??= ledger.boot
    if (synced !== undefined) ledger.durable = synced
    if (event.type === 'choice-made') seen.choices++
    if (event.type === 'run-committed') seen.choices += event.plan?.choices?.length ?? 0
    if (event.type === 'task-started') seen.starts++
    if (event.type === 'selection-result') seen.results++
    if (event.type === 'task-checked' || event.type === 'step-verified') seen.looks++
    try {
      take(ledger, event)
    } catch (error) {
      // Whoever wrote it was no host: what a host writes has all its parts.
      ledger.breach('edge', `${event.type} lacks what it has to hold (${(error as Error).message})`)
    }
  }
  if (!ledger.plan) ledger.breach('edge', 'the journal does not begin with a commit')
  return { run: ledger.run, standing: ledger.standing, breaches: ledger.breaches, seen }
}

function take(ledger: Ledger, event: RunEvent): void {
  if (!isKnown(event)) {
    if (!isOptional(event)) ledger.breach('edge', `${event.type} is no event that this version knows`)
    return
  }
  if (ledger.standing === 'completed' || ledger.standing === 'abandoned')
    return ledger.breach('end', `${event.type} after the end of the run`)
  if (event.type === 'run-committed') return committed(ledger, event)
  if (!ledger.plan) return ledger.breach('edge', `${event.type} before the commit`)
  if ('letter' in event && event.letter !== undefined) auditLetter(ledger, event.letter)
  if (event.type === 'choice-made') return auditMade(ledger, event)
  if (event.type === 'choice-carried' || event.type === 'choice-invalidated')
    return auditJudged(ledger, event)
  if (event.type === 'question-withdrawn') return auditWithdrawn(ledger, event.address, event.why)
  if (event.type === 'question-raised') auditRaised(ledger, event)
  if (!('task' in event) || event.task === null) return auditRun(ledger, event)
  const entry = ledger.entries.get(event.task)
  if (!entry) return ledger.breach('graph', `${event.type} of ${event.task}, which is no task`)
  if (ledger.standing !== 'open')
    ledger.breach('edge', `${event.type} of ${event.task} in a run that was ${ledger.standing}`)
  auditTask(ledger, entry, event as TaskEvent)
}

function committed(ledger: Ledger, { plan, run, who }: Extract<RunEvent, { type: 'run-committed' }>): void {
  if (ledger.plan) return ledger.breach('edge', 'the run was committed twice')
  ledger.plan = plan
  ledger.run = run
  if (!(who?.uid >= 0) || !who.user) ledger.breach('choice', 'it is not told who committed the run')
  const { digest, ...rest } = plan
  if (planDigest(rest) !== digest) ledger.breach('edge', 'the plan is not the one that its digest names')
  for (const step of plan.steps) ledger.steps.set(step.name, step)
  for (const [step, found] of groupBy(plan.findings, finding => finding.step)) ledger.list(step, found)
  for (const choice of plan.choices) {
    ledger.choices.set(choice.address, choice)
    auditChoice(ledger, choice, ledger.seen.get(choice.address))
  }
  for (const task of plan.graph.tasks) {
    ledger.add(task.id, task)
    for (const selection of task.selections) auditChosen(ledger, selection)
  }
  for (const barrier of plan.graph.barriers) ledger.add(barrier.id, null)
  for (const edge of plan.graph.edges) ledger.connect(edge)
}
