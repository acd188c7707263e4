/** `log` and `audit` on journals whole, torn, damaged, forged, newer, and of a run that goes on. */

import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { type Link, readRecord, writeRecord } from '../src/journal/record.js'
import type { RunEvent } from '../src/scheduler/event.js'
import { ending, transition } from './transition.js'
import { until } from './until.js'

const old = join(import.meta.dirname, 'fixtures', 'journal', 'format-1', 'journal.jsonl')
const linesOf = (file: string): Buffer[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => Buffer.from(line))
const schema = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('../protocol/report.schema.json', import.meta.url), 'utf8')),
)
const stream = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))

/** Writes the records anew as a sound chain, as somebody with an editor and our code could. */
function forged(file: string, change: (links: Link[]) => Link[]): string {
  const links = change(linesOf(old).map(line => readRecord(line)!))
  let prev = links[0]!.prev
  const lines = links.map((link, i) => {
    const { line, sum } = writeRecord({ ...link, seq: i + 1, prev })
    prev = sum
    return `${line}\n`
  })
  writeFileSync(file, lines.join(''), { mode: 0o600 })
  return file
}

/** A state directory whose one run has this journal. */
function stateWith(t: Parameters<typeof transition>[0], name = 'r20261123-192450-24f5db') {
  const it = transition(t, { a: {} })
  const folder = join(it.state, 'runs', name)
  mkdirSync(it.state, { mode: 0o711 })
  mkdirSync(join(it.state, 'runs'), { mode: 0o700 })
  mkdirSync(join(it.state, 'steps'), { mode: 0o711 })
  mkdirSync(folder, { mode: 0o700 })
  mkdirSync(join(folder, 'tasks'), { mode: 0o700 })
  const journal = join(folder, 'journal.jsonl')
  copyFileSync(old, journal)
  return { ...it, journal }
}

t.test('log tells who did what, when: the choices before the commit too', async t => {
  const it = stateWith(t)
  const told = await it.run(['log'])
  t.equal(told.status, 0, told.stderr)
  const lines = told.stdout.trimEnd().split('\n')
  for (const line of [
    '2026-11-23T19:24:50Z  accounts  chosen  accounts/uid-bob: waived, "bob left last year", in the answers file, by root',
    '2026-11-23T19:24:50Z  accounts  started  uid-alice: re-own',
    '    chown: busy',
    '2026-11-23T19:25:08Z  database  chosen  database/host.failed: retry, by edgewise choose, by root',
    '2026-11-23T19:25:10Z  edgewise  rebooted  the machine has booted again',
    '2026-11-23T19:25:10Z  modules  unknown  its host ended while it ran',
    '2026-11-23T19:25:10Z  edgewise  completed  5 selections applied',
  ])
    t.ok(lines.includes(line), line)
  t.ok(
    lines.findIndex(line => line.includes('chosen')) < lines.findIndex(line => line.includes('committed')),
    'what was chosen before stands before',
  )
  t.equal((await it.run(['log', '24f5db'])).stdout, told.stdout, 'the end of the name will do')
  const none = await it.run(['log', 'nothing'])
  t.equal(none.status, 2)
  t.match(none.stderr, /no run nothing.*\n.*log --list/)
  t.match(
    (await it.run(['log', '--list'])).stdout,
    /^r20261123-192450-24f5db {2}completed {2}web-1 {2}.*77 records\n$/,
  )
})

t.test(
  'log --json: every event of the journal, as every other stream has it, and where it stands',
  async t => {
    const it = stateWith(t)
    const lines = stream((await it.run(['log', '--json'])).stdout)
    t.match(lines[0], { type: 'edgewise', format: 1, command: 'log' })
    t.match(lines.at(-1), { type: 'end', run: 'r20261123-192450-24f5db', exit: 0 })
    t.same(
      lines.slice(1, -1).map(({ record, ...event }) => event),
      linesOf(old).map(line => JSON.parse(String(line)).event),
    )
    t.match(lines[2], { type: 'task-started', record: { seq: 2, time: '2026-11-23T19:24:50.460Z' } })
    for (const command of [
      ['log', '--json'],
      ['log', '--list', '--json'],
      ['audit', '--json'],
    ])
      for (const line of stream((await it.run(command)).stdout))
        t.ok(schema(line), `${line.type}: ${JSON.stringify(schema.errors)}`)
  },
)

t.test('audit: a legal run, here and from a copy on another machine', async t => {
  const it = stateWith(t)
  const told = await it.run(['audit'])
  t.equal(told.status, 0, told.stderr)
  t.match(told.stdout, /77 records, whole and in order/)
  t.match(told.stdout, /Legal: nothing happened that was not allowed, intended and chosen/)
  for (const path of [old, join(old, '..')]) {
    const copy = await it.run(['audit', path, '--json'])
    t.match(stream(copy.stdout)[1], { type: 'audit', legal: true, records: 77, file: old })
  }
})

t.test('F61: damage is told with its line; what stands before it is shown', async t => {
  const it = stateWith(t)
  const bytes = readFileSync(it.journal)
  const at = bytes.indexOf('{"seq":40,') + 30
  bytes[at] = bytes[at]! ^ 1
  writeFileSync(it.journal, bytes)
  const told = await it.run(['log'])
  t.equal(told.status, 11)
  t.match(
    told.stdout,
    /database {2}started {2}collation: reindex \(round 2\)\n$/,
    'line 39 is the last one shown',
  )
  t.match(told.stderr, /journal\.jsonl, line 40 \(byte \d+\) is damaged/)
  const audited = await it.run(['audit', '--json'])
  t.equal(audited.status, 11)
  t.match(stream(audited.stdout)[1], { type: 'breach', line: 40, rule: 'record' })
  t.match(stream(audited.stdout).at(-1), { code: 'journal.damaged', exit: 11 })
  writeFileSync(it.journal, bytes.subarray(0, bytes.lastIndexOf('{"seq":')))
  for (const command of [['resume'], ['status'], ['choose', 'a/b', 'c'], ['abandon', '--reason', 'r']]) {
    const refused = await it.run(command)
    t.equal(refused.status, 11, `${command[0]}: nobody goes on with it`)
    t.match(refused.stderr, /Keep a copy of its folder, .* `edgewise log` tells what is whole/)
  }
  chmodSync(it.state, 0o777)
  for (const command of ['log', 'status', 'resume']) t.equal((await it.run([command])).status, 2, command)
})

