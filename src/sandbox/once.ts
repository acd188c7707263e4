/** Runs a tool of the system to its end, with a small environment of its own: what it printed and how it ended come out. */

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

/** execa is loaded only when something is run, for the starts of steps do without it (see launch.ts). */
export async function runOnce(path: string, args: string[], how: Once = {}): Promise<Ran> {
  const { execa } = await import('execa')
  const { exitCode, stdout, stderr, timedOut, shortMessage } = await execa(path, args, {
    env: { LANG: 'C.UTF-8', PATH: '/usr/bin:/bin', ...how.env },
    extendEnv: false,
    cwd: how.cwd ?? '/',
    maxBuffer: 1 << 20,
    reject: false,
    stdin: 'ignore',
    ...(how.limit === undefined ? {} : { timeout: how.limit }),
    ...(how.signal === undefined ? {} : { cancelSignal: how.signal }),
  })
  const said =
    stderr?.trim().split('\n')[0] || (timedOut ? 'no answer' : (shortMessage ?? `exit ${exitCode}`))
  return { status: exitCode ?? null, stdout: stdout ?? '', problem: exitCode === 0 ? '' : said.slice(0, 200) }
}
