/**
 * The real host, killed at every write and every sync of its journal, on two branches in three languages; and its disk
 * failing at each. Whatever happened, the end is as if nothing had, and nothing with a durable result is sent again.
 */

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import t, { type Test } from 'tap'
import { cli, free, livingIn } from './transition.js'
import { until } from './until.js'

const fixtures = resolve(import.meta.dirname, 'fixtures', 'crash')
const has = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0
const missing = !has('python3', '-V') ? 'needs python3' : !has('rustc', '-V') ? 'needs rustc' : false
const skip = has('strace', '-qq', '-o', '/dev/null', 'true') ? false : 'needs strace, and leave to trace'
const root = process.getuid?.() === 0
const languages = ['shell', 'python', 'rust'] as const

interface Ended {
  status: number | null
  signal: string | null
  said: string
}

let machines = 0

class Machine {
  /** Of its run: on one kernel, two runs of one name would fence each other's consumers. */
  readonly id = (++machines).toString(16).padStart(6, '0')
  readonly dir: string
  readonly manifest: string
  readonly state: string
  readonly journal: string

  constructor(dir: string, rust: string, state = join(dir, 'state')) {
    this.dir = dir
    this.state = state
    this.journal = join(state, 'runs', `r20261123-100000-${this.id}`, 'journal.jsonl')
    this.manifest = join(dir, 'transition.json')
    const step = (program: string, name: string, more = {}) => {
      const argv = [program, dir, name]
      return { producer: argv, consumer: argv, ...free, ...more }
    }
    const steps = {
      shell: step(join(fixtures, 'step.sh'), 'shell'),
      python: step(join(fixtures, 'step.py'), 'python', { needs: ['shell'] }),
      rust: step(rust, 'rust'),
    }
    writeFileSync(this.manifest, JSON.stringify({ edgewise: 1, name: 'crash', steps }))
  }

  /** Its pid is that of the host, or of strace. */
  start(args: string[], strace: string[] = []): { child: ChildProcess; ended: Promise<Ended> } {
    const pinned = `--require=${join(fixtures, 'pinned.cjs')}`
    const command = [process.execPath, pinned, cli, ...args, '--state-dir', this.state]
    const traced = strace.length > 0 ? ['strace', '-qq', '-P', this.journal, ...strace, ...command] : command
    const env = [`PATH=${process.env.PATH}`, `HOME=${this.dir}`, 'LANG=C.UTF-8', `PINNED_RUN=${this.id}`]
    const child = spawn('/usr/bin/env', ['-i', ...env, ...traced], {
      cwd: this.dir,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => (said += text))
    const ended = new Promise<Ended>((done, reject) => {
      child.on('error', reject)
      child.on('close', (status, signal) => done({ status, signal, said }))
    })
    return { child, ended }
  }

  host(args: string[], strace: string[] = []): Promise<Ended> {
    return this.start(args, strace).ended
  }

  /** What begins the run. */
  get begin(): string[] {
    return ['apply', this.manifest, '--accept', 'all', '--jobs', '2']
  }

  apply(strace: string[] = []): Promise<Ended> {
    return this.host(this.begin, strace)
  }

  /** What the journal has of a task so far, oldest first. */
  of(type: string, task: string): { pid: number; attempt: number; ending: { outcome: string } }[] {
    return readFileSync(this.journal, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).event)
      .filter(event => event.type === type && event.task === task)
  }

  /** The host is killed while a consumer works, which is held in the middle of it; tells the consumer's pid. */
  async orphan(name: string): Promise<number> {
    writeFileSync(join(this.dir, `${name}.hold`), '')
    const { child, ended } = this.start(this.begin)
    await until(`${name} works`, () => existsSync(join(this.dir, `${name}.told`)))
    child.kill('SIGKILL')
    await ended
    return this.of('task-started', name)[0]!.pid
  }

  letGo(name: string): void {
    rmSync(join(this.dir, `${name}.hold`))
  }