t.test('records left out or turned round are told with the line', async t => {
  const it = stateWith(t)
  const lines = linesOf(old)
  const write = (some: Buffer[]): void => writeFileSync(it.journal, some.map(line => `${line}\n`).join(''))
  write([...lines.slice(0, 30), ...lines.slice(31)])
  t.match((await it.run(['audit'])).stdout, /line\s31\s\(byte\s\d+\)\sis\s+damaged/)
  write([...lines.slice(0, 20), lines[21]!, lines[20]!, ...lines.slice(22)])
  t.match((await it.run(['audit'])).stdout, /line\s21\s\(byte\s\d+\)\sis\s+damaged/)
})

t.test('F60: a torn tail is told, and is no breach', async t => {
  const it = stateWith(t)
  writeFileSync(it.journal, readFileSync(old).subarray(0, -40))
  const told = await it.run(['audit'])
  t.equal(told.status, 0)
  t.match(told.stdout, /never acknowledged,\s+from\s+line\s+77/)
  t.match((await it.run(['log'])).stderr, /never acknowledged, from line 77/)
})

t.test('a forged chain is whole, and the audit finds what it tells', async t => {
  const it = stateWith(t)
  const crimes: [RegExp, (links: Link[]) => Link[]][] = [
    [/nobody had chosen/, links => links.filter(link => link.event.type !== 'choice-made')],
    [
      /has a result and was not sent|which was (pending|ready)/,
      links => links.filter(link => link.event.type !== 'task-started'),
    ],
    [
      /was applied twice|which was applied/,
      links => links.flatMap(link => (link.event.type === 'selection-result' ? [link, link] : [link])),
    ],
  ]
  for (const [why, change] of crimes) {
    forged(it.journal, change)
    const told = await it.run(['audit', '--json'])
    t.equal(told.status, 11)
    const lines = stream(told.stdout)
    const breaches = lines.filter(line => line.type === 'breach')
    t.ok(
      breaches.some(({ message }) => why.test(String(message))),
      `${why}: ${breaches[0]?.message}`,
    )
    t.match(lines.at(-1), { code: 'journal.illegal', exit: 11 })
  }
})

t.test('F69: versions', async t => {
  const later =
    (event: object): ((links: Link[]) => Link[]) =>
    links => [
      ...links.slice(0, 76),
      { ...links[75]!, host: '9.9.0', format: 1, event: event as unknown as RunEvent },
      ...links.slice(76),
    ]
  t.test('an event that this host does not know is refused, with the version that wrote it', async t => {
    const it = stateWith(t)
    forged(it.journal, later({ type: 'task-teleported', task: 'a' }))
    for (const command of ['log', 'audit', 'status', 'resume']) {
      const told = await it.run([command])
      if (command !== 'status' && command !== 'resume') t.equal(told.status, 2, command)
      t.not(told.status, 0)
      if (command !== 'resume')
        t.match(told.stderr, /line 77 tells of `task-teleported`.*edgewise 9\.9\.0 wrote it/)
    }
    t.match((await it.run(['log'])).stdout, /collation: reindex/, 'what it knows is told')
  })
  t.test('one that says it is optional is passed over; so is a field that nobody knew', async t => {
    const it = stateWith(t)
    forged(it.journal, later({ type: 'weather-seen', optional: true, sky: 'grey' }))
    for (const command of ['log', 'audit', 'status']) t.equal((await it.run([command])).status, 0, command)
    forged(it.journal, links =>
      links.map(link => ({ ...link, event: { ...link.event, mood: 'good' } as unknown as RunEvent })),
    )
    t.equal((await it.run(['audit'])).status, 0)
  })
  t.test('a newer format is refused, by whoever reads it', async t => {
    const it = stateWith(t)
    forged(it.journal, links =>
      links.map(link => (link.seq === 49 ? { ...link, format: 2, host: '2.0.0' } : link)),
    )
    const told = await it.run(['audit'])
    t.equal(told.status, 2)
    t.match(told.stderr, /line 49 is in format 2, written by edgewise 2\.0\.0/)
  })
})

t.test('F77: a run that goes on is told without its lock, and stays as it is', async t => {
  const it = transition(t, {
    a: {
      script: `take() {
  : >"$dir/a.begun"
  while [ ! -e "$dir/go" ]; do sleep 0.02; done
  : >"$dir/a.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`,
    },
  })
  const child = it.start(['apply', it.manifest, '--accept', 'all'])
  const ended = ending(child)
  await until('a is begun', () => existsSync(join(it.dir, 'a.begun')))
  const told = await it.run(['log'])
  t.equal(told.status, 0, told.stderr)
  t.match(told.stdout, /a {2}started {2}missing: make\n$/)
  const audited = await it.run(['audit', '--json'])
  t.match(stream(audited.stdout)[1], { type: 'audit', state: 'open', legal: true, starts: 1, results: 0 })
  writeFileSync(join(it.dir, 'go'), '')
  t.equal((await ended).status, 0)
  t.match(stream((await it.run(['audit', '--json'])).stdout)[1], { state: 'completed', legal: true })
})
