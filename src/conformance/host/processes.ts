/** A look at the host's processes in the middle of its work: who is there, what all can read of them, how much memory they took. */

import { readFileSync } from 'node:fs'
import { everyProcess, statOf } from '../../sandbox/processes.js'
import { alive, type Entry, type Person, starts } from './log.js'

export interface Look {
  /** Processes below the adapter that have ended and that nobody has waited for. */
  zombies: string[]
  /** Arguments and environment of the adapter and of all below it. */
  visible: { pid: number; name: string; text: string }[]
  /** Bytes: the most that any one of them ever had in memory, players left out. */
  peak: number
  /** Players that were there. */
  players: Person[]
}

export function lookAround(leader: number, log: readonly Entry[]): Look {
  const players = starts(log).map(({ pid }) => pid)
  const look: Look = { zombies: [], visible: [], peak: 0, players: alive(log) }
  for (const pid of descendants(leader)) {
    const name = statOf(pid)?.name ?? '?'
    if (stateOf(pid) === 'Z') look.zombies.push(`${name} (${pid})`)
    look.visible.push({ pid, name, text: ['cmdline', 'environ'].map(file => proc(pid, file)).join('\0') })
    if (!players.includes(pid)) look.peak = Math.max(look.peak, peakOf(pid))
  }
  return look
}

/** The leader, and who descends from it; zombies too, which everyProcess leaves out. */
function descendants(leader: number): number[] {
  const found = new Set([leader])
  const add = (pid: number): void => {
    for (const child of proc(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number)) {
      if (found.has(child)) continue
      found.add(child)
      add(child)
    }
  }
  add(leader)
  // Children of another thread of the host are not in its first thread's list.
  for (const { pid, parent } of everyProcess()) if (found.has(parent)) found.add(pid)
  return [...found]
}

const stateOf = (pid: number): string | undefined => statOf(pid)?.state

function proc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1')
  } catch {
    return ''
  }
}

const peakOf = (pid: number): number => Number(/^VmHWM:\s+(\d+)/m.exec(proc(pid, 'status'))?.[1] ?? 0) * 1024
