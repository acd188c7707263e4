/** A program that tries every way out of a producer, under each kind of host; and what of it works where nobody is held. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import t, { type Test } from 'tap'
import { pathOf } from '../src/sandbox/tools.js'
import type { Task } from './fixtures/hosts/start.js'
import { hostFile } from './hosts.js'
import { until } from './until.js'

const FIXTURES = new URL('./fixtures/escape/', import.meta.url).pathname
const isRoot = process.geteuid!() === 0
const NOBODY = 65534

// Not below /tmp, which every producer has for itself.
const scratch = mkdtempSync('/var/tmp/edgewise-escape-')
chmodSync(scratch, 0o755)
t.teardown(() => rmSync(scratch, { recursive: true }))
for (const name of ['attempts.py', 'targets.py']) {
  copyFileSync(join(FIXTURES, name), join(scratch, name))
  chmodSync(join(scratch, name), 0o755)
}
const host = await hostFile(scratch)

interface Attempt {
  name: string
  expected: string[]
  outcome: string
}

interface Seen {
  uids: number[]
  gids: number[]
  groups: number[]
  status: Record<string, string>
  descriptors: number[]
}

interface Tried {
  attempts: Attempt[]
  seen: Seen
  settled: { status: number | null; signal: string | null; leftovers: unknown[] }
  /** Names of processes that were still there behind it. */
  left: string[]
  targets: { file: string; open: string; tmp: string; shm: string }
}

interface How {
  /** Who the host is. */
  host: number
  user?: string
  groups?: number[]
  held: boolean
}

const firstLine = async (child: ChildProcess): Promise<string> => {
  for await (const line of createInterface({ input: child.stdout! })) return line
  return ''
}

async function tryAll(t: Test, how: How): Promise<Tried> {
  const uid = how.user === undefined ? how.host : NOBODY
  const folder = mkdtempSync(join(scratch, 'targets-'))
  chmodSync(folder, 0o755)
  const targeting = spawn('/usr/bin/python3', [join(scratch, 'targets.py'), folder, String(uid), String(uid)])
  t.teardown(() => targeting.stdin.end())
  const told = await firstLine(targeting)
  const targets = JSON.parse(told) as Tried['targets'] & { bears: string }
  const task: Task = {
    close: true,
    starts: [
      {
        argv: ['/usr/bin/python3', join(scratch, 'attempts.py'), told],
        role: 'producer',
        ...(how.user === undefined ? {} : { user: how.user }),
        ...(how.groups === undefined ? {} : { groups: how.groups }),
        ...(how.held ? { allow: [] } : {}),
      },
    ],
  }
  const become =
    how.host === 0 || !isRoot
      ? []
      : [pathOf('setpriv')!, `--reuid=${how.host}`, `--regid=${how.host}`, '--clear-groups', '--']
  const argv = ['-i', 'PATH=/usr/bin:/bin', ...become, process.execPath, host, JSON.stringify(task)]
  const { stdout, stderr } = spawnSync('/usr/bin/env', argv, { encoding: 'utf8', cwd: '/' })
  const said = JSON.parse(stdout.trimEnd().split('\n').at(-1) || '{}')
  if (said.stdout === undefined) throw new Error(`it did not run: ${stdout}${stderr}`)
  const lines = (said.stdout as string)
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const bearing = (): string[] => commNames().filter(name => name === targets.bears)
  // The kernel ends them when their namespace goes, a moment after bwrap has; else the host does.
  await until('none of its processes is left', () => bearing().length === 0)
  return { attempts: lines.slice(0, -1), seen: lines.at(-1), settled: said.settled, left: bearing(), targets }
}

function commNames(): string[] {
  return readdirSync('/proc')
    .filter(entry => /^[0-9]+$/.test(entry))
    .flatMap(pid => {
      try {
        return [readFileSync(`/proc/${pid}/comm`, 'utf8').trimEnd()]
      } catch {
        return []
      }
    })
}

const kinds: (How & { title: string; capabilities: string; gid: number; all: number[] })[] = [
  {
    title: "a root host, a user's producer",
    host: 0,
    user: 'nobody',
    groups: [100, NOBODY],
    held: true,
    capabilities: '0',
    gid: NOBODY,
    all: [100, NOBODY],
  },
  { title: 'a root host, its own producer', host: 0, held: true, capabilities: '4', gid: 0, all: [] },
  {
    title: 'a host that is not root',
    host: isRoot ? NOBODY : process.geteuid!(),
    held: true,
    capabilities: '0',
    gid: isRoot ? NOBODY : process.getegid!(),
    all: [],
  },
]

const lacking = pathOf('bwrap')
  ? existsSync('/usr/bin/python3')
    ? undefined
    : 'it needs /usr/bin/python3'
  : 'it needs bubblewrap'

for (const { title, capabilities, gid, all, ...how } of kinds) {
  const skip = lacking ?? (how.host === 0 && !isRoot ? 'it needs root' : false)
  t.test(`F53, F79 to F85: no way out under ${title}`, { skip }, async t => {
    const { attempts, seen, settled, left, targets } = await tryAll(t, how)
    t.ok(attempts.length >= 60, `${attempts.length} ways were tried`)
    t.strictSame(
      attempts.filter(({ outcome, expected }) => !expected.includes(outcome)),
      [],
      'none leads out',
    )
    const limits = attempts.filter(({ outcome }) => outcome === 'escaped').map(({ name }) => name)
    t.strictSame(
      limits,
      attempts.filter(({ name }) => name.includes('known limit')).map(({ name }) => name),
    )

    const uid = how.user ? NOBODY : how.host
    t.strictSame(seen.uids, [uid, uid, uid], 'F80: its own ids')
    t.strictSame(seen.gids, [gid, gid, gid])
    t.strictSame(
      seen.groups.filter(group => group !== gid || all.includes(gid)),
      all,
      'and groups',
    )
    const { NoNewPrivs, Seccomp, ...sets } = seen.status
    for (const [name, set] of Object.entries(sets)) t.equal(set, capabilities.padStart(16, '0'), name)
    t.strictSame([NoNewPrivs, Seccomp], ['1', '2'])
    t.strictSame(seen.descriptors, [0, 1, 2], 'F81: no descriptor but its own')

    t.match(settled, { status: 0, signal: null, leftovers: [] })
    t.strictSame(left, [], 'F23, F53: who would stay is gone with it')
    for (const path of [targets.file, targets.tmp, targets.shm])
      t.equal(readFileSync(path, 'utf8'), 'as it was', path)
    t.strictSame(readdirSync(targets.open), [])
  })
}

t.test(
  'the same attempts lead out where nobody is held',
  { skip: lacking ?? (isRoot ? false : 'it needs root') },
  async t => {
    // Not as root, which would really reboot; what only root may is refused to a user anyway.
    const { attempts } = await tryAll(t, { host: NOBODY, held: false })
    const out = attempts.filter(({ outcome }) => outcome === 'escaped').map(({ name }) => name)
    t.ok(out.length >= 45, `${out.length} of ${attempts.length} attempts are real: ${out.join(', ')}`)
  },
)
