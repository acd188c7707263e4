/** The whole way through, with real programs: prediction, choices, plan, commit, order, recheck, failure, verification. */

import {
  copyFileSync,
  existsSync,
  lstatSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { planDigest } from '../src/scheduler/plan.js'
import { ending, livingIn, scripted, transition } from './transition.js'
import { until } from './until.js'

t.test('check predicts, collects every finding and writes nothing', async t => {
  const it = transition(t, {
    ok: { script: 'look() { :; }' },
    a: {},
    broken: {
      script:
        'produce() { echo "the tool is not there" >&2; say \'{"type":"done","outcome":"failed","message":"cannot look"}\'; exit 1; }',
    },
    needy: { more: { needs: ['broken'] } },
  })
  const ran = await it.run(['check', it.manifest, '--json'])
  t.equal(ran.status, 3)
  const lines = ran.stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const { prediction } = lines.find(line => line.type === 'predicted')
  t.match(prediction.steps, [
    { step: 'ok', verdict: 'nothing-to-do' },
    { step: 'a', verdict: 'undecided', reasons: [{ address: 'a/missing', code: 'no-choice' }] },
    { step: 'broken', verdict: 'blocked', reasons: [{ code: 'producer-failed', message: 'cannot look' }] },
    { step: 'needy', verdict: 'blocked' },
  ])
  t.match(lines.at(-1), { type: 'end', verdict: 'blocked', committed: false, changed: false, exit: 3 })
  t.notOk(existsSync(it.state), 'no state directory is made')
  const told = await it.run(['check', it.manifest])
  t.match(told.stdout, /the tool is not there/, 'the last stderr lines are told')
})

t.test('nobody is asked without a terminal: undecided is 4, and nothing is committed', async t => {
  const it = transition(t, { a: {} })
  const ran = await it.run(['apply', it.manifest])
  t.equal(ran.status, 4)
  t.match(ran.stderr, /a\/missing: no choice yet/)
  t.notOk(existsSync(it.state))
  t.notOk(it.made('a'))
})

t.test('apply: intent before start, result before what depends on it, recheck, verification', async t => {
  // Each consumer looks into the journal on disk at the moment it reads its first line.
  const peek = `
take() {
  cat "$dir"/../state/runs/*/journal.jsonl >"$dir/$name.journal"
  echo $$ >"$dir/$name.pid"
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`
  const it = transition(t, { a: { script: peek }, b: { script: peek, more: { needs: ['a'] } }, c: {} })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.equal(ran.status, 0, ran.stderr)
  for (const step of ['a', 'b']) {
    const known = it
      .file(`${step}.journal`)
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).event)
    const started = known.find(event => event.type === 'task-started' && event.task === step)
    t.equal(
      String(started?.pid),
      it.file(`${step}.pid`).trim(),
      `${step}'s pid was durable before it was told to start`,
    )
    if (step === 'b') {
      t.ok(
        known.some(
          event =>
            event.type === 'selection-result' && event.address === 'a/missing' && event.status === 'applied',
        ),
      )
      t.ok(
        known.some(event => event.type === 'task-checking' && event.task === 'b'),
        'b was looked at again',
      )
    }
  }
  const types = it.events().map(event => event.type)
  t.equal(types[0], 'run-committed')
  t.equal(types.at(-1), 'run-completed')
  t.equal(types.filter(type => type === 'step-verified').length, 3)
  t.match(ran.stdout, /completed/)
  t.match((await it.run(['apply', it.manifest, '--accept', 'all'])).stdout, /Nothing to do/)
})

t.test('one branch fails: the others finish, its dependents are not started, the run waits (6)', async t => {
  const fails = `take() { echo "mv: no space" >&2; say '{"type":"result","item":"missing","status":"failed","message":"no space"}'; }
consume() { IFS= read -r line; take "$line"; say '{"type":"done","outcome":"failed"}'; exit 1; }`
  const it = transition(t, {
    a: { script: fails },
    b: { more: { needs: ['a'] } },
    c: {},
    d: { more: { needs: ['c'] } },
  })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.equal(ran.status, 6, ran.stderr)
  t.ok(it.made('c'))
  t.ok(it.made('d'))
  t.notOk(it.made('b'))
  t.match(ran.stdout + ran.stderr, /no space/)
  t.match(it.events().at(-1), { type: 'run-waiting', for: 'failure', questions: ['a/host.failed'] })

  const busy = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.equal(busy.status, 7)
  t.match(busy.stderr, /edgewise resume/)

  t.test('and goes on when it is answered', async t => {
    writeFileSync(join(it.dir, 'a.sh'), '')
    t.equal((await it.run(['choose', 'a/host.failed', 'retyr'])).status, 2)
    const chosen = await it.run(['choose', 'a/host.failed', 'retry', '--no-resume'])
    t.equal(chosen.status, 0, chosen.stderr)
    const resumed = await it.run(['resume'])
    t.equal(resumed.status, 0, resumed.stderr)
    t.ok(it.made('a'))
    t.ok(it.made('b'))
    t.equal((await it.run(['status'])).status, 0)
  })
})

