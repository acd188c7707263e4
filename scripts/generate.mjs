// Writes the TypeScript types and the compiled validators that follow from protocol/*.json. With --check it only compares.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { compile } from 'json-schema-to-typescript'

const require = createRequire(import.meta.url)
const { default: Ajv } = require('ajv/dist/2020.js')
const { default: standalone } = require('ajv/dist/standalone/index.js')

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const messageTypes = ['start', 'resolve', 'item', 'result', 'progress', 'done']
/** What only leaves the program is held to its schema by tests; a compiled validator of it would serve nobody. */
const onlyWritten = new Set(['report', 'waiting'])
const pascal = name => name.replace(/(?:^|[-.])(.)/g, (_, first) => first.toUpperCase())

/** The schemas by their name: `schema` is the wire, `manifest` comes from manifest.schema.json. */
function schemas() {
  const found = new Map()
  for (const file of readdirSync(join(root, 'protocol')).sort()) {
    const name = file === 'schema.json' ? 'schema' : file.match(/^(.+)\.schema\.json$/)?.[1]
    if (name && !onlyWritten.has(name))
      found.set(name, { file, schema: JSON.parse(readFileSync(join(root, 'protocol', file), 'utf8')) })
  }
  return found
}

/**
 * One definition as json-schema-to-typescript can name it well: a reference becomes the name it points at (the tool
 * drops a description that stands beside `$ref`), titles go (it would make a type of each), and so do conditions.
 */
function forTypes(node, imports) {
  if (Array.isArray(node)) return node.map(each => forTypes(each, imports))
  if (typeof node !== 'object' || node === null) return node
  const {
    title,
    if: condition,
    then,
    else: otherwise,
    not,
    pattern,
    propertyNames,
    $defs,
    $schema,
    $id,
    ...rest
  } = node
  const conditional = all => all.every(each => 'if' in each || 'not' in each)
  if (rest.allOf && conditional(rest.allOf)) delete rest.allOf
  if (rest.anyOf && rest.type === 'string') delete rest.anyOf
  // A choice by condition is a union of its two outcomes.
  if (condition && then && otherwise && !rest.type)
    return forTypes({ ...rest, anyOf: [then, otherwise] }, imports)
  if (typeof rest.$ref === 'string') {
    const { $ref, description } = rest
    const [base, pointer = ''] = $ref.split('#')
    const name = pascal(pointer.split('/').pop() || 'root')
    if (base) imports.add(name)
    return description ? { description, tsType: name } : { tsType: name }
  }
  for (const key of Object.keys(rest)) {
    if (key === 'properties' || key === 'patternProperties') {
      rest[key] = Object.fromEntries(Object.entries(rest[key]).map(([k, v]) => [k, forTypes(v, imports)]))
    } else if (!['enum', 'const', 'default', 'examples', 'required'].includes(key))
      rest[key] = forTypes(rest[key], imports)
  }
  // Unknown properties are ignored, so they are no part of a type; an object of no stated properties is an open one.
  if (rest.type === 'object') {
    const stated = rest.additionalProperties
    const open = rest.properties || rest.patternProperties ? false : true
    rest.additionalProperties = typeof stated === 'object' ? stated : open
  }
  return rest
}

async function typeOf(name, schema, imports) {
  const { $ref, ...own } = schema
  const text = await compile(forTypes(own, imports), name, {
    bannerComment: '',
    ignoreMinAndMaxItems: true,
    style: { semi: false, singleQuote: true, printWidth: 110 },
  })
  if (!$ref) return text.trim()
  if (!own.properties) return `export type ${name} = ${pascal($ref.split('/').pop())}`
  return text
    .trim()
    .replace(`interface ${name} {`, `interface ${name} extends ${pascal($ref.split('/').pop())} {`)
}

async function typesOf(name, { file, schema }) {
  const imports = new Set()
  const parts = []
  for (const [key, definition] of Object.entries(schema.$defs ?? {})) {
    parts.push(await typeOf(pascal(key), definition, imports))
  }
  if (name === 'schema') {
    parts.push(
      'export type HostMessage = Start | Resolve',
      'export type StepMessage = Item | Result | Progress | Done',
      'export type Message = HostMessage | StepMessage',
    )
  } else parts.push(await typeOf(pascal(name), schema, imports))
  const header = `/* Generated from protocol/${file} by \`npm run generate\`. Do not edit. */\n`
  const names = [...imports].sort().join(', ')
  const imported = names ? `import type { ${names} } from './messages.js'\n` : ''
  return `${[header + imported, ...parts].join('\n')}\n`
}

/** ajv counts code points for each length; a string's `length` is never less than that, and settles nearly every case. */
const quickLengths = code =>
  code
    .replace(/(func\d+)\((\w+)\) > (\d+)/g, '$2.length > $3 && $1($2) > $3')
    .replace(/(func\d+)\((\w+)\) < (\d+)/g, (_, f, s, n) =>
      n === '1' ? `${s}.length < 1` : `${f}(${s}) < ${n}`,
    )

/** Errors inside `not` and `if` are only counted and then forgotten, so they need no object; a valid name makes two. */
const quickNots = code =>
  code.replace(
    /const (err\d+) = \{\};if\(vErrors === null\)\{vErrors = \[\1\];\}\s*else \{vErrors\.push\(\1\);\}\s*errors\+\+;/g,
    'errors++;',
  )

