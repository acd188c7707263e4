/** The wire: schema, vectors, line guard, reader, writer, and how a run's end is told. */

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import ndjson from 'ndjson'
import t from 'tap'
import { type Course, conclude } from '../src/protocol/conclude.js'
import { digestOf, fingerprintOf } from '../src/protocol/fingerprint.js'
import type { ItemBody, Resolve, Start, StepMessage } from '../src/protocol/gen/messages.js'
import * as validators from '../src/protocol/gen/validators.js'
import { countColons, duplicateKey, MAX_DEPTH, survey } from '../src/protocol/keys.js'
import { MAX_LINE } from '../src/protocol/lines.js'
import { isPlainItem } from '../src/protocol/plain.js'
import { createReader, type ReaderOptions, type Summary } from '../src/protocol/reader.js'
import { clean, cleanLine, redact } from '../src/protocol/text.js'
import type { Violation } from '../src/protocol/violation.js'
import { encodeResolve, encodeStart } from '../src/protocol/writer.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const fixtures = join(root, 'test', 'fixtures', 'protocol')
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))

interface Vector {
  name: string
  role: 'host' | 'producer' | 'consumer'
  def?: string
  valid: boolean
  message?: unknown
  line?: string
  hex?: string
  lines?: string[]
  sent?: { item: string; resolution: string }[]
  code?: string
  codes?: string[]
  why: string
}
const schema = read('protocol/schema.json')
const errors: Record<string, { message: string; hint: string; definite: boolean }> =
  read('protocol/errors.json')
const vectors: Vector[] = read('protocol/vectors.json')
const messageVectors = vectors.filter(vector => 'message' in vector)

interface Told {
  messages: { message: StepMessage; line: number }[]
  violations: Violation[]
  overflows: Violation[]
  summary: Summary
}

/** All that a reader says about some bytes that come in these chunks. */
function readAll(chunks: Iterable<Uint8Array>, options: Partial<ReaderOptions> = {}): Told {
  const told: Omit<Told, 'summary'> = { messages: [], violations: [], overflows: [] }
  const reader = createReader({
    role: 'producer',
    ...options,
    onMessage: (message, line) => void told.messages.push({ message, line }),
    onViolation: violation => void told.violations.push(violation),
    onOverflow: violation => void told.overflows.push(violation),
  })
  for (const chunk of chunks) reader.write(chunk)
  return { ...told, summary: reader.end() }
}
const readText = (text: string, options: Partial<ReaderOptions> = {}) => readAll([Buffer.from(text)], options)
const codes = (told: Told) => [...told.overflows, ...told.violations].map(({ code }) => code)
const bytewise = (bytes: Uint8Array) => Array.from(bytes, byte => Uint8Array.of(byte))

const done = '{"type":"done","outcome":"ok"}'
const item = (id: string, more = '') => `{"type":"item","id":"${id}","severity":"error","title":"t"${more}}`

t.test('schema', async t => {
  t.test('types and validators are what protocol/ says', async t => {
    const run = spawnSync(process.execPath, [join(root, 'scripts/generate.mjs'), '--check'], {
      encoding: 'utf8',
    })
    t.equal(run.stderr.replace(/^npm warn.*\n/gm, ''), '')
    t.equal(run.status, 0)
  })

  t.test('uses only what every validator reads alike, and describes every property', async t => {
    const forbidden = [
      '$dynamicRef',
      '$dynamicAnchor',
      'unevaluatedProperties',
      'unevaluatedItems',
      'discriminator',
      'format',
    ]
    const seen: string[] = []
    const visit = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return
      const record = node as Record<string, unknown>
      for (const key of forbidden) if (key in record) t.fail(`${path} uses ${key}`)
      if (record.additionalProperties === false) t.fail(`${path} refuses unknown properties`)
      if (typeof record.pattern === 'string' && /(?<!\\)\$/.test(record.pattern))
        t.fail(`${path} anchors with $`)
      if (record.type === 'integer' && !('minimum' in record && 'maximum' in record))
        t.fail(`${path} is unbounded`)
      for (const [key, inner] of Object.entries(record)) {
        if (key !== 'properties') {
          visit(inner, `${path}/${key}`)
          continue
        }
        for (const [name, property] of Object.entries(inner as Record<string, Record<string, unknown>>)) {
          const condition = /\/(if|then)$/.test(path)
          if (!condition && !(property.title && property.description))
            t.fail(`${path}/${name} lacks title or description`)
          seen.push(name)
          visit(property, `${path}/properties/${name}`)
        }
      }
    }
    visit(schema, '#')
    t.equal(schema.$id, 'https://edgewise.dev/protocol/1/schema.json')
    t.ok(seen.includes('percent') && seen.includes('stateDir'), 'the visit reached the properties')
  })
})

t.test('vectors', async t => {
  t.ok(vectors.length >= 120, `${vectors.length} vectors`)
  t.equal(new Set(vectors.map(({ name }) => name)).size, vectors.length, 'each has a name of its own')
  const disagreeing = (verdicts: Record<string, boolean>) =>
    messageVectors.filter(({ name, valid }) => verdicts[name] !== valid).map(({ name }) => name)
  const cases = messageVectors.map(({ name, def, message }) => ({ name, def, message }))
  const input = JSON.stringify({ schema, cases })

  t.test('agree with ajv in strict mode', async t => {
    const ajv = new Ajv2020({ strict: true })
    ajv.addSchema(schema)
    const verdicts = cases.map(({ name, def, message }) => {
      const validate = ajv.getSchema(def === 'message' ? schema.$id : `${schema.$id}#/$defs/${def}`)!
      return [name, validate(message)]
    })
    t.same(disagreeing(Object.fromEntries(verdicts)), [])
  })

  t.test('agree with the generated validators', async t => {
    const all = { ...validators }
    for (const { name, def, message, valid } of messageVectors) {
      if (def === 'message') continue
      const validate = all[def as keyof typeof all]
      assert.equal(validate(message), valid, name)
      assert.equal((validate.errors?.length ?? 0) > 0, !valid, `${name} says why`)
    }
    t.ok(messageVectors.length > 150, `${messageVectors.length} messages`)
  })

  const python = ['/usr/bin/python3', 'python3'].find(
    program => spawnSync(program, ['-c', 'import jsonschema']).status === 0,
  )
  t.test(
    "agree with Python's jsonschema",
    { skip: python ? false : 'no python3 with jsonschema' },
    async t => {
      const out = execFileSync(python!, [join(fixtures, 'validate.py')], { input, encoding: 'utf8' })
      t.same(disagreeing(JSON.parse(out)), [])
    },
  )

  const cargo = spawnSync('cargo', ['--version']).status === 0
  t.test("agree with Rust's jsonschema", { skip: cargo ? false : 'no cargo', timeout: 600_000 }, async t => {
    const manifest = join(fixtures, 'rust', 'Cargo.toml')
    const build = spawnSync('cargo', ['build', '--quiet', '--locked', '--manifest-path', manifest], {
      encoding: 'utf8',
    })
    t.equal(build.status, 0, build.stderr)
    const out = execFileSync(join(fixtures, 'rust', 'target', 'debug', 'vectors'), {
      input,
      encoding: 'utf8',
    })
    t.same(disagreeing(JSON.parse(out)), [])
  })

  t.test('agree with the reader, in one piece and byte by byte (F43)', async t => {
    let tried = 0
    for (const vector of vectors) {
      if (vector.role === 'host') continue
      tried++
      const lines = vector.lines ?? [vector.line ?? JSON.stringify(vector.message)]
      const bytes = vector.hex
        ? Buffer.concat([Buffer.from(vector.hex, 'hex'), Buffer.from('\n')])
        : Buffer.from(lines.map(line => `${line}\n`).join(''))
      const role = vector.role ?? 'consumer'
      // One message out of a session: what it refers to is not what is tried.
      const alone = 'message' in vector
      const sent = vector.sent ?? (alone ? [{ item: 'disk-low', resolution: 'x' }] : [])
      if (alone && vector.def !== 'message' && (vector.message as { type?: string }).type !== vector.def)
        continue
      const options = { role: alone ? 'consumer' : role, sent } as const
      const told = readAll([bytes], options)
      const expected = vector.codes ?? (vector.code ? [vector.code] : undefined)
      if (expected) t.same(codes(told), expected, vector.name)
      else
        t.equal(codes(told).length === 0, vector.valid, `${vector.name}: ${JSON.stringify(told.violations)}`)
      assert.deepEqual(readAll(bytewise(bytes), options), told, `${vector.name}, byte by byte`)
    }
    t.ok(tried > 150, `${tried} vectors`)
  })

  t.test('use every code that the wire has, and no other', async t => {
    const used = new Set(
      vectors.flatMap(vector => [...(vector.codes ?? []), ...(vector.code ? [vector.code] : [])]),
    )
    for (const code of used) t.ok(errors[code], `${code} is in errors.json`)
    const elsewhere = [
      'too-long',
      'unterminated',
      'too-many-items',
      'too-many-bytes',
      'too-many-violations',
      'again-empty',
      'unencodable',
    ]
    for (const code of Object.keys(errors).filter(code => code.startsWith('protocol.'))) {
      if (!elsewhere.includes(code.slice('protocol.'.length))) t.ok(used.has(code), `${code} has a vector`)
    }
  })
})

