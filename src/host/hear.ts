/** What a consumer says on stdout, as it says it: results and items become events, once each; the rest is for its ending. */

import { fingerprintOf } from '../protocol/fingerprint.js'
import type { Done, Progress, Result } from '../protocol/gen/messages.js'
import { createReader, type Reader } from '../protocol/reader.js'
import type { Violation } from '../protocol/violation.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Address, Selection } from '../scheduler/model.js'

export interface Hearing {
  step: string
  task: string
  attempt: number
  sent: readonly Selection[]
  /** Of its stdout; absent: the protocol's own. */
  maxBytes?: number | undefined
  /** Takes secrets out of what is to be recorded. */
  clean: <T>(said: T) => T
  record: (event: RunEvent) => void
  /** What a host before this one has recorded of this attempt. */
  known?: { result: (address: Address) => boolean; item: (id: string) => boolean }
  /** For every valid message. */
  onSign?: () => void
  onProgress?: (said: Progress) => void
}

export interface Heard {
  reader: Reader
  readonly done: Done | undefined
  /** In the order in which they were said. */
  readonly results: readonly Result[]
  readonly items: number
  violations: Violation[]
}

export function hear(hearing: Hearing): Heard {
  const { step, task, attempt, sent, clean, record, known } = hearing
  const results: Result[] = []
  const violations: Violation[] = []
  let items = 0
  let done: Done | undefined
  const reader = createReader({
    role: 'consumer',
    step,
    sent: sent.map(({ item, resolution }) => ({ item, resolution })),
    maxBytes: hearing.maxBytes,
    onMessage: message => {
      hearing.onSign?.()
      switch (message.type) {
        case 'result': {
          results.push(message)
          const address = `${step}/${message.item}`
          if (known?.result(address)) return
          const { status, code, message: text } = clean(message)
          record({
            type: 'selection-result',
            task,
            attempt,
            address,
            status,
            ...(code === undefined ? {} : { code }),
            ...(text === undefined ? {} : { message: text }),
          })
          return
        }
        case 'item': {
          items++
          const { type: _, ...body } = message
          if (known?.item(body.id)) return
          const item = clean(body)
          record({ type: 'item-found', task, attempt, item, fingerprint: fingerprintOf(item) })
          return
        }
        case 'progress':
          hearing.onProgress?.(message)
          return
        case 'done':
          done = message
      }
    },
    onViolation: violation => void violations.push(violation),
    onOverflow: violation => void violations.push(violation),
  })
  return {
    reader,
    get done() {
      return done
    },
    get items() {
      return items
    },
    results,
    violations,
  }
}
