/**
 * What a consumer wrote stays in the run's folder for people to read. In a run that has secrets it may have written one of them, too: once
 * its end is on record, its stderr is written anew without it, read-only from then on; what it said on stdout is in the journal.
 */

import { closeSync, constants, fstatSync, openSync, readSync, rmSync } from 'node:fs'
import type { JournalRecord } from '../journal/record.js'
import { replaceFile } from '../journal/replace-file.js'
import type { RunFolder } from '../journal/runs.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import { outputFiles } from './output-files.js'
import { choicesIn, learnSecrets } from './scrub.js'
import { type Cleaner, cleanerFor, hasSecrets } from './withhold.js'

/** Bytes of a file that are kept, its last ones. */
const most = 4 * 1024 * 1024

export function seal({ stdout, stderr }: { stdout: string; stderr: string }, cleaner: () => Cleaner): void {
  rmSync(stdout, { force: true })
  try {
    const text = unsealed(stderr)
    if (text !== null) replaceFile(stderr, cleaner().text(text), 0o400)
  } catch {
    // What cannot be made clean is not kept.
    rmSync(stderr, { force: true })
  }
}

/**
 * All attempts whose end is on record: a host may have died before it came to it. Judged now, by what was chosen then; what
 * is returned does it, once the ends are on the disk, and after that choices may have taken the place of those.
 */
export function sealing(
  context: Context,
  folder: RunFolder,
  state: RunState,
  records: readonly JournalRecord[],
): () => void {
  learnSecrets(choicesIn(records), context.secrets)
  const due: [ReturnType<typeof outputFiles>, Cleaner][] = []
  for (const { event, time } of records) {
    if (event.type !== 'task-started') continue
    const node = state.nodes.get(event.task)!
    const isRunning =
      node.status === 'running' && node.attempt === event.attempt && state.status !== 'abandoned'
    if (isRunning || !hasSecrets(node.task!.selections, context.secrets)) continue
    due.push([outputFiles(folder, event.task, event.attempt), cleanerFor(node, context, Date.parse(time))])
  }
  return () => {
    for (const [files, cleaner] of due) seal(files, () => cleaner)
  }
}

/** Null where there is nothing to do. Of a long file the end, from the beginning of a line. */
function unsealed(path: string): string | null {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  try {
    const { mode, size } = fstatSync(fd)
    if ((mode & 0o222) === 0) return null
    const bytes = Buffer.alloc(Math.min(size, most))
    const text = bytes.toString('utf8', 0, readSync(fd, bytes, 0, bytes.length, size - bytes.length))
    return size > most ? text.slice(text.indexOf('\n') + 1 || text.length) : text
  } finally {
    closeSync(fd)
  }
}
