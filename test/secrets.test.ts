/** Secrets of a run that is interrupted: what is gone is asked for again, and nothing that was sent is found anywhere. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { noTmux, openPane } from './pane.js'
import { ending, livingIn, type Ran, type Transition, transition } from './transition.js'
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

/** A group, if there is any of it left. */
function end(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {}
}

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
async function interrupted(
  t: Test,
  type = 'string',
  right?: string,
  script = wanting(type, right),
): Promise<Interrupted> {
  const it = transition(t, {
    a: { script: failing },
    b: { script, more: { needs: ['a'] } },
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

/** Quotes, a slash, letters beyond ASCII, a line's end: whatever a writer of JSON may write in another way. */
const hostile = 'tr0ub4dor/"é"\nzweite-Zeile\\über'
const shapes = [...hostile.split('\n'), 'tr0ub4dor', 'zweite-Zeile', 'tr0ub', 'Zeile']

/** It waits with its words until it may go on, and then says all that it was given to say. */
const echoing = (more = ''): string => `
item() { say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"none","resolutions":[{"id":"make","title":"m","inputs":{"key":{"type":"string","secret":true}}}]}'; }
consume() {
  IFS= read -r line
  echo $$ >"$dir/$name.pid"
  while [ ! -e "$dir/$name.go" ]; do sleep 0.02; done
  printf '%s\\n' "$line" >&2
  cat "$dir/err" >&2
  cat "$dir/out" >&3
  ${more}
  : >"$dir/$name.said"
  exit 1
}`

interface Echoing {
  it: Transition
  key: string
  /** Of all that was shown. */
  shown: string[]
  run(args: string[]): Promise<Ran>
  /** Its host was killed, and the consumer lives. */
  orphaned(): Promise<void>
}

function echoed(t: Test, more?: string): Echoing {
  const it = transition(t, { a: { script: echoing(more) } })
  const key = join(it.dir, 'key')
  writeFileSync(key, hostile, { mode: 0o600 })
  const json = JSON.stringify(hostile).slice(1, -1)
  const ascii = json.replace(/[\x7f-\uffff]/g, one => `\\u00${one.charCodeAt(0).toString(16).toUpperCase()}`)
  const torn = `${hostile.slice(0, 4)}\x1b[0m${hostile.slice(4)}`
  writeFileSync(
    join(it.dir, 'err'),
    `${[hostile, json, ascii, json.replaceAll('/', '\\/'), torn].join('\n')}\n`,
  )
  const said = [
    { type: 'progress', message: `it is ${hostile}` },
    { type: 'item', id: 'other', severity: 'warning', title: torn, detail: `${hostile} and ${ascii}` },
    { type: 'result', item: 'missing', status: 'failed', code: 'internal', message: `not ${json}` },
    { type: 'done', outcome: 'failed', code: 'internal', message: hostile },
  ]
  writeFileSync(join(it.dir, 'out'), said.map(one => `${JSON.stringify(one)}\n`).join(''))
  const answers = join(it.dir, 'answers.json')
  const choices = { 'a/missing': { resolution: 'make', input: { key: { file: key } } } }
  writeFileSync(answers, JSON.stringify({ edgewise: 1, choices }))
  const shown: string[] = []
  return {
    it,
    key,
    shown,
    async run(args) {
      const ran = await it.run(args)
      shown.push(ran.stdout, ran.stderr)
      return ran
    },
    async orphaned() {
      const child = it.start(['apply', it.manifest, '--answers', answers])
      const ended = ending(child)
      await until('it works', () => existsSync(join(it.dir, 'a.pid')) && it.file('a.pid').endsWith('\n'))
      const pid = Number(it.file('a.pid'))
      t.teardown(() => end(pid))
      child.kill('SIGKILL')
      const { stdout, stderr } = await ended
      shown.push(stdout, stderr)
    },
  }
}

/** Its host is dead, and it has ended by itself since. */
async function endedAlone(t: Test): Promise<{ echo: Echoing; it: Echoing['it'] }> {
  const echo = echoed(t)
  await echo.orphaned()
  const { it } = echo
  writeFileSync(join(it.dir, 'a.go'), '')
  await until('it is gone', () => livingIn(Number(it.file('a.pid'))).length === 0)
  return { echo, it }
}

/** Every way to look at the run is looked at; then its folder and all that was shown are searched. */
async function nowhere(t: Test, { it, run, shown }: Echoing): Promise<void> {
  for (const args of [['status'], ['status', '--json'], ['log'], ['log', '--json'], ['graph', '--run']])
    await run(args)
  for (const shape of shapes) {
    t.notOk(
      shown.some(text => text.includes(shape)),
      `${shape} was not shown`,
    )
    const found = spawnSync('grep', ['-rlF', '--', shape, it.state], { encoding: 'utf8' })
    t.same([found.status, found.stdout], [1, ''], `${shape} is nowhere in the state directory`)
  }
}

t.test('F42: what a consumer was sent is found nowhere, whoever hears it say so', async t => {
  const errOf = (it: Transition): string => {
    const [run] = readdirSync(join(it.state, 'runs'))
    return readFileSync(join(it.state, 'runs', run!, 'tasks/a.1.err'), 'utf8')
  }

  t.test('its host was killed, and the next one follows it', async t => {
    const echo = echoed(t)
    await echo.orphaned()
    const { it } = echo
    const following = it.start(['resume', '--json'])
    const followed = ending(following)
    await until('it is followed', () => of(it, 'task-attached').length > 0)
    writeFileSync(join(it.dir, 'a.go'), '')
    const { status, stdout, stderr } = await followed
    echo.shown.push(stdout, stderr)
    t.equal(status, 6, stderr)
    t.match(of(it, 'selection-result'), [{ message: 'not [secret]' }])
    t.match(of(it, 'item-found'), [{ item: { title: '[secret]', detail: '[secret] and [secret]' } }])
    t.match(errOf(it), '[secret]', 'its own files are written anew, once its end is on record')
    await nowhere(t, echo)
  })

  t.test('it ended while no host was there', async t => {
    const { echo, it } = await endedAlone(t)
    t.match(errOf(it), 'tr0ub4dor', 'before')
    t.equal((await echo.run(['resume'])).status, 6)
    t.match(of(it, 'selection-result'), [{ message: 'not [secret]' }])
    t.match(errOf(it), '[secret]')
    await nowhere(t, echo)
  })

  t.test('it was never without a host', async t => {
    const echo = echoed(t)
    const { it } = echo
    writeFileSync(join(it.dir, 'a.go'), '')
    const args = ['apply', it.manifest, '--answers', join(it.dir, 'answers.json'), '--json']
    t.equal((await echo.run(args)).status, 6)
    t.match(errOf(it), '[secret]')
    await nowhere(t, echo)
  })

  t.test('the run is given up instead', async t => {
    const { echo } = await endedAlone(t)
    t.equal((await echo.run(['abandon', '--reason', 'enough'])).status, 10)
    await nowhere(t, echo)
  })

  t.test('its file holds another secret meanwhile: none of its text is kept', async t => {
    const echo = echoed(t)
    await echo.orphaned()
    const { it, key } = echo
    writeFileSync(key, 'another-one')
    writeFileSync(join(it.dir, 'a.go'), '')
    await until('it is gone', () => livingIn(Number(it.file('a.pid'))).length === 0)
    t.equal((await echo.run(['resume'])).status, 6)
    t.match(of(it, 'selection-result'), [{ status: 'failed', message: /^\(not kept: it may hold a secret/ }])
    t.match(of(it, 'item-found'), [{ item: { id: 'other', title: /^\(not kept/ } }])
    await nowhere(t, echo)
  })
})

t.test('a secret that another took the place of is taken out as well', async t => {
  const first = 'first-of-all-secrets'
  const tells = `${wanting()}
take() {
  cat "$dir/first" >&2
  say '{"type":"result","item":"missing","status":"applied","message":"'"$(cat "$dir/first")"'"}'
  : >"$dir/$name.made"
}`
  const { it, key, other } = await interrupted(t, 'string', undefined, tells)
  rmSync(key)
  t.equal((await it.run(['resume'])).status, 9)
  t.equal((await it.run([...give(other), '--no-resume'])).status, 0)
  for (const file of [key, join(it.dir, 'first')]) writeFileSync(file, `${first}\n`, { mode: 0o600 })
  const resumed = await it.run(['resume', '--json'])
  t.equal(resumed.status, 0, resumed.stderr)
  t.match(of(it, 'selection-result').at(-1 - 1), { address: 'b/missing', message: '[secret]' })
  t.notMatch(resumed.stdout + resumed.stderr, first)
  t.equal(spawnSync('grep', ['-rlF', first, it.state]).status, 1)
})
