import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import t from 'tap'
import {
  defaultStateDirectory,
  findStateDirectory,
  openStateDirectory,
  stepDirectories,
} from '../src/journal/directory.js'
import { disk, type FileOps } from '../src/journal/file-ops.js'
import { GrowingJournal } from '../src/journal/growing.js'
import { removeHold, writeHold } from '../src/journal/holds.js'
import { takeLock } from '../src/journal/lock.js'
import { bootId, machineId } from '../src/journal/machine.js'
import { readJournal } from '../src/journal/reader.js'
import { ROOT, writeRecord } from '../src/journal/record.js'
import { appliedPlan, createRun, listRuns, newRunId, openRun } from '../src/journal/runs.js'
import { continueJournal, openWriter, type Writer } from '../src/journal/writer.js'
import { isClosedGroup } from '../src/manifest/walk.js'

const root = process.getuid?.() === 0
const mayTrace = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status === 0
const traced = { skip: mayTrace ? false : 'needs strace, and ptrace' }
const asRoot = { skip: root ? false : 'needs root' }

let second = 0
const options = (fs: FileOps = disk) => ({
  clock: () => new Date(Date.UTC(2026, 10, 23) + 1000 * second++).toISOString(),
  boot: 'b0071d',
  host: '0.1.0',
  fs,
})

const event = (text: string) => ({ type: 'task-skipped', task: 't', why: text })

function unwrap<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`unexpected failure: ${JSON.stringify(result.error)}`)
  return result.value
}

function failure<E>(result: { ok: true; value: unknown } | { ok: false; error: E }): E {
  if (result.ok) throw new Error('a failure was expected')
  return result.error
}

/** A folder that is gone when its test is. */
function scratch(test: { teardown(end: () => void): void }): string {
  const path = mkdtempSync(join(tmpdir(), 'edgewise-journal-'))
  chmodSync(path, 0o755)
  test.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A disk of one file, in memory, that tells what was synced from what was only written. */
function memoryDisk(before: Buffer = Buffer.alloc(0)) {
  const file = { bytes: before, synced: before.length, writes: 0, syncs: 0 }
  const fs: FileOps = {
    open: () => 1_000_000,
    write: (_fd, bytes, offset, length) => {
      file.writes += 1
      file.bytes = Buffer.concat([file.bytes, bytes.subarray(offset, offset + length)])
      return length
    },
    fdatasync: () => {
      file.syncs += 1
      file.synced = file.bytes.length
    },
    fsync: () => {},
    ftruncate: (_fd, length) => {
      file.bytes = file.bytes.subarray(0, length)
    },
    close: () => {},
    isStillAt: () => true,
  }
  return { file, fs }
}

/** Batches of events as a journal; where each line ends; and the newest record that a later batch calls synced. */
function journalOf(batches: string[][]): { bytes: Buffer; ends: number[]; proven: number } {
  const { file, fs } = memoryDisk()
  const writer = unwrap(openWriter('/memory', options(fs)))
  let proven = 0
  let seq = 0
  for (const batch of batches) {
    proven = seq
    for (const text of batch) seq = writer.append(event(text))
    unwrap(writer.flush())
  }
  const ends: number[] = []
  for (let at = file.bytes.indexOf(10); at !== -1; at = file.bytes.indexOf(10, at + 1)) ends.push(at + 1)
  return { bytes: file.bytes, ends, proven }
}

const sample = () =>
  journalOf([['commit'], ['a', 'a "quoted"\nline\u2028 of é'], ['b', 'c', 'd'], ['e'], ['f', 'g']])

t.test('records come back as they were written, and fit their schema', async t => {
  const dir = scratch(t)
  const path = join(dir, 'journal.jsonl')
  const umask = process.umask(0)
  const writer = unwrap(openWriter(path, options()))
  process.umask(umask)
  t.equal(statSync(path).mode & 0o7777, 0o600, 'whatever the umask is')
  const texts = ['plain', 'quote " and \\ and \n', 'é \u2028 \ud800 💾', '']
  t.same(
    texts.map(text => writer.append(event(text))),
    [1, 2, 3, 4],
  )
  t.equal(writer.pending, 4)
  t.equal(readFileSync(path, 'utf8'), '', 'nothing is written before the flush')
  unwrap(writer.flush())
  t.equal(writer.pending, 0)
  t.equal(writer.syncs, 1, 'one sync for all of them')
  unwrap(writer.flush())
  t.equal(writer.syncs, 1, 'none where there is nothing to sync')
  writer.append(event('last'))
  unwrap(writer.close())
  const journal = unwrap(readJournal(path))
  t.same(
    journal.records.map(record => record.event),
    [...texts, 'last'].map(event),
  )
  t.match(journal, { format: 1, host: '0.1.0', torn: undefined })
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  const schema = JSON.parse(readFileSync('protocol/journal.schema.json', 'utf8'))
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema)
  t.ok(lines.every(line => validate(JSON.parse(line))))
  t.notOk(validate({ ...JSON.parse(lines[0] ?? ''), sum: 'xyz' }))
  t.notOk(validate({ ...JSON.parse(lines[0] ?? ''), event: {} }))
  t.match(JSON.parse(lines[0] ?? ''), {
    seq: 1,
    format: 1,
    host: '0.1.0',
    synced: 0,
    prev: ROOT,
    boot: 'b0071d',
  })
  t.notMatch(lines[1], '"synced"', 'only the first record of a batch tells what was synced')
  t.equal(JSON.parse(lines[4] ?? '').synced, 4)
  t.equal(failure(openWriter(path, options())).code, 'journal.exists', 'never written over')
})

