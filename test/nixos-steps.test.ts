import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t, { type Test } from 'tap'
import type { Start } from '../src/protocol/gen/messages.js'
import { type Drive, type Driven, drive, type Sent } from './drive.js'

const steps = join(process.cwd(), 'examples', 'steps')
const fake = join(process.cwd(), 'test', 'fixtures', 'nixos', 'switch-to-configuration')
const nix = spawnSync('nix-env', ['--version']).status === 0
const asRoot = process.getuid?.() === 0
const withNix = { skip: nix && asRoot ? false : 'needs nix-env (package nix-bin) and root' }

const schema = JSON.parse(readFileSync('protocol/schema.json', 'utf8'))
const validate = new Ajv2020({ strict: false }).compile(schema)

type Step = 'set-system-symlink' | 'switch-to-configuration'

/** A tree that stands for a machine: systems, a profile with generations, what runs and what was booted. */
function machine(t: Test, store?: (root: string) => (path: string) => string) {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'edgewise-nixos-'))
  t.teardown(() => {
    spawnSync('chmod', ['-R', 'u+w', root])
    rmSync(root, { recursive: true, force: true })
  })
  const add = store?.(root)
  const at = (...names: string[]) => join(root, ...names)
  for (const name of ['run', 'boot', 'state', 'systems', 'profiles']) mkdirSync(at(name))
  writeFileSync(at('mode'), '')
  writeFileSync(at('calls'), '')
  writeFileSync(at('boot-id'), 'first\n')
  const system = (name: string, files: Record<string, string> = {}) => {
    const path = at('systems', name)
    mkdirSync(join(path, 'bin'), { recursive: true })
    cpSync(fake, join(path, 'bin', 'switch-to-configuration'))
    const all = { root, 'nixos-version': name, 'init-interface-version': 'systemd 2', ...files }
    for (const [file, text] of Object.entries(all)) writeFileSync(join(path, file), text)
    return add ? add(path) : path
  }
  const profile = at('profiles', 'system')
  const link = (target: string, path: string) => {
    rmSync(path, { force: true })
    symlinkSync(target, path)
  }
  const generation = (number: number, target: string) => {
    link(target, `${profile}-${number}-link`)
    link(`system-${number}-link`, profile)
  }
  const boots = (target: string, id: string) => {
    link(target, at('run', 'booted-system'))
    link(target, at('run', 'current-system'))
    writeFileSync(at('boot-id'), id)
  }
  const mode = (...lines: string[]) => writeFileSync(at('mode'), lines.map(line => `${line}\n`).join(''))
  const calls = () => readFileSync(at('calls'), 'utf8').split('\n').filter(Boolean)
  const current = () => realpathSync(at('run', 'current-system'))
  const config = { nixEnv: '', profile, runDir: at('run'), bootEntries: at('boot'), bootId: at('boot-id') }
  return { root, at, system, profile, link, generation, boots, mode, calls, current, config }
}
type Machine = ReturnType<typeof machine>

/** A machine that runs and boots system `a`, with its profile at `b`, as set-system-symlink leaves it. */
function between(t: Test, files: { a?: Record<string, string>; b?: Record<string, string> } = {}) {
  const m = machine(t)
  const a = m.system('a', files.a)
  const b = m.system('b', files.b)
  m.generation(1, m.system('older'))
  m.generation(2, a)
  m.generation(3, b)
  m.boots(a, 'first')
  writeFileSync(m.at('boot', 'entry.conf'), `${a}\n`)
  return { ...m, a, b }
}

type How = Omit<Drive, 'start'> & { action?: Start['action'] }

function run(
  m: Machine,
  step: Step,
  role: 'producer' | 'consumer',
  toplevel: string,
  how: How,
): Promise<Driven> {
  const { action = 'switch', config, ...rest } = how
  return drive([join(steps, step, role)], role, {
    ...rest,
    start: { action, stateDir: m.at('state') },
    config: { ...m.config, toplevel, ...config },
  })
}

