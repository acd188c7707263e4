/** Runs one program through one script, step in at events and never at times, and never waits for ever. */

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import type { Program } from '../../manifest/step.js'
import { self } from '../../sandbox/identity.js'
import { launch, type Spawner } from '../../sandbox/launch.js'
import { signalProcess } from '../../sandbox/processes.js'
import type { Running } from '../../sandbox/running.js'
import { lookAt, Steady } from './asleep.js'
import { type Circumstance, launching } from './launching.js'
import { type Ended, type Recorder, record } from './record.js'
import type { Scratch } from './scratch.js'
import { MARK } from './strays.js'
import type { Selection } from './subject.js'
import type { Moment, Role, Transcript } from './transcript.js'
import { type Limits, type Watch, watcher } from './watch.js'

export interface PlayOptions {
  name: string
  role: Role
  argv: string[]
  cwd: string
  stdin: string
  sent: Selection[]
  step: string
  scratch: Scratch
  limits: Limits
  under?: Circumstance | undefined
  /** How stdin is written: at once, each byte alone, or not at all until the script says so. */
  feed?: 'whole' | 'bytes' | 'later'
  /** After each result, with the program stopped: which selections are in place? */
  inPlace?(): Promise<Record<string, boolean>>
}

/** What a script may do while the program runs. */
export interface Live {
  /** Until it waits with `results` results said, or has ended. */
  untilHeld(results: number): Promise<void>
  /** Until it waits for stdin, or has ended. */
  untilWaiting(): Promise<void>
  untilLine(): Promise<void>
  /** Writes stdin and closes it. */
  feed(): void
  leave(): void
  /** Where stdout was stuffed: from now on it is read. */
  listen(): void
  signal(signal: NodeJS.Signals): void
  /** When it is over. */
  over: Promise<void>
}

export type Script = (live: Live) => Promise<void>

const SOON_MS = 8
/** Whatever it does all that time, it is too long. */
const TOTAL_MS = 600_000

export const programOf = (argv: string[], cwd: string, env: Record<string, string>): Program => ({
  argv,
  executable: argv[0]!,
  user: null,
  cwd,
  env,
})

export async function play(options: PlayOptions, script: Script = async () => {}): Promise<Transcript> {
  const { scratch, limits, feed = 'whole' } = options
  const how = launching(options.argv, options.under, scratch)
  const heard = record(options)
  const end: Ended = { steps: [], reboots: [], stderr: [] }
  let child: ChildProcess | undefined
  const spawner: Spawner = (file, args, given) => {
    child = spawn(file, args, given)
    child.stderr?.on('data', heard.stderr)
    return child
  }
  const onStdout = (chunk: Uint8Array): void => {
    heard.stdout(chunk)
    if (heard.overflow()) stop('it printed more than a run may')
  }
  const env = { ...variables(scratch), ...how.env }
  const started = await launch(
    {
      program: programOf(how.argv, how.cwd ?? options.cwd, env),
      identity: { ...self(), home: scratch.home },
      // Whatever it is, nothing of it may outlive the suite.
      role: 'producer',
      limits: {},
      timeouts: { idle: null, total: TOTAL_MS },
      stdout: 'pipe',
      stderr: 'pipe',
      onStdout,
      grace: 0,
    },
    spawner,
  )
  if (!started.ok) {
    how.fifo?.leave()
    const { message, hint } = started.error
    return heard.finish({ ...end, failure: { message, hint } })
  }
  const running = started.value
  const stop = (why: string): void => {
    end.hung ??= why
    running.cancel('cancelled', 0)
  }
  if (options.under !== 'stuffed') how.fifo?.read(onStdout)
  const watch = watcher(running, heard.words, limits, stop)
  const live = liveOf(running, options, heard, watch, moment => {
    end.held = moment
  })
  const stepping = options.under === 'stops' ? steps(running, heard.results, options, end.steps) : undefined
  if (feed === 'whole') live.feed()
  else if (feed === 'bytes') void trickle(child!, options.stdin, live)
  await script({
    ...acting(live, watch),
    leave: () => how.fifo?.leave(),
    listen: () => how.fifo?.read(onStdout),
  })
  watch.goOn()
  if (options.under === 'stuffed') how.fifo?.read(onStdout)
  end.settled = await running.settled
  watch.stop()
  await stepping
  if (options.under !== 'no-reader') await how.fifo?.drained()
  if (how.traceFile) end.trace = readFileSync(how.traceFile, 'latin1').split('\n').filter(Boolean)
  end.reboots = scratch.reboots()
  end.stderr = running.stderrTail()
  if (end.settled.ended === 'total') end.hung ??= `it was not over after ${TOTAL_MS / 60_000} minutes`
  return heard.finish(end)
}

