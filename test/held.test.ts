/** Producers that are held: the filter of system calls, the command line, and real programs that tell what they are. */

import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import type { Allowance } from '../src/manifest/allowance.js'
import { assemble } from '../src/sandbox/bpf.js'
import { bubblewrapArgs, exitBehindBubblewrap } from '../src/sandbox/bubblewrap.js'
import { ALLOW, filterFor, KILL, NO_SUCH_CALL, NOT_PERMITTED } from '../src/sandbox/filter.js'
import { type Identity, self } from '../src/sandbox/identity.js'
import { launch } from '../src/sandbox/launch.js'
import { everyProcess } from '../src/sandbox/processes.js'
import { proveHold } from '../src/sandbox/proof.js'
import { AUDIT_ARCH, allSyscalls, machineOf, numberOf } from '../src/sandbox/syscalls.js'
import { pathOf } from '../src/sandbox/tools.js'
import { type Call, callOf, verdict } from './fixtures/escape/filter.js'
import type { Task } from './fixtures/hosts/start.js'
import { hostFile } from './hosts.js'
import { until } from './until.js'

const machines = ['x86_64', 'aarch64'] as const
const none = { unix: false, network: false }

t.test('the assembler', async t => {
  const program = assemble([
    { op: 'load', offset: 4 },
    { op: 'if-equal', value: 0xc000003e, to: 'yes' },
    { op: 'return', value: 1 },
    { op: 'label', name: 'yes' },
    { op: 'return', value: 0x7fff0000 },
  ])
  t.equal(
    program.toString('hex'),
    '2000000004000000' + '150001003e0000c0' + '0600000001000000' + '060000000000ff7f',
    'the bytes of struct sock_filter',
  )
  t.throws(() => assemble([{ op: 'if-equal', value: 1, to: 'nowhere' }]), /no jump reaches nowhere/)
  t.throws(
    () =>
      assemble([
        { op: 'label', name: 'back' },
        { op: 'load', offset: 0 },
        { op: 'if-equal', value: 1, to: 'back' },
      ]),
    /no jump reaches back/,
  )
  const far = Array.from({ length: 256 }, () => ({ op: 'load', offset: 0 }) as const)
  const jump = { op: 'if-equal', value: 1, to: 'end' } as const
  const end = { op: 'label', name: 'end' } as const
  t.throws(() => assemble([jump, ...far, end]), /no jump reaches end/, 'an offset is one byte')
  t.equal(assemble([jump, ...far.slice(1), end]).readUInt8(2), 255)
  t.throws(() => assemble([end, end]), /twice/)
})

