/** The edges of a task, as a table of its own, and what each event has to find before it may take one. */

import { type Entry, isOver, type Ledger, type Standing, told } from './audit-ledger.js'
import { auditRetry, auditSettled, auditUnreached } from './audit-rest.js'
import { auditChosen, auditOrder, auditStart } from './audit-start.js'
import type { RunEvent } from './event.js'
import { findingsOf } from './findings.js'
import type { Selection } from './model.js'

/** `or`: a task that is run again goes on where it stood, where it stood before a reboot. */
interface TaskEdge {
  from: Standing[]
  to: Standing | null
  or?: Standing[]
}

const edges: Record<string, TaskEdge> = {
  'task-checking': { from: ['pending', 'ready', 'applied'], to: 'checking' },
  'task-checked': { from: ['checking'], to: 'checked' },
  'selection-dropped': { from: ['checked', 'waiting', 'pending'], to: null },
  'task-ready': { from: ['checked', 'waiting', 'pending'], to: 'ready' },
  'task-skipped': { from: ['checked', 'waiting', 'pending'], to: 'settled' },
  'task-started': { from: ['ready', 'pending'], to: 'running' },
  'item-found': { from: ['running'], to: null },
  'selection-result': { from: ['running'], to: null },
  'task-attached': { from: ['running'], to: null },
  'task-unknown': { from: ['running'], to: 'unknown' },
  'task-backing-off': { from: ['failed'], to: null },
  'task-retried temporary': { from: ['failed'], to: 'pending', or: ['applied'] },
  'task-retried stale': { from: ['failed'], to: 'pending', or: ['applied'] },
  'task-retried again': { from: ['again', 'waiting'], to: 'pending', or: ['applied'] },
  'task-retried recovered': { from: ['unknown'], to: 'pending', or: ['applied'] },
  'task-retried answered': { from: ['waiting'], to: 'pending', or: ['applied', 'again'] },
  'task-retried by-hand': { from: ['waiting'], to: 'pending' },
  'question-raised': {
    from: ['pending', 'checked', 'failed', 'again', 'applied', 'unknown', 'waiting'],
    to: 'waiting',
  },
  'task-settled': { from: ['pending', 'checked', 'applied', 'waiting'], to: 'settled' },
  'task-unreached': { from: ['pending'], to: 'unreached' },
  'task-abandoned': {
    from: ['waiting', 'pending', 'ready', 'checked', 'failed', 'again', 'unknown'],
    to: 'abandoned',
  },
}
const endings: Record<string, Standing> = { ok: 'applied', failed: 'failed', again: 'again' }

const reasons = new Set(['upstream-changed', 'unpredicted', 'resumed', 'rebooted', 'stale', 'retry'])

export type TaskEvent = Extract<RunEvent, { task: string | null }>

export function auditTask(ledger: Ledger, entry: Entry, event: TaskEvent): void {
  const was = entry.standing
  if (event.type === 'task-ended') return auditEnd(ledger, entry, event)
  const key = event.type === 'task-retried' ? `task-retried ${event.why}` : event.type
  const edge = edges[key]
  if (!edge) return ledger.breach('edge', `${key} is no event of a task`)
  if (!edge.from.some(from => was.has(from)))
    ledger.breach('edge', `${key} of ${entry.id}, which was ${told(was)}`)
  guard(ledger, entry, event)
  if (
    edge.to !== null &&
    edge.to !== 'checked' &&
    was.has('checked') &&
    entry.isBlind &&
    edge.to !== 'waiting' &&
    edge.to !== 'abandoned'
  )
    ledger.breach('recheck', `${key} of ${entry.id}, whose producer could not look`)
  if (edge.to === null) return
  const standing = new Set([edge.to])
  if (entry.wantsReboot || entry.lastAnswer === 'reboot')
    for (const other of edge.or ?? []) standing.add(other)
  entry.standing = standing
  if (isOver(entry)) entry.restedAt = ledger.seq
}

