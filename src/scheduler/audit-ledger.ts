/**
 * What an audit writes down about a run while it reads: kept apart from the state that `fold` makes of the same events,
 * so that an error in the one shows against the other.
 */

import type { Step } from '../manifest/step.js'
import { findingsOf } from './findings.js'
import type { Address, Choice, Edge, Finding, Plan, Selection, Task } from './model.js'

export type Standing =
  | 'pending'
  | 'checking'
  | 'checked'
  | 'ready'
  | 'running'
  | 'applied'
  | 'failed'
  | 'again'
  | 'unknown'
  | 'waiting'
  | 'settled'
  | 'unreached'
  | 'abandoned'

export type RunStanding = 'open' | 'waiting' | 'verifying' | 'completed' | 'abandoned'

export type Rule =
  /** A step that the state machine does not have. */
  | 'edge'
  /** Before what it needs was settled, or before its reboot. */
  | 'order'
  /** An effect or a result without a start that was on the disk first. */
  | 'intent'
  /** Sent without somebody's choice of just that. */
  | 'choice'
  /** A result of something that was not sent, or that was there already. */
  | 'result'
  | 'lock'
  /** Built on what was seen before the ground changed. */
  | 'recheck'
  | 'question'
  | 'graph'
  /** An end that does not follow. */
  | 'end'

export interface Breach {
  seq: number
  rule: Rule
  /** One sentence. */
  message: string
}

export interface Entry {
  id: string
  /** Null for a barrier. */
  task: Task | null
  /** Where it may stand: some events leave that open until the next. */
  standing: ReadonlySet<Standing>
  /** Sequence numbers: its producer's last look, and when it last changed the machine. */
  lookedAt: number
  changedAt: number
  /** When it was over. */
  restedAt: number
  startedAt: number
  pid: number
  attempt: number
  applied: Set<Address>
  sent: Map<Address, Selection>
  /** Of the attempt that runs. */
  sentNow: Set<Address>
  resultsNow: Set<Address>
  asks: Set<Address>
  lastOutcome: string
  lastCode: string
  lastAnswer: string
  /** Nothing but what its own consumer brought up is asked. */
  onlyOwnItems: boolean
  wantsReboot: boolean
  rebooted: boolean
  bornAtBoot: number
  settledAs: string
  isByHand: boolean
  /** Its producer was to look and could not. */
  isBlind: boolean
  /** Its program was started, and never told to begin. */
  isUnbegun: boolean
  retries: number
  isBackingOff: boolean
}

export const isOver = ({ standing }: Entry): boolean =>
  standing.has('settled') || standing.has('unreached') || standing.has('abandoned')

export const told = (standing: ReadonlySet<Standing>): string => [...standing].join(' or ')

export class Ledger {
  readonly breaches: Breach[] = []
  plan: Plan | null = null
  run = ''
  standing: RunStanding = 'open'
  seq = 0
  /** Sequence number up to which all is known to have been on the disk when the current batch began. */
  durable: number | null = null
  boot: string | null = null
  /** The boot that the run knows of: that of its commit, or of the last reboot that was recorded. */
  knownBoot: string | null = null
  boots = 0
  resumedAt = 0
  awaitedBoot: string | null = null
  /** A reboot of what runs on the kernel, which keeps its boot id, would show by a count. */
  countsSoftReboots = false
  isRebootAsked = false
  readonly entries = new Map<string, Entry>()
  readonly ofStep = new Map<string, Entry[]>()
  readonly into = new Map<string, Edge[]>()
  readonly steps = new Map<string, Step>()
  readonly choices = new Map<Address, Choice>()
  /** Resolutions that were chosen, hold no more, and were not chosen anew. */
  readonly invalidated = new Set<Address>()
  readonly questions = new Map<Address, { finding: Finding; task: string | null }>()
  /** By step, what its producer listed last, follow-ups included. */
  readonly listed = new Map<string, Map<Address, Finding>>()
  /** As last seen, by whomever. */
  readonly seen = new Map<Address, Finding>()
  /** What consumers brought up. */
  readonly brought = new Set<Address>()
  /** What people put into the inbox, and was taken. */
  readonly letters = new Set<string>()
  /** Steps that were given up as a whole. */
  readonly givenUp = new Set<string>()
  /** Somebody has asked for the end: nothing new may begin. */
  isGivingUp = false
  readonly locks = new Map<string, string>()
  /** Units that are kept down. */
  readonly held = new Set<string>()
  /** Units that were let go and are to be started. */
  readonly starting = new Set<string>()
  /** Steps that are being verified: those whose turn is to come, those that are looked at, and what others found. */
  verifying: Map<string, 'due' | 'begun' | Finding[]> | null = null

  breach(rule: Rule, message: string): void {
    this.breaches.push({ seq: this.seq, rule, message })
  }

  add(id: string, task: Task | null): void {
    if (this.entries.has(id)) return this.breach('graph', `there are two nodes ${id}`)
    const entry: Entry = {
      id,
      task: task && { ...task },
      standing: new Set(['pending']),
      lookedAt: 0,
      changedAt: -1,
      restedAt: -1,
      startedAt: 0,
      pid: 0,
      attempt: 0,
      applied: new Set(),
      sent: new Map(),
      sentNow: new Set(),
      resultsNow: new Set(),
      asks: new Set(),
      lastOutcome: '',
      lastCode: '',
      lastAnswer: '',
      onlyOwnItems: false,
      wantsReboot: false,
      rebooted: false,
      bornAtBoot: this.boots,
      settledAs: '',
      isByHand: false,
      isBlind: false,
      isUnbegun: false,
      retries: 0,
      isBackingOff: false,
    }
    this.entries.set(id, entry)
    if (task) this.ofStep.set(task.step, [...(this.ofStep.get(task.step) ?? []), entry])
  }

  connect(edge: Edge): void {
    for (const end of [edge.from, edge.to])
      if (!this.entries.has(end)) return this.breach('graph', `an edge names ${end}, which is no node`)
    this.into.set(edge.to, [...(this.into.get(edge.to) ?? []), edge])
  }

  sourcesOf({ id }: Entry): { entry: Entry; edge: Edge }[] {
    return (this.into.get(id) ?? []).map(edge => ({ entry: this.entries.get(edge.from)!, edge }))
  }

  siblingsOf(entry: Entry): Entry[] {
    return (entry.task ? (this.ofStep.get(entry.task.step) ?? []) : []).filter(other => other !== entry)
  }

  stepOf({ task }: Entry): Step | undefined {
    return task ? this.steps.get(task.step) : undefined
  }

  list(step: string, findings: Finding[]): void {
    this.listed.set(step, new Map(findings.map(finding => [finding.address, finding])))
    for (const finding of findings) this.seen.set(finding.address, finding)
  }

  /** What a consumer brought up may have been carried out before: then it has come up anew. */
  bring(entry: Entry, item: Finding['item']): void {
    for (const finding of findingsOf(entry.task!.step, [item], 'consumer')) {
      this.brought.add(finding.address)
      this.seen.set(finding.address, finding)
      const all = this.ofStep.get(finding.step) ?? []
      if (all.some(other => other.applied.has(finding.address))) this.choices.delete(finding.address)
    }
  }

  withdraw(entry: Entry): void {
    for (const address of entry.asks) this.questions.delete(address)
    entry.asks.clear()
    entry.onlyOwnItems = false
  }

  release(entry: Entry): void {
    for (const [lock, holder] of this.locks) if (holder === entry.id) this.locks.delete(lock)
  }
}
