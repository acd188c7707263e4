/** What became of consumers whose host is gone: which of them still live, and what the others left in writing. */

import { closeSync, constants, openSync, readSync, statSync } from 'node:fs'
import type { RunFolder } from '../journal/runs.js'
import type { Timeouts } from '../manifest/step.js'
import { conclude } from '../protocol/conclude.js'
import { fenced } from '../sandbox/cgroup.js'
import { groupOf } from '../sandbox/processes.js'
import { tailOfFile } from '../sandbox/tail.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Node } from '../scheduler/state.js'
import { type Heard, type Hearing, hear } from './hear.js'
import type { OpenedRun } from './opened-run.js'
import { outputFiles } from './output-files.js'
import type { Cleaner } from './withhold.js'

/**
 * Tasks that were running and whose program, or what it started, is still there: nothing of their step may start beside
 * them. A zombie that a careless init does not collect is not there any more, nor is what was started before the
 * machine booted again, whoever has its pid now.
 */
export function stillAlive({ state, records }: OpenedRun, boot: string): Node[] {
  const startedUnder = new Map<string, string>()
  for (const record of records)
    if (record.event.type === 'task-started') startedUnder.set(record.event.task, record.boot)
  return [...state.nodes.values()].filter(
    node =>
      node.status === 'running' &&
      node.pid !== null &&
      startedUnder.get(node.id) === boot &&
      isThere(node.pid),
  )
}

const isThere = (id: NonNullable<Node['pid']>): boolean => !fenced(groupOf(id), () => id.cgroup).isEmpty()

/** Listens to the rest of an attempt that another host began to listen to. */
export const hearOn = (
  node: Node,
  { clean }: Cleaner,
  more: Pick<Hearing, 'record'> & Partial<Hearing>,
): Heard => {
  const { step, selections } = node.task!
  const { attempt } = node
  const before = new Map(node.results)
  const brought = new Set(node.brought.map(finding => finding.item.id))
  const known = (address: string): boolean => before.get(address)?.attempt === attempt
  return hear({
    step,
    task: node.id,
    attempt,
    // Those that an attempt before this one has applied were not sent.
    sent: selections.filter(({ address }) => before.get(address)?.status !== 'applied' || known(address)),
    clean,
    known: { result: known, item: id => brought.has(id) },
    ...more,
  })
}

/**
 * Nobody saw how it exited, so its `done` counts alone. Without one, and where it said ok to less than it was to be
 * sent (its host may have died in the middle of the sentence), what it did is not known.
 */
export function endOf(
  node: Node,
  heard: Heard,
  cleaner: Cleaner,
  how: {
    took: number
    stderr: string[]
    ended?: 'total' | 'cancelled'
    timeouts?: Timeouts
    isWhole: boolean
  },
): RunEvent {
  const task = node.id
  const { attempt } = node
  const { done, items, results } = heard
  const sent = hearsOf(node)
  const unknown = (why: string, begun?: false): RunEvent => ({
    type: 'task-unknown',
    task,
    attempt,
    why,
    ...(begun === undefined ? {} : { begun }),
  })
  if (how.ended === undefined) {
    if (!done) return unknown('its host ended while it ran, and it left no word of its end')
    if (done.code === 'protocol' && results.length === 0 && items === 0)
      return unknown('its host ended before it told it to begin', false)
    if (!how.isWhole && heard.violations.length > 0)
      return unknown('its host ended while it ran, and what it wrote is damaged')
    if (done.outcome === 'ok' && results.length < sent.length)
      return unknown('its host ended while it ran, and it left no result for some of what it was to be sent')
  }
  const ending = conclude({
    role: 'consumer',
    sent,
    done,
    results,
    items,
    violations: heard.violations,
    exit: how.ended
      ? { status: null, signal: null }
      : { status: done?.outcome === 'failed' ? 1 : 0, signal: null },
    ended: how.ended,
    timeouts: how.timeouts,
    stderr: cleaner.lines(how.stderr),
  })
  return { type: 'task-ended', task, attempt, ending: cleaner.clean(ending), took: how.took }
}

const hearsOf = ({ task, results, attempt }: Node): { item: string }[] =>
  task!.selections.filter(({ address }) => {
    const fact = results.get(address)
    return fact?.status !== 'applied' || fact.attempt === attempt
  })

/**
 * The events that the dead host did not come to record, free of secrets; then what is to be thought of the task.
 * `isWhole`: the machine has not gone down meanwhile, so its files hold all that was written; `begun` is when it was
 * started, in milliseconds of the wall clock, for that is what files bear.
 */
export function recovered(
  node: Node,
  folder: RunFolder,
  cleaner: Cleaner,
  { isWhole, begun }: { isWhole: boolean; begun: number },
): RunEvent[] {
  const events: RunEvent[] = []
  const heard = hearOn(node, cleaner, { record: event => void events.push(event) })
  const { stdout, stderr } = outputFiles(folder, node.id, node.attempt)
  readInto(stdout, chunk => heard.reader.write(chunk))
  heard.reader.end()
  const last = statSync(stdout, { throwIfNoEntry: false })?.mtimeMs ?? begun
  const took = Math.max(0, Math.round(last - begun))
  return [...events, endOf(node, heard, cleaner, { took, stderr: tailOfFile(stderr), isWhole })]
}

/** In pieces: a program that floods leaves more than fits into memory. Without the file there is nothing to read. */
function readInto(path: string, onBytes: (chunk: Uint8Array) => void): void {
  let fd: number
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch {
    return
  }
  try {
    const buffer = Buffer.allocUnsafe(64 * 1024)
    for (let count = readSync(fd, buffer); count > 0; count = readSync(fd, buffer))
      onBytes(buffer.subarray(0, count))
  } finally {
    closeSync(fd)
  }
}
