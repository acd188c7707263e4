/** Hosts in the conformance suite: Edgewise is one, no adapter gets the suite down, and what it sends is what it says it sends. */

import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t, { type Test } from 'tap'
import { type Case, readCases } from '../src/conformance/case.js'
import { readAdapter } from '../src/conformance/host/adapter.js'
import { hostAssertions } from '../src/conformance/host/assertions.js'
import { hostTrials } from '../src/conformance/host/trials.js'
import { someUser } from '../src/conformance/host/user.js'
import { problems } from '../src/conformance/lint.js'
import type { MutantList } from '../src/conformance/mutants.js'
import { readRequirements, rulesOf } from '../src/conformance/requirements.js'
import { runSuite } from '../src/conformance/suite.js'
import type { Verdict } from '../src/conformance/trial.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const edgewise = join(root, 'conformance/adapters/edgewise.mjs')
const bad = join(root, 'test/fixtures/conformance/adapter')
const read = readCases()
if (!read.ok) throw new Error(read.error)
const cases = read.value.filter(({ family }) => family === 'host')

interface Ran {
  status: number | null
  stdout: string
  stderr: string
}

const cli = (...args: string[]): Promise<Ran> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [join(root, 'dist/cli.cjs'), 'conformance', ...args], { cwd: root })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', text => {
        said[stream] += text
      })
    child.on('close', status => resolve({ status, ...said }))
  })

t.test('Edgewise passes as a host', { timeout: 600_000 }, async t => {
  const folder = t.testdir()
  const [report, junit] = [join(folder, 'report'), join(folder, 'junit')]
  const ran = await cli(
    'host',
    '--adapter',
    edgewise,
    '-j',
    '6',
    '--strict',
    '--report',
    report,
    '--junit',
    junit,
  )
  t.equal(ran.status, 0, ran.stdout.replace(/^ok .*\n/gm, ''))
  const points = ran.stdout.split('\n').filter(line => /^(not )?ok /.test(line))
  t.equal(points.length, cases.length)
  t.ok(points.length >= 40, `${points.length} cases`)
  for (const point of points) {
    const [, title, reason] = /^ok \d+ - (.*?) # SKIP (.*?)(?: # time|$)/.exec(point) ?? []
    if (title) t.test(title, { skip: reason ?? 'it cannot be tried here' }, () => {})
  }
  t.match(JSON.parse(readFileSync(report, 'utf8')), {
    suite: '1.0',
    family: 'host',
    level: process.getuid?.() === 0 ? 'root' : 'user',
    failed: 0,
    programs: { adapter: { argv: [edgewise], digest: /^[0-9a-f]{64}$/ } },
  })
  t.match(readFileSync(junit, 'utf8'), new RegExp(`<testsuites tests="${cases.length}" failures="0"`))
})

/** What comes of some cases with an adapter that is bad in some way; nothing of it may stay. */
async function tried(t: Test, mode: string, ids: string[]): Promise<Record<string, Verdict>> {
  const temporary = t.testdir()
  const before = process.env.TMPDIR
  process.env.TMPDIR = temporary
  const adapter = readAdapter(bad, [mode])
  if (!adapter.ok) throw new Error(adapter.error)
  const chosen = cases.filter(({ id }) => ids.includes(id))
  const limits = { patience: 700, cpu: 2000 }
  const { outcomes } = await runSuite(hostTrials(chosen, { adapter: adapter.value, limits }), { jobs: 2 })
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  t.same(readdirSync(temporary), [], 'no file is left')
  return Object.fromEntries(outcomes.map(({ trial, verdict }) => [trial.case.id, verdict]))
}

t.test('no adapter gets the suite down', async t => {
  const expected: [string, RegExp][] = [
    ['silent', /exited without a reply/],
    ['junk', /printed what is no JSON: all is well/],
    ['binary', /printed what is no JSON/],
    ['misspelt', /printed .*outcom.*: it lacks outcome/],
    ['goes-on', /went on after its reply/],
    ['flood', /printed a line of more than 4 MiB|used the processor for 2 seconds/],
    ['fails', /exited with 3/],
    ['dies', /was ended by SIGSEGV/],
    ['hangs', /had to be ended in the call "look" \(check\): it did nothing at all for 0.7 seconds/],
    ['lies', /the outcome is done, not blocked/],
    ['no-lf', /the outcome is done, not blocked/],
    ['forks', /the outcome is done, not blocked/],
  ]
  for (const [mode, message] of expected)
    await t.test(mode, async t => {
      const { 'H-09': verdict } = await tried(t, mode, ['H-09'])
      t.match(verdict, { state: 'not ok', failures: [{ message, sent: [/"command":"check"/] }] })
      if (mode === 'fails') t.match(verdict, { failures: [{ stderr: ['no host here'] }] })
    })
  await t.test('what is waited for in vain is told', async t => {
    const found = await tried(t, 'lies', ['H-25', 'H-30'])
    t.match(found['H-25'], { failures: [{ message: /had not told that the result of a\/one is on record/ }] })
    t.match(found['H-30'], { failures: [{ message: /over before a player had come to "held"/ }] })
  })
})

