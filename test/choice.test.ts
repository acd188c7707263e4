import { deepStrictEqual } from 'node:assert'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { setTimeout as startTimer } from 'node:timers'
import { setTimeout } from 'node:timers/promises'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { parse as parseYaml } from 'yaml'
import { isAddress, isPattern, matches } from '../src/choice/address.js'
import { type Answers, loadAnswers, parseAnswers } from '../src/choice/answers.js'
import { confirmCommit } from '../src/choice/confirm.js'
import { type Deciding, decide } from '../src/choice/decide.js'
import { effectsOf, estimate } from '../src/choice/effects.js'
import { promptChoices } from '../src/choice/prompt.js'
import { isLost, readSecret, SecretStore } from '../src/choice/secrets.js'
import { answersTemplate } from '../src/choice/template.js'
import { askingOrder, branchOf } from '../src/choice/tree.js'
import { validateAnswer } from '../src/choice/validate.js'
import { parseValue } from '../src/choice/value.js'
import { whoAmI } from '../src/choice/who.js'
import { widthOf, wrap } from '../src/choice/wrap.js'
import { validate as fitsSchema } from '../src/protocol/gen/answers.validator.js'
import type { InputSpec, ItemBody, Resolution } from '../src/protocol/gen/messages.js'
import { findingsOf } from '../src/scheduler/findings.js'
import type { Answer, Choice, Finding, InputValue, Who } from '../src/scheduler/model.js'

const who: Who = { uid: 1000, user: 'ada' }
const at = '2026-11-23T12:00:00.000Z'

const upgrade: Resolution = {
  id: 'upgrade',
  title: 'Upgrade the cluster',
  default: true,
  inputs: { jobs: { type: 'integer', default: 4 } },
  items: [
    {
      id: 'old-cluster',
      severity: 'warning',
      title: 'What becomes of the old cluster?',
      resolutions: [
        { id: 'keep', title: 'Keep it', default: true },
        { id: 'delete', title: 'Delete it', effects: { destructive: true } },
      ],
    },
  ],
}
const drop: Resolution = { id: 'drop', title: 'Drop all data', effects: { destructive: true } }
const stay: Resolution = { id: 'stay', title: 'Stay on 16', ends: 'kept' }
const major: ItemBody = {
  id: 'major-version',
  severity: 'error',
  title: 'The data is of version 16',
  fingerprint: 'v.16.4',
  resolutions: [upgrade, stay, drop],
}
const low: ItemBody = { id: 'low', severity: 'warning', title: 'Little space', fingerprint: 'f1' }
const locale: ItemBody = {
  id: 'locale',
  severity: 'recommendation',
  title: 'Use ICU',
  resolutions: [{ id: 'icu', title: 'Reindex', default: true }],
}
const key: ItemBody = {
  id: 'session-key',
  severity: 'error',
  title: 'No session key',
  resolutions: [
    { id: 'import', title: 'Import one', inputs: { key: { type: 'string', secret: true } } },
    { id: 'generate', title: 'Generate one' },
  ],
}

const pg = findingsOf('postgresql', [locale, low, major], 'producer')
const one = (item: ItemBody): Finding => findingsOf('step', [item], 'producer')[0]!
const answersOf = (text: string): Answers => {
  const { answers, diagnostics } = parseAnswers('/etc/answers.yaml', Buffer.from(text))
  if (!answers) throw new Error(JSON.stringify(diagnostics))
  return answers
}
const withAnswers = (choices: string): Answers => answersOf(`edgewise: 1\nchoices:\n${choices}`)
const deciding = (given: Partial<Deciding>): Deciding => ({
  findings: pg,
  earlier: [],
  waives: [],
  laters: [],
  policy: 'none',
  who,
  at,
  ...given,
})
const addresses = (findings: { address: string }[]): string[] => findings.map(({ address }) => address)
const taken = (choices: Choice[]): Record<string, string> =>
  Object.fromEntries(
    choices.map(({ address, answer, via }) => [
      address,
      `${via}: ${answer.kind === 'resolution' ? answer.resolution : answer.kind}`,
    ]),
  )
const codes = (said: { code: string }[]): string[] => said.map(({ code }) => code)

t.test('asking order', async t => {
  const choose = (address: string, resolution: string): [string, Choice] => {
    const finding = pg.find(each => each.address === address)!
    const answer: Answer = { kind: 'resolution', resolution }
    return [address, { address, fingerprint: finding.fingerprint, answer, who, at, via: 'prompt' }]
  }
  t.same(
    addresses(askingOrder(pg, new Map())),
    ['postgresql/major-version', 'postgresql/low', 'postgresql/locale'],
    'errors first; a follow-up is not asked before its branch is chosen',
  )
  t.same(
    addresses(askingOrder(pg, new Map([choose('postgresql/major-version', 'upgrade')]))),
    ['postgresql/major-version', 'postgresql/old-cluster', 'postgresql/low', 'postgresql/locale'],
    'a follow-up comes right after what opened it',
  )
  t.same(addresses(askingOrder(pg, new Map([choose('postgresql/major-version', 'stay')]))).length, 3)
  t.same(
    [...branchOf(pg, 'postgresql/major-version')],
    ['postgresql/major-version', 'postgresql/old-cluster'],
  )
})

t.test('an answer is held against what is asked', async t => {
  const spec: Record<string, InputSpec> = {
    text: { type: 'string', default: 'a' },
    flag: { type: 'boolean', optional: true },
    jobs: { type: 'integer', enum: [1, 2] },
    token: { type: 'string', secret: true, optional: true },
  }
  const finding = one({ ...low, resolutions: [{ id: 'fix', title: 'Fix', inputs: spec }, stay] })
  const check = (input: Record<string, InputValue>) =>
    validateAnswer(finding, { kind: 'resolution', resolution: 'fix', input })
  const refused = (input: Record<string, InputValue>): string => {
    const checked = check(input)
    return checked.ok ? 'accepted' : checked.error.code
  }

  t.same(check({ jobs: 2 }), {
    ok: true,
    value: { kind: 'resolution', resolution: 'fix', input: { text: 'a', jobs: 2 } },
  })
  t.same(
    check({ jobs: 1, flag: false, text: '' }),
    { ok: true, value: { kind: 'resolution', resolution: 'fix', input: { text: '', flag: false, jobs: 1 } } },
    'in the order of the resolution, whatever the order of the answer',
  )
  t.same(refused({}), 'choice.missing-input')
  t.same(refused({ jobs: 3 }), 'choice.bad-input', 'not in the list')
  t.same(refused({ jobs: '1' }), 'choice.bad-input')
  t.same(refused({ jobs: 1.5 }), 'choice.bad-input')
  t.same(refused({ jobs: 1, text: 17 }), 'choice.bad-input')
  t.same(refused({ jobs: 1, flag: 'yes' }), 'choice.bad-input')
  t.same(refused({ jobs: 1, text: 'a\u0000b' }), 'choice.bad-input')
  t.same(refused({ jobs: 1, text: 'a\ud800' }), 'choice.bad-input')
  t.same(refused({ jobs: 1, text: 'x'.repeat(65_537) }), 'choice.bad-input')
  t.same(refused({ jobs: 1, token: 'hunter2' }), 'choice.literal-secret')
  t.same(refused({ jobs: 1, token: { secret: 'file', file: '/k' } }), 'accepted')
  t.same(refused({ jobs: 1, token: { secret: 'memory' } }), 'accepted')
  t.same(refused({ jobs: 1, text: { secret: 'file', file: '/k' } }), 'choice.not-secret')
  t.same(refused({ jobs: 1, constructor: 'x' }), 'choice.unknown-input')
  t.match(validateAnswer(finding, { kind: 'resolution', resolution: 'fxi' }), {
    error: { code: 'choice.unknown-resolution', hint: /Did you mean `fix`\? It offers fix, stay/ },
  })
  t.match(check({ jobs: 1, txet: 'a' }), { error: { hint: /Did you mean `text`\?/ } })
  t.match(check({ jobs: 1, text: 17 }), { error: { hint: /quotes: "17"/ } })
  t.notMatch(JSON.stringify(check({ jobs: 1, token: 'hunter2' })), /hunter2/, 'a secret is not quoted')

  const big = one({ ...low, resolutions: [{ id: 'fix', title: 'Fix', inputs: { n: { type: 'integer' } } }] })
  const number = (n: number) => validateAnswer(big, { kind: 'resolution', resolution: 'fix', input: { n } })
  t.ok(number(Number.MAX_SAFE_INTEGER).ok)
  t.match(number(Number.MAX_SAFE_INTEGER + 1), { error: { message: /2\^53/ } })
  const zero = number(-0)
  t.ok(zero.ok && zero.value.kind === 'resolution' && Object.is(zero.value.input?.n, 0), 'no negative zero')

  const wrong = one({
    ...low,
    resolutions: [{ id: 'fix', title: 'Fix', inputs: { n: { type: 'integer', default: 'x' } } }],
  })
  t.match(validateAnswer(wrong, { kind: 'resolution', resolution: 'fix' }), {
    error: { code: 'choice.bad-input' },
  })
  const secretive = one({
    ...low,
    resolutions: [
      { id: 'fix', title: 'Fix', inputs: { k: { type: 'string', secret: true, default: 'literal' } } },
    ],
  })
  t.match(
    validateAnswer(secretive, { kind: 'resolution', resolution: 'fix' }),
    { error: { code: 'choice.missing-input' } },
    'a default of a secret is never used',
  )

  t.same(validateAnswer(finding, { kind: 'waiver', reason: ' known \n' }), {
    ok: true,
    value: { kind: 'waiver', reason: 'known' },
  })
  t.match(validateAnswer(finding, { kind: 'waiver', reason: ' \n' }), {
    error: { code: 'choice.bad-reason' },
  })
  t.match(validateAnswer(finding, { kind: 'waiver', reason: 'a\u0000' }), {
    error: { code: 'choice.bad-reason' },
  })
  t.ok(validateAnswer(finding, { kind: 'later' }).ok)
  t.match(validateAnswer(one(low), { kind: 'resolution', resolution: 'x' }), {
    error: { hint: /offers none/ },
  })

  t.same(parseValue({ type: 'integer' }, ' -7 '), { ok: true, value: -7 })
  t.same(parseValue({ type: 'integer' }, '9007199254740993').ok, false)
  t.same(parseValue({ type: 'integer' }, '0x10').ok, false)
  t.same(parseValue({ type: 'boolean' }, 'true'), { ok: true, value: true })
  t.same(parseValue({ type: 'boolean' }, 'TRUE').ok, false)
  t.same(parseValue({ type: 'string' }, ' as it is '), { ok: true, value: ' as it is ' })
})

