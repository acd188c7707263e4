/** What a new host, and a new boot, make of the state of a run. */

import type { RunEvent } from './event.js'
import { doubtHolds } from './fold-units.js'
import { isOver, reachedBarriers } from './node.js'
import type { RunState } from './state.js'

/**
 * A new host: what was being looked at is looked at again, and what has not started is not trusted to be as it was.
 * Consumers that were running stay so until the host has found out what became of them.
 */
export function foldResumption(state: RunState): void {
  state.status = 'open'
  state.waitingFor = null
  state.rebootDue = false
  state.verify = null
  state.running = 0
  state.backingOff.clear()
  doubtHolds(state)
  for (const node of state.nodes.values()) {
    if (node.status === 'running') state.running++
    if (node.rounds.cancelled > 0) node.rounds = { ...node.rounds, cancelled: 0 }
    if (node.status === 'checked' && node.checkedFor === 'rebooted') node.mustCheck ??= 'rebooted'
    if (
      node.status === 'pending' ||
      node.status === 'checking' ||
      node.status === 'checked' ||
      node.status === 'ready'
    ) {
      node.status = 'pending'
      if (node.task) node.mustCheck ??= 'resumed'
    }
    if (!isOver(node)) state.attention.push(node.id)
  }
}

type RebootEvent = Extract<
  RunEvent,
  { type: 'reboot-awaited' | 'reboot-asked' | 'reboot-refused' | 'rebooted' }
>

export function foldReboot(state: RunState, event: RebootEvent): void {
  if (event.type === 'reboot-awaited') {
    state.awaitedBoot = event.boot
    state.awaitedSoft = event.softReboots ?? null
  } else if (event.type === 'rebooted') foldBoot(state)
  else state.rebootAsked = event.type === 'reboot-asked'
}

/**
 * Whoever asked for the reboot is looked at again before anything behind it starts. One that nobody waited for counts
 * for the barriers that were reached by then, and for no other: what they wait for was not there to be booted into.
 */
function foldBoot(state: RunState): void {
  state.awaitedBoot = null
  state.awaitedSoft = null
  state.rebootAsked = false
  state.rebootDue = false
  const reached = reachedBarriers(state)
  for (const node of reached) node.crossed = true
  if (reached.length > 0) state.reboots++
  for (const node of state.nodes.values()) {
    node.wantsReboot = false
    if (isOver(node)) continue
    if (node.awaitsReboot) {
      node.awaitsReboot = false
      node.rebooted = true
      node.rounds = { ...node.rounds, reboot: node.rounds.reboot + 1 }
      node.mustCheck = 'rebooted'
    }
    state.attention.push(node.id)
  }
}
