/** A plan on disk: written whole or not at all, and believed only when its digest says that it is as it was written. */

import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { readRegular } from '../manifest/world.js'
import { describe } from '../protocol/describe.js'
import { validate } from '../protocol/gen/plan.validator.js'
import { harmless } from '../report/json.js'
import type { Plan } from '../scheduler/model.js'
import { planDigest } from '../scheduler/plan.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'
import { whyUnwritten } from './unwritten.js'

/** A plan names files of secrets and what was found on a machine: its owner reads it, nobody else. */
export function writePlan(path: string, plan: Plan): Fallible<void, Refusal> {
  const temporary = join(dirname(path), `.${plan.digest.slice(0, 16)}.${process.pid}.tmp`)
  const unwritable = (why: string): Fallible<void, Refusal> =>
    err(refuse('plan.unwritable', `${path} cannot be written: ${why}.`, 'Name another file.'))
  try {
    if (isSomethingElse(path)) return unwritable('it is there already and is no plan')
    const fd = openSync(temporary, 'wx', 0o600)
    try {
      const bytes = Buffer.from(`${harmless(JSON.stringify(plan, null, 1))}\n`)
      for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
    renameSync(temporary, path)
    return ok(undefined)
  } catch (error) {
    rmSync(temporary, { force: true })
    return unwritable(whyUnwritten(error))
  }
}

/** A new plan takes an old one's place, or that of an empty file: never a manifest's, and never a device's. */
function isSomethingElse(path: string): boolean {
  const there = lstatSync(path, { throwIfNoEntry: false })
  return there !== undefined && !(there.isFile() && (there.size === 0 || looksLikePlan(path)))
}

const largest = 256 * 1024 * 1024

export function readPlan(path: string): Fallible<Plan, Refusal> {
  const bytes = readRegular(path, largest)
  if (!bytes.ok)
    return err(
      refuse('plan.unreadable', `${path} ${said[bytes.error] ?? `cannot be read (${bytes.error})`}.`, again),
    )
  const plan = parsed(bytes.value)
  if (plan === null || typeof plan !== 'object' || !('kind' in plan) || plan.kind !== 'plan')
    return err(refuse('plan.invalid', `${path} is not a plan.`, again))
  if (!('edgewise' in plan) || plan.edgewise !== 1)
    return err(
      refuse(
        'plan.version',
        `${path} has another format; this Edgewise reads format 1.`,
        'Use the version that wrote it.',
      ),
    )
  const fault = faultOf(plan)
  if (fault !== undefined) return err(refuse('plan.invalid', `${path} is not a plan: it ${fault}.`, again))
  if (planDigest(plan as Plan) !== (plan as Plan).digest)
    return err(refuse('plan.altered', `${path} is not as it was written: its digest does not fit.`, again))
  return ok(plan as Plan)
}

const said: Record<string, string> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  ENODEV: 'is not a regular file',
  EACCES: 'may not be read',
  EFBIG: `is larger than ${largest / 1024 / 1024} MiB, and no plan`,
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** More than a plan needs, whose items nest by decision trees of at most 64 levels; less than a stack holds. */
const deepest = 512

/** Somebody else can make the digest fit too, and what is built otherwise must not get further. */
function faultOf(plan: object): string | undefined {
  let level: unknown[] = [plan]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return 'is nested too deep'
    level = level.flatMap(value => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  if (validate(plan)) return undefined
  const error = validate.errors?.[0]
  return error ? describe(error, plan) : 'is built otherwise'
}

const again = 'Make a new one with `edgewise plan -o FILE`.'

const refuse = (code: string, message: string, hint: string): Refusal => ({
  code,
  status: status.usage,
  message,
  hint,
})

/** Tells a saved plan from a manifest by what it says of itself, not by its name. */
export function looksLikePlan(path: string): boolean {
  const head = headOf(path, 200)?.toString('utf8') ?? ''
  return /^\s*\{/.test(head) && /"kind":\s*"plan"/.test(head)
}

function headOf(path: string, most: number): Buffer | undefined {
  let fd: number | undefined
  try {
    // Without O_NONBLOCK a FIFO that nobody writes to would be waited for without end.
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    if (!fstatSync(fd).isFile()) return undefined
    const head = Buffer.alloc(most)
    return head.subarray(0, readSync(fd, head))
  } catch {
    return undefined
  } finally {
    if (fd !== undefined) closeSync(fd)
  }
}
