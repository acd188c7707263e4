/** The conformance suite: it is sound, it judges rightly, and no program gets it down. */

import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { type Case, readCase, readCases } from '../src/conformance/case.js'
import { toJunit } from '../src/conformance/junit.js'
import { fixKnown, readKnown } from '../src/conformance/known.js'
import { lint, problems } from '../src/conformance/lint.js'
import type { MutantList } from '../src/conformance/mutants.js'
import { readRequirements, rulesOf } from '../src/conformance/requirements.js'
import { abilities } from '../src/conformance/step/abilities.js'
import { readSubject } from '../src/conformance/step/subject.js'
import { stepTrials } from '../src/conformance/step/trials.js'
import { runSuite, type Tally } from '../src/conformance/suite.js'
import { comment, header, lastLine, point } from '../src/conformance/tap.js'
import type { Trial, Verdict } from '../src/conformance/trial.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const data = join(root, 'conformance')
const bad = join(root, 'test/fixtures/conformance/bad')
const cases = readCases()
if (!cases.ok) throw new Error(cases.error)
const all = cases.value
const mutants = JSON.parse(readFileSync(join(data, 'mutants.json'), 'utf8')) as MutantList
const named = (...ids: string[]): Case[] => all.filter(({ id }) => ids.includes(id))

t.test('the suite is sound', async t => {
  t.same(lint(), [])
  t.ok(all.length >= 50, `${all.length} cases were read`)
})

t.test('lint finds what is unsound', async t => {
  const [rules, requirements] = [rulesOf(), readRequirements()]
  const base = { cases: all, rules, requirements, mutants }
  const withCase = (change: Partial<Case>, id = 'S-02'): string[] =>
    problems({ ...base, cases: all.map(one => (one.id === id ? { ...one, ...change } : one)) })
  t.match(problems({ ...base, rules: [...rules, { number: 'R9.9', text: 'A step MUST dance.' }] }), [
    /the rule R9.9 has neither a case nor a reason/,
  ])
  t.match(
    problems({
      ...base,
      rules: rules.map(rule =>
        rule.number === 'R6.1' ? { ...rule, text: 'It MUST be so and SHOULD be thus.' } : rule,
      ),
    }),
    [/R6.1 has two demands in one sentence/],
  )
  t.match(withCase({ requires: ['R6.1', 'R6.3', 'R7.99'] }), [/S-02 requires R7.99, which is no rule/])
  t.match(withCase({ requires: ['R6.1', 'R6.3', 'R1.1'] }), [
    /S-02 requires R1.1, and requirements 1.0 do not list it/,
  ])
  t.match(withCase({ requires: ['R6.1'] }), [/R6.3 names S-02, which does not require it/])
  t.match(withCase({ expect: [{ that: 'is-nice' }] }), [/S-02 expects is-nice, which the suite cannot judge/])
  t.match(withCase({ expect: [{ that: 'done-once', of: 'other' }] }), [
    /done-once of other, which it does not play/,
  ])
  t.match(withCase({ do: [{ setup: 'any' }] }), [/S-02 proves nothing: it plays nothing/])
  t.match(withCase({ expect: [{ that: 'as-usual', of: 'usual' }] }), [/compares the usual run with itself/])
  t.match(
    withCase({ expect: [{ that: 'unchanged', from: 'a', to: 'a' }] }).join('\n'),
    /compares the snapshot a with itself/,
  )
  t.match(withCase({ expect: [{ that: 'said-while-held', of: 'usual', what: 'progress' }] }), [
    /said-while-held of usual, which is not played for it/,
  ])
  t.match(withCase({ expect: [{ that: 'outcome', is: ['ok', 'failed', 'again'] }] }), [
    /S-02 proves nothing: every outcome will do/,
  ])
  const silent = { ...mutants, mutants: { x: { family: 'step' as const, fails: [], wrong: 'nothing' } } }
  const found = problems({ ...base, mutants: silent })
  t.ok(found.includes('mutants.json: x fails nothing'))
  t.ok(found.includes('S-02 is failed by no mutant, and does not say why'))
})

t.test('a case with a word that is not in the list is no case', async t => {
  const folder = t.testdir()
  const write = (change: object): string => {
    const path = join(folder, 'S-01.json')
    writeFileSync(path, JSON.stringify({ ...named('S-01')[0], ...change }))
    return path
  }
  t.ok(readCase(write({})).ok)
  for (const [change, message] of [
    [{ expect: [{ that: 'is-nice' }] }, /that/],
    [{ do: [{ dance: 'now' }] }, /dance|setup/],
    [{ expect: [{ that: 'done-once', maybe: true }] }, /unknown key "maybe"/],
    [{ expect: [] }, /expect/],
    [{ help: undefined }, /lacks help/],
  ] as const)
    t.match(readCase(write(change)), { ok: false, error: message })
})