t.test('deciding without asking', async t => {
  t.test('nothing given', async t => {
    const decided = decide(deciding({}))
    t.same(decided.choices, [])
    t.same(
      addresses(decided.open),
      ['postgresql/major-version', 'postgresql/low'],
      'recommendations are left',
    )
    t.same([...decided.problems, ...decided.notes], [])
  })

  t.test('answers by name open follow-ups, which are answered too', async t => {
    const answers = withAnswers(`  postgresql/major-version: { resolution: upgrade, fingerprint: v.16.4 }
  postgresql/old-cluster: { resolution: keep }
  postgresql/low: { waive: known }`)
    const { choices, open, notes, problems } = decide(deciding({ answers }))
    t.same(taken(choices), {
      'postgresql/major-version': 'answers: upgrade',
      'postgresql/old-cluster': 'answers: keep',
      'postgresql/low': 'answers: waiver',
    })
    t.match(
      choices[0],
      { fingerprint: 'v.16.4', who, at, answer: { input: { jobs: 4 } } },
      'defaults are filled in',
    )
    t.same([open, notes, problems], [[], [], []])
  })

  t.test('a follow-up of a branch that was not taken', async t => {
    const answers = withAnswers(`  postgresql/major-version: { resolution: stay }
  postgresql/old-cluster: { resolution: keep }`)
    const { choices, notes } = decide(deciding({ answers }))
    t.same(Object.keys(taken(choices)), ['postgresql/major-version'])
    t.match(notes, [{ code: 'choice.not-asked', address: 'postgresql/old-cluster' }])
  })

  t.test('a stale answer is told with both fingerprints, and nothing weaker stands in for it', async t => {
    const answers = withAnswers(`  postgresql/major-version: { resolution: upgrade, fingerprint: v.16.3 }
  postgresql/major-*: { resolution: stay }`)
    const { choices, open, notes } = decide(deciding({ answers, policy: 'all' }))
    t.notOk(choices.some(({ address }) => address === 'postgresql/major-version'))
    t.ok(addresses(open).includes('postgresql/major-version'))
    t.match(notes, [{ code: 'choice.stale', message: /"v\.16\.3".*"v\.16\.4"/ }])
    const earlier: Choice[] = [
      {
        address: 'postgresql/major-version',
        fingerprint: 'v.16.4',
        answer: { kind: 'resolution', resolution: 'stay' },
        who: { uid: 0, user: 'root' },
        at: '2026-01-01T00:00:00.000Z',
        via: 'prompt',
      },
    ]
    t.same(
      decide(deciding({ answers, earlier })).choices,
      earlier,
      'but a choice on this very fingerprint does, as it was made: by whom, when and how',
    )
  })

  t.test('what destroys data', async t => {
    const unbound = decide(
      deciding({ answers: withAnswers('  postgresql/major-version: { resolution: drop }') }),
    )
    t.same(unbound.choices, [])
    t.match(unbound.notes, [{ code: 'choice.unbound', message: /fingerprint: "v\.16\.4"/ }])
    const bound = withAnswers('  postgresql/major-version: { resolution: drop, fingerprint: v.16.4 }')
    t.same(taken(decide(deciding({ answers: bound })).choices), {
      'postgresql/major-version': 'answers: drop',
    })
    const pattern = decide(deciding({ answers: withAnswers('  postgresql/major-*: { resolution: drop }') }))
    t.same(pattern.choices, [])
    t.match(pattern.notes[0], { code: 'choice.pattern-refused', message: /destroys data/ })
    const findings = findingsOf('s', [{ ...low, resolutions: [{ ...drop, default: true }] }], 'producer')
    const policy = decide(deciding({ findings, policy: 'all' }))
    t.same(policy.choices, [])
    t.match(policy.notes, [{ code: 'choice.policy-refused' }])
  })

  t.test('patterns', async t => {
    const answers = withAnswers(`  postgresql/*: { waive: all of it }
  postgresql/l*: { resolution: icu }
  postgresql/locale: { resolution: icu }
  web/*: { resolution: icu }`)
    const { choices, open, notes } = decide(deciding({ answers }))
    t.same(
      taken(choices),
      { 'postgresql/low': 'pattern: waiver', 'postgresql/locale': 'answers: icu' },
      'the first that matches; an exact key wins; an error is never waived by a pattern',
    )
    t.same(addresses(open), ['postgresql/major-version'])
    t.match(notes, [
      { code: 'choice.pattern-refused', address: 'postgresql/major-version' },
      { code: 'choice.no-such-item', address: 'web/*' },
    ])
    const misfit = decide(deciding({ answers: withAnswers('  postgresql/l*: { resolution: icu }') }))
    t.match(misfit.notes, [{ address: 'postgresql/low', message: /no resolution "icu"/ }])
    t.same(misfit.problems, [], 'a pattern may reach further than it fits')
  })

  t.test('policies', async t => {
    const soft = { ...low, resolutions: [{ id: 'clean', title: 'Clean', default: true }] }
    const findings = findingsOf('postgresql', [locale, soft, major], 'producer')
    const by = (policy: Deciding['policy']) =>
      Object.keys(taken(decide(deciding({ findings, policy })).choices)).sort()
    t.same(by('none'), [])
    t.same(by('recommendations'), ['postgresql/locale'])
    t.same(by('warnings'), ['postgresql/locale', 'postgresql/low'])
    t.same(by('all'), [
      'postgresql/locale',
      'postgresql/low',
      'postgresql/major-version',
      'postgresql/old-cluster',
    ])
    const needy = {
      ...soft,
      resolutions: [{ id: 'a', title: 'A', default: true, inputs: { n: { type: 'integer' as const } } }],
    }
    const refused = decide(deciding({ findings: findingsOf('s', [needy], 'producer'), policy: 'all' }))
    t.same(addresses(refused.open), ['s/low'])
    t.match(refused.notes, [{ code: 'choice.policy-refused', message: /needs the input `n`/ }])
    t.same(
      decide(deciding({ findings: [one(key)], policy: 'all' })).choices,
      [],
      'nothing is marked as default',
    )
  })

  t.test('waivers by option', async t => {
    const waive = (address: string, reason = 'known') => decide(deciding({ waives: [{ address, reason }] }))
    t.same(taken(waive('postgresql/major-version').choices), { 'postgresql/major-version': 'option: waiver' })
    t.match(waive('postgresql').problems, [{ code: 'choice.bad-waiver' }], 'a step is not an item')
    t.match(waive('postgresql/*').problems, [{ code: 'choice.bad-waiver' }])
    t.match(waive('postgresql/lwo').notes, [
      { code: 'choice.no-such-item', message: /Did you mean postgresql\/low\?/ },
    ])
    t.match(waive('postgresql/low', ' ').problems, [{ code: 'choice.bad-reason' }])
    const answers = withAnswers('  postgresql/low: { waive: from the file }')
    const both = decide(
      deciding({ answers, waives: [{ address: 'postgresql/low', reason: 'from the option' }] }),
    )
    t.match(both.choices, [{ via: 'option', answer: { reason: 'from the option' } }])
  })

  t.test('an earlier plan', async t => {
    const choice = (fingerprint: string, answer: Answer): Choice => ({
      address: 'postgresql/major-version',
      fingerprint,
      answer,
      who: { uid: 0, user: 'root' },
      at: '2026-01-01T00:00:00.000Z',
      via: 'answers',
    })
    const drops = choice('v.16.4', { kind: 'resolution', resolution: 'drop' })
    t.same(
      decide(deciding({ earlier: [drops] })).choices,
      [drops],
      'kept as it was made, what destroys data too',
    )
    const answers = withAnswers('  postgresql/major-version: { resolution: stay }')
    t.same(taken(decide(deciding({ earlier: [drops], answers })).choices), {
      'postgresql/major-version': 'answers: stay',
    })
    const before = choice('v.16.3', { kind: 'resolution', resolution: 'stay' })
    const changed = decide(deciding({ earlier: [before] }))
    t.same(changed.choices, [])
    t.match(changed.notes, [{ code: 'choice.changed', message: /"v\.16\.3".*"v\.16\.4"/ }])
    t.match(
      decide(deciding({ earlier: [before], policy: 'all' })).choices[0],
      { via: 'policy' },
      'then policy may fill it',
    )
    const gone = choice('v.16.4', { kind: 'resolution', resolution: 'gone' })
    t.match(decide(deciding({ earlier: [gone] })), { choices: [], notes: [{ code: 'choice.changed' }] })
    const pattern = withAnswers('  postgresql/major-*: { resolution: stay }')
    t.same(decide(deciding({ earlier: [drops], answers: pattern })).choices[0], drops, 'before a pattern')
  })

  t.test('later', async t => {
    const answers = withAnswers('  postgresql/low: { later: true }')
    const findings = findingsOf(
      'postgresql',
      [{ ...low, resolutions: [{ id: 'a', title: 'A', default: true }] }],
      'producer',
    )
    const { choices, open, notes } = decide(deciding({ findings, answers, policy: 'all' }))
    t.same([addresses(open), codes(notes)], [[], []])
    t.match(choices, [{ answer: { kind: 'later' }, via: 'answers', fingerprint: findings[0]!.fingerprint }])
    const byOption = decide(deciding({ findings, laters: ['postgresql/low'], policy: 'all' }))
    t.match(byOption, { open: [], choices: [{ answer: { kind: 'later' }, via: 'option' }] }, 'as an option')
    const pattern = withAnswers('  postgresql/*: { later: true }')
    t.match(decide(deciding({ findings, answers: pattern })).choices, [{ answer: { kind: 'later' } }])
    t.match(decide(deciding({ findings, earlier: choices })), { choices, open: [] }, 'of an earlier plan')
    t.match(decide(deciding({ laters: ['postgresql/lo'] })).notes, [{ code: 'choice.no-such-item' }])
  })

  t.test('wrong answers are problems with a place', async t => {
    const answers = withAnswers(
      '  postgresql/low: { waive: ok }\n  postgresql/major-version: { resolution: upgarde }',
    )
    t.match(decide(deciding({ answers, policy: 'all' })), {
      problems: [
        {
          address: 'postgresql/major-version',
          code: 'choice.unknown-resolution',
          file: '/etc/answers.yaml',
          line: 4,
          column: 3,
          hint: /Did you mean `upgrade`/,
        },
      ],
    })
    const literal = decide(
      deciding({
        findings: [one(key)],
        answers: withAnswers('  step/session-key: { resolution: import, input: { key: hunter2 } }'),
      }),
    )
    t.match(literal.problems, [{ code: 'choice.literal-secret' }])
    t.notMatch(JSON.stringify(literal), /hunter2/)
  })

  t.test('answers that meet nothing are told', async t => {
    const { notes } = decide(
      deciding({ answers: withAnswers('  postgresql/major-verison: { resolution: stay }') }),
    )
    t.match(notes, [{ code: 'choice.no-such-item', message: /Did you mean postgresql\/major-version\?/ }])
  })

  t.test('a chain of follow-ups is decided to its end', async t => {
    let item: ItemBody = {
      id: 'i50',
      severity: 'error',
      title: 'Last',
      resolutions: [{ id: 'go', title: 'Go', default: true }],
    }
    for (let n = 49; n >= 0; n -= 1)
      item = {
        id: `i${n}`,
        severity: 'error',
        title: 'On',
        resolutions: [{ id: 'go', title: 'Go', default: true, items: [item] }],
      }
    const { choices, open } = decide(
      deciding({ findings: findingsOf('s', [item], 'producer'), policy: 'all' }),
    )
    t.same([choices.length, open.length], [51, 0])
  })
})

