/** Compares what a producer finds at the end with what was decided and done. */

import { decidedOn } from './decided.js'
import { activeFindings, asksForAnswer, chosenResolution, findingsOf, isBound } from './findings.js'
import type { Address, Choice, Finding, Findings } from './model.js'
import { isApplied, nodesOf } from './node.js'
import type { RunState } from './state.js'

/**
 * Each resolved item must be gone, each kept or waived one unchanged. New errors count as unresolved; other new
 * findings are only told. To be asked before the look is folded.
 */
export function judgeVerification(
  state: RunState,
  step: string,
  findings: Findings,
): { unresolved: Finding[]; later: Finding[] } {
  if (findings.outcome !== 'ok') {
    const title = findings.ending.message ?? `the producer of ${step} could not look`
    const item = { id: 'host.producer', severity: 'error' as const, title }
    const failed: Finding = {
      address: `${step}/host.producer`,
      step,
      item,
      fingerprint: 'failed',
      source: 'host',
    }
    return { unresolved: [failed], later: [] }
  }
  const unresolved: Finding[] = []
  const later: Finding[] = []
  const listed = findingsOf(step, findings.items, 'producer')
  const early = new Set<Address>()
  for (const finding of activeFindings(listed, state.choices)) {
    // Before the reboot that makes it effective, its being there proves nothing, nor what hangs on it.
    if (awaitsEffect(state, finding) || (finding.parent && early.has(finding.parent.address))) {
      early.add(finding.address)
      continue
    }
    const verdict = judge(state, finding)
    if (verdict === 'unresolved') unresolved.push(finding)
    else if (verdict === 'later') later.push(finding)
  }
  return { unresolved, later }
}

const awaitsEffect = (state: RunState, { step, address }: Finding): boolean =>
  nodesOf(state, step).some(node => node.wantsReboot && isApplied(node, address))

function judge(state: RunState, finding: Finding): 'fine' | 'later' | 'unresolved' {
  const { address, step } = finding
  const choice = state.choices.get(address)
  if (choice && isLeft(state, address, choice)) {
    // To waive a recommendation is no promise about it; to keep it as it is, is one.
    const isPromise = choice.answer.kind === 'resolution' || asksForAnswer(finding)
    if (isBound(finding, choice)) return 'fine'
    return isPromise ? 'unresolved' : 'later'
  }
  const wasDecided = choice?.answer.kind === 'resolution' || state.invalidated.has(address)
  if (wasDecided || nodesOf(state, step).some(node => isApplied(node, address))) return 'unresolved'
  if (finding.item.severity === 'error') return 'unresolved'
  return state.findings.has(address) ? 'fine' : 'later'
}

/**
 * What a task was to deal with, or somebody decided to leave, against what nobody has acted upon yet: the first is a
 * question about the run, the second an item like any other.
 */
export function splitUnresolved(
  state: RunState,
  step: string,
  unresolved: Finding[],
): { broken: Finding[]; fresh: Finding[] } {
  const nodes = nodesOf(state, step)
  const broken: Finding[] = []
  const fresh: Finding[] = []
  for (const finding of unresolved) {
    const { address } = finding
    const choice = state.choices.get(address)
    const isOld =
      finding.source === 'host' ||
      nodes.some(node => node.sent.has(address) || node.byHand) ||
      (choice !== undefined && isLeft(state, address, choice))
    ;(isOld ? broken : fresh).push(finding)
  }
  return { broken, fresh }
}

/** Waived, or kept on purpose: by what was on offer when it was chosen. */
function isLeft(state: RunState, address: Address, choice: Choice): boolean {
  if (choice.answer.kind === 'waiver') return true
  const decided = decidedOn(state, address)
  return decided !== undefined && chosenResolution(decided, choice)?.ends === 'kept'
}
