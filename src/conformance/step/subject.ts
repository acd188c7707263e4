/** A step that is tried: `conformance.json`, or two programs on the command line, as one value with absolute paths. */

import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { err, type Fallible, ok } from '../../fallible.js'
import { self } from '../../sandbox/identity.js'
import { problemsOf } from '../schema.js'

export type Trait = 'check-only' | 'single-item' | 'again' | 'secrets'

export interface Selection {
  item: string
  resolution: string
  input?: Record<string, string | number | boolean>
}

type Argv = string[]

export interface Fixtures {
  clean?: { setup: Argv }
  dirty?: { setup: Argv; items: string[]; select: Selection[]; verify?: Argv }
  /** Prints what "nothing changed" is measured by, where that is more than the files below `{dir}`. */
  snapshot?: Argv
  drift?: { run: Argv; item: string }
  break?: { run: Argv; item: string }
  cannotLook?: { run: Argv }
  slow?: { run: Argv; release: Argv; item: string }
  late?: { run: Argv; select: Selection[] }
  reboot?: { run: Argv; boot: Argv }
}

export interface Subject {
  /** Where its relative paths begin. */
  folder: string
  producer?: Argv
  consumer?: Argv
  config?: Record<string, unknown>
  action: 'switch' | 'boot' | 'test'
  target?: string
  traits: ReadonlySet<Trait>
  fixtures: Fixtures
  /** Seconds for which a program may do nothing at all before it counts as hung. */
  patience?: number
}

interface Written extends Omit<Subject, 'folder' | 'traits' | 'fixtures' | 'action'> {
  action?: Subject['action']
  traits?: Trait[]
  fixtures?: Fixtures
}

export interface Named {
  config?: string
  producer?: string
  consumer?: string
}

/** `extra` is put behind both programs' arguments: the switch of a mutant. */
export function readSubject(named: Named, extra: string[] = []): Fallible<Subject, string> {
  const from =
    named.config === undefined
      ? ok<{ folder: string; written: Written }>({ folder: process.cwd(), written: {} })
      : read(named.config)
  if (!from.ok) return from
  const { folder, written } = from.value
  const { traits = [], fixtures = {}, action = 'switch', producer, consumer, ...rest } = written
  const program = (given: string | undefined, argv: Argv | undefined): { argv?: Argv } => {
    if (given !== undefined) return { argv: [resolve(given), ...extra] }
    return argv ? { argv: [inFolder(folder, argv[0]!), ...argv.slice(1), ...extra] } : {}
  }
  const [one, other] = [program(named.producer, producer), program(named.consumer, consumer)]
  if (!one.argv && !other.argv)
    return err('no program is named: give --producer and --consumer, or a conformance.json that has them')
  if (other.argv && traits.includes('check-only'))
    return err('a consumer is named, and the trait check-only says that there is none: one of them is wrong')
  return ok({
    ...rest,
    folder,
    action,
    traits: new Set(traits),
    fixtures,
    ...(one.argv ? { producer: one.argv } : {}),
    ...(other.argv ? { consumer: other.argv } : {}),
  })
}

function read(config: string): Fallible<{ folder: string; written: Written }, string> {
  const path = resolve(
    existsSync(config) && statSync(config).isDirectory() ? join(config, 'conformance.json') : config,
  )
  let value: unknown
  try {
    value = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return err(`${path} cannot be used: ${(error as Error).message}`)
  }
  const problems = problemsOf('conformance.schema.json', value)
  if (problems.length > 0) return err(`${path}: it ${problems.join('; it ')}`)
  const written = value as Written
  const wrong = unknownSelection(written.fixtures)
  return wrong ? err(`${path}: ${wrong}`) : ok({ folder: dirname(path), written })
}

/** A hook that names something which is not selected would prove nothing. */
function unknownSelection(fixtures: Fixtures = {}): string | undefined {
  const selected = (fixtures.dirty?.select ?? []).map(({ item }) => item)
  for (const name of ['drift', 'break', 'slow'] as const) {
    const hook = fixtures[name]
    if (hook && !selected.includes(hook.item))
      return `fixtures.${name}.item is ${JSON.stringify(hook.item)}, which fixtures.dirty.select does not select`
  }
  return undefined
}

/** What has a slash is a path from the folder, as in a shell; the rest is looked for in PATH. */
export const inFolder = (folder: string, program: string): string =>
  program.includes('/') && !isAbsolute(program) ? join(folder, program) : program

/** What may stand in braces: the scratch folder, the state directory, and who the suite runs as. */
export const placesOf = (scratch: { dir: string; stateDir: string }): Record<string, string> => ({
  dir: scratch.dir,
  state: scratch.stateDir,
  user: self().user,
})

/** `{dir}` and others in a text, wherever they stand. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => values[name] ?? whole)

export function fillAll<T>(value: T, values: Record<string, string>): T {
  if (typeof value === 'string') return fill(value, values) as T
  if (Array.isArray(value)) return value.map(one => fillAll(one, values)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillAll(one, values)])) as T
}