/** Every message of a step has to fit the schema, and its exit status what it says. */
function sound(t: Test, driven: Driven): Driven {
  t.same(driven.noise, [])
  for (const message of driven.messages) t.ok(validate(message), JSON.stringify([message, validate.errors]))
  t.equal(
    driven.status === 0,
    driven.done?.outcome === 'ok' || driven.done?.outcome === 'again',
    driven.stderr,
  )
  return driven
}

async function find(t: Test, m: Machine, step: Step, toplevel: string, how: How = {}) {
  const before = tree(m.root)
  const driven = sound(t, await run(m, step, 'producer', toplevel, how))
  t.equal(tree(m.root), before, 'a producer changes nothing')
  return { ...driven, item: (id: string) => driven.items.find(item => item.id === id) }
}

async function apply(t: Test, m: Machine, step: Step, toplevel: string, resolve: Sent[], how: How = {}) {
  return sound(t, await run(m, step, 'consumer', toplevel, { ...how, resolve }))
}

/** What is where, without the fake's own record of its calls, and its lock. */
function tree(root: string): string {
  const files = ['!', '-name', 'calls', '!', '-name', '*.lock']
  return execFileSync('sh', [
    '-c',
    `cd "$1" && { find . -type f ${files.map(word => `'${word}'`).join(' ')} -exec cksum {} + | sort; find . -type l -printf '%p %l\\n' | sort; }`,
    'sh',
    root,
  ]).toString()
}

const one = (resolution: string, fingerprint: string | undefined, more: Partial<Sent> = {}): Sent => ({
  item: 'activation',
  resolution,
  ...(fingerprint === undefined ? {} : { fingerprint }),
  ...more,
})

t.test('set-system-symlink: by hand, where there is no nix-env', async t => {
  const m = machine(t)
  const [a, b] = [m.system('a'), m.system('b')]
  const none = await find(t, m, 'set-system-symlink', a)
  t.match(none.item('system-profile'), {
    severity: 'error',
    fingerprint: 'none',
    resolutions: [{ id: 'set', default: true }],
  })
  t.equal(none.item('system-profile')?.resolutions?.length, 1, 'no older generation to go to')
  const set = (fingerprint: string | undefined, attempt = 1): Sent => ({
    item: 'system-profile',
    resolution: 'set',
    attempt,
    ...(fingerprint ? { fingerprint } : {}),
  })
  const first = await apply(t, m, 'set-system-symlink', a, [set('none')])
  t.match(first, { results: [{ status: 'applied' }], done: { outcome: 'ok' } })
  t.equal(readlinkSync(m.profile), 'system-1-link')
  t.equal(realpathSync(m.profile), a)
  t.same((await find(t, m, 'set-system-symlink', a)).items, [])
  t.same((await find(t, m, 'set-system-symlink', b, { action: 'test' })).items, [], 'a test is not booted')

  const found = await find(t, m, 'set-system-symlink', b)
  const reads = found.item('system-profile')?.fingerprint
  t.equal(reads, `system-1-link -> ${a}`)
  const stale = await apply(t, m, 'set-system-symlink', b, [set('system-9-link -> /elsewhere')])
  t.match(stale, {
    results: [{ status: 'failed', code: 'stale' }],
    done: { outcome: 'failed', code: 'stale' },
  })
  t.match(stale.results[0]?.message, `reads ${reads}; the choice was made when it read system-9-link`)
  t.equal(realpathSync(m.profile), a, 'nothing was moved')
  t.match((await apply(t, m, 'set-system-symlink', b, [set(undefined)])).results, [{ code: 'input' }])

  t.match((await apply(t, m, 'set-system-symlink', b, [set(reads)])).results, [{ status: 'applied' }])
  t.equal(readlinkSync(m.profile), 'system-2-link')
  const again = await apply(t, m, 'set-system-symlink', b, [set(reads, 2)])
  t.match(again.results, [{ status: 'applied' }], 'at the second attempt it may be its own work')
  t.equal(readlinkSync(m.profile), 'system-2-link', 'and is not done twice')
  t.match(
    (await apply(t, m, 'set-system-symlink', b, [set(reads)])).results,
    [{ status: 'applied' }],
    'so it is already, whoever did it',
  )
  t.match(
    (await apply(t, m, 'set-system-symlink', a, [set(reads, 2)])).results,
    [{ code: 'stale' }],
    'somebody else',
  )

  const c = m.system('c')
  const back = (await find(t, m, 'set-system-symlink', c)).item('system-profile')
  t.match(back?.resolutions?.[1], {
    id: 'roll-back',
    ends: 'reverted',
    inputs: { generation: { type: 'integer', default: 1, enum: [1] } },
  })
  const roll = (generation: number): Sent => ({
    item: 'system-profile',
    resolution: 'roll-back',
    fingerprint: back?.fingerprint ?? '',
    input: { generation },
  })
  t.match((await apply(t, m, 'set-system-symlink', c, [roll(7)])).results, [{ code: 'stale' }])
  t.match((await apply(t, m, 'set-system-symlink', c, [roll(1)])).results, [{ status: 'applied' }])
  t.equal(readlinkSync(m.profile), 'system-1-link')
  t.match((await apply(t, m, 'set-system-symlink', c, [{ ...roll(1), attempt: 2 }])).results, [
    { status: 'applied' },
  ])
  t.match((await apply(t, m, 'set-system-symlink', c, [{ ...roll(1), resolution: 'x' }])).results, [
    { code: 'input' },
  ])

  const liar = await apply(t, m, 'set-system-symlink', c, [set(`${readlinkSync(m.profile)} -> ${a}`)], {
    config: { nixEnv: '/bin/true' },
  })
  t.match(liar.results, [{ status: 'failed', code: 'set-failed', message: /said that it moved/ }])

  rmSync(m.profile)
  mkdirSync(m.profile)
  t.match((await find(t, m, 'set-system-symlink', a)).item('system-profile'), {
    title: /is not a symbolic link/,
    resolutions: undefined,
  })
})

