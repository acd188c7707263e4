// G2, G12: a chain checked, applied, rechecked and verified, against bare spawns of as many programs.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cli, inScratch, interleaved, ratioOf, run as start } from './measure.mjs'
import { FREE, trivialStep } from './steps.mjs'

export const measures = ['G2', 'G12']

const bareLoop = `
const { spawn } = require('node:child_process')
const [step, count] = [process.argv[1], Number(process.argv[2])]
const line = '{"type":"start","protocol":1,"role":"producer","run":"check","step":"s","action":"switch"}\\n'
const one = () => new Promise(done => {
  const child = spawn(step, ['/nonexistent/marker'], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdout.on('data', () => {})
  child.stderr.on('data', () => {})
  child.stdin.end(line)
  child.on('close', done)
})
;(async () => { for (let i = 0; i < count; i++) await one() })()
`

export const run = ({ quick }) =>
  inScratch(async folder => {
    const count = quick ? 50 : 200
    const step = trivialStep(folder)
    const manifest = join(folder, 'chain.yaml')
    writeFileSync(
      manifest,
      `edgewise: 1\nname: chain\nsteps:\n${Array.from(
        { length: count },
        (_, i) =>
          `  s${i}: { producer: [${step}, ${folder}/m${i}], consumer: [${step}, ${folder}/m${i}]${i ? `, needs: [s${i - 1}]` : ''}${FREE} }\n`,
      ).join('')}`,
    )
    const state = join(folder, 'state')
    const clear = () => {
      for (const name of readdirSync(folder)) if (/^m\d+$/.test(name)) rmSync(join(folder, name))
      rmSync(state, { recursive: true, force: true })
    }
    // check, recheck of all but the first, consumer, verification
    const programs = count * 4 - 1
    let syncs = 0
    const { times, medians } = await interleaved(
      {
        bare: () => start(['-e', bareLoop, step, String(programs)]),
        chain: async () => {
          clear()
          await start([cli, 'apply', manifest, '--accept', 'all', '--jobs', '2', '--state-dir', state])
          const [name] = readdirSync(join(state, 'runs'))
          const journal = readFileSync(join(state, 'runs', name, 'journal.jsonl'), 'utf8')
          syncs = journal.split('\n').filter(line => /"synced":\d/.test(line)).length
        },
      },
      quick ? 3 : 5,
    )
    return [
      {
        id: 'G2',
        name: `check and apply of a chain of ${count} steps, a started program, against bare spawn`,
        ratio: ratioOf(times, 'chain', 'bare'),
        must: 2.1,
        aim: 1.3,
        detail: `${(medians.chain / programs).toFixed(2)} ms against ${(medians.bare / programs).toFixed(2)} ms a program`,
      },
      {
        id: 'G12',
        name: 'syncs a task, on a chain',
        ratio: syncs / count,
        must: 1.1,
        aim: 0.6,
        detail: `${syncs} syncs`,
      },
    ]
  })
