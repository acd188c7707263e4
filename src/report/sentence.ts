/** An event in, the one line that people read about it out; null where saying nothing is the calmer report. */

import type { Event } from '../scheduler/event.js'
import type { Ending, Findings, Plan } from '../scheduler/model.js'
import { count, formatDuration } from './amount.js'
import { choiceText, person } from './choice.js'
import { extensionText } from './extension.js'
import { machineWords } from './machine.js'
import { blamed } from './offer.js'
import { one } from './paragraph.js'
import { recheckReasons, retryReasons, settledTexts, waitTexts } from './reasons.js'
import type { Roster } from './roster.js'
import type { Tone } from './style.js'

export interface Sentence {
  /** A step, or `edgewise` for the run itself. */
  who: string
  /** One word, the same for the same kind of event. */
  what: string
  text: string
  tone: Tone
  /** What a failed program last wrote to stderr. */
  more: string[]
}

const host = 'edgewise'

/** The roster must have learned the event. */
export function describe(event: Event, roster: Roster): Sentence | null {
  const ofTask = (task: string, what: string, text: string, tone: Tone, more: string[] = []): Sentence => {
    const round = roster.round(task)
    return say(roster.step(task), what, [text, round && `(${round})`].filter(Boolean).join(' '), tone, more)
  }

  switch (event.type) {
    case 'check-started':
      return say(host, 'checking', `${count(event.steps.length, 'step')}, ${event.jobs} at a time`, 'dim')
    case 'step-checking':
    case 'step-verifying':
    case 'task-ready':
    case 'progress':
      return null
    case 'step-checked':
      return looked(event.step, 'checked', event.findings)
    case 'predicted':
      return say(
        host,
        'predicted',
        event.prediction.verdict,
        event.prediction.verdict === 'blocked' ? 'bad' : 'strong',
      )
    case 'quiet':
      return say(
        event.step,
        'quiet',
        `no message for ${formatDuration(event.ms)} (timeouts.consumer.idle)`,
        'warn',
      )
    case 'notice':
      return say(host, 'notice', [event.message, event.hint].filter(Boolean).join(' '), 'warn')
    case 'run-committed': {
      const active = event.plan.graph.tasks.filter(task => task.selections.length > 0).length
      return say(
        host,
        'committed',
        `run ${event.run}: ${count(active, 'task')} to do, by ${person(event.who)}${active > 0 ? `; ${edgeOfReturn(event.plan)}` : ''}`,
        'strong',
      )
    }
    case 'run-resumed':
      return say(host, 'resumed', `by ${person(event.who)}`, 'strong')
    case 'task-checking':
      return ofTask(event.task, 'rechecking', recheckReasons[event.why], 'dim')
    case 'task-checked':
      if (event.findings.outcome === 'ok') return null
      return looked(roster.step(event.task), 'rechecked', event.findings)
    case 'selection-dropped':
      return ofTask(event.task, 'dropped', `${event.address}: gone without being applied`, 'dim')
    case 'choice-made':
      return say(stepOf(event.choice.address), 'chosen', choiceText(event.choice), 'accent')
    case 'choice-refused':
      return say(stepOf(event.choice.address), 'refused', event.message, 'warn')
    case 'wait-announced':
      return say(host, 'announced', `${count(event.questions.length, 'question')}, by --on-wait`, 'dim')
    case 'abandon-asked':
      return say(
        host,
        'abandoning',
        `asked by ${person(event.who)}: ${event.reason}; what is in hand is finished, nothing new is begun`,
        'warn',
      )
    case 'choice-carried':
      return say(
        stepOf(event.address),
        'carried',
        `the choice for ${event.address}, from ${event.from} to ${event.to}, which asks the same`,
        'dim',
      )
    case 'choice-invalidated':
      return say(
        stepOf(event.address),
        'invalidated',
        `the choice for ${event.address}: the state it was made on changed from ${event.from} to ${event.to}`,
        'warn',
      )
    case 'graph-extended':
      return say(
        host,
        'extended',
        extensionText(event, task => roster.label(task)),
        'accent',
      )
    case 'task-skipped':
      return ofTask(event.task, 'skipped', event.why, 'dim')
    case 'task-started':
      return ofTask(
        event.task,
        'started',
        event.selections.map(address => roster.selection(event.task, address)).join(', ') +
          (event.attempt > 1 ? `, attempt ${event.attempt}` : ''),
        'accent',
      )
    case 'task-attached':
      return ofTask(
        event.task,
        'attached',
        `outlived its host; followed from here on, ${formatDuration(event.ran)} after its start (pid ${event.pid})`,
        'accent',
      )
    case 'item-found':
      return ofTask(
        event.task,
        'found',
        `${event.item.severity} ${event.item.id}: ${event.item.title}`,
        'warn',
      )
    case 'selection-result':
      if (event.status === 'failed')
        return ofTask(
          event.task,
          'failed',
          failure(roster.selection(event.task, event.address), event),
          'bad',
        )
      // With one selection the end of the task says it, and how long it took.
      if (roster.selections(event.task).length < 2) return null
      return ofTask(event.task, 'applied', roster.selection(event.task, event.address), 'good')
    case 'task-ended':
      return ended(event.ending, roster.selections(event.task).length, event.took, (what, text, tone, more) =>
        ofTask(event.task, what, text || onlySelection(roster, event.task), tone, more),
      )
    case 'task-backing-off':
      return ofTask(
        event.task,
        'backing-off',
        `attempt ${event.attempt + 1} in ${formatDuration(event.ms)}`,
        'warn',
      )
    case 'task-unknown':
      return ofTask(event.task, 'unknown', event.why, 'warn')
    case 'task-retried':
      return ofTask(event.task, 'retrying', retryReasons[event.why], 'warn')
    case 'task-settled':
      return event.as === 'applied' || event.as === 'nothing' || event.as === 'skipped'
        ? null
        : ofTask(event.task, event.as, settledTexts[event.as], event.as === 'reverted' ? 'warn' : 'good')
    case 'task-unreached':
      return ofTask(event.task, 'unreached', blamed(roster.label(event.because)), 'warn')
    case 'task-abandoned':
      return ofTask(event.task, 'abandoned', event.reason, 'bad')
    case 'question-raised':
      return say(event.finding.step, 'asks', `${event.finding.item.id}: ${event.finding.item.title}`, 'warn')
    case 'question-withdrawn':
      return say(stepOf(event.address), 'withdrawn', `${event.address}: ${event.why}`, 'dim')
    case 'reboot-awaited':
    case 'reboot-asked':
    case 'reboot-refused':
    case 'rebooted':
    case 'unit-held':
    case 'unit-released':
    case 'unit-started':
      return say(host, ...machineWords(event))
    case 'run-waiting':
      return say(
        host,
        'waiting',
        [
          event.reboot ? `${waitTexts.reboot}, and ${waitTexts[event.for]}` : waitTexts[event.for],
          event.questions.join(', '),
        ]
          .filter(Boolean)
          .join(': '),
        'warn',
      )
    case 'run-interrupted':
      return say(host, 'interrupted', `by ${event.signal}; the run can be resumed`, 'warn')
    case 'verify-started':
      return say(host, 'verifying', count(event.steps.length, 'step'), 'dim')
    case 'step-verified':
      return verified(event)
    case 'run-completed':
      return say(
        host,
        'completed',
        `${count(event.applied, 'selection')} applied${event.rebootPending ? ', a reboot is pending' : ''}`,
        'good',
      )
    case 'run-abandoned':
      return say(
        host,
        'abandoned',
        `${event.reason} (${event.consistent ? 'consistent' : 'inconsistent'})`,
        'bad',
      )
    default:
      // Of a later version, which says itself that it may be passed over.
      return unknown(event)
  }
}

