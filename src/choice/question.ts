/** One item asked at a terminal: what is known of it is shown, its resolutions are offered; an answer comes out. */

import { styleText } from 'node:util'
import type { InputSpec, Resolution } from '../protocol/gen/messages.js'
import { clean } from '../protocol/text.js'
import type { Answer, Finding, InputValue } from '../scheduler/model.js'
import { DESTRUCTIVE, effectsOf } from './effects.js'
import { askInput } from './input.js'
import { defaultOf } from './policy.js'
import type { SecretStore } from './secrets.js'
import type { Dialogue, Reply } from './terminal.js'
import { validateAnswer } from './validate.js'
import { wrap } from './wrap.js'

// Names of resolutions begin with a letter, so these are none.
const LEAVE = '.leave'
const LATER = '.later'
const STOP = '.stop'
const NONE = '.none'

export interface Question {
  finding: Finding
  /** What was answered before, preselected. */
  before?: Answer
  first: boolean
  /** It can be put off until the run. */
  mayWait: boolean
  secrets: SecretStore
}

/** Undefined as a value: the recommendation is left without a word. */
export async function askItem(dialogue: Dialogue, question: Question): Promise<Reply<Answer | undefined>> {
  showItem(dialogue, question.finding)
  let before = question.before
  for (;;) {
    const picked = await pick(dialogue, { ...question, ...(before && { before }) })
    if (picked.kind !== 'value') return picked
    if (picked.value === STOP) return { kind: 'stop' }
    if (picked.value === NONE) continue
    if (picked.value === LATER) return { kind: 'value', value: { kind: 'later' } }
    const resolution = question.finding.item.resolutions?.find(each => each.id === picked.value)
    const answer = resolution
      ? await take(dialogue, { ...question, ...(before && { before }) }, resolution)
      : await askReason(dialogue, question.finding.item.severity === 'recommendation')
    if (answer.kind !== 'back') return answer
    before = resolution ? { kind: 'resolution', resolution: resolution.id } : { kind: 'waiver', reason: '' }
  }
}

function showItem({ prompts, output, width }: Dialogue, { address, parent, item }: Finding): void {
  const { severity, title, detail, docs, resources } = item
  const lines = wrap(`${severity} · ${address}`, width).map(line => styleText('dim', line))
  lines.push(...wrap(clean(title), width).map(line => styleText('bold', line)))
  if (parent) lines.push(...wrap(`follows from ${parent.address}: ${parent.resolution}`, width))
  if (detail) lines.push('', ...wrap(clean(detail), width))
  const facts = [
    resources?.length ? `concerns ${resources.map(each => clean(each)).join(', ')}` : '',
    docs ? `see ${clean(docs)}` : '',
  ]
  const told = facts.filter(fact => fact !== '').flatMap(fact => wrap(fact, width))
  if (told.length > 0) lines.push('', ...told.map(line => styleText('dim', line)))
  const log = { error: prompts.log.error, warning: prompts.log.warn, recommendation: prompts.log.info }[
    severity
  ]
  log(lines.join('\n'), { output })
}

function pick(dialogue: Dialogue, { finding, before, first, mayWait }: Question): Promise<Reply<string>> {
  const { severity, resolutions = [] } = finding.item
  const optional = severity === 'recommendation'
  const initial =
    before?.kind === 'later'
      ? LATER
      : before?.kind === 'waiver'
        ? LEAVE
        : before?.kind === 'resolution'
          ? before.resolution
          : undefined
  const marked = initial ?? defaultOf(finding)?.id
  // What nobody marked must not be one Enter away.
  const neutral = marked === undefined && resolutions.length > 0
  const preselected = marked ?? (neutral ? NONE : LEAVE)
  return dialogue.ask(({ input, output, signal }) =>
    dialogue.prompts.select({
      input,
      output,
      signal,
      showInstructions: false,
      message: `What shall be done?${first ? '' : styleText('dim', '  Esc goes back')}`,
      initialValue: preselected,
      options: [
        ...(neutral
          ? [{ value: NONE, label: dialogue.label('Nothing yet: no answer is marked as default') }]
          : []),
        ...resolutions.map(each => ({
          value: each.id,
          label: labelOf(each, finding.source, dialogue.labelWidth),
        })),
        ...(mayWait
          ? [{ value: LATER, label: dialogue.label('Decide it later, while the run goes on') }]
          : []),
        ...(finding.source === 'host'
          ? []
          : [
              {
                value: LEAVE,
                label: dialogue.label(optional ? 'Leave it as it is' : 'Leave it as it is, with a reason'),
              },
            ]),
        { value: STOP, label: dialogue.label('Stop here and decide nothing') },
      ],
    }),
  )
}