t.test('error codes', async t => {
  for (const [code, { message, hint, definite }] of Object.entries(errors)) {
    t.match(code, /^[a-z]+\.[a-z0-9.-]+$/)
    t.ok(message.endsWith('.') && hint.length > 0 && typeof definite === 'boolean', code)
  }
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !file.includes('gen'))
    .map(file => readFileSync(join(root, 'src', file), 'utf8'))
    .join('\n')
  for (const code of Object.keys(errors).filter(code => /^(protocol|ending)\./.test(code))) {
    t.ok(
      sources.includes(`'${code.split('.')[1]}'`) || sources.includes(`'${code}'`),
      `${code} is given somewhere`,
    )
  }
})

t.test('spec.md', async t => {
  const spec = readFileSync(join(root, 'protocol/spec.md'), 'utf8')
  const rules = [...spec.matchAll(/^- \*\*([RS]\d+(?:\.\d+)?)\*\*/gm)].map(match => match[1]!)
  t.ok(rules.length > 80, `${rules.length} rules`)
  t.equal(new Set(rules).size, rules.length, 'each number is there once')
  const groups = new Set([...spec.matchAll(/^## (R\d+) /gm)].map(match => match[1]!))
  const sources = readdirSync(join(root, 'src/protocol')).filter(file => file.endsWith('.ts'))
  const texts = [spec, ...sources.map(file => readFileSync(join(root, 'src/protocol', file), 'utf8'))]
  for (const [, rule] of texts.join('\n').matchAll(/\b(R\d+(?:\.\d+)?)\b/g))
    if (!rules.includes(rule!) && !groups.has(rule!)) t.fail(`${rule} is named and not there`)
  for (const code of Object.keys(errors).filter(code => /^(protocol|ending)\./.test(code)))
    t.ok(spec.includes(`\`${code}\``), `${code} is in the index`)
  for (const property of Object.values<{ properties?: object }>(schema.$defs).flatMap(one =>
    Object.keys(one.properties ?? {}),
  ))
    t.match(spec, new RegExp(`\\b${property}\\b`), `${property} is told`)

  const programs = [...spec.matchAll(/```sh\n([\s\S]*?)```/g)].map(match => match[1]!)
  const [producer, consumer] = programs as [string, string]
  const start = { protocol: 1, run: 'r', step: 'disk', action: 'switch', type: 'start' } as const
  const line = (encoded: ReturnType<typeof encodeStart>) => (encoded.ok ? encoded.value : '')
  const folder = t.testdir({
    df: '#!/bin/sh\nprintf \'Filesystem\\n/dev/x 1 1 %s 1 /\\n\' "$FREE"\n',
    'apt-get': '#!/bin/sh\necho "Reading lists"; exit "$STATUS"\n',
  })
  for (const name of ['df', 'apt-get']) chmodSync(join(folder, name), 0o755)
  const run = (program: string, input: string, env: Record<string, string>) => {
    const { stdout, status } = spawnSync('/bin/sh', ['-c', program], {
      input,
      env: { PATH: `${folder}:/usr/bin:/bin`, ...env },
    })
    return { stdout, status }
  }
  const produced = run(producer, line(encodeStart({ ...start, role: 'producer' })), { FREE: '10' })
  t.same(
    readAll([produced.stdout]).messages.map(({ message }) => message.type),
    ['item', 'done'],
  )
  t.same(
    readAll([run(producer, line(encodeStart({ ...start, role: 'producer' })), { FREE: '9000000' }).stdout])
      .summary,
    {
      ...readText(`${done}\n`).summary,
    },
  )
  const resolve = (resolution: string) =>
    encodeResolve({ type: 'resolve', item: 'disk-low', resolution, attempt: 1, input: { x: '"item":"no"' } })
  const sent = [{ item: 'disk-low', resolution: 'clean-cache' }]
  const consumed = (resolution: string, status: string) => {
    const input = line(encodeStart({ ...start, role: 'consumer' })) + line(resolve(resolution))
    const { stdout, status: exit } = run(consumer, input, { STATUS: status })
    const told = readAll([stdout], { role: 'consumer', sent })
    t.same(codes(told), [])
    const { results, done } = told.summary
    return conclude({ ...ended, role: 'consumer', sent, results, done, exit: { status: exit, signal: null } })
  }
  t.match(consumed('clean-cache', '0'), { outcome: 'ok' })
  t.match(consumed('clean-cache', '1'), {
    outcome: 'failed',
    code: 'failed',
    message: 'apt-get clean failed',
  })
  t.match(consumed('other', '0'), { outcome: 'failed', code: 'input' })
  for (const program of programs) {
    const { stdout, status } = run(program, '', { FREE: '1' })
    t.match(readAll([stdout]).summary.done, { outcome: 'failed', code: 'protocol' }, 'nothing without start')
    t.not(status, 0)
  }
})

t.test('traps of ndjson, and the guard before it', async t => {
  /** What ndjson alone makes of it, and whether its stream is over. */
  const plain = (chunks: (string | Buffer)[], options = {}) => {
    const parser = ndjson.parse({ strict: true, ...options })
    const values: unknown[] = []
    const failures: Error[] = []
    parser.on('data', (value: unknown) => void values.push(value))
    parser.on('error', (error: Error) => void failures.push(error))
    for (const chunk of chunks) parser.write(chunk)
    return { values, failures, parser }
  }

  t.test('a null line ends its stream', async t => {
    const text = `${item('a')}\nnull\n${item('b')}\n${done}\n`
    const { values } = plain([text])
    t.equal(values.length, 1, 'all that follows null is lost')
    const told = readText(text)
    t.same(codes(told), ['protocol.not-json'])
    t.same(
      told.messages.map(({ line }) => line),
      [1, 3, 4],
    )
  })

  t.test('an over-long line within one chunk passes maxLength', async t => {
    const text = `{"type":"x-a","a":"${'x'.repeat(5000)}"}\n${done}\n`
    t.equal(plain([text], { maxLength: 100 }).values.length, 2, 'the long line came through')
    const told = readText(text, { role: 'consumer', maxLine: 100 })
    t.same(codes(told), ['protocol.too-long'])
    t.same(
      told.messages.map(({ line }) => line),
      [2],
    )
  })

  t.test('F33 invalid UTF-8 is replaced without a word', async t => {
    const bytes = Buffer.from(`${item('a').replace('"t"', '"X"')}\n${done}\n`)
    bytes[bytes.indexOf('X')] = 0xff
    const { values, failures } = plain([bytes])
    t.equal((values[0] as { title: string }).title, '\ufffd')
    t.same(failures, [])
    const told = readAll([bytes])
    t.same(codes(told), ['protocol.not-utf8'])
    t.same(
      told.messages.map(({ line }) => line),
      [2],
    )
  })

  t.test('an error does not say which line it was', async t => {
    const text = `${item('a')}\n{nonsense\n\r\n{also nonsense\n${done}\n`
    const { failures } = plain([text])
    t.notMatch(failures[0]?.message, /\b2\b/)
    t.same(
      readText(text).violations.map(({ line, code }) => [line, code]),
      [
        [2, 'protocol.not-json'],
        [4, 'protocol.not-json'],
      ],
    )
  })

  t.test('what throws while a row is handed on looks like an error of the parser', async t => {
    const parser = ndjson.parse({ strict: true })
    const failures: Error[] = []
    parser.on('data', () => {
      throw new Error('mine')
    })
    parser.on('error', (error: Error) => void failures.push(error))
    parser.write(`${done}\n`)
    t.match(failures, [{ message: 'mine' }])
    const reader = createReader({
      role: 'producer',
      onMessage() {
        throw new Error('mine')
      },
      onViolation: violation => t.fail(violation.message),
      onOverflow: violation => t.fail(violation.message),
    })
    t.throws(() => reader.write(Buffer.from(`${done}\n`)), { message: 'mine' })
  })

  t.test('far more rows in one write than any buffer holds are handed on before it returns', async t => {
    let seen = 0
    const reader = createReader({
      role: 'producer',
      onMessage: () => void seen++,
      onViolation: violation => t.fail(violation.message),
      onOverflow: violation => t.fail(violation.message),
    })
    reader.write(Buffer.from('{"type":"progress"}\n'.repeat(50_000)))
    t.equal(seen, 50_000)
  })
})

t.test('faults', async t => {
  t.test('F31 ten gigabytes without a line feed', async t => {
    const chunk = Buffer.alloc(MAX_LINE, 'x')
    for (const role of ['producer', 'consumer'] as const) {
      const before = process.memoryUsage().arrayBuffers
      let most = 0
      const told = readAll(
        (function* () {
          yield Buffer.from('{"type":"x-')
          for (let i = 0; i < 10_240; i++) {
            yield chunk
            if (i % 256 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before)
          }
        })(),
        { role, maxBytes: Number.POSITIVE_INFINITY },
      )
      t.same(codes(told), ['protocol.too-long'])
      t.equal(told.overflows[0]?.sample.startsWith('{"type":"x-xxx'), true)
      t.ok(told.summary.overflow)
      t.ok(most < 8 * MAX_LINE, `${most} bytes held`)
    }
  })

  t.test('F31 a line of exactly 1 MiB passes, one byte more does not, in one chunk or in many', async t => {
    const line = (size: number) => {
      const frame = '{"type":"x-a","a":""}'
      return Buffer.from(`{"type":"x-a","a":"${'y'.repeat(size - frame.length)}"}\n${done}\n`)
    }
    const cut = (bytes: Buffer, size: number) =>
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      )
    for (const size of [Number.POSITIVE_INFINITY, 65_536, 4095]) {
      const pieces = (bytes: Buffer) => (size === Number.POSITIVE_INFINITY ? [bytes] : cut(bytes, size))
      t.same(codes(readAll(pieces(line(MAX_LINE)))), [])
      const told = readAll(pieces(line(MAX_LINE + 1)), { role: 'consumer' })
      t.same(codes(told), ['protocol.too-long'])
      t.same(
        told.messages.map(({ line }) => line),
        [2],
        'a consumer is heard to its end',
      )
      t.same(readAll(pieces(line(MAX_LINE + 1))).messages, [], 'nothing more of a producer')
    }
  })

  t.test('F32 of a million lines that say nothing a hundred are told, and the flood is', async t => {
    const chunk = Buffer.from('{}\n'.repeat(10_000))
    const flood = Array<Buffer>(100).fill(chunk)
    const producer = readAll(flood)
    t.equal(producer.violations.length, 100)
    t.equal(producer.violations[99]?.line, 100)
    t.match(producer.overflows, [{ code: 'protocol.too-many-violations', line: 10_000 }])
    t.equal(producer.summary.violations, 10_001, 'and nothing more of it is read')
    const sent = [{ item: 'a', resolution: 'x' }]
    for (const escaped of [false, true]) {
      const words = `{"type":"result","item":"a","status":"applied"}\n${done}\n`
      const said = escaped
        ? words.replace('"result"', '"\\u0072esult"').replace('"done"', '"don\\u0065"')
        : words
      // In the middle of a chunk, and cut between chunks.
      for (const at of [0, 12, 40]) {
        const parts = [
          Buffer.concat([chunk, Buffer.from(said.slice(0, at))]),
          Buffer.concat([Buffer.from(said.slice(at)), chunk]),
        ]
        const consumer = readAll([...flood, ...parts, ...flood], { role: 'consumer', sent })
        t.same(
          [consumer.summary.results.length, consumer.summary.done?.outcome],
          [1, 'ok'],
          'what counts is still found',
        )
      }
    }
  })

  t.test('a line that a program was ended in is not its fault', async t => {
    const cut = '{"type":"progress"}\n{"type":"do'
    t.same(codes(readText(cut)), ['protocol.unterminated'])
    const faults: string[] = []
    const reader = createReader({
      role: 'producer',
      onMessage: () => {},
      onViolation: ({ code }) => void faults.push(code),
      onOverflow: ({ code }) => void faults.push(code),
    })
    reader.write(Buffer.from(cut))
    t.equal(reader.end(true).violations, 0)
    t.same(faults, [])
  })

  t.test('F32 items and bytes of a run are capped', async t => {
    const many = Array.from({ length: 1500 }, (_, i) => `${item(`i${i}`)}\n`).join('')
    const producer = readText(`${many}${done}\n`)
    t.same(codes(producer), ['protocol.too-many-items'])
    t.equal(producer.messages.length, 1000)
    t.equal(producer.overflows[0]?.line, 1001)
    const result = '{"type":"result","item":"a","status":"applied"}'
    const sent = [{ item: 'a', resolution: 'x' }]
    const consumer = readText(`${many}${result}\n${done}\n`, { role: 'consumer', sent })
    t.same(codes(consumer), ['protocol.too-many-items'])
    t.same(
      consumer.messages.slice(1000).map(({ message }) => message.type),
      ['result', 'done'],
      'what a consumer did is still heard',
    )
    const chunk = Buffer.from(`{"type":"x-a","a":"${'z'.repeat(1_000_000)}"}\n`)
    const flood = readAll(
      (function* () {
        for (let i = 0; i < 70; i++) yield chunk
        yield Buffer.from(`${item('late')}\n${result}\n${done}\n`)
      })(),
      { role: 'consumer', sent },
    )
    t.same(codes(flood), ['protocol.too-many-bytes'])
    t.same(
      flood.messages.map(({ message }) => message.type),
      ['result', 'done'],
    )
    const followUps = Array.from({ length: 1000 }, (_, i) => `{"id":"f${i}","severity":"error","title":"t"}`)
    const tree = item('a', `,"resolutions":[{"id":"x","title":"x","items":[${followUps}]}]`)
    t.same(codes(readText(`${tree}\n`)), ['protocol.too-many-items'], 'follow-up items count')
  })

  t.test('F33 byte order mark, NUL and two objects on a line leave the other lines alone', async t => {
    const told = readText(`\ufeff${item('a')}\n${item('b')}\n\0\n${done}${done}\n${done}\n`)
    t.same(codes(told), ['protocol.bom', 'protocol.nul', 'protocol.not-json'])
    t.same(
      told.messages.map(({ line }) => line),
      [2, 5],
    )
  })

  t.test('F34 a last line without LF counts if it is a whole object', async t => {
    t.same(readText(`${item('a')}\n${done}`).messages.length, 2)
    t.same(readText(`${item('a')}\r\n${done}\r`).messages.length, 2)
    for (let cut = 1; cut < done.length; cut++) {
      const told = readText(`${item('a')}\n${done.slice(0, cut)}`)
      t.same(codes(told), ['protocol.unterminated'], done.slice(0, cut))
      t.equal(told.violations[0]?.line, 2)
      t.equal(told.summary.done, undefined)
    }
    t.same(codes(readText(`${done}\nbye`)), ['protocol.not-json'])
    t.same(codes(readText(`${done}\n  `)), [])
    t.same(codes(readText('')), [])
  })

  t.test('F35 depth beyond the cap is refused before anyone walks down', async t => {
    for (const depth of [MAX_DEPTH + 1, 1000, 100_000, 500_000]) {
      const told = readText(
        `{"type":"done","outcome":"ok","a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}\n`,
      )
      t.same(codes(told), ['protocol.too-deep'], `${depth}`)
    }
    const objects = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
    t.same(codes(readText(`${objects}\n`)), ['protocol.too-deep'])
    t.same(codes(readText(`{"a":${'['.repeat(900_000)}\n${done}\n`)), ['protocol.not-json'])
  })

  t.test('F36 __proto__ reaches nobody, duplicate keys are refused', async t => {
    for (const key of ['__proto__', '__pr\\u006fto__', '\\u005f_proto__']) {
      const told = readText(
        `{"type":"item","${key}":{"severity":"error"},"id":"a","severity":"warning","title":"t","resolutions":[{"id":"x","title":"x","${key}":{"default":true}}]}\n`,
      )
      t.same(codes(told), [], key)
      const message = told.messages[0]!.message as ItemBody
      const copy = Object.assign({}, message, {
        resolutions: message.resolutions!.map(one => Object.assign({}, one)),
      })
      t.equal(Object.getPrototypeOf(copy), Object.prototype)
      t.equal(copy.resolutions[0]?.default, undefined)
      t.same(Object.keys(message), ['type', 'id', 'severity', 'title', 'resolutions'])
    }
    t.equal(({} as { severity?: string }).severity, undefined)
    const told = readText('{"type":"done","outcome":"failed","outcome":"ok"}\n')
    t.match(told.violations, [
      { code: 'protocol.duplicate-key', message: /line 1 has the key "outcome" twice/ },
    ])
  })

  t.test('F37 numbers that readers disagree on', async t => {
    const input = (number: string) =>
      `${item('a', `,"resolutions":[{"id":"x","title":"x","inputs":{"n":{"type":"integer","default":${number}}}}]`)}\n`
    t.same(codes(readText(input('9007199254740991'))), [])
    for (const number of [
      '9007199254740992',
      '9007199254740993',
      '-9007199254740993',
      '1e999',
      '-1e999',
      '0.1',
    ])
      t.same(codes(readText(input(number))), ['protocol.invalid'], number)
    t.match(readText(input('1e999')).violations[0]?.message, /resolutions\[0\]\.inputs\.n\.default/)
    // Also where nobody reads them: they would be kept with the item, and no digest can be made of them.
    for (const number of ['9007199254740992', '-1e16', '1e999', '-1e999']) {
      const told = readText(`${item('a', `,"x-a":[{"b":${number}}]`)}\n`)
      t.match(told.violations, [{ code: 'protocol.invalid', message: /x-a\[0\]\.b is (an|no) / }], number)
      t.same(told.messages, [])
    }
    t.same(codes(readText(`${item('a', ',"x-a":[0.1,-1.5e-300,9007199254740991]')}\n`)), [])
  })

  t.test('F38 results twice, for nothing sent, and lines after done', async t => {
    const result = (id: string, status = 'applied') => `{"type":"result","item":"${id}","status":"${status}"}`
    const sent = ['a', 'b'].map(id => ({ item: id, resolution: 'x' }))
    const told = readText(
      [result('c'), result('a'), result('a'), done, result('b'), item('z'), done].join('\n'),
      {
        role: 'consumer',
        sent,
      },
    )
    t.same(
      told.violations.map(({ line, code }) => [line, code]),
      [
        [1, 'protocol.result-not-sent'],
        [3, 'protocol.result-twice'],
        [5, 'protocol.after-done'],
        [6, 'protocol.after-done'],
        [7, 'protocol.after-done'],
      ],
    )
    t.same(
      told.summary.results.map(({ item }) => item),
      ['a', 'b'],
      'a result after done is still a fact',
    )
    t.same(
      told.messages.map(({ line }) => line),
      [2, 4, 5],
      'what is refused reaches nobody',
    )
    const twice = readText(
      `${item('a', ',"after":["gone"],"resolutions":[{"id":"host.x","title":"t"}]')}\n${done}\n`,
    )
    t.same(codes(twice), ['protocol.host-id'], 'nor does what it refers to')
    t.same(twice.summary.items, 0)
  })

  t.test('F39 messages of the host and items of another step', async t => {
    const start = '{"type":"start","protocol":1,"role":"consumer","run":"r","step":"other","action":"switch"}'
    const resolve = '{"type":"resolve","item":"a","resolution":"x","attempt":1}'
    const told = readText(`${start}\n${resolve}\n${item('other/a')}\n${done}\n`)
    t.same(codes(told), ['protocol.wrong-role', 'protocol.wrong-role', 'protocol.invalid'])
    t.match(
      told.violations[2]?.message,
      /line 3 is no valid item: it says id is "other\/a", but it must be a name/,
    )
  })

  t.test('F40 a stray print is quoted without its escapes, and the sentence says where logs go', async t => {
    const told = readText(`\x1b[31mReading\x1b[0m package\x07 lists…\n${done}\n`)
    t.same(told.violations, [
      {
        line: 1,
        code: 'protocol.not-json',
        message:
          'stdout line 1 is not a message; stdout is for messages, so write logs and the output of tools to stderr',
        sample: 'Reading package lists…',
      },
    ])
    const ending = conclude({ ...ended, done: { type: 'done', outcome: 'ok' }, violations: told.violations })
    t.match(ending, {
      outcome: 'failed',
      code: 'violation',
      message: /line 1 is not a message.*: Reading package lists…$/,
    })
    t.ok(Buffer.byteLength(readText(`${'é\x1b[1m'.repeat(5000)}\n`).violations[0]!.sample) <= 200)
  })

  t.test('F43 a line that comes byte by byte takes no more than its size', async t => {
    const told = readAll(bytewise(Buffer.from(`${item('é')}\n${item('ok')}\n${done}\n`)))
    t.same(codes(told), ['protocol.invalid'])
    t.same(
      told.messages.map(({ line }) => line),
      [2, 3],
    )
  })

  t.test('F44 a grandchild that writes into the middle of a line', async t => {
    const whole = item('a')
    const told = readText(`${whole.slice(0, 20)}updating cache\n${whole.slice(20)}\n${item('b')}\n${done}\n`)
    t.same(
      told.violations.map(({ line, code }) => [line, code]),
      [
        [1, 'protocol.not-json'],
        [2, 'protocol.not-json'],
      ],
    )
    t.same(
      told.messages.map(({ line }) => line),
      [3, 4],
    )
  })
})

t.test('whatever way the bytes are cut, the reader says the same', async t => {
  const pieces = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...vectors.flatMap(v => v.lines ?? (v.line ? [v.line] : []))) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...messageVectors.map(({ message }) => JSON.stringify(message))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '\r', ' ', done, item('q'), `{"type":"x-l","a":"${'l'.repeat(300)}"}`),
    },
  )
  const bytes = fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: pieces.map(text => Buffer.from(`${text}\n`)) },
        { weight: 1, arbitrary: pieces.map(text => Buffer.from(text)) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }).map(array => Buffer.from(array)) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            ...vectors.flatMap(v => (v.hex ? [Buffer.from(`${v.hex}0a`, 'hex')] : [])),
          ),
        },
      ),
      { maxLength: 12 },
    )
    .map(parts => Buffer.concat(parts))
  const cuts = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 })
  const options = fc.record({
    role: fc.constantFrom('producer' as const, 'consumer' as const),
    maxLine: fc.constantFrom(MAX_LINE, 200, 64),
    maxBytes: fc.constantFrom(MAX_LINE, 500, 0),
    maxItems: fc.constantFrom(1000, 1),
    sent: fc.constant([
      { item: 'a', resolution: 'x' },
      { item: 'b', resolution: 'y' },
      { item: 'disk-low', resolution: 'z' },
    ]),
  })
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(bytes, cuts, options, (bytes, cuts, options) => {
        const chunks: Buffer[] = []
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const size = cuts[i % cuts.length]!
          chunks.push(bytes.subarray(at, at + size))
          at += size
        }
        assert.deepEqual(readAll(chunks, options), readAll([bytes], options))
      }),
      { numRuns: 400 },
    ),
  )
})

