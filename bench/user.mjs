// G4: independent steps checked and applied as another user, against bare spawns of as many programs as that user.
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cli, inScratch, interleaved, ratioOf, run as start } from './measure.mjs'
import { FREE, trivialStep } from './steps.mjs'

export const measures = ['G4']

const name = 'independent steps checked and applied as another user, against bare spawn'
const user = 'nobody'

const bareLoop = `
const { spawn } = require('node:child_process')
const [step, count, uid, gid] = [process.argv[1], ...process.argv.slice(2).map(Number)]
let next = 0
const line = '{"type":"start","protocol":1,"role":"producer","run":"check","step":"s","action":"switch"}\\n'
const one = () => new Promise(done => {
  const child = spawn(step, ['/nonexistent/marker'], { stdio: ['pipe', 'pipe', 'pipe'], uid, gid })
  child.stdout.on('data', () => {})
  child.stderr.on('data', () => {})
  child.stdin.end(line)
  child.on('close', done)
})
const lane = async () => { while (next++ < count) await one() }
Promise.all([lane(), lane()])
`

export const run = ({ quick }) => {
  if (process.geteuid() !== 0)
    return [{ id: 'G4', name, detail: 'skipped: only root starts programs as another user' }]
  const [uid, gid] = ['-u', '-g'].map(flag => Number(execFileSync('id', [flag, user])))
  return inScratch(async folder => {
    const count = quick ? 100 : 1000
    chmodSync(folder, 0o755)
    const step = trivialStep(folder)
    const marks = join(folder, 'marks')
    const state = join(folder, 'state')
    const manifest = join(folder, 'user.yaml')
    const program = i => `{ argv: [${step}, ${marks}/m${i}], user: ${user} }`
    const steps = Array.from(
      { length: count },
      (_, i) => `  s${i}: { producer: ${program(i)}, consumer: ${program(i)}${FREE} }\n`,
    )
    writeFileSync(manifest, `edgewise: 1\nname: user\nsteps:\n${steps.join('')}`)
    // A check, a consumer and a verification each; nothing stands above them, so that nothing is looked at again.
    const programs = count * 3
    const { times, medians } = await interleaved(
      {
        bare: () => start(['-e', bareLoop, step, String(programs), String(uid), String(gid)]),
        user: () => {
          for (const path of [marks, state]) rmSync(path, { recursive: true, force: true })
          mkdirSync(marks)
          chownSync(marks, uid, gid)
          return start([cli, 'apply', manifest, '--accept', 'all', '--jobs', '2', '--state-dir', state])
        },
      },
      quick ? 3 : 5,
    )
    const each = key => `${(medians[key] / programs).toFixed(2)} ms`
    return [
      {
        id: 'G4',
        name: `${count} ${name}`,
        ratio: ratioOf(times, 'user', 'bare'),
        must: 2,
        aim: 1.15,
        detail: `${each('user')} against ${each('bare')} a program`,
      },
    ]
  })
}