t.test('F77: a journal that grows is read on from where the last look came to', async t => {
  const dir = scratch(t)
  const path = join(dir, 'journal.jsonl')
  const { bytes, ends } = sample()
  const write = (...parts: (Buffer | string)[]): void => {
    rmSync(path, { force: true })
    writeFileSync(path, Buffer.concat(parts.map(part => Buffer.from(part))), { mode: 0o600 })
  }
  const upTo = (record: number): Buffer => bytes.subarray(0, record === 0 ? 0 : ends[record - 1])
  const growing = new GrowingJournal(path, process.getuid?.() ?? 0)
  const look = () => {
    const { records, isAnew } = unwrap(growing.look())
    return [isAnew, ...records.map(({ seq }) => seq)]
  }
  write(upTo(3))
  t.same(look(), [true, 1, 2, 3])
  t.same(look(), [false])
  write(upTo(5))
  t.same(look(), [false, 4, 5], 'the same records in another file are no news')
  write(upTo(5), '{"seq":6,"time":')
  t.same(look(), [false], 'a torn tail is not told')
  write(upTo(7))
  t.same(look(), [false, 6, 7], 'nor in the way when it is cut')

  const other = journalOf([['commit'], ['a'], ['another', 'end', 'of it', 'all', 'with', 'more', 'records']])
  write(upTo(4))
  t.same(look(), [true, 1, 2, 3, 4], 'a batch that was seen was given back')
  write(other.bytes)
  t.same(look(), [true, 1, 2, 3, 4, 5, 6, 7, 8, 9], 'another journal is there')
  const damaged = Buffer.from(bytes)
  damaged[ends[5]! + 60]! ^= 1
  write(upTo(4))
  look()
  write(damaged)
  t.match(failure(growing.look()), { code: 'journal.damaged', line: 7, offset: ends[5] })
})

t.test('F60: any cut of a journal recovers all that was synced before it, and nothing else', async t => {
  const { bytes, ends } = sample()
  let wrong = 0
  for (let cut = 0; cut <= bytes.length; cut++) {
    const journal = unwrap(readJournal(bytes.subarray(0, cut)))
    const whole = ends.filter(end => end <= cut)
    const expected = { records: whole.length, length: whole.at(-1) ?? 0, torn: cut - (whole.at(-1) ?? 0) }
    const found = { records: journal.records.length, length: journal.length, torn: journal.torn?.bytes ?? 0 }
    if (JSON.stringify(found) !== JSON.stringify(expected)) wrong += 1
    if (journal.torn && (journal.torn.line !== whole.length + 1 || journal.torn.offset !== expected.length))
      wrong += 1
  }
  t.equal(wrong, 0, `${bytes.length + 1} cuts`)
})

t.test('F61: any flipped bit that was on the disk whole is refused with its line and offset', async t => {
  const { bytes, ends, proven } = sample()
  t.equal(proven, 7)
  let wrong = 0
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const at = bit >> 3
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] as number) ^ (1 << (bit & 7))
    const line = ends.findIndex(end => at < end) + 1
    const offset = ends[line - 2] ?? 0
    const read = readJournal(flipped, { name: 'j' })
    const refused = !read.ok && read.error.line === line && read.error.offset === offset
    const torn = read.ok && read.value.torn?.line === line && read.value.records.length === line - 1
    if (line <= proven ? !refused : !torn) wrong += 1
  }
  t.equal(wrong, 0, `${bytes.length * 8} bits`)
  const broken = Buffer.from(bytes)
  broken.write('X', (ends[1] as number) + 20)
  const damage = failure(readJournal(broken, { name: '/s/journal.jsonl' }))
  t.match(damage, { code: 'journal.damaged', file: '/s/journal.jsonl', line: 3, offset: ends[1] })
  t.match(damage.message, `/s/journal.jsonl, line 3 (byte ${ends[1]}) is damaged`)
  t.match(damage.hint, 'backup')
  const missing = Buffer.concat([bytes.subarray(0, ends[0]), bytes.subarray(ends[1])])
  t.match(failure(readJournal(missing)), { code: 'journal.damaged', line: 2 }, 'a record is missing')
  const twice = Buffer.concat([bytes.subarray(0, ends[4]), bytes.subarray(ends[3])])
  t.match(failure(readJournal(twice)), { code: 'journal.damaged', line: 6 }, 'a record stands there twice')
  const foreign = journalOf([['x'], ['y'], ['z']])
  const spliced = Buffer.concat([bytes.subarray(0, ends[0]), foreign.bytes.subarray(foreign.ends[0])])
  t.match(
    failure(readJournal(spliced)),
    { code: 'journal.damaged', line: 2 },
    "records of another run's journal",
  )
  const common = { time: 'now', boot: 'b', event: event('a') }
  const first = writeRecord({ ...common, seq: 1, prev: ROOT })
  const third = writeRecord({ ...common, seq: 3, prev: first.sum, synced: 2 })
  const gap = Buffer.from(`${first.line}\n${third.line}\n`)
  t.match(failure(readJournal(gap)), { code: 'journal.damaged', line: 2 }, 'a sequence number is left out')
})

