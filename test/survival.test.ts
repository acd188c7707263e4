/** A run survives its host: consumers are followed on, what is not known is sent again or asked, reboots are noticed. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { SecretStore } from '../src/choice/secrets.js'
import { type Link, ROOT, readRecord, writeRecord } from '../src/journal/record.js'
import { attach } from '../src/sandbox/attach.js'
import { ageOf, statOf } from '../src/sandbox/processes.js'
import { secretName } from '../src/scheduler/hold.js'
import { drivenClock } from './fixtures/host/clock.js'
import { ending, livingIn, scripted, type Transition, transition } from './transition.js'
import { until } from './until.js'

/** A consumer that notes its pid and each resolve, and does its work when it may go on. */
const slow = `take() {
  printf '%s\\n' "$1" >>"$dir/$name.told"
  echo $$ >"$dir/$name.pid"
  while [ ! -e "$dir/$name.go" ]; do sleep 0.02; done
  : >"$dir/$name.made"
  echo made >>"$dir/$name.effects"
  say '{"type":"result","item":"missing","status":"applied"}'
}`

const at = (it: Transition, name: string): string => join(it.dir, name)
const pidOf = (it: Transition, step: string): number => Number(it.file(`${step}.pid`))
const works = (it: Transition, step: string): Promise<void> =>
  until(`${step} works`, () => existsSync(at(it, `${step}.pid`)) && it.file(`${step}.pid`).endsWith('\n'))
const of = (it: Transition, type: string, task?: string): Record<string, unknown>[] =>
  it.events().filter(event => event.type === type && (task === undefined || event.task === task))

/** Its group, if there is any of it left. */
function end(group: number): void {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {}
}

/** The host dies; what it started does not, and is ended with the test. */
async function orphaned(t: Test, it: Transition, step = 'a', args = ['--accept', 'all']): Promise<void> {
  const child = it.start(['apply', it.manifest, ...args])
  const ended = ending(child)
  await works(it, step)
  const pid = pidOf(it, step)
  t.teardown(() => end(pid))
  child.kill('SIGKILL')
  await ended
}

/** Begins a command and tells when its journal has what is looked for. */
async function begun(
  it: Transition,
  args: string[],
  isSo: () => boolean,
): Promise<{ child: ChildProcess; ended: ReturnType<typeof ending> }> {
  const child = it.start(args)
  const ended = ending(child)
  let isOver = false
  ended.then(() => {
    isOver = true
  })
  await until('the journal has it', () => isOver || isSo())
  return { child, ended }
}

/** The journal as another machine, boot or pid would have written it: each record changed, the chain made anew. */
function rewrite(it: Transition, change: (record: Link) => Link): void {
  const [run] = readdirSync(join(it.state, 'runs'))
  const path = join(it.state, 'runs', run!, 'journal.jsonl')
  let prev = ROOT
  const lines = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => {
      const { sum: _, ...record } = change(readRecord(Buffer.from(line))!)
      const { line: written, sum } = writeRecord({ ...record, prev })
      prev = sum
      return `${written}\n`
    })
  writeFileSync(path, lines.join(''))
}

