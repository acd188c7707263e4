/** Journals of the past: this version reads them, folds them, finds them legal and shows them. */

import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { readJournal } from '../src/journal/reader.js'
import { type Audited, audit } from '../src/scheduler/audit.js'
import { fold } from '../src/scheduler/fold.js'
import { isKnown } from '../src/scheduler/known.js'
import type { RunState } from '../src/scheduler/state.js'
import { transition } from './transition.js'

const folder = join(import.meta.dirname, 'fixtures', 'journal')
const schemaOf = (name: string) => {
  const url = new URL(`../protocol/${name}.schema.json`, import.meta.url)
  return new Ajv2020({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync(url, 'utf8')))
}
const isRecord = schemaOf('journal')
const isLine = schemaOf('report')

interface Past {
  standing: 'completed' | 'abandoned'
  seen: Record<string, number>
  /** Each task: what it was settled as, or else its status, and its attempts. */
  fates: string[]
  state: object
  /** What `log` and `status` say of it, among the rest. */
  log: string[]
  status: string[]
}

const pasts: Record<string, Past> = {
  'format-1': {
    standing: 'completed',
    seen: { records: 77, choices: 8, starts: 8, results: 7 },
    fates: [
      '@reboot-1 nothing 0',
      'accounts applied 2',
      'database applied 2',
      'database+2 applied 1',
      'kernel applied 1',
      'mail skipped 0',
      'modules applied 2',
    ],
    state: { applied: 5, reboots: 1, open: 0, running: 0 },
    log: ['database  chosen  database/host.failed: retry, by edgewise choose, by root'],
    status: ['database: applied'],
  },
  'format-1-held': {
    standing: 'completed',
    seen: { records: 125, choices: 13, starts: 10, results: 10 },
    fates: [
      '@reboot-1 nothing 0',
      'accounts applied 1',
      'accounts+2 applied 1',
      'archive applied 1',
      'database applied 2',
      'index applied 1',
      'kernel applied 1',
      'spool applied 1',
      'tls applied 1',
      'units applied 1',
    ],
    state: { applied: 9, reboots: 1, open: 0, running: 0 },
    log: [
      'edgewise  holding  postgresql.service does not start before database is settled',
      'spool  attached  outlived its host; followed from here on',
      'tls  asks  host.secret: tls needs a secret again that was typed into a host that has ended',
      'units  asks  host.program-changed: The programs of units are not the ones with which this run was committed',
      'edgewise  interrupted  by SIGTERM; the run can be resumed',
    ],
    status: ['archive/old-mail: from g1 to g2, so the choice no longer counts'],
  },
  'format-1-given-up': {
    standing: 'abandoned',
    seen: { records: 28, choices: 6, starts: 3, results: 2 },
    fates: ['database abandoned 1', 'index unreached 0', 'spool applied 2', 'units pending 0'],
    state: { applied: 1, reboots: 0, running: 0 },
    log: [
      'edgewise  abandoning  asked by root: the disk is to be replaced first; what is in hand is finished, nothing new is begun',
      'edgewise  released  search.service may start again',
    ],
    status: ['Held: postgresql.service, until database is settled.'],
  },
}

const eventsSeen = new Set<string>()
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

t.same(
  Object.keys(pasts).sort(),
  readdirSync(folder)
    .filter(name => name !== 'README.md')
    .sort(),
)

t.test('F69: each is read, folds into the end that it had, is legal and is shown', async t => {
  for (const [name, past] of Object.entries(pasts))
    t.test(name, async t => {
      const file = join(folder, name, 'journal.jsonl')
      const records: Audited[] = []
      const read = readJournal(readFileSync(file), { onRecord: record => void records.push(record) })
      if (!read.ok) return t.fail(read.error.message)
      t.match(read.value, { format: 1, host: '0.1.0', torn: undefined })
      for (const record of records) {
        eventsSeen.add(record.event.type)
        t.ok(isRecord(record), `${record.seq} ${JSON.stringify(isRecord.errors)}`)
      }

      const state = records.reduce<RunState | null>((before, { event }) => fold(before, event), null)!
      t.match(state, { status: past.standing, ...past.state })
      const fates = [...state.nodes.values()].map(
        ({ id, status, settledAs, attempt }) => `${id} ${settledAs ?? status} ${attempt}`,
      )
      t.same(fates.sort(), past.fates)
      const report = audit(records)
      t.same(report.breaches, [])
      t.match(report, { standing: past.standing, seen: past.seen })

      const it = transition(t, { a: {} })
      const folders = [it.state, ...['runs', 'steps', `runs/${state.run}`].map(each => join(it.state, each))]
      for (const each of folders) mkdirSync(each, { mode: 0o700 })
      copyFileSync(file, join(it.state, 'runs', state.run, 'journal.jsonl'))
      const log = await it.run(['log'])
      t.equal(log.status, 0, log.stderr)
      for (const line of past.log) t.match(log.stdout, line)
      const status = await it.run(['status'])
      t.equal(status.status, 0, status.stderr)
      for (const line of past.status) t.match(flat(status.stdout), line)
      t.match(await it.run(['graph', '--run']), { status: 0, stdout: /^digraph/ })
      for (const command of ['log', 'status', 'audit'])
        for (const line of (await it.run([command, '--json'])).stdout.trimEnd().split('\n'))
          t.ok(isLine(JSON.parse(line)), `${line} ${JSON.stringify(isLine.errors)}`)
    })
})

t.test('every event that is known today stands in one of them', async t => {
  const known = readFileSync(new URL('../src/scheduler/known.ts', import.meta.url), 'utf8')
  const types = [...known.matchAll(/^ {2}'?([a-z-]+)'?: true,$/gm)].map(match => match[1]!)
  t.ok(types.length > 40 && types.every(type => isKnown({ type })))
  t.same(
    types.filter(type => !eventsSeen.has(type)),
    [],
  )
})