function guard(ledger: Ledger, entry: Entry, event: TaskEvent): void {
  const { id } = entry
  switch (event.type) {
    case 'task-checking':
      auditOrder(ledger, entry)
      if (!reasons.has(event.why)) ledger.breach('edge', `${id} is looked at because of ${event.why}`)
      if (event.why === 'stale' && entry.lastCode !== 'stale')
        ledger.breach('edge', `${id} is looked at as stale, which nobody had told`)
      if (event.why === 'unpredicted' && !ledger.plan!.unpredicted.includes(entry.task!.step))
        ledger.breach('edge', `${id} is looked at as unpredicted, which it was not`)
      if (event.why === 'rebooted' && ledger.boots === entry.bornAtBoot)
        ledger.breach('edge', `${id} is looked at because of a reboot that is not on record`)
      if (event.why === 'resumed' && ledger.resumedAt === 0)
        ledger.breach('edge', `${id} is looked at because of a resumption that is not on record`)
      return
    case 'task-checked':
      if (event.findings.step !== entry.task?.step)
        ledger.breach('edge', `${id} was looked at by the producer of ${event.findings.step}`)
      if ((event.findings.outcome === 'ok') !== (event.findings.ending.outcome === 'ok'))
        ledger.breach('recheck', `${id} was looked at with two outcomes`)
      entry.isBlind = event.findings.outcome !== 'ok'
      if (entry.isBlind) return
      entry.lookedAt = ledger.seq
      ledger.list(event.findings.step, findingsOf(event.findings.step, event.findings.items, 'producer'))
      return
    case 'selection-dropped':
      return dropped(ledger, entry, event.address)
    case 'task-ready':
      auditAnswered(ledger, entry)
      for (const selection of event.selections) auditSame(ledger, entry, selection)
      for (const selection of event.selections)
        if (JSON.stringify(entry.sent.get(selection.address)) !== JSON.stringify(selection))
          auditChosen(ledger, selection)
      entry.task = { ...entry.task!, selections: event.selections }
      return ledger.withdraw(entry)
    case 'task-started':
      auditStart(ledger, entry, event)
      entry.attempt = event.attempt
      entry.startedAt = ledger.seq
      entry.pid = event.pid
      entry.sentNow = new Set(event.selections)
      entry.resultsNow = new Set()
      for (const selection of entry.task?.selections ?? [])
        if (entry.sentNow.has(selection.address)) entry.sent.set(selection.address, selection)
      return
    case 'item-found':
      isOfThisAttempt(ledger, entry, event)
      if (entry.task) ledger.bring(entry, event.item)
      return
    case 'selection-result':
      isOfThisAttempt(ledger, entry, event)
      return auditResult(ledger, entry, event)
    case 'task-attached':
      isOfThisAttempt(ledger, entry, event)
      if (event.pid !== entry.pid)
        ledger.breach('intent', `${id} was followed as process ${event.pid}, and started as ${entry.pid}`)
      if (ledger.resumedAt < entry.startedAt)
        ledger.breach('edge', `${id} is said to have outlived the host that ran it`)
      return
    case 'task-unknown':
      isOfThisAttempt(ledger, entry, event)
      entry.isUnbegun = event.begun === false
      if (entry.isUnbegun && entry.resultsNow.size > 0)
        ledger.breach('result', `${id} has results and is said never to have begun`)
      if (ledger.resumedAt < entry.startedAt)
        ledger.breach('edge', `${id} is called unknown by the host that ran it`)
      entry.changedAt = ledger.seq
      return ledger.release(entry)
    case 'task-backing-off':
      entry.isBackingOff = true
      if (event.attempt !== entry.attempt)
        ledger.breach('edge', `${id} backs off for attempt ${event.attempt}`)
      return
    case 'task-retried':
      return auditRetry(ledger, entry, event.why)
    case 'question-raised':
      entry.onlyOwnItems =
        event.finding.source === 'consumer' && (entry.onlyOwnItems || !entry.standing.has('waiting'))
      entry.asks.add(event.finding.address)
      return
    case 'task-settled':
      auditSettled(ledger, entry, event.as)
      return ledger.withdraw(entry)
    case 'task-skipped':
      if (entry.attempt > 0) ledger.breach('end', `${id} was skipped after it had run`)
      for (const { address } of entry.task?.selections ?? [])
        ledger.breach('end', `${id} was skipped and ${address} was not dropped`)
      return ledger.withdraw(entry)
    case 'task-unreached':
      auditUnreached(ledger, entry)
      return ledger.withdraw(entry)
    case 'task-abandoned':
      if (!ledger.givenUp.has(entry.task!.step) && entry.lastAnswer !== 'abandon')
        ledger.breach('choice', `nobody had chosen to abandon ${id}`)
      if (event.reason === '') ledger.breach('end', `${id} was abandoned without a reason`)
      return ledger.withdraw(entry)
  }
}

