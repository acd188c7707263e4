import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import t, { type Test } from 'tap'
import { programDigests } from '../src/manifest/digests.js'
import { FIELDS } from '../src/manifest/grammar.js'
import { type Loaded, loadManifest } from '../src/manifest/load.js'
import { distance, nearest } from '../src/manifest/nearest.js'
import type { Diagnostic } from '../src/manifest/step.js'
import { DEFAULT_PATH } from '../src/manifest/steps.js'
import { duration, size } from '../src/manifest/units.js'
import { type Account, thisMachine, type World } from '../src/manifest/world.js'
import { environmentFor } from '../src/sandbox/environment.js'

const root = process.getuid?.() === 0
const needsRoot = root ? {} : { skip: 'needs root: files are given to other users' }

const account = (uid: number, ...groups: number[]): Account => ({
  uid,
  gid: uid,
  groups: [uid, ...groups],
  home: '/nonexistent',
  shell: '/bin/sh',
})

/** Nobody on the machine needs to have these; files are given to their numbers. */
const ACCOUNTS: Record<string, Account> = {
  root: account(0),
  alice: account(54_321, 54_400),
  bob: account(54_322),
}

const world = (change: Partial<World> = {}): World => ({
  ...thisMachine(async name => (Object.hasOwn(ACCOUNTS, name) ? ACCOUNTS[name] : undefined)),
  ...change,
})

const as = (name: keyof typeof ACCOUNTS): Partial<World> => {
  const { uid, gid, groups } = ACCOUNTS[name]!
  return { uid, gid, groups }
}

const SH = '#!/bin/sh\nexit 0\n'

