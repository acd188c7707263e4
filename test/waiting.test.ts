/** Choices that wait: put off before commit, asked for while a run goes on, answered from elsewhere, lost by nobody. */

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { transition } from './transition.js'

const answersIn = (dir: string, ...choices: string[]): string => {
  const file = join(dir, 'answers.yaml')
  writeFileSync(file, `edgewise: 1\nchoices:\n${choices.map(each => `  ${each}\n`).join('')}`)
  return file
}

t.test('later: decided after commit; only what needs it is held up', async t => {
  const it = transition(t, { a: {}, b: {}, c: { more: { needs: ['b'] } } })
  const answers = answersIn(it.dir, 'b/missing: { later: true }', 'c/missing: { resolution: make }')
  const flags = [it.manifest, '--answers', answers, '--accept', 'recommendations']

  const checked = await it.run(['check', ...flags, '--later', 'a/missing'])
  t.equal(checked.status, 0, 'it is not undecided')
  t.match(checked.stdout, /put off, to be decided while the run goes on, in the answers file/)
  t.match(checked.stdout, /on the command line/)
  const planned = await it.run(['plan', ...flags, '--accept', 'all'])
  t.match(planned.stdout, /waits for a choice that was put off/)
  t.match(planned.stdout, /Put off, to be decided while the run goes on\n.*b\/missing: The marker is missing/)
  t.match((await it.run(['graph', ...flags, '--accept', 'all'])).stdout, /waiting/)
  t.equal((await it.run(['check', it.manifest, '--later', 'a'])).status, 2, 'only items are put off')

  const ran = await it.run(['apply', ...flags, '--accept', 'all'])
  t.equal(ran.status, 9, ran.stderr)
  t.ok(it.made('a'), 'the rest went on')
  t.notOk(it.made('b'))
  t.notOk(it.made('c'))
  t.match(it.events().at(-1), { type: 'run-waiting', for: 'choice', questions: ['b/missing'] })
})

t.test('status names what was put off before it is asked', async t => {
  const fails =
    'take() { say \'{"type":"result","item":"missing","status":"failed"}\'; }\nfinish() { say \'{"type":"done","outcome":"failed"}\'; exit 1; }'
  const produce = 'produce() { look; say \'{"type":"done","outcome":"ok"}\'; }'
  const it = transition(t, { a: { script: `${fails}\n${produce}` }, b: { more: { needs: ['a'] } } })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--later', 'b/missing'])
  t.equal(ran.status, 6, ran.stderr)
  const { stdout } = await it.run(['status'])
  t.match(stdout, /Put off, asked when their steps are reached:\n.*b\/missing/)
  const json = (await it.run(['status', '--json'])).stdout.split('\n').map(line => line && JSON.parse(line))
  t.match(json[1], { deferred: ['b/missing'] })
})
