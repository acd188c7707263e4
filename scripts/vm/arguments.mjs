// argv of scripts/vm-test in, what is wanted out; or the sentence that says what is wrong with it.
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const usage = `scripts/vm-test [OPTION…]

Boots a Debian machine in qemu, lets Edgewise move it across a reboot with a held unit and a choice that waits, and cuts
its power at three random moments. Exit status: 0 held, 1 did not hold, 2 cannot be tried here. Needs root.

  --work DIR     folder for the cached image and for runs (default: edgewise-vm-test in the system's temporary folder)
  --seed N       the moments of the power cuts, 0 to 4294967295 (default: random, printed)
  --rounds N     so many transitions with three cuts each, after the calm one; seed, seed + 1, … (default: 1)
  --accel NAME   kvm, tcg, or auto: kvm where it starts a machine, else tcg (default: auto)
  --log FILE     write what is shown into a file too
  --keep         keep the run's folder also when all held
  --help         this text
`

const whole = (least, most) => ({
  expected: `a whole number from ${least} to ${most}`,
  read: text => (/^[0-9]+$/.test(text) && text >= least && text <= most ? Number(text) : undefined),
})
const place = expected => ({ expected, read: text => (text === '' ? undefined : resolve(text)) })
const accelerators = ['auto', 'kvm', 'tcg']

const options = {
  '--work': { key: 'work', ...place('a folder') },
  '--log': { key: 'log', ...place('a file') },
  '--seed': { key: 'seed', ...whole(0, 0xffffffff) },
  '--rounds': { key: 'rounds', ...whole(1, 1000) },
  '--accel': {
    key: 'accel',
    expected: 'auto, kvm or tcg',
    read: text => (accelerators.includes(text) ? text : undefined),
  },
}

/** `{ ok: true, value }`, or `{ ok: false, error }` with a sentence. */
export function readArguments(argv, randomSeed) {
  const wanted = {
    work: join(tmpdir(), 'edgewise-vm-test'),
    seed: randomSeed,
    rounds: 1,
    accel: 'auto',
    log: null,
    keep: false,
    help: false,
  }
  const rest = [...argv]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h') wanted.help = true
    else if (word === '--keep') wanted.keep = true
    else {
      const at = word.indexOf('=')
      const name = at < 0 ? word : word.slice(0, at)
      if (!Object.hasOwn(options, name)) return wrong(`There is no option ${word}.`)
      const text = at < 0 ? rest.shift() : word.slice(at + 1)
      if (text === undefined) return wrong(`${name} wants a value.`)
      const { key, read, expected } = options[name]
      const value = read(text)
      if (value === undefined) return wrong(`${name} wants ${expected}, not ${JSON.stringify(text)}.`)
      wanted[key] = value
    }
  }
  return { ok: true, value: wanted }
}

const wrong = error => ({ ok: false, error: `${error} (scripts/vm-test --help shows what there is)` })
