/** A committed plan becomes the first state of its run. */

import type { RunEvent } from './event.js'
import { groupBy, mapBy } from './group.js'
import type { Edge, Task } from './model.js'
import { isOver } from './node.js'
import { noBrought, nobody, noEdges, noMap, noRounds, noSet } from './nothing.js'
import { Queue } from './queue.js'
import { deferredSteps } from './selections.js'
import type { Node, RunState } from './state.js'
import { attendHolds, holdsOf } from './units.js'

type Committed = Extract<RunEvent, { type: 'run-committed' }>

export function startRun({ run, plan, reboot, unconfined }: Committed): RunState {
  const unpredicted = new Set(plan.unpredicted)
  const state: RunState = {
    run,
    plan,
    status: 'open',
    waitingFor: null,
    rebootDue: false,
    steps: mapBy(plan.steps, step => step.name),
    nodes: new Map(),
    ofStep: new Map(),
    listed: groupBy(plan.findings, finding => finding.step),
    findings: mapBy(plan.findings, finding => finding.address),
    choices: mapBy(plan.choices, choice => choice.address),
    decided: new Map(),
    invalidated: new Set(),
    questions: new Map(),
    held: new Map(),
    givenUp: new Map(),
    letters: new Set(),
    announced: [],
    givingUp: null,
    attention: new Queue(),
    ready: { reversible: new Queue(), others: new Queue() },
    locks: new Map(),
    lockWaits: new Map(),
    freed: new Queue(),
    holds: holdsOf(plan.steps),
    holdAttention: new Queue(),
    toStart: new Queue(),
    starting: new Set(),
    running: 0,
    open: 0,
    backingOff: new Set(),
    deferred: deferredSteps(plan),
    verify: null,
    verifyRounds: 0,
    applied: 0,
    reboots: 0,
    rebootPending: false,
    awaitedBoot: null,
    awaitedSoft: null,
    rebootPolicy: reboot ?? 'ask',
    unconfined: unconfined ?? null,
    rebootAsked: false,
  }
  for (const task of plan.graph.tasks) addNode(state, task.id, task, unpredicted.has(task.step))
  for (const barrier of plan.graph.barriers) addNode(state, barrier.id, null, false)
  for (const edge of plan.graph.edges) addEdge(state, edge)
  for (const node of state.nodes.values()) if (node.missing === 0) state.attention.push(node.id)
  for (const unit of state.holds.keys()) state.holdAttention.push(unit)
  return state
}

export function addNode(state: RunState, id: string, task: Task | null, unpredicted: boolean): Node {
  const node: Node = {
    id,
    task,
    status: 'pending',
    settledAs: null,
    out: [],
    into: task ? noEdges : [],
    missing: 0,
    ground: false,
    doomed: null,
    attempt: 0,
    sent: noMap,
    results: noMap,
    rechecked: false,
    checkedFor: null,
    lastEnding: null,
    looked: null,
    rounds: noRounds,
    wantsReboot: false,
    awaitsReboot: false,
    rebooted: false,
    crossed: false,
    since: state.reboots,
    brought: noBrought,
    passed: noSet,
    mustCheck: unpredicted ? 'unpredicted' : null,
    rechosen: false,
    byHand: false,
    asks: noSet,
    asked: nobody,
    questions: 0,
    pid: null,
    unbegun: false,
  }
  state.nodes.set(id, node)
  state.open++
  if (task) {
    const list = state.ofStep.get(task.step)
    if (list) list.push(id)
    else state.ofStep.set(task.step, [id])
    attendHolds(state, task.step)
  }
  return node
}

/** Counted only while its source may still hold its target up. */
export function addEdge(state: RunState, edge: Edge): void {
  const from = state.nodes.get(edge.from)!
  const to = state.nodes.get(edge.to)!
  from.out.push(edge)
  if (!to.task) to.into.push(edge)
  if (!isOver(from)) to.missing++
}
