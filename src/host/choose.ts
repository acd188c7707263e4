/** Findings become choices: answers file, options and policy first, then a person where there is one. */

import { type Answers, loadAnswers } from '../choice/answers.js'
import { decide, type Note, type Problem } from '../choice/decide.js'
import type { Policy } from '../choice/policy.js'
import { isLost } from '../choice/secrets.js'
import { err, type Fallible, ok } from '../fallible.js'
import type { Diagnostic } from '../manifest/step.js'
import type { Address, Choice, Finding } from '../scheduler/model.js'
import type { Context } from './context.js'
import { readSecrets } from './read-secrets.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'
import { tellNotes, tellWarnings } from './tell.js'
import { refuseIfWritable } from './trust.js'

/** Where choices may come from. */
export interface Choosing {
  /** Path of an answers file. */
  answers?: string
  /** Default none. */
  accept?: Policy
  waive?: { address: Address; reason: string }[]
  /** Put off until the run. */
  later?: Address[]
  /** Told of the answers that were read: a pipe is read only once. */
  onAnswers?: (answers: Answers) => void
  /** Asks a person. Absent: nobody is asked. */
  ask?: (question: Question) => Promise<Fallible<Choice[], 'cancelled'>>
}

export interface Question {
  findings: Finding[]
  choices: Choice[]
  /** Errors and warnings that are open, in the order in which people are asked. */
  open: Finding[]
  /** While a run waits for it; ends the question when it is answered elsewhere. */
  signal?: AbortSignal
}

export interface Chosen {
  choices: Map<Address, Choice>
  open: Finding[]
  notes: Note[]
}

export async function readAnswers(
  context: Context,
  choosing: Choosing,
): Promise<Fallible<Answers | undefined, Refusal>> {
  if (choosing.answers === undefined) return ok(undefined)
  const safe = refuseIfWritable(choosing.answers, 'the answers')
  if (!safe.ok) return safe
  const { answers, diagnostics } = await loadAnswers(choosing.answers)
  if (answers && diagnostics.every(diagnostic => diagnostic.severity !== 'error')) {
    tellWarnings(context, diagnostics)
    choosing.onAnswers?.(answers)
    return ok(answers)
  }
  return err({
    code: 'answers.invalid',
    status: status.usage,
    message: `${choosing.answers} cannot be used as an answers file.`,
    diagnostics,
  })
}

/** `earlier` are the choices of a plan that was made before. */
export async function choose(
  context: Context,
  found: Finding[],
  answers: Answers | undefined,
  choosing: Choosing,
  earlier: Choice[] = [],
): Promise<Fallible<Chosen, Refusal>> {
  const decided = decide({
    findings: found,
    // A secret that was typed into a host that has ended has to be typed again.
    earlier: earlier.filter(choice => !isLost(choice, context.secrets)),
    ...(answers ? { answers } : {}),
    waives: choosing.waive ?? [],
    laters: choosing.later ?? [],
    policy: choosing.accept ?? 'none',
    who: context.who,
    at: context.now().toISOString(),
  })
  if (decided.problems.length > 0) return err(unusable(decided.problems))
  const { notes, open } = decided
  tellNotes(context, notes)
  const byAddress = new Map(found.map(finding => [finding.address, finding]))
  // Before a person is asked for the rest, and before anything is begun.
  const read = readSecrets(context, decided.choices, byAddress)
  if (!read.ok) return read
  if (choosing.ask && found.length > 0) {
    const asked = await choosing.ask({ findings: found, choices: decided.choices, open })
    if (!asked.ok)
      return err({
        code: 'host.cancelled',
        status: status.interrupted,
        message: 'Nothing was decided, nothing was changed.',
      })
    const choices = mapOf(asked.value)
    return ok({ choices, open: open.filter(finding => !choices.has(finding.address)), notes })
  }
  return ok({ choices: mapOf(decided.choices), open, notes })
}

const mapOf = (choices: Choice[]): Map<Address, Choice> =>
  new Map(choices.map(choice => [choice.address, choice]))

const unusable = (problems: Problem[]): Refusal => ({
  code: 'answers.unusable',
  status: status.usage,
  message:
    problems.length === 1
      ? 'An answer cannot be taken as it is.'
      : `${problems.length} answers cannot be taken as they are.`,
  diagnostics: problems.map(asDiagnostic),
})

function asDiagnostic(problem: Problem): Diagnostic {
  return {
    severity: 'error',
    code: problem.code,
    file: problem.file ?? 'command line',
    ...(problem.line === undefined ? {} : { line: problem.line }),
    ...(problem.column === undefined ? {} : { column: problem.column }),
    text: problem.address,
    message: problem.message,
    ...(problem.hint === undefined ? {} : { hint: problem.hint }),
  }
}
