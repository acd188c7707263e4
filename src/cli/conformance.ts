/** `edgewise conformance …`: flags in, trials run, TAP on stdout and files beside it, an exit status out. */

import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { type Case, readCases } from '../conformance/case.js'
import { readAdapter } from '../conformance/host/adapter.js'
import { hostTrials } from '../conformance/host/trials.js'
import { toJunit } from '../conformance/junit.js'
import { fixKnown, type Known, readKnown } from '../conformance/known.js'
import { lint } from '../conformance/lint.js'
import { type Header, toReport } from '../conformance/report.js'
import { readRequirements } from '../conformance/requirements.js'
import { selftest } from '../conformance/selftest.js'
import { abilities, levelOf } from '../conformance/step/abilities.js'
import { digestOfProgram } from '../conformance/step/digest.js'
import { removeAll } from '../conformance/step/scratch.js'
import { readSubject, type Subject } from '../conformance/step/subject.js'
import { stepTrials } from '../conformance/step/trials.js'
import { runSuite, type Tally } from '../conformance/suite.js'
import { comment, header, lastLine, point } from '../conformance/tap.js'
import type { Trial } from '../conformance/trial.js'
import { endAll } from '../sandbox/running.js'

export { runNewStep } from './new-step.js'

/** 0 as expected, 1 not as expected, 2 usage, an error of the suite, or nothing was run. */
type Status = 0 | 1 | 2

export interface SuiteFlags {
  only?: string
  strict?: true
  knownFailures?: string
  fix?: true
  report?: string
  junit?: string
  jobs?: number
}

export interface StepFlags extends SuiteFlags {
  config?: string
  producer?: string
  consumer?: string
  patience?: number
}

export interface HostFlags extends SuiteFlags {
  adapter: string
  patience?: number
}

const PATIENCE_MS = 30_000
/** A step may work hard, but not on a fixture. */
const CPU_MS = 60_000

const say = (text: string): boolean => process.stdout.write(text)

const usage = (message: string): Status => {
  process.stderr.write(`edgewise: ${message}\n`)
  return 2
}

export async function runStep(flags: StepFlags): Promise<Status> {
  const cases = readCases()
  if (!cases.ok) return usage(`the suite itself cannot be used: ${cases.error}`)
  const subject = readSubject(flags)
  if (!subject.ok) return usage(subject.error)
  const patience = flags.patience ?? subject.value.patience
  const limits = { patience: patience === undefined ? PATIENCE_MS : patience * 1000, cpu: CPU_MS }
  const trials = stepTrials(cases.value, { subject: subject.value, limits })
  return runTrials(trials, headerOf(subject.value), flags)
}

export async function runHost(args: string[], flags: HostFlags): Promise<Status> {
  const cases = readCases()
  if (!cases.ok) return usage(`the suite itself cannot be used: ${cases.error}`)
  const adapter = readAdapter(flags.adapter, args)
  if (!adapter.ok) return usage(adapter.error)
  const { argv } = adapter.value
  const patience = flags.patience === undefined ? PATIENCE_MS : flags.patience * 1000
  const trials = hostTrials(cases.value, { adapter: adapter.value, limits: { patience, cpu: CPU_MS } })
  const head: Header = {
    suite: readRequirements().version,
    family: 'host',
    level: abilities().root ? 'root' : 'user',
    programs: { adapter: { argv, digest: digestOfProgram(argv[0]!) } },
  }
  return runTrials(trials, head, flags)
}

function headerOf(subject: Subject): Header {
  const programs: Header['programs'] = {}
  for (const role of ['producer', 'consumer'] as const) {
    const argv = subject[role]
    if (argv) programs[role] = { argv, digest: digestOfProgram(argv[0]!) }
  }
  return { suite: readRequirements().version, family: 'step', level: levelOf(abilities()), programs }
}