t.test('F62: a zero-filled tail is torn, whatever its length', async t => {
  const { bytes, ends } = sample()
  for (const zeros of [1, 4096, 300_000]) {
    const journal = unwrap(readJournal(Buffer.concat([bytes, Buffer.alloc(zeros)])))
    t.match(journal, { records: { length: ends.length }, torn: { offset: bytes.length, bytes: zeros } })
  }
})

t.test(
  'crashes: what was acknowledged survives every loss of what was not synced, crash after crash',
  async t => {
    const dir = scratch(t)
    const path = join(dir, 'journal.jsonl')
    const session = fc.record({
      batches: fc.array(fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 4 }), {
        maxLength: 4,
      }),
      unsynced: fc.array(fc.string({ maxLength: 40 }), { minLength: 1, maxLength: 4 }),
      fate: fc.constantFrom('kept', 'dropped', 'torn', 'zeroed', 'garbage'),
      at: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 4 }), sessions => {
        rmSync(path, { force: true })
        let acknowledged: string[] = []
        let pending: string[] = []
        for (const { batches, unsynced, fate, at } of sessions) {
          let writer: Writer
          const fs: FileOps = {
            ...disk,
            write: (fd, bytes, offset, length) =>
              disk.write(fd, bytes, offset, Math.min(length, 1 + (at % 50))),
          }
          if (existsSync(path)) {
            const continued = unwrap(continueJournal(path, options(fs)))
            const texts = continued.records.map(record => (record.event as { why: string }).why)
            const all = [...acknowledged, ...pending]
            if (JSON.stringify(texts) !== JSON.stringify(all.slice(0, texts.length)))
              throw new Error('not a prefix')
            if (texts.length < acknowledged.length) throw new Error('lost what was acknowledged')
            acknowledged = texts
            writer = continued.writer
          } else writer = unwrap(openWriter(path, options(fs)))
          for (const batch of batches) {
            for (const text of batch) writer.append(event(text))
            unwrap(writer.flush())
            acknowledged.push(...batch)
          }
          const synced = statSync(path).size
          for (const text of unsynced) writer.append(event(text))
          fs.fdatasync = () => {
            throw Object.assign(new Error('EIO: gone'), { code: 'EIO' })
          }
          failure(writer.flush())
          writer.close()
          pending = unsynced
          const bytes = readFileSync(path)
          const cut = synced + (at % (bytes.length - synced + 1))
          const kept = bytes.subarray(0, cut)
          const lost = bytes.length - cut
          if (fate === 'dropped') writeFileSync(path, bytes.subarray(0, synced))
          if (fate === 'torn') writeFileSync(path, kept)
          if (fate === 'zeroed') writeFileSync(path, Buffer.concat([kept, Buffer.alloc(lost)]))
          if (fate === 'garbage')
            writeFileSync(path, Buffer.concat([kept, Buffer.alloc(lost, '{"seq":1}\n')]))
        }
      }),
      { numRuns: 150 },
    )
  },
)

t.test('continuing cuts the torn tail, says so, syncs what it builds on and keeps the chain', async t => {
  const dir = scratch(t)
  const path = join(dir, 'journal.jsonl')
  const { bytes, ends } = sample()
  writeFileSync(path, bytes.subarray(0, bytes.length - 5), { mode: 0o600 })
  t.equal(unwrap(readJournal(path)).records.length, ends.length - 1)
  t.equal(statSync(path).size, bytes.length - 5, 'a reader cuts nothing')
  const calls: string[] = []
  const watched: FileOps = {
    ...disk,
    ftruncate: (fd, length) => {
      calls.push('cut')
      disk.ftruncate(fd, length)
    },
    fdatasync: fd => {
      calls.push('sync')
      disk.fdatasync(fd)
    },
  }
  const { writer, records, notice } = unwrap(continueJournal(path, { ...options(watched), host: '0.2.0' }))
  t.same(calls, ['cut', 'sync'])
  t.equal(records.length, ends.length - 1)
  t.match(notice, /line 9 \(byte \d+\)/)
  t.equal(writer.append(event('after')), ends.length)
  unwrap(writer.close())
  const journal = unwrap(readJournal(path))
  t.match(journal, { records: { length: ends.length }, host: '0.2.0', torn: undefined })
  const last = JSON.parse(readFileSync(path, 'utf8').trimEnd().split('\n').at(-1) ?? '')
  t.match(last, { synced: ends.length - 1, format: 1, host: '0.2.0' })
  writeFileSync(path, Buffer.from(readFileSync(path)).fill('#', 30, 31))
  t.match(failure(continueJournal(path, options())), {
    code: 'journal.damaged',
    line: 1,
    offset: 0,
    file: path,
  })
})

