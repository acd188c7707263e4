/** The end of a run for people: what became of every step, whether it holds, how good the prediction was, what is next. */

import { count, formatDuration } from './amount.js'
import { metOnTheWay } from './met.js'
import { answersTo, blamed, offer } from './offer.js'
import { chosenOnTheWay, openQuestions } from './open.js'
import { one, paragraph, quotation, shellWord, squeezed } from './paragraph.js'
import type { Conclusion } from './reporter.js'
import { type Score, scoresOf } from './score.js'
import { failure } from './sentence.js'
import type { Style, Tone } from './style.js'
import type { Fate, Tally, TaskTally } from './tally.js'
import { displayWidth } from './width.js'

export interface SummaryOptions {
  tally: Tally
  conclusion: Conclusion
  style: Style
  /** Milliseconds since the command began. */
  took: number
  /** Where the whole stderr of an attempt is kept. */
  logOf?: (task: string, attempt: number) => string | undefined
  /** Who carries the run forward at this moment, where that is another process. */
  goingOn?: string | undefined
  /** As it was typed, for the commands to type next. */
  stateDir?: string | undefined
}

/** Empty where nothing was committed. */
export function renderSummary(options: SummaryOptions): string {
  const { tally, style } = options
  if (!tally.plan) return ''
  const lines = [
    ...headline(options),
    ...[...tally.tasks.values()].flatMap(task => renderTask(task, options)),
    ...idle(tally, style),
    ...leftOut(tally, style),
    '',
    ...metOnTheWay(tally, style),
    ...verification(tally, style),
    ...chosenOnTheWay(tally, style),
    ...(isOver(tally) ? [] : openQuestions(tally, style)),
    ...heldUnits(tally, style),
    ...scored(scoresOf(tally), style),
    ...paragraph(lasted(options), style, { tone: 'dim' }),
    ...next(options),
  ]
  return `${lines.join('\n')}\n`
}

/** Who resumes a run has not waited for all of it. */
function lasted({ took, conclusion: { sinceCommit } }: SummaryOptions): string {
  const here = `Took ${formatDuration(took)}`
  return sinceCommit === undefined
    ? `${here}.`
    : `${here} since it was resumed, ${formatDuration(sinceCommit)} since the commit.`
}

function headline({ tally, conclusion, style, goingOn }: SummaryOptions): string[] {
  const [text, tone] =
    goingOn && !isOver(tally)
      ? [`is going on in ${one(goingOn)}`, 'accent' as const]
      : stateOf(tally, conclusion)
  const name = tally.plan ? ` of ${one(tally.plan.name)}` : ''
  return [...paragraph(`Run ${one(tally.run)}${name}: ${text}`, style, { tone }), '']
}

function stateOf(tally: Tally, conclusion: Conclusion): [string, Tone] {
  if (tally.abandoned) {
    const doubt = tally.abandoned.consistent
      ? 'consistent: no task is in doubt'
      : 'inconsistent: a task is in doubt'
    return [`abandoned, ${one(tally.abandoned.reason)} (${doubt})`, 'bad']
  }
  if (tally.completed) return [tally.rebootPending ? 'completed, a reboot is pending' : 'completed', 'good']
  if (tally.givingUp) return [`is given up, ${one(tally.givingUp)}: it finishes what is in hand`, 'warn']
  if (conclusion.state === 'running') return ['goes on, nobody looks on here any more', 'accent']
  if (conclusion.state === 'interrupted' || tally.interrupted)
    return ['interrupted, it can be resumed', 'warn']
  const waits = {
    failure: 'waits for an answer to a failure',
    choice: 'waits for a choice',
    reboot: tally.rebooting ? 'waits for the reboot that the machine was told to make' : 'waits for a reboot',
  }
  if (isAnswered(tally))
    return [tally.rebootDue ? `answered, ${waits.reboot}` : 'answered, it can be resumed', 'warn']
  if (tally.waitingFor === 'reboot') return [waits.reboot, 'warn']
  if (tally.waitingFor)
    return [`${tally.rebootDue ? `${waits.reboot}; beside it ` : ''}${waits[tally.waitingFor]}`, 'warn']
  return [one(conclusion.message ?? 'not through yet'), 'warn']
}

const isOver = ({ completed, abandoned }: Tally): boolean => completed || abandoned !== null

