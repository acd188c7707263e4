/** Programs that fail, lie, hang and flood, and files and machines that are not as they should be: the whole command line against them. */

import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import t, { type Test } from 'tap'
import { readJournal } from '../src/journal/reader.js'
import type { Ending, Findings, Prediction } from '../src/scheduler/model.js'
import { ending as ended, livingIn, type Ran, type StepOptions, transition } from './transition.js'

const require = createRequire(import.meta.url)
const fixture = (name: string): string => resolve(import.meta.dirname, 'fixtures/faults', name)

const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js')
const line: ValidateFunction = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../protocol/report.schema.json'), 'utf8')),
)

type Line = { type: string } & Record<string, unknown>

/** The lines of `--json`, each held to the schema. */
function stream(t: Test, ran: Ran): Line[] {
  const lines = ran.stdout.trimEnd().split('\n')
  const values = lines.map(text => JSON.parse(text) as Line)
  const wrong = values.filter(value => !line(value)).map(value => [value, line(value) || line.errors])
  t.same(wrong, [], 'every line fits the schema of the stream')
  t.equal(values.at(-1)?.type, 'end')
  t.equal(values.at(-1)?.exit, ran.status, 'the last line has the exit status')
  t.equal(
    lines.findIndex(text => hostile.test(text)),
    -1,
    'no control character stands raw in a line',
  )
  return values
}

/** What must reach no terminal: C0 but for LF and tab, DEL, C1. */
const hostile = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/

interface Fault {
  /** Shell that takes the place of the role's part in test/fixtures/host/step.sh. */
  body?: string
  /** Shell that runs before anything is read from stdin. */
  early?: string
  /** Further keys of the step. */
  more?: Record<string, unknown>
  /** How the program run is to end; absent: well. */
  code?: string
  message?: RegExp
  violation?: string
  stderr?: RegExp
}
/** Runs to the end; with the most memory that the host itself ever held, KiB. */
async function measured(child: ChildProcess): Promise<[Ran, number]> {
  let peak = 0
  const look = setInterval(() => {
    try {
      peak = Number(
        /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1] ?? peak,
      )
    } catch {}
  }, 20)
  const ran = await ended(child)
  clearInterval(look)
  return [ran, peak]
}

const lives = (pid: number): boolean => {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'))
  } catch {
    return false
  }
}

const quick = { timeouts: { producer: { idle: '400ms', total: '60s' } } }
const hung = { timeouts: { consumer: { total: '1s' } } }
const calm = { timeouts: { producer: { idle: '5m', total: '5m' }, consumer: { total: '5m' } } }
const big = { config: { blob: 'x'.repeat(200_000) } }
const log = '\\033]0;owned\\007\\033[2Jred \\033[31malert\\033[0m\\r\\302\\233K\\177'

/** Everything runs at once: what hangs must not hold the others up. */
const jobs = ['--jobs', '24']

