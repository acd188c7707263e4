// What qemu's blklogwrites records of a disk: every write and every flush in order. After a power cut the disk is rebuilt
// from it, so that what was written and never flushed can really be lost.
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs'

const sector = 512
const magic = 0x6a736677736872n
const flags = { flush: 1, discard: 4 }
/** What a disk writes whole or not at all, for the writes that a power cut tears. Bytes. */
const page = 4096

/** Follows a log while it grows: `advance` gives how many writes and flushes it holds by now. */
export function followLog(path) {
  let at = sector
  let count = 0
  const fd = openSync(path, 'r')
  return {
    advance() {
      const { size } = fstatSync(fd)
      for (let entry = entryAt(fd, at, size); entry; entry = entryAt(fd, at, size)) {
        at = entry.end
        count++
      }
      return count
    },
    close: () => closeSync(fd),
  }
}

/**
 * All entries: `{ kind: 'write' | 'flush', offset, length, data }`, offsets and lengths in bytes, `data` where in the log the bytes are.
 * A request that was in flight when qemu was killed may have left a hole; what follows it is found again.
 */
export function readLog(path) {
  const fd = openSync(path, 'r')
  try {
    const { size } = fstatSync(fd)
    const head = Buffer.alloc(sector)
    if (readSync(fd, head, 0, sector, 0) < sector || head.readBigUInt64LE(0) !== magic) return []
    if (head.readUInt32LE(24) !== sector) throw new Error('the log has other sectors than 512 bytes')
    const entries = []
    for (let at = sector; at + sector <= size; ) {
      const entry = entryAt(fd, at, size)
      if (entry) entries.push(entry)
      at = entry ? entry.end : nextEntry(fd, at + sector, size)
    }
    return entries
  } finally {
    closeSync(fd)
  }
}

/** Where entries go on after a hole: the first place from which they follow each other to the end of the log. */
function nextEntry(fd, from, size) {
  for (let start = from; start + sector <= size; start += sector) {
    let at = start
    for (let entry = entryAt(fd, at, size); entry; entry = entryAt(fd, at, size)) at = entry.end
    if (at > start && at + sector > size) return start
  }
  return size
}

/** A header of 32 bytes, zeros up to the end of its sector, then the data. */
function entryAt(fd, at, size) {
  const head = Buffer.alloc(sector)
  if (at + sector > size || readSync(fd, head, 0, sector, at) < sector) return null
  const [offset, length, flag, extra] = [0, 8, 16, 24].map(place => Number(head.readBigUInt64LE(place)))
  if (extra !== 0 || flag > 7 || head.subarray(32).some(byte => byte !== 0)) return null
  if (length === 0 && (flag & flags.flush) === 0) return null
  const bytes = flag & flags.discard ? 0 : length * sector
  const end = at + sector + bytes
  if (end > size) return null
  const kind = length === 0 || bytes === 0 ? 'flush' : 'write'
  return { kind, flag, offset: offset * sector, length: bytes, data: at + sector, end }
}

/**
 * What a disk may hold after its power was cut: all up to the last flush, and of what came later each page or none of it, as chance has it.
 * Gives the pieces to write, in order, and how much was lost. Without `chance` nothing is lost: the machine was shut down.
 */
export function survivors(entries, chance) {
  const lastFlush = chance ? entries.findLastIndex(entry => (entry.flag & flags.flush) !== 0) : entries.length
  const pieces = []
  let lost = 0
  let unflushed = 0
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'write') continue
    if (index <= lastFlush) {
      pieces.push(entry)
      continue
    }
    for (let done = 0; done < entry.length; done += page) {
      const length = Math.min(page, entry.length - done)
      unflushed++
      if (chance() < 0.5) pieces.push({ offset: entry.offset + done, length, data: entry.data + done })
      else lost++
    }
  }
  return { pieces, unflushed, lost }
}

/** Writes the pieces of a log to a disk's image. */
export function replay(log, pieces, image) {
  const from = openSync(log, 'r')
  const to = openSync(image, 'r+')
  try {
    for (const { offset, length, data } of pieces) {
      const bytes = Buffer.alloc(length)
      let read = 0
      while (read < length) {
        const count = readSync(from, bytes, read, length - read, data + read)
        if (count === 0) throw new Error('the log is shorter than its entries')
        read += count
      }
      for (let written = 0; written < length; )
        written += writeSync(to, bytes, written, length - written, offset + written)
    }
  } finally {
    closeSync(from)
    closeSync(to)
  }
}
