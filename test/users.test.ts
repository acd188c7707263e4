/** Programs as other users: what they are, as they see it themselves. Makes real users, so it needs root. */

import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import t, { type Test } from 'tap'
import { environmentFor } from '../src/sandbox/environment.js'
import { type Identity, lookupUser, self } from '../src/sandbox/identity.js'
import type { Task } from './fixtures/hosts/start.js'
import { hostFile as builtHost } from './hosts.js'

const asRoot = process.getuid?.() === 0
const skip = asRoot ? false : 'needs root: it creates users'
const PYTHON = '/usr/bin/python3'

const random = Math.random().toString(36).slice(2, 8)
const groups = [`edgewise-test-${random}a`, `edgewise-test-${random}b`]
/** One with two supplementary groups, one without any: they take different ways through the launcher. */
const many = `edgewise-test-${random}`
const alone = `edgewise-test-${random}s`

/** Readable by everyone, as a checkout need not be. */
const folder = mkdtempSync(join(tmpdir(), 'edgewise-users-'))
const program = join(folder, 'tells-all.py')
const hostFile = join(folder, 'host.mjs')

t.before(async () => {
  chmodSync(folder, 0o755)
  copyFileSync(new URL('./fixtures/programs/tells-all.py', import.meta.url), program)
  await builtHost(folder)
  chmodSync(hostFile, 0o644)
  if (!asRoot) return
  for (const group of groups) execFileSync('groupadd', ['--system', group])
  const common = [
    '--system',
    '--user-group',
    '--home-dir',
    '/srv',
    '--shell',
    '/bin/bash',
    '--no-create-home',
  ]
  execFileSync('useradd', [...common, '--groups', groups.join(','), many])
  execFileSync('useradd', [...common, alone])
})

t.teardown(() => {
  rmSync(folder, { recursive: true })
  if (!asRoot) return
  for (const user of [many, alone]) execFileSync('userdel', [user], { stdio: 'ignore' })
  for (const group of groups) execFileSync('groupdel', [group])
})