t.test('set-system-symlink: bad config is named', async t => {
  const m = machine(t)
  for (const [config, words] of [
    [{ toplevel: '/nonexistent/system' }, 'there is no system at /nonexistent/system'],
    [{ toplevel: 'relative' }, 'toplevel must be an absolute path'],
    [{ profile: 'system' }, 'profile must be an absolute path'],
    [{ nixEnv: '/nonexistent/nix-env' }, 'nixEnv names no program: /nonexistent/nix-env'],
  ] as const) {
    const { done } = await find(t, m, 'set-system-symlink', m.system('a'), { config })
    t.match(done, { outcome: 'failed', code: 'config' })
    t.match(done?.message, words)
  }
  const { done } = await find(t, m, 'switch-to-configuration', m.at('boot'))
  t.match(done, { outcome: 'failed', code: 'config', message: /is not a NixOS system/ })
})

t.test('set-system-symlink: with a real nix-env and a real store', withNix, async t => {
  let env: Record<string, string> = {}
  const m = machine(t, root => {
    for (const name of ['store', 'var', 'log', 'conf']) mkdirSync(join(root, name))
    writeFileSync(join(root, 'conf', 'nix.conf'), 'build-users-group =\n')
    env = {
      NIX_REMOTE: '',
      NIX_STORE_DIR: join(root, 'store'),
      NIX_STATE_DIR: join(root, 'var'),
      NIX_LOG_DIR: join(root, 'log'),
      NIX_CONF_DIR: join(root, 'conf'),
      HOME: root,
    }
    const all = { ...env, PATH: process.env.PATH ?? '' }
    return path => execFileSync('nix-store', ['--add', path], { env: all }).toString().trim()
  })
  const { nixEnv: _, ...config } = m.config
  const step = async (toplevel: string, resolution: string, input?: Record<string, number>) => {
    const how = { config: { ...config, nixEnv: 'nix-env' }, env }
    const item = (await run(m, 'set-system-symlink', 'producer', toplevel, how)).items[0]
    const sent = {
      item: 'system-profile',
      resolution,
      fingerprint: item?.fingerprint ?? '',
      ...(input ? { input } : {}),
    }
    return { item, applied: await apply(t, m, 'set-system-symlink', toplevel, [sent], how) }
  }
  const [a, b] = [m.system('a'), m.system('b')]
  t.match(a, join(m.root, 'store'))
  t.match((await step(a, 'set')).applied.results, [{ status: 'applied' }])
  t.match((await step(b, 'set')).applied.results, [{ status: 'applied' }])
  t.equal(readlinkSync(m.profile), 'system-2-link')
  t.equal(realpathSync(m.profile), b)
  const generations = execFileSync('nix-env', ['-p', m.profile, '--list-generations'], {
    env: { ...env, PATH: process.env.PATH ?? '' },
  })
  t.match(generations.toString(), /2 .*\(current\)/, 'nix-env itself sees it so')
  const back = await step(m.system('c'), 'roll-back', { generation: 1 })
  t.match(back.applied.results, [{ status: 'applied' }])
  t.equal(realpathSync(m.profile), a)
  const not = await step(m.at('systems', 'c'), 'set')
  t.match(
    not.applied.results,
    [{ status: 'failed', code: 'set-failed' }],
    'nix-env refuses what is not in the store',
  )
  t.match(not.applied.results[0]?.message, /was not moved: profile_set .* ended with status/)
  t.equal(realpathSync(m.profile), a)
})

