/**
 * Ends the producers of a host that was killed. One small shell waits on a pipe that only the host holds: the kernel
 * closes it with the host, however that ends, and the shell then kills whoever bears the host's mark. A parent death
 * signal would cost every start another exec and would reach the program alone, not what it started.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { everyProcess, type ProcessStat } from './processes.js'

/** Environment variable of every producer: which host it belongs to, and which of its starts it was. */
const NAME = 'EDGEWISE_START'

/** A marked process goes with the group that it leads; in someone else's group it goes alone. */
const WAIT_AND_KILL = `
while read -r line; do :; done
for round in 1 2 3 4 5; do
  marked=$(grep -lsF "$1" /proc/[0-9]*/environ)
  [ -n "$marked" ] || exit 0
  for file in $marked; do
    pid=\${file#/proc/}
    pid=\${pid%/environ}
    stat=
    { while IFS= read -r line; do stat="$stat $line"; done < "/proc/$pid/stat"; } 2>/dev/null
    set -f -- "$1" \${stat##*) }
    set +f
    if [ "$4" = "$pid" ]; then kill -s KILL -- "-$pid"; else kill -s KILL "$pid"; fi 2>/dev/null
  done
done
`

const host = crypto.randomUUID()
let serial = 0
let guard: ChildProcess | undefined

export type Mark = { [NAME]: string }

/** What to put into the environment of the next producer. */
export const mark = (): Mark => ({ [NAME]: `${host}.${++serial}` })

/** Whoever bears a mark: the program, what it started, also what went into a session of its own. A scan of /proc. */
export function bearersOf(marked: Mark): ProcessStat[] {
  const wanted = `${NAME}=${marked[NAME]}`
  return everyProcess().filter(stat => {
    try {
      return readFileSync(`/proc/${stat.pid}/environ`, 'latin1').split('\0').includes(wanted)
    } catch {
      return false
    }
  })
}

/** To be called after each start of a producer; nearly always there is nothing to do. */
export function keepGuard(): void {
  if (guard) return
  try {
    guard = spawn('/bin/sh', ['-c', WAIT_AND_KILL, 'edgewise-guard', `${NAME}=${host}.`], {
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
      env: { PATH: '/usr/bin:/bin:/run/current-system/sw/bin', NODE_V8_COVERAGE: undefined },
      // Its own session: Ctrl-C and a terminal that goes away are for the host alone.
      detached: true,
    })
  } catch {
    // No process or no descriptor to be had now: the next start tries again.
    return
  }
  const started = guard
  const gone = (): void => {
    if (guard === started) guard = undefined
  }
  started.on('error', gone).on('exit', gone)
  started.stdin?.on('error', gone)
  // Waiting for it must not keep the host alive: it waits for the host.
  started.unref()
  ;(started.stdin as Socket | null)?.unref()
}
