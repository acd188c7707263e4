/** Version 2: refuses to start without its data, index, settings and key; then lists notes or finds a word. */

import { readdirSync, readFileSync, statSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const read = path => readFileSync(new URL(path, root), 'utf8')

const conf = read('etc/notes.conf')
if (!conf.startsWith('# notes.conf 2\n')) throw new Error('notes 2: notes.conf is not of version 2')
const key = conf.match(/^session-key = (.*)$/m)?.[1] ?? ''
if (statSync(new URL(`etc/${encodeURIComponent(key)}`, root)).size < 32)
  throw new Error('notes 2: the session key is too short')

const index = new Map(Object.entries(JSON.parse(read('data/index.json'))))
const names = readdirSync(new URL('data/notes/', root)).sort()
const wanted = process.argv[2]?.toLowerCase()
const found = wanted === undefined ? names : (index.get(wanted) ?? [])
for (const name of found) {
  const note = JSON.parse(read(`data/notes/${name}`))
  if (note.format !== 2) throw new Error(`notes 2: ${name} is not of format 2`)
  console.log(` ${note.title}`)
}