t.test('F66: a consumer that outlived its host is followed to its end', async t => {
  t.test('the others go on beside it, what needs it waits, and each result is recorded once', async t => {
    const it = transition(t, {
      a: { script: slow },
      b: { script: slow },
      c: { more: { needs: ['a'] } },
    })
    await orphaned(t, it, 'a', ['--accept', 'all', '--jobs', '1'])
    writeFileSync(at(it, 'b.go'), '')
    const { ended } = await begun(
      it,
      ['resume', '--jobs', '2'],
      () => it.made('b') && of(it, 'task-settled', 'b').length > 0,
    )
    t.equal(statOf(pidOf(it, 'a'))?.state !== undefined, true, 'it was left alone')
    t.match(of(it, 'task-attached'), [{ task: 'a', attempt: 1, pid: pidOf(it, 'a') }])
    t.notOk(it.made('c'))
    const watched = await it.run(['status'])
    t.match(watched.stdout, /a: running/, 'status tells of it')
    writeFileSync(at(it, 'a.go'), '')
    const resumed = await ended
    t.equal(resumed.status, 0, resumed.stderr)
    t.match(resumed.stderr, /a +attached +outlived its host; followed from here on/)
    t.match(of(it, 'selection-result', 'a'), [{ attempt: 1, status: 'applied' }])
    t.equal(of(it, 'task-started', 'a').length, 1, 'it was never started again')
    t.match(of(it, 'task-ended', 'a'), [{ attempt: 1, ending: { outcome: 'ok' } }])
    t.ok((of(it, 'task-ended', 'a')[0]!.took as number) > 0, 'it took as long as it took')
    t.equal(it.file('a.effects'), 'made\n')
    t.ok(it.made('c'))
    t.match(it.events().at(-1), { type: 'run-completed', applied: 3 })
  })

  t.test('nothing of its step, and nothing behind it, begins before its whole group is gone', async t => {
    // It says that it is done and goes; what it started stays, and works on.
    const daemon = `take() {
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
  (
    exec >/dev/null 2>&1 3>&1
    while [ ! -e "$dir/go" ]; do sleep 0.02; done
    : >"$dir/$name.daemon-ended"
  ) &
}
finish() { say '{"type":"done","outcome":"ok"}'; [ ! -e "$dir/$name.made" ] || { echo $$ >"$dir/$name.pid"; }; }`
    const behind = `take() { [ -e "$dir/a.daemon-ended" ] && : >"$dir/$name.made"; say '{"type":"result","item":"missing","status":"applied"}'; }`
    const it = transition(t, { a: { script: daemon }, c: { script: behind, more: { needs: ['a'] } } })
    await orphaned(t, it)
    await until('its leader has gone', () => livingIn(pidOf(it, 'a')).every(pid => pid !== pidOf(it, 'a')))
    const { ended } = await begun(it, ['resume'], () => of(it, 'task-attached').length > 0)
    t.equal(of(it, 'task-ended', 'a').length, 0, 'what it said is not yet its end')
    writeFileSync(at(it, 'go'), '')
    const resumed = await ended
    t.equal(resumed.status, 0, resumed.stderr)
    t.ok(it.made('c'), 'it began behind the daemon')
  })

  t.test('Ctrl-C once: it is followed to its end, nothing else begins; twice: it is ended', async t => {
    const it = transition(t, { a: { script: slow }, b: { more: { needs: ['a'] } } })
    await orphaned(t, it)
    const { child, ended } = await begun(it, ['resume'], () => of(it, 'task-attached').length > 0)
    const heard = new Promise<void>(done =>
      child.stderr!.on('data', chunk => String(chunk).includes('stopping') && done()),
    )
    child.kill('SIGINT')
    await heard
    writeFileSync(at(it, 'a.go'), '')
    t.equal((await ended).status, 130)
    t.ok(it.made('a'))
    t.notOk(it.made('b'))
    t.equal((await it.run(['resume'])).status, 0)

    const other = transition(t, { a: { script: slow } })
    await orphaned(t, other)
    const second = await begun(other, ['resume'], () => of(other, 'task-attached').length > 0)
    const stopping = new Promise<void>(done =>
      second.child.stderr!.on('data', chunk => String(chunk).includes('stopping') && done()),
    )
    second.child.kill('SIGTERM')
    await stopping
    second.child.kill('SIGTERM')
    t.equal((await second.ended).status, 143)
    t.same(livingIn(pidOf(other, 'a')), [])
    t.match(of(other, 'task-ended', 'a'), [{ ending: { outcome: 'failed', code: 'cancelled' } }])
  })

  t.test('a run is not given up under it', async t => {
    const it = transition(t, { a: { script: slow } })
    await orphaned(t, it)
    const refused = await it.run(['abandon', '--reason', 'enough'])
    t.equal(refused.status, 7)
    t.match(refused.stderr, String(pidOf(it, 'a')))
  })
})

