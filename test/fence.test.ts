/** A consumer has an end: who left its group and session is still found, ended, and fenced after the host is gone. */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import t, { type Test } from 'tap'
import { cgroupOf, hitsIn, isPopulated, makeCgroup, membersOf, signalCgroup } from '../src/sandbox/cgroup.js'
import { realClock } from '../src/sandbox/clock.js'
import { chainFailure } from '../src/sandbox/failure.js'
import { type Fencing, fenceFor, findFencing } from '../src/sandbox/fence.js'
import { self } from '../src/sandbox/identity.js'
import { launch } from '../src/sandbox/launch.js'
import { isAlive, statOf } from '../src/sandbox/processes.js'
import { ending, type Transition, transition } from './transition.js'
import { until } from './until.js'

const fencing = await findFencing(process.geteuid!())
const skip =
  fencing.by === 'cgroup'
    ? false
    : `needs cgroups that can be made: ${'why' in fencing ? fencing.why : 'here is systemd'}`

/** Leaves its group and session, takes no SIGTERM, and tells its pid. */
const runaway = `(setsid sh -c 'trap "" TERM; echo $$ >"$0"; while [ ! -e "$0.go" ]; do sleep 0.02; done' "$1" >/dev/null 2>&1 </dev/null &)
while [ ! -s "$1" ]; do sleep 0.01; done
`

const scratch = mkdtempSync(join(tmpdir(), 'edgewise-fence-'))
t.teardown(() => rmSync(scratch, { recursive: true }))
let serial = 0

async function run(
  t: Test,
  script: string,
  fenced: Fencing,
  { name = `edgewise-test-${process.pid}-${serial++}`, grace = 20 } = {},
) {
  const file = join(scratch, name)
  const launched = await launch({
    program: {
      argv: ['/bin/sh', '-c', script, 'sh', file],
      executable: '/bin/sh',
      user: null,
      cwd: '/',
      env: {},
    },
    identity: self(),
    role: 'consumer',
    limits: {},
    timeouts: { idle: null, total: null },
    fence: { fencing: fenced, name },
    stdout: { file: `${file}.out` },
    stderr: { file: `${file}.err` },
    onStdout() {},
    grace,
  })
  if (!launched.ok) throw new Error(launched.error.message)
  const running = launched.value
  t.teardown(() => running.cancel('cancelled', 0))
  const stray = () => Number(existsSync(file) ? readFileSync(file, 'utf8') : 0)
  return { running, stray, file }
}

t.test('F23: what left group and session is ended with it, and named', { skip }, async t => {
  const { running, stray } = await run(t, runaway, fencing)
  running.send('')
  const { leftovers, status, hits } = await running.settled
  t.equal(status, 0)
  t.match(leftovers, [{ pid: stray(), name: 'sh', ended: true }])
  t.same(hits, [])
  t.equal(isAlive({ pid: stray(), startTime: '' }), false)
  t.notOk(existsSync(running.cgroup!), 'and the cgroup is gone with it')
})

t.test('without a cgroup only group and session are found', async t => {
  const { running, stray, file } = await run(t, runaway, { by: 'group', why: 'a test' })
  running.send('')
  const { leftovers } = await running.settled
  t.same([running.cgroup, leftovers], [undefined, []])
  const left = statOf(stray())!
  t.equal(left.session, left.pid, 'it went on in a session of its own')
  writeFileSync(`${file}.go`, '')
  await until('the test has ended it', () => !isAlive(left))
})

t.test('F23: cancelling asks the leader alone, then ends all that is in the cgroup', { skip }, async t => {
  const { running, stray } = await run(
    t,
    `trap 'exit 7' TERM; ${runaway}while :; do sleep 0.02; done`,
    fencing,
    { grace: 3000 },
  )
  await until('it has begun', () => stray() > 0)
  t.ok(membersOf(running.cgroup!).some(({ pid }) => pid === stray()))
  running.cancel('cancelled')
  const { status, ended } = await running.settled
  t.same([status, ended], [7, 'cancelled'])
  t.equal(statOf(stray())?.state ?? 'Z', 'Z')
})

