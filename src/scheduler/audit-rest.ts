/** How a task that ran comes to run again, or comes to rest: by what happened, and by what somebody said. */

import { type Entry, isOver, type Ledger, told } from './audit-ledger.js'

export function auditRetry(ledger: Ledger, entry: Entry, why: string): void {
  const { id } = entry
  const step = ledger.stepOf(entry)
  const isWrong = (what: string): void => ledger.breach('edge', `${id} was run again ${what}`)
  switch (why) {
    case 'temporary':
      if (!entry.isBackingOff || entry.lastCode !== 'temporary') isWrong('and had not failed for a time')
      if (++entry.retries > (step?.retries.max ?? 0)) isWrong('more often than its policy has it')
      break
    case 'stale':
      if (entry.lastCode !== 'stale') isWrong('as stale and was not')
      for (const address of [...entry.sent.keys()])
        if (!entry.applied.has(address)) entry.sent.delete(address)
      break
    case 'recovered':
      if (step?.retries.afterCrash !== 'run' && !entry.isUnbegun)
        isWrong('after a crash, although somebody is to be asked')
      break
    case 'by-hand':
      if (entry.lastAnswer !== 'done-by-hand') isWrong('to see what nobody said was done by hand')
      entry.isByHand = true
      break
    case 'answered':
      if (entry.lastAnswer !== 'retry' && entry.lastAnswer !== 'reboot') isWrong('and nobody had said so')
      entry.isByHand = false
      entry.retries = 0
      if (entry.lastAnswer === 'reboot') entry.wantsReboot = true
  }
  entry.isBackingOff = false
  ledger.withdraw(entry)
}

export function auditSettled(ledger: Ledger, entry: Entry, as: string): void {
  const { id, task, attempt } = entry
  entry.settledAs = as
  // A barrier that nobody needs any more is settled before what stands before it.
  if (task && attempt === 0)
    for (const { entry: source } of ledger.sourcesOf(entry))
      if (!isOver(source))
        ledger.breach('order', `${id} was settled before ${source.id}, which was ${told(source.standing)}`)
  const applied = [...entry.sent.values()].filter(({ address }) => entry.applied.has(address))
  const has = (ends: string): boolean => applied.some(selection => selection.ends === ends)
  const follows: Record<string, boolean> = {
    'done-by-hand': entry.isByHand,
    reverted: has('reverted'),
    applied: has('resolved') && !has('reverted'),
    kept: !has('resolved') && !has('reverted'),
    nothing: attempt === 0,
  }
  if (follows[as] !== true) ledger.breach('end', `${id} was settled as ${as}, which does not follow`)
  if (as === 'done-by-hand') {
    entry.changedAt = ledger.seq
    entry.wantsReboot = false
  }
}

export function auditUnreached(ledger: Ledger, entry: Entry): void {
  const reasons = ledger.sourcesOf(entry).filter(({ edge }) => edge.kind === 'needs' || edge.kind === 'phase')
  const isLost = (source: Entry): boolean =>
    source.standing.has('unreached') || source.standing.has('abandoned') || source.settledAs === 'reverted'
  if (!reasons.some(({ entry: source }) => isLost(source)))
    ledger.breach('end', `${entry.id} was called unreached for no reason`)
}