t.test('F69: a newer format is refused, naming the version that wrote it', async t => {
  const first = {
    seq: 1,
    time: 'now',
    boot: 'b',
    prev: ROOT,
    synced: 0,
    format: 1,
    host: '0.1.0',
    event: event('a'),
  }
  const { line, sum } = writeRecord(first)
  const later = { ...first, seq: 2, prev: sum, synced: 1, format: 2, host: '9.1.0' }
  const bytes = Buffer.from(`${line}\n${writeRecord(later).line}\n`)
  const damage = failure(readJournal(bytes))
  t.match(damage, { code: 'journal.newer-format', line: 2, offset: line.length + 1 })
  t.match(damage.message, 'edgewise 9.1.0')
})

t.test('a short write is gone on with until all is written', async t => {
  const path = join(scratch(t), 'journal.jsonl')
  let writes = 0
  const fs: FileOps = {
    ...disk,
    write: (fd, bytes, offset, length) => {
      writes += 1
      return disk.write(fd, bytes, offset, Math.min(3, length))
    },
  }
  const writer = unwrap(openWriter(path, options(fs)))
  writer.append(event('one'))
  writer.append(event('two'))
  unwrap(writer.close())
  t.ok(writes > 50)
  t.equal(writer.syncs, 1)
  t.match(unwrap(readJournal(path)), { records: { length: 2 }, torn: undefined })
})

for (const [call, verb] of [
  ['fdatasync', 'synced'],
  ['write', 'written'],
] as const) {
  t.test(`F49: after EIO from ${call} the record is in doubt and nothing is tried again`, async t => {
    const path = join(scratch(t), 'journal.jsonl')
    let broken = false
    let calls = 0
    const failing =
      (real: (...given: never[]) => unknown) =>
      (...given: never[]) => {
        if (broken) calls += 1
        if (broken) throw Object.assign(new Error(`EIO: i/o error, ${call}`), { code: 'EIO' })
        return real(...given)
      }
    const fs = { ...disk, [call]: failing(disk[call]) } as FileOps
    const writer = unwrap(openWriter(path, options(fs)))
    writer.append(event('safe'))
    unwrap(writer.flush())
    broken = true
    writer.append(event('doubtful'))
    const first = failure(writer.flush())
    t.match(first, { code: 'journal.in-doubt', file: path })
    t.match(first.message, `could not be ${verb}: EIO: i/o error.`)
    t.match(first.hint, 'edgewise resume')
    broken = false
    writer.append(event('later'))
    t.equal(failure(writer.flush()), first)
    t.equal(failure(writer.close()), first)
    t.equal(calls, 1)
    t.notMatch(readFileSync(path, 'utf8'), 'later')
  })
}

t.test('F45: a full disk: the tail is cut back to the last whole record', async t => {
  const path = join(scratch(t), 'journal.jsonl')
  let room = 400
  const full: FileOps = {
    ...disk,
    write: (fd, bytes, offset, length) => {
      if (room === 0)
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
      const taken = disk.write(fd, bytes, offset, Math.min(room, length))
      room -= taken
      return taken
    },
  }
  const writer = unwrap(openWriter(path, options(full)))
  writer.append(event('fits'))
  unwrap(writer.flush())
  const before = readFileSync(path)
  writer.append(event('does not fit'.repeat(40)))
  const failed = failure(writer.flush())
  t.match(failed, { code: 'journal.no-space', file: path })
  t.match(failed.message, /ENOSPC.*Nothing of the last batch was kept/)
  t.match(failed.hint, 'Make room')
  t.same(readFileSync(path), before)
  room = 10_000
  t.equal(failure(writer.flush()), failed, 'the host stops; another goes on')
  writer.close()
  room = 40
  const stuck = {
    ...full,
    ftruncate: () => {
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' })
    },
  }
  const { writer: next } = unwrap(continueJournal(path, options(stuck)))
  next.append(event('x'))
  t.match(failure(next.flush()), { code: 'journal.in-doubt' }, 'where it cannot be cut it is in doubt')
  next.close()
  t.match(unwrap(readJournal(path)), { records: { length: 1 }, torn: { bytes: 40 } })
})

