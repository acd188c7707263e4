/** The edges of the run itself: waiting, resuming, rebooting, growing, verifying, ending. */

import { type Entry, isOver, type Ledger, type RunStanding, told } from './audit-ledger.js'
import { auditChosen } from './audit-start.js'
import { auditUnit, auditUnitsAtEnd } from './audit-unit.js'
import type { RunEvent } from './event.js'
import { chosenResolution, findingsOf } from './findings.js'
import { taskId } from './graph.js'
import type { Finding, Who } from './model.js'
import { isAcyclic } from './order.js'

const edges: Record<string, { from: RunStanding[]; to: RunStanding }> = {
  'run-waiting': { from: ['open', 'verifying'], to: 'waiting' },
  'run-resumed': { from: ['open', 'waiting', 'verifying'], to: 'open' },
  'verify-started': { from: ['open', 'verifying'], to: 'verifying' },
  'run-completed': { from: ['verifying'], to: 'completed' },
  'run-abandoned': { from: ['open', 'waiting', 'verifying'], to: 'abandoned' },
}

export function auditRun(ledger: Ledger, event: RunEvent): void {
  const edge = edges[event.type]
  if (edge && !edge.from.includes(ledger.standing))
    ledger.breach('edge', `${event.type} of a run that was ${ledger.standing}`)
  guard(ledger, event)
  if (edge) ledger.standing = edge.to
}

function guard(ledger: Ledger, event: RunEvent): void {
  switch (event.type) {
    case 'run-resumed':
      known(ledger, event.who, 'who resumed the run')
      if (ledger.boot !== null && event.boot !== ledger.boot)
        ledger.breach('edge', 'the run was resumed under another boot than the record was written under')
      ledger.resumedAt = ledger.seq
      ledger.verifying = null
      for (const entry of ledger.entries.values())
        if (['checking', 'checked', 'ready'].some(one => entry.standing.has(one as never)))
          entry.standing = new Set(['pending'])
      return
    case 'abandon-asked':
      known(ledger, event.who, 'who asked for the end')
      if (event.reason.trim() === '') ledger.breach('end', 'the end was asked for without a reason')
      ledger.isGivingUp = true
      if (ledger.standing === 'waiting') ledger.standing = ledger.verifying ? 'verifying' : 'open'
      return
    case 'reboot-awaited':
      ledger.awaitedBoot = event.boot
      ledger.countsSoftReboots = event.softReboots !== undefined
      if (ledger.boot !== null && event.boot !== ledger.boot)
        ledger.breach('edge', 'a reboot is awaited from another boot than the record was written under')
      return
    case 'reboot-asked':
      if (ledger.awaitedBoot === null)
        ledger.breach('intent', 'the machine was to reboot, and nobody waited for that')
      for (const { id, standing } of ledger.entries.values())
        if (standing.has('running')) ledger.breach('order', `the machine was to reboot while ${id} ran`)
      ledger.isRebootAsked = true
      return
    case 'reboot-refused':
      if (!ledger.isRebootAsked) ledger.breach('edge', 'a reboot was refused that nobody had asked for')
      ledger.isRebootAsked = false
      return
    case 'unit-held':
    case 'unit-released':
    case 'unit-started':
      return auditUnit(ledger, event)
    case 'rebooted':
      return rebooted(ledger, event.from, event.to)
    case 'graph-extended':
      return extended(ledger, event)
    case 'run-waiting':
      return waiting(ledger, event)
    case 'verify-started':
      return verifyStarted(ledger, event.steps)
    case 'step-verifying':
    case 'step-verified':
      return verified(ledger, event)
    case 'run-completed':
      auditUnitsAtEnd(ledger)
      return completed(ledger, event)
    case 'run-abandoned':
      auditUnitsAtEnd(ledger)
      return abandoned(ledger, event)
  }
}

function known(ledger: Ledger, who: Who | null, what: string): void {
  if (!(who && who.uid >= 0 && who.user)) ledger.breach('choice', `it is not told ${what}`)
}

function rebooted(ledger: Ledger, from: string, to: string): void {
  if (from === to && !ledger.countsSoftReboots)
    ledger.breach('edge', 'a reboot is told of, and the boot is the same')
  if (ledger.knownBoot !== null && ledger.knownBoot !== from)
    ledger.breach('edge', 'a reboot is told of from a boot that the run was not under')
  ledger.knownBoot = to
  if (ledger.boot !== null && to !== ledger.boot)
    ledger.breach('edge', 'a reboot is told of by a record of another boot')
  ledger.awaitedBoot = null
  ledger.isRebootAsked = false
  ledger.boots++
  for (const entry of ledger.entries.values()) {
    if (entry.wantsReboot) entry.rebooted = true
    entry.wantsReboot = false
  }
}

const phases = new Set(['now', 'after-boot'])
const kinds = new Set(['needs', 'after', 'item', 'phase', 'barrier'])

