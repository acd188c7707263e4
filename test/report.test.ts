import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import t from 'tap'
import type { Diagnostic } from '../src/manifest/step.js'
import { formatDuration, formatElapsed, formatMoment } from '../src/report/amount.js'
import { Board } from '../src/report/board.js'
import { renderPrediction } from '../src/report/check.js'
import { createReporter } from '../src/report/create.js'
import { renderDiagnostics } from '../src/report/diagnostics.js'
import { drawingOf } from '../src/report/drawing.js'
import { toDot, toMermaid, toSvg } from '../src/report/graph.js'
import { layOut } from '../src/report/layout.js'
import { levelsOf } from '../src/report/levels.js'
import { paintedLines } from '../src/report/line.js'
import { Live } from '../src/report/live.js'
import { renderPlan } from '../src/report/plan.js'
import type { Clock, Conclusion } from '../src/report/reporter.js'
import { Roster } from '../src/report/roster.js'
import { scoresOf } from '../src/report/score.js'
import { describe } from '../src/report/sentence.js'
import { createStyle, detectStyle, isLive, type Style } from '../src/report/style.js'
import { renderSummary } from '../src/report/summary.js'
import { Tally } from '../src/report/tally.js'
import { displayWidth, truncate, unpainted, wrap } from '../src/report/width.js'
import type { Event } from '../src/scheduler/event.js'
import { fold } from '../src/scheduler/fold.js'
import type { Edge, Graph } from '../src/scheduler/model.js'
import type { RunState } from '../src/scheduler/state.js'
import { allEvents, everyEvent, inserted, story } from './fixtures/report/events.js'
import { Screen } from './fixtures/report/screen.js'
import {
  choices,
  endings,
  found,
  openPrediction,
  plan,
  prediction,
  steps,
  task,
} from './fixtures/report/transition.js'
import { simulate } from './fixtures/scheduler/simulation.js'

const require = createRequire(import.meta.url)
const widths = [120, 80, 60, 40, 20]
const hostile = '\x1b[2J\x1b]0;title\x07\x1b[31mred\u202e\u009b5A\r\n\tend\x00 漢字e\u0301 &<"\'`'
const harmful = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/** Every text that a step or a person wrote, replaced. */
const texts = new Set([
  'title',
  'detail',
  'message',
  'hint',
  'reason',
  'why',
  'sample',
  'docs',
  'target',
  'login',
  'via-text',
])
function poisoned<T>(value: T, key = ''): T {
  if (typeof value === 'string')
    return (texts.has(key) && !reserved.has(value) ? hostile + value : value) as T
  if (Array.isArray(value))
    return value.map(each =>
      typeof each === 'string' && (key === 'stderr' || key === 'resources')
        ? hostile + each
        : poisoned(each, key),
    ) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, poisoned(each, name)])) as T
}
/** Closed sets that happen to stand under one of those keys. */
const reserved = new Set([
  'upstream-changed',
  'unpredicted',
  'resumed',
  'rebooted',
  'stale',
  'retry',
  'gone',
  'temporary',
  'answered',
  'by-hand',
  'again',
  'recovered',
])

/** Commands and paths are never wrapped: half of one would be typed. */
const fits = (text: string, width: number): string[] =>
  text
    .split('\n')
    .filter(
      line =>
        displayWidth(line) > width &&
        !unpainted(line).startsWith('  edgewise ') &&
        !/^ +full log: /.test(unpainted(line)) &&
        !unpainted(line).startsWith('  systemctl '),
    )

/** Time that stands still until it is told to go on. */
function drivenClock(): Clock & { go(ms: number): void; timers: number } {
  let now = 1000
  const ticks = new Set<{ ms: number; due: number; tick: () => void }>()
  return {
    now: () => now,
    every(ms, tick) {
      const entry = { ms, due: now + ms, tick }
      ticks.add(entry)
      return () => ticks.delete(entry)
    },
    go(ms) {
      const end = now + ms
      for (;;) {
        const next = [...ticks].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        now = next.due
        next.due += next.ms
        next.tick()
      }
      now = end
    },
    get timers() {
      return ticks.size
    },
  }
}

t.test('style', async t => {
  const tty = { isTTY: true, columns: 100 }
  const utf8 = { TERM: 'xterm-256color', LANG: 'en_US.UTF-8' }
  const color = (env: Record<string, string>, stream = tty) => detectStyle(stream, { ...utf8, ...env }).color
  t.equal(color({}), true)
  t.equal(color({}, { isTTY: false, columns: 100 }), false, 'a pipe')
  t.equal(color({ NO_COLOR: '1' }), false)
  t.equal(color({ NO_COLOR: '' }), true, 'empty is unset, as no-color.org has it')
  t.equal(color({ NO_COLOR: '1', FORCE_COLOR: '1' }), false, 'a no outranks a yes')
  t.equal(color({ FORCE_COLOR: '1' }, { isTTY: false, columns: 1 }), true)
  t.equal(color({ FORCE_COLOR: '0' }), false)
  t.equal(color({ CLICOLOR_FORCE: '1' }, { isTTY: false, columns: 1 }), true)
  t.equal(color({ CLICOLOR: '0' }), false)
  t.equal(color({ TERM: 'dumb' }), false)
  t.equal(isLive(tty, { TERM: 'dumb' }), false)
  t.equal(isLive(tty, {}), false)
  t.equal(isLive(tty, utf8), true)

  const symbols = (env: Record<string, string>) => detectStyle(tty, env).unicode
  t.equal(symbols({ LANG: 'de_DE.utf8' }), true)
  t.equal(symbols({ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }), false, 'LC_ALL decides')
  t.equal(symbols({ LC_CTYPE: 'C.UTF-8', LANG: 'C' }), true)
  t.equal(symbols({}), false)
  t.equal(symbols({ TERM: 'linux', LANG: 'C.UTF-8' }), false)

  const width = (columns: number | undefined, env = {}) =>
    detectStyle({ isTTY: columns !== undefined, columns }, env).width
  t.equal(width(100), 100)
  t.equal(width(7), 20, 'never narrower than 20')
  t.equal(width(undefined), 80)
  t.equal(width(undefined, { COLUMNS: '132' }), 132)
  t.equal(width(undefined, { COLUMNS: 'wide' }), 80)

  t.equal(createStyle({ color: true }).paint('bad', 'x'), '\x1b[31mx\x1b[39m')
  t.equal(createStyle().paint('bad', 'x'), 'x')
  t.ok(
    Object.values(createStyle({ unicode: false }).symbols)
      .flat()
      .every(symbol => /^[\x20-\x7e]+$/.test(symbol)),
  )
})

