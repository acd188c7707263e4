/** Choices that wait: put off before commit, asked for while a run goes on, answered from elsewhere, lost by nobody. */

import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { ok } from '../src/fallible.js'
import { answer } from '../src/host/answer.js'
import { createContext } from '../src/host/create-context.js'
import { openTheRun } from '../src/host/opened-run.js'
import { findStateDirectory } from '../src/journal/directory.js'
import { takeLock } from '../src/journal/lock.js'
import { continueJournal } from '../src/journal/writer.js'
import type { RunEvent } from '../src/scheduler/event.js'
import { noTmux, openPane } from './pane.js'
import { ending, transition } from './transition.js'
import { until } from './until.js'

const schema = new URL('../protocol/waiting.schema.json', import.meta.url)
const valid = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(schema, 'utf8')))

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

/** Its consumer works until the file `go` is there. */
const slow = `take() {
  : >"$dir/$name.begun"
  while [ ! -e "$dir/go" ]; do sleep 0.02; done
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`

/** Its consumer fails until the file `mended` is there. */
const fragile = `take() {
  [ -e "$dir/mended" ] || { say '{"type":"done","outcome":"failed","message":"not yet mended"}'; exit 1; }
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`

const saw = (it: ReturnType<typeof transition>, type: string): boolean => {
  try {
    return it.events().some(event => event.type === type)
  } catch {
    return false
  }
}
const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
const inboxOf = (it: ReturnType<typeof transition>): string => join(it.state, 'inbox')
const lettersIn = (it: ReturnType<typeof transition>): string[] =>
  readdirSync(inboxOf(it)).filter(name => name !== 'refused')

t.test('choose answers and goes on with the run, whose exit status it has', async t => {
  const it = transition(t, { a: { script: fragile }, b: { more: { needs: ['a'] } } })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.equal(ran.status, 6, ran.stderr)
  const command = /edgewise (choose a\/host\.failed retry --state-dir \S+)/.exec(ran.stdout)?.[1]
  t.ok(command, 'a whole command to paste')
  const still = await it.run(['choose', 'a/host.failed', 'retry'])
  t.equal(still.status, 6, still.stderr)
  t.match(still.stdout, /Recorded\./)
  t.match(ran.stdout, /Took \S+ \S+\.\n/)
  t.match(still.stdout.replaceAll(/\s+/g, ' '), /Took .* since it was resumed, .* since the commit\. Next/)
  const end = JSON.parse((await it.run(['resume', '--json'])).stdout.trimEnd().split('\n').at(-1)!)
  t.ok(end.took >= 0 && end.sinceCommit > end.took, JSON.stringify(end))
  writeFileSync(join(it.dir, 'mended'), '')
  const chosen = await it.run(['choose', 'a/host.failed', 'retry'], { env: { SUDO_USER: 'ada' } })
  t.equal(chosen.status, 0, chosen.stderr)
  t.ok(it.made('b'))
  const { stdout } = await it.run(['status'])
  t.match(stdout, /a\/host\.failed: retry, by edgewise choose, by/)
  const choices = it.events().filter(event => event.type === 'choice-made')
  t.match(choices, [{ choice: { via: 'command', who: { uid: process.getuid!() } } }, {}])
  t.same(lettersIn(it), [])
})

