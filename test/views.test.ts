/** What the commands show, with real runs: what is offered to be typed, left out, still open, going on. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { ending, transition } from './transition.js'

const fails = `take() { say '{"type":"result","item":"missing","status":"failed","message":"no space"}'; }
consume() { IFS= read -r line; take "$line"; say '{"type":"done","outcome":"failed"}'; exit 1; }`

t.test('a failure: the commands that are offered can be typed as they stand', async t => {
  const it = transition(t, { a: { script: fails } })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.equal(ran.status, 6)
  for (const how of ['retry', 'done-by-hand', 'abandon'])
    t.match(ran.stdout, `  edgewise choose a/host.failed ${how} --state-dir ${it.state}`)
  t.match(ran.stdout, `  edgewise resume --state-dir ${it.state}`)
  const log = /full log: (.+)$/m.exec(ran.stdout)?.[1]
  t.match(log, /^\/.*\/a\.1\.err$/, 'a path in one piece')
  await it.run(['choose', 'a/host.failed', 'retry', '--no-resume'])
  const { stdout } = await it.run(['status'])
  t.match(stdout, /answered, it can be resumed/)
  t.notMatch(stdout, '  edgewise choose')
})

t.test('--partial tells what it left out, and that nothing was committed', async t => {
  const it = transition(t, { a: {}, broken: { script: 'produce() { exit 1; }' } })
  const none = await it.run(['apply', it.manifest, '--partial'])
  t.equal(none.status, 3, 'blocked, and not a success')
  t.match(none.stderr, /a: undecided: a\/missing.*\n.*broken: blocked/)
  const json = await it.run(['apply', it.manifest, '--partial', '--json'])
  t.match(JSON.parse(json.stdout.trimEnd().split('\n').at(-1)!), {
    type: 'end',
    exit: 3,
    details: [/^a: undecided/, /^broken: blocked/],
  })
  const some = await it.run(['apply', it.manifest, '--partial', '--accept', 'all'])
  t.equal(some.status, 0, some.stderr)
  t.match(some.stdout, /Left out by --partial: 1 step\n {2}\? broken: blocked/)
})

const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js')
const line = new Ajv2020({ strict: true, allErrors: true }).compile(
  JSON.parse(readFileSync(new URL('../protocol/report.schema.json', import.meta.url), 'utf8')),
)

t.test('each --json has the first line and the last, and whole milliseconds', async t => {
  const it = transition(t, { a: { script: fails } })
  const plan = join(it.dir, 'plan.json')
  const saved = await it.run(['plan', it.manifest, '--accept', 'all', '-o', plan])
  t.match(saved.stdout, `Apply it with: edgewise apply ${plan} --state-dir ${it.state}\n`)
  t.match(saved.stdout, /found: The marker is missing\n +to do: Make it\n/)
  const lines = async (...args: string[]) => {
    const { stdout } = await it.run([...args, '--json'])
    const all = stdout
      .trimEnd()
      .split('\n')
      .map(text => JSON.parse(text))
    t.match(all[0], { type: 'edgewise', command: args[0] })
    t.match(all.at(-1), { type: 'end', changed: args[0] === 'apply' })
    for (const each of all) t.ok(line(each), `${args[0]}: ${each.type} ${JSON.stringify(line.errors)}`)
    return all
  }
  t.match(await lines('status'), [{}, { type: 'status', run: null }, { exit: 0 }])
  t.match(await lines('validate', it.manifest), [{}, { type: 'end', exit: 0 }])
  t.match(await lines('validate', plan), [{}, { type: 'diagnostic' }])
  t.match((await lines('show', plan))[1], { type: 'plan', plan: JSON.parse(readFileSync(plan, 'utf8')) })
  t.match(await lines('show', it.manifest), [{}, { type: 'end', exit: 2 }])
  const applied = await lines('apply', plan)
  const took = applied.flatMap(({ took, findings }) => [took, findings?.took].filter(ms => ms !== undefined))
  t.ok(took.length >= 2 && took.every(Number.isInteger), `${took}`)
  t.match((await lines('status'))[1], {
    type: 'status',
    waitingFor: 'failure',
    questions: [{ address: 'a/host.failed' }],
  })
})

t.test('a run that goes on is said to, by whom, and nothing is offered that would be refused', async t => {
  const it = transition(t, {
    a: {
      script: `take() { say '{"type":"progress","message":"in hand"}'; while [ ! -e "$dir/go" ]; do sleep 0.02; done; }`,
    },
  })
  const child = it.start(['apply', it.manifest, '--accept', 'all', '--json'])
  await new Promise<void>(resolve => {
    child.stdout!.on('data', chunk => String(chunk).includes('in hand') && resolve())
  })
  const { stdout } = await it.run(['status'])
  child.kill('SIGINT')
  child.kill('SIGTERM')
  await ending(child)
  t.match(stdout.replaceAll(/\s+/g, ' '), `: is going on in process ${child.pid} (apply), since `)
  t.notMatch(stdout, 'Next:')
  const after = await it.run(['status'])
  t.match(after.stdout, `edgewise resume --state-dir ${it.state}`)
})

t.test('a drawing has every step, and marks what is undecided or blocked', async t => {
  const it = transition(t, {
    a: {},
    b: { more: { needs: ['a'] } },
    broken: { script: 'produce() { exit 1; }' },
    idle: { script: 'look() { :; }' },
  })
  const drawn = await it.run(['graph', it.manifest, '--format', 'mermaid'])
  t.equal(drawn.status, 0, drawn.stderr)
  for (const step of ['a', 'b', 'broken', 'idle']) t.match(drawn.stdout, new RegExp(`\\b${step}\\b`))
  t.match(drawn.stdout, 'undecided')
  t.match(drawn.stdout, 'blocked')
})

t.test('before anything runs, the point of no return is told; no steps are no riddle', async t => {
  const it = transition(t, {
    a: {
      script: `look() { item | sed 's/"reversible":true/"reversible":false/' >&3; }`.replace(
        'item |',
        'item 3>&1 |',
      ),
    },
  })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.match(ran.stderr, /committed {2}run .*; point of no return: a\n/)
  const none = transition(t, {})
  t.match((await none.run(['check', none.manifest])).stdout, /nothing to do\. Of 0 steps\.\n/)
})
