/** Answers that were given before the question: file, options and policy, for what comes up while a run goes on. */

import type { Answers } from '../choice/answers.js'
import { decide } from '../choice/decide.js'
import type { Policy } from '../choice/policy.js'
import type { Address, Choice, Finding } from '../scheduler/model.js'
import type { RunState } from '../scheduler/state.js'
import type { Choosing } from './choose.js'
import type { Context } from './context.js'
import { readSecrets } from './read-secrets.js'

/** A consumer that brings up the same item again and again is not to be answered for ever. */
const mostTimes = 5

export class Standing {
  readonly #context: Context
  readonly #answers: Answers | undefined
  readonly #choosing: Choosing
  /** Questions that are open and were offered, by address and fingerprint. */
  readonly #offered = new Set<string>()
  readonly #times = new Map<Address, number>()

  /** `asked` was offered to these answers already. */
  constructor(
    context: Context,
    answers: Answers | undefined,
    choosing: Choosing,
    asked: Iterable<Finding> = [],
  ) {
    this.#context = context
    this.#answers = answers
    this.#choosing = choosing
    this.#news([...asked])
  }

  choicesFor(state: RunState): Choice[] {
    const { waive = [], accept = 'none' } = this.#choosing
    if (!this.#answers && waive.length === 0 && accept === 'none') return []
    const findings = this.#news([...state.questions.values()].map(question => question.finding))
    if (findings.length === 0) return []
    // What somebody wants to decide themselves is no policy's to decide.
    const isPutOff = ({ address }: Finding): boolean => state.choices.get(address)?.answer.kind === 'later'
    return [
      ...this.#decided(
        findings.filter(finding => !isPutOff(finding)),
        accept,
      ),
      ...this.#decided(findings.filter(isPutOff), 'none'),
    ].filter(choice => choice.answer.kind !== 'later' && this.#isReadable(choice, state))
  }

  #decided(findings: Finding[], policy: Policy): Choice[] {
    const { waive = [], later = [] } = this.#choosing
    const { choices, problems, notes } = decide({
      findings,
      earlier: [],
      ...(this.#answers ? { answers: this.#answers } : {}),
      waives: waive,
      laters: later,
      policy,
      who: this.#context.who,
      at: this.#context.now().toISOString(),
    })
    // The other answers of the file are about other items.
    const asked = new Set(findings.map(finding => finding.address))
    for (const { address, code, message } of [...problems, ...notes])
      if (asked.has(address)) this.#context.emit({ type: 'notice', code, message })
    return choices
  }

  /** Those that have come up since the last look, and may still be answered this way. */
  #news(open: Finding[]): Finding[] {
    const keyed = new Map(open.map(finding => [`${finding.address} ${finding.fingerprint}`, finding]))
    for (const key of this.#offered) if (!keyed.has(key)) this.#offered.delete(key)
    return [...keyed].flatMap(([key, finding]) => {
      if (this.#offered.has(key)) return []
      this.#offered.add(key)
      const times = this.#times.get(finding.address) ?? 0
      this.#times.set(finding.address, times + 1)
      // Each time of the host's own is another failure, and what answers one for good would answer all.
      return times < (finding.source === 'host' ? 1 : mostTimes) ? [finding] : []
    })
  }

  #isReadable(choice: Choice, state: RunState): boolean {
    const read = readSecrets(this.#context, [choice], state.findings)
    if (!read.ok) this.#context.emit({ type: 'notice', code: read.error.code, message: read.error.message })
    return read.ok
  }
}