/** The path to a nested value is put together where it is wrong, and not for each value on the way down. */
const quickPaths = code =>
  code.replace(
    /([\w.]*validate\d*)\(([\w[\]]+), \{instancePath(?::([^{}]+?))?,parentData[:,][^{}]*\}\)/g,
    (_, validate, value, path) => `(${validate}(${value}) || under(${validate}, ${path ?? 'instancePath'}))`,
  )

/**
 * A call of a regular expression costs five times a look at a few characters, and the patterns of names are nothing
 * more: one class, anywhere (`[^a-z]`) or at the start (`^[a-z]`).
 */
function quickPatterns(code) {
  return code.replace(/new RegExp\("(\^?)\[([^[\]\\]+)\]", "u"\)/g, (whole, anchor, inside) => {
    const allowed = new RegExp(`[${inside}]`, 'u')
    const table = Array.from({ length: 128 }, (_, unit) => (allowed.test(String.fromCharCode(unit)) ? 1 : 0))
    // Whether a character beyond ASCII belongs to it is the same for all of them in such a class.
    const beyond = inside.startsWith('^')
    if (/[^\x00-\x7f]/.test(inside)) return whole
    return `${anchor ? 'startsIn' : 'holdsAny'}([${table}], ${beyond})`
  })
}

const runtime = `
const under = (validate, path) => {
  for (const error of validate.errors) error.instancePath = path + error.instancePath
  return false
}
const isIn = (table, beyond, unit) => (unit < 128 ? table[unit] === 1 : beyond)
const startsIn = (table, beyond) => ({ test: text => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) })
const holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return true
    return false
  },
})
`

/** ajv writes `require` of its runtime even into a module; an import in its place is what every loader takes. */
function asModule(code) {
  const imports = []
  const body = code.replace(/require\("(ajv\/dist\/runtime\/\w+)"\)\.default/g, (_, path) => {
    const name = `runtime${imports.length}`
    imports.push(`import ${name} from '${path}.js'`)
    return `(${name}.default ?? ${name})`
  })
  if (/\brequire\(/.test(body)) throw new Error('ajv asks for a module that the generator does not know')
  return `${imports.join('\n')}\n${runtime}${body.replace(/^"use strict";/, '')}`
}

async function validatorOf(names, schema, all, allErrors) {
  const ajv = new Ajv({
    strict: true,
    allErrors,
    schemas: all,
    code: { esm: true, source: true },
  })
  const exported = Object.fromEntries(names.map(([name, pointer]) => [name, schema.$id + pointer]))
  const code = asModule(quickPatterns(quickPaths(quickNots(quickLengths(standalone(ajv, exported))))))
  const { code: tidy } = await transform(code, {
    format: 'esm',
    target: 'node20.19',
    minifySyntax: true,
    charset: 'utf8',
  })
  return tidy
}

/** Path -> content of every generated file, relative to the repository. */
export async function generate() {
  const found = schemas()
  const all = [...found.values()].map(({ schema }) => schema)
  const files = new Map()
  for (const [name, entry] of found) {
    const wire = name === 'schema'
    const header = `/* Generated from protocol/${entry.file} by \`npm run generate\`. Do not edit. */\n`
    const types = wire ? 'messages' : name
    const names = wire ? messageTypes.map(type => [type, `#/$defs/${type}`]) : [['validate', '']]
    const file = wire ? 'validators' : `${name}.validator`
    files.set(`src/protocol/gen/${types}.ts`, await typesOf(name, entry))
    files.set(`src/protocol/gen/${file}.js`, header + (await validatorOf(names, entry.schema, all, !wire)))
    const declared = names.map(([each]) => {
      const type = pascal(wire ? each : name)
      return `export declare const ${each}: Validator<import('./${types}.js').${type}>`
    })
    files.set(
      `src/protocol/gen/${file}.d.ts`,
      `${header}import type { Validator } from '../validator.js'\n\n${declared.join('\n')}\n`,
    )
  }
  // A plan comes back from a file; how one is built is told where it is written out, with the report.
  const report = JSON.parse(readFileSync(join(root, 'protocol', 'report.schema.json'), 'utf8'))
  const header = '/* Generated from protocol/report.schema.json by `npm run generate`. Do not edit. */\n'
  const plan = await validatorOf([['validate', '#/$defs/plan']], report, [report], true)
  files.set('src/protocol/gen/plan.validator.js', header + plan)
  files.set(
    'src/protocol/gen/plan.validator.d.ts',
    `${header}import type { Validator } from '../validator.js'\n\nexport declare const validate: Validator<object>\n`,
  )
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes('--check')
  let stale = 0
  for (const [path, content] of await generate()) {
    const full = join(root, path)
    let present = ''
    try {
      present = readFileSync(full, 'utf8')
    } catch {}
    if (present === content) continue
    stale++
    if (check) console.error(`${path} is not what protocol/ says: run \`npm run generate\``)
    else {
      mkdirSync(dirname(full), { recursive: true })
      writeFileSync(full, content)
      console.log(`wrote ${path}`)
    }
  }
  process.exitCode = check && stale > 0 ? 1 : 0
}
