// Durable appends through the journal against the same bytes through a bare write and fdatasync, in the same run.
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))

const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

async function load(dir) {
  const outfile = join(dir, 'writer.mjs')
  const entry = join(here, '..', 'src', 'journal', 'writer.ts')
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  return await import(pathToFileURL(outfile))
}

const event = n => ({
  type: 'selection-result',
  task: `task-${n}`,
  attempt: 1,
  address: `step-${n}/item`,
  status: 'applied',
})

/** @param {{quick?: boolean, dir?: string}} options `dir`: a folder on the file system to measure. */
export async function run({ quick = false, dir: parent = tmpdir() } = {}) {
  const dir = mkdtempSync(join(parent, 'edgewise-bench-journal-'))
  try {
    const { openWriter } = await load(dir)
    const appends = quick ? 200 : 1000
    const rounds = quick ? 5 : 9
    const journal = join(dir, 'journal.jsonl')
    const bare = join(dir, 'bare')
    const through = { batch1: [], batch8: [], bare: [] }

    const timed = (name, batch) => {
      rmSync(journal, { force: true })
      const options = { clock: () => new Date().toISOString(), boot: 'bench', host: '0.1.0' }
      const opened = openWriter(journal, options)
      if (!opened.ok) throw new Error(opened.error.message)
      const began = performance.now()
      for (let n = 0; n < appends; n++) {
        opened.value.append(event(n))
        if ((n + 1) % batch === 0) opened.value.flush()
      }
      const closed = opened.value.close()
      if (!closed.ok) throw new Error(closed.error.message)
      through[name].push((performance.now() - began) / appends)
    }
    const barely = lines => {
      rmSync(bare, { force: true })
      const fd = openSync(bare, 'a', 0o600)
      const began = performance.now()
      for (const line of lines) {
        writeSync(fd, line)
        fdatasyncSync(fd)
      }
      through.bare.push((performance.now() - began) / appends)
      closeSync(fd)
    }

    for (let round = 0; round < rounds; round++) {
      timed('batch1', 1)
      const lines = readFileSync(journal, 'utf8')
        .split(/(?<=\n)/)
        .map(line => Buffer.from(line))
      barely(lines)
      timed('batch8', 8)
    }
    const ratio = name => median(through[name].map((took, round) => took / through.bare[round]))
    const each = name => `${(median(through[name]) * 1000).toFixed(0)} µs`
    return [
      {
        id: 'journal-append',
        name: 'a durable append against write and fdatasync',
        ratio: ratio('batch1'),
        must: 1.3,
        aim: 1.1,
        detail: `${each('batch1')} against ${each('bare')} an append, ${appends} appends, ${rounds} rounds`,
      },
      {
        id: 'journal-batch',
        name: 'an append of eight that share a sync, against write and fdatasync of each',
        ratio: ratio('batch8'),
        must: 0.4,
        aim: 0.2,
        detail: `${each('batch8')} against ${each('bare')} an append`,
      },
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
