/** A consumer that outlived its host: heard from its first word, each recorded once, and followed until nobody of it is left. */

import { statSync } from 'node:fs'
import type { RunFolder } from '../journal/runs.js'
import type { Step } from '../manifest/step.js'
import { attach } from '../sandbox/attach.js'
import { ageOf } from '../sandbox/processes.js'
import type { RunEvent } from '../scheduler/event.js'
import type { Outlived } from './catch-up.js'
import { tellLeftovers } from './consumer.js'
import type { Context } from './context.js'
import { outputFiles } from './output-files.js'
import { progressTeller } from './progress.js'
import { endOf, hearOn } from './recover.js'
import { seal } from './seal.js'
import { hasSecrets } from './withhold.js'

export interface Attaching {
  context: Context
  folder: RunFolder
  record: (event: RunEvent) => void
}

/** What a live consumer is to its driver, whoever started it. */
export interface Followed {
  /** Its end, recorded. */
  over: Promise<void>
  cancel(): void
  /** Takes secrets out of what it wrote, once its end is on the disk. Absent: it was sent none. */
  seal?: () => void
}

export function attachConsumer(
  { node, cleaner }: Outlived,
  step: Step,
  { context, folder, record }: Attaching,
): Followed {
  const { clock } = context
  const task = node.id
  const files = outputFiles(folder, task, node.attempt)
  const ran = ageOf(node.pid!)
  const begun = clock.now() - ran
  const progress = progressTeller(context, { step: step.name, task }, () => context.secrets.values())
  let touch = (): void => {}
  let isCancelled = false
  const heard = hearOn(node, cleaner, {
    record,
    onSign: () => touch(),
    onProgress: said => progress.tell(cleaner.clean(said)),
  })
  const follow = async (): Promise<void> => {
    const attached = await attach({
      id: node.pid!,
      cgroup: node.pid!.cgroup,
      ...files,
      timeouts: step.timeouts.consumer,
      past: { total: ran, idle: Math.min(ran, quietFor(files.stdout, context.now().getTime())) },
      onStdout: chunk => heard.reader.write(chunk),
      onQuiet: ms => context.emit({ type: 'quiet', step: step.name, task, ms }),
      clock,
    })
    touch = () => attached.touch()
    cancel = () => attached.cancel('cancelled')
    if (isCancelled) cancel()
    const { ended, leftovers } = await attached.settled
    heard.reader.end(ended !== undefined)
    progress.end()
    tellLeftovers(context, task, leftovers)
    record(
      endOf(node, heard, cleaner, {
        took: clock.now() - begun,
        stderr: attached.stderrTail(),
        isWhole: true,
        timeouts: step.timeouts.consumer,
        ...(ended === 'total' || ended === 'cancelled' ? { ended } : {}),
      }),
    )
  }
  let cancel = (): void => {
    isCancelled = true
  }
  const sealed = hasSecrets(node.task!.selections, context.secrets)
    ? { seal: () => seal(files, () => cleaner) }
    : {}
  return { over: follow(), cancel: () => cancel(), ...sealed }
}

/** Milliseconds since it last wrote; by the wall clock, for that is what files bear. */
function quietFor(path: string, now: number): number {
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return Math.max(0, now - written)
}
