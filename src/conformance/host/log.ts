/** What the players of a case saw: the log that they share, a line a time, in the order in which it happened. */

import { readFileSync } from 'node:fs'
import { isAlive, type ProcessId } from '../../sandbox/processes.js'

export interface Entry {
  step: string
  role: 'producer' | 'consumer'
  /** Counts from 1, for each step and role. */
  run: number
  pid: number
  /** Of one that a player started. */
  name?: string
  what: string
  [more: string]: unknown
}

export interface Start extends Entry {
  what: 'start'
  startTime: string
  parent: number
  group: number
  session: number
  uids: number[]
  gids: number[]
  groups: number[]
  cwd: string
  environment: string[]
  descriptors: Record<string, string>
  terminal: boolean
}

/** A line that is not whole yet is left for the next look. */
export function readLog(path: string): Entry[] {
  const text = readFileSync(path, 'utf8')
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Entry)
}

export const starts = (log: readonly Entry[]): Start[] =>
  log.filter((entry): entry is Start => entry.what === 'start')

export interface Person extends ProcessId {
  /** `the consumer of a`, as a message says it. */
  who: string
  step: string
}

/** Players, and what they started, that have not ended. */
export const alive = (log: readonly Entry[]): Person[] =>
  starts(log)
    .map(({ pid, startTime, name, role, step }) => ({
      pid,
      startTime,
      step,
      who: name ? `${name}, started by the ${role} of ${step}` : `the ${role} of ${step}`,
    }))
    .filter(isAlive)

/** What one run of one program was sent, byte for byte, without the LF. */
export const linesOf = (log: readonly Entry[]): string[] =>
  log
    .filter(({ what }) => what === 'line')
    .map(({ text, hex }) => (typeof text === 'string' ? text : `(no UTF-8: ${hex})`))