for (const machine of machines)
  t.test(`F82, F83: the filter of ${machine}`, async t => {
    const held = filterFor(none, machine)
    const asked = (
      ...call: Parameters<typeof callOf> extends [unknown, ...infer Rest] ? Rest : never
    ): number => verdict(held, callOf(machine, ...call))

    for (const other of machines.filter(one => one !== machine))
      t.equal(verdict(held, callOf(other, 'ptrace')), KILL, `a call of ${other} ends the program`)
    t.equal(verdict(held, { number: 11, arch: 0x40000003, args: [] }), KILL, 'and one of i386')
    t.equal(verdict(held, { number: 0, arch: AUDIT_ARCH[machine], args: [] }), ALLOW)
    if (machine === 'x86_64') {
      const x32: Call = { number: 0x40000000 + 520, arch: AUDIT_ARCH.x86_64, args: [] }
      t.equal(verdict(held, x32), NOT_PERMITTED, 'x32 is refused whatever is called')
    }

    const argued = ['clone', 'clone3', 'connect', 'fcntl', 'ioctl', 'socket', 'socketpair']
    for (const call of allSyscalls.filter(name => !argued.includes(name)))
      if (numberOf(call, machine) !== undefined) t.equal(asked(call), NOT_PERMITTED, call)

    t.equal(asked('clone', 0x01200011), ALLOW, 'fork')
    t.equal(asked('clone', 0x3d0f00), ALLOW, 'a thread')
    for (const bit of [17, 25, 26, 27, 28, 29, 30])
      t.equal(asked('clone', 2 ** bit + 17), NOT_PERMITTED, `clone with bit ${bit}, a namespace`)
    t.equal(asked('clone3'), NO_SUCH_CALL, 'whose flags cannot be read')
    t.equal(asked('ioctl', 0, 0x5401), ALLOW, 'TCGETS')
    t.equal(asked('ioctl', 0, 0x5412), NOT_PERMITTED, 'F85: TIOCSTI')
    t.equal(asked('ioctl', 0, 0xffff_0000_5412), NOT_PERMITTED, 'the kernel reads only the low half of it')
    t.equal(asked('ioctl', 0, 0x541c), NOT_PERMITTED, 'TIOCLINUX')
    t.equal(asked('fcntl', 0, 1), ALLOW)
    t.equal(asked('fcntl', 0, 1024), NOT_PERMITTED, 'F_SETLEASE')

    t.equal(asked('socketpair', 1, 1), ALLOW, 'a pair of streams is a pipe')
    t.equal(asked('socketpair', 1, 5 | 0x80000), ALLOW)
    t.equal(asked('socketpair', 1, 2), NOT_PERMITTED, 'a datagram pair could send to any address')
    t.equal(asked('socketpair', 1, 3), NOT_PERMITTED, 'SOCK_RAW is SOCK_DGRAM there')
    t.equal(asked('socketpair', 30, 1), NOT_PERMITTED)
    t.equal(asked('socket', 1, 0x80801), ALLOW, "the name cache's, which can connect nowhere")
    t.equal(asked('connect', 3, 0, 110), NOT_PERMITTED, 'the name cache')
    t.equal(asked('socket', 1, 1), KILL, 'a service is asked: an error could be taken for an answer')
    t.equal(asked('socket', 1, 0x80001), KILL)
    t.equal(asked('connect', 3, 0, 31), KILL)
    for (const type of [2, 3, 5]) t.equal(asked('socket', 1, type), NOT_PERMITTED)
    for (const family of [2, 10, 16, 17, 38, 40]) t.equal(asked('socket', family, 1), NOT_PERMITTED)
  })

t.test('F83: what the manifest allows opens the filter, and no more', async t => {
  for (const machine of machines) {
    const unix = filterFor({ unix: true, network: false }, machine)
    const network = filterFor({ unix: false, network: true }, machine)
    const families = (filter: Buffer) =>
      [1, 2, 10, 16, 17, 40].filter(family => verdict(filter, callOf(machine, 'socket', family, 2)) === ALLOW)
    t.strictSame(families(unix), [1])
    t.strictSame(families(network), [2, 10, 16])
    t.strictSame(families(filterFor({ unix: true, network: true }, machine)), [1, 2, 10, 16])
    for (const filter of [unix, network]) {
      t.equal(verdict(filter, callOf(machine, 'connect', 3, 0, 31)), ALLOW)
      t.equal(verdict(filter, callOf(machine, 'bind')), ALLOW)
      t.equal(verdict(filter, callOf(machine, 'keyctl')), NOT_PERMITTED)
    }
    t.equal(verdict(network, callOf(machine, 'socket', 1, 0x80801)), NOT_PERMITTED)
    t.equal(verdict(network, callOf(machine, 'socketpair', 1, 2)), NOT_PERMITTED)
    t.equal(verdict(unix, callOf(machine, 'socketpair', 1, 2)), ALLOW)
  }
  t.equal(machineOf('riscv64'), undefined)
})

const identity = (user: string, uid: number, groups: number[] = [uid]): Identity => ({
  user,
  uid,
  gid: uid,
  groups,
  home: '/',
  shell: '/bin/sh',
})
const root = identity('root', 0)
const ann = identity('ann', 1000, [27, 1000])