t.test('switch-to-configuration: what a producer finds', async t => {
  const m = between(t)
  writeFileSync(
    m.at('say-dry-activate'),
    [
      'would stop the following units: a.service, b.service',
      'would NOT stop the following changed units: skipped.service',
      'would activate the configuration...',
      'would stop the following units as well: c.socket',
      'would restart systemd',
      'would reload the following units: dbus.service',
      'would start the following units: b.service, d.service',
    ].join('\n'),
  )
  const found = await find(t, m, 'switch-to-configuration', m.b)
  t.same(
    found.items.map(item => item.id),
    ['units', 'activation'],
  )
  t.same(found.item('units')?.resources, ['a.service', 'b.service', 'c.socket', 'd.service', 'dbus.service'])
  t.match(found.item('units')?.detail, /^NOT stop: skipped.service$/m)
  t.match(found.item('activation')?.resolutions, [
    { id: 'switch', default: true },
    { id: 'boot', effects: { reboot: true } },
  ])
  t.same(m.calls(), ['b check', 'b dry-activate'], 'nothing else was asked of it')
  const test = (await find(t, m, 'switch-to-configuration', m.b, { action: 'test' })).item('activation')
  t.match(test?.resolutions, [{ id: 'test', default: true }])
  t.equal(test?.resolutions?.length, 1)
  const boot = (await find(t, m, 'switch-to-configuration', m.b, { action: 'boot' })).items
  t.match(boot, [
    { id: 'activation', resolutions: [{ id: 'boot', default: true, effects: { reboot: true } }] },
  ])
  t.same((await find(t, m, 'switch-to-configuration', m.a)).items, [], 'what runs needs nothing')

  m.mode('b:check=1')
  writeFileSync(m.at('say-check'), "Pre-switch check 'disk' failed\nno room on /boot\n")
  const refused = (await find(t, m, 'switch-to-configuration', m.b)).item('pre-switch-check')
  t.match(refused, { severity: 'error', detail: /no room on \/boot/, resolutions: undefined })
  m.mode('b:check=11')
  t.match((await find(t, m, 'switch-to-configuration', m.b)).done, { outcome: 'failed', code: 'temporary' })
  m.mode('b:dry-activate=1')
  t.match((await find(t, m, 'switch-to-configuration', m.b)).done, {
    outcome: 'failed',
    code: 'dry-activate',
  })
})