t.test('F45: a full disk, a real one, and on again when there is room', asRoot, async t => {
  const dir = scratch(t)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k,mode=0700', 'tmpfs', dir])
  t.teardown(() => execFileSync('umount', [dir]))
  const path = join(dir, 'journal.jsonl')
  const ballast = join(dir, 'ballast')
  writeFileSync(ballast, Buffer.alloc(4096))
  const writer = unwrap(openWriter(path, options()))
  let flushed = writer.flush()
  let kept = 0
  while (flushed.ok && kept < 100) {
    const seq = writer.append(event('x'.repeat(1500)))
    flushed = writer.flush()
    if (flushed.ok) kept = seq
  }
  t.match(failure(flushed), { code: 'journal.no-space', file: path })
  writer.close()
  t.match(unwrap(readJournal(path)), { records: { length: kept }, torn: undefined })
  rmSync(ballast)
  const { writer: next, records, notice } = unwrap(continueJournal(path, options()))
  t.equal(notice, undefined)
  t.equal(records.length, kept)
  t.equal(next.append(event('on')), kept + 1)
  unwrap(next.close())
  t.equal(unwrap(readJournal(path)).records.length, kept + 1)
})

t.test('the state directory is made with its modes, and only when asked for', async t => {
  t.equal(defaultStateDirectory(0, '/root', '/x'), '/var/lib/edgewise')
  t.equal(defaultStateDirectory(7, '/home/u'), '/home/u/.local/state/edgewise')
  t.equal(defaultStateDirectory(7, '/home/u', '/x'), '/x/edgewise')
  t.equal(
    defaultStateDirectory(7, '/home/u', 'x'),
    '/home/u/.local/state/edgewise',
    'a relative path is ignored',
  )
  const path = join(scratch(t), 'deep', 'state')
  t.equal(unwrap(findStateDirectory(path)), null)
  t.notOk(existsSync(path), 'looking makes nothing')
  const umask = process.umask(0o077)
  const state = unwrap(openStateDirectory(path))
  process.umask(umask)
  const mode = (at: string) => statSync(at).mode & 0o7777
  t.equal(mode(state.path), 0o711)
  t.equal(mode(state.runs), 0o700)
  t.equal(mode(state.steps), 0o711)
  t.same(unwrap(openStateDirectory(path)), state, 'and taken as it is the next time')
  t.same(unwrap(findStateDirectory(path)), state)
  const run = unwrap(createRun(state, 'r1'))
  t.equal(mode(run.path), 0o700)
  t.equal(mode(run.tasks), 0o700)
})

t.test("a step's folder is its user's alone", asRoot, async t => {
  const state = unwrap(openStateDirectory(join(scratch(t), 'state')))
  const own = (uid: number) => stepDirectories(state, [{ step: 'notes', uid, gid: uid }])
  const path = unwrap(own(65534)).get('notes')!
  t.match(lstatSync(path), { uid: 65534, gid: 65534 })
  t.equal(lstatSync(path).mode & 0o7777, 0o700)
  t.equal(unwrap(own(65534)).get('notes'), path)
  const other = failure(own(1))
  t.match(other, { code: 'state.untrusted', file: path })
  t.match(other.message, 'belongs to user 65534, not to 1')
})

t.test('F87: a state directory that others could have made or could change is refused', async t => {
  const dir = scratch(t)
  const real = join(dir, 'real')
  mkdirSync(real)
  const link = join(dir, 'link')
  symlinkSync(real, link)
  t.match(failure(openStateDirectory(link)), {
    code: 'state.untrusted',
    file: link,
    message: /symbolic link/,
  })
  t.match(failure(findStateDirectory(link)), { code: 'state.untrusted', file: link })
  const open = join(dir, 'open')
  mkdirSync(open)
  chmodSync(open, 0o777)
  t.match(failure(openStateDirectory(open)), { code: 'state.untrusted', file: open, message: /mode 0777/ })
  chmodSync(open, 0o770)
  t.match(failure(openStateDirectory(open)), { code: 'state.untrusted', message: /mode 0770/ })
  const inside = join(open, 'inside')
  chmodSync(open, 0o777)
  t.match(failure(openStateDirectory(inside)), {
    code: 'state.untrusted',
    message: new RegExp(`folder ${open} above`),
  })
  const file = join(dir, 'file')
  writeFileSync(file, '')
  t.match(failure(openStateDirectory(file)), { code: 'state.untrusted', message: /not a folder/ })
  t.match(failure(openStateDirectory(join(file, 'below'))), {
    code: 'state.unusable',
    message: /EEXIST|ENOTDIR/,
  })
  const planted = join(dir, 'planted')
  mkdirSync(planted, { mode: 0o711 })
  symlinkSync('/tmp', join(planted, 'runs'))
  t.match(failure(openStateDirectory(planted)), { code: 'state.untrusted', file: join(planted, 'runs') })
})