/** Nothing that it waits for is left to be chosen. */
const isAnswered = ({ waitingFor, questions }: Tally): boolean =>
  (waitingFor === 'failure' || waitingFor === 'choice') && questions.size === 0

/** Those that had nothing to do are only counted. */
const told: Partial<Record<Fate, Tone>> = {
  applied: 'good',
  kept: 'good',
  'done-by-hand': 'good',
  reverted: 'warn',
  stopped: 'warn',
  unknown: 'bad',
  running: 'warn',
  failed: 'bad',
  abandoned: 'bad',
  unreached: 'warn',
}

function renderTask(tally: TaskTally, { style, logOf }: SummaryOptions): string[] {
  const { task, fate, ending } = tally
  const tone = told[fate] ?? (fate === 'skipped' && tally.because ? 'dim' : undefined)
  if (!tone || (fate === 'applied' && task.selections.length === 0)) return []
  const marks: Partial<Record<Tone, string>> = {
    good: style.symbols.done,
    bad: style.symbols.blocked,
    dim: style.symbols.middle,
  }
  const lines = paragraph(`${one(task.step)}: ${textOf(tally)}`, style, {
    indent: 2,
    lead: `${marks[tone] ?? style.symbols.undecided} `,
    leadTone: tone,
  })
  if (fate !== 'failed' && fate !== 'unknown') return lines
  if (ending?.stderr?.length) lines.push(...quotation(ending.stderr, style, 6))
  const log = tally.attempt > 0 && !tally.looked ? logOf?.(task.id, tally.attempt) : undefined
  // A path is never wrapped: half of it names nothing.
  if (log) lines.push(`${' '.repeat(squeezed(6, style))}${style.paint('dim', 'full log: ')}${one(log)}`)
  return lines
}

function textOf(tally: TaskTally): string {
  const { task, fate, ending } = tally
  const of = (addresses: ReadonlySet<string>): string =>
    task.selections
      .filter(({ address }) => addresses.has(address))
      .map(({ item, resolution }) => `${one(item)}: ${one(resolution)}`)
      .join(', ')
  const before = tally.applied.size > 0 ? `, after ${of(tally.applied)}` : ''
  const time = tally.took > 0 ? ` (${formatDuration(tally.took)})` : ''
  const round = [
    task.phase === 'after-boot' && 'after the reboot',
    task.generation > 1 && `round ${task.generation}`,
  ]
  const rounds = round
    .filter(Boolean)
    .map(word => `, ${word}`)
    .join('')
  switch (fate) {
    case 'applied':
      return `applied ${of(new Set(task.selections.map(({ address }) => address)))}${rounds}${time}`
    case 'failed': {
      const what = tally.failed ? one(tally.failed.address) : tally.looked ? 'its producer' : 'its consumer'
      const note = tally.because ? `; ${one(tally.because)}` : ''
      return `failed, ${failure(what, tally.failed?.message ? tally.failed : (ending ?? {}))}${before}${rounds}${time}${note}`
    }
    case 'unreached':
      return `not reached, ${blamed(tally.because)}`
    default:
      return `${fate.replaceAll('-', ' ')}${tally.because ? `, ${one(tally.because)}` : ''}${before}${rounds}${time}`
  }
}

function idle(tally: Tally, style: Style): string[] {
  const steps = [...new Set([...tally.tasks.values()].map(({ task }) => task.step))]
  const open = steps.filter(step => tally.ofStep(step).some(({ fate }) => fate === 'open')).map(one)
  const quiet = steps.filter(step =>
    tally
      .ofStep(step)
      .every(({ task, fate }) => fate === 'nothing' || (fate === 'applied' && task.selections.length === 0)),
  )
  return [
    ...(open.length > 0
      ? paragraph(`not started: ${open.join(', ')}`, style, {
          indent: 2,
          lead: `${style.symbols.pending} `,
          tone: 'dim',
        })
      : []),
    ...(quiet.length > 0
      ? paragraph(`${count(quiet.length, 'step')} had nothing to do`, style, {
          indent: 2,
          lead: `${style.symbols.middle} `,
          tone: 'dim',
        })
      : []),
  ]
}