t.test('duplicate keys are found exactly', async t => {
  const count = (json: string) => {
    // At each offset, since the count works on aligned words.
    const counts = [0, 1, 2, 3].map(offset => {
      const bytes = Buffer.from(':'.repeat(offset) + json)
      return countColons(
        bytes,
        new Int32Array(bytes.buffer, 0, bytes.buffer.byteLength >> 2),
        offset,
        bytes.length,
      )
    })
    assert.equal(new Set(counts).size, 1)
    return counts[0]
  }
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6 }),
        fc.string(),
        fc.constantFrom(undefined, 1),
        (value, key, indent) => {
          const json = JSON.stringify({ value, key }, null, indent)
          const { keys, size } = survey(JSON.parse(json))
          assert.ok(size <= Buffer.byteLength(json))
          assert.equal(duplicateKey(json), undefined)
          assert.ok(keys <= count(json)!)
          assert.equal(count(json), json.split(':').length - 1)
          const name = JSON.stringify(key)
          const twice = `[{"other":${json}},{${name}:1,"x":{${name}:2},${name} :3}]`
          if (key !== 'x') assert.equal(duplicateKey(twice), key)
          const { keys: left, size: least } = survey(JSON.parse(twice))
          assert.notEqual(count(twice), left)
          assert.ok(least < Buffer.byteLength(twice))
        },
      ),
      { numRuns: 300 },
    ),
  )
  // The shortest text of a number may be shorter than its digits, and what that saves must hide no key.
  const numbers = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -3, max: 15 }))
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 5 }), list => {
        const shortest = list.map(([digits, exponent]) => {
          const forms = [
            `${digits}e${exponent}`,
            `${digits}E${exponent}`,
            JSON.stringify(Number(`${digits}e${exponent}`)),
          ]
          return forms.sort((a, b) => a.length - b.length)[0]!
        })
        const json = `{"a":[${shortest}]}`
        assert.ok(survey(JSON.parse(json)).size <= json.length, json)
      }),
      { numRuns: 2000 },
    ),
  )
  for (let n = 0; n < 100_000; n++)
    for (const form of [`${n}`, `${n}`.replace(/(0+)$/, zeros => `e${zeros.length}`)])
      if (survey([Number(form)]).size > form.length + 2) t.fail(form)
  const line = Buffer.from('::'.repeat(3000))
  t.equal(countColons(line, new Int32Array(line.buffer, 0, line.buffer.byteLength >> 2), 1, 5999), 5998)
})

