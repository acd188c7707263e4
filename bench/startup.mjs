// G6 and G7: what a person waits for before anything is done.
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cli, inScratch, interleaved, ratioOf, run as start } from './measure.mjs'
import { FREE, trivialStep } from './steps.mjs'

export const measures = ['G6', 'G7']

export const run = ({ quick }) =>
  inScratch(async folder => {
    const step = trivialStep(folder)
    const manifest = join(folder, 'transition.yaml')
    writeFileSync(
      manifest,
      `edgewise: 1\nname: one\nsteps:\n  only: { producer: [${step}, ${folder}/only], consumer: [${step}, ${folder}/only]${FREE} }\n`,
    )
    chmodSync(step, 0o755)
    let round = 0
    const { times, medians } = await interleaved(
      {
        node: () => start(['-e', '0']),
        version: () => start([cli, '--version']),
        help: () => start([cli, '--help']),
        status: () => start([cli, 'status', '--state-dir', join(folder, 'none')]),
        transition: () =>
          start(
            [cli, 'apply', manifest, '--accept', 'all', '--state-dir', join(folder, `state-${round++}`)],
            {
              env: { PATH: process.env.PATH, HOME: '/', FRESH: '1' },
            },
          ),
      },
      quick ? 5 : 15,
    )
    const against = (id, name, key, must, aim) => ({
      id,
      name,
      ratio: ratioOf(times, key, 'node'),
      must,
      aim,
      detail: `${medians[key].toFixed(0)} ms against ${medians.node.toFixed(0)} ms of node -e 0`,
    })
    return [
      against('G6', 'a one-step transition, end to end', 'transition', 3.0, 2.2),
      against('G7', 'edgewise --version', 'version', 1.35, 1.15),
      against('G7', 'edgewise --help', 'help', 1.35, 1.15),
      against('G7', 'edgewise status, no run', 'status', 1.35, 1.15),
    ]
  })
