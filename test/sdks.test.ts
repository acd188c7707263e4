/** The helpers for Python, Rust and Go say and read exactly what was meant, whatever a step does beside it. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import t from 'tap'
import { type Drive, drive } from './drive.js'

const root = new URL('..', import.meta.url).pathname
const fixtures = join(root, 'test/fixtures/sdks')

// A version manager in front of python3 would start it three times as slowly.
const python = spawnSync('python3', ['-c', 'import os, sys; print(os.path.realpath(sys.executable))'], {
  encoding: 'utf8',
}).stdout?.trim()
const PATH = [...(python ? [dirname(python)] : []), process.env.PATH].join(':')

interface Language {
  name: string
  program: string
  version: string[]
  build?: string[]
}
const languages: Language[] = [
  { name: 'python', program: 'step.py', version: ['python3', '--version'] },
  {
    name: 'rust',
    program: 'target/debug/step',
    version: ['cargo', '--version'],
    build: ['cargo', 'build', '--quiet', '--locked', '--offline'],
  },
  {
    name: 'go',
    program: 'target/step',
    version: ['go', 'version'],
    build: ['go', 'build', '-o', 'target/step', '.'],
  },
]

/** What a JSON text from the host can hold: any scalar value but NUL. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).filter(s => !s.includes('\0')),
  fc.string({
    unit: fc.constantFrom(...'\'"\\/\n\r\t\b\f\v\x7f\x01 $`{}[],:<>&é\u2028\u2029\u0085𝄞u0041'),
    maxLength: 30,
  }),
)
const traps = ['', '\n', '\\', '\\\\', '\\u0000', '\\\\u0000', '"', '\u2028\u2029\u0085\v\f', '\uFFFD', ' a ']

for (const { name, program, version, build } of languages) {
  const [tool = ''] = version
  const there = spawnSync(tool, version.slice(1)).status === 0
  t.test(name, { skip: there ? false : `${tool} is not installed`, timeout: 300_000 }, async t => {
    const folder = join(fixtures, name)
    if (build) {
      const built = spawnSync(build[0]!, build.slice(1), { cwd: folder, encoding: 'utf8' })
      if (built.status !== 0) return t.fail(`it cannot be built: ${built.stderr || built.error}`)
    }
    const run = (how: Drive = {}, role: 'producer' | 'consumer' = 'consumer') =>
      drive([join(folder, program)], role, { ...how, env: { PATH } })
    type Given = { item: string; resolution: string; input?: Record<string, string | number> }
    const outcome = async (resolve: Given[], how: Drive = {}) => {
      const { results, done, status, noise, stderr, stdout, progress } = await run({ resolve, ...how })
      t.strictSame(noise, [], 'stdout has messages only')
      return {
        results: results.map(({ item, status, code }) => `${item} ${status} ${code ?? ''}`.trim()),
        done: `${done?.outcome} ${done?.code ?? ''}`.trim(),
        reboot: done?.reboot ?? false,
        status,
        stderr,
        stdout,
        progress,
      }
    }
    const say = (item: string): Given => ({ item, resolution: 'say', input: { text: 'x' } })

    t.test('texts come through unchanged, and NUL not at all', async t => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyText, { minLength: 40, maxLength: 60 }), async texts => {
          const values = [...traps, ...texts]
          const { progress, noise, status, stderr } = await run({ config: { values } }, 'producer')
          t.strictSame(noise, [])
          t.equal(status, 0, stderr)
          t.strictSame(
            progress.map(p => p.message),
            values,
          )
          const resolve = texts.slice(0, 10).map(text => ({ item: 'i', resolution: 'say', input: { text } }))
          const sent = await run({ resolve })
          t.strictSame(
            sent.progress.filter(p => p.percent === 50).map(p => p.message),
            texts.slice(0, 10),
          )
        }),
        { numRuns: 3 },
      )
      const nul = await run({ config: { values: ['a\0b'] } }, 'producer')
      t.strictSame([nul.progress[0]?.message, nul.stdout.includes('u0000')], ['a\uFFFDb', false])
    })

    t.test('bytes that are not UTF-8 become U+FFFD', async t => {
      const bytes = mkdtempSync(join(tmpdir(), 'sdks-'))
      t.teardown(() => rmSync(bytes, { recursive: true }))
      writeFileSync(Buffer.concat([Buffer.from(`${bytes}/a`), Buffer.from([0xff]), Buffer.from('b')]), '')
      const { progress, noise } = await run({ config: { bytes } }, 'producer')
      t.strictSame([progress[0]?.message, noise], ['a\uFFFDb', []])
    })

    t.test('what this host does not write is read too', async t => {
      const start = `\r\n  \n{"type":"x-any","a":[[{}]]}\n{ "type" : "start", "TYPE":"done","protocol":1,"__proto__":{"role":1},"role":"producer","config": {"values":["\\u00e9\\ud834\\udd1e\\/\\u001f", "a\\u0022b"], "n":[-1.5e3,0,true,false,null], "empty":{}, "none":[ ] } } \r\n`
      const { progress, status, stderr } = await run({ start }, 'producer')
      t.equal(status, 0, stderr)
      t.strictSame(
        progress.map(p => p.message),
        ['é𝄞/\u001f', 'a"b'],
      )
    })

    t.test('a start that is none does nothing (F45)', async t => {
      const refused = async (start: string | false, how: string) => {
        const { messages, status, done } = await run({ start, resolve: [say('a')] })
        t.strictSame(
          messages.map(m => m.type),
          ['done'],
          how,
        )
        t.match(done, { outcome: 'failed', code: 'protocol', protocols: [1] }, how)
        t.equal(status, 1, how)
      }
      const good = '"type":"start","protocol":1,"role":"consumer"'
      await Promise.all([
        refused(`{${good.replace('1', '2')}}\n`, 'another protocol'),
        refused(`{${good.replace('1', 'true')}}\n`, 'a protocol that is no number'),
        refused(`{${good.replace('1', '"1"')}}\n`, 'a protocol that is a text'),
        refused(`{${good.replace('consumer', 'cook')}}\n`, 'another role'),
        refused(`{${good},"config":[]}\n`, 'a config that is no object'),
        refused(`{${good}`, 'cut short'),
        refused('start\n', 'no JSON'),
        refused(`${'['.repeat(200_000)}\n`, 'too deep'),
        refused(false, 'no start at all'),
        ...['{,}', '{"a" 1}', '{"a":1,}', '{"a":01}', '{"a":"\\ud800', '{"a":1} {}', '{"a":nul}'].map(bad =>
          refused(`${bad}\n{${good}}\n`, bad),
        ),
      ])
      const { done, status } = await run({ start: '', resolve: [] })
      t.match([done?.code, status], ['protocol', 1], 'an empty stdin')
    })

    t.test('results come in order, after the effect, up to the first failure', async t => {
      t.match(await outcome([say('a'), { item: 'b', resolution: 'eat-stdin' }, say('c')]), {
        results: ['a applied', 'b applied', 'c applied'],
        done: 'ok',
        status: 0,
        stderr: /a stray print[\s\S]*|of a child/,
      })
      t.match(await outcome([{ item: 'a', resolution: 'nonsense' }, say('b')]), {
        results: ['a failed input'],
        done: 'failed input',
        status: 1,
      })
      t.match(await outcome([say('a'), { item: 'b', resolution: 'refuse' }, say('c')]), {
        results: ['a applied', 'b failed temporary'],
        done: 'failed temporary',
        status: 1,
      })
      const { stderr } = await outcome([])
      t.match(stderr, /a stray print$/m)
      t.match(stderr, /a stray print of a child$/m)
    })

    t.test('inputs and config are held to their type', async t => {
      for (const [resolution, input] of [
        ['say', undefined],
        ['say', { text: 5 }],
        ['count', { n: '5' }],
        ['count', { n: 1.5 }],
      ] as const)
        t.match(
          await outcome([{ item: 'a', resolution, ...(input ? { input } : {}) }, say('b')]),
          { results: ['a failed input'], done: 'failed input' },
          JSON.stringify(input),
        )
      const { progress } = await outcome([{ item: 'a', resolution: 'count', input: { n: 9007199254740990 } }])
      t.equal(progress.at(-1)?.message, '9007199254740991', 'no digit is lost')
      t.match(await outcome([say('a')], { config: { flag: 'yes' } }), { results: [], done: 'failed config' })
      const bad = await run({
        start: `{"type":"start","protocol":1,"role":"consumer"}\n{"type":"resolve"}\n`,
      })
      t.match(bad.done, { outcome: 'failed', code: 'protocol' })
    })

    t.test('a mistake of the step is told, and no input with it', async t => {
      const died = await outcome([say('a'), { item: 'b', resolution: 'die' }, say('c')])
      t.match(died, { results: ['a applied'], done: 'failed internal', status: 1 })
      const secret = 'Correct-Horse-7'
      const silent = await outcome([{ item: 'a', resolution: 'die', input: { text: secret } }])
      t.match(silent, { results: [], done: 'failed internal', status: 1 })
      t.notOk(silent.stdout.includes(secret) || silent.stderr.includes(secret))
      t.match(silent.stderr, /step\.py|main\.(rs|go)/, 'the log tells the place')
      for (const id of ['Bad', 'host.x', 'a\n', '']) {
        const wrong = await run({ config: { id } }, 'producer')
        t.match(wrong.done, { outcome: 'failed', code: 'internal' })
        t.strictSame(wrong.items, [])
      }
    })

    t.test('SIGTERM ends a consumer after what is in hand', async t => {
      const stop = { item: 'a', resolution: 'stop-me' }
      t.match(await outcome([stop, say('b')]), {
        results: ['a applied'],
        done: 'again cancelled',
        status: 0,
      })
      t.match((await outcome([stop])).results, ['a applied'])
    })

    t.test('what takes another run, or a reboot, is asked for', async t => {
      t.match(await outcome([say('a'), { item: 'b', resolution: 'ask' }, say('c')]), {
        results: ['a applied'],
        done: 'again',
        reboot: false,
        status: 0,
      })
      t.match(await outcome([{ item: 'a', resolution: 'reboot' }, say('b')]), {
        results: ['a applied', 'b applied'],
        done: 'ok',
        reboot: true,
      })
      t.match(await outcome([{ item: 'a', resolution: 'reboot-first' }, say('b')]), {
        results: [],
        done: 'again',
        reboot: true,
        status: 0,
      })
    })

    t.test('names are told from what is none', async t => {
      const names = ['a', 'a.b-c_9', `a${'b'.repeat(63)}`]
      const none = ['', 'A', '9a', '.a', 'a b', 'a\n', 'é', 'aé', 'a/b', `a${'b'.repeat(64)}`]
      const { progress } = await run({ config: { names: [...names, ...none] } }, 'producer')
      t.strictSame(
        progress.map(p => p.message),
        [...names.map(() => 'a name'), ...none.map(() => 'no name')],
      )
    })

    t.test('lines up to a mebibyte, and none above', async t => {
      const long = 'é"\\x'.repeat(100_000)
      const { progress, done } = await run({ config: { values: [long] } }, 'producer')
      t.equal(done?.outcome, 'ok')
      t.ok(progress[0]?.message === long)
      const over = await run({ config: { long: 1 << 20 } }, 'producer')
      t.match(over.done, { outcome: 'failed', code: 'internal' })
      t.strictSame(over.progress, [])
    })
  })
}

t.test('each helper is read in one sitting and says what it does', async t => {
  for (const path of ['python/edgewise_step.py', 'rust/src/lib.rs', 'go/step.go']) {
    const text = readFileSync(join(root, 'sdk', path), 'utf8')
    t.match(text.slice(0, 1000), /protocol versions[\s\S]*SIGTERM/, path)
    t.ok(text.split('\n').length <= 320, path)
  }
})
