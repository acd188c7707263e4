/** Who runs what, held by what, before anything runs: one line a step. */

import { allowancesOf } from '../manifest/allowance.js'
import type { Limits, Program, Step } from '../manifest/step.js'
import { cleanLine } from '../protocol/text.js'
import type { Style } from './style.js'
import { padEnd, truncate } from './width.js'

/** `host`: the user of programs that name none. */
export function renderRunners(steps: readonly Step[], host: string, style: Style): string {
  const who = ({ user }: Program): string => cleanLine(user ?? host)
  const widest = Math.min(32, Math.max(0, ...steps.map(({ name }) => name.length)))
  return steps
    .map(step => {
      const consumer = step.consumer ? `consumer as ${who(step.consumer)}` : 'no consumer'
      const parts = [`producer as ${who(step.producer)}, ${heldHow(step)}`, consumer, limitsOf(step.limits)]
      const text = parts.filter(part => part !== '').join(` ${style.symbols.middle} `)
      return truncate(
        `  ${padEnd(step.name, widest)}  ${text}\n`.trimEnd(),
        style.width,
        style.symbols.ellipsis,
      )
    })
    .map(line => `${line}\n`)
    .join('')
}

function heldHow(step: Step): string {
  const allow = allowancesOf(step)
  if (allow.includes('host')) return 'not held'
  return allow.length > 0 ? `held, with ${allow.join(' and ')}` : 'held read-only'
}

const limitsOf = (limits: Limits): string =>
  Object.keys(limits).length > 0 ? `limits: ${Object.keys(limits).join(' ')}` : ''
