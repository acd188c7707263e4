/** Reboots: predicted, asked for, as few as can be, proven; and the units that go on with a run at boot. */

import { execFile, execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { apply } from '../src/host/apply.js'
import { resume } from '../src/host/resume.js'
import { resumeUnitText, shipped } from '../src/host/units.js'
import { findStateDirectory } from '../src/journal/directory.js'
import { takeLock } from '../src/journal/lock.js'
import { type FileSystems, lasting } from '../src/journal/volatile.js'
import { withBarriers } from '../src/scheduler/barriers.js'
import type { Edge, Phase, Selection, Task } from '../src/scheduler/model.js'
import { Machine } from './fixtures/host/machine.js'
import { transition } from './transition.js'

const run = promisify(execFile)

/** Its resolution needs a reboot; `after` are further keys of that resolution. */
const needsReboot = (more = '"effects":{"reboot":true}'): string => `
item() {
  say '{"type":"item","id":"missing","severity":"error","title":"The marker is missing","fingerprint":"none","resolutions":[{"id":"make","title":"Make it","default":true,${more}}]}'
}`

/** b needs a, which needs a reboot; c is free. */
const across = (t: Parameters<typeof transition>[0], top: Record<string, unknown> = {}) => {
  const it = transition(t, { a: { script: needsReboot() }, b: { more: { needs: ['a'] } }, c: {} }, top)
  const machine = new Machine(it.state)
  return { ...it, machine }
}

/** A reboot command that leaves a note, and what the journal held at that moment. */
const noting = (dir: string, more = ''): string[] => {
  const path = join(dir, 'reboot.sh')
  writeFileSync(
    path,
    `#!/bin/sh\necho "$@" >>${dir}/rebooted\ncat ${dir}/../state/runs/*/journal.jsonl >${dir}/known\n${more}\n`,
  )
  chmodSync(path, 0o755)
  return [path, 'now please']
}

t.test('the fewest reboots that the graph allows: held against every other way, on small graphs', async t => {
  const graphs = fc.integer({ min: 2, max: 6 }).chain(size =>
    fc.record({
      asks: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      late: fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      edges: fc.uniqueArray(
        fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).filter(([from, to]) => from < to),
        { selector: ([from, to]) => `${from} ${to}`, maxLength: 9 },
      ),
    }),
  )
  let crossed = 0
  fc.assert(
    fc.property(graphs, ({ asks, late, edges }) => {
      const tasks = asks.map(
        (reboot, i): Task => ({
          id: `t${i}`,
          step: `t${i}`,
          phase: (late[i] ? 'after-boot' : 'now') satisfies Phase,
          generation: 1,
          selections: [{ reboot } as Selection],
        }),
      )
      const wanted = edges.map(([from, to]): Edge => ({ from: `t${from}`, to: `t${to}`, kind: 'needs' }))
      const { barriers } = withBarriers(tasks, wanted)
      const fewest = fewestReboots(asks, late, edges)
      if (fewest > 0) crossed++
      if (barriers.length !== fewest) throw new Error(`${barriers.length} barriers where ${fewest} do`)
    }),
    { numRuns: 400 },
  )
  t.ok(crossed > 100, `${crossed} of the graphs need one`)
})

/** Tries every assignment of tasks to the times between reboots, and takes the one that is over first. */
function fewestReboots(asks: boolean[], late: boolean[], edges: [number, number][]): number {
  const size = asks.length
  for (let most = 0; ; most++) {
    const times = new Array<number>(size).fill(0)
    for (;;) {
      const isKept =
        times.every((time, i) => !late[i] || time > 0) &&
        edges.every(([from, to]) => times[to]! >= times[from]! + (asks[from] ? 1 : 0))
      if (isKept) return most
      let i = 0
      while (i < size && times[i] === most) times[i++] = 0
      if (i === size) break
      times[i]!++
    }
  }
}

