// G8 and G9: a million items of some 200 bytes through the reader with all its rules, as a whole process behind a pipe,
// against JSON.parse of the same lines and against ndjson with ajv. The protocol allows 1,000 items a run, so these are
// 1,000 runs, each with its own reader.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { inScratch, interleaved, median, ratioOf, root } from './measure.mjs'

export const measures = ['G8', 'G9']

const perRun = 1000

// Each number is padded, so that all runs take the same bytes and a run's end is known without looking for it.
function runOf() {
  const lines = []
  for (let i = 0; i < perRun; i++) {
    const number = String(i).padStart(4, '0')
    const item = {
      type: 'item',
      id: `index-${number}`,
      severity: 'warning',
      title: `Table t${number} wants a new index before the upgrade`,
      resources: [`/var/lib/postgresql/16/main/${number}`],
      resolutions: [{ id: 'build', title: 'Build the index now', seconds: 30 }],
    }
    lines.push(`${JSON.stringify(item)}\n`)
  }
  lines.push('{"type":"done","outcome":"ok"}\n')
  return Buffer.from(lines.join(''))
}

/** What the command line sets for its own heap holds for the reader in it. */
const heapFlags = () =>
  readFileSync(join(root, 'src/cli/session.ts'), 'utf8').match(/(?<=setFlagsFromString\(["'])--[\w=-]+/g) ??
  []

const contenders = {
  reader: size => `
    import v8 from 'node:v8'
    for (const flag of ${JSON.stringify(heapFlags())}) v8.setFlagsFromString(flag)
    import { createReader } from ${JSON.stringify(join(root, 'src/protocol/reader.ts'))}
    let items = 0
    const fail = violation => { throw new Error(violation.message) }
    const fresh = () => createReader({ role: 'producer', onMessage: m => { if (m.type === 'item') items++ }, onViolation: fail, onOverflow: fail })
    let reader = fresh()
    let left = ${size}
    process.stdin.on('data', chunk => {
      while (chunk.length >= left) {
        reader.write(chunk.subarray(0, left))
        reader.end()
        reader = fresh()
        chunk = chunk.subarray(left)
        left = ${size}
      }
      reader.write(chunk)
      left -= chunk.length
    })
    process.stdin.on('end', () => finish(items))`,
  parse: () => `
    import { StringDecoder } from 'node:string_decoder'
    const decoder = new StringDecoder()
    let items = 0
    let rest = ''
    process.stdin.on('data', chunk => {
      const lines = (rest + decoder.write(chunk)).split('\\n')
      rest = lines.pop()
      for (const line of lines) if (JSON.parse(line).type === 'item') items++
    })
    process.stdin.on('end', () => finish(items))`,
  plain: () => `
    import ndjson from 'ndjson'
    import { Ajv2020 } from 'ajv/dist/2020.js'
    import schema from ${JSON.stringify(join(root, 'protocol/schema.json'))}
    const ajv = new Ajv2020({ strict: true, schemas: [schema] })
    const item = ajv.getSchema(schema.$id + '#/$defs/item')
    const done = ajv.getSchema(schema.$id + '#/$defs/done')
    let items = 0
    process.stdin
      .pipe(ndjson.parse({ strict: true }))
      .on('data', value => {
        if (!(value.type === 'item' ? item(value) : done(value))) throw new Error('invalid')
        if (value.type === 'item') items++
      })
      .on('end', () => finish(items))`,
}
const finish = `
  const finish = items => process.stdout.write(JSON.stringify({ items, peak: process.resourceUsage().maxRSS * 1024 }))`

/** Feeds the runs through a pipe as fast as it takes them; answers what the program counted and its peak memory. */
function feed(program, run, runs) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { HOME: '/' },
    })
    let out = ''
    child.stdout.on('data', chunk => {
      out += chunk
    })
    child.on('error', reject)
    child.on('close', status => {
      const told = status === 0 ? JSON.parse(out) : { items: -1 }
      if (told.items === runs * perRun) resolve(told)
      else reject(new Error(`${program} exited with ${status} and counted ${told.items} items`))
    })
    let sent = 0
    const send = () => {
      while (sent < runs) {
        sent++
        if (!child.stdin.write(run)) {
          child.stdin.once('drain', send)
          return
        }
      }
      child.stdin.end()
    }
    send()
  })
}

export async function run({ quick }) {
  const runs = quick ? 200 : 1000
  const data = runOf()
  return await inScratch(async folder => {
    const programs = {}
    for (const [name, source] of Object.entries(contenders)) {
      programs[name] = join(folder, `${name}.mjs`)
      await build({
        stdin: { contents: source(data.length) + finish, resolveDir: root },
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node20.19',
        logLevel: 'error',
        outfile: programs[name],
        banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
      })
    }
    const peaks = { many: [], few: [] }
    const turns = Object.fromEntries(
      Object.entries(programs).map(([name, program]) => [
        name,
        async () => {
          const { peak } = await feed(program, data, runs)
          if (name === 'reader') peaks.many.push(peak)
        },
      ]),
    )
    const { times, medians } = await interleaved(turns, quick ? 3 : 5)
    for (let round = 0; round < 3; round++)
      peaks.few.push((await feed(programs.reader, data, runs / 10)).peak)

    const items = runs * perRun
    const rate = name => `${Math.round(items / medians[name])} k/s`
    const megabytes = median(peaks.many) / 1e6
    const bytes = Math.round(data.length / perRun)
    return [
      {
        id: 'G8',
        name: `${items} items of ${bytes} bytes, rate against JSON.parse`,
        ratio: ratioOf(times, 'parse', 'reader'),
        must: 0.7,
        aim: 0.85,
        higher: true,
        detail: `${rate('reader')}, JSON.parse alone ${rate('parse')}`,
      },
      {
        id: 'G8',
        name: 'the same, time against plain ndjson and ajv',
        ratio: ratioOf(times, 'reader', 'plain'),
        must: 1.05,
        aim: 1,
        detail: `ndjson and ajv ${rate('plain')}`,
      },
      {
        id: 'G9',
        name: 'peak memory in MB',
        ratio: megabytes,
        must: 100,
        aim: 80,
        detail: `${perRun * 1000} items`,
      },
      {
        id: 'G9',
        name: 'peak memory against a tenth of the items',
        ratio: median(peaks.many) / median(peaks.few),
        must: 1.1,
        aim: 1.05,
        detail: `${(median(peaks.few) / 1e6).toFixed(1)} MB for ${perRun * 100}`,
      },
    ]
  })
}
