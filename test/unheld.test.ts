/** What the host makes of holding: it is proven, refused where it cannot be, allowed on record, and told of. */

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { err } from '../src/fallible.js'
import { apply } from '../src/host/apply.js'
import { check } from '../src/host/check.js'
import { createInterruption } from '../src/host/interruption.js'
import { resume } from '../src/host/resume.js'
import { judge } from '../src/sandbox/proof.js'
import { keepProof, keptProof } from '../src/sandbox/proof-kept.js'
import { pathOf } from '../src/sandbox/tools.js'
import type { Event } from '../src/scheduler/event.js'
import { Machine } from './fixtures/host/machine.js'
import { type StepOptions, type Transition, transition } from './transition.js'

const lacking = pathOf('bwrap') ? false : 'it needs bubblewrap'
const missing = async () => err({ why: 'bwrap is not installed', hint: 'Install bubblewrap.' })

/** Steps that are to be held, as those of tests are not by default. */
const held = (t: Test, steps: Record<string, StepOptions>): Transition =>
  transition(
    t,
    Object.fromEntries(
      Object.entries(steps).map(([name, step]) => [name, { ...step, more: { sandbox: {}, ...step.more } }]),
    ),
  )

t.test('F92: where nothing can hold, nothing is started', async t => {
  const it = held(t, { a: { script: 'touch "$dir/ran"' } })
  const machine = new Machine(it.state)
  const refused = await check(machine.context({ holds: missing, unconfined: false }), {
    manifest: it.manifest,
  })
  t.match(refused, {
    ok: false,
    error: {
      code: 'host.cannot-hold',
      status: 2,
      message: /Nothing was started, .*bwrap is not installed/,
      hint: 'Install bubblewrap.',
    },
  })
  t.notOk(readdirSync(it.dir).includes('ran'))
})

t.test('F92: what the operator allows is on record, told of, and good for the whole run', async t => {
  const it = held(t, { a: {}, b: { more: { needs: ['a'] } } })
  const machine = new Machine(it.state)
  const options = { manifest: it.manifest, accept: 'all' as const }
  const interruption = createInterruption()
  const emit = (event: Event): void => {
    machine.events.push(event)
    if (event.type === 'task-started') interruption.raise('SIGTERM')
  }
  const stopping = machine.context({ holds: missing, interruption, emit })
  const applied = await apply(stopping, options)
  t.match(applied, { ok: true, value: { status: 143 } })
  t.ok(machine.notices().includes('host.unconfined'), 'it is told')
  t.match(it.events()[0], { type: 'run-committed', unconfined: 'bwrap is not installed' })
  const looks = machine.events.flatMap(event =>
    event.type === 'step-checked' ? [event.findings.unproven] : [],
  )
  t.strictSame(looks, ['machine', 'machine'])
  t.notOk(it.made('b'), 'it was stopped in between')
  const resumed = await resume(machine.context({ holds: missing, unconfined: false }), {})
  t.match(resumed, { ok: true }, 'at boot there is nobody to allow it again')
  t.match(
    it.events().find(({ type }) => type === 'run-resumed'),
    { unconfined: 'bwrap is not installed' },
  )
})

