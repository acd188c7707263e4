/** A run in a transient unit: when, with which words, and that it outlives the terminal from which it was called. */

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { createInterruption } from '../src/host/interruption.js'
import { belongsInUnit, tiedToThisProcess, unitArguments } from '../src/host/unit.js'
import { cli, ending, transition } from './transition.js'
import { until } from './until.js'

t.test('as root, under systemd, at a terminal; or as it is wished', async t => {
  const all = { uid: 0, systemd: true, terminal: true }
  t.ok(belongsInUnit(all))
  for (const without of [{ uid: 1000 }, { systemd: false }, { terminal: false }])
    t.notOk(belongsInUnit({ ...all, ...without }), JSON.stringify(without))
  t.notOk(belongsInUnit({ ...all, wish: 'foreground' }))
  t.ok(belongsInUnit({ uid: 1000, systemd: false, terminal: false, wish: 'unit' }))
})

t.test('the words: a service that is stopped by one signal to its host alone, and collected', async t => {
  const words = unitArguments({
    unit: 'edgewise-r1',
    description: 'edgewise apply web-1',
    cwd: '/srv/x y',
    env: { PATH: '/bin', SECRET: 'x' },
    login: 'ada',
    argv: ['node', 'cli', 'resume'],
  })
  for (const word of [
    '--wait',
    '--collect',
    '--service-type=exec',
    '--unit=edgewise-r1',
    '--working-directory=/srv/x y',
    '--property=KillMode=process',
    '--property=TimeoutStopSec=infinity',
    '--setenv=PATH=/bin',
    '--setenv=SUDO_USER=ada',
  ])
    t.ok(words.includes(word), word)
  t.notOk(words.some(word => /SECRET|--pty|--pipe|--scope/.test(word)))
  t.same(words.slice(words.indexOf('--') + 1), ['node', 'cli', 'resume'])
})

t.test('what only this process has keeps the run here', async t => {
  const typed = {
    address: 'a/b',
    fingerprint: 'f',
    answer: { kind: 'resolution', resolution: 'r', input: { key: { secret: 'memory' } } },
    who: { uid: 0, user: 'root' },
    at: '',
    via: 'prompt',
  } as const
  t.match(tiedToThisProcess({ choices: [typed] }, undefined), /secret was typed/)
  t.match(tiedToThisProcess({ choices: [] }, '/dev/null'), /only once/)
  t.equal(tiedToThisProcess({ choices: [] }, import.meta.filename), null)
})

/** Stands for systemd: starts what it is given in a session of its own, keeps what that prints, waits with it. */
const systemdRun = `#!/bin/sh
printf '%s\\n' "$@" >>"$0.words"
while [ "$1" != -- ]; do
  case $1 in
    --unit=*) unit=\${1#--unit=} ;;
    --setenv=*) export "\${1#--setenv=}" ;;
    --working-directory=*) cd "\${1#--working-directory=}" ;;
  esac
  shift
done
shift
setsid "$@" </dev/null >"$0.$unit.out" 2>&1 &
echo $! >"$0.$unit.pid"
echo $$ >"$0.waits"
wait $!
`
const systemctl = `#!/bin/sh
for word; do case $word in --signal=*) signal=\${word#--signal=} ;; *.service) unit=\${word%.service} ;; esac; done
pid=$(cat "\${0%/*}/systemd-run.$unit.pid" 2>/dev/null)
case $1 in show) echo "\${pid:-0}" ;; kill) kill -s "\${signal#SIG}" "$pid" ;; esac
`
const slow = `take() {
  : >"$dir/$name.begun"
  while [ ! -e "$dir/go" ]; do sleep 0.02; done
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`

function underFake(it: ReturnType<typeof transition>): { bin: string; env: Record<string, string> } {
  const bin = join(it.dir, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'systemd-run'), systemdRun, { mode: 0o755 })
  writeFileSync(join(bin, 'systemctl'), systemctl, { mode: 0o755 })
  return { bin, env: { PATH: `${bin}:${process.env.PATH}` } }
}