t.test('width', async t => {
  for (const [text, width] of [
    ['', 0],
    ['abc', 3],
    ['漢字', 4],
    ['e\u0301', 1],
    ['한글', 4],
    ['✓ ok', 4],
    ['🚀', 2],
    ['☎\ufe0f', 2],
    ['a\u200bb', 2],
    ['ﾊ', 1],
    ['\x1b[31mred\x1b[39m', 3],
  ] as const)
    t.equal(displayWidth(text), width, JSON.stringify(text))
  t.equal(truncate('漢字漢字', 5), '漢字…')
  t.equal(truncate('漢字漢字', 6), '漢字…', 'half a character is none')
  t.equal(truncate('abc', 3), 'abc')
  t.equal(truncate('abcd', 3, '...'), '...')
  t.equal(truncate('abcd', 2, '...'), '..')
  t.equal(truncate('e\u0301e\u0301e\u0301', 2), 'e\u0301…')

  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '漢', '🚀', 'e\u0301', '-'), maxLength: 80 })
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrap(text, width)
      return (
        lines.every(line => displayWidth(line) <= width) &&
        lines.join('').replaceAll(' ', '') === text.replaceAll(' ', '') &&
        displayWidth(truncate(text, width)) <= width
      )
    }),
  )
  t.strictSame(wrap('one two three', 7), ['one two', 'three'])
  t.strictSame(wrap('漢', 1), ['漢'], 'what is wider than the line is not lost, and ends')
})

t.test('amounts', async t => {
  t.strictSame(
    [0, 40, 3210, 9949, 9950, 59_499, 60_000, 192_000, 3_599_600, 7_500_000, 97_200_000, -1, Number.NaN].map(
      formatDuration,
    ),
    [
      '0 ms',
      '40 ms',
      '3.2 s',
      '9.9 s',
      '10 s',
      '59 s',
      '1 m',
      '3 m 12 s',
      '1 h',
      '2 h 5 m',
      '1 d 3 h',
      '0 ms',
      '0 ms',
    ],
  )
  t.strictSame([999, 59_999, 61_999].map(formatElapsed), ['0 s', '59 s', '1 m 1 s'])
  t.equal(formatMoment('2026-11-23T10:12:05.120Z'), '2026-11-23 10:12 UTC')
  t.equal(formatMoment('yesterday'), 'yesterday')
})

t.test('diagnostics', async t => {
  const source =
    'edgewise: 1\nsteps:\n  disk:\n    producr: [./disk]\n  long: { 漢字: [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa], bad: 1 }\n'
  const diagnostics: Diagnostic[] = [
    {
      severity: 'error',
      code: 'manifest.unknown-key',
      file: 'transition.yaml',
      line: 4,
      column: 5,
      text: 'producr',
      message: 'unknown key "producr"',
      hint: 'did you mean "producer"?',
    },
    {
      severity: 'warning',
      code: 'x',
      file: 'transition.yaml',
      line: 2,
      column: 1,
      step: 'disk',
      message: 'no consumer',
      text: 'steps',
    },
  ]
  const sources = new Map([['transition.yaml', source]])
  t.equal(
    renderDiagnostics(diagnostics, createStyle(), sources),
    `transition.yaml:2:1
  warning  step disk: no consumer
  2 │ steps:
    │ ^^^^^

transition.yaml:4:5
  error  unknown key "producr"
  4 │     producr: [./disk]
    │     ^^^^^^^
  hint: did you mean "producer"?

1 error, 1 warning in transition.yaml
`,
  )
  t.equal(renderDiagnostics([], createStyle()), '')

  const deep: Diagnostic = {
    severity: 'error',
    code: 'x',
    file: 'transition.yaml',
    line: 5,
    column: source.split('\n')[4]!.indexOf('bad') + 1,
    text: 'bad',
    message: 'bad',
  }
  for (const width of widths) {
    const out = renderDiagnostics([...diagnostics, deep], createStyle({ width }), sources)
    t.strictSame(fits(out, width), [], `no line wider than ${width}`)
    const lines = out.split('\n')
    const carets = lines.findIndex((line, i) => line.includes('^') && lines[i - 1]!.includes('5 │'))
    t.equal(
      displayWidth(lines[carets - 1]!.split('bad')[0]!),
      lines[carets]!.indexOf('^'),
      `caret below "bad" at ${width}`,
    )
  }
  const evil = renderDiagnostics(
    [
      {
        severity: 'error',
        code: 'x',
        file: hostile,
        line: 1,
        column: 3,
        text: hostile,
        message: hostile,
        hint: hostile,
      },
    ],
    createStyle(),
    new Map([[hostile, `a\t${hostile}`]]),
  )
  t.notMatch(evil, harmful)
  t.match(evil, 'red')
  t.match(
    renderDiagnostics(
      [{ severity: 'error', code: 'x', file: 'gone.yaml', message: 'not found' }],
      createStyle(),
    ),
    /^gone.yaml\n {2}error {2}not found\n\n$/,
  )
})

const openReport = (style: Style) => ({
  prediction: openPrediction,
  findings: found,
  choices: choices
    .filter(choice => choice.address !== 'accounts/uid-alice')
    .map(choice =>
      choice.address === 'postgresql/major-version' ? { ...choice, fingerprint: 'v.15' } : choice,
    ),
  endings,
  style,
  steps,
  machine: 'web-1',
})

t.test('prediction', async t => {
  const out = renderPrediction(openReport(createStyle({ width: 120 })))
  const after = (start: string) => out.slice(out.indexOf(start))
  for (const line of [
    '? accounts  Users and their ids  undecided',
    '→ no choice yet',
    '· upgrade: Run pg_upgrade in place (default)',
    'not reversible; no reboot; downtime; about 4 min',
    'reversible; the item stays as it is; reboot, downtime: not stated',
    'destructive; not reversible; reboot, downtime: not stated',
    'touches /var/lib/postgresql, postgresql.service',
    'asks for jobs (integer, default 2), password (secret string)',
    'chosen: waived, "cleaned up on Monday", on the command line, by alice as root',
    'it no longer counts',
    'follows from postgresql/major-version: upgrade',
    '✗ secrets  Keys made once  blocked',
    'line 2 of its stdout: This line is not JSON; stdout is for messages,',
    '│ Generating public/private ed25519 key pair.',
    '│   File "/srv/steps/secrets", line 12, in <module>',
    '◌ tables  unpredicted',
    'Its producer cannot look before a step that it needs is applied',
    '→ it needs secrets, which is blocked',
    'Prediction: blocked. Of 7 steps: 2 blocked, 2 undecided, 1 ready',
    'edgewise apply --partial',
  ])
    t.ok(out.includes(line), line)
  t.ok(
    out.indexOf('accounts') < out.indexOf('postgresql  ') &&
      out.indexOf('kernel  ') < out.indexOf('tables  '),
    "the manifest's order",
  )
  t.notMatch(after('✗ secrets').slice(0, 60), /producer-failed/)

  const ready = renderPrediction({
    ...openReport(createStyle()),
    prediction,
    choices,
    manifest: "it's mine.yaml",
  })
  t.match(ready, /● upgrade: .*\(default\)/)
  t.match(ready, 'chosen: upgrade, with jobs = 4, password = from file /root/pg.password,')
  t.match(ready, `edgewise apply 'it'\\''s mine.yaml'`)
  t.match(
    renderPrediction({ ...openReport(createStyle()), prediction: { ...prediction, verdict: 'undecided' } }),
    'edgewise check --write-answers answers.yaml',
  )
  const flagged = (verdict: 'ready' | 'undecided', flags?: string[]) =>
    renderPrediction({
      ...openReport(createStyle()),
      choices,
      prediction: { ...prediction, verdict },
      ...(flags ? { flags } : {}),
    })
  t.match(flagged('ready'), /apply, with the same flags +edgewise apply\n/)
  t.match(flagged('ready', ['--accept', 'warnings']), /apply +edgewise apply --accept warnings\n/)
  t.match(flagged('undecided', ['--answers', 'a b.yaml']), "edgewise apply --answers 'a b.yaml'\n")
  const nothing = {
    verdict: 'nothing-to-do',
    steps: [{ step: 'constructor', verdict: 'nothing-to-do', unpredicted: false, reasons: [] }],
  } as const
  t.equal(
    renderPrediction({
      prediction: { verdict: nothing.verdict, steps: nothing.steps.map(step => ({ ...step, reasons: [] })) },
      findings: [],
      choices: [],
      endings: [],
      style: createStyle(),
    }),
    '✓ constructor  nothing to do\n\nPrediction: nothing to do. Of 1 step: 1 nothing to do.\n',
  )
})

