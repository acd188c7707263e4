/** Data that keeps the schema to steps with absolute paths and defaults; what the schema cannot say is checked on the way. */

import { resolve } from 'node:path'
import type { Allowance } from './allowance.js'
import { cwdObstacle } from './cwd.js'
import { checkEnvironment, tooLarge } from './environment.js'
import { type Code, quote, type Sink, visible } from './problem.js'
import { type Asking, find, type Obstacle, obstacleOf, type Runner } from './program.js'
import { checkConfig } from './sendable.js'
import type { Limits, Program, Retries, Step, Timeouts } from './step.js'
import type { CheckTrust } from './trust.js'
import { duration, LONGEST, size } from './units.js'
import { hostAccount, type Standing } from './users.js'

/** Also the PATH of programs that get none from the manifest. */
export const DEFAULT_PATH =
  '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/wrappers/bin:/run/current-system/sw/bin'

export interface Setting {
  asking: Asking
  /** The manifest's folder. */
  directory: string
  /** Where bare names are searched, absolute; absent where the manifest does not say. */
  path?: string[]
  standings: Map<string, Standing>
  /** Whether a key of a step came through the schema unharmed. */
  sound: (step: string, key: string) => boolean
  trust: CheckTrust
  report: Sink
}

type Raw = Record<string, unknown>
type Where = readonly string[]

const PRODUCER: Timeouts = { idle: 60_000, total: 600_000 }
const CONSUMER: Timeouts = { idle: null, total: null }
const RETRIES: Retries = { max: 0, backoff: 5000, afterCrash: 'run' }

/** What is common to all steps of a file, looked at once. */
interface Shared extends Setting {
  known: Map<string, { obstacle: Obstacle | undefined; met: Set<string> }>
  toldUsers: Set<string>
}

export interface Reader {
  step(name: string, raw: Raw): Step
  /** A program of the host itself, which stands at the top of the manifest. */
  program(key: string, argv: string[]): Program
}

export const createReader = (setting: Setting): Reader => {
  const shared: Shared = {
    ...setting,
    known: new Map(),
    toldUsers: new Set(),
  }
  return {
    step: (name, raw) => readStep(shared, name, raw),
    program: (key, argv) => readProgram(shared, [key], argv, { user: null, cwd: '/', env: {} }, []),
  }
}

const readStep = (shared: Shared, name: string, raw: Raw): Step => {
  const at: Where = ['steps', name]
  const take = <T>(key: string, absent: T): T =>
    raw[key] !== undefined && shared.sound(name, key) ? (raw[key] as T) : absent
  if (name.startsWith('host.'))
    shared.report({
      code: 'manifest.reserved-name',
      message: `The step name ${quote(name)} begins with "host.", which is the host's own.`,
      hint: 'Give it another name.',
      path: at,
      onKey: true,
    })
  const env = take<Record<string, string>>('env', {})
  checkEnvironment(env, [...at, 'env'], shared.report)
  const common = { user: take<string | null>('user', null), cwd: take('cwd', '/'), env }
  const config = take<Record<string, unknown> | undefined>('config', undefined)
  if (config !== undefined) checkConfig(config, [...at, 'config'], shared.report)
  const program = (role: 'producer' | 'consumer'): Program | undefined => {
    const given = take<string[] | Raw | undefined>(role, undefined)
    return given === undefined ? undefined : readProgram(shared, [...at, role], given, common, at)
  }
  const producer = program('producer') ?? { argv: [], executable: '', user: null, cwd: '/', env: {} }
  const consumer = program('consumer')
  const files = take<string[]>('files', []).map(file => resolve(shared.directory, file))
  checkFiles(shared, files, consumer ? [producer, consumer] : [producer], [...at, 'files'])
  const title = take<string | undefined>('title', undefined)
  const holds = [...new Set(take<string[]>('holds', []))]
  const { allow = [] } = take<{ allow?: Allowance[] }>('sandbox', {})
  checkHolds(shared, raw.holds, holds, [...at, 'holds'])
  return {
    name,
    ...(title === undefined ? {} : { title }),
    producer,
    ...(consumer === undefined ? {} : { consumer }),
    needs: [...new Set(take<string[]>('needs', []))],
    after: [...new Set(take<string[]>('after', []))],
    locks: [...new Set(take<string[]>('locks', []))],
    ...(holds.length > 0 ? { holds } : {}),
    ...(config === undefined ? {} : { config }),
    timeouts: readTimeouts(shared, take<Raw>('timeouts', {}), [...at, 'timeouts']),
    retries: readRetries(shared, take<Raw>('retries', {}), [...at, 'retries']),
    limits: readLimits(shared, take<Raw>('limits', {}), [...at, 'limits']),
    ...(allow.length > 0 ? { sandbox: { allow: [...new Set(allow)] } } : {}),
    recheck: take('recheck', true),
    verify: take('verify', true),
    files,
  }
}

