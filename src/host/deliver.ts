/** What is decided from another process: journalled under the lock where it is free, else handed to whoever holds it. */

import { err, type Fallible, ok } from '../fallible.js'
import { isThere, type Letter, postLetter, removeLetter } from '../journal/inbox.js'
import { type Holder, lockHolder } from '../journal/lock.js'
import type { RunFolder } from '../journal/runs.js'
import type { RunEvent } from '../scheduler/event.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import { Letters } from './letters.js'
import { type OpenedRun, openTheRun } from './opened-run.js'
import { type ReadRun, recordsOf } from './read-run.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { status } from './status.js'

/** Milliseconds between two looks whether it was taken, and until the sender is told that it was not. */
const between = 50
const patience = 30_000

export interface Delivered {
  /** The host that has it; null where it was journalled here. */
  by: Holder | 'another process' | null
  /** What was recorded of it. */
  event: RunEvent
}

/** `here` records it under the lock; it is called where no letter had to be sent. */
export async function deliver(
  context: Context,
  { directory, folder }: ReadRun,
  letter: Letter,
  here: (run: OpenedRun) => Fallible<RunEvent, Refusal>,
): Promise<Fallible<Delivered, Refusal>> {
  const id = letterId(context)
  const begun = context.clock.now()
  let posted = false
  for (;;) {
    const held = lockHolder(directory) ?? null
    const opened = openTheRun(context, letter.kind)
    if (opened.ok) {
      const done = underLock(context, opened.value, posted ? id : null, letter.run, here)
      if (!done.ok) return done
      return done.value ? ok({ by: null, event: done.value }) : outcome(context, folder, id, null)
    }
    if (opened.error.code !== 'lock.held') {
      // A host may take it as the last thing that it does for a run.
      if (posted && !isThere(directory, id)) return outcome(context, folder, id, held ?? 'another process')
      if (posted) removeLetter(directory, id)
      return opened
    }
    if (!posted) {
      const sent = postLetter(directory, id, letter)
      if (!sent.ok) return err(refusalOfJournal(sent.error))
      posted = true
    }
    // Until it is gone; a host that ends meanwhile leaves the lock to us, and the letter with it.
    for (let looks = 0; looks < 10 && isThere(directory, id); looks++) await pause(context, between)
    if (!isThere(directory, id)) return outcome(context, folder, id, held ?? 'another process')
    if (context.clock.now() - begun > patience) return err(notTaken(held))
  }
}

/** Sorts by time. */
const letterId = ({ now, random }: Context): string =>
  `${now().toISOString().replace(/[-:.]/g, '').replace('T', '-')}-${random()}`

const pause = ({ clock }: Context, ms: number): Promise<void> =>
  new Promise(resolve => void clock.after(ms, () => resolve()))

/** Null where a host has taken our own letter: then the journal tells what became of it. */
function underLock(
  context: Context,
  run: OpenedRun,
  own: string | null,
  wanted: string,
  here: (run: OpenedRun) => Fallible<RunEvent, Refusal>,
): Fallible<RunEvent | null, Refusal> {
  try {
    // Whoever holds the lock needs no letter, and what is refused here is to leave nothing behind.
    const isTaken = own !== null && !isThere(run.directory, own)
    if (own !== null && !run.state.letters.has(own)) removeLetter(run.directory, own)
    if (run.state.run !== wanted) return isTaken ? ok(null) : err(otherRun(wanted, run.state))
    const durable = new Letters(context, run.directory).take(run.state, event => run.record(event))
    // What was asked of a live host is done here, where there is none any more.
    const isOnRecord = isTaken || (own !== null && run.state.letters.has(own))
    const done = isOnRecord && run.state.givingUp === null ? ok(null) : here(run)
    if (done.ok && done.value) run.record(done.value)
    const flushed = run.flush()
    if (!flushed.ok) return flushed
    for (const go of durable) go()
    return done
  } finally {
    run.close()
  }
}

function outcome(
  context: Context,
  folder: RunFolder,
  id: string,
  by: Delivered['by'],
): Fallible<Delivered, Refusal> {
  const records = recordsOf(context, folder)
  if (!records.ok) return records
  const event = records.value.map(record => record.event).find(each => 'letter' in each && each.letter === id)
  if (event?.type === 'choice-refused')
    return err({
      code: event.code,
      status: status.usage,
      message: event.message,
      hint: 'It came too late; `edgewise status` shows what is asked now.',
    })
  if (event) return ok({ by, event })
  return err({
    code: 'host.letter-refused',
    status: status.usage,
    message: 'The host that goes on with the run put the answer aside: it was for another run, or damaged.',
    hint: 'Look at `edgewise status` and at the folder inbox/refused of the state directory.',
  })
}

const notTaken = (held: Holder | null): Refusal => ({
  code: 'host.letter-waits',
  status: status.busy,
  message: `It is not on record yet: ${held ? `process ${held.pid} (${held.command}), since ${held.since},` : 'another process'} holds the lock and has not taken it for ${patience / 1000} s.`,
  hint: 'It lies in the inbox, and whoever goes on with the run takes it first. A stopped process still holds the lock.',
})

const otherRun = (wanted: string, state: RunState): Refusal => ({
  code: 'host.no-run',
  status: status.usage,
  message: `Run ${wanted} is over; open is ${state.run}.`,
  hint: '`edgewise status` shows where that one stands.',
})
