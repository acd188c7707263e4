/**
 * Whether a program waits: every process of its group sleeps and none has used the processor since the last look. That is
 * what "it is in the middle of its work" and "it hangs" are told by. A busy machine cannot be mistaken for either: who waits
 * for the processor does not sleep.
 */

import { readdirSync, readFileSync } from 'node:fs'
import { groupOf, type ProcessId } from '../../sandbox/processes.js'

export interface Look {
  /** Nobody of the group is running, waiting for the processor, or held up by a disk. */
  asleep: boolean
  /** Somebody was stopped by a signal. */
  stopped: boolean
  /** Ticks of processor time, of the group and of the children that it has waited for. */
  ticks: number
  pids: number[]
}

export const TICK_MS = 10

export function lookAt(leader: ProcessId): Look {
  const pids: number[] = []
  let ticks = 0
  let asleep = true
  let stopped = false
  for (const pid of familyOf(leader)) {
    const fields = statFields(pid)
    if (!fields) continue
    const state = fields[0]!
    if (state === 'T' || state === 't') stopped = true
    else if (state === 'Z' || state === 'X') continue
    // A program works in all of its threads, whatever its first one does.
    else if ([state, ...threadStates(pid)].some(one => one !== 'S' && one !== 'I')) asleep = false
    pids.push(pid)
    for (const field of fields.slice(11, 15)) ticks += Number(field)
  }
  return { asleep: asleep && pids.length > 0, stopped, ticks, pids }
}

/** The program and all that it started, by the kernel's lists of children: a scan of /proc costs a hundred times as much. */
function familyOf(leader: ProcessId): number[] {
  const pids = [leader.pid]
  try {
    for (const pid of pids)
      for (const thread of readdirSync(`/proc/${pid}/task`))
        for (const task of readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' '))
          if (task !== '') pids.push(Number(task))
    return pids
  } catch {
    // Somebody has just gone, or the kernel keeps no such lists.
    return groupOf(leader)
      .members()
      .map(({ pid }) => pid)
  }
}

/** Of the threads beside the first. */
function threadStates(pid: number): string[] {
  try {
    const others = readdirSync(`/proc/${pid}/task`).filter(thread => thread !== String(pid))
    return others.flatMap(thread => statFields(`${pid}/task/${thread}`)?.slice(0, 1) ?? [])
  } catch {
    return []
  }
}

/** From field 3 of proc(5) on, which is the first after the name. */
function statFields(path: number | string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${path}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Asleep in three looks running: a moment of sleep, as between two programs of a script, is none. */
export class Steady {
  #times = 0
  #ticks = -1
  /** True once it waits. `words` is how much it has said: who still talks does not wait. */
  see(look: Look, words: number): boolean {
    const mark = look.ticks + words * 1e9
    this.#times = look.asleep && mark === this.#ticks ? this.#times + 1 : 0
    this.#ticks = mark
    return this.#times >= 3
  }
}
