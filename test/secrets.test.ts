/** Secrets of a run that is interrupted: what is gone is asked for again, and nothing that was sent is found anywhere. */

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { noTmux, openPane } from './pane.js'
import { ending, type Transition, transition } from './transition.js'
import { until } from './until.js'

const secret = 'correct-horse-battery'

/** Its item wants a key, and it does its work if it is sent the right one. */
const wanting = (type = 'string', right = `"${secret}"`): string => `
item() { say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"none","resolutions":[{"id":"make","title":"m","inputs":{"key":{"type":"${type}","secret":true}}}]}'; }
take() {
  printf '%s\\n' "$1" >>"$dir/$name.told"
  case $1 in *'"key":${right}'*) : >"$dir/$name.made" ;; esac
  say '{"type":"result","item":"missing","status":"applied"}'
}`

/** Fails until it was mended: then the run is open, and no host is there. */
const failing = `take() {
  [ -e "$dir/mended" ] || { say '{"type":"result","item":"missing","status":"failed","code":"internal"}'; say '{"type":"done","outcome":"failed","code":"internal"}'; exit 1; }
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`

const of = (it: Transition, type: string): Record<string, unknown>[] =>
  it.events().filter(event => event.type === type)

/** Its journal proves that all of it was legal. */
async function sound(t: Test, it: Transition): Promise<void> {
  const audited = await it.run(['audit'])
  t.equal(audited.status, 0, audited.stdout + audited.stderr)
}

interface Interrupted {
  it: Transition
  /** The file of the secret of step b. */
  key: string
  other: string
}

/** Step b has its secret from a file and is not begun, for a has failed and is mended now. Nothing needs b but d. */
async function interrupted(t: Test, type = 'string', right?: string): Promise<Interrupted> {
  const it = transition(t, {
    a: { script: failing },
    b: { script: wanting(type, right), more: { needs: ['a'] } },
    c: { more: { needs: ['a'] } },
    d: { more: { needs: ['b'] } },
  })
  const key = join(it.dir, 'key')
  const other = join(it.dir, 'other')
  const value = right === undefined ? secret : right
  for (const file of [key, other]) writeFileSync(file, `${value}\n`, { mode: 0o600 })
  const answers = join(it.dir, 'answers.json')
  const choices = { 'b/missing': { resolution: 'make', input: { key: { file: key } } } }
  writeFileSync(answers, JSON.stringify({ edgewise: 1, choices }))
  const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--answers', answers])
  t.equal(ran.status, 6, ran.stderr)
  writeFileSync(join(it.dir, 'mended'), '')
  t.equal((await it.run(['choose', 'a/host.failed', 'retry', '--no-resume'])).status, 0)
  return { it, key, other }
}

const give = (file: string): string[] => [
  'choose',
  'b/host.secret',
  'give',
  '--input-file',
  `missing.key=${file}`,
]

