/** One input of a resolution asked at a terminal: its description in, a value of its type out. */

import type { CANCEL_SYMBOL } from '@clack/prompts'
import type { InputSpec, Scalar } from '../protocol/gen/messages.js'
import { clean, cleanLine } from '../protocol/text.js'
import type { Dialogue, Reply, Streams } from './terminal.js'
import { parseValue, shown } from './value.js'
import { wrap } from './wrap.js'

/** Undefined as a value: an optional input was left out. */
export function askInput(
  dialogue: Dialogue,
  name: string,
  spec: InputSpec,
): Promise<Reply<Scalar | undefined>> {
  const title = spec.title ? clean(spec.title) : name
  if (spec.secret) return askSecret(dialogue, title, spec)
  if (spec.enum) return askOneOf(dialogue, title, spec, spec.enum)
  if (spec.type === 'boolean') return askOneOf(dialogue, title, spec, [true, false])
  return askText(dialogue, title, spec)
}

const messageOf = (dialogue: Dialogue, title: string, spec: InputSpec): string =>
  dialogue.beside(spec.optional ? `${title} (may be left out)` : title)

function faultOf(spec: InputSpec, text: string): string | undefined {
  if (text === '' && spec.optional) return undefined
  if (text === '' && (spec.type !== 'string' || spec.default === undefined)) return 'A value is needed.'
  const parsed = parseValue(spec, text)
  return parsed.ok ? undefined : `It ${parsed.error}.`
}

/** A text whose default was cleared is meant to be empty; one without a default is left out. */
function typed(spec: InputSpec, text: string): Scalar | undefined {
  if (text === '' && (spec.type !== 'string' || spec.default === undefined)) return undefined
  const parsed = parseValue(spec, text)
  return parsed.ok ? parsed.value : undefined
}

async function askText(
  dialogue: Dialogue,
  title: string,
  spec: InputSpec,
): Promise<Reply<Scalar | undefined>> {
  const preset = spec.default === undefined ? '' : String(spec.default)
  // A default of several lines cannot be edited on one: it is kept by saying nothing.
  if (preset !== cleanLine(preset, 4096)) return keepOrAsk(dialogue, title, spec)
  const reply = await askLine(dialogue, streams =>
    dialogue.prompts.text({
      ...streams,
      message: messageOf(dialogue, title, spec),
      ...(preset !== '' && { initialValue: preset }),
      validate: (text = '') => faultOf(spec, text),
    }),
  )
  return reply.kind === 'value' ? { kind: 'value', value: typed(spec, reply.value) } : reply
}

async function keepOrAsk(
  dialogue: Dialogue,
  title: string,
  { default: preset, ...spec }: InputSpec,
): Promise<Reply<Scalar | undefined>> {
  const keeping = `${title} (Enter keeps ${clean(shown(preset))})`
  const reply = await askText(dialogue, keeping, { ...spec, optional: true })
  return reply.kind === 'value' && reply.value === undefined
    ? { kind: 'value', value: preset as Scalar }
    : reply
}

async function askSecret(
  dialogue: Dialogue,
  title: string,
  spec: InputSpec,
): Promise<Reply<Scalar | undefined>> {
  const reply = await askLine(dialogue, streams =>
    dialogue.prompts.password({
      ...streams,
      message: messageOf(dialogue, `${title} (not shown, not kept)`, spec),
      validate: (text = '') => faultOf(spec, text),
    }),
  )
  return reply.kind === 'value'
    ? { kind: 'value', value: reply.value === '' ? undefined : reply.value }
    : reply
}

/** Of several pasted lines only the first would be taken, and the others would go to whatever is asked next. */
async function askLine(
  dialogue: Dialogue,
  show: (streams: Streams) => Promise<string | typeof CANCEL_SYMBOL>,
): Promise<Reply<string>> {
  for (;;) {
    const reply = await dialogue.ask(show)
    if (!reply.more) return reply
    const told =
      'That was more than one line, so it was not taken. A secret of several lines goes into a file, named in an answers file.'
    dialogue.prompts.log.warn(wrap(told, dialogue.width).join('\n'), { output: dialogue.output })
  }
}

function askOneOf(
  dialogue: Dialogue,
  title: string,
  spec: InputSpec,
  values: Scalar[],
): Promise<Reply<Scalar | undefined>> {
  const none = { value: -1, label: 'leave it out' }
  const labels = values.map((value, index) => ({ value: index, label: dialogue.label(labelOf(value)) }))
  const preselected = spec.default === undefined ? (spec.optional ? -1 : 0) : values.indexOf(spec.default)
  return dialogue
    .ask(({ input, output, signal }) =>
      dialogue.prompts.select<number>({
        input,
        output,
        signal,
        showInstructions: false,
        message: wrap(title, dialogue.width).join('\n'),
        options: spec.optional && spec.default === undefined ? [...labels, none] : labels,
        initialValue: preselected,
      }),
    )
    .then(reply => (reply.kind === 'value' ? { kind: 'value', value: values[reply.value] } : reply))
}

const labelOf = (value: Scalar): string =>
  value === true
    ? 'Yes'
    : value === false
      ? 'No'
      : clean(typeof value === 'string' && value !== '' ? value : shown(value))
