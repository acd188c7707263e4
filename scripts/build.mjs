// Bundles the command line and the library into dist/, and writes the declarations beside them.
// --no-types and --types do one half alone.
import { execFileSync } from 'node:child_process'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

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
}

/** By the words of the import. */
const commands = { './phases.js': './phases.cjs', './status.js': './status.cjs' }
const packages = { '@clack/prompts': './prompts.cjs', execa: './execa.cjs' }
const lazy = { ...commands, ...packages }

async function bundle() {
  await Promise.all([
    // CommonJS starts a third faster than an ES module. The entry holds commander and the options, nothing else.
    build({
      ...common,
      entryPoints: {
        cli: 'src/cli/main.ts',
        phases: 'src/cli/phases.ts',
        status: 'src/cli/status.ts',
        ...Object.fromEntries(
          Object.entries(packages).map(([name, path]) => [path.slice(2, -'.cjs'.length), name]),
        ),
      },
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      // As `require`: importing CommonJS would scan the whole bundle for its exports first.
      supported: { 'dynamic-import': false },
      plugins: [
        { name: 'apart', setup: apart },
        { name: 'late', setup: late },
      ],
    }),
    // Chunk names carry a hash, so that a running program never sees a half-written bundle of another build.
    build({
      ...common,
      entryPoints: { index: 'src/index.ts' },
      splitting: true,
      format: 'esm',
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    }),
  ])
  const entry = join(out, 'cli.cjs')
  writeFileSync(entry, `#!/usr/bin/env node\n${readFileSync(entry, 'utf8')}`)
  chmodSync(entry, 0o755)
}

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