t.test('a secret whose file is gone is a question of its step alone', async t => {
  t.test(
    'the others go on, and another file answers it, from another process and on another day',
    async t => {
      const { it, key, other } = await interrupted(t)
      rmSync(key)
      const resumed = await it.run(['resume'])
      t.equal(resumed.status, 9, resumed.stderr)
      t.ok(it.made('a') && it.made('c'), 'what does not need it went on')
      t.notOk(existsSync(join(it.dir, 'b.told')) || it.made('d'))
      t.match(of(it, 'question-raised').at(-1), {
        finding: {
          address: 'b/host.secret',
          item: { detail: `key of b/missing cannot be read from ${key}: there is no such file` },
        },
      })
      t.match(resumed.stdout, /choose b\/host\.secret give --input-file missing\.key=FILE/)
      const looked = await it.run(['status'])
      t.match(looked.stdout.replace(/\s+/g, ' '), `cannot be read from ${key}: there is no such file`)

      const again = await it.run(['resume'])
      t.equal(again.status, 9)
      t.equal(
        of(it, 'question-raised').filter(({ task }) => task === null).length,
        1,
        'it is the same question',
      )
      const gone = await it.run(give(`${key}.too`))
      t.equal(gone.status, 2, 'what cannot be read is no answer')
      const given = await it.run(give(other))
      t.equal(given.status, 0, given.stderr)
      t.ok(it.made('b') && it.made('d'))
      t.match(of(it, 'choice-made').at(-1), {
        choice: {
          address: 'b/host.secret',
          answer: { input: { 'missing.key': { secret: 'file', file: other } } },
        },
      })
      await sound(t, it)
      t.notMatch(JSON.stringify(it.events()), secret)
    },
  )

  t.test('there again, it is read, and the question is withdrawn', async t => {
    const { it, key } = await interrupted(t)
    rmSync(key)
    t.equal((await it.run(['resume'])).status, 9)
    writeFileSync(key, `${secret}\n`, { mode: 0o600 })
    const resumed = await it.run(['resume'])
    t.equal(resumed.status, 0, resumed.stderr)
    t.match(of(it, 'question-withdrawn'), [{ address: 'b/host.secret', why: /can be read again/ }])
    t.ok(it.made('b') && it.made('d'))
    await sound(t, it)
  })

  t.test('a file that was given for it and is gone as well asks again', async t => {
    const { it, key, other } = await interrupted(t)
    rmSync(key)
    t.equal((await it.run(['resume'])).status, 9)
    t.equal((await it.run([...give(other), '--no-resume'])).status, 0)
    rmSync(other)
    t.equal((await it.run(['resume'])).status, 9)
    t.match(of(it, 'question-raised').at(-1), {
      finding: { address: 'b/host.secret', item: { detail: `cannot be read from ${other}` } },
    })
    writeFileSync(key, `${secret}\n`, { mode: 0o600 })
    t.equal((await it.run(give(key))).status, 0)
    t.ok(it.made('b'))
  })

  t.test(
    'empty, a folder, or not what the input takes: each says so, and another fault is another question',
    async t => {
      const { it, key, other } = await interrupted(t, 'integer', '4711')
      const asked = async (why: RegExp): Promise<void> => {
        const resumed = await it.run(['resume'])
        t.equal(resumed.status, 9, resumed.stderr)
        const { item } = of(it, 'question-raised').at(-1)!.finding as { item: { detail: string } }
        t.match(item.detail, why)
      }
      writeFileSync(key, '')
      await asked(/cannot be used: .* is empty/)
      writeFileSync(key, 'forty-seven')
      await asked(/what .* holds wants a whole number/)
      rmSync(key)
      mkdirSync(key)
      await asked(/is not a regular file/)
      t.equal(of(it, 'question-raised').filter(({ task }) => task === null).length, 3)
      t.notMatch(JSON.stringify(it.events()), /forty-seven|4711/)
      t.equal((await it.run(give(other))).status, 0)
      t.ok(it.made('b'))
      await sound(t, it)
    },
  )

  t.test('beside a live host the answer goes through the inbox', async t => {
    const { it, key, other } = await interrupted(t)
    rmSync(key)
    const child = it.start(['resume', '--wait'])
    t.teardown(() => child.kill())
    const host = ending(child)
    await until('it waits', () => it.events().at(-1)?.type === 'run-waiting')
    const given = await it.run(give(other))
    t.equal(given.status, 0, given.stderr)
    const last = (): unknown => it.events().at(-1)?.type
    await until('it is over or waits again', () => last() === 'run-completed' || last() === 'run-waiting')
    if (last() === 'run-waiting') child.kill('SIGTERM')
    t.equal((await host).status, 0)
    t.match(of(it, 'choice-made').at(-1), { letter: /./ })
    t.ok(it.made('b') && it.made('d'))
  })

  t.test('at a terminal it is typed again, and only kept in memory', { skip: noTmux }, async t => {
    const { it, key } = await interrupted(t)
    rmSync(key)
    const pane = openPane(t, it, 'resume', '--foreground')
    await pane.sees(/error · b\/host\.secret[\s\S]*Give it again[\s\S]*Stop here/)
    t.notMatch(pane.screen(), /rolls back|not stated/, 'what the host offers changes nothing by itself')
    pane.type('Down')
    pane.type('Enter')
    await pane.sees(/key of b\/missing[\s\S]*not shown/)
    pane.type('-l', secret)
    pane.type('Enter')
    await pane.sees(/Is this right/)
    pane.type('Enter')
    await pane.sees(/ended with 0/)
    t.ok(it.made('b') && it.made('d'))
    t.match(of(it, 'choice-made').at(-1), {
      choice: { via: 'prompt', answer: { input: { 'missing.key': { secret: 'memory' } } } },
    })
    t.notMatch(JSON.stringify(it.events()) + pane.screen(), secret)
  })

  t.test('given up, the step is, and what needs it is not reached', async t => {
    const { it, key } = await interrupted(t)
    rmSync(key)
    t.equal((await it.run(['resume'])).status, 9)
    t.equal((await it.run(['choose', 'b/host.secret', 'abandon'])).status, 10)
    t.match(of(it, 'task-unreached'), [{ task: 'd' }])
    await sound(t, it)
  })
})
