/** Commands that people are offered to type: whole, quoted for a shell, with the flags they were reached by. */

import type { Finding } from '../scheduler/model.js'
import { one, shellWord } from './paragraph.js'

/** `stateDir` as it was typed: a command without it would look for the run in another place. */
export const offer = (words: readonly string[], stateDir?: string): string =>
  ['edgewise', ...words, ...(stateDir === undefined ? [] : ['--state-dir', stateDir])]
    .map(word => shellWord(one(word)))
    .join(' ')

/** One command for each way to answer, with what it would mean. Inputs that must be given are named in capitals. */
export function answersTo({ address, item, source }: Finding, stateDir?: string): [string, string][] {
  const resolutions = item.resolutions ?? []
  if (resolutions.length === 0 && source !== 'host')
    return [[offer(['choose', address, '--waive', 'REASON'], stateDir), 'leave it as it is']]
  return resolutions.map(({ id, title, inputs }) => {
    const wanted = Object.entries(inputs ?? {}).flatMap(([name, spec]) =>
      spec.optional || spec.default !== undefined
        ? []
        : spec.secret
          ? ['--input-file', `${name}=FILE`]
          : ['--input', `${name}=VALUE`],
    )
    return [offer(['choose', address, id, ...wanted], stateDir), one(title)]
  })
}

/** Why something is not reached: a task that is to blame, or a sentence about one. */
export const blamed = (because: string): string =>
  /\s/.test(because.trim()) ? `because ${one(because)}` : `because of ${one(because)}`
