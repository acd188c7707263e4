/** A program that runs: what the host may ask of it, and how its exit, its output and its group come to one end. */

import type { ChildProcess } from 'node:child_process'
import type { CgroupLimits } from './cgroup.js'
import type { Deadlines } from './deadlines.js'
import type { Ended, Ladder, Leftover } from './ending.js'
import type { LaunchFailure } from './failure.js'
import type { Log, Output } from './output.js'
import type { ProcessId } from './processes.js'

export interface Exit {
  status: number | null
  signal: string | null
}

export interface Settled extends Exit {
  /** Why the host ended it, if it did. */
  ended: Ended | undefined
  /** Who was still running when the program had exited. */
  leftovers: Leftover[]
  /** Limits of its cgroup that it came up against. */
  hits: readonly (keyof CgroupLimits)[]
  /** The program never ran: what stands before it (setpriv, prlimit) failed. */
  failure?: LaunchFailure
}

export interface Running extends Readonly<ProcessId> {
  /** The folder of its cgroup, where it has one. */
  cgroup?: string
  /** Writes everything and ends stdin. A program that never reads it, or has gone, does no harm. */
  send(text: string): void
  /** On the exit of the program itself; its output may still be on the way. */
  readonly exited: Promise<Exit>
  /** When the output is read, nobody of it is left, and all descriptors are closed. */
  readonly settled: Promise<Settled>
  pause(): void
  resume(): void
  /** Last lines of stderr as they came: escapes and secrets are the caller's to clean. */
  stderrTail(): string[]
  /** A sign of life, a valid line say: the idle time starts anew. */
  touch(): void
  /** Begins the ladder, or shortens its grace; 0 kills now. */
  cancel(reason: Ended, graceMs?: number): void
  readonly ended: Ended | undefined
}

export interface Parts {
  child: ChildProcess
  id: ProcessId
  stdout: Output
  stderr: Log
  deadlines: Deadlines
  ladder: Ladder
  failure(status: number | null, stderr: () => string[]): LaunchFailure | undefined
  /** What the leader's exit says of the program itself. */
  exitOf(exit: Exit): Exit
  /** Its cgroup, looked at as soon as it has exited and when nobody is left. */
  fence: { look(): void; hits(): (keyof CgroupLimits)[]; remove(): void }
}

const live = new Set<Running>()

/** Everything that runs now. */
export const allRunning = (): ReadonlySet<Running> => live

/** Cancels whatever runs and waits for it, but not much beyond the grace. */
export async function endAll(graceMs: number): Promise<void> {
  const all = [...live]
  for (const running of all) running.cancel('cancelled', graceMs)
  let stop = () => {}
  const enough = new Promise<void>(resolve => {
    const timer = setTimeout(resolve, graceMs + 8000)
    stop = () => clearTimeout(timer)
  })
  await Promise.race([Promise.all(all.map(running => running.settled)), enough])
  stop()
}

export function running(parts: Parts): Running {
  const { child, id, stdout, stderr, deadlines, ladder } = parts
  const stdin = child.stdin!
  // EPIPE: the program does not want to know. Its exit tells what there is to tell.
  stdin.on('error', () => {})

  let tellExit: (exit: Exit) => void
  const exited = new Promise<Exit>(resolve => {
    tellExit = resolve
  })
  child.once('exit', (status, signal) => {
    ladder.leaderExited()
    parts.fence.look()
    tellExit(parts.exitOf({ status, signal }))
  })

  const settle = async (): Promise<Settled> => {
    const exit = await exited
    const [all, allLog] = await Promise.all([stdout.drained(), stderr.drained()])
    const leftovers = await ladder.finish(!(all && allLog))
    deadlines.stop()
    // Whoever was left behind may have written until it was ended.
    if (leftovers.length > 0 || ladder.ended !== undefined) await stdout.drained()
    stdout.close()
    stderr.close()
    stdin.destroy()
    parts.fence.look()
    parts.fence.remove()
    live.delete(self)
    const failure = parts.failure(exit.status, () => stderr.lines())
    return {
      ...exit,
      ended: ladder.ended,
      leftovers,
      hits: parts.fence.hits(),
      ...(failure ? { failure } : {}),
    }
  }

  const self: Running = {
    ...id,
    send(text) {
      if (stdin.writable) stdin.end(text)
      deadlines.touch()
    },
    exited,
    settled: settle(),
    pause() {
      deadlines.pause()
      stdout.pause()
    },
    resume() {
      deadlines.resume()
      stdout.resume()
    },
    stderrTail: () => stderr.lines(),
    touch: () => deadlines.touch(),
    cancel: (reason, graceMs) => ladder.cancel(reason, graceMs),
    get ended() {
      return ladder.ended
    },
  }
  live.add(self)
  return self
}