const line = (
  host: Identity,
  as: Identity,
  allow: Allowance[] = [],
  more: { executable?: string; needed?: string[] } = {},
) =>
  bubblewrapArgs({
    bubblewrap: { path: '/usr/bin/bwrap', sizes: false },
    program: { argv: ['x'], executable: more.executable ?? '/opt/x', user: null, cwd: '/', env: {} },
    identity: as,
    host,
    allow,
    needed: more.needed ?? [],
    setpriv: '/usr/bin/setpriv',
  }).join(' ')

t.test('the command line', async t => {
  t.match(line(root, root), /--unshare-net .*--cap-drop ALL --cap-add CAP_DAC_READ_SEARCH --$/)
  t.notMatch(line(root, root), 'unshare-user')
  t.match(line(ann, ann), /--unshare-user .*--cap-drop ALL --$/)
  t.match(
    line(root, ann),
    / -- \/usr\/bin\/setpriv --reuid=1000 --regid=1000 --groups=27,1000 --inh-caps=-all --ambient-caps=-all --bounding-set=-all --$/,
  )
  t.match(line(root, ann, ['read-all']), /--ambient-caps=-all,\+dac_read_search/)
  t.match(line(root, identity('root', 0, [0, 4])), /setpriv --reuid=0 .*--inh-caps=-all,\+dac_read_search/)
  t.notMatch(line(ann, ann, ['read-all']), 'cap-add', 'nobody can be given what the host does not have')
  t.notMatch(line(root, root, ['network']), 'unshare-net')
  t.match(line(root, root), '--remount-ro /proc')

  const folder = mkdtempSync('/tmp/edgewise-held-')
  t.teardown(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'steps'))
  const beneath = line(root, root, [], {
    executable: join(folder, 'steps/x'),
    needed: [join(folder, 'steps/lib'), join(folder, 'gone/lib'), '/tmp/../etc', '/var/lib/y', '/dev/shm/z'],
  })
  t.match(
    beneath,
    `--ro-bind-try /dev/shm/z /dev/shm/z --ro-bind-try ${folder} ${folder} --chdir`,
    'what the program needs of a private folder is shown, once, and nothing else',
  )
  const alone = line(root, root, [], { executable: join(folder, 'steps/x') })
  t.match(alone, `--perms 0755 --dir ${folder} --ro-bind-try ${folder}/steps ${folder}/steps --chdir`)
  t.match(line(root, root, [], { executable: '/tmp/x' }), '--ro-bind-try /tmp/x /tmp/x', 'not all of /tmp')

  // Root binds it, and could follow any link and pass any folder; its user could not.
  const config = join(folder, 'steps/config')
  const forAnn = () => line(root, ann, [], { needed: [config] })
  mkdirSync(config)
  writeFileSync(join(config, 'file'), '')
  const binds = `--ro-bind-try ${folder}/steps ${folder}/steps`
  t.notMatch(forAnn(), binds, 'a folder above that is closed to her')
  chmodSync(folder, 0o711)
  t.match(forAnn(), binds)
  symlinkSync('/root', join(folder, 'away'))
  t.notMatch(line(root, ann, [], { needed: [join(folder, 'away/x')] }), '/away', 'a link')

  t.strictSame(exitBehindBubblewrap({ status: 137, signal: null }), { status: null, signal: 'SIGKILL' })
  t.strictSame(exitBehindBubblewrap({ status: 128, signal: null }), { status: 128, signal: null })
  t.strictSame(exitBehindBubblewrap({ status: null, signal: 'SIGTERM' }), { status: null, signal: 'SIGTERM' })
})

const lacking = pathOf('bwrap') ? false : 'it needs bubblewrap'

