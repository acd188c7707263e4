/**
 * A disk that is gone at any of its syncs: what was not yet synced is kept, dropped, torn, or there as zeros, write by
 * write, and a new name may be lost with its folder. Whatever it did, recovery loses nothing that was acknowledged.
 */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { disk, type FileOps } from '../src/journal/file-ops.js'
import { readJournal } from '../src/journal/reader.js'
import { continueJournal, openWriter, type Writer } from '../src/journal/writer.js'

const fates = ['kept', 'dropped', 'torn', 'zeroed'] as const
type Fate = (typeof fates)[number]
type Op = { at: number; bytes: Buffer } | { cut: number }

/** Every fate that a power cut may give to what is pending, drawn one by one; and where the power is cut. */
interface Cut {
  sync: number
  draw: () => number
}

class PowerCut extends Error {}

/** Files in a folder of memory; what the journal does to them goes through here, and is remembered until it is synced. */
class Disk {
  durable: Buffer = Buffer.alloc(0)
  isNamed = false
  #wasMade = false
  #pending: Op[] = []
  #length = 0
  #syncs = 0
  #cut: Cut | null = null
  readonly path: string
  readonly fs: FileOps

  constructor(path: string) {
    this.path = path
    const isFile = new Set<number>()
    this.fs = {
      ...disk,
      open: (at, flags, mode) => {
        const fd = disk.open(at, flags, mode)
        if (at === path) {
          isFile.add(fd)
          this.#wasMade = true
        }
        return fd
      },
      write: (fd, bytes, offset, length) => {
        // A page at a time, so that a batch is many writes.
        const taken = Math.min(length, 97)
        const part = Buffer.from(bytes.subarray(offset, offset + taken))
        this.#pending.push({ at: this.#length, bytes: part })
        this.#length += taken
        return disk.write(fd, bytes, offset, taken)
      },
      ftruncate: (fd, length) => {
        this.#pending.push({ cut: length })
        this.#length = length
        disk.ftruncate(fd, length)
      },
      fdatasync: () => {
        this.#count()
        this.durable = this.#apply(() => 'kept')
        this.#pending = []
      },
      fsync: fd => {
        this.#count()
        if (!isFile.has(fd)) this.isNamed ||= this.#wasMade
      },
    }
  }

  get syncs(): number {
    return this.#syncs
  }

  /** The next life: the file is as it was left. */
  plug(cut: Cut | null): void {
    this.#cut = cut
    this.#syncs = 0
    this.#length = existsSync(this.path) ? readFileSync(this.path).length : 0
  }

  /** What the disk holds once the power is back. */
  settle(draw: () => number): void {
    const left = this.#apply(() => fates[draw() % fates.length]!, draw)
    if (!this.isNamed && draw() % 2 === 0) rmSync(this.path, { force: true })
    else if (existsSync(this.path)) {
      writeFileSync(this.path, left)
      this.isNamed = true
    }
    this.#wasMade = existsSync(this.path)
    this.#pending = []
    this.durable = existsSync(this.path) ? readFileSync(this.path) : Buffer.alloc(0)
  }

  #count(): void {
    this.#syncs++
    if (this.#cut?.sync === this.#syncs) throw new PowerCut('the power is cut')
  }

  #apply(fateOf: () => Fate, draw: () => number = () => 0): Buffer {
    let bytes = this.durable
    const put = (at: number, part: Buffer): void => {
      const end = Math.max(bytes.length, at + part.length)
      const next = Buffer.alloc(end)
      bytes.copy(next)
      part.copy(next, at)
      bytes = next
    }
    for (const op of this.#pending) {
      const fate = fateOf()
      if ('cut' in op) {
        if (fate === 'kept') bytes = bytes.subarray(0, op.cut)
      } else if (fate === 'kept') put(op.at, op.bytes)
      else if (fate === 'torn') put(op.at, op.bytes.subarray(0, draw() % op.bytes.length))
      else if (fate === 'zeroed') put(op.at, Buffer.alloc(op.bytes.length))
    }
    return bytes
  }
}

const event = (text: string) => ({ type: 'task-skipped', task: 't', why: text })
const textOf = (record: { event: object }): string => (record.event as { why: string }).why

