// Edgewise on a real machine that loses its power: docs/vm-test.md says what is tried, and what that proves.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { accelerator } from './vm/accelerator.mjs'
import { readArguments, usage } from './vm/arguments.mjs'
import { fullDisk } from './vm/full-disk.mjs'
import { baseImage, secondDisk } from './vm/image.mjs'
import { eventsOf } from './vm/journal.mjs'
import { Machine } from './vm/machine.mjs'
import { randomFrom } from './vm/random.mjs'
import { teller } from './vm/say.mjs'
import { stretches, transition } from './vm/scenario.mjs'
import { sessions } from './vm/session.mjs'
import { readSources } from './vm/sources.mjs'

const root = dirname(import.meta.dirname)
/** Program, and the Debian package that brings it. */
const needed = {
  debootstrap: 'debootstrap',
  'qemu-system-x86_64': 'qemu-system-x86',
  'qemu-img': 'qemu-utils',
  mke2fs: 'e2fsprogs',
  setpriv: 'util-linux',
  npm: 'npm',
}

process.exitCode = await main()

async function main() {
  const wanted = readArguments(process.argv.slice(2), randomInt(2 ** 32))
  if (!wanted.ok) return refuse(wanted.error)
  const { work, seed, rounds, keep, log, help } = wanted.value
  if (help) {
    process.stdout.write(usage)
    return 0
  }
  const missing = whatIsMissing()
  if (missing) return refuse(missing)
  const sources = readSources()
  if (!sources.ok) return refuse(sources.error)
  const owned = ownFolder(work)
  if (owned) return refuse(owned)

  const { say, plain, seconds } = teller(log)
  const base = baseImage(work, sources.value, say)
  say('image', `Debian ${sources.value.release}, ${base.cached ? 'kept from before' : 'made'}`)
  const accel = accelerator(wanted.value.accel, base.kernel)
  say('qemu', accel)

  const folder = mkdtempSync(join(work, 'run-'))
  const second = secondDisk(root, folder)
  const machines = { base, second, accel }
  try {
    plain(`\nA calm run: no power cut, a person reboots.`)
    const calm = { cuts: null, reboot: 'ask', chance: null, say }
    const took = await round(folder, 'calm', machines, calm, async machine => {
      plain('\nIn the same machine somebody logs in by ssh and starts a run, and the connection breaks.')
      say('ended', await sessions(machine, say))
      plain('\nThere too the file system of a state directory becomes full.')
      say('ended', await fullDisk(machine))
      plain('')
    })
    say('measured', stretches.map((name, at) => `${name}: ${took[at]} writes`).join('; '))
    for (let count = 0; count < rounds; count++) {
      const own = (seed + count) >>> 0
      const chance = randomFrom(own)
      const cuts = took.map(writes => 1 + Math.floor(chance() * writes))
      plain(`\nThree power cuts, the run reboots by itself. Again with: scripts/vm-test --seed ${own}`)
      await round(folder, `round-${count + 1}`, machines, { cuts, reboot: 'auto', chance, say })
    }
    plain('')
    say('held', `${rounds * 3} power cuts: completed, nothing lost. ${Math.round(seconds() / 60)} minutes.`)
    if (!keep) rmSync(folder, { recursive: true })
    else process.stderr.write(`Kept: ${folder}\n`)
    return 0
  } catch (error) {
    say('DID NOT HOLD', error.message)
    process.stderr.write(`${error.stack}\nEverything of this run is kept in ${folder}\n`)
    return 1
  }
}

/** A machine of its own, which is off when this is over; where there is more to be gone through in it, people can log in. */
async function round(folder, name, { base, second, accel }, story, more) {
  const heard = { lines: [], events: [] }
  const onEvent = line => {
    heard.lines.push(line)
    heard.events.push(...eventsOf([line]))
  }
  const own = join(folder, name)
  mkdirSync(own)
  const machine = new Machine({ folder: own, base, second, accel, onEvent, logins: more !== undefined })
  try {
    const took = await transition(machine, heard, story)
    await more?.(machine)
    await machine.shutDown()
    rmSync(own, { recursive: true })
    return took
  } catch (error) {
    process.stderr.write(`The machine's last words:\n${machine.lastWords()}\n`)
    throw error
  } finally {
    if (machine.running) await machine.cut(() => 0)
  }
}

function whatIsMissing() {
  if (process.geteuid?.() !== 0) return 'Only root can make the image (debootstrap, chroot).'
  const missing = Object.entries(needed).filter(
    ([program]) => spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status !== 0,
  )
  if (missing.length === 0) return null
  const names = missing.map(([program]) => program).join(', ')
  return `Missing: ${names}. Install: ${[...new Set(missing.map(([, name]) => name))].join(' ')}`
}

/** Null where the work folder is root's alone: images from it are booted, programs in it are run. */
function ownFolder(work) {
  mkdirSync(work, { recursive: true, mode: 0o700 })
  const stat = lstatSync(work)
  if (stat.isDirectory() && stat.uid === 0 && (stat.mode & 0o022) === 0) return null
  return `${work} is not a folder that only root can write to.`
}

function refuse(sentence) {
  process.stderr.write(`vm-test: ${sentence}\n`)
  return 2
}
