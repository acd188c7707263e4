/** Traps of execa and tap as they are installed, so that an upgrade which changes one is seen; and that nothing here falls into them. */

import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { execa } from 'execa'
import t from 'tap'
import { self } from '../src/sandbox/identity.js'
import { launch } from '../src/sandbox/launch.js'
import { runOnce } from '../src/sandbox/once.js'
import { statOf } from '../src/sandbox/processes.js'

const sh = (script: string): [string, string[]] => ['/bin/sh', ['-c', script]]
/** Leaves someone behind who holds both pipes, and says who. */
const leaver = 'sleep 600 & echo $!'
/** A zombie, which only its new parent can take away, is not. */
const alive = (pid: number): boolean => ![undefined, 'Z', 'X'].includes(statOf(pid)?.state)

async function launched(script: string): Promise<{ said: string; leftovers: number }> {
  const [executable, args] = sh(script)
  const chunks: Buffer[] = []
  const started = await launch({
    program: { argv: [executable, ...args], executable, user: null, cwd: '/', env: {} },
    identity: self(),
    role: 'producer',
    limits: {},
    timeouts: { idle: null, total: null },
    stdout: 'pipe',
    stderr: 'pipe',
    onStdout: chunk => void chunks.push(Buffer.from(chunk)),
  })
  if (!started.ok) throw new Error(started.error.message)
  started.value.send('')
  const { leftovers } = await started.value.settled
  return { said: Buffer.concat(chunks).toString(), leftovers: leftovers.length }
}

t.test('extendEnv: execa passes on the whole environment unless it is told not to', async t => {
  const variable = 'EDGEWISE_TEST_SECRET'
  process.env[variable] = 'hunter2'
  t.teardown(() => delete process.env[variable])
  const env = { PATH: '/usr/bin:/bin' }
  t.match((await execa('/usr/bin/env', [], { env })).stdout, 'hunter2')
  t.notMatch((await execa('/usr/bin/env', [], { env, extendEnv: false })).stdout, 'hunter2')

  const look = await runOnce('/usr/bin/env', [])
  t.match(look, { status: 0, problem: '' })
  t.match(look.stdout, 'LANG=C.UTF-8')
  t.notMatch(look.stdout, 'hunter2', 'a look-up does not see it')
  t.notMatch((await launched('env')).said, 'hunter2', 'nor does a program')
})

t.test('buffer: execa collects all output unless it is told not to', async t => {
  const script = sh('echo said')
  t.equal((await execa(...script)).stdout, 'said')
  const free = execa(...script, { buffer: false })
  free.stdout.resume()
  t.equal((await free).stdout, undefined)
})

t.test('without its buffer, a reader that is not attached in the same tick comes too late', async t => {
  const heard: string[] = []
  const early = execa(...sh('echo said'), { buffer: false })
  early.stdout.on('data', chunk => heard.push(String(chunk)))
  await early
  t.same(heard, ['said\n'])

  const late = execa(...sh('echo said'), { buffer: false })
  await late
  late.stdout.on('data', chunk => heard.push(String(chunk)))
  await new Promise(resolve => setImmediate(resolve))
  t.same(heard, ['said\n'], 'nothing more is heard')
})

t.test('what a fast program prints at once is never lost', async t => {
  const line = 'x'.repeat(999)
  const script = `i=0; while [ $i -lt 40 ]; do echo ${line}; i=$((i+1)); done`
  const all = await Promise.all(Array.from({ length: 20 }, () => launched(script)))
  t.same([...new Set(all.map(({ said }) => said.length))], [40_000], 'by the launcher')
  const looks = await Promise.all(Array.from({ length: 5 }, () => runOnce(...sh(script))))
  t.same(
    [...new Set(looks.map(({ stdout }) => stdout.length))],
    [39_999],
    'by a look-up, less the last line feed',
  )
})

t.test('execa settles when the pipes are closed, and not when the program has ended', async t => {
  const child = execa(...sh(leaver))
  let settled = false
  const over = child.then(() => {
    settled = true
  })
  const [chunk] = await once(child.stdout, 'data')
  const pid = Number(String(chunk))
  t.teardown(() => alive(pid) && process.kill(pid, 'SIGKILL'))
  if (child.exitCode === null) await once(child, 'exit')
  await new Promise(resolve => setImmediate(resolve))
  t.notOk(settled, 'the program has ended, its grandchild holds the pipe')
  process.kill(pid, 'SIGKILL')
  await over
  t.ok(settled)
})

t.test(
  'a look-up that leaves somebody with its pipes is over when it has ended, and a moment more',
  async t => {
    for (const [script, limit, status] of [
      [leaver, 60_000, 0],
      // The time limit of execa ends the program, and not who holds its pipes.
      [`${leaver}; exec sleep 500`, 300, null],
    ] as const) {
      const look = await runOnce(...sh(script), { limit })
      const pid = Number(look.stdout)
      t.teardown(() => alive(pid) && process.kill(pid, 'SIGKILL'))
      t.ok(pid > 1 && alive(pid), 'he lives on, and holds nobody up')
      t.equal(look.status, status)
      t.equal(look.problem, status === 0 ? '' : 'no answer')
    }
  },
)

t.test('the launcher waits for the program, drains for a bounded time, and ends who is left', async t => {
  const { said, leftovers } = await launched(leaver)
  t.equal(leftovers, 1)
  t.notOk(alive(Number(said)), 'nobody is left')
})

t.test('execa is used for look-ups and tools alone, in one place', async t => {
  const sources = join(import.meta.dirname, '..', 'src')
  const users = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    file =>
      file.endsWith('.ts') && /(?:from|import\()\s*'execa'/.test(readFileSync(join(sources, file), 'utf8')),
  )
  t.same(users, ['sandbox/once.ts'])
})

t.test('tap says nowhere how many passed; the test command does', async t => {
  const root = join(import.meta.dirname, '..')
  const fixture = join(import.meta.dirname, 'fixtures', 'traps', 'passes.mjs')
  const { stdout } = await execa(process.execPath, [fixture], { env: { TAP_CHILD_ID: undefined } })
  t.match(stdout, /^1\.\.2$/m)
  t.notMatch(stdout, /\d+ passed/)
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  t.equal(scripts.test, 'node scripts/test.mjs')
  t.match(readFileSync(join(root, 'scripts', 'test.mjs'), 'utf8'), /passed, \$\{failed\} failed/)
  const settings = readFileSync(join(root, '.taprc'), 'utf8')
  t.match(settings, /^disable-coverage: true$/m, 'coverage of 100 % is what it would ask for')
  t.match(settings, /^jobs: 2$/m, 'one file at a time is what it would run')
})
