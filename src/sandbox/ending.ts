/**
 * The ladder by which a program ends: asked with SIGTERM, left a grace, killed with its group. A consumer is asked
 * alone, because a signal to its group would hit the tool in its hands, `apt` say; a producer changes nothing and is
 * asked with all that it started. When the leader goes before the grace is over, its group keeps the rest of it.
 */

import type { Clock } from './clock.js'
import type { Role } from './command.js'
import { type Group, groupOf, isAlive, type ProcessId, type ProcessStat, signalProcess } from './processes.js'

export type Ended = 'idle' | 'total' | 'cancelled' | 'overflow'

/** Someone whom a program left running when it exited. */
export interface Leftover {
  pid: number
  name: string
  /** False for one that even SIGKILL did not end: it sits in the kernel, or is not ours to signal. */
  ended: boolean
}

export const GRACE_MS = 10_000

/** Between the SIGTERM and the SIGKILL for what a consumer left running. */
const LAST_MS = 2000

/** After SIGKILL only the kernel can still hold a process; it is waited for this long, then named. */
const GIVE_UP_MS = 5000

const LONGEST_POLL_MS = 50

export interface Ladder {
  readonly ended: Ended | undefined
  cancel(reason: Ended, graceMs?: number): void
  /** The leader was reaped: its pid is no longer ours. */
  leaderExited(): void
  /** Settles when nobody is left. `open`: someone still holds the program's pipes. */
  finish(open: boolean): Promise<Leftover[]>
}

/**
 * `bearers` finds a producer's descendants wherever they went; it is only asked when there is reason to. Who is `held`
 * has bwrap as its leader, and bwrap's child as its init: if one of them went first, all would be killed at once.
 */
export function ladder(
  leader: ProcessId,
  role: Role,
  clock: Clock,
  grace: number,
  bearers: () => ProcessStat[],
  held = false,
  group: Group = groupOf(leader),
): Ladder {
  const askable = ({ pid, parent }: ProcessStat): boolean => pid !== leader.pid && parent !== leader.pid
  /** A producer's descendants in sessions of their own. */
  const strays = new Map<number, ProcessStat>()
  let ended: Ended | undefined
  let asked = false
  let exited = false
  let over = false
  let killAt = Number.POSITIVE_INFINITY
  let disarm = () => {}
  let wake = () => {}

  const noteStrays = (): void => {
    if (role === 'consumer') return
    for (const stat of bearers()) {
      if (stat.group !== leader.pid && stat.session !== leader.pid) strays.set(stat.pid, stat)
    }
  }
  const signalAll = (signal: NodeJS.Signals): void => {
    noteStrays()
    group.signal(signal)
    for (const stray of strays.values()) signalProcess(stray, signal)
  }
  const ask = (): void => {
    asked = true
    // A stopped program sees no signal but SIGKILL until it is continued.
    for (const signal of ['SIGTERM', 'SIGCONT'] as const) {
      if (held) for (const one of group.members().filter(askable)) signalProcess(one, signal)
      else if (role === 'producer') signalAll(signal)
      else if (!exited) signalProcess(leader, signal)
    }
  }
  const someone = (): boolean => !group.isEmpty() || [...strays.values()].some(isAlive)

  const pollUntilNobody = async (askAt: number): Promise<void> => {
    let wait = 1
    // Counted from the signal, not from when it was due: a busy host may be late, and must not give up without it.
    let killedAt = Number.POSITIVE_INFINITY
    while (someone() && clock.now() < killedAt + GIVE_UP_MS) {
      if (clock.now() >= killAt) {
        killedAt = Math.min(killedAt, clock.now())
        signalAll('SIGKILL')
      } else if (clock.now() >= askAt) {
        askAt = Number.POSITIVE_INFINITY
        signalAll('SIGTERM')
        signalAll('SIGCONT')
      }
      await new Promise<void>(resolve => {
        wake = resolve
        clock.after(wait, resolve)
      })
      wait = Math.min(wait * 2, LONGEST_POLL_MS)
    }
  }

  return {
    get ended() {
      return ended
    },
    // A producer that floods is not asked: each moment costs memory or time.
    cancel(reason, graceMs = reason === 'overflow' && role === 'producer' ? 0 : grace) {
      if (over) return
      if (!exited) ended ??= reason
      if (!asked && graceMs > 0) ask()
      const at = clock.now() + graceMs
      if (at >= killAt) return
      killAt = at
      disarm()
      if (graceMs > 0) disarm = clock.after(graceMs, () => signalAll('SIGKILL'))
      else signalAll('SIGKILL')
      wake()
    },
    leaderExited() {
      exited = true
    },
    async finish(open) {
      if (open) noteStrays()
      if (!someone()) {
        over = true
        disarm()
        return []
      }
      const left = [...group.members(), ...[...strays.values()].filter(isAlive)]
      const now = clock.now()
      let askAt = Number.POSITIVE_INFINITY
      if (killAt === Number.POSITIVE_INFINITY) {
        if (role === 'consumer') askAt = now + grace
        killAt = role === 'producer' ? now : now + grace + LAST_MS
      }
      await pollUntilNobody(askAt)
      over = true
      disarm()
      const told = left.map(({ pid, startTime, name }) => ({
        pid,
        name,
        ended: !isAlive({ pid, startTime }),
      }))
      // What a cancelled program's group was doing when its leader went is no news, unless it cannot be ended.
      return ended === undefined ? told : told.filter(one => !one.ended)
    },
  }
}
