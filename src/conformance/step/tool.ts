/** Runs a program of a fixture: argv with `{dir}` and others filled in, what it printed or why it is no use comes out. */

import { err, type Fallible, ok } from '../../fallible.js'
import { cleanLine } from '../../protocol/text.js'
import { self } from '../../sandbox/identity.js'
import { launch } from '../../sandbox/launch.js'
import type { Failure } from '../trial.js'
import { programOf, variables } from './play.js'
import type { Scratch } from './scratch.js'
import { fillAll, inFolder, placesOf, type Subject } from './subject.js'

/** Fixtures are quick; one that is not over after this long never is. */
const LIMIT_MS = 120_000
const KEPT = 16 * 1024 * 1024

export interface ToolResult {
  status: number | null
  stdout: string
  stderr: string[]
}

export async function runTool(
  what: string,
  argv: readonly string[],
  subject: Subject,
  scratch: Scratch,
  item = '',
): Promise<Fallible<ToolResult, Failure>> {
  const values = { ...placesOf(scratch), item }
  const [program, ...args] = fillAll([...argv], values)
  const chunks: Buffer[] = []
  let size = 0
  const started = await launch({
    program: programOf([inFolder(subject.folder, program!), ...args], subject.folder, variables(scratch)),
    identity: { ...self(), home: scratch.home },
    role: 'producer',
    limits: {},
    timeouts: { idle: null, total: LIMIT_MS },
    stdout: 'pipe',
    stderr: 'pipe',
    onStdout(chunk) {
      size += chunk.length
      if (size <= KEPT) chunks.push(Buffer.from(chunk))
    },
    grace: 0,
  })
  const quoted = `fixtures.${what} (${[program, ...args].join(' ')})`
  if (!started.ok) {
    const { message, hint } = started.error
    return err({ message: `${quoted} could not be run: ${message}`, hint })
  }
  const running = started.value
  running.send('')
  const settled = await running.settled
  const stderr = running.stderrTail().map(line => cleanLine(line, 300))
  if (settled.ended)
    return err({ message: `${quoted} was not over after ${LIMIT_MS / 1000} seconds`, stderr })
  return ok({ status: settled.status, stdout: Buffer.concat(chunks).toString('utf8'), stderr })
}

/** One that has to go well. */
export async function mustRun(
  what: string,
  argv: readonly string[],
  subject: Subject,
  scratch: Scratch,
): Promise<Fallible<string, Failure>> {
  const run = await runTool(what, argv, subject, scratch)
  if (!run.ok) return run
  const { status, stdout, stderr } = run.value
  if (status === 0) return ok(stdout)
  return err({
    message: `fixtures.${what} (${argv.join(' ')}) ended with ${status === null ? 'a signal' : `status ${status}`}`,
    stderr,
    hint: 'The step was not tried: mend the fixture first. {dir} is an empty scratch folder at each setup.',
  })
}
