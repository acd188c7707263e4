/** Finds and ends what a program left running, wherever it went: all that it starts inherits a variable that names the play. */

import { readFileSync } from 'node:fs'
import type { Leftover } from '../../sandbox/ending.js'
import { everyProcess, isAlive, signalProcess } from '../../sandbox/processes.js'

/** Even where the environment is emptied: a process in a session of its own could not be found otherwise. */
export const MARK = 'CONFORMANCE_PLAY'

const suite = crypto.randomUUID()
let serial = 0

export const newMark = (): string => `${suite}.${++serial}.`

/** Who bears the mark is killed, and told. A scan of /proc, so once a scene and not once a program. */
export function endStrays(mark: string): Leftover[] {
  const wanted = `${MARK}=${mark}`
  const found = everyProcess().filter(({ pid }) => {
    try {
      return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`.includes(`\0${wanted}`)
    } catch {
      // It has gone, or is not ours.
      return false
    }
  })
  for (const one of found) signalProcess(one, 'SIGKILL')
  return found.map(one => ({ pid: one.pid, name: one.name, ended: !isAlive(one) }))
}
