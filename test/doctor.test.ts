/** What a machine can make sure of, and who runs under what: told before anything runs, and as it is. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import t from 'tap'
import { err, ok } from '../src/fallible.js'
import { examine } from '../src/host/doctor.js'
import { renderAbilities } from '../src/report/abilities.js'
import { createStyle } from '../src/report/style.js'
import { displayWidth } from '../src/report/width.js'
import { Machine } from './fixtures/host/machine.js'
import { transition } from './transition.js'

const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js')
const text = readFileSync(new URL('../protocol/report.schema.json', import.meta.url), 'utf8')
const schema = new Ajv2020({ strict: true }).compile(JSON.parse(text))

const bwrap = async () => ok({ path: '/usr/bin/bwrap', sizes: true })
const none = async () => err({ why: 'bwrap is not installed', hint: 'Install bubblewrap.' })

t.test('F92: what is missing is said with how to get it', async t => {
  const machine = new Machine('/nowhere')
  machine.systemd = false
  const poor = await examine(
    machine.context({ uid: 1000, holds: none, fencing: async () => ({ by: 'group', why: 'no cgroups' }) }),
  )
  t.same(
    poor.map(({ name, is }) => `${name} ${is}`),
    ['producers needed', 'consumers less', 'limits less', 'users less', 'reboots less', 'tools there'],
  )
  t.match(poor[0], { what: 'cannot be held: bwrap is not installed', hint: 'Install bubblewrap.' })
  t.match(poor[1], { what: /\(no cgroups\)$/, hint: /Delegate=yes/ })
  for (const width of [30, 80]) {
    const told = renderAbilities(poor, createStyle({ width }))
    t.ok(
      told.split('\n').every(line => displayWidth(line) <= width),
      `fits ${width} columns`,
    )
    t.match(told.replaceAll('\n', ' '), /Something that runs need is missing\./)
  }
  const rich = new Machine('/nowhere').context({
    uid: 0,
    holds: bwrap,
    fencing: async () => ({ by: 'scope', systemdRun: '/usr/bin/systemd-run' }),
  })
  const all = await examine(rich)
  t.ok(all.every(({ is, hint }) => is === 'there' && hint === undefined))
  t.match(renderAbilities(all, createStyle({})), /Everything can be made sure\.\n$/)
})

t.test('the command says it of this machine, to people and to programs', async t => {
  const it = transition(t, {})
  const told = await it.run(['doctor'])
  t.match(
    told.stdout,
    /producers +\S[\s\S]*consumers +\S[\s\S]*limits +\S[\s\S]*users +\S[\s\S]*reboots +\S[\s\S]*tools +\S/,
  )
  const json = await it.run(['doctor', '--json'])
  t.equal(json.status, told.status)
  t.ok([0, 3].includes(json.status!), json.stderr)
  const lines = json.stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  t.same(
    lines.map(({ type }) => type),
    ['edgewise', ...Array(6).fill('ability'), 'end'],
  )
  t.equal(
    lines.some(({ is }) => is === 'needed'),
    json.status === 3,
  )
  for (const line of lines) t.ok(schema(line), JSON.stringify(schema.errors))
})

t.test('validate says per step who runs, and held by what', async t => {
  const it = transition(t, {
    a: { more: { sandbox: { allow: [] }, limits: { cpu: '1m', openFiles: 64 } } },
    bb: { more: { sandbox: { allow: ['unix-sockets', 'network'] } } },
    c: { consumer: false, more: { sandbox: { allow: ['host'] } } },
  })
  const ran = await it.run(['validate', it.manifest], { env: { COLUMNS: '200' } })
  t.equal(ran.status, 0, ran.stderr)
  const user = /producer as (\S+),/.exec(ran.stdout)?.[1]
  t.match(ran.stdout.split('\n').slice(1, 4), [
    `  a   producer as ${user}, held read-only · consumer as ${user} · limits: openFiles cpu`,
    `  bb  producer as ${user}, held, with unix-sockets and network · consumer as ${user}`,
    `  c   producer as ${user}, not held · no consumer`,
  ])
})
