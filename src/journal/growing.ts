/** A journal that somebody else writes, read as it grows: each look takes only what came in since the one before. */

import { closeSync, constants, openSync, readSync } from 'node:fs'
import { type Fallible, ok } from '../fallible.js'
import type { JournalDamage } from './failure.js'
import { type Place, readJournal } from './reader.js'
import type { JournalRecord } from './record.js'

export interface Growth {
  /** On the disk, oldest first. */
  records: JournalRecord[]
  /** What was answered before holds no more: these are all that there are. */
  isAnew: boolean
}

export class GrowingJournal {
  readonly #file: string
  readonly #uid: number
  #place: Place | null = null

  constructor(file: string, uid: number) {
    this.#file = file
    this.#uid = uid
  }

  look(): Fallible<Growth, JournalDamage> {
    const place = this.#place && isStill(this.#file, this.#place) ? this.#place : null
    const read = readJournal(this.#file, { uid: this.#uid, durable: true, ...(place ? { from: place } : {}) })
    if (!read.ok) return read
    const { records, format, host, length, sum } = read.value
    this.#place = { seq: (place?.seq ?? 0) + records.length, sum, length, format, host }
    return ok({ records, isAnew: place === null })
  }
}

/**
 * A batch that did not fit is cut off again, and others may follow where it was. The checksum of the last record covers all
 * before it, so that where it still stands in its place nothing was changed.
 */
function isStill(file: string, { sum, length }: Place): boolean {
  const wanted = `"sum":"${sum}"}\n`
  const found = Buffer.alloc(wanted.length)
  try {
    const fd = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const taken = length > wanted.length ? readSync(fd, found, 0, found.length, length - found.length) : 0
      return found.toString('latin1', 0, taken) === wanted
    } finally {
      closeSync(fd)
    }
  } catch {
    return false
  }
}
