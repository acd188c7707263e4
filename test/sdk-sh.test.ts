/** The shell library says and reads exactly what was meant, in every shell and awk at hand. */

import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import t from 'tap'
import { type Drive, drive } from './drive.js'

const root = new URL('..', import.meta.url).pathname
const fixtures = join(root, 'test/fixtures/sdk-sh')
const env = { EDGEWISE_SDK: join(root, 'sdk/sh/edgewise.sh') }
const found = (name: string) =>
  (process.env.PATH ?? '')
    .split(':')
    .map(folder => join(folder, name))
    .find(path => existsSync(path))

const bin = mkdtempSync(join(tmpdir(), 'sdk-sh-'))
t.teardown(() => rmSync(bin, { recursive: true }))

interface Shell {
  title: string
  argv: string[]
  /** The awk that `awk` means there. */
  awk: string
  locale: string
}
const shells: Shell[] = [
  { title: 'dash, mawk', argv: ['dash'], awk: 'mawk', locale: 'C' },
  { title: 'bash, gawk, UTF-8', argv: ['bash'], awk: 'gawk', locale: 'C.UTF-8' },
  { title: 'bash --posix, mawk', argv: ['bash', '--posix'], awk: 'mawk', locale: 'C' },
  { title: 'busybox sh, busybox awk', argv: ['busybox', 'sh'], awk: 'busybox', locale: 'C.UTF-8' },
]

