/** The audit: every legal run is found legal, and what makes one illegal is found, whatever `fold` makes of it. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import t from 'tap'
import { readJournal } from '../src/journal/reader.js'
import { type Audited, audit } from '../src/scheduler/audit.js'
import type { RunEvent } from '../src/scheduler/event.js'
import { fold } from '../src/scheduler/fold.js'
import type { RunState } from '../src/scheduler/state.js'
import { simulate } from './fixtures/scheduler/simulation.js'
import { snapshot } from './fixtures/scheduler/snapshot.js'

const seed = Number(process.env.EDGEWISE_SEED ?? Date.now() % 2 ** 31)
const numRuns = Number(process.env.EDGEWISE_AUDITS ?? 80)
const settings = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  steps: fc.integer({ min: 1, max: 8 }),
  jobs: fc.integer({ min: 1, max: 4 }),
  mischief: fc.integer({ min: 0, max: 25 }),
  crashes: fc.integer({ min: 0, max: 8 }),
})

const numbered = (events: RunEvent[]): Audited[] => events.map((event, i) => ({ seq: i + 1, event }))
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))
/** The events with one of them changed. */
function altered<E extends RunEvent>(events: RunEvent[], at: number, change: (event: E) => void): RunEvent[] {
  const changed = events.slice()
  changed[at] = copy(events[at]!)
  change(changed[at] as E)
  return changed
}
const without = (events: RunEvent[], at: number): RunEvent[] => events.filter((_, i) => i !== at)
const moved = (events: RunEvent[], from: number, to: number): RunEvent[] => {
  const rest = without(events, from)
  rest.splice(to, 0, events[from]!)
  return rest
}