t.test('switch-to-configuration: what needs a reboot is told', async t => {
  const inhibitors = (dbus: string, more = {}) => JSON.stringify({ dbus, init: 'same', ...more }, null, 2)
  const m = between(t, {
    a: { 'switch-inhibitors': inhibitors('/store/dbus', { gone: 'x' }) },
    b: { 'switch-inhibitors': inhibitors('/store/dbus-broker \\ "x"', { added: 'y' }) },
  })
  m.mode('b:check=1')
  const inhibited = await find(t, m, 'switch-to-configuration', m.b)
  t.match(inhibited.item('activation'), {
    detail: /for these differ: dbus\.$/,
    resolutions: [{ id: 'boot', default: true, effects: { reboot: true } }],
  })
  t.equal(inhibited.item('activation')?.resolutions?.length, 1)
  t.match(inhibited.item('pre-switch-check'), {
    severity: 'warning',
    resolutions: [{ id: 'go-on', ends: 'kept' }],
  })
  t.same(m.calls(), ['b check'])
  t.equal(
    (await find(t, m, 'switch-to-configuration', m.b, { action: 'test' })).item('activation')?.resolutions,
    undefined,
  )

  const triggers = (kernel: string) => JSON.stringify({ kernel, 'kernel-params': 'quiet' })
  const n = between(t, {
    a: { 'reboot-triggers': triggers('6.6') },
    b: { 'reboot-triggers': triggers('6.12') },
  })
  t.match((await find(t, n, 'switch-to-configuration', n.b)).item('reboot-needed'), {
    severity: 'recommendation',
    resources: ['kernel'],
    resolutions: [
      { id: 'reboot', effects: { reboot: true } },
      { id: 'later', ends: 'kept' },
    ],
  })
  const old = between(t, {
    a: { kernel: 'k1' },
    b: { kernel: 'k2', 'kernel-params': 'x' },
  })
  const links = (await find(t, old, 'switch-to-configuration', old.b)).item('reboot-needed')
  t.same(links?.resources, ['kernel', 'kernel-params'])

  const init = between(t, { b: { 'init-interface-version': 'systemd 3' } })
  t.match((await find(t, init, 'switch-to-configuration', init.b)).item('activation'), {
    detail: /init cannot become/,
    resolutions: [{ id: 'boot', default: true }],
  })
})

/** The choice of what the producer offers, carried out. */
async function activate(
  t: Test,
  m: Machine & { b: string },
  resolution = 'switch',
  how: How = {},
  more: Partial<Sent> = {},
) {
  const { items } = await run(m, 'switch-to-configuration', 'producer', m.b, how)
  const item = items.find(found => found.id === 'activation')
  return await apply(t, m, 'switch-to-configuration', m.b, [one(resolution, item?.fingerprint, more)], how)
}

t.test('exit 0: applied, when the machine shows it', async t => {
  const m = between(t)
  const { results, done } = await activate(t, m)
  t.match(results, [{ item: 'activation', status: 'applied' }])
  t.same(done, { type: 'done', outcome: 'ok' })
  t.equal(m.current(), m.b)
  t.same(m.calls().slice(-1), ['b switch'])
  t.same((await find(t, m, 'switch-to-configuration', m.b)).items, [])
  const again = await apply(t, m, 'switch-to-configuration', m.b, [
    one('switch', 'as it was', { attempt: 2 }),
  ])
  t.match(again.results, [{ status: 'applied' }], 'its result was lost: it is not run again')
  t.equal(m.calls().filter(call => call === 'b switch').length, 1)
  const gone = await apply(t, m, 'switch-to-configuration', m.b, [one('switch', 'as it was')])
  t.match(gone.results, [{ status: 'applied' }], 'so it is already')
  t.equal(m.calls().filter(call => call === 'b switch').length, 1, 'and is not done again')
  const other = between(t)
  const stale = await apply(t, other, 'switch-to-configuration', other.b, [one('switch', 'as it was')])
  t.match(stale.results, [{ status: 'failed', code: 'stale' }])

  const liar = between(t)
  liar.mode('b:switch=0')
  t.match(
    (await activate(t, liar)).results,
    [{ status: 'failed', code: 'switch-failed' }],
    '0 without a switch is none',
  )
  t.equal(realpathSync(liar.profile), liar.a)

  const test = between(t)
  test.generation(2, test.a)
  t.match((await activate(t, test, 'test', { action: 'test' })).results, [{ status: 'applied' }])
  t.equal(realpathSync(test.profile), test.a, 'a test leaves the profile alone')
})

