/** Tries the suite itself: references pass everything, each mutant fails exactly its list. TAP out, a status back. */

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { type Case, readCases } from './case.js'
import { data } from './data.js'
import { type Gate, openGate } from './gate.js'
import { glob } from './glob.js'
import { readAdapter } from './host/adapter.js'
import { findTouches, type Touches } from './host/touches.js'
import { hostTrials } from './host/trials.js'
import { lint } from './lint.js'
import type { MutantEntry, MutantList, ReferenceEntry } from './mutants.js'
import { abilities, findTool } from './step/abilities.js'
import { readSubject } from './step/subject.js'
import { stepTrials } from './step/trials.js'
import { comment, header, lastLine, point } from './tap.js'
import type { Failure, Trial, Verdict } from './trial.js'

export interface SelftestOptions {
  /** Plays at the same time, over all subjects. */
  jobs: number
  /** A pattern of names of references and mutants. */
  only?: string
  say(text: string): void
  /** In place of mutants.json, and of all cases: to try the self-test. */
  list?: MutantList
  cases?: readonly string[]
}

/** References and mutants do nothing for longer than this only when they hang; who waits for the processor is not counted. */
const LIMITS = { patience: 2500, cpu: 5000 }

/** A host that ends a program waits for its grace, which is no hanging: that of a reference may be long. */
const HOST_LIMITS = { patience: 30_000, cpu: 30_000 }
const HOST_MUTANT_LIMITS = { patience: 6000, cpu: 30_000 }

type MakeTrials = (exam: Exam, cases: readonly Case[], shared: Shared) => Promise<Fallible<Trial[], string>>

/** What all exams have in common. */
interface Shared {
  gate: Gate
  /** By adapter of mutants, found once for all of them. */
  touches: Map<string, Promise<Fallible<Touches, string>>>
}

/** Where each family's subjects come from. */
const families: Partial<Record<ReferenceEntry['family'], MakeTrials>> = {
  async step({ entry, name, mutant }, cases) {
    const read = readSubject({ config: data(entry.config!) }, mutant ? ['--mutant', name] : [])
    if (!read.ok) return read
    const { side } = entry
    const fitting = cases.filter(({ family }) => side === undefined || family === 'step' || family === side)
    const options = { subject: read.value, limits: LIMITS, enough: Number.POSITIVE_INFINITY, found: {} }
    return ok(stepTrials(fitting, { ...options, ...(side ? { side } : {}) }))
  },
  async host({ entry, name, mutant }, cases, { gate, touches }) {
    const [file, ...args] = entry.adapter!
    const read = readAdapter(data(file!), args)
    if (!read.ok) return read
    const options = { adapter: read.value, limits: HOST_LIMITS }
    if (!mutant) return ok(hostTrials(cases, options))
    const hosts = cases.filter(({ family }) => family === 'host')
    const found = touches.get(file!) ?? findTouches(hosts, options, gate)
    touches.set(file!, found)
    const known = await found
    if (!known.ok) return known
    const touched = hosts.filter(({ id }) => known.value.get(id)?.has(name))
    const adapter = { argv: [...read.value.argv, '--mutant', name] }
    return ok(hostTrials(touched, { adapter, limits: HOST_MUTANT_LIMITS }))
  },
}

interface Exam {
  name: string
  title: string
  entry: ReferenceEntry & Pick<MutantEntry, 'side'>
  mutant?: MutantEntry
}