/** Who reads that a run is completed is to see what it never was about. */
function leftOut({ plan }: Tally, style: Style): string[] {
  if (!plan || plan.left.length === 0) return []
  return [
    ...paragraph(`Left out by --partial: ${count(plan.left.length, 'step')}`, style, { tone: 'warn' }),
    ...plan.left.flatMap(({ step, reason }) =>
      paragraph(`${one(step)}: ${one(reason)}`, style, {
        indent: 2,
        lead: `${style.symbols.undecided} `,
        leadTone: 'warn',
      }),
    ),
  ]
}

function verification(tally: Tally, style: Style): string[] {
  if (tally.verified.size === 0) return []
  const bad: string[] = []
  let good = 0
  for (const [step, { findings, unresolved, later }] of tally.verified) {
    const name = one(step)
    if (findings.outcome === 'failed')
      bad.push(
        ...paragraph(`${name}: ${failure('its producer', findings.ending)}`, style, {
          indent: 2,
          tone: 'bad',
        }),
      )
    else if (unresolved.length === 0) good++
    for (const { item } of unresolved)
      bad.push(
        ...paragraph(`${name}: ${one(item.id)} is still there: ${one(item.title)}`, style, {
          indent: 2,
          tone: 'bad',
        }),
      )
    for (const { item } of later)
      bad.push(
        ...paragraph(
          `${name}: found afterwards, ${item.severity} ${one(item.id)}: ${one(item.title)}`,
          style,
          { indent: 2 },
        ),
      )
  }
  const text = `Verified: ${good} of ${count(tally.verified.size, 'step')} as intended.`
  return [...paragraph(text, style, { tone: good === tally.verified.size ? 'good' : 'bad' }), ...bad]
}

/** They stay down beyond the end of the run where their step was begun and not settled. */
function heldUnits({ held }: Tally, style: Style): string[] {
  return [...held].flatMap(([unit, steps]) =>
    paragraph(`Held: ${one(unit)}, until ${steps.map(one).join(', ')} is settled.`, style, { tone: 'warn' }),
  )
}

function scored(scores: Score[], style: Style): string[] {
  const judged = scores.filter(({ held }) => held !== null)
  const held = judged.filter(score => score.held).length
  const off = scores.filter(score => score.held === false || score.predicted === 'unpredicted')
  return [
    ...(judged.length > 0
      ? paragraph(`Prediction: held for ${held} of ${count(judged.length, 'step')}.`, style)
      : []),
    ...off.flatMap(({ step, predicted, outcome }) =>
      paragraph(
        `${one(step)}: predicted ${predicted}, became: ${outcome}`.replace(
          'predicted unpredicted',
          'could not be predicted',
        ),
        style,
        { indent: 2 },
      ),
    ),
  ]
}

/** A command is never wrapped: half of it would be typed. What it means stands beside it where there is room. */
function next({ tally, conclusion, style, stateDir, goingOn }: SummaryOptions): string[] {
  // Whatever else is begun is refused until that one has let go.
  if (goingOn && !isOver(tally)) return []
  const commands =
    conclusion.next?.map((command): [string, string] => [command, '']) ?? nextOf(tally, stateDir)
  const widest = Math.max(0, ...commands.map(([command, means]) => (means ? displayWidth(command) : 0)))
  const line = ([command, means]: [string, string]): string => {
    const beside = `  ${one(command).padEnd(widest)}  # ${means}`
    return means !== '' && displayWidth(beside) <= style.width
      ? `  ${style.paint('accent', one(command))}${style.paint('dim', beside.slice(2 + one(command).length))}`
      : `  ${style.paint('accent', one(command))}`
  }
  return commands.length === 0 ? [] : ['Next:', ...commands.map(line)]
}

function nextOf(tally: Tally, stateDir?: string): [string, string][] {
  const resume: [string, string] = [offer(['resume'], stateDir), '']
  const reboot: [string, string] = [
    (tally.plan!.reboot?.argv ?? ['systemctl', 'reboot']).map(shellWord).join(' '),
    '',
  ]
  if (tally.abandoned) return [[offer(['check', tally.plan!.manifest.path], stateDir), '']]
  if (tally.completed) return tally.rebootPending ? [reboot] : []
  if (tally.waitingFor === 'reboot') return tally.rebooting ? [resume] : [reboot, resume]
  if (!tally.waitingFor) return [resume]
  const boot = tally.rebootDue && !tally.rebooting ? [reboot] : []
  return [...[...tally.questions.values()].flatMap(finding => answersTo(finding, stateDir)), ...boot, resume]
}
