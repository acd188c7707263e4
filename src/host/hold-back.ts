/**
 * What keeps a step from going on although nothing is wrong with the run: its programs are not the ones that were
 * committed, or a secret that it needs cannot be had: it was typed into a host that has ended, or its file is gone. Each is a
 * question of that step alone.
 */

import { programDigests } from '../manifest/digests.js'
import type { Step } from '../manifest/step.js'
import { splitAddress } from '../scheduler/findings.js'
import { groupBy } from '../scheduler/group.js'
import {
  type ChangedFile,
  changedPrograms,
  isGoneOnWith,
  lostSecret,
  programsQuestion,
  secretQuestion,
} from '../scheduler/hold.js'
import type { Choice } from '../scheduler/model.js'
import { isApplied, isOver, nodesOf } from '../scheduler/node.js'
import type { RunState } from '../scheduler/state.js'
import type { Context } from './context.js'
import type { OpenedRun } from './opened-run.js'
import { type WithoutSecret, withoutSecret } from './read-secrets.js'

/** Records the questions, and `--changed-programs` as the answer to those about programs. */
export async function holdBack(context: Context, run: OpenedRun, goOn: boolean): Promise<void> {
  const { state } = run
  const { steps, programs } = state.plan
  const now = await programDigests(steps)
  for (const step of steps) askAboutPrograms(run, step, changedFiles(state, step, programs, now))
  const lost = withoutSecret(context, stillToSend(state), state.findings)
  const ofStep = groupBy([...lost], ({ address }) => splitAddress(address).step)
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

function askForSecrets(run: OpenedRun, step: string, without: WithoutSecret[]): void {
  const { state, records } = run
  const address = lostSecret(step)
  const open = state.questions.get(address)?.finding
  if (without.length === 0) {
    if (open)
      run.record({
        type: 'question-withdrawn',
        address,
        why: 'its files can be read again, or nothing of the step needs them any more',
      })
    return
  }
  const lost = without.map(({ address, input, spec, fault: { code, why } }) => ({
    item: splitAddress(address).item,
    input,
    spec,
    why: code === 'choice.secret-lost' ? why : `${why} (mend that, and the next resume reads it)`,
  }))
  const finding = secretQuestion(step, lost, records.length)
  // An answer that is under way to a question that is still the same has to find it.
  if (open?.item.detail !== finding.item.detail) run.record({ type: 'question-raised', finding, task: null })
}

/**
 * Choices that a program which does not run yet is to be sent. What a task that is over was told is not sent again, and its
 * files may be gone; nor is what a consumer that has outlived its host has in hand.
 */
function stillToSend(state: RunState): Choice[] {
  return [...state.choices.values()].filter(({ address }) => {
    const { step, item } = splitAddress(address)
    const nodes = nodesOf(state, step)
    return (
      !item.startsWith('host.') &&
      !state.givenUp.has(step) &&
      !nodes.some(node => node.status === 'running' && node.sent.has(address)) &&
      nodes.some(node => !isOver(node) && !isApplied(node, address))
    )
  })
}