type Of<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>
/** What must never pass, by the event that it is done to; null where it cannot be done there. */
type Crime = (events: RunEvent[], at: number) => RunEvent[] | null
const crimes: { what: string; to: RunEvent['type']; rule: RegExp; crime: Crime }[] = [
  { what: 'a start is left out', to: 'task-started', rule: /edge|intent|result/, crime: without },
  {
    what: 'a start is told twice',
    to: 'task-started',
    rule: /edge/,
    crime: (e, at) => moved([...e, e[at]!], e.length, at),
  },
  {
    what: 'a selection is sent that nobody chose',
    to: 'task-started',
    rule: /choice/,
    crime: (e, at) => altered<Of<'task-started'>>(e, at, event => void event.selections.push('a/not-chosen')),
  },
  {
    what: 'an attempt is left out',
    to: 'task-started',
    rule: /edge/,
    crime: (e, at) => altered<Of<'task-started'>>(e, at, event => void event.attempt++),
  },
  {
    what: 'a start comes before the commit is through',
    to: 'task-started',
    rule: /order|recheck|edge/,
    crime: (events, at) => {
      const { task } = events[at] as Of<'task-started'>
      const { plan } = events[0] as Of<'run-committed'>
      const before = plan.graph.edges.filter(edge => edge.to === task).map(edge => edge.from)
      const settled = events.findIndex(event => event.type === 'task-settled' && before.includes(event.task))
      return settled > 0 && settled < at ? moved(events, at, settled) : null
    },
  },
  {
    what: 'a result is of something that was not sent',
    to: 'selection-result',
    rule: /result/,
    crime: (e, at) =>
      altered<Of<'selection-result'>>(e, at, event => {
        event.address += 'x'
      }),
  },
  {
    what: 'a result is told twice',
    to: 'selection-result',
    rule: /result/,
    crime: (e, at) => moved([...e, e[at]!], e.length, at),
  },
  {
    what: 'a result is of another attempt',
    to: 'selection-result',
    rule: /result/,
    crime: (e, at) => altered<Of<'selection-result'>>(e, at, event => void event.attempt--),
  },
  {
    what: 'a task ends well without a result',
    to: 'selection-result',
    rule: /result|end/,
    crime: (events, at) => {
      const { task, attempt, status } = events[at] as Of<'selection-result'>
      const end = events.find(
        event => event.type === 'task-ended' && event.task === task && event.attempt === attempt,
      )
      return status === 'applied' && (end as Of<'task-ended'>)?.ending.outcome === 'ok'
        ? without(events, at)
        : null
    },
  },
  {
    what: 'a look is left out',
    to: 'task-checked',
    rule: /edge/,
    crime: (events, at) => {
      const later = events
        .slice(at + 1)
        .find(
          event =>
            ('task' in event && event.task === (events[at] as Of<'task-checked'>).task) ||
            event.type === 'run-resumed',
        )
      return later && later.type !== 'run-resumed' ? without(events, at) : null
    },
  },
  {
    what: 'a look is of another step',
    to: 'task-checked',
    rule: /edge/,
    crime: (e, at) =>
      altered<Of<'task-checked'>>(e, at, event => {
        event.findings.step += 'x'
      }),
  },
  {
    what: 'a task is settled as something else',
    to: 'task-settled',
    rule: /end|order|edge/,
    crime: (e, at) =>
      altered<Of<'task-settled'>>(e, at, event => {
        event.as = event.as === 'reverted' ? 'nothing' : 'reverted'
      }),
  },
  {
    what: 'a task is settled twice',
    to: 'task-settled',
    rule: /edge/,
    crime: (e, at) => moved([...e, e[at]!], e.length, at),
  },
  { what: 'a task never comes to rest', to: 'task-settled', rule: /end|order/, crime: without },
  {
    what: 'what was kept is called gone',
    to: 'task-ready',
    rule: /choice/,
    crime: (e, at) =>
      (e[at] as Of<'task-ready'>).selections.length === 0
        ? null
        : altered<Of<'task-ready'>>(e, at, ({ selections }) => {
            selections[0]!.ends = selections[0]!.ends === 'kept' ? 'resolved' : 'kept'
          }),
  },
  {
    what: 'something else is carried out than was chosen',
    to: 'task-ready',
    rule: /choice/,
    crime: (e, at) =>
      (e[at] as Of<'task-ready'>).selections.length === 0
        ? null
        : altered<Of<'task-ready'>>(e, at, ({ selections }) => {
            selections[0]!.resolution += 'x'
          }),
  },
  {
    what: "a choice is nobody's",
    to: 'choice-made',
    rule: /choice/,
    crime: (e, at) =>
      altered<Of<'choice-made'>>(e, at, ({ choice }) => {
        choice.who.user = ''
      }),
  },
  {
    what: 'a choice is of no day',
    to: 'choice-made',
    rule: /choice/,
    crime: (e, at) =>
      altered<Of<'choice-made'>>(e, at, ({ choice }) => {
        choice.at = 'yesterday'
      }),
  },
  {
    what: 'a choice is of something that was never found',
    to: 'choice-made',
    rule: /choice/,
    crime: (e, at) =>
      altered<Of<'choice-made'>>(e, at, ({ choice }) => {
        choice.address += 'x'
      }),
  },
  {
    what: 'a choice is carried to another state than was found',
    to: 'choice-carried',
    rule: /choice/,
    crime: (e, at) =>
      altered<Of<'choice-carried'>>(e, at, event => {
        event.to += 'x'
      }),
  },
  {
    what: 'a question is put in other words than were found',
    to: 'question-raised',
    rule: /question/,
    crime: (e, at) =>
      altered<Of<'question-raised'>>(e, at, ({ finding }) => {
        finding.fingerprint += 'x'
      }),
  },
  {
    what: 'a task that was put in is left out',
    to: 'graph-extended',
    rule: /graph/,
    crime: (events, at) => {
      const { tasks } = events[at] as Of<'graph-extended'>
      return tasks.length > 0 ? without(events, at) : null
    },
  },
  {
    what: 'the graph runs in a circle',
    to: 'graph-extended',
    rule: /graph/,
    crime: (e, at) =>
      (e[at] as Of<'graph-extended'>).edges.length === 0
        ? null
        : altered<Of<'graph-extended'>>(e, at, ({ edges }) => {
            edges.push({ from: edges[0]!.to, to: edges[0]!.from, kind: 'item' })
          }),
  },
  {
    what: 'a reboot is told of without another boot',
    to: 'rebooted',
    rule: /edge/,
    crime: (e, at) =>
      altered<Of<'rebooted'>>(e, at, event => {
        event.to = event.from
      }),
  },
  {
    what: 'a reboot is left out',
    to: 'rebooted',
    rule: /./,
    crime: (events, at) => {
      const next = events
        .slice(at + 1)
        .find(
          event => event.type === 'rebooted' || (event.type === 'task-checking' && event.why === 'rebooted'),
        )
      const why = next?.type === 'task-checking'
      const earlier = events.slice(0, at).some(event => event.type === 'rebooted')
      return why && !earlier ? without(events, at) : null
    },
  },
  {
    what: 'a question that waits is not named',
    to: 'run-waiting',
    rule: /end/,
    crime: (e, at) =>
      (e[at] as Of<'run-waiting'>).questions.length === 0
        ? null
        : altered<Of<'run-waiting'>>(e, at, event => void event.questions.pop()),
  },
  {
    what: 'a run that waits for a reboot says it waits for an answer',
    to: 'run-waiting',
    rule: /end/,
    crime: (e, at) =>
      altered<Of<'run-waiting'>>(e, at, event => {
        event.for = event.for === 'reboot' ? 'choice' : 'reboot'
      }),
  },
  {
    what: 'a verification is not heard out',
    to: 'step-verified',
    rule: /end/,
    crime: (events, at) => {
      const next = events
        .slice(at)
        .find(event => ['run-resumed', 'run-completed', 'run-waiting'].includes(event.type))
      return next?.type === 'run-resumed' || !next ? null : without(events, at)
    },
  },
  {
    what: 'more was applied than was',
    to: 'run-completed',
    rule: /end/,
    crime: (e, at) => altered<Of<'run-completed'>>(e, at, event => void event.applied++),
  },
  {
    what: 'a run that was given up is called consistent, or the other way round',
    to: 'run-abandoned',
    rule: /end/,
    crime: (e, at) =>
      altered<Of<'run-abandoned'>>(e, at, event => {
        event.consistent = !event.consistent
      }),
  },
  {
    what: 'what was given up is called completed',
    to: 'run-abandoned',
    rule: /end/,
    crime: (e, at) => [...e.slice(0, at), { type: 'run-completed', applied: 0, rebootPending: false }],
  },
  {
    what: 'what was completed is called given up',
    to: 'run-completed',
    rule: /end/,
    crime: (e, at) => [
      ...e.slice(0, at),
      { type: 'run-abandoned', reason: 'r', consistent: true, who: null },
    ],
  },
  {
    what: 'something happens after the end',
    to: 'run-completed',
    rule: /end/,
    crime: e => [...e, { type: 'run-resumed', who: { uid: 0, user: 'root' }, boot: 'b' }],
  },
  {
    what: 'the plan is not the one that was made',
    to: 'run-committed',
    rule: /edge/,
    crime: (e, at) =>
      altered<Of<'run-committed'>>(e, at, ({ plan }) => {
        plan.action = 'boot'
      }),
  },
  { what: 'the commit is missing', to: 'run-committed', rule: /edge/, crime: without },
  {
    what: 'there is an event of no known kind',
    to: 'run-committed',
    rule: /edge/,
    crime: e => [e[0]!, { type: 'task-forged', task: 'a' } as unknown as RunEvent, ...e.slice(1)],
  },
]

