/**
 * Runs a step's consumer once: selections in, events out as they happen. It says nothing to the program until it is
 * told to go on, so that nothing runs which the journal does not know.
 */

import { unlinkSync } from 'node:fs'
import { readSecret } from '../choice/secrets.js'
import { parseValue } from '../choice/value.js'
import { err, type Fallible, ok } from '../fallible.js'
import type { RunFolder } from '../journal/runs.js'
import type { Step } from '../manifest/step.js'
import { conclude } from '../protocol/conclude.js'
import type { InputSpec, Scalar } from '../protocol/gen/messages.js'
import { encodeResolve, encodeStart } from '../protocol/writer.js'
import type { Leftover } from '../sandbox/ending.js'
import { launch } from '../sandbox/launch.js'
import { limitHit } from '../sandbox/limits.js'
import type { Running } from '../sandbox/running.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Action, Selection } from '../scheduler/model.js'
import type { Context } from './context.js'
import { hear } from './hear.js'
import { howItEnded, wasCut } from './how-it-ended.js'
import type { Identities } from './identities.js'
import { outputFiles } from './output-files.js'
import { progressTeller } from './progress.js'
import { seal } from './seal.js'
import { cleanerOf, hasSecrets } from './withhold.js'

export interface Applying {
  context: Context
  identities: Identities
  folder: RunFolder
  run: string
  action: Action
  target?: string
  task: string
  attempt: number
  selections: Selection[]
  /** What an input of a selection's resolution wants. */
  specOf: (selection: Selection, input: string) => InputSpec | undefined
  /** The step's own directory, kept across runs. */
  stateDir: string
  /** Takes what happened; what it is given is already free of secrets. */
  record: (event: RunEvent) => void
}

export interface Started {
  pid: number
  startTime: string
  /** The folder of its cgroup, where it has one. */
  cgroup?: string
  /** Writes `start` and the selections. To be called when the start is on the disk. */
  go(): void
  /** The program's end, recorded. */
  over: Promise<void>
  cancel(): void
  /** Takes secrets out of what it wrote, once its end is on the disk. Absent: it was sent none. */
  seal?: () => void
}

/** A name for one start, fit for a unit and a folder. */
const fenceName = ({ run, task, attempt }: Applying): string =>
  `edgewise-${run}-${task.replace(/[^A-Za-z0-9._-]/g, ':')}.${attempt}`

/**
 * A host may have died after it had started a program for this attempt and before the journal knew: that program was
 * told nothing and did nothing, and what it left has the names that this one needs.
 */
function clearAway({ stdout, stderr }: { stdout: string; stderr: string }): void {
  for (const file of [stdout, stderr])
    try {
      unlinkSync(file)
    } catch {
      // Not there, as a rule; where it is and stays, the start says so.
    }
}

export async function startConsumer(step: Step, applying: Applying): Promise<Fallible<Started, RunEvent>> {
  const { context, task, attempt, record } = applying
  const begun = context.clock.now()
  const failed = (code: string, message: string): Fallible<Started, RunEvent> =>
    err({ type: 'task-ended', task, attempt, ending: { outcome: 'failed', code, message }, took: 0 })

  const spoken = wordsFor(step, applying)
  if (!spoken.ok) return failed('input', spoken.error)
  const cleaner = cleanerOf(context.secrets)
  const progress = progressTeller(context, { step: step.name, task }, () => context.secrets.values())

  let running: Running | undefined
  const heard = hear({
    step: step.name,
    task,
    attempt,
    sent: applying.selections,
    maxBytes: step.limits.output,
    clean: cleaner.clean,
    record,
    onSign: () => running?.touch(),
    onProgress: progress.tell,
  })

  const consumer = step.consumer!
  const files = outputFiles(applying.folder, task, attempt)
  clearAway(files)
  const launched = await launch({
    program: consumer,
    identity: applying.identities.of(consumer),
    role: 'consumer',
    limits: step.limits,
    timeouts: step.timeouts.consumer,
    fence: { fencing: await context.fencing(), name: fenceName(applying) },
    stdout: { file: files.stdout },
    stderr: { file: files.stderr },
    onStdout: chunk => heard.reader.write(chunk),
    onQuiet: ms => context.emit({ type: 'quiet', step: step.name, task, ms }),
    clock: context.clock,
  })
  if (!launched.ok) return failed('spawn', `${launched.error.message} ${launched.error.hint}`)
  const started = launched.value
  running = started

  const over = started.settled.then(end => {
    heard.reader.end(wasCut(end))
    progress.end()
    const ending = conclude({
      role: 'consumer',
      sent: applying.selections.map(({ item, resolution }) => ({ item, resolution })),
      results: heard.results,
      items: heard.items,
      violations: heard.violations,
      timeouts: step.timeouts.consumer,
      stderr: cleaner.lines(started.stderrTail()),
      limit: limitHit(step.limits, end, started.stderrTail()),
      ...howItEnded(end, heard.done),
    })
    tellLeftovers(context, task, end.leftovers)
    record({
      type: 'task-ended',
      task,
      attempt,
      ending: cleaner.clean(ending),
      took: context.clock.now() - begun,
    })
  })
  return ok({
    pid: started.pid,
    startTime: started.startTime,
    ...(started.cgroup === undefined ? {} : { cgroup: started.cgroup }),
    go: () => started.send(spoken.value),
    over,
    cancel: () => started.cancel('cancelled'),
    ...(hasSecrets(applying.selections, context.secrets) ? { seal: () => seal(files, () => cleaner) } : {}),
  })
}

export function tellLeftovers({ emit }: Context, task: string, leftovers: Leftover[]): void {
  for (const { name, pid, ended } of leftovers)
    emit({
      type: 'notice',
      code: 'sandbox.leftover',
      message: `${task} left ${name} (pid ${pid}) behind; ${ended ? 'it was ended' : 'it could not be ended'}`,
    })
}

/** All that the program is told. Files of secrets are read anew at each send. */
function wordsFor(step: Step, applying: Applying): Fallible<string, string> {
  const { context, attempt } = applying
  const start = encodeStart({
    type: 'start',
    protocol: 1,
    role: 'consumer',
    run: applying.run,
    step: step.name,
    action: applying.action,
    ...(applying.target === undefined ? {} : { target: applying.target }),
    stateDir: applying.stateDir,
    ...(step.config ? { config: step.config } : {}),
  })
  if (!start.ok) return err(start.error.message)
  const lines = [start.value]
  for (const selection of applying.selections) {
    const input: Record<string, Scalar> = {}
    for (const [name, value] of Object.entries(selection.input ?? {})) {
      if (typeof value !== 'object') {
        input[name] = value
        continue
      }
      const secret = readSecret(value, context.secrets, selection.address, name)
      if (!secret.ok) return err(`${secret.error.message} ${secret.error.hint}`)
      // A secret comes as text, from a file or a keyboard; the step is sent what its input wants.
      const typed = parseValue(applying.specOf(selection, name) ?? { type: 'string' }, secret.value.value)
      if (!typed.ok)
        return err(`The secret \`${name}\` of ${selection.address} cannot be used: it ${typed.error}.`)
      input[name] = typed.value
    }
    const line = encodeResolve({
      type: 'resolve',
      item: selection.item,
      resolution: selection.resolution,
      attempt,
      fingerprint: selection.fingerprint,
      ...(selection.input ? { input } : {}),
    })
    if (!line.ok) return err(line.error.message)
    lines.push(line.value)
  }
  return ok(lines.join(''))
}