t.test('F64: killed again and again while it recovers, it ends as if nothing had happened', async t => {
  const it = transition(t, { a: { script: slow }, b: { script: slow, more: { needs: ['a'] } }, c: {} })
  await orphaned(t, it)
  for (let crash = 1; crash <= 2; crash++) {
    const { child, ended } = await begun(it, ['resume'], () => of(it, 'task-attached').length >= crash)
    child.kill('SIGKILL')
    t.equal((await ended).signal, 'SIGKILL')
  }
  writeFileSync(at(it, 'a.go'), '')
  // The third dies when it has begun what comes next.
  const third = await begun(it, ['resume'], () => existsSync(at(it, 'b.pid')))
  await works(it, 'b')
  third.child.kill('SIGKILL')
  await third.ended
  t.teardown(() => end(pidOf(it, 'b')))
  writeFileSync(at(it, 'b.go'), '')
  const resumed = await it.run(['resume'])
  t.equal(resumed.status, 0, resumed.stderr)
  for (const step of ['a', 'b']) {
    t.equal(it.file(`${step}.effects`), 'made\n', `${step} was applied once`)
    t.match(it.file(`${step}.told`).trimEnd().split('\n').length, 1, `${step} was told once`)
    t.match(of(it, 'selection-result', step), [{ attempt: 1, status: 'applied' }])
  }
  t.match(it.events().at(-1), { type: 'run-completed', applied: 3 })
})

t.test('F59: between effect and result', async t => {
  /** Its effect is there, its result is not: it hangs in between, once. */
  const torn = `take() {
  printf '%s\\n' "$1" >>"$dir/$name.told"
  : >"$dir/$name.effect"
  case $1 in *'"attempt":1'*) echo $$ >"$dir/$name.pid"; while :; do sleep 0.02; done ;; esac
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`
  const both = async (t: Test, afterCrash: 'run' | 'ask'): Promise<Transition> => {
    const it = transition(t, {
      a: { script: torn, more: { retries: { afterCrash } } },
      b: { more: { needs: ['a'] } },
    })
    await orphaned(t, it)
    end(pidOf(it, 'a'))
    await until('it is gone', () => livingIn(pidOf(it, 'a')).length === 0)
    return it
  }
  t.test('afterCrash: run sends it again, with a higher attempt', async t => {
    const it = await both(t, 'run')
    const resumed = await it.run(['resume'])
    t.equal(resumed.status, 0, resumed.stderr)
    t.match(of(it, 'task-unknown'), [{ task: 'a', attempt: 1 }])
    t.match(it.file('a.told'), /"attempt":1.*\n.*"attempt":2/)
    t.ok(it.made('b'))
  })
  t.test('afterCrash: ask says what is known and what is not, and waits', async t => {
    const it = await both(t, 'ask')
    const resumed = await it.run(['resume'])
    t.equal(resumed.status, 6, resumed.stderr)
    const asked = of(it, 'question-raised')[0] as { finding: { item: Record<string, unknown> } }
    t.match(asked.finding.item, {
      id: 'host.failed',
      title: 'What a did is not known',
      detail:
        /nothing that it was sent is known to be applied; may be undone, done in part or done: a\/missing: make/,
    })
    t.notOk(it.made('b'))
    t.equal((await it.run(['choose', 'a/host.failed', 'retry'])).status, 0)
    t.ok(it.made('b'))
  })
})

t.test('a consumer that its host never told to begin is run again, whatever the manifest says', async t => {
  const it = transition(t, { a: { script: slow, more: { retries: { afterCrash: 'ask' } } } })
  await orphaned(t, it)
  end(pidOf(it, 'a'))
  await until('it is gone', () => livingIn(pidOf(it, 'a')).length === 0)
  // What it leaves when its host dies before it writes `start`: stdin just ends.
  writeFileSync(at(it, 'a.go'), '')
  const silent = spawnSync(scripted, [it.dir, 'a'], { input: '' })
  const [run] = readdirSync(join(it.state, 'runs'))
  writeFileSync(join(it.state, 'runs', run!, 'tasks', 'a.1.out'), silent.stdout)
  const resumed = await it.run(['resume'])
  t.equal(resumed.status, 0, resumed.stderr)
  t.match(of(it, 'task-unknown'), [{ begun: false }])
  t.equal(of(it, 'question-raised').length, 0)
})

