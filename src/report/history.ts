/** The records of a run, as people read them: when, who, what, in columns; one bare line an event in a pipe. */

import type { RunEvent } from '../scheduler/event.js'
import { count } from './amount.js'
import { bareLines } from './line.js'
import { one, quotation } from './paragraph.js'
import { Roster } from './roster.js'
import { describe, type Sentence } from './sentence.js'
import type { Style } from './style.js'
import { displayWidth, wrap } from './width.js'

export interface Told {
  /** ISO 8601, UTC. */
  time: string
  boot: string
  event: RunEvent
}

interface Line {
  time: string
  boot: string
  sentence: Sentence
}

/** What was chosen before the commit stands in the plan; it is told with its own time, before the commit. */
function linesOf(records: readonly Told[]): Line[] {
  const roster = new Roster()
  const lines: Line[] = []
  for (const { time, boot, event } of records) {
    roster.learn(event)
    if (event.type === 'run-committed')
      for (const choice of event.plan.choices) {
        const sentence = describe({ type: 'choice-made', choice }, roster)
        if (sentence) lines.push({ time: choice.at, boot, sentence })
      }
    const sentence = describe(event, roster)
    if (sentence) lines.push({ time, boot, sentence })
  }
  return lines
}

/** `2026-11-23T10:12:50Z  step  word  text`: never wrapped, no colours. */
export const bareHistory = (records: readonly Told[]): string =>
  linesOf(records)
    .flatMap(({ time, sentence }) => {
      const [first, ...more] = bareLines(sentence)
      return [`${seconds(time)}  ${first}`, ...more]
    })
    .map(line => `${line}\n`)
    .join('')

/** Under a line for each day and each boot; wrapped to the width, what a program wrote set in. */
export function renderHistory(records: readonly Told[], style: Style): string {
  const lines = linesOf(records)
  const room = Math.max(4, Math.floor(style.width / 4))
  const widest = (texts: string[]): number => Math.min(room, Math.max(0, ...texts.map(displayWidth)))
  const columns = {
    who: widest(lines.map(line => line.sentence.who)),
    what: widest(lines.map(line => line.sentence.what)),
  }
  const out: string[] = []
  let day = ''
  let boot = ''
  for (const line of lines) {
    const { sentence } = line
    const [date = '', clock = ''] = seconds(line.time).split('T')
    if (date !== day || line.boot !== boot) {
      const again = boot !== '' && line.boot !== boot ? `, boot ${line.boot.slice(0, 8)}` : ''
      if (out.length > 0) out.push('')
      out.push(style.paint('strong', `${date} UTC${again}`))
      day = date
      boot = line.boot
    }
    const who = padded(sentence.who, columns.who)
    const what = padded(sentence.what, columns.what)
    const lead = `${style.paint('dim', clock.slice(0, 8))}  ${who}  ${style.paint(sentence.tone, what)}  `
    const hang = 8 + 2 + columns.who + 2 + columns.what + 2
    // On a narrow screen the text stands below what it is about.
    const isNarrow = style.width - hang < 24
    const texts = wrap(sentence.text, isNarrow ? style.width - 4 : style.width - hang)
    if (isNarrow) out.push(lead.trimEnd(), ...texts.filter(Boolean).map(text => `    ${text}`))
    else texts.forEach((text, i) => void out.push(`${i === 0 ? lead : ' '.repeat(hang)}${text}`.trimEnd()))
    out.push(...quotation(sentence.more, style, isNarrow ? 4 : hang))
  }
  return `${out.join('\n')}\n`
}

const padded = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

const seconds = (time: string): string => one(time).replace(/\.\d+Z$/, 'Z')

export interface RunLine {
  run: string
  name: string
  state: string
  begun: string
  last: string
  records: number
}

export function renderRuns(runs: readonly RunLine[], style: Style): string {
  const tones = { completed: 'good', abandoned: 'bad', open: 'warn' } as const
  const width = (of: (run: RunLine) => string): number =>
    Math.max(0, ...runs.map(run => displayWidth(of(run))))
  const [run, state, name] = [
    width(one_ => one_.run),
    width(one_ => one_.state),
    width(one_ => one(one_.name)),
  ]
  return runs
    .map(line => {
      const tone = tones[line.state as keyof typeof tones] ?? 'dim'
      const began = seconds(line.begun)
        .replace('T', ' ')
        .replace(/:\d\dZ$/, ' UTC')
      return `${padded(line.run, run)}  ${style.paint(tone, padded(line.state, state))}  ${padded(one(line.name), name)}  ${style.paint('dim', `${began}, ${count(line.records, 'record')}`)}\n`
    })
    .join('')
}