t.test('F90: what bears the name already, and is in no journal, is ended before', { skip }, async t => {
  const name = `edgewise-test-${process.pid}-taken`
  const folder = join(cgroupOf('self')!, name)
  t.ok(makeCgroup(folder))
  const enter = ['-c', 'echo 0 >"$0/cgroup.procs"; exec sleep 1000', folder]
  const before = spawn('/bin/sh', enter, { stdio: 'ignore' })
  const gone = new Promise(resolve => before.once('exit', (_, signal) => resolve(signal)))
  await until('it is there', () => isPopulated(folder))
  const { running } = await run(t, 'cat', fencing, { name })
  t.equal(await gone, 'SIGKILL')
  await until('it went in', () => membersOf(folder).some(({ pid }) => pid === running.pid))
  t.notOk(membersOf(folder).some(({ pid }) => pid === before.pid))
  running.send('')
  t.same((await running.settled).leftovers, [])
})

t.test('a cgroup that cannot be made refuses the start', async t => {
  const made = await fenceFor({ by: 'cgroup', within: join(scratch, 'nowhere') }, 'x', {}, realClock)
  t.match(made, { ok: false, error: { code: 'sandbox.fence', hint: /cgroup\.procs/ } })
})

t.test('what systemd and the shell say of a failed start is told as such', async t => {
  const program = { argv: ['/x'], executable: '/bin/sh', user: null, cwd: '/', env: {} }
  const behind =
    (chain: string[], isFenced = false) =>
    (status: number, said: string) =>
      chainFailure(status, () => [said], { program, identity: self(), chain, isFenced })?.code
  const told = behind(['systemd-run', 'setpriv'])
  t.equal(
    told(
      1,
      'Failed to start transient scope unit: Unit edgewise-r-a.1.scope was already loaded or has a fragment file.',
    ),
    'sandbox.fence',
  )
  t.equal(told(1, 'Failed to connect to bus: No such file or directory'), 'sandbox.fence')
  const shell = behind(['sh'], true)
  t.equal(shell(126, 'edgewise-fence: /sys/fs/cgroup/edgewise-r-a.1'), 'sandbox.fence')
  t.equal(shell(126, '/sys/fs/cgroup/edgewise-r-a.1: 1: exec: /bin/sh: Permission denied'), 'sandbox.denied')
  t.equal(told(1, 'Failed to execute: Permission denied'), 'sandbox.denied')
  t.equal(told(1, 'Failed to do what I was for'), undefined, 'the program’s own words stay its own')
  const bus = 'Failed to connect to bus: No such file or directory'
  t.equal(
    behind(['systemd-run'], true)(1, bus),
    undefined,
    'also those of a program that was seen in its scope',
  )
  t.equal(shell(1, bus), undefined, 'and where systemd-run did not start it')
  t.equal(behind(['setpriv'])(1, 'bwrap: no'), undefined, 'or bwrap')
  t.equal(behind([])(1, 'setpriv: no'), undefined)
})

t.test('F52 to F54: a cgroup tells which of its limits were hit', async t => {
  const folder = join(scratch, 'told')
  mkdirSync(folder)
  t.same(hitsIn(folder), [], 'no controller, no word')
  writeFileSync(join(folder, 'memory.events'), 'low 0\nhigh 0\nmax 12\noom 1\noom_kill 0\n')
  writeFileSync(join(folder, 'pids.events'), 'max 0\n')
  t.same(hitsIn(folder), [], 'to be near it is no hit')
  writeFileSync(join(folder, 'memory.events'), 'max 12\noom 1\noom_kill 2\n')
  t.same(hitsIn(folder), ['memory'])
  writeFileSync(join(folder, 'pids.events'), 'max 3\n')
  t.same(hitsIn(folder), ['memory', 'processes'])
})

/** Says that it is done; what it started in another session works on. */
const leaves = `take() {
  ${runaway.replaceAll('"$1"', '"$dir/$name.pid"')}
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`
const of = (it: Transition, type: string): Record<string, unknown>[] =>
  it.events().filter(event => event.type === type)

/** Where the host runs, and its processes are known by their pids. */
interface Place {
  start: Transition['start']
  kill(host: ChildProcess): void
  isThere(pid: number): boolean
}