t.test('what was found by the recheck counts: gone is skipped, changed is carried or asked', async t => {
  const gone =
    'take() { : >"$dir/b.made"; : >"$dir/a.made"; say \'{"type":"result","item":"missing","status":"applied"}\'; }'
  const carried = `look() { [ -e "$dir/c.made" ] || { print=x; [ -e "$dir/a.made" ] && print=y
say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"'$print'","resolutions":[{"id":"make","title":"Make it","default":true}]}'; }; }`
  const destructive = carried
    .replace('"default":true', '"effects":{"destructive":true}')
    .replaceAll('c.made', 'd.made')
  const it = transition(t, {
    a: { script: gone },
    b: { more: { needs: ['a'] } },
    c: { script: carried, more: { needs: ['a'] } },
    d: { script: destructive, more: { needs: ['a'] } },
  })
  const answers = join(it.dir, 'answers.yaml')
  writeFileSync(answers, 'edgewise: 1\nchoices:\n  d/missing: { resolution: make, fingerprint: x }\n')
  const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--answers', answers])
  t.equal(ran.status, 9, ran.stderr)
  const events = it.events()
  t.match(
    events.find(event => event.type === 'selection-dropped'),
    { task: 'b', address: 'b/missing', why: 'gone' },
  )
  t.match(
    events.find(event => event.type === 'task-skipped'),
    { task: 'b' },
  )
  t.match(
    events.find(event => event.type === 'choice-carried'),
    { address: 'c/missing', from: 'x', to: 'y' },
  )
  t.match(
    events.find(event => event.type === 'choice-invalidated'),
    { address: 'd/missing', from: 'x', to: 'y' },
  )
  t.ok(it.made('c'))
  t.notOk(it.made('d'), 'what destroys is never carried over')
})

t.test('a lie is found at the end: what was applied must be gone', async t => {
  const lies = 'take() { say \'{"type":"result","item":"missing","status":"applied"}\'; }'
  const it = transition(t, { a: { script: lies } })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.equal(ran.status, 9)
  t.match(it.events().at(-1), { type: 'run-waiting', for: 'choice', questions: ['a/host.unresolved'] })
})

t.test('an item of a step without a consumer blocks what is to be applied, until it is waived', async t => {
  const it = transition(t, { a: {}, c: { consumer: false } })
  const refused = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.equal(refused.status, 3, refused.stderr)
  t.match(refused.stdout + refused.stderr, 'c/missing')
  t.notOk(it.made('a'))
  t.notOk(existsSync(join(it.state, 'runs')), 'nothing was committed')
})

t.test('kept and waived items may remain; the steps that need them go on', async t => {
  const it = transition(t, { a: {}, b: { more: { needs: ['a'] } }, c: { consumer: false } })
  const answers = join(it.dir, 'answers.yaml')
  writeFileSync(
    answers,
    'edgewise: 1\nchoices:\n  a/missing: { resolution: stay }\n  b/missing: { resolution: make }\n',
  )
  const ran = await it.run([
    'apply',
    it.manifest,
    '--answers',
    answers,
    '--waive',
    'c/missing=cleaned up on Monday',
  ])
  t.equal(ran.status, 0, ran.stderr)
  t.notOk(it.made('a'))
  t.ok(it.made('b'))
})

t.test('not-yet is unpredicted, not blocked; its items are asked when it can look', async t => {
  const later = `produce() { [ -e "$dir/a.made" ] || { say '{"type":"done","outcome":"failed","code":"not-yet"}'; exit 1; }; look; finish; }`
  const it = transition(t, { a: {}, b: { script: later, more: { needs: ['a'] } } })
  t.equal((await it.run(['check', it.manifest, '--accept', 'all'])).status, 0)
  const answers = join(it.dir, 'answers.yaml')
  writeFileSync(answers, 'edgewise: 1\nchoices:\n  a/missing: { resolution: make }\n')
  const ran = await it.run(['apply', it.manifest, '--answers', answers])
  t.equal(ran.status, 9, ran.stderr)
  t.match(it.events().at(-1), { questions: ['b/missing'] })
  t.equal((await it.run(['resume', '--accept', 'all'])).status, 0)
  const alone = transition(t, { b: { script: later } })
  t.equal((await alone.run(['check', alone.manifest])).status, 3, 'without a pending need it is a failure')
})