t.test('F87: a folder that a group can write is no place for a state directory', asRoot, async t => {
  const above = join(scratch(t), 'above')
  mkdirSync(above)
  const refusedFor = (gid: number, mode: number): string | null => {
    chownSync(above, 0, gid)
    chmodSync(above, mode)
    const opened = openStateDirectory(join(above, 'state'))
    return opened.ok ? null : opened.error.message
  }
  t.match(refusedFor(4, 0o775), `the folder ${above} above it lets the group 4 write to it`)
  t.match(refusedFor(4, 0o770), 'the group 4')
  t.equal(refusedFor(4, 0o1775), null, 'a sticky one keeps names to their owners')
  t.equal(refusedFor(4, 0o755), null)
  t.equal(refusedFor(0, 0o775), null, "root's own group is root")
  t.notOk(isClosedGroup({ uid: 0, gid: 1000 }, { uid: 1000, gid: 1000 }), "another's folder")
  t.ok(isClosedGroup({ uid: 1000, gid: 1000 }, { uid: 1000, gid: 1000 }), "a user's private group")
  t.notOk(isClosedGroup({ uid: 1000, gid: 100 }, { uid: 1000, gid: 100 }), 'a group of many')
})

t.test('F86: what is planted where a unit is held is refused, and nothing hangs on it', async t => {
  const state = unwrap(openStateDirectory(join(scratch(t), 'state')))
  const elsewhere = join(state.path, 'elsewhere')
  writeFileSync(elsewhere, 'text', { mode: 0o600 })
  t.ok(writeHold(state, 'u.service', 'text').ok)
  const file = join(state.path, 'holds', 'u.service')
  const plants: [string, RegExp, () => void][] = [
    ['symbolic link', /symbolic link/, () => symlinkSync(elsewhere, file)],
    ['FIFO', /FIFO/, () => void execFileSync('mkfifo', ['-m', '600', file])],
    ['hard link', /hard link/, () => linkSync(elsewhere, file)],
  ]
  for (const [name, message, plant] of plants) {
    rmSync(file)
    plant()
    t.match(failure(writeHold(state, 'u.service', 'text')), { code: 'state.untrusted', file, message }, name)
  }
  t.ok(removeHold(state, 'u.service').ok, 'whatever it is, its name can be taken away')
  t.equal(readFileSync(elsewhere, 'utf8'), 'text')
  const folder = join(state.path, 'holds')
  rmSync(folder, { recursive: true })
  const other = join(state.path, 'other')
  mkdirSync(other)
  writeFileSync(join(other, 'u.service'), 'text')
  symlinkSync(other, folder)
  t.match(failure(removeHold(state, 'u.service')), { code: 'state.untrusted', file: folder })
  t.match(failure(writeHold(state, 'u.service', 'text')), { code: 'state.untrusted', file: folder })
  t.ok(existsSync(join(other, 'u.service')), 'nothing is removed behind a link')
})

t.test('F61: a sound checksum makes no record of a line that is no JSON', async t => {
  const path = join(scratch(t), 'journal.jsonl')
  const line = (seq: number, prev: string, synced?: number) =>
    writeRecord({
      seq,
      time: 't',
      boot: 'b',
      ...(synced === undefined ? {} : { synced }),
      prev,
      event: event(`${seq}`),
    })
  const first = line(1, ROOT, 0)
  const forge = (open: string) => {
    const sum = createHash('sha256').update(open).digest('hex').slice(0, 16)
    return { line: `${open},"sum":"${sum}"}`, sum }
  }
  const rest = `"time":"t","boot":"b","prev":"${first.sum}","event":`
  for (const open of [`{"seq":2,${rest}{"type":,}`, `{"seq":2,${rest}null`, `{"seq":2,${rest}{"type":7}`]) {
    const forged = forge(open)
    writeFileSync(path, `${first.line}\n${forged.line}\n`, { mode: 0o600 })
    t.match(unwrap(readJournal(path)), { records: { length: 1 }, torn: { line: 2 } }, 'at the end it is torn')
    writeFileSync(path, `${first.line}\n${forged.line}\n${line(3, forged.sum, 2).line}\n`, { mode: 0o600 })
    t.match(failure(readJournal(path)), { code: 'journal.damaged', line: 2, file: path }, 'before its proof')
  }
})

