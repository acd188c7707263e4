/** The order of the layers: an import points at its own folder or one before it, never behind it. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import ts from 'typescript'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** A folder beside the project, which exists on one machine only. */
const beside = ['..', 'shared'].join('/')

/** From the one that all may use to the one that nobody may. Files beside the folders stand for themselves. */
const layers = [
  'fallible.ts',
  'protocol',
  'manifest',
  'scheduler',
  'sandbox',
  'journal',
  'choice',
  'report',
  'host',
  'conformance',
  'cli',
]
/** Doors for others: the library, and the commands' entries. Nobody inside goes out by them. */
const isDoor = (layer: string): boolean => layer.endsWith('.ts') && layer !== 'fallible.ts'
/** What a layer before it may not use all the same: who starts programs knows no messages. */
const apart: Record<string, string[]> = {
  sandbox: ['protocol', 'scheduler'],
  // Who judges hosts and steps shares with the host what starts programs and reads the wire, and nothing else.
  conformance: ['scheduler', 'journal', 'choice', 'report', 'host'],
}

/** All that a file imports, re-exports, or loads when it is needed. */
function importsOf(source: string): { line: number; from: string }[] {
  const { importedFiles } = ts.preProcessFile(source, true, true)
  return importedFiles.map(({ fileName, pos }) => ({
    line: source.slice(0, pos).split('\n').length,
    from: fileName,
  }))
}

function sourcesUnder(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return all.filter(file => /\.[cm]?[tj]s$/.test(file)).sort()
}

const layerOf = (file: string): string => file.split(sep)[0]!

/** Each breach as one line: who, where, what. */
function breaches(src: string): string[] {
  const found: string[] = []
  for (const file of sourcesUnder(src)) {
    const source = readFileSync(join(src, file), 'utf8')
    if (source.includes(beside)) found.push(`${file} names ${beside}`)
    const own = layerOf(file)
    const rank = layers.indexOf(own)
    if (rank < 0 && !isDoor(own)) found.push(`${file} lies in no known layer`)
    for (const { line, from } of importsOf(source)) {
      if (!from.startsWith('.')) continue
      const at = `${file}:${line} imports ${from}`
      const target = normalize(join(dirname(file), from))
      const other = layerOf(target).replace(/\.js$/, '.ts')
      if (target.startsWith('..')) {
        // The wire as data lies beside the sources, for all to read.
        if (!target.startsWith(`..${sep}protocol${sep}`) && target !== join('..', 'package.json'))
          found.push(`${at}, outside of src`)
      } else if (!isDoor(own) && other !== own) {
        if (layers.indexOf(other) < 0) found.push(`${at}, which is a door`)
        else if (layers.indexOf(other) > rank) found.push(`${at}, but ${own} comes before ${other}`)
        else if (apart[own]?.includes(other)) found.push(`${at}, but ${own} stands apart from ${other}`)
      }
    }
  }
  return found
}

t.test('imports obey the order of the layers, and nothing leads out of the project', async t => {
  const src = join(root, 'src')
  t.same(breaches(src), [])
  const folders = readdirSync(src, { withFileTypes: true }).filter(entry => entry.isDirectory())
  for (const { name } of folders) t.ok(layers.includes(name), `${name} has its place in the order`)
  t.ok(sourcesUnder(src).length > 50, 'they were read')
})

t.test('the map of the folders tells the same order', async t => {
  const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const told = [...map.matchAll(/^\| `src\/([a-z]+)\/` \|/gm)].map(([, name]) => name)
  t.same(
    told,
    layers.filter(layer => !layer.endsWith('.ts')),
  )
})

t.test('the scheduler is pure: no clock, no chance, no file, no process', async t => {
  const folder = join(root, 'src', 'scheduler')
  for (const file of sourcesUnder(folder)) {
    const source = readFileSync(join(folder, file), 'utf8')
    t.notMatch(
      source,
      /\b(Date\.now|new Date|Math\.random|performance\.now|setTimeout|setImmediate|process\.)/,
      file,
    )
    for (const { from } of importsOf(source)) t.notMatch(from, /^node:/, `${file} imports ${from}`)
  }
})

t.test('what breaks the order is found, in every way to import', async t => {
  const src = t.testdir()
  for (const layer of layers) if (!layer.endsWith('.ts')) mkdirSync(join(src, layer))
  mkdirSync(join(src, 'utils'))
  writeFileSync(join(src, 'fallible.ts'), "export type { A } from './protocol/a.js'\n")
  writeFileSync(
    join(src, 'protocol', 'a.ts'),
    "\n\nimport type { B } from '../scheduler/b.js'\nimport '../fallible.js'\n",
  )
  writeFileSync(
    join(src, 'scheduler', 'b.ts'),
    "const c = await import('../sandbox/c.js')\n// import '../host/no.js'\n",
  )
  writeFileSync(
    join(src, 'sandbox', 'c.ts'),
    "import { a } from '../protocol/a.js'\nconst text = \"from '../cli/x.js'\"\n",
  )
  writeFileSync(
    join(src, 'cli', 'd.ts'),
    `import '../index.js'\nimport '../${beside}/e.js'\nimport './f.js'\nimport '../host/g.js'\n`,
  )
  writeFileSync(join(src, 'index.ts'), "export * from './host/g.js'\n")
  writeFileSync(join(src, 'utils', 'h.ts'), '')
  t.same(breaches(src), [
    `cli/d.ts names ${beside}`,
    'cli/d.ts:1 imports ../index.js, which is a door',
    `cli/d.ts:2 imports ../${beside}/e.js, outside of src`,
    'fallible.ts:1 imports ./protocol/a.js, but fallible.ts comes before protocol',
    'protocol/a.ts:3 imports ../scheduler/b.js, but protocol comes before scheduler',
    'sandbox/c.ts:1 imports ../protocol/a.js, but sandbox stands apart from protocol',
    'scheduler/b.ts:1 imports ../sandbox/c.js, but scheduler comes before sandbox',
    'utils/h.ts lies in no known layer',
  ])
})
