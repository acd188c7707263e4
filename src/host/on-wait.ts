/** Tells a program of the operator's that a run waits, and for what: mail, chat or a ticket is its business. */

import { spawn } from 'node:child_process'
import { err, type Fallible, ok } from '../fallible.js'
import { cleanLine } from '../protocol/text.js'
import { answersTo } from '../report/offer.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import { scrub } from './scrub.js'

/** Milliseconds; then it is killed. */
const patience = 60_000
/** Of its stderr, for the notice. */
const keptBytes = 2000

/** Words split at white space, never by a shell: what needs more than that is a script's to write. */
export const wordsOf = (program: string): string[] => program.split(/\s+/).filter(word => word !== '')

/** What protocol/waiting.schema.json describes. */
export const waitingDocument = (state: RunState, { stateDir, secrets }: Context): object =>
  scrub(
    {
      edgewise: 1,
      type: 'waiting',
      run: state.run,
      name: state.plan.name,
      stateDir,
      for: state.waitingFor,
      questions: [...state.questions.values()].map(({ finding, task }) => ({
        address: finding.address,
        step: finding.step,
        task,
        source: finding.source,
        fingerprint: finding.fingerprint,
        item: finding.item,
        answers: answersTo(finding, stateDir).map(([command, means]) => ({ command, means })),
      })),
    },
    secrets.values(),
  )

/** It is not ended where the host ends first. The host's own user starts it, with the host's own environment; what it prints is not looked at. */
export function tellProgram(
  { clock }: Context,
  program: string,
  document: object,
  letGo: AbortSignal,
): Promise<Fallible<void, string>> {
  const [file = '', ...args] = wordsOf(program)
  return new Promise(resolve => {
    let told = ''
    let late = false
    const child = spawn(file, args, { stdio: ['pipe', 'ignore', 'pipe'], detached: true })
    const callOff = clock.after(patience, () => {
      late = true
      try {
        // Its group: what it started goes with it.
        process.kill(-child.pid!, 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    })
    const over = (why: string | null): void => {
      callOff()
      child.stdin.destroy()
      child.stderr.destroy()
      child.unref()
      const said = cleanLine(told.trim().split('\n').at(-1) ?? '', 300)
      resolve(why === null ? ok(undefined) : err(said === '' ? why : `${why}: ${said}`))
    }
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      told = (told + chunk).slice(-keptBytes)
    })
    child.stdin.on('error', () => {}) // It may end without reading.
    child.on('error', error => over(`it could not be started (${(error as NodeJS.ErrnoException).code})`))
    letGo.addEventListener('abort', () => over('the host ended before it did'))
    child.on('exit', (status, signal) => {
      if (late) over(`it was killed after ${patience / 1000} s`)
      else if (signal !== null) over(`it was ended by ${signal}`)
      else over(status === 0 ? null : `it ended with status ${status}`)
    })
    child.stdin.end(`${JSON.stringify(document)}\n`)
  })
}