t.test('what is told to be good in one look is good in all', async t => {
  const texts = fc.oneof(
    fc.constantFrom(
      '',
      'a',
      'index-01',
      'a.b_c-d',
      'A',
      '9',
      'a b',
      'é',
      '\0',
      'x'.repeat(64),
      'x'.repeat(65),
      'y'.repeat(257),
    ),
    fc.string({ maxLength: 12 }),
  )
  const odd = fc.oneof(
    texts,
    fc.constantFrom(null, true, false, 0, -1, 30, 1200, 1e9, 2 ** 53, 1.5),
    fc.constant([]),
    fc.constant({}),
  )
  /** Mostly what belongs there, now and then anything. */
  const mostly = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 40, arbitrary }, { weight: 1, arbitrary: odd })
  const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
  const name = fc.stringMatching(/^[a-z][a-z0-9._-]{0,9}$/)
  const title = fc.constantFrom('t', 'Too little space on /')
  const resolution = fc.record(
    {
      id: mostly(name),
      title: mostly(title),
      detail: mostly(title),
      default: mostly(fc.boolean()),
      when: mostly(fc.constantFrom('now', 'after-boot')),
      ends: mostly(fc.constantFrom('resolved', 'kept', 'reverted')),
      seconds: mostly(fc.constantFrom(0, 9, 10, 99, 100, 999, 1000, 1200, 99_999, 123_456, 1_000_000)),
      effects: seldom(fc.constant({ reboot: true })),
    },
    { requiredKeys: ['id', 'title'] },
  )
  const anItem = fc.record(
    {
      type: mostly(fc.constant('item')),
      id: mostly(name),
      severity: mostly(fc.constantFrom('error', 'warning', 'recommendation')),
      title: mostly(title),
      detail: mostly(title),
      fingerprint: mostly(title),
      resources: mostly(fc.array(mostly(title), { maxLength: 3 })),
      resolutions: mostly(fc.array(mostly(resolution), { maxLength: 2 })),
      docs: seldom(fc.constant('https://example.org/')),
      x: seldom(odd),
    },
    { requiredKeys: ['type', 'id', 'severity', 'title'] },
  )
  const edits: ((json: string) => string)[] = [
    json => json,
    json => json.replace(/"id"/, '"id":"z","id"'),
    json => json.replace(/"title"/, '"__proto__":1,"title"'),
    json => json.replace(/,/, ', '),
    json => json.replace(/"t"/, '"\\u0074"'),
    json => json.replace(/:(\d)000\b/, ':$1e3'),
    json => json.replace(/"seconds":\d+/, '"seconds":1e5'),
    json => json.replace(/"default":true/, '"default":1'),
  ]
  const parse = (json: string) => {
    try {
      return JSON.parse(json)
    } catch {
      return undefined
    }
  }
  let plain = 0
  t.doesNotThrow(() =>
    fc.assert(
      fc.property(anItem, fc.constantFrom(...edits), (value, edit) => {
        const json = edit(JSON.stringify(value))
        const parsed = parse(json)
        fc.pre(parsed !== undefined)
        if (!isPlainItem(parsed, Buffer.byteLength(json))) {
          // The other way round it holds for what it is made for.
          const usual = !/[^ -~]|\\|"(docs|effects|x|__proto__)"|\d[e\d]{2}|, /.test(json)
          if (usual && validators.item(parsed) && duplicateKey(json) === undefined)
            assert.fail(`the long way for ${json}`)
          return
        }
        plain++
        assert.ok(validators.item(parsed), json)
        assert.equal(duplicateKey(json), undefined, json)
        assert.ok(!survey(JSON.parse(json)).tooDeep)
        assert.match(json, /^[ -~]*$/)
        assert.deepEqual(
          Object.keys(parsed).filter(key => !(key in schema.$defs.itemBody.properties)),
          ['type'],
        )
      }),
      { numRuns: 4000 },
    ),
  )
  t.ok(plain > 300, `${plain} of 4000 were plain`)
  const looked = (json: string) => isPlainItem(JSON.parse(json), json.length)
  for (const [length, fits] of [
    [64, true],
    [65, false],
  ] as const) {
    t.equal(looked(item('n'.repeat(length))), fits)
    t.equal(looked(item('a', `,"resolutions":[{"id":"${'n'.repeat(length)}","title":"t"}]`)), fits)
    t.equal(
      looked(item('a', `,"fingerprint":"${'f'.repeat(length * 4 - 4 + (length === 64 ? 4 : 1))}"`)),
      fits,
    )
  }
})

