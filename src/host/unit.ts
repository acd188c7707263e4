/**
 * A run that survives its terminal: the host is started in a transient unit of systemd, and what was called from the
 * terminal only looks on. Which host, with which words, and how it is told of a wish to stop.
 */

import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cleanLine } from '../protocol/text.js'
import { runOnce } from '../sandbox/once.js'
import type { Plan } from '../scheduler/model.js'

export interface Surroundings {
  uid: number
  /** systemd runs this machine. */
  systemd: boolean
  /** A terminal is attached, which can go away. */
  terminal: boolean
  /** `--unit` or `--foreground`; undefined where nothing was said. */
  wish?: 'unit' | 'foreground'
}

/** Without a terminal there is nothing to survive: cron, a pipeline and a unit of their own start a host that stays. */
export const belongsInUnit = ({ uid, systemd, terminal, wish }: Surroundings): boolean =>
  wish === 'unit' || (wish === undefined && uid === 0 && systemd && terminal)

/** As sd_booted(3) says. */
export const isSystemd = (): boolean =>
  statSync('/run/systemd/system', { throwIfNoEntry: false })?.isDirectory() === true

export function onPath(program: string, path = process.env.PATH ?? ''): string | undefined {
  for (const folder of path.split(delimiter)) {
    const file = join(folder, program)
    try {
      if (!folder.startsWith('/') || !statSync(file).isFile()) continue
      accessSync(file, constants.X_OK)
      return file
    } catch {
      // The next folder.
    }
  }
  return undefined
}

/** Why another process could not go on from this plan, or null: what only this one has would be lost. */
export function tiedToThisProcess(plan: Pick<Plan, 'choices'>, answers: string | undefined): string | null {
  const typed = plan.choices.some(
    ({ answer }) =>
      answer.kind === 'resolution' &&
      Object.values(answer.input ?? {}).some(value => typeof value === 'object' && value.secret === 'memory'),
  )
  if (typed) return 'a secret was typed here, and is never written anywhere'
  if (answers !== undefined && !statSync(answers, { throwIfNoEntry: false })?.isFile())
    return `${answers} is no regular file, and can be read only once`
  return null
}

export interface UnitCall {
  /** Without `.service`. */
  unit: string
  description: string
  cwd: string
  env: Record<string, string | undefined>
  /** The login user here, whom the unit could not know. */
  login: string | undefined
  argv: string[]
}

/** The environment goes along as far as a host looks at it. */
const passed = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'XDG_STATE_HOME']

export function unitArguments({ unit, description, cwd, env, login, argv }: UnitCall): string[] {
  const kept = passed.flatMap(name => (env[name] === undefined ? [] : [`--setenv=${name}=${env[name]}`]))
  return [
    '--quiet',
    '--wait',
    '--collect',
    '--service-type=exec',
    `--unit=${unit}`,
    `--description=${description}`,
    `--working-directory=${cwd}`,
    // Stopping it is a wish to stop, once, for the host alone: what a consumer has in hand is finished.
    '--property=KillMode=process',
    '--property=TimeoutStopSec=infinity',
    // One consumer without memory must not take the host with it.
    '--property=OOMPolicy=continue',
    ...kept,
    ...(login === undefined ? [] : [`--setenv=SUDO_USER=${login}`]),
    '--',
    ...argv,
  ]
}

export interface End {
  /** The host's exit status; null where it is not known. */
  status: number | null
  /** What systemd-run said, or why it could not be started. */
  said: string
  /** Whoever waited for the unit was killed; the unit is none the worse for it. */
  isUnheard: boolean
}

export interface Unit {
  /** Without `.service`. */
  name: string
  over: Promise<End>
  signal(name: string): void
  /**
   * Nobody waits for it here any more. Once the host carries the run, who waits is ended, and nothing is left in the login
   * session; before, systemd may not have heard of the unit yet.
   */
  letGo(isCarried: boolean): void
}

/** In a session of its own: Ctrl-C and a lost terminal concern who looks on, not who waits for the unit. */
export function startUnit(systemdRun: string, call: UnitCall): Unit {
  let said = ''
  const child = spawn(systemdRun, unitArguments(call), {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2000)
  })
  return {
    name: call.unit,
    over: new Promise(resolve => {
      child.on('error', error => resolve({ status: null, said: error.message, isUnheard: false }))
      child.on('close', (status, signal) =>
        resolve({ status, said: cleanLine(said.trim(), 500), isUnheard: signal !== null }),
      )
    }),
    letGo(isCarried) {
      if (isCarried) child.kill()
      child.unref()
      child.stderr.destroy()
    },
    signal: name => signalUnit(call.unit, name),
  }
}

function signalUnit(unit: string, name: string): void {
  const words = ['kill', `--signal=${name}`, '--kill-whom=main', `${unit}.service`]
  spawn('systemctl', words, { stdio: 'ignore' }).on('error', () => {})
}

/** How often it is looked whether a host that somebody else waits for is still there. Milliseconds. */
const looking = 500

/** A unit that was started from another terminal, as long as `isThere` says so. */
export function watchUnit(name: string, isThere: () => boolean): Unit {
  let timer: NodeJS.Timeout
  return {
    name,
    over: new Promise(resolve => {
      timer = setInterval(() => {
        if (isThere()) return
        clearInterval(timer)
        resolve({ status: null, said: '', isUnheard: false })
      }, looking)
    }),
    letGo: () => clearInterval(timer),
    signal: signal => signalUnit(name, signal),
  }
}

/** The process that systemd knows as the unit's; null where there is none. */
export async function mainProcess(unit: string): Promise<number | null> {
  const systemctl = onPath('systemctl')
  if (systemctl === undefined) return null
  const words = ['show', '--property=MainPID', '--value', `${unit}.service`]
  const { stdout } = await runOnce(systemctl, words, { limit: 10_000 })
  const pid = Number(stdout.trim())
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

export const unitOf = (run: string): string => `edgewise-${run}`
