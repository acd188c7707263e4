/** What being held has to do with how a producer failed: what it said and how it ended in, what to change out. */

import type { Ending } from '../scheduler/model.js'

const WIDEN = 'it is held, and asks no service unless its `sandbox` allows unix-sockets or network'

const HINTS: [RegExp, string][] = [
  [/Bad system call/i, WIDEN],
  [/connect to (?:system )?(?:scope )?bus|\bD-?Bus\b/i, `a producer has no bus: ${WIDEN}`],
  [/Read-only file system|\bEROFS\b/i, 'it is held, and may write only to its own /tmp'],
  [
    /Operation not permitted|\bEPERM\b|Network is unreachable|name resolution/i,
    'it is held: see docs/security.md for what a producer may do',
  ],
]

/** A failure is told as it was, with the hint behind it. */
export function withHeldHint(ending: Ending): Ending {
  if (ending.outcome !== 'failed' || ending.code === 'violation' || ending.code === 'timeout') return ending
  const said = (ending.stderr ?? []).join('\n')
  const hint = ending.exit?.signal === 'SIGSYS' ? WIDEN : HINTS.find(([pattern]) => pattern.test(said))?.[1]
  return hint === undefined ? ending : { ...ending, message: `${ending.message ?? 'it failed'} (${hint})` }
}
