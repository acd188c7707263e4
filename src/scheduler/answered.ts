/** A task that waits, or may: what the answers given so far make of it. */

import { broughtDue } from './due.js'
import type { RunEvent } from './event.js'
import { activeFindings, asksForAnswer, chosenResolution, isBound } from './findings.js'
import { asks } from './host-items.js'
import type { Finding } from './model.js'
import { hasOpenAsks } from './node.js'
import { judgeRecheck } from './recheck.js'
import { atRest } from './settled.js'
import type { Node, RunState } from './state.js'

/** No events where something is still open and all of it is put. */
export function answered(state: RunState, node: Node): RunEvent[] {
  const own = hostAnswer(state, node)
  if (own !== null) return afterHostAnswer(state, node, own)
  const raised = openBrought(state, node).map(finding => asks(node, finding))
  if (raised.length > 0) return raised
  if (node.asked.producer) return judgeRecheck(state, node)

  // Beside host.failed, what the consumer itself offers is an answer too.
  if (hasOpenAsks(node)) return []
  if (node.asked.host !== null)
    return broughtDue(state, node, 'any').length > 0 ? judgeRecheck(state, node) : []
  if (node.awaitsReboot) return []
  return [{ type: 'task-retried', task: node.id, why: 'again' }]
}

/** Errors and warnings of its consumer that nobody was asked about yet, follow-ups of chosen branches too. */
export function openBrought(state: RunState, node: Node): Finding[] {
  if (node.brought.length === 0) return []
  return activeFindings(node.brought, state.choices).filter(
    finding =>
      asksForAnswer(finding) &&
      !node.asks.has(finding.address) &&
      !isBound(finding, state.choices.get(finding.address)),
  )
}

/** The answer to the host's question of this wait, where it has one. */
function hostAnswer(state: RunState, node: Node): string | null {
  const address = node.asked.host
  if (address === null || node.asks.has(address)) return null
  const finding = state.findings.get(address)
  return (finding && chosenResolution(finding, state.choices.get(address))?.id) ?? null
}

function afterHostAnswer(state: RunState, node: Node, resolution: string): RunEvent[] {
  switch (resolution) {
    case 'abandon': {
      const { item } = state.findings.get(node.asked.host!)!
      return [{ type: 'task-abandoned', task: node.id, reason: item.detail ?? item.title }]
    }
    case 'go-on':
      return atRest(state, node)
    case 'done-by-hand':
      return [{ type: 'task-retried', task: node.id, why: 'by-hand' }]
    default:
      return [{ type: 'task-retried', task: node.id, why: 'answered' }]
  }
}
