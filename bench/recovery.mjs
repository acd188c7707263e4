// Recovery of a journal of 100,000 records, read and folded into the state of its run, against parsing the same lines.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

export const measures = ['recovery', 'audit']

async function load(dir) {
  const outfile = join(dir, 'recovery.mjs')
  await build({
    stdin: {
      contents: `export { readJournal } from './src/journal/reader.js'
export { disk } from './src/journal/file-ops.js'
export { openWriter } from './src/journal/writer.js'
export { fold } from './src/scheduler/fold.js'
export { audit } from './src/scheduler/audit.js'
export { planDigest } from './src/scheduler/plan.js'
export { step, item, planOf } from './test/fixtures/scheduler/make.js'`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  })
  return await import(pathToFileURL(outfile))
}

export async function run({ quick = false } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'edgewise-bench-recovery-'))
  try {
    const { disk, readJournal, openWriter, fold, audit, step, item, planOf } = await load(dir)
    const count = quick ? 2500 : 25_000
    const names = Array.from({ length: count }, (_, i) => `s${i}`)
    const plan = planOf({
      steps: names.map(name => step(name)),
      items: Object.fromEntries(names.map(name => [name, [item('i')]])),
    })
    const path = join(dir, 'journal.jsonl')
    // What a sync costs is measured elsewhere.
    const fs = { ...disk, fdatasync: () => {} }
    const options = { fs, clock: () => '2026-11-23T10:00:00.000Z', boot: 'b', host: '0.1.0' }
    const opened = openWriter(path, options)
    if (!opened.ok) throw new Error(opened.error.message)
    const writer = opened.value
    writer.append({ type: 'run-committed', run: 'r', plan, who: { uid: 0, user: 'root' } })
    writer.flush()
    for (const task of names) {
      const address = `${task}/i`
      writer.append({ type: 'task-started', task, attempt: 1, pid: 1, startTime: '1', selections: [address] })
      writer.flush()
      writer.append({ type: 'selection-result', task, attempt: 1, address, status: 'applied' })
      writer.append({ type: 'task-ended', task, attempt: 1, ending: { outcome: 'ok' }, took: 1 })
      writer.append({ type: 'task-settled', task, as: 'applied' })
      writer.flush()
    }
    writer.close()
    const records = count * 4 + 1
    const times = { recovery: [], parse: [], audit: [] }
    for (let round = 0; round < (quick ? 3 : 5); round++) {
      let began = performance.now()
      for (const line of readFileSync(path, 'utf8').split('\n')) if (line !== '') JSON.parse(line)
      times.parse.push(performance.now() - began)
      began = performance.now()
      const links = []
      const read = readJournal(path, { onRecord: link => links.push(link) })
      if (!read.ok || read.value.records.length !== records) throw new Error('not read')
      const state = read.value.records.reduce((before, { event }) => fold(before, event), null)
      if (state.open !== 0) throw new Error('not folded')
      times.recovery.push(performance.now() - began)
      began = performance.now()
      const { breaches } = audit(links)
      if (breaches.length > 0) throw new Error(breaches[0].message)
      times.audit.push(performance.now() - began)
    }
    const ratio = name => median(times[name].map((took, i) => took / times.parse[i]))
    const ms = name => `${Math.round(median(times[name]))} ms`
    return [
      {
        id: 'recovery',
        name: `a journal of ${records} records read and folded, against parsing its lines`,
        ratio: ratio('recovery'),
        must: 5,
        aim: 3,
        detail: `${ms('recovery')} against ${ms('parse')}`,
      },
      {
        id: 'audit',
        name: 'the same journal audited, against parsing its lines',
        ratio: ratio('audit'),
        must: 5,
        aim: 3,
        detail: ms('audit'),
      },
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