t.test('keys and patterns', async t => {
  t.ok(isAddress('a/b.c-d_9') && isAddress(`${'a'.repeat(64)}/b`))
  for (const wrong of ['a', 'a/', '/b', 'a/b/c', 'A/b', 'a/b\n', 'a/*', '9/b', `${'a'.repeat(65)}/b`])
    t.notOk(isAddress(wrong), wrong)
  t.ok(isPattern('a/*') && isPattern('*/*') && isPattern('accounts/uid-*'))
  for (const wrong of ['*', 'a/b', 'a/*/b', 'a/*\n']) t.notOk(isPattern(wrong), JSON.stringify(wrong))
  t.ok(
    matches('a/uid-*', 'a/uid-') &&
      matches('a/*-x-*', 'a/q-x-r') &&
      matches('*/b', 'a/b') &&
      matches('a/*b*b', 'a/bb'),
  )
  t.notOk(
    matches('a/b*b', 'a/b') || matches('a/*', 'b/c') || matches('a*/x', 'b/x') || matches('a/*x*y', 'a/yx'),
  )
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 })
  const stars = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 })
  fc.assert(
    fc.property(stars, letters, (pattern, text) => {
      const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text)
      return matches(`s/${pattern}`, `s/${text}`) === expected
    }),
    { numRuns: 2000 },
  )
})

