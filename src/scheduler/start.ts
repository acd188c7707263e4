/** A committed plan becomes the first state of its run. */

import type { Edge, Finding, Plan, Task } from './model.js'
import { adjacencyOf } from './order.js'
import { Queue, type Node, type RunState } from './state.js'

export function startRun(run: string, plan: Plan): RunState {
  const ids = [...plan.graph.tasks.map(task => task.id), ...plan.graph.barriers.map(barrier => barrier.id)]
  const { out, into } = adjacencyOf(ids, plan.graph.edges)
  const unpredicted = new Set(plan.unpredicted)
  const state: RunState = {
    run,
    plan,
    status: 'open',
    waitingFor: null,
    steps: new Map(plan.steps.map(step => [step.name, step])),
    nodes: new Map(),
    out,
    into,
    ofStep: new Map(),
    planned: new Map(plan.findings.map(finding => [finding.address, finding])),
    findings: new Map(plan.findings.map(finding => [finding.address, finding])),
    choices: new Map(plan.choices.map(choice => [choice.address, choice])),
    questions: new Map(),
    attention: new Queue(),
    ready: { reversible: new Queue(), others: new Queue() },
    locks: new Map(),
    lockWaits: new Map(),
    running: 0,
    open: 0,
    backingOff: new Set(),
    deferred: new Set(
      plan.choices.filter(choice => choice.answer.kind === 'later').map(choice => stepOf(plan.findings, choice.address)),
    ),
    verify: null,
    applied: 0,
    rebootPending: false,
    awaitedBoot: null,
  }
  for (const task of plan.graph.tasks) addNode(state, task.id, task, unpredicted.has(task.step))
  for (const barrier of plan.graph.barriers) addNode(state, barrier.id, null, false)
  for (const node of state.nodes.values()) {
    node.missing = into.get(node.id)!.length
    if (node.missing === 0) state.attention.push(node.id)
  }
  return state
}

export function addNode(state: RunState, id: string, task: Task | null, unpredicted: boolean): Node {
  const node: Node = {
    id,
    task,
    status: 'pending',
    settledAs: null,
    missing: 0,
    ground: false,
    doomed: null,
    attempt: 0,
    sent: new Set(),
    results: new Map(),
    rechecked: null,
    lastEnding: null,
    looked: null,
    rounds: { recheck: 0, again: 0, retry: 0 },
    awaitsReboot: false,
    crossed: false,
    brought: [],
    mustCheck: unpredicted ? 'unpredicted' : null,
    byHand: false,
    asks: new Set(),
    pid: null,
  }
  state.nodes.set(id, node)
  state.open++
  if (task) {
    const list = state.ofStep.get(task.step)
    if (list) list.push(id)
    else state.ofStep.set(task.step, [id])
  }
  return node
}

/** A later edge: counted only while its source may still hold its target up. */
export function addEdge(state: RunState, edge: Edge): void {
  state.out.get(edge.from)!.push(edge)
  state.into.get(edge.to)!.push(edge)
  if (!isOver(state.nodes.get(edge.from)!)) state.nodes.get(edge.to)!.missing++
}

export const isOver = (node: Node): boolean =>
  node.status === 'settled' || node.status === 'unreached' || node.status === 'abandoned'

const stepOf = (findings: Finding[], address: string): string =>
  findings.find(finding => finding.address === address)?.step ?? ''
