/** The library as its users get it: the built package, by its own name, and what it declares. */

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import t from 'tap'
import { createInterruption } from '../src/host/interruption.js'
import type * as Edgewise from '../src/index.js'
import { transition } from './transition.js'

const root = resolve(import.meta.dirname, '..')
// Not a literal, so that the types come from the sources and the code from the package.
const name = 'edgewise'
const edgewise = (await import(name)) as typeof Edgewise

t.test('the phases as functions: check, plan, apply, and the events between them', async t => {
  const it = transition(t, { a: {}, b: { more: { needs: ['a'] } } })
  const events: Edgewise.Event[] = []
  const context = edgewise.createContext({ stateDir: it.state, jobs: 2, emit: event => events.push(event) })

  const checked = await edgewise.check(context, { manifest: it.manifest })
  t.ok(checked.ok && checked.value.prediction.verdict === 'undecided')
  t.same(checked.ok && checked.value.open.map(finding => finding.address), ['a/missing', 'b/missing'])

  const refused = await edgewise.plan(context, { manifest: it.manifest })
  t.match(refused, { ok: false, error: { status: edgewise.status.undecided, code: 'plan.undecided' } })

  const planned = await edgewise.plan(context, { manifest: it.manifest, accept: 'all' })
  if (!planned.ok) return t.fail(planned.error.message)
  t.match(edgewise.toDot(planned.value.plan.graph), /digraph/)
  const file = join(it.dir, 'plan.json')
  t.ok(edgewise.writePlan(file, planned.value.plan).ok)

  const applied = await edgewise.apply(context, { saved: file })
  if (!applied.ok) return t.fail(applied.error.message)
  t.equal(applied.value.status, 0)
  t.ok(it.made('a') && it.made('b'))
  t.same(
    events.filter(event => event.type === 'task-settled').map(event => event.task),
    ['a', 'b'],
  )
  t.equal(events.at(-1)?.type, 'run-completed')
})

t.test('a wish to stop that comes between the prediction and the commit: nothing is committed', async t => {
  const it = transition(t, { a: {} })
  const file = join(it.dir, 'plan.json')
  const raised = () => {
    const interruption = createInterruption()
    const emit = ({ type }: Edgewise.Event): void => {
      if (type === 'predicted') interruption.raise('SIGTERM')
    }
    return edgewise.createContext({ stateDir: it.state, interruption, emit })
  }
  const stopped = { ok: false, error: { code: 'host.interrupted', status: 143 } }
  t.match(await edgewise.apply(raised(), { manifest: it.manifest, accept: 'all' }), stopped)
  const calm = edgewise.createContext({ stateDir: it.state })
  const planned = await edgewise.plan(calm, { manifest: it.manifest, accept: 'all' })
  if (!planned.ok) return t.fail(planned.error.message)
  edgewise.writePlan(file, planned.value.plan)
  t.match(await edgewise.apply(raised(), { saved: file }), stopped)
  t.notOk(existsSync(it.state))
  t.notOk(it.made('a'))
})

t.test('a refusal is a value with its exit status and every diagnostic', async t => {
  const it = transition(t, { a: {} })
  writeFileSync(it.manifest, '{"edgewise": 1, "name": "x", "stepz": {}}')
  const checked = await edgewise.check(edgewise.createContext({ stateDir: it.state }), {
    manifest: it.manifest,
  })
  t.match(checked, { ok: false, error: { status: 2, code: 'manifest.invalid' } })
  t.ok(!checked.ok && checked.error.diagnostics!.length >= 2)
})

t.test('the declarations stand alone, strictly', async t => {
  const dir = t.testdir({
    'use.ts': `import { apply, check, createContext, type Plan, plan, type RunReport } from 'edgewise'
const context = createContext({ emit: event => void event.type })
const checked = await check(context, { manifest: 'transition.yaml', accept: 'warnings' })
if (checked.ok && checked.value.prediction.verdict === 'ready') {
  const made = await plan(context, { manifest: 'transition.yaml', accept: 'warnings' })
  const saved: Plan | null = made.ok ? made.value.plan : null
  const run = await apply(context, { manifest: 'transition.yaml' })
  const report: RunReport | null = run.ok ? run.value : null
  void [saved, report]
}
`,
    'package.json': '{"type":"module"}',
    node_modules: {
      edgewise: t.fixture('symlink', root),
      '@types': t.fixture('symlink', join(root, 'node_modules/@types')),
    },
  })
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  const options = [
    '--ignoreConfig',
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--types',
    'node',
  ]
  t.doesNotThrow(() =>
    execFileSync(process.execPath, [tsc, ...options, 'use.ts'], { cwd: dir, stdio: 'pipe' }),
  )
})

t.test('one version', async t => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { version: told } = await import('../src/host/version.js')
  t.equal(told, version)
})