t.test('a daemon that the activation leaves behind holds nobody up', async t => {
  const m = between(t)
  m.mode('b:switch=0:boot,run,daemon')
  const { results } = await activate(t, m)
  process.kill(Number(readFileSync(m.at('daemon'), 'utf8')), 'SIGKILL')
  t.match(results, [{ status: 'applied' }])
})

t.test(
  'exit 100 and `boot`: applied, and a reboot asked for; afterwards what was booted is proven',
  async t => {
    for (const [resolution, action, mode] of [
      ['switch', 'switch', 'b:switch=100:boot'],
      ['boot', 'switch', ''],
      ['boot', 'boot', ''],
    ] as const) {
      const m = between(t)
      m.mode(mode)
      const { results, done } = await activate(t, m, resolution, { action })
      t.match(results, [{ status: 'applied' }])
      t.match(done, { outcome: 'ok', reboot: true })
      t.equal(m.current(), m.a, 'nothing runs yet')
      t.same(
        (await find(t, m, 'switch-to-configuration', m.b, { action })).items,
        [],
        'until the reboot there is nothing to do',
      )
      const calls = m.calls().length
      const lost = await apply(t, m, 'switch-to-configuration', m.b, [one(resolution, 'x', { attempt: 2 })], {
        action,
      })
      t.match(lost, { results: [{ status: 'applied' }], done: { reboot: true } }, 'a lost result')
      if (resolution === 'boot') t.equal(m.calls().length, calls)

      m.boots(m.a, 'second')
      const fallen = await find(t, m, 'switch-to-configuration', m.b, { action })
      t.match(fallen.items, [
        { id: 'booted-other', severity: 'error', detail: new RegExp(`It booted ${m.a}`) },
      ])
      const resolve = { item: 'booted-other', fingerprint: fallen.items[0]?.fingerprint ?? '' }
      const once = await apply(
        t,
        m,
        'switch-to-configuration',
        m.b,
        [{ ...resolve, resolution: 'reboot-again' }],
        { action },
      )
      t.match(once, { results: [{ status: 'applied' }], done: { reboot: true } })
      t.same(m.calls().slice(-1), ['b boot'])
      m.boots(m.b, 'third')
      t.same((await find(t, m, 'switch-to-configuration', m.b, { action })).items, [])
    }
    const m = between(t)
    await activate(t, m, 'boot')
    m.boots(m.a, 'second')
    const stay = [{ item: 'booted-other', resolution: 'stay', fingerprint: 'x' }]
    t.match((await apply(t, m, 'switch-to-configuration', m.b, stay)).results, [{ status: 'applied' }])
    t.equal(readlinkSync(m.profile), 'system-2-link')
    t.same(m.calls().slice(-1), ['a boot'])
  },
)