t.test('a step that is left free asks for no proof, and is named', async t => {
  const it = transition(t, { a: {}, b: { more: { sandbox: { allow: ['network'] } } } })
  const machine = new Machine(it.state)
  const asked: string[] = []
  const holds = async () => {
    asked.push('proof')
    return missing()
  }
  const alone = transition(t, { a: {} })
  const checked = await check(machine.context({ holds, unconfined: false }), { manifest: alone.manifest })
  t.match(checked, { ok: true })
  t.strictSame(asked, [])
  t.match(checked.ok && checked.value.findings.get('a'), { unproven: 'host' })

  const told = await it.run(['check', it.manifest])
  t.match(told.stdout, /Not provably read-only:[\s\S]*\ba \(`sandbox`\s+leaves\s+them\s+free\)/)
  const plan = join(it.dir, 'plan.json')
  const planned = await it.run(['plan', it.manifest, '--accept', 'all', '-o', plan])
  t.match(planned.stdout, /Not provably read-only:\s+a \(`sandbox` leaves them free\); b \(`sandbox`\s+lets/)
  const json = await it.run(['check', it.manifest, '--json'])
  t.match(json.stdout, '"unproven":"host"')
})

t.test('what a program that was held says of itself is believed only whole', async t => {
  const good =
    'init: bwrap\nUid: 7\nCapPrm: 0000000000000000\nCapEff: 0000000000000000\nNoNewPrivs: 1\nSeccomp: 2\nend\n'
  t.equal(judge(good, 7), null)
  t.equal(judge(good, 0), 'a program that was held does not find "Uid: 0" of itself')
  t.equal(
    judge(good.replace('Seccomp: 2', 'Seccomp: 0'), 7),
    'a program that was held does not find "Seccomp: 2" of itself',
  )
  t.equal(judge(`escape: wrote to /run\n${good}`, 7), 'a program that was held wrote to /run')
  t.equal(judge(good.replace('end\n', ''), 7), 'silent')
  t.equal(judge('', 7), 'silent')
})

t.test('F87: a proof is kept where only its user can write, and good for one boot', async t => {
  const folder = join(t.testdir(), 'edgewise')
  const uid = process.geteuid!()
  const proof = { boot: 'one', path: '/usr/bin/bwrap', uid }
  const bubblewrap = { path: '/usr/bin/bwrap', sizes: true }
  t.equal(keptProof(proof, uid, folder), undefined)
  keepProof(proof, bubblewrap, uid, folder)
  t.strictSame(keptProof(proof, uid, folder), bubblewrap)
  t.equal(keptProof({ ...proof, boot: 'two' }, uid, folder), undefined, 'another boot')
  t.equal(keptProof(proof, uid + 1, folder), undefined, "another's")
  const file = join(folder, 'held.json')
  chmodSync(file, 0o622)
  t.equal(keptProof(proof, uid, folder), undefined, 'others could have written it')
  chmodSync(file, 0o600)
  chmodSync(folder, 0o777)
  t.equal(keptProof(proof, uid, folder), undefined, 'others could have put it there')
  chmodSync(folder, 0o700)
  writeFileSync(file, '{"sizes":tr')
  t.equal(keptProof(proof, uid, folder), undefined, 'half of it')
  keepProof(proof, bubblewrap, uid, '/proc/nowhere')
})

t.test('a transition of held steps', { skip: lacking }, async t => {
  const unseen = mkdtempSync('/tmp/edgewise-unseen-')
  t.teardown(() => rmSync(unseen, { recursive: true }))
  const it = held(t, {
    writes: {
      script: `look() { (: >"$dir/written") || say '${'{"type":"item","id":"no","severity":"warning","title":"it may not write"}'}'; }`,
      consumer: false,
    },
    sees: {
      script: `look() { [ -e "$(printf %s "$start" | sed 's/.*"at":"\\([^"]*\\)".*/\\1/')" ] && [ ! -e ${unseen} ] || item; }`,
      consumer: false,
    },
    leaves: { script: 'look() { (trap "" TERM; setsid sleep 1000) & [ -e "$dir/$name.made" ] || item; }' },
    asks: {
      script: `look() { /usr/bin/python3 -c 'import socket; socket.socket(socket.AF_UNIX)'; exit 1; }`,
      consumer: false,
    },
  })
  const seen = join(it.dir, 'deep', 'file')
  mkdirSync(join(it.dir, 'deep'))
  writeFileSync(seen, '')
  const manifest = JSON.parse(it.file('../transition.json'))
  manifest.steps.sees.config = { at: seen }
  writeFileSync(it.manifest, JSON.stringify(manifest))
  const ran = await it.run(['check', it.manifest, '--json'])
  const looks = new Map(
    ran.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(({ type }) => type === 'step-checked')
      .map(({ step, findings }) => [step, findings]),
  )
  t.match(
    looks.get('writes'),
    { outcome: 'ok', items: [{ id: 'no' }] },
    'it cannot write beside its own program',
  )
  t.notOk(readdirSync(it.dir).includes('written'))
  t.strictSame(
    [looks.get('sees').outcome, looks.get('sees').items],
    ['ok', []],
    'what its config names in /tmp is there, and nothing else',
  )
  t.match(
    looks.get('leaves'),
    { outcome: 'ok', items: [{ id: 'missing' }] },
    'who stays behind holds nothing up',
  )
  t.match(
    looks.get('asks'),
    { outcome: 'failed', ending: { message: /asks no service unless its `sandbox` allows/ } },
    'F29: and says why',
  )
  for (const findings of looks.values()) t.notOk('unproven' in findings)
  const applied = await it.run(['apply', it.manifest, '--accept', 'all', '--yes', '--partial'])
  t.equal(applied.status, 0, applied.stderr)
  t.ok(it.made('leaves'), 'its consumer may write')
})