t.test('files of answers', async t => {
  const example = `edgewise: 1
choices:
  postgresql/major-version: { resolution: upgrade, input: { jobs: 4 }, fingerprint: v.16.4 }
  secrets/session-key:      { resolution: import, input: { key: { file: session.key } } }
  disk/low:                 { waive: "cleaned up on Monday" }
  accounts/uid-*:           { resolution: re-own }
  mail/spool:               { later: true }
`
  t.test('the five kinds', async t => {
    const file = join(t.testdir({ 'answers.yaml': example }), 'answers.yaml')
    const { answers, diagnostics } = await loadAnswers(file)
    t.same(diagnostics, [])
    t.same(answers, {
      file,
      entries: [
        {
          key: 'postgresql/major-version',
          answer: { kind: 'resolution', resolution: 'upgrade', input: { jobs: 4 } },
          fingerprint: 'v.16.4',
          line: 3,
          column: 3,
        },
        {
          key: 'secrets/session-key',
          answer: {
            kind: 'resolution',
            resolution: 'import',
            input: { key: { secret: 'file', file: join(t.testdirName, 'session.key') } },
          },
          line: 4,
          column: 3,
        },
        { key: 'disk/low', answer: { kind: 'waiver', reason: 'cleaned up on Monday' }, line: 5, column: 3 },
        { key: 'accounts/uid-*', answer: { kind: 'resolution', resolution: 're-own' }, line: 6, column: 3 },
        { key: 'mail/spool', answer: { kind: 'later' }, line: 7, column: 3 },
      ],
    })
    t.same(
      parseAnswers('/a.yaml', Buffer.from('edgewise: 1\nchoices:\n')).answers?.entries,
      [],
      'nothing decided yet',
    )
    const json = JSON.stringify(parseYaml(example))
    t.same(codes(parseAnswers('/a.json', Buffer.from(json)).diagnostics), [])
    t.same(parseAnswers('/a.json', Buffer.from(json)).answers?.entries.length, 5, 'JSON as well')
  })

  t.test('all problems at once, each with its place, its text and what to do', async t => {
    const { answers, diagnostics } = parseAnswers(
      '/a.yaml',
      Buffer.from(`edgewise: 2
chioces: {}
choices:
  postgresql: { waive: "no" }
  a/one: { resolution: 17 }
  a/two: { resolution: x, waive: y }
  a/three: {}
  a/four: yes
  a/five: { waive: " " }
  a/six: { later: false }
  a/seven: { waive: y, input: { n: 1 } }
  a/eight: { resolution: x, input: { n: , m: 1.5, o: [1], p: { path: x } } }
  a/nine: { resolution: x, fingerprnt: y }
  a/te*: { resolution: x, fingerprint: y }
  a/one: { resolution: x }
  a/ten: { resolution: Not-A-Name, fingerprint: 0007 }
`),
    )
    t.notOk(answers)
    t.same(
      diagnostics.map(({ line, code, text }) => `${line} ${code} ${text}`),
      [
        '1 answers.version 2',
        '2 answers.unknown-key chioces',
        '4 answers.bad-key postgresql',
        '5 answers.not-text 17',
        '6 answers.no-answer a/two',
        '7 answers.no-answer a/three',
        '8 answers.wrong-type yes',
        '9 answers.bad-value " "',
        '10 answers.bad-value false',
        '11 answers.unknown-key input',
        '12 answers.bad-value n',
        '12 answers.bad-value m',
        '12 answers.bad-value o',
        '12 answers.bad-value p',
        '13 answers.unknown-key fingerprnt',
        '14 answers.bad-value fingerprint',
        '15 answers.duplicate-key a/one',
        '16 answers.bad-value Not-A-Name',
        '16 answers.not-text 0007',
      ],
    )
    for (const { file, column, hint, message } of diagnostics)
      t.ok(file === '/a.yaml' && column! > 0 && hint && message)
    t.match(diagnostics[1], { hint: 'Did you mean "choices"?' })
    t.match(diagnostics[2], { message: /whole step/ })
    t.match(diagnostics[3], { hint: /"17"/, column: 24 })
  })

  t.test('what cannot be read', async t => {
    const dir = t.testdir({
      'bad.yaml': 'edgewise: [',
      'empty.yaml': '',
      'latin.yaml': Buffer.from([0x61, 0xe4]),
      folder: {},
    })
    const first = async (name: string) => (await loadAnswers(join(dir, name))).diagnostics[0]
    t.match(await first('missing.yaml'), { code: 'answers.unreadable', message: /no such file/ })
    t.match(await first('folder'), { code: 'answers.unreadable', message: /it is a folder/ })
    t.match(await first('bad.yaml'), { code: 'answers.syntax', line: 1 })
    t.match(await first('empty.yaml'), { code: 'answers.wrong-type', message: /is empty/ })
    t.match(await first('latin.yaml'), { code: 'answers.not-utf8', line: 1, column: 2 })
    writeFileSync(join(dir, 'big.yaml'), Buffer.alloc(4 * 1024 * 1024 + 1, 0x20))
    t.match(await first('big.yaml'), { code: 'answers.too-large' })
  })

  t.test('a secret that is written where a mapping belongs is not quoted', async t => {
    const { diagnostics } = parseAnswers(
      '/a.yaml',
      Buffer.from('edgewise: 1\nchoices:\n  a/b: { resolution: x, input: { key: [hunter2] } }\n'),
    )
    t.same(codes(diagnostics), ['answers.bad-value'])
    t.notMatch(JSON.stringify(diagnostics), /hunter2/)
  })

  t.test('the schema says the same as the reader', async t => {
    const name = fc.constantFrom('a', 'b-1', 'A', '', 'x'.repeat(65), 'constructor')
    const keys = fc.constantFrom(
      'a/b',
      'a/*',
      '*/*',
      'a',
      'a/b/c',
      'A/b',
      'a/b\n',
      `a/${'b'.repeat(65)}`,
      'a*/b',
    )
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        'text',
        true,
        4,
        1.5,
        null,
        [1],
        { file: 'k' },
        { file: '' },
        { file: 'k', x: 1 },
        {},
      ),
    )
    const answer = fc.oneof(
      fc.record(
        {
          resolution: fc.oneof(name, fc.constantFrom<unknown>(1, null)),
          waive: fc.constantFrom<unknown>('why', ' ', 1),
          later: fc.constantFrom<unknown>(true, false),
          input: fc.oneof(
            fc.dictionary(name, value, { maxKeys: 2 }),
            fc.constantFrom<unknown>(null, 'x', []),
          ),
          fingerprint: fc.constantFrom<unknown>('f', '', 7),
          other: fc.constant(1),
        },
        { requiredKeys: [] },
      ),
      fc.constantFrom<unknown>(null, 'x', []),
    )
    const file = fc.oneof(
      fc.record({ edgewise: fc.constant(1), choices: fc.dictionary(keys, answer, { maxKeys: 1 }) }),
      fc.record(
        {
          edgewise: fc.constantFrom<unknown>(1, 2, '1'),
          choices: fc.constantFrom<unknown>(null, {}, []),
          extra: fc.constant(1),
        },
        { requiredKeys: [] },
      ),
    )
    const agreed = { valid: 0, invalid: 0 }
    fc.assert(
      fc.property(file, data => {
        // What a schema cannot say without repeating itself: a pattern has no fingerprint.
        const [only] = Object.entries(
          (data.choices ?? {}) as Record<string, { fingerprint?: unknown } | null>,
        )
        fc.pre(!(only?.[0].includes('*') && only[1]?.fingerprint !== undefined))
        const read = parseAnswers('/a.json', Buffer.from(JSON.stringify(data)))
        const fits = fitsSchema(data) as boolean
        agreed[fits ? 'valid' : 'invalid'] += 1
        return fits === (read.diagnostics.length === 0)
      }),
      { numRuns: 3000 },
    )
    t.ok(agreed.valid > 50 && agreed.invalid > 50, `both were tried: ${JSON.stringify(agreed)}`)
  })
})

t.test('secrets', async t => {
  t.test('typed ones live in memory alone', async t => {
    const store = new SecretStore()
    store.put('a/b', 'key', 'hunter2')
    store.put('a/b', 'other', 'hunter2 and more')
    store.put('a/bc', 'key', '')
    t.same(store.get('a/b', 'key'), 'hunter2')
    t.same(store.get('a/b', 'none'), undefined)
    t.same(store.values(), ['hunter2 and more', 'hunter2'], 'the longest first, for redaction')
    t.same(readSecret({ secret: 'memory' }, store, 'a/b', 'key'), { ok: true, value: { value: 'hunter2' } })
    t.match(readSecret({ secret: 'memory' }, store, 'a/x', 'key'), {
      ok: false,
      error: { code: 'choice.secret-lost' },
    })
    store.forget('a/b')
    t.same([store.get('a/b', 'key'), store.get('a/bc', 'key')], [undefined, ''], 'and nothing else')
    store.put('a/b', 'key', 'hunter2')
    t.notMatch(JSON.stringify(store), /hunter2/, 'not even by accident')
    const choice = (name: string): Choice => {
      const answer: Answer = { kind: 'resolution', resolution: 'x', input: { [name]: { secret: 'memory' } } }
      return { address: 'a/b', fingerprint: 'f', answer, who, at, via: 'plan' }
    }
    t.same([isLost(choice('key'), store), isLost(choice('gone'), store)], [false, true])
  })

  t.test('named ones are read at each send', async t => {
    const dir = t.testdir({ folder: {} })
    const store = new SecretStore()
    const read = (content: string | Buffer, mode = 0o600) => {
      const file = join(dir, 'key')
      writeFileSync(file, content)
      chmodSync(file, mode)
      return readSecret({ secret: 'file', file }, store, 's/key', 'key')
    }
    const value = (content: string) => {
      const secret = read(content)
      return secret.ok ? secret.value.value : secret.error.message
    }
    t.same(value('hunter2\n'), 'hunter2')
    t.same(value('two\nlines\n\n'), 'two\nlines\n', 'one final line feed, not more')
    t.same(value('dos\r\n'), 'dos\r')
    t.same(value('\ufeffx'), '\ufeffx', 'as it is')
    t.match(value('\n'), /is empty/)
    t.match(value('a\u0000b'), /U\+0000/)
    t.match(read(Buffer.from([0xff, 0x41])), {
      error: { code: 'choice.secret-bad', message: /not valid UTF-8/ },
    })
    t.match(read('x'.repeat(65_537)), { error: { code: 'choice.secret-bad', message: /holds 65537 bytes/ } })
    t.ok(read('x'.repeat(65_536)).ok)
    t.notOk((read('k') as { value: { notice?: string } }).value.notice, 'private')
    t.match(read('k', 0o640), {
      ok: true,
      value: { value: 'k', notice: /mode 640\): chmod 600/ },
    })
    const from = (file: string) => readSecret({ secret: 'file', file }, store, 's/key', 'key')
    t.match(from(join(dir, 'none')), { error: { code: 'choice.secret-unreadable', message: /no such file/ } })
    t.match(from(join(dir, 'folder')), {
      error: { code: 'choice.secret-bad', message: /not a regular file/ },
    })
    symlinkSync('loop', join(dir, 'loop'))
    t.match(from(join(dir, 'loop')), { error: { message: /in a circle/ } })
    execFileSync('mkfifo', [join(dir, 'fifo')])
    t.match(from(join(dir, 'fifo')), { error: { message: /not a regular file/ } }, 'a FIFO does not hang')
    t.match(from('/dev/zero'), { error: { message: /not a regular file/ } })
  })
})

