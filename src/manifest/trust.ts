/** Who could change what is going to be run: anything that a stranger could write is refused, once for each place. */

import { join } from 'node:path'
import { type Sink, visible } from './problem.js'
import type { Asking } from './program.js'
import { stranger } from './walk.js'

/** Each costs a look of about 20 µs, before every check. A folder in `files` with more is refused, not looked at in part. */
const ENTRIES = 50_000

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
    let looked = 0
    for (; ahead.length > 0 && looked + ahead.length <= ENTRIES; looked++) {
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
      if (entries.ok) for (const name of entries.value) ahead.push(join(here, name))
    }
    if (ahead.length > 0)
      report({
        code: 'manifest.too-many-files',
        message: `${what} ${visible(file, 120)} has more than ${ENTRIES} entries, too many to see that none can be changed by others.`,
        hint: 'Name the folders in it that the step really uses.',
        path,
      })
  }
}
