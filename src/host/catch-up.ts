/** What happened while no host was there, recorded before anything is begun: who outlived it, who did not, and reboots. */

import type { JournalRecord } from '../journal/record.js'
import { removeCgroup } from '../sandbox/cgroup.js'
import { ageOf } from '../sandbox/processes.js'
import type { RebootPolicy } from '../scheduler/model.js'
import type { Node } from '../scheduler/state.js'
import type { Context } from './context.js'
import type { OpenedRun } from './opened-run.js'
import { hasSoftlyRebooted } from './reboot.js'
import { recovered, stillAlive } from './recover.js'
import { type Cleaner, cleanerFor } from './withhold.js'

/** A task whose consumer outlived the host that started it, and what makes its words fit to be kept. */
export interface Outlived {
  node: Node
  cleaner: Cleaner
}

/** Those that are to be followed on. Nothing is durable yet. */
export function catchUp(
  context: Context,
  run: OpenedRun,
  { soft, reboot, unconfined }: { soft: number | null; reboot?: RebootPolicy; unconfined: string | null },
): Outlived[] {
  const boot = context.bootId()
  const isSoft = hasSoftlyRebooted(run.state, soft)
  const before = knownBoot(run.records)
  const alive = new Set(stillAlive(run, boot))
  const running = [...run.state.nodes.values()].filter(node => node.status === 'running')
  run.record({
    type: 'run-resumed',
    who: context.who,
    boot,
    ...(reboot ? { reboot } : {}),
    ...(unconfined === null ? {} : { unconfined }),
  })
  const outlived: Outlived[] = []
  for (const node of running) {
    const { id: task, attempt } = node
    const begun = startOf(run.records, task)
    const cleaner = cleanerFor(node, context, begun)
    if (alive.has(node)) {
      outlived.push({ node, cleaner })
      run.record({ type: 'task-attached', task, attempt, pid: node.pid!.pid, ran: ageOf(node.pid!) })
    } else {
      if (node.pid?.cgroup !== undefined) removeCgroup(node.pid.cgroup)
      for (const event of recovered(node, run.folder, cleaner, { isWhole: before === boot, begun }))
        run.record(event)
    }
  }
  if (before !== boot || isSoft) run.record({ type: 'rebooted', from: before, to: boot })
  return outlived
}

/**
 * The boot that the run knows of: not that of the last record, for an answer may have been recorded after a boot of
 * which nothing was made yet, and a host may have died before it recorded one.
 */
function knownBoot(records: readonly JournalRecord[]): string {
  const told = records.findLast(({ event }) => event.type === 'rebooted')?.event
  return told?.type === 'rebooted' ? told.to : records[0]!.boot
}

function startOf(records: readonly JournalRecord[], task: string): number {
  const start = records.findLast(({ event }) => event.type === 'task-started' && event.task === task)
  return Date.parse(start!.time)
}
