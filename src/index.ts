/**
 * The library: the phases that the command line itself uses.
 *
 * ```ts
 * import { apply, check, createContext, plan } from 'edgewise'
 * const context = createContext({ stateDir: '/var/lib/edgewise', emit: event => console.log(event.type) })
 * const checked = await check(context, { manifest: 'transition.yaml', accept: 'warnings' })
 * ```
 *
 * What can be expected to go wrong comes back as `{ ok: false, error: Refusal }` with the exit status that a command
 * would have ended with; an exception is a bug.
 */

export type { Policy } from './choice/policy.js'
export type { SecretStore } from './choice/secrets.js'
export type { Fallible } from './fallible.js'
export { type ApplyOptions, apply, type RunReport } from './host/apply.js'
export { type CheckOptions, type CheckReport, check } from './host/check.js'
export type { Context } from './host/context.js'
export { type ContextOptions, createContext } from './host/create-context.js'
export { type Planned, type PlanOptions, plan } from './host/plan.js'
export { readPlan, writePlan } from './host/plan-file.js'
export { validate } from './host/prepare.js'
export type { Refusal } from './host/refusal.js'
export { type ResumeOptions, resume } from './host/resume.js'
export { meanings, type Status, status } from './host/status.js'
export type { Diagnostic, Manifest, Step } from './manifest/step.js'
export { toDot, toMermaid, toSvg } from './report/graph.js'
export type { CheckEvent, Event, LiveEvent, RunEvent } from './scheduler/event.js'
export type {
  Choice,
  Ending,
  Finding,
  Findings,
  Graph,
  Plan,
  Prediction,
  Verdict,
} from './scheduler/model.js'
