/** Runs a tool of the system to its end, with a small environment of its own: what it printed and how it ended come out. */

import type { Readable } from 'node:stream'

export interface Ran {
  /** Null where it was not started, or did not exit by itself. */
  status: number | null
  stdout: string
  /** Its last words, or why it did not run; empty where it exited with 0. */
  problem: string
}

export interface Once {
  /** Milliseconds; absent: as long as it takes. */
  limit?: number
  env?: Record<string, string>
  cwd?: string
  /** Ends the wait and the tool. */
  signal?: AbortSignal
}

/** What comes this long after its exit is not waited for. Milliseconds. */
const DRAIN_MS = 2000
/** Bytes that are kept of what it prints. */
const MOST = 1 << 20

/**
 * execa settles when the pipes are closed, and its time limit ends the tool alone: who was left with them would hold the
 * host for ever. So the exit counts, and what comes within a moment after it. execa is loaded only when something is
 * run, for the starts of steps do without it (see launch.ts).
 */
export async function runOnce(path: string, args: string[], how: Once = {}): Promise<Ran> {
  const { execa } = await import('execa')
  const child = execa(path, args, {
    buffer: false,
    env: { LANG: 'C.UTF-8', PATH: '/usr/bin:/bin', ...how.env },
    extendEnv: false,
    cwd: how.cwd ?? '/',
    reject: false,
    // It would listen to signals, and leave SIGXFSZ deadly afterwards, which Node ignores: a full disk is to be an error.
    cleanup: false,
    stdin: 'ignore',
    ...(how.limit === undefined ? {} : { timeout: how.limit }),
    ...(how.signal === undefined ? {} : { cancelSignal: how.signal }),
  })
  const texts = [child.stdout, child.stderr].map(textOf)
  let timer: NodeJS.Timeout | undefined
  const drained = new Promise<undefined>(resolve => {
    child.once('exit', () => {
      timer = setTimeout(() => resolve(undefined), DRAIN_MS)
    })
  })
  const result = await Promise.race([child, drained])
  clearTimeout(timer)
  child.stdout.destroy()
  child.stderr.destroy()
  const [stdout, stderr] = texts.map(text => text()) as [string, string]
  const status = child.exitCode ?? result?.exitCode ?? null
  const unsaid = result && !result.timedOut ? (result.shortMessage ?? `exit ${status}`) : 'no answer'
  const said = stderr.trim().split('\n')[0] || unsaid
  return { status, stdout, problem: status === 0 ? '' : said.slice(0, 200) }
}

/** Listens at once, or what is said first would be lost; its text without the last line feed. */
function textOf(stream: Readable): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= MOST) chunks.push(chunk)
  })
  return () => Buffer.concat(chunks).toString('utf8').replace(/\n$/, '')
}