function labelOf(resolution: Resolution, source: Finding['source'], width: number): string {
  const title = wrap(`${clean(resolution.title)}${resolution.default ? ' (default)' : ''}`, width)
  const detail = resolution.detail ? wrap(clean(resolution.detail), width) : []
  // What the host offers acts on the run: to give a step up rolls nothing back, and its title says what it does.
  const effects = source === 'host' ? [] : wrap(effectsOf(resolution).join(' · '), width)
  const marked = effects.map(line => line.replace(DESTRUCTIVE, styleText('red', DESTRUCTIVE)))
  return [...title, ...[...detail, ...marked].map(line => styleText('dim', line))].join('\n  ')
}

async function take(
  dialogue: Dialogue,
  { finding, before, secrets }: Question,
  resolution: Resolution,
): Promise<Reply<Answer | undefined>> {
  if (resolution.effects?.destructive) {
    const sure = await dialogue.ask(({ input, output, signal }) =>
      dialogue.prompts.confirm({
        input,
        output,
        signal,
        message: `This destroys data: ${clean(resolution.title)}. Take it?`,
        initialValue: false,
      }),
    )
    if (sure.kind !== 'value') return sure
    if (!sure.value) return { kind: 'back' }
  }
  const specs = Object.entries(resolution.inputs ?? {})
  const values = new Map<string, InputValue>()
  const typed = new Map<string, string>()
  for (let at = 0; at < specs.length; ) {
    const [name, spec] = specs[at] as [string, InputSpec]
    const reply = await askInput(dialogue, name, said(spec, before, resolution, name))
    if (reply.kind === 'stop' || (reply.kind === 'back' && at === 0)) return reply
    if (reply.kind === 'back') {
      at -= 1
      continue
    }
    values.delete(name)
    typed.delete(name)
    if (reply.value !== undefined && spec.secret) {
      typed.set(name, String(reply.value))
      values.set(name, { secret: 'memory' })
    } else if (reply.value !== undefined) values.set(name, reply.value)
    at += 1
  }
  // A default is the step's own word and was never typed, so only here is it found out to be wrong.
  const answer = validateAnswer(finding, {
    kind: 'resolution',
    resolution: resolution.id,
    input: Object.fromEntries(values),
  })
  if (!answer.ok) {
    const told = wrap(`${answer.error.message} ${answer.error.hint}`, dialogue.width).join('\n')
    dialogue.prompts.log.warn(told, { output: dialogue.output })
    return { kind: 'back' }
  }
  for (const [name, value] of typed) secrets.put(finding.address, name, value)
  return { kind: 'value', value: answer.value }
}

/** What was said before stands in for the default when the same is asked again. */
function said(spec: InputSpec, before: Answer | undefined, resolution: Resolution, name: string): InputSpec {
  if (before?.kind !== 'resolution' || before.resolution !== resolution.id) return spec
  const value = before.input && Object.hasOwn(before.input, name) ? before.input[name] : undefined
  return value === undefined || typeof value === 'object' ? spec : { ...spec, default: value }
}

async function askReason(dialogue: Dialogue, optional: boolean): Promise<Reply<Answer | undefined>> {
  const reply = await dialogue.ask(({ input, output, signal }) =>
    dialogue.prompts.text({
      input,
      output,
      signal,
      message: dialogue.beside(optional ? 'Why may it stay? (Enter for no reason)' : 'Why may it stay?'),
      validate: (text = '') =>
        !optional && text.trim() === '' ? 'A reason is needed: it goes into the journal.' : undefined,
    }),
  )
  if (reply.kind !== 'value') return reply
  const reason = reply.value.trim()
  return { kind: 'value', value: reason === '' ? undefined : { kind: 'waiver', reason } }
}