t.test('violations name the place', async t => {
  const message = (line: string) => readText(`${line}\n`, { role: 'consumer' }).violations[0]?.message
  t.match(message('{"type":"item","id":"a","title":"t"}'), /is no valid item: it lacks severity$/)
  t.match(
    message('{"type":"item","id":"a","severity":"fatal","title":"t"}'),
    /says severity is "fatal", but it must be one of "error", "warning", "recommendation"$/,
  )
  t.match(message(item('a', ',"resolutions":[{"id":"x"}]')), /lacks resolutions\[0\]\.title$/)
  t.match(message(item('a', ',"after":["a/"]')), /after\[0\] is "a\/", but it must be an address/)
  t.match(
    message(item('a', ',"resolutions":[{"id":"x","title":"x","inputs":{"A b":{"type":"string"}}}]')),
    /has the key "A b" in resolutions\[0\]\.inputs, which must be a name/,
  )
  t.match(message(item('a', ',"title2":1,"resources":"x"')), /resources is "x", but it must be a list$/)
  t.match(message('{"type":"progress","percent":120}'), /percent is 120, but it must be at most 100$/)
  t.match(
    readText(
      `${item('b', ',"after":["a"]')}\n${item('a', ',"after":["c"]')}\n${item('c', ',"after":["b"]')}\n`,
    ).violations,
    [{ line: 1, code: 'protocol.after-cycle', message: /circle: b after a after c after b$/ }],
  )
  t.same(
    codes(readText(`${item('a', ',"after":["disk/b"]')}\n`, { step: 'disk' })),
    ['protocol.unknown-after'],
    'an own item may be written with the name of its step',
  )
  const known = new Set(['b'])
  t.same(codes(readText(`${item('a', ',"after":["b","c"]')}\n`, { role: 'consumer', known })), [
    'protocol.unknown-after',
  ])
})

