/** What a consumer says once its host is gone, heard by the next: while it lives on, and from what it left. */

import { spawn } from 'node:child_process'
import { existsSync, openSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { attachConsumer } from '../src/host/attach.js'
import type { OpenedRun } from '../src/host/opened-run.js'
import { outputFiles } from '../src/host/output-files.js'
import { recovered, stillAlive } from '../src/host/recover.js'
import { cleanerFor } from '../src/host/withhold.js'
import type { RunFolder } from '../src/journal/runs.js'
import type { Step } from '../src/manifest/step.js'
import { ageOf, type ProcessId, statOf } from '../src/sandbox/processes.js'
import type { RunEvent } from '../src/scheduler/event.js'
import type { Finding, Selection } from '../src/scheduler/model.js'
import type { Node } from '../src/scheduler/state.js'
import { drivenClock } from './fixtures/host/clock.js'
import { Machine } from './fixtures/host/machine.js'
import { livingIn } from './transition.js'
import { until } from './until.js'

const selection = (item: string, input?: Selection['input']): Selection => ({
  address: `a/${item}`,
  item,
  resolution: 'make',
  fingerprint: 'f',
  ends: 'resolved',
  destructive: false,
  reversible: null,
  reboot: null,
  ...(input ? { input } : {}),
})

/** A running task of step `a`, as the journal left it. */
const nodeOf = (more: Partial<Node> & { selections?: Selection[] }): Node => {
  const { selections = [selection('x')], ...rest } = more
  const task = { id: 'a', step: 'a', phase: 'now', generation: 1, selections }
  return { id: 'a', task, status: 'running', attempt: 1, results: new Map(), brought: [], ...rest } as Node
}

const line = (message: object): string => `${JSON.stringify(message)}\n`
const applied = (item: string, more = {}): string =>
  line({ type: 'result', item, status: 'applied', ...more })
const ok = line({ type: 'done', outcome: 'ok' })
const item = (id: string, detail = 'd'): string =>
  line({
    type: 'item',
    id,
    severity: 'error',
    title: 't',
    detail,
    fingerprint: 'f',
    resolutions: [{ id: 'do', title: 'Do' }],
  })

const folderIn = (t: Test): RunFolder => ({ tasks: t.testdir({}) }) as unknown as RunFolder

interface Living {
  limits?: { idle?: number | null; total?: number | null }
  selections?: Selection[]
  /** Milliseconds that it lives before it is followed. */
  age?: number
  /** Since its last word, by the clock of its files. */
  quiet?: number
}

/** A program that its host left alone: `begun` is written before, `later` when the file `go` is there. */
async function living(t: Test, script: string, { limits, selections, age = 0, quiet = 0 }: Living = {}) {
  const folder = folderIn(t)
  const files = outputFiles(folder, 'a', 1)
  const stdio = ['ignore', openSync(files.stdout, 'a'), openSync(files.stderr, 'a')] as const
  const child = spawn('/bin/sh', ['-c', script], { cwd: folder.tasks, detached: true, stdio: [...stdio] })
  const id: ProcessId = { pid: child.pid!, startTime: statOf(child.pid!)!.startTime }
  t.teardown(() => {
    if (livingIn(id.pid).length > 0) process.kill(-id.pid, 'SIGKILL')
  })
  const at = (name: string): string => join(folder.tasks, name)
  await until('it has begun', () => existsSync(at('begun')))
  await until('it is as old as that', () => ageOf(id) >= age)
  const machine = new Machine(at('state'))
  const clock = drivenClock()
  const written = new Date()
  utimesSync(files.stdout, written, written)
  const context = machine.context({ clock, now: () => new Date(written.getTime() + quiet) })
  const events: RunEvent[] = []
  const step = { name: 'a', timeouts: { consumer: { idle: null, total: null, ...limits } } } as Step
  const follow = async ({ cancelled = false } = {}) => {
    const node = nodeOf({ pid: id, ...(selections ? { selections } : {}) })
    const followed = attachConsumer({ node, cleaner: cleanerFor(node, context, 0) }, step, {
      context,
      folder,
      record: event => void events.push(event),
    })
    if (cancelled) followed.cancel()
    let isOver = false
    const over = followed.over.then(() => {
      isOver = true
    })
    // It reads what is there before its time begins to count.
    await new Promise(done => setImmediate(done))
    return {
      ...followed,
      /** Time passes as long as it takes. */
      toTheEnd: async (): Promise<RunEvent> => {
        while (!isOver) await clock.pass(clock.now() + 50)
        await over
        return events.at(-1)!
      },
    }
  }
  return { id, at, machine, clock, events, follow, files, go: () => writeFileSync(at('go'), '') }
}

const waits = ': >begun; while [ ! -e go ]; do sleep 0.01; done'
const say = (...lines: string[]): string => lines.map(each => `printf '%s' '${each}'`).join('; ')

t.test('F66: one that lives on', async t => {
  t.test('its past counts, its words are heard as they come, and each is a sign of life', async t => {
    const typed = selection('x', { key: { secret: 'memory' } })
    const it = await living(
      t,
      `${waits}; ${say(line({ type: 'progress', message: 'deep' }))}; : >told; exec sleep 99`,
      {
        limits: { idle: 1000 },
        selections: [typed],
        age: 750,
        quiet: 700,
      },
    )
    const quiet = () => it.machine.events.filter(({ type }) => type === 'quiet')
    const followed = await it.follow()
    await it.clock.pass(290)
    t.same(quiet(), [])
    await it.clock.pass(310)
    t.match(quiet(), [{ step: 'a', task: 'a', ms: 1000 }], 'its silence began before this host')
    await it.clock.pass(800)
    it.go()
    await until('it has spoken', () => existsSync(it.at('told')))
    await it.clock.pass(1100)
    t.match(
      it.machine.events.filter(({ type }) => type === 'progress'),
      [{ step: 'a', task: 'a', message: /^\(not kept/ }],
      'without what may be a secret that nobody can look for',
    )
    await it.clock.pass(1700)
    t.equal(quiet().length, 1, 'it was heard of meanwhile')
    followed.cancel()
    t.match(await followed.toTheEnd(), { type: 'task-ended', ending: { code: 'cancelled' } })
  })

  t.test(
    'with a clock that went back, or without its file, it has been silent for no longer than it lives',
    async t => {
      for (const what of ['the clock', 'the file']) {
        const it = await living(t, `${waits}`, { limits: { idle: 1000 }, age: 300, quiet: -5000 })
        if (what === 'the file') renameSync(it.files.stdout, it.at('elsewhere'))
        const followed = await it.follow()
        await it.clock.pass(990)
        t.equal(it.machine.events.length, what === 'the clock' ? 0 : 1, what)
        await it.clock.pass(1010)
        t.match(it.machine.events, [{ type: 'quiet' }], what)
        it.go()
        await followed.toTheEnd()
      }
    },
  )

  t.test('the time that it has had is not given again, and its end says of what it had too much', async t => {
    const it = await living(t, `${say('{"type":"res')}; echo last >&2; : >begun; exec sleep 99`, {
      limits: { total: 5000 },
      age: 700,
    })
    const followed = await it.follow()
    await it.clock.pass(4310)
    await until('it is ended', () => livingIn(it.id.pid).length === 0)
    const ended = await followed.toTheEnd()
    t.match(ended, {
      type: 'task-ended',
      ending: {
        outcome: 'failed',
        code: 'timeout',
        message: 'the consumer took longer than 5 s (timeouts.consumer.total)',
        violations: undefined,
        stderr: ['last'],
      },
    })
    t.ok(
      ended.type === 'task-ended' && ended.took >= 4900,
      'it took as long as it lived, not as it was followed',
    )
  })

  t.test('cancelled before its words are read', async t => {
    const it = await living(t, `: >begun; exec sleep 99`)
    const followed = await it.follow({ cancelled: true })
    t.match(await followed.toTheEnd(), { type: 'task-ended', ending: { code: 'cancelled' } })
  })

  t.test('all that it said at last is told; what it leaves behind too', async t => {
    const last = [20, 40, 90].map(percent => line({ type: 'progress', percent }))
    const it = await living(
      t,
      `${waits}; (exec >/dev/null 2>&1; : >left; exec sleep 99) & while [ ! -e left ]; do sleep 0.01; done; ${say(...last, item('y'), applied('x', { message: 'well' }), ok)}`,
    )
    const followed = await it.follow()
    await it.clock.pass(0)
    it.go()
    await until('it is gone', () => !livingIn(it.id.pid).includes(it.id.pid))
    const ended = await followed.toTheEnd()
    t.match(ended, { type: 'task-ended', attempt: 1, ending: { outcome: 'ok' } })
    t.match(it.events, [
      { type: 'item-found', task: 'a', attempt: 1, item: { id: 'y' }, fingerprint: 'f' },
      { type: 'selection-result', address: 'a/x', status: 'applied', message: 'well' },
      { type: 'task-ended' },
    ])
    const told = it.machine.events.filter(({ type }) => type === 'progress')
    t.match([told[0], told.at(-1)], [{ percent: 20 }, { percent: 90 }])
    t.match(
      it.machine.events.filter(({ type }) => type === 'notice'),
      [{ code: 'sandbox.leftover', message: /^a left .*it was ended$/ }],
    )
  })

  t.test('what breaks the rules behind its done is held against it: nobody cut that off', async t => {
    const it = await living(t, `${say(applied('x'), ok, '{"type":"re')}; ${waits}`)
    it.go()
    t.match(await (await it.follow()).toTheEnd(), {
      type: 'task-ended',
      ending: { outcome: 'failed', code: 'violation' },
    })
  })
})

/** What is made of a task that left `stdout` and a word on stderr, and has had so much on record. */
const left = (
  t: Test,
  stdout: string | null,
  { isWhole = true, ...more }: Parameters<typeof nodeOf>[0] & { isWhole?: boolean } = {},
): RunEvent[] => {
  const folder = folderIn(t)
  const node = nodeOf(more)
  const files = outputFiles(folder, 'a', node.attempt)
  const written = new Date(1_000_005_000)
  if (stdout !== null) {
    writeFileSync(files.stdout, stdout)
    utimesSync(files.stdout, written, written)
  }
  writeFileSync(files.stderr, 'correct-horse said\n')
  const context = new Machine(folder.tasks).context()
  context.secrets.put('a/z', 'key', 'correct-horse')
  return recovered(node, folder, cleanerFor(node, context, 0), { isWhole, begun: 1_000_000_000 })
}
const fact = (attempt: number) => ({ status: 'applied' as const, attempt })

t.test('what one that is gone has left', async t => {
  const three = ['x', 'y', 'z'].map(name => selection(name))
  /** x was applied by an attempt before, y by this one and is on record, z is open. */
  const node = {
    selections: three,
    attempt: 2,
    results: new Map([
      ['a/x', fact(1)],
      ['a/y', fact(2)],
    ]),
  }

  t.test('what is on record is not recorded again, and counts', async t => {
    t.match(
      left(t, applied('y') + item('known') + item('new') + applied('z') + ok, {
        ...node,
        brought: [{ item: { id: 'known' } }] as Finding[],
      }),
      [
        { type: 'item-found', attempt: 2, item: { id: 'new' } },
        { type: 'selection-result', attempt: 2, address: 'a/z', status: 'applied' },
        { type: 'task-ended', ending: { outcome: 'ok', violations: undefined }, took: 5000 },
      ],
    )
    t.match(left(t, applied('y') + ok, node), [{ type: 'task-unknown', why: /left no result for some/ }])
  })

  t.test('what an attempt before has applied was not sent to it', async t => {
    const events = left(t, applied('x') + applied('y') + applied('z') + ok, node)
    t.match(events.at(-1), { ending: { code: 'violation', message: /was not sent|never sent|no resolve/ } })
  })

  t.test(
    'what it failed at is what it failed at, whatever it was sent besides; its last words are kept clean',
    async t => {
      const failed = line({
        type: 'result',
        item: 'x',
        status: 'failed',
        code: 'temporary',
        message: 'correct-horse',
      })
      t.match(left(t, failed + line({ type: 'done', outcome: 'failed', message: 'no correct-horse' })), [
        { type: 'selection-result', status: 'failed', code: 'temporary', message: /^(?!.*correct)/ },
        {
          type: 'task-ended',
          ending: {
            outcome: 'failed',
            code: 'temporary',
            message: /^no (?!.*correct)/,
            exit: { status: 1, signal: null },
            stderr: [/^(?!.*correct).* said$/],
          },
        },
      ])
      t.match(left(t, line({ type: 'done', outcome: 'failed' }), { selections: three }), [
        { type: 'task-ended' },
      ])
    },
  )

  t.test(
    'an item, too, is kept clean; where a typed secret is lost, none of its free text is kept',
    async t => {
      t.match(left(t, item('y', 'correct-horse')), [{ item: { id: 'y', detail: /^(?!.*correct)/ } }, {}])
      const selections = [selection('x', { key: { secret: 'memory' } })]
      t.match(left(t, item('y', 'd') + applied('x') + ok, { selections }), [
        { item: { id: 'y', detail: /^\(not kept/ } },
        {},
        { type: 'task-ended', ending: { stderr: [/^\(not kept/] } },
      ])
    },
  )

  t.test('one that was never told to begin is known by having done nothing', async t => {
    const silent = line({ type: 'done', outcome: 'failed', code: 'protocol', protocols: [1] })
    t.match(left(t, silent), [{ type: 'task-unknown', begun: false }])
    t.match(left(t, applied('x') + silent).at(-1), { type: 'task-ended', ending: { code: 'protocol' } })
    t.match(left(t, item('y') + silent).at(-1), { type: 'task-ended', ending: { code: 'protocol' } })
    t.match(left(t, line({ type: 'done', outcome: 'failed', code: 'busy' })), [{ type: 'task-ended' }])
  })

  t.test('damage is its own where the machine stayed up, and else says nothing of it', async t => {
    const damaged = `${applied('x')}\0\0\0\n${ok}`
    t.match(left(t, damaged).at(-1), { type: 'task-ended', ending: { code: 'violation' } })
    t.match(left(t, `${applied('x')}${ok}{"ty`), [{}, { type: 'task-ended', ending: { code: 'violation' } }])
    t.match(left(t, damaged, { isWhole: false }).at(-1), { type: 'task-unknown', why: /damaged/ })
    t.match(left(t, applied('x') + ok, { isWhole: false }).at(-1), {
      type: 'task-ended',
      ending: { outcome: 'ok' },
    })
  })

  t.test('without a word of its end nothing is known, however much it said', async t => {
    t.match(left(t, applied('x')), [
      { type: 'selection-result' },
      { type: 'task-unknown', why: /no word of its end/ },
    ])
    t.match(left(t, null), [{ type: 'task-unknown', begun: undefined }])
    const much = line({ type: 'progress', message: 'm'.repeat(500) }).repeat(400)
    t.match(left(t, much + applied('x') + ok).at(-1), { type: 'task-ended' }, 'more than one piece of it')
  })

  t.test('F86: a link in the place of its file is not followed', async t => {
    const folder = folderIn(t)
    writeFileSync(join(folder.tasks, 'forged'), applied('x') + ok)
    symlinkSync('forged', outputFiles(folder, 'a', 1).stdout)
    const context = new Machine(folder.tasks).context()
    const node = nodeOf({})
    t.match(recovered(node, folder, cleanerFor(node, context, 0), { isWhole: true, begun: 0 }), [
      { type: 'task-unknown' },
    ])
  })

  t.test('alive is what runs, of this boot, with anybody in its group', async t => {
    const child = spawn('sleep', ['99'], { detached: true, stdio: 'ignore' })
    t.teardown(() => child.kill('SIGKILL'))
    const pid = { pid: child.pid!, startTime: statOf(child.pid!)!.startTime }
    const nodes = [
      nodeOf({ id: 'here', pid }),
      nodeOf({ id: 'over', pid, status: 'waiting' }),
      nodeOf({ id: 'before', pid }),
      nodeOf({ id: 'unborn', pid: null }),
      nodeOf({ id: 'reused', pid: { ...pid, startTime: '1' } }),
    ]
    const records = nodes.map(({ id }) => ({
      boot: id === 'before' ? 'b1' : 'b2',
      event: { type: 'task-started', task: id },
    }))
    const run = { state: { nodes: new Map(nodes.map(node => [node.id, node])) }, records }
    t.same(
      stillAlive(run as unknown as OpenedRun, 'b2').map(({ id }) => id),
      ['here'],
    )
  })
})