/** What was begun is heard out before anything is made of a verification. */
function endOfLooks(ledger: Ledger, what: string): void {
  for (const [step, stands] of ledger.verifying ?? [])
    if (typeof stands === 'string') ledger.breach('end', `${what} before ${step} was verified`)
}

function extended(ledger: Ledger, event: Extract<RunEvent, { type: 'graph-extended' }>): void {
  if (event.why === '') ledger.breach('graph', 'the graph grew without a reason')
  endOfLooks(ledger, 'the graph grows')
  for (const task of event.tasks) {
    const generation =
      1 + Math.max(1, ...(ledger.ofStep.get(task.step) ?? []).map(one => one.task!.generation))
    if (
      task.generation !== generation ||
      !phases.has(task.phase) ||
      task.id !== taskId(task.step, task.phase, generation)
    )
      ledger.breach('graph', `${task.id} is not the next task of ${task.step}`)
    for (const selection of task.selections) auditChosen(ledger, selection)
    if (!ledger.steps.has(task.step))
      ledger.breach('graph', `${task.id} is a task of ${task.step}, which is no step`)
    ledger.add(task.id, task)
  }
  for (const barrier of event.barriers) ledger.add(barrier.id, null)
  for (const edge of event.edges) {
    const target = ledger.entries.get(edge.to)
    if (target && !['pending', 'waiting', 'checked', 'ready'].some(one => target.standing.has(one as never)))
      ledger.breach('graph', `${edge.to} was put behind ${edge.from} when it was ${told(target.standing)}`)
    if (!kinds.has(edge.kind)) ledger.breach('graph', `an edge to ${edge.to} is of no known kind`)
    ledger.connect(edge)
  }
  if (!isAcyclic([...ledger.entries.keys()], [...ledger.into.values()].flat()))
    ledger.breach('graph', 'the graph has grown into a cycle')
  if (ledger.verifying) ledger.standing = 'open'
  ledger.verifying = null
}

function waiting(ledger: Ledger, event: Extract<RunEvent, { type: 'run-waiting' }>): void {
  const busy = [...ledger.entries.values()].filter(
    entry => entry.standing.has('running') || entry.standing.has('checking'),
  )
  for (const { id } of busy) ledger.breach('end', `the run waits while ${id} runs`)
  endOfLooks(ledger, 'the run waits')
  const open = [...ledger.questions.keys()]
  if (event.for === 'reboot') {
    if (open.length > 0) ledger.breach('end', `the run waits for a reboot, and ${open.join(', ')} was open`)
    if (ledger.awaitedBoot === null) ledger.breach('end', 'the run waits for a reboot from no boot')
    return
  }
  if (event.questions.length === 0) ledger.breach('end', 'the run waits for an answer to no question')
  for (const address of event.questions)
    if (!ledger.questions.has(address))
      ledger.breach('end', `the run waits for ${address}, which nobody asked`)
  for (const address of open)
    if (!event.questions.includes(address)) ledger.breach('end', `the run waits and does not name ${address}`)
}

function verifyStarted(ledger: Ledger, steps: string[]): void {
  for (const entry of ledger.entries.values())
    if (!isOver(entry))
      ledger.breach('end', `the run is verified while ${entry.id} is ${told(entry.standing)}`)
  endOfLooks(ledger, 'another verification begins')
  const isWhole = ledger.standing === 'open'
  const isThrough = (step: string): boolean =>
    (ledger.ofStep.get(step) ?? []).every(
      entry => entry.standing.has('settled') && entry.settledAs !== 'reverted',
    )
  for (const step of ledger.steps.values())
    if (
      isWhole &&
      step.verify &&
      !ledger.givenUp.has(step.name) &&
      isThrough(step.name) &&
      !steps.includes(step.name)
    )
      ledger.breach('end', `the verification leaves ${step.name} out`)
  ledger.verifying ??= new Map()
  for (const step of steps) ledger.verifying.set(step, 'due')
}

function verified(
  ledger: Ledger,
  event: Extract<RunEvent, { type: 'step-verifying' | 'step-verified' }>,
): void {
  const { step } = event
  const stands = ledger.verifying?.get(step)
  if (event.type === 'step-verifying') {
    if (stands !== 'due') ledger.breach('end', `${step} is verified out of turn`)
    ledger.verifying?.set(step, 'begun')
    return
  }
  if (stands !== 'begun') ledger.breach('end', `${step} was verified and its producer was never started`)
  if (event.findings.step !== step) ledger.breach('end', `${step} was verified by ${event.findings.step}`)
  ledger.verifying?.set(step, event.unresolved)
  auditUnresolved(ledger, event)
  if (event.findings.outcome === 'ok') ledger.list(step, findingsOf(step, event.findings.items, 'producer'))
  else if (event.unresolved.length === 0)
    ledger.breach('end', `${step} is called verified, and could not look`)
}