t.test('legal runs are found legal, and each crime is found in all of them', { timeout: 0 }, async t => {
  const tried = new Map<string, number>()
  const legal = { runs: 0, events: 0 }
  t.comment(`EDGEWISE_SEED=${seed} EDGEWISE_AUDITS=${numRuns}`)
  fc.assert(
    fc.property(settings, fc.nat(), (setting, pick) => {
      const { events, status } = simulate(setting)
      if (status === 'not planned') return
      legal.runs++
      legal.events += events.length
      const report = audit(numbered(events))
      if (report.breaches.length > 0) throw new Error(`legal, and yet: ${JSON.stringify(report.breaches[0])}`)
      if (report.standing !== status) throw new Error(`${report.standing}, not ${status}`)
      for (const { what, to, rule, crime } of crimes) {
        const places = events.flatMap((event, i) => (event.type === to ? [i] : []))
        if (places.length === 0) continue
        const at = places[pick % places.length]!
        const changed = crime(events, at)
        if (!changed) continue
        tried.set(what, (tried.get(what) ?? 0) + 1)
        const { breaches } = audit(numbered(changed))
        if (!breaches.some(breach => rule.test(breach.rule)))
          throw new Error(`not found: ${what}, at ${at + 1}; found: ${JSON.stringify(breaches.slice(0, 3))}`)
      }
    }),
    { numRuns, seed, endOnFailure: true },
  )
  t.comment(
    `${legal.runs} runs, ${legal.events} events; ${[...tried.values()].reduce((a, b) => a + b, 0)} crimes`,
  )
  for (const { what } of crimes) t.ok(tried.has(what), what)
})