  /** Resumes until it is through; a run that was never committed is begun again. */
  async goOn(first: string[] = []): Promise<void> {
    let strace = first
    for (let tries = 0; tries < 6; tries++) {
      const ended = await this.host(['resume'], strace)
      strace = []
      if (ended.status === 0) return
      // Nothing of a run that was not committed was carried out; its name is free once its folder is gone.
      if (ended.status === 2 && /No run is open/.test(ended.said)) {
        const status = await this.host(['status'])
        if (/completed/.test(status.said)) return
        rmSync(dirname(this.journal), { recursive: true, force: true })
        const begun = await this.apply()
        if (begun.status === 0) return
        throw new Error(`apply: ${begun.status} ${begun.said}`)
      }
      if (ended.status !== null && ended.status !== 137 && ended.signal === null && ended.status !== 1)
        throw new Error(`resume: ${ended.status} ${ended.said}`)
    }
    throw new Error('it does not come to an end')
  }

  /** What is not as after one run that nothing disturbed. */
  async wrong(): Promise<string[]> {
    const found: string[] = []
    const events = readFileSync(this.journal, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line).event)
    for (const name of languages) {
      if (readFileSync(join(this.dir, name), 'utf8') !== 'done\n') found.push(`${name} is not done`)
      const told = readFileSync(join(this.dir, `${name}.told`), 'utf8')
        .trimEnd()
        .split('\n')
      const started = events.filter(event => event.type === 'task-started' && event.task === name).length
      if (told.length > started)
        found.push(`${name} was told ${told.length} times, and ${started} starts are on record`)
      const results = events.filter(event => event.type === 'selection-result' && event.task === name)
      if (results.length !== 1) found.push(`${name} has ${results.length} results`)
      const attempts = told.map(line => JSON.parse(line).attempt)
      if (results[0] && Math.max(...attempts) > results[0].attempt)
        found.push(`${name} was sent again after its result`)
    }
    const audit = await this.host(['audit'])
    if (audit.status !== 0) found.push(audit.said)
    return found
  }
}