t.test('F21: a producer that is held is asked to end, and may say how', { skip: lacking }, async t => {
  const proven = await proveHold('this boot')
  if (!proven.ok) return t.fail(proven.error.why)
  let said = ''
  const end = async (script: string) => {
    said = ''
    const launched = await launch({
      program: { argv: ['sh', '-c', script], executable: '/bin/sh', user: null, cwd: '/', env: {} },
      identity: self(),
      role: 'producer',
      limits: {},
      timeouts: { idle: null, total: null },
      hold: { bubblewrap: proven.value, allow: [], needed: [] },
      stdout: 'pipe',
      stderr: 'pipe',
      onStdout: chunk => {
        said += Buffer.from(chunk).toString()
      },
    })
    if (!launched.ok) throw new Error(launched.error.message)
    await until('it is ready', () => said.includes('ready'))
    launched.value.cancel('cancelled', script.includes('ignores') ? 0 : undefined)
    return launched.value.settled
  }
  t.match(await end('trap "echo bye; exit 3" TERM; echo ready; while :; do sleep 0.05; done'), {
    status: 3,
    signal: null,
    ended: 'cancelled',
    leftovers: [],
  })
  t.equal(said, 'ready\nbye\n', 'bwrap did not die of the signal and take it with it')
  t.match(await end('echo ready; while :; do sleep 0.05; done'), { signal: 'SIGTERM', ended: 'cancelled' })
  t.match(await end(': ignores; trap "" TERM; echo ready; while :; do sleep 0.05; done'), {
    signal: 'SIGKILL',
  })
})

t.test('a producer that is held dies with its host, and all that it started', { skip: lacking }, async t => {
  const folder = mkdtempSync('/var/tmp/edgewise-held-')
  t.teardown(() => rmSync(folder, { recursive: true }))
  const name = `held-${process.pid}`
  const script = `(trap "" TERM; setsid sleep 600) & exec sleep 600`
  const task: Task = {
    starts: [
      {
        argv: [
          '/bin/sh',
          '-c',
          `cp /bin/sleep /tmp/${name}; PATH=/tmp:$PATH; ${script.replaceAll('sleep', name)}`,
        ],
        role: 'producer',
        allow: [],
      },
    ],
    afterwards: 'stay',
  }
  const host = spawn(process.execPath, [await hostFile(folder), JSON.stringify(task)], { stdio: 'ignore' })
  const alive = () => everyProcess().filter(stat => stat.name === name).length
  await until('both run', () => alive() === 2)
  host.kill('SIGKILL')
  await until('both are gone', () => alive() === 0)
  t.pass()
})

t.test(
  'F82: what is mounted later does not appear writable to a producer of root',
  { skip: lacking || (process.geteuid!() === 0 ? false : 'it needs root') },
  async t => {
    const folder = mkdtempSync('/var/tmp/edgewise-mount-')
    t.teardown(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'later'))
    // The producer says that it runs, waits for the mount, and tries.
    const script = `echo ready; while [ ! -e ${folder}/go ]; do sleep 0.05; done; (: >${folder}/later/x) 2>&1; echo tried`
    const task: Task = {
      starts: [{ argv: ['/bin/sh', '-c', script], role: 'producer', allow: [] }],
      afterwards: 'stay',
    }
    const shared = `mount --make-rshared / && exec "$0" "$@"`
    const argv = [
      '--mount',
      'sh',
      '-c',
      shared,
      process.execPath,
      await hostFile(folder),
      JSON.stringify(task),
    ]
    const host = spawn('unshare', argv, { stdio: ['ignore', 'pipe', 'inherit'] })
    t.teardown(() => host.kill('SIGKILL'))
    let said = ''
    host.stdout.on('data', chunk => {
      said += chunk
    })
    await until('it is ready', () => said.includes('ready'))
    const inside = [
      '--mount',
      '--target',
      String(host.pid),
      'mount',
      '-t',
      'tmpfs',
      'later',
      join(folder, 'later'),
    ]
    t.equal(spawnSync('nsenter', inside).status, 0)
    writeFileSync(join(folder, 'go'), '')
    await until('it has tried', () => said.includes('tried'))
    t.match(said, /Read-only file system/)
  },
)

