/** A mode and two streams in, the reporter that a command feeds out. Results go to stdout, progress to stderr. */

import type { Event } from '../scheduler/event.js'
import { jsonReporter } from './json.js'
import { Live } from './live.js'
import { writePlain } from './plain.js'
import type { Clock, Conclusion, Reporter } from './reporter.js'
import { Roster } from './roster.js'
import { detectStyle, type Environment, type Screen } from './style.js'
import { renderSummary } from './summary.js'
import { Tally } from './tally.js'

export type Mode = 'live' | 'plain' | 'json' | 'quiet'

export interface Stream extends Screen {
  rows?: number | undefined
  write(text: string): unknown
}

export interface ReporterOptions {
  mode: Mode
  stdout: Stream
  stderr: Stream
  env: Environment
  /** Default: the process's own. */
  clock?: Clock
  version: string
  command: string
  /** Where the whole stderr of an attempt is kept. */
  logOf?: (task: string, attempt: number) => string | undefined
  /** As it was typed, for the commands to type next. */
  stateDir?: string | undefined
  /** Called with what gives the terminal back when the process ends unforeseen; returns how to undo that. */
  onExit?: (restore: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  every: (ms, tick) => {
    const timer = setInterval(tick, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
}

export const atProcessExit = (restore: () => void): (() => void) => {
  process.once('exit', restore)
  return () => process.off('exit', restore)
}

/** In every mode but JSON the end writes the summary of a run to stdout; a command without a run ends in silence. */
export function createReporter(options: ReporterOptions): Reporter {
  const { mode, stdout, env, stderr, clock = systemClock } = options
  if (mode === 'json') return jsonReporter(text => void stdout.write(text), options)

  const roster = new Roster()
  const tally = new Tally()
  let began = clock.now()
  const live = mode === 'live' ? liveOn(options, roster) : null

  const learn = (event: Event): void => {
    roster.learn(event)
    tally.take(event)
    // What a person thought about before is not the run's time.
    if (event.type === 'run-committed') began = clock.now()
  }
  return {
    learn(event: Event) {
      learn(event)
      live?.learn(event)
    },
    event(event: Event) {
      learn(event)
      if (live) live.event(event)
      else if (mode === 'plain') writePlain(event, roster, text => void stderr.write(text))
    },
    end(conclusion: Conclusion) {
      live?.close()
      const summary = renderSummary({
        tally,
        conclusion,
        style: detectStyle(stdout, env),
        took: clock.now() - began,
        stateDir: options.stateDir,
        ...(options.logOf ? { logOf: options.logOf } : {}),
      })
      if (summary !== '') stdout.write(summary)
    },
    close: () => live?.close(),
  }
}

function liveOn({ stderr, env, clock = systemClock, onExit }: ReporterOptions, roster: Roster): Live {
  return new Live(
    {
      write: text => void stderr.write(text),
      // A serial console and a terminal of `ssh -t` without one here are of size 0: nobody has said how large they are.
      size: () => ({ columns: stderr.columns || 80, rows: stderr.rows || 24 }),
      style: detectStyle(stderr, env),
      clock,
      reflows: env.XTERM_VERSION === undefined && env.STY === undefined,
      onExit: onExit ?? atProcessExit,
    },
    roster,
  )
}