/** What was sent before, and is to be sent again, has not become something else. */
function auditSame(ledger: Ledger, entry: Entry, selection: Selection): void {
  const before = entry.sent.get(selection.address)
  if (before?.fingerprint !== selection.fingerprint || before.resolution !== selection.resolution) return
  if (JSON.stringify(before) !== JSON.stringify(selection))
    ledger.breach('choice', `${selection.address} is not to be carried out as it was before`)
}

/** What its producer found and nobody has dealt with is asked before the task goes on. */
function auditAnswered(ledger: Ledger, entry: Entry): void {
  const all = [entry, ...ledger.siblingsOf(entry)]
  for (const finding of ledger.listed.get(entry.task!.step)?.values() ?? []) {
    const { address, parent, fingerprint } = finding
    if (parent || finding.item.severity === 'recommendation') continue
    const choice = ledger.choices.get(address)
    if (choice && choice.answer.kind !== 'later' && choice.fingerprint === fingerprint) continue
    if (
      all.some(one => one.sent.has(address) || one.task?.selections.some(other => other.address === address))
    )
      continue
    ledger.breach('question', `${entry.id} goes on and ${address} was not decided`)
  }
}

function isOfThisAttempt(ledger: Ledger, entry: Entry, event: { type: string; attempt: number }): void {
  if (event.attempt !== entry.attempt)
    ledger.breach(
      'result',
      `${event.type} of attempt ${event.attempt} of ${entry.id}, whose attempt was ${entry.attempt}`,
    )
  if (ledger.durable !== null && ledger.durable < entry.startedAt)
    ledger.breach('intent', `${event.type} of ${entry.id}, whose start was not known to be on the disk`)
}

function auditResult(
  ledger: Ledger,
  entry: Entry,
  { address, status }: Extract<RunEvent, { type: 'selection-result' }>,
): void {
  if (!entry.sentNow.has(address)) ledger.breach('result', `${address} has a result and was not sent`)
  if (entry.resultsNow.has(address)) ledger.breach('result', `${address} has two results of one attempt`)
  if (entry.applied.has(address)) ledger.breach('result', `${address} was applied twice`)
  entry.resultsNow.add(address)
  if (status !== 'applied') return
  entry.applied.add(address)
  if (!entry.rebooted && entry.sent.get(address)?.reboot === true) entry.wantsReboot = true
}

function auditEnd(ledger: Ledger, entry: Entry, event: Extract<RunEvent, { type: 'task-ended' }>): void {
  const { ending, attempt } = event
  const { id, standing } = entry
  const ran = standing.has('running')
  if (ran) isOfThisAttempt(ledger, entry, event)
  // What could not be started ends all the same, and was sent nothing.
  else if (!['ready', 'pending'].some(from => standing.has(from as Standing)))
    ledger.breach('edge', `task-ended of ${id}, which was ${told(standing)}`)
  else {
    if (ending.outcome !== 'failed')
      ledger.breach('intent', `${id} ended ${ending.outcome} and was never started`)
    if (attempt !== entry.attempt + 1)
      ledger.breach('edge', `attempt ${attempt} of ${id} followed attempt ${entry.attempt}`)
    entry.sentNow = new Set()
  }
  if (ending.outcome === 'ok')
    for (const address of entry.sentNow)
      if (!entry.applied.has(address))
        ledger.breach('result', `${id} ended well without a result of ${address}`)
  entry.attempt = attempt
  entry.lastOutcome = ending.outcome
  entry.lastCode = ending.code ?? ''
  if (ran) entry.changedAt = ledger.seq
  ledger.release(entry)
  if (ending.reboot) entry.wantsReboot = true
  else if (ending.outcome === 'ok' && ending.done?.reboot === false) entry.wantsReboot = false
  const next = endings[ending.outcome]
  if (!next) return ledger.breach('edge', `${id} ended ${ending.outcome}`)
  entry.standing = new Set([next])
}

function dropped(ledger: Ledger, entry: Entry, address: string): void {
  const task = entry.task!
  if (!task.selections.some(selection => selection.address === address))
    ledger.breach('choice', `${address} was dropped and was no selection of ${entry.id}`)
  if (ledger.listed.get(task.step)?.has(address))
    ledger.breach('recheck', `${address} was dropped as gone, although its producer lists it`)
  if (entry.sent.has(address)) ledger.breach('result', `${address} was dropped after it had been sent`)
  entry.task = { ...task, selections: task.selections.filter(selection => selection.address !== address) }
  ledger.choices.delete(address)
}
