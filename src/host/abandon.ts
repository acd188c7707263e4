/** Gives the open run up, with a reason. Beside a live host that one finishes what is in hand, and then ends the run. */

import { err, type Fallible, ok } from '../fallible.js'
import type { Holder } from '../journal/lock.js'
import type { RunEvent } from '../scheduler/event.js'
import { fold } from '../scheduler/fold.js'
import { isConsistent, isInDoubt } from '../scheduler/node.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import { deliver } from './deliver.js'
import { type Freed, letGo, startFreed } from './holds.js'
import { readRun, recordsOf } from './read-run.js'
import { stillAlive } from './recover.js'
import type { Refusal } from './refusal.js'
import { sealing } from './seal.js'
import { status } from './status.js'

export interface GivenUp {
  run: string
  /** Null while its host still finishes what is in hand. */
  doubted: string[] | null
  /** Units that stay down. */
  held: string[]
  by: Holder | 'another process' | null
}

/** Milliseconds for a live host to come to its end, before it is said that it still is at it; and between two looks. */
const patience = 5000
const between = 50

export async function abandon(context: Context, reason: string): Promise<Fallible<GivenUp, Refusal>> {
  const found = readRun(context)
  if (!found.ok) return found
  const { run } = found.value.state
  const { who } = context
  const freed: Freed[] = []
  const delivered = await deliver(
    context,
    found.value,
    { edgewise: 1, run, kind: 'abandon', reason, who },
    opened => {
      const { state } = opened
      const alive = stillAlive(opened, context.bootId())
      if (alive.length > 0) return err(stillRunning(alive.map(node => `${node.id}: pid ${node.pid!.pid}`)))
      const free = letGo(opened)
      if (!free.ok) return free
      freed.push(...free.value)
      return ok<RunEvent>({ type: 'run-abandoned', reason, consistent: isConsistent(state), who })
    },
  )
  if (!delivered.ok) return delivered
  const { by } = delivered.value
  await startFreed(context, freed)
  const begun = context.clock.now()
  for (;;) {
    const records = recordsOf(context, found.value.folder)
    if (!records.ok) return records
    const state = records.value.reduce<RunState | null>((before, { event }) => fold(before, event), null)
    if (state?.status === 'abandoned' || state?.status === 'completed') {
      sealing(context, found.value.folder, state, records.value)()
      return ok({
        run,
        by,
        held: [...state.holds].filter(([, { held }]) => held).map(([unit]) => unit),
        doubted: [...state.nodes.values()].filter(isInDoubt).map(node => node.id),
      })
    }
    if (context.clock.now() - begun > patience) return ok({ run, by, held: [], doubted: null })
    await new Promise<void>(resolve => void context.clock.after(between, () => resolve()))
  }
}

const stillRunning = (alive: string[]): Refusal => ({
  code: 'host.consumer-alive',
  status: status.busy,
  message:
    'Programs of this run outlived their host and are still at work; a run is not given up under them.',
  details: alive,
  hint: '`edgewise resume` follows them to their end; Ctrl-C twice ends them now. Then the run can be given up.',
})
