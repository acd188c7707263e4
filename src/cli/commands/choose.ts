/** `edgewise choose`: one answer to one open question, checked there and then. */

import { resolve } from 'node:path'
import { validateAnswer } from '../../choice/validate.js'
import { err, type Fallible, ok } from '../../fallible.js'
import type { Refusal } from '../../host/refusal.js'
import { answer } from '../../host/resume.js'
import { type Status, status } from '../../host/status.js'
import type { Answer, Choice, Finding, InputValue } from '../../scheduler/model.js'
import type { RunState } from '../../scheduler/state.js'
import { openSession } from '../session.js'

interface ChooseFlags {
  stateDir?: string
  input: Record<string, string>
  inputFile: Record<string, string>
  waive?: string
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
  const made = answer(context, state => {
    const finding = questionOf(state, item)
    if (!finding.ok) return finding
    const given = answerOf(finding.value, resolution, flags)
    if (!given.ok) return given
    const choice: Choice = {
      address: finding.value.address,
      fingerprint: finding.value.fingerprint,
      answer: given.value,
      who: context.who,
      at: context.now().toISOString(),
      via: 'command',
    }
    return ok(choice)
  })
  if (!made.ok) return session.refuse(made.error)
  const left = made.value.questions.size
  session.print(
    left === 0
      ? 'Recorded. Go on with: edgewise resume'
      : `Recorded. Still open: ${[...made.value.questions.keys()].join(', ')}`,
  )
  return session.end({ committed: true, changed: false, exit: status.ok })
}

function questionOf(state: RunState, address: string): Fallible<Finding, Refusal> {
  const question = state.questions.get(address)
  if (question) return ok(question.finding)
  const open = [...state.questions.keys()]
  return err({
    code: 'choice.unknown-item',
    status: status.usage,
    message: `${address} is not an open question of run ${state.run}.`,
    hint: open.length > 0 ? `Open are: ${open.join(', ')}.` : 'Nothing is open; edgewise resume goes on.',
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
