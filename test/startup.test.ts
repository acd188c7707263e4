/** What makes a start quick: little of Node is loaded, and what V8 made of the bundles is taken, or safely not. */

import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Script } from 'node:vm'
import t from 'tap'
import { cli, transition } from './transition.js'

const bundles = join(dirname(cli), 'bundles')
const run = (file: string, ...args: string[]): string =>
  execFileSync('/usr/bin/env', ['-i', process.execPath, file, ...args], { encoding: 'utf8' })

/** The bundles that this build's entry names; others may lie there from builds before. */
const named = [...readFileSync(cli, 'utf8').matchAll(/"bundles\/([\w-]+)"/g)].map(match => match[1]!)

t.test('a command that starts no program loads no module of Node for one', async t => {
  const dir = t.testdir({})
  const [hook, told] = [join(dir, 'hook.cjs'), join(dir, 'told')]
  writeFileSync(
    hook,
    `process.on('exit', () => require('fs').writeFileSync('${told}', process.moduleLoadList.join('\\n')))\n`,
  )
  // To a file, because a pipe is a socket to Node; and through env, so that no test runner adds modules of its own.
  const loads = (...args: string[]): string => {
    execFileSync('/usr/bin/env', ['-i', process.execPath, '-r', hook, cli, ...args], { stdio: 'ignore' })
    return readFileSync(told, 'utf8')
  }
  for (const args of [['--version'], ['--help'], ['status', '--state-dir', '/nonexistent/state']]) {
    const list = loads(...args).split('\n')
    t.ok(list.includes('NativeModule fs'), 'the list is one')
    for (const name of ['child_process', 'crypto', 'net'])
      t.notOk(list.includes(`NativeModule ${name}`), `${args[0]} loads no ${name}`)
  }
})

t.test('V8 takes what it made of the bundles when they were built', async t => {
  for (const word of ['main', 'phases', 'status']) {
    const name = named.find(one => one.startsWith(`${word}-`))!
    const source = `(function (require, module, exports) {${readFileSync(join(bundles, `${name}.cjs`), 'utf8')}\n})`
    const cachedData = readFileSync(join(bundles, `${name}.cache`))
    t.equal(new Script(source, { cachedData }).cachedDataRejected, false, word)
  }
})

t.test('without them, and with unusable ones, everything works as well', async t => {
  const copy = join(t.testdir({}), 'dist')
  cpSync(dirname(cli), copy, { recursive: true })
  const caches = readdirSync(join(copy, 'bundles')).filter(name => name.endsWith('.cache'))
  const all = (): string[] => [
    run(join(copy, 'cli.cjs'), '--version'),
    run(join(copy, 'cli.cjs'), '--help'),
    run(join(copy, 'cli.cjs'), 'status', '--state-dir', '/nonexistent/state'),
  ]
  const expected = [run(cli, '--version'), run(cli, '--help'), 'No run in /nonexistent/state.\n']
  const each = (work: (path: string) => void): void => {
    for (const name of caches) work(join(copy, 'bundles', name))
  }
  t.same(all(), expected)
  each(path => {
    const bytes = readFileSync(path)
    bytes[4] = bytes[4]! ^ 1
    writeFileSync(path, bytes)
  })
  t.same(all(), expected, 'of another version')
  each(path => truncateSync(path, 1000))
  t.same(all(), expected, 'cut off')
  each(path => writeFileSync(path, ''))
  t.same(all(), expected, 'empty')
  each(path => rmSync(path))
  t.same(all(), expected, 'gone')
  t.notOk(existsSync(join(copy, 'bundles', caches[0]!)), 'and a run writes none')
})

t.test('a build leaves nothing of the build before in what is shipped', async t => {
  const files = ['cli.cjs', 'bundles/main-NEW.cjs', 'bundles/main-NEW.cjs.map', 'chunks/a-NEW.js']
  const kept = [...files, 'bundles/main-NEW.cache', 'types/index.d.ts']
  const stale = ['bundles/main-OLD.cjs', 'bundles/main-OLD.cache', 'bundles/main-NEW.cache.77', 'main.cjs']
  const dir = t.testdir({ bundles: {}, chunks: {}, types: {} })
  for (const name of [...kept, ...stale]) writeFileSync(join(dir, name), '')
  const { sweep } = await import(new URL('../scripts/sweep.mjs', import.meta.url).href)
  sweep(dir, files, ['types'])
  const left = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(dir, join(entry.parentPath, entry.name)))
  t.same(left.sort(), kept.sort())
  for (const name of readdirSync(bundles))
    t.ok(named.includes(name.replace(/\.(cache|cjs|cjs\.map)$/, '')), `${name} is of this build`)
})

t.test('a step may put another version in the place of the one that carries its run', async t => {
  const copy = join(t.testdir({}), 'dist')
  cpSync(dirname(cli), copy, { recursive: true })
  const script = `look() { :; }
produce() { [ -e "$dir/$name.made" ] || item; say '{"type":"done","outcome":"ok"}'; }
finish() { rm -r '${join(copy, 'bundles')}'; say '{"type":"done","outcome":"ok","reboot":true}'; }`
  const it = transition(
    t,
    { a: { script }, b: { more: { needs: ['a'] } } },
    { reboot: ['/bin/false', 'now'] },
  )
  const flags = ['--accept', 'all', '--reboot', 'auto', '--state-dir', it.state]
  const ran = spawnSync('/usr/bin/env', [
    '-i',
    process.execPath,
    join(copy, 'cli.cjs'),
    'apply',
    it.manifest,
    ...flags,
  ])
  t.equal(ran.status, 5, String(ran.stderr))
  t.match(
    it.events().at(-1),
    { type: 'reboot-refused', message: /false now/ },
    'what runs the command was at hand',
  )
})