const PATH =
  '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/wrappers/bin:/run/current-system/sw/bin'
/** On top of what every program of a step finds. */
export const variables = ({ bin, mark }: Scratch): Record<string, string> => ({
  PATH: `${bin}:${PATH}`,
  [MARK]: mark,
})

function liveOf(
  running: Running,
  options: PlayOptions,
  { moment, words }: Pick<Recorder, 'moment' | 'words'>,
  watch: Watch,
  onHeld: (moment: Moment) => void,
): Live {
  let over = false
  const settled = running.settled.then(() => {
    over = true
  })
  const until = async (enough: () => boolean): Promise<void> => {
    while (!over && !enough()) await Promise.race([pause(SOON_MS), settled])
  }
  const steady = (): (() => boolean) => {
    const waits = new Steady()
    return () => waits.see(lookAt(running), words())
  }
  return {
    over: settled,
    async untilHeld(results) {
      const waits = steady()
      // One that keeps its results to itself never shows as many: it is asleep for long, and that is the finding. It is
      // told by the watch, which would end it as one that hangs later on: two clocks would run apart on a busy machine.
      const enough = Math.min(options.limits.patience / 3, 3000)
      await until(() => waits() && (moment().results.length >= results || watch.idle() >= enough))
      onHeld(moment())
    },
    untilWaiting: () => until(steady()),
    untilLine: () => until(() => moment().lines > 0),
    feed: () => running.send(options.stdin),
    leave() {},
    listen() {},
    signal(signal) {
      signalProcess(running, signal)
      if (signal === 'SIGKILL') running.cancel('cancelled', 0)
    },
  }
}

/** Once a script has what it waited for, it is the suite that has something to do, and it may take its time for it. */
function acting(live: Live, watch: Watch): Live {
  const after = async (event: Promise<void>): Promise<void> => {
    watch.goOn()
    await event
    watch.pause()
  }
  return {
    ...live,
    untilHeld: results => after(live.untilHeld(results)),
    untilWaiting: () => after(live.untilWaiting()),
    untilLine: () => after(live.untilLine()),
  }
}

/** The first bytes one at a time, each when the one before was taken: a reader that takes what is there sees only one. */
async function trickle(child: ChildProcess, text: string, live: Live): Promise<void> {
  const bytes = Buffer.from(text)
  const stdin = child.stdin!
  for (let at = 0; at < bytes.length; at++) {
    if (!stdin.writable) return
    stdin.write(bytes.subarray(at, at + 1))
    if (at < 3) await live.untilWaiting()
    else if (at % 16 === 0) await turn()
  }
  if (stdin.writable) stdin.end()
}

/** Each time the program is stopped in a write: was that a result, and what was in place when it came? */
async function steps(
  running: Running,
  results: () => string[],
  options: PlayOptions,
  found: Transcript['steps'],
): Promise<void> {
  let over = false
  const exited = running.exited.then(() => {
    over = true
  })
  while (!over) {
    const look = lookAt(running)
    if (look.stopped) {
      // What it wrote is in the pipe already: one turn of the loop reads it.
      await pause(1)
      await turn()
      const said = results()
      if (said.length > found.length) {
        const inPlace = (await options.inPlace?.()) ?? {}
        for (const result of said.slice(found.length)) found.push({ result, inPlace })
      }
      for (const pid of look.pids) resume(pid)
    }
    await Promise.race([pause(SOON_MS), exited])
  }
}

function resume(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch {
    // It has gone.
  }
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