/** The host is killed while its consumer's cgroup is not empty, and resumes. */
async function fences(t: Test, { start, kill, isThere }: Place): Promise<string> {
  const it = transition(t, { a: { script: leaves }, b: { more: { needs: ['a'] } } })
  const child = start(['apply', it.manifest, '--accept', 'all', '--state-dir', it.state])
  const ended = ending(child)
  await until('it has left its session', () => existsSync(join(it.dir, 'a.pid')) && it.made('a'))
  kill(child)
  await ended
  const [{ pid, cgroup }] = of(it, 'task-started') as [{ pid: number; cgroup: string }]
  t.match(basename(cgroup), /^edgewise-.*-a\.1(\.scope)?$/)
  await until('its leader has gone', () => !isThere(pid))
  const resuming = ending(start(['resume', '--state-dir', it.state]))
  await until('it is followed', () => of(it, 'task-attached').length > 0)
  t.same(of(it, 'task-ended'), [], 'what it said is not its end while somebody of it is left')
  t.notOk(it.made('b'), 'and nothing that needs it has begun')
  writeFileSync(join(it.dir, 'a.pid.go'), '')
  const resumed = await resuming
  t.equal(resumed.status, 0, resumed.stderr)
  t.match(of(it, 'task-ended'), [{ ending: { outcome: 'ok' } }, { ending: { outcome: 'ok' } }])
  t.equal(of(it, 'task-started').length, 2, 'each was started once')
  return cgroup
}

t.test(
  'F66, F90: a survivor of a dead host that left the group is found by its cgroup',
  { skip },
  async t => {
    const cgroup = await fences(t, {
      start: transition(t, {}).start,
      kill: host => host.kill('SIGKILL'),
      isThere: pid => isAlive({ pid, startTime: statOf(pid)?.startTime ?? '' }),
    })
    t.notOk(existsSync(cgroup))
  },
)

/** Namespaces in which a systemd of its own can run; the machine's own units are never loaded. */
const manager = (): string | false => {
  if (process.geteuid!() !== 0) return 'needs root: it makes namespaces'
  if (!existsSync('/lib/systemd/systemd')) return 'needs systemd (package systemd)'
  if (cgroupOf('self') === undefined) return 'needs a cgroup file system of version 2'
  const tried = spawnSync('unshare', ['-fpmCuin', '--kill-child', 'sh', '-c', 'mount --make-rprivate /'])
  return tried.status === 0 ? false : 'needs namespaces that can be made (unshare)'
}

t.test('under systemd', { skip: manager() }, async t => {
  const folder = join(cgroupOf('self')!, `edgewise-systemd-${process.pid}`)
  t.ok(makeCgroup(folder))
  const script = new URL('./fixtures/host/systemd.sh', import.meta.url).pathname
  const enter = 'echo 0 >"$0/cgroup.procs"; exec unshare -fpmCuin --kill-child "$1"'
  const child = spawn('/bin/sh', ['-c', enter, folder, script], { stdio: 'ignore' })
  t.teardown(async () => {
    signalCgroup(folder, 'SIGKILL')
    await until('all of it has ended', () => !isPopulated(folder))
    execFileSync('find', [folder, '-depth', '-type', 'd', '-exec', 'rmdir', '{}', ';'])
  })
  const init = (): number | undefined => {
    const text = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
    return text === '' ? undefined : Number(text.trim())
  }
  await until('it is there', () => init() !== undefined)
  const within = ['-t', String(init()), '-m', '-p', '-C', '-i', '-u', '-n', '--']
  const inside = (...argv: string[]) => spawnSync('nsenter', [...within, ...argv], { encoding: 'utf8' })
  await until('systemd answers', () => inside('systemctl', 'is-system-running').status === 0)
  const own = join(scratch, 'host.pid')
  const cli = join(import.meta.dirname, '../dist/cli.cjs')
  // Its pid is another one in there.
  const note = ['sh', '-c', 'echo $$ >"$0"; exec "$@"', own, process.execPath, cli]
  const there: Place = {
    start: ([command = '', ...args]) =>
      spawn(
        'nsenter',
        [...within, ...note, command, ...args, ...(command === 'apply' ? ['--foreground'] : [])],
        {
          env: { PATH: process.env.PATH!, LANG: 'C.UTF-8' },
        },
      ),
    kill: () => void inside('kill', '-KILL', readFileSync(own, 'utf8').trim()),
    isThere: pid => !/^(Z|$)/.test(inside('ps', '-o', 'stat=', '-p', String(pid)).stdout),
  }

  await t.test('F66, F90: a survivor of a dead host that left the group is found by its scope', async t => {
    const cgroup = await fences(t, there)
    t.match(cgroup, /^\/sys\/fs\/cgroup\/system\.slice\/edgewise-.*\.scope$/)
  })
})