t.test('plan', async t => {
  const out = renderPlan(plan, createStyle())
  const order = [
    'Wave 1',
    'accounts',
    'Wave 2',
    'kernel',
    '┄┄ point of no return',
    'postgresql  PostgreSQL',
    'Wave 3',
    'tables',
    '━━ reboot 1 ━━',
    'Left out',
  ]
  const places = order.map(part => out.indexOf(part))
  t.strictSame(
    places,
    [...places].sort((a, b) => a - b),
    'waves, the point of no return and the reboot in their order',
  )
  t.notOk(places.includes(-1))
  for (const line of [
    'found: The data folder is of PostgreSQL 16, the service wants 17',
    'to do: Run pg_upgrade in place',
    'touches /var/lib/postgresql, postgresql.service',
    '; downtime',
    'digest    3f2a9c01d2e4',
    'created   2026-11-23 10:12 UTC, by edgewise 0.1.0',
    'as postgres; locks postgresql',
    'with jobs = 4, password = from file /root/pg.password',
    'destructive; not reversible; reboot, downtime: not stated',
    'unpredicted: its producer looks again',
    'mail: it needs spool, which is blocked',
    'disk/low: waived, "cleaned up on Monday"',
    'Nothing to do for disk, secrets, constructor',
  ])
    t.ok(out.includes(line), line)
  t.notMatch(out, /^ +takes {2}/m, 'no sum where one step states no time')
  const timed = {
    ...plan,
    graph: {
      ...plan.graph,
      tasks: plan.graph.tasks.map(one =>
        one.id === 'postgresql' ? { ...one, selections: one.selections.slice(0, 1) } : one,
      ),
    },
  }
  t.match(renderPlan(timed, createStyle()), 'takes     about 6 min, one after the other')
  const idle = {
    ...plan,
    unpredicted: [],
    left: [],
    choices: [],
    pointOfNoReturn: null,
    graph: { tasks: [task('a')], barriers: [], edges: [] },
  }
  t.match(renderPlan(idle, createStyle()), /\nNothing to do\.\n$/)
  t.match(
    renderPlan(
      {
        ...idle,
        graph: {
          ...idle.graph,
          edges: [
            { from: 'a', to: 'gone', kind: 'needs' },
            { from: 'a', to: 'a', kind: 'needs' },
          ],
        },
      },
      createStyle(),
    ),
    'Nothing to do.',
    'edges that lead nowhere are left out',
  )
})

