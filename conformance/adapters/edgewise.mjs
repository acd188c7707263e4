#!/usr/bin/env node
/** Edgewise behind the suite's requests: its library in this process, so that whoever kills the adapter kills the host. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { apply, check, createContext, resume } from 'edgewise'

const outcomes = {
  0: 'done',
  2: 'refused',
  3: 'blocked',
  4: 'undecided',
  5: 'reboot',
  6: 'failed',
  9: 'waiting',
  10: 'failed',
}
const verdicts = { ready: 'ready', 'nothing-to-do': 'ready', undecided: 'undecided', blocked: 'blocked' }

const request = JSON.parse(readFileSync(0, 'utf8'))
const { command, dir, transition, choices, partial = false, retry = false, boot, jobs } = request

const items = []
const questions = new Set()
const failures = new Map()

const say = line => process.stdout.write(`${JSON.stringify(line)}\n`)
const split = address => address.split('/')

/** Of what is journalled, an event comes only once it is on disk. */
function emit(event) {
  if (event.type === 'step-checked') heard(event.findings.step, event.findings.ending)
  else if (event.type === 'predicted')
    items.push(...event.findings.map(({ step, item }) => ({ step, item: item.id, title: item.title })))
  else if (event.type === 'task-ended') heard(stepOf(event.task), event.ending)
  else if (event.type === 'task-checked') heard(stepOf(event.task), event.findings.ending)
  else if (event.type === 'selection-result') {
    const [step, item] = split(event.address)
    say({ type: 'result', step, item, status: event.status })
  }
}

/** A task is called as its step, with something behind it where there are several. */
const stepOf = task => task.split(/[@+]/)[0]

function heard(step, { outcome, done, code, message, violations = [], stderr = [] }) {
  if (outcome !== 'failed') return failures.delete(step)
  const told = [
    message,
    ...violations.map(({ line, message, sample }) => `line ${line}: ${message} ${sample}`),
    ...stderr,
  ]
  const own = done?.code ?? code
  failures.set(step, { step, ...(own ? { code: own } : {}), message: told.filter(Boolean).join('\n') })
}

const context = createContext({
  stateDir: join(dir, 'state'),
  jobs,
  emit,
  bootId: () => boot,
  softReboots: async () => null,
  // The folder of a test may lie in memory; nothing is really rebooted.
  lasting: () => ({ is: 'lasting' }),
  systemctl: null,
  // The programs of the suite write down what they are told, also when they are producers.
  holds: async () => ({ ok: false, error: { why: 'the suite has them write', hint: '' } }),
  unconfined: true,
})

function write(name, value) {
  const path = join(dir, name)
  writeFileSync(path, JSON.stringify(value), { mode: 0o600 })
  return path
}

const again = retry
  ? Object.keys(JSON.parse(readFileSync(transition, 'utf8')).steps).map(step => [
      `${step}/host.failed`,
      { resolution: 'retry' },
    ])
  : []
const answers = write('answers.json', { edgewise: 1, choices: { ...choices, ...Object.fromEntries(again) } })

const options = { manifest: transition, answers, accept: 'none', partial, reboot: 'never' }
const phases = {
  check: () => check(context, options),
  apply: () => apply(context, options),
  resume: () => resume(context, options),
}
const ended = await phases[command]()

const reply = ended.ok
  ? {
      outcome:
        ended.value.state === undefined
          ? verdicts[ended.value.prediction.verdict]
          : outcomes[ended.value.status],
    }
  : {
      outcome: outcomes[ended.error.status] ?? 'refused',
      message: [ended.error.message, ...(ended.error.details ?? [])].join('\n'),
    }
for (const question of ended.ok ? (ended.value.state?.questions.keys() ?? []) : []) questions.add(question)
say({ type: 'reply', ...reply, items, questions: [...questions], failures: [...failures.values()] })
