/** In which order people are asked: findings and choices in, the active ones with every follow-up behind its parent out. */

import { activeFindings } from '../scheduler/findings.js'
import type { Address, Choice, Finding } from '../scheduler/model.js'

const rank = { error: 0, warning: 1, recommendation: 2 } as const

/** Errors, then warnings, then recommendations, each in step order; a follow-up comes right after what opened it. */
export const askingOrder = (findings: Finding[], choices: ReadonlyMap<Address, Choice>): Finding[] =>
  treeOrder(activeFindings(findings, choices))

/** The same order, whether asked or not. */
export function treeOrder(findings: Finding[]): Finding[] {
  const children = new Map<Address, Finding[]>()
  for (const finding of findings) {
    if (!finding.parent) continue
    const siblings = children.get(finding.parent.address)
    if (siblings) siblings.push(finding)
    else children.set(finding.parent.address, [finding])
  }
  // A stack instead of recursion: the depth of a tree is in the hands of a step. A set: so are its names.
  const ordered = new Set<Finding>()
  const stack = bySeverity(findings.filter(finding => !finding.parent)).reverse()
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (ordered.has(next)) continue
    ordered.add(next)
    stack.push(...bySeverity(children.get(next.address) ?? []).reverse())
  }
  return [...ordered]
}

/** An item and all that hangs on it, chosen or not. */
export function branchOf(findings: Finding[], address: Address): Set<Address> {
  const branch = new Set([address])
  // Parents stand before their children, as `findingsOf` lists them.
  for (const finding of findings)
    if (finding.parent && branch.has(finding.parent.address)) branch.add(finding.address)
  return branch
}

const bySeverity = (findings: Finding[]): Finding[] =>
  [...findings].sort((a, b) => rank[a.item.severity] - rank[b.item.severity])