/** The part that steps and hosts share. */
async function runTrials(trials: Trial[], head: Header, flags: SuiteFlags): Promise<Status> {
  if (flags.fix && flags.knownFailures === undefined)
    return usage('--fix writes the file that --known-failures names')
  let known: Known | undefined
  if (flags.knownFailures !== undefined) {
    const read = readKnown(flags.knownFailures, flags.fix)
    if (!read.ok) return usage(read.error)
    const stranger = read.value.ids().find(id => !trials.some(trial => trial.case.id === id))
    if (stranger) return usage(`${flags.knownFailures}: there is no case ${stranger} here`)
    known = read.value
  }
  const stop = cleanUpOnSignal()
  let begun = false
  const tally = await runSuite(trials, {
    jobs: flags.jobs ?? availableParallelism(),
    ...(flags.only === undefined ? {} : { only: flags.only }),
    ...(flags.strict ? { strict: true } : {}),
    ...(known ? { known } : {}),
    onOutcome(outcome, number, total) {
      if (!begun) say(header(total) + comment(introduction(head)))
      begun = true
      say(point(outcome, number))
    },
  })
  stop()
  if (tally.outcomes.length === 0) return usage(`nothing was run: no case is called ${flags.only ?? ''}`)
  if (known && flags.fix) {
    const { added, removed } = fixKnown(known, tally.outcomes)
    if (added.length + removed.length > 0)
      say(
        comment(`${known.path}: ${[...added.map(id => `+${id}`), ...removed.map(id => `-${id}`)].join(' ')}`),
      )
  }
  const unwritten =
    write(flags.report, () => toReport(head, tally)) ??
    write(flags.junit, () => toJunit(tally, `edgewise conformance ${head.family}`))
  say(`${lastLine(tally)}\n`)
  if (unwritten) return usage(unwritten)
  return statusOf(tally)
}

/** Where all was skipped, nothing was proven. */
function statusOf(tally: Tally): Status {
  if (tally.failed > 0) return 1
  return tally.outcomes.some(({ verdict }) => verdict.state !== 'skip')
    ? 0
    : usage('nothing was run: every case was skipped')
}

const introduction = ({ suite, family, level, programs }: Header): string =>
  [
    `edgewise conformance ${family}, requirements ${suite}, level ${level}`,
    ...Object.entries(programs).map(
      ([role, { argv, digest }]) =>
        `${role}: ${argv.join(' ')}${digest ? ` (sha256 ${digest.slice(0, 16)})` : ''}`,
    ),
  ].join('\n')

function write(path: string | undefined, text: () => string): string | undefined {
  if (path === undefined) return undefined
  try {
    writeFileSync(path, text())
    return undefined
  } catch (error) {
    return `${path} cannot be written: ${(error as Error).message}`
  }
}

/** Told to end, the suite leaves no program and no folder behind. */
function cleanUpOnSignal(): () => void {
  const end = (signal: NodeJS.Signals): void => {
    void endAll(0).then(() => {
      removeAll()
      process.exit(signal === 'SIGINT' ? 130 : 143)
    })
  }
  process.once('SIGINT', end).once('SIGTERM', end)
  return () => process.off('SIGINT', end).off('SIGTERM', end)
}

export async function runSelftest(flags: { only?: string; jobs?: number; family?: string }): Promise<Status> {
  const stop = cleanUpOnSignal()
  const done = await selftest({
    jobs: flags.jobs ?? availableParallelism(),
    ...(flags.only === undefined ? {} : { only: flags.only }),
    say,
  })
  stop()
  return done.ok ? done.value : usage(done.error)
}

export function runLint(): Status {
  const found = lint()
  for (const problem of found) say(`${problem}\n`)
  say(
    `${found.length === 0 ? 'no problems' : `${found.length} ${found.length === 1 ? 'problem' : 'problems'}`}\n`,
  )
  return found.length === 0 ? 0 : 1
}

export function runList(flags: { json?: true }): Status {
  const cases = readCases()
  if (!cases.ok) return usage(`the suite itself cannot be used: ${cases.error}`)
  say(flags.json ? `${JSON.stringify(cases.value, null, 2)}\n` : cases.value.map(lineOf).join(''))
  return 0
}

const lineOf = ({ id, level, title, requires, needs = [] }: Case): string =>
  `${id}  ${level.toUpperCase().padEnd(6)}  ${title}  [${requires.join(' ')}]${needs.length > 0 ? `  needs ${needs.join(', ')}` : ''}\n`