t.test('beside a live host a choice goes through the inbox, and is on record before choose ends', async t => {
  const it = transition(t, { a: { script: fragile }, b: { script: slow } })
  const host = it.start(['apply', it.manifest, '--accept', 'all', '--jobs', '2'])
  const ended = ending(host)
  await until(
    'question-raised is recorded',
    () => saw(it, 'question-raised') && existsSync(join(it.dir, 'b.begun')),
  )
  t.notOk(saw(it, 'run-waiting'), 'b still works')

  const wrong = await it.run(['choose', 'a/host.failed', 'retyr'])
  t.equal(wrong.status, 2, 'validated there and then')
  t.match(wrong.stderr, /Did you mean `retry`/)
  t.equal((await it.run(['choose', 'a/nothing', 'make'])).status, 2)
  t.same(lettersIn(it), [])

  writeFileSync(join(it.dir, 'mended'), '')
  const chosen = await it.run(['choose', 'a/host.failed', 'retry'])
  t.equal(chosen.status, 0, chosen.stderr)
  t.match(chosen.stdout, new RegExp(`Recorded by process ${host.pid} \\(apply\\)`))
  const made = it.events().find(event => event.type === 'choice-made')
  t.match(made, { choice: { address: 'a/host.failed', via: 'command' }, letter: String })
  await until('a is done', () => it.made('a'))
  t.ok(existsSync(join(it.dir, 'b.begun')) && !it.made('b'), 'at once, while another task runs')
  const again = await it.run(['choose', 'a/host.failed', 'abandon'])
  t.equal(again.status, 2)
  t.match(again.stderr, /not asked any more: .* chose retry/)
  writeFileSync(join(it.dir, 'go'), '')
  t.equal((await ended).status, 0)
  t.same(lettersIn(it), [])
})

t.test('--wait stays until all is answered from elsewhere', async t => {
  const it = transition(t, { a: {}, b: {} })
  const flags = ['--accept', 'all', '--later', 'a/missing', '--later', 'b/missing']
  const host = it.start(['apply', it.manifest, ...flags, '--wait'])
  const ended = ending(host)
  await until('run-waiting is recorded', () => saw(it, 'run-waiting'))
  t.equal((await it.run(['choose', 'a/missing', 'make'])).status, 0)
  await until('a is done', () => it.made('a'))
  t.equal(host.exitCode, null, 'it waits for the other')
  t.equal((await it.run(['choose', 'b/missing', '--waive', 'not here'])).status, 0)
  const { status, stderr } = await ended
  t.equal(status, 0, stderr)
  t.match(it.events().at(-1), { type: 'run-completed' })

  const other = transition(t, { a: {} })
  const waits = other.start(['apply', other.manifest, '--later', 'a/missing', '--wait'])
  const over = ending(waits)
  await until('run-waiting is recorded', () => saw(other, 'run-waiting'))
  waits.kill('SIGTERM')
  t.equal((await over).status, 143, 'a signal ends it as usual')
  t.equal((await other.run(['choose', 'a/missing', 'make'])).status, 0, 'and another day goes on')
})

t.test('what comes up on the way is answered from the file and the policy, and recorded as such', async t => {
  // Beside its own item the consumer brings up two more, each until its marker is there.
  const brings = `
take() {
  case $1 in
    *'"item":"missing"'*)
      : >"$dir/$name.made"
      say '{"type":"item","id":"more","severity":"error","title":"More","fingerprint":"m","resolutions":[{"id":"do","title":"Do"}]}'
      say '{"type":"item","id":"some","severity":"warning","title":"Some","fingerprint":"s","resolutions":[{"id":"do","title":"Do","default":true}]}'
      say '{"type":"result","item":"missing","status":"applied"}' ;;
    *'"item":"more"'*) say '{"type":"result","item":"more","status":"applied"}' ;;
    *) say '{"type":"result","item":"some","status":"applied"}' ;;
  esac
}`
  const it = transition(t, { a: { script: brings } })
  const answers = answersIn(it.dir, 'a/missing: { resolution: make }', 'a/more: { resolution: do }')
  const ran = await it.run(['apply', it.manifest, '--answers', answers, '--accept', 'warnings'])
  t.equal(ran.status, 0, ran.stderr)
  const choices = it.events().filter(event => event.type === 'choice-made')
  t.match(choices, [
    { choice: { address: 'a/more', via: 'answers', who: { uid: process.getuid!() } } },
    { choice: { address: 'a/some', via: 'policy' } },
  ])
})

t.test('an answer to a failure is taken once from the file: it does not answer every failure', async t => {
  const it = transition(t, { a: { script: fragile } })
  const answers = answersIn(it.dir, 'a/missing: { resolution: make }', 'a/host.failed: { resolution: retry }')
  const ran = await it.run(['apply', it.manifest, '--answers', answers])
  t.equal(ran.status, 6, ran.stderr)
  t.equal(it.events().filter(event => event.type === 'task-started').length, 2)
})

