/** A prediction for people: every step with its verdict and the reason, then the whole, then what to type next. */

import type { Step } from '../manifest/step.js'
import type {
  Choice,
  Finding,
  Findings,
  Prediction,
  Reason,
  StepPrediction,
  Verdict,
} from '../scheduler/model.js'
import { count } from './amount.js'
import { renderFinding } from './item.js'
import { one, paragraph, quotation, shellWord } from './paragraph.js'
import { failure } from './sentence.js'
import type { Style, Tone } from './style.js'
import { renderUnproven } from './unproven.js'
import { displayWidth } from './width.js'

export interface PredictionReport {
  /** In the order of the manifest. */
  prediction: Prediction
  findings: Finding[]
  choices: Choice[]
  /** How each producer ended; a step without one was not looked at. */
  endings: Findings[]
  style: Style
  /** How often the machine has to reboot in between. */
  reboots?: number
  /** For titles. */
  steps?: readonly Pick<Step, 'name' | 'title'>[]
  /** Name and target of the transition. */
  machine?: string
  /** As it was named on the command line; absent for the default one. */
  manifest?: string
  /** Those of the command that choose (`--answers`, `a.yaml`), for the commands to type next. */
  flags?: readonly string[]
}

const tones: Record<Verdict, Tone> = {
  'nothing-to-do': 'dim',
  ready: 'good',
  undecided: 'warn',
  blocked: 'bad',
}
const verdictWords: Record<Verdict, string> = {
  'nothing-to-do': 'nothing to do',
  ready: 'ready',
  undecided: 'undecided',
  blocked: 'blocked',
}

export function renderPrediction(report: PredictionReport): string {
  const { prediction, style } = report
  const titles = new Map(report.steps?.map(step => [step.name, step.title]))
  const endings = new Map(report.endings.map(findings => [findings.step, findings]))
  const choices = new Map(report.choices.map(choice => [choice.address, choice]))
  const lines: string[] = []
  if (report.machine) lines.push(...paragraph(one(report.machine), style, { tone: 'strong' }), '')

  let spaced = true
  for (const step of prediction.steps) {
    const body = renderStep(step, endings.get(step.step), report.findings, choices, style)
    // Steps with something to tell stand apart; the others keep together as a list.
    if (body.length > 0 && !spaced) lines.push('')
    lines.push(...heading(step, titles.get(step.step), style), ...body)
    spaced = body.length > 0
    if (spaced) lines.push('')
  }
  if (!spaced) lines.push('')
  lines.push(...overall(prediction, style), ...rebooting(report), ...unproven(report), ...advice(report))
  return `${lines.join('\n')}\n`
}

function heading(step: StepPrediction, title: string | undefined, style: Style): string[] {
  const symbols: Record<Verdict, string> = {
    'nothing-to-do': style.symbols.done,
    ready: style.symbols.ready,
    undecided: style.symbols.undecided,
    blocked: style.symbols.blocked,
  }
  const symbol = step.unpredicted ? style.symbols.pending : symbols[step.verdict]
  const verdict = step.unpredicted ? 'unpredicted' : verdictWords[step.verdict]
  const tone = step.unpredicted && step.verdict === 'ready' ? 'accent' : tones[step.verdict]
  const name = one(step.step)
  const said = title ? `  ${one(title)}` : ''
  if (displayWidth(`${symbol} ${name}${said}  ${verdict}`) > style.width)
    return [
      ...paragraph(`${name}: ${verdict}`, style, { lead: `${symbol} `, leadTone: tone, tone: 'strong' }),
      ...(title ? paragraph(one(title), style, { indent: 2 }) : []),
    ]
  return [`${style.paint(tone, symbol)} ${style.paint('strong', name)}${said}  ${style.paint(tone, verdict)}`]
}

function renderStep(
  step: StepPrediction,
  findings: Findings | undefined,
  found: Finding[],
  choices: ReadonlyMap<string, Choice>,
  style: Style,
): string[] {
  const own = found.filter(finding => finding.step === step.step)
  const lines: string[] = []
  if (step.unpredicted)
    lines.push(
      ...paragraph(
        'Its producer cannot look before a step that it needs is applied; it is asked again then.',
        style,
        { indent: 2 },
      ),
    )
  if (findings?.outcome === 'failed') lines.push(...renderFailure(findings, style))
  const told = new Set(own.map(finding => finding.address))
  for (const reason of step.reasons) {
    // The failed producer has said it better, with its last lines.
    if (reason.code === 'producer-failed' && findings?.outcome === 'failed') continue
    if (reason.address === undefined || !told.has(reason.address)) lines.push(...because(reason, style))
  }
  for (const finding of own) {
    const reasons = step.reasons.filter(reason => reason.address === finding.address)
    lines.push(...renderFinding(finding, choices.get(finding.address), reasons, style))
  }
  return lines
}

