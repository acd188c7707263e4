/** Who could change what is going to be run: anything that a stranger could write is refused, once for each place. */

import { join } from 'node:path'
import { type Sink, visible } from './problem.js'
import type { Asking } from './program.js'
import { stranger } from './walk.js'

/** A folder in `files` with more entries than this is looked at no further. */
const ENTRIES = 10_000

export type CheckTrust = (
  file: string,
  what: string,
  trusted: readonly number[],
  path: readonly string[],
) => void

/** `trusted` are uids besides root's and the host's: the one that runs the file, if no other does. */
export const trustChecker = ({ world, walk }: Asking, report: Sink): CheckTrust => {
  const told = new Set<string>()
  const known = new Set<string>()
  return (file, what, trusted, path) => {
    const key = `${trusted.join()} ${file}`
    if (known.has(key)) return
    known.add(key)
    const ahead = [file]
    for (let looked = 0; ahead.length > 0 && looked < ENTRIES; looked++) {
      const here = ahead.pop()!
      const trail = walk(here)
      const found = stranger(world, trail, trusted)
      if (found && !told.has(found.at.path)) {
        told.add(found.at.path)
        const place = visible(found.at.path, 120)
        const own = found.why.startsWith('belongs')
        report({
          code: 'manifest.writable-by-others',
          message: `${what} ${visible(file, 120)} could be changed by others: ${place} ${found.why}.`,
          hint: own
            ? `Give it to root or to the user that runs it (chown ${place}), or put the files elsewhere.`
            : `chmod go-w ${place}`,
          path,
        })
      }
      // Links inside of the folder lead elsewhere, and are followed by the walk only as far as their own file.
      if (trail.end?.inode.kind !== 'directory' || trail.passed.at(-1)?.inode.kind === 'link') continue
      const entries = world.list(here)
      if (entries.ok) ahead.push(...entries.value.slice(0, ENTRIES).map(name => join(here, name)))
    }
  }
}