t.test(
  'F65, F90: after a reboot, or with its pid gone to another, it is dead whatever the pid says',
  async t => {
    for (const what of ['the boot', 'the start time'] as const)
      await t.test(`${what} is another`, async t => {
        const it = transition(t, { a: { script: slow } })
        await orphaned(t, it)
        const stranger = pidOf(it, 'a')
        rewrite(it, record => {
          const { event } = record
          if (what === 'the boot') return { ...record, boot: 'another-boot' }
          if (event.type !== 'task-started') return record
          // Another, with its pid, is not in its cgroup either.
          const { cgroup: _, ...started } = event
          return { ...record, event: { ...started, startTime: '1' } }
        })
        writeFileSync(at(it, 'a.made'), '')
        const { ended } = await begun(it, ['resume'], () => of(it, 'task-started', 'a').length > 1)
        t.match(of(it, 'task-unknown'), [{ task: 'a', attempt: 1 }])
        t.equal(of(it, 'task-attached').length, 0)
        t.match(of(it, 'rebooted'), what === 'the boot' ? [{ from: 'another-boot' }] : [])
        t.ok(livingIn(stranger).length > 0, 'who has the pid now was not touched')
        writeFileSync(at(it, 'a.go'), '')
        t.equal((await ended).status, 0)
        t.match(of(it, 'task-started', 'a'), [{ attempt: 1 }, { attempt: 2 }])
      })
  },
)

t.test('a reboot that nobody waited for is recorded, and what has not begun is looked at again', async t => {
  const fails = `consume() { IFS= read -r line; say '{"type":"done","outcome":"failed"}'; exit 1; }`
  const it = transition(t, { a: { script: fails }, b: { more: { needs: ['a'] } } })
  t.equal((await it.run(['apply', it.manifest, '--accept', 'all'])).status, 6)
  rewrite(it, record => ({ ...record, boot: 'another-boot' }))
  // An answer from after the boot does not hide that there was one.
  t.equal((await it.run(['choose', 'a/host.failed', 'retry', '--no-resume'])).status, 0)
  writeFileSync(at(it, 'a.sh'), '')
  t.equal((await it.run(['resume'])).status, 0)
  t.match(of(it, 'rebooted'), [{ from: 'another-boot' }])
  t.match(of(it, 'task-checking', 'b'), [{ why: 'resumed' }])
  t.equal(of(it, 'rebooted').length, 1)
})

