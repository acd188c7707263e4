/** A manifest's path to its steps, or to everything that is wrong with it: all at once, each with its place in the file. */

import { createHash } from 'node:crypto'
import { dirname, extname, resolve } from 'node:path'
import { type Document, lineAndColumn, rangeOf } from './document.js'
import { parseJson } from './json.js'
import { checkOrder, type Wants } from './order.js'
import { type Problem, type Sink, visible } from './problem.js'
import type { Asking } from './program.js'
import { checkSendable } from './sendable.js'
import { checkShape } from './shape.js'
import type { Diagnostic, Manifest, Program, Step } from './step.js'
import { createReader } from './steps.js'
import { textOf } from './text.js'
import { trustChecker } from './trust.js'
import { lookUp } from './users.js'
import { walker } from './walk.js'
import type { World } from './world.js'
import { parseYaml } from './yaml.js'

export interface Loaded {
  /** Absent where a diagnostic is an error. */
  manifest?: Manifest
  /** In the order of the file. */
  diagnostics: Diagnostic[]
}

const FILE_BYTES = 64 * 1024 * 1024
/** The YAML parser takes about a second for a megabyte. */
const YAML_BYTES = 4 * 1024 * 1024
const STEPS = 100_000
const DIAGNOSTICS = 1000

type Raw = Record<string, unknown>

export const loadManifest = async (path: string, world: World): Promise<Loaded> => {
  const file = resolve(path)
  const problems: Problem[] = []
  const report: Sink = problem => problems.push(problem)
  const json = extname(file) === '.json'
  const bytes = world.read(file, json ? FILE_BYTES : YAML_BYTES)
  if (!bytes.ok) return { diagnostics: diagnose(file, '', undefined, [unreadable(bytes.error, json)]) }
  const text = textOf(bytes.value)
  if (!text.ok) return { diagnostics: diagnose(file, text.error.text, undefined, [text.error.problem]) }
  const document = (json ? parseJson : parseYaml)(text.value, report)
  if (!document) return { diagnostics: diagnose(file, text.value, undefined, problems) }
  const { steps, reboot } = await check(file, document, world, report)
  const diagnostics = diagnose(file, text.value, document, problems)
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  const { name, target } = document.value as { name: string; target?: string }
  const digest = createHash('sha256').update(bytes.value).digest('hex')
  return {
    manifest: {
      path: file,
      digest,
      name,
      ...(target === undefined ? {} : { target }),
      ...(reboot ? { reboot } : {}),
      steps,
    },
    diagnostics,
  }
}

const unreadable = (errno: string, json: boolean): Problem => {
  const most = (json ? FILE_BYTES : YAML_BYTES) / 1024 / 1024
  if (errno === 'EFBIG')
    return {
      code: 'manifest.too-large',
      message: `The manifest is larger than ${most} MiB.`,
      hint: json ? 'Split the transition.' : 'Write it as JSON (up to 64 MiB), or split the transition.',
    }
  const said: Record<string, string> = {
    ENOENT: 'does not exist',
    EISDIR: 'is a folder',
    ENODEV: 'is not a regular file',
    EACCES: 'may not be read',
  }
  return {
    code: 'manifest.unreadable',
    message: `The manifest ${said[errno] ?? `cannot be read (${errno})`}.`,
    hint:
      errno === 'ENOENT'
        ? 'Look at the path, or write one: docs/manifest.md says how.'
        : 'Name a file that holds a manifest.',
  }
}