t.test('what lies in the inbox and is no letter is put aside with a notice, and holds nobody up', async t => {
  const it = transition(t, { a: { script: fragile } })
  t.equal((await it.run(['apply', it.manifest, '--accept', 'all'])).status, 6)
  const inbox = inboxOf(it)
  const run = String(it.events()[0]!.run)
  const choice = {
    address: 'a/host.failed',
    fingerprint: 'of another failure',
    answer: { kind: 'resolution', resolution: 'abandon' },
    who: { uid: 0, user: 'root' },
    at: '2026-01-01T00:00:00.000Z',
    via: 'command',
  }
  const letter = (value: object): string => JSON.stringify({ edgewise: 1, run, kind: 'choice', ...value })
  const secret = { kind: 'resolution', resolution: 'retry', input: { key: { secret: 'memory' } } }
  writeFileSync(join(it.dir, 'target'), letter({ choice }))
  symlinkSync(join(it.dir, 'target'), join(inbox, '1-link.json'))
  execFileSync('mkfifo', [join(inbox, '2-fifo.json')])
  linkSync(join(it.dir, 'target'), join(inbox, '3-hard.json'))
  mkdirSync(join(inbox, '4-folder.json'))
  writeFileSync(join(inbox, '5-torn.json'), letter({ choice }).slice(0, 40))
  writeFileSync(join(inbox, '6-big.json'), ' '.repeat(1024 * 1024 + 1))
  writeFileSync(join(inbox, '7-nonsense.json'), letter({ choice: { ...choice, answer: { kind: 'later' } } }))
  writeFileSync(join(inbox, '8-typed.json'), letter({ choice: { ...choice, answer: secret } }))
  writeFileSync(join(inbox, '9-other.json'), letter({ choice, run: 'r-other' }))
  writeFileSync(join(inbox, 'a-open.json'), letter({ choice }), { mode: 0o666 })
  chmodSync(join(inbox, 'a-open.json'), 0o666)
  writeFileSync(join(inbox, 'b-name'), letter({ choice }))
  writeFileSync(join(inbox, 'c-stale.json'), letter({ choice }))
  const planted = 11

  const resumed = await it.run(['resume'])
  t.equal(resumed.status, 6, resumed.stderr)
  const told = resumed.stderr.split('\n').filter(line => /is not taken/.test(line))
  t.equal(told.length, planted, resumed.stderr)
  for (const why of [
    /1-link .*symbolic link/,
    /2-fifo .*FIFO/,
    /3-hard .*hard link/,
    /4-folder .*not a regular file/,
    /5-torn .*not JSON/,
    /6-big .*larger/,
    /7-nonsense .*not built/,
    /8-typed .*not built/,
    /9-other .*run r-other/,
    /a-open .*lets others write/,
    /b-name .*no letter/,
  ])
    t.match(resumed.stderr, why)
  t.equal(readdirSync(join(inbox, 'refused')).length, planted)
  t.same(lettersIn(it), [])
  t.ok(existsSync(join(it.dir, 'target')), 'what a link pointed to is untouched')
  t.match(
    it.events().filter(event => event.type === 'choice-refused'),
    [{ letter: 'c-stale', code: 'choice.stale' }],
    'what is well formed and holds no more is refused on record',
  )
  t.match(resumed.stderr, /another question now/)
})

