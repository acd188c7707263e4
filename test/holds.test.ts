/** Holds: units stay down while their step is not settled, at boot too, and come back when it is. */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { abandon } from '../src/host/abandon.js'
import { apply } from '../src/host/apply.js'
import { guardOf } from '../src/host/guarded.js'
import { resume } from '../src/host/resume.js'
import { dropInText } from '../src/host/units.js'
import { Machine } from './fixtures/host/machine.js'
import { transition } from './transition.js'

const holds = { holds: ['pg.service'] }
/** It looks whether its unit is held at the moment at which it is told what to do. */
const watching = `
take() {
  cat "$dir/../state/holds/pg.service" >"$dir/$name.seen"
  cat "$dir"/../state/runs/*/journal.jsonl >"$dir/$name.known"
  : >"$dir/$name.made"
  say '{"type":"result","item":"missing","status":"applied"}'
}`
const shows = (active: string, judged = 0, result = 'no') => ({
  stdout: `ActiveState=${active}\nAssertResult=${result}\nAssertTimestampMonotonic=${judged}\n`,
})

t.test(
  'held before the first effect, told and on record; let go when the step is settled, and started again',
  async t => {
    const it = transition(t, { a: { script: watching, more: holds }, b: { more: { needs: ['a'] } } })
    const machine = new Machine(it.state)
    const file = join(it.state, 'holds/pg.service')
    let stopped = false
    machine.answer = args => {
      if (args[0] === 'start') {
        t.notOk(existsSync(file), 'the file is gone before it is started')
        t.ok(it.made('a'))
        t.notOk(it.made('b'), 'and it is started before what needs the step')
      }
      if (args.at(-1) !== 'pg.service' || args[0] === 'start') return {}
      const answer = shows(stopped ? 'inactive' : 'active', 1, 'yes')
      stopped = true
      return answer
    }
    const applied = await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
    t.ok(applied.ok && applied.value.status === 0)
    t.match(it.file('a.seen'), /^pg\.service must not start while the step a of run r.* is not settled\.\n/)
    t.match(it.file('a.known'), '"type":"unit-held","unit":"pg.service","steps":["a"],"wanted":true')
    t.same(readdirSync(join(it.state, 'holds')), [])
    const events = it.events().map(event => event.type as string)
    const at = (type: string): number => events.indexOf(type)
    t.ok(at('unit-held') < at('task-started') && at('task-settled') < at('unit-released'))
    t.match(it.events()[at('unit-released')], { unit: 'pg.service', start: true })
    t.match(it.events()[at('unit-started')], { unit: 'pg.service', ok: true })
    t.ok(machine.told.includes('start -- pg.service'))
    t.match(machine.notices(), ['manifest.hold-unkept'])
  },
)

t.test(
  'F65 over a reboot it stays held; one that was refused at boot is started, without waiting for ourselves',
  async t => {
    const it = transition(t, {
      a: {
        script: `item() { say '{"type":"item","id":"missing","severity":"error","title":"The marker is missing","fingerprint":"none","resolutions":[{"id":"make","title":"Make it","default":true,"when":"after-boot"}]}'; }`,
        more: holds,
      },
      idle: { script: 'look() { :; }', more: { holds: ['idle.service'] } },
    })
    const machine = new Machine(it.state)
    machine.answer = args => (args[0] === 'show' ? shows('inactive') : {})
    const applied = await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
    t.ok(applied.ok && applied.value.status === 5)
    t.same(readdirSync(join(it.state, 'holds')), ['pg.service'], 'what has nothing to do holds nothing')
    t.match(await it.run(['status']), { stdout: /Held: pg\.service, until a is settled/ })

    machine.boot = { id: 'boot-2', soft: null }
    machine.told.length = 0
    machine.answer = args =>
      args.at(-1) === 'edgewise-resume.service'
        ? { stdout: 'activating\n' }
        : args[0] === 'show'
          ? shows('inactive', 99)
          : {}
    const resumed = await resume(machine.context(), {})
    t.ok(resumed.ok && resumed.value.status === 0)
    t.ok(machine.told.includes('start --no-block -- pg.service'))
    t.same(readdirSync(join(it.state, 'holds')), [])
  },
)

