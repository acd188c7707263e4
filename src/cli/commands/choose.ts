/** `edgewise choose`: one answer to one item of the open run, checked there and then; then the run goes on. */

import { resolve } from 'node:path'
import { choosable } from '../../choice/accept.js'
import { validateAnswer } from '../../choice/validate.js'
import { err, type Fallible, ok } from '../../fallible.js'
import { answer } from '../../host/answer.js'
import type { Refusal } from '../../host/refusal.js'
import { type Status, status } from '../../host/status.js'
import { answerText, howChosen } from '../../report/choice.js'
import { offer } from '../../report/offer.js'
import type { Answer, Choice, Finding, InputValue } from '../../scheduler/model.js'
import { holderText } from '../run.js'
import { openSession } from '../session.js'
import { runResume } from './resume.js'

interface ChooseFlags {
  stateDir?: string
  input: Record<string, string>
  inputFile: Record<string, string>
  waive?: string
  /** False: only put it on record. */
  resume: boolean
}

export async function runChoose(
  item: string,
  resolution: string | undefined,
  flags: ChooseFlags,
): Promise<Status> {
  const session = openSession(
    'choose',
    flags.stateDir === undefined ? {} : { stateDir: flags.stateDir },
    'quiet',
  )
  const { context } = session
  let before: Choice | undefined
  const made = await answer(context, state => {
    const open = choosable(state, item)
    if (!open.ok) return err({ ...open.error, status: status.usage })
    const { finding } = open.value
    const given = answerOf(finding, resolution, flags)
    if (!given.ok) return given
    before = open.value.before
    return ok({
      address: finding.address,
      fingerprint: finding.fingerprint,
      answer: given.value,
      who: context.who,
      at: context.now().toISOString(),
      via: 'command',
    })
  })
  if (!made.ok) return session.refuse(made.error)
  const { by } = made.value
  if (before) session.print(`In place of: ${answerText(before.answer)}, ${howChosen(before)}.`)
  session.print(by === null ? 'Recorded.' : `Recorded by ${holderText(by)}, which goes on with the run.`)
  await session.end({ committed: true, changed: false, exit: status.ok })
  if (by !== null) return status.ok
  if (!flags.resume) {
    session.print(`Go on with: ${offer(['resume'], flags.stateDir)}`)
    return status.ok
  }
  return runResume({
    accept: 'none',
    waive: [],
    later: [],
    action: 'switch',
    input: true,
    ...(flags.stateDir === undefined ? {} : { stateDir: flags.stateDir }),
  })
}

function answerOf(
  finding: Finding,
  resolution: string | undefined,
  flags: ChooseFlags,
): Fallible<Answer, Refusal> {
  if (flags.waive !== undefined && resolution !== undefined)
    return err({
      code: 'choice.two-answers',
      status: status.usage,
      message: `${finding.address} is given two answers: ${resolution}, and --waive.`,
      hint: 'Give one of them.',
    })
  const given =
    flags.waive === undefined
      ? resolving(finding, resolution, flags)
      : ok<Answer>({ kind: 'waiver', reason: flags.waive })
  if (!given.ok) return given
  const valid = validateAnswer(finding, given.value)
  if (valid.ok) return valid
  const { code, message, hint } = valid.error
  return err({ code, status: status.usage, message, hint })
}

function resolving(
  finding: Finding,
  resolution: string | undefined,
  flags: ChooseFlags,
): Fallible<Answer, Refusal> {
  const offered = finding.item.resolutions ?? []
  if (resolution === undefined)
    return err({
      code: 'choice.no-resolution',
      status: status.usage,
      message: `Say what to take for ${finding.address}.`,
      details: offered.map(one => `${one.id}: ${one.title}`),
      hint:
        finding.source === 'host'
          ? `For example: edgewise choose ${finding.address} ${offered[0]?.id ?? 'RESOLUTION'}`
          : 'Or leave it as it is: --waive REASON.',
    })
  const specs = offered.find(one => one.id === resolution)?.inputs ?? {}
  const input: Record<string, InputValue> = {}
  for (const [name, text] of Object.entries(flags.input)) input[name] = typed(text, specs[name]?.type)
  for (const [name, path] of Object.entries(flags.inputFile))
    input[name] = { secret: 'file', file: resolve(path) }
  return ok({ kind: 'resolution', resolution, ...(Object.keys(input).length > 0 ? { input } : {}) })
}

/** A command line has only text; what does not fit the type stays text and is refused as such. */
function typed(text: string, type: 'string' | 'boolean' | 'integer' | undefined): InputValue {
  if (type === 'integer' && /^-?[0-9]+$/.test(text)) return Number(text)
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}
