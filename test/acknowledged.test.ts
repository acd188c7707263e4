/** Acknowledged means synced: what is shown is on the disk, and nothing is told to go on that the journal does not hold. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { err, ok } from '../src/fallible.js'
import { abandon } from '../src/host/abandon.js'
import { apply } from '../src/host/apply.js'
import { createContext } from '../src/host/create-context.js'
import { drive } from '../src/host/drive.js'
import { plan } from '../src/host/plan.js'
import { writePlan } from '../src/host/plan-file.js'
import type { JournalFailure } from '../src/journal/failure.js'
import type { Writer } from '../src/journal/writer.js'
import type { Event, RunEvent } from '../src/scheduler/event.js'
import { fold } from '../src/scheduler/fold.js'
import { livingIn, type Transition, transition } from './transition.js'

const chain = (t: Test): Transition =>
  transition(t, { a: {}, b: { more: { needs: ['a'] } }, c: { more: { needs: ['b'] } } })
const unjournalled = new Set([
  'check-started',
  'step-checking',
  'step-checked',
  'predicted',
  'progress',
  'quiet',
  'notice',
])

t.test('each event of a run is shown once, in its order, when the journal holds it', async t => {
  const it = chain(t)
  const shown: Event[] = []
  const early: string[] = []
  const context = createContext({
    stateDir: it.state,
    emit: event => {
      if (unjournalled.has(event.type)) return
      shown.push(event)
      const held = it.events()[shown.length - 1]
      if (JSON.stringify(held) !== JSON.stringify(event)) early.push(event.type)
    },
  })
  const applied = await apply(context, { manifest: it.manifest, accept: 'all' })
  t.ok(applied.ok && applied.value.status === 0)
  t.same(early, [], 'none was shown before')
  t.strictSame(JSON.parse(JSON.stringify(shown)), it.events())
})

const full: JournalFailure = {
  code: 'journal.no-space',
  file: 'j',
  message: 'The disk is full.',
  hint: 'Free some.',
}

/** A run whose journal takes so many flushes and no more. */
async function driven(t: Test, flushes: number) {
  const it = chain(t)
  const shown: RunEvent[] = []
  const tasks = join(it.dir, 'tasks')
  mkdirSync(tasks)
  const context = createContext({ stateDir: it.state, emit: event => shown.push(event as RunEvent) })
  const planned = await plan(context, { manifest: it.manifest, accept: 'all' })
  if (!planned.ok) throw new Error(planned.error.message)
  shown.length = 0
  const appended: RunEvent[] = []
  const kept: RunEvent[] = []
  let taken = 0
  const writer: Writer = {
    append: event => appended.push(event as RunEvent),
    flush() {
      if (taken >= flushes) return err(full)
      taken++
      kept.push(...appended.splice(0))
      return ok(undefined)
    },
    pending: 0,
    syncs: 0,
    close: () => ok(undefined),
  }
  const state = fold(null, { type: 'run-committed', run: 'r1', plan: planned.value.plan, who: context.who })
  const failure = await drive(state, {
    context,
    identities: planned.value.report.identities,
    directory: {
      path: it.dir,
      uid: context.uid,
      runs: it.dir,
      steps: it.dir,
      lock: join(it.dir, 'lock'),
      inbox: join(it.dir, 'inbox'),
    },
    folder: { run: 'r1', path: it.dir, journal: join(it.dir, 'j'), tasks },
    writer,
    stepDirs: new Map(planned.value.plan.steps.map(step => [step.name, it.dir])),
  })
  const begun = [...kept, ...appended].flatMap(event => (event.type === 'task-started' ? [event.pid] : []))
  return { it, shown: shown.filter(event => !unjournalled.has(event.type)), kept, failure, begun, state }
}

t.test(
  'a journal that takes no more, at each of its syncs: nothing begins that it does not hold',
  async t => {
    let flushes = 0
    for (let isDone = false; !isDone && flushes < 50; flushes++) {
      const { it, shown, kept, failure, begun, state } = await driven(t, flushes)
      isDone = failure === null
      t.same(shown, kept, `after ${flushes} syncs what was shown is what was kept`)
      const started = kept.flatMap(event => (event.type === 'task-started' ? [event.task] : []))
      for (const step of ['a', 'b', 'c'])
        if (it.made(step)) t.ok(started.includes(step), `${step} was made after its start was kept`)
      t.same(begun.flatMap(livingIn), [], 'and nobody is left')
      if (isDone) t.equal(state.status, 'completed')
      else t.equal(failure, full)
    }
    t.ok(flushes > 4 && flushes < 50, `${flushes} syncs were tried`)
  },
)

t.test('somebody else commits while the first still thinks about it', async t => {
  const failing = `consume() { say '{"type":"done","outcome":"failed","message":"not now"}'; exit 1; }`
  const it = transition(t, { a: { script: failing } })
  const context = () => createContext({ stateDir: it.state })
  const file = join(it.dir, 'plan.json')
  const planned = await plan(context(), { manifest: it.manifest, accept: 'all' })
  if (!planned.ok) return t.fail(planned.error.message)
  t.ok(writePlan(file, planned.value.plan).ok)
  const other = async (): Promise<boolean> => {
    const ran = await apply(context(), { saved: file })
    return ran.ok
  }
  const late = await apply(context(), { manifest: it.manifest, accept: 'all', confirm: other })
  t.match(late, { ok: false, error: { code: 'host.run-open', status: 7 } }, 'the other run is open')
  t.equal((await it.run(['abandon', '--reason', 'it was a test'])).status, 10)

  t.test('and finishes: what it applied is not applied again', async t => {
    const it = transition(t, { a: {} })
    const context = () => createContext({ stateDir: it.state })
    const file = join(it.dir, 'plan.json')
    const planned = await plan(context(), { manifest: it.manifest, accept: 'all' })
    if (!planned.ok) return t.fail(planned.error.message)
    t.ok(writePlan(file, planned.value.plan).ok)
    const confirm = async () => (await apply(context(), { saved: file })).ok
    t.match(await apply(context(), { saved: file, confirm }), {
      ok: false,
      error: { code: 'plan.applied', status: 8 },
    })
    t.equal(it.events().filter(event => event.type === 'task-started').length, 1)
  })
})

t.test('what is recorded between two hosts is shown when the journal holds it, and not before', async t => {
  const it = transition(t, { a: { script: 'take() { finish; exit 1; }' } })
  t.equal((await it.run(['apply', it.manifest, '--accept', 'all'])).status, 6)
  const shown: (string | undefined)[] = []
  const emit = ({ type }: { type: string }) =>
    void shown.push(it.events().some(event => event.type === type) ? type : undefined)
  const given = await abandon(createContext({ stateDir: it.state, emit }), 'enough')
  t.match(given, { ok: true })
  t.same(shown, ['run-abandoned'])
})

t.test('a host whose lock was deleted writes nothing more: another may go on with the run', async t => {
  const it = transition(t, {
    a: { script: `consume() { rm "$dir/../state/lock"; IFS= read -r line; take "$line"; finish; }` },
    b: { more: { needs: ['a'] } },
  })
  const ran = await it.run(['apply', it.manifest, '--accept', 'all'])
  t.match(ran, { status: 1, stderr: /The lock of this host was deleted or replaced/ })
  t.notOk(it.events().some(event => event.type === 'selection-result'))
  t.notOk(it.made('b'), 'nothing more is begun')
  t.match(await it.run(['resume', '--accept', 'all']), { status: 0 })
  t.ok(it.made('b'))
})
