/** Real programs that misbehave, each in its own way, and what the sandbox makes of them. */

import { execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import fc from 'fast-check'
import t from 'tap'

import { realClock } from '../src/sandbox/clock.js'
import { commandFor } from '../src/sandbox/command.js'
import { deadlines } from '../src/sandbox/deadlines.js'
import { namedDescriptors } from '../src/sandbox/descriptors.js'
import { environmentFor } from '../src/sandbox/environment.js'
import type { LaunchFailure } from '../src/sandbox/failure.js'
import { follow } from '../src/sandbox/follow.js'
import { checkUserName, fromPasswd, type Identity, mayBecome, self } from '../src/sandbox/identity.js'
import { type LaunchSpec, launch } from '../src/sandbox/launch.js'
import { everyProcess, groupOf, isAlive, parseStat, signalProcess, statOf } from '../src/sandbox/processes.js'
import { allRunning, endAll, type Running, type Settled } from '../src/sandbox/running.js'
import { tail, tailOfFile } from '../src/sandbox/tail.js'
import { drivenClock } from './fixtures/host/clock.js'
import type { Task } from './fixtures/hosts/start.js'
import { hostFile } from './hosts.js'

const PROGRAMS = new URL('./fixtures/programs/', import.meta.url).pathname
const errors = JSON.parse(readFileSync(new URL('../protocol/errors.json', import.meta.url), 'utf8')) as object

const scratch = mkdtempSync(join(tmpdir(), 'edgewise-sandbox-'))
let serial = 0
const fresh = (): string => join(scratch, String(serial++))
t.teardown(() => rmSync(scratch, { recursive: true }))

interface Started {
  running: Running
  said(): string
  /** Settles when stdout so far holds the text. */
  heard(text: string): Promise<void>
}

function specOf(argv: string[], more: Partial<LaunchSpec> = {}): LaunchSpec {
  const [name, ...args] = argv
  const executable = name!.startsWith('/') ? name! : join(PROGRAMS, name!)
  return {
    program: { argv: [executable, ...args], executable, user: null, cwd: '/', env: {} },
    identity: self(),
    role: 'producer',
    limits: {},
    timeouts: { idle: null, total: null },
    stdout: 'pipe',
    stderr: 'pipe',
    onStdout() {},
    ...more,
  }
}

const onFiles = (path: string): Partial<LaunchSpec> => ({
  role: 'consumer',
  stdout: { file: `${path}.out` },
  stderr: { file: `${path}.err` },
})

async function start(argv: string[], more: Partial<LaunchSpec> = {}): Promise<Started> {
  let said = ''
  const waiting: { text: string; resolve: () => void }[] = []
  const launched = await launch(
    specOf(argv, {
      ...more,
      onStdout(chunk) {
        said += Buffer.from(chunk).toString()
        more.onStdout?.(chunk)
        for (const one of waiting) if (said.includes(one.text)) one.resolve()
      },
    }),
  )
  if (!launched.ok) throw new Error(launched.error.message)
  return {
    running: launched.value,
    said: () => said,
    heard: text =>
      new Promise(resolve => {
        if (said.includes(text)) resolve()
        else waiting.push({ text, resolve })
      }),
  }
}

async function whole(
  argv: string[],
  more: Partial<LaunchSpec> = {},
  input = '',
): Promise<Settled & { said: string; stderr: string[] }> {
  const { running, said } = await start(argv, more)
  running.send(input)
  const settled = await running.settled
  return { ...settled, said: said(), stderr: running.stderrTail() }
}

const failureOf = async (argv: string[], more: Partial<LaunchSpec> = {}): Promise<LaunchFailure> => {
  const launched = await launch(specOf(argv, more))
  if (!launched.ok) return launched.error
  launched.value.send('')
  const { failure } = await launched.value.settled
  if (!failure) throw new Error('it ran')
  return failure
}

/** For what the kernel does in its own time. The limit is there to end a test that waits in vain. */
async function until(condition: () => boolean): Promise<void> {
  const limit = performance.now() + 20_000
  while (!condition()) {
    if (performance.now() > limit) throw new Error(`waited in vain until ${condition}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

const gone = (pid: number): boolean => !everyProcess().some(stat => stat.pid === pid)

interface Line {
  pid?: number
  said?: string
  closed?: number[]
  failure?: LaunchFailure
  stdout?: string
  over?: boolean
}

async function host(
  task: Task,
  options: { before?: string[]; env?: Record<string, string>; fds?: number[] } = {},
) {
  // tap puts variables of its own into whatever is spawned: only `env -i` gives the host the environment that is meant.
  const env = Object.entries(options.env ?? {}).map(([name, value]) => `${name}=${value}`)
  const argv = [
    '/usr/bin/env',
    '-i',
    ...env,
    ...(options.before ?? []),
    process.execPath,
    await hostFile(scratch),
    JSON.stringify(task),
  ]
  const stdio: ('ignore' | 'pipe' | 'inherit' | number)[] = ['ignore', 'pipe', 'inherit']
  for (const fd of options.fds ?? []) {
    while (stdio.length < fd) stdio.push('ignore')
    stdio[fd] = openSync('/dev/null', 'r')
  }
  const child = spawn(argv[0]!, argv.slice(1), { stdio })
  const lines: Line[] = []
  createInterface({ input: child.stdout! }).on('line', line => lines.push(JSON.parse(line)))
  return { child, lines, ended: new Promise(resolve => child.once('close', resolve)) }
}

t.test('what a program sees', async t => {
  const me = self()
  const starts: Task['starts'] = [
    {
      argv: ['python-by-another-name', join(PROGRAMS, 'tells-all.py')],
      executable: '/usr/bin/python3',
      role: 'producer',
      env: { PGPORT: '5432' },
      cwd: '/usr',
    },
  ]
  const { lines, ended } = await host({ starts, input: 'hello' })
  await ended
  const seen = JSON.parse(lines[0]!.stdout!)
  t.equal(seen.argv[0], 'python-by-another-name', 'argv[0] is the configured one')
  t.strictSame(seen.uids, [me.uid, me.uid, me.uid])
  t.strictSame(seen.groups, me.groups)
  t.match(seen, { tty: false, umask: 0o022, cwd: '/usr', leader: true, sigIgn: 0, sigBlk: 0, stdin: 'hello' })
  t.match(seen.env.EDGEWISE_START, /^[0-9a-f-]{36}\.[0-9]+$/)
  delete seen.env.EDGEWISE_START
  delete seen.env.LC_CTYPE // Python's own
  t.strictSame(seen.env, environmentFor(me, { PGPORT: '5432' }), 'nothing of the host is in the environment')
  t.strictSame(Object.keys(environmentFor(me, {})).sort(), [
    'HOME',
    'LANG',
    'LOGNAME',
    'PATH',
    'SHELL',
    'USER',
  ])
  t.equal(environmentFor(me, { HOME: '/elsewhere' }).HOME, '/elsewhere', 'the step has the last word')
})

t.test('limits are both soft and hard, and only where the step has them', async t => {
  const limits = { memory: 2 ** 31, processes: 20_000, openFiles: 77, fileSize: 10 ** 9 }
  const ask = async (more: Partial<LaunchSpec>) =>
    JSON.parse((await whole(['/usr/bin/python3', join(PROGRAMS, 'tells-all.py')], more)).said)
  const limited = await ask({ limits })
  t.strictSame(limited.nofile, [77, 77])
  t.strictSame(limited.fsize, [10 ** 9, 10 ** 9])
  t.strictSame(limited.nproc, [20_000, 20_000])
  t.strictSame(limited.as, [2 ** 31, 2 ** 31])
  const free = await ask({})
  t.strictSame(
    [free.fsize, free.as],
    [
      [-1, -1],
      [-1, -1],
    ],
  )
  const failure = await failureOf(['exits-3.sh'], { limits: { openFiles: 2 ** 40 } })
  t.equal(failure.code, 'sandbox.not-permitted')
  t.match(failure.message, /exits-3\.sh was not started as .*: prlimit: failed/)
})

t.test('F15 to F18: how it ended is told as it was', async t => {
  const cases: [string, number | null, string | null, string][] = [
    ['exits-0-silently.sh', 0, null, ''],
    ['exits-3.sh', 3, null, 'partial\n'],
    ['segfaults.sh', null, 'SIGSEGV', 'partial\n'],
  ]
  for (const [program, status, signal, said] of cases) {
    for (const more of [{}, onFiles(fresh())]) {
      const seen = await whole([program], more)
      t.match(seen, { status, signal, said, ended: undefined, leftovers: [] }, program)
    }
  }
  const cut = await whole([process.execPath, join(PROGRAMS, 'truncates-its-output.js')])
  t.equal(cut.status, 0, 'F16')
  t.match(cut.said, /^\{"line":0,/, 'F16: what did arrive is delivered')
})

t.test('F19, F20: a producer that hangs is ended by its idle time, a consumer only told of', async t => {
  for (const [program, first] of [
    ['hangs-before-first-line.sh', ''],
    ['hangs-after-first-line.sh', 'first'],
  ] as const) {
    const clock = drivenClock()
    const { running, heard } = await start([program], { clock, timeouts: { idle: 60_000, total: null } })
    await heard(first)
    clock.advance(59_999)
    t.equal(running.ended, undefined)
    running.touch()
    clock.advance(59_999)
    t.equal(running.ended, undefined, 'a valid line starts the time anew')
    clock.advance(1)
    t.equal(running.ended, 'idle')
    t.match(await running.settled, { signal: 'SIGTERM', ended: 'idle' })
  }
  const clock = drivenClock()
  const quiet: number[] = []
  const { running, heard } = await start(['hangs-after-first-line.sh'], {
    ...onFiles(fresh()),
    clock,
    timeouts: { idle: 60_000, total: 200_000 },
    onQuiet: ms => quiet.push(ms),
  })
  // The clock that stands still does not poll: this is the watch.
  await heard('first')
  clock.advance(130_000)
  t.strictSame([quiet, running.ended], [[60_000, 120_000], undefined])
  clock.advance(70_000)
  t.equal(running.ended, 'total')
  t.match(await running.settled, { signal: 'SIGTERM', ended: 'total' })
})

t.test('F21: SIGTERM first, SIGKILL after the grace', async t => {
  const clock = drivenClock()
  const { running, heard } = await start(['ignores-term.sh'], { clock, grace: 10_000 })
  await heard('ready')
  running.cancel('cancelled')
  await heard('term')
  clock.advance(9_999)
  t.ok(isAlive(running), 'the grace is kept')
  clock.advance(1)
  t.equal((await running.exited).signal, 'SIGKILL')
  clock.advance(1)
  t.match(await running.settled, { signal: 'SIGKILL', ended: 'cancelled', leftovers: [] })
})

t.test('a second, shorter cancel kills now, and the first reason stays', async t => {
  const { running, heard } = await start(['ignores-term.sh'])
  await heard('ready')
  running.cancel('total')
  await heard('term')
  running.cancel('cancelled', 0)
  t.match(await running.settled, { signal: 'SIGKILL', ended: 'total' })
})

t.test('F22: one that stopped itself still ends, by SIGTERM', async t => {
  for (const role of ['producer', 'consumer'] as const) {
    const { running, said } = await start(['stops-itself.sh'], { role })
    await until(() => statOf(running.pid)?.state === 'T')
    running.cancel('cancelled')
    t.match(await running.settled, { signal: 'SIGTERM' })
    t.notMatch(said(), 'continued')
  }
})

t.test('F23: what a program leaves running does not stay', async t => {
  for (const how of ['group', 'session']) {
    const holding = how === 'session' ? ['holding'] : []
    const seen = await whole(['daemonises.py', how, ...holding])
    t.match(seen, { status: 0, said: 'gone\n', leftovers: [{ name: 'sleep', ended: true }] }, how)
    t.ok(gone(seen.leftovers[0]!.pid))
  }
  const clock = drivenClock()
  const { running, heard } = await start(['daemonises.py', 'group'], { ...onFiles(fresh()), clock })
  running.send('')
  await running.exited
  await heard('gone')
  await until(() => groupOf(running).members()[0]?.name === 'sleep')
  const [left] = groupOf(running).members()
  // Its grace begins once what it wrote is read.
  await new Promise(resolve => setImmediate(resolve))
  clock.advance(9_999)
  t.ok(isAlive(left!), "a consumer's keeps the grace")
  let settled = false
  void running.settled.then(() => {
    settled = true
  })
  await until(() => {
    clock.advance(1)
    return settled
  })
  t.match(await running.settled, { status: 0, leftovers: [{ pid: left!.pid, name: 'sleep', ended: true }] })
})

t.test('F24: a grandchild that holds stdout is waited for two seconds', async t => {
  const clock = drivenClock()
  const { running, heard, said } = await start(['holds-stdout.sh'], { clock })
  await heard('held')
  await running.exited
  const pid = Number(/by ([0-9]+)/.exec(said())![1])
  clock.advance(1_999)
  await new Promise(resolve => setImmediate(resolve))
  t.notOk(gone(pid), 'it might still have something to say')
  clock.advance(1)
  await until(() => gone(pid))
  clock.advance(50)
  t.match(await running.settled, { status: 0, leftovers: [{ pid, name: 'sleep', ended: true }] })
})

t.test('F25: one that closes stdout and lives on is not over', async t => {
  const { running, heard } = await start(['closes-stdout.sh'])
  await heard('last')
  running.send('go\n')
  await until(() => statOf(running.pid)?.name === 'sleep')
  t.ok(allRunning().has(running))
  running.cancel('cancelled')
  t.match(await running.settled, { signal: 'SIGTERM', leftovers: [] })
})

t.test('F26: one that never reads costs one copy of its input', async t => {
  const { running, heard } = await start(['never-reads.sh'])
  await heard('ready')
  const before = process.memoryUsage().rss
  running.send('x'.repeat(4_000_000))
  t.ok(process.memoryUsage().rss - before < 32_000_000)
  running.cancel('idle')
  t.match(await running.settled, { signal: 'SIGTERM', ended: 'idle' })
})

t.test('F27: one that exits without reading is no error', async t => {
  const seen = await whole(['exits-without-reading.sh'], {}, 'x'.repeat(4_000_000))
  t.match(seen, { status: 0, said: 'done\n', ended: undefined })
})

t.test('F28: a pipe from Node cannot be opened as /dev/stdout, and stderr says so', async t => {
  const seen = await whole(['opens-dev-stdout.sh'])
  t.match(seen, { status: 2, said: 'before\n' })
  t.match(seen.stderr[0], /\/dev\/stdout: No such device or address/)
})

t.test('F31, F32: a producer that floods is killed, and no more than was read is kept', async t => {
  for (const program of ['floods-one-line.sh', 'floods-lines.sh']) {
    let bytes = 0
    const before = process.memoryUsage().rss
    const started: { running?: Running } = {}
    const { running } = await start([program], {
      onStdout(chunk) {
        bytes += chunk.length
        if (bytes > 1024 * 1024) started.running?.cancel('overflow')
      },
    })
    started.running = running
    t.match(await running.settled, { signal: 'SIGKILL', ended: 'overflow' }, program)
    t.ok(bytes < 16 * 1024 * 1024, `${program}: ${bytes} bytes`)
    t.ok(process.memoryUsage().rss - before < 64_000_000)
  }
})

t.test('a consumer that floods is drained, and its disk is given back', async t => {
  const path = fresh()
  writeFileSync(path, '')
  let bytes = 0
  const follower = follow(
    path,
    chunk => {
      bytes += chunk.length
    },
    { kept: 1024 * 1024 },
  )
  for (let at = 0; at < 8; at++) appendFileSync(path, Buffer.alloc(1024 * 1024, 'x'))
  await until(() => statSync(path).blocks * 512 < 1024 * 1024)
  appendFileSync(path, 'the end')
  await until(() => bytes === 8 * 1024 * 1024 + 7)
  t.equal(statSync(path).size, bytes, 'a hole changes neither the size nor where the writer goes on')
  follower.close()
})

t.test('F41: 100 MB of stderr, of which the last lines are kept as they came', async t => {
  for (const more of [{}, onFiles(fresh())]) {
    const before = process.memoryUsage()
    const seen = await whole(['floods-stderr.sh'], more)
    const after = process.memoryUsage()
    t.equal(seen.status, 0)
    t.equal(seen.stderr.length, 40)
    t.equal(seen.stderr.at(-1), '\x1b[31mthe last line')
    t.ok(after.rss - before.rss < 64_000_000, `${after.rss - before.rss}`)
  }
})

t.test('F43: dripping bytes are no sign of life, valid lines are', async t => {
  const clock = drivenClock()
  const { running, heard } = await start(['drips.py'], { clock, timeouts: { idle: 1000, total: null } })
  await heard('x')
  clock.advance(600)
  running.send('......')
  clock.advance(600)
  await heard('xxxx')
  t.equal(running.ended, undefined, '`start` is one')
  clock.advance(400)
  t.equal(running.ended, 'idle')
  t.match(await running.settled, { signal: 'SIGTERM' })
})

t.test('deadlines', async t => {
  const clock = drivenClock()
  const log: string[] = []
  const watch = deadlines({ idle: 100, total: 1000 }, clock, {
    idle: ms => log.push(`quiet ${ms}`),
    total: () => log.push('total'),
  })
  clock.advance(50)
  watch.pause()
  clock.advance(500)
  t.strictSame(log, [], 'while the host does not read, silence is its own')
  watch.resume()
  clock.advance(99)
  t.strictSame(log, [])
  clock.advance(1)
  t.strictSame(log, ['quiet 100'])
  clock.advance(50)
  watch.touch()
  clock.advance(99)
  t.strictSame(log, ['quiet 100'])
  clock.advance(1)
  t.strictSame(log, ['quiet 100', 'quiet 100'])
  clock.advance(200)
  t.ok(log.includes('total'))
  watch.stop()
  const before = log.length
  clock.advance(10_000)
  t.equal(log.length, before, 'stopped is stopped')
  // A month is longer than setTimeout can count; it would fire at once.
  const stop = realClock.after(31 * 86_400_000, () => t.fail('fired'))
  // Set later, and due later than at once: by then the month would have fired.
  await new Promise<void>(due => realClock.after(5, due))
  stop()
})

t.test('cancelling a consumer asks it alone, and lets the tool in its hands finish', async t => {
  const fifo = fresh()
  execFileSync('mkfifo', [fifo])
  const { running, heard, said } = await start(['finishes-on-term.sh', fifo], { ...onFiles(fresh()) })
  await heard('working')
  running.cancel('cancelled')
  await heard('asked')
  writeFileSync(fifo, 'go on\n')
  t.match(await running.settled, { status: 0, ended: 'cancelled', leftovers: [] })
  t.match(said(), /tool finished\nfinished\n$/)
  t.notMatch(said(), 'tool hit')
})

t.test('when a consumer dies of the signal, its group keeps the rest of the grace', async t => {
  const fifo = fresh()
  execFileSync('mkfifo', [fifo])
  const clock = drivenClock()
  const { running, heard, said } = await start(['dies-on-term.sh', fifo], { ...onFiles(fresh()), clock })
  await heard('working')
  running.cancel('cancelled')
  t.match(await running.exited, { signal: 'SIGTERM' })
  clock.advance(9_000)
  t.equal(groupOf(running).members().length, 1)
  writeFileSync(fifo, 'go on\n')
  await until(() => groupOf(running).isEmpty())
  clock.advance(50)
  t.match(await running.settled, { signal: 'SIGTERM', leftovers: [] })
  t.match(said(), 'tool finished', 'what it still wrote is read')
})

t.test('a producer is cancelled with all that it started', async t => {
  const { running, heard } = await start(['leaves-children.sh'])
  await heard('started')
  await until(() => everyProcess().filter(stat => stat.parent === running.pid).length === 2)
  const children = everyProcess().filter(stat => stat.parent === running.pid)
  await until(() => children.some(child => statOf(child.pid)?.session !== running.pid))
  running.cancel('cancelled')
  await running.settled
  t.ok(children.every(child => !isAlive(child)))
})

t.test('F50, F13, F07: each way in which a start fails is a value', async t => {
  const folder = fresh()
  const write = (name: string, text: string | Buffer, mode = 0o755): string => {
    const path = `${folder}.${name}`
    writeFileSync(path, text, { mode })
    return path
  }
  const program = (executable: string, more: object = {}): Partial<LaunchSpec> => ({
    program: { argv: [executable], executable, user: null, cwd: '/', env: {}, ...more },
  })
  const good = '/bin/true'
  const taken = write('taken', '')
  const cases: [string, Partial<LaunchSpec>, RegExp][] = [
    ['sandbox.missing', program('/no/such/program'), /\/no\/such\/program does not exist/],
    ['sandbox.denied', program(write('plain', '#!/bin/sh\n', 0o644)), /plain as .*EACCES/],
    ['sandbox.interpreter', program(write('odd', '#!/no/such/sh\n')), /interpreter "\/no\/such\/sh"/],
    ['sandbox.interpreter', program(write('crlf', '#!/bin/sh\r\n')), /interpreter "\/bin\/sh\\r"/],
    ['sandbox.directory', program(good, { cwd: '/no/such' }), /directory \/no\/such is not there/],
    ['sandbox.too-long', program(good, { argv: ['true', 'x'.repeat(200_000)] }), /E2BIG/],
    ['sandbox.start', program(good, { env: { A: 'nul\0' } }), /null bytes/],
    ['sandbox.output', { ...program(good), stdout: { file: taken } }, /EEXIST/],
    ['sandbox.output', { ...program(good), stderr: { file: '/no/such/file' } }, /ENOENT/],
  ]
  for (const [code, spec, message] of cases) {
    const failure = await failureOf(['/bin/true'], spec)
    t.equal(failure.code, code)
    t.match(failure.message, message)
    t.ok(failure.hint.length > 10)
    t.ok(code in errors, `${code} is in the table`)
  }
  const files = onFiles(fresh())
  t.equal((await failureOf(['/no/such'], files)).code, 'sandbox.missing')
  t.match(await whole(['exits-3.sh'], files), { status: 3 }, 'what did not start leaves no files in the way')

  const busy = write('busy', readFileSync('/bin/true'))
  const holder = openSync(busy, 'r+')
  t.equal((await failureOf([busy], program(busy))).code, 'sandbox.busy')
  execFileSync('true', { stdio: [holder] })

  const starts = Array.from({ length: 30 }, () => ({ argv: ['/bin/cat'], role: 'producer' as const }))
  const poor = await host({ starts, afterwards: 'end' }, { before: ['/usr/bin/prlimit', '--nofile=60:60'] })
  await poor.ended
  const failures = poor.lines.flatMap(line => line.failure ?? [])
  t.ok(failures.length > 0 && failures.length < 30, `F50: ${failures.length} of 30`)
  t.strictSame([...new Set(failures.map(failure => failure.code))], ['sandbox.open-files'])
  t.strictSame(poor.lines.at(-1), { over: true })
})

t.test('F56: 300 starts side by side', async t => {
  const all = await Promise.all(Array.from({ length: 300 }, (_, at) => whole(['/bin/cat'], {}, `${at}\n`)))
  t.ok(
    all.every(
      ({ status, said, leftovers }, at) => status === 0 && said === `${at}\n` && leftovers.length === 0,
    ),
  )
})

t.test('F81, F88: a hostile environment and foreign descriptors stop at the host', async t => {
  const argv = ['/usr/bin/python3', join(PROGRAMS, 'tells-all.py')]
  const evil = {
    PATH: '/tmp/evil',
    LD_LIBRARY_PATH: '/tmp/evil',
    NODE_V8_COVERAGE: fresh(),
    HOME: '/tmp/evil',
    BASH_ENV: '/tmp/evil',
    IFS: 'x',
    LD_PRELOAD: '',
  }
  for (const role of ['producer', 'consumer'] as const) {
    const files = role === 'consumer' ? { files: fresh() } : {}
    const task: Task = { close: true, limit: 2, starts: [{ argv, role, ...files }] }
    const before = ['/bin/sh', '-c', 'umask 000; exec "$@"', 'sh']
    const { lines, ended } = await host(task, {
      before,
      env: { ...evil, NODE_OPTIONS: '--no-warnings' },
      fds: [100],
    })
    await ended
    t.ok(lines[0]!.closed!.includes(100))
    const seen = JSON.parse(lines[1]!.stdout!)
    t.strictSame(Object.keys(seen.fds).sort(), ['0', '1', '2'], 'three descriptors')
    t.strictSame(seen.fds['1'], role === 'producer' ? 'socket' : 'file')
    const names = Object.keys(seen.env).filter(name => name !== 'LC_CTYPE')
    const marked = role === 'producer' ? ['EDGEWISE_START'] : []
    t.strictSame(names.sort(), ['HOME', 'LANG', 'LOGNAME', 'PATH', 'SHELL', 'USER', ...marked].sort())
    t.notMatch(JSON.stringify(seen.env), 'evil')
    t.equal(seen.umask, 0o022)
    t.ok(seen.nofile[0] <= 1024, 'the raised limit of Node is not passed on')
  }
  t.strictSame(namedDescriptors(['apply', '/dev/fd/63', '--answers=/proc/self/fd/64', '/dev/fd/x']), [63, 64])
})

t.test('F89: what goes to stdin is in nobody’s argv or environment', async t => {
  const { running, heard } = await start(['keeps-its-input.sh'])
  running.send('hunter2-hunter2\n')
  await heard('ready')
  const members = groupOf(running).members()
  t.ok(members.length >= 2)
  for (const { pid } of members) {
    for (const file of ['cmdline', 'environ']) {
      t.notMatch(readFileSync(`/proc/${pid}/${file}`, 'latin1'), 'hunter2')
    }
  }
  running.cancel('cancelled')
  await running.settled
})

t.test('F90: a pid that has gone to another is never signalled', async t => {
  const { running, heard } = await start(['leaves-children.sh'])
  await heard('started')
  const stranger = { pid: running.pid, startTime: '1' }
  t.notOk(isAlive(stranger))
  t.notOk(signalProcess(stranger, 'SIGKILL'))
  t.strictSame(groupOf(stranger).members(), [])
  t.ok(groupOf(stranger).isEmpty())
  groupOf(stranger).signal('SIGKILL')
  t.ok(isAlive(running))
  t.ok(signalProcess(running, 'SIGCONT'))
  running.cancel('cancelled', 0)
  t.match(await running.settled, { signal: 'SIGKILL' })
})

t.test('F93: a process may be called anything', async t => {
  const { running, heard } = await start(['bad-name.sh'])
  await heard('ready')
  const stat = statOf(running.pid)
  t.match(stat, { pid: running.pid, name: 'x) Z 1 (y', parent: process.pid, group: running.pid })
  t.equal(stat!.startTime, running.startTime)
  running.cancel('cancelled')
  t.match(await running.settled, { signal: 'SIGTERM' })
  t.equal(parseStat('12 (cut'), undefined)
  t.equal(parseStat('12 (a) S 1'), undefined)
})

t.test('a host that is killed takes its producers along, and leaves its consumers', async t => {
  const fifo = fresh()
  const files = fresh()
  execFileSync('mkfifo', [fifo])
  const starts = [
    { argv: [join(PROGRAMS, 'leaves-children.sh')], role: 'producer' as const },
    { argv: [join(PROGRAMS, 'waits-then-ends.sh'), fifo], role: 'consumer' as const, files },
  ]
  const { child, lines, ended } = await host({ starts, afterwards: 'stay' })
  await until(() => lines.length >= 2)
  const producer = lines.find(
    line => !readFileSync(`/proc/${line.pid}/cmdline`, 'latin1').includes('waits-then-ends'),
  )!
  const consumer = lines.find(line => line !== producer)!
  await until(
    () => everyProcess().filter(stat => stat.parent === producer.pid && stat.name === 'sleep').length === 2,
  )
  const tree = everyProcess().filter(stat => stat.pid === producer.pid || stat.parent === producer.pid)
  t.equal(tree.length, 3)
  child.kill('SIGKILL')
  await ended
  await until(() => tree.every(stat => !isAlive(stat)))
  t.notOk(gone(consumer.pid!), 'the consumer works on')
  writeFileSync(fifo, 'go on\n')
  await until(() => gone(consumer.pid!))
  t.equal(readFileSync(`${files}.out`, 'utf8'), 'started\nfinished\n', 'and what it said is there to read')
})

t.test('following a file', async t => {
  const path = fresh()
  writeFileSync(path, 'one\n')
  let said = ''
  const clock = drivenClock()
  const follower = follow(
    path,
    chunk => {
      said += Buffer.from(chunk).toString()
    },
    { clock, watched: false },
  )
  t.equal(said, '')
  follower.drain()
  t.equal(said, 'one\n')
  appendFileSync(path, 'two\n')
  clock.advance(250)
  t.equal(said, 'one\ntwo\n', 'a missed event is made up for')
  follower.pause()
  appendFileSync(path, 'three\n')
  clock.advance(250)
  t.equal(said, 'one\ntwo\n')
  follower.resume()
  t.equal(said, 'one\ntwo\nthree\n')
  truncateSync(path, 0)
  appendFileSync(path, 'new\n')
  follower.drain()
  t.equal(said, 'one\ntwo\nthree\nnew\n', 'an emptied file is read from its beginning')
  follower.close()
  follower.close()
  const link = fresh()
  execFileSync('ln', ['-s', path, link])
  t.throws(() => follow(link, () => {}), { code: 'ELOOP' })
})

t.test('a program that empties its own stdout file loses what was there, not what comes', async t => {
  const path = fresh()
  const { running, heard, said } = await start(['empties-its-stdout.sh', `${path}.out`], onFiles(path))
  await heard('one')
  running.send('go\n')
  await running.settled
  t.equal(said(), 'one\n2\n')
  t.equal(statSync(`${path}.out`).mode & 0o777, 0o600)
})

t.test('the tail of any stream is the tail of its bytes', async t => {
  // Lines from empty to longer than all that is kept, cut into chunks wherever.
  const chunk = fc.array(fc.oneof(fc.nat(9), fc.nat(20_000)), { maxLength: 8 })
  fc.assert(
    fc.property(fc.array(chunk, { maxLength: 12 }), lengths => {
      const chunks = lengths.map(some => some.map((length, at) => String(at).repeat(length)).join('\n'))
      const kept = tail()
      for (const chunk of chunks) kept.push(Buffer.from(chunk))
      const bytes = chunks.join('')
      const path = join(scratch, 'tail')
      writeFileSync(path, bytes)
      const lines = bytes.slice(-65_536).split('\n')
      if (lines.at(-1) === '') lines.pop()
      if (bytes.length > 65_536 && lines.length > 1) lines.shift()
      t.strictSame(kept.lines(), lines.slice(-40))
      t.strictSame(tailOfFile(path), lines.slice(-40))
    }),
    { numRuns: 60 },
  )
})

t.test('F05: names are names', async t => {
  for (const name of [
    '0',
    '+0',
    '00',
    'root ',
    ' root',
    'root\n',
    '',
    '-root',
    'a:b',
    'a/b',
    '$',
    'x'.repeat(300),
  ]) {
    t.notOk(checkUserName(name).ok, JSON.stringify(name))
  }
  for (const name of [
    'root',
    '_apt',
    'www-data',
    'systemd-network',
    'first.last',
    'jane@example.org',
    'HOST$',
  ]) {
    t.ok(checkUserName(name).ok, name)
  }
  const line = 'pg:x:71:72:Postgres,,,:/var/lib/pg:/bin/sh\n'
  t.strictSame(fromPasswd('pg', line, '72 5 9 9'), {
    user: 'pg',
    uid: 71,
    gid: 72,
    groups: [5, 9, 72],
    home: '/var/lib/pg',
    shell: '/bin/sh',
  })
  t.equal(fromPasswd('other', line, '72'), undefined, 'the answer must be about whom was asked for')
  t.equal(fromPasswd('pg', 'pg:x:71:72:y\n', '72'), undefined)
  t.equal(fromPasswd('pg', line, '72 x'), undefined)
  t.equal(
    fromPasswd('pg', line.replace('71', '4294967295'), '72'),
    undefined,
    '-1 means "unchanged" to setuid',
  )
})

t.test('F79 and the ways to become someone', async t => {
  const root: Identity = { user: 'root', uid: 0, gid: 0, groups: [0], home: '/root', shell: '/bin/sh' }
  const one: Identity = { user: 'one', uid: 71, gid: 72, groups: [72], home: '/', shell: '/bin/sh' }
  const many: Identity = { ...one, user: 'many', groups: [5, 72] }
  const program = { argv: ['name', 'arg'], executable: '/x', user: null, cwd: '/', env: {} }
  const where = (tool: string) => `/${tool}`
  const command = (
    identity: Identity,
    host: Identity,
    limits = {},
    role: 'producer' | 'consumer' = 'consumer',
  ) => commandFor(program, identity, role, limits, host, where)
  t.strictSame(command(root, root), {
    ok: true,
    value: { file: '/x', args: ['arg'], argv0: 'name', chain: [] },
  })
  t.match(command(one, root), { value: { file: '/x', uid: 71, gid: 72 } })
  t.match(command(many, root), {
    value: {
      file: '/setpriv',
      args: [
        '--reuid=71',
        '--regid=72',
        '--groups=5,72',
        '--inh-caps=-all',
        '--',
        '/setpriv',
        '--',
        '/x',
        'arg',
      ],
    },
  })
  t.match(
    command(many, root, {}, 'producer'),
    { value: { args: /--pdeathsig,KILL,--,\/x/ } },
    'last in the chain',
  )
  t.match(
    command(root, { ...root, groups: [0, 4] }),
    { value: { file: '/setpriv' } },
    'groups of the operator do not stay',
  )
  t.match(command(root, { ...root, gid: 4, groups: [0, 4] }), { value: { file: '/setpriv' } })
  t.match(command(many, root, { openFiles: 9 }), {
    value: { file: '/prlimit', args: /^--nofile=9:9,--,\/setpriv,/ },
  })
  t.match(command(one, one), { value: { file: '/x', uid: undefined } })
  t.match(command(root, one), {
    ok: false,
    error: { code: 'sandbox.not-permitted', message: /may not become root/ },
  })
  t.match(
    commandFor(program, many, 'consumer', {}, root, () => undefined),
    { error: { code: 'sandbox.tool', message: /setpriv/ } },
  )
  t.ok(mayBecome(many, 0).ok && mayBecome(many, 71).ok)
  t.notOk(mayBecome(root, 71).ok)
})

t.test('pausing holds the program back', async t => {
  let bytes = 0
  const started: { running?: Running } = {}
  const { running } = await start(['floods-lines.sh'], {
    onStdout(chunk) {
      bytes += chunk.length
      started.running?.pause()
    },
  })
  started.running = running
  await until(() => bytes > 0)
  // A writer that is held back sleeps in the pipe.
  await until(() => statOf(running.pid)?.state === 'S')
  const before = bytes
  await new Promise(resolve => setImmediate(resolve))
  t.equal(bytes, before)
  running.resume()
  await until(() => bytes > before)
  running.cancel('cancelled', 0)
  running.resume()
  started.running = undefined as never
  await until(() => {
    running.resume()
    return !allRunning().has(running)
  })
  t.match(await running.settled, { signal: 'SIGKILL' })
})

t.test('endAll ends all, and nothing is left: no process, no zombie, no descriptor', async t => {
  const count = () => readdirSync('/proc/self/fd').length
  const before = count()
  const some = await Promise.all([
    start(['ignores-term.sh']),
    start(['hangs-after-first-line.sh'], onFiles(fresh())),
    start(['leaves-children.sh']),
  ])
  t.equal(allRunning().size, 3)
  await Promise.all(some.map(one => one.heard('')))
  await endAll(20)
  t.equal(allRunning().size, 0)
  t.ok(some.every(({ running }) => running.ended === 'cancelled' && gone(running.pid)))
  await until(() => count() <= before)
  const children = execFileSync('ps', ['-o', 'pid=,stat=,args=', '--ppid', String(process.pid)], {
    encoding: 'utf8',
  })
  const others = children
    .split('\n')
    .filter(line => line.trim() && !/edgewise-guard|esbuild|ps -o pid/.test(line))
  t.strictSame(others, [])
})
