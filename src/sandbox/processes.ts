/** What /proc says about processes: a pid and its start time name one process for good, a pid alone does not. */

import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'

/** A process, told from a later one with the same pid by when it started (clock ticks since boot, as text). */
export interface ProcessId {
  pid: number
  startTime: string
}

export interface ProcessStat extends ProcessId {
  name: string
  /** One letter of proc(5): R, S, D, T, Z, ... */
  state: string
  parent: number
  group: number
  session: number
}

/** Reads one line of /proc/PID/stat. The name stands in parentheses and may hold any of `) (`, blanks and newlines. */
export function parseStat(text: string): ProcessStat | undefined {
  const open = text.indexOf('(')
  const close = text.lastIndexOf(')')
  if (open < 1 || close < open) return undefined
  // Field 3 of proc(5) is the first after the name.
  const fields = text.slice(close + 2).split(' ')
  const startTime = fields[19]
  if (!startTime || !/^[0-9]+$/.test(startTime)) return undefined
  return {
    pid: Number(text.slice(0, open)),
    startTime,
    name: text.slice(open + 1, close),
    state: fields[0]!,
    parent: Number(fields[1]),
    group: Number(fields[2]),
    session: Number(fields[3]),
  }
}

const buffer = Buffer.alloc(4096)

export function statOf(pid: number): ProcessStat | undefined {
  let fd: number | undefined
  try {
    fd = openSync(`/proc/${pid}/stat`, 'r')
    return parseStat(buffer.toString('latin1', 0, readSync(fd, buffer)))
  } catch {
    return undefined
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}

/** A zombie has ended: it only waits for its parent to look. */
const hasEnded = (stat: ProcessStat): boolean => stat.state === 'Z' || stat.state === 'X'

export function isAlive(id: ProcessId): boolean {
  const stat = statOf(id.pid)
  return stat !== undefined && stat.startTime === id.startTime && !hasEnded(stat)
}

/** Clock ticks a second in everything that Linux tells user space. */
const TICKS = 100

/** Milliseconds since a process was started, time asleep included; the machine's clock may be set meanwhile. */
export function ageOf(id: ProcessId, uptime = readFileSync('/proc/uptime', 'latin1')): number {
  const seconds = Number(uptime.split(' ')[0]) - Number(id.startTime) / TICKS
  return Math.max(0, Math.round(seconds * 1000))
}

/** Every process that has not ended. Costs about 20 µs a process: not for the path that each start takes. */
export function everyProcess(): ProcessStat[] {
  const all: ProcessStat[] = []
  for (const entry of readdirSync('/proc')) {
    if (!/^[0-9]+$/.test(entry)) continue
    const stat = statOf(Number(entry))
    if (stat && !hasEnded(stat)) all.push(stat)
  }
  return all
}

/** Signals one process, unless its pid has gone to another. Says whether there was someone to signal. */
export function signalProcess(id: ProcessId, signal: NodeJS.Signals): boolean {
  return isAlive(id) && send(id.pid, signal)
}

export interface Group {
  /** Who has not ended yet: the group itself, and the rest of its session. A scan of /proc. */
  members(): ProcessStat[]
  /** Cheap where the group has ended, which is nearly always. */
  isEmpty(): boolean
  signal(signal: NodeJS.Signals): void
}

/** The group (and session) that a process leads, or led. */
export function groupOf(leader: ProcessId): Group {
  // A pid is not given out again while a group or session bears its number. So if the number is another process's
  // now, nobody is left of this group, and a signal to it would hit a stranger.
  const isStrangers = (): boolean => {
    const now = statOf(leader.pid)
    return now !== undefined && now.startTime !== leader.startTime
  }
  const members = (): ProcessStat[] =>
    isStrangers()
      ? []
      : everyProcess().filter(stat => stat.group === leader.pid || stat.session === leader.pid)
  return {
    members,
    // The kernel's answer is cheap but counts zombies, which a careless init may keep for ever.
    isEmpty: () => !send(-leader.pid, 0) || members().length === 0,
    signal(signal) {
      if (isStrangers()) return
      send(-leader.pid, signal)
      // A shell with job control puts its children into groups of their own, in the same session.
      for (const stat of members()) if (stat.group !== leader.pid) signalProcess(stat, signal)
    },
  }
}

/** False when there is nobody; a process that we may not signal is somebody. */
function send(target: number, signal: NodeJS.Signals | 0): boolean {
  const { stackTraceLimit } = Error
  // That there is nobody is the usual answer, at the end of every program: not worth a stack trace.
  Error.stackTraceLimit = 0
  try {
    process.kill(target, signal)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
