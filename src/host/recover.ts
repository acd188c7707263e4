/** What became of consumers whose host is gone: from what they wrote, and from whether they still live. */

import { closeSync, constants, openSync, readSync } from 'node:fs'
import type { RunFolder } from '../journal/runs.js'
import { conclude } from '../protocol/conclude.js'
import { fingerprintOf } from '../protocol/fingerprint.js'
import type { Done, Result } from '../protocol/gen/messages.js'
import { createReader } from '../protocol/reader.js'
import { groupOf } from '../sandbox/processes.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Node, RunState } from '../scheduler/state.js'
import { outputFiles } from './consumer.js'
import { scrub } from './scrub.js'

/**
 * Tasks that were running and whose program, or what it started, is still there: nothing of their step may start beside
 * them. One that has ended and that a careless init does not collect is not there any more.
 */
export const stillAlive = (state: RunState): Node[] =>
  [...state.nodes.values()].filter(
    node => node.status === 'running' && node.pid !== null && !groupOf(node.pid).isEmpty(),
  )

/** The events that the dead host did not come to record, free of secrets; then what is to be thought of the task. */
export function recovered(node: Node, folder: RunFolder, secrets: readonly string[]): RunEvent[] {
  const task = node.id
  const { attempt } = node
  const step = node.task!.step
  const pending = node.task!.selections.filter(
    selection =>
      node.results.get(selection.address)?.status !== 'applied' ||
      node.results.get(selection.address)?.attempt === attempt,
  )
  const sent = pending.map(({ item, resolution }) => ({ item, resolution }))
  const events: RunEvent[] = []
  const results: Result[] = []
  let items = 0
  let done: Done | undefined
  const broken: string[] = []
  const reader = createReader({
    role: 'consumer',
    step,
    sent,
    onMessage: message => {
      if (message.type === 'done') done = message
      else if (message.type === 'item') {
        items++
        const { type: _, ...said } = message
        const item = scrub(said, secrets)
        if (!node.brought.some(finding => finding.item.id === item.id))
          events.push({ type: 'item-found', task, attempt, item, fingerprint: fingerprintOf(item) })
      } else if (message.type === 'result') {
        results.push(message)
        const address = `${step}/${message.item}`
        if (node.results.get(address)?.attempt === attempt) return
        const { status, code, message: text } = scrub(message, secrets)
        events.push({
          type: 'selection-result',
          task,
          attempt,
          address,
          status,
          ...(code === undefined ? {} : { code }),
          ...(text === undefined ? {} : { message: text }),
        })
      }
    },
    onViolation: violation => void broken.push(violation.message),
    onOverflow: violation => void broken.push(violation.message),
  })
  const { stdout } = outputFiles(folder, task, attempt)
  readInto(stdout, chunk => reader.write(chunk))
  reader.end()

  // Nobody saw how it exited, so its `done` counts alone; without one, what it was doing is not known.
  if (done && broken.length === 0) {
    const exit = { status: done.outcome === 'failed' ? 1 : 0, signal: null }
    const ending = conclude({
      role: 'consumer',
      sent,
      done,
      results,
      items,
      violations: [],
      exit,
      stderr: [],
    })
    return [...events, { type: 'task-ended', task, attempt, ending: scrub(ending, secrets), took: 0 }]
  }
  return [...events, { type: 'task-unknown', task, attempt, why: 'its host ended while it ran' }]
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