t.test('F68: parents that are made on the way have their names synced as well', traced, async t => {
  const dir = scratch(t)
  const log = join(dir, 'trace')
  const bundle = join(dir, 'open.mjs')
  buildSync({
    stdin: {
      contents: `import { openStateDirectory } from './src/journal/directory.ts'
        const made = openStateDirectory(process.argv[2])
        if (!made.ok) throw new Error(made.error.message)`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: bundle,
    logLevel: 'silent',
  })
  const path = join(dir, 'x', 'y', 'state')
  execFileSync('strace', [
    '-f',
    '-y',
    '-e',
    'trace=fsync,fdatasync',
    '-o',
    log,
    process.execPath,
    bundle,
    path,
  ])
  const synced = readFileSync(log, 'utf8')
  for (const folder of [dir, join(dir, 'x'), join(dir, 'x', 'y'), path])
    t.match(synced, new RegExp(`sync\\(\\d+<${folder}>\\) += 0`), folder)
})

t.test('F87: a state directory of another user is refused', asRoot, async t => {
  const path = join(scratch(t), 'theirs')
  mkdirSync(path)
  chownSync(path, 65534, 65534)
  t.match(failure(openStateDirectory(path)), { code: 'state.untrusted', file: path, message: /user 65534/ })
})

t.test('F86: a planted link, FIFO or hard link is refused, and nothing hangs on it', async t => {
  const state = unwrap(openStateDirectory(join(scratch(t), 'state')))
  const run = unwrap(createRun(state, 'r1'))
  const elsewhere = join(state.path, 'elsewhere')
  writeFileSync(elsewhere, 'precious', { mode: 0o600 })
  const plants: [string, RegExp, (at: string) => void][] = [
    ['symbolic link', /symbolic link/, at => symlinkSync(elsewhere, at)],
    ['dangling link', /symbolic link/, at => symlinkSync('/nonexistent/x', at)],
    ['FIFO', /FIFO/, at => void execFileSync('mkfifo', ['-m', '600', at])],
    ['hard link', /hard link, one of 3 names/, at => linkSync(elsewhere, at)],
    ['folder', /not a regular file/, at => mkdirSync(at)],
  ]
  for (const [name, why, plant] of plants) {
    plant(run.journal)
    plant(state.lock)
    const refused = { code: 'state.untrusted', file: run.journal, message: why }
    t.match(failure(readJournal(run.journal)), refused, `${name}: read`)
    t.match(failure(continueJournal(run.journal, options())), refused, `${name}: continued`)
    t.match(failure(openWriter(run.journal, options())), { code: 'journal.exists' }, `${name}: made`)
    t.match(failure(openRun(state)), refused, `${name}: listed`)
    t.match(failure(takeLock(state, { since: 'now', command: 'test' })), { ...refused, file: state.lock })
    rmSync(run.journal, { recursive: true })
    rmSync(state.lock, { recursive: true })
  }
  t.equal(readFileSync(elsewhere, 'utf8'), 'precious')
  t.notOk(existsSync('/nonexistent'))
  writeFileSync(run.journal, '')
  chmodSync(run.journal, 0o666)
  t.match(failure(continueJournal(run.journal, options())), { code: 'state.untrusted', message: /mode 0666/ })
})

t.test('runs: their names sort by time, and one that has not ended is the open one', async t => {
  t.equal(newRunId(new Date('2026-11-23T16:15:12.345Z'), 'ab12'), 'r20261123-161512-ab12')
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('9000-01-01'), noInvalidDate: true }),
      fc.nat(),
      (date, more) => {
        const first = newRunId(date, 'zz')
        const later = newRunId(new Date(date.getTime() + 1000 + more), 'aa')
        return first < later && /^[a-z][a-z0-9._-]{0,63}$/.test(first)
      },
    ),
  )
  const state = unwrap(openStateDirectory(join(scratch(t), 'state')))
  t.equal(unwrap(openRun(state)), null)
  const run = (name: string, digest: string, ...events: { type: string }[]) => {
    const folder = unwrap(createRun(state, name))
    const writer = unwrap(openWriter(folder.journal, options()))
    const plan = { digest, steps: 'x'.repeat(70_000) }
    for (const next of [{ type: 'run-committed', run: name, plan }, ...events]) writer.append(next)
    unwrap(writer.close())
    return folder.journal
  }
  run('r1', 'd1', event('big'.repeat(30_000)), { type: 'run-completed' })
  run('r2', 'd2', { type: 'run-abandoned' })
  const third = run('r3', 'd3', event('a'))
  unwrap(createRun(state, 'r4'))
  const empty = unwrap(createRun(state, 'r5')).journal
  writeFileSync(empty, '{"seq":1,"ti', { mode: 0o600 })
  t.match(unwrap(listRuns(state)), [
    { run: 'r1', state: 'completed', seq: 3 },
    { run: 'r2', state: 'abandoned', seq: 2 },
    { run: 'r3', state: 'open', seq: 2 },
    { run: 'r4', state: 'uncommitted', seq: 0, time: null },
    { run: 'r5', state: 'uncommitted' },
  ])
  t.match(unwrap(openRun(state)), { run: 'r3', journal: third })
  t.match(unwrap(appliedPlan(state, 'd2')), { run: 'r2' })
  t.equal(unwrap(appliedPlan(state, 'd4')), null)
  const sound = readFileSync(third)
  for (const tail of [Buffer.alloc(50_000), Buffer.from('{"seq":3'), Buffer.from('\n\n{}\n')]) {
    writeFileSync(third, Buffer.concat([sound, tail]))
    t.match(unwrap(openRun(state)), { run: 'r3', seq: 2 }, 'a torn tail does not hide the record before it')
  }
  const { writer } = unwrap(continueJournal(third, options()))
  writer.append({ type: 'run-completed' })
  unwrap(writer.close())
  t.equal(unwrap(openRun(state)), null)
})

