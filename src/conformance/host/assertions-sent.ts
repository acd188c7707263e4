/** Assertions about what the host sent to the programs of steps, as those logged it. */

import { isDeepStrictEqual } from 'node:util'
import { type HostAssertion, list, quoted } from './assertion.js'
import { type Entry, linesOf } from './log.js'

/** Of the runs of one program that count, one list each. */
export function runsOf(log: readonly Entry[], { step, role, run }: Record<string, unknown>): Entry[][] {
  const runs = new Map<string, Entry[]>()
  for (const entry of log) {
    if (entry.name !== undefined) continue
    if (step !== undefined && entry.step !== step) continue
    if (role !== undefined && entry.role !== role) continue
    if (run !== undefined && entry.run !== run) continue
    const key = `${entry.step} ${entry.role} ${entry.run}`
    runs.set(key, [...(runs.get(key) ?? []), entry])
  }
  return [...runs.values()]
}

export const nameOf = ([first]: readonly Entry[]): string =>
  `the ${first!.role} of ${first!.step}${first!.run > 1 ? ` (run ${first!.run})` : ''}`

const startKeys = ['type', 'protocol', 'run', 'step', 'action', 'target', 'stateDir', 'features']
const orders: Record<string, string[]> = {
  start: ['type', 'protocol', 'role', ...startKeys.slice(2)],
  resolve: ['type', 'item', 'resolution', 'attempt', 'fingerprint'],
}

export const aboutInput: Record<string, HostAssertion> = {
  started({ log }, { step, role, times }) {
    const runs = runsOf(log, { step, role })
    return runs.length === times
      ? []
      : [`the ${role} of ${step} was started ${runs.length} times, and should have been ${times} times`]
  },

  'started-at-most'({ log }, { step, role, times }) {
    const { length } = runsOf(log, { step, role })
    if (length === 0) return [`the ${role} of ${step} was not started`]
    return length <= Number(times) ? [] : [`the ${role} of ${step} was started ${length} times`]
  },

  'start-first'({ log }) {
    return runsOf(log, {}).flatMap(run => {
      const [first, ...rest] = linesOf(run).map(parse)
      if (first?.type !== 'start') return [`${nameOf(run)} was not sent a start as its first line`]
      return rest.some(line => line?.type === 'start') ? [`${nameOf(run)} was sent a second start`] : []
    })
  },

  compact({ log }) {
    return runsOf(log, {}).flatMap(run =>
      linesOf(run).flatMap(line => {
        const value = parse(line)
        if (!value) return [`${nameOf(run)} was sent what is no JSON object: ${quoted(line)}`]
        const found =
          line === JSON.stringify(value) ? [] : [`${nameOf(run)} was not sent compact JSON: ${quoted(line)}`]
        return [...found, ...misplaced(value, nameOf(run))]
      }),
    )
  },

  'ends-with-lf': ({ log }) =>
    log
      .filter(({ what, lf }) => what === 'line' && lf === false)
      .map(entry => `${nameOf([entry])} was sent a last line without LF`),

  'stdin-closed'({ log }, where) {
    return runsOf(log, where).flatMap(run =>
      run.some(({ what }) => what === 'eof') ? [] : [`stdin of ${nameOf(run)} was never closed`],
    )
  },

  config({ scene, log }, { step }) {
    const wanted = scene.steps[step as string]!.config
    return runsOf(log, { step }).flatMap(run => {
      const start = messagesOf(run).find(({ type }) => type === 'start')
      return isDeepStrictEqual(start?.config, wanted)
        ? []
        : [`${nameOf(run)} was sent another config: ${quoted(JSON.stringify(start?.config ?? null))}`]
    })
  },

  input({ scene, log }, { step, item, is }) {
    const wanted = JSON.parse(JSON.stringify(is).replaceAll('{value}', scene.secret))
    const sent = runsOf(log, { step, role: 'consumer' })
      .flatMap(messagesOf)
      .filter(line => line.type === 'resolve' && line.item === item)
    if (sent.length === 0) return [`the consumer of ${step} was not sent ${item}`]
    return sent
      .filter(({ input }) => !isDeepStrictEqual(input, wanted))
      .map(
        ({ input }) =>
          `${item} was sent with the input ${JSON.stringify(input)}, not ${JSON.stringify(wanted)}`,
      )
  },

  attempt({ log }, { step, run, is }) {
    return runsOf(log, { step, role: 'consumer', run })
      .flatMap(messagesOf)
      .filter(({ type, attempt }) => type === 'resolve' && attempt !== is)
      .map(({ item, attempt }) => `${item} was sent with attempt ${attempt}, not ${is}`)
  },

  'same-run'({ log }) {
    const names = runsOf(log, { role: 'consumer' })
      .flatMap(messagesOf)
      .filter(({ type }) => type === 'start')
      .map(({ run }) => String(run))
    const different = [...new Set(names)]
    return different.length > 1
      ? [`consumers of one transition were sent different runs: ${list(different)}`]
      : []
  },

  /** Each as `item=resolution`. */
  sent({ log }, { step, run, resolves, inOrder = true }) {
    const [one] = runsOf(log, { step, role: 'consumer', run })
    if (!one)
      return [`the consumer of ${step} was not started${run === undefined ? '' : ` for the ${run}. time`}`]
    const wanted = resolves as string[]
    const came = linesOf(one)
      .map(parse)
      .filter(line => line?.type === 'resolve')
      .map(line => `${line!.item}=${line!.resolution}`)
    const same = inOrder
      ? JSON.stringify(came) === JSON.stringify(wanted)
      : JSON.stringify([...came].sort()) === JSON.stringify([...wanted].sort())
    return same ? [] : [`${nameOf(one)} was sent ${list(came)}, not ${list(wanted)}`]
  },
}

const messagesOf = (run: readonly Entry[]): Record<string, unknown>[] =>
  linesOf(run).flatMap(line => {
    const value = parse(line)
    return value ? [value] : []
  })

function misplaced(value: Record<string, unknown>, who: string): string[] {
  const order = orders[String(value.type)]
  if (!order) return [`${who} was sent a message of the type ${value.type}`]
  // Keys of later versions come after those that are known, and config and input are always last.
  const rank = (key: string): number => {
    const at = order.indexOf(key)
    return key === 'config' || key === 'input' ? order.length + 1 : at < 0 ? order.length : at
  }
  const keys = Object.keys(value)
  const sorted = [...keys].sort((a, b) => rank(a) - rank(b))
  return JSON.stringify(keys) === JSON.stringify(sorted)
    ? []
    : [`${who} was sent the keys ${keys.join(', ')} of ${value.type}; the order is ${sorted.join(', ')}`]
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