for (const status of [2, 4]) {
  t.test(`exit ${status}: switched and degraded, which is a question and no success`, async t => {
    const m = between(t)
    m.mode(`b:switch=${status}:boot,run`)
    writeFileSync(
      m.at('say-switch'),
      'starting\nwarning: the following units failed: web.service, db.service\n',
    )
    const { items, results, done } = await activate(t, m)
    t.same(results, [], 'no result before the answer')
    t.match(done, { outcome: 'again' })
    t.match(items, [{ id: 'degraded', severity: 'error', detail: /warning: the following units failed/ }])
    t.same(items[0]?.resources, [m.b, 'web.service', 'db.service'])
    t.match(items[0]?.resolutions, [
      { id: 'retry', default: true },
      { id: 'accept', ends: 'kept' },
      { id: 'roll-back', ends: 'reverted' },
    ])
    const seen = await find(t, m, 'switch-to-configuration', m.b)
    t.same(seen.items, items, 'the producer sees it the same way')
    const answer = (resolution: string): Sent[] => [
      { item: 'degraded', resolution, fingerprint: items[0]?.fingerprint ?? '' },
      one('switch', 'as it was', { attempt: 2 }),
    ]

    const still = await apply(t, m, 'switch-to-configuration', m.b, answer('retry'))
    t.match(still, { results: [], items: [{ id: 'degraded' }], done: { outcome: 'again' } })
    t.not(still.items[0]?.fingerprint, items[0]?.fingerprint, 'asked anew')

    t.match((await apply(t, m, 'switch-to-configuration', m.b, answer('accept'))).results, [
      { item: 'degraded', status: 'applied' },
      { item: 'activation', status: 'applied' },
    ])
    t.same((await find(t, m, 'switch-to-configuration', m.b)).items, still.items, 'kept, and still seen')

    m.mode('')
    const calls = m.calls().length
    t.match((await apply(t, m, 'switch-to-configuration', m.b, answer('retry'))).results, [
      { item: 'degraded', status: 'applied' },
      { item: 'activation', status: 'applied' },
    ])
    t.same(m.calls().slice(calls), ['b switch'], 'once for both')
    t.same((await find(t, m, 'switch-to-configuration', m.b)).items, [])
    const lost = await apply(t, m, 'switch-to-configuration', m.b, [{ ...answer('retry')[0]!, attempt: 2 }])
    t.match(lost.results, [{ status: 'applied' }])
  })

  t.test(`exit ${status}: rolled back to what ran before, or not, and then it says so`, async t => {
    const m = between(t)
    m.mode(`b:switch=${status}:boot,run`)
    await activate(t, m)
    const back: Sent[] = [{ item: 'degraded', resolution: 'roll-back', fingerprint: 'x' }]
    m.mode('a:switch=4:run')
    const failed = await apply(t, m, 'switch-to-configuration', m.b, back)
    t.match(failed.results, [{ status: 'failed', code: 'roll-back-failed' }])
    t.match(failed.results[0]?.message, `ended with status 4; ${m.a} runs`)
    m.mode('')
    t.match((await apply(t, m, 'switch-to-configuration', m.b, back)).results, [{ status: 'applied' }])
    t.equal(m.current(), m.a)
    t.equal(readlinkSync(m.profile), 'system-2-link', 'and boots')
    t.same(m.calls().slice(-1), ['a switch'])
    const lost = await apply(t, m, 'switch-to-configuration', m.b, [{ ...back[0]!, attempt: 2 }])
    t.match(lost.results, [{ status: 'applied' }])
  })
}

t.test('exit 1 or an errno with nothing done: the link is put back, and it failed', async t => {
  for (const [mode, code] of [
    ['1', 'switch-failed'],
    ['5', 'switch-failed'],
    ['11', 'temporary'],
    ['1:kill', 'switch-failed'],
    ['100', 'test'],
  ] as const) {
    const m = between(t)
    const action = code === 'test' ? 'test' : 'switch'
    m.mode(`b:${action}=${mode}`)
    const { results, done, items } = await activate(t, m, action, { action })
    t.match(results, [{ status: 'failed', code: code === 'test' ? 'switch-failed' : code }], mode)
    t.match(
      results[0]?.message,
      mode === '1:kill' ? 'status 137 and changed nothing' : `status ${mode} and changed nothing`,
    )
    t.match(done, { outcome: 'failed' })
    t.same(items, [])
    t.equal(m.current(), m.a)
    if (action === 'test') continue
    t.equal(readlinkSync(m.profile), 'system-2-link', 'the rejected system is not what boots next')
    m.mode('')
    const retried = await activate(t, m, 'switch', {}, { attempt: 2 })
    t.match(retried.results, [{ status: 'applied' }], 'and a retry moves it forward again')
    t.equal(realpathSync(m.profile), m.b)
    t.equal(m.current(), m.b)
  }
  const m = between(t)
  m.generation(4, m.a)
  t.match((await activate(t, m)).results, [{ status: 'failed', code: 'stale' }], 'without set-system-symlink')
  t.notOk(m.calls().includes('b switch'))
})

t.test('the profile goes back to what ran, not to whatever came last before', async t => {
  const m = between(t)
  m.generation(3, m.system('rejected-earlier'))
  m.generation(4, m.b)
  m.mode('b:switch=1')
  await activate(t, m)
  t.equal(readlinkSync(m.profile), 'system-2-link')
  const first = machine(t)
  const b = first.system('b')
  first.generation(1, b)
  first.boots(first.system('a'), 'first')
  first.mode('b:switch=1')
  const { results } = await activate(t, { ...first, b })
  t.match(
    results[0]?.message,
    /has no older generation to go back to, so the rejected system is what boots next/,
  )
})