t.test('the machine has an id that plans may carry, and each boot another', async t => {
  const dir = scratch(t)
  const file = join(dir, 'machine-id')
  t.equal(unwrap(machineId(null, file)), null)
  writeFileSync(file, `${'ab'.repeat(16)}\n`)
  const id = unwrap(machineId(null, file))
  t.match(id, /^[0-9a-f]{64}$/)
  t.notMatch(id, 'abababab', 'and not the id itself')
  const state = unwrap(openStateDirectory(join(dir, 'state')))
  t.equal(unwrap(machineId(state, file)), id)
  t.notOk(existsSync(join(state.path, 'machine-id')))
  writeFileSync(file, 'uninitialized\n')
  const kept = unwrap(machineId(state, file))
  t.match(kept, /^[0-9a-f]{64}$/)
  t.equal(unwrap(machineId(state, join(dir, 'none'))), kept, 'kept in the state directory')
  t.match(bootId(), /^[0-9a-f-]{36}$/)
})

t.test('the lock', async t => {
  const dir = scratch(t)
  const state = unwrap(openStateDirectory(join(dir, 'state')))
  const program = join(dir, 'holder.mjs')
  buildSync({
    stdin: {
      contents: `import { spawn } from 'node:child_process'
import { takeLock } from './src/journal/lock.js'
const taken = takeLock(JSON.parse(process.argv[2]), { since: '2026-11-23T16:15:12Z', command: 'edgewise apply' })
const child = taken.ok && spawn('sleep', ['600'], { stdio: 'ignore' })
process.stdout.write(JSON.stringify({ ok: taken.ok, error: taken.error, child: child && child.pid }) + '\\n')
if (taken.ok) setInterval(() => {}, 1e6)`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  })
  const self = { since: 'now', command: 'test' }
  const hold = async () => {
    const holder = spawn(process.execPath, [program, JSON.stringify(state)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    t.teardown(() => holder.kill('SIGKILL'))
    const said = JSON.parse(
      await new Promise<string>(done => holder.stdout.once('data', data => done(String(data)))),
    )
    if (said.child) t.teardown(() => process.kill(said.child, 'SIGKILL'))
    return { holder, said }
  }
  const gone = (child: ChildProcess) => new Promise(done => child.once('exit', done))

  const { holder, said } = await hold()
  t.equal(said.ok, true)
  const refused = failure(takeLock(state, self))
  t.match(
    refused,
    { code: 'lock.held', file: state.lock, holder: { pid: holder.pid, since: '2026-11-23T16:15:12Z' } },
    'F71: the second one is told who holds it, and since when',
  )
  t.match(refused.message, `process ${holder.pid} (edgewise apply), since 2026-11-23T16:15:12Z`)

  holder.kill('SIGSTOP')
  t.match(
    failure(takeLock(state, self)),
    { code: 'lock.held', holder: { pid: holder.pid } },
    'F72: stopped, still held',
  )
  const other = await hold()
  t.match(other.said, { ok: false, error: { code: 'lock.held' } })

  const ended = gone(holder)
  holder.kill('SIGKILL')
  await ended
  t.doesNotThrow(() => process.kill(said.child, 0), 'a program that the holder started still lives')
  const mine = unwrap(takeLock(state, self))
  t.pass('SIGKILL frees it, and what the holder started does not keep it')
  t.match(failure(takeLock(state, self)), { holder: { pid: process.pid, command: 'test' } })
  mine.release()
  mine.release()
  unwrap(takeLock(state, self)).release()

  const boot = { pid: process.pid, start: 'x', boot: bootId(), since: 's', command: 'c' }
  const again = unwrap(takeLock(state, self))
  writeFileSync(state.lock, JSON.stringify(boot))
  t.equal(failure(takeLock(state, self)).holder, undefined, 'F90: a reused pid is not blamed')
  again.release()

  t.equal(statSync(state.lock).mode & 0o7777, 0o600)
})

t.test('who shows a journal beside its host brings to the disk what is shown', async t => {
  const { readJournal: readFrom } = await t.mockImport<typeof import('../src/journal/reader.js')>(
    '../src/journal/reader.js',
    {
      'node:fs': {
        ...(await import('node:fs')),
        fdatasyncSync: () => {
          throw Object.assign(new Error('EIO'), { code: 'EIO' })
        },
      },
    },
  )
  const journal = join(t.testdir(), 'journal.jsonl')
  writeFileSync(journal, '', { mode: 0o600 })
  t.match(readFrom(journal), { ok: true }, 'who only looks syncs nothing')
  t.match(readFrom(journal, { durable: true }), { ok: false, error: { code: 'journal.unusable' } })
})