t.test('a letter that was journalled and not removed is not taken twice (crash in between)', async t => {
  const it = transition(t, { a: { script: fragile } })
  const host = it.start(['apply', it.manifest, '--accept', 'all', '--wait'])
  const ended = ending(host)
  await until('run-waiting is recorded', () => saw(it, 'run-waiting'))
  t.equal((await it.run(['choose', 'a/host.failed', 'retry'])).status, 0)
  const [made] = it.events().filter(event => event.type === 'choice-made')
  await until(
    'what is looked for',
    () => it.events().filter(event => event.type === 'run-waiting').length === 2,
  )
  host.kill('SIGKILL')
  await ended
  const question = it.events().findLast(event => event.type === 'question-raised') as unknown as {
    finding: { fingerprint: string }
  }
  const choice = { ...(made!.choice as object), fingerprint: question.finding.fingerprint }
  const text = JSON.stringify({ edgewise: 1, run: it.events()[0]!.run, kind: 'choice', choice })
  // The same letter once more, as if it had not been removed; its answer would fit the question that is open now.
  writeFileSync(join(inboxOf(it), `${made!.letter}.json`), text)
  writeFileSync(join(it.dir, 'mended'), '')
  t.equal((await it.run(['resume'])).status, 6)
  t.same(lettersIn(it), [])
  t.notOk(it.made('a'))
})

t.test('a letter that is taken in the last moment of a run is told as taken', async t => {
  const it = transition(t, { a: { script: fragile } })
  t.equal((await it.run(['apply', it.manifest, '--accept', 'all'])).status, 6)
  const directory = findStateDirectory(it.state)
  if (!directory.ok || !directory.value) throw new Error('no state')
  const state = directory.value
  const lock = takeLock(state, { since: '2026-01-01T00:00:00.000Z', command: 'resume' })
  if (!lock.ok) throw new Error(lock.error.message)
  /** The other host takes the letter, ends the run and lets go, just as the sender looks whether the lock is free. */
  const end = (): void => {
    const [name] = lettersIn(it).filter(each => each.endsWith('.json'))
    if (name === undefined) return
    const run = openTheRun(createContext({ stateDir: it.state }), 'no more than its journal')
    t.match(run, { ok: false, error: { code: 'lock.held' } }, 'it is still held')
    const [folder] = readdirSync(state.runs)
    const journal = join(state.runs, folder!, 'journal.jsonl')
    const opened = continueJournal(journal, {
      boot: 'b',
      host: '0.1.0',
      clock: () => new Date().toISOString(),
    })
    if (!opened.ok) throw new Error(opened.error.message)
    const { choice } = JSON.parse(readFileSync(join(inboxOf(it), name), 'utf8'))
    opened.value.writer.append({ type: 'choice-made', choice, letter: name.slice(0, -5) } as RunEvent)
    opened.value.writer.append({
      type: 'run-abandoned',
      reason: 'r',
      consistent: true,
      who: null,
    } as RunEvent)
    opened.value.writer.close()
    rmSync(join(inboxOf(it), name))
    lock.value.release()
  }
  let looks = 0
  const context = createContext({
    stateDir: it.state,
    now: () => {
      // openTheRun asks for the time right before it tries the lock; the letter was sent after the first try.
      if (++looks > 3) end()
      return new Date()
    },
  })
  const sent = await answer(context, ({ questions }) => {
    const [question] = [...questions.values()]
    const { address, fingerprint } = question!.finding
    const given = { kind: 'resolution', resolution: 'retry' } as const
    return ok({
      address,
      fingerprint,
      answer: given,
      who: context.who,
      at: '2026-01-01T00:00:00Z',
      via: 'command',
    })
  })
  t.match(sent, { ok: true, value: { event: { type: 'choice-made' } } })
  t.same(lettersIn(it), [])
})

t.test('a wish to give up that no host took is refused without a trace while its consumer works', async t => {
  const it = transition(t, { a: { script: slow } })
  const host = it.start(['apply', it.manifest, '--accept', 'all'])
  const ended = ending(host)
  await until('a is begun', () => existsSync(join(it.dir, 'a.begun')))
  host.kill('SIGSTOP')
  const abandoning = ending(it.start(['abandon', '--reason', 'enough']))
  await until('a letter lies in the inbox', () => lettersIn(it).some(name => name.endsWith('.json')))
  host.kill('SIGKILL')
  await ended
  const { status, stderr } = await abandoning
  t.equal(status, 7, stderr)
  t.match(stderr, /a run is not given up under them/)
  t.notOk(saw(it, 'abandon-asked'), 'what was refused is not on record')
  t.same(lettersIn(it), [])
  writeFileSync(join(it.dir, 'go'), '')
  const { pid } = it.events().find(event => event.type === 'task-started')!
  await until('the process has ended', () => !/^State:\s+[^Z]/m.test(statusOf(Number(pid))))
  const resumed = await it.run(['resume'])
  t.equal(resumed.status, 0, resumed.stderr)
  t.not(it.events().find(event => event.type === 'task-ended')?.took, 0, 'it took the time that it took')
})