interface Common {
  user: string | null
  cwd: string
  env: Record<string, string>
}

const readProgram = (
  shared: Shared,
  at: Where,
  given: string[] | Raw,
  common: Common,
  step: Where,
): Program => {
  const list = Array.isArray(given)
  const raw: Raw = list ? {} : given
  const argv = list ? given : (raw.argv as string[])
  const own = (raw.env ?? {}) as Record<string, string>
  checkEnvironment(own, [...at, 'env'], shared.report)
  const env = { ...(shared.path ? { PATH: shared.path.join(':') } : {}), ...common.env, ...own }
  const user = (raw.user as string | undefined) ?? common.user
  const argvAt = list ? at : [...at, 'argv']
  const nameAt = [...argvAt, '0']
  const large = tooLarge(argv, env, argvAt)
  if (large) shared.report(large)
  const runner = runnerOf(shared, user, raw.user === undefined ? [...step, 'user'] : [...at, 'user'])
  const cwd = resolve(shared.directory, (raw.cwd as string | undefined) ?? common.cwd)
  checkCwd(shared, cwd, runner, raw.cwd === undefined ? [...step, 'cwd'] : [...at, 'cwd'])
  const executable = locate(shared, argv[0]!, runner, nameAt)
  if (executable !== undefined) checkProgram(shared, executable, runner, env.PATH, nameAt)
  return { argv, executable: executable ?? '', user, cwd, env }
}

/** A user that is told to be wrong already is taken for the host, so that what does not depend on it is still told. */
const runnerOf = (shared: Shared, user: string | null, path: Where): Runner => {
  const { world } = shared.asking
  const host = { account: hostAccount(world), called: world.uid === 0 ? 'root' : `uid ${world.uid}` }
  if (user === null) return host
  const standing = shared.standings.get(user)
  if (standing?.account) return { account: standing.account, called: user }
  const told = JSON.stringify(path)
  if (standing?.problem && !shared.toldUsers.has(told)) shared.report({ ...standing.problem, path })
  shared.toldUsers.add(told)
  return host
}

const locate = (shared: Shared, name: string, runner: Runner, path: Where): string | undefined => {
  const missing = (message: string, hint: string): undefined => {
    shared.report({ code: 'manifest.program-missing', message, hint, path })
  }
  if (name === '') return missing('The name of the program is empty.', 'Name the program to start.')
  if (name.includes('\0')) return undefined
  if (name.includes('/')) return resolve(shared.directory, name)
  const search = shared.path ?? DEFAULT_PATH.split(':')
  const { found, present } = find(shared.asking, name, search, runner)
  if (found ?? present) return found ?? present
  return missing(
    `The program ${quote(name)} is in none of ${visible(search.join(':'), 160)}.`,
    `Write "./${visible(name, 40)}" for a file beside the manifest, or set \`path\` in the manifest.`,
  )
}

const checkProgram = (
  shared: Shared,
  file: string,
  runner: Runner,
  path: string | undefined,
  at: Where,
): void => {
  const search = (path ?? DEFAULT_PATH).split(':').filter(folder => folder.startsWith('/'))
  const key = JSON.stringify([file, runner.called, search])
  let known = shared.known.get(key)
  if (!known) {
    const met = new Set<string>()
    known = { obstacle: obstacleOf({ ...shared.asking, met }, file, runner, search), met }
    shared.known.set(key, known)
  }
  if (known.obstacle) shared.report({ ...known.obstacle, path: at })
  if (shared.asking.walk(file).end?.inode.kind !== 'file') return
  for (const each of [file, ...known.met]) shared.trust(each, 'The program', [runner.account.uid], at)
}

const checkCwd = (shared: Shared, cwd: string, runner: Runner, path: Where): void => {
  if (cwd === '/' || cwd.includes('\0')) return
  const obstacle = cwdObstacle(shared.asking, cwd, runner)
  if (obstacle) shared.report({ ...obstacle, path })
}