t.test('chance mutations: what passes is only what the world could have told as well', async t => {
  let reported = 0
  const passed: string[] = []
  let mutants = 0
  let roll = 42
  const below = (n: number): number => {
    roll = (Math.imul(roll, 1664525) + 1013904223) >>> 0
    return Math.floor((roll / 2 ** 32) * n)
  }
  for (let run = 1; run <= 40; run++) {
    const { events, status } = simulate({
      seed: run * 104_729,
      steps: 1 + (run % 8),
      jobs: 1 + (run % 4),
      mischief: run % 26,
      crashes: run % 9,
    })
    if (status === 'not planned') continue
    const final = snapshot(events.reduce<RunState | null>(fold, null)!)
    for (let i = 0; i < 24; i++) {
      const at = 1 + below(events.length - 1)
      const how = (['drop', 'twice', 'swap', 'move'] as const)[i % 4]!
      const changed =
        how === 'drop'
          ? without(events, at)
          : how === 'twice'
            ? moved([...events, events[at]!], events.length, at)
            : moved(events, at, how === 'swap' ? at - 1 || 1 : 1 + below(events.length - 1))
      mutants++
      const { breaches, standing } = audit(numbered(changed))
      if (breaches.length > 0 || standing !== status) reported++
      else if (!isSame(changed, final)) passed.push(`${how} ${events[at]!.type}`)
    }
  }
  const told = passed.filter(one => !mayPass.test(one))
  t.same(told, [], 'no omission and no repetition of what a host decides goes unnoticed')
  t.ok(
    reported > mutants * 0.7,
    `${reported} of ${mutants} were reported, ${passed.length} could have been so`,
  )
})

/** What the machine, its people and its crashes bring comes when it comes, or does not come at all. */
const mayPass =
  /^(drop|twice|swap|move) (item-found|selection-result|choice-made|run-resumed|run-interrupted|reboot-awaited|step-verified|step-verifying|task-checked|task-ended)$|^(swap|move) |^drop (choice-carried|selection-dropped|task-retried|question-raised|verify-started|run-waiting)$/

/** The mutation made no difference at all. */
function isSame(events: RunEvent[], final: string): boolean {
  try {
    return snapshot(events.reduce<RunState | null>(fold, null)!) === final
  } catch {
    return false
  }
}

t.test('what a start did not bring to the disk before its result is found by the batches', async t => {
  const { events } = simulate({ seed: 104_729, steps: 3, jobs: 2, mischief: 0, crashes: 0 })
  const started = events.findIndex(event => event.type === 'task-started')
  const result = events.findIndex(event => event.type === 'selection-result')
  t.ok(started > 0 && result > started)
  const told = (synced: number): Audited[] =>
    numbered(events).map(record => (record.seq === result + 1 ? { ...record, synced } : record))
  t.same(audit(told(result)).breaches, [])
  t.match(audit(told(started)).breaches, [{ seq: result + 1, rule: 'intent' }])
})

t.test('the journal of a real run, in format 1, is legal', async t => {
  const file = join(import.meta.dirname, 'fixtures', 'journal', 'format-1', 'journal.jsonl')
  const records: Audited[] = []
  const read = readJournal(readFileSync(file), { onRecord: record => void records.push(record) })
  t.ok(read.ok)
  const report = audit(records)
  t.same(report.breaches, [])
  t.match(report, { standing: 'completed', seen: { records: 77, choices: 8, starts: 8, results: 7 } })
})