t.test('exit 1 or an errno with something done: a question', async t => {
  for (const mode of ['1:boot', '1:run', '1:lists', '5:boot,run', '2', '0:boot']) {
    const m = between(t)
    m.mode(`b:switch=${mode}`)
    const { items, results, done } = await activate(t, m)
    t.match(
      { items, results, done },
      { items: [{ id: 'half-switched' }], results: [], done: { outcome: 'again' } },
      mode,
    )
    t.same(
      items[0]?.resolutions?.map(({ id }) => id),
      ['retry', 'roll-back'],
    )
    t.same((await find(t, m, 'switch-to-configuration', m.b)).items, items)
    t.equal(realpathSync(m.profile), m.b, 'nothing is guessed')
    const still = await apply(t, m, 'switch-to-configuration', m.b, [
      { item: 'half-switched', resolution: 'retry', fingerprint: items[0]?.fingerprint ?? '' },
    ])
    t.match(still.items, [{ id: 'half-switched' }], 'a second look does not take the half for the beginning')
    m.mode('')
    const answered = await apply(t, m, 'switch-to-configuration', m.b, [
      { item: 'half-switched', resolution: 'retry', fingerprint: still.items[0]?.fingerprint ?? '' },
      one('switch', 'as it was', { attempt: 2 }),
    ])
    t.match(answered.results, [{ status: 'applied' }, { status: 'applied' }])
    t.equal(m.current(), m.b)
  }
})

t.test('killed in the middle: the next attempt remembers how it began', async t => {
  const m = between(t)
  m.mode('b:switch=1:boot,die')
  const { items } = await run(m, 'switch-to-configuration', 'producer', m.b, {})
  const activation = items.find(item => item.id === 'activation')
  const sent = one('switch', activation?.fingerprint)
  const killed = await run(m, 'switch-to-configuration', 'consumer', m.b, { resolve: [sent] })
  t.equal(killed.signal, 'SIGKILL')
  t.ok(existsSync(m.at('state', 'switching')))
  m.mode('b:switch=1')
  const next = await apply(t, m, 'switch-to-configuration', m.b, [{ ...sent, attempt: 2 }])
  t.match(next.items, [{ id: 'half-switched' }], 'the boot entry of the first attempt counts')
})

t.test('a reboot that was chosen is asked for once it is activated', async t => {
  const triggers = (kernel: string) => JSON.stringify({ kernel })
  const m = between(t, { a: { 'reboot-triggers': triggers('1') }, b: { 'reboot-triggers': triggers('2') } })
  const found = await find(t, m, 'switch-to-configuration', m.b)
  const sent = (reboot: string): Sent[] => [
    one('switch', found.item('activation')?.fingerprint),
    {
      item: 'reboot-needed',
      resolution: reboot,
      fingerprint: found.item('reboot-needed')?.fingerprint ?? '',
    },
  ]
  const { results, done } = await apply(t, m, 'switch-to-configuration', m.b, sent('reboot'))
  t.match(results, [
    { item: 'activation', status: 'applied' },
    { item: 'reboot-needed', status: 'applied' },
  ])
  t.match(done, { outcome: 'ok', reboot: true })
  t.same((await find(t, m, 'switch-to-configuration', m.b)).items, [], 'the reboot is on its way')
  m.boots(m.b, 'second')
  t.same((await find(t, m, 'switch-to-configuration', m.b)).items, [])

  const later = between(t, {
    a: { 'reboot-triggers': triggers('1') },
    b: { 'reboot-triggers': triggers('2') },
  })
  const before = (await find(t, later, 'switch-to-configuration', later.b)).item('reboot-needed')
  await activate(t, later)
  await apply(t, later, 'switch-to-configuration', later.b, [
    { item: 'reboot-needed', resolution: 'later', fingerprint: before?.fingerprint ?? '' },
  ])
  t.same(
    (await find(t, later, 'switch-to-configuration', later.b)).items,
    [before],
    'kept with the same fingerprint',
  )
})
