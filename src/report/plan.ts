/** A plan for people: what it is, its waves of tasks with reboots and the point of no return, and what it leaves. */

import { estimate } from '../choice/effects.js'
import { unprovenBy } from '../manifest/allowance.js'
import type { Step } from '../manifest/step.js'
import type { Choice, Finding, Plan, Selection, Task } from '../scheduler/model.js'
import { deferredSteps } from '../scheduler/selections.js'
import { count, formatMoment } from './amount.js'
import { answerText, howChosen, inputTexts } from './choice.js'
import { effectsOfSelection } from './effects.js'
import { type Level, levelsOf } from './levels.js'
import { one, paragraph } from './paragraph.js'
import type { Style } from './style.js'
import { renderUnproven } from './unproven.js'
import { displayWidth, truncate } from './width.js'

export function renderPlan(plan: Plan, style: Style): string {
  const lines = [
    ...paragraph(`Plan for ${one(plan.name)}`, style, { tone: 'strong' }),
    ...fields(
      [
        ['target', plan.target ?? ''],
        ['action', plan.action],
        ['digest', plan.digest.slice(0, 12)],
        ['created', `${formatMoment(one(plan.created))}, by edgewise ${one(plan.host)}`],
        ['manifest', plan.manifest.path],
        ['verdict', plan.prediction.verdict.replaceAll('-', ' ')],
        ['takes', wholeEstimate(plan)],
      ],
      style,
    ),
    '',
    ...waves(plan, style),
    ...leftOut(plan, style),
    ...putOff(plan, style),
    ...waived(plan, style),
    ...renderUnproven(
      plan.steps.flatMap(step => {
        const unproven = unprovenBy(step)
        return unproven === undefined ? [] : [{ step: step.name, unproven }]
      }),
      style,
    ),
  ]
  while (lines.at(-1) === '') lines.pop()
  return `${lines.join('\n')}\n`
}

const fields = (list: [string, string][], style: Style): string[] =>
  list
    .filter(([, value]) => value !== '')
    .flatMap(([name, value]) =>
      paragraph(one(value), style, { indent: 2, lead: name.padEnd(10), leadTone: 'dim' }),
    )

/** Only where every selection's step has stated one: half a sum would be read as the whole. */
function wholeEstimate(plan: Plan): string {
  const findings = new Map(plan.findings.map(finding => [finding.address, finding]))
  let sum = 0
  const selections = plan.graph.tasks.flatMap(task => task.selections)
  for (const { address, resolution } of selections) {
    const seconds = findings.get(address)?.item.resolutions?.find(({ id }) => id === resolution)?.seconds
    if (seconds === undefined) return ''
    sum += seconds
  }
  return selections.length === 0 ? '' : `${estimate(sum)}, one after the other`
}

function waves(plan: Plan, style: Style): string[] {
  const steps = new Map(plan.steps.map(step => [step.name, step]))
  const choices = new Map(plan.choices.map(choice => [choice.address, choice]))
  const findings = new Map(plan.findings.map(finding => [finding.address, finding]))
  const levels = levelsOf(plan.graph).map(level => pruned(level, plan))
  if (!levels.some(level => 'barrier' in level || level.active.length > 0)) return ['Nothing to do.', '']

  const lines: string[] = []
  let wave = 0
  for (const level of levels) {
    if ('barrier' in level) {
      lines.push(rule(`reboot ${level.barrier.reboot}`, style.symbols.heavy, style, 'accent'), '')
      continue
    }
    if (level.active.length === 0) continue
    lines.push(style.paint('strong', `Wave ${++wave}`))
    for (const task of level.active) {
      if (task.id === plan.pointOfNoReturn)
        lines.push(rule('point of no return', style.symbols.dash, style, 'bad'))
      lines.push(...renderTask(task, steps.get(task.step), plan, choices, findings, style))
    }
    lines.push('')
  }
  const idle = levels.flatMap(level => ('idle' in level ? level.idle : [])).map(task => one(task.step))
  if (idle.length > 0)
    lines.push(
      ...paragraph([...new Set(idle)].join(', '), style, { lead: 'Nothing to do for ', leadTone: 'dim' }),
      '',
    )
  return lines
}

/** Tasks that only stand for their step are told in one line; the point of no return comes last in its wave. */
function pruned(
  level: Level,
  plan: Plan,
): { barrier: { reboot: number } } | { active: Task[]; idle: Task[] } {
  if ('barrier' in level) return level
  const asked = new Set([...plan.unpredicted, ...deferredSteps(plan)])
  const acts = (task: Task): boolean =>
    task.selections.length > 0 || (asked.has(task.step) && task.phase === 'now')
  const irreversible = (task: Task): number =>
    task.selections.every(({ reversible, destructive }) => reversible === true && !destructive)
      ? 0
      : task.id === plan.pointOfNoReturn
        ? 1
        : 2
  return {
    active: level.tasks.filter(acts).toSorted((a, b) => irreversible(a) - irreversible(b)),
    idle: level.tasks.filter(task => !acts(task)),
  }
}

