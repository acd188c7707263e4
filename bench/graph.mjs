// G15: a graph of 10,000 tasks and 30,000 edges, from steps and choices to a checked graph with its barriers, against
// building the same nodes and edges in graphology alone. G16: scheduling without running; the time a task must not grow.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { DirectedGraph } from 'graphology'
import { inScratch, interleaved, median, ratioOf, root } from './measure.mjs'
import { chosen, drive, stepsOf } from './schedule.mjs'

export const measures = ['G15', 'G16']

/** The core as it is, in one file. */
async function core(folder) {
  const outfile = join(folder, 'core.mjs')
  const from = name => JSON.stringify(join(root, 'src', 'scheduler', name))
  await build({
    stdin: {
      contents: `
        export { buildGraph } from ${from('graph.ts')}
        export { fold } from ${from('fold.ts')}
        export { next } from ${from('next.ts')}
        export { findingsOf } from ${from('findings.ts')}`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    logLevel: 'error',
  })
  return { path: outfile, ...(await import(pathToFileURL(outfile))) }
}

async function buildingRatio(engine, quick) {
  const count = 10_000
  const steps = stepsOf(count)
  const { found, choices } = chosen(engine, steps)
  const edges = steps.flatMap(step => step.needs.map(need => [need, step.name]))
  const contenders = {
    ours: () => {
      const graph = engine.buildGraph({ steps, found, choices })
      if (!graph.ok || graph.value.edges.length !== edges.length) throw new Error('that is another graph')
    },
    graphology: () => {
      const graph = new DirectedGraph()
      for (const { name } of steps) graph.addNode(name)
      for (const [from, to] of edges) graph.addDirectedEdge(from, to)
    },
  }
  const { times, medians } = await interleaved(contenders, quick ? 7 : 21)
  return {
    id: 'G15',
    name: 'a graph of 10,000 tasks and 30,000 edges, against graphology alone',
    ratio: ratioOf(times, 'ours', 'graphology'),
    must: 1.5,
    aim: 1.1,
    detail: `${medians.ours.toFixed(1)} ms against ${medians.graphology.toFixed(1)} ms, ${edges.length} edges`,
  }
}

const sizes = [1000, 10_000, 100_000]
const most = Math.max(...sizes)

/**
 * Each size runs as many tasks a round, so that all are compared equally warm. CPU time, because other load makes it no
 * longer. With `keeps` the runs of a round stay in memory, so that each size has as many tasks there by its end: a small
 * graph alone is gone before the collector ever copies it, which is a matter of the heap and not of scheduling.
 */
function timesOf(engine, quick, keeps) {
  const times = new Map(sizes.map(size => [size, []]))
  for (let round = -1; round < (quick ? 3 : 9); round++)
    for (const size of sizes) {
      let sum = 0
      const kept = []
      for (let run = 0; run < most / size; run++) {
        const { took, left } = drive(engine, size)
        sum += took
        if (keeps) kept.push(left)
      }
      if (round >= 0) times.get(size).push((sum * size) / most)
    }
  return times
}

/** Each size in a new process, as a host has one run to go through and ends. */
function alone({ path }, quick) {
  const times = new Map(sizes.map(size => [size, []]))
  for (let round = 0; round < (quick ? 3 : 9); round++)
    for (const size of sizes)
      times
        .get(size)
        .push(
          Number(execFileSync(process.execPath, [join(root, 'bench', 'schedule.mjs'), path, String(size)])),
        )
  return times
}

function schedulingRatio(engine, quick) {
  const own = alone(engine, quick)
  const times = timesOf(engine, quick, false)
  const beside = timesOf(engine, quick, true)
  const each = size => median(times.get(size))
  const growth = (large, small, of = times) =>
    median(of.get(large).map((time, round) => time / of.get(small)[round]))
  const told = of =>
    sizes.map(size => `${median(of.get(size)).toFixed(1)} µs of ${size.toLocaleString('en')}`)
  const [small, middle, large] = told(times)
  return [
    {
      id: 'G16',
      name: 'scheduling without running, a task of 100,000 against one of 10,000',
      ratio: growth(100_000, 10_000),
      must: 1.5,
      aim: 1.1,
      detail: `a task: ${large}, ${middle}`,
    },
    {
      id: 'G16',
      name: 'a task of 100,000 against one of 1,000, each in a process of its own',
      ratio: growth(100_000, 1000, own),
      must: 1,
      detail: `a task: ${told(own).join(', ')}`,
    },
    {
      id: 'G16',
      name: 'warm, a task of 10,000 against one of 1,000',
      ratio: growth(10_000, 1000),
      detail: `a task: ${middle}, ${small}; what lives that long is copied by the collector`,
    },
    {
      id: 'G16',
      name: 'a task of 100,000 against one of 1,000, with as many tasks in memory',
      ratio: growth(100_000, 1000, beside),
      detail: `a task: ${told(beside).join(', ')}`,
    },
    {
      id: 'G16',
      name: 'the same, CPU microseconds a task of 100,000',
      ratio: each(100_000),
      aim: 5,
      detail: 'from the committed plan to the end of the run',
    },
  ]
}

/** @param {{quick?: boolean}} options */
export async function run({ quick = false } = {}) {
  return await inScratch(async folder => {
    const engine = await core(folder)
    return [await buildingRatio(engine, quick), ...schedulingRatio(engine, quick)]
  })
}
