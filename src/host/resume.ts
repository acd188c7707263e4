/** Goes on with the open run: what happened meanwhile is recorded first, then open questions are answered, then it runs. */

import { err, type Fallible, ok } from '../fallible.js'
import type { RunEvent } from '../scheduler/event.js'
import { type RunReport, statusOf } from './apply.js'
import { catchUp } from './catch-up.js'
import { type Choosing, choose, readAnswers } from './choose.js'
import type { Context } from './context.js'
import { Desk, type Waiting } from './desk.js'
import { drive } from './drive.js'
import { holdBack } from './hold-back.js'
import { resolveIdentities } from './identities.js'
import { openTheRun } from './opened-run.js'
import { type Rebooting, rebootIfDue, refuseReboot } from './reboot.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'
import { choicesIn, learnSecrets } from './scrub.js'
import { sealing } from './seal.js'
import { sinceCommit } from './since-commit.js'
import { stepDirs } from './step-dirs.js'
import { refuseIfPlanted } from './trust.js'

export interface ResumeOptions extends Choosing, Waiting, Rebooting {
  /** Answers the questions about changed programs: go on with them as they are. */
  changedPrograms?: boolean
  /** Told of what was recorded before, oldest first, so that a report can tell the whole. */
  past?: (event: RunEvent) => void
}

export async function resume(
  context: Context,
  options: ResumeOptions,
): Promise<Fallible<RunReport, Refusal>> {
  const answers = await readAnswers(context, options)
  if (!answers.ok) return answers
  const opened = openTheRun(context, 'resume')
  if (!opened.ok) return opened
  const run = opened.value
  for (const { event } of run.records) options.past?.(event)
  try {
    const { plan } = run.state
    const contradiction = refuseReboot(plan.action, options.reboot)
    if (contradiction) return err(contradiction)
    // What was allowed for a run holds for all of it: at boot there is nobody to say it again.
    const unconfined = context.unconfined || run.state.unconfined !== null
    const identities = await resolveIdentities(context, plan.steps, unconfined)
    if (!identities.ok) return identities
    const safe = refuseIfPlanted(plan.steps, identities.value)
    if (!safe.ok) return safe
    learnSecrets(choicesIn(run.records), context.secrets)
    const own = stepDirs(run.directory, plan.steps, identities.value)
    if (!own.ok) return own
    const soft = run.state.awaitedSoft === null ? null : await context.softReboots()
    const alive = catchUp(context, run, {
      soft,
      ...(options.reboot ? { reboot: options.reboot } : {}),
      unconfined: identities.value.holding.unconfined,
    })
    const seal = sealing(context, run.folder, run.state, run.records)
    await holdBack(context, run, options.changedPrograms ?? false)
    const questions = [...run.state.questions.values()].map(question => question.finding)
    // A person is asked once nothing else is to be done, as in every run that comes to wait.
    const { ask: _, ...unasked } = options
    const chosen = await choose(context, questions, answers.value, unasked)
    if (!chosen.ok) return chosen
    for (const choice of chosen.value.choices.values()) run.record({ type: 'choice-made', choice })
    const durable = run.flush()
    if (!durable.ok) return durable
    seal()

    const begun = context.clock.now()
    const { folder, writer, state } = run
    const driven = await drive(state, {
      context,
      identities: identities.value,
      directory: run.directory,
      folder,
      stepDirs: own.value,
      writer,
      desk: new Desk(context, {
        directory: run.directory,
        choosing: options,
        answers: answers.value,
        asked: questions,
      }),
      alive,
    })
    const failure = driven ?? (await rebootIfDue(context, state, writer, options.confirmReboot))
    if (failure) return err(refusalOfJournal(failure))
    const took = context.clock.now() - begun
    return ok({
      run: state.run,
      folder,
      plan,
      prediction: plan.prediction,
      state,
      took,
      sinceCommit: sinceCommit(context, run.records),
      status: statusOf(state, context),
    })
  } finally {
    run.close()
  }
}