const producers: Record<string, Fault> = {
  'F15 exits 0 without done': { body: 'item; exit 0', code: 'no-done', message: /status 0 without done/ },
  'F16 exits 0 after a part of its output': {
    body: `exec ${process.execPath} ${fixture('truncated.mjs')} >&3`,
    // The cut falls anywhere, also between two lines.
    message: /without done|has no line feed/,
  },
  'F17 exits 3 after all was said': {
    body: 'item; finish; exit 3',
    code: 'exit',
    message: /said ok and exited with status 3/,
  },
  'F18 is killed by a signal': { body: 'item; kill -SEGV $$', code: 'signal', message: /SIGSEGV/ },
  'F19 hangs before its first line': {
    body: 'exec sleep 1000',
    more: quick,
    code: 'timeout',
    message: /gave no output for .* \(timeouts\.producer\.idle\)/,
  },
  'F20 hangs after its first line': {
    body: 'item; exec sleep 1000',
    more: quick,
    code: 'timeout',
    message: /gave no output for .* \(timeouts\.producer\.idle\)/,
  },
  'F24 leaves stdout to a grandchild': {
    body: `${fixture('grandchild.sh')} "$dir/$name.grandchild" >&3 & finish`,
  },
  'F24 leaves stdout to a grandchild in a session of its own': {
    body: `setsid ${fixture('grandchild.sh')} "$dir/$name.grandchild" >&3 & finish`,
  },
  'F25 closes stdout and lives on': {
    body: 'item; finish; exec 1>&- 2>&- 3>&-; exec sleep 1000',
    more: quick,
    code: 'timeout',
    message: /gave no output for .* \(timeouts\.producer\.idle\)/,
  },
  'F26 never reads stdin': {
    early: 'exec sleep 1000',
    more: { ...quick, ...big },
    code: 'timeout',
    message: /gave no output for .* \(timeouts\.producer\.idle\)/,
  },
  'F26 never reads stdin, and says so': { early: 'finish; exit 0', more: big },
  'F27 exits without reading stdin': { early: 'exit 0', more: big, code: 'no-done', message: /without done/ },
  'F28 opens /dev/stdout': {
    body: 'exec 1>&3; echo \'{"type":"done","outcome":"ok"}\' >/dev/stdout || exit 2',
    code: 'exit',
    message: /status 2 and without done/,
    stderr: /cannot create \/dev\/stdout/,
  },
  'F31 writes 10 GB without a line feed': {
    body: 'head -c 10G /dev/zero | tr "\\\\0" x >&3; finish',
    code: 'violation',
    message: /line 1 is longer than 1048576 bytes.*: xxx/,
    violation: 'protocol.too-long',
  },
  'F32 writes five million short lines': {
    body: 'yes "{}" | head -c 10G >&3; finish',
    code: 'violation',
    message: /line 1 has no type.*and \d+ more/,
    violation: 'protocol.too-many-violations',
  },
  'F32 reports no end of progress': {
    body: 'yes \'{"type":"progress"}\' | head -c 10G >&3; finish',
    code: 'violation',
    violation: 'protocol.too-many-bytes',
  },
  'F32 finds no end of items': {
    body: 'awk \'BEGIN { for (i = 0; i < 5000000; i++) print "{\\"type\\":\\"item\\",\\"id\\":\\"i" i "\\",\\"severity\\":\\"error\\",\\"title\\":\\"t\\"}" }\' >&3',
    code: 'violation',
    message: /1000 items/,
    violation: 'protocol.too-many-items',
  },
  'F33 writes Latin-1': {
    body: 'printf \'{"type":"item","id":"a","severity":"error","title":"caf\\351"}\\n\' >&3; finish',
    code: 'violation',
    message: /line 1 is not valid UTF-8/,
    violation: 'protocol.not-utf8',
  },
  'F33 writes a byte order mark': {
    body: 'printf \'\\357\\273\\277{"type":"done","outcome":"ok"}\\n\' >&3',
    code: 'violation',
    violation: 'protocol.bom',
  },
  'F33 writes a NUL byte': {
    body: 'printf \'{"type":"item",\\000"id":"a"}\\n\' >&3; finish',
    code: 'violation',
    violation: 'protocol.nul',
  },
  'F33 writes two objects on a line': {
    body: 'say \'{"type":"progress"}{"type":"progress"}\'; finish',
    code: 'violation',
    message: /line 1 .*one JSON object on one line/,
    violation: 'protocol.not-json',
  },
  'F34 ends its last line without a line feed': { body: 'printf \'{"type":"done","outcome":"ok"}\' >&3' },
  'F34 is cut off in its last line': {
    body: 'say \'{"type":"progress"}\'; printf \'{"type":"done","outcome":"o\' >&3',
    code: 'violation',
    message: /line 2 is the last.*cut off/,
    violation: 'protocol.unterminated',
  },
  'F35 nests a message 100,000 levels deep': {
    body: `exec python3 ${fixture('deep.py')} >&3`,
    code: 'violation',
    message: /line 1 is nested more than 64 levels/,
    violation: 'protocol.too-deep',
  },
  'F36 sends __proto__': {
    body: 'say \'{"type":"done","outcome":"ok","__proto__":{"outcome":"failed"},"constructor":1}\'',
  },
  'F36 gives a key twice': {
    body: 'say \'{"type":"done","outcome":"failed","outcome":"ok"}\'',
    code: 'violation',
    message: /"outcome" twice/,
    violation: 'protocol.duplicate-key',
  },
  'F37 sends an integer beyond 2^53': {
    body: 'say \'{"type":"item","id":"a","severity":"error","title":"t","resolutions":[{"id":"r","title":"t","seconds":9007199254740993}]}\'; finish',
    code: 'violation',
    message: /resolutions\[0\]\.seconds/,
    violation: 'protocol.invalid',
  },
  'F37 sends 1e999': {
    body: 'say \'{"type":"progress","percent":1e999}\'; finish',
    code: 'violation',
    message: /percent/,
    violation: 'protocol.invalid',
  },
  'F37 sends 1e999 where nobody reads it': {
    body: 'say \'{"type":"item","id":"a","severity":"recommendation","title":"t","x-a":1e999}\'; finish',
    code: 'violation',
    message: /x-a is no finite number/,
    violation: 'protocol.invalid',
  },
  'comes after an item of its own that is not there': {
    body: 'say \'{"type":"item","id":"a","severity":"recommendation","title":"t","after":["\'"$name"\'/none"]}\'; finish',
    code: 'violation',
    message: /puts "a" after "none", which is no item of this step/,
    violation: 'protocol.unknown-after',
  },
  'F38 goes on after done': {
    body: 'finish; item; finish',
    code: 'violation',
    message: /line 2 follows done/,
    violation: 'protocol.after-done',
  },
  'F38 sends a result': {
    body: 'say \'{"type":"result","item":"missing","status":"applied"}\'; finish',
    code: 'violation',
    message: /only consumers send/,
    violation: 'protocol.wrong-role',
  },
  'F39 forges a message of the host': {
    body: 'say \'{"type":"start","protocol":1,"role":"consumer","run":"r","step":"good","action":"switch"}\'; finish',
    code: 'violation',
    message: /is a start, which only the host sends/,
    violation: 'protocol.wrong-role',
  },
  'F39 speaks for another step': {
    body: 'say \'{"type":"item","id":"good/missing","severity":"error","title":"t"}\'; finish',
    code: 'violation',
    violation: 'protocol.invalid',
  },
  'F39 speaks for the host': {
    body: 'say \'{"type":"item","id":"host.failed","severity":"error","title":"t"}\'; finish',
    code: 'violation',
    violation: 'protocol.host-id',
  },
  'F40 prints a stray line': {
    body: `printf '${log} downloading\\n' >&3; finish`,
    code: 'violation',
    message: /line 1 is not a message.*: red alert downloading/,
    violation: 'protocol.not-json',
  },
  'F41 writes 1 GB of escapes to stderr': {
    body: `yes "$(printf '${log}')" | head -c 1G >&2; printf '\\nlast words\\n' >&2; exit 4`,
    code: 'exit',
    message: /status 4/,
    stderr: /red alert[\s\S]*last words$/,
  },
  'F43 drips byte by byte': {
    body: 'while :; do printf x >&3; sleep 0.05; done',
    more: quick,
    code: 'timeout',
    message: /gave no output for .* \(timeouts\.producer\.idle\)/,
  },
  'F44 shares stdout with a grandchild that logs half lines': {
    body: "(printf 'copying 3 of' >&3); item; finish",
    code: 'violation',
    message: /line 1 is not a message.*: copying 3 of\{"type":"item"/,
    violation: 'protocol.not-json',
  },
}

const idOf = (title: string, at: number): string => `${title.slice(0, 3).toLowerCase()}.${at}`

t.test('misbehaving producers', async t => {
  const faults = Object.entries(producers).map(([title, fault], at) => ({
    title,
    id: idOf(title, at),
    ...fault,
  }))
  const steps: Record<string, StepOptions> = { good: {}, 'good.next': { more: { needs: ['good'] } } }
  for (const { id, body, early, more } of faults) {
    const produce = `produce() { ${body ?? ':'}\n}`
    steps[id] = {
      script: `[ -e "$dir/$name.pid" ] || echo $$ >"$dir/$name.pid"\n${early ?? ''}\n${produce}\n`,
      more: { ...calm, ...more },
    }
    steps[`${id}.next`] = { more: { needs: [id] } }
  }
  const it = transition(t, steps)
  const [ran, peak] = await measured(it.start(['check', it.manifest, '--json', '--accept', 'all', ...jobs]))
  t.equal(ran.status, 3, ran.stderr)
  const lines = stream(t, ran)
  t.notOk(existsSync(it.state), 'nothing was written')
  t.ok(peak < 256 * 1024, `the host took at most ${Math.round(peak / 1024)} MiB`)
  const found = new Map(
    lines
      .filter(({ type }) => type === 'step-checked')
      .map(({ step, findings }) => [step, findings as Findings]),
  )
  const { prediction } = lines.find(({ type }) => type === 'predicted') as unknown as {
    prediction: Prediction
  }
  const verdicts = new Map(prediction.steps.map(step => [step.step, step]))
  t.equal(verdicts.get('good')?.verdict, 'ready')
  t.equal(verdicts.get('good.next')?.verdict, 'ready', 'what does not hang on them is ready')

  // Once is enough for what takes long.
  const long = /^f(31|32|41)/
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
  for (const id of Object.keys(manifest.steps)) if (long.test(id)) delete manifest.steps[id]
  writeFileSync(it.manifest, JSON.stringify(manifest))
  const plain = await it.run(['check', it.manifest, '--accept', 'all', ...jobs])
  t.equal(plain.status, 3)
  t.notMatch(plain.stdout + plain.stderr, hostile)
  const told = plain.stdout.replace(/\s+/g, ' ')

  const told32 = lines.filter(
    ({ type, step }) => type === 'progress' && String(step).startsWith('f32'),
  ).length
  t.ok(told32 > 0 && told32 < 1000, `of millions of reports ${told32} are told`)

  for (const { title, id, code, message, violation, stderr } of faults)
    t.test(title, async t => {
      const { ending, outcome } = found.get(id)!
      t.same(livingIn(Number(it.file(`${id}.pid`))), [], 'its group is gone')
      if (existsSync(join(it.dir, `${id}.grandchild`)))
        t.notOk(lives(Number(it.file(`${id}.grandchild`))), 'what it left behind is gone')
      if (!code && !message) {
        t.equal(outcome, 'ok', ending.message ?? '')
        t.equal(verdicts.get(id)?.verdict, 'nothing-to-do')
        return
      }
      t.equal(outcome, 'failed')
      if (code) t.equal(ending.code, code)
      if (message) t.match(ending.message, message)
      if (violation)
        t.ok(
          ending.violations?.some(one => one.code === violation),
          `${violation} is among its violations`,
        )
      if (stderr) t.match((ending.stderr ?? []).join('\n'), stderr)
      t.match(verdicts.get(id), { verdict: 'blocked', reasons: [{ code: 'producer-failed' }] })
      t.equal(verdicts.get(`${id}.next`)?.verdict, 'blocked', 'what needs it is blocked')
      if (!long.test(id)) t.match(told, `${id} blocked its producer: `, 'and the report names it')
    })

  t.test('and the others can be applied without them', async t => {
    const applied = await it.run(['apply', it.manifest, '--accept', 'all', '--partial', ...jobs])
    t.ok(it.made('good') && it.made('good.next'))
    for (const { id, code, message } of faults.filter(({ id }) => !long.test(id)))
      t.equal(
        it.made(`${id}.next`),
        !code && !message,
        `${id}.next was ${!code && !message ? '' : 'not '}applied`,
      )
    t.equal(applied.status, 0, applied.stderr)
    t.notMatch(applied.stdout + applied.stderr, hostile)
  })
})

const result = '{"type":"result","item":"missing","status":"applied"}'

/** Each is told to go on when it has applied its one selection and said so, unless `early`. */
const consumers: Record<string, Fault & { unsaid?: true; late?: true }> = {
  'F15 says ok without a result': {
    unsaid: true,
    body: 'finish',
    code: 'incomplete',
    message: /no result for "missing"/,
  },
  'F15 exits 0 and says nothing': {
    unsaid: true,
    body: 'exit 0',
    code: 'no-done',
    message: /status 0 without done/,
  },
  'F16 is cut off in its result': {
    unsaid: true,
    body: 'printf \'{"type":"result","item":"missing","sta\' >&3; exit 0',
    code: 'violation',
    message: /line 1 is the last.*cut off/,
    violation: 'protocol.unterminated',
  },
  'F17 exits 3 after its result': {
    body: 'finish; exit 3',
    code: 'exit',
    message: /said ok and exited with status 3/,
  },
  'F18 is killed after its result': { body: 'kill -SEGV $$', code: 'signal', message: /SIGSEGV/ },
  'F18 is killed like by the out-of-memory killer': {
    body: 'kill -KILL $$',
    code: 'signal',
    message: /SIGKILL.*memory/,
  },
  'F19 hangs before its first line': {
    unsaid: true,
    body: 'exec sleep 1000',
    more: hung,
    code: 'timeout',
    message: /took longer than 1 s \(timeouts\.consumer\.total\)/,
  },
  'F20 hangs after its result': {
    body: 'exec sleep 1000',
    more: hung,
    code: 'timeout',
    message: /took longer than 1 s \(timeouts\.consumer\.total\)/,
  },
  'F24 leaves stdout to a grandchild': {
    body: `${fixture('grandchild.sh')} "$dir/$name.grandchild" >&3 & finish`,
    more: { timeouts: { consumer: { total: '60s' } } },
  },
  'F25 closes stdout and lives on': {
    body: 'finish; exec 1>&- 2>&- 3>&-; exec sleep 1000',
    more: hung,
    code: 'timeout',
    message: /took longer than 1 s \(timeouts\.consumer\.total\)/,
  },
  'F26 never reads stdin': {
    early: 'exec sleep 1000',
    more: { ...hung, ...big },
    code: 'timeout',
    message: /took longer than 1 s \(timeouts\.consumer\.total\)/,
    unsaid: true,
  },
  'F27 exits without reading stdin': { early: 'exit 0', more: big, code: 'no-done', unsaid: true },
  'F28 appends to /dev/stdout': {
    unsaid: true,
    late: true,
    body: `echo '${result}' >>/proc/self/fd/3; finish`,
  },
  'F31 writes 300 MB without a line feed': {
    body: `head -c 300M /dev/zero | tr "\\\\0" x >&3; finish`,
    code: 'violation',
    message: /longer than 1048576 bytes/,
    violation: 'protocol.too-long',
  },
  'F31 says its result after 300 MB on a line': {
    unsaid: true,
    late: true,
    body: `head -c 300M /dev/zero | tr "\\\\0" x >&3; echo >&3; say '${result}'; finish`,
    code: 'violation',
    violation: 'protocol.too-long',
  },
  'F32 writes seventy million short lines': {
    unsaid: true,
    late: true,
    body: `yes "{}" | head -n 70000000 >&3; say '${result}'; finish`,
    code: 'violation',
    message: /has no type.*and \d+ more/,
    violation: 'protocol.too-many-violations',
  },
  'F32 reports progress for 300 MB': {
    unsaid: true,
    late: true,
    body: `yes '{"type":"progress","percent":50}' | head -n 9000000 >&3; say '${result}'; finish`,
    code: 'violation',
    violation: 'protocol.too-many-bytes',
  },
  'F32 finds no end of items': {
    body: 'awk \'BEGIN { for (i = 0; i < 2000; i++) print "{\\"type\\":\\"item\\",\\"id\\":\\"i" i "\\",\\"severity\\":\\"error\\",\\"title\\":\\"t\\"}" }\' >&3; finish',
    code: 'violation',
    message: /1000 items/,
    violation: 'protocol.too-many-items',
  },
  'F33 writes Latin-1': {
    body: 'printf \'{"type":"progress","message":"caf\\351"}\\n\' >&3; finish',
    code: 'violation',
    message: /line 2 is not valid UTF-8/,
    violation: 'protocol.not-utf8',
  },
  'F34 ends its last line without a line feed': { body: 'printf \'{"type":"done","outcome":"ok"}\' >&3' },
  'F35 nests a message 100,000 levels deep': {
    body: `python3 ${fixture('deep.py')} >&3`,
    code: 'violation',
    message: /line 2 is nested more than 64 levels/,
    violation: 'protocol.too-deep',
  },
  'F36 gives a key twice': {
    unsaid: true,
    body: 'say \'{"type":"result","item":"missing","status":"failed","status":"applied"}\'; finish',
    code: 'violation',
    message: /"status" twice/,
    violation: 'protocol.duplicate-key',
  },
  'F37 sends 1e999': {
    body: 'say \'{"type":"progress","percent":1e999}\'; finish',
    code: 'violation',
    violation: 'protocol.invalid',
  },
  'F38 says its result twice': {
    body: `say '${result}'; finish`,
    code: 'violation',
    violation: 'protocol.result-twice',
  },
  'F38 says a result for what was not sent': {
    body: 'say \'{"type":"result","item":"other","status":"applied"}\'; finish',
    code: 'violation',
    message: /line 2 is a result for "other", which was not sent/,
    violation: 'protocol.result-not-sent',
  },
  'F38 says its result after done': {
    unsaid: true,
    late: true,
    body: `finish; say '${result}'`,
    code: 'violation',
    message: /line 2 follows done/,
    violation: 'protocol.after-done',
  },
  'F38 says again for ever': {
    unsaid: true,
    body: 'say \'{"type":"done","outcome":"again"}\'',
    code: 'violation',
    message: /for ever/,
  },
  'F39 forges a message of the host': {
    body: 'say \'{"type":"resolve","item":"missing","resolution":"make","attempt":1}\'; finish',
    code: 'violation',
    violation: 'protocol.wrong-role',
  },
  'F40 prints a stray line': {
    body: `printf '${log} unpacking\\n' >&3; finish`,
    code: 'violation',
    message: /line 2 is not a message.*: red alert unpacking/,
    violation: 'protocol.not-json',
  },
  'F41 writes 1 GB of escapes to stderr': {
    body: `yes "$(printf '${log}')" | head -c 1G >&2; printf '\\nlast words\\n' >&2; exit 4`,
    code: 'exit',
    message: /status 4/,
    stderr: /red alert[\s\S]*last words$/,
  },
  'F43 drips byte by byte': {
    body: 'while :; do printf x >&3; sleep 0.05; done',
    more: hung,
    code: 'timeout',
    message: /took longer than 1 s \(timeouts\.consumer\.total\)/,
  },
  'F44 shares stdout with a grandchild that logs half lines': {
    unsaid: true,
    body: `(printf 'copying 3 of' >&3); say '${result}'; finish`,
    code: 'violation',
    message: /line 1 is not a message.*: copying 3 of\{"type":"result"/,
    violation: 'protocol.not-json',
  },
}

t.test('misbehaving consumers', async t => {
  const faults = Object.entries(consumers).map(([title, fault], at) => ({
    title,
    id: idOf(title, at),
    ...fault,
  }))
  const steps: Record<string, StepOptions> = { good: {}, 'good.next': { more: { needs: ['good'] } } }
  for (const { id, body, early, more, unsaid } of faults) {
    const apply = unsaid ? ': >"$dir/$name.made"' : 'take "$line"'
    const consume = `consume() { IFS= read -r line; ${apply}\n${body ?? ':'}\n}`
    // The consumer is the same program under another name, so that only it is early.
    const script = `echo $$ >"$dir/\${name%.consumer}.pid"\nname=\${name%.consumer}\n${early ?? ''}\n${consume}\n`
    steps[id] = { more: { ...calm, ...more } }
    steps[`${id}.next`] = { more: { needs: [id] } }
    steps[`${id}.consumer`] = { script }
  }
  const it = transition(t, steps)
  const manifest = JSON.parse(readFileSync(it.manifest, 'utf8'))
  for (const { id } of faults) {
    manifest.steps[id].consumer = manifest.steps[`${id}.consumer`].consumer
    delete manifest.steps[`${id}.consumer`]
  }
  writeFileSync(it.manifest, JSON.stringify(manifest))

  const run = it.start(['apply', it.manifest, '--json', '--accept', 'all', ...jobs])
  const [ran, peak] = await measured(run)
  t.equal(ran.status, 6, ran.stderr)
  const lines = stream(t, ran)
  t.match(lines.at(-1), { state: 'failed', committed: true, changed: true })
  t.ok(peak < 256 * 1024, `the host took at most ${Math.round(peak / 1024)} MiB`)
  t.ok(it.made('good') && it.made('good.next'), 'what does not hang on them is finished')

  const runs = join(it.state, 'runs')
  const journal = readJournal(join(runs, readdirSync(runs)[0]!, 'journal.jsonl'))
  t.ok(journal.ok && !journal.value.torn, 'the journal can be read')
  if (!journal.ok) return
  const events = journal.value.records.map(record => record.event)
  const waiting = events.findLast(event => event.type === 'run-waiting')

  for (const { title, id, code, message, violation, stderr, unsaid, late } of faults)
    t.test(title, async t => {
      const ended = events.find(event => event.type === 'task-ended' && event.task === id)
      const { ending } = ended as { ending: Ending }
      t.same(livingIn(Number(it.file(`${id}.pid`))), [], 'its group is gone')
      if (existsSync(join(it.dir, `${id}.grandchild`))) {
        t.notOk(lives(Number(it.file(`${id}.grandchild`))), 'what it left behind is gone')
        const told = lines
          .filter(({ code }) => code === 'sandbox.leftover')
          .map(({ message }) => String(message))
        const left = new RegExp(`^${id} left .+ \\(pid \\d+\\) behind; it was ended$`)
        t.ok(
          told.some(message => left.test(message)),
          'and is told of',
        )
      }
      const kept = events.some(
        event => event.type === 'selection-result' && event.address === `${id}/missing`,
      )
      t.equal(kept, !unsaid || late === true, 'what it said of its selection is kept')
      if (!code) {
        t.equal(ending.outcome, 'ok', ending.message ?? '')
        t.ok(it.made(`${id}.next`), 'what needs it was applied')
        return
      }
      t.equal(ending.outcome, 'failed')
      t.equal(ending.code, code, ending.message ?? '')
      if (message) t.match(ending.message, message)
      if (violation)
        t.ok(
          ending.violations?.some(one => one.code === violation),
          `${violation} is among its violations`,
        )
      if (stderr) t.match((ending.stderr ?? []).join('\n'), stderr)
      t.notOk(it.made(`${id}.next`), 'what needs it was not started')
      t.ok(waiting?.questions.includes(`${id}/host.failed`), 'and it is asked what to do')
    })

  t.test('the state can be told, and the run can be given up', async t => {
    const told = await it.run(['status'])
    t.equal(told.status, 0)
    t.notMatch(told.stdout, hostile)
    for (const { id, code } of faults) if (code) t.match(told.stdout, `${id}: failed`)
    t.equal((await it.run(['abandon', '--reason', 'enough seen'])).status, 10)
  })
})

t.test(
  'F32 steps that bring a library: what a plan cannot hold is refused, and all else goes on',
  async t => {
    const many = `item() { exec python3 ${fixture('library.py')} >&3; }`
    const it = transition(t, {
      a: { script: many, consumer: false },
      b: { script: many, consumer: false },
      good: {},
    })
    const ran = await it.run(['check', it.manifest, '--json', '--accept', 'all', '--jobs', '1'])
    t.equal(ran.status, 3, ran.stderr)
    const lines = stream(t, ran)
    const found = lines.filter(({ type }) => type === 'step-checked') as unknown as { findings: Findings }[]
    t.same(
      found.map(({ findings }) => [findings.step, findings.outcome, findings.items.length]),
      [
        ['a', 'ok', 40],
        ['b', 'failed', 0],
        ['good', 'ok', 1],
      ],
    )
    t.match(found[1], { findings: { ending: { code: 'too-much', message: /40 MiB.*may bring 64 MiB/ } } })
  },
)
