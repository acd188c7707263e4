/** One call of the adapter: a request goes in, the suite steps in at events, what it printed and how it ended comes out. */

import { spawn } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { self } from '../../sandbox/identity.js'
import { launch, type Spawner } from '../../sandbox/launch.js'
import type { Running } from '../../sandbox/running.js'
import { problemsOf } from '../schema.js'
import { programOf } from '../step/play.js'
import { shown } from '../step/record.js'
import { MARK } from '../step/strays.js'
import { type Limits, watcher } from '../step/watch.js'
import type { Adapter, Reply, Request, Result } from './adapter.js'
import type { Person } from './log.js'
import type { Look } from './processes.js'
import type { Stage } from './stage.js'

export interface Call {
  name: string
  request: Request
  /** The first lines, as they came. */
  came: string[]
  results: Result[]
  reply: Reply | undefined
  stderr: string[]
  /** Why nothing can be said of the host: the adapter did not do its part. */
  broken: string | undefined
  /** Why it had to be ended. */
  hung: string | undefined
  /** The suite killed it, as the case says. */
  killed: boolean
  looks: Record<string, Look>
  /** Players that were there when the adapter had exited. */
  left: Person[]
  /** All that it wrote, within bounds, for what must not be in it. */
  output: string
}

/** What a case may do while the host works. */
export interface Live {
  running: Running
  call: Call
  /** False where the call was over before. */
  until(enough: () => boolean): Promise<boolean>
  kill(): Promise<void>
  /** Milliseconds for which it was seen asleep, since anything was said or logged. */
  idle(): number
}

const TOTAL_MS = 600_000
const KEPT = 4 * 1024 * 1024
const SOON_MS = 8

/** In the suite's environment alone: what of it a step finds was inherited. */
export const LEAK = 'CONFORMANCE_HOST_ONLY'

export async function callAdapter(
  name: string,
  adapter: Adapter,
  request: Request,
  stage: Stage,
  limits: Limits,
  meanwhile: (live: Live) => Promise<void>,
): Promise<Call> {
  const call: Call = {
    name,
    request,
    came: [],
    results: [],
    reply: undefined,
    stderr: [],
    broken: undefined,
    hung: undefined,
    killed: false,
    looks: {},
    left: [],
    output: '',
  }
  const heard = listen(call)
  const spawner: Spawner = (file, args, given) => {
    const child = spawn(file, args, given)
    child.stderr?.on('data', heard.stderr)
    return child
  }
  const env = { ...inherited(), [MARK]: stage.scratch.mark, [LEAK]: 'yes' }
  const started = await launch(
    {
      program: programOf(adapter.argv, dirname(adapter.argv[0]!), env),
      identity: self(),
      role: 'producer',
      limits: {},
      timeouts: { idle: null, total: TOTAL_MS },
      stdout: 'pipe',
      stderr: 'pipe',
      onStdout: heard.stdout,
      grace: 0,
    },
    spawner,
  )
  if (!started.ok) return { ...call, broken: `could not be started: ${started.error.message}` }
  const running = started.value
  const stop = (why: string): void => {
    call.hung ??= why
    running.cancel('cancelled', 0)
  }
  const words = (): number => {
    if (existsSync(stage.tooOften)) stop('it started one program more than 200 times')
    return heard.words() + statSync(stage.log).size
  }
  const watch = watcher(running, words, limits, stop)
  let over = false
  const settled = running.settled.then(one => {
    over = true
    return one
  })
  running.send(`${JSON.stringify(request)}\n`)
  await meanwhile({
    running,
    call,
    idle: watch.idle,
    async until(enough) {
      while (!over && !enough()) await Promise.race([pause(SOON_MS), settled])
      return enough()
    },
    async kill() {
      call.killed = true
      running.cancel('cancelled', 0)
      await settled
    },
  })
  const end = await settled
  watch.stop()
  call.stderr = running.stderrTail()
  if (end.ended === 'total') call.hung ??= `it was not over after ${TOTAL_MS / 60_000} minutes`
  heard.finish()
  call.left = stage.alive()
  if (!call.hung && !call.killed) call.broken = end.failure?.message ?? brokenBy(call, end)
  return call
}

/** An adapter is its author's own program, and finds what a program of a shell finds. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]))

function brokenBy(call: Call, end: { status: number | null; signal: string | null }): string | undefined {
  if (call.broken) return call.broken
  if (end.signal) return `was ended by ${end.signal}`
  if (end.status !== 0) return `exited with ${end.status}`
  return call.reply ? undefined : 'exited without a reply'
}

function listen(call: Call): {
  stdout(chunk: Uint8Array): void
  stderr(chunk: Uint8Array): void
  words(): number
  finish(): void
} {
  let words = 0
  let rest = Buffer.alloc(0)
  let kept = 0
  const keep = (text: string): void => {
    if (kept < KEPT) call.output += text
    kept += text.length
  }
  const line = (text: string): void => {
    if (text.trim() === '') return
    call.came = shown([...call.came, text].join('\n'))
    const said = text.length > 200 ? `${text.slice(0, 200)}…` : text
    if (call.reply) call.broken ??= `went on after its reply: ${said}`
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      call.broken ??= `printed what is no JSON: ${said}`
      return
    }
    const problems = problemsOf('adapter.schema.json', value)
    if (problems.length > 0) call.broken ??= `printed ${said}: it ${problems.join('; it ')}`
    else if ((value as Result).type === 'result') call.results.push(value as Result)
    else call.reply = value as Reply
  }
  return {
    stdout(chunk) {
      words++
      keep(Buffer.from(chunk).toString('latin1'))
      rest = Buffer.concat([rest, chunk])
      for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
        line(rest.subarray(0, at).toString('utf8'))
        rest = rest.subarray(at + 1)
      }
      if (rest.length > KEPT) {
        call.broken ??= 'printed a line of more than 4 MiB'
        rest = Buffer.alloc(0)
      }
    },
    stderr(chunk) {
      words++
      keep(Buffer.from(chunk).toString('latin1'))
    },
    words: () => words,
    finish() {
      if (rest.length > 0) line(rest.toString('utf8'))
    },
  }
}