t.test(
  'the reboot is visible before it is made: check, plan, show, and the graph in each format',
  async t => {
    const it = across(t)
    const file = join(it.dir, 'plan.json')
    const accept = ['--accept', 'all']
    t.match((await it.run(['check', it.manifest, ...accept])).stdout, /1 reboot/)
    t.match((await it.run(['plan', it.manifest, ...accept, '-o', file])).stdout, /reboot 1/)
    t.match((await it.run(['show', file])).stdout, /reboot 1/)
    for (const format of ['dot', 'mermaid', 'svg'])
      t.match((await it.run(['graph', file, '--format', format])).stdout, /reboot 1/, format)
  },
)

t.test('ask, the default: all that can run before it runs, then 5, and how to go on', async t => {
  const { machine, ...it } = across(t)
  const applied = await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
  t.ok(applied.ok && applied.value.status === 5)
  t.same([it.made('a'), it.made('b'), it.made('c')], [true, false, true])
  t.match(
    it.events().find(({ type }) => type === 'reboot-awaited'),
    {
      boot: 'boot-1',
      barrier: '@reboot-1',
    },
  )

  const early = await resume(machine.context(), {})
  t.ok(early.ok && early.value.status === 5, 'resume before the reboot still waits')
  t.notOk(it.made('b'))

  machine.boot = { id: 'boot-2', soft: null }
  const late = await resume(machine.context(), {})
  t.ok(late.ok && late.value.status === 0)
  t.ok(it.made('b'))
  const types = it.events().map(({ type, task, why }) => [type, task, why].filter(Boolean).join(' '))
  const looked = types.indexOf('task-checking a rebooted')
  t.ok(looked > types.indexOf('rebooted') && looked > 0, 'who asked is looked at again')
  t.ok(types.indexOf('task-started b') > looked, 'before anything behind it starts')
})

t.test('at a terminal somebody is asked, and a yes is enough', async t => {
  const { machine, ...it } = across(t)
  writeFileSync(join(it.dir, 'none'), '')
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
  writeFileSync(it.manifest, JSON.stringify({ ...manifest, reboot: noting(it.dir) }))
  const asked: string[] = []
  const no = await apply(machine.context(), {
    manifest: it.manifest,
    accept: 'all',
    confirmReboot: async command => asked.push(command.at(-1)!) > 1,
  })
  t.ok(no.ok && no.value.status === 5)
  t.notOk(existsSync(join(it.dir, 'rebooted')), 'a no is taken for one')
  const yes = await resume(machine.context(), { confirmReboot: async () => true })
  t.ok(yes.ok && yes.value.status === 5)
  t.equal(it.file('rebooted'), 'now please\n')
  t.same(asked, ['now please'])
})

t.test(
  'auto: the intent is on the disk, then the command runs; the policy is kept for who resumes',
  async t => {
    const { machine, ...it } = across(t)
    const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
    writeFileSync(it.manifest, JSON.stringify({ ...manifest, reboot: noting(it.dir) }))
    const applied = await apply(machine.context(), { manifest: it.manifest, accept: 'all', reboot: 'auto' })
    t.ok(applied.ok && applied.value.status === 5)
    t.equal(it.file('rebooted'), 'now please\n')
    t.match(
      it.file('known').trimEnd().split('\n').at(-1),
      /"type":"reboot-asked","command":\[".*","now please"\]/,
    )

    const early = await resume(machine.context(), {})
    t.ok(early.ok && early.value.status === 5)
    t.equal(it.file('rebooted'), 'now please\nnow please\n', 'a machine that has not rebooted is told again')
    const never = await resume(machine.context(), { reboot: 'never' })
    t.ok(never.ok && never.value.status === 5)
    t.equal(it.file('rebooted'), 'now please\nnow please\n', 'another word counts from then on')

    machine.boot = { id: 'boot-2', soft: null }
    const late = await resume(machine.context(), {})
    t.ok(late.ok && late.value.status === 0)
  },
)