t.test('what the manifest allows is had, and the next thing is not', { skip: lacking }, async t => {
  const folder = mkdtempSync('/var/tmp/edgewise-allow-')
  t.teardown(() => rmSync(folder, { recursive: true }))
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'private'), '', { mode: 0o600 })
  const server = createServer(socket => socket.destroy())
  const path = join(folder, 'socket')
  await new Promise<void>(resolve => server.listen(path, resolve))
  chmodSync(path, 0o777)
  const network = createServer(socket => socket.destroy())
  await new Promise<void>(resolve => network.listen(0, '127.0.0.1', resolve))
  t.teardown(() => [server, network].map(one => one.close()))
  const { port } = network.address() as AddressInfo
  const tries = `
import os, socket
def tried(what, act):
    child = os.fork()
    if child == 0:
        try: act()
        except OSError: os._exit(1)
        os._exit(0)
    if os.wait()[1] == 0: print(what, end=' ', flush=True)
tried('unix', lambda: socket.socket(socket.AF_UNIX).connect('${path}'))
tried('network', lambda: socket.create_connection(('127.0.0.1', ${port})))
tried('read', lambda: open('${folder}/private'))
tried('write', lambda: open('${folder}/written', 'w'))
`
  const host = await hostFile(folder)
  const had = async (...allow: Allowance[]): Promise<string> => {
    const user = process.geteuid!() === 0 ? { user: 'nobody' } : {}
    const task: Task = {
      starts: [{ argv: ['/usr/bin/python3', '-c', tries], role: 'producer', allow, ...user }],
    }
    const child = spawn('/usr/bin/env', ['-i', process.execPath, host, JSON.stringify(task)])
    let said = ''
    for await (const chunk of child.stdout) said += chunk
    return JSON.parse(said).stdout.trim()
  }
  const own = process.geteuid!() === 0 ? [] : ['read']
  t.equal(await had(), own.join(' '))
  t.equal(await had('unix-sockets'), ['unix', ...own].join(' '))
  t.equal(await had('network'), ['network', ...own].join(' '))
  t.equal(await had('read-all'), 'read', 'and it is still not to be written')
  t.equal(await had('unix-sockets', 'network', 'read-all'), 'unix network read')
})

/** Serves the look-ups of users that systemd's module makes, in a mount namespace of its own, and starts its arguments there. */
const directory = `
mount -t tmpfs run /run && mkdir -p /run/systemd/userdb || exit 1
python3 -c '
import os, socket, sys
made = socket.socket(socket.AF_UNIX)
made.bind("/run/systemd/userdb/io.systemd.Test")
made.listen()
sys.exit(os.spawnvp(os.P_WAIT, sys.argv[1], sys.argv[1:]))
' "$@"`

const unlike = process.geteuid!() === 0 ? false : 'it needs root'
const module =
  existsSync('/etc/nsswitch.conf') &&
  readFileSync('/etc/nsswitch.conf', 'utf8').match(/^passwd:.*\bsystemd\b/m)

t.test(
  'a look-up of a user that needs a socket ends the program, and is never "no such user"',
  { skip: lacking || unlike || (module ? false : 'it needs libnss-systemd') },
  async t => {
    const folder = mkdtempSync('/var/tmp/edgewise-users-')
    t.teardown(() => rmSync(folder, { recursive: true }))
    const look = (user: string) => `import pwd; print(pwd.getpwnam("${user}").pw_uid)`
    const task: Task = {
      starts: ['root', 'edgewise-none'].map(user => ({
        argv: ['/usr/bin/python3', '-c', look(user)],
        role: 'producer',
        allow: [],
      })),
    }
    const argv = [
      '--mount',
      'sh',
      '-c',
      directory,
      'sh',
      process.execPath,
      await hostFile(folder),
      JSON.stringify(task),
    ]
    const { stdout, stderr } = spawnSync('unshare', argv, { encoding: 'utf8' })
    t.match(stdout, '"stdout":"0\\n"', `whom the files have is found (${stderr})`)
    t.match(stdout, '"signal":"SIGSYS"', 'and for the other nobody was asked')
    t.notMatch(stdout, /KeyError/)
  },
)
