/** What a run meets on its way, through the real host: failures, new items, changed ground, and how it holds at the end. */

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { type Transition, transition } from './transition.js'

const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js')
const line = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(new URL('../protocol/report.schema.json', import.meta.url), 'utf8')),
)

const of = (it: Transition, type: string, task?: string): Record<string, unknown>[] =>
  it.events().filter(event => event.type === type && (task === undefined || event.task === task))
const placeOf = (it: Transition, type: string, task: string): number =>
  it.events().findIndex(event => event.type === type && event.task === task)
const statusOf = async (it: Transition): Promise<Record<string, unknown>> => {
  const { stdout } = await it.run(['status', '--json'])
  const told = stdout
    .trimEnd()
    .split('\n')
    .map(text => JSON.parse(text))
  for (const each of told) t.ok(line(each), `${each.type} ${JSON.stringify(line.errors)}`)
  return told[1]
}
/** As people read it, whatever its width. */
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
const refused = `say '{"type":"result","item":"missing","status":"failed","message":"no space"}'; say '{"type":"done","outcome":"failed"}'; exit 1`

t.test('sentence 4: a failure is a question', async t => {
  t.test(
    'retry, done-by-hand and abandon stand beside what its consumer offers itself; other branches go on',
    async t => {
      const offers = `consume() {
  while IFS= read -r line; do case $line in
    *'"item":"backup","resolution":"restore-backup"'*) : >"$dir/restored"; : >"$dir/$name.made"; say '{"type":"result","item":"backup","status":"applied"}'; again=1 ;;
  esac; done
  [ -z "$again" ] || { say '{"type":"result","item":"missing","status":"applied"}'; finish; return; }
  say '{"type":"item","id":"backup","severity":"error","title":"The new data folder is damaged","resolutions":[{"id":"restore-backup","title":"Restore the backup"}]}'
  ${refused}
}`
      const it = transition(t, {
        a: { script: offers },
        b: { more: { needs: ['a'] } },
        c: {},
        d: { more: { needs: ['c'] } },
      })
      const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
      t.equal(ran.status, 6, ran.stderr)
      t.ok(it.made('c') && it.made('d'), 'the other branch went on to its end')
      t.notOk(it.made('b'))
      t.match((await statusOf(it)).questions, [
        {
          address: 'a/host.failed',
          resolutions: [{ id: 'retry' }, { id: 'done-by-hand' }, { id: 'abandon' }],
        },
        { address: 'a/backup', resolutions: [{ id: 'restore-backup' }] },
      ])
      const chosen = await it.run(['choose', 'a/backup', 'restore-backup'])
      t.equal(chosen.status, 0, chosen.stderr)
      t.match(it.file('restored'), '')
      t.ok(it.made('b'))
      const told = await statusOf(it)
      t.same(told.questions, [], 'what it went on without is asked no more')
      t.equal((await it.run(['audit'])).status, 0)
    },
  )

  t.test(
    'done-by-hand: the producer has to agree, and where it does not the question says why it comes again',
    async t => {
      const it = transition(t, { a: { script: `consume() { ${refused}; }` }, b: { more: { needs: ['a'] } } })
      t.equal((await it.run(['apply', it.manifest, '--accept', 'all'])).status, 6)
      const claimed = await it.run(['choose', 'a/host.failed', 'done-by-hand'])
      t.equal(claimed.status, 6)
      t.match(of(it, 'question-raised').at(-1), {
        finding: { item: { detail: 'its producer still finds a/missing' } },
      })
      t.match(
        flat((await it.run(['status'])).stdout),
        'said to be done by hand, which its producer does not confirm',
      )
      t.notOk(it.made('b'))
      writeFileSync(join(it.dir, 'a.made'), '')
      t.equal((await it.run(['choose', 'a/host.failed', 'done-by-hand'])).status, 0)
      t.match(of(it, 'task-settled', 'a'), [{ as: 'done-by-hand' }])
      t.ok(it.made('b'))
    },
  )

  t.test('a retry by policy, with its backoff on record; a third failure is asked', async t => {
    const flaky = `consume() {
  echo x >>"$dir/$name.tries"
  [ "$(wc -l <"$dir/$name.tries")" -gt "$(cat "$dir/$name.fails")" ] || { say '{"type":"done","outcome":"failed","code":"temporary","message":"busy"}'; exit 1; }
  while IFS= read -r line; do take "$line"; done
  finish
}`
    const it = transition(t, {
      a: { script: flaky, more: { retries: { max: 2, backoff: '10ms' } } },
      b: { script: flaky, more: { retries: { max: 2, backoff: '10ms' } } },
    })
    writeFileSync(join(it.dir, 'a.fails'), '2')
    writeFileSync(join(it.dir, 'b.fails'), '9')
    const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
    t.equal(ran.status, 6, ran.stderr)
    t.match(of(it, 'task-backing-off', 'a'), [{ ms: 10 }, { ms: 20 }])
    t.match(of(it, 'task-retried', 'a'), [{ why: 'temporary' }, { why: 'temporary' }])
    t.ok(it.made('a'))
    t.equal(it.file('b.tries'), 'x\nx\nx\n')
    t.match(it.events().at(-1), { questions: ['b/host.failed'] })
  })

  t.test('abandoned carries a reason, consistent or not, and is never exit 0', async t => {
    const one = transition(t, { a: { script: `consume() { ${refused}; }` }, b: { more: { needs: ['a'] } } })
    t.equal((await one.run(['apply', one.manifest, '--accept', 'all'])).status, 6)
    const given = await one.run(['choose', 'a/host.failed', 'abandon'])
    t.equal(given.status, 10)
    t.match(one.events().at(-1), { type: 'run-abandoned', reason: /a was abandoned/ })
    t.match(given.stdout, /abandoned, a was abandoned \((in)?consistent: /)
    t.match(of(one, 'task-unreached'), [{ task: 'b' }])
    t.equal((await one.run(['audit'])).status, 0)
    const other = transition(t, { a: {}, b: { script: `consume() { ${refused}; }` } })
    t.equal((await other.run(['apply', other.manifest, '--accept', 'all'])).status, 6)
    t.equal((await other.run(['abandon', '--reason', 'not today'])).status, 10)
    t.match(other.events().at(-1), { type: 'run-abandoned', reason: 'not today' })
    t.type(other.events().at(-1)?.consistent, 'boolean')
  })
})

/** Brings up another item when it applies its first; that one is carried out by the step's next generation. */
const brings = `look() { [ -e "$dir/$name.made" ] || item; }
take() {
  case $1 in
    *'"item":"missing"'*) : >"$dir/$name.made"
      say '{"type":"item","id":"index","severity":"error","title":"The index is stale","fingerprint":"i1","resolutions":[{"id":"rebuild","title":"Rebuild it"}]}'
      say '{"type":"result","item":"missing","status":"applied"}' ;;
    *'"item":"index","resolution":"rebuild"'*) : >"$dir/$name.rebuilt"; say '{"type":"result","item":"index","status":"applied"}' ;;
  esac
}`

t.test(
  'sentence 5: an item that a consumer brings up inserts a task before what stands behind it; status and graph say what came in and why',
  async t => {
    const sees = `take() { [ -e "$dir/a.rebuilt" ] || exit 1; : >"$dir/$name.made"; say '{"type":"result","item":"missing","status":"applied"}'; }`
    const it = transition(t, {
      a: { script: brings, more: { title: 'The search' } },
      b: { script: sees, more: { needs: ['a'] } },
    })
    const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
    t.equal(ran.status, 9, ran.stderr)
    t.match(it.events().at(-1), { questions: ['a/index'] })
    t.notOk(it.made('b'), 'what stands behind it waits')
    const asking = await it.run(['graph', '--run'])
    t.match(
      asking.stdout,
      /a\\nThe search\\nmissing: make\\n\[waiting\]/,
      'a graph of the open run says who waits',
    )
    const chosen = await it.run(['choose', 'a/index', 'rebuild'])
    t.equal(chosen.status, 0, chosen.stderr)
    t.match(of(it, 'graph-extended'), [
      { tasks: [{ step: 'a', generation: 2 }], why: 'for a/index', edges: [{ from: 'a' }, { to: 'b' }] },
    ])
    const id = (of(it, 'graph-extended')[0]!.tasks as { id: string }[])[0]!.id
    t.ok(placeOf(it, 'task-settled', id) < placeOf(it, 'task-started', 'b'))

    const status = await it.run(['status'])
    t.match(flat(status.stdout), /Came in on the way: . 1 task more, a \(round 2\): for a\/index/)
    t.match((await statusOf(it)).extended, [{ tasks: [id], barriers: [], why: 'for a/index' }])
    t.match(ran.stderr + chosen.stderr, /extended +1 task more, a \(round 2\): for a\/index/)
    t.match((await it.run(['log'])).stdout, /extended {2}1 task more, a \(round 2\): for a\/index/)

    const drawn = async (format: string, ...name: string[]): Promise<string> => {
      const { status, stdout, stderr } = await it.run(['graph', '--format', format, '--run', ...name])
      t.equal(status, 0, stderr)
      return stdout
    }
    t.match(
      await drawn('dot'),
      /label="a\\nThe search\\nindex: rebuild\\nround 2\\nadded: for a\/index\\n\[applied\]".*dashed/,
    )
    t.match(await drawn('mermaid', String(it.events()[0]!.run)), /added: for a#47;index/)
    const svg = await drawn('svg')
    t.match(
      svg,
      /class="box good inserted"><title>a\nThe search\nindex: rebuild\nround 2\nadded: for a\/index/,
    )
    t.equal((await it.run(['graph', '--run', 'none'])).status, 2)
    t.equal((await it.run(['graph', it.manifest, '--run'])).status, 2)
    t.equal((await it.run(['audit'])).status, 0)
  },
)

/** Its item is bound to what `a` has made of the ground. */
const bound = (
  more: string,
): string => `look() { [ -e "$dir/$name.made" ] || { print=before; [ -e "$dir/a.made" ] && print=after
say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"'$print'","resolutions":[{"id":"make","title":"Make it"${more}}]}'; }; }
produce() { echo x >>"$dir/$name.looks"; look; finish; }`

t.test(
  'sentence 5: on changed ground a producer looks again; its choice is carried or asked again, both fingerprints shown',
  async t => {
    const it = transition(t, {
      a: {},
      c: { script: bound(',"default":true'), more: { needs: ['a'] } },
      d: { script: bound(',"effects":{"destructive":true}'), more: { needs: ['a'] } },
      e: {},
    })
    const answers = join(it.dir, 'answers.yaml')
    writeFileSync(answers, 'edgewise: 1\nchoices:\n  d/missing: { resolution: make, fingerprint: before }\n')
    const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--answers', answers])
    t.equal(ran.status, 9, ran.stderr)
    t.ok(placeOf(it, 'task-settled', 'a') < placeOf(it, 'task-checking', 'c'))
    t.ok(placeOf(it, 'task-checked', 'c') < placeOf(it, 'task-started', 'c'))
    t.match(of(it, 'task-checking', 'c'), [{ why: 'upstream-changed' }])
    t.equal(of(it, 'task-checking', 'e').length, 0, 'nothing before it has changed')
    t.notOk(it.made('d'), 'what destroys is asked again')

    const carried = /the choice for c\/missing, from before to after/
    const lost = /the choice for d\/missing: the state it was made on changed from before to after/
    const log = await it.run(['log'])
    for (const said of [ran.stderr, log.stdout]) {
      t.match(said, carried)
      t.match(said, lost)
    }
    const json = (await it.run(['log', '--json'])).stdout
      .trimEnd()
      .split('\n')
      .map(text => JSON.parse(text))
    for (const [type, address] of [
      ['choice-carried', 'c/missing'],
      ['choice-invalidated', 'd/missing'],
    ])
      t.match(
        json.find(each => each.type === type),
        { address, from: 'before', to: 'after' },
      )
    const status = flat((await it.run(['status'])).stdout)
    t.match(status, 'c/missing: from before to after, which asks the same: the choice was carried over')
    t.match(status, 'd/missing: from before to after, so the choice no longer counts')
    // They look side by side: which of them comes first is not said.
    const { judged } = (await statusOf(it)) as { judged: { address: string }[] }
    t.match(
      judged.toSorted((a, b) => a.address.localeCompare(b.address)),
      [
        { address: 'c/missing', from: 'before', to: 'after', carried: true },
        { address: 'd/missing', from: 'before', to: 'after', carried: false },
      ],
    )
    t.equal((await it.run(['choose', 'd/missing', 'make'])).status, 0)
    t.ok(it.made('d'))
  },
)

t.test(
  'sentence 5: an `again` is run again when its answers are there; an endless one is stopped',
  async t => {
    t.test('it is run again with the answer to what it asked', async t => {
      const asks = `consume() {
  while IFS= read -r line; do printf '%s\\n' "$line" >>"$dir/$name.told"; case $line in
    *'"item":"which","resolution":"left"'*) say '{"type":"result","item":"which","status":"applied"}'; : >"$dir/$name.made"; left=1 ;;
  esac; done
  if [ -n "$left" ]; then say '{"type":"result","item":"missing","status":"applied"}'; finish; return; fi
  say '{"type":"item","id":"which","severity":"error","title":"Left or right?","resolutions":[{"id":"left","title":"Left"}]}'
  say '{"type":"done","outcome":"again"}'
}`
      const it = transition(t, { a: { script: asks } })
      const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
      t.equal(ran.status, 9, ran.stderr)
      t.equal(of(it, 'task-started', 'a').length, 1, 'not before its answer is there')
      const chosen = await it.run(['choose', 'a/which', 'left'])
      t.equal(chosen.status, 0, chosen.stderr)
      t.match(of(it, 'task-started', 'a'), [{ attempt: 1 }, { attempt: 2 }])
      t.match(it.file('a.told'), /"attempt":1(.*\n)+.*"item":"which".*"attempt":2/)
    })
    t.test('one that always asks for more is `host.unstable`', async t => {
      const endless = `consume() {
  n=$(cat "$dir/$name.count" 2>/dev/null || echo 0); n=$((n + 1)); echo $n >"$dir/$name.count"
  while IFS= read -r line; do :; done
  say '{"type":"item","id":"more-'$n'","severity":"recommendation","title":"More"}'
  say '{"type":"done","outcome":"again"}'
}`
      const it = transition(t, { a: { script: endless } })
      const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
      t.equal(ran.status, 9, ran.stderr)
      t.equal(it.file('a.count').trim(), '6', 'once, and five times again')
      t.match(it.events().at(-1), { questions: ['a/host.unstable'] })
      t.match((await statusOf(it)).questions, [{ resolutions: [{ id: 'retry' }, { id: 'abandon' }] }])
      t.equal((await it.run(['choose', 'a/host.unstable', 'abandon'])).status, 10)
    })
  },
)

t.test('sentence 8: at the end all producers look again', async t => {
  const counts = `produce() { echo x >>"$dir/$name.looks"; look; finish; }`
  t.test('resolved is gone, kept is unchanged, `verify: false` is left out; each step is scored', async t => {
    const it = transition(t, {
      a: { script: counts },
      kept: { script: counts },
      idle: { script: `${counts}\nlook() { :; }` },
      out: { script: counts, more: { verify: false } },
      late: { script: brings },
    })
    const answers = join(it.dir, 'answers.yaml')
    writeFileSync(
      answers,
      'edgewise: 1\nchoices:\n  kept/missing: { resolution: stay }\n  late/index: { resolution: rebuild }\n',
    )
    const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--answers', answers])
    t.equal(ran.status, 0, ran.stderr)
    for (const step of ['a', 'kept', 'idle']) t.equal(it.file(`${step}.looks`), 'x\nx\n', step)
    t.equal(it.file('out.looks'), 'x\n')
    t.match(flat(ran.stdout), 'Verified: 4 of 4 steps as intended.')
    t.match(
      flat(ran.stdout),
      'Prediction: held for 4 of 5 steps. late: predicted ready, became: 1 task came in',
    )
  })
  t.test(
    'what was kept and has changed, and what came back, is `host.unresolved`; keep accepts it',
    async t => {
      // Its fingerprint is another at the end: something else has changed it.
      const drifts = `look() { print=one; [ -e "$dir/a.made" ] && print=two
say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"'$print'","resolutions":[{"id":"stay","title":"Leave it","ends":"kept"}]}'; }`
      const it = transition(t, { a: {}, kept: { script: drifts } })
      const answers = join(it.dir, 'answers.yaml')
      writeFileSync(answers, 'edgewise: 1\nchoices:\n  kept/missing: { resolution: stay }\n')
      const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--answers', answers])
      t.equal(ran.status, 9, ran.stderr)
      t.match(it.events().at(-1), { questions: ['kept/host.unresolved'] })
      t.match((await statusOf(it)).questions, [
        {
          address: 'kept/host.unresolved',
          resolutions: [{ id: 'retry' }, { id: 'keep' }, { id: 'abandon' }],
        },
      ])
      const accepted = await it.run(['choose', 'kept/host.unresolved', 'keep'])
      t.equal(accepted.status, 0, accepted.stderr)
      t.match(flat(accepted.stdout), 'kept: predicted ready, became: 1 unresolved afterwards')
    },
  )
  t.test('rounds of it are capped', async t => {
    const lies = `take() { echo x >>"$dir/$name.taken"; say '{"type":"result","item":"missing","status":"applied"}'; }`
    const it = transition(t, { a: { script: lies } })
    let ran = await it.run(['apply', it.manifest, '--accept', 'all'])
    let rounds = 0
    for (; rounds < 9 && ran.status === 9; rounds++) {
      const [question] = of(it, 'run-waiting').at(-1)!.questions as string[]
      if (question !== 'a/host.unresolved') break
      ran = await it.run(['choose', 'a/host.unresolved', 'retry'])
    }
    t.equal(rounds, 5)
    t.equal(ran.status, 9, ran.stderr)
    t.match(it.events().at(-1), { questions: ['a/host.unstable'] })
    t.equal(it.file('a.taken').trim().split('\n').length, 6)
    t.equal((await it.run(['choose', 'a/host.unstable', 'abandon'])).status, 10)
    t.match(it.events().at(-1), { type: 'run-abandoned', reason: /a was left unresolved/ })
  })
})