/** Trials that are decided already. */
const decided = (verdicts: Record<string, Verdict>): Trial[] =>
  Object.entries(verdicts).map(([id, verdict]) => ({
    case: { ...named(id)[0]! },
    play: async () => verdict,
  }))
const failing: Verdict = {
  state: 'not ok',
  failures: [{ message: 'it is <wrong> & "more"\u0007', sent: ['a'], came: ['b'], stderr: ['c'] }],
}

t.test('outcomes are weighed and told', async t => {
  const trials = decided({
    'S-01': { state: 'ok' },
    'S-02': failing,
    'S-03': { state: 'skip', reason: 'not here' },
    'S-18': failing,
  })
  const run = async (options: Partial<Parameters<typeof runSuite>[1]> = {}): Promise<Tally> =>
    runSuite(trials, { jobs: 2, ...options })
  const results = (tally: Tally): string[] => tally.outcomes.map(({ result }) => result)
  t.same(results(await run()), ['passed', 'failed', 'skipped', 'todo'])
  t.same(results(await run({ strict: true })), ['passed', 'failed', 'skipped', 'failed'])
  t.same(results(await run({ only: 'S-0?' })), ['passed', 'failed', 'skipped'])
  const list = join(t.testdir(), 'known')
  writeFileSync(list, '# ours\nS-02 # since ever\nS-01\n')
  const known = readKnown(list)
  if (!known.ok) throw new Error(known.error)
  const tally = await run({ known: known.value })
  t.same(results(tally), ['stale', 'known', 'skipped', 'todo'])
  t.match(tally, { passed: 0, failed: 1, skipped: 3 })
  t.same(fixKnown(known.value, tally.outcomes), { added: [], removed: ['S-01'] })
  t.equal(readFileSync(list, 'utf8'), '# ours\nS-02 # since ever\n')
  t.same(fixKnown(known.value, (await run({ strict: true })).outcomes), { added: ['S-18'], removed: [] })
  t.match(readFileSync(list, 'utf8'), /\nS-18\n$/)
  writeFileSync(list, 'S-02\nnonsense\n')
  t.match(readKnown(list), { ok: false, error: /known:2: "nonsense" is no id of a case/ })

  const { Parser } = await import('tap-parser')
  const said: string[] = []
  const told = await run({
    onOutcome: (outcome, number, total) =>
      said.push(number === 1 ? header(total) : '', point(outcome, number)),
  })
  const events = Parser.parse(said.join('') + comment('two\nlines'))
  t.match(
    events.find(([kind]) => kind === 'complete'),
    ['complete', { count: 4, pass: 2, fail: 2, todo: 1, skip: 1, plan: { start: 1, end: 4 } }],
  )
  t.match(said.join(''), /not ok 2 - S-02.*\n {2}---\n[\s\S]*rules: R6.1, R6.3[\s\S]*what to do/)
  t.equal(lastLine(told), '1 passed, 1 failed, 2 skipped')
  const xml = toJunit(told, 'x')
  t.match(xml, /tests="4" failures="1" skipped="2"/)
  t.match(xml, /message="it is &lt;wrong&gt; &amp; &quot;more&quot;\\u0007"/)
  t.notMatch(xml, /[\0-\x08\x0b\x0c\x0e-\x1f]/)
})

/** Everything that bears the mark in its arguments. */
const marked = (mark: string): string[] =>
  readdirSync('/proc').filter(pid => {
    try {
      return /^[0-9]+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(mark)
    } catch {
      return false
    }
  })

/** Tried with little patience, in a folder for temporary files that has to be empty again. */
async function tried(t: Test, argv: string[], ids: string[]): Promise<Record<string, string>> {
  const temporary = t.testdir()
  const before = process.env.TMPDIR
  process.env.TMPDIR = temporary
  t.teardown(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  })
  const subject = {
    folder: root,
    producer: argv,
    action: 'switch' as const,
    traits: new Set(['check-only' as const]),
    fixtures: {},
  }
  const limits = { patience: 700, cpu: 2000 }
  const { outcomes } = await runSuite(stepTrials(named(...ids), { subject, limits }), { jobs: 2 })
  t.same(readdirSync(temporary), [], 'no file is left')
  return Object.fromEntries(
    outcomes.map(({ trial, verdict }) => [
      trial.case.id,
      verdict.state === 'not ok'
        ? verdict.failures.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n')
        : verdict.state,
    ]),
  )
}