/** The runner of one file's lives. */
class Lives {
  readonly disk: Disk
  /** All that was ever appended and may be there, and how much of it was acknowledged. */
  written: string[] = []
  acknowledged = 0
  #serial = 0
  recoveries = 0

  constructor(path: string) {
    this.disk = new Disk(path)
  }

  /** A host's life until it is through, or the power is cut; true where it was. */
  live(batches: number[], cut: Cut | null): boolean {
    this.disk.plug(cut)
    const isOver = this.#host(batches)
    if (isOver) return false
    // Now and then only the host is killed: then the next one reads what no disk holds yet.
    if (cut!.draw() % 3 > 0) this.disk.settle(cut!.draw)
    return true
  }

  #host(batches: number[]): boolean {
    const writer = this.#open()
    if (!writer) return false
    for (const size of batches) {
      for (let i = 0; i < size; i++) {
        const text = `${this.#serial++} ${'x'.repeat((this.#serial * 37) % 150)}`
        this.written.push(text)
        writer.append(event(text))
      }
      if (!writer.flush().ok) {
        writer.close()
        return false
      }
      this.acknowledged = this.written.length
    }
    writer.close()
    return true
  }

  /** Null where the power was cut before it was open. */
  #open(): Writer | null {
    const options = { clock: () => 'now', boot: 'b', host: '0.1.0', fs: this.disk.fs }
    const { path } = this.disk
    if (!existsSync(path)) {
      if (this.acknowledged > 0) throw new Error('the journal is gone, and something in it was acknowledged')
      this.written = []
      const made = openWriter(path, options)
      return made.ok ? made.value : null
    }
    const continued = continueJournal(path, options)
    if (!continued.ok) {
      if (continued.error.code === 'journal.damaged') throw new Error(continued.error.message)
      return null
    }
    this.recoveries++
    this.#compare(continued.value.records.map(textOf))
    return continued.value.writer
  }

  #compare(found: string[]): void {
    if (found.length < this.acknowledged)
      throw new Error(`lost: ${this.acknowledged} were acknowledged, ${found.length} found`)
    const expected = this.written.slice(0, found.length)
    if (JSON.stringify(found) !== JSON.stringify(expected))
      throw new Error('something else was found than was written')
    this.written = found
    this.acknowledged = found.length
  }
}

const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const numRuns = Number(process.env.EDGEWISE_DISKS ?? 150)
const seed = Number(process.env.EDGEWISE_SEED ?? Date.now() % 2 ** 31)

t.test(
  'F60, F62, F63, F64: at each sync, whatever became of what was not synced',
  { timeout: 0 },
  async t => {
    const folder = mkdtempSync(join(memory, 'edgewise-disk-'))
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'journal.jsonl')
    const batches = [1, 3, 1, 2, 6, 1]
    let points = 0
    let recoveries = 0
    const began = performance.now()
    t.comment(`EDGEWISE_SEED=${seed}`)
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat({ max: 2 ** 20 })),
        fc.integer({ min: 1, max: 3 }),
        (stream, again) => {
          const draw = (): number => stream.next().value
          // The first sync of each life is that of the name, or of what recovery found; then one for each batch.
          for (let sync = 1; sync <= batches.length + 1; sync++) {
            rmSync(path, { force: true })
            const lives = new Lives(path)
            if (!lives.live(batches, { sync, draw })) throw new Error(`sync ${sync} never came`)
            points++
            // And again in the middle of the recovery, or soon after it.
            for (let i = 0; i < again; i++) {
              if (lives.live([2, 1], { sync: 1 + (draw() % 3), draw })) points++
            }
            if (lives.live([1], null)) throw new Error('the power was cut by nobody')
            const read = readJournal(path)
            if (!read.ok || read.value.torn || read.value.records.length !== lives.acknowledged)
              throw new Error('the last life did not leave a whole journal')
            recoveries += lives.recoveries
          }
        },
      ),
      { numRuns, seed },
    )
    const each = (points / (performance.now() - began)) * 1000
    t.comment(`${points} power cuts, ${recoveries} recoveries, ${Math.round(each)} cuts a second`)
    t.ok(points > numRuns * 7 && recoveries > numRuns * 7)
  },
)