t.test(
  'a file that somebody took away is there again before the run goes on; it names the question that waits',
  async t => {
    const it = transition(t, {
      a: {
        script: 'consume() { say \'{"type":"done","outcome":"failed","message":"no"}\'; exit 1; }',
        more: holds,
      },
    })
    const machine = new Machine(it.state)
    const file = join(it.state, 'holds/pg.service')
    await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
    t.match(readFileSync(file, 'utf8'), /It waits for an answer:\n {2}a\/host\.failed: a failed\n/)
    writeFileSync(file, 'nonsense')
    const resumed = await resume(machine.context(), {})
    t.ok(resumed.ok && resumed.value.status === 6)
    t.match(readFileSync(file, 'utf8'), /a\/host\.failed/)
    t.equal(machine.told.filter(line => line.startsWith('start')).length, 0)

    const needing = transition(t, {
      ill: { script: 'consume() { say \'{"type":"done","outcome":"failed","message":"no"}\'; exit 1; }' },
      a: { more: { ...holds, needs: ['ill'] } },
    })
    const other = new Machine(needing.state)
    await apply(other.context(), { manifest: needing.manifest, accept: 'all' })
    t.match(
      readFileSync(join(needing.state, 'holds/pg.service'), 'utf8'),
      /It waits for an answer:\n {2}ill\/host\.failed: ill failed\n/,
      'the question of a step that its step needs',
    )

    const given = await abandon(machine.context(), 'enough')
    t.match(given, { ok: true, value: { held: ['pg.service'] } })
    t.ok(existsSync(file), 'what was begun and is not settled keeps its unit down')
  },
)

t.test('given up, a step that nothing was begun of lets its unit go', async t => {
  const it = transition(t, {
    a: { script: 'consume() { say \'{"type":"done","outcome":"failed","message":"no"}\'; exit 1; }' },
    b: { more: { ...holds, needs: ['a'] } },
  })
  const machine = new Machine(it.state)
  await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
  t.ok(existsSync(join(it.state, 'holds/pg.service')))
  machine.answer = args => (args[0] === 'show' ? shows('inactive', 5) : {})
  const given = await abandon(machine.context(), 'enough')
  t.match(given, { ok: true, value: { held: [] } })
  t.notOk(existsSync(join(it.state, 'holds/pg.service')))
  t.ok(machine.told.includes('start -- pg.service'), 'it was refused meanwhile')
})

t.test('what cannot be held stops the run before anything is done', async t => {
  const it = transition(t, { a: { more: holds } })
  mkdirSync(it.state, { recursive: true, mode: 0o711 })
  mkdirSync(join(it.state, 'holds'), { mode: 0o777 })
  mkdirSync(join(it.state, 'holds/pg.service'))
  const machine = new Machine(it.state)
  const applied = await apply(machine.context(), { manifest: it.manifest, accept: 'all' })
  t.match(applied, { ok: false, error: { code: 'state.untrusted' } })
  t.notOk(it.made('a'))
})

t.test('validate says what systemd would not keep down, and where', async t => {
  const it = transition(t, { a: { more: holds } })
  const ran = await it.run(['validate', it.manifest, '--json'])
  t.equal(ran.status, 0)
  t.match(
    ran.stdout,
    /"severity":"warning","code":"manifest\.hold-unkept".*"line":\d+.*"step":"a","text":"\\"pg\.service\\""/,
  )
  const dir = t.testdir({ 'pg.service.d': { 'any.conf': dropInText('/var/lib/edgewise', 'pg.service') } })
  const { unguarded } = guardOf('/var/lib/edgewise', true, [join(dir, 'gone'), dir])
  t.equal(unguarded!('pg.service'), null)
  t.equal(unguarded!('other.service'), 'no-drop-in')
  t.equal(guardOf('/elsewhere', true, [dir]).unguarded!('pg.service'), 'no-drop-in')
  t.equal(guardOf('/var/lib/edgewise', false, [dir]).unguarded!('pg.service'), 'no-systemd')
})
