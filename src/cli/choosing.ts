/** Flags become the places where choices come from; at a terminal a person is one of them. */

import { confirm, confirmCommit } from '../choice/confirm.js'
import { promptChoices } from '../choice/prompt.js'
import type { Choosing } from '../host/choose.js'
import type { Waiting } from '../host/desk.js'
import type { Rebooting } from '../host/reboot.js'
import { cleanLine } from '../protocol/text.js'
import type { Plan } from '../scheduler/model.js'
import type { SharedFlags } from './main.js'
import type { Session } from './session.js'

export const choosingOf = (
  flags: Pick<SharedFlags, 'accept' | 'waive' | 'answers'> & { later?: string[] },
): Choosing => ({
  accept: flags.accept,
  waive: flags.waive,
  later: flags.later ?? [],
  ...(flags.answers === undefined ? {} : { answers: flags.answers }),
})

export const waitingOf = (flags: Pick<SharedFlags, 'wait' | 'onWait'>): Waiting => ({
  wait: flags.wait ?? false,
  ...(flags.onWait === undefined ? {} : { onWait: flags.onWait }),
})

const terminalOf = (session: Session) => ({
  input: process.stdin,
  output: process.stderr,
  color: session.style.color,
})

/** A signal ends a question like Ctrl-C does, and the terminal is given back. */
function stopSignal({ context: { interruption } }: Session): AbortSignal {
  const stop = new AbortController()
  interruption.onChange(() => stop.abort())
  if (interruption.level > 0) stop.abort()
  return stop.signal
}

/** Only where somebody is there to be asked; `before` shows what the questions are about. */
export function askingOf(session: Session): Pick<Choosing, 'ask'> {
  if (!session.interactive) return {}
  const { context } = session
  return {
    ask: async ({ findings, choices, signal }) => {
      session.reporter.close()
      const { stdin } = process
      const asked = await promptChoices({
        findings,
        choices,
        terminal: terminalOf(session),
        who: context.who,
        now: () => context.now().toISOString(),
        secrets: context.secrets,
        signal: signal ? AbortSignal.any([signal, stopSignal(session)]) : stopSignal(session),
        mayWait: signal === undefined,
      })
      if (!asked.ok && (stdin.readableEnded || stdin.destroyed)) session.loseTerminal()
      return asked
    },
  }
}

/** What was chosen has just been looked over; this tells what running it means. */
export async function confirmPlan(session: Session, plan: Plan): Promise<boolean> {
  const working = plan.graph.tasks.filter(task => task.selections.length > 0)
  const destroying = working.filter(task => task.selections.some(selection => selection.destructive))
  const off = plan.choices.filter(choice => choice.answer.kind === 'later').map(choice => choice.address)
  const lines = [
    `${working.length} ${working.length === 1 ? 'task' : 'tasks'}: ${working.map(task => task.id).join(', ')}`,
    plan.pointOfNoReturn === null
      ? 'All of it is stated to be reversible.'
      : `Point of no return: ${plan.pointOfNoReturn}. Only what comes before it is reversible.`,
    ...(off.length === 0 ? [] : [`Decided later, while the run goes on: ${off.join(', ')}`]),
    ...destroying.map(task => `Destroys data: ${task.id}.`),
    ...plan.left.map(({ step, reason }) => cleanLine(`Left out: ${step}: ${reason}`)),
  ]
  return confirmCommit({
    lines,
    destructive: destroying.length > 0,
    terminal: terminalOf(session),
    signal: stopSignal(session),
  })
}

/** At a terminal somebody can be asked, when it comes to that. */
export function rebootingOf(
  session: Session,
  { reboot, yes }: Pick<SharedFlags, 'reboot' | 'yes'>,
): Rebooting {
  return {
    ...(reboot === undefined ? {} : { reboot }),
    ...(session.interactive && !yes
      ? {
          confirmReboot: command => {
            session.reporter.close()
            return confirm({
              lines: [
                cleanLine(
                  `All that can be done before the reboot is done. It would be: ${command.join(' ')}`,
                ),
              ],
              message: 'Reboot the machine now?',
              initial: false,
              terminal: terminalOf(session),
              signal: stopSignal(session),
            })
          },
        }
      : {}),
  }
}