t.test('a letter that nobody took is taken first by whoever takes the lock next', async t => {
  const it = transition(t, { a: { script: fragile } })
  const host = it.start(['apply', it.manifest, '--accept', 'all', '--wait'])
  const ended = ending(host)
  await until('run-waiting is recorded', () => saw(it, 'run-waiting'))
  host.kill('SIGSTOP')
  const chooser = it.start(['choose', 'a/host.failed', 'retry', '--no-resume'])
  const chosen = ending(chooser)
  await until('a letter lies in the inbox', () => lettersIn(it).some(name => name.endsWith('.json')))
  writeFileSync(join(it.dir, 'mended'), '')
  host.kill('SIGKILL')
  await ended
  // The lock is free with its holder gone, and the chooser, which still waits, takes it.
  const { status, stdout, stderr } = await chosen
  t.equal(status, 0, stderr)
  t.match(stdout, /Recorded\./)
  t.equal((await it.run(['resume'])).status, 0)
  t.equal(it.events().filter(event => event.type === 'choice-made').length, 1)
})

t.test(
  'abandon beside a live host: what is in hand is finished, nothing new is begun, then it is over',
  async t => {
    const it = transition(t, { a: { script: slow }, b: { more: { needs: ['a'] } }, c: { script: fragile } })
    const host = it.start(['apply', it.manifest, '--accept', 'all', '--jobs', '2'])
    const ended = ending(host)
    await until('a is begun', () => existsSync(join(it.dir, 'a.begun')))
    const asked = ending(it.start(['abandon', '--reason', 'the wrong machine']))
    await until('abandon-asked is recorded', () => saw(it, 'abandon-asked'))
    t.match((await it.run(['status'])).stdout, /is going on in process/)
    t.notOk(saw(it, 'run-abandoned'), 'a still works')
    writeFileSync(join(it.dir, 'go'), '')
    const { status, stdout } = await asked
    t.equal(status, 10)
    t.match(stdout, /Run .* is abandoned: the wrong machine/)
    t.equal((await ended).status, 10)
    t.ok(it.made('a'))
    t.notOk(it.made('b'))
    t.match(it.events().at(-1), { type: 'run-abandoned', reason: 'the wrong machine', who: { user: String } })
    t.same(lettersIn(it), [])
  },
)

t.test('choices before they are asked: put off, or chosen otherwise', async t => {
  const it = transition(t, {
    a: { script: fragile },
    b: { more: { needs: ['a'] } },
    c: { more: { needs: ['a'] } },
  })
  t.equal((await it.run(['apply', it.manifest, '--accept', 'all', '--later', 'b/missing'])).status, 6)
  const off = await it.run(['choose', 'b/missing', 'make', '--no-resume'])
  t.equal(off.status, 0, off.stderr)
  const other = await it.run(['choose', 'c/missing', 'stay', '--no-resume'])
  t.equal(other.status, 0, other.stderr)
  t.match(other.stdout, /In place of: make, under the policy/)
  const begun = await it.run(['choose', 'a/missing', 'stay', '--no-resume'])
  t.equal(begun.status, 2)
  t.match(begun.stderr, /was begun or is over/)
  writeFileSync(join(it.dir, 'mended'), '')
  const done = await it.run(['choose', 'a/host.failed', 'retry'])
  t.equal(done.status, 0, done.stderr)
  t.ok(it.made('b'))
  t.notOk(it.made('c'), 'what took its place counts')
})

