// G14: the same runs with every batch of the journal synced, and with none; through the library, which can leave it out.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inScratch, interleaved, ratioOf, root, run as start } from './measure.mjs'
import { FREE, trivialStep } from './steps.mjs'

export const measures = ['G14']

const program = `
import { apply, createContext } from ${JSON.stringify(join(root, 'dist', 'index.js'))}
const [manifest, stateDir, journal] = process.argv.slice(1)
const done = await apply(createContext({ stateDir, jobs: 2, journal: journal === 'on' }), { manifest, accept: 'all' })
if (!done.ok || done.value.state?.status !== 'completed') process.exitCode = 1
`

export const run = ({ quick }) =>
  inScratch(async folder => {
    const count = quick ? 30 : 200
    const step = trivialStep(folder)
    const state = join(folder, 'state')
    const ways = { independent: () => '', chain: i => (i ? `, needs: [s${i - 1}]` : '') }
    const contenders = {}
    for (const [way, needs] of Object.entries(ways)) {
      const manifest = join(folder, `${way}.yaml`)
      const entry = (_, i) =>
        `  s${i}: { producer: [${step}, ${folder}/m${i}], consumer: [${step}, ${folder}/m${i}]${needs(i)}${FREE} }\n`
      writeFileSync(
        manifest,
        `edgewise: 1\nname: ${way}\nsteps:\n${Array.from({ length: count }, entry).join('')}`,
      )
      for (const journal of ['on', 'off'])
        contenders[`${way} ${journal}`] = () => {
          for (const name of readdirSync(folder)) if (/^m\d+$/.test(name)) rmSync(join(folder, name))
          rmSync(state, { recursive: true, force: true })
          return start(['--input-type=module', '-e', program, manifest, state, journal])
        }
    }
    const { times, medians } = await interleaved(contenders, quick ? 3 : 7)
    return Object.entries({ independent: [1.3, 1.15], chain: [1.6, 1.4] }).map(([way, [must, aim]]) => ({
      id: 'G14',
      name: `${count} steps, ${way}: the journal synced against not`,
      ratio: ratioOf(times, `${way} on`, `${way} off`),
      must,
      aim,
      detail: `${medians[`${way} on`].toFixed(0)} ms against ${medians[`${way} off`].toFixed(0)} ms`,
    }))
  })