/** What a JSON text from the host can hold: any scalar value but NUL. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).filter(s => !s.includes('\0')),
  fc.string({
    unit: fc.constantFrom(...'\'"\\\n\r\t\b\f\v\x7f\x01 $`!*?[]{}();&|<>~#é\u2028\u0085𝄞u0041'),
    maxLength: 30,
  }),
)
const traps = [
  '',
  '\n',
  '\n\n',
  'x\n',
  '\\',
  '\\\\',
  '\\n',
  '"',
  "'",
  `'"'"'`,
  '\\"',
  '-n',
  '-e',
  '%s',
  '.',
  '\\u0041',
  '\u0080\u0081\u0088',
  '\uFFFD',
  ' a ',
]

for (const { title, argv, awk, locale } of shells) {
  const missing = [argv[0]!, awk].find(name => !found(name))
  t.test(title, { skip: missing ? `${missing} is not installed` : false }, async t => {
    const folder = mkdtempSync(join(bin, 'awk-'))
    symlinkSync(found(awk)!, join(folder, 'awk'))
    const run = (how: Drive, role: 'producer' | 'consumer' = 'consumer', name = 'echo') =>
      drive([found(argv[0]!)!, ...argv.slice(1), join(fixtures, name)], role, {
        ...how,
        env: { ...env, LC_ALL: locale, PATH: `${folder}:/usr/bin:/bin` },
      })

    t.test('config and inputs come through unchanged', async t => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyText, { minLength: 40, maxLength: 60 }), async texts => {
          const values = [...traps, ...texts]
          const { progress, noise, status, stderr } = await run({
            config: { values },
            resolve: texts.slice(0, 10).map(text => ({ item: 'i', resolution: 'say', input: { text } })),
          })
          t.strictSame(noise, [])
          t.equal(status, 0, stderr)
          t.strictSame(
            progress.map(p => p.message),
            [...values, ...texts.slice(0, 10)],
          )
        }),
        { numRuns: 3 },
      )
    })

    t.test('escapes that this host does not write are read too', async t => {
      const start =
        '{ "type" : "start", "protocol":1,"role":"consumer","config": {"values":["\\u00e9\\ud834\\udd1e\\/\\u001f", -1.5e3, true, "a\\u0022b"], "empty":{}, "none":[] } } \r\n'
      const { progress, status } = await run({ start })
      t.strictSame(
        progress.map(p => p.message),
        ['é𝄞/\u001f', '-1.5e3', 'true', 'a"b'],
      )
      t.equal(status, 0)
    })

    t.test('a start that is none does nothing', async t => {
      const refused = async (start: string | false, how: string) => {
        const { messages, status, done } = await run({
          start,
          resolve: [{ item: 'i', resolution: 'eat-stdin' }],
        })
        t.strictSame(
          messages.map(m => m.type),
          ['done'],
          how,
        )
        t.match(done, { outcome: 'failed', code: 'protocol', protocols: [1] }, how)
        t.equal(status, 1, how)
      }
      const good = '{"type":"start","protocol":1,"role":"consumer"}'
      for (const bad of [
        good.slice(0, -1),
        good.slice(1),
        `${good}}`,
        good.replace(',', ',,'),
        good.replace(':1', ':01'),
        good.replace('1', '1,'),
        good.replace('1', '"x'),
        good.replace('1', '65535'),
        good.replace('start', 'st\\x'),
        good.replace('"role"', '"roll"'),
        `[${good}]`,
        'null',
        '"start"',
      ])
        await refused(`${bad}\n`, bad)
      await refused(good, 'without LF it is only a part')
      await refused(false, 'resolve comes first')
      const { messages, status } = await run({ start: '', resolve: [] })
      t.match(messages, [{ type: 'done', outcome: 'failed', code: 'protocol' }], 'nothing at all')
      t.equal(status, 1)
    })

    t.test('results, failures and stops', async t => {
      const i = (item: string, resolution: string) => ({ item, resolution, input: { text: 'x' } })
      const outcome = async (...resolve: ReturnType<typeof i>[]) => {
        const { results, done, status, stderr } = await run({ resolve })
        return {
          results: results.map(r => `${r.item} ${r.status} ${r.code ?? ''}`.trim()),
          done: `${done?.outcome} ${done?.code ?? ''}`.trim(),
          status,
          stderr,
        }
      }
      t.match(
        await outcome(i('a', 'say'), i('b', 'eat-stdin'), i('c', 'say')),
        {
          results: ['a applied', 'b applied', 'c applied'],
          done: 'ok',
          status: 0,
        },
        'a program that reads its stdin takes no line away',
      )
      t.match(await outcome(i('a', 'nonsense'), i('b', 'say')), {
        results: ['a failed input'],
        done: 'failed input',
        status: 1,
      })
      t.match(await outcome(i('a', 'refuse'), i('b', 'say')), {
        results: ['a failed temporary'],
        done: 'failed temporary',
        status: 1,
      })
      t.match(
        await outcome(i('a', 'say'), i('b', 'forget'), i('c', 'say')),
        {
          results: ['a applied', 'b failed internal'],
          done: 'failed internal',
          status: 1,
        },
        'a forgotten result is a failure',
      )
      t.match(
        await outcome(i('a', 'say'), i('b', 'die'), i('c', 'say')),
        {
          results: ['a applied'],
          done: 'failed internal',
          status: 1,
          stderr: 'a stray print',
        },
        'an early exit is told',
      )
      t.match(await outcome(i('a', 'stop-me'), i('b', 'say')), {
        results: ['a applied'],
        done: 'again cancelled',
        status: 0,
      })
      t.match(
        await outcome(i('a', 'stop-me')),
        { results: ['a applied'], done: 'ok', status: 0 },
        'nothing left to stop',
      )
      const missing = await run({ resolve: [{ item: 'a', resolution: 'say' }] })
      t.match(missing.results, [
        { item: 'a', status: 'failed', code: 'input', message: 'input text is missing' },
      ])
    })

    t.test('items, and bytes that are not UTF-8', async t => {
      const bytes = [
        [0xff, 0x41],
        [0xe2, 0x82],
        [0xf0, 0x9f, 0x41, 0x80],
        [0xed, 0xa0, 0x80, 0x22],
        [0xc0, 0xaf],
        [0xf4, 0x90, 0x80, 0x80],
        [0xe0, 0x80, 0xaf, 0x5c],
        [1, 2, 31, 127],
      ]
      const generated = fc.sample(
        fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 1, maxLength: 40 }),
        40,
      )
      const contents = [...bytes, ...generated].map(b => Buffer.from([...b, 0x2e]))
      const files = contents.map((content, n) => {
        const file = join(folder, `${n}`)
        writeFileSync(file, content)
        return file
      })
      const config = {
        files,
        a: { 'b.c': [0, { d: 'deep' }] },
        flags: { yes: true, number: 7, nothing: null },
      }
      const { items, progress, status, stderr } = await run({ config }, 'producer', 'finder')
      t.equal(status, 0, stderr)
      t.strictSame(
        progress.map(p => p.message),
        contents.map(b => b.toString('utf8')),
      )
      t.strictSame(items, [
        {
          type: 'item',
          id: 'full',
          severity: 'error',
          title: 'It\'s "broken"',
          detail: 'deep',
          docs: 'https://example.org/a',
          fingerprint: 'v1',
          resources: ['/a', '/b\nc'],
          after: ['other/item'],
          resolutions: [
            {
              id: 'mend',
              title: 'Mend it',
              detail: 'line 1\nline 2',
              default: true,
              ends: 'resolved',
              when: 'now',
              seconds: 5,
              effects: { reboot: false, destructive: true, reversible: false, downtime: true },
              inputs: {
                key: { type: 'string', title: 'The key', secret: true },
                size: { type: 'integer', title: 'Size', optional: true, default: 4, enum: [4, 8] },
                kind: { type: 'string', title: 'Kind', default: 'a', enum: ['a', 'b "c"'] },
              },
            },
            { id: 'leave', title: 'Leave it', ends: 'kept' },
          ],
        },
        { type: 'item', id: 'bare', severity: 'warning', title: 'true 7 default 3' },
      ])
      const wrong = await run({ config: { ...config, flags: { yes: [] } } }, 'producer', 'finder')
      t.match(wrong.done, {
        outcome: 'failed',
        code: 'config',
        message: 'config: flags.yes must be a single value, not an array',
      })
      const role = await run({ config }, 'consumer', 'finder')
      t.match(role.done, { outcome: 'failed', code: 'protocol' })
    })

    t.test('a line of a mebibyte', async t => {
      const long = 'a"b\\c\n'.repeat(100_000)
      const { progress, done } = await run({ config: { values: ['x', long.slice(0, 700_000)] } })
      t.equal(done?.outcome, 'ok')
      t.ok(progress[1]?.message === long.slice(0, 700_000))
    })
  })
}
