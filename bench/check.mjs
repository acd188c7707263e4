// G1, G3: checks of many trivial steps as whole processes, against a bare spawn loop of the same programs; and of held ones.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cli, inScratch, interleaved, ratioOf, run as start } from './measure.mjs'
import { FREE, trivialStep } from './steps.mjs'

export const measures = ['G1', 'G3', 'check.held']

/** Starts the same programs with the same input, two at a time, and reads what they say: nothing else. */
const bareLoop = `
const { spawn } = require('node:child_process')
const [step, count] = [process.argv[1], Number(process.argv[2])]
let next = 0
const line = '{"type":"start","protocol":1,"role":"producer","run":"check","step":"s","action":"switch"}\\n'
const one = () => new Promise(done => {
  const child = spawn(step, ['/nonexistent/marker'], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdout.on('data', () => {})
  child.stderr.on('data', () => {})
  child.stdin.end(line)
  child.on('close', done)
})
const lane = async () => { while (next++ < count) await one() }
Promise.all([lane(), lane()])
`

const holds = existsSync('/usr/bin/bwrap')

export const run = ({ quick }) =>
  inScratch(async folder => {
    const count = quick ? 200 : 1000
    const step = trivialStep(folder)
    const independent = join(folder, 'independent.yaml')
    const layered = join(folder, 'layered.yaml')
    const entry = (i, more) => `  s${i}: { producer: [${step}, /nonexistent/marker]${more}${FREE} }\n`
    const head = name => `edgewise: 1\nname: ${name}\nsteps:\n`
    writeFileSync(
      independent,
      head('independent') + Array.from({ length: count }, (_, i) => entry(i, '')).join(''),
    )
    writeFileSync(
      layered,
      head('layered') +
        Array.from({ length: count }, (_, i) => {
          const below = Math.floor(i / 50) * 50 - 50
          const needs = below < 0 ? [] : [0, 1, 2].map(k => `s${below + ((i + k * 17) % 50)}`)
          return entry(i, needs.length ? `, needs: [${needs.join(', ')}]` : '')
        }).join(''),
    )
    const few = 100
    const manifests = { free: join(folder, 'free.yaml'), held: join(folder, 'held.yaml') }
    for (const [name, file] of Object.entries(manifests)) {
      const steps = Array.from({ length: few }, (_, i) => entry(i, ''))
      const text = head(name) + steps.join('')
      writeFileSync(file, name === 'free' ? text : text.replaceAll(FREE, ''))
    }
    const check = manifest =>
      start([cli, 'check', manifest, '--jobs', '2', '--state-dir', join(folder, 'state')], { expected: 3 })
    const { times, medians } = await interleaved(
      {
        bare: () => start(['-e', bareLoop, step, String(count)]),
        independent: () => check(independent),
        layered: () => check(layered),
        free: () => check(manifests.free),
        ...(holds ? { held: () => check(manifests.held) } : {}),
      },
      quick ? 3 : 5,
    )
    const each = key => `${(medians[key] / count).toFixed(2)} ms a step`
    return [
      {
        id: 'G1',
        name: `check of ${count} independent producers, two at a time, against bare spawn`,
        ratio: ratioOf(times, 'independent', 'bare'),
        must: 2.3,
        aim: 1.25,
        detail: `${each('independent')} against ${each('bare')}`,
      },
      {
        id: 'G3',
        name: `check of ${count / 50} layers of 50, three needs each, against independent ones`,
        ratio: ratioOf(times, 'layered', 'independent'),
        must: 1.15,
        aim: 1.05,
        detail: each('layered'),
      },
      ...(holds
        ? [
            {
              id: 'check.held',
              name: `check of ${few} held producers, against ${few} that are not`,
              ratio: ratioOf(times, 'held', 'free'),
              detail: `${((medians.held - medians.free) / few).toFixed(2)} ms a step more; to be below 25`,
            },
          ]
        : []),
    ]
  })