t.test('host messages', async t => {
  const start: Start = {
    type: 'start',
    protocol: 1,
    role: 'producer',
    run: 'r-1',
    step: 'disk',
    action: 'switch',
  }
  const line = (encoded: ReturnType<typeof encodeStart>) =>
    encoded.ok ? encoded.value : encoded.error.message

  t.test('are compact, with keys in the order of the spec', async t => {
    t.equal(
      line(
        encodeStart({
          config: { b: 1, a: [true] },
          features: [],
          stateDir: '/s',
          target: 't',
          action: 'test',
          step: 'disk',
          run: 'r',
          role: 'consumer',
          protocol: 1,
          type: 'start',
        }),
      ),
      '{"type":"start","protocol":1,"role":"consumer","run":"r","step":"disk","action":"test","target":"t","stateDir":"/s","features":[],"config":{"b":1,"a":[true]}}\n',
    )
    t.equal(
      line(
        encodeResolve({
          input: { key: 'a"b\\c\nd\u2028\x7f\x1b' },
          fingerprint: 'f',
          attempt: 2,
          resolution: 'x',
          item: 'i',
          type: 'resolve',
        }),
      ),
      '{"type":"resolve","item":"i","resolution":"x","attempt":2,"fingerprint":"f","input":{"key":"a\\"b\\\\c\\nd\u2028\x7f\\u001b"}}\n',
    )
  })

  t.test('refuse what cannot travel, and say where', async t => {
    const circle: Record<string, unknown> = {}
    circle.again = circle
    for (const [config, path, reason] of [
      [{ a: [{ b: 'x\0' }] }, 'config.a[0].b', 'U\\+0000'],
      [{ a: '\ud800' }, 'config.a', 'surrogate'],
      [{ a: '\udc00\ud800' }, 'config.a', 'surrogate'],
      [{ 'k\0': 1 }, '"config.k\\u0000"', 'key'],
      [{ a: Number.NaN }, 'config.a', 'finite'],
      [{ a: Number.POSITIVE_INFINITY }, 'config.a', 'finite'],
      [{ a: 2 ** 53 }, 'config.a', '2\\^53'],
      [{ a: 1n }, 'config.a', 'bigint'],
      [{ a: new Date(0) }, 'config.a', 'plain object'],
      [{ a: [undefined] }, 'config.a[0]', 'undefined'],
      [circle, /^config(\.again)+$/, 'levels'],
      [{ a: 'x'.repeat(MAX_LINE) }, '', 'bytes'],
    ] as [Record<string, unknown>, string | RegExp, string][]) {
      const encoded = encodeStart({ ...start, config })
      t.match(encoded, {
        ok: false,
        error: { code: 'protocol.unencodable', path, message: new RegExp(reason) },
      })
    }
    t.match(encodeStart({ ...start, step: 'No' }), {
      ok: false,
      error: { message: /step is "No", but it must be a name/ },
    })
    t.ok(encodeStart({ ...start, config: { pair: '😀', half: 0.5, nothing: null, absent: undefined } }).ok)
  })

  t.test('what is written is what is read', async t => {
    const config = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(
          config,
          fc.string({ unit: 'binary' }),
          fc.integer({ min: 1 }),
          (config, text, attempt) => {
            const encoded = encodeStart({ ...start, config })
            if (encoded.ok) {
              assert.match(encoded.value, /^\{"type":"start","protocol":1,"role":"producer",[^\n]*\}\n$/)
              assert.deepEqual(JSON.parse(encoded.value), JSON.parse(JSON.stringify({ ...start, config })))
            }
            const resolve: Resolve = { type: 'resolve', item: 'a', resolution: 'x', attempt, input: { text } }
            const sent = encodeResolve(resolve)
            assert.equal(sent.ok, !text.includes('\0') && !/\p{Surrogate}/u.test(text))
            if (sent.ok) assert.deepEqual(JSON.parse(sent.value), resolve)
          },
        ),
        { numRuns: 300 },
      ),
    )
  })
})

