/**
 * Follows a program that another host started and that outlived it: its id and its output files go in, its bytes and
 * its end come out. It is no child of this host, so /proc tells when it is over, and nobody learns how it exited.
 */

import type { Timeouts } from '../manifest/step.js'
import { fenced, removeCgroup } from './cgroup.js'
import { type Clock, realClock } from './clock.js'
import { deadlines } from './deadlines.js'
import { type Ended, GRACE_MS, type Leftover, ladder } from './ending.js'
import { filedLog, followed, type Output } from './output.js'
import { groupOf, isAlive, type ProcessId } from './processes.js'

export interface AttachSpec {
  id: ProcessId
  /** The folder of its cgroup, where it has one. */
  cgroup?: string | undefined
  /** Paths of the files that it writes to. */
  stdout: string
  stderr: string
  timeouts: Timeouts
  /** Milliseconds: since its start, and since it last wrote. */
  past: { total: number; idle: number }
  /** Called with bytes that are good only until it returns, from the first byte that it ever wrote. */
  onStdout(chunk: Uint8Array): void
  onQuiet?(quietMs: number): void
  grace?: number
  clock?: Clock
}

export interface Attached {
  /** When its output is read and nobody of it is left. */
  settled: Promise<{ ended: Ended | undefined; leftovers: Leftover[] }>
  stderrTail(): string[]
  touch(): void
  cancel(reason: Ended): void
}

/** How often it is asked whether it still lives. One look costs about 20 µs. */
const LOOK_MS = 100

const nothing: Output = { pause() {}, resume() {}, drained: () => Promise.resolve(true), close() {} }

export async function attach(spec: AttachSpec): Promise<Attached> {
  const { id, clock = realClock, grace = GRACE_MS } = spec
  const group = fenced(groupOf(id), () => spec.cgroup)
  const steps = ladder(id, 'consumer', clock, grace, () => [], false, group)
  const stdout = open(() => followed(spec.stdout, spec.onStdout, clock))
  const stderr = filedLog(spec.stderr, clock)
  // What it wrote before is no sign of life now.
  await stdout.drained()
  const limits = deadlines(
    spec.timeouts,
    clock,
    { idle: ms => spec.onQuiet?.(ms), total: () => steps.cancel('total') },
    spec.past,
  )
  const settle = async (): Promise<{ ended: Ended | undefined; leftovers: Leftover[] }> => {
    while (isAlive(id)) await new Promise<void>(look => clock.after(LOOK_MS, look))
    steps.leaderExited()
    const leftovers = await steps.finish(false)
    limits.stop()
    if (spec.cgroup !== undefined) removeCgroup(spec.cgroup)
    await stdout.drained()
    stdout.close()
    stderr.close()
    return { ended: steps.ended, leftovers }
  }
  return {
    settled: settle(),
    stderrTail: () => stderr.lines(),
    touch: () => limits.touch(),
    cancel: reason => steps.cancel(reason),
  }
}

/** Somebody took the file away: then its words are lost, but not yet its end. */
function open(output: () => Output): Output {
  try {
    return output()
  } catch {
    return nothing
  }
}
