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

const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0

if (!run(join(root, 'scripts', 'build.mjs'))) {
  console.log('0 passed, 1 failed, 0 skipped')
  process.exit(1)
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
let passed = count('pass')
let failed = count('fail') || (code === 0 && counts ? 0 : 1)

// Last, so that whoever changes a line sees first what it broke.
const whole = files.length === 0
const checks = {
  types: [join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'), '--noEmit'],
  style: [require.resolve('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=error', '.'],
}
for (const [what, args] of whole ? Object.entries(checks) : []) {
  const fine = run(...args)
  console.log(`${fine ? 'ok' : 'not ok'} - ${what}`)
  if (fine) passed++
  else failed++
}

for (const skip of new Set(skips)) console.log(`skipped: ${skip}`)
const intolerable = process.env.EDGEWISE_NO_SKIP === '1' && count('skip') + count('todo') > 0
if (intolerable) console.log('Nothing may be skipped here: install what is missing.')
console.log(`${passed} passed, ${failed} failed, ${count('skip')} skipped`)
process.exit(failed > 0 || intolerable ? 1 : 0)
