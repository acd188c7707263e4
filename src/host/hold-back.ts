/**
 * What keeps a step from going on although nothing is wrong with the run: its programs are not the ones that were
 * committed, or a secret that it needs was typed into a host that has ended. Each is a question of that step alone.
 */

import { isLost } from '../choice/secrets.js'
import { programDigests } from '../manifest/digests.js'
import type { Step } from '../manifest/step.js'
import { chosenResolution, splitAddress } from '../scheduler/findings.js'
import { groupBy } from '../scheduler/group.js'
import {
  type ChangedFile,
  changedPrograms,
  isGoneOnWith,
  type LostSecret,
  lostSecret,
  programsQuestion,
  secretQuestion,
} from '../scheduler/hold.js'
import type { Choice } from '../scheduler/model.js'
import { isOver, nodesOf } from '../scheduler/node.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import type { OpenedRun } from './opened-run.js'

/** Records the questions, and `--changed-programs` as the answer to those about programs. */
export async function holdBack(
  context: Context,
  run: OpenedRun,
  lost: Choice[],
  goOn: boolean,
): Promise<void> {
  const { state } = run
  const { steps, programs } = state.plan
  const now = await programDigests(steps)
  for (const step of steps) askAboutPrograms(run, step, changedFiles(state, step, programs, now))
  const ofStep = groupBy(lost, ({ address }) => splitAddress(address).step)
  for (const { name } of steps) askForSecrets(run, name, ofStep.get(name) ?? [])
  if (!goOn) return
  for (const { name } of steps) {
    const question = state.questions.get(changedPrograms(name))
    if (!question) continue
    const { address, fingerprint } = question.finding
    const answer = { kind: 'resolution', resolution: 'go-on' } as const
    const at = context.now().toISOString()
    run.record({
      type: 'choice-made',
      choice: { address, fingerprint, answer, who: context.who, at, via: 'option' },
    })
  }
}

function askAboutPrograms(run: OpenedRun, step: Step, changed: ChangedFile[]): void {
  const { state } = run
  const address = changedPrograms(step.name)
  const open = state.questions.get(address)?.finding
  if (changed.length === 0) {
    if (open)
      run.record({ type: 'question-withdrawn', address, why: 'the programs are what they were at commit' })
    return
  }
  const finding = programsQuestion(step.name, changed)
  if (open?.fingerprint === finding.fingerprint || isGoneOnWith(state, finding)) return
  run.record({ type: 'question-raised', finding, task: null })
}

/** Of what the step still runs: all of it while it has a task, and what verifies it once those are over. */
function changedFiles(
  state: RunState,
  step: Step,
  then: Record<string, string>,
  now: Record<string, string>,
): ChangedFile[] {
  const nodes = nodesOf(state, step.name)
  const isOpen = nodes.some(node => !isOver(node))
  const isVerified = step.verify && nodes.every(node => node.status === 'settled')
  if (state.givenUp.has(step.name) || (!isOpen && !isVerified)) return []
  const programs = [step.producer, ...(isOpen && step.consumer ? [step.consumer] : [])]
  const isPart = (path: string): boolean =>
    programs.some(program => program.executable === path) ||
    step.files.some(file => path === file || path.startsWith(`${file}/`))
  return [...new Set([...Object.keys(then), ...Object.keys(now)])]
    .filter(path => isPart(path) && then[path] !== now[path])
    .sort()
    .map(path => ({ path, ...(now[path] === undefined ? {} : { digest: now[path] }) }))
}

function askForSecrets(run: OpenedRun, step: string, choices: Choice[]): void {
  const { state, records } = run
  const address = lostSecret(step)
  const open = state.questions.has(address)
  if (choices.length === 0) {
    if (open)
      run.record({ type: 'question-withdrawn', address, why: 'nothing of the step needs it any more' })
    return
  }
  if (open) return
  const lost = choices.flatMap((choice): LostSecret[] => {
    const { item } = splitAddress(choice.address)
    const finding = state.findings.get(choice.address)
    const specs = finding && chosenResolution(finding, choice)?.inputs
    const input = choice.answer.kind === 'resolution' ? (choice.answer.input ?? {}) : {}
    return Object.entries(input).flatMap(([name, value]) =>
      typeof value === 'object' && value.secret === 'memory'
        ? [{ item, input: name, spec: specs?.[name] ?? { type: 'string' } }]
        : [],
    )
  })
  run.record({ type: 'question-raised', finding: secretQuestion(step, lost, records.length), task: null })
}

/** Those that are still to be sent by a program that does not run yet, and whose secret is in nobody's memory. */
export function lostChoices(context: Context, { state }: OpenedRun, choices: Choice[]): Choice[] {
  return choices.filter(choice => {
    const { step, item } = splitAddress(choice.address)
    const isInHand = nodesOf(state, step).some(
      node => node.status === 'running' && node.sent.has(choice.address),
    )
    return !item.startsWith('host.') && !isInHand && isLost(choice, context.secrets)
  })
}
