/** `edgewise new step`: the reference step in a language, its helper and its fixtures, in a folder that stands alone. */

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { data } from '../conformance/data.js'
import type { Status } from '../host/status.js'

export type Language = 'sh' | 'python' | 'rust' | 'go'

interface Template {
  title: string
  /** Path in the new folder, by path from `conformance/`. A folder stands for the files in it. */
  files: Record<string, string>
  /** What leads to the repository, and what stands in its place. */
  instead: [string, string][]
  build?: string
  /** What is edited first. */
  step: string
}

const templates: Record<Language, Template> = {
  sh: {
    title: 'sh',
    files: { 'reference/sh/step': 'step', '../sdk/sh/edgewise.sh': 'edgewise.sh' },
    instead: [['../../../sdk/sh/', '']],
    step: 'step',
  },
  python: {
    title: 'Python',
    files: {
      'reference/python-sdk/step.py': 'step.py',
      '../sdk/python/edgewise_step.py': 'edgewise_step.py',
    },
    instead: [
      [
        'os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../../sdk/python")',
        'os.path.dirname(os.path.realpath(__file__))',
      ],
    ],
    step: 'step.py',
  },
  rust: {
    title: 'Rust',
    files: {
      'reference/rust/Cargo.toml': 'Cargo.toml',
      'reference/rust/Cargo.lock': 'Cargo.lock',
      'reference/rust/src': 'src',
      '../sdk/rust/Cargo.toml': 'edgewise-step/Cargo.toml',
      '../sdk/rust/src': 'edgewise-step/src',
    },
    instead: [['../../../sdk/rust', 'edgewise-step']],
    build: 'cargo build --release',
    step: 'src/main.rs',
  },
  go: {
    title: 'Go',
    files: {
      'reference/go/go.mod': 'go.mod',
      'reference/go/main.go': 'main.go',
      '../sdk/go': 'edgewise',
    },
    instead: [['../../../sdk/go', './edgewise']],
    build: 'go build -o target/step .',
    step: 'main.go',
  },
}
const configs: Record<Language, string> = { sh: 'sh', python: 'python-sdk', rust: 'rust', go: 'go' }

const shared: [string, string][] = [
  ['"../fixture"', '"./fixture"'],
  ['../README.md', 'README.md'],
  ['../../conformance.schema.json', 'https://edgewise.dev/conformance/1/conformance.schema.json'],
]

export function runNewStep(dir: string, language: Language): Status {
  const folder = resolve(dir)
  const template = templates[language]
  try {
    const there = contents(folder)
    if (there.length > 0) {
      const [first] = there
      return refuse(
        `${dir} is not empty (it holds ${first}), and nothing is overwritten. Name another folder.`,
      )
    }
    const files = filesOf(template, language)
    files.set('README.md', { text: readme(basename(folder), template), mode: 0o644 })
    for (const [path, { text, mode }] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text, { mode, flag: 'wx' })
    }
    process.stdout.write(next(dir, template, files.size))
    return 0
  } catch (error) {
    return refuse(`${dir} could not be written: ${(error as Error).message}`)
  }
}

function contents(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function refuse(message: string): Status {
  process.stderr.write(`edgewise: ${message}\n`)
  return 2
}

type Files = Map<string, { text: string; mode: number }>

function filesOf(template: Template, language: Language): Files {
  const files: Files = new Map()
  const add = (from: string, to: string): void => {
    const path = data(from)
    const info = statSync(path)
    if (info.isDirectory()) for (const name of readdirSync(path)) add(join(from, name), join(to, name))
    else {
      let text = readFileSync(path, 'utf8')
      for (const [old, young] of [...template.instead, ...shared]) text = text.replaceAll(old, young)
      // Where the package lies all may be read-only: only what is to be run keeps its mode.
      files.set(to, { text, mode: info.mode & 0o100 ? 0o755 : 0o644 })
    }
  }
  for (const [from, to] of Object.entries(template.files)) add(from, to)
  add('reference/fixture', 'fixture')
  add(`reference/${configs[language]}/conformance.json`, 'conformance.json')
  files.set('.gitignore', { text: template.build ? 'target/\n' : '__pycache__/\n', mode: 0o644 })
  return files
}

/** What the reference does is told once, for all languages. */
function readme(name: string, { title, build, step }: Template): string {
  const told = readFileSync(data('reference/README.md'), 'utf8')
  const about = told.slice(told.indexOf('It keeps a box in order'))
  return `# ${name}

A step in ${title} that passes the conformance suite as it stands. To make it yours, change \`${step}\` (what it finds, and what it does
about it), \`fixture\` (how a scratch folder is brought into the states that it is tried in) and \`conformance.json\` (what is
expected there), a little at a time:

\`\`\`sh
${build ? `${build}\n` : ''}edgewise conformance step --config conformance.json
\`\`\`

## What it does

${about}`
}

const next = (
  dir: string,
  { title, build, step }: Template,
  count: number,
): string => `Wrote a step in ${title} to ${dir}: ${count} files.

Next:
  cd ${quoted(dir)}
${build ? `  ${build}\n` : ''}  edgewise conformance step --config conformance.json

README.md says what it does, and ${step} is what to change.
`

const quoted = (dir: string): string =>
  /^[\w./-]+$/.test(dir) && !dir.startsWith('-') ? dir : `'${dir.replaceAll("'", `'\\''`)}'`