function renderTask(
  task: Task,
  step: Step | undefined,
  plan: Plan,
  choices: ReadonlyMap<string, Choice>,
  findings: ReadonlyMap<string, Finding>,
  style: Style,
): string[] {
  const notes = [
    task.phase === 'after-boot' && 'after the reboot',
    task.generation > 1 && `round ${task.generation}`,
    step?.consumer && `as ${step.consumer.user === null ? 'the host' : one(step.consumer.user)}`,
    step && step.locks.length > 0 && `locks ${step.locks.map(one).join(', ')}`,
  ].filter(Boolean)
  const title = step?.title ? `  ${one(step.title)}` : ''
  const text = `${style.paint('strong', one(task.step))}${title}  ${style.paint('dim', notes.join('; '))}`
  const lines =
    displayWidth(text) + 2 <= style.width
      ? [`  ${text}`.trimEnd()]
      : [
          ...paragraph(`${one(task.step)}${title}`, style, { indent: 2, tone: 'strong' }),
          ...paragraph(notes.join('; '), style, { indent: 4, tone: 'dim' }),
        ]
  if (plan.unpredicted.includes(task.step))
    lines.push(
      ...paragraph('unpredicted: its producer looks again once what it needs is applied', style, {
        indent: 4,
      }),
    )
  if (task.phase === 'now' && deferredSteps(plan).has(task.step))
    lines.push(...paragraph('waits for a choice that was put off', style, { indent: 4 }))
  for (const selection of task.selections)
    lines.push(
      ...renderSelection(selection, findings.get(selection.address), choices.get(selection.address), style),
    )
  return lines
}

/** Who reviews a plan has not seen the check: what was found and what is done about it is said in words. */
function renderSelection(
  selection: Selection,
  finding: Finding | undefined,
  choice: Choice | undefined,
  style: Style,
): string[] {
  const inputs = inputTexts(selection.input)
  const resolution = finding?.item.resolutions?.find(({ id }) => id === selection.resolution)
  const touched = finding?.item.resources?.map(one) ?? []
  return [
    ...paragraph(`${one(selection.item)}: ${one(selection.resolution)}`, style, {
      indent: 4,
      lead: `${style.symbols.arrow} `,
      leadTone: 'accent',
    }),
    ...(finding ? paragraph(`found: ${one(finding.item.title)}`, style, { indent: 8 }) : []),
    ...(resolution ? paragraph(`to do: ${one(resolution.title)}`, style, { indent: 8 }) : []),
    ...(touched.length > 0
      ? paragraph(touched.join(', '), style, { indent: 8, lead: 'touches ', leadTone: 'dim' })
      : []),
    ...(inputs.length > 0 ? paragraph(`with ${inputs.join(', ')}`, style, { indent: 8 }) : []),
    ...paragraph(effectsOfSelection(selection, resolution, style).join('; '), style, { indent: 8 }),
    ...(choice ? paragraph(`chosen ${howChosen(choice)}`, style, { indent: 8, tone: 'dim' }) : []),
  ]
}

function rule(label: string, char: string, style: Style, tone: 'accent' | 'bad'): string {
  const text = ` ${label} `
  const left = char.repeat(2)
  const right = char.repeat(Math.max(0, style.width - displayWidth(left + text)))
  return style.paint(tone, truncate(`${left}${text}${right}`, style.width, style.symbols.ellipsis))
}

function leftOut(plan: Plan, style: Style): string[] {
  if (plan.left.length === 0) return []
  return [
    ...paragraph(`Left out by --partial: ${count(plan.left.length, 'step')}`, style, { tone: 'strong' }),
    ...plan.left.flatMap(({ step, reason }) =>
      paragraph(`${one(step)}: ${one(reason)}`, style, {
        indent: 2,
        lead: `${style.symbols.undecided} `,
        leadTone: 'warn',
      }),
    ),
    '',
  ]
}

/** Choices that no task carries out would otherwise not be seen at all. */
function waived(plan: Plan, style: Style): string[] {
  const rest = plan.choices.filter(choice => choice.answer.kind === 'waiver')
  return listOf(
    'Left as they are',
    rest,
    choice => `${answerText(choice.answer)}, ${howChosen(choice)}`,
    style,
  )
}

/** Whoever applies this will be asked. */
function putOff(plan: Plan, style: Style): string[] {
  const titles = new Map(plan.findings.map(finding => [finding.address, one(finding.item.title)]))
  const off = plan.choices.filter(choice => choice.answer.kind === 'later')
  return listOf(
    'Put off, to be decided while the run goes on',
    off,
    choice => `${titles.get(choice.address) ?? ''}; ${howChosen(choice)}`,
    style,
  )
}

function listOf(
  heading: string,
  choices: Choice[],
  text: (choice: Choice) => string,
  style: Style,
): string[] {
  if (choices.length === 0) return []
  return [
    ...paragraph(heading, style, { tone: 'strong' }),
    ...choices.flatMap(choice =>
      paragraph(`${one(choice.address)}: ${text(choice)}`, style, {
        indent: 2,
        lead: `${style.symbols.bullet} `,
      }),
    ),
    '',
  ]
}