t.test('every report at every width, with text that attacks the terminal', async t => {
  const tally = new Tally()
  for (const event of poisoned(story)) tally.take(event)
  const conclusion: Conclusion = { state: 'waiting', committed: true, changed: true, exit: 6 }
  const logOf = () => '/var/lib/edgewise/runs/r-20261123-1/tasks/postgresql.1.err'
  const reports: Record<string, (style: Style) => string> = {
    prediction: style => renderPrediction(poisonedReport(style)),
    plan: style => renderPlan(poisoned(plan), style),
    summary: style => renderSummary({ tally, conclusion, style, took: 1234, logOf }),
    sentences: style =>
      sentences(poisoned(allEvents))
        .flatMap(sentence => paintedLines(sentence, style))
        .join('\n'),
  }
  const poisonedReport = (style: Style) => ({
    ...poisoned({ ...openReport(style), style: null }),
    style,
    machine: hostile,
  })
  for (const [name, render] of Object.entries(reports)) {
    for (const width of widths) {
      const plain = render(createStyle({ width }))
      t.strictSame(fits(plain, width), [], `${name}: no line wider than ${width}`)
      t.notMatch(plain, harmful, `${name}: nothing harmful survives at ${width}`)
      const painted = render(createStyle({ width, color: true }))
      t.equal(unpainted(painted), plain, `${name}: colours change nothing but colour at ${width}`)
      t.notMatch(painted.replace(/\x1b\[(1|2|22|3\d|39)m/g, ''), harmful)
    }
    t.match(render(createStyle()), 'red', `${name}: the text itself is shown`)
  }
  for (const [name, render] of Object.entries({
    prediction: (style: Style) => renderPrediction(openReport(style)),
    plan: (style: Style) => renderPlan(plan, style),
  }))
    t.match(
      render(createStyle({ unicode: false })),
      /^[\x0a\x20-\x7e]*$/,
      `${name}: plain ASCII where the locale has no more`,
    )
})

function sentences(events: Event[]) {
  const roster = new Roster()
  for (const event of [...everyEvent['run-committed'], ...everyEvent['graph-extended']]) roster.learn(event)
  return events.flatMap(event => {
    roster.learn(event)
    return describe(event, roster) ?? []
  })
}

t.test('a sentence for every event, or silence on purpose', async t => {
  const silent = new Set(['step-checking', 'step-verifying', 'task-ready', 'progress'])
  for (const [type, events] of Object.entries(everyEvent)) {
    const said = sentences(events as Event[])
    t.equal(said.length > 0, !silent.has(type), type)
    for (const { who, what } of said) {
      t.match(who, /^[a-z][\w.-]*$/, `${type}: begins with a step or edgewise`)
      t.match(what, /^[a-z-]+$/, `${type}: one word`)
    }
  }
})

t.test('plain lines', async t => {
  const { stderr, stdout } = told('plain', story)
  t.equal(stdout.slice(0, 4), 'Run ')
  for (const line of [
    'edgewise  checking  7 steps, 2 at a time',
    'postgresql  checked  1 item (2.8 s)',
    'edgewise  committed  run r-20261123-1: 3 tasks to do, by alice as root; point of no return: postgresql',
    'accounts  applied  uid-alice: re-own (12 s), asks for a reboot',
    'postgresql  applied  major-version: upgrade',
    'postgresql  failed  old-cluster: delete: the cluster is still in use [temporary]',
    'postgresql  failed  its consumer: it ended with status 1 [exit] (3 m 12 s)\n    pg_upgrade: could not connect\n    Failure, exiting',
    'edgewise  waiting  for an answer to a failure: postgresql/host.failed',
  ])
    t.ok(stderr.includes(`${line}\n`), line)
  const skipped: Event = { type: 'task-skipped', task: 'tables@after-boot', why: 'its items are gone' }
  t.match(
    told('plain', [...everyEvent['run-committed'], skipped]).stderr,
    'tables  skipped  its items are gone (after the reboot)\n',
  )
  t.notMatch(
    told('plain', poisoned(allEvents), { FORCE_COLOR: '1' }).stderr,
    harmful,
    'no colours, even if forced, and nothing of the steps',
  )
})

function told(mode: 'live' | 'plain' | 'json' | 'quiet', events: Event[], env: Record<string, string> = {}) {
  const out = { stdout: '', stderr: '' }
  const reporter = createReporter({
    mode,
    stdout: {
      write: text => {
        out.stdout += text
      },
    },
    stderr: {
      write: text => {
        out.stderr += text
      },
      columns: 80,
      rows: 24,
      isTTY: mode === 'live',
    },
    env: { LANG: 'C.UTF-8', TERM: 'xterm', ...env },
    clock: drivenClock(),
    version: '0.1.0',
    command: 'apply',
    onExit: () => () => {},
  })
  for (const event of events) reporter.event(event)
  reporter.end({ state: 'waiting', committed: true, changed: true, exit: 6 })
  reporter.close()
  return out
}

t.test('modes', async t => {
  const quiet = told('quiet', story)
  t.equal(quiet.stderr, '')
  t.match(quiet.stdout, /^Run r-20261123-1 of web-1: waits for an answer to a failure\n/)
  t.equal(told('quiet', everyEvent['check-started']).stdout, '', 'no run, no summary')
  const live = told('live', story)
  t.match(live.stderr, '\x1b[?25l')
  t.ok(live.stderr.lastIndexOf('\x1b[?25h') > live.stderr.lastIndexOf('\x1b[?25l'), 'the cursor is back')
  const json = told('json', story)
  t.equal(json.stderr, '')
  t.equal(json.stdout.split('\n').length, story.length + 3)
})

t.test('--json', async t => {
  const { Ajv2020 } = require('ajv/dist/2020.js')
  const schema = JSON.parse(readFileSync(new URL('../protocol/report.schema.json', import.meta.url), 'utf8'))
  const strict = {
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: true,
    allErrors: true,
  }
  const validate = new Ajv2020(strict).compile(schema)
  /** The same, but unknown properties are errors: what the code writes and the schema does not tell. */
  const closed = new Ajv2020(strict).compile(closedSchema(schema))

  const full: Conclusion = {
    verdict: 'ready',
    state: 'waiting',
    run: 'r-1',
    code: 'host.x',
    message: 'm',
    hint: 'h',
    details: ['d'],
    diagnostics: [
      {
        severity: 'error',
        code: 'c',
        file: 'f',
        line: 1,
        column: 1,
        step: 's',
        text: 't',
        message: 'm',
        hint: 'h',
      },
    ],
    next: ['edgewise resume'],
    committed: true,
    changed: false,
    exit: 6,
  }
  let stream = ''
  const reporter = createReporter({
    mode: 'json',
    stdout: {
      write: text => {
        stream += text
      },
    },
    stderr: { write: () => t.fail('nothing on stderr') },
    env: {},
    version: '0.1.0',
    command: 'apply',
  })
  const events = [...allEvents, ...poisoned(allEvents)]
  for (const event of events) reporter.event(event)
  reporter.end(full)
  reporter.close()

  t.ok(stream.endsWith('\n'))
  t.notMatch(
    stream,
    /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]/,
    'harmless on a terminal as it stands',
  )
  const lines = stream
    .slice(0, -1)
    .split('\n')
    .map(line => JSON.parse(line))
  t.strictSame(lines[0], { type: 'edgewise', format: 1, version: '0.1.0', command: 'apply' })
  t.strictSame(lines.slice(1, -1), JSON.parse(JSON.stringify(events)), 'events as they are')
  t.strictSame(lines.at(-1), { type: 'end', ...full })
  for (const line of lines) {
    t.ok(validate(line), `${line.type} ${JSON.stringify(validate.errors)}`)
    t.ok(closed(line), `${line.type}: the schema tells all there is ${JSON.stringify(closed.errors)}`)
  }

  const described = Object.keys(schema.$defs).filter(
    name => schema.$defs[name].properties?.type?.const === name,
  )
  t.strictSame(
    described
      .filter(
        name => !['done', 'item', 'diagnostic', 'status', 'run', 'breach', 'audit', 'ability'].includes(name),
      )
      .sort(),
    [...Object.keys(everyEvent), 'edgewise', 'end'].sort(),
    'each event is described, and nothing else',
  )
  for (const line of lines)
    for (const key of Object.keys(line)) {
      if (key === 'type' || optional(schema, line.type, key)) continue
      const { [key]: _, ...rest } = line
      if (validate(rest)) t.fail(`${line.type} without ${key} is accepted`)
    }
  t.ok(validate({ type: 'of-tomorrow', x: 1 }), 'types of later versions pass')
  t.notOk(validate({ x: 1 }), 'a line without a type does not')
  t.notOk(validate({ ...everyEvent.quiet[0], ms: 'long' }))
  t.notOk(validate({ type: 'end', committed: true, changed: true, exit: 256 }))
})

const optional = (
  schema: { $defs: Record<string, { required?: string[] }> },
  type: string,
  key: string,
): boolean => !schema.$defs[type]?.required?.includes(key)

function closedSchema<T>(node: T): T {
  if (Array.isArray(node)) return node.map(closedSchema) as T
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'if' ? value : closedSchema(value)]),
  ) as Record<string, unknown>
  // The root only dispatches; its definitions say what else a line has.
  if (copy.type === 'object' && copy.properties && !copy.$defs) copy.additionalProperties = false
  return copy as T
}

