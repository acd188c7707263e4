// Bundles the command line and the library into dist/, and writes the declarations beside them.
// --no-types and --types do one half alone.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { sweep } from './sweep.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const out = join(root, 'dist')

const common = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  // A third less to read at every start; the map beside it gives names back to a stack trace.
  minify: true,
  sourcemap: 'external',
  legalComments: 'none',
  metafile: true,
}

/** By the words of the import. */
const commands = {
  './phases.js': './phases.cjs',
  './status.js': './status.cjs',
  './history.js': './history.cjs',
  './conformance.js': './conformance.cjs',
}
const packages = { '@clack/prompts': './prompts.cjs', execa: './execa.cjs' }
const lazy = { ...commands, ...packages }

async function bundle() {
  const built = await Promise.all([
    // CommonJS starts a third faster than an ES module. The entry holds commander and the options, nothing else.
    build({
      ...common,
      entryPoints: {
        main: 'src/cli/main.ts',
        phases: 'src/cli/phases.ts',
        status: 'src/cli/status.ts',
        history: 'src/cli/history.ts',
        ...Object.fromEntries(
          Object.entries(packages).map(([name, path]) => [path.slice(2, -'.cjs'.length), name]),
        ),
      },
      entryNames: 'bundles/[name]-[hash]',
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      // As `require`: importing CommonJS would scan the whole bundle for its exports first.
      supported: { 'dynamic-import': false },
      plugins: [
        { name: 'apart', setup: apart },
        { name: 'late', setup: late },
      ],
    }),
    // The suite finds its data beside itself, and CommonJS has no import.meta.
    build({
      ...common,
      entryPoints: { conformance: 'src/cli/conformance.ts' },
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': '__url' },
      banner: { js: "const __url=require('node:url').pathToFileURL(__filename).href;" },
    }),
    // Chunk names carry a hash, so that a running program never sees a half-written bundle of another build.
    build({
      ...common,
      entryPoints: { index: 'src/index.ts', conformance: 'src/conformance.ts' },
      splitting: true,
      format: 'esm',
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    }),
  ])
  const names = {}
  const files = built.map(({ metafile }) => Object.keys(metafile.outputs).map(file => relative('dist', file)))
  for (const file of files[0]) {
    const [, name] = /([a-z]+)-[A-Z0-9]+\.cjs$/.exec(file) ?? []
    if (name) names[`./${name}.cjs`] = file.slice(0, -'.cjs'.length)
  }
  warm(names)
  const loader = readFileSync(join(root, 'scripts', 'loader.cjs'), 'utf8')
  const entry = join(out, 'cli.cjs')
  const start = `load(__dirname, ${JSON.stringify(names)}, './main.cjs')`
  writeFileSync(`${entry}.new`, `#!/usr/bin/env node\n${loader.replace('module.exports = load', start)}`)
  chmodSync(`${entry}.new`, 0o755)
  renameSync(`${entry}.new`, entry)
  sweep(out, ['cli.cjs', ...files.flat()], ['types'])
}

/** Everything is run once, with a step that changes nothing, so that what a run needs is in the caches. */
function warm(names) {
  const folder = mkdtempSync(join(tmpdir(), 'edgewise-build-'))
  const [step, manifest, state] = ['step.sh', 'transition.json', 'state'].map(name => join(folder, name))
  const program = [step, join(folder, 'applied')]
  try {
    writeFileSync(step, stepToWarmUp, { mode: 0o755 })
    writeFileSync(
      manifest,
      JSON.stringify({ edgewise: 1, name: 'warm', steps: { s: { producer: program, consumer: program } } }),
    )
    for (const args of [
      ['--help'],
      ['status', '--state-dir', state],
      ['apply', manifest, '--accept', 'all', '--no-input', '--state-dir', state],
    ])
      execFileSync(
        process.execPath,
        [join(root, 'scripts', 'warm.cjs'), out, JSON.stringify(names), ...args],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      )
  } catch (error) {
    // Where no program can be run, or no state kept, starts are only slower.
    console.error(`Built without all code caches: ${error.message}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const stepToWarmUp = `#!/bin/sh
read -r start
case $start in
*consumer*) : >"$1"; echo '{"type":"result","item":"i","status":"applied"}' ;;
*) [ -e "$1" ] || echo '{"type":"item","id":"i","severity":"error","title":"t","resolutions":[{"id":"r","title":"t","default":true}]}' ;;
esac
echo '{"type":"done","outcome":"ok"}'
`

/** What is imported only when it is called for stays a file of its own. */
function apart({ onResolve }) {
  onResolve({ filter: /./ }, ({ path, kind }) =>
    kind === 'dynamic-import' && lazy[path] ? { path: lazy[path], external: true } : undefined,
  )
}

/** Modules of Node that take milliseconds to load; --help, and a status without a run, need none of them. */
const slow = ['child_process', 'crypto']

/** Loads them at the first use of what they export, and not where they are imported. */
function late({ onResolve, onLoad }) {
  const filter = new RegExp(`^(?:node:)?(?:${slow.join('|')})$`)
  onResolve({ filter }, ({ path, namespace }) =>
    namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
  )
  onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
    contents: `for (const name of '${Object.keys(require(path)).join(' ')}'.split(' '))
      Object.defineProperty(exports, name, { enumerable: true, get: () => require('${path}')[name] })`,
  }))
}

function declare() {
  rmSync(join(out, 'types'), { recursive: true, force: true })
  const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
  execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json')], {
    cwd: root,
    stdio: 'inherit',
  })
}

const half = process.argv[2]
if (half !== '--types') await bundle()
if (half !== '--no-types') declare()