t.test('a secret is chosen by file, and refused in the open', async t => {
  const keyed = `
item() {
  say '{"type":"item","id":"missing","severity":"error","title":"A key is missing","fingerprint":"none","resolutions":[{"id":"import","title":"Import it","inputs":{"key":{"type":"string","secret":true},"size":{"type":"integer"}}}]}'
}
take() { case $1 in *hunter2*) : >"$dir/$name.made"; say '{"type":"result","item":"missing","status":"applied"}' ;; esac; }`
  const it = transition(t, { a: { script: keyed } })
  t.equal((await it.run(['apply', it.manifest, '--later', 'a/missing'])).status, 9)
  const open = await it.run(['choose', 'a/missing', 'import', '--input', 'size=2', '--input', 'key=hunter2'])
  t.equal(open.status, 2)
  t.match(open.stderr, /is secret and is written out[\s\S]*Name a file/)
  t.notMatch(open.stderr, 'hunter2')
  const key = join(it.dir, 'key')
  const missing = await it.run([
    'choose',
    'a/missing',
    'import',
    '--input',
    'size=2',
    '--input-file',
    `key=${key}`,
  ])
  t.equal(missing.status, 2)
  t.match(missing.stderr, /cannot be read from .*key/)
  writeFileSync(key, 'hunter2\n', { mode: 0o600 })
  const wrong = await it.run([
    'choose',
    'a/missing',
    'import',
    '--input',
    'size=two',
    '--input-file',
    `key=${key}`,
  ])
  t.equal(wrong.status, 2)
  const chosen = await it.run([
    'choose',
    'a/missing',
    'import',
    '--input',
    'size=2',
    '--input-file',
    `key=${key}`,
  ])
  t.equal(chosen.status, 0, chosen.stderr)
  t.notMatch(JSON.stringify(it.events()), 'hunter2')
})

t.test(
  '--on-wait tells a program what is open, once for the same questions; its failure is a notice',
  async t => {
    const it = transition(t, { a: {}, b: {} })
    const tell = join(it.dir, 'tell')
    writeFileSync(tell, `#!/bin/sh\ncat >"${it.dir}/told.$$"\necho "$1" >>"${it.dir}/words"\n`, {
      mode: 0o755,
    })
    const told = (): string[] => readdirSync(it.dir).filter(name => name.startsWith('told.'))
    const flags = ['--later', 'a/missing', '--later', 'b/missing', '--on-wait', `${tell} $(id)`]
    const ran = await it.run(['apply', it.manifest, ...flags])
    t.equal(ran.status, 9, ran.stderr)
    t.equal(told().length, 1)
    t.equal(it.file('words'), '$(id)\n', 'no shell sees it')
    const document = JSON.parse(it.file(told()[0]!))
    t.ok(valid(document), JSON.stringify(valid.errors))
    t.match(document, {
      type: 'waiting',
      for: 'choice',
      questions: [
        { address: 'a/missing', answers: [{ command: /^edgewise choose a\/missing make --state-dir/ }] },
        {},
      ],
    })
    t.equal((await it.run(['resume', '--on-wait', tell])).status, 9)
    t.equal(told().length, 1, 'the same questions are not told twice')
    t.equal((await it.run(['choose', 'a/missing', 'make', '--no-resume'])).status, 0)
    t.equal((await it.run(['resume', '--on-wait', tell])).status, 9)
    t.equal(told().length, 2, 'others are')
    for (const [program, said] of [
      ['/nonexistent/program', /could not be started \(ENOENT\)/],
      ['/bin/false', /ended with status 1/],
    ] as [string, RegExp][]) {
      const other = transition(t, { a: {} })
      const failed = await other.run(['apply', other.manifest, '--later', 'a/missing', '--on-wait', program])
      t.equal(failed.status, 9)
      t.match(failed.stderr, said)
    }
  },
)

