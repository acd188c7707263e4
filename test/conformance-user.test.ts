/** The conformance suite as somebody who is not root runs it, with and without what makes it stronger. */

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const skip = process.getuid?.() === 0 ? false : 'only root can run it as another user, and hide tools from it'

// Nobody may look into the folders above this clone.
const shared = mkdtempSync(join(tmpdir(), 'edgewise-user-'))
t.teardown(() => rmSync(shared, { recursive: true, force: true }))

const asNobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--']
/** In a namespace of mounts of its own, in which these tools are empty files. */
const without = (...tools: string[]): string[] => [
  ...['unshare', '-m', 'sh', '-euc'],
  `for tool in ${tools.join(' ')}; do mount --bind /dev/null "$(command -v $tool)"; done; exec "$@"`,
  'sh',
]

function tryReference(before: string[]): { status: number | null; said: string; last: string | undefined } {
  const config = join(shared, 'conformance/reference/python')
  // What tap puts into the environment of every Node would write where this user must not.
  const plain = ['env', '-i', 'PATH=/usr/sbin:/usr/bin:/sbin:/bin', process.execPath]
  const argv = [...before, ...plain, join(shared, 'dist/cli.cjs'), 'conformance', 'step', '--config', config]
  const { status, stdout, stderr } = spawnSync(argv[0]!, argv.slice(1), { encoding: 'utf8', cwd: '/' })
  return { status, said: stdout + stderr, last: stdout.trimEnd().split('\n').at(-1) }
}

t.test('an ordinary user runs the suite', { skip }, async t => {
  spawnSync('chmod', ['755', shared])
  for (const part of ['dist', 'conformance', 'protocol', 'package.json'])
    cpSync(join(root, part), join(shared, part), { recursive: true })
  await t.test('with what the machine has, which it names', async t => {
    const run = tryReference(asNobody)
    t.match(run, { status: 0, said: /level user/, last: /^\d+ passed, 0 failed, 0 skipped$/ })
  })
  await t.test('with neither namespaces nor strace, claiming neither', async t => {
    const run = tryReference([...without('unshare', 'strace'), ...asNobody])
    t.match(run, { status: 0, said: /level user\n/, last: /^\d+ passed, 0 failed, \d+ skipped$/ })
    t.notMatch(run.said, /stronger here/)
    for (const [line] of run.said.matchAll(/^ok .*# SKIP.*$/gm))
      t.match(line, /strace|mount/, 'what is skipped says what is missing')
  })
})
