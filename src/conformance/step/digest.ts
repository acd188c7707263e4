/** Which program it was: sha256 of a file, hex. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export function digestOfProgram(path: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch {
    // It will be told when it cannot be started.
    return null
  }
}
