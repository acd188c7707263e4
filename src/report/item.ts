/** One finding for people: severity, title, detail, what it touches, what can be done, and what was chosen. */

import type { Resolution } from '../protocol/gen/messages.js'
import type { Choice, Finding, Reason } from '../scheduler/model.js'
import { answerText, howChosen, inputTexts } from './choice.js'
import { effectsOfResolution } from './effects.js'
import { many, one, paragraph } from './paragraph.js'
import type { Style, Tone } from './style.js'

export const severityTones: Record<Finding['item']['severity'], Tone> = {
  error: 'bad',
  warning: 'warn',
  recommendation: 'accent',
}

/** `reasons` are those of the prediction that name this item. */
export function renderFinding(
  finding: Finding,
  choice: Choice | undefined,
  reasons: Reason[],
  style: Style,
  indent = 2,
): string[] {
  const { item } = finding
  const inner = indent + 4
  const bound = choice?.fingerprint === finding.fingerprint ? choice : undefined
  const chosen = bound?.answer.kind === 'resolution' ? bound.answer.resolution : undefined
  const lines = paragraph(`${one(item.id)}: ${one(item.title)}`, style, {
    indent,
    lead: `${item.severity}  `,
    leadTone: severityTones[item.severity],
  })
  if (finding.parent)
    lines.push(
      ...paragraph(`follows from ${one(finding.parent.address)}: ${one(finding.parent.resolution)}`, style, {
        indent: inner,
        tone: 'dim',
      }),
    )
  for (const line of many(item.detail ?? '')) lines.push(...paragraph(line, style, { indent: inner }))
  if (item.resources?.length)
    lines.push(
      ...paragraph(item.resources.map(one).join(', '), style, {
        indent: inner,
        lead: 'touches ',
        leadTone: 'dim',
      }),
    )
  if (item.docs)
    lines.push(...paragraph(one(item.docs), style, { indent: inner, lead: 'see ', leadTone: 'dim' }))
  for (const resolution of item.resolutions ?? [])
    lines.push(...renderResolution(resolution, finding.source, chosen, style, inner))
  if (choice) lines.push(...renderChoice(choice, bound !== undefined, style, inner))
  for (const reason of reasons)
    lines.push(
      ...paragraph(one(reason.message), style, {
        indent: inner,
        lead: `${style.symbols.arrow} `,
        leadTone: 'warn',
        tone: 'warn',
      }),
    )
  return lines
}

function renderResolution(
  resolution: Resolution,
  source: Finding['source'],
  chosen: string | undefined,
  style: Style,
  indent: number,
): string[] {
  const taken = resolution.id === chosen
  const mark = taken ? style.symbols.ready : style.symbols.middle
  const title = `${one(resolution.id)}: ${one(resolution.title)}${resolution.default ? ' (default)' : ''}`
  const lines = paragraph(title, style, {
    indent,
    lead: `${mark} `,
    ...(taken ? { leadTone: 'good', tone: 'strong' } : {}),
  })
  const inner = indent + 2
  for (const line of many(resolution.detail ?? ''))
    lines.push(...paragraph(line, style, { indent: inner, tone: 'dim' }))
  // What the host offers acts on the run: the effects of a step's resolutions are none of it.
  if (source !== 'host')
    lines.push(...paragraph(effectsOfResolution(resolution, style).join('; '), style, { indent: inner }))
  const inputs = Object.entries(resolution.inputs ?? {}).map(([name, spec]) => {
    const notes = [
      spec.secret ? `secret ${spec.type}` : spec.type,
      spec.optional && 'optional',
      spec.default !== undefined && !spec.secret && `default ${one(String(spec.default))}`,
    ]
    return `${one(name)} (${notes.filter(Boolean).join(', ')})`
  })
  if (inputs.length > 0)
    lines.push(...paragraph(inputs.join(', '), style, { indent: inner, lead: 'asks for ', leadTone: 'dim' }))
  const follow = (resolution.items ?? []).map(item => one(item.id))
  if (follow.length > 0 && !taken)
    lines.push(
      ...paragraph(follow.join(', '), style, { indent: inner, lead: 'then to decide: ', leadTone: 'dim' }),
    )
  return lines
}

/** A choice that was made on another state is shown as what it is: void. */
function renderChoice(choice: Choice, bound: boolean, style: Style, indent: number): string[] {
  const inputs = choice.answer.kind === 'resolution' ? inputTexts(choice.answer.input) : []
  const text = [
    answerText(choice.answer),
    inputs.length > 0 && `with ${inputs.join(', ')}`,
    howChosen(choice),
  ]
    .filter(Boolean)
    .join(', ')
  return bound
    ? paragraph(text, style, { indent, lead: 'chosen: ', leadTone: 'good' })
    : paragraph(`${text}; made on another state, it no longer counts`, style, {
        indent,
        lead: 'void: ',
        leadTone: 'warn',
      })
}
