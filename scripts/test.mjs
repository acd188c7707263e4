// Builds, runs every test file through tap, and ends with the line `N passed, N failed, N skipped`.
// With EDGEWISE_NO_SKIP=1 a skipped test is a failure: on a machine that has all, everything has to run.
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const files = process.argv.slice(2)

for (const [what, args] of [
  ['build', [join(root, 'scripts', 'build.mjs')]],
  ['types', [join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'), '--noEmit']],
  ['style', [require.resolve('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=error', '.']],
]) {
  if (files.length > 0 && what !== 'build') continue
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) {
    console.log(`${what} failed`)
    console.log('0 passed, 1 failed')
    process.exit(1)
  }
}

mkdirSync(join(root, '.tap'), { recursive: true })
const record = createWriteStream(join(root, '.tap', 'last.tap'))
const tap = spawn(
  process.execPath,
  [join(root, 'node_modules', 'tap', 'dist', 'esm', 'run.mjs'), 'run', '--reporter=tap', ...files],
  { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, TAP_CHILD_ID: undefined } },
)

let counts = null
let quoting = 0
const skips = []
for await (const line of createInterface({ input: tap.stdout })) {
  record.write(`${line}\n`)
  const summary = /^# \{ (.*) \}$/.exec(line)
  if (summary) counts = Object.fromEntries(summary[1].split(', ').map(pair => pair.split(': ')))
  const point = /^(\s*)(not )?ok \d+(?: - (.*))?$/.exec(line)
  if (point) {
    const [, indent, not, name = ''] = point
    if (/ # SKIP/i.test(name)) skips.push(name)
    if (indent === '' || not) console.log(line)
    quoting = not && !name.includes('# TODO') ? 60 : 0
  } else if (quoting > 0) {
    console.log(line)
    quoting = /^\s*\.\.\.$/.test(line) ? 0 : quoting - 1
  }
}
const [code] = await new Promise(resolve => {
  if (tap.exitCode !== null) resolve([tap.exitCode])
  else tap.once('exit', (...end) => resolve(end))
})
record.end()

const count = key => Number(counts?.[key] ?? 0)
const failed = count('fail') || (code === 0 && counts ? 0 : 1)
for (const skip of new Set(skips)) console.log(`skipped: ${skip}`)
console.log(`${count('pass')} passed, ${failed} failed, ${count('skip')} skipped`)
const intolerable = process.env.EDGEWISE_NO_SKIP === '1' && count('skip') + count('todo') > 0
if (intolerable) console.log('Nothing may be skipped here: install what is missing.')
process.exit(failed > 0 || intolerable ? 1 : 0)
