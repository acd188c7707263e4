/**
 * Ends the producers of a host that was killed. One small shell watches a pipe that only the host holds: the kernel
 * closes it with the host, however that ends, and the shell then kills the groups that were still running. A parent
 * death signal would cost every start another exec and would reach the leader alone, not what it started.
 */

import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import type { ProcessId } from './processes.js'

/** `+ pid start` and `- pid start` come in. A pid with another start time is a stranger's by then. */
const WATCH = `
live=' '
while read -r what pid born; do
  case $what in
    +) live="$live$pid:$born " ;;
    -) case $live in *" $pid:$born "*) live="\${live%%" $pid:$born "*} \${live#*" $pid:$born "}" ;; esac ;;
  esac
done
for one in $live; do
  pid=\${one%%:*}
  stat=
  { while IFS= read -r line; do stat="$stat $line"; done < "/proc/$pid/stat"; } 2>/dev/null
  set -f -- \${stat##*) }
  [ $# -lt 20 ] || { shift 19; [ "$1" = "\${one##*:}" ]; } || continue
  kill -s KILL -- "-$pid" 2>/dev/null
done
`

let guard: ChildProcess | undefined
const live = new Set<ProcessId>()

export function protect(id: ProcessId): void {
  live.add(id)
  if (guard) tell('+', id)
  else start()
}

export function release(id: ProcessId): void {
  live.delete(id)
  tell('-', id)
}

function start(): void {
  try {
    guard = spawn('/bin/sh', ['-c', WATCH, 'edgewise-guard'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', NODE_V8_COVERAGE: undefined },
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
  for (const id of live) tell('+', id)
}

function tell(what: '+' | '-', id: ProcessId): void {
  guard?.stdin?.write(`${what} ${id.pid} ${id.startTime}\n`)
}
