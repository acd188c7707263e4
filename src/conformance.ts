/**
 * The conformance suite as a library: the trials that `edgewise conformance step` runs, and with `readAdapter` and `hostTrials` those of `host`.
 *
 * ```ts
 * import { readCases, readSubject, runSuite, stepTrials } from 'edgewise/conformance'
 * const [cases, subject] = [readCases(), readSubject({ config: 'conformance.json' })]
 * if (!cases.ok || !subject.ok) throw new Error('unusable')
 * const limits = { patience: 30_000, cpu: 60_000 }
 * const { failed } = await runSuite(stepTrials(cases.value, { subject: subject.value, limits }), { jobs: 2 })
 * ```
 *
 * What can be expected to go wrong comes back as `{ ok: false, error: string }`. A trial never rejects: whatever a program does
 * is a verdict.
 */

export { type Case, type Family, readCase, readCases } from './conformance/case.js'
export { type Adapter, readAdapter } from './conformance/host/adapter.js'
export { type HostOptions, hostTrials } from './conformance/host/trials.js'
export { toJunit } from './conformance/junit.js'
export { type Known, readKnown } from './conformance/known.js'
export { lint } from './conformance/lint.js'
export { type Header, toReport } from './conformance/report.js'
export { type SelftestOptions, selftest } from './conformance/selftest.js'
export { abilities, levelOf } from './conformance/step/abilities.js'
export {
  type Fixtures,
  readSubject,
  type Selection,
  type Subject,
  type Trait,
} from './conformance/step/subject.js'
export { type StepOptions, stepTrials } from './conformance/step/trials.js'
export type { Limits } from './conformance/step/watch.js'
export { type Outcome, runSuite, type SuiteOptions, type Tally } from './conformance/suite.js'
export { comment, header, lastLine, point } from './conformance/tap.js'
export type { Failure, Trial, Verdict } from './conformance/trial.js'
export type { Fallible } from './fallible.js'