t.test('summary', async t => {
  const of = (events: Event[], conclusion: Partial<Conclusion> = {}) => {
    const tally = new Tally()
    for (const event of events) tally.take(event)
    return {
      tally,
      text: renderSummary({
        tally,
        conclusion: { committed: true, changed: true, exit: 0, ...conclusion },
        style: createStyle(),
        took: 241_000,
        logOf: (task, attempt) => `/runs/${task}.${attempt}.err`,
      }),
    }
  }
  const resumed = of(story, { state: 'waiting', sinceCommit: 11_050_000 })
  t.match(resumed.text, 'Took 4 m 1 s since it was resumed, 3 h 4 m since the commit.')
  const failed = of(story, { state: 'waiting' })
  for (const line of [
    'Run r-20261123-1 of web-1: waits for an answer to a failure',
    '  ✓ accounts: applied uid-alice: re-own (12 s)',
    '  ✗ postgresql: failed, postgresql/old-cluster: the cluster is still in use',
    '      │ pg_upgrade: could not connect',
    '      full log: /runs/postgresql.1.err',
    '  ◌ not started: tables',
    '  · 3 steps had nothing to do',
    '  ? postgresql/host.failed: The consumer of postgresql failed',
    'Prediction: held for 5 of 6 steps.',
    '  postgresql: predicted ready, became: failed',
    '  tables: could not be predicted',
    'Took 4 m 1 s.',
    '  edgewise resume',
  ])
    t.ok(failed.text.includes(line), line)
  t.match(failed.text, 'after major-version: upgrade', 'what was applied before it failed')
  t.match(
    of(story, { next: ['edgewise audit'] }).text,
    /Next:\n {2}edgewise audit\n$/,
    'the command may know better',
  )

  const committed = everyEvent['run-committed']
  const settle = (
    task: string,
    as: 'applied' | 'kept' | 'nothing' | 'reverted' | 'skipped' | 'done-by-hand',
  ): Event => ({ type: 'task-settled', task, as })
  const applied = (task: string): Event[] => {
    const known = plan.graph.tasks.find(one => one.id === task)!
    return [
      ...known.selections.map(
        (selection): Event => ({
          type: 'selection-result',
          task,
          attempt: 1,
          address: selection.address,
          status: 'applied',
        }),
      ),
      { type: 'task-ended', task, attempt: 1, ending: { outcome: 'ok' }, took: 1000 },
      settle(task, 'applied'),
    ]
  }
  const good = [
    ...committed,
    ...['accounts', 'postgresql', 'kernel'].flatMap(applied),
    ...['disk', 'secrets', 'constructor', 'tables', 'tables@after-boot'].map(task => settle(task, 'nothing')),
  ]
  const done = of([...good, ...everyEvent['step-verified'].slice(0, 1), ...everyEvent['run-completed']])
  t.match(done.text, /^Run r-20261123-1 of web-1: completed, a reboot is pending\n/)
  t.match(done.text, 'Verified: 1 of 1 step as intended.')
  t.match(done.text, 'Prediction: held for 6 of 6 steps.')
  t.match(done.text, /Next:\n {2}systemctl reboot\n$/)
  t.notMatch(done.text, /not started|✗/)

  const score = (events: Event[], step: string) =>
    scoresOf(of([...good, ...events]).tally).find(score => score.step === step)!
  t.strictSame(score([], 'accounts'), {
    step: 'accounts',
    predicted: 'ready',
    outcome: '1 applied',
    held: true,
  })
  t.strictSame(score([], 'disk'), {
    step: 'disk',
    predicted: 'nothing to do',
    outcome: 'nothing to do',
    held: true,
  })
  t.strictSame(score([], 'tables').held, null, 'nothing was predicted')
  t.strictSame(
    score(
      everyEvent['graph-extended'].map(event => ({ ...event, tasks: [inserted] })),
      'accounts',
    ).held,
    false,
  )
  t.strictSame(score(everyEvent['selection-dropped'], 'accounts').outcome, '1 gone before it was applied')
  t.strictSame(score(everyEvent['choice-invalidated'], 'accounts').held, false)
  t.strictSame(score(everyEvent['step-verified'], 'postgresql').outcome, '1 unresolved afterwards')
  t.strictSame(score(everyEvent['step-verified'], 'secrets').outcome, 'could not be verified')
  t.strictSame(
    score(everyEvent['step-verified'], 'kernel').held,
    true,
    'a new warning is no surprise that counts',
  )
  t.strictSame(score(everyEvent['task-abandoned'], 'postgresql').outcome, 'abandoned')
  t.strictSame(
    score([{ type: 'task-retried', task: 'accounts', why: 'again' }], 'accounts').held,
    null,
    'not through yet',
  )

  const verified = of([...good, ...everyEvent['step-verified']]).text
  t.match(verified, 'Verified: 2 of 4 steps as intended.')
  t.match(verified, 'postgresql: major-version is still there')
  t.match(verified, 'kernel: found afterwards, warning firmware: New firmware is there')
  t.match(of([...story, ...everyEvent['task-unreached']]).text, 'tables: not reached, because of postgresql')
  t.match(of([...story, ...everyEvent['run-abandoned']]).text, /inconsistent: a task\s+is in doubt/)
  t.match(
    of([...story.slice(0, -1), ...everyEvent['run-interrupted']]).text,
    /interrupted, it can be resumed/,
  )
  t.match(
    of([...good, ...everyEvent['reboot-awaited'], { type: 'run-waiting', for: 'reboot', questions: [] }])
      .text,
    /systemctl reboot\n {2}edgewise resume\n$/,
  )
})

t.test('what a summary offers to type', async t => {
  const of = (events: Event[], stateDir?: string) => {
    const tally = new Tally()
    for (const event of events) tally.take(event)
    const conclusion = { committed: true, changed: true, exit: 0 }
    return renderSummary({ tally, conclusion, style: createStyle({ width: 120 }), took: 0, stateDir })
  }
  const address = 'postgresql/host.failed'
  const offered = everyEvent['question-raised'][0]!.finding.item.resolutions!
  const waiting = of(story, 'my runs')
  for (const { id, title } of offered)
    t.match(
      waiting.split('\n').find(line => line.includes(`choose ${address} ${id} `)),
      new RegExp(`^  edgewise choose ${address} ${id} --state-dir 'my runs' +# ${title}`),
    )
  t.match(waiting, /\n {2}edgewise resume --state-dir 'my runs'\n$/)
  t.match(waiting, /Left out by --partial: 1 step\n {2}\? mail: it needs spool, which is blocked\n/)

  const answer = (kind: 'resolution' | 'waiver' | 'later'): Event => ({
    type: 'choice-made',
    choice: {
      ...choices[0]!,
      address,
      answer: kind === 'resolution' ? { kind, resolution: 'retry' } : { kind, reason: 'x' },
    } as (typeof choices)[number],
  })
  const answered = of([...story, answer('resolution')])
  t.match(answered, /: answered, it can be resumed\n/)
  t.match(answered, /Next:\n {2}edgewise resume\n$/)
  for (const kind of ['waiver', 'later'] as const)
    t.match(
      of([...story, answer(kind)]),
      `edgewise choose ${address}`,
      `${kind} answers no question of the host`,
    )

  const refused = of([
    ...story,
    answer('resolution'),
    { type: 'task-retried', task: 'postgresql', why: 'by-hand' },
    ...everyEvent['question-raised'],
  ])
  t.match(refused, /postgresql: failed, .*said to be done by\s+hand, which its producer does not\s+confirm/s)
  t.match(refused, /not started: tables\n/, 'and not that it was never started')
  t.match(
    of([...story, { type: 'task-unreached', task: 'tables', because: 'postgresql was abandoned' }]),
    'tables: not reached, because postgresql was abandoned',
  )
  const neverBegun: Event = {
    type: 'task-ended',
    task: 'kernel',
    attempt: 1,
    ending: { outcome: 'failed', code: 'input', message: 'no secret' },
    took: 0,
  }
  t.match(of([...everyEvent['run-committed'], neverBegun]), 'kernel: failed, its consumer: no secret [input]')
})

