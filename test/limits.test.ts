/** Real programs that come up against a limit of their step: each is ended, and told by the limit that ended it. */

import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { limitHit } from '../src/sandbox/limits.js'
import { transition } from './transition.js'

const PYTHON = '/usr/bin/python3'

interface Told {
  code: string
  message: string
  stderr?: string[]
}

/** A step whose consumer does this, and how its end is told. */
async function ended(
  t: Test,
  limits: object,
  script: string,
): Promise<{ told: Told; message: string; took: number }> {
  const it = transition(t, { a: { script: `take() { ${script}\n}`, more: { limits } }, b: {} })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.not(ran.status, 0, ran.stderr)
  t.ok(it.made('b'), 'another step goes on beside it')
  const event = it.events().find(({ type, task }) => type === 'task-ended' && task === 'a') as {
    ending: Told
    took: number
  }
  t.match(ran.stdout, event.ending.message.slice(0, 40), 'the summary says it')
  return { told: event.ending, message: event.ending.message, took: event.took }
}
const python = (text: string): string => `exec ${PYTHON} -c '${text}' 1>&2`

t.test('F55: it spins', async t => {
  const { told } = await ended(t, { cpu: '1s' }, 'while :; do :; done')
  t.match(told, {
    code: 'limit',
    message: 'the consumer used up limits.cpu (1 s); raise it if the step needs more',
  })
})

t.test('F55: its child spins, and it says so', async t => {
  const { told } = await ended(t, { cpu: '1s' }, `sh -c 'while :; do :; done'; exit $?`)
  t.match(told, { code: 'limit', message: /limits\.cpu \(1 s\)/ })
})

t.test('it writes a file that is too long', async t => {
  const { told } = await ended(t, { fileSize: '64K' }, 'exec dd if=/dev/zero of="$dir/long" bs=1K count=65')
  t.match(told, {
    code: 'limit',
    message: 'the consumer wrote a file beyond limits.fileSize (64K); raise it if the step needs more',
  })
})

t.test('it writes a file that is too long, and its language tells it as an error', async t => {
  const { told } = await ended(
    t,
    { fileSize: '64K' },
    `cd "$dir"; ${python('open("x", "wb").truncate(65537)')}`,
  )
  t.match(told, { code: 'exit', message: /its stderr speaks of what limits\.fileSize \(64K\) allows/ })
})

t.test('F50: it opens too many files', async t => {
  const { told } = await ended(t, { openFiles: 64 }, python('held = [open("/dev/null") for _ in range(64)]'))
  t.match(told, {
    code: 'exit',
    message: /exited with status 1 .*; its stderr speaks of what limits\.openFiles \(64\) allows: raise it/,
  })
})

t.test('F54: it takes all memory', async t => {
  const { told } = await ended(t, { memory: '256M' }, python('held = bytearray(300 << 20)'))
  t.match(told, { code: 'exit', message: /its stderr speaks of what limits\.memory \(256M\) allows/ })
})

t.test('a limit that was not reached is not blamed', async t => {
  const { told } = await ended(
    t,
    { memory: '1G', cpu: '1h', openFiles: 100 },
    'echo "no such thing" >&2; exit 3',
  )
  t.equal(told.code, 'exit')
  t.notMatch(told.message, /limits/)
})

t.test('F32: it prints more than it may', async t => {
  const { told } = await ended(t, { output: '4K' }, 'head -c 5000 /dev/zero | tr "\\0" "\\n" >&3; exit 1')
  t.match(told, { code: 'violation', message: /4096 bytes that a run may have \(limits\.output\)/ })
})

t.test('F51, F53: a fork bomb stays within its cgroup, as the kernel tells', async t => {
  const end = { status: 1, signal: null, ended: undefined, leftovers: [] }
  const told = (hits: ('memory' | 'processes')[], words: string[] = [], signal: string | null = null) =>
    limitHit({ processes: 20, memory: 1024 }, { ...end, signal, hits }, words)
  t.match(told(['processes']), {
    isCertain: true,
    message: 'wanted more processes than limits.processes (20)',
  })
  t.match(told(['memory'], [], 'SIGKILL'), {
    isCertain: true,
    message: 'was short of memory within limits.memory (1K)',
  })
  t.match(told([], ['sh: 1: Cannot fork']), { limit: 'processes', isCertain: false })
  t.equal(
    limitHit({ processes: 20 }, { ...end, status: 0, hits: ['processes'] }, []),
    undefined,
    'who got by is not blamed',
  )
  t.equal(limitHit({}, { ...end, hits: [] }, ['Cannot fork']), undefined, 'nor a limit that is not there')
})

t.test('F89: no cores are left, and cannot be turned on', async t => {
  const it = transition(t, {
    a: {
      script:
        'take() { grep "Max core" /proc/self/limits >"$dir/core"; ulimit -c unlimited 2>>"$dir/core"; : >"$dir/$name.made"; say \'{"type":"result","item":"missing","status":"applied"}\'; }',
    },
  })
  await it.run(['apply', it.manifest, '--accept', 'all'])
  t.match(readFileSync(`${it.dir}/core`, 'utf8'), /^Max core file size +0 +0 /)
})
