/** What the commands show, with real runs: what is offered to be typed, left out, still open, going on. */

import t from 'tap'
import { transition } from './transition.js'

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
  await it.run(['choose', 'a/host.failed', 'retry'])
  const { stdout } = await it.run(['status'])
  t.match(stdout, /answered, it can be resumed/)
  t.notMatch(stdout, 'edgewise choose')
})

t.test('--partial tells what it left out, and that nothing was committed', async t => {
  const it = transition(t, { a: {}, broken: { script: 'produce() { exit 1; }' } })
  const none = await it.run(['apply', it.manifest, '--partial'])
  t.equal(none.status, 3, 'blocked, and not a success')
  t.match(none.stdout, /Nothing could be committed.*\n {2}a: undecided: a\/missing.*\n {2}broken: blocked/)
  const json = await it.run(['apply', it.manifest, '--partial', '--json'])
  t.match(JSON.parse(json.stdout.trimEnd().split('\n').at(-1)!), {
    type: 'end',
    exit: 3,
    details: [/^left out: a: undecided/, /^left out: broken: blocked/],
  })
  const some = await it.run(['apply', it.manifest, '--partial', '--accept', 'all'])
  t.equal(some.status, 0, some.stderr)
  t.match(some.stdout, /Left out by --partial: 1 step\n {2}\? broken: blocked/)
})