t.test('a host that does nothing passes no case, whatever it says', { timeout: 300_000 }, async t => {
  const found = await tried(
    t,
    'lies',
    cases.map(({ id }) => id),
  )
  const passed = Object.entries(found).filter(([, { state }]) => state === 'ok')
  t.same(
    passed.map(([id]) => id),
    [],
  )
})

t.test('what is sent is as the schema says', { timeout: 300_000 }, async t => {
  const folder = t.testdir()
  const adapter = readAdapter(bad, ['keeps', folder])
  if (!adapter.ok) throw new Error(adapter.error)
  const limits = { patience: 30_000, cpu: 60_000 }
  await runSuite(hostTrials(cases, { adapter: adapter.value, limits }), { jobs: 4 })
  const schema = JSON.parse(readFileSync(join(root, 'conformance/adapter.schema.json'), 'utf8'))
  const ajv = new Ajv2020({ strict: false, allErrors: true }).addSchema(schema)
  const counted = { request: 0, transition: 0 }
  for (const name of readdirSync(folder)) {
    const kind = name.split('.')[1] as keyof typeof counted | undefined
    if (!kind) continue
    counted[kind]++
    const validate = ajv.getSchema(`${schema.$id}#/$defs/${kind}`)!
    t.ok(validate(JSON.parse(readFileSync(join(folder, name), 'utf8'))), ajv.errorsText(validate.errors))
  }
  t.ok(counted.request >= cases.length && counted.transition === counted.request, JSON.stringify(counted))
})

t.test('the command', async t => {
  const folder = t.testdir({ plain: 'not a program' })
  for (const [args, message] of [
    [['host'], /required option '--adapter <file>' not specified/],
    [['host', '--adapter', join(folder, 'nothing')], /the adapter .*nothing does not exist/],
    [['host', '--adapter', join(folder, 'plain')], /the adapter .*plain cannot be executed/],
    [['host', '--adapter', folder], /is a folder/],
    [['host', '--adapter', bad, '--only', 'S-*'], /nothing was run: no case is called S-\*/],
  ] as const) {
    const ran = await cli(...args)
    t.equal(ran.status, 2, args.join(' '))
    t.match(ran.stderr, message)
  }
  const ran = await cli('host', '--adapter', bad, '--only', 'H-09', '--', 'lies')
  t.match(ran, { status: 1, stdout: /adapter: .*adapter lies[\s\S]*\n0 passed, 1 failed, 0 skipped\n$/ })
  t.match(ran.stdout, /rules: R6.3[\s\S]*sent:[\s\S]*came:[\s\S]*"outcome":"done"[\s\S]*what to do/)
  t.match(await cli('list'), { stdout: /^H-01 {2}MUST .*\[R1.10 /m })
})

t.test('lint knows the words of hosts', async t => {
  const base = {
    cases: read.value,
    rules: rulesOf(),
    requirements: readRequirements(),
    mutants: JSON.parse(readFileSync(join(root, 'conformance/mutants.json'), 'utf8')) as MutantList,
  }
  t.same(problems(base), [])
  const change = (with_: Partial<Case>): string =>
    problems({
      ...base,
      cases: base.cases.map(one => (one.id === 'H-09' ? { ...one, ...with_ } : one)),
    }).join('\n')
  const [transition, call] = cases.find(({ id }) => id === 'H-09')!.do
  t.match(change({ expect: [{ that: 'is-nice' }] }), /H-09 expects is-nice, which the suite cannot judge/)
  t.match(
    change({ expect: [{ that: 'outcome', is: ['done'], of: 'other' }] }),
    /of other, which it does not call/,
  )
  t.match(change({ expect: [{ that: 'fails', step: 'z' }] }), /of the step z, which it does not have/)
  t.match(change({ do: [transition!] }), /H-09 proves nothing: it calls nothing/)
  t.match(change({ do: [call!] }), /H-09 calls a host that has no transition/)
  t.match(
    change({ expect: [{ that: 'begins-after', first: 'a', next: 'a' }] }),
    /proves nothing: a after itself/,
  )
  t.match(
    change({ do: [transition!, { ...call, meanwhile: [{ look: 'middle' }] }] }),
    /looks around in look and uses nothing/,
  )
  const used = new Set(cases.flatMap(({ expect }) => expect.map(({ that }) => that)))
  t.same(
    Object.keys(hostAssertions).filter(word => !used.has(word)),
    [],
    'no word is there for nothing',
  )
})

t.test('a user with more groups than one goes before one with a single group', async t => {
  const folder = t.testdir({
    passwd: 'root:x:0:0::/:/bin/sh\none:x:5:50::/:/bin/sh\ntwo:x:6:60::/:/bin/sh\n',
    group: 'root:x:0:two\nmore:x:70:nobody,two\nthird:x:40:two\n',
  })
  const found = someUser(join(folder, 'passwd'), join(folder, 'group'))
  t.same(found, { name: 'two', uid: 6, gid: 60, groups: [0, 40, 60, 70] })
  t.equal(someUser(join(folder, 'none'), join(folder, 'none')), undefined)
})