export async function selftest(options: SelftestOptions): Promise<Fallible<0 | 1, string>> {
  const { jobs, only, say } = options
  const read = readCases()
  if (!read.ok) return read
  const wrong = lint()
  if (wrong.length > 0) return err(`the suite is not sound: ${wrong.join('; ')}`)
  const cases = options.cases ? read.value.filter(({ id }) => options.cases!.includes(id)) : read.value
  const list = options.list ?? (JSON.parse(readFileSync(data('mutants.json'), 'utf8')) as MutantList)
  const exams: Exam[] = [
    ...Object.entries(list.references).map(([name, entry]) => ({
      name,
      entry,
      title: `the reference ${name} passes everything`,
    })),
    ...Object.entries(list.mutants).map(([name, entry]) => ({
      name,
      entry,
      mutant: entry,
      title: `the mutant ${name} fails exactly its list`,
    })),
  ].filter(({ name }) => only === undefined || glob(only, name))
  if (exams.length === 0) return err(`nothing was run: no reference or mutant is called ${only}`)
  const shared: Shared = { gate: openGate(jobs), touches: new Map() }
  say(header(exams.length))
  const verdicts: (Verdict | undefined)[] = new Array(exams.length).fill(undefined)
  let told = 0
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < exams.length) {
      const at = next++
      const before = performance.now()
      verdicts[at] = await examine(exams[at]!, cases, shared)
      times[at] = Math.round(performance.now() - before)
      for (; told < exams.length && verdicts[told]; told++)
        say(pointOf(exams[told]!, verdicts[told]!, told + 1, times[told]!))
    }
  }
  const times: number[] = []
  // Most of a mutant's time is waiting for one that hangs: twice as many keep the processors busy.
  await Promise.all(Array.from({ length: jobs * 2 }, worker))
  const of = (state: Verdict['state']): number => verdicts.filter(verdict => verdict?.state === state).length
  say(comment('a mutant that passes, or fails more than its list, is a finding about the suite'))
  say(`${lastLine({ passed: of('ok'), failed: of('not ok'), skipped: of('skip') })}\n`)
  if (of('not ok') > 0) return ok(1)
  return of('ok') > 0 ? ok(0) : err('nothing was run: every reference and mutant was skipped')
}

const able: Record<NonNullable<MutantEntry['needs']>[number], () => boolean> = {
  strace: () => abilities().strace !== undefined,
  mounts: () => abilities().unshare !== undefined,
  root: () => process.getuid!() === 0,
}

async function examine(exam: Exam, cases: readonly Case[], shared: Shared): Promise<Verdict> {
  const { entry, mutant } = exam
  const lacking = [
    ...(entry.programs ?? []).filter(
      program => !findTool(program) && spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0,
    ),
    ...(mutant?.needs ?? []).filter(need => !able[need]()),
  ]
  if (lacking.length > 0) return { state: 'skip', reason: `needs ${lacking.join(' and ')}` }
  if (entry.build) {
    const [program, ...args] = entry.build
    const built = spawnSync(program!, args, { cwd: dirname(join(data(), entry.config!)), encoding: 'utf8' })
    if (built.status !== 0) return fails(`it could not be built: ${built.stderr || built.error?.message}`)
  }
  const make = families[entry.family]
  if (!make) return fails(`the suite cannot try a ${entry.family} yet`)
  const trials = await make(exam, cases, shared)
  if (!trials.ok) return fails(trials.error)
  const verdicts = await Promise.all(trials.value.map(trial => shared.gate(() => trial.play())))
  const failed = new Map<string, Failure[]>()
  verdicts.forEach((verdict, at) => {
    if (verdict.state === 'not ok') failed.set(trials.value[at]!.case.id, verdict.failures)
  })
  const expected = mutant?.fails ?? []
  const lives = expected.filter(id => !failed.has(id))
  const more = [...failed].filter(([id]) => !expected.includes(id))
  if (lives.length === 0 && more.length === 0) return { state: 'ok' }
  return {
    state: 'not ok',
    failures: [
      ...(lives.length > 0 ? [{ message: `${lives.join(', ')}: passed by what is wrong on purpose` }] : []),
      ...more.map(([id, found]) => ({ ...found[0]!, message: `${id}: ${found[0]!.message}` })),
    ],
  }
}

const fails = (message: string): Verdict => ({ state: 'not ok', failures: [{ message }] })

function pointOf({ name, title, entry, mutant }: Exam, verdict: Verdict, number: number, ms: number): string {
  const stand: Case = {
    id: name,
    family: entry.family,
    level: 'must',
    title,
    requires: [],
    proves: mutant ? `it is wrong in one way: ${mutant.wrong}` : 'it is right',
    help: 'Look at the case first: one that is missing or proves nothing lets a mutant live.',
    do: [],
    expect: [],
  }
  const trial: Trial = { case: stand, play: async () => verdict }
  const result = verdict.state === 'ok' ? 'passed' : verdict.state === 'skip' ? 'skipped' : 'failed'
  return point({ trial, verdict, result, ms }, number)
}