t.test('a reboot that cannot be put into the journal is not made', async t => {
  const { machine, ...it } = across(t)
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
  writeFileSync(it.manifest, JSON.stringify({ ...manifest, reboot: noting(it.dir) }))
  const applied = await apply(machine.context(), {
    manifest: it.manifest,
    accept: 'all',
    // From here on the journal takes nothing, for the run is no longer locked.
    confirmReboot: async () => {
      rmSync(join(it.state, 'lock'))
      return true
    },
  })
  t.match(applied, { ok: false, error: { code: 'journal.gone' } })
  t.notOk(existsSync(join(it.dir, 'rebooted')), 'nobody would know why the machine went down')
})

t.test('each record names the version of the host that wrote it, also where another goes on', async t => {
  const { machine, ...it } = across(t)
  await apply({ ...machine.context(), version: '0.9.1' }, { manifest: it.manifest, accept: 'all' })
  machine.boot = { id: 'boot-2', soft: null }
  const late = await resume({ ...machine.context(), version: '0.9.2' }, {})
  t.ok(late.ok && late.value.status === 0, 'a newer host goes on with what an older one began')
  const [run] = readdirSync(join(it.state, 'runs'))
  const hosts = readFileSync(join(it.state, 'runs', run!, 'journal.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
    .flatMap(({ host, event }) => (host === undefined ? [] : [[host, event.type]]))
  t.match(hosts, [
    ['0.9.1', 'run-committed'],
    ['0.9.2', 'run-resumed'],
  ])
})

t.test('auto waits for open questions: a failure elsewhere is told, and nothing reboots', async t => {
  const it = transition(t, {
    a: { script: needsReboot() },
    b: { more: { needs: ['a'] } },
    broken: { script: 'consume() { say \'{"type":"done","outcome":"failed","message":"no"}\'; exit 1; }' },
  })
  const machine = new Machine(it.state)
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
  writeFileSync(it.manifest, JSON.stringify({ ...manifest, reboot: noting(it.dir) }))
  const applied = await apply(machine.context(), { manifest: it.manifest, accept: 'all', reboot: 'auto' })
  t.ok(applied.ok && applied.value.status === 6)
  t.notOk(existsSync(join(it.dir, 'rebooted')))
})

t.test('a command that fails is on record and told, and the run stays open', async t => {
  const { machine, ...it } = across(t)
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
  writeFileSync(
    it.manifest,
    JSON.stringify({ ...manifest, reboot: noting(it.dir, 'echo "not now" >&2; exit 3') }),
  )
  const applied = await apply(machine.context(), { manifest: it.manifest, accept: 'all', reboot: 'auto' })
  t.ok(applied.ok && applied.value.status === 5)
  t.match(machine.events.at(-1), { type: 'reboot-refused', message: /not now/ })
  machine.boot = { id: 'boot-2', soft: null }
  const late = await resume(machine.context(), {})
  t.ok(late.ok && late.value.status === 0)
})

t.test('never leaves it, and so do the actions boot and test', async t => {
  const reboot = (dir: string) => ({ reboot: noting(dir) })
  for (const [action, policy] of [
    ['switch', 'never'],
    ['boot', undefined],
  ] as const) {
    const { machine, ...it } = across(t)
    const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
    writeFileSync(it.manifest, JSON.stringify({ ...manifest, ...reboot(it.dir) }))
    const applied = await apply(machine.context(), {
      manifest: it.manifest,
      accept: 'all',
      action,
      ...(policy ? { reboot: policy } : {}),
      confirmReboot: async () => true,
    })
    t.ok(applied.ok && applied.value.status === 5, `${action} ${policy}`)
    t.same([it.made('a'), it.made('b'), it.made('c')], [true, false, true], 'all of now is done')
    t.notOk(existsSync(join(it.dir, 'rebooted')))
    machine.boot = { id: 'boot-2', soft: null }
    const late = await resume(machine.context(), {})
    t.ok(late.ok && late.value.status === 0, 'the rest when the machine has booted')
  }
  const { machine, ...it } = across(t)
  for (const action of ['boot', 'test'] as const) {
    const refused = await apply(machine.context(), {
      manifest: it.manifest,
      accept: 'all',
      action,
      reboot: 'auto',
    })
    t.notOk(refused.ok)
    if (!refused.ok && action === 'boot') t.match(refused.error, { status: 2, code: 'host.reboot-policy' })
  }
  const blocked = await it.run(['apply', it.manifest, '--accept', 'all', '--action', 'test', '--yes'])
  t.equal(blocked.status, 3, 'test: a plan with a barrier is blocked')
  t.notOk(existsSync(it.state))
})

t.test('F65 a reboot in the middle of a step, seen by the boot id; a soft reboot by its count', async t => {
  for (const [from, to, over] of [
    [{ id: 'b', soft: 0 }, { id: 'b', soft: 1 }, true],
    [{ id: 'b', soft: 2 }, { id: 'b', soft: 2 }, false],
    [{ id: 'b', soft: 2 }, { id: 'c', soft: 0 }, true],
    [{ id: 'b', soft: null }, { id: 'b', soft: 3 }, false],
    [{ id: 'b', soft: 1 }, { id: 'b', soft: null }, false],
  ] as const) {
    const { machine, ...it } = across(t)
    machine.boot = from
    await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
    machine.boot = to
    const resumed = await resume(machine.context(), {})
    t.equal(resumed.ok && resumed.value.status, over ? 0 : 5, `${JSON.stringify(from)} ${JSON.stringify(to)}`)
    t.equal(it.made('b'), over)
  }
})

t.test('it booted something else: host.booted-other before anything behind the barrier', async t => {
  const { machine, ...it } = across(t)
  await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
  machine.boot = { id: 'boot-2', soft: null }
  writeFileSync(join(it.dir, 'a.sh'), `${needsReboot()}\nlook() { item; }`)
  const resumed = await resume(machine.context(), {})
  t.ok(resumed.ok && resumed.value.status === 9)
  t.match(resumed.ok && [...resumed.value.state!.questions.keys()], ['a/host.booted-other'])
  t.notOk(it.made('b'))
})

t.test('a step that asks for reboots and never comes further is asked about after three', async t => {
  const it = transition(t, {
    a: { script: 'consume() { say \'{"type":"done","outcome":"again","reboot":true}\'; }' },
    b: { more: { needs: ['a'] } },
  })
  const machine = new Machine(it.state)
  const first = await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
  t.ok(first.ok && first.value.status === 5)
  const statuses: (number | false)[] = []
  for (let boot = 2; boot < 6; boot++) {
    machine.boot = { id: `boot-${boot}`, soft: null }
    const resumed = await resume(machine.context(), {})
    statuses.push(resumed.ok && resumed.value.status)
    if (resumed.ok && resumed.value.status === 9) {
      t.same([...resumed.value.state!.questions.keys()], ['a/host.unstable'])
      break
    }
  }
  t.same(statuses, [5, 5, 9])
})

t.test(
  'a reboot with nothing behind it is no barrier: completed, and it is said that one is pending',
  async t => {
    const it = transition(t, { a: { script: needsReboot() } })
    const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
    t.equal(ran.status, 0)
    t.match(ran.stderr + ran.stdout, /completed, a reboot is pending/)
  },
)

t.test(
  'F78 what would not outlast the reboot: refused before commit on tmpfs, told where it cannot be known',
  async t => {
    const of = (types: Record<string, number>, mounts = ''): FileSystems => ({
      typeOf: path => types[path],
      mounts: () => mounts,
    })
    const overlay = 0x794c7630
    const mount = (upper: string) =>
      `22 1 0:1 / / rw - overlay overlay rw,lowerdir=/a,upperdir=${upper},workdir=/w\n23 22 0:2 / /proc rw - proc proc rw`
    t.same(lasting('/s/x', of({ '/s': 0xef53, '/': 0xef53 })), { is: 'lasting' })
    t.same(lasting('/s/x/y', of({ '/s': 0x01021994 })), { is: 'volatile', what: 'tmpfs' })
    t.same(lasting('/s', of({ '/s': 0x858458f6 })), { is: 'volatile', what: 'ramfs' })
    t.same(lasting('/s', of({ '/s': 0x6969 })), { is: 'unsure', what: 'NFS' })
    t.same(lasting('/s', of({ '/s': overlay, '/ru n': 0x01021994 }, mount('/ru\\040n'))), {
      is: 'volatile',
      what: 'an overlay on tmpfs',
    })
    t.same(lasting('/s', of({ '/s': overlay, '/run': 0xef53 }, mount('/run'))), { is: 'lasting' })
    t.same(lasting('/s', of({ '/s': overlay }, mount('/gone'))), { is: 'unsure', what: 'an overlay' })
    t.same(lasting('/dev/shm/edgewise-of-nobody'), { is: 'volatile', what: 'tmpfs' }, 'this machine')

    const { machine, ...it } = across(t)
    machine.lasting = { is: 'volatile', what: 'tmpfs' }
    const refused = await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
    t.match(refused, { ok: false, error: { code: 'state.volatile', status: 2, message: /tmpfs/ } })
    t.notOk(existsSync(it.state))
    const free = transition(t, { c: {} })
    const without = new Machine(free.state)
    without.lasting = { is: 'volatile', what: 'tmpfs' }
    t.ok(
      (await apply(without.context(), { manifest: free.manifest, accept: 'all' })).ok,
      'no reboot, no harm',
    )
    machine.lasting = { is: 'unsure', what: 'NFS' }
    await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
    t.same(machine.notices(), ['state.unsure'])
  },
)

t.test('resume --boot: nothing to go on with, or somebody else at it, is no error', async t => {
  const it = transition(t, { a: {} })
  t.match(await it.run(['resume', '--boot']), { status: 0, stdout: '', stderr: '' })
  t.match(await it.run(['resume']), { status: 2 })
  await it.run(['apply', it.manifest, '--accept', 'all'])
  t.match(await it.run(['resume', '--boot']), { status: 0, stdout: '', stderr: '' })

  const open = transition(t, { a: {} })
  await open.run(['apply', open.manifest, '--later', 'a/missing'])
  const directory = findStateDirectory(open.state)
  if (!directory.ok || !directory.value) throw new Error('no state')
  const lock = takeLock(directory.value, { since: '2026-01-01T00:00:00Z', command: 'another' })
  t.ok(lock.ok)
  t.match(await open.run(['resume']), { status: 7 })
  const before = open.events().length
  t.match(await open.run(['resume', '--boot']), { status: 0 })
  t.equal(open.events().length, before, 'and it is left to whoever is at it')
  if (lock.ok) lock.value.release()
  t.match(await open.run(['resume', '--boot']), { status: 9 })
})

t.test(
  'install-units: what resumes at boot, and what keeps held units down, is written once and kept true',
  async t => {
    const it = transition(t, { a: { more: { holds: ['pg.service', 'x@1.socket'] } } })
    const root = t.testdir({})
    const system = join(root, 'etc/systemd/system')
    const install = (...more: string[]) =>
      it.run(['install-units', it.manifest, '--root', root, '--program', '/usr/bin/edgewise', ...more])
    const dry = await install('--dry-run')
    t.equal(dry.status, 0, dry.stderr)
    t.match(dry.stdout, /would write .*pg\.service\.d/)
    t.same(readdirSync(root), [])

    t.equal((await install()).status, 0)
    const dropIn = readFileSync(join(system, 'pg.service.d/50-edgewise-hold.conf'), 'utf8')
    t.match(dropIn, /^After=edgewise-resume\.service$/m)
    t.match(dropIn, `AssertPathExists=!${it.state}/holds/pg.service\n`)
    t.notMatch(
      readFileSync(join(system, 'x@1.socket.d/50-edgewise-hold.conf'), 'utf8'),
      /After=/,
      'a socket cannot wait for a service',
    )
    t.equal(
      readlinkSync(join(system, 'multi-user.target.wants/edgewise-resume.service')),
      '/etc/systemd/system/edgewise-resume.service',
    )
    t.notMatch((await install()).stdout, /wrote|removed/, 'a second time there is nothing to do')

    mkdirSync(join(it.state, 'holds'), { recursive: true })
    mkdirSync(join(root, it.state, 'holds'), { recursive: true })
    writeFileSync(join(root, it.state, 'holds/pg.service'), '')
    const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
    delete manifest.steps.a.holds
    writeFileSync(it.manifest, JSON.stringify(manifest))
    const less = await install()
    t.match(less.stdout, /removed .*x@1\.socket\.d/)
    t.match(less.stdout, /kept .*pg\.service\.d.*still held/)
    t.notOk(existsSync(join(system, 'x@1.socket.d')))
    t.ok(existsSync(join(system, 'pg.service.d')))

    writeFileSync(join(system, 'edgewise-resume.service'), '[Unit]\n')
    const foreign = await install()
    t.equal(foreign.status, 2)
    t.match(foreign.stderr, /is not from install-units/)
    rmSync(join(system, 'edgewise-resume.service'))
    for (const plant of [
      (at: string) => execFileSync('mkfifo', [at]),
      (at: string) => symlinkSync(it.manifest, at),
      (at: string) => linkSync(it.manifest, at),
      (at: string) => mkdirSync(at),
    ]) {
      const at = join(system, 'edgewise-resume.service')
      plant(at)
      const refused = await install()
      t.equal(refused.status, 2, refused.stdout)
      t.match(refused.stderr, /is there already, and is not from install-units|is no file of its own/)
      t.match(JSON.parse(readFileSync(it.manifest, 'utf8')), { edgewise: 1 }, 'what it leads to is as it was')
      rmSync(at, { recursive: true })
    }
    const other = t.testdir({ outside: {}, root: { etc: {} } })
    symlinkSync(join(other, 'outside'), join(other, 'root/etc/systemd'))
    const led = await it.run(['install-units', it.manifest, '--root', join(other, 'root')])
    t.match(led, { status: 2, stderr: /symbolic link/ })
    t.same(readdirSync(join(other, 'outside')), [])
  },
)

t.test('the unit that the package ships is the one that is installed', async t => {
  t.equal(
    readFileSync(resolve(import.meta.dirname, '../units/edgewise-resume.service'), 'utf8'),
    resumeUnitText(shipped),
  )
})

const analyze = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find(path => existsSync(path))
t.test(
  'systemd takes the units as they are meant',
  { skip: analyze ? false : 'systemd-analyze is not here' },
  async t => {
    const it = transition(t, { a: { more: { holds: ['pg.service', 'pg.socket'] } } })
    const root = t.testdir({})
    const system = join(root, 'etc/systemd/system')
    const installed = await it.run([
      'install-units',
      it.manifest,
      '--root',
      root,
      '--state-dir',
      `${it.dir}/st ate%h`,
    ])
    t.equal(installed.status, 0, installed.stderr)
    writeFileSync(join(system, 'pg.service'), '[Service]\nExecStart=/bin/true\n')
    writeFileSync(join(system, 'pg.socket'), '[Socket]\nListenStream=/run/pg\n')
    const units = ['edgewise-resume.service', 'pg.service', 'pg.socket'].map(unit => join(system, unit))
    const verified = await run(analyze!, ['verify', '--man=no', '--generators=no', ...units]).catch(
      error => error,
    )
    t.equal(verified.stderr.trim(), '')
    t.equal(verified.code ?? 0, 0)
  },
)

t.test('F02 what a step holds is the name of a unit that can be started, and leads nowhere else', async t => {
  const wrong = [
    '../x.service',
    'a/b.service',
    '.service',
    'x',
    'x.mount',
    'x.target',
    'x@.service',
    'x.service\n',
    '-x.service',
    'é.service',
    `${'x'.repeat(200)}.service`,
    '',
  ]
  const it = transition(t, {
    a: { more: { holds: [...wrong, 'ok.service', 'a@b-c.timer', 'dev\\x2dx.path'] } },
  })
  const ran = await it.run(['validate', it.manifest, '--json'])
  t.equal(ran.status, 2)
  const problems = ran.stdout
    .split('\n')
    .filter(line => line.includes('"diagnostic"'))
    .map(line => JSON.parse(line))
  t.equal(problems.length, wrong.length, ran.stdout)
  t.match(problems[0], { step: 'a', text: '"../x.service"', message: /systemd/ })
})