t.test('F76: programs that changed between commit and resume are a question of their step alone', async t => {
  /** Each step has a copy of the program of its own; `a` hangs until it may go on. */
  const prepared = async (t: Test): Promise<{ it: Transition; program: (step: string) => string }> => {
    const own = t.testdir({})
    const program = (step: string): string => join(own, `${step}.sh`)
    const it = transition(t, {
      a: { script: slow },
      b: { more: { needs: ['a'] } },
      c: {},
      d: { more: { needs: ['a'] } },
    })
    const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
    for (const [name, step] of Object.entries<Record<string, unknown>>(manifest.steps)) {
      copyFileSync(scripted, program(name))
      step.producer = [program(name), it.dir, name]
      step.consumer = step.producer
    }
    writeFileSync(it.manifest, JSON.stringify(manifest))
    await orphaned(t, it, 'a', ['--accept', 'all', '--jobs', '2'])
    return { it, program }
  }
  const change = (path: string, note: string): void => appendFileSync(path, `# ${note}\n`)

  t.test('it is held back, the others go on; an answer goes on, and binds to what the files are', async t => {
    const { it, program } = await prepared(t)
    change(program('b'), 'first')
    writeFileSync(at(it, 'a.go'), '')
    const resumed = await it.run(['resume'])
    t.equal(resumed.status, 9, resumed.stderr)
    t.match(resumed.stdout, 'b/host.program-changed')
    t.ok(it.made('a') && it.made('d'), 'the others went on')
    t.notOk(it.made('b'))
    t.equal(of(it, 'task-checking', 'b').length, 0, 'not even its producer was begun')
    t.match(of(it, 'question-raised'), [
      {
        task: null,
        finding: { address: 'b/host.program-changed', item: { detail: /b\.sh is not the same file/ } },
      },
    ])
    t.equal((await it.run(['choose', 'b/host.program-changed', 'go-on', '--no-resume'])).status, 0)
    change(program('b'), 'second')
    t.equal((await it.run(['resume'])).status, 9, 'another change asks again')
    t.notOk(it.made('b'))
    const chosen = await it.run(['choose', 'b/host.program-changed', 'go-on'])
    t.equal(chosen.status, 0, chosen.stderr)
    t.ok(it.made('b'))
    t.match(it.events().at(-1), { type: 'run-completed' })
  })

  t.test('put back, the question is withdrawn; --changed-programs is an answer on record', async t => {
    const { it, program } = await prepared(t)
    const before = readFileSync(program('b'))
    change(program('b'), 'for a moment')
    writeFileSync(at(it, 'a.go'), '')
    t.equal((await it.run(['resume'])).status, 9)
    writeFileSync(program('b'), before)
    change(program('d'), 'for good')
    t.equal((await it.run(['resume'])).status, 9, 'verifying with another program is asked about, too')
    t.match(of(it, 'question-withdrawn'), [{ address: 'b/host.program-changed' }])
    t.ok(it.made('b'))
    t.equal((await it.run(['resume', '--changed-programs'])).status, 0)
    t.match(
      of(it, 'choice-made').map(({ choice }) => choice),
      [{ address: 'd/host.program-changed', via: 'option', answer: { resolution: 'go-on' } }],
    )
  })

  t.test(
    'replaced while it runs: what runs is followed to its end; given up, what needs it is not reached',
    async t => {
      const { it, program } = await prepared(t)
      rmSync(program('a'))
      writeFileSync(program('a'), '#!/bin/sh\nexit 9\n', { mode: 0o755 })
      const following = await begun(it, ['resume'], () => of(it, 'task-attached').length > 0)
      writeFileSync(at(it, 'a.go'), '')
      const resumed = await following.ended
      t.equal(resumed.status, 9, resumed.stderr)
      t.match(of(it, 'task-ended', 'a'), [{ ending: { outcome: 'ok' } }])
      t.ok(it.made('b'), 'what it did counts')
      t.match(it.events().at(-1), { type: 'run-waiting', questions: ['a/host.program-changed'] })
      const chosen = await it.run(['choose', 'a/host.program-changed', 'abandon'])
      t.equal(chosen.status, 10, chosen.stderr)
      t.match(it.events().at(-1), { type: 'run-abandoned', consistent: true, reason: /a was not verified/ })
      t.equal(of(it, 'step-verifying').filter(({ step }) => step === 'a').length, 0)
    },
  )

  t.test('given up before it began, it is abandoned and what needs it unreached', async t => {
    const { it, program } = await prepared(t)
    change(program('a'), 'changed')
    end(pidOf(it, 'a'))
    await until('it is gone', () => livingIn(pidOf(it, 'a')).length === 0)
    t.equal((await it.run(['resume'])).status, 9)
    t.equal(of(it, 'task-started', 'a').length, 1, 'its fate is unknown, and nothing of it is begun')
    t.equal((await it.run(['choose', 'a/host.program-changed', 'abandon'])).status, 10)
    t.match(of(it, 'task-abandoned'), [{ task: 'a' }])
    t.match(of(it, 'task-unreached').length, 2)
    t.match(it.events().at(-1), { type: 'run-abandoned', consistent: false })
  })
})