t.test('--partial commits what is not downstream of a blocked or undecided step', async t => {
  const blocked = 'item() { say \'{"type":"item","id":"missing","severity":"error","title":"no way"}\'; }'
  const it = transition(t, { a: { script: blocked }, b: { more: { needs: ['a'] } }, c: {} })
  t.equal((await it.run(['apply', it.manifest, '--accept', 'all'])).status, 3)
  const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--partial'])
  t.equal(ran.status, 0, ran.stderr)
  t.ok(it.made('c'))
  t.notOk(it.made('b'))
})

t.test('what --partial left out is no part of the plan: neither of it saved, nor of its run', async t => {
  const blocked = 'item() { say \'{"type":"item","id":"missing","severity":"error","title":"no way"}\'; }'
  const failing = `consume() { say '{"type":"done","outcome":"failed","message":"not now"}'; exit 1; }`
  const it = transition(t, { a: { script: blocked }, c: { script: failing } })
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
  // A program that only the step runs which is left out.
  copyFileSync(scripted, join(it.dir, 'own.sh'))
  manifest.steps.a.producer[0] = join(it.dir, 'own.sh')
  manifest.steps.a.consumer[0] = join(it.dir, 'own.sh')
  writeFileSync(it.manifest, JSON.stringify(manifest))
  const file = join(it.dir, 'plan.json')
  t.equal((await it.run(['plan', it.manifest, '--accept', 'all', '--partial', '-o', file])).status, 0)
  const ran = await it.run(['apply', file])
  t.equal(ran.status, 6, ran.stderr)
  t.equal((await it.run(['choose', 'c/host.failed', 'retry', '--no-resume'])).status, 0)
  writeFileSync(join(it.dir, 'c.sh'), '')
  const gone = await it.run(['resume'])
  t.equal(gone.status, 0, gone.stderr)
  t.ok(it.made('c'))
})

t.test('locks exclude, independent steps overlap', async t => {
  // Each waits, bounded, for the other to be there: a rendezvous that only overlap can keep.
  const meet = (other: string): string => `
take() {
  : >"$dir/$name.here"
  i=0
  while [ ! -e "$dir/${other}.here" ] && [ $i -lt 300 ]; do sleep 0.02; i=$((i + 1)); done
  [ -e "$dir/${other}.here" ] && : >"$dir/$name.met"
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`
  const free = transition(t, { a: { script: meet('b') }, b: { script: meet('a') } })
  t.equal((await free.run(['apply', free.manifest, '--accept', 'all', '--jobs', '2'])).status, 0)
  t.ok(existsSync(join(free.dir, 'a.met')), 'they ran side by side')

  const alone = `
take() {
  mkdir "$dir/held" || : >"$dir/clash"
  : >"$dir/$name.made"
  rmdir "$dir/held"
  say '{"type":"result","item":"missing","status":"applied"}'
}`
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const held = transition(
    t,
    Object.fromEntries(names.map(name => [name, { script: alone, more: { locks: ['database'] } }])),
  )
  t.equal((await held.run(['apply', held.manifest, '--accept', 'all', '--jobs', '6'])).status, 0)
  t.notOk(existsSync(join(held.dir, 'clash')), 'the lock was never held twice')
})