/** A folder that others may enter, with a program `steps/ok`, made from paths and contents; contents of '/' make a folder. */
const folder = (t: Test, files: Record<string, string | Uint8Array> = {}): string => {
  const path = mkdtempSync(join(tmpdir(), 'edgewise-manifest-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  chmodSync(path, 0o755)
  for (const [name, content] of Object.entries({ 'steps/ok': SH, ...files })) {
    const file = join(path, name)
    mkdirSync(content === '/' ? file : dirname(file), { recursive: true, mode: 0o755 })
    if (content !== '/') writeFileSync(file, content, { mode: 0o755 })
  }
  return path
}

const manifest = (dir: string, content: string | Uint8Array, name = 'transition.yaml'): string => {
  const file = join(dir, name)
  writeFileSync(file, content, { mode: 0o644 })
  return file
}

const HEAD = 'edgewise: 1\nname: test\n'

/** Loads steps written below `steps:`, each line indented already. */
const loadSteps = (dir: string, steps: string, change: Partial<World> = {}): Promise<Loaded> =>
  loadManifest(manifest(dir, `${HEAD}steps:\n${steps}`), world(change))

const oneLine = ({ line, column, code }: Diagnostic): string => `${line ?? 0}:${column ?? 0} ${code.slice(9)}`
const lines = (loaded: Loaded): string[] => loaded.diagnostics.map(oneLine)
const only = (t: Test, loaded: Loaded, expected: string): Diagnostic => {
  t.strictSame(lines(loaded), [expected])
  t.equal(loaded.manifest, undefined, 'no manifest beside an error')
  return loaded.diagnostics[0] ?? { severity: 'error', code: '', file: '', message: '' }
}

t.test('a whole manifest: every key, defaults, absolute paths', needsRoot, async t => {
  const dir = folder(t, { 'bin/on-path': SH, 'steps/lib/a.sh': 'a', work: '/' })
  const text = readFileSync('test/fixtures/manifest/full.yaml', 'utf8')
  const file = manifest(dir, text)
  const { manifest: read, diagnostics } = await loadManifest(file, world())
  t.strictSame(diagnostics, [])
  const PATH = `${dir}/bin:/usr/bin:/bin`
  const program = (argv: string[], more = {}) => ({
    argv,
    executable: `${dir}/steps/ok`,
    user: null,
    cwd: '/',
    env: { PATH },
    ...more,
  })
  const defaults = {
    needs: [],
    after: [],
    locks: [],
    timeouts: { producer: { idle: 60_000, total: 600_000 }, consumer: { idle: null, total: null } },
    retries: { max: 0, backoff: 5000, afterCrash: 'run' },
    limits: {},
    recheck: true,
    verify: true,
    files: [],
  }
  t.strictSame(read, {
    path: file,
    digest: createHash('sha256').update(text).digest('hex'),
    name: 'web-1',
    target: '/nix/store/abc-nixos-system-web-1-26.05',
    steps: [
      {
        name: 'accounts',
        producer: program(['./steps/ok', 'producer']),
        consumer: program(['./steps/ok', 'consumer']),
        config: { postgres: 71 },
        ...defaults,
      },
      {
        name: 'disk',
        producer: program(['on-path', '--quiet'], { executable: `${dir}/bin/on-path` }),
        ...defaults,
      },
      {
        name: 'constructor',
        title: 'The name that plain objects have already',
        producer: program(['./steps/ok', 'producer'], {
          user: 'alice',
          cwd: '/usr',
          env: { PATH, PGPORT: '5432', PYTHONUNBUFFERED: '1' },
        }),
        consumer: program(['./steps/ok', 'consumer'], {
          user: 'root',
          cwd: `${dir}/work`,
          env: { PATH, PGPORT: '5433', PYTHONUNBUFFERED: '1' },
        }),
        needs: ['accounts'],
        after: ['disk'],
        locks: ['postgresql'],
        config: { dataDir: '/var/lib/postgresql', version: '17', list: [1, 2.5, true, null] },
        timeouts: { producer: { idle: 90_000, total: 500 }, consumer: { idle: null, total: 14_400_000 } },
        retries: { max: 2, backoff: 250, afterCrash: 'ask' },
        limits: { memory: 2 ** 31, processes: 200, openFiles: 64, fileSize: 2 ** 29 },
        sandbox: { allow: ['unix-sockets', 'read-all'] },
        recheck: false,
        verify: false,
        files: [`${dir}/steps/lib`],
      },
    ],
  })
})

t.test('JSON and YAML of the same data load the same', async t => {
  const dir = folder(t)
  const data = {
    edgewise: 1,
    name: 'both "quoted" \\ 😀',
    steps: { a: { producer: ['./steps/ok', 'x\ny'], config: { n: [1, -2.5e3, { deep: null }], '': 'é' } } },
  }
  const json = JSON.stringify(data, null, 2)
  const fromJson = await loadManifest(manifest(dir, json, 'm.json'), world())
  const fromYaml = await loadManifest(manifest(dir, json), world())
  t.strictSame(fromJson.diagnostics, [])
  t.strictSame(fromJson.manifest?.steps, fromYaml.manifest?.steps)
  t.equal(fromJson.manifest?.name, data.name)
  t.strictSame(fromJson.manifest?.steps[0]?.config, data.steps.a.config)
  t.strictSame(
    fromYaml.manifest?.steps[0]?.producer.env,
    {},
    'PATH is set only where the manifest has a path',
  )
})

t.test('F01 what is no UTF-8, JSON or YAML is told by line and column, and nothing else is', async t => {
  const dir = folder(t)
  const cases: [name: string, content: string | Uint8Array, expected: string, message: RegExp][] = [
    ['m.yaml', Buffer.from('edgewise: 1\nname: \xe9t\xe9\n', 'latin1'), '2:7 not-utf8', /0xe9/],
    ['m.yaml', Buffer.concat([Buffer.from('a: "é\ufffd'), Buffer.from([0xff])]), '1:7 not-utf8', /0xff/],
    ['m.yaml', Buffer.from('\ufeffedgewise: 1\n', 'utf16le'), '1:1 not-utf8', /0xff/],
    ['m.yaml', 'edgewise: 1\nname: "x\n', '3:1 syntax', /YAML/],
    ['m.yaml', 'edgewise: 1\n\tname: x\n', '2:1 syntax', /YAML/],
    ['m.yaml', 'edgewise: 1\nname: a\u0000b\n', '2:8 syntax', /U\+0000/],
    ['m.yaml', 'edgewise: 1\n---\nname: x\n', '2:1 syntax', /second YAML document/],
    ['m.yaml', 'edgewise: 1\nname: *there\n', '2:7 syntax', /anchor "&there"/],
    ['m.json', '{"edgewise": 1,\n // no\n "name": "x"}', '2:2 syntax', /"\/\/"/],
    ['m.json', '{"edgewise": 1,\n "name": "x",}', '2:14 syntax', /key in double quotes/],
    ['m.json', '{"edgewise": 1} {}', '1:17 syntax', /Nothing may follow/],
    ['m.json', '{"edgewise": 01}', '1:14 syntax', /not "01"/],
    ['m.json', '{"edgewise": 1', '1:15 syntax', /the end of the file/],
    ['m.json', '{"name": "a\nb"}', '1:10 syntax', /raw control/],
    ['m.json', "{'name': 1}", '1:2 syntax', /double quotes/],
    ['m.json', '{"name" 1}', '1:9 syntax', /colon/],
    ['m.json', '', '1:1 syntax', /the end of the file/],
  ]
  for (const [name, content, expected, message] of cases) {
    const loaded = await loadManifest(manifest(dir, content, name), world())
    const first = loaded.diagnostics[0]!
    t.equal(oneLine(first), expected, `${name}: ${JSON.stringify(content.toString())}`)
    t.match(first.message, message)
    t.ok(first.hint)
    t.equal(loaded.manifest, undefined)
    t.equal(loaded.diagnostics.length, 1, 'nothing else is said')
  }
})

t.test('F01 manifests that cannot be read at all', async t => {
  const dir = folder(t)
  const say = async (path: string, expected: string, message: RegExp) => {
    const diagnostic = only(t, await loadManifest(path, world()), expected)
    t.match(diagnostic.message, message)
    t.equal(diagnostic.file, path)
  }
  await say(join(dir, 'none.yaml'), '0:0 unreadable', /does not exist/)
  await say(join(dir, 'steps'), '0:0 unreadable', /is a folder/)
  const fifo = join(dir, 'fifo.yaml')
  t.equal(spawnSync('mkfifo', [fifo]).status, 0)
  await say(fifo, '0:0 unreadable', /not a regular file/)
  await say('/dev/null', '0:0 unreadable', /not a regular file/)
  await say(manifest(dir, ' '.repeat(4 * 1024 * 1024 + 1)), '0:0 too-large', /4 MiB/)
})

t.test('F01 a byte order mark, CRLF and a wrong root are told apart', async t => {
  const dir = folder(t)
  const text = `${HEAD}steps:\n  a: { producer: [./steps/ok] }\n`
  t.strictSame((await loadManifest(manifest(dir, `\ufeff${text}`), world())).diagnostics, [])
  t.strictSame((await loadManifest(manifest(dir, text.replaceAll('\n', '\r\n')), world())).diagnostics, [])
  for (const content of ['', '[]', 'x', '3', '# nothing\n'])
    t.match(
      only(t, await loadManifest(manifest(dir, content), world()), '1:1 wrong-type').message,
      /must be a mapping/,
    )
})

t.test('F02 unknown keys, at each level, with the nearest name', async t => {
  const dir = folder(t)
  const loaded = await loadManifest(
    manifest(
      dir,
      `edgewise: 1
nmae: x
name: x
steps:
  a:
    producr: 1
    producer: { argv: [./steps/ok], usr: root }
    timeouts: { prodcuer: {}, consumer: { totl: 1s } }
    retries: { aftercrash: run }
    limits: { memroy: 1G }
    promises: {}
    sandbox: { alow: [] }
    config: { anything: { goes: 1 } }
`,
    ),
    world(),
  )
  t.strictSame(
    loaded.diagnostics.map(each => [oneLine(each), each.text, each.hint]),
    [
      ['2:1 unknown-key', 'nmae', 'Did you mean "name"?'],
      ['6:5 unknown-key', 'producr', 'Did you mean "producer"?'],
      ['7:37 unknown-key', 'usr', 'Did you mean "user"?'],
      ['8:17 unknown-key', 'prodcuer', 'Did you mean "producer"?'],
      ['8:43 unknown-key', 'totl', 'Did you mean "total"?'],
      ['9:16 unknown-key', 'aftercrash', 'Did you mean "afterCrash"?'],
      ['10:15 unknown-key', 'memroy', 'Did you mean "memory"?'],
      ['11:5 unknown-key', 'promises', loaded.diagnostics[7]?.hint],
      ['12:16 unknown-key', 'alow', 'Did you mean "allow"?'],
    ],
  )
  t.match(loaded.diagnostics[7]?.hint, /Known here: title, user, producer/)
  t.equal(loaded.diagnostics[1]?.step, 'a')
  t.equal(loaded.diagnostics[0]?.step, undefined)
})

t.test('F02 a word that widens nothing', async t => {
  const dir = folder(t)
  const allowing = async (allow: string) =>
    loadManifest(
      manifest(
        dir,
        `edgewise: 1\nname: x\nsteps:\n  a: { producer: [./steps/ok], sandbox: { allow: ${allow} } }\n`,
      ),
      world(),
    )
  const near = only(t, await allowing('[network, unix-socket]'), '4:60 bad-value')
  t.match(near.message, /must be one of unix-sockets, network, read-all, host; "unix-socket" is not/)
  t.equal(near.hint, 'Did you mean "unix-sockets"?')
  t.match(only(t, await allowing('host'), '4:50 wrong-type').hint, /`\[a, b\]`/)
  t.equal((await allowing('[]')).manifest?.steps[0]?.sandbox, undefined, 'nothing is no wider')
})

t.test('F02 another version of the format says only that', async t => {
  const dir = folder(t)
  const version = async (value: string) => {
    const loaded = await loadManifest(
      manifest(dir, `edgewise: ${value}\nnew: key\nname: x\nsteps: {}\n`),
      world(),
    )
    return [lines(loaded), loaded.diagnostics[0]?.hint]
  }
  t.strictSame(await version('2'), [['1:11 version'], 'Use a newer Edgewise.'])
  t.strictSame(await version('0'), [['1:11 version'], 'Write `edgewise: 1`.'])
  t.strictSame((await version('"1"'))[0], ['1:11 wrong-type', '2:1 unknown-key'])
  const none = await loadManifest(manifest(dir, 'name: x\nsteps: {}\n'), world())
  t.match(only(t, none, '1:1 missing-key').message, /lacks the key "edgewise"/)
})

t.test('F02 the keys that messages list are those of the schema', t => {
  const schema = JSON.parse(readFileSync('protocol/manifest.schema.json', 'utf8'))
  for (const [name, fields] of Object.entries(FIELDS)) {
    const { properties, additionalProperties } = name === 'manifest' ? schema : schema.$defs[name]
    t.strictSame(Object.keys(fields).sort(), Object.keys(properties).sort(), name)
    t.equal(additionalProperties, false)
  }
  t.notMatch(JSON.stringify(schema), /"pattern":"[^"]*\$"/, 'no pattern ends in an anchor')
  t.end()
})

t.test('F03 duplicate steps and keys, in both formats', async t => {
  const dir = folder(t)
  const yaml = await loadSteps(
    dir,
    `  a: { producer: [./steps/ok] }
  b: { producer: [./steps/ok], config: { k: 1, "k": 2 } }
  a: { producer: [./steps/ok] }
`,
  )
  t.strictSame(lines(yaml), ['5:48 duplicate-key', '6:3 duplicate-step'])
  t.match(yaml.diagnostics[1]?.message, /The step "a" is given twice. It was given first in line 4./)
  const json = await loadManifest(
    manifest(
      dir,
      '{"edgewise":1,"name":"x","name":"y",\n"steps":{"a":{"producer":["./steps/ok"]},\n"a":{}}}',
      'm.json',
    ),
    world(),
  )
  t.strictSame(lines(json), ['1:26 duplicate-key', '3:1 duplicate-step'])
  t.match(json.diagnostics[1]?.message, /first in line 2/)
})

t.test('F04 circles are told as a whole way, missing steps with the nearest name', async t => {
  const dir = folder(t)
  const step = (name: string, more: string): string => `  ${name}: { producer: [./steps/ok], ${more} }\n`
  const loaded = await loadSteps(
    dir,
    step('a', 'needs: [b]') +
      step('b', 'after: [c]') +
      step('c', 'needs: [d, a]') +
      step('d', 'needs: [a]') +
      step('constructor', 'needs: [hasownproperty]') +
      step('hasownproperty', 'after: [constructor]') +
      step('self', 'needs: [self]') +
      step('tail', 'needs: [a, constuctor, nowhere-near]'),
  )
  t.strictSame(
    loaded.diagnostics.map(each => [oneLine(each), each.message, each.hint]),
    [
      [
        '4:40 cycle',
        'These steps wait for each other: a -> b -> c -> a.',
        'Take one of these out of `needs` or `after`.',
      ],
      [
        '8:50 cycle',
        'These steps wait for each other: constructor -> hasownproperty -> constructor.',
        'Take one of these out of `needs` or `after`.',
      ],
      ['10:43 needs-itself', 'The step "self" cannot come after itself.', 'Take it out of its own `needs`.'],
      [
        '11:46 unknown-step',
        'There is no step "constuctor" in this manifest.',
        'Did you mean "constructor"?',
      ],
      [
        '11:58 unknown-step',
        'There is no step "nowhere-near" in this manifest.',
        'Name a step of this manifest, or take it away.',
      ],
    ],
  )
  const proto = await loadSteps(
    dir,
    step('__proto__', 'needs: [constructor]') + step('constructor', 'needs: [__proto__]'),
  )
  t.ok(lines(proto).includes('4:3 bad-name'), '__proto__ is refused by its name')
  t.ok(
    lines(proto).some(line => /cycle/.test(line)),
    'and its circle is seen all the same',
  )
  const fine = await loadSteps(dir, step('constructor', 'needs: [tostring]') + step('tostring', 'locks: []'))
  t.strictSame(fine.diagnostics, [])
  t.strictSame(fine.manifest?.steps[0]?.needs, ['tostring'])
})

t.test('F05 users are names, never numbers, before anybody is asked', async t => {
  const dir = folder(t)
  const asked: string[] = []
  const lookupUser = async (name: string) => {
    asked.push(name)
    return account(process.getuid?.() ?? 0)
  }
  const bad = [
    '"0"',
    '"+0"',
    '"00"',
    '"root "',
    '" root"',
    '0',
    '-1',
    '"root\\n"',
    '"1001"',
    '"a:b"',
    '"a$b"',
    '""',
    '"-x"',
  ]
  for (const user of bad) {
    const loaded = await loadSteps(dir, `  a: { user: ${user}, producer: [./steps/ok] }\n`, { lookupUser })
    t.match(only(t, loaded, '4:14 bad-user').hint, /getent passwd/, user)
    const inner = await loadSteps(dir, `  a: { producer: { argv: [./steps/ok], user: ${user} } }\n`, {
      lookupUser,
    })
    only(t, inner, '4:46 bad-user')
  }
  t.strictSame(asked, [])
  for (const user of ['root', '_apt', 'www-data', 'Domain.User@example', 'machine$'])
    t.strictSame(
      (await loadSteps(dir, `  a: { user: ${user}, producer: [./steps/ok] }\n`, { lookupUser })).diagnostics,
      [],
    )
  t.equal(asked.length, 5)
})

t.test('F06 a user who does not exist, once for each place, and looked up once', async t => {
  const dir = folder(t)
  const asked: string[] = []
  const loaded = await loadSteps(
    dir,
    `  a: { user: nosuch, producer: [./steps/ok], consumer: [./steps/ok] }
  b: { producer: { argv: [./steps/ok], user: nosuch } }
  c: { user: slow, producer: [./steps/ok] }
`,
    {
      lookupUser: async name => {
        asked.push(name)
        return name === 'slow' ? { failed: 'no answer' } : undefined
      },
    },
  )
  t.strictSame(lines(loaded), ['4:14 unknown-user', '5:46 unknown-user', '6:14 user-lookup'])
  t.equal(loaded.diagnostics[0]?.message, 'There is no user "nosuch" on this machine.')
  t.match(loaded.diagnostics[2]?.message, /no answer/)
  t.strictSame(asked, ['nosuch', 'slow'])
})

t.test('F79 an unprivileged host refuses another user, and takes its own', needsRoot, async t => {
  const dir = folder(t)
  const steps = '  a: { user: alice, producer: [./steps/ok] }\n'
  const refused = await loadSteps(dir, steps, { ...as('bob') })
  t.match(
    only(t, refused, '4:14 user-not-permitted').message,
    /uid 54322 and may not become "alice" \(uid 54321\)/,
  )
  t.strictSame((await loadSteps(dir, steps, { ...as('alice') })).diagnostics, [])
  t.strictSame((await loadSteps(dir, steps)).diagnostics, [], 'root may')
})

/** A real binary whose dynamic loader is called otherwise. */
const withLoader = (change: (loader: string) => string): Buffer => {
  const bytes = readFileSync(process.execPath)
  const header = Buffer.from(bytes.subarray(0, 4096))
  const at = header.indexOf('/lib')
  const loader = header.toString('latin1', at, header.indexOf(0, at))
  header.write(change(loader), at, 'latin1')
  return header
}

t.test('F07 why a program cannot start, exactly', async t => {
  const dir = folder(t, {
    'steps/plain': 'echo hello\n',
    'steps/crlf': '#!/bin/sh\r\nexit 0\r\n',
    'steps/nobody': '#!/opt/nowhere/python\n',
    'steps/env': '#!/usr/bin/env no-such-python\n',
    'steps/env-split': '#!/usr/bin/env -S X=1 no-such-python -u\n',
    'steps/env-glued': '#!/usr/bin/env sh -e\n',
    'steps/relative': '#!bin/sh\n',
    'steps/none': '#!\n',
    'steps/long': `#!/${'x'.repeat(300)}\n`,
    'steps/loop': '',
    'steps/noise': Buffer.from([1, 0, 2, 3]),
    'steps/elf': withLoader(loader => loader.replace('/lib', '/liB')),
    'steps/elf-ok': withLoader(loader => loader),
    'steps/env-ok': '#!/usr/bin/env -S sh -e\n',
    'steps/space-ok': '#! /bin/sh -e \n',
    'steps/folder': '/',
  })
  writeFileSync(join(dir, 'steps/loop'), `#!${dir}/steps/loop\n`)
  chmodSync(join(dir, 'steps/ok'), 0o644)
  symlinkSync('./gone', join(dir, 'steps/dangling'))
  symlinkSync('./circle', join(dir, 'steps/circle'))
  const cases: [argv0: string, code: string, message: RegExp][] = [
    ['./steps/missing', 'program-missing', /steps\/missing does not exist\./],
    [
      './steps/dangling',
      'program-missing',
      /does not exist: .*steps\/dangling is a link to \.\/gone, which is missing/,
    ],
    ['./steps/circle', 'program-missing', /chain of links without an end/],
    ['./steps/crlf/x', 'program-missing', /steps\/crlf is not a folder/],
    ['no-such-program', 'program-missing', /"no-such-program" is in none of \/usr\/local\/sbin:/],
    ['./steps/folder', 'program-not-a-file', /is a folder/],
    ['/dev/null', 'program-not-a-file', /not a regular file/],
    ['./steps/ok', 'program-not-executable', /may not be executed by anyone/],
    ['./steps/plain', 'program-format', /text without a `#!` line/],
    ['./steps/noise', 'program-format', /neither a script nor an ELF/],
    [
      './steps/crlf',
      'program-interpreter',
      /CRLF line endings: the kernel looks for the interpreter "\/bin\/sh\\r"/,
    ],
    [
      './steps/nobody',
      'program-interpreter',
      /needs the interpreter \/opt\/nowhere\/python: .* does not exist/,
    ],
    [
      './steps/env',
      'program-interpreter',
      /asks env for "no-such-python", which is not in \/usr\/local\/sbin/,
    ],
    ['./steps/env-split', 'program-interpreter', /asks env for "no-such-python"/],
    ['./steps/env-glued', 'program-interpreter', /env search one program called "sh -e"/],
    [
      './steps/relative',
      'program-interpreter',
      /"#!bin\/sh", names its interpreter without an absolute path/,
    ],
    ['./steps/none', 'program-interpreter', /names no interpreter/],
    ['./steps/long', 'program-interpreter', /longer than the 255 bytes/],
    ['./steps/loop', 'program-interpreter', /scripts without an end/],
    ['./steps/elf', 'program-interpreter', /needs the dynamic loader \/liB.*does not exist/],
    ['""', 'program-missing', /name of the program is empty/],
  ]
  for (const [argv0, code, message] of cases) {
    const diagnostic = only(t, await loadSteps(dir, `  a: { producer: [${argv0}, x] }\n`), `4:19 ${code}`)
    t.match(diagnostic.message, message, argv0)
    t.equal(diagnostic.step, 'a')
    t.ok(diagnostic.hint)
  }
  for (const argv0 of [
    './steps/elf-ok',
    './steps/env-ok',
    './steps/space-ok',
    'sh',
    '/bin/sh',
    process.execPath,
  ])
    t.strictSame(
      (await loadSteps(dir, `  a: { producer: [${argv0}] }\n`)).diagnostics.filter(
        ({ code }) => !/writable/.test(code),
      ),
      [],
      argv0,
    )
})

t.test("F07 env is searched in the step's own PATH, bare names in the manifest's", async t => {
  const dir = folder(t, { 'bin/tool': SH, 'steps/env': '#!/usr/bin/env tool\n' })
  const load = (path: string, env: string) =>
    loadManifest(
      manifest(dir, `${HEAD}${path}\nsteps:\n  a: { producer: [./steps/env], env: { ${env} } }\n`),
      world(),
    )
  t.strictSame(lines(await load('', '')), ['5:19 program-interpreter'])
  t.strictSame(lines(await load('', `PATH: "${dir}/bin"`)), [])
  t.strictSame(lines(await load('path: ./bin:/bin', '')), [])
  t.strictSame(lines(await load('path: [./bin]', 'PATH: /bin')), ['5:19 program-interpreter'])
  t.equal(
    DEFAULT_PATH,
    environmentFor({ user: 'x', uid: 1, gid: 1, groups: [], home: '/', shell: '/bin/sh' }, {}).PATH,
  )
})

t.test("F07 reachable and executable by the step's user, links followed", needsRoot, async t => {
  const dir = folder(t, {
    'steps/mine': SH,
    'steps/group': SH,
    'steps/unreadable': SH,
    'closed/x': SH,
    'half/real': SH,
  })
  chmodSync(join(dir, 'steps/mine'), 0o700)
  chmodSync(join(dir, 'steps/group'), 0o750)
  chownSync(join(dir, 'steps/group'), 0, 54_400)
  chmodSync(join(dir, 'steps/unreadable'), 0o711)
  chmodSync(join(dir, 'closed'), 0o750)
  symlinkSync('../closed/x', join(dir, 'steps/link'))
  const load = (user: string, program: string) =>
    loadSteps(dir, `  a: { user: ${user}, producer: [${program}] }\n`)
  const say = async (user: string, program: string, code: string, message: RegExp) =>
    t.match(only(t, await load(user, program), `4:32 ${code}`).message, message)
  await say('alice', './steps/mine', 'program-not-executable', /may not be executed by alice/)
  t.strictSame(lines(await load('alice', './steps/group')), [], 'by a supplementary group')
  await say('bob  ', './steps/group', 'program-not-executable', /may not be executed by bob/)
  await say('alice', './steps/unreadable', 'program-not-executable', /may not be read by alice/)
  await say('alice', './closed/x', 'program-unreachable', /alice, who may not enter .*\/closed\./)
  await say('alice', './steps/link', 'program-unreachable', /alice, who may not enter .*\/closed\./)
  for (const program of ['./steps/mine', './closed/x', './steps/link'])
    t.strictSame(lines(await load('root', program)), [], 'root goes everywhere')
})

t.test('F08 an empty or zero-filled program is refused', async t => {
  const dir = folder(t, { 'steps/empty': '', 'steps/zeros': new Uint8Array(10_000) })
  const loaded = await loadSteps(dir, '  a: { producer: [./steps/empty], consumer: [./steps/zeros] }\n')
  t.strictSame(lines(loaded), ['4:19 program-empty', '4:46 program-empty'])
  t.match(loaded.diagnostics[0]?.message, /is empty: it would run as an empty script and seem to succeed/)
  t.match(loaded.diagnostics[1]?.message, /nothing but zero bytes/)
})

t.test('F09 environment that loads other code, bad names, NUL', async t => {
  const dir = folder(t)
  const refused = [
    ...[
      'LD_PRELOAD',
      'LD_LIBRARY_PATH',
      'NODE_OPTIONS',
      'NODE_PATH',
      'PYTHONPATH',
      'PYTHONSTARTUP',
      'PYTHONHOME',
    ],
    ...[
      'BASH_ENV',
      'ENV',
      'PERL5OPT',
      'PERL5LIB',
      'RUBYOPT',
      'GCONV_PATH',
      'GLIBC_TUNABLES',
      'IFS',
      'SHELLOPTS',
    ],
    ...['JAVA_TOOL_OPTIONS', '_JAVA_OPTIONS', 'BASH_FUNC_ls'],
  ]
  for (const name of refused) {
    only(
      t,
      await loadSteps(dir, `  a: { producer: [./steps/ok], env: { ${name}: x } }\n`),
      '4:39 env-refused',
    )
    only(
      t,
      await loadSteps(dir, `  a: { producer: { argv: [./steps/ok], env: { ${name}: x } } }\n`),
      '4:47 env-refused',
    )
  }
  for (const name of ['"A=B"', '"1A"', '"A-B"', '""', '"BASH_FUNC_ls%%"'])
    t.match(
      lines(await loadSteps(dir, `  a: { producer: [./steps/ok], env: { ${name}: x } }\n`)),
      ['4:39 env-name'],
      name,
    )
  const nul = '  a: { producer: [./steps/ok, "x\\0"], env: { A: "\\0" }, cwd: "/\\0", files: ["\\0"] }\n'
  t.strictSame(lines(await loadSteps(dir, nul)).filter(line => /unsendable/.test(line)).length, 4)
  const harmless =
    '  a: { producer: [./steps/ok], env: { PYTHONUNBUFFERED: "1", ENVOY: x, HOME: /x, LDAP: x, environment: "" } }\n'
  t.strictSame(lines(await loadSteps(dir, harmless)), [])
})

t.test('F10 a working directory that is missing, no folder, or closed to the user', needsRoot, async t => {
  const dir = folder(t, { 'closed/inner': '/' })
  chmodSync(join(dir, 'closed'), 0o700)
  const load = (cwd: string, user = 'root') =>
    loadSteps(dir, `  a: { cwd: ${cwd}, producer: [./steps/ok], user: ${user} }\n`)
  t.match(only(t, await load('/nowhere/at/all'), '4:13 cwd').message, /\/nowhere\/at\/all does not exist/)
  t.match(only(t, await load('./steps/ok'), '4:13 cwd').message, /is no folder/)
  t.match(only(t, await load('./closed', 'alice'), '4:13 cwd').message, /may not be entered by alice/)
  t.match(only(t, await load('./closed/inner', 'alice'), '4:13 cwd').hint, /x bit of .*\/closed,/)
  t.strictSame(lines(await load('./closed/inner')), [])
  t.strictSame(lines(await load('.', 'alice')), [])
})

t.test('F12 what others could change is refused: root is the host', needsRoot, async t => {
  const fresh = () => folder(t, { 'steps/own': SH, 'lib/sub/a': 'a', 'lib/b': 'b' })
  const refused = async (dir: string, steps: string, expected: string, message: RegExp) => {
    const diagnostic = only(t, await loadSteps(dir, steps), expected)
    t.match(diagnostic.message, message)
  }
  const plain = '  a: { producer: [./steps/ok] }\n'
  const alice = '  a: { user: alice, producer: [./steps/own], consumer: [./steps/own] }\n'
  const mixed =
    '  a: { user: alice, producer: [./steps/own], consumer: { argv: [./steps/own], user: root } }\n'
  const files = '  a: { producer: [./steps/ok], files: [./lib] }\n'
  const change = (what: (dir: string) => void): string => {
    const dir = fresh()
    what(dir)
    return dir
  }
  t.strictSame(lines(await loadSteps(fresh(), plain + files.replace('a:', 'b:'))), [])

  const file = change(dir => chmodSync(join(dir, 'steps/ok'), 0o757))
  await refused(
    file,
    plain,
    '4:19 writable-by-others',
    /steps\/ok could be changed by others: .*steps\/ok is writable by everyone/,
  )
  const group = change(dir => {
    chmodSync(join(dir, 'steps'), 0o775)
    chownSync(join(dir, 'steps'), 0, 54_400)
  })
  await refused(group, plain, '4:19 writable-by-others', /steps is writable by the group 54400/)
  const rootGroup = change(dir => chmodSync(join(dir, 'steps'), 0o775))
  t.strictSame(lines(await loadSteps(rootGroup, plain)), [], "root's own group is root")
  const sticky = change(dir => chmodSync(join(dir, 'steps'), 0o1777))
  t.strictSame(lines(await loadSteps(sticky, plain)), [], 'a sticky folder of root passes')
  const planted = change(dir => {
    chmodSync(join(dir, 'steps'), 0o1777)
    rmSync(join(dir, 'steps/ok'))
    symlinkSync('own', join(dir, 'steps/ok'))
    lchownSync(join(dir, 'steps/ok'), 54_322, 54_322)
  })
  await refused(planted, plain, '4:19 writable-by-others', /steps\/ok belongs to uid 54322/)

  const owned = change(dir => chownSync(join(dir, 'steps/own'), 54_321, 54_321))
  t.strictSame(lines(await loadSteps(owned, alice)), [], 'the user that runs it may own it')
  await refused(owned, mixed, '4:65 writable-by-others', /steps\/own belongs to uid 54321/)
  await refused(owned, alice.replaceAll('alice', 'bob  '), '4:32 writable-by-others', /belongs to uid 54321/)

  const lib = change(dir => chmodSync(join(dir, 'lib/sub/a'), 0o666))
  await refused(lib, files, '4:40 writable-by-others', /lib\/sub\/a is writable by everyone/)
  const libOwned = change(dir => chownSync(join(dir, 'lib/b'), 54_321, 54_321))
  t.strictSame(lines(await loadSteps(libOwned, alice.replace(' }\n', ', files: [./lib] }\n'))), [])
  await refused(
    libOwned,
    mixed.replace(/ }\n$/, ', files: [./lib] }\n'),
    '4:101 writable-by-others',
    /lib\/b belongs/,
  )

  const script = (line: string) => (dir: string) => {
    writeFileSync(join(dir, 'steps/ok'), `#!${line.replace('DIR', dir)}\nexit 0\n`)
    copyFileSync('/bin/sh', join(dir, 'lib/sh'))
    chmodSync(join(dir, 'lib/sh'), 0o777)
  }
  await refused(
    change(script('DIR/lib/sh')),
    plain,
    '4:19 writable-by-others',
    /lib\/sh is writable by everyone/,
  )
  const byEnv = '  a: { producer: [./steps/ok], env: { PATH: DIR/lib } }\n'
  const env = change(script('/usr/bin/env sh'))
  await refused(env, byEnv.replace('DIR', env), '4:19 writable-by-others', /lib\/sh is writable by everyone/)

  const whole = change(dir => chmodSync(dir, 0o777))
  t.strictSame(
    lines(await loadSteps(whole, plain)),
    ['1:1 writable-by-others'],
    'told once for all that lie in it',
  )
  const text = change(() => undefined)
  const path = manifest(text, `${HEAD}steps: {}\n`)
  chmodSync(path, 0o666)
  t.match(
    only(t, await loadManifest(path, world()), '1:1 writable-by-others').message,
    /The manifest .* is writable by everyone/,
  )
})

t.test('F12 ordinary use is no offence: an unprivileged host', needsRoot, async t => {
  const dir = folder(t)
  const path = manifest(dir, `${HEAD}steps:\n  a: { producer: [./steps/ok] }\n  b: { producer: [sh] }\n`)
  const give = (uid: number, gid: number) => {
    for (const each of ['', 'steps', 'steps/ok', 'transition.yaml']) chownSync(join(dir, each), uid, gid)
  }
  const asAlice = () => loadManifest(path, world(as('alice')))
  give(54_321, 54_321)
  t.strictSame((await asAlice()).diagnostics, [], 'in a scratch folder under /tmp')
  for (const each of ['', 'steps', 'steps/ok', 'transition.yaml']) chmodSync(join(dir, each), 0o775)
  t.strictSame((await asAlice()).diagnostics, [], "with umask 002 and a user's own group")
  give(54_321, 54_400)
  t.match(lines(await asAlice()), ['1:1 writable-by-others'], 'a shared group may write')
  for (const each of ['', 'steps', 'steps/ok', 'transition.yaml']) chmodSync(join(dir, each), 0o755)
  t.strictSame((await asAlice()).diagnostics, [])
  give(54_322, 54_322)
  t.match((await asAlice()).diagnostics[0]?.message, /belongs to uid 54322/)
  give(65_534, 65_534)
  t.match((await asAlice()).diagnostics[0]?.message, /belongs to uid 65534/)
  const namespaced = await loadManifest(path, world({ ...as('alice'), overflow: 65_534 }))
  t.strictSame(namespaced.diagnostics, [], "root's files in a user namespace without root")
})

t.test('F13 what execve would refuse as too large is told before', async t => {
  const dir = folder(t)
  const load = (argument: string, env: Record<string, string> = {}, more: string[] = []) =>
    loadManifest(
      manifest(
        dir,
        JSON.stringify({
          edgewise: 1,
          name: 'x',
          steps: { a: { producer: ['./steps/ok', argument, ...more], env } },
        }),
        'm.json',
      ),
      world(),
    )
  t.strictSame(lines(await load('x'.repeat(131_071))), [], 'just fits')
  t.match(
    only(t, await load('x'.repeat(131_072)), '1:51 arguments-too-large').message,
    /Argument 1 has 131072 bytes/,
  )
  t.match(only(t, await load('é'.repeat(65_536)), '1:51 arguments-too-large').message, /131072 bytes/)
  t.match(
    only(t, await load('x', { A: 'x'.repeat(131_070) }), '1:51 arguments-too-large').message,
    /variable "A"/,
  )
  const many = await load(
    'x',
    {},
    Array.from({ length: 20 }, () => 'x'.repeat(100_000)),
  )
  t.match(only(t, many, '1:51 arguments-too-large').message, /together/)
  const real = spawnSync('/bin/sh', ['-c', ':', 'x'.repeat(131_072)])
  t.equal((real.error as NodeJS.ErrnoException).code, 'E2BIG', 'as the kernel says')
  t.equal(spawnSync('/bin/sh', ['-c', ':', 'x'.repeat(131_071)]).status, 0)
})

t.test('F14 huge or hostile names and numbers of steps are bounded and safe', async t => {
  const dir = folder(t)
  const named = async (name: string) => {
    const text = JSON.stringify({ edgewise: 1, name: 'x', steps: { [name]: { producer: ['./steps/ok'] } } })
    const loaded = await loadManifest(manifest(dir, text, 'm.json'), world())
    const diagnostic = only(t, loaded, '1:35 bad-name')
    for (const shown of [diagnostic.text, diagnostic.message, diagnostic.step, diagnostic.hint]) {
      t.ok((shown ?? '').length <= 300)
      t.notMatch(shown ?? '', /[\u0000-\u001f\u007f\u202e]/)
    }
  }
  for (const name of [
    'x'.repeat(1_000_000),
    '../../etc/passwd',
    'a\nb',
    'a\n',
    'a/b',
    '',
    '.',
    'A',
    '1a',
    'a b',
    'é',
    '\u001b[31m',
  ])
    await named(name)
  const yaml = await loadManifest(
    manifest(dir, `${HEAD}steps:\n  ? "${'x'.repeat(1_000_000)}"\n  : { producer: [./steps/ok] }\n`),
    world(),
  )
  t.strictSame(lines(yaml), ['4:5 bad-name'])
  t.strictSame(lines(await loadSteps(dir, `  ${'a'.repeat(64)}: { producer: [./steps/ok] }\n`)), [])
  t.strictSame(lines(await loadSteps(dir, '  host.x: { producer: [./steps/ok] }\n')), ['4:3 reserved-name'])

  const many = (count: number, step: (at: number) => object) =>
    manifest(
      dir,
      JSON.stringify({
        edgewise: 1,
        name: 'x',
        steps: Object.fromEntries(Array.from({ length: count }, (_, at) => [`step-${at}`, step(at)])),
      }),
      'many.json',
    )
  const program = { producer: ['./steps/ok'] }
  const chain = await loadManifest(
    many(10_000, at => ({ ...program, ...(at > 0 ? { needs: [`step-${at - 1}`] } : {}) })),
    world(),
  )
  t.strictSame(chain.diagnostics, [])
  t.equal(chain.manifest?.steps.length, 10_000)
  const ring = await loadManifest(
    many(10_000, at => ({ ...program, needs: [`step-${(at + 1) % 10_000}`] })),
    world(),
  )
  t.equal(ring.diagnostics.length, 1)
  t.match(
    ring.diagnostics[0]?.message,
    /step-0 -> step-1 -> .*\.\.\. \(9969 more\) -> step-9999 -> step-0\.$/,
  )
  const wrong = await loadManifest(
    many(5_000, at => ({ ...program, needs: [`stp-${at}`, `stq-${at}`] })),
    world(),
  )
  t.equal(wrong.diagnostics.length, 1001)
  t.match(wrong.diagnostics.at(-1)?.message, /There are 9000 more problems/)
  const over = await loadManifest(
    many(100_001, () => ({})),
    world(),
  )
  t.match(only(t, over, '1:26 too-many-steps').message, /100001 steps; 100000 are allowed/)
})

t.test(
  'text is wanted and a number stands there: it is shown how to quote it, as it was written',
  async t => {
    const dir = folder(t)
    const loaded = await loadManifest(
      manifest(
        dir,
        `edgewise: 1
name: 26.10
target: 0007
steps:
  a:
    producer: [./steps/ok, 0x1F, yes, true, 1e3]
    env: { PGPORT: 5432, A: null }
    needs: [17]
    timeouts: { producer: { idle: 60, total: 1.5h } }
    limits: { memory: 2, fileSize: 1KB, processes: "3" }
    config: { version: 26.10, port: 5432, id: 0007, ratio: 0.5, big: 9007199254740993, inf: .inf }
    locks: postgresql
    recheck: yes
    title:
`,
      ),
      world(),
    )
    t.strictSame(
      loaded.diagnostics.map(each => [oneLine(each), each.text, each.hint]),
      [
        ['2:7 not-text', '26.10', 'Write "26.10".'],
        ['3:9 not-text', '0007', 'Write "0007".'],
        ['6:28 not-text', '0x1F', 'Write "0x1F".'],
        ['6:39 not-text', 'true', 'Write "true".'],
        ['6:45 not-text', '1e3', 'Write "1e3".'],
        ['7:20 not-text', '5432', 'Write "5432".'],
        ['7:29 wrong-type', 'null', 'Give it a value, or leave the key out.'],
        ['8:13 not-text', '17', 'Write "17".'],
        ['9:35 not-text', '60', 'Write "60s".'],
        ['9:46 bad-value', '1.5h', 'Write `90s`, `10m` or `none`.'],
        ['10:23 not-text', '2', 'Write "2B".'],
        ['10:36 bad-value', '1KB', 'Write `512M` or `2G`.'],
        ['10:52 wrong-type', '"3"', 'Write a whole number, without quotes.'],
        ['11:24 not-text', '26.10', 'Write "26.10" if text is meant.'],
        ['11:47 not-text', '0007', 'Write "0007" if text is meant.'],
        ['11:70 bad-value', '9007199254740993', 'Write "9007199254740993".'],
        ['11:93 bad-value', '.inf', 'Write ".inf" if text is meant.'],
        ['12:12 wrong-type', 'postgresql', 'Write it in brackets: `[a, b]`, also for a single one.'],
        ['13:14 wrong-type', 'yes', 'Write `true` or `false`, without quotes.'],
        ['14:11 wrong-type', undefined, 'Give it a value, or leave the key out.'],
      ],
    )
    t.equal(loaded.diagnostics.find(({ line, column }) => line === 11 && column === 24)?.severity, 'warning')
    t.match(loaded.diagnostics[0]?.message, /"name" must be text, and 26.10 is a number as it stands/)
    const warned = await loadSteps(dir, '  a: { producer: [./steps/ok], config: { v: 1.10 } }\n')
    t.strictSame(lines(warned), ['4:45 not-text'])
    t.ok(warned.manifest, 'a warning stops nothing')
  },
)

t.test('values out of range, missing keys, wrong shapes', async t => {
  const dir = folder(t)
  const say = async (rest: string, expected: string, message: RegExp, hint = /./) => {
    const diagnostic = only(t, await loadSteps(dir, `  a: { producer: [./steps/ok], ${rest} }\n`), expected)
    t.match(diagnostic.message, message, rest)
    t.match(diagnostic.hint, hint)
  }
  await say(
    'timeouts: { producer: { total: 0s } }',
    '4:63 bad-value',
    /"0s" is out of range: from 1ms to 24d/,
  )
  await say('timeouts: { producer: { total: 25d } }', '4:63 bad-value', /"25d" is out of range/)
  await say('retries: { backoff: none }', '4:52 bad-value', /"none" is not/)
  await say('retries: { max: -1 }', '4:48 bad-value', /"max" must be at least 0; -1 is not/)
  await say('retries: { max: 1.5 }', '4:48 wrong-type', /a whole number/)
  await say('retries: { afterCrash: rnu }', '4:55 bad-value', /one of run, ask; "rnu" is not/, /mean "run"/)
  await say('limits: { processes: 0 }', '4:53 bad-value', /at least 1; 0 is not/)
  await say('limits: { memory: 0M }', '4:50 bad-value', /out of range/)
  await say('limits: { memory: 9000T }', '4:50 bad-value', /out of range/)
  await say('config: []', '4:40 wrong-type', /"config" must be a mapping, not a list/)
  await say('title: "a\\nb"', '4:39 bad-value', /one line of 1 to 200/)
  await say('files: [./none]', '4:40 file-missing', /none does not exist/)
  await say('files: [/dev/null]', '4:40 file-missing', /neither a file nor a folder/)
  await say('needs: [A]', '4:40 bad-name', /Entry 1 of "needs" must be 1 to 64/)
  await say('consumer: { cwd: / }', '4:32 missing-key', /"consumer" lacks the key "argv"/)
  await say(
    'consumer: ./steps/ok',
    '4:42 wrong-type',
    /"consumer" must be a list .* not text/,
    /there is no shell/,
  )
  await say('consumer: []', '4:42 bad-value', /"consumer" must be a list of a program/)
  await say(`config: { x: "${'y'.repeat(1024 * 1024)}" }`, '4:40 config-too-large', /bytes as JSON/)
  const none = await loadSteps(dir, '  a: { consumer: [./steps/ok] }\n')
  t.match(only(t, none, '4:3 missing-key').message, /"a" lacks the key "producer"/)
  t.strictSame(lines(await loadManifest(manifest(dir, HEAD), world())), ['1:1 missing-key'])
  t.strictSame(lines(await loadManifest(manifest(dir, `${HEAD}steps: [a]\n`), world())), ['3:8 wrong-type'])
  t.strictSame(lines(await loadManifest(manifest(dir, `${HEAD}steps: {}\n`), world())), [])
})

t.test('what cannot be sent to a program', async t => {
  const dir = folder(t)
  const text = String.raw`{"edgewise":1,"name":"x","steps":{"a":{"producer":["./steps/ok"],"config":{"a":"x\u0000","b\ud800":["\udc00"],"ok":"\ud83d\ude00","__proto__":{"x":1}}}}}`
  const loaded = await loadManifest(manifest(dir, text, 'm.json'), world())
  t.strictSame(
    loaded.diagnostics.map(each => [each.code, each.message]),
    [
      ['manifest.unsendable', 'A text holds the character U+0000, which no program can be given.'],
      ['manifest.unsendable', 'A key holds half of a surrogate pair, which no program can be given.'],
      ['manifest.unsendable', 'A text holds half of a surrogate pair, which no program can be given.'],
      ['manifest.bad-key', 'The key "__proto__" is refused.'],
    ],
  )
  t.equal(({} as Record<string, unknown>).x, undefined)
})

t.test('YAML: anchors yes, and bounded; tags, merge keys, other versions and odd keys no', async t => {
  const dir = folder(t)
  const shared = await loadSteps(
    dir,
    `  a: { producer: &p [./steps/ok, &word one], timeouts: &t { producer: { idle: 5s } } }
  b: { producer: *p, timeouts: *t, config: { again: [*p, *word, &word two, *word, &p three, *p] } }
`,
  )
  t.strictSame(shared.diagnostics, [])
  t.strictSame(shared.manifest?.steps[1]?.config, {
    again: [['./steps/ok', 'one'], 'one', 'two', 'two', 'three', 'three'],
  })
  t.equal(shared.manifest?.steps[1]?.timeouts.producer.idle, 5000)
  const bound = await loadSteps(
    dir,
    '  a: { producer: [./steps/ok], config: { x: &x 1, m: &m [*x, &y 5], x2: &x 2, y2: &y 6, l: [*m, *x, *y] } }\n',
  )
  t.strictSame(
    bound.manifest?.steps[0]?.config?.l,
    [[1, 5], 2, 6],
    'an alias keeps its meaning inside of another',
  )
  const say = async (config: string, expected: string, message: RegExp) => {
    const loaded = await loadSteps(dir, `  a: { producer: [./steps/ok], config: ${config} }\n`)
    t.match(only(t, loaded, expected).message, message)
  }
  await say('{ a: !!str 5 }', '4:51 yaml-feature', /The tag "!!str" is not understood/)
  await say('{ a: !custom { b: 1 } }', '4:53 yaml-feature', /The tag "!custom"/)
  await say('{ <<: { a: 1 } }', '4:42 yaml-feature', /Merge keys/)
  await say('{ 17: x }', '4:42 bad-key', /A key must be text, and "17" is not/)
  await say('{ ? [a] : x }', '4:44 bad-key', /"\[a\]" is not/)
  await say('&x { a: *x }', '4:48 too-deep', /deeper than 64/)
  await say(`${'['.repeat(100)}${']'.repeat(100)}`, '4:102 too-deep', /deeper than 64/)
  const laughs = Array.from({ length: 10 }, (_, at) =>
    at === 0
      ? 'l0: &l0 [x, x]'
      : `l${at}: &l${at} [${Array(10)
          .fill(`*l${at - 1}`)
          .join(', ')}]`,
  )
  await say(`{ ${laughs.join(', ')} }`, '4:51 yaml-feature', /more than 100000 values/)
  const old = await loadManifest(manifest(dir, `%YAML 1.1\n---\n${HEAD}steps: {}\n`), world())
  t.match(only(t, old, '1:1 yaml-feature').message, /YAML 1.1 is asked for/)
  const deep = await loadManifest(manifest(dir, `{"steps":${'['.repeat(200_000)}`, 'm.json'), world())
  t.strictSame(lines(deep), ['1:73 too-deep'])
  const many = 50_000
  for (const text of [
    '['.repeat(many),
    `${'['.repeat(many)}${']'.repeat(many)}`,
    '- '.repeat(many),
    '? '.repeat(many),
    `${'{a: '.repeat(many)}${'}'.repeat(many)}`,
    Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
  ]) {
    const loaded = await loadManifest(manifest(dir, text), world())
    t.match(lines(loaded), [/^\d+:\d+ too-deep$/], text.slice(0, 8))
    t.equal(loaded.diagnostics.length, 1)
  }
})

t.test('all problems are told at once, in the order of the file', async t => {
  const dir = folder(t)
  const loaded = await loadSteps(
    dir,
    `  a: { producer: [./steps/missing], colour: red }
  b: { producer: [./steps/ok], needs: [c, x1], user: "0" }
  c: { needs: [b], producer: [nowhere], env: { LD_PRELOAD: x }, user: nosuch, cwd: /nowhere }
`,
  )
  t.strictSame(lines(loaded), [
    '4:19 program-missing',
    '4:37 unknown-key',
    '5:40 cycle',
    '5:43 unknown-step',
    '5:54 bad-user',
    '6:31 program-missing',
    '6:48 env-refused',
    '6:71 unknown-user',
    '6:84 cwd',
  ])
})

t.test('durations, sizes and the nearest name', t => {
  t.strictSame(
    ['500ms', '60s', '10m', '4h', '24d', 'none', '25d', '5', 's', '1w', '-1s', '1.5h', '9999999999d'].map(
      duration,
    ),
    [500, 60_000, 600_000, 14_400_000, 2_073_600_000, null, ...Array(7).fill(undefined)],
  )
  t.strictSame(['1B', '1K', '512M', '2G', '1T', '9000T', '2GB', '2', ''].map(size), [
    1,
    1024,
    2 ** 29,
    2 ** 31,
    2 ** 40,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  t.equal(distance('ab', 'ba', 3), 1, 'a swap is one edit')
  t.equal(distance('kitten', 'sitting', 3), 3)
  t.ok(distance('kitten', 'sitting', 2) > 2)
  t.equal(nearest('usr', ['title', 'user', 'users']), 'user')
  t.equal(nearest('zzz', ['title', 'user']), undefined)
  t.equal(nearest('x'.repeat(1000), ['x'.repeat(999)]), undefined)
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      const apart = distance(a, b, 20)
      return (
        apart === distance(b, a, 20) && apart <= Math.max(a.length, b.length) && (apart === 0) === (a === b)
      )
    }),
  )
  t.end()
})

