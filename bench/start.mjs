/** What a start costs: a bare spawn with three pipes against the launcher, with `child_process.spawn` and with execa in it. */

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { execa } from 'execa'

const PROGRAM = '/bin/true'
const TWO_AT_A_TIME = 2

/** Medians of interleaved rounds; a ratio is the median of the ratios of each round to the bare spawns of that round. */
export async function run({ quick }) {
  const rounds = quick ? 5 : 11
  const starts = quick ? 60 : 100
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'))
  try {
    const { launch, self, lookupUser, proveHold } = await sandbox(folder)
    const nobody = await lookupUser('nobody')
    const me = self()
    const launched = options => once(launch, { identity: me, ...options })
    const asExeca = (file, args, options) =>
      execa(file, args, { ...options, buffer: false, cleanup: false, extendEnv: false, reject: false })
    let serial = 0
    const onFiles = () => {
      const path = join(folder, String(serial++))
      return launched({ role: 'consumer', stdout: { file: `${path}.out` }, stderr: { file: `${path}.err` } })
    }
    const ways = {
      bare,
      'start.launcher': launched,
      'start.execa': () => launched({ spawner: asExeca }),
      'start.files': onFiles,
    }
    if (me.uid === 0 && nobody.ok) {
      const identity = nobody.value
      ways['start.user'] = () => launched({ identity })
      // One more group, so that setpriv has to set them.
      ways['start.user-groups'] = () => launched({ identity: { ...identity, groups: [1, identity.gid] } })
    }
    const proven = await proveHold('of the bench')
    if (proven.ok) {
      const hold = { bubblewrap: proven.value, allow: [], needed: [] }
      ways['start.held'] = () => launched({ hold })
      if (ways['start.user']) ways['start.held-user'] = () => launched({ hold, identity: nobody.value })
    }
    return report(await measure(ways, rounds, starts))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const MEANING = {
  'start.launcher': { name: 'a start by the launcher, against a bare spawn', must: 1.5, aim: 1.15 },
  'start.execa': { name: 'the same with execa inside' },
  'start.files': { name: 'a start with output on files, against a bare spawn' },
  'start.user': { name: 'a start as another user without supplementary groups', must: 1.5, aim: 1.15 },
  'start.user-groups': { name: 'a start as another user with supplementary groups', must: 2 },
  'start.held': { name: 'a start of a producer that is held, against a bare spawn' },
  'start.held-user': { name: 'the same as another user' },
}

function report(times) {
  return Object.entries(MEANING).flatMap(([id, meaning]) => {
    const own = times[id]
    if (!own) return []
    const ratio = median(own.map((time, round) => time / times.bare[round]))
    const detail = `${median(own).toFixed(2)} ms a start, bare ${median(times.bare).toFixed(2)} ms`
    return [{ id, ...meaning, ratio: Number(ratio.toFixed(2)), detail }]
  })
}

async function measure(ways, rounds, starts) {
  const times = Object.fromEntries(Object.keys(ways).map(name => [name, []]))
  for (const start of Object.values(ways)) await many(start, 10)
  for (let round = 0; round < rounds; round++) {
    for (const [name, start] of Object.entries(ways)) {
      const before = performance.now()
      await many(start, starts)
      times[name].push((performance.now() - before) / starts)
    }
  }
  return times
}

async function many(start, count) {
  let left = count
  const worker = async () => {
    while (left-- > 0) await start()
  }
  await Promise.all(Array.from({ length: TWO_AT_A_TIME }, worker))
}

const bare = () =>
  new Promise(resolve => {
    const child = spawn(PROGRAM, [], { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: '/usr/bin:/bin' } })
    child.stdin.on('error', () => {})
    child.stdin.end('{"type":"start"}\n')
    child.stdout.resume()
    child.stderr.resume()
    child.on('close', resolve)
  })

async function once(launch, { spawner, ...options }) {
  const launched = await launch(
    {
      program: { argv: [PROGRAM], executable: PROGRAM, user: null, cwd: '/', env: {} },
      role: 'producer',
      limits: {},
      timeouts: { idle: 60_000, total: 600_000 },
      stdout: 'pipe',
      stderr: 'pipe',
      onStdout() {},
      ...options,
    },
    spawner,
  )
  if (!launched.ok) throw new Error(launched.error.message)
  launched.value.send('{"type":"start"}\n')
  await launched.value.settled
}

/** The sources as they are, built into a folder of their own. */
async function sandbox(folder) {
  const sources = new URL('../src/sandbox/', import.meta.url).pathname
  await build({
    stdin: {
      contents: `export * from './launch.js'\nexport * from './identity.js'\nexport * from './proof.js'\n`,
      resolveDir: sources,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    outfile: join(folder, 'sandbox.mjs'),
    logLevel: 'error',
  })
  return import(join(folder, 'sandbox.mjs'))
}

const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]