t.test('a typed secret that is gone with its host', async t => {
  const secret = 'correct-horse-battery'
  const wants = (inputs: string): string => `
item() { say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"none","resolutions":[{"id":"make","title":"m","inputs":${inputs}}]}'; }
take() {
  case $1 in *'"key":"${secret}"'*) : >"$dir/$name.made" ;; esac
  say '{"type":"result","item":"missing","status":"applied"}'
}`
  const it = transition(t, {
    a: { script: slow },
    b: { script: wants('{"key":{"type":"string","secret":true}}'), more: { needs: ['a'] } },
    c: { more: { needs: ['a'] } },
  })
  const file = at(it, 'key')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  const answers = at(it, 'answers.json')
  const key = { file }
  writeFileSync(
    answers,
    JSON.stringify({ edgewise: 1, choices: { 'b/missing': { resolution: 'make', input: { key } } } }),
  )
  await orphaned(t, it, 'a', ['--accept', 'all', '--answers', answers])
  // As if it had been typed at the prompt of the host that died: then the journal names no file.
  const typed = JSON.stringify({ secret: 'file', file })
  rewrite(it, record => JSON.parse(JSON.stringify(record).replaceAll(typed, '{"secret":"memory"}')))
  writeFileSync(at(it, 'a.go'), '')

  const resumed = await it.run(['resume'])
  t.equal(resumed.status, 9, resumed.stderr)
  t.ok(it.made('a') && it.made('c'), 'the others went on')
  t.match(of(it, 'question-raised'), [
    { finding: { address: 'b/host.secret', item: { detail: 'key of b/missing' } } },
  ])
  t.match(resumed.stdout, /choose b\/host\.secret give --input-file missing\.key=FILE/)
  const refused = await it.run(['choose', 'b/host.secret', 'give', '--input', `missing.key=${secret}`])
  t.equal(refused.status, 2, 'a secret is taken by file only')
  const given = await it.run(['choose', 'b/host.secret', 'give', '--input-file', `missing.key=${file}`])
  t.equal(given.status, 0, given.stderr)
  t.ok(it.made('b'), 'it was sent what the file holds')
  const found = spawnSync('grep', ['-rl', secret, it.state], { encoding: 'utf8' })
  t.same([found.status, found.stdout], [1, ''], 'it is nowhere in the state directory')

  t.test('asked at a terminal, it is asked again and only kept in memory', async t => {
    const store = new SecretStore()
    store.put('b/host.secret', secretName('missing', 'key'), secret)
    t.equal(store.get('b/missing', 'key'), secret)
    t.equal(store.get('b/missing', 'other'), undefined)
    t.same(store.values(), [secret], 'and is redacted')
  })
})

t.test('a consumer that is followed on has the time that is left', async t => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  const pid = child.pid!
  t.teardown(() => child.kill('SIGKILL'))
  const id = { pid, startTime: statOf(pid)!.startTime }
  const dir = t.testdir({ out: '', err: 'last words\n' })
  const clock = drivenClock()
  const quiet: number[] = []
  const attached = await attach({
    id,
    stdout: join(dir, 'out'),
    stderr: join(dir, 'err'),
    timeouts: { idle: 1000, total: 10_000 },
    past: { total: 9_000, idle: 700 },
    onStdout: () => {},
    onQuiet: ms => void quiet.push(ms),
    clock,
  })
  await clock.pass(299)
  t.same(quiet, [])
  await clock.pass(301)
  t.same(quiet, [1000], 'its silence began before this host')
  await clock.pass(999)
  t.ok(livingIn(pid).length > 0)
  await clock.pass(1001)
  await until('it is ended', () => livingIn(pid).length === 0)
  await clock.pass(2000)
  t.match(await attached.settled, { ended: 'total', leftovers: [] })
  t.same(attached.stderrTail(), ['last words'])
  t.equal(
    ageOf({ pid, startTime: '250' }, '10.50 3.00'),
    8000,
    'the age of a process is counted in boot time',
  )
})
