/** The parts of scripts/vm-test that need no virtual machine: words in, words out, and what a power cut leaves of a disk. */

import { spawnSync } from 'node:child_process'
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t, { type Test } from 'tap'

const scripts = resolve(import.meta.dirname, '../scripts')
// They are no TypeScript, and are not part of what is checked as such.
const load = (name: string) => import(`${scripts}/vm/${name}.mjs`)

t.test('the command line of vm-test is read, or refused with a sentence', async t => {
  const { readArguments } = await load('arguments')
  const all = ['--work', '/w', '--seed=7', '--rounds', '3', '--accel', 'tcg', '--keep']
  t.match(readArguments(all, 1), {
    ok: true,
    value: { work: '/w', seed: 7, rounds: 3, accel: 'tcg', keep: true, log: null },
  })
  t.match(readArguments([], 41), { ok: true, value: { seed: 41, rounds: 1, accel: 'auto' } })
  for (const argv of [
    ['--seed'],
    ['--seed', '-1'],
    ['--seed', '4294967296'],
    ['--seed', '1e3'],
    ['--rounds', '0'],
    ['--accel', 'xen'],
    ['--work', ''],
    ['--constructor', 'x'],
    ['word'],
  ])
    t.match(readArguments(argv, 1), { ok: false, error: argv[0] }, argv.join(' '))
})

t.test('vm-test ends with 2 and a sentence where it is used wrongly', async t => {
  const ran = spawnSync(join(scripts, 'vm-test'), ['--seeds', '1'], { encoding: 'utf8' })
  t.equal(ran.status, 2)
  t.match(ran.stderr, /^vm-test: There is no option --seeds\./)
})

t.test('the mirror is the one of apt itself, for this release and no other archive', async t => {
  const { mirrorOf, osRelease } = await load('sources')
  const lines = [
    'http://one.invalid/debian-security/|trixie-security|main|amd64',
    'http://two.invalid/debian/|trixie|contrib|amd64',
    'http://three.invalid/debian/|trixie|main|arm64',
    'http://four.invalid/debian/|trixie|main|amd64',
  ].join('\n')
  t.equal(mirrorOf(lines, 'trixie'), 'http://four.invalid/debian/')
  t.equal(mirrorOf(lines, 'sid'), null)
  t.match(osRelease('ID=debian\nNAME="Debian GNU/Linux"\nVERSION_CODENAME=trixie\n'), {
    ID: 'debian',
    NAME: 'Debian GNU/Linux',
    VERSION_CODENAME: 'trixie',
  })
})

t.test('the way to the mirror is the one of apt itself', async t => {
  const { downloads } = await load('sources')
  const dump = [
    'Acquire "";',
    'Acquire::http::Proxy "http://proxy.invalid:3128/";',
    'Acquire::https::Proxy "DIRECT";',
    'Acquire::https::CaInfo "/etc/own.pem";',
    'Acquire::Retries "3";',
  ].join('\n')
  t.strictSame(downloads(dump), {
    environment: { http_proxy: 'http://proxy.invalid:3128/', https_proxy: '' },
    wgetrc: ['ca_certificate = /etc/own.pem', 'tries = 3'],
  })
  t.strictSame(downloads('Acquire "";\n'), { environment: {}, wgetrc: [] })
})

t.test('a machine that never takes commands is given up', async t => {
  const { Machine } = await load('machine')
  const folder = t.testdir({ 'root.img': '' })
  const machine = new Machine({ folder, base: { image: join(folder, 'root.img') }, patience: 1 })
  await t.rejects(machine.ready(), { message: 'the machine takes no commands' })
  await t.rejects(machine.run('true'), { message: 'the machine takes no commands' })
})

t.test('the same seed gives the same moments', async t => {
  const { randomFrom } = await load('random')
  const draw = (seed: number) => Array.from({ length: 4 }, randomFrom(seed) as () => number)
  t.strictSame(draw(7), draw(7))
  t.notSame(draw(7), draw(8))
  t.ok(draw(0).every(number => number >= 0 && number < 1))
})

const sector = 512