const awkward = [
  'constructor',
  '__proto__',
  'end',
  'graph',
  'node',
  'subgraph',
  'o-o',
  'x--x',
  'a.b',
  'default',
  'class',
  'style',
  'n0',
]
const nasty = [
  '"; } evil [label="',
  '\\',
  '\\"',
  '<script>alert(1)</script>',
  'a & b',
  '--> x',
  '1. list',
  '- list',
  '`md`',
  '%% comment',
  '#quot;',
  ']]>',
  '漢字 🚀',
  hostile,
  'x\ufffe',
]
const awkwardGraph: Graph = {
  tasks: [...awkward.map(name => task(name)), ...nasty.map((_, i) => task(`t${i}`))],
  barriers: [{ id: '@reboot-1', reboot: 1 }],
  edges: [
    ...awkward.slice(1).map(
      (name, i): Edge => ({
        from: awkward[i]!,
        to: name,
        kind: (['needs', 'after', 'item', 'phase'] as const)[i % 4]!,
      }),
    ),
    { from: 'n0', to: '@reboot-1', kind: 'barrier' },
    { from: '@reboot-1', to: 't0', kind: 'barrier' },
  ],
}
const awkwardMeta = {
  title: nasty.join(' '),
  titles: Object.fromEntries(nasty.map((text, i) => [`t${i}`, text])),
  states: { t0: 'applied', t1: 'running', t2: 'failed', t3: nasty[0]!, t4: 'waiting' },
  inserted: { t5: nasty.join(' ') },
  pointOfNoReturn: 'o-o',
}
const all: Graph[] = [awkwardGraph, plan.graph, { tasks: [], barriers: [], edges: [] }]

const hasDot = spawnSync('dot', ['-V']).status === 0
t.test('DOT', { skip: hasDot ? false : 'needs dot, of the Debian package graphviz' }, async t => {
  for (const graph of all) {
    const drawn = spawnSync('dot', ['-Tjson0'], { input: toDot(graph, awkwardMeta), encoding: 'utf8' })
    t.equal(drawn.stderr, '')
    t.equal(drawn.status, 0)
    const { objects = [], edges = [] } = JSON.parse(drawn.stdout)
    t.equal(objects.length, graph.tasks.length + graph.barriers.length)
    t.equal(edges.length, graph.edges.length)
  }
})

t.test('Mermaid', async t => {
  for (const graph of all) {
    const text = toMermaid(graph, awkwardMeta)
    t.notMatch(text, harmful)
    const body = text.split('\n').slice(text.startsWith('---\n') ? 3 : 0)
    t.equal(body[0], 'flowchart LR')
    const kinds = [
      /^ {2}n\d+(\["[^"<>`&]*(<br>[^"<>`&]*)*"\]|\{\{"[^"<>`&]*"\}\})$/,
      /^ {2}n\d+ (-->|-\.->|==>) n\d+$/,
      /^ {2}classDef [a-z]+ [a-z0-9:#,\- ]+$/,
      /^ {2}class n\d+ [a-z]+$/,
      /^$/,
    ]
    const counts = kinds.map(kind => body.slice(1).filter(line => kind.test(line)).length)
    t.equal(
      counts.reduce((a, b) => a + b),
      body.length - 1,
      'each line is of a known form',
    )
    t.equal(counts[0], graph.tasks.length + graph.barriers.length)
    t.equal(counts[1], graph.edges.length)
  }
  t.match(
    toMermaid({ tasks: [task('a')], barriers: [], edges: [] }, { titles: { a: 'say "x"; 1. y' } }),
    '["a<br>say #34;x#34;#59; 1. y"]',
  )
})

const python = spawnSync('python3', ['-c', 'import xml.dom.minidom']).status === 0
t.test('SVG', { skip: python ? false : 'needs python3, to parse XML' }, async t => {
  const parse = `import sys, json, xml.dom.minidom as m
d = m.parse(sys.stdin.buffer)
print(json.dumps({"tags": sorted({e.tagName for e in d.getElementsByTagName("*")}), "texts": [e.firstChild.data if e.firstChild else "" for e in d.getElementsByTagName("text")], "attributes": sorted({a for e in d.getElementsByTagName("*") for a in e.attributes.keys()}), "arrows": sum(e.getAttribute("class").startswith("arrow ") and e.hasAttribute("marker-end") for e in d.getElementsByTagName("path"))}))`
  for (const graph of all) {
    const svg = toSvg(graph, awkwardMeta)
    t.notMatch(svg, /NaN|undefined|Infinity/)
    const parsed = spawnSync('python3', ['-c', parse], { input: svg, encoding: 'utf8' })
    t.equal(parsed.stderr, '')
    const { tags, texts, attributes, arrows } = JSON.parse(parsed.stdout)
    t.strictSame(
      tags.filter(
        (tag: string) =>
          !['svg', 'g', 'rect', 'text', 'path', 'line', 'title', 'style', 'marker'].includes(tag),
      ),
      [],
      'nothing that runs or loads',
    )
    t.strictSame(
      attributes.filter((name: string) => name.startsWith('on') || name.includes('href')),
      [],
    )
    for (const one of graph.tasks) t.ok(texts.includes(one.step), one.step)
    t.equal(arrows, graph.edges.length)
  }
  const svg = toSvg(awkwardGraph, awkwardMeta)
  t.match(svg, '@media (prefers-color-scheme:dark)')
  t.match(svg, '>point of no return<')
  t.match(svg, '>&lt;script&gt;alert(1)&lt;/script&gt;<')
  t.match(svg, '>reboot 1<')
  t.notMatch(toSvg(awkwardGraph), '>point of no return<')
})

