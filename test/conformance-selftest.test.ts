/** Every reference passes the whole conformance suite, and every mutant fails exactly the cases of its list. */

import { readFileSync } from 'node:fs'
import t from 'tap'
import { readCases } from '../src/conformance/case.js'
import { data } from '../src/conformance/data.js'
import { openGate } from '../src/conformance/gate.js'
import { findTouches } from '../src/conformance/host/touches.js'
import { hostTrials } from '../src/conformance/host/trials.js'
import type { MutantList } from '../src/conformance/mutants.js'
import { selftest } from '../src/conformance/selftest.js'

const list = JSON.parse(readFileSync(data('mutants.json'), 'utf8')) as MutantList

// Some minutes of two processors; on a busy machine the same work takes as long as it takes.
t.setTimeout(1_800_000)

t.test('the suite tries itself', { timeout: 1_800_000 }, async t => {
  const said: string[] = []
  const status = await selftest({ jobs: 3, say: text => said.push(text) })
  t.same(status, { ok: true, value: 0 }, said.filter(text => text.startsWith('not ok')).join(''))
  const points = said.filter(text => /^(not )?ok /.test(text))
  t.equal(points.length, Object.keys(list.references).length + Object.keys(list.mutants).length)
  const mutants = (family: string): number =>
    Object.values(list.mutants).filter(mutant => mutant.family === family).length
  t.ok(mutants('step') >= 45, `${mutants('step')} mutants of steps`)
  t.ok(mutants('host') >= 30, `${mutants('host')} mutants of hosts`)
  for (const text of points) {
    const [, name, reason] = /^ok \d+ - (\S+).* # SKIP (.*?)(?: # time|$)/m.exec(text) ?? []
    if (name) t.test(name, { skip: reason ?? 'it cannot be tried here' }, () => {})
  }
})

t.test('of hosts too: one that lives, and one that fails more than its list', async t => {
  const said: string[] = []
  const of = (name: string, fails: string[]) => ({ ...list.mutants[name]!, fails })
  const wrong = {
    references: {},
    mutants: {
      'trusts-exit': of('trusts-exit', ['H-10']),
      'trusts-done': of('trusts-done', ['H-09', 'H-10']),
    },
  }
  const status = await selftest({
    jobs: 2,
    say: text => said.push(text),
    list: wrong,
    cases: ['H-09', 'H-10'],
  })
  t.same(status, { ok: true, value: 1 })
  t.match(said.join(''), /not ok 1 - trusts-exit[\s\S]*H-10: passed by what is wrong on purpose/)
  t.match(said.join(''), /H-09: no failure of a is told|H-09: the outcome is ready/)
  t.match(said.join(''), /not ok 2 - trusts-done[\s\S]*H-09: passed by what is wrong on purpose/)
})

t.test('a mutant does what the small host does in the cases that it is not tried in', async t => {
  const adapter = (...args: string[]) => ({ argv: [data('mutants', 'host', 'host'), ...args] })
  const limits = { patience: 6000, cpu: 30_000 }
  const read = readCases()
  if (!read.ok) return t.fail(read.error)
  const cases = read.value.filter(({ id }) => ['H-09', 'H-10', 'H-15', 'H-33'].includes(id))
  const touches = await findTouches(cases, { adapter: adapter(), limits }, openGate(2))
  if (!touches.ok) return t.fail(touches.error)
  for (const [name, ids] of [
    ['trusts-exit', ['H-09']],
    ['forgives-half-lines', ['H-15']],
  ] as const) {
    const near = cases.filter(({ id }) => touches.value.get(id)?.has(name)).map(({ id }) => id)
    t.same(near, ids)
    const trials = hostTrials(cases, { adapter: adapter('--mutant', name), limits })
    const verdicts = await Promise.all(trials.map(trial => trial.play()))
    const failed = cases.filter((_, at) => verdicts[at]!.state === 'not ok').map(({ id }) => id)
    t.same(failed, ids, name)
  }
})

t.test('what passes and should not is found', async t => {
  // A mutant of its own: it is right, and said to be wrong.
  const said: string[] = []
  const list = {
    references: {},
    mutants: {
      right: {
        family: 'step' as const,
        config: 'reference/sh/conformance.json',
        wrong: 'nothing',
        fails: ['S-02', 'S-03'],
      },
    },
  }
  const status = await selftest({ jobs: 2, say: text => said.push(text), list, cases: ['S-02', 'S-03'] })
  t.same(status, { ok: true, value: 1 })
  t.match(said.join(''), /not ok 1 - right[\s\S]*S-02, S-03: passed by what is wrong on purpose/)
})