t.test('digests of programs and files, folders whole', async t => {
  const dir = folder(t, { 'lib/z.sh': 'z', 'lib/sub/a.sh': 'a', 'lib/B.sh': 'B', one: 'one' })
  symlinkSync('../one', join(dir, 'lib/link'))
  symlinkSync('.', join(dir, 'lib/self'))
  const { manifest: read } = await loadSteps(
    dir,
    '  a: { producer: [./steps/ok], consumer: [./steps/ok], files: [./lib, ./one] }\n',
  )
  const sha = (text: string): string => createHash('sha256').update(text).digest('hex')
  const digests = await programDigests(read!.steps)
  const expected = {
    [`${dir}/lib/B.sh`]: sha('B'),
    [`${dir}/lib/link`]: sha('one'),
    [`${dir}/lib/sub/a.sh`]: sha('a'),
    [`${dir}/lib/z.sh`]: sha('z'),
    [`${dir}/one`]: sha('one'),
    [`${dir}/steps/ok`]: sha(SH),
  }
  t.strictSame(digests, expected)
  t.strictSame(Object.keys(digests), Object.keys(expected), 'sorted')
  rmSync(join(dir, 'one'))
  const later = await programDigests(read!.steps)
  t.notOk(`${dir}/one` in later)
  t.notOk(`${dir}/lib/link` in later)
})