const checkHolds = (shared: Shared, raw: unknown, holds: readonly string[], at: Where): void => {
  for (const unit of holds) {
    const why = shared.asking.world.unguarded?.(unit) ?? null
    if (why === null) continue
    const reason =
      why === 'no-systemd' ? 'systemd does not manage this machine' : 'systemd is not told to keep it down'
    shared.report({
      severity: 'warning',
      code: 'manifest.hold-unkept',
      message: `${quote(unit)} cannot be held: ${reason}, so it may start while the step is not settled.`,
      hint:
        why === 'no-systemd'
          ? 'Keep it down yourself, also over a reboot.'
          : 'Run `edgewise install-units` with this manifest, once.',
      path: [...at, String((raw as string[]).indexOf(unit))],
    })
  }
}

const checkFiles = (
  shared: Shared,
  files: readonly string[],
  programs: readonly Program[],
  at: Where,
): void => {
  const uids = programs.map(({ user }) =>
    user === null ? undefined : shared.standings.get(user)?.account?.uid,
  )
  const [uid] = uids
  const trusted = uid !== undefined && uids.every(other => other === uid) ? [uid] : []
  for (const [place, file] of files.entries()) {
    const path = [...at, String(place)]
    const end = file.includes('\0') ? undefined : shared.asking.walk(file).end
    const kind = end?.inode.kind
    if (kind === 'file' || kind === 'directory') shared.trust(file, 'The file', trusted, path)
    else
      shared.report({
        code: 'manifest.file-missing',
        message: `${visible(file, 120)} ${end ? 'is neither a file nor a folder' : 'does not exist or cannot be reached'}.`,
        hint: "Correct the path; a relative one starts at the manifest's folder.",
        path,
      })
  }
}

const beyond = (shared: Shared, code: Code, text: unknown, most: string, path: Where): undefined => {
  const message = `${quote(String(text))} is out of range: ${most}.`
  shared.report({ code, message, hint: 'Give another, or leave it out.', path })
}

const readTimeouts = (shared: Shared, raw: Raw, at: Where): Step['timeouts'] => {
  const read = (role: 'producer' | 'consumer', defaults: Timeouts): Timeouts => {
    const given = (raw[role] ?? {}) as Partial<Record<keyof Timeouts, string>>
    const one = (key: keyof Timeouts): number | null => {
      const text = given[key]
      if (text === undefined) return defaults[key]
      const value = duration(text)
      if (value !== undefined && value !== 0) return value
      beyond(shared, 'manifest.bad-value', text, 'from 1ms to 24d, or none', [...at, role, key])
      return defaults[key]
    }
    return { idle: one('idle'), total: one('total') }
  }
  return { producer: read('producer', PRODUCER), consumer: read('consumer', CONSUMER) }
}

const readRetries = (shared: Shared, raw: Raw, at: Where): Retries => {
  const text = raw.backoff as string | undefined
  const backoff = text === undefined ? RETRIES.backoff : duration(text)
  if (typeof backoff !== 'number')
    beyond(shared, 'manifest.bad-value', text, `up to ${LONGEST} ms`, [...at, 'backoff'])
  const rest = raw as Partial<Retries>
  return {
    max: rest.max ?? RETRIES.max,
    backoff: backoff ?? RETRIES.backoff,
    afterCrash: rest.afterCrash ?? RETRIES.afterCrash,
  }
}

const readLimits = (shared: Shared, raw: Raw, at: Where): Limits => {
  const limits: Limits = {}
  for (const key of ['memory', 'fileSize', 'output'] as const) {
    const text = raw[key] as string | undefined
    const value = text === undefined ? undefined : size(text)
    if (value) limits[key] = value
    else if (text !== undefined) beyond(shared, 'manifest.bad-value', text, 'from 1B to 8191T', [...at, key])
  }
  for (const key of ['processes', 'openFiles'] as const)
    if (raw[key] !== undefined) limits[key] = raw[key] as number
  const text = raw.cpu as string | undefined
  const cpu = text === undefined ? undefined : duration(text)
  // The kernel counts whole seconds.
  if (cpu) limits.cpu = Math.ceil(cpu / 1000)
  else if (text !== undefined) beyond(shared, 'manifest.bad-value', text, 'from 1s to 24d', [...at, 'cpu'])
  return limits
}