t.test('no program gets the suite down', async t => {
  const mark = `bad-${process.pid}-${Date.now()}`
  const folder = t.testdir({ plain: 'not a program' })
  const programs: [string, string[], Record<string, RegExp>][] = [
    ['missing', [join(folder, 'nothing-here')], { 'S-01': /could not be run: .* does not exist/ }],
    ['not executable', [join(folder, 'plain')], { 'S-01': /could not be run: .*may not be executed/ }],
    ['a folder', [folder], { 'S-01': /could not be run/ }],
    ['binary', [bad, 'binary', mark], { 'S-01': /stdout line 1 .*(UTF-8|NUL)/ }],
    ['flood', [bad, 'flood', mark], { 'S-01': /had to be ended: it printed more than a run may/ }],
    [
      'flood of stderr',
      [bad, 'floods-stderr', mark],
      { 'S-01': /had to be ended: it used the processor for 2 seconds/ },
    ],
    ['forks', [bad, 'forks', mark], { 'S-12': /left a process running/ }],
    ['never ends', [bad, 'never-ends', mark], { 'S-01': /did nothing at all for 0.7 seconds/ }],
    ['ignores SIGTERM', [bad, 'ignores-term', mark], { 'S-01': /did nothing at all/ }],
    [
      'dies in the middle',
      [bad, 'dies', mark],
      { 'S-02': /never said done/, 'S-03': /was ended by SIGSEGV/ },
    ],
    ['spins', [bad, 'spins', mark], { 'S-01': /used the processor for 2 seconds/ }],
    ['half a line', [bad, 'half-a-line', mark], { 'S-01': /without LF|unfinished|not end/i }],
  ]
  for (const [title, argv, expected] of programs)
    await t.test(title, async t => {
      t.match(await tried(t, argv, Object.keys(expected)), expected)
      t.same(marked(mark), [], 'no process is left')
    })
  await t.test('one that hangs is not waited for again and again', async t => {
    const ids = ['S-01', 'S-04', 'S-05', 'S-06', 'S-07', 'S-08', 'S-13']
    const found = Object.values(await tried(t, [bad, 'never-ends', mark], ids))
    t.ok(
      found.every(text => /did nothing at all|not played/.test(text)),
      found.join('\n'),
    )
    t.ok(found.some(text => /not played: the step had to be ended in 3 plays/.test(text)))
    t.same(marked(mark), [])
  })
})

t.test('a fixture that cannot be used is told as such', async t => {
  const folder = t.testdir()
  const subject = (fixture: object): string => {
    const path = join(folder, 'conformance.json')
    const dirty = { setup: ['/bin/true'], items: ['a'], select: [{ item: 'a', resolution: 'b' }], ...fixture }
    writeFileSync(path, JSON.stringify({ producer: [bad, 'dies'], fixtures: { dirty } }))
    return path
  }
  const run = async (path: string): Promise<Verdict> => {
    const read = readSubject({ config: path })
    if (!read.ok) throw new Error(read.error)
    const [trial] = stepTrials(named('P-08'), { subject: read.value, limits: { patience: 700, cpu: 2000 } })
    return trial!.play()
  }
  t.match(await run(subject({ setup: ['/bin/sh', '-c', 'echo sorry >&2; exit 3'] })), {
    failures: [{ message: /fixtures.dirty.setup .* ended with status 3/, stderr: ['sorry'] }],
  })
  t.match(await run(subject({ setup: ['./nothing'] })), {
    failures: [{ message: /fixtures.dirty.setup .*nothing.* could not be run/ }],
  })
  t.match(readSubject({ config: subject({ items: 'a' }) }), { ok: false, error: /items.* must be a list/ })
  t.match(readSubject({ config: subject({ stup: [] }) }), {
    ok: false,
    error: /unknown key "stup" in \/fixtures\/dirty/,
  })
  t.match(readSubject({ config: join(folder, 'other.json') }), {
    ok: false,
    error: /other.json cannot be used: ENOENT/,
  })
  t.match(readSubject({}), { ok: false, error: /no program is named/ })
})

const examples = join(root, 'examples/steps')
const rust = 'state-directory'

