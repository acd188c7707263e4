/** The command line as a whole against what operators and machines do to it: users, files, flags, signals, pipes, full disks, secrets. */

import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import t, { type Test } from 'tap'
import { cli, ending, free, livingIn, type Ran, type Transition, transition } from './transition.js'
import { until } from './until.js'

const asRoot = process.getuid?.() === 0
const skip = asRoot ? false : 'needs root: it makes users and mounts'

/** Changes the manifest as it was written. */
function alter(it: Transition, change: (manifest: Manifest) => void): void {
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8')) as Manifest
  change(manifest)
  writeFileSync(it.manifest, JSON.stringify(manifest))
}

type Manifest = { name: string; steps: Record<string, Record<string, unknown>> }

/** Through env, because tap puts variables of its own into what Node starts. */
const run = (argv: string[], cwd: string, env: string[] = []): Promise<Ran> =>
  ending(
    spawn(
      '/usr/bin/env',
      ['-i', `PATH=${process.env.PATH}`, 'LANG=C.UTF-8', `HOME=${cwd}`, ...env, ...argv],
      { cwd },
    ),
  )

/** What must reach no terminal: C0 but for LF and tab, DEL, C1. */
const hostile = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/

t.test('F11: programs that are not the ones that were planned', async t => {
  const failing = `consume() { say '{"type":"done","outcome":"failed","message":"not now"}'; exit 1; }`
  const it = transition(t, { a: { script: failing }, b: {} })
  const program = join(it.dir, 'program.sh')
  copyFileSync(resolve(import.meta.dirname, 'fixtures/host/step.sh'), program)
  alter(it, ({ steps }) => {
    steps.a!.producer = steps.a!.consumer = [program, it.dir, 'a']
  })
  const plan = join(it.dir, 'plan.json')
  t.equal((await it.run(['plan', it.manifest, '--accept', 'all', '-o', plan])).status, 0)
  const before = readFileSync(program)
  writeFileSync(program, `${before}\n# another\n`)
  const stale = await it.run(['apply', plan])
  t.equal(stale.status, 8)
  t.match(stale.stderr, `${program}: is not the same file any more`)
  t.notOk(existsSync(it.state), 'nothing was begun')
  rmSync(program)
  t.match((await it.run(['apply', plan])).stderr, `${program}: is gone`)

  t.test('between commit and resume', async t => {
    writeFileSync(program, before, { mode: 0o755 })
    chmodSync(program, 0o755)
    t.equal((await it.run(['apply', plan])).status, 6)
    t.equal((await it.run(['choose', 'a/host.failed', 'retry', '--no-resume'])).status, 0)
    writeFileSync(join(it.dir, 'a.sh'), '')
    writeFileSync(program, `${before}\n# another\n`)
    const asked = await it.run(['resume', '--json'])
    t.equal(asked.status, 9)
    t.match(asked.stdout, 'a/host.program-changed')
    t.notOk(it.made('a'))
    const gone = await it.run(['resume', '--changed-programs'])
    t.equal(gone.status, 0, gone.stderr)
    t.ok(it.made('a'))
  })
})

t.test('F12: a plan, or what it runs, that somebody else could change', { skip }, async t => {
  const failing = `consume() { say '{"type":"done","outcome":"failed","message":"not now"}'; exit 1; }`
  const it = transition(t, { a: { script: failing } })
  const program = join(it.dir, 'program.sh')
  copyFileSync(resolve(import.meta.dirname, 'fixtures/host/step.sh'), program)
  const lib = join(it.dir, 'lib')
  mkdirSync(lib)
  writeFileSync(join(lib, 'part'), '')
  alter(it, ({ steps }) => {
    Object.assign(steps.a!, {
      producer: [program, it.dir, 'a'],
      consumer: [program, it.dir, 'a'],
      files: [lib],
    })
  })
  const plan = join(it.dir, 'plan.json')
  t.equal((await it.run(['plan', it.manifest, '--accept', 'all', '-o', plan])).status, 0)
  const refused = async (argv: string[], place: string, why: string): Promise<void> => {
    const ran = await it.run(argv)
    t.equal(ran.status, 2, ran.stdout)
    t.match(ran.stderr, `could be changed by others: ${place} ${why}`)
  }
  chmodSync(plan, 0o606)
  await refused(['apply', plan], plan, 'is writable by everyone')
  t.equal((await it.run(['show', plan])).status, 0, 'it can still be shown')
  chmodSync(plan, 0o600)
  chownSync(plan, 54_321, 0)
  await refused(['apply', plan], plan, 'belongs to uid 54321')
  chownSync(plan, 0, 0)
  const others: [string, number, number][] = [
    [program, 0o757, 0o755],
    [join(lib, 'part'), 0o666, 0o644],
  ]
  for (const [path, bad, good] of others) {
    chmodSync(path, bad)
    await refused(['apply', plan], path, 'is writable by everyone')
    chmodSync(path, good)
  }
  t.notOk(existsSync(it.state), 'nothing was begun')

  t.equal((await it.run(['apply', plan])).status, 6, 'nothing is wrong with it any more')
  t.equal((await it.run(['choose', 'a/host.failed', 'retry', '--no-resume'])).status, 0)
  writeFileSync(join(it.dir, 'a.sh'), '')
  chmodSync(it.dir, 0o777)
  await refused(['resume', '--changed-programs'], it.dir, 'is writable by everyone')
  t.notOk(it.made('a'))
  chmodSync(it.dir, 0o755)
  t.equal((await it.run(['resume'])).status, 0)
})