const graphs = fc
  .record({
    size: fc.integer({ min: 1, max: 25 }),
    links: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 40 }),
    cut: fc.nat(24),
  })
  .map(({ size, links, cut }): Graph => {
    const names = Array.from({ length: size }, (_, i) => (i < awkward.length ? awkward[i]! : `s${i}`))
    const edges = new Map<string, Edge>()
    for (const [a, b] of links) {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      if (from !== to && to < size)
        edges.set(`${from} ${to}`, { from: names[from]!, to: names[to]!, kind: 'needs' })
    }
    const barrier = { id: '@reboot-1', reboot: 1 }
    // Before and behind the cut, as a real barrier stands; what is tied to neither side may be anywhere.
    for (const edge of [...edges.values()]) {
      if (names.indexOf(edge.from) >= cut || names.indexOf(edge.to) < cut) continue
      edges.set(`${edge.from} @`, { from: edge.from, to: barrier.id, kind: 'barrier' })
      edges.set(`@ ${edge.to}`, { from: barrier.id, to: edge.to, kind: 'barrier' })
    }
    return { tasks: names.map(name => task(name)), barriers: [barrier], edges: [...edges.values()] }
  })

t.test('levels and layout respect every edge', async t => {
  fc.assert(
    fc.property(graphs, graph => {
      const columns = new Map<string, number>()
      levelsOf(graph).forEach((level, i) => {
        for (const id of 'barrier' in level ? [level.barrier.id] : level.tasks.map(({ id }) => id))
          columns.set(id, i)
      })
      if (columns.size !== graph.tasks.length + 1) return false
      if (!graph.edges.every(({ from, to }) => columns.get(from)! < columns.get(to)!)) return false

      const drawing = drawingOf(graph)
      const { boxes, arrows, width, height } = layOut(
        drawing,
        new Map(drawing.boxes.map(box => [box, columns.get(box.id)!])),
        box => ({ width: 40 + box.name.length * 8, height: 30 + (box.name.length % 3) * 15 }),
        { column: 50, row: 10 },
      )
      const tasks = boxes.filter(({ box }) => box.kind === 'task')
      const apart = tasks.every((a, i) =>
        tasks
          .slice(i + 1)
          .every(
            b =>
              a.x + a.width + 49 <= b.x ||
              b.x + b.width + 49 <= a.x ||
              a.y + a.height + 9.9 <= b.y ||
              b.y + b.height + 9.9 <= a.y,
          ),
      )
      const inside = tasks.every(
        ({ x, y, ...size }) =>
          x >= 0 && y >= -0.001 && x + size.width <= width && y + size.height <= height + 0.001,
      )
      const forward = arrows.every(({ points }) =>
        points.every((point, i) => i === 0 || point.x > points[i - 1]!.x),
      )
      // Flat pieces of an arrow lie beside the boxes of the columns that it passes, never on them.
      const clear = arrows.every(({ arrow, points }) =>
        points.slice(1).every((to, i) => {
          const from = points[i]!
          return (
            from.y !== to.y ||
            tasks.every(
              ({ box, ...at }) =>
                box === arrow.from ||
                box === arrow.to ||
                to.x <= at.x + 0.1 ||
                from.x >= at.x + at.width - 0.1 ||
                to.y <= at.y ||
                to.y >= at.y + at.height,
            )
          )
        }),
      )
      return apart && inside && forward && clear
    }),
  )
  t.equal(
    levelsOf({
      tasks: [task('a'), task('b')],
      barriers: [],
      edges: [
        { from: 'a', to: 'b', kind: 'needs' },
        { from: 'b', to: 'a', kind: 'needs' },
      ],
    }).length,
    1,
    'a cycle is drawn flat',
  )
  const untied = levelsOf({
    tasks: [task('lone'), task('lone2'), task('lone3'), task('before'), task('behind')],
    barriers: [{ id: '@r', reboot: 1 }],
    edges: [
      { from: 'lone', to: 'lone2', kind: 'needs' },
      { from: 'lone2', to: 'lone3', kind: 'needs' },
      { from: 'before', to: '@r', kind: 'barrier' },
      { from: '@r', to: 'behind', kind: 'barrier' },
    ],
  })
  t.strictSame(
    untied.map(level => ('barrier' in level ? '|' : level.tasks.map(({ id }) => id).join())),
    ['lone,before', 'lone2', 'lone3', '|', 'behind'],
  )
})

/** What stays of an event on a terminal, by the same sentences; the test knows which are left out there. */
function permanent(event: Event, roster: Roster, style: Style): string[] {
  const sentence = describe(event, roster)
  if (!sentence || ['started', 'rechecking', 'predicted'].includes(sentence.what)) return []
  if (sentence.what === 'checked' && sentence.tone === 'dim') return []
  return paintedLines(sentence, style).map(line => unpainted(line).trimEnd())
}

function liveOn(screen: Screen) {
  const clock = drivenClock()
  const roster = new Roster()
  const exits = new Set<() => void>()
  const live = new Live(
    {
      write: text => screen.write(text),
      size: () => ({ columns: screen.columns, rows: screen.rows }),
      style: createStyle({ color: true }),
      clock,
      onExit: restore => {
        exits.add(restore)
        return () => exits.delete(restore)
      },
    },
    roster,
  )
  const lines: string[] = []
  return {
    clock,
    live,
    roster,
    exits,
    lines,
    tell(event: Event) {
      roster.learn(event)
      lines.push(...permanent(event, roster, createStyle({ width: screen.columns })))
      live.event(event)
    },
  }
}

t.test('the live view never garbles what stays', async () => {
  const sequences = [story, allEvents, poisoned(story), poisoned(allEvents)]
  const size = fc.record({
    columns: fc.integer({ min: 20, max: 130 }),
    rows: fc.integer({ min: 3, max: 30 }),
  })
  const script = fc.record({
    which: fc.nat(sequences.length - 1),
    start: size,
    waits: fc.array(fc.constantFrom(0, 0, 50, 210, 1500), { minLength: 60, maxLength: 60 }),
    // Made so high that no part of the area leaves by the top: what scrolled away cannot be erased.
    resizes: fc.array(fc.tuple(fc.nat(59), size), { maxLength: 4 }),
  })
  fc.assert(
    fc.property(script, ({ which, start, waits, resizes }) => {
      const screen = new Screen(start.columns, start.rows)
      const { clock, live, lines, tell } = liveOn(screen)
      sequences[which]!.forEach((event, i) => {
        for (const [at, next] of resizes) if (at === i) screen.resize(next.columns, 120)
        tell(event)
        clock.go(waits[i % waits.length]!)
        const shown = screen.text
        const area = shown.slice(lines.length)
        if (JSON.stringify(shown.slice(0, lines.length)) !== JSON.stringify(lines))
          throw new Error(`${event.type}: ${JSON.stringify([shown, lines], null, 1)}`)
        if (area.length > Math.max(1, Math.floor(screen.rows / 2)))
          throw new Error(`area of ${area.length} lines`)
        if (area.length > 0 && screen.cursorShown) throw new Error('cursor shown over the area')
        if (area.length === 0 && !screen.cursorShown) throw new Error('no area, no cursor')
        if (!screen.autowrap) throw new Error('wrapping left off')
      })
      live.close()
      return JSON.stringify(screen.text) === JSON.stringify(lines) && screen.cursorShown && clock.timers === 0
    }),
    { numRuns: 40 },
  )
})

