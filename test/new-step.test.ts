/** `edgewise new step` and the author's guide: whoever follows them word for word ends with a green suite. */

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cli = join(root, 'dist/cli.cjs')
const lacks = (program: string, ...args: string[]): string | false =>
  spawnSync(program, args).status === 0 ? false : `${program} is not installed`
const needs = {
  sh: false,
  python: lacks('python3', '--version'),
  rust: lacks('cargo', '--version'),
  go: lacks('go', 'version'),
} as const

const run = (argv: string[], cwd = root) => {
  const { status, stdout, stderr } = spawnSync(argv[0]!, argv.slice(1), { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}
const edgewise = (args: string[], cwd?: string) => run([process.execPath, cli, ...args], cwd)

for (const [language, skip] of Object.entries(needs))
  t.test(`new step --lang ${language} is ready to pass, wherever it stands`, { skip }, async t => {
    const folder = join(t.testdir(), "it's new")
    const made = edgewise(['new', 'step', '--lang', language, folder])
    t.match(made, { status: 0, stderr: '' })
    // What is told to do next is what is done.
    const [cd, ...commands] = made.stdout
      .split('Next:\n')[1]!
      .split('\n\n')[0]!
      .split('\n')
      .map(line => line.trim())
    // The self-test tries the same files with every case.
    const script = `edgewise() { "${process.execPath}" "${cli}" "$@" --only 'S-0?,P-*,C-0?'; }\nset -e\n${[cd, ...commands].join('\n')}`
    const suite = run(['sh', '-c', script], '/')
    t.equal(suite.status, 0, suite.stderr)
    t.match(suite.stdout, /\n\d\d passed, 0 failed, 0 skipped\n$/)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (!name.startsWith('target') && /\.(rs|go|py|toml|mod|json|md)$/.test(name))
        t.notMatch(readFileSync(join(folder, name), 'utf8'), /\.\.\//, `${name} needs nothing outside`)
  })

t.test('nothing is overwritten', async t => {
  const folder = t.testdir({ full: { mine: 'mine' }, empty: {}, file: '' })
  const to = (name: string) => edgewise(['new', 'step', '--lang', 'sh', join(folder, name)])
  t.match(to('full'), { status: 2, stdout: '', stderr: /full is not empty \(it holds mine\)/ })
  t.strictSame(readdirSync(join(folder, 'full')), ['mine'])
  t.match(to('file'), { status: 2, stderr: /file could not be written/ })
  t.equal(to('empty').status, 0)
  t.match(to('empty'), { status: 2 })
  t.match(edgewise(['new', 'step']), { status: 2, stderr: /--lang/ })
  t.match(edgewise(['new', 'step', '--lang', 'c']), { status: 2, stderr: /sh, python, rust, go/ })
})

/** Does what a part of the guide says: writes the files that it names, and runs its commands in the clone. */
function follow(t: Test, text: string, folder: string): string {
  const there = (said: string): string => said.replaceAll('/var/tmp', folder)
  let said = ''
  for (const [, path, kind, body = ''] of text.matchAll(
    /(?:as `(\/var\/tmp\/[^`]+)`[^`\n]*(?:`files`[^`\n]*)?:\n\n)?^```(\w*)\n([\s\S]*?)\n```$/gim,
  ))
    if (path && kind === '') {
      mkdirSync(dirname(there(path)), { recursive: true })
      writeFileSync(there(path), `${there(body)}\n`)
    } else if (kind === 'sh') {
      const script = `npx() { shift; "${process.execPath}" "${cli}" "$@"; }\nset -e\n${there(body)}`
      const ran = run(['sh', '-c', script])
      if (!t.equal(ran.status, 0, body)) t.comment(ran.stdout, ran.stderr)
      said = ran.stdout
    }
  return said
}

t.test("the author's guide can be followed word for word", async t => {
  const guide = readFileSync(join(root, 'docs/writing-steps.md'), 'utf8')
  const part = (title: string): string => {
    const [, text] = new RegExp(`^#+ ${title}\n([\\s\\S]*?)^##`, 'm').exec(guide) ?? []
    if (!text) throw new Error(`the guide has no part ${title}`)
    return text
  }
  for (const [title, skip] of [
    ['In sh', needs.sh],
    ['In Python', needs.python],
    ['In Rust', needs.rust],
  ] as const)
    await t.test(title, { skip }, async t => {
      const folder = t.testdir()
      const common = part('From nothing to a green suite')
      // Its commands are the same for all.
      follow(t, title === 'In sh' ? common : common.replaceAll('```sh\n', '```other\n'), folder)
      const said = follow(t, part(title), folder)
      t.match(said, /\n4\d passed, 0 failed, \d+ skipped\n$/)
      if (title === 'In sh') {
        follow(t, part('From a step to a run'), folder)
        t.ok(existsSync(join(folder, 'first/target')))
      }
    })
})
