/** Finds and ends what a program left running, wherever it went: all that it starts inherits a variable that names the play. */

import { readFileSync } from 'node:fs'
import type { Leftover } from '../../sandbox/ending.js'
import { everyProcess, isAlive, type ProcessStat, signalProcess } from '../../sandbox/processes.js'

/** Even where the environment is emptied: a process in a session of its own could not be found otherwise. */
export const MARK = 'CONFORMANCE_PLAY'

const suite = crypto.randomUUID()
let serial = 0

export const newMark = (): string => `${suite}.${++serial}.`

/** Scans until nobody is left, for who is killed may have started another just before; one that no signal ends is given up. */
const MOST_SCANS = 20

/** Who bears the mark is killed, and told. Scans of /proc, so once a scene and not once a program. */
export function endStrays(mark: string): Leftover[] {
  const wanted = `${MARK}=${mark}`
  const strays = new Map<string, ProcessStat>()
  for (let scan = 0; scan < MOST_SCANS; scan++) {
    const found = everyProcess().filter(({ pid }) => bears(pid, wanted))
    if (found.length === 0) break
    for (const one of found) {
      strays.set(`${one.pid} ${one.startTime}`, one)
      signalProcess(one, 'SIGKILL')
    }
  }
  return [...strays.values()].map(one => ({ pid: one.pid, name: one.name, ended: !isAlive(one) }))
}

function bears(pid: number, wanted: string): boolean {
  try {
    return `\0${readFileSync(`/proc/${pid}/environ`, 'latin1')}`.includes(`\0${wanted}`)
  } catch {
    // It has gone, or is not ours.
    return false
  }
}
