/** Finds cases that prove nothing: an expectation about a play that is not there, or one that nothing can fail. */

import type { Action, Case } from '../case.js'

/** Only these say something of a play of their own accord; all others need one to look at. */
const ofTheScene = new Set(['unchanged', 'in-place'])
/** They look at a program that was held up, traced or stopped. */
const wants: Record<string, (action: Action) => boolean> = {
  'said-while-held': ({ until }) => until === 'held',
  'was-held': ({ until }) => until === 'held',
  'finished-in-hand': ({ until, then }) =>
    until === 'held' && Array.isArray(then) && then.includes('SIGTERM'),
  'effect-before-result': ({ under }) => under === 'stops',
  'result-before-next': ({ under }) => under === 'stops',
}

export function emptyExpectations({ id, do: actions, expect, needs = [] }: Case): string[] {
  const found: string[] = []
  const plays = new Map<string, Action>()
  const names = (key: string): unknown[] =>
    actions.map(action => action[key]).filter(name => name !== undefined)
  for (const action of actions) {
    if (typeof action.play === 'string') plays.set(action.play, action)
    for (const name of Array.isArray(action.together) ? action.together : [])
      plays.set(name as string, action)
  }
  if (plays.size === 0) found.push(`${id} proves nothing: it plays nothing`)
  for (const { that, of, if: condition, from, to, check, as, is, what } of expect) {
    for (const name of of === undefined ? [] : [of].flat()) {
      const action = plays.get(name as string)
      if (!action) found.push(`${id} expects ${that} of ${name}, which it does not play`)
      else if (action.if !== undefined && action.if !== condition)
        found.push(`${id} expects ${that} of ${name} always, and plays it only with ${action.if}`)
      else if (wants[that] && !wants[that](action))
        found.push(`${id} proves nothing: ${that} of ${name}, which is not played for it`)
    }
    for (const name of that === 'unchanged' ? [from, to] : [])
      if (!names('snapshot').includes(name))
        found.push(`${id} compares the snapshot ${name}, which it does not take`)
    if (that === 'unchanged' && from === to)
      found.push(`${id} proves nothing: it compares the snapshot ${from} with itself`)
    if (that === 'in-place' && !names('check').includes(check))
      found.push(`${id} looks at the check ${check}, which it does not make`)
    if (that === 'same-items' && (as === of || !plays.has(as as string)))
      found.push(`${id} proves nothing: it compares ${of} with ${as}`)
    if (that === 'outcome' && Array.isArray(is) && is.length > 2)
      found.push(`${id} proves nothing: every outcome will do`)
    if (that === 'as-usual' && of !== undefined && [of].flat().includes('usual'))
      found.push(`${id} proves nothing: it compares the usual run with itself`)
    if (that === 'stopped-at-failure' && !names('hook').includes('break'))
      found.push(`${id} proves nothing: nothing is bound to fail`)
    if (that === 'said-while-held' && what === undefined) found.push(`${id} proves nothing: ${that} of what?`)
  }
  // Where every expectation hangs on something that may be missing, one of them has to be called for.
  const conditions = expect.map(one => one.if)
  if (conditions.length > 0 && conditions.every(condition => condition !== undefined))
    if (!needs.some(need => need.split('|').some(one => conditions.includes(one))))
      found.push(`${id} may prove nothing: all that it expects is conditional`)
  // What a play did to the world is looked at by what stands in the list above.
  if (expect.some(({ that }) => ofTheScene.has(that))) return found
  const looked = (name: string): boolean =>
    expect.some(({ of, as }) => as === name || of === undefined || [of].flat().includes(name)) ||
    actions.some(({ after }) => after === name)
  for (const name of plays.keys())
    if (name !== 'first' && name !== 'usual' && !looked(name))
      found.push(`${id} plays ${name} and looks at nothing of it`)
  return found
}
