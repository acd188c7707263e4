// What the benchmarks share: medians of interleaved rounds, whole processes timed, a scratch folder.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const cli = join(root, 'dist', 'cli.cjs')

export const median = values => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Runs every contender once a round, in turn, after a warm-up; answers the medians in milliseconds, and all rounds. */
export async function interleaved(contenders, rounds) {
  const names = Object.keys(contenders)
  const times = Object.fromEntries(names.map(name => [name, []]))
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      const begun = performance.now()
      await contenders[name]()
      if (round >= 0) times[name].push(performance.now() - begun)
    }
  return { times, medians: Object.fromEntries(names.map(name => [name, median(times[name])])) }
}

/** The median of the ratio of each round: a slow second of the machine then hits both sides. */
export const ratioOf = (times, a, b) => median(times[a].map((time, round) => time / times[b][round]))

export function run(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: 'ignore',
      env: { PATH: process.env.PATH, HOME: '/' },
      ...options,
    })
    child.on('error', reject)
    child.on('exit', status => {
      const expected = options.expected ?? 0
      if (status === expected) resolve()
      else reject(new Error(`${args.join(' ')} exited with ${status}, not ${expected}`))
    })
  })
}

export async function inScratch(work) {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