t.test('who chooses', async t => {
  const names: Record<number, string> = { 0: 'root', 1000: 'ada' }
  const nameOf = (uid: number) => names[uid]
  t.same(whoAmI({}, 1000, { nameOf }), { uid: 1000, user: 'ada' })
  t.same(whoAmI({}, 0, { nameOf, loginuid: '1000' }), {
    uid: 0,
    user: 'root',
    login: 'ada',
    loginBy: 'loginuid',
  })
  t.same(whoAmI({}, 0, { nameOf, loginuid: '1001\n' }), {
    uid: 0,
    user: 'root',
    login: '1001',
    loginBy: 'loginuid',
  })
  t.same(
    whoAmI({ SUDO_USER: 'eve' }, 0, { nameOf, loginuid: '1000' }).login,
    'ada',
    'the kernel knows better',
  )
  t.match(whoAmI({ SUDO_USER: 'ada' }, 0, { nameOf, loginuid: '4294967295' }), {
    login: 'ada',
    loginBy: 'SUDO_USER',
  })
  t.match(whoAmI({ LOGNAME: 'ada' }, 0, { nameOf }), { login: 'ada', loginBy: 'LOGNAME' }, 'as after su')
  t.same(whoAmI({ SUDO_USER: 'a\u001b[2Jb' }, 0, { nameOf }), { uid: 0, user: 'root' })
  t.same(
    whoAmI({}, 1000, { nameOf, loginuid: '1000' }),
    { uid: 1000, user: 'ada' },
    'the same is not repeated',
  )
  t.same(whoAmI({}, 4711, { nameOf }), { uid: 4711, user: '4711' })
})

t.test('effects in plain words', async t => {
  t.same(effectsOf(stay), ['the item stays as it is', 'reversible, reboot, downtime: not stated'])
  t.same(
    effectsOf({
      ...drop,
      when: 'after-boot',
      ends: 'reverted',
      seconds: 7200,
      effects: { destructive: true, reversible: false, reboot: true, downtime: true },
    }),
    [
      'destructive',
      'not reversible',
      'reboot',
      'downtime',
      'after the reboot',
      'rolls back: what needs this step is not reached',
      'about 2 h',
    ],
  )
  t.same(
    effectsOf({ ...stay, ends: 'resolved', effects: { reversible: true, reboot: false, downtime: false } }),
    ['reversible', 'no reboot', 'no downtime'],
  )
  t.same([0, 1, 89, 90, 5399, 5400, 9000].map(estimate), [
    'about 1 s',
    'about 1 s',
    'about 89 s',
    'about 2 min',
    'about 90 min',
    'about 1.5 h',
    'about 2.5 h',
  ])
})

t.test('wrapping', async t => {
  t.same(wrap('one two three', 8), ['one two', 'three'])
  t.same(wrap('  - a list\n\nend', 40), ['  - a list', '', 'end'], 'breaks and indents stay')
  t.same(wrap('abcdefghijklm', 8), ['abcdefgh', 'ijklm'])
  t.same(wrap('', 8), [''])
  t.same(widthOf('日本e\u0301'), 5)
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '日', '\n', '\t', 'e\u0301', 'word') })
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 30 }), (text, width) =>
      wrap(text, width).every(line => widthOf(line) <= width),
    ),
  )
  const glyphs = (text: string) => text.replace(/\s/g, '')
  fc.assert(
    fc.property(text, text => glyphs(wrap(text, 9).join('')) === glyphs(text)),
    { verbose: 1 },
  )
})

// Everything that could end a comment, begin a key or mean something to a reader of YAML.
const hostile = fc.oneof(
  fc
    .string({ unit: 'binary', maxLength: 20 })
    .filter(text => !/\p{Surrogate}/u.test(text) && !text.includes('\u0000')),
  fc.constantFrom(
    'a\nchoices:\n  x/y: { waive: z }',
    'a\r  b/c: { later: true }',
    'a\u2028b\u2029c\u0085d',
    '\u2028b',
    '# : - ? | > & * ! % @ `',
    `"quotes" and 'these'`,
    '\u001b[2J\u001b]0;title\u0007',
    '---\n...\n%YAML 1.1',
    'null',
    '26.10',
    '\ufeff',
    ' ',
  ),
)
const scalarSpec = fc.oneof(
  fc.record({ type: fc.constant('string' as const), default: hostile }),
  fc.record({ type: fc.constant('string' as const), title: hostile, optional: fc.constant(true) }),
  fc.record({ type: fc.constant('integer' as const), default: fc.maxSafeInteger() }),
  fc.record({ type: fc.constant('boolean' as const), default: fc.boolean() }),
  fc.record({
    type: fc.constant('string' as const),
    enum: fc.constant(['a b', 'c: d']),
    default: fc.constant('c: d'),
  }),
)
const secretSpec = fc.constant({ type: 'string' as const, secret: true })
const resolution = (items: fc.Arbitrary<ItemBody[]>) =>
  fc
    .record({
      id: fc.constantFrom('fix', 'keep', 'constructor'),
      title: hostile,
      detail: hostile,
      default: fc.boolean(),
      seconds: fc.nat(10_000),
      effects: fc.record({ destructive: fc.boolean(), reboot: fc.boolean() }, { requiredKeys: [] }),
      inputs: fc.dictionary(fc.constantFrom('one', 'two', 'to-string'), fc.oneof(scalarSpec, secretSpec), {
        maxKeys: 2,
      }),
      items,
    })
    .map(each => each as Resolution)
const item = (id: string, items: fc.Arbitrary<ItemBody[]>): fc.Arbitrary<ItemBody> =>
  fc.record({
    id: fc.constant(id),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'recommendation' as const),
    title: hostile,
    detail: hostile,
    docs: hostile,
    fingerprint: hostile.filter(text => text !== ''),
    resources: fc.array(hostile, { maxLength: 2 }),
    resolutions: fc.uniqueArray(resolution(items), { maxLength: 3, selector: each => each.id }),
  })
const none = fc.constant<ItemBody[]>([])
const leaf = fc.oneof(
  fc.constant<ItemBody[]>([]),
  item('leaf', none).map(each => [each]),
)
const tree = fc.tuple(item('first', leaf), item('second', none), item('third', none))
const drawn = fc.record({
  items: tree,
  picks: fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }),
  reason: hostile.filter(text => text.trim() !== ''),
  file: fc.constantFrom('/etc/a key', '/etc/#hash: "x"', '/etc/\u0085'),
})

/** Any answers that could have been given, to any of the items that would have been asked. */
function choose({
  items,
  picks,
  reason,
  file,
}: {
  items: ItemBody[]
  picks: number[]
  reason: string
  file: string
}) {
  const findings = findingsOf('step', items, 'producer')
  const choices = new Map<string, Choice>()
  for (const pick of picks) {
    const finding = askingOrder(findings, choices).find(({ address }) => !choices.has(address))
    if (!finding) break
    const taken = finding.item.resolutions?.[pick]
    const secret = Object.entries(taken?.inputs ?? {}).filter(([, spec]) => spec.secret)
    const input = Object.fromEntries(
      secret.map(([name]): [string, InputValue] => [name, { secret: 'file', file }]),
    )
    const answer: Answer = taken
      ? { kind: 'resolution', resolution: taken.id, input }
      : { kind: 'waiver', reason }
    const valid = validateAnswer(finding, answer)
    if (!valid.ok) throw new Error(valid.error.message)
    choices.set(finding.address, {
      address: finding.address,
      fingerprint: finding.fingerprint,
      answer: valid.value,
      who,
      at,
      via: 'prompt',
    })
  }
  return { findings, choices: [...choices.values()] }
}

