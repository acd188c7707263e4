/** Finds host cases that prove nothing: an expectation about a call or a step that is not there. */

import type { Case } from '../case.js'

export function emptyHostExpectations({ id, do: actions, expect }: Case): string[] {
  const found: string[] = []
  const calls = new Map(actions.filter(({ call }) => call !== undefined).map(action => [action.call, action]))
  const steps = actions.flatMap(({ transition }) => Object.keys((transition as object | undefined) ?? {}))
  if (calls.size === 0) found.push(`${id} proves nothing: it calls nothing`)
  if (actions[0]?.transition === undefined) found.push(`${id} calls a host that has no transition`)
  for (const { that, of, step, first, next } of expect) {
    if (of !== undefined && !calls.has(of))
      found.push(`${id} expects ${that} of ${of}, which it does not call`)
    for (const name of [step, first, next])
      if (name !== undefined && !steps.includes(name as string))
        found.push(`${id} expects ${that} of the step ${name}, which it does not have`)
    if (first !== undefined && first === next) found.push(`${id} proves nothing: ${first} after itself`)
  }
  for (const [call, action] of calls)
    if (
      looks(action.meanwhile).some(
        name => !expect.some(one => one.look === name || one.from === name || one.to === name),
      )
    )
      found.push(`${id} looks around in ${call} and uses nothing of it`)
  return found
}

const looks = (meanwhile: unknown): unknown[] =>
  ((meanwhile as { look?: unknown }[] | undefined) ?? []).flatMap(({ look }) =>
    look === undefined ? [] : [look],
  )
