// A graph to schedule without running it, and what that takes. As a program of its own: `schedule.mjs CORE TASKS` prints the
// microseconds a task, in a process that has done nothing before.
import { argv } from 'node:process'
import { pathToFileURL } from 'node:url'

/** Each step needs three of the fifty before it; always the same ones. */
export function stepsOf(count) {
  let seed = 1
  const random = below => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  return Array.from({ length: count }, (_, i) => {
    const needs = new Set()
    while (needs.size < Math.min(3, i)) needs.add(`step-${Math.max(0, i - 1 - random(Math.min(i, 50)))}`)
    return {
      name: `step-${i}`,
      producer: {},
      consumer: {},
      needs: [...needs],
      after: [],
      locks: [],
      retries: { max: 0, backoff: 0, afterCrash: 'run' },
      recheck: false,
      verify: false,
      files: [],
    }
  })
}

/** One item a step, and a choice for each. */
export function chosen({ findingsOf }, steps) {
  const found = new Map()
  const choices = new Map()
  for (const { name } of steps) {
    const resolutions = [{ id: 'fix', title: 'Fix it', effects: { reversible: true } }]
    const items = [{ id: 'item', severity: 'error', title: 'It is wrong', fingerprint: 'v1', resolutions }]
    const findings = findingsOf(name, items, 'producer')
    found.set(name, findings)
    const [{ address, fingerprint }] = findings
    choices.set(address, { address, fingerprint, answer: { kind: 'resolution', resolution: 'fix' } })
  }
  return { found, choices }
}

/** User and system time of this process, in microseconds. */
function cpu() {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** A whole run without programs: every start is answered at once by its events. Microseconds a task, and what is left of it. */
export function drive({ buildGraph, fold, next, findingsOf }, count) {
  const steps = stepsOf(count)
  const { found, choices } = chosen({ findingsOf }, steps)
  const graph = buildGraph({ steps, found, choices })
  const plan = {
    steps,
    findings: [...found.values()].flat(),
    choices: [...choices.values()],
    unpredicted: [],
    graph: graph.value,
  }
  const begun = cpu()
  let state = fold(null, { type: 'run-committed', run: 'bench', plan, who: { uid: 0, user: 'root' } })
  const limits = { jobs: 8, mayStart: true }
  const running = []
  for (let head = 0; ; ) {
    const decisions = next(state, limits)
    for (const decision of decisions)
      if (decision.do === 'record') for (const event of decision.events) state = fold(state, event)
      else {
        const { task, attempt, selections } = decision
        const addresses = selections.map(selection => selection.address)
        state = fold(state, {
          type: 'task-started',
          task,
          attempt,
          pid: 1,
          startTime: '1',
          selections: addresses,
        })
        running.push(decision)
      }
    if (decisions.length > 0) continue
    if (head === running.length) break
    const { task, attempt, selections } = running[head]
    running[head++] = undefined
    for (const { address } of selections)
      state = fold(state, { type: 'selection-result', task, attempt, address, status: 'applied' })
    state = fold(state, { type: 'task-ended', task, attempt, ending: { outcome: 'ok' }, took: 1 })
  }
  const took = cpu() - begun
  if (state.status !== 'completed' || state.applied !== count) throw new Error(`the run is ${state.status}`)
  return { took: took / count, left: { plan, state } }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const [, , core, tasks] = argv
  console.log(drive(await import(pathToFileURL(core)), Number(tasks)).took)
}