t.test('F14: names that would be paths, lines or books are refused, and told in few words', async t => {
  const it = transition(t, { a: {} })
  const text = readFileSync(it.manifest, 'utf8')
  for (const name of ['../../etc/x', 'a\nb', '/a', 'a/b', '.', 'a'.repeat(1_000_000), '\u001b[2J']) {
    writeFileSync(
      it.manifest,
      text.replace('"a"', () => JSON.stringify(name)),
    )
    const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
    t.equal(ran.status, 2, JSON.stringify(name.slice(0, 20)))
    t.ok(ran.stderr.length < 4000, 'in few words')
    t.notMatch(ran.stdout + ran.stderr, hostile)
  }
  t.notOk(existsSync(it.state))
})

t.test('what is no manifest, no plan, no file of answers', async t => {
  const it = transition(t, { a: {} })
  const at = (name: string): string => join(it.dir, name)
  mkdirSync(at('folder'))
  execFileSync('mkfifo', [at('fifo')])
  writeFileSync(at('binary'), Buffer.from([0xff, 0xfe, 0, 1, 2, 0x1b, 0x5b, 0x32, 0x4a]))
  execFileSync('truncate', ['-s', '300M', at('huge')])
  writeFileSync(
    at('deep'),
    `{"edgewise":1,"kind":"plan","digest":"","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
  )
  writeFileSync(
    at('hollow'),
    '{"edgewise":1,"kind":"plan","digest":"e069eaf68d2d91ca626f2fd46690b02926b0708d8fd2fb8012e954131d474490"}',
  )
  const files = ['folder', 'fifo', 'binary', 'huge', 'deep', 'hollow', 'absent'].map(at)
  for (const file of [...files, '/dev/zero']) {
    const commands = [
      ['validate', file],
      ['check', file],
      ['apply', file, '--accept', 'all'],
      ['show', file],
      ['graph', file],
      ['check', it.manifest, '--answers', file],
    ]
    const ends = await Promise.all(commands.map(async args => [args, await it.run(args)] as const))
    for (const [args, ran] of ends) {
      const name = `${args[0]} ${args[1] === file ? '' : '--answers '}${basename(file)}`
      t.equal(ran.status, 2, `${name}: ${ran.stderr.slice(0, 300)}`)
      t.match(ran.stderr, file, `${name} names it`)
      t.notMatch(ran.stderr, hostile, name)
      t.ok(ran.stderr.length < 4000, name)
    }
  }
  t.notOk(existsSync(it.state))
})

t.test('warnings of a manifest stop nothing and are told, with their place', async t => {
  const it = transition(t, { a: {} })
  const text = readFileSync(it.manifest, 'utf8')
  const config = text.replace('"producer"', '"config": { "version": 26.10 },\n"producer"')
  writeFileSync(it.manifest, config)
  const line = config.slice(0, config.indexOf('26.10')).split('\n').length
  const told = new RegExp(
    `^edgewise: ${it.manifest}:${line}:\\d+: 26.10 is the number 26.1 as it stands. Write "26.10"`,
    'm',
  )
  t.match((await it.run(['check', it.manifest, '--accept', 'all'])).stderr, told)
  const ran = await it.run(['apply', it.manifest, '--accept', 'all', '--json'])
  t.equal(ran.status, 0, ran.stderr)
  const notices = ran.stdout.split('\n').filter(each => each.includes('"notice"'))
  t.match(
    notices.map(each => JSON.parse(each)),
    [{ code: 'manifest.not-text', message: /26\.10 is the number/, hint: /Write/ }],
  )
})

t.test('a template of answers goes over no file that is there, and what keeps it away is told', async t => {
  const it = transition(t, { a: {} })
  const file = join(it.dir, 'answers.yaml')
  t.equal((await it.run(['check', it.manifest, '--write-answers', file])).status, 4)
  const written = readFileSync(file, 'utf8')
  t.match(written, 'resolution: make')
  writeFileSync(file, '# an afternoon of work\n')
  const refused = async (path: string, why: string): Promise<void> => {
    const ran = await it.run(['check', it.manifest, '--write-answers', path, '--json'])
    t.equal(ran.status, 2, ran.stderr)
    t.match(JSON.parse(ran.stdout.trimEnd().split('\n').at(-1)!), {
      code: 'answers.unwritable',
      message: `${path} cannot be written: ${why}.`,
    })
  }
  await refused(file, 'it is there already and is not overwritten')
  t.equal(readFileSync(file, 'utf8'), '# an afternoon of work\n')
  await refused(join(it.dir, 'none', 'answers.yaml'), 'there is no such folder')
  await refused(join(it.manifest, 'answers.yaml'), 'its folder is none')
})

t.test('wrong flags are told with a hint', async t => {
  const it = transition(t, { a: {} })
  for (const [args, said] of [
    [['check', '--frobnicate'], /unknown option '--frobnicate'/],
    [['chekc'], /Did you mean check/],
    [['check', 'a', 'b'], /too many arguments/],
    [['apply', it.manifest, '--jobs', '0'], /from 1 to 1000/],
    [['apply', it.manifest, '--accept', 'most'], /none, recommendations, warnings, all/],
    [['apply', it.manifest, '--waive', 'a/missing'], /STEP\/ITEM=REASON/],
    [['abandon'], /--reason <text>/],
    [['show'], /missing required argument 'file'/],
  ] as [string[], RegExp][]) {
    const ran = await it.run(args)
    t.equal(ran.status, 2, args.join(' '))
    t.match(ran.stderr, said)
    t.match(ran.stderr, /--help/)
  }
})

t.test('a state directory that cannot be used: nothing is begun', { skip }, async t => {
  const it = transition(t, { a: {} })
  const apply = async (state: string): Promise<Ran> =>
    run([process.execPath, cli, 'apply', it.manifest, '--accept', 'all', '--state-dir', state], it.dir)
  const file = join(it.dir, 'file')
  writeFileSync(file, '')
  const open = join(it.dir, 'open')
  mkdirSync(open)
  chmodSync(open, 0o777)
  const full = join(it.dir, 'full')
  mkdirSync(full)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=32k,mode=755', 'tmpfs', full])
  t.teardown(() => execFileSync('umount', [full]))
  spawnSync('dd', ['if=/dev/zero', `of=${join(full, 'ballast')}`, 'bs=4k'])
  for (const [state, said] of [
    [file, /file.*cannot be used|is not a folder|folder/],
    [join(file, 'below'), /file/],
    ['/proc/edgewise', /\/proc\/edgewise cannot be used to keep state/],
    [open, /open/],
    [join(full, 'state'), /full|space/],
  ] as [string, RegExp][]) {
    const ran = await apply(state)
    t.equal(ran.status, state.startsWith(full) ? 1 : 2, `${state}: ${ran.stderr}`)
    t.match(ran.stderr, said)
    t.notMatch(ran.stderr, /internal error|\n {4}at /)
    t.notOk(it.made('a'))
  }
  rmSync(join(full, 'ballast'))
  t.equal((await apply(join(full, 'state'))).status, 0, 'with room again it goes')
})

t.test('signals', async t => {
  t.test('SIGTERM in the middle of a check: 143, nothing left, nothing written', async t => {
    const hangs = `produce() { echo $$ >"$dir/$name.pid"; exec sleep 1000; }`
    const it = transition(t, { a: { script: hangs }, b: { script: hangs } })
    const child = it.start(['apply', it.manifest, '--accept', 'all', '--jobs', '2', '--json'])
    const ended = ending(child)
    await until('both hang', () =>
      ['a', 'b'].every(
        step => existsSync(join(it.dir, `${step}.pid`)) && it.file(`${step}.pid`).endsWith('\n'),
      ),
    )
    child.kill('SIGTERM')
    const ran = await ended
    t.equal(ran.status, 143)
    t.match(JSON.parse(ran.stdout.trimEnd().split('\n').at(-1)!), {
      type: 'end',
      committed: false,
      changed: false,
      exit: 143,
    })
    for (const step of ['a', 'b']) t.same(livingIn(Number(it.file(`${step}.pid`))), [])
    t.notOk(existsSync(it.state))
  })
  t.test('twice in the middle of a check: now, even if it ignores the first', async t => {
    const hangs = `produce() { trap '' TERM INT; echo $$ >"$dir/$name.pid"; while :; do sleep 1000; done; }`
    const it = transition(t, { a: { script: hangs } })
    const child = it.start(['check', it.manifest])
    const ended = ending(child)
    await until('it hangs', () => existsSync(join(it.dir, 'a.pid')) && it.file('a.pid').endsWith('\n'))
    child.kill('SIGINT')
    // Another one, for two of a kind may arrive as one; which of them is seen first is the system's to say.
    child.kill('SIGTERM')
    t.ok([130, 143].includes((await ended).status!))
    t.same(livingIn(Number(it.file('a.pid'))), [])
  })
})

t.test('a reader that goes away does not stop a run', async t => {
  const node = `'${process.execPath}' '${cli}' apply "$1" --accept all --state-dir "$2"`
  for (const tail of [
    '--json | head -n 1',
    '--json 2>&1 | head -n 1',
    '2>&1 | true',
    '>&- 2>&-',
    '--json >/dev/full',
    '<&-',
  ]) {
    const it = transition(t, { a: {}, b: { more: { needs: ['a'] } } })
    const ran = await run(['/bin/sh', '-c', `${node} ${tail}`, 'sh', it.manifest, it.state], it.dir)
    t.ok(it.made('a') && it.made('b'), `${tail}: ${ran.stderr}`)
    t.match(it.events().at(-1), { type: 'run-completed' }, tail)
  }
})

t.test('terminal escapes reach nobody', async t => {
  const evil = '\\u001b]0;owned\\u0007\\u001b[2J\\u001b[31mred\\u009b5m\\u007f\\u0085\\u202egnp.exe\\r'
  const script = `
item() {
  say '{"type":"item","id":"missing","severity":"error","title":"T${evil}","detail":"D${evil}\\nline two","docs":"https://example.org/","fingerprint":"F${evil}","resources":["R${evil}"],"resolutions":[{"id":"make","title":"V${evil}","detail":"W${evil}","default":true,"inputs":{"how":{"type":"string","title":"I${evil}","default":"S${evil}"}}},{"id":"stay","title":"Y${evil}","ends":"kept"}]}'
}
take() {
  printf 'E\\033]0;owned\\007\\033[2J\\302\\2335m\\177\\r\\n' >&2
  say '{"type":"progress","message":"P${evil}","percent":3}'
  say '{"type":"item","id":"other","severity":"warning","title":"O${evil}"}'
  say '{"type":"result","item":"missing","status":"failed","message":"M${evil}"}'
}
consume() { IFS= read -r line; take; say '{"type":"done","outcome":"failed","message":"N${evil}"}'; exit 1; }`
  const broken = `produce() { printf 'E\\033[2J\\302\\2335m\\n' >&2; printf '\\033[2J\\302\\2335m stray\\n' >&3; say '{"type":"done","outcome":"failed","message":"N${evil}"}'; exit 1; }`
  const it = transition(t, { a: { script }, broken: { script: broken } })
  const plan = join(it.dir, 'plan.json')
  const answers = join(it.dir, 'answers.yaml')
  const commands: [string[], number][] = [
    [['check', it.manifest], 3],
    [['check', it.manifest, '--write-answers', answers], 3],
    [['check', it.manifest, '--json'], 3],
    [['apply', it.manifest], 3],
    [['plan', it.manifest, '--accept', 'all', '--partial', '-o', plan], 0],
    [['show', plan], 0],
    [['show', plan, '--json'], 0],
    ...['dot', 'mermaid', 'svg'].map((format): [string[], number] => [
      ['graph', plan, '--format', format],
      0,
    ]),
    [['apply', it.manifest, '--accept', 'all', '--partial'], 6],
    [['status'], 0],
    [['status', '--json'], 0],
    [['choose', 'a/other'], 2],
    [['choose', 'a/host.failed', 'nothing'], 2],
    [['resume', '--json'], 6],
    [['resume'], 6],
  ]
  for (const [args, status] of commands) {
    const ran = await it.run(args)
    t.equal(ran.status, status, `${args.join(' ')}: ${ran.stderr}`)
    t.notMatch(ran.stdout + ran.stderr, hostile, args.join(' '))
    t.notMatch(ran.stdout + ran.stderr, /\u202e/, args.join(' '))
  }
  t.notMatch(readFileSync(answers, 'utf8'), hostile, 'the template that is to be edited')
  t.notMatch(readFileSync(plan, 'utf8'), hostile, 'the plan that is to be looked at')

  t.test('also what only a saved plan knows', async t => {
    const other = transition(t, { a: {} })
    const saved = join(other.dir, 'plan.json')
    t.equal((await other.run(['plan', other.manifest, '--accept', 'all', '-o', saved])).status, 0)
    writeFileSync(join(other.dir, 'a.sh'), script)
    const ran = await other.run(['apply', saved])
    t.equal(ran.status, 8)
    t.match(ran.stderr, /changed from none to F/)
    t.notMatch(ran.stdout + ran.stderr, hostile)
  })
})

t.test('F42: a secret is echoed wherever a step can, and is found nowhere', async t => {
  const secret = 'tr0ub4dor&3 "quoted" \\ and more'
  const item = '"id":"missing","severity":"error","title":"t","fingerprint":"none"'
  const script = `
item() { say '{"type":"item",${item},"resolutions":[{"id":"make","title":"m","inputs":{"key":{"type":"string","secret":true}}}]}'; }
look() { [ -e "$dir/$name.made" ] || item; }
consume() {
  IFS= read -r line
  key=\${line##*'"key":"'}; key=\${key%'"}}'}
  printf '%s\\n' "$line" >"$dir/$name.made"
  printf 'the key is %s\\n' "$line" >&2
  say '{"type":"progress","message":"'"$key"'"}'
  say '{"type":"item","id":"other","severity":"warning","title":"'"$key"'","detail":"'"$key"'"}'
  printf 'stray %s\\n' "$line" >&3
  say '{"type":"result","item":"missing","status":"applied","message":"'"$key"'"}'
  say '{"type":"done","outcome":"failed","message":"'"$key"'"}'
  exit 1
}
produce() {
  if [ -e "$dir/$name.made" ]; then
    cat "$dir/$name.made" >&2
    IFS= read -r line <"$dir/$name.made"
    key=\${line##*'"key":"'}; key=\${key%'"}}'}
    say '{"type":"item","id":"third","severity":"warning","title":"'"$key"'"}'
  else item; fi
  finish
}`
  const it = transition(t, { a: { script } })
  const file = join(it.dir, 'key')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  const answers = join(it.dir, 'answers.yaml')
  writeFileSync(
    answers,
    `edgewise: 1\nchoices:\n  a/missing: { resolution: make, input: { key: { file: ${file} } } }\n`,
  )
  const plan = join(it.dir, 'plan.json')
  const all: Ran[] = []
  const go = async (args: string[], status: number): Promise<void> => {
    const ran = await it.run(args)
    t.equal(ran.status, status, `${args.join(' ')}: ${ran.stderr}`)
    all.push(ran)
  }
  await go(['plan', it.manifest, '--answers', answers, '-o', plan], 0)
  await go(['show', plan, '--json'], 0)
  await go(['apply', plan, '--json'], 6)
  t.match(it.file('a.made'), 'tr0ub4dor', 'the consumer got it')
  await go(['status'], 0)
  await go(['choose', 'a/host.failed', 'done-by-hand', '--no-resume'], 0)
  await go(['resume', '--json'], 0)
  await go(['status', '--json'], 0)
  const given =
    it
      .events()
      .map(event => JSON.stringify(event))
      .join('\n') +
    readFileSync(plan, 'utf8') +
    all.map(ran => ran.stdout + ran.stderr).join('\n')
  t.match(given, '[secret]', 'where it was, it says so')
  for (const shape of [secret, JSON.stringify(secret).slice(1, -1), 'tr0u']) t.notMatch(given, shape)

  t.test('also where the host that sent it is gone', async t => {
    // It waits with its words until its host was killed.
    const slow = script.replace(
      "  printf 'the key is",
      () =>
        '  echo $$ >"$dir/$name.pid"; while [ ! -e "$dir/go" ]; do sleep 0.02; done\n  printf \'the key is',
    )
    const other = transition(t, { a: { script: slow } })
    const child = other.start(['apply', other.manifest, '--answers', answers])
    const ended = ending(child)
    await until(
      'the consumer works',
      () => existsSync(join(other.dir, 'a.pid')) && other.file('a.pid').endsWith('\n'),
    )
    child.kill('SIGKILL')
    await ended
    const following = other.start(['resume', '--json'])
    const followed = ending(following)
    await until('it is followed', () => other.events().some(event => event.type === 'task-attached'))
    writeFileSync(join(other.dir, 'go'), '')
    const resumed = await followed
    t.equal(resumed.status, 6, resumed.stderr)
    t.match(
      other.events().find(event => event.type === 'selection-result'),
      { status: 'applied', message: '[secret]' },
    )
    t.notMatch(resumed.stdout + resumed.stderr + JSON.stringify(other.events()), 'tr0ub4dor')
  })
})

t.test('other users', { skip }, async t => {
  const random = Math.random().toString(36).slice(2, 8)
  const user = `edgewise-test-${random}`
  const groups = [`${user}-a`, `${user}-b`]
  for (const group of groups) execFileSync('groupadd', ['--system', group])
  const home = ['--home-dir', '/srv', '--shell', '/bin/bash', '--no-create-home']
  execFileSync('useradd', ['--system', '--user-group', ...home, '--groups', groups.join(','), user])
  t.teardown(() => {
    execFileSync('userdel', [user], { stdio: 'ignore' })
    for (const group of groups) execFileSync('groupdel', [group])
  })
  const ids = (flag: string): number[] =>
    execFileSync('id', [flag, user], { encoding: 'utf8' })
      .trim()
      .split(' ')
      .map(Number)
      .sort((a, b) => a - b)
  const [uid, gid] = [ids('-u')[0]!, ids('-g')[0]!]

  /** Where everybody may look, and the user may write to one folder. */
  const place = (t: Test): { dir: string; out: string; program: string } => {
    const dir = mkdtempSync(join(tmpdir(), 'edgewise-test-'))
    t.teardown(() => rmSync(dir, { recursive: true, force: true }))
    chmodSync(dir, 0o755)
    const out = join(dir, 'out')
    mkdirSync(out)
    chownSync(out, uid, gid)
    const program = join(dir, 'tells-where.py')
    copyFileSync(resolve(import.meta.dirname, 'fixtures/faults/tells-where.py'), program)
    chmodSync(program, 0o755)
    return { dir, out, program }
  }
  const manifestIn = (dir: string, steps: object): string => {
    const file = join(dir, 'transition.json')
    const all = Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, { ...free, ...step }]))
    writeFileSync(file, JSON.stringify({ edgewise: 1, name: 'users', steps: all }), { mode: 0o644 })
    return file
  }

  t.test('a step runs as its user, as it sees it itself', async t => {
    const { dir, out, program } = place(t)
    const argv = [program, out]
    const manifest = manifestIn(dir, { a: { user, producer: argv, consumer: argv } })
    const command = `umask 077; exec 9</etc/hostname; exec '${process.execPath}' '${cli}' apply "$1" --accept all --state-dir "$2"`
    const foreign = [
      `PATH=/nowhere:${process.env.PATH}`,
      'SECRET_OF_HOST=x',
      'NODE_OPTIONS=--no-warnings',
      'LD_LIBRARY_PATH=/tmp',
      'HOME=/root',
    ]
    const ran = await run(['/bin/bash', '-c', command, 'bash', manifest, join(dir, 'state')], dir, foreign)
    t.equal(ran.status, 0, ran.stderr)
    for (const role of ['producer', 'consumer']) {
      const seen = JSON.parse(readFileSync(join(out, `${role}.json`), 'utf8'))
      t.same(seen.uids, [uid, uid, uid], `${role}: uid`)
      t.same(seen.gids, [gid, gid, gid], 'gid')
      t.same(seen.groups, ids('-G'), 'supplementary groups')
      const { PATH, EDGEWISE_START, LC_CTYPE, ...env } = seen.env
      t.same(
        env,
        { HOME: '/srv', USER: user, LOGNAME: user, SHELL: '/bin/bash', LANG: 'C.UTF-8' },
        'nothing of the host',
      )
      t.notMatch(PATH, 'nowhere')
      t.same(seen.fds, [0, 1, 2], 'no descriptor is inherited')
      t.match(seen, { umask: 0o022, cwd: '/', leader: true, stateDir: join(dir, 'state/steps/a') })
      if (role === 'consumer') t.same(seen.own, [uid, gid, 0o700], "its state directory is its user's alone")
    }
    t.ok(existsSync(join(dir, 'state/steps/a/kept')), 'and it can write there')
  })

  t.test(
    'F79: who is not root cannot start programs of others, and is told before anything runs',
    async t => {
      const { dir, out, program } = place(t)
      cpSync(dirname(cli), join(dir, 'dist'), { recursive: true })
      execFileSync('chmod', ['-R', 'a+rX', join(dir, 'dist')])
      const argv = [program, out]
      const as = (manifest: string, ...args: string[]): Promise<Ran> =>
        run(
          [
            'setpriv',
            `--reuid=${uid}`,
            `--regid=${gid}`,
            '--init-groups',
            '--',
            process.execPath,
            join(dir, 'dist/cli.cjs'),
            'apply',
            manifest,
            '--accept',
            'all',
            '--state-dir',
            join(out, 'state'),
            ...args,
          ],
          out,
        )
      const other = manifestIn(dir, {
        own: { producer: argv, consumer: argv },
        a: { user: 'root', producer: argv, consumer: argv },
      })
      chownSync(other, uid, gid)
      chownSync(program, uid, gid)
      const refused = await as(other)
      t.equal(refused.status, 2, refused.stderr)
      t.match(refused.stderr, /\broot\b/)
      t.match(refused.stderr, /as root|Run .*root/)
      t.same(readdirSync(out), [], 'nothing ran, nothing was written')

      const own = manifestIn(dir, { a: { user, producer: argv, consumer: argv } })
      const ran = await as(own)
      t.equal(ran.status, 0, ran.stderr)
      t.match(JSON.parse(readFileSync(join(out, 'consumer.json'), 'utf8')), {
        uids: [uid, uid, uid],
        own: [uid, gid, 0o700],
      })
    },
  )
})

t.test('an answer that is not taken is told, with why', async t => {
  const destroying = `
item() {
  say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"none","resolutions":[{"id":"make","title":"m","default":true},{"id":"wipe","title":"w","effects":{"destructive":true}}]}'
}`
  const it = transition(t, { alpha: { script: destroying } })
  const answers = join(it.dir, 'answers.yaml')
  for (const [choice, code, said, open] of [
    [
      'alpha/missing: { resolution: make, fingerprint: other }',
      'choice.stale',
      /given on the fingerprint "other", but that is "none" now/,
      /no choice yet: its answer was given on another fingerprint/,
    ],
    [
      'alpha/missing: { resolution: wipe }',
      'choice.unbound',
      /only with fingerprint: "none"/,
      /no fingerprint/,
    ],
    ['alpha/mis*: { resolution: wipe }', 'choice.pattern-refused', /pattern alpha\/mis\*/, /pattern/],
    ['alpha/mising: { resolution: make }', 'choice.no-such-item', /Did you mean alpha\/missing/, /no choice/],
  ] as [string, string, RegExp, RegExp][]) {
    writeFileSync(answers, `edgewise: 1\nchoices:\n  ${choice}\n`)
    const checked = await it.run(['check', it.manifest, '--answers', answers])
    t.equal(checked.status, 4, checked.stderr)
    t.match(checked.stderr, said, `${code} by check`)
    const applied = await it.run(['apply', it.manifest, '--answers', answers])
    t.equal(applied.status, 4)
    t.match(applied.stderr.replace(/\s+/g, ' '), said, `${code} by apply`)
    t.match(applied.stderr.split('A choice is missing')[1], open)
    const json = await it.run(['check', it.manifest, '--answers', answers, '--json'])
    t.equal(json.stderr, '')
    t.ok(
      json.stdout
        .trimEnd()
        .split('\n')
        .some(line => JSON.parse(line).code === code),
      `${code} in the stream`,
    )
  }
  const waived = await it.run(['check', it.manifest, '--waive', 'alpa/missing=x', '--accept', 'all'])
  t.equal(waived.status, 0)
  t.match(waived.stderr, 'Did you mean alpha/missing?')
})

t.test("the host's own questions are not waived, and a run is not given up without a reason", async t => {
  const it = transition(t, { alpha: { script: 'consume() { exit 1; }' } })
  t.equal((await it.run(['apply', it.manifest, '--accept', 'all'])).status, 6)
  for (const [args, said] of [
    [
      ['choose', 'alpha/host.failed', '--waive', 'x'],
      /cannot be left as it is[\s\S]*retry, done-by-hand, abandon/,
    ],
    [['choose', 'alpha/host.failed', 'retry', '--waive', 'x'], /two answers: retry, and --waive/],
    [['choose', 'alpha/host.failed'], /edgewise choose alpha\/host\.failed retry/],
    [['resume', '--waive', 'alpha/host.failed=x'], /cannot be left as it is/],
    [['abandon', '--reason', ' '], /why: it stays on record/],
  ] as [string[], RegExp][]) {
    const ran = await it.run(args)
    t.equal(ran.status, 2, args.join(' '))
    t.match(ran.stderr, said)
    t.notMatch(ran.stderr, /leave it as it is: --waive/)
  }
  t.match((await it.run(['status', '--json'])).stdout, 'alpha/host.failed', 'it is still asked')
  t.notOk(it.events().some(event => event.type === 'choice-made' || event.type === 'run-abandoned'))
  const given = await it.run(['abandon', '--reason', 'not needed'])
  t.equal(given.status, 10)
  t.match(given.stdout, /is abandoned: not needed\nThe machine may be inconsistent: .*alpha/)
})

t.test('a state directory is tried before anything is looked at or made', { skip }, async t => {
  const it = transition(t, { a: { script: 'produce() { : >"$dir/looked"; look; finish; }' } })
  const parent = join(it.dir, 'parent')
  mkdirSync(parent)
  chmodSync(parent, 0o777)
  const foreign = join(it.dir, 'foreign')
  mkdirSync(foreign)
  chownSync(foreign, 12345, 12345)
  for (const [state, said] of [
    [join(parent, 'new', 'state'), /everybody write/],
    [foreign, /belongs to user 12345/],
    ['', /name a folder/],
  ] as [string, RegExp][]) {
    const ran = await run(
      [process.execPath, cli, 'apply', it.manifest, '--accept', 'all', '--state-dir', state],
      it.dir,
    )
    t.equal(ran.status, 2, ran.stderr)
    t.match(ran.stderr.replace(/\s+/g, ' '), said)
    t.notMatch(ran.stderr, /internal error/)
  }
  t.same(readdirSync(parent), [])
  t.notOk(existsSync(join(it.dir, 'looked')))
})

t.test('secrets are read before anything is committed', async t => {
  const script = `
item() { say '{"type":"item","id":"missing","severity":"error","title":"t","fingerprint":"none","resolutions":[{"id":"make","title":"m","inputs":{"key":{"type":"integer","secret":true}}}]}'; }`
  const it = transition(t, { a: {}, b: { script } })
  const answers = join(it.dir, 'answers.yaml')
  const key = join(it.dir, 'key')
  writeFileSync(
    answers,
    'edgewise: 1\nchoices:\n  b/missing: { resolution: make, input: { key: { file: key } } }\n',
  )
  const apply = ['apply', it.manifest, '--accept', 'all', '--answers', answers]
  const refused = async (said: RegExp): Promise<void> => {
    for (const args of [apply, ['plan', ...apply.slice(1)]]) {
      const ran = await it.run(args)
      t.equal(ran.status, 2, ran.stderr)
      t.match(ran.stderr.replace(/\s+/g, ' '), said)
      t.match(ran.stderr, key)
    }
    t.notOk(existsSync(it.state))
    t.notOk(it.made('a'))
  }
  await refused(/there is no such file/)
  writeFileSync(key, 'twelve')
  await refused(/wants a whole number/)
  writeFileSync(key, '12')
  chmodSync(key, 0o644)
  const planned = await it.run(['plan', ...apply.slice(1)])
  t.equal(planned.status, 0, planned.stderr)
  t.equal(planned.stderr.match(/open to others/g)?.length, 1, 'told by the plan')
  const ran = await it.run([...apply, '--json'])
  const told = ran.stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const at = (key: string, value: string): number => told.findIndex(line => line[key] === value)
  t.ok(
    at('code', 'choice.secret-open') >= 0 && at('code', 'choice.secret-open') < at('type', 'run-committed'),
  )
  t.equal(told.filter(line => line.code === 'choice.secret-open').length, 1, 'once')
})

t.test('what --partial leaves out is not called nothing', async t => {
  const it = transition(t, { alpha: {}, beta: { more: { needs: ['alpha'] } } })
  const undecided = await it.run(['apply', it.manifest, '--partial'])
  t.equal(undecided.status, 4)
  t.match(undecided.stderr, /alpha: undecided[\s\S]*beta: /)
  t.notMatch(undecided.stdout, 'Nothing to do')
  writeFileSync(join(it.dir, 'alpha.sh'), 'produce() { exit 1; }')
  const blocked = await it.run(['apply', it.manifest, '--partial'])
  t.equal(blocked.status, 3)
  t.match(blocked.stderr, /alpha: blocked/)
  t.notOk(existsSync(it.state))
})

/** `words` go through a shell. */
const atTerminal = (
  it: ReturnType<typeof transition>,
  words: string,
  env: string[],
  before = '',
): Promise<Ran> =>
  run(['script', '-qec', `${before}'${process.execPath}' '${cli}' ${words}`, '/dev/null'], it.dir, env)

t.test('a terminal that does not say how large it is has 80 columns, as a serial line has', async t => {
  const it = transition(t, { a: {} })
  const ran = await atTerminal(it, `check '${it.manifest}'`, ['TERM=xterm'], 'stty rows 0 cols 0; ')
  t.match(ran.stdout, /a: checked 1 item \(/)
})

t.test('at a terminal that shows nothing, apply wants --yes', async t => {
  const it = transition(t, { a: {} })
  const apply = (more: string, env: string[]): Promise<Ran> =>
    atTerminal(it, `apply '${it.manifest}' --accept all --state-dir '${it.state}' ${more}`, env)
  for (const [more, env] of [
    ['', ['TERM=dumb']],
    [`2>'${it.dir}/errors'; s=$?; cat '${it.dir}/errors'; exit $s`, ['TERM=xterm']],
  ] as [string, string[]][]) {
    const ran = await apply(more, env)
    t.equal(ran.status, 2, ran.stdout)
    t.match(ran.stdout, /nobody can be asked[\s\S]*--yes/)
  }
  t.notOk(existsSync(it.state))
  t.equal((await apply('--no-input', ['TERM=dumb'])).status, 0)
})
