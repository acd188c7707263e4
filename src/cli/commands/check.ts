/** `edgewise check`: the prediction, and an answers file to fill in. */

import { writeFileSync } from 'node:fs'
import { answersTemplate } from '../../choice/template.js'
import { type CheckReport, check } from '../../host/check.js'
import { type Status, status } from '../../host/status.js'
import { whyUnwritten } from '../../host/unwritten.js'
import { renderPrediction } from '../../report/check.js'
import { offer } from '../../report/offer.js'
import { activeFindings } from '../../scheduler/findings.js'
import { choosingOf } from '../choosing.js'
import type { SharedFlags } from '../main.js'
import { openSession, type Session } from '../session.js'

interface CheckFlags extends SharedFlags {
  writeAnswers?: string
}

export async function runCheck(manifest: string | undefined, flags: CheckFlags): Promise<Status> {
  const session = openSession('check', flags, 'quiet')
  const checked = await check(session.context, {
    manifest: manifest ?? 'transition.yaml',
    action: flags.action,
    ...choosingOf(flags),
  })
  if (!checked.ok) return session.refuse(checked.error)
  const report = checked.value
  session.reporter.close()
  const free = report.identities.holding.unconfined !== null
  session.print(describe(report, session, flagsAsTyped(manifest, flags, free)))
  if (flags.writeAnswers !== undefined) {
    const written = writeAnswers(flags.writeAnswers, report, session, applying(manifest, flags, free))
    if (written !== null)
      return session.refuse({
        code: 'answers.unwritable',
        status: status.usage,
        message: written,
        hint: 'Name another file.',
      })
  }
  const { verdict } = report.prediction
  const exit = verdict === 'blocked' ? status.blocked : verdict === 'undecided' ? status.undecided : status.ok
  return session.end({ verdict, committed: false, changed: false, exit })
}

/** Answers are taken from one file: the new one holds what was chosen by the old. */
const applying = (
  manifest: string | undefined,
  { writeAnswers, ...flags }: CheckFlags,
  free: boolean,
): string => {
  const typed = flagsAsTyped(
    manifest,
    writeAnswers === undefined ? flags : { ...flags, answers: writeAnswers },
    free,
  )
  return offer(['apply', ...(typed.manifest === undefined ? [] : [typed.manifest]), ...typed.flags])
}

/** The words that make the same choices again, so that the next command can be typed as it stands. */
const flagsAsTyped = (
  manifest: string | undefined,
  flags: SharedFlags,
  free: boolean,
): { manifest?: string; flags: string[] } => ({
  ...(manifest === undefined ? {} : { manifest }),
  flags: [
    ...(flags.action === 'switch' ? [] : ['--action', flags.action]),
    ...(flags.answers === undefined ? [] : ['--answers', flags.answers]),
    ...(flags.accept === 'none' ? [] : ['--accept', flags.accept]),
    ...flags.waive.flatMap(({ address, reason }) => ['--waive', `${address}=${reason}`]),
    ...flags.later.flatMap(address => ['--later', address]),
    // Where producers are held it does nothing.
    ...(free ? ['--allow-unconfined-producers'] : []),
    ...(flags.stateDir === undefined ? [] : ['--state-dir', flags.stateDir]),
  ],
})

function describe(report: CheckReport, session: Session, typed: ReturnType<typeof flagsAsTyped>): string {
  const { prediction, manifest, choices } = report
  return renderPrediction({
    prediction,
    findings: activeFindings(report.found, choices),
    choices: [...choices.values()],
    endings: [...report.findings.values()],
    reboots: report.reboots,
    steps: manifest.steps,
    style: session.style,
    ...typed,
  })
}

/** Never over a file that is there: it may hold answers that took somebody an afternoon. */
function writeAnswers(path: string, report: CheckReport, session: Session, next: string): string | null {
  const text = answersTemplate({
    name: report.manifest.name,
    created: session.context.now().toISOString(),
    findings: report.found,
    choices: [...report.choices.values()],
  })
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
    session.print(`Wrote ${path}: choose in it, then: ${next}`)
    return null
  } catch (error) {
    return `${path} cannot be written: ${whyUnwritten(error)}.`
  }
}