t.test('the template', async t => {
  t.test('loads, and gives back the choices that it holds', async () => {
    fc.assert(
      fc.property(drawn, hostile, fc.nat(8), (given, name, kept) => {
        const { findings, choices } = choose(given)
        const held = choices.slice(0, kept)
        const text = answersTemplate({ name, created: at, findings, choices: held })
        const { answers, diagnostics } = parseAnswers('/etc/answers.yaml', Buffer.from(text))
        if (!answers) throw new Error(`${JSON.stringify(diagnostics)}\n${text}`)
        const decided = decide(deciding({ findings, answers }))
        const essence = (made: Choice[]) =>
          new Map(made.map(({ address, fingerprint, answer }) => [address, { fingerprint, answer }]))
        deepStrictEqual(essence(decided.choices), essence(held), text)
        deepStrictEqual([decided.problems, decided.notes], [[], []], text)
        // Older readers of YAML end a line, and so a comment, at some of these.
        return !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text)
      }),
      { numRuns: 300 },
    )
  })

  t.test('takes nothing by itself, and what is uncommented is taken', async t => {
    const findings = findingsOf('postgresql', [major, low, locale, key], 'producer')
    const text = answersTemplate({ name: 'web-1', created: at, findings, choices: [] })
    t.same(parseAnswers('/a.yaml', Buffer.from(text)).answers?.entries, [])
    const lift = (text: string) => text.replaceAll(/^ {2}# /gm, '  ')
    const lifted = parseAnswers('/a.yaml', Buffer.from(lift(text)))
    t.same(
      lifted.diagnostics.map(({ code, text }) => `${code} ${text}`),
      ['answers.bad-value key', 'answers.bad-value ""'],
      'a secret needs its file and a waiver its reason: neither can be guessed',
    )
    const filled = lift(text).replace('waive: ""', 'waive: "fine"').replace('file: ""', 'file: "k"')
    const { choices, open, problems } = decide(deciding({ findings, answers: answersOf(filled) }))
    t.same(taken(choices), {
      'postgresql/major-version': 'answers: upgrade',
      'postgresql/old-cluster': 'answers: keep',
      'postgresql/session-key': 'answers: import',
      'postgresql/low': 'answers: waiver',
      'postgresql/locale': 'answers: icu',
    })
    t.same([open, problems], [[], []])
  })

  t.test('tells all there is to know', async t => {
    const inputs: Record<string, InputSpec> = {
      mode: { type: 'string', enum: ['a', 'b'], title: 'How' },
      count: { type: 'integer', optional: true },
    }
    const told: ItemBody = {
      ...major,
      detail: 'Two\nlines',
      docs: 'https://example.org',
      resources: ['/a', '/b'],
    }
    told.resolutions = [{ ...upgrade, inputs }, drop]
    const findings = findingsOf('postgresql', [told], 'producer')
    const typed: Choice = {
      address: 'postgresql/major-version',
      fingerprint: 'v.16.4',
      answer: { kind: 'resolution', resolution: 'upgrade', input: { mode: { secret: 'memory' } } },
      who,
      at,
      via: 'prompt',
    }
    const text = answersTemplate({ name: 'web-1', created: at, findings, choices: [typed] })
    for (const part of [
      'error: The data is of version 16',
      'Two',
      'see https://example.org',
      'concerns /a, /b',
      '- upgrade (default): Upgrade the cluster',
      '- drop: Drop all data',
      'destructive; reversible, reboot, downtime: not stated',
      'input mode (one of "a", "b", needed): How',
      'input count (integer, may be left out)',
      '(asked only if postgresql/major-version is answered with upgrade)',
      '  # postgresql/major-version:',
      'resolution: upgrade  # or drop',
      'fingerprint: "v.16.4"',
    ])
      t.ok(text.includes(part), part)
    t.ok(
      text.includes('  # postgresql/old-cluster:'),
      'what was typed is nowhere to be read from, so it is not written',
    )
  })
})

const ENTER = '\r'
const UP = '\u001b[A'
const DOWN = '\u001b[B'
const ESCAPE = '\u001b'
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

/** A terminal in memory: what is written is read along, what is typed arrives at once. */
class FakeTerminal {
  text = ''
  raw = false
  #seen = 0
  #wake = (): void => {}
  readonly input
  readonly output
  readonly color = false

  constructor(columns = 80) {
    this.input = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: (raw: boolean) => {
        this.raw = raw
      },
    })
    const written = (chunk: Buffer): void => {
      this.text += chunk.toString()
      this.#wake()
    }
    const output = new Writable({
      write(chunk, _encoding, done) {
        written(chunk)
        done()
      },
    })
    this.output = Object.assign(output, { columns, rows: 50 })
  }

  /** Waits until the text was written, after all that was waited for before. */
  async sees(text: string): Promise<void> {
    let late = false
    const timer = startTimer(() => {
      late = true
      this.#wake()
    }, 30_000)
    for (let at = -1; at < 0; ) {
      at = this.text.indexOf(text, this.#seen)
      if (at >= 0) this.#seen = at + text.length
      else if (late)
        throw new Error(`never saw ${JSON.stringify(text)} in ${JSON.stringify(this.text.slice(this.#seen))}`)
      else
        await new Promise<void>(resolve => {
          this.#wake = resolve
        })
    }
    clearTimeout(timer)
  }

  type(keys: string): void {
    this.input.write(keys)
  }
}

const asking = (items: ItemBody[], choices: Choice[] = [], terminal = new FakeTerminal()) => {
  const secrets = new SecretStore()
  const findings = findingsOf('postgresql', items, 'producer')
  const abort = new AbortController()
  const asked = promptChoices({
    findings,
    choices,
    terminal,
    who,
    now: () => at,
    secrets,
    signal: abort.signal,
  })
  return { terminal, secrets, asked, abort, findings }
}
const told = (asked: Awaited<ReturnType<typeof promptChoices>>) =>
  asked.ok ? taken(asked.value) : asked.error

