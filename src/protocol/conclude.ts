/** Messages and exit of one program run -> how it ended: the worse of the two, as one calm sentence (R5.9, R5.10, R6). */

import type { Ending } from './ending.js'
import type { Done, Result } from './gen/messages.js'
import { cleanLine } from './text.js'
import type { Violation } from './violation.js'

export interface Course {
  role: 'producer' | 'consumer'
  /** What a consumer was sent, in order. */
  sent: readonly { item: string }[]
  done?: Done | undefined
  /** The valid results of this run. */
  results: readonly Result[]
  /** Items that this run brought. */
  items: number
  violations: readonly Violation[]
  /** Null where the program never ran. */
  exit: { status: number | null; signal: string | null } | null
  /** Why it could not be started. */
  spawnError?: string | undefined
  /** Why the host ended it, if it did: a timeout, a cap that was passed, or the run's cancellation. */
  ended?: 'idle' | 'total' | 'overflow' | 'cancelled' | undefined
  /** Milliseconds that it was given; null for no limit. */
  timeouts?: { idle: number | null; total: number | null } | undefined
  /** A limit of the step that it came up against, as the end of a sentence about it. */
  limit?: { message: string; isCertain: boolean } | undefined
  /** Last lines, cleaned and redacted by the caller. */
  stderr: readonly string[]
}

interface Verdict {
  code: string
  message: string
  violation?: Violation
}

const quoted = (sample: string) => (sample === '' ? '' : `: ${cleanLine(sample, 120)}`)

const told = (role: string, code: string | undefined, message: string | undefined, otherwise: string) =>
  message
    ? cleanLine(message, 1000)
    : `the ${role} ${otherwise}${code ? ` (${code})` : ''} and gave no message`

const faultOfExit = ({ role, exit, done, ended }: Course): Verdict | undefined => {
  if (exit?.signal) {
    const hint = exit.signal === 'SIGKILL' ? '; it may have run out of memory' : ''
    // SIGTERM after a proper `done` is how a cancelled program may go.
    if (ended === 'cancelled') {
      return done
        ? undefined
        : { code: 'cancelled', message: `the ${role} was ended because the run was cancelled` }
    }
    return { code: 'signal', message: `the ${role} was ended by ${exit.signal}${hint}` }
  }
  const status = exit?.status ?? 0
  if (!done) {
    if (ended === 'cancelled')
      return { code: 'cancelled', message: `the ${role} was ended because the run was cancelled` }
    if (status !== 0)
      return { code: 'exit', message: `the ${role} exited with status ${status} and without done` }
    const why = 'without done, so what it said may be incomplete; send done last and flush stdout'
    return { code: 'no-done', message: `the ${role} exited with status 0 ${why}` }
  }
  if (done.outcome !== 'failed' && status !== 0)
    return {
      code: 'exit',
      message: `the ${role} said ${done.outcome} and exited with status ${status}; one of them is wrong`,
    }
  return undefined
}

const faultOfMessages = (course: Course): Verdict | undefined => {
  const { role, done, results, sent } = course
  if (!done) return undefined
  const refused = results.find(result => result.status === 'failed')
  if (done.outcome === 'failed') {
    const code = done.code ?? refused?.code ?? 'failed'
    return {
      code,
      message: told(role, done.code ?? refused?.code, done.message ?? refused?.message, 'failed'),
    }
  }
  if (refused) {
    const message = refused.message ?? `"${refused.item}" could not be applied`
    return { code: refused.code ?? 'failed', message: cleanLine(message, 1000) }
  }
  if (role === 'producer') {
    if (done.outcome === 'ok') return undefined
    return { code: 'violation', message: 'the producer said again, which only consumers say' }
  }
  if (done.outcome === 'ok') {
    const applied = new Set(results.map(result => result.item))
    const missing = sent.filter(({ item }) => !applied.has(item)).map(({ item }) => `"${item}"`)
    if (missing.length === 0) return undefined
    const list =
      missing.length > 3
        ? `${missing.slice(0, 3).join(', ')} and ${missing.length - 3} more`
        : missing.join(', ')
    return { code: 'incomplete', message: `the consumer said ok, but sent no result for ${list}` }
  }
  if (results.length > 0 || course.items > 0 || done.reboot || done.code === 'cancelled') return undefined
  const message =
    'the consumer said again, but brought no new result, item or reboot; it would go on like that for ever'
  return {
    code: 'violation',
    message,
    violation: { line: 0, code: 'protocol.again-empty', message, sample: '' },
  }
}

/** Names the limit as the manifest does, so that whoever reads it knows what to change. */
function beyond(role: Course['role'], limit: 'idle' | 'total', ms: number | null): string {
  const long = ms === null ? 'its limit' : wholeUnits(ms)
  const what = limit === 'idle' ? `gave no output for ${long}` : `took longer than ${long}`
  return `the ${role} ${what} (timeouts.${role}.${limit})`
}

/** `60 s`, `10 m`, `4 h`: in the largest unit of which there is more than one. */
function wholeUnits(ms: number): string {
  for (const [unit, size] of [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ] as const)
    if (ms % size === 0 && (ms > size || unit === 's')) return `${ms / size} ${unit}`
  return `${ms} ms`
}

/** A step's own code stays, for what is to be done may hang on it. */
function atLimit({ role, limit, done }: Course, fault: Verdict | undefined): Verdict | undefined {
  if (!fault || !limit) return fault
  const more = 'raise it if the step needs more'
  if (!limit.isCertain || done?.outcome === 'failed')
    return { ...fault, message: `${fault.message}; ${limit.isCertain ? 'it ' : ''}${limit.message}: ${more}` }
  return { code: 'limit', message: `the ${role} ${limit.message}; ${more}` }
}

function faultOf(course: Course): Verdict | undefined {
  const { role, violations, ended, spawnError, exit } = course
  if (spawnError !== undefined)
    return { code: 'spawn', message: `the ${role} could not be started: ${spawnError}` }
  if (exit === null) return { code: 'spawn', message: `the ${role} was not started` }
  const [first] = violations
  if (first) {
    const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : ''
    return { code: 'violation', message: `${first.message}${quoted(first.sample)}${more}` }
  }
  if (ended === 'overflow') return { code: 'violation', message: `the ${role} printed more than a run may` }
  if (ended === 'idle' || ended === 'total')
    return { code: 'timeout', message: beyond(role, ended, course.timeouts?.[ended] ?? null) }
  return atLimit(course, faultOfExit(course) ?? faultOfMessages(course))
}

export function conclude(course: Course): Ending {
  const fault = faultOf(course)
  const { done, exit } = course
  const violations = [...course.violations, ...(fault?.violation ? [fault.violation] : [])]
  const code = fault?.code ?? (done?.outcome === 'again' ? done.code : undefined)
  const message = fault?.message ?? (done?.message ? cleanLine(done.message, 1000) : undefined)
  return {
    outcome: fault ? 'failed' : (done?.outcome ?? 'failed'),
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(course.role === 'consumer' && done?.reboot ? { reboot: true } : {}),
    ...(exit ? { exit } : {}),
    ...(violations.length > 0 ? { violations } : {}),
    ...(course.stderr.length > 0 ? { stderr: [...course.stderr] } : {}),
    ...(done ? { done } : {}),
  }
}