const idOf = (kind: '-u' | '-g' | '-G', user: string): number[] =>
  execFileSync('id', [kind, user], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .map(Number)
    .sort((a, b) => a - b)

interface Line {
  failure?: { code: string; message: string }
  stdout?: string
  stderr?: string[]
}

/** A host without tap's variables, started through `before`. */
async function host(task: Task, before: string[] = []): Promise<Line[]> {
  const argv = ['-i', ...before, process.execPath, hostFile, JSON.stringify(task)]
  const child = spawn('/usr/bin/env', argv, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/' })
  const lines: Line[] = []
  createInterface({ input: child.stdout }).on('line', line => lines.push(JSON.parse(line)))
  await new Promise(resolve => child.once('close', resolve))
  return lines
}

const NO_CAPABILITIES = '0000000000000000'

/** What a program has to find when it runs as `identity`. */
function asserts(t: Test, line: Line | undefined, identity: Identity, role: 'producer' | 'consumer') {
  t.strictSame(line?.failure, undefined)
  t.strictSame(line?.stderr, [])
  const seen = JSON.parse(line!.stdout!)
  const { uid, gid } = identity
  t.strictSame(seen.uids, [uid, uid, uid], 'real, effective and saved uid')
  t.strictSame(seen.gids, [gid, gid, gid], 'real, effective and saved gid')
  t.strictSame(seen.groups, identity.groups, 'supplementary groups')
  t.equal(seen.capInh, NO_CAPABILITIES)
  t.equal(seen.capAmb, NO_CAPABILITIES)
  if (uid !== 0) t.strictSame([seen.capEff, seen.capPrm], [NO_CAPABILITIES, NO_CAPABILITIES])
  t.equal(seen.noNewPrivs, '0')
  const env = { ...seen.env }
  t.equal('EDGEWISE_START' in env, role === 'producer')
  delete env.EDGEWISE_START
  delete env.LC_CTYPE // Python's own
  t.strictSame(env, environmentFor(identity, {}))
  t.strictSame(seen.fds, {
    0: 'socket',
    1: role === 'producer' ? 'socket' : 'file',
    2: role === 'producer' ? 'socket' : 'file',
  })
  t.match(seen, { tty: false, leader: true, umask: 0o022, cwd: '/', sigIgn: 0, sigBlk: 0, stdin: 'hello' })
  t.ok(seen.nofile[0] <= 1024)
}

/** The same program as producer, as consumer, and as a consumer behind a fence. */
async function both(t: Test, user: string | undefined, identity: Identity, before: string[] = []) {
  for (const [role, fenced] of [['producer'], ['consumer'], ['consumer', true]] as const) {
    // A folder that the host owns, whoever that is.
    const own = join(folder, `${role}-${Math.random().toString(36).slice(2)}`)
    const fence = fenced ? { fence: `edgewise-${basename(own)}` } : {}
    mkdirSync(own)
    chmodSync(own, 0o777)
    const files = role === 'consumer' ? { files: join(own, 'run') } : {}
    const named = user === undefined ? {} : { user }
    const start = { argv: [PYTHON, program], role, ...named, ...files, ...fence }
    const lines = await host({ close: true, limit: 1, starts: [start], input: 'hello' }, before)
    asserts(t, lines[1], identity, role)
  }
}

async function known(name: string): Promise<Identity> {
  const answer = await lookupUser(name)
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}

t.test('a user is looked up with all its groups, and once', { skip }, async t => {
  const identity = await known(many)
  t.strictSame([identity.uid], idOf('-u', many))
  t.strictSame([identity.gid], idOf('-g', many))
  t.strictSame(identity.groups, idOf('-G', many))
  t.equal(identity.groups.length, 3)
  t.match(identity, { user: many, home: '/srv', shell: '/bin/bash' })
  t.equal(lookupUser(many), lookupUser(many))
  t.strictSame((await known(alone)).groups, idOf('-g', alone))
})

t.test('F05, F06: who is not a user is told so', async t => {
  for (const name of ['0', '+0', '00', 'root ', '']) {
    t.match(await lookupUser(name), { ok: false, error: { code: 'sandbox.user-name' } }, JSON.stringify(name))
  }
  const unknown = await lookupUser('edgewise-nobody-has-this')
  t.match(unknown, {
    ok: false,
    error: { code: 'sandbox.unknown-user', message: /edgewise-nobody-has-this/ },
  })
  t.match(await lookupUser('root'), { ok: true, value: { uid: 0, gid: 0 } })
})

t.test('root to a user with supplementary groups', { skip }, async t => both(t, many, await known(many)))

t.test('root to a user without supplementary groups', { skip }, async t => both(t, alone, await known(alone)))

t.test('root to root', { skip }, async t => both(t, 'root', await known('root')))

t.test('F80: groups and gid that the operator brought along do not stay', { skip }, async t => {
  const leftover = ['/usr/bin/setpriv', '--regid=4', '--groups=4,24', '--inh-caps=+chown', '--']
  await both(t, 'root', await known('root'), leftover)
  await both(t, many, await known(many), leftover)
  await both(t, alone, await known(alone), leftover)
})

t.test('F79: an unprivileged host runs its own programs and refuses all others', { skip }, async t => {
  const identity = await known(many)
  const become = [
    '/usr/bin/setpriv',
    `--reuid=${identity.uid}`,
    `--regid=${identity.gid}`,
    '--init-groups',
    '--',
  ]
  await both(t, undefined, identity, become)
  await both(t, many, identity, become)
  for (const user of ['root', alone]) {
    const lines = await host({ starts: [{ argv: [PYTHON, program], user, role: 'producer' }] }, become)
    t.match(lines, [
      { failure: { code: 'sandbox.not-permitted', message: new RegExp(`may not become ${user}`) } },
    ])
    t.equal(lines.length, 1)
  }
})

t.test('a program that its user may not execute, behind setpriv and without', { skip }, async t => {
  const secret = join(folder, 'secret.sh')
  copyFileSync('/bin/true', secret)
  chmodSync(secret, 0o700)
  for (const user of [many, alone]) {
    const lines = await host({ starts: [{ argv: [secret], user, role: 'producer' }] })
    t.match(JSON.stringify(lines), /sandbox\.denied/, user)
    t.match(JSON.stringify(lines), new RegExp(`secret\\.sh as ${user}`))
  }
})

t.test('the host itself', async t => {
  const me = self()
  t.equal(me.uid, process.geteuid?.())
  t.ok(me.groups.includes(me.gid))
  t.equal(self(), me)
})