t.test('asking at a terminal', async t => {
  t.test('needs one', async t => {
    const terminal = new FakeTerminal()
    terminal.input.isTTY = false
    await t.rejects(
      promptChoices({ findings: pg, choices: [], terminal, who, now: () => at, secrets: new SecretStore() }),
      /isTTY/,
    )
    await t.rejects(confirmCommit({ lines: [], destructive: false, terminal }), /isTTY/)
    t.same(terminal.text, '')
  })

  t.test('nothing open asks nothing', async t => {
    const { asked, terminal } = asking([])
    t.same(await asked, { ok: true, value: [] })
    t.notMatch(terminal.text, /decide/i)
  })

  t.test('Enter takes the default, its inputs and its follow-ups, then comes the last look', async t => {
    const { asked, terminal } = asking([locale, major])
    await terminal.sees('To decide: 1 error, 1 recommendation')
    await terminal.sees('error · postgresql/major-version')
    await terminal.sees('Upgrade the cluster (default)')
    await terminal.sees('reversible, reboot, downtime: not stated')
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    await terminal.sees('jobs')
    terminal.type(`${'\u007f'}x${ENTER}`)
    await terminal.sees('It wants a whole number.')
    terminal.type(`${'\u007f'}8${ENTER}`)
    await terminal.sees('follows from postgresql/major-version: upgrade')
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    await terminal.sees('recommendation · postgresql/locale')
    await terminal.sees('Stop here')
    terminal.type(DOWN + ENTER)
    await terminal.sees('Why may it stay? (Enter for no reason)')
    terminal.type(ENTER)
    await terminal.sees('Decided')
    await terminal.sees('Upgrade the cluster (jobs 8)')
    await terminal.sees('Is this right?')
    terminal.type(ENTER)
    const result = await asked
    t.same(result, {
      ok: true,
      value: [
        {
          address: 'postgresql/major-version',
          fingerprint: 'v.16.4',
          answer: { kind: 'resolution', resolution: 'upgrade', input: { jobs: 8 } },
          who,
          at,
          via: 'prompt',
        },
        {
          address: 'postgresql/old-cluster',
          fingerprint: findingsOf('s', upgrade.items!, 'producer')[0]!.fingerprint,
          answer: { kind: 'resolution', resolution: 'keep' },
          who,
          at,
          via: 'prompt',
        },
      ],
    })
    t.notOk(terminal.raw, 'the terminal is as it was')
    t.ok(terminal.text.endsWith('\u001b[?25h'), 'with its cursor')
    t.equal(terminal.input.listenerCount('keypress'), 0)
    t.equal(terminal.output.listenerCount('resize'), 0)
    t.notMatch(terminal.text, /\u001b\[[\d;]*m/, 'no colour was wanted')
  })

  t.test('what destroys data is asked twice, and Enter alone says no', async t => {
    const { asked, terminal } = asking([{ ...major, resolutions: [drop] }])
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    await terminal.sees('What shall be done?')
    await terminal.sees('● Nothing yet')
    await terminal.sees('Stop here')
    t.notMatch(terminal.text, 'Take it?', 'what nobody marked is not one Enter away')
    terminal.type(DOWN + ENTER)
    await terminal.sees('This destroys data: Drop all data. Take it?')
    terminal.type(ENTER)
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    await terminal.sees('Take it?')
    terminal.type('y')
    await terminal.sees('Drop all data, destroys data')
    await terminal.sees('Is this right?')
    terminal.type(ENTER)
    t.same(told(await asked), { 'postgresql/major-version': 'prompt: drop' })
  })

  t.test('an error may be left, but only with a reason', async t => {
    const { asked, terminal } = asking([{ ...major, resolutions: [] }])
    await terminal.sees('Leave it as it is, with a reason')
    terminal.type(ENTER)
    await terminal.sees('Why may it stay?')
    terminal.type(` ${ENTER}`)
    await terminal.sees('A reason is needed')
    terminal.type(`a test${ENTER}`)
    await terminal.sees('Is this right?')
    terminal.type(ENTER)
    t.match(await asked, { value: [{ answer: { kind: 'waiver', reason: 'a test' } }] })
  })

  t.test('a secret is neither shown nor kept', async t => {
    const { asked, terminal, secrets } = asking([key])
    await terminal.sees('Stop here')
    terminal.type(DOWN + ENTER)
    await terminal.sees('key (not shown, not kept)')
    terminal.type(ENTER)
    await terminal.sees('A value is needed.')
    terminal.type(`hunter2${ENTER}`)
    await terminal.sees('key (typed, not shown)')
    await terminal.sees('Is this right?')
    terminal.type(ENTER)
    const result = await asked
    t.match(result, { value: [{ answer: { input: { key: { secret: 'memory' } } } }] })
    t.notMatch(JSON.stringify(result), /hunter2/)
    t.notMatch(terminal.text, /hunter|unter2/)
    t.same(secrets.get('postgresql/session-key', 'key'), 'hunter2')
  })

  t.test('several pasted lines are not taken for one, and do not answer what comes next', async t => {
    const { asked, terminal, secrets } = asking([key])
    await terminal.sees('Stop here')
    terminal.type(DOWN + ENTER)
    await terminal.sees('key (not shown')
    terminal.type(`-----BEGIN${ENTER}hunter2${ENTER}-----END${ENTER}`)
    await terminal.sees('more than one line')
    await terminal.sees('key (not shown')
    t.notMatch(terminal.text, /BEGIN|hunter2/)
    t.same(secrets.values(), [])
    terminal.type(CTRL_C)
    t.same(told(await asked), 'cancelled')
  })

  t.test(
    'Escape goes back: to the resolution, to the item before, and over the answer that it had',
    async t => {
      const { asked, terminal } = asking([major, low])
      await terminal.sees('Stop here')
      terminal.type(ENTER)
      await terminal.sees('jobs')
      terminal.type(ESCAPE)
      await terminal.sees('What shall be done?')
      await terminal.sees('● Upgrade')
      terminal.type(DOWN + ENTER)
      await terminal.sees('warning · postgresql/low')
      await terminal.sees('Stop here')
      terminal.type(ESCAPE)
      await terminal.sees('error · postgresql/major-version')
      await terminal.sees('● Stay on 16')
      await terminal.sees('Stop here')
      terminal.type(ENTER)
      await terminal.sees('warning · postgresql/low')
      await terminal.sees('Stop here')
      terminal.type(ENTER)
      await terminal.sees('Why may it stay?')
      terminal.type(`known${ENTER}`)
      await terminal.sees('Is this right?')
      await terminal.sees('Stop here')
      terminal.type(ENTER)
      t.same(told(await asked), {
        'postgresql/major-version': 'prompt: stay',
        'postgresql/low': 'prompt: waiver',
      })
    },
  )

  t.test('the last look changes any answer, and drops what hung on it', async t => {
    const standing = decide(
      deciding({ findings: findingsOf('postgresql', [major], 'producer'), policy: 'all' }),
    ).choices
    t.equal(standing.length, 2)
    const { asked, terminal } = asking([major, low], standing)
    await terminal.sees('To decide: 1 warning')
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    await terminal.sees('Why may it stay?')
    terminal.type(`known${ENTER}`)
    await terminal.sees('Upgrade the cluster (jobs 4)')
    await terminal.sees('Change postgresql/major-version')
    await terminal.sees('Stop here')
    terminal.type(DOWN + ENTER)
    await terminal.sees('● Upgrade the cluster')
    await terminal.sees('Stop here')
    terminal.type(DOWN + ENTER)
    await terminal.sees('Stay on 16')
    await terminal.sees('Is this right?')
    await terminal.sees('Stop here')
    terminal.type(DOWN + ENTER)
    await terminal.sees('● Stay on 16')
    await terminal.sees('Stop here')
    terminal.type(UP + ENTER)
    await terminal.sees('jobs')
    terminal.type(ENTER)
    await terminal.sees('warning · postgresql/old-cluster')
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    await terminal.sees('Is this right?')
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    t.same(told(await asked), {
      'postgresql/major-version': 'prompt: upgrade',
      'postgresql/old-cluster': 'prompt: keep',
      'postgresql/low': 'prompt: waiver',
    })
  })

  t.test('choices that do not hold any more are asked again', async t => {
    const [finding] = findingsOf('postgresql', [key], 'producer')
    const choice = (fingerprint: string, answer: Answer): Choice => ({
      address: 'postgresql/session-key',
      fingerprint,
      answer,
      who,
      at,
      via: 'plan',
    })
    const typed: Answer = { kind: 'resolution', resolution: 'import', input: { key: { secret: 'memory' } } }
    for (const stale of [
      choice('other', { kind: 'resolution', resolution: 'generate' }),
      choice(finding!.fingerprint, typed),
    ]) {
      const { asked, terminal } = asking([key], [stale])
      await terminal.sees('To decide: 1 error')
      await terminal.sees('Stop here')
      terminal.type(CTRL_C)
      t.same(told(await asked), 'cancelled')
    }
  })

  t.test('choices that stand keep who made them', async t => {
    const standing = decide(
      deciding({ findings: findingsOf('postgresql', [major], 'producer'), policy: 'all' }),
    ).choices
    const { asked, terminal } = asking([major, low], standing)
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    await terminal.sees('Why may it stay?')
    terminal.type(`known${ENTER}`)
    await terminal.sees('Is this right?')
    await terminal.sees('Stop here')
    terminal.type(ENTER)
    const result = await asked
    t.same(result.ok && result.value.slice(0, 2), standing)
  })

  for (const [name, end] of [
    ['Ctrl-C', (asked: ReturnType<typeof asking>) => asked.terminal.type(CTRL_C)],
    ['Ctrl-D', (asked: ReturnType<typeof asking>) => asked.terminal.type(CTRL_D)],
    ['a terminal that goes away', (asked: ReturnType<typeof asking>) => asked.terminal.input.end()],
    [
      'a terminal that fails',
      (asked: ReturnType<typeof asking>) => asked.terminal.input.destroy(new Error('EIO')),
    ],
    ["the caller's signal", (asked: ReturnType<typeof asking>) => asked.abort.abort()],
  ] as const)
    t.test(`${name} cancels and leaves the terminal as it was`, async t => {
      const given = asking([key, major])
      const { asked, terminal, secrets } = given
      await terminal.sees('Stop here')
      terminal.type(DOWN + ENTER)
      await terminal.sees('key (not shown')
      terminal.type(`hunter2${ENTER}`)
      await terminal.sees('major-version')
      await terminal.sees('Stop here')
      t.ok(terminal.raw)
      end(given)
      t.same(await asked, { ok: false, error: 'cancelled' })
      t.match(terminal.text, /Stopped\./)
      t.notOk(terminal.raw)
      t.same(secrets.values(), [], 'what was typed for nothing is forgotten')
      t.equal(terminal.input.listenerCount('keypress'), 0)
    })

  t.test('text of a step cannot move the cursor or forge a line', async t => {
    const evil = 'x\u001b[2J\u001b[1;1H\u001b]0;pwned\u0007\u009b5A\u202e y'
    const item = {
      ...major,
      title: evil,
      detail: evil,
      docs: evil,
      resources: [evil],
      resolutions: [{ ...stay, title: evil, detail: evil }],
    }
    const { asked, terminal } = asking([item as ItemBody])
    await terminal.sees('Stop here')
    t.notMatch(terminal.text, /pwned|\u001b\[2J|\u009b|\u202e/)
    t.match(terminal.text, /concerns x y/)
    terminal.type(CTRL_C)
    await asked
  })

  t.test('inputs of every kind', async t => {
    const inputs: Record<string, InputSpec> = {
      text: { type: 'string', title: 'Some text', default: 'old' },
      none: { type: 'string', optional: true },
      lines: { type: 'string', default: 'two\nlines' },
      flag: { type: 'boolean', default: true },
      maybe: { type: 'boolean', optional: true },
      pick: { type: 'string', enum: ['a', 'b'], default: 'a' },
      pin: { type: 'integer', secret: true },
    }
    const { asked, terminal, secrets } = asking([
      { ...low, resolutions: [{ id: 'fix', title: 'Fix', inputs }] },
    ])
    await terminal.sees('Stop here')
    terminal.type(DOWN + ENTER)
    await terminal.sees('Some text')
    terminal.type(`er${ENTER}`)
    await terminal.sees('none (may be left out)')
    terminal.type(ENTER)
    await terminal.sees('Enter keeps "two\\nlines"')
    terminal.type(ENTER)
    await terminal.sees('flag')
    await terminal.sees('● Yes')
    terminal.type(DOWN + ENTER)
    await terminal.sees('maybe')
    await terminal.sees('● leave it out')
    terminal.type(ENTER)
    await terminal.sees('pick')
    await terminal.sees('○ b')
    terminal.type(DOWN + ENTER)
    await terminal.sees('pin (not shown')
    terminal.type(`x${ENTER}`)
    await terminal.sees('It wants a whole number.')
    terminal.type(`${'\u007f'}1234${ENTER}`)
    await terminal.sees('Is this right?')
    terminal.type(ENTER)
    t.match(await asked, {
      value: [
        {
          answer: {
            input: { text: 'older', lines: 'two\nlines', flag: false, pick: 'b', pin: { secret: 'memory' } },
          },
        },
      ],
    })
    t.same(secrets.values(), ['1234'])
  })
})

t.test('the last question before anything is changed', async t => {
  const confirm = async (destructive: boolean, keys: string) => {
    const terminal = new FakeTerminal()
    const confirmed = confirmCommit({
      lines: ['Nothing can be undone after postgresql.'],
      destructive,
      terminal,
    })
    await terminal.sees('Nothing can be undone after postgresql.')
    await terminal.sees(destructive ? 'Data will be destroyed. Apply this now?' : 'Apply this now?')
    terminal.type(keys)
    const answer = await confirmed
    t.notOk(terminal.raw)
    return answer
  }
  t.equal(await confirm(false, ENTER), true)
  t.equal(await confirm(true, ENTER), false, 'Enter alone never destroys')
  t.equal(await confirm(true, 'y'), true)
  t.equal(await confirm(false, 'n'), false)
  t.equal(await confirm(false, ESCAPE), false)
  t.equal(await confirm(false, CTRL_C), false)
})

const noTmux = spawnSync('tmux', ['-V']).status === 0 ? false : 'needs tmux'

t.test('in a real terminal', { skip: noTmux }, async t => {
  const dir = t.testdir()
  const program = join(dir, 'ask.mjs')
  buildSync({
    entryPoints: [join(import.meta.dirname, 'fixtures/choice/ask.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  })
  const findings = join(dir, 'findings.json')
  const lines = ['postgresql: upgrade, then the point of no return']
  writeFileSync(
    findings,
    JSON.stringify({ step: 'postgresql', items: [key, major], lines, destructive: true }),
  )

  const open = (t: Test, name: string, columns: number, command: string) => {
    const socket = join(dir, `${name}.socket`)
    const result = join(dir, `${name}.json`)
    const tmux = (...args: string[]) =>
      execFileSync('tmux', ['-S', socket, '-f', '/dev/null', '-u', ...args], { encoding: 'utf8' })
    tmux(
      'new-session',
      '-d',
      '-x',
      String(columns),
      '-y',
      '60',
      command.replace('ASK', `${process.execPath} ${program} ${findings} ${result}`),
    )
    // In the subtest, so that it comes before the folder with the socket is removed.
    const pid = Number(tmux('display-message', '-p', '#{pid}'))
    t.teardown(() => process.kill(pid))
    const screen = (...options: string[]) => tmux('capture-pane', '-p', '-S', '-500', ...options)
    return {
      screen,
      cursor: () => tmux('display-message', '-p', '#{cursor_flag}').trim(),
      type: (...keys: string[]) => tmux('send-keys', ...keys),
      sees: async (text: string | RegExp) => {
        for (let tries = 0; tries < 1200; tries += 1) {
          const shown = screen()
          if (typeof text === 'string' ? shown.includes(text) : text.test(shown)) return
          await setTimeout(25)
        }
        throw new Error(`never saw ${text} in\n${screen()}`)
      },
      result: () => JSON.parse(readFileSync(result, 'utf8')),
    }
  }

  t.test('a whole round, in 40 columns and without colour', async t => {
    const pane = open(t, 'narrow', 40, 'env -u FORCE_COLOR NO_COLOR=1 ASK; cat')
    await pane.sees(/session-key[\s\S]*Stop here/)
    pane.type('Down', 'Enter')
    await pane.sees('key (not shown')
    pane.type('-l', 'hunter2')
    await pane.sees('▪▪▪▪▪▪▪')
    pane.type('Enter')
    await pane.sees(/major-version[\s\S]*Stop here/)
    pane.type('Enter')
    await pane.sees('jobs')
    pane.type('Enter')
    await pane.sees(/old-cluster[\s\S]*Stop here/)
    pane.type('Enter')
    await pane.sees(/Is this right\?[\s\S]*Stop here/)
    pane.type('Enter')
    await pane.sees(/Data will be destroyed\. Apply this\n│ {2}now\?/)
    pane.type('y')
    await pane.sees('ended')
    const shown = pane.screen('-e')
    t.notMatch(shown, /hunter|unter2/, 'the secret never stood on the screen')
    t.notMatch(shown, /\u001b/, 'not one escape sequence of colour')
    for (const line of shown.split('\n').filter(each => each !== '' && each !== 'ended'))
      t.match(line, /^[┌│└■▲●◆◇]/, 'every line keeps to the guide: nothing was wrapped by the terminal')
    t.equal(pane.cursor(), '1')
    const { asked, confirmed, secrets, raw } = pane.result()
    t.same(
      [told(asked), confirmed, secrets, raw],
      [
        {
          'postgresql/session-key': 'prompt: import',
          'postgresql/major-version': 'prompt: upgrade',
          'postgresql/old-cluster': 'prompt: keep',
        },
        true,
        ['hunter2'],
        false,
      ],
    )
  })

  t.test('in colour, options keep to their indentation too', async t => {
    const pane = open(t, 'colour', 40, 'env -u NO_COLOR FORCE_COLOR=1 ASK; cat')
    await pane.sees(/session-key[\s\S]*Import one\n/)
    await pane.sees('│  ○ Stop here and decide\n│    nothing\n')
    t.match(pane.screen('-e'), /\u001b\[/, 'there is colour')
    pane.type('C-c')
    await pane.sees('ended')
  })

  t.test('stopped by Ctrl-Z and continued, it asks again; ended by Ctrl-C, the shell is usable', async t => {
    const pane = open(t, 'shell', 80, 'env PS1=ready: bash --norc --noprofile')
    await pane.sees('ready:')
    pane.type('-l', `${process.execPath} ${program} ${findings} ${join(dir, 'shell.json')}`)
    pane.type('Enter')
    await pane.sees('Stop here')
    pane.type('C-z')
    await pane.sees('Stopped')
    t.equal(pane.cursor(), '1')
    pane.type('-l', 'echo typed; fg')
    pane.type('Enter')
    await pane.sees(/What shall be done[\s\S]*What shall be done/)
    pane.type('Down', 'Enter')
    await pane.sees('key (not shown')
    pane.type('C-c')
    await pane.sees(/Stopped\.[\s\S]*ended[\s\S]*ready:/)
    t.equal(pane.cursor(), '1')
    pane.type('-l', 'echo $((40+2))')
    pane.type('Enter')
    await pane.sees(/echo \$\(\(40\+2\)\)\n42/)
    t.same(pane.result().asked, { ok: false, error: 'cancelled' })
  })
})
