/** The documents: what they point at is there, and each answer of "what happens when" is shown by a test. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

t.test('each answer of what-happens-when.md names a test that is there', async t => {
  const sections = read('docs/what-happens-when.md').split(/^## /m).slice(1)
  t.ok(sections.length >= 10)
  for (const section of sections) {
    const question = section.slice(0, section.indexOf('\n'))
    const shown = [...section.matchAll(/^\*(\w+): ([^*]+)\*(?: ·)?$/gm)]
    t.ok(shown.length > 0, `${question} is shown by a test`)
    for (const [, file, title] of shown)
      t.ok(read(`test/${file}.test.ts`).includes(title!), `${file}.test.ts has: ${title}`)
  }
})

t.test('links between the documents lead somewhere', async t => {
  const pages = [
    ...readdirSync(root).filter(name => name.endsWith('.md')),
    ...readdirSync(join(root, 'docs'))
      .filter(name => name.endsWith('.md'))
      .map(name => `docs/${name}`),
    'protocol/spec.md',
    'conformance/README.md',
  ].filter(page => existsSync(join(root, page)))
  for (const page of pages)
    for (const [, target] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue
      const [path, anchor] = target!.split('#')
      const file = path === '' ? page : join(dirname(page), path!)
      if (!t.ok(existsSync(join(root, file)), `${page}: ${target}`) || anchor === undefined) continue
      const anchors = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchorOf(title!))
      t.ok(anchors.includes(anchor), `${page}: ${target} is a heading there`)
    }
})

/** As the usual renderers make them. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}