const ended: Course = {
  role: 'producer',
  sent: [],
  done: undefined,
  results: [],
  items: 0,
  violations: [],
  exit: { status: 0, signal: null },
  stderr: [],
}

t.test('how a run ended', async t => {
  const say = (outcome: 'ok' | 'failed' | 'again', more = {}) => ({ type: 'done', outcome, ...more }) as const
  const result = (id: string, status: 'applied' | 'failed' = 'applied', more = {}) =>
    ({ type: 'result', item: id, status, ...more }) as const
  const violation: Violation = {
    line: 3,
    code: 'protocol.not-json',
    message: 'stdout line 3 is bad',
    sample: 'x',
  }
  const exit = (status: number | null, signal: string | null = null) => ({ status, signal })
  const consumer = { role: 'consumer', sent: [{ item: 'a' }, { item: 'b' }] } as const
  const both = [result('a'), result('b')]
  const table: [string, Partial<Course>, 'ok' | 'failed' | 'again', string?][] = [
    ['done ok and exit 0', { done: say('ok') }, 'ok'],
    ['F15 exit 0 without done', {}, 'failed', 'no-done'],
    ['exit 1 without done', { exit: exit(1) }, 'failed', 'exit'],
    ['done ok and exit 3', { done: say('ok'), exit: exit(3) }, 'failed', 'exit'],
    ['done failed and exit 0', { done: say('failed', { code: 'config' }) }, 'failed', 'config'],
    ['done failed without a code', { done: say('failed'), exit: exit(1) }, 'failed', 'failed'],
    ['not yet', { done: say('failed', { code: 'not-yet' }), exit: exit(1) }, 'failed', 'not-yet'],
    ['F18 a signal after done', { done: say('ok'), exit: exit(null, 'SIGSEGV') }, 'failed', 'signal'],
    ['F18 a signal without done', { exit: exit(null, 'SIGKILL') }, 'failed', 'signal'],
    ['idle', { exit: exit(null, 'SIGTERM'), ended: 'idle' }, 'failed', 'timeout'],
    [
      'F20 hangs after done',
      { done: say('ok'), exit: exit(null, 'SIGKILL'), ended: 'total' },
      'failed',
      'timeout',
    ],
    ['a violation', { done: say('ok'), violations: [violation] }, 'failed', 'violation'],
    [
      'a violation and a temporary failure',
      { done: say('failed', { code: 'temporary' }), violations: [violation] },
      'failed',
      'violation',
    ],
    [
      'overflow',
      { exit: exit(null, 'SIGTERM'), ended: 'overflow', violations: [violation] },
      'failed',
      'violation',
    ],
    ['never started', { exit: null, spawnError: 'ENOENT' }, 'failed', 'spawn'],
    ['cancelled', { exit: exit(null, 'SIGTERM'), ended: 'cancelled' }, 'failed', 'cancelled'],
    ['a producer says again', { done: say('again') }, 'failed', 'violation'],
    ['a producer asks for a reboot that nobody grants', { done: say('ok', { reboot: true }) }, 'ok'],
    ['all applied', { ...consumer, results: both, done: say('ok') }, 'ok'],
    ['nothing sent', { role: 'consumer', done: say('ok') }, 'ok'],
    ['ok without a result', { ...consumer, results: [result('a')], done: say('ok') }, 'failed', 'incomplete'],
    ['F17 exit 1 after all results', { ...consumer, results: both, exit: exit(1) }, 'failed', 'exit'],
    ['F16 exit 0 after partial output', { ...consumer, results: [result('a')] }, 'failed', 'no-done'],
    [
      'a failed result with its code',
      {
        ...consumer,
        results: [result('a', 'failed', { code: 'stale' })],
        done: say('failed'),
        exit: exit(1),
      },
      'failed',
      'stale',
    ],
    [
      'ok after a failed result',
      { ...consumer, results: [result('a'), result('b', 'failed')], done: say('ok') },
      'failed',
      'failed',
    ],
    [
      'again after a failed result',
      { ...consumer, results: [result('a', 'failed', { code: 'temporary' })], done: say('again') },
      'failed',
      'temporary',
    ],
    ['again with a result', { ...consumer, results: [result('a')], done: say('again') }, 'again'],
    ['again with an item', { ...consumer, items: 1, done: say('again') }, 'again'],
    ['again with a reboot', { ...consumer, done: say('again', { reboot: true }) }, 'again'],
    ['again with nothing', { ...consumer, done: say('again') }, 'failed', 'violation'],
    [
      'again, cancelled',
      { ...consumer, done: say('again', { code: 'cancelled' }), ended: 'cancelled' },
      'again',
      'cancelled',
    ],
    [
      'again, exit 1',
      { ...consumer, results: [result('a')], done: say('again'), exit: exit(1) },
      'failed',
      'exit',
    ],
    [
      'ok at last though cancelled',
      { ...consumer, results: both, done: say('ok'), ended: 'cancelled' },
      'ok',
    ],
  ]
  for (const [name, course, outcome, code] of table) {
    const ending = conclude({ ...ended, ...course })
    t.equal(ending.outcome, outcome, name)
    t.equal(ending.code, code, name)
    if (outcome === 'failed') t.match(ending.message, /^(?!.*\.(?:\s|$)).{10,}$/, `${name}: one sentence`)
    t.same(JSON.parse(JSON.stringify(ending)), ending, `${name} is plain data`)
  }
  const limited = (limit: 'idle' | 'total', ms: number): string | undefined =>
    conclude({ ...ended, ended: limit, timeouts: { idle: ms, total: ms } }).message
  t.equal(limited('idle', 60_000), 'the producer gave no output for 60 s (timeouts.producer.idle)')
  t.equal(limited('total', 600_000), 'the producer took longer than 10 m (timeouts.producer.total)')
  t.equal(limited('total', 1500), 'the producer took longer than 1500 ms (timeouts.producer.total)')
  const again = conclude({ ...ended, ...consumer, done: say('again') })
  t.match(again.violations, [{ line: 0, code: 'protocol.again-empty' }])
  t.equal(conclude({ ...ended, ...consumer, results: both, done: say('ok', { reboot: true }) }).reboot, true)
  t.equal(conclude({ ...ended, done: say('ok', { reboot: true }) }).reboot, undefined)
  t.same(conclude({ ...ended, stderr: ['last words'] }).stderr, ['last words'])
  t.match(
    conclude({
      ...ended,
      ...consumer,
      done: say('failed', { message: 'no \x1b[31mdisk\nhere' }),
      exit: exit(1),
    }).message,
    /^no disk here$/,
  )
})

