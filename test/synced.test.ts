/** What is acknowledged by a name rests on the name: folders, journals and letters are synced by it before they count. */

import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { findStateDirectory } from '../src/journal/directory.js'
import { takeLock } from '../src/journal/lock.js'
import { cli, ending, transition } from './transition.js'
import { until } from './until.js'

const traces = spawnSync('strace', ['-qq', '-o', '/dev/null', '/bin/true']).status === 0
const skip =
  traces || process.env.EDGEWISE_NO_SKIP ? false : 'needs strace, and leave to trace one process of its own'

/** The calls of the host's own thread, which makes all of them, one after the other. */
const traced = (file: string, args: string[]) =>
  spawn(
    '/usr/bin/env',
    [
      '-i',
      ...['PATH=/usr/bin:/bin', 'strace', '-y', '-qq', '-s', '300', '-o', file],
      ...['-e', 'trace=?mkdir,mkdirat,?rename,renameat,renameat2,openat,fsync,fdatasync'],
      ...[process.execPath, cli, ...args],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  )

t.test('F63: no name is built on before the folder that holds it is synced', { skip }, async t => {
  const it = transition(t, { a: { script: 'take() { finish; exit 1; }' } })
  const file = join(it.dir, 'trace')
  const flags = ['--accept', 'all', '--state-dir', it.state]
  const ran = await ending(traced(file, ['apply', it.manifest, ...flags]))
  t.equal(ran.status, 6, ran.stderr)
  const calls = readFileSync(file, 'utf8').split('\n')
  const run = join(it.state, 'runs', readdirSync(join(it.state, 'runs'))[0]!)
  const journal = join(run, 'journal.jsonl')
  const commit = calls.findIndex(call => /^fdatasync\(/.test(call) && call.includes(`<${journal}>`))
  t.ok(commit > 0, 'the commit is synced')
  const folders = ['runs', 'steps', 'inbox', 'steps/a'].map(name => join(it.state, name))
  for (const name of [it.state, ...folders, run, join(run, 'tasks'), journal]) {
    const made = calls.findIndex(call => /^(mkdir|openat.*O_CREAT)/.test(call) && call.includes(`"${name}"`))
    const synced = calls.findIndex(
      (call, at) => at > made && /^fsync\(/.test(call) && call.includes(`<${dirname(name)}>`),
    )
    t.ok(made >= 0 && synced > made && synced < commit, `${name}: made ${made}, synced ${synced}, ${commit}`)
  }

  const found = findStateDirectory(it.state)
  if (!found.ok || !found.value) throw new Error('no state')
  const lock = takeLock(found.value, { since: '2026-01-01T00:00:00Z', command: 'c' })
  if (!lock.ok) throw new Error(lock.error.message)
  t.teardown(() => lock.value.release())
  const inbox = join(it.state, 'inbox')
  const chosen = ending(traced(file, ['choose', 'a/host.failed', 'retry', '--state-dir', it.state]))
  const posted = (): string | undefined => readdirSync(inbox).find(each => each.endsWith('.json'))
  await until('a letter lies in the inbox', () => posted() !== undefined)
  rmSync(join(inbox, posted()!))
  t.match(await chosen, { status: 2, stderr: /put the answer aside/ })
  const letter = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap(call => /^(rename|fsync)/.exec(call)?.[0] ?? [])
  t.same(letter.slice(-3), ['fsync', 'rename', 'fsync'], 'its bytes, then its name')
})