t.test('the live view is calm and tells what runs', async t => {
  const screen = new Screen(80, 24)
  const { clock, live, exits, tell } = liveOn(screen)
  for (const event of story.slice(0, story.findIndex(event => event.type === 'run-committed') + 1))
    tell(event)
  t.equal(clock.timers, 0, 'nothing runs, nothing moves')
  const until = story.findIndex(event => event.type === 'quiet')
  for (const event of story.slice(story.findIndex(event => event.type === 'run-committed') + 1, until))
    tell(event)
  clock.go(61_000)
  t.match(screen.text.at(-3), /^. kernel {6}applying +1 m 1 s$/)
  t.match(screen.text.at(-2), /^. postgresql {2}upgrading +━━━━━━━───── {3}58 % {2}1 m 1 s$/)
  t.equal(screen.text.at(-1), '  3 of 8 done · 2 running · 1 queued')
  t.match(screen.last, /\x1b\[\?7l.*\x1b\[\?7h$/s, 'what is wider than it measured is cut, not wrapped')
  const before = screen.writes
  clock.go(1000)
  t.ok(screen.writes - before <= 10, 'at most ten frames a second')
  tell(story[until]!)
  t.match(screen.text.at(-2), 'no message for 2 m 5 s')
  tell(everyEvent['run-interrupted'][0]!)
  t.match(screen.text.at(-1), 'interrupted, finishing what is in hand')
  t.equal(exits.size, 1)
  for (const restore of exits) restore()
  t.ok(screen.cursorShown, 'a crash gives the cursor back')
  t.notMatch(screen.text.at(-1), 'running', 'and takes the area away')
  live.close()
  t.equal(exits.size, 0)

  for (const width of [20, 24, 40, 200]) {
    const narrow = new Screen(width, 24)
    const { tell, clock } = liveOn(narrow)
    for (const event of [...everyEvent['run-committed'], story.find(event => event.type === 'task-started')!])
      tell(event)
    tell({ type: 'progress', step: 'accounts', task: 'accounts', message: '漢字'.repeat(100), percent: 7 })
    clock.go(400)
    const [row, counts] = narrow.text.slice(-2)
    t.match(row, /^. accounts/, `one line a task at ${width}`)
    t.match(row, /0 s$/)
    t.ok(displayWidth(row!) < width && displayWidth(counts!) < width)
    t.equal(/ 7 %/.test(row!), width >= 40)
  }
})

t.test('what could start is counted, with and without a look before, and after a resume', async t => {
  const names = ['a', 'b', 'c', 'd']
  const chain: Edge[] = [{ from: 'c', to: 'd', kind: 'needs' }]
  const locked = {
    ...plan,
    steps: names.map(name => ({ ...steps[0]!, name, locks: name < 'c' ? ['l'] : [] })),
    graph: { tasks: names.map(name => task(name)), barriers: [], edges: chain },
  }
  const start = (task: string): Event => ({
    type: 'task-started',
    task,
    attempt: 1,
    pid: 1,
    startTime: '1',
    selections: [],
  })
  const screen = new Screen(80, 24)
  const { live, tell } = liveOn(screen)
  tell({ ...everyEvent['run-committed'][0]!, plan: locked })
  tell(start('a'))
  t.equal(screen.text.at(-1), '  0 of 4 done · 1 running · 1 queued · 1 locked', 'd waits for c')
  tell({ type: 'task-settled', task: 'c', as: 'nothing' })
  t.equal(screen.text.at(-1), '  1 of 4 done · 1 running · 1 queued · 1 locked', 'd could start')
  live.close()

  const resumed = new Screen(80, 24)
  const again = liveOn(resumed)
  for (const event of [{ ...everyEvent['run-committed'][0]!, plan: locked }, start('a')] as Event[]) {
    again.roster.learn(event)
    again.live.learn(event)
  }
  again.tell(everyEvent['run-resumed'][0]!)
  again.tell({ type: 'task-settled', task: 'a', as: 'applied' })
  again.tell(start('b'))
  t.equal(resumed.text.at(-1), '  1 of 4 done · 1 running · 1 queued')
  again.live.close()
})

t.test('many tasks, locks and an idle screen', async t => {
  const names = Array.from({ length: 64 }, (_, i) => `s${i}`)
  const many = {
    ...plan,
    steps: names.map((name, i) => ({ ...steps[0]!, name, locks: i % 2 ? ['l'] : [] })),
    graph: { tasks: names.map(name => task(name)), barriers: [], edges: [] },
  }
  const screen = new Screen(80, 24)
  const { live, tell } = liveOn(screen)
  tell({ ...everyEvent['run-committed'][0]!, plan: many })
  for (const name of names) tell({ type: 'task-ready', task: name, selections: [] })
  for (const name of names.slice(0, 50))
    tell({ type: 'task-started', task: name, attempt: 1, pid: 1, startTime: '1', selections: [] })
  t.equal(screen.text.length - 1, 12, 'half the screen')
  t.equal(screen.text.at(-2), '  … and 40 more')
  t.equal(screen.text.at(-1), '  0 of 64 done · 50 running · 7 queued · 7 locked')
  tell(everyEvent['question-raised'][0]!)
  t.match(screen.text.at(-1), '1 waiting for a choice')
  for (const name of names) tell({ type: 'task-settled', task: name, as: 'nothing' })
  t.ok(screen.cursorShown)
  live.close()
  const writes = screen.writes
  live.close()
  t.equal(screen.writes, writes, 'closing twice is closing once')
  tell({ type: 'step-verifying', step: 's1' })
  t.match(screen.text.at(-2), /s1 +verifying/, 'an event takes the terminal again')
  live.close()
})

t.test('what is asked is what the run waits for, after every event of every run', async t => {
  let asked = 0
  for (let seed = 1; seed <= 60; seed++) {
    const { events } = simulate({ seed, steps: 6, jobs: 2, mischief: 15, crashes: 3 })
    const tally = new Tally()
    const roster = new Roster()
    const board = new Board(roster)
    let state: RunState | null = null
    for (const event of events) {
      state = fold(state, event)
      roster.learn(event)
      tally.take(event)
      board.take(event, 0)
      const open = [...state.questions.keys()].sort()
      asked += open.length
      const shown = [...tally.questions.keys()].sort()
      if (open.join() !== shown.join() || board.counts.asked !== open.length)
        t.fail(`seed ${seed}, ${event.type}: ${open} is asked, and told: ${shown}, ${board.counts.asked}`)
    }
  }
  t.ok(asked > 0)
})
