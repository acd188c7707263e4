/**
 * A run that survives its terminal: the host is started in a transient unit of systemd, and what was called from the
 * terminal only looks on. Which host, with which words, and how it is told of a wish to stop.
 */

import { spawn } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { cleanLine } from '../protocol/text.js'
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

export interface Unit {
  name: string
  /** The host's exit status, or why it could not be started. */
  over: Promise<{ status: number | null; said: string }>
  signal(name: string): void
  /** Nobody waits for it here any more. */
  letGo(): void
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
      child.on('error', error => resolve({ status: null, said: error.message }))
      child.on('close', status => resolve({ status, said: cleanLine(said.trim(), 500) }))
    }),
    letGo() {
      child.unref()
      child.stderr.destroy()
    },
    signal(name) {
      const arguments_ = ['kill', `--signal=${name}`, '--kill-whom=main', `${call.unit}.service`]
      spawn('systemctl', arguments_, { stdio: 'ignore' }).on('error', () => {})
    },
  }
}