t.test('every code is used, and has its entry in errors.json', t => {
  const errors = JSON.parse(readFileSync('protocol/errors.json', 'utf8'))
  const codes = (name: string): string[] =>
    readFileSync(join('src/manifest', name), 'utf8').match(/(?<=')manifest\.[a-z0-9-]+(?=')/g) ?? []
  const used = readdirSync('src/manifest').filter(name => name !== 'problem.ts')
  const declared = new Set(codes('problem.ts'))
  t.strictSame([...new Set([...used.flatMap(codes), ...codes('problem.ts')])].sort(), [...declared].sort())
  for (const code of declared) {
    t.ok(code === 'manifest.not-text' || used.flatMap(codes).includes(code), `${code} is used`)
    t.match(errors[code], { message: /\.$/, hint: /\.$/, definite: true }, code)
  }
  t.end()
})

t.test('a manifest that is mutated anywhere never throws, and is never taken with an error', async t => {
  const dir = folder(t, { 'bin/on-path': SH, 'steps/lib/a.sh': 'a', work: '/' })
  const yaml = readFileSync('test/fixtures/manifest/full.yaml')
  const json = Buffer.from(
    '{"edgewise":1,"name":"x","steps":{"a":{"producer":["./steps/ok"],"needs":["b"]},"b":{"producer":["./steps/ok"],"config":{"n":[1,"\\u00e9"]}}}}',
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom(
        '{',
        '}',
        '[',
        ']',
        ':',
        ',',
        '"',
        '\\',
        '&a ',
        '*a',
        '!!x ',
        '<<: ',
        '- ',
        '\n',
        '  ',
        '|',
        '>',
        '#',
        '? ',
        '%',
        '\u0000',
        '__proto__: ',
        '1e999',
      )
      .map(text => new TextEncoder().encode(text)),
  )
  const mutation = fc.record({ at: fc.nat(), cut: fc.nat(12), put: bytes })
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      async (asJson, mutations) => {
        let content: Buffer = asJson ? json : yaml
        for (const { at, cut, put } of mutations) {
          const from = at % (content.length + 1)
          content = Buffer.concat([content.subarray(0, from), put, content.subarray(from + cut)])
        }
        const loaded = await loadManifest(manifest(dir, content, asJson ? 'm.json' : 'm.yaml'), world())
        const wrong = loaded.diagnostics.some(({ severity }) => severity === 'error')
        if (wrong === (loaded.manifest !== undefined)) throw new Error('an error and a manifest, or neither')
        for (const { line, column, text = '', message, hint } of loaded.diagnostics) {
          if (!hint || message.length > 600 || text.length > 200)
            throw new Error(`not fit to be shown: ${message}`)
          if (/[\u0000-\u001f\u007f]/.test(message + text + hint)) throw new Error('control characters')
          if (line !== undefined && (line < 1 || column! < 1)) throw new Error('no such place')
        }
      },
    ),
    { numRuns: 400 },
  )
})