t.test('F71 F72: one host at a time; the second says who holds it, since when and how to look', async t => {
  const it = transition(t, { a: { script: slow } })
  const host = it.start(['apply', it.manifest, '--accept', 'all'])
  const ended = ending(host)
  await until('a is begun', () => existsSync(join(it.dir, 'a.begun')))
  const held = new RegExp(
    `held by process ${host.pid} \\(apply\\), since \\d{4}-\\d\\d-\\d\\dT[\\s\\S]*ps -p ${host.pid}`,
  )
  const second = await it.run(['resume'])
  t.equal(second.status, 7)
  t.match(second.stderr, held)
  host.kill('SIGSTOP')
  const stopped = await it.run(['resume'])
  t.equal(stopped.status, 7, 'F72: stopped, it still holds')
  t.match(stopped.stderr, held)
  t.equal((await it.run(['status'])).status, 0, 'who only looks needs no lock')
  host.kill('SIGKILL')
  await ended
  writeFileSync(join(it.dir, 'go'), '')
  t.equal((await it.run(['resume'])).status, 0, 'the kernel freed it')
})

t.test('F77: status reads at any moment of a run that goes on', async t => {
  const steps = Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [`s${i}`, i === 0 ? {} : { more: { needs: [`s${i - 1}`] } }]),
  )
  const it = transition(t, steps)
  const host = it.start(['apply', it.manifest, '--accept', 'all'])
  let over = false
  const ended = ending(host).finally(() => {
    over = true
  })
  await until('run-committed is recorded', () => saw(it, 'run-committed'))
  let looks = 0
  for (; !over || looks === 0; looks++) {
    const looked = await it.run(['status', '--json'])
    t.equal(looked.status, 0, looked.stderr)
    t.equal(looked.stderr, '')
  }
  t.equal((await ended).status, 0)
  t.comment(`${looks} looks`)
})

t.test('F68: a lost terminal of a host in the foreground counts as a wish to stop', async t => {
  const it = transition(t, { a: { script: slow }, b: { more: { needs: ['a'] } } })
  const host = it.start(['apply', it.manifest, '--accept', 'all'])
  const ended = ending(host)
  await until('a is begun', () => existsSync(join(it.dir, 'a.begun')))
  host.kill('SIGHUP')
  await new Promise<void>(done =>
    host.stderr!.on('data', chunk => String(chunk).includes('stopping') && done()),
  )
  writeFileSync(join(it.dir, 'go'), '')
  t.equal((await ended).status, 130)
  t.ok(it.made('a'))
  t.match(it.events().at(-1), { type: 'run-interrupted', signal: 'SIGHUP' })
  t.equal((await it.run(['resume'])).status, 0)
})

t.test('at a terminal', { skip: noTmux }, async t => {
  const apply = ['apply', '--accept', 'all', '--yes', '--foreground']

  t.test('what comes up is asked there, and Ctrl-C leaves the run waiting (6)', async t => {
    const it = transition(t, { a: { script: fragile } })
    const pane = openPane(t, it, ...apply, it.manifest)
    await pane.sees(/error · a\/host\.failed[\s\S]*Run it again[\s\S]*Stop here/)
    writeFileSync(join(it.dir, 'mended'), '')
    pane.type('C-c')
    await pane.sees(/ended with 6/)
    t.match(it.events().at(-1), { type: 'run-waiting' })

    const again = openPane(t, it, 'resume', '--foreground')
    await again.sees(/a\/host\.failed[\s\S]*Stop here/)
    again.type('Down')
    again.type('Enter')
    await again.sees(/Is this right/)
    again.type('Enter')
    await again.sees(/ended with 0/)
    t.match(
      it.events().filter(event => event.type === 'choice-made'),
      [{ choice: { via: 'prompt' } }],
    )
  })

  t.test('an answer from elsewhere ends the question', async t => {
    const it = transition(t, { a: { script: fragile } })
    const pane = openPane(t, it, ...apply, it.manifest)
    await pane.sees(/a\/host\.failed[\s\S]*Stop here/)
    writeFileSync(join(it.dir, 'mended'), '')
    t.equal((await it.run(['choose', 'a/host.failed', 'retry'])).status, 0)
    await pane.sees(/ended with 0/)
  })
})