const because = (reason: Reason, style: Style): string[] =>
  paragraph(`${reason.address ? `${one(reason.address)}: ` : ''}${one(reason.message)}`, style, {
    indent: 2,
    lead: `${style.symbols.arrow} `,
    leadTone: 'warn',
  })

function renderFailure(findings: Findings, style: Style): string[] {
  const { ending } = findings
  const lines = paragraph(failure('its producer', ending), style, { indent: 2, tone: 'bad' })
  for (const violation of ending.violations ?? []) {
    const where = violation.line > 0 ? `line ${violation.line} of its stdout: ` : ''
    // The first one is what the failure itself says; only its place is news.
    const said = violation === ending.violations?.[0] && ending.message?.startsWith(violation.message)
    if (said && where === '') continue
    lines.push(
      ...paragraph(said ? where.slice(0, -2) : `${where}${one(violation.message)}`, style, {
        indent: 2,
        lead: `${style.symbols.bullet} `,
      }),
    )
    if (violation.sample && !(said && ending.message?.includes(violation.sample)))
      lines.push(...quotation([violation.sample], style, 4))
  }
  if (ending.stderr?.length)
    lines.push(
      ...paragraph('its last lines on stderr:', style, { indent: 2, tone: 'dim' }),
      ...quotation(ending.stderr, style, 4),
    )
  return lines
}

function overall(prediction: Prediction, style: Style): string[] {
  const of = (verdict: Verdict): number => prediction.steps.filter(step => step.verdict === verdict).length
  const unpredicted = prediction.steps.filter(step => step.unpredicted).length
  const parts = (['blocked', 'undecided', 'ready', 'nothing-to-do'] as const)
    .filter(verdict => of(verdict) > 0)
    .map(verdict => `${of(verdict)} ${verdictWords[verdict]}`)
  if (unpredicted > 0) parts.push(`${unpredicted} of them unpredicted`)
  const parted = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  const text = `${verdictWords[prediction.verdict]}. Of ${count(prediction.steps.length, 'step')}${parted}.`
  return paragraph(text, style, { lead: 'Prediction: ', leadTone: 'strong', tone: tones[prediction.verdict] })
}

function rebooting({ reboots = 0, style }: PredictionReport): string[] {
  if (reboots === 0) return []
  const text = `${count(reboots, 'reboot')} in between, for what is chosen so far.`
  return paragraph(text, style, { lead: 'Reboots: ', leadTone: 'strong' })
}

const unproven = ({ prediction, endings, style }: PredictionReport): string[] => {
  const why = new Map(endings.map(findings => [findings.step, findings.unproven]))
  return renderUnproven(
    prediction.steps.flatMap(({ step }) => {
      const unproven = why.get(step)
      return unproven === undefined ? [] : [{ step, unproven }]
    }),
    style,
  )
}

/** Exact commands: what stands there can be typed. */
function advice(report: PredictionReport): string[] {
  const { prediction, style, flags } = report
  const words = [...(report.manifest ? [report.manifest] : []), ...(flags ?? [])]
  const rest = words.map(word => ` ${shellWord(word)}`).join('')
  const some = prediction.steps.some(step => step.verdict === 'ready')
  const partial = some ? [['apply what is ready', `edgewise apply${rest} --partial`]] : []
  // Choices that came by flags are only made again if the flags are given again.
  const byFlags = report.choices.some(({ via }) => via !== 'prompt' && via !== 'plan' && via !== 'command')
  const same = flags === undefined && byFlags ? ', with the same flags' : ''
  const commands: Record<Verdict, string[][]> = {
    'nothing-to-do': [],
    ready: [
      [`look first${same}`, `edgewise plan${rest} -o plan.json`],
      [`apply${same}`, `edgewise apply${rest}`],
    ],
    undecided: flags?.includes('--answers')
      ? [['add what is missing to the answers, then', `edgewise apply${rest}`], ...partial]
      : [
          ['write a template', `edgewise check${rest} --write-answers answers.yaml`],
          ['answer and apply', `edgewise apply${rest} --answers answers.yaml`],
          ...partial,
        ],
    blocked: [['mend it, then', `edgewise check${rest}`], ...partial],
  }
  const list = commands[prediction.verdict]
  const widest = Math.max(0, ...list.map(([what]) => what!.length))
  const longest = Math.max(0, ...list.map(([, command]) => displayWidth(command!)))
  const beside = style.width >= widest + longest + 4
  return list.flatMap(([what, command]) =>
    beside
      ? [`  ${style.paint('dim', what!.padEnd(widest))}  ${style.paint('accent', command!)}`]
      : // A command is never wrapped: half of it would be typed.
        [...paragraph(`${what}:`, style, { indent: 2, tone: 'dim' }), `  ${style.paint('accent', command!)}`],
  )
}
