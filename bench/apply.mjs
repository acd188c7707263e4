// What applying a task adds to looking: apply of independent steps against check of the same, and against the programs that it starts.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cli, inScratch, interleaved, ratioOf, run as start } from './measure.mjs'
import { FREE, trivialStep } from './steps.mjs'

export const run = ({ quick }) =>
  inScratch(async folder => {
    const count = quick ? 50 : 300
    const step = trivialStep(folder)
    const manifest = join(folder, 'wide.yaml')
    const entry = (_, i) =>
      `  s${i}: { producer: [${step}, ${folder}/m${i}], consumer: [${step}, ${folder}/m${i}]${FREE} }\n`
    writeFileSync(
      manifest,
      `edgewise: 1\nname: wide\nsteps:\n${Array.from({ length: count }, entry).join('')}`,
    )
    const state = join(folder, 'state')
    const clear = () => {
      for (const name of readdirSync(folder)) if (/^m\d+$/.test(name)) rmSync(join(folder, name))
      rmSync(state, { recursive: true, force: true })
    }
    const common = [manifest, '--accept', 'all', '--jobs', '2', '--state-dir', state]
    const { times, medians } = await interleaved(
      {
        check: () => {
          clear()
          return start([cli, 'check', ...common])
        },
        apply: () => {
          clear()
          return start([cli, 'apply', ...common])
        },
      },
      quick ? 3 : 5,
    )
    return [
      {
        id: '',
        name: `apply of ${count} independent steps against check of them (three programs a step against one)`,
        ratio: ratioOf(times, 'apply', 'check'),
        detail: `${((medians.apply - medians.check) / count).toFixed(2)} ms a task over check's ${(medians.check / count).toFixed(2)}`,
      },
    ]
  })