const unknown = (_event: never): null => null

const say = (who: string, what: string, text: string, tone: Tone, more: string[] = []): Sentence => ({
  who: one(who),
  what,
  text: one(text),
  tone,
  more,
})

function looked(step: string, what: string, findings: Findings): Sentence {
  const took = `(${formatDuration(findings.took)})`
  if (findings.outcome === 'failed')
    return say(
      step,
      'failed',
      `${failure('its producer', findings.ending)} ${took}`,
      'bad',
      findings.ending.stderr,
    )
  if (findings.outcome === 'not-yet') return say(step, what, `cannot look yet ${took}`, 'dim')
  const n = findings.items.length
  return say(
    step,
    what,
    `${n === 0 ? 'nothing found' : count(n, 'item')} ${took}`,
    n === 0 ? 'dim' : 'accent',
  )
}

function verified(event: Extract<Event, { type: 'step-verified' }>): Sentence {
  if (event.findings.outcome !== 'ok') return looked(event.step, 'verified', event.findings)
  const ids = event.unresolved.map(finding => finding.item.id).join(', ')
  if (ids !== '') return say(event.step, 'unresolved', ids, 'bad')
  const later = event.later.map(finding => `${finding.item.severity} ${finding.item.id}`).join(', ')
  return later === ''
    ? say(event.step, 'verified', `as intended (${formatDuration(event.findings.took)})`, 'good')
    : say(event.step, 'verified', `found afterwards: ${later}`, 'warn')
}

function ended(
  ending: Ending,
  selections: number,
  took: number,
  tell: (what: string, text: string, tone: Tone, more?: string[]) => Sentence,
): Sentence {
  const time = `(${formatDuration(took)})`
  switch (ending.outcome) {
    case 'ok': {
      const sentence = tell('applied', selections > 1 ? `all ${selections}` : '', 'good')
      return {
        ...sentence,
        text: `${sentence.text} ${time}${ending.reboot ? ', asks for a reboot' : ''}`.trim(),
      }
    }
    case 'again': {
      const why =
        ending.code === 'cancelled' ? 'cancelled in between' : 'stopped on purpose, wants to be run again'
      return tell('stopped', `${ending.message ?? why} ${time}`, 'warn')
    }
    case 'failed':
      return tell('failed', `${failure('its consumer', ending)} ${time}`, 'bad', ending.stderr)
    default:
      return ending.outcome satisfies never
  }
}

const onlySelection = (roster: Roster, task: string): string =>
  roster
    .selections(task)
    .map(selection => `${selection.item}: ${selection.resolution}`)
    .join(', ')

export const failure = (what: string, why: { code?: string; message?: string }): string =>
  `${what}: ${one(why.message ?? 'failed')}${why.code ? ` [${one(why.code)}]` : ''}`

const edgeOfReturn = ({ pointOfNoReturn }: Plan): string =>
  pointOfNoReturn === null ? 'all stated to be reversible' : `point of no return: ${pointOfNoReturn}`

const stepOf = (address: string): string => address.slice(0, Math.max(0, address.indexOf('/'))) || address