/** Reports what is wrong and gives what the manifest names as far as it can be read. */
const check = async (
  file: string,
  document: Document,
  world: World,
  report: Sink,
): Promise<{ steps: Step[]; reboot?: Program }> => {
  const root = document.value as Raw | null
  const raw = isMapping(root) && isMapping(root.steps) ? root.steps : {}
  const names = Object.keys(raw).filter(name => isMapping(raw[name]))
  if (names.length > STEPS) {
    const message = `The manifest has ${names.length} steps; ${STEPS} are allowed.`
    report({
      code: 'manifest.too-many-steps',
      message,
      hint: 'Split the transition.',
      path: ['steps'],
      onKey: true,
    })
    return { steps: [] }
  }
  checkSendable(document, report)
  const unusable = checkShape(document, report)
  if (unusable.has('')) return { steps: [] }
  // A key of a step counts as a whole: what is wrong deep inside of it makes all of it unusable.
  const harmed = new Set([...unusable].map(pointer => pointer.split('/').slice(0, 4).join('/')))
  const sound = (step: string, key: string): boolean =>
    !harmed.has(`/steps/${step.replaceAll('~', '~0').replaceAll('/', '~1')}/${key}`)
  const asking: Asking = { world, walk: walker(world) }
  const trust = trustChecker(asking, report)
  trust(file, 'The manifest', [], [])
  const standings = await lookUp(world, usersOf(raw, names, sound))
  const directory = dirname(file)
  const path =
    harmed.has('/path') || [...harmed].some(each => each.startsWith('/path/')) ? undefined : root?.path
  const folders =
    typeof path === 'string' ? path.split(':').filter(folder => folder !== '') : (path as string[])
  const search = folders?.map(folder => resolve(directory, folder))
  const read = createReader({
    asking,
    directory,
    standings,
    sound,
    trust,
    report,
    ...(search ? { path: search } : {}),
  })
  checkOrder(new Map(names.map(name => [name, wants(raw[name] as Raw)])), report)
  const steps = names.map(name => read.step(name, raw[name] as Raw))
  const command = root?.reboot
  const usable = Array.isArray(command) && ![...harmed].some(each => each.startsWith('/reboot'))
  return { steps, ...(usable ? { reboot: read.program('reboot', command as string[]) } : {}) }
}

const isMapping = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wants = (step: Raw): Wants => ({
  needs: Array.isArray(step.needs) ? step.needs : [],
  after: Array.isArray(step.after) ? step.after : [],
})

const usersOf = (
  raw: Raw,
  names: readonly string[],
  sound: (step: string, key: string) => boolean,
): string[] => {
  const users = new Set<string>()
  for (const name of names) {
    const step = raw[name] as Raw
    if (typeof step.user === 'string' && sound(name, 'user')) users.add(step.user)
    for (const role of ['producer', 'consumer']) {
      const program = step[role]
      if (isMapping(program) && typeof program.user === 'string' && sound(name, role)) users.add(program.user)
    }
  }
  return [...users]
}

const diagnose = (
  file: string,
  text: string,
  document: Document | undefined,
  problems: Problem[],
): Diagnostic[] => {
  const placed = lineAndColumn(text)
  const diagnostics = problems.map((problem): Diagnostic & { offset: number } => {
    const { path, onKey } = problem
    const range = problem.range ?? (document && path ? rangeOf(document, path, onKey) : undefined)
    const said = range ? visible(text.slice(range[0], Math.min(range[1], range[0] + 400)).trim()) : ''
    const step = path?.[0] === 'steps' && path[1] !== undefined ? { step: visible(path[1]) } : {}
    const first = problem.earlier ? ` It was given first in line ${placed(problem.earlier[0]).line}.` : ''
    return {
      offset: range?.[0] ?? -1,
      severity: problem.severity ?? 'error',
      code: problem.code,
      file,
      ...(range ? placed(range[0]) : {}),
      ...step,
      ...(said === '' || path?.length === 0 ? {} : { text: said }),
      message: problem.message + first,
      ...(problem.hint === undefined ? {} : { hint: problem.hint }),
    }
  })
  diagnostics.sort((a, b) => a.offset - b.offset)
  const shown = diagnostics.slice(0, DIAGNOSTICS).map(({ offset, ...diagnostic }): Diagnostic => diagnostic)
  const left = diagnostics.length - shown.length
  if (left > 0) {
    const message = `There are ${left} more problems.`
    shown.push({
      severity: 'error',
      code: 'manifest.too-many-problems',
      file,
      message,
      hint: 'Mend these first.',
    })
  }
  return shown
}
