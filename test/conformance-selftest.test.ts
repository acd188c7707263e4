/** Every reference passes the whole conformance suite, and every mutant fails exactly the cases of its list. */

import { readFileSync } from 'node:fs'
import t from 'tap'
import { data } from '../src/conformance/data.js'
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
