/** What the commands share: streams, style, signals, a context; and how they end. */

import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import type { Context } from '../host/context.js'
import { createContext } from '../host/create-context.js'
import { createInterruption, type InterruptionSource } from '../host/interruption.js'
import { outputFiles } from '../host/output-files.js'
import type { Refusal } from '../host/refusal.js'
import { type Status, status } from '../host/status.js'
import { version } from '../host/version.js'
import type { RunFolder } from '../journal/runs.js'
import type { Diagnostic } from '../manifest/step.js'
import { readRegular } from '../manifest/world.js'
import { createReporter } from '../report/create.js'
import { renderDiagnostics } from '../report/diagnostics.js'
import { one } from '../report/paragraph.js'
import type { Conclusion, Reporter } from '../report/reporter.js'
import { detectStyle, isLive, type Style } from '../report/style.js'
import { closeInherited, limitOwn, namedDescriptors } from '../sandbox/descriptors.js'
import { endAll } from '../sandbox/running.js'
import type { Event } from '../scheduler/event.js'
import { forgetLostTerminal } from './lost-terminal.js'
import type { SharedFlags } from './main.js'

export interface Session {
  context: Context
  reporter: Reporter
  /** Of stdout. */
  style: Style
  /** True where a person can be asked. */
  interactive: boolean
  /** True where a person could be asked, if there were anything to show the question on. */
  blind: boolean
  json: boolean
  /** To stdout, unless it carries the JSON stream. */
  print(text: string): void
  /** Where the consumers' whole output is, for the summary to name. */
  keepsLogsIn(run: RunFolder): void
  /** The run is carried by another process from now on. */
  onlyLooksOn(): void
  /** Its keys have come to their end, which may be seen before the kernel's signal is. */
  loseTerminal(): void
  refuse(refusal: Refusal): Status
  end(conclusion: Conclusion): Promise<Status>
}

/** `lines` is what a command prints where nobody watches: `apply` tells its events, `check` only its result. */
export function openSession(command: string, flags: Partial<SharedFlags>, lines: 'plain' | 'quiet'): Session {
  closeInherited(namedDescriptors(process.argv))
  const { stdin, stdout, stderr, env } = process
  process.once('exit', forgetLostTerminal)
  const json = flags.json === true
  const attended = !json && flags.input !== false && stdin.isTTY === true
  const interactive = attended && isLive(stderr, env)
  const mode = json ? 'json' : isLive(stderr, env) ? 'live' : lines
  let folder: RunFolder | null = null
  const logOf = (task: string, attempt: number): string | undefined =>
    folder ? outputFiles(folder, task, attempt).stderr : undefined
  const reporter = createReporter({
    mode,
    stdout,
    stderr,
    env,
    version,
    command,
    logOf,
    stateDir: flags.stateDir,
  })
  const style = detectStyle(stdout, env)
  // Whoever asks only for a result still has to learn what was not taken as it was meant.
  let committed = false
  let looksOn = false
  const tell = (event: Event): void => {
    if (event.type === 'run-committed' || event.type === 'run-resumed') committed = true
    reporter.event(event)
    if (mode === 'quiet' && event.type === 'notice')
      stderr.write(`edgewise: ${one([event.message, event.hint].filter(Boolean).join(' '))}\n`)
  }
  const interruption = createInterruption()
  const deaf = listenForSignals(
    interruption,
    tell,
    () => committed,
    () => looksOn,
  )
  const context = createContext({
    interruption,
    emit: tell,
    ready: limitOwn(flags.jobs ?? availableParallelism()).then(staySmall),
    unconfined: flags.allowUnconfinedProducers ?? false,
    ...(flags.jobs === undefined ? {} : { jobs: flags.jobs }),
    ...(flags.stateDir === undefined ? {} : { stateDir: absolute(flags.stateDir) }),
  })

  const print = (text: string): void => {
    if (!json && text !== '') stdout.write(text.endsWith('\n') ? text : `${text}\n`)
  }
  return {
    context,
    reporter,
    style,
    interactive,
    blind: attended && !interactive,
    json,
    print,
    keepsLogsIn(run) {
      folder = run
    },
    onlyLooksOn() {
      looksOn = true
    },
    loseTerminal: () => interruption.raise('SIGHUP'),
    refuse(refusal) {
      reporter.close()
      if (!json) stderr.write(explain(refusal, detectStyle(stderr, env)))
      reporter.end({
        committed: false,
        changed: false,
        exit: refusal.status,
        code: refusal.code,
        message: refusal.message,
        ...(refusal.hint === undefined ? {} : { hint: refusal.hint }),
        ...(refusal.details === undefined ? {} : { details: refusal.details }),
        ...(refusal.diagnostics === undefined ? {} : { diagnostics: refusal.diagnostics }),
        ...(refusal.prediction ? { verdict: refusal.prediction.verdict } : {}),
      })
      deaf()
      return refusal.status
    },
    async end(conclusion) {
      await endAll(0)
      reporter.end(conclusion)
      reporter.close()
      deaf()
      return conclusion.exit as Status
    },
  }
}

