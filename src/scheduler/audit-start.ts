/** What has to be so before a task is looked at or started: order, locks, choices, a look at the ground as it is. */

import { isHeldBack } from './audit-hold.js'
import { type Entry, isOver, type Ledger, told } from './audit-ledger.js'
import { auditUnitsHeld } from './audit-unit.js'
import type { RunEvent } from './event.js'
import { chosenResolution } from './findings.js'
import type { Address, Selection } from './model.js'

type Started = Extract<RunEvent, { type: 'task-started' }>

export function auditStart(ledger: Ledger, entry: Entry, event: Started): void {
  const { id, task } = entry
  if (!task) return ledger.breach('edge', `the barrier ${id} was started`)
  auditOrder(ledger, entry)
  if (task.phase === 'after-boot' && ledger.boots <= entry.bornAtBoot)
    ledger.breach('order', `${id} was started before the next boot`)
  for (const lock of ledger.stepOf(entry)?.locks ?? []) {
    const holder = ledger.locks.get(lock)
    if (holder !== undefined && holder !== id)
      ledger.breach('lock', `${id} took the lock ${lock}, which ${holder} held`)
    ledger.locks.set(lock, id)
  }
  for (const other of ledger.siblingsOf(entry))
    if (other.standing.has('running')) ledger.breach('lock', `${id} was started beside ${other.id}`)
  if (event.attempt !== entry.attempt + 1)
    ledger.breach('edge', `attempt ${event.attempt} of ${id} followed attempt ${entry.attempt}`)
  if (!(event.pid > 0) || event.startTime === '')
    ledger.breach('intent', `the start of ${id} does not tell which process it was`)
  if (event.selections.length === 0) ledger.breach('intent', `${id} was started with nothing to do`)
  if (new Set(event.selections).size < event.selections.length)
    ledger.breach('choice', `${id} was sent a selection twice`)
  auditUnitsHeld(ledger, entry)
  auditRecheck(ledger, entry, event)
  for (const address of event.selections) auditSent(ledger, entry, address)
}

/** All that it waits for is over; what it needs was reached, and its reboot is behind it. */
export function auditOrder(ledger: Ledger, entry: Entry): void {
  const { id } = entry
  if (entry.task && isHeldBack(ledger, entry.task.step))
    ledger.breach('order', `${id} was begun although its step was held back`)
  if (ledger.isGivingUp) ledger.breach('order', `${id} was begun after somebody had asked for the end`)
  for (const { entry: source, edge } of ledger.sourcesOf(entry)) {
    if (!isOver(source))
      ledger.breach('order', `${id} did not wait for ${source.id}, which was ${told(source.standing)}`)
    else if (edge.kind === 'needs' || edge.kind === 'phase') {
      if (!source.standing.has('settled') || source.settledAs === 'reverted')
        ledger.breach('order', `${id} needs ${source.id}, which was not carried through`)
      else if (source.wantsReboot && !source.isByHand)
        ledger.breach('order', `${id} did not wait for the reboot that ${source.id} asked for`)
    }
  }
  for (const need of ledger.stepOf(entry)?.needs ?? [])
    for (const other of ledger.ofStep.get(need) ?? [])
      if (other.task?.generation === 1 && !other.standing.has('settled'))
        ledger.breach('order', `${id} needs ${need}, but ${other.id} was ${told(other.standing)}`)
}

/** What was seen before something upstream changed is not built upon. */
function auditRecheck(ledger: Ledger, entry: Entry, event: Started): void {
  if (!ledger.stepOf(entry)?.recheck || event.attempt > 1) return
  const behind = new Set([entry])
  for (const one of behind)
    for (const { entry: source } of ledger.sourcesOf(one)) {
      // It does not wait for what an unreached task would have waited for.
      if (source.standing.has('unreached') || behind.has(source)) continue
      // Nor for what one between them was given up, or a barrier crossed, without.
      if (one !== entry && (!isOver(source) || source.restedAt > one.restedAt)) continue
      behind.add(source)
      if (source.changedAt > entry.lookedAt)
        ledger.breach(
          'recheck',
          `${entry.id} was not looked at again after ${source.id} had changed something`,
        )
    }
}

function auditSent(ledger: Ledger, entry: Entry, address: Address): void {
  const { id } = entry
  const task = entry.task!
  if (entry.applied.has(address))
    return ledger.breach('result', `${address} was sent again, although ${id} had applied it`)
  const isBrought = ledger.brought.has(address)
  if (task.generation === 1 && !isBrought)
    for (const other of ledger.siblingsOf(entry))
      if (other.applied.has(address))
        ledger.breach('result', `${address} was sent again, although ${other.id} had applied it`)
  const selection = task.selections.find(one => one.address === address)
  if (!selection) return ledger.breach('choice', `${address} was sent and is no selection of ${id}`)
  // What was sent is sent again as it was, until a look has judged it anew.
  const before = entry.sent.get(address)
  if (before) {
    if (before.fingerprint !== selection.fingerprint || before.resolution !== selection.resolution)
      auditChosen(ledger, selection)
    return
  }
  auditChosen(ledger, selection)
  if (isBrought) return
  const found = ledger.listed.get(task.step)?.get(address)
  if (found?.fingerprint !== selection.fingerprint)
    ledger.breach(
      'recheck',
      `${address} was chosen on ${selection.fingerprint}, found is ${found?.fingerprint ?? 'nothing'}`,
    )
}

/** Somebody chose just that: the resolution, on this state of the item, with what it was said to do. */
export function auditChosen(ledger: Ledger, selection: Selection): void {
  const { address, resolution, fingerprint, input } = selection
  const choice = ledger.choices.get(address)
  if (choice?.answer.kind !== 'resolution')
    return ledger.breach('choice', `nobody had chosen ${resolution} for ${address}`)
  if (choice.answer.resolution !== resolution)
    ledger.breach('choice', `for ${address} ${choice.answer.resolution} was chosen, not ${resolution}`)
  if (choice.fingerprint !== fingerprint)
    ledger.breach('choice', `${address} was chosen on ${choice.fingerprint}, not on ${fingerprint}`)
  if (JSON.stringify(choice.answer.input ?? {}) !== JSON.stringify(input ?? {}))
    ledger.breach('choice', `${address} was chosen with other inputs`)
  const finding = ledger.seen.get(address)
  const offered = finding && chosenResolution(finding, choice)
  if (finding?.fingerprint !== fingerprint || !offered) return
  const { ends = 'resolved', effects = {} } = offered
  const isAsOffered =
    selection.item === finding.item.id &&
    selection.ends === ends &&
    selection.destructive === (effects.destructive ?? false) &&
    selection.reversible === (effects.reversible ?? null) &&
    selection.reboot === (effects.reboot ?? null)
  if (!isAsOffered) ledger.breach('choice', `${address} is not to be carried out as it was offered`)
}