/** A log as blklogwrites leaves it: pairs of a sector and what is written there; null is a flush. */
function log(t: Test, entries: ([number, string] | null)[]): string {
  const head = Buffer.alloc(sector)
  head.writeBigUInt64LE(0x6a736677736872n)
  head.writeBigUInt64LE(1n, 8)
  head.writeUInt32LE(sector, 24)
  const parts = [head]
  for (const entry of entries) {
    const header = Buffer.alloc(sector)
    if (entry === null) header.writeBigUInt64LE(1n, 16)
    else {
      header.writeBigUInt64LE(BigInt(entry[0]))
      header.writeBigUInt64LE(1n, 8)
    }
    parts.push(header)
    if (entry) parts.push(Buffer.alloc(sector, entry[1]))
  }
  const path = join(t.testdir({}), 'log')
  writeFileSync(path, Buffer.concat(parts))
  return path
}

/** The first letter of each sector of a disk of six, after a cut. */
async function after(path: string, chance: (() => number) | null): Promise<string> {
  const { readLog, replay, survivors } = await load('disk-log')
  const image = `${path}.img`
  writeFileSync(image, Buffer.alloc(6 * sector, '.'))
  replay(path, survivors(readLog(path), chance).pieces, image)
  const disk = readFileSync(image, 'latin1')
  return [0, 1, 2, 3, 4, 5].map(at => disk[at * sector]).join('')
}

t.test('F67 a power cut keeps what was flushed, and of the rest what chance keeps', async t => {
  const path = log(t, [[0, 'a'], [1, 'b'], null, [2, 'c'], [0, 'd'], [3, 'e']])
  t.equal(await after(path, () => 0.9), 'ab....', 'nothing unflushed stays')
  t.equal(await after(path, () => 0.1), 'dbce..', 'all of it stays')
  const draws = [0.9, 0.1, 0.9]
  t.equal(await after(path, () => draws.shift()!), 'db....', 'the second of three stays')
  t.equal(await after(path, null), 'dbce..', 'nothing is lost by shutting down')
})

t.test(
  'F67 a log that ends in the middle of a write, or has a hole, is read as far as it says anything',
  async t => {
    const torn = log(t, [[0, 'a'], null, [1, 'b']])
    truncateSync(torn, sector * 5 + 100)
    t.equal(await after(torn, null), 'a.....')

    const holed = log(t, [[0, 'a'], [1, 'b'], [2, 'c'], null])
    const bytes = readFileSync(holed)
    bytes.fill(0, sector * 3, sector * 5)
    writeFileSync(holed, bytes)
    t.equal(await after(holed, () => 0.9), 'a.c...', 'the flush behind the hole counts')
  },
)

t.test('F67 an event that was shown and is not in the journal is found', async t => {
  const { eventsOf, firstLost, journalled, sentAgain } = await load('journal')
  const journal = journalled(
    ['a', 'b', 'c'].map(type => JSON.stringify({ seq: 1, event: { type, with: { x: 1, y: 2 } } })).join('\n'),
  )
  const shown = eventsOf([
    '{"type":"edgewise","format":1}',
    '{"type":"a","with":{"y":2,"x":1}}',
    '{"type":"c","with":{"x":1,"y":2}}',
    '{"type":"tor',
  ])
  t.equal(shown.length, 2)
  t.equal(firstLost(shown, journal), null)
  t.match(firstLost([{ type: 'b', with: { x: 1, y: 3 } }], journal), { type: 'b' })
  t.match(firstLost([shown[1], shown[0]], journal), { type: 'a' }, 'in another order')
  const started = { type: 'task-started', attempt: 2, selections: ['s/one', 's/two'] }
  const result = { type: 'selection-result', address: 's/two', status: 'applied' }
  t.strictSame(sentAgain([result, started]), ['s/two #2'])
  t.strictSame(sentAgain([started, result]), [])
})

t.test('F67 an effect that was not intended, or was made twice, is found', async t => {
  const { checkMarks } = await load('checks')
  const journal = [{ type: 'task-started', attempt: 1, selections: ['s/one'] }]
  const marks = (words: string[]) => words.map(word => word.split(' '))
  t.equal(checkMarks(marks(['one 1 sent', 'one 1 changed', 'one 1 told']), journal), 'one 1')
  t.throws(() => checkMarks(marks(['one 2 sent', 'one 2 told']), journal), /attempt 2/)
  t.throws(() => checkMarks(marks(['one 1 changed', 'one 1 changed', 'one 1 told']), journal), /twice/)
  t.throws(() => checkMarks(marks(['one 1 sent']), journal), /its end/)
})
