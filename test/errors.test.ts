/** The table of errors held against the sources: what they emit is listed, what is listed they emit, each with help. */

import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import t from 'tap'

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Entry {
  message: string
  hint: string
  definite: boolean
}
const table: Record<string, Entry> = JSON.parse(read('protocol/errors.json'))

const sources = new Map(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts') && !path.includes('/gen/'))
    .map(path => [`src/${path}`, read(`src/${path}`)]),
)
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(match => match[1]!)
const textIn = (folder: string): string =>
  [...sources].flatMap(([path, text]) => (path.startsWith(folder) ? [text] : [])).join('\n')

/** What looks like a code and is a file's name. */
const files = new Set(['journal.jsonl'])

function emitted(): Set<string> {
  const families = 'manifest|sandbox|journal|state|lock|choice|answers|plan|host'
  const whole = new RegExp(`['"\`]((?:${families})\\.[a-z][a-z0-9-]*)['"\`]`, 'g')
  const codes = [...sources.values()].flatMap(text => matches(text, whole)).filter(code => !files.has(code))

  // The reader puts `protocol.` before what guard, decoder and session say.
  const wire = textIn('src/protocol/')
  codes.push(...matches(wire, /['"`](protocol\.[a-z][a-z0-9-]*)['"`]/g))
  for (const pattern of [
    /\b(?:fault|violated|report|breach)\(\s*(?:[^'"`]{0,200}?,\s*)?'([a-z][a-z0-9-]*)'/g,
    /\bcode: '([a-z][a-z0-9-]*)',\s*(?:says|message)\b/g,
  ])
    for (const [path, text] of sources)
      if (path.startsWith('src/protocol/') && !path.endsWith('/conclude.ts'))
        codes.push(...matches(text, pattern).map(code => `protocol.${code}`))

  // How a program ended: judged in one file, or never begun by the host.
  const verdicts = [
    ...matches(sources.get('src/protocol/conclude.ts')!, /\bcode: '([a-z][a-z0-9-]*)'/g),
    ...matches(sources.get('src/protocol/conclude.ts')!, /\?\? '([a-z][a-z0-9-]*)'/g),
    ...matches(textIn('src/host/'), /\b(?:failed|refuse)\(\s*'([a-z][a-z0-9-]*)'/g),
    ...matches(textIn('src/host/'), /\bending: \{[^}]*\bcode: '([a-z][a-z0-9-]*)'/g),
  ]
  codes.push(...verdicts.map(code => `ending.${code}`))

  // A file of answers is read by the manifest's readers, and their codes are renamed.
  for (const name of ['json', 'yaml', 'text'])
    codes.push(
      ...matches(sources.get(`src/manifest/${name}.ts`)!, /'manifest\.([a-z][a-z0-9-]*)'/g).map(
        code => `answers.${code}`,
      ),
    )
  return new Set(codes)
}

t.test('every code that is emitted is in the table, and every code of the table is emitted', async t => {
  const codes = emitted()
  t.ok(codes.size > 150, `${codes.size} codes are found in the sources`)
  t.same([...codes].filter(code => !(code in table)).sort(), [], 'emitted and not listed')
  t.same(
    Object.keys(table).filter(code => !codes.has(code)),
    [],
    'listed and not emitted',
  )
})

t.test('each says what happened, what to do, and whether the effect is known', async t => {
  for (const [code, entry] of Object.entries(table))
    t.match(
      { code, ...entry },
      {
        code: /^[a-z]+\.[a-z][a-z0-9-]*$/,
        message: /^\S.+\.$/,
        hint: /^\S.+[.`]$/,
        definite: Boolean,
      },
      code,
    )
})

t.test('the version that the host says is that of the package', async t => {
  const { version } = JSON.parse(read('package.json')) as { version: string }
  t.match(sources.get('src/host/version.ts'), `'${version}'`)
})
