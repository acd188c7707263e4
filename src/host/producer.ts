/** Runs a step's producer once: the step in, what it found, or why it could not look, out. */

import { join } from 'node:path'
import type { Step } from '../manifest/step.js'
import { conclude } from '../protocol/conclude.js'
import type { Done, ItemBody } from '../protocol/gen/messages.js'
import { createReader } from '../protocol/reader.js'
import type { Violation } from '../protocol/violation.js'
import { encodeStart } from '../protocol/writer.js'
import { launch } from '../sandbox/launch.js'
import { limitHit } from '../sandbox/limits.js'
import type { Running } from '../sandbox/running.js'
import type { Action, Findings } from '../scheduler/model.js'
import type { Context } from './context.js'
import { withHeldHint } from './held-hint.js'
import { unprovenOf } from './holding.js'
import { howItEnded, wasCut } from './how-it-ended.js'
import type { Identities } from './identities.js'
import { progressTeller } from './progress.js'
import { scrub, scrubLines } from './scrub.js'

export interface Looking {
  context: Context
  identities: Identities
  /** A run's id, or `check`. */
  run: string
  action: Action
  target?: string
  /** Of the task in whose name it is run again. */
  task?: string
}

export async function runProducer(step: Step, looking: Looking): Promise<Findings> {
  const { context } = looking
  const begun = context.clock.now()
  const { holding } = looking.identities
  const hold = holding.of(step)
  const unproven = unprovenOf(step, holding)
  const failed = (code: string, message: string): Findings => ({
    ...unproven,
    step: step.name,
    outcome: 'failed',
    items: [],
    ending: { outcome: 'failed', code, message },
    took: context.clock.now() - begun,
  })
  const start = encodeStart({
    type: 'start',
    protocol: 1,
    role: 'producer',
    run: looking.run,
    step: step.name,
    action: looking.action,
    ...(looking.target === undefined ? {} : { target: looking.target }),
    stateDir: join(context.stateDir, 'steps', step.name),
    ...(step.config ? { config: step.config } : {}),
  })
  if (!start.ok) return failed('input', start.error.message)

  const secrets = (): string[] => context.secrets.values()
  const about = { step: step.name, ...(looking.task === undefined ? {} : { task: looking.task }) }
  const progress = progressTeller(context, about, secrets)
  const items: ItemBody[] = []
  const violations: Violation[] = []
  let done: Done | undefined
  let running: Running | undefined
  const reader = createReader({
    role: 'producer',
    step: step.name,
    maxBytes: step.limits.output,
    onMessage: message => {
      running?.touch()
      if (message.type === 'item') {
        const { type: _, ...body } = message
        items.push(body)
      } else if (message.type === 'done') done = message
      else if (message.type === 'progress') progress.tell(message)
    },
    onViolation: violation => void violations.push(violation),
    onOverflow: violation => {
      violations.push(violation)
      running?.cancel('overflow')
    },
  })
  const launched = await launch({
    program: step.producer,
    identity: looking.identities.of(step.producer),
    role: 'producer',
    limits: step.limits,
    timeouts: step.timeouts.producer,
    ...(hold ? { hold } : {}),
    stdout: 'pipe',
    stderr: 'pipe',
    onStdout: chunk => reader.write(chunk),
    clock: context.clock,
  })
  if (!launched.ok) return failed('spawn', `${launched.error.message} ${launched.error.hint}`)
  running = launched.value
  running.send(start.value)
  // It changes nothing, so at the second wish to stop there is nothing to wait for.
  const cancel = (): void => running?.cancel('cancelled', context.interruption.level === 2 ? 0 : undefined)
  const stop = context.interruption.onChange(cancel)
  if (context.interruption.level > 0) cancel()

  const end = await running.settled
  stop()
  reader.end(wasCut(end))
  progress.end()
  const concluded = conclude({
    role: 'producer',
    sent: [],
    results: [],
    items: items.length,
    violations,
    timeouts: step.timeouts.producer,
    stderr: scrubLines(running.stderrTail(), secrets()),
    limit: limitHit(step.limits, end, running.stderrTail()),
    ...howItEnded(end, done),
  })
  const ending = hold ? withHeldHint(concluded) : concluded
  const outcome = ending.outcome === 'ok' ? 'ok' : ending.code === 'not-yet' ? 'not-yet' : 'failed'
  return {
    step: step.name,
    outcome,
    items: scrub(items, secrets()),
    ending: scrub(ending, secrets()),
    took: context.clock.now() - begun,
    ...unproven,
  }
}