t.test('every step of the library keeps the protocol', async t => {
  for (const name of readdirSync(examples)) {
    // test/steps.test.ts builds it, and says so where it cannot.
    const unbuilt = name === rust && !existsSync(join(examples, name, 'target/release', rust))
    const built = unbuilt && spawnSync(join(examples, name, 'build.sh'), ['--quiet']).status !== 0
    await t.test(name, { skip: built ? 'cargo cannot build it' : false }, async t => {
      const subject = readSubject({ config: join(examples, name) })
      if (!subject.ok) throw new Error(subject.error)
      const list = join(examples, name, 'known-failures')
      const known = existsSync(list) ? readKnown(list) : undefined
      if (known && !known.ok) throw new Error(known.error)
      const { outcomes } = await runSuite(
        stepTrials(all, { subject: subject.value, limits: { patience: 20_000, cpu: 60_000 } }),
        { jobs: 2, ...(known ? { known: known.value } : {}) },
      )
      const failed = outcomes.filter(({ result }) => result === 'failed' || result === 'stale')
      t.same(
        failed.map(({ trial, verdict }) => [trial.case.id, verdict]),
        [],
      )
      t.ok(outcomes.filter(({ result }) => result === 'passed').length >= 40, 'most of it could be tried')
    })
  }
})

const cli = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist', 'cli.cjs'), 'conformance', ...args],
    { encoding: 'utf8', cwd: root },
  )
  return { status, stdout, stderr, last: stdout.trimEnd().split('\n').at(-1) }
}

t.test('the command', async t => {
  const folder = t.testdir()
  const at = (name: string): string => join(folder, name)
  await t.test('tries two programs without a config', async t => {
    const step = at('mine')
    const sdk = join(root, 'sdk/sh/edgewise.sh')
    writeFileSync(step, `#!/bin/sh\n. '${sdk}'\new_start\nwhile ew_resolve; do ew_unknown; done\new_done\n`)
    chmodSync(step, 0o755)
    const run = cli(
      'step',
      '--producer',
      step,
      '--consumer',
      step,
      '--only',
      'S-01,S-02,P-08,C-09',
      '--report',
      at('report'),
      '--junit',
      at('junit'),
    )
    t.equal(run.status, 1)
    t.equal(run.last, '2 passed, 2 failed, 0 skipped')
    t.match(run.stdout, /fixtures\.dirty is missing in conformance\.json/)
    t.match(run.stdout, /Add fixtures\.dirty: a state in which the step has something to do/)
    t.match(run.stdout, /weaker: without fixtures.dirty/)
    const report = JSON.parse(readFileSync(at('report'), 'utf8'))
    t.match(report, {
      suite: '1.0',
      family: 'step',
      passed: 2,
      failed: 2,
      programs: { producer: { argv: [step], digest: /^[0-9a-f]{64}$/ }, consumer: {} },
    })
    t.match(report.level, process.getuid?.() === 0 ? /^root/ : /^user/)
    t.equal(report.level.includes('traced'), abilities().strace !== undefined)
    t.match(readFileSync(at('junit'), 'utf8'), /<testsuites tests="4" failures="2"/)
  })
  await t.test('says 2 where nothing was run, or nothing could be', async t => {
    const sh = join(data, 'reference/sh')
    for (const [args, message] of [
      [['step', '--config', sh, '--only', 'X-*'], /nothing was run: no case is called X-\*/],
      [['step'], /no program is named/],
      [['step', '--config', at('nothing')], /cannot be used/],
      [['step', '--config', sh, '--known-failures', at('nothing')], /cannot be read/],
      [['step', '--config', sh, '--fix'], /--fix writes the file/],
      [['step', '--nonsense'], /unknown option/],
      [['selftest', '--only', 'nobody'], /nothing was run: no reference or mutant is called nobody/],
    ] as const) {
      const run = cli(...args)
      t.equal(run.status, 2, args.join(' '))
      t.match(run.stderr, message)
    }
    mkdirSync(at('only'))
    writeFileSync(
      at('only/conformance.json'),
      JSON.stringify({ producer: ['/bin/true'], traits: ['check-only'] }),
    )
    const skipped = cli('step', '--config', at('only'), '--only', 'C-*')
    t.match(skipped, { status: 2, stderr: /nothing was run: every case was skipped/ })
  })
  await t.test('runs known failures, and fails a stale entry', async t => {
    const [sh, known] = [join(data, 'reference/sh'), at('known')]
    writeFileSync(known, 'S-02\n')
    const stale = cli('step', '--config', sh, '--only', 'S-02', '--known-failures', known)
    t.match(stale, { status: 1, stdout: /S-02 is listed as a known failure, and it passes/ })
    t.match(cli('step', '--config', sh, '--only', 'S-02', '--known-failures', known, '--fix'), {
      status: 1,
      stdout: /known: -S-02/,
    })
    t.equal(readFileSync(known, 'utf8'), '')
  })
  await t.test('lists and lints', async t => {
    t.match(cli('list'), { status: 0, stdout: /^S-01 {2}MUST/m })
    t.equal(JSON.parse(cli('list', '--json').stdout).length, all.length)
    t.match(cli('lint'), { status: 0, stdout: 'no problems\n' })
  })
})