/** What is found at the end, and was neither left nor is to change with a reboot, counts as unresolved. */
function auditUnresolved(ledger: Ledger, event: Extract<RunEvent, { type: 'step-verified' }>): void {
  const { step, findings, unresolved } = event
  if (findings.outcome !== 'ok') return
  const found = new Map(findingsOf(step, findings.items, 'producer').map(one => [one.address, one]))
  for (const finding of unresolved)
    if (JSON.stringify(found.get(finding.address)) !== JSON.stringify(finding))
      ledger.breach('end', `${finding.address} is called unresolved, and was not found so`)
  const entries = ledger.ofStep.get(step) ?? []
  const told = new Set(unresolved.map(finding => finding.address))
  for (const { address, item, parent, fingerprint } of found.values()) {
    if (parent || told.has(address)) continue
    const applied = entries.filter(entry => entry.applied.has(address))
    if (applied.some(entry => entry.wantsReboot)) continue
    const choice = ledger.choices.get(address)
    const isLeft = choice?.fingerprint === fingerprint && choice.answer.kind !== 'later'
    const isResolved = applied.some(entry => entry.sent.get(address)?.ends === 'resolved')
    const wasDecided = choice?.answer.kind === 'resolution' || ledger.invalidated.has(address)
    if (!isLeft && (item.severity === 'error' || isResolved || wasDecided))
      ledger.breach('end', `${address} is still there and not called unresolved`)
  }
}

function answerTo(ledger: Ledger, address: string): string | undefined {
  const answer = ledger.choices.get(address)?.answer
  return answer?.kind === 'resolution' ? answer.resolution : undefined
}

/** Accepted as they are, by somebody: one by one, or together as the host asked about them. */
function isAccepted(ledger: Ledger, step: string, unresolved: Finding[]): boolean {
  if (answerTo(ledger, `${step}/host.unresolved`) === 'keep') return true
  return unresolved.every(finding => {
    const choice = ledger.choices.get(finding.address)
    if (choice?.fingerprint !== finding.fingerprint) return false
    return choice.answer.kind === 'waiver' || chosenResolution(finding, choice)?.ends === 'kept'
  })
}

const isInDoubt = (entry: Entry): boolean =>
  !entry.standing.has('settled') && [...entry.sent.keys()].some(address => !entry.applied.has(address))

const isLost = (entry: Entry): boolean => !entry.standing.has('settled') || entry.settledAs === 'reverted'

function completed(ledger: Ledger, event: Extract<RunEvent, { type: 'run-completed' }>): void {
  const entries = [...ledger.entries.values()]
  for (const entry of entries)
    if (isLost(entry)) ledger.breach('end', `the run completed although ${entry.id} was not carried through`)
  for (const step of ledger.givenUp)
    ledger.breach('end', `the run completed although ${step} had been given up`)
  for (const address of ledger.questions.keys())
    ledger.breach('end', `the run completed with the open question ${address}`)
  for (const [step, stands] of ledger.verifying ?? []) {
    if (stands === 'due' || stands === 'begun')
      ledger.breach('end', `the run completed before ${step} was verified`)
    else if (!isAccepted(ledger, step, stands))
      ledger.breach('end', `the run completed although ${step} was unresolved, and nobody had accepted that`)
  }
  const applied = entries.reduce((sum, entry) => sum + entry.applied.size, 0)
  if (applied !== event.applied)
    ledger.breach('end', `the run says that ${event.applied} were applied; ${applied} were`)
  const isPending = entries.some(entry => entry.wantsReboot)
  if (event.rebootPending !== isPending && !entries.some(entry => entry.isByHand))
    ledger.breach('end', `the run says that a reboot is ${event.rebootPending ? '' : 'not '}pending`)
}

function abandoned(ledger: Ledger, event: Extract<RunEvent, { type: 'run-abandoned' }>): void {
  const entries = [...ledger.entries.values()]
  if (event.reason.trim() === '') ledger.breach('end', 'the run was abandoned without a reason')
  if (event.consistent === entries.some(isInDoubt))
    ledger.breach(
      'end',
      `the run was called ${event.consistent ? '' : 'in'}consistent, which does not follow`,
    )
  if (event.who) return known(ledger, event.who, 'who abandoned the run')
  const isGivenUp = [...(ledger.verifying ?? [])].some(
    ([step, stands]) =>
      stands.length > 0 &&
      [`${step}/host.unresolved`, `${step}/host.unstable`].some(
        address => answerTo(ledger, address) === 'abandon',
      ),
  )
  if (!entries.some(isLost) && !isGivenUp && ledger.givenUp.size === 0)
    ledger.breach('end', 'the run was abandoned by nobody, and nothing had been given up')
  for (const entry of entries)
    if (!isOver(entry))
      ledger.breach('end', `the run ended by itself and ${entry.id} was ${told(entry.standing)}`)
}
