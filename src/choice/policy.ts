/** What a policy takes by itself: a finding and the policy in, the default resolution, or why not, out. */

import type { Resolution } from '../protocol/gen/messages.js'
import type { Answer, Finding } from '../scheduler/model.js'
import { validateAnswer } from './validate.js'

/** How far defaults are taken: nothing, recommendations, warnings too, errors too. */
export type Policy = 'none' | 'recommendations' | 'warnings' | 'all'

const reach: Record<Policy, number> = { none: 0, recommendations: 1, warnings: 2, all: 3 }
const needed = { recommendation: 1, warning: 2, error: 3 } as const

export const defaultOf = (finding: Finding): Resolution | undefined =>
  finding.item.resolutions?.find(resolution => resolution.default)

export function byPolicy(
  finding: Finding,
  policy: Policy,
): { answer?: Answer; note?: { address: string; code: string; message: string } } {
  const { address } = finding
  if (reach[policy] < needed[finding.item.severity]) return {}
  const resolution = defaultOf(finding)
  if (!resolution) return {}
  const refused = (why: string) => ({
    note: {
      address,
      code: 'choice.policy-refused',
      message: `The policy does not take \`${resolution.id}\` for ${address}: ${why}`,
    },
  })
  if (resolution.effects?.destructive) return refused('it destroys data.')
  const answer = validateAnswer(finding, { kind: 'resolution', resolution: resolution.id })
  return answer.ok ? { answer: answer.value } : refused(answer.error.message)
}