/**
 * What is resident makes every start slower, and the young generation would grow to 48 MB under a flood of items. Not
 * before the modules of Node are loaded: with other flags it compiles each of them anew, which takes longer than all else.
 */
const staySmall = (): void => setFlagsFromString('--semi-space-growth-factor=1')

const absolute = (path: string): string => (path.startsWith('/') ? path : `${process.cwd()}/${path}`)

/** Ctrl-C once: what is in hand is finished, a check is ended. Twice: it is ended now. A lost terminal counts as a wish to stop. */
function listenForSignals(
  interruption: InterruptionSource,
  tell: (event: Event) => void,
  isCommitted: () => boolean,
  looksOn: () => boolean,
): () => void {
  const listeners = (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(signal => {
    const listener = (): void => {
      interruption.raise(signal)
      // The host's own word for it is in its unit, and who only looks on goes without stopping anything.
      if (looksOn() && interruption.isDeserted) return
      const message =
        interruption.level === 2
          ? 'ending what runs now; what does not end by itself is killed after some seconds'
          : isCommitted()
            ? 'stopping: what is in hand is finished, nothing new is begun; once more ends it now'
            : 'stopping: what looks is ended, nothing is changed'
      tell({ type: 'notice', code: 'host.interrupted', message })
    }
    process.on(signal, listener)
    return () => process.off(signal, listener)
  })
  return () => {
    for (const off of listeners) off()
  }
}

/** Messages and details quote paths, titles and what programs said. */
export function explain(refusal: Refusal, style: Style): string {
  const lines: string[] = []
  if (refusal.diagnostics) lines.push(showDiagnostics(refusal.diagnostics, style))
  const tone = refusal.status === status.undecided ? 'warn' : 'bad'
  lines.push(`${style.paint(tone, 'edgewise:')} ${one(refusal.message)}`)
  for (const detail of refusal.details ?? []) lines.push(`  ${style.symbols.bullet} ${one(detail)}`)
  if (refusal.hint) lines.push(`  ${style.paint('dim', one(refusal.hint))}`)
  return `${lines.join('\n')}\n`
}

/** Bytes of a file whose lines are shown beside what is wrong with them. */
const longestShown = 64 * 1024 * 1024

/** With the lines that they are about, where those can still be read. */
export function showDiagnostics(diagnostics: Diagnostic[], style: Style): string {
  const sources = new Map<string, string>()
  for (const { file } of diagnostics) {
    if (sources.has(file)) continue
    const bytes = readRegular(file, longestShown)
    if (bytes.ok) sources.set(file, Buffer.from(bytes.value).toString('utf8'))
  }
  return renderDiagnostics(diagnostics, style, sources)
}
