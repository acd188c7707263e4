/** A scratch transition of scripted steps, and the command line run on it: what tests of the host begin with. */

import { type ChildProcess, spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Test } from 'tap'

export const cli = resolve(import.meta.dirname, '../dist/cli.cjs')
export const scripted = resolve(import.meta.dirname, 'fixtures/host/step.sh')

export interface Ran {
  status: number | null
  signal: string | null
  stdout: string
  stderr: string
}

export interface StepOptions {
  /** Shell that redefines parts of test/fixtures/host/step.sh. */
  script?: string
  /** Further keys of the step, as the manifest has them. */
  more?: Record<string, unknown>
  /** False for a step that only checks. */
  consumer?: boolean
}

export interface Transition {
  dir: string
  manifest: string
  state: string
  /** Runs a command to its end; `state-dir` is added where the command has one. */
  run(args: string[], options?: { input?: string; env?: Record<string, string> }): Promise<Ran>
  start(args: string[], env?: Record<string, string>): ChildProcess
  made(step: string): boolean
  file(name: string): string
  /** Events of the newest run's journal, in order. */
  events(): Record<string, unknown>[]
}

/** Steps of tests write down what they see, also when they only look; test/escapes.test.ts is about those that may not. */
export const free = { sandbox: { allow: ['host'] } }

const withState = new Set([
  'check',
  'plan',
  'apply',
  'graph',
  'status',
  'resume',
  'choose',
  'abandon',
  'install-units',
  'log',
  'audit',
])

/** Commands that start producers, beside `choose`. */
const looking = new Set(['check', 'plan', 'apply', 'graph', 'resume'])

export function transition(
  t: Test,
  steps: Record<string, StepOptions>,
  top: Record<string, unknown> = {},
): Transition {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'edgewise-test-')))
  t.teardown(() => rmSync(dir, { recursive: true, force: true }))
  const marks = join(dir, 'marks')
  mkdirSync(marks)
  const manifest = join(dir, 'transition.json')
  const listed = Object.entries(steps).map(([name, { script, more = {}, consumer = true }]) => {
    if (script !== undefined) writeFileSync(join(marks, `${name}.sh`), script)
    const argv = [scripted, marks, name]
    return [name, { producer: argv, ...(consumer ? { consumer: argv } : {}), ...free, ...more }]
  })
  writeFileSync(
    manifest,
    JSON.stringify({ edgewise: 1, name: 'test', steps: Object.fromEntries(listed), ...top }, null, 1),
  )
  const state = join(dir, 'state')

  const start = (args: string[], env: Record<string, string> = {}): ChildProcess => {
    const [command = '', ...rest] = args
    const named = withState.has(command) && !rest.includes('--state-dir') ? ['--state-dir', state] : []
    // Tests of what is not about holding pass on machines that cannot hold.
    if (looking.has(command)) named.push('--allow-unconfined-producers')
    const given = Object.entries({ PATH: process.env.PATH, HOME: dir, LANG: 'C.UTF-8', ...env })
    // Through env, because tap puts variables of its own into what Node starts, and they would reach the steps.
    const clean = ['-i', ...given.map(([name, value]) => `${name}=${value}`)]
    return spawn('/usr/bin/env', [...clean, process.execPath, cli, command, ...rest, ...named], {
      cwd: dir,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
  }
  return {
    dir: marks,
    manifest,
    state,
    start,
    run: (args, { input = '', env = {} } = {}) => ending(start(args, env), input),
    made: step => readdirSync(marks).includes(`${step}.made`),
    file: name => readFileSync(join(marks, name), 'utf8'),
    events: () => {
      // Beside a run may lie the plan that it is to begin with.
      const runs = readdirSync(join(state, 'runs'))
        .filter(name => !name.endsWith('.plan'))
        .sort()
      const journal = readFileSync(join(state, 'runs', runs.at(-1)!, 'journal.jsonl'), 'utf8')
      return journal
        .trimEnd()
        .split('\n')
        .map(line => (JSON.parse(line) as { event: Record<string, unknown> }).event)
    },
  }
}

export function ending(child: ChildProcess, input = ''): Promise<Ran> {
  let stdout = ''
  let stderr = ''
  child.stdout!.setEncoding('utf8').on('data', chunk => {
    stdout += chunk
  })
  child.stderr!.setEncoding('utf8').on('data', chunk => {
    stderr += chunk
  })
  child.stdin!.on('error', () => {})
  child.stdin!.end(input)
  return new Promise((resolveRan, reject) => {
    child.on('error', reject)
    child.on('close', (status, signal) => resolveRan({ status, signal, stdout, stderr }))
  })
}

/** Processes of a group that still live; a zombie only waits for whoever adopted it. */
export function livingIn(group: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
        const [state, , pgrp] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return Number(pgrp) === group && state !== 'Z' ? [Number(name)] : []
      } catch {
        return []
      }
    })
}