t.test('text', async t => {
  t.test('F41 escapes are taken out, words stay', async t => {
    for (const [raw, cleaned] of [
      ['plain é 😀\ttab\nline', 'plain é 😀\ttab\nline'],
      ['\x1b[1;31mred\x1b[0m', 'red'],
      ['\x1b]0;title\x07a\x1b]8;;https://x\x1b\\link\x1b]8;;\x1b\\b', 'alinkb'],
      ['\x1bP1$r\x1b\\a\x1b_apc\x1b\\b\x1b^pm\x1b\\c\x1bXsos\x1b\\d', 'abcd'],
      ['\x9b31mred\x9d0;t\x9cx', 'redx'],
      ['\x1b]never ended', 'never ended'],
      ['\x1b[', ''],
      ['\x1bcreset\x1b(B', 'reset'],
      ['10%\r20%\r\ndone\r\r\n', '10%\n20%\ndone\n'],
      ['a\x00\x07\x08\x0b\x7f\x85b', 'ab'],
      ['\u202eevil\u2066\u200f\ufeff\u061c', 'evil'],
      ['a\u{e0041}b', 'ab'],
      ['half \ud800', 'half \ufffd'],
    ] as const)
      t.equal(clean(raw), cleaned, JSON.stringify(raw))
    t.equal(cleanLine('  a \n\t b\u2028c '), 'a b c')
    t.equal(clean('ééé', 5), 'é…')
    t.equal(clean('é', 2), 'é')
    t.equal(clean('abc', 0), '')
    t.ok(clean('\x1b]'.repeat(500_000)).length <= 16_384, 'a megabyte of openings is no work')
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom('\x1b', '[', ']', '\x07', '\\', '0', 'm', '\x9b')),
          fc.nat(50),
          (text, noise, max) => {
            const cleaned = clean(text + noise.join(''), max)
            assert.ok(Buffer.byteLength(cleaned) <= max)
            assert.doesNotMatch(cleaned, /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]/)
          },
        ),
      ),
    )
  })

  t.test('F42 secrets are taken out, also in pieces', async t => {
    t.equal(redact('key=hunter2, again hunter2', ['hunter2']), 'key=[secret], again [secret]')
    t.equal(redact('abcdef', ['abcd', 'cdef']), '[secret]')
    t.equal(redact('aaa', ['aa']), '[secret]')
    t.equal(redact('ab ab', ['ab', 'a']), '[secret] [secret]')
    t.equal(redact('{"key":"a\\"b\\nc"}', ['a"b\nc']), '{"key":"[secret]"}')
    t.equal(redact('"k\\u00e9y\\/1" "k\\u00E9y/1"', ['k\u00e9y/1']), '"[secret]" "[secret]"', 'JSON in ASCII')
    t.equal(redact('cut hunt…', ['hunter2']), 'cut [secret]…')
    t.equal(redact('…nter2 cut', ['hunter2']), '…[secret] cut')
    t.equal(redact('line two-of-it here', ['line one\ntwo-of-it\n']), 'line [secret] here')
    t.equal(redact('nothing', ['', 'x']), 'nothing')
    t.equal(redact(clean('hun\x1b[0mter2'), ['hunter2']), '[secret]')
    t.doesNotThrow(() =>
      fc.assert(
        fc.property(fc.string({ minLength: 1 }), fc.array(fc.string()), (secret, around) => {
          if (!'[secret]'.includes(secret))
            assert.ok(touches(secret) || !redact(around.join(secret), [secret]).includes(secret))
        }),
      ),
    )
  })
})

/** A secret that shares its ends with the mark can come about anew beside it, with no letter of it told. */
const touches = (secret: string) => /[[\]]/.test(secret) || 'secret'.includes(secret)

t.test('fingerprints', async t => {
  const found: ItemBody = {
    id: 'a',
    severity: 'warning',
    title: '3 files',
    resources: ['/a', '/b'],
    resolutions: [
      {
        id: 'x',
        title: 'one',
        inputs: { b: { type: 'string' }, a: { type: 'string' } },
        items: [{ id: 'c', severity: 'error', title: 'c' }],
      },
    ],
  }
  const [x] = found.resolutions!
  const own = fingerprintOf(found)
  t.match(own, /^host:[0-9a-f]{16}$/)
  t.equal(fingerprintOf({ ...found, fingerprint: 'v.16' }), 'v.16')
  const same: ItemBody[] = [
    { ...found, title: '4 files', detail: 'more', docs: 'https://x' },
    { ...found, resources: ['/b', '/a', '/a'] },
    { ...found, after: ['z'] },
    {
      ...found,
      resolutions: [
        {
          ...x!,
          title: 'two',
          detail: 'd',
          seconds: 9,
          when: 'now',
          ends: 'resolved',
          default: false,
          effects: { destructive: false },
        },
      ],
    },
    {
      ...found,
      resolutions: [
        { ...x!, inputs: { a: { type: 'string', title: 'A', optional: false }, b: { type: 'string' } } },
      ],
    },
    { ...found, resolutions: [{ ...x!, items: [{ id: 'c', severity: 'error', title: 'other' }] }] },
  ]
  for (const one of same) t.equal(fingerprintOf(one), own, JSON.stringify(one))
  const different: ItemBody[] = [
    { ...found, severity: 'error' },
    { ...found, resources: ['/a'] },
    { ...found, resolutions: [] },
    { ...found, resolutions: [{ ...x!, id: 'y' }] },
    { ...found, resolutions: [{ ...x!, when: 'after-boot' }] },
    { ...found, resolutions: [{ ...x!, ends: 'kept' }] },
    { ...found, resolutions: [{ ...x!, effects: { destructive: true } }] },
    { ...found, resolutions: [{ ...x!, effects: { reversible: false } }] },
    { ...found, resolutions: [{ ...x!, inputs: {} }] },
    { ...found, resolutions: [{ ...x!, items: [{ id: 'c', severity: 'warning', title: 'c' }] }] },
    { ...found, resolutions: [{ ...x!, items: [{ id: 'd', severity: 'error', title: 'c' }] }] },
  ]
  const prints = different.map(fingerprintOf)
  t.equal(new Set([own, ...prints]).size, different.length + 1)
  t.equal(digestOf({ b: 1, a: 'é' }), digestOf({ a: 'é', b: 1 }))
  t.equal(digestOf({}), '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', 'sha256 of {}')
})
