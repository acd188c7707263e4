/** Flags become the places where choices come from; at a terminal a person is one of them. */

import { confirmCommit } from '../choice/confirm.js'
import { promptChoices } from '../choice/prompt.js'
import { describeAnswer } from '../choice/summary.js'
import type { Choosing } from '../host/choose.js'
import { cleanLine } from '../protocol/text.js'
import type { Plan } from '../scheduler/model.js'
import type { SharedFlags } from './main.js'
import type { Session } from './session.js'

export const choosingOf = (flags: Pick<SharedFlags, 'accept' | 'waive' | 'answers'>): Choosing => ({
  accept: flags.accept,
  waive: flags.waive,
  ...(flags.answers === undefined ? {} : { answers: flags.answers }),
})

const terminalOf = (session: Session) => ({
  input: process.stdin,
  output: process.stderr,
  color: session.style.color,
})

/** Only where somebody is there to be asked; `before` shows what the questions are about. */
export function askingOf(session: Session): Pick<Choosing, 'ask'> {
  if (!session.interactive) return {}
  const { context } = session
  return {
    ask: async ({ findings, choices }) => {
      session.reporter.close()
      return promptChoices({
        findings,
        choices,
        terminal: terminalOf(session),
        who: context.who,
        now: () => context.now().toISOString(),
        secrets: context.secrets,
      })
    },
  }
}

export async function confirmPlan(session: Session, plan: Plan): Promise<boolean> {
  const findings = new Map(plan.findings.map(finding => [finding.address, finding]))
  const lines = plan.choices.flatMap(choice => {
    const finding = findings.get(choice.address)
    return finding ? [cleanLine(`${choice.address}: ${describeAnswer(finding, choice.answer)}`)] : []
  })
  if (plan.pointOfNoReturn !== null)
    lines.push(`Point of no return: ${plan.pointOfNoReturn}. What comes before it can be undone.`)
  const destructive = plan.graph.tasks.some(task => task.selections.some(selection => selection.destructive))
  return confirmCommit({ lines, destructive, terminal: terminalOf(session) })
}
