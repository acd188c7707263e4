/** Of which steps it is not proven that their producers changed nothing, and why: one paragraph, or nothing. */

import type { Findings } from '../scheduler/model.js'
import { one, paragraph } from './paragraph.js'
import type { Style } from './style.js'

export type Unproven = Pick<Findings, 'step' | 'unproven'>

const reasons = {
  machine: 'this machine cannot hold them',
  host: '`sandbox` leaves them free',
  services: '`sandbox` lets them reach services',
} as const

/** Names in one paragraph; a thousand of them say no more than how many they are. */
const MOST = 12

export function renderUnproven(looks: readonly Unproven[], style: Style): string[] {
  const parts = (['machine', 'host', 'services'] as const).flatMap(why => {
    const names = looks.filter(({ unproven }) => unproven === why).map(({ step }) => one(step))
    if (names.length === 0) return []
    const rest = names.length > MOST ? ` and ${names.length - MOST} more` : ''
    return [`${names.slice(0, MOST).join(', ')}${rest} (${reasons[why]})`]
  })
  if (parts.length === 0) return []
  return paragraph(`${parts.join('; ')}.`, style, { lead: 'Not provably read-only: ', leadTone: 'warn' })
}
