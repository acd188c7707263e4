// Prints ratios against bare baselines measured in the same run. Never a test: nothing turns red by it.
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'

// Node 20 reads this bundle at every start; the baselines must not pay for it, nor may we.
delete process.env.NODE_EXTRA_CA_CERTS

const usage = 'npm run bench [-- --quick] [-- --only G1,G8] [-- --json]'
let given
try {
  given = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }).values
} catch (error) {
  console.error(`${error.message}\n${usage}`)
  process.exit(2)
}
if (given.help) {
  console.log(usage)
  process.exit(0)
}
const { quick, json } = given
const only = given.only === undefined ? null : new Set(given.only.split(','))
const modules = [
  'startup',
  'start',
  'check',
  'chain',
  'apply',
  'user',
  'sync',
  'items',
  'journal',
  'recovery',
  'graph',
  'conformance',
]

const results = []
for (const name of modules) {
  const { run, measures } = await import(`./${name}.mjs`)
  if (only && !only.has(name) && !measures?.some(id => only.has(id))) continue
  process.stderr.write(`measuring ${name} …\n`)
  for (const result of await run({ quick }))
    if (!only || only.has(name) || only.has(result.id)) results.push(result)
}

if (json) console.log(JSON.stringify({ node: process.version, cores: cpus().length, quick, results }))
else {
  const number = value => (value === undefined ? '' : value.toFixed(2))
  const rows = results.map(({ id, name, ratio, must, aim, detail, higher }) => {
    const meets = limit => (limit === undefined ? null : higher ? ratio >= limit : ratio <= limit)
    const verdict = meets(aim) ? 'aim' : must === undefined ? '' : meets(must) ? 'must' : 'MISSED'
    return [id, name, number(ratio), number(must), number(aim), verdict, detail ?? '']
  })
  const head = ['', 'workload', 'ratio', 'must', 'aim', '', 'detail']
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(row => row[i].length)))
  console.log(
    `Node ${process.version}, ${cpus().length} cores${quick ? ', quick' : ''}; ratios, lower is better unless ≥`,
  )
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, i) => (i >= 2 && i <= 4 ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
        .join('  ')
        .trimEnd(),
    )
}