t.test('apply in a unit is shown as if it ran here, and is looked at once', async t => {
  const looks = 'look() { echo x >>"$dir/$name.looks"; [ -e "$dir/$name.made" ] || item; }'
  const it = transition(t, { a: { script: looks }, b: {} })
  const { bin, env } = underFake(it)
  const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--unit'], {
    env: { ...env, SUDO_USER: 'ada' },
  })
  t.equal(ran.status, 0, ran.stderr)
  t.match(ran.stdout, /Run r\S+ of test: completed/)
  t.match(ran.stderr, /goes on in the unit edgewise-r/)
  t.match(ran.stderr, /a +applied +missing: make/)
  t.equal(it.file('a.looks').trim().split('\n').length, 2, 'for the plan, and to verify')
  const [committed] = it.events()
  const words = readFileSync(join(bin, 'systemd-run.words'), 'utf8')
  t.match(words, `--unit=edgewise-${committed!.run}\n`)
  t.same(
    readdirSync(join(it.state, 'runs')).filter(name => name.endsWith('.plan')),
    [],
    'what was handed over is gone',
  )
  const again = await it.run(['apply', it.manifest, '--accept', 'all', '--unit'], { env })
  t.match(again.stdout, /Nothing to do/)
})

/** A run in a unit whose first step works until it is let go; `front` is what the terminal called. */
async function begun(t: Test) {
  const it = transition(t, { a: { script: slow }, b: { more: { needs: ['a'] } } })
  const { bin, env } = underFake(it)
  const front = it.start(['apply', it.manifest, '--accept', 'all', '--unit'], env)
  const ended = ending(front)
  await until('a is begun', () => existsSync(join(it.dir, 'a.begun')))
  return {
    it,
    bin,
    env,
    front,
    ended,
    letGo: () => writeFileSync(join(it.dir, 'go'), ''),
    completed: () => until('the run is completed', () => it.events().at(-1)?.type === 'run-completed'),
    /** What the hosts in units said. */
    said: () =>
      readdirSync(bin)
        .filter(name => name.endsWith('.out'))
        .map(name => readFileSync(join(bin, name), 'utf8'))
        .join(''),
  }
}

t.test('F68: the terminal is lost, the run goes on', async t => {
  // The end of a login session sends both at once; a lost connection the one.
  for (const [signals, status] of [
    [['SIGHUP'], /130/],
    [['SIGTERM', 'SIGHUP'], /130|143/],
    [['SIGHUP', 'SIGHUP', 'SIGTERM'], /130|143/],
  ] as [NodeJS.Signals[], RegExp][]) {
    const { it, front, ended, letGo, completed } = await begun(t)
    for (const signal of signals) front.kill(signal)
    const { status: exit, stderr } = await ended
    t.match(String(exit), status)
    t.match(stderr, /the run goes on in the unit edgewise-r/)
    t.notMatch(stderr, /stopping/)
    letGo()
    await completed()
    t.notOk(it.events().some(event => event.type === 'run-interrupted'))
    t.ok(it.made('b'))
  }
})

t.test('who waits for the unit is killed, and nobody takes that for the end of the run', async t => {
  const { it, bin, ended, letGo, completed } = await begun(t)
  process.kill(Number(readFileSync(join(bin, 'systemd-run.waits'), 'utf8')), 'SIGKILL')
  const { status, stdout, stderr } = await ended
  t.equal(status, 130)
  t.match(stderr, /Nobody looks on here any more; the run goes on in the unit/)
  t.match(stdout, /goes on, nobody looks on here any more[\s\S]*Next:\n {2}edgewise resume/)
  letGo()
  await completed()
  t.ok(it.made('b'))
})