t.test('the host', { skip: missing, timeout: 0 }, async t => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'edgewise-crash-')))
  t.teardown(() => rmSync(base, { recursive: true, force: true }))
  const rust = join(base, 'step-in-rust')
  execFileSync('rustc', ['-O', '-o', rust, join(fixtures, 'step.rs')], { stdio: 'ignore' })
  let serial = 0
  const machine = (): Machine => {
    const dir = join(base, String(serial++))
    mkdirSync(dir)
    return new Machine(dir, rust)
  }
  /** Two at a time, each on a machine of its own. */
  const each = async <T>(points: T[], work: (point: T, it: Machine) => Promise<void>): Promise<void> => {
    const left = points.slice()
    const lane = async (): Promise<void> => {
      for (let point = left.shift(); point !== undefined; point = left.shift()) {
        const it = machine()
        await work(point, it)
        rmSync(it.dir, { recursive: true, force: true })
      }
    }
    await Promise.all([lane(), lane()])
  }

  for (const name of languages)
    t.test(`F66: is killed while a consumer works (${name})`, async t => {
      const orphaned = async (t: Test): Promise<{ it: Machine; pid: number }> => {
        const it = machine()
        const pid = await it.orphan(name)
        t.teardown(() => {
          if (livingIn(pid).length > 0) process.kill(-pid, 'SIGKILL')
        })
        t.same(it.of('selection-result', name), [])
        return { it, pid }
      }
      const asOnce = async (t: Test, it: Machine): Promise<void> => {
        t.same(await it.wrong(), [])
        t.equal(it.of('task-started', name).length, 1, 'it was started once')
        t.match(it.of('selection-result', name), [{ attempt: 1, status: 'applied' }])
        t.match(it.of('task-ended', name), [{ attempt: 1, ending: { outcome: 'ok' } }])
        t.equal(readFileSync(join(it.dir, `${name}.told`), 'utf8').split('\n').length, 2, 'and told once')
      }

      t.test('it ends while nobody is there: its result is taken, and it is not told again', async t => {
        const { it, pid } = await orphaned(t)
        it.letGo(name)
        await until(`${name} has ended`, () => livingIn(pid).length === 0)
        const resumed = await it.host(['resume'])
        t.equal(resumed.status, 0, resumed.said)
        t.same(it.of('task-attached', name), [])
        await asOnce(t, it)
      })

      t.test('it lives on: it is followed to its end', async t => {
        const { it, pid } = await orphaned(t)
        const { ended } = it.start(['resume'])
        await until(`${name} is followed`, () => it.of('task-attached', name).length > 0)
        it.letGo(name)
        const resumed = await ended
        t.equal(resumed.status, 0, resumed.said)
        t.match(it.of('task-attached', name), [{ attempt: 1, pid }])
        await asOnce(t, it)
      })
    })

  const calls: Record<string, number> = {}
  t.test('undisturbed', { skip }, async t => {
    const it = machine()
    const trace = join(it.dir, 'trace')
    const ended = await it.apply(['-o', trace, '-e', 'trace=write,fdatasync'])
    t.equal(ended.status, 0, ended.said)
    t.same(await it.wrong(), [])
    for (const line of readFileSync(trace, 'utf8').split('\n')) {
      const call = /^(write|fdatasync)\(/.exec(line)?.[1]
      if (call) calls[call] = (calls[call] ?? 0) + 1
    }
    // The commit, the first start and the end at least; how much of the rest shares a write is a matter of speed.
    t.ok(calls.write! >= 3 && calls.fdatasync === calls.write, JSON.stringify(calls))
  })

  t.test('F58: is killed at each write and each sync', { skip }, async t => {
    let kills = 0
    const points = Object.entries(calls).flatMap(([call, count]) =>
      Array.from({ length: count }, (_, i) => ({ call, when: i + 1 })),
    )
    await each(points, async ({ call, when }, it) => {
      const ended = await it.apply(['-o', '/dev/null', '-e', `inject=${call}:signal=KILL:when=${when}`])
      const isKilled = ended.signal === 'SIGKILL' || ended.status === 137
      await it.goOn()
      const wrong = await it.wrong()
      if (isKilled) kills++
      t.same(wrong, [], `at ${call} ${when}`)
    })
    // What happens at the same time shares a write: the last points need not come up again.
    t.ok(kills > points.length / 2, `${kills} kills`)
  })

  t.test('F64: is killed again while it recovers', { skip }, async t => {
    const points = [1, 2, 3].flatMap(when => ['write', 'fdatasync'].map(call => ({ call, when })))
    await each(points, async ({ call, when }, it) => {
      const kill = (at: number): string[] => [
        '-o',
        '/dev/null',
        '-e',
        `inject=${call}:signal=KILL:when=${at}`,
      ]
      await it.apply(kill(3))
      await it.goOn(kill(when))
      t.same(await it.wrong(), [], `at ${call} 3, then at ${call} ${when}`)
    })
  })

  for (const [fault, call, code] of [
    ['F49', 'fdatasync', 'EIO'],
    ['F49', 'write', 'EIO'],
    ['F45', 'write', 'ENOSPC'],
    ['F48', 'write', 'EROFS'],
  ] as const)
    t.test(
      `${fault}: ${code} from ${call}: it stops, says so, tries nothing again, and can be gone on with`,
      { skip },
      async t => {
        const points = [1, 2, 4]
        await each(points, async (when, it) => {
          const trace = join(it.dir, 'trace')
          const ended = await it.apply([
            '-o',
            trace,
            '-e',
            'trace=write,fdatasync',
            '-e',
            `inject=${call}:error=${code}:when=${when}`,
          ])
          const after = readFileSync(trace, 'utf8').split('INJECTED')[1]!.split('\n').slice(1)
          const again = after.filter(line => line.startsWith(call === 'write' ? 'write(' : 'fdatasync('))
          t.equal(ended.status, 1, ended.said)
          t.match(ended.said, code)
          t.same(again, [], `no other ${call} after the one that failed`)
          await it.goOn()
          t.same(await it.wrong(), [], `at ${call} ${when}`)
        })
      },
    )

  /** The host is stopped behind a write of its journal, and its files may only become as large as is said then. */
  const shortened = async (t: Test, it: Machine, room: number) => {
    const trace = join(it.dir, 'trace')
    const { child, ended } = it.start(it.begin, [
      ...['-o', trace, '-e', 'trace=write,ftruncate', '-e', 'inject=write:signal=STOP:when=1..2'],
    ])
    t.teardown(() => child.kill())
    const stopped = (times: number) =>
      until(`it is stopped ${times} times`, () => {
        const said = existsSync(trace) ? readFileSync(trace, 'utf8') : ''
        return said.split('--- stopped by SIGSTOP').length > times
      })
    await stopped(1)
    const host = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8'))
    const may = (size: number | 'unlimited') =>
      execFileSync('prlimit', ['--pid', String(host), `--fsize=${size}:`], { stdio: 'ignore' })
    const committed = statSync(it.journal).size
    may(committed + room)
    process.kill(host, 'SIGCONT')
    await stopped(2)
    t.equal(statSync(it.journal).size, committed + room, 'the second write was short')
    return {
      ended,
      committed,
      goOn: (size: number | 'unlimited') => {
        may(size)
        process.kill(host, 'SIGCONT')
      },
      calls: () =>
        readFileSync(trace, 'utf8')
          .split('\n')
          .filter(line => /^(write|ftruncate)\(/.test(line)),
    }
  }
  const returned = (call: string): string => call.slice(call.lastIndexOf('=') + 2)

  t.test('F45: a write that was short: the rest is written behind it', { skip }, async t => {
    const it = machine()
    const { ended, goOn, calls } = await shortened(t, it, 100)
    goOn('unlimited')
    const applied = await ended
    t.equal(applied.status, 0, applied.said)
    t.same(await it.wrong(), [])
    const [, short, rest] = calls()
    const asked = (call: string): number => Number(/, (\d+)\) +=/.exec(call)![1])
    t.equal(returned(short!), '100')
    t.equal(asked(rest!), asked(short!) - 100, 'and nothing else before it')
  })

  t.test('F45: no room behind a short write: what was taken is cut off again', { skip }, async t => {
    const it = machine()
    const { ended, committed, goOn, calls } = await shortened(t, it, 100)
    goOn(committed + 100)
    const stopped = await ended
    t.same([stopped.status, stopped.signal], [1, null], stopped.said)
    t.match(stopped.said, 'EFBIG')
    t.equal(statSync(it.journal).size, committed, 'it ends with its last whole record')
    // The host asks twice: only the second call may tell it why the first took so little.
    const after = calls().map(returned).slice(1)
    t.match([after[0], after.at(-2), after.at(-1)], ['100', /^-1 EFBIG/, '0'], after.join(', '))
    await it.goOn()
    t.same(await it.wrong(), [])
  })

  t.test(
    'F47: finds no inode for the run: nothing is committed',
    { skip: root ? false : 'needs root' },
    async t => {
      const mounted = join(base, 'few')
      mkdirSync(mounted)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,nr_inodes=6,mode=0711', 'tmpfs', mounted])
      t.teardown(() => execFileSync('umount', [mounted]))
      const dir = join(base, 'inodes')
      mkdirSync(dir)
      const it = new Machine(dir, rust, mounted)
      const ended = await it.apply()
      t.not(ended.status, 0)
      t.match(ended.said, /ENOSPC|no space/)
      t.notOk(existsSync(join(dir, 'shell')), 'and nothing was done')
    },
  )

  t.test(
    'F45: a disk that a step fills: it goes on when there is room',
    { skip: root ? false : 'needs root' },
    async t => {
      const mounted = join(base, 'full')
      mkdirSync(mounted)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=0711', 'tmpfs', mounted])
      t.teardown(() => execFileSync('umount', [mounted]))
      const dir = join(base, 'filled')
      mkdirSync(dir)
      const it = new Machine(dir, rust, mounted)
      const filling = join(dir, 'fill.sh')
      writeFileSync(
        filling,
        `#!/bin/sh\n[ -e "$1/tried" ] || { : >"$1/tried"; dd if=/dev/zero of=${mounted}/ballast bs=1k 2>/dev/null; }\nexec ${fixtures}/step.sh "$@"\n`,
        { mode: 0o755 },
      )
      const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
      manifest.steps.shell.consumer[0] = filling
      writeFileSync(it.manifest, JSON.stringify(manifest))
      const ended = await it.apply()
      t.not(ended.status, 0, ended.said)
      rmSync(join(mounted, 'ballast'), { force: true })
      // Where the journal had room left, what failed is the step, whose own words did not fit any more.
      await it.host(['choose', 'shell/host.failed', 'retry'])
      await it.goOn()
      for (const name of languages) t.equal(readFileSync(join(dir, name), 'utf8'), 'done\n')
      t.equal((await it.host(['audit'])).status, 0)
    },
  )
})
