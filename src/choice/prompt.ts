/** Choices made at a terminal: findings and the choices that stand in, all choices after a last look, or a cancel, out. */

import { styleText } from 'node:util'
import { err, type Fallible, ok } from '../fallible.js'
import { isBound } from '../scheduler/findings.js'
import type { Address, Answer, Choice, Finding, Who } from '../scheduler/model.js'
import { askItem } from './question.js'
import { isLost, type SecretStore } from './secrets.js'
import type { Terminal } from './streams.js'
import { describeAnswer } from './summary.js'
import { Dialogue, type Reply } from './terminal.js'
import { askingOrder, branchOf } from './tree.js'
import { wrap } from './wrap.js'

export interface Prompting {
  findings: Finding[]
  /** What stands already; it is not asked again, but can be changed at the last look. */
  choices: Choice[]
  terminal: Terminal
  who: Who
  /** ISO 8601, UTC. */
  now: () => string
  secrets: SecretStore
  signal?: AbortSignal
  /** What is asked can be put off until the run. Default false: it is the run that asks. */
  mayWait?: boolean
}

/**
 * Errors, warnings and recommendations without a choice are asked, follow-ups as soon as their branch is chosen.
 * Returns all choices, those that stood included. Never call it without a terminal: that is a bug, and throws.
 */
export async function promptChoices(prompting: Prompting): Promise<Fallible<Choice[], 'cancelled'>> {
  const prompts = await import('@clack/prompts')
  const dialogue = new Dialogue(prompts, prompting.terminal, prompting.signal)
  const round = new Round(prompting, dialogue)
  try {
    const finished = await round.run()
    if (!finished) round.forgetSecrets()
    if (!finished) prompts.cancel('Stopped.', { output: dialogue.output })
    return finished ? ok(round.choices()) : err('cancelled')
  } finally {
    dialogue.close()
  }
}

class Round {
  readonly #prompting: Prompting
  readonly #dialogue: Dialogue
  readonly #choices: Map<Address, Choice>
  /** Recommendations that were left without a reason. */
  readonly #left = new Set<Address>()
  /** What was asked, the latest last: Escape goes back along it. */
  readonly #history: Address[] = []
  /** To be asked next, although something else would come first. */
  #again: { address: Address; before: Answer | undefined } | undefined

  constructor(prompting: Prompting, dialogue: Dialogue) {
    this.#prompting = prompting
    this.#dialogue = dialogue
    const findings = new Map(prompting.findings.map(finding => [finding.address, finding]))
    const standing = prompting.choices.filter(choice => {
      const finding = findings.get(choice.address)
      return finding !== undefined && stands(finding, choice) && !isLost(choice, prompting.secrets)
    })
    this.#choices = new Map(standing.map(choice => [choice.address, choice]))
  }

  /** False where the person stopped. */
  async run(): Promise<boolean> {
    if (!this.#next()) return true
    this.#introduce()
    for (;;) {
      const finding = this.#next()
      const goOn = finding ? await this.#ask(finding) : await this.#lastLook()
      if (goOn !== undefined) return goOn
    }
  }

  choices(): Choice[] {
    return this.#order().flatMap(({ address }) => this.#choices.get(address) ?? [])
  }

  /** What was typed for nothing is not to be kept, not even in memory. */
  forgetSecrets(): void {
    for (const address of this.#history) this.#prompting.secrets.forget(address)
  }

  #order(): Finding[] {
    return askingOrder(this.#prompting.findings, this.#choices)
  }

  #next(): Finding | undefined {
    const again = this.#again?.address
    const open = this.#order().filter(
      ({ address }) => !this.#choices.has(address) && !this.#left.has(address),
    )
    return open.find(({ address }) => address === again) ?? open[0]
  }

  #introduce(): void {
    const { prompts, output, width } = this.#dialogue
    const open = this.#order().filter(({ address }) => !this.#choices.has(address))
    const counted = (['error', 'warning', 'recommendation'] as const).flatMap(severity => {
      const count = open.filter(({ item }) => item.severity === severity).length
      return count > 0 ? `${count} ${severity}${count > 1 ? 's' : ''}` : []
    })
    prompts.intro(this.#dialogue.beside(`To decide: ${counted.join(', ')}`), { output })
    const keys =
      'Enter takes the marked answer, Esc goes back, Ctrl-C stops. Nothing is changed while you choose.'
    prompts.log.message(
      wrap(keys, width).map(line => styleText('dim', line)),
      { output, spacing: 0 },
    )
  }

  async #ask(finding: Finding): Promise<boolean | undefined> {
    const { secrets, who, now, mayWait = false } = this.#prompting
    const { address, fingerprint } = finding
    const before = this.#again?.address === address ? this.#again.before : undefined
    const first = this.#history.length === 0
    const reply = await askItem(this.#dialogue, {
      finding,
      first,
      mayWait,
      secrets,
      ...(before && { before }),
    })
    if (reply.kind === 'stop') return false
    if (reply.kind === 'back') {
      const previous = this.#history.pop()
      if (previous !== undefined) this.#forget(previous)
      return undefined
    }
    this.#again = undefined
    this.#history.push(address)
    const answer = reply.value
    if (answer) this.#choices.set(address, { address, fingerprint, answer, who, at: now(), via: 'prompt' })
    else this.#left.add(address)
    return undefined
  }

  /** The answer goes, and with it every answer that was given only because of it. */
  #forget(address: Address): void {
    this.#again = { address, before: this.#choices.get(address)?.answer }
    for (const each of branchOf(this.#prompting.findings, address)) {
      this.#choices.delete(each)
      this.#left.delete(each)
      this.#prompting.secrets.forget(each)
    }
  }

  async #lastLook(): Promise<boolean | undefined> {
    const { prompts, output, width } = this.#dialogue
    const decided = this.#order()
    const lines = decided.flatMap(finding => {
      const choice = this.#choices.get(finding.address)
      const told = describeAnswer(finding, choice?.answer)
      return [
        ...wrap(finding.address, width).map(line => styleText('dim', line)),
        ...wrap(told, width - 2).map(line => `  ${line}`),
      ]
    })
    prompts.log.step([styleText('bold', 'Decided'), ...lines].join('\n'), { output })
    const reply: Reply<string> = await this.#dialogue.ask(({ input, output: screen, signal }) =>
      prompts.select({
        input,
        output: screen,
        signal,
        showInstructions: false,
        message: 'Is this right?',
        options: [
          { value: GO_ON, label: 'Yes, go on' },
          ...decided.map(({ address }) => ({
            value: address,
            label: this.#dialogue.label(`Change ${address}`),
          })),
          { value: STOP, label: this.#dialogue.label('Stop here and decide nothing') },
        ],
      }),
    )
    if (reply.kind === 'stop') return false
    const picked = reply.kind === 'back' ? this.#history.pop() : reply.value
    if (picked === GO_ON) return true
    if (picked === STOP) return false
    if (picked !== undefined) this.#forget(picked)
    return undefined
  }
}

const stands = (finding: Finding, choice: Choice): boolean =>
  choice.answer.kind === 'later' ? choice.fingerprint === finding.fingerprint : isBound(finding, choice)

const GO_ON = '.go-on'
const STOP = '.stop'