t.test('another terminal looks on, and sees the end', async t => {
  const { it, env, front, ended, letGo } = await begun(t)
  front.kill('SIGHUP')
  await ended
  const more = await it.run(['resume', '--unit', '--accept', 'all'], { env })
  t.equal(more.status, 7, 'who asks for more than to look is told who has it in hand')
  const other = it.start(['resume', '--unit'], env)
  const over = ending(other)
  let seen = ''
  other.stderr!.on('data', chunk => {
    seen += chunk
  })
  await until('it looks on', () => seen.includes('looks on'))
  letGo()
  const { status, stdout, stderr } = await over
  t.equal(status, 0, stderr)
  t.match(stdout, /completed/)
  t.match(stderr, /b +applied/)
})

t.test('F68: the terminal is lost while it asks, and the run waits for whoever answers', async t => {
  const it = transition(t, { a: {}, b: { more: { needs: ['a'] } } })
  const { env } = underFake(it)
  const words = `'${process.execPath}' '${cli}' apply '${it.manifest}' --later b/missing --accept all --yes --unit`
  const told = join(it.dir, 'status')
  const command = `trap '' HUP; ${words} --state-dir '${it.state}'; echo $? >'${told}'`
  const front = spawn('script', ['-qec', command, '/dev/null'], {
    env: { ...env, HOME: it.dir, LANG: 'C.UTF-8', TERM: 'xterm' },
  })
  let seen = ''
  front.stdout.on('data', chunk => {
    seen += chunk
  })
  await until('it asks', () => seen.includes('Do without it'))
  front.kill('SIGKILL')
  await until('who looked on has ended', () => existsSync(told) && it.file('status') !== '')
  t.equal(it.file('status'), '130\n', 'and did not crash')
  const answered = await it.run(['choose', 'b/missing', 'make'])
  t.match(answered, { status: 0, stdout: /Recorded by .*goes on with the run/ })
  await until('the run is completed', () => it.events().at(-1)?.type === 'run-completed')
  t.notOk(it.events().some(event => event.type === 'run-interrupted'))
})

t.test('Ctrl-C is passed on: what is in hand is finished, and resume goes on in a unit too', async t => {
  const { it, env, front, ended, letGo, said } = await begun(t)
  front.kill('SIGINT')
  await until('it says that it stops', () => said().includes('stopping'))
  letGo()
  t.equal((await ended).status, 130)
  t.match(it.events().at(-1), { type: 'run-interrupted' })
  t.notOk(it.made('b'))
  const resumed = await it.run(['resume', '--unit'], { env })
  t.equal(resumed.status, 0, resumed.stderr)
  t.ok(it.made('b'))
})

t.test('a lost terminal is a wish to stop, and never the second one', async t => {
  const after = (...signals: string[]): unknown[] => {
    const interruption = createInterruption()
    for (const signal of signals) interruption.raise(signal)
    return [interruption.signal, interruption.level, interruption.isDeserted]
  }
  t.same(after(), [null, 0, false])
  t.same(after('SIGHUP', 'SIGHUP'), ['SIGHUP', 1, true])
  t.same(after('SIGINT', 'SIGHUP'), ['SIGINT', 1, true])
  t.same(after('SIGHUP', 'SIGTERM'), ['SIGHUP', 1, true])
  t.same(after('SIGTERM', 'SIGTERM'), ['SIGTERM', 2, true])
  t.same(after('SIGINT', 'SIGINT', 'SIGHUP'), ['SIGINT', 2, true])
})

t.test('a unit that does not come to commit is told with what it said', async t => {
  const it = transition(t, { a: {} })
  const { bin, env } = underFake(it)
  writeFileSync(join(bin, 'systemd-run'), '#!/bin/sh\necho "Failed to connect to bus" >&2\nexit 1\n')
  const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--unit'], { env })
  t.equal(ran.status, 1)
  t.match(ran.stderr, /ended before it had committed \(status 1\): Failed to connect to bus/)
  t.notOk(it.made('a'))
  const none = await it.run(['apply', it.manifest, '--accept', 'all', '--unit'], { env: { PATH: bin } })
  t.equal(none.status, 1)
  const waits = await it.run(['apply', it.manifest, '--later', 'a/missing', '--foreground'], { env })
  t.equal(waits.status, 9, 'what waits, waits')
})