t.test('a saved plan', async t => {
  const it = transition(t, { a: {}, b: { more: { needs: ['a'] } } })
  const file = join(it.dir, 'plan.json')
  t.equal((await it.run(['plan', it.manifest, '--accept', 'all', '-o', file])).status, 0)
  const saved = readFileSync(file, 'utf8')
  t.match((await it.run(['show', file])).stdout, /missing: make/)

  t.test('altered is no plan any more (2)', async t => {
    writeFileSync(file, saved.replace('"resolution": "make"', '"resolution": "stay"'))
    const ran = await it.run(['apply', file])
    t.equal(ran.status, 2)
    t.match(ran.stderr, /digest does not fit/)
    writeFileSync(file, saved)
  })
  t.test('goes over a plan or an empty file, and over nothing else', async t => {
    const save = (path: string) => it.run(['plan', it.manifest, '--accept', 'all', '-o', path])
    const manifest = readFileSync(it.manifest, 'utf8')
    const link = join(it.dir, 'link')
    symlinkSync('/dev/null', link)
    for (const path of [it.manifest, link, it.dir]) {
      const ran = await save(path)
      t.equal(ran.status, 2, path)
      t.match(ran.stderr, `${path} cannot be written: it is there already and is no plan`)
    }
    t.equal(readFileSync(it.manifest, 'utf8'), manifest)
    t.ok(lstatSync(link).isSymbolicLink(), 'a link to a device is not taken away, as /dev/stdout is one')
    const empty = join(it.dir, 'empty')
    writeFileSync(empty, '')
    t.equal((await save(empty)).status, 0)
    t.equal((await save(empty)).status, 0, 'also once more')
    t.equal(lstatSync(empty).mode & 0o777, 0o600, 'for its owner alone')
  })
  t.test("another machine's, though whole, is refused (8)", async t => {
    const foreign = { ...JSON.parse(saved), machine: 'f'.repeat(64) }
    writeFileSync(file, JSON.stringify({ ...foreign, digest: planDigest(foreign) }))
    const ran = await it.run(['apply', file])
    t.equal(ran.status, 8, ran.stderr)
    t.match(ran.stderr, /another machine/)
    t.notOk(it.made('a'))
    t.equal((await it.run(['show', file])).status, 0, 'it can still be shown')
    writeFileSync(file, saved)
  })
  t.test('whose graph is not what its choices lead to is not followed', async t => {
    const odd = JSON.parse(saved)
    odd.graph.edges = [{ from: 'b', to: 'nobody', kind: 'needs' }]
    writeFileSync(file, JSON.stringify({ ...odd, digest: planDigest(odd) }))
    const ran = await it.run(['apply', file])
    t.equal(ran.status, 0, ran.stderr)
    t.match(ran.stderr, /b\s+rechecking/, 'b comes after a')
    for (const path of [it.state, join(it.dir, 'a.made'), join(it.dir, 'b.made')])
      rmSync(path, { recursive: true })
    writeFileSync(file, saved)
  })
  t.test('is stale when something changed that has no choice (8), and says what', async t => {
    writeFileSync(
      join(it.dir, 'b.sh'),
      'item() { say \'{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"other","resolutions":[{"id":"make","title":"Make it"}]}\'; }',
    )
    const ran = await it.run(['apply', file])
    t.equal(ran.status, 8)
    t.match(ran.stderr, /b\/missing: changed from none to other/)
    t.equal((await it.run(['show', file])).status, 0, 'it can still be shown')
    t.notOk(it.made('a'))
    writeFileSync(join(it.dir, 'b.sh'), '')
  })
  t.test('is applied once', async t => {
    t.equal((await it.run(['apply', file])).status, 0)
    t.ok(it.made('b'))
    t.match(it.events()[0], { plan: { digest: JSON.parse(saved).digest } }, 'the very plan that was saved')
    const again = await it.run(['apply', file])
    t.equal(again.status, 8)
    t.match(again.stderr, /applied already/)
  })
})

t.test('Ctrl-C', async t => {
  const slow = `take() {
  : >"$dir/$name.begun"
  while [ ! -e "$dir/go" ]; do sleep 0.02; done
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`
  const begun = (it: ReturnType<typeof transition>): Promise<void> =>
    until('a is begun', () => existsSync(join(it.dir, 'a.begun')))
  t.test('once: what is in hand is finished, nothing new is begun, and the run can be resumed', async t => {
    const it = transition(t, { a: { script: slow }, b: { more: { needs: ['a'] } } })
    const child = it.start(['apply', it.manifest, '--accept', 'all'])
    const ended = ending(child)
    await begun(it)
    child.kill('SIGINT')
    await new Promise<void>(done =>
      child.stderr!.on('data', chunk => String(chunk).includes('stopping') && done()),
    )
    writeFileSync(join(it.dir, 'go'), '')
    t.equal((await ended).status, 130)
    t.ok(it.made('a'))
    t.notOk(it.made('b'))
    t.equal((await it.run(['resume'])).status, 0)
    t.ok(it.made('b'))
  })
  t.test('twice: it is ended now, and nothing is left behind', async t => {
    const it = transition(t, { a: { script: slow } })
    const child = it.start(['apply', it.manifest, '--accept', 'all'])
    const ended = ending(child)
    await begun(it)
    child.kill('SIGTERM')
    await new Promise<void>(done =>
      child.stderr!.on('data', chunk => String(chunk).includes('stopping') && done()),
    )
    child.kill('SIGINT')
    t.equal((await ended).status, 143)
    const started = it.events().find(event => event.type === 'task-started')
    t.type(started?.pid, 'number')
    t.same(livingIn(Number(started?.pid)), [])
    writeFileSync(join(it.dir, 'go'), '')
    t.equal((await it.run(['status'])).status, 0)
  })
})
