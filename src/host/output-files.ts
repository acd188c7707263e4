/** Where the output of an attempt is kept. */

import { join } from 'node:path'
import type { RunFolder } from '../journal/runs.js'

export const outputFiles = (
  folder: RunFolder,
  task: string,
  attempt: number,
): { stdout: string; stderr: string } => ({
  stdout: join(folder.tasks, `${task}.${attempt}.out`),
  stderr: join(folder.tasks, `${task}.${attempt}.err`),
})
