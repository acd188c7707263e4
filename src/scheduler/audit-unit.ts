/** The rules of held units: down before anything of their step begins, and until it is settled. */

import type { Entry, Ledger } from './audit-ledger.js'
import type { RunEvent } from './event.js'

type UnitEvent = Extract<RunEvent, { type: 'unit-held' | 'unit-released' | 'unit-started' }>

export function auditUnit(ledger: Ledger, event: UnitEvent): void {
  const { unit } = event
  if (event.type === 'unit-held') {
    for (const step of event.steps)
      if (!ledger.steps.get(step)?.holds?.includes(unit))
        ledger.breach('intent', `${unit} was held for ${step}, which does not hold it`)
    ledger.held.add(unit)
    ledger.starting.delete(unit)
  } else if (event.type === 'unit-released') {
    if (!ledger.held.delete(unit)) ledger.breach('edge', `${unit} was let go, and was not held`)
    if (event.start) ledger.starting.add(unit)
    for (const step of keeping(ledger, unit))
      ledger.breach('order', `${unit} was let go, and ${step} was begun and not settled`)
  } else if (!ledger.starting.delete(unit))
    ledger.breach('edge', `${unit} was started, and nobody was to start it`)
}

export function auditUnitsHeld(ledger: Ledger, entry: Entry): void {
  for (const unit of ledger.stepOf(entry)?.holds ?? [])
    if (!ledger.held.has(unit)) ledger.breach('intent', `${entry.id} was begun, and ${unit} was not held`)
}

/** What stays down beyond the end of a run has a reason to. */
export function auditUnitsAtEnd(ledger: Ledger): void {
  for (const unit of ledger.held)
    if (keeping(ledger, unit).length === 0) ledger.breach('end', `${unit} stays held, and nothing needs that`)
  for (const unit of ledger.starting) ledger.breach('end', `${unit} was to be started, and was not`)
}

/** Steps for which the unit has to stay down whatever becomes of the run. */
const keeping = (ledger: Ledger, unit: string): string[] =>
  [...ledger.steps.values()]
    .filter(({ name, holds }) => {
      const entries = ledger.ofStep.get(name) ?? []
      const isBegun = entries.some(({ attempt, isByHand }) => attempt > 0 || isByHand)
      return holds?.includes(unit) && isBegun && !entries.every(({ standing }) => standing.has('settled'))
    })
    .map(({ name }) => name)
