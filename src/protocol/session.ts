/** The rules that hold between the lines of one run (R3 to R6): who may say what, once, in which order, about what. */

import type { Done, InputSpec, Item, ItemBody, Progress, Resolution, Result } from './gen/messages.js'

/** What a rule has against a message: a code without its prefix and the rest of a sentence about the line. */
export interface Breach {
  code: string
  message: string
}

/** Whether the message counts, and what is wrong with it: a result after `done` is wrong and still a fact. */
export interface Judged {
  counts: boolean
  breach?: Breach | undefined
}

export interface SessionOptions {
  role: 'producer' | 'consumer'
  /** The step's own name: `step/item` in `after` then counts as its own item. */
  step?: string
  /** What was sent to a consumer, in order. */
  sent?: readonly { item: string; resolution: string }[]
  /** Ids of own items from earlier runs, to which `after` of a consumer may point. Absent: such references are not judged. */
  known?: ReadonlySet<string>
}

export interface Session {
  done(): Done | undefined
  readonly results: Result[]
  /** Follow-up items are counted too. */
  items(): number
  accept(message: Item | Result | Progress | Done, line: number): Judged
  /** What only shows when all is said: references among items, by the line of the item that holds them. */
  end(): (Breach & { line: number })[]
}

const breach = (code: string, message: string): Judged => ({ counts: false, breach: { code, message } })

/** A cycle among `id -> ids that come before it`, as the ids along it, or undefined. Without recursion: ids are many. */
function cycleIn(after: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const left = new Set<string>()
  for (const root of after.keys()) {
    const path: string[] = []
    const onPath = new Set<string>()
    const work: [string, number][] = [[root, 0]]
    while (work.length > 0) {
      const frame = work.at(-1)!
      const [id, next] = frame
      if (next === 0) {
        if (left.has(id)) {
          work.pop()
          continue
        }
        if (onPath.has(id)) return [...path.slice(path.indexOf(id)), id]
        path.push(id)
        onPath.add(id)
      }
      const target = after.get(id)?.[next]
      if (target === undefined) {
        left.add(id)
        onPath.delete(id)
        path.pop()
        work.pop()
      } else {
        frame[1]++
        work.push([target, 0])
      }
    }
  }
  return undefined
}

const isHosts = (name: string) => name.charCodeAt(0) === 0x68 && name.startsWith('host.')

const breachOfCode = (code: string | undefined): Breach | undefined =>
  code?.startsWith('host.')
    ? { code: 'host-id', message: `gives the code "${code}"; host. is the host's own` }
    : undefined

function breachOfInputs(inputs: Record<string, InputSpec>): Breach | undefined {
  for (const [name, spec] of Object.entries(inputs)) {
    if (spec.secret && (spec.default !== undefined || spec.enum !== undefined))
      return {
        code: 'secret-default',
        message: `gives the secret input "${name}" a default or a list of values`,
      }
    if (spec.default !== undefined && spec.enum !== undefined && !spec.enum.includes(spec.default))
      return {
        code: 'bad-default',
        message: `gives the input "${name}" a default that is not among its values`,
      }
  }
  return undefined
}

const defaults = (resolutions: readonly Resolution[]) =>
  resolutions.filter(resolution => resolution.default).length

function breachOfResolutions(item: string, resolutions: readonly Resolution[]): Breach | undefined {
  for (const resolution of resolutions) {
    if (isHosts(resolution.id))
      return { code: 'host-id', message: `names a resolution "${resolution.id}"; host. is the host's own` }
    const wrong = resolution.inputs && breachOfInputs(resolution.inputs)
    if (wrong) return wrong
  }
  if (resolutions.length < 2) return undefined
  const seen = new Set<string>()
  for (const { id } of resolutions) {
    if (seen.has(id))
      return { code: 'duplicate-resolution', message: `has two resolutions with the id "${id}"` }
    seen.add(id)
  }
  if (defaults(resolutions) < 2) return undefined
  return { code: 'two-defaults', message: `marks more than one resolution of "${item}" as default` }
}

const counted: Judged = { counts: true }

export function createSession(options: SessionOptions): Session {
  const sent = options.sent ?? []
  const order = new Map(sent.map((selection, index) => [selection.item, index]))
  const answered = new Set<string>()
  const ids = new Set<string>()
  const references: { id: string; after: readonly string[]; line: number }[] = []
  const results: Result[] = []
  let next = 0
  let failed = false
  let done: Done | undefined

  /** Takes the ids of an item and of all that follows from it, up to the first thing that is wrong. */
  const breachOfItem = (item: ItemBody, line: number): Breach | undefined => {
    if (isHosts(item.id))
      return { code: 'host-id', message: `names an item "${item.id}"; host. is the host's own` }
    // One look instead of two: a set that did not grow had it already.
    const size = ids.size
    ids.add(item.id)
    if (ids.size === size)
      return {
        code: 'duplicate-item',
        message: `has the id "${item.id}", which another item of this run has`,
      }
    if (item.after) references.push({ id: item.id, after: item.after, line })
    if (item.resolutions === undefined) return undefined
    const wrong = breachOfResolutions(item.id, item.resolutions)
    if (wrong) return wrong
    for (const { items } of item.resolutions) {
      if (items === undefined) continue
      for (const inner of items) {
        const wrong = breachOfItem(inner, line)
        if (wrong) return wrong
      }
    }
    return undefined
  }

  const acceptItem = (item: Item, line: number): Judged => {
    const before = ids.size
    const referred = references.length
    const wrong = breachOfItem(item, line)
    if (wrong === undefined) return counted
    // An item counts as a whole or not at all. A set keeps the order, so what came with it stands at the end.
    for (const id of [...ids].slice(before)) ids.delete(id)
    references.length = referred
    return { counts: false, breach: wrong }
  }

  const acceptResult = (result: Result): Judged => {
    if (options.role === 'producer') return breach('wrong-role', 'is a result, which only consumers send')
    const index = order.get(result.item)
    if (index === undefined)
      return breach('result-not-sent', `is a result for "${result.item}", which was not sent`)
    if (answered.has(result.item)) return breach('result-twice', `is a second result for "${result.item}"`)
    answered.add(result.item)
    results.push(result)
    const inTurn = index === next
    const stopped = failed
    next = Math.max(next, index + 1)
    failed ||= result.status === 'failed'
    // The effect took place whatever the order was, so the result counts.
    if (stopped) {
      const message = `is a result for "${result.item}" after one that failed; stop at the first failure`
      return { counts: true, breach: { code: 'out-of-order', message } }
    }
    if (!inTurn) {
      const message = `is a result for "${result.item}" out of turn; take what is sent in order`
      return { counts: true, breach: { code: 'out-of-order', message } }
    }
    return { counts: true, breach: breachOfCode(result.code) }
  }

  const acceptDone = (message: Done): Judged => {
    if (done) return breach('after-done', 'is a second done; send it once, as the last line')
    done = message
    if (options.role === 'consumer') return { counts: true, breach: breachOfCode(message.code) }
    if (message.outcome === 'again')
      return { counts: true, breach: { code: 'wrong-role', message: 'says again, which only consumers say' } }
    if (message.reboot)
      return {
        counts: true,
        breach: { code: 'wrong-role', message: 'asks for a reboot, which only consumers do' },
      }
    return { counts: true, breach: breachOfCode(message.code) }
  }

  return {
    done: () => done,
    results,
    items: () => ids.size,
    accept(message, line) {
      if (message.type === 'done') return acceptDone(message)
      const late = done !== undefined
      if (late && message.type !== 'result')
        return breach('after-done', 'follows done, which is the last line')
      if (message.type === 'item') return acceptItem(message, line)
      if (message.type === 'progress') return counted
      const judged = acceptResult(message)
      if (late && judged.counts)
        return {
          counts: true,
          breach: { code: 'after-done', message: 'follows done, which is the last line' },
        }
      return judged
    },
    end() {
      const found: (Breach & { line: number })[] = []
      const own = new Map<string, string[]>()
      const prefix = `${options.step}/`
      for (const { id, after, line } of references) {
        for (const address of after) {
          const target = options.step && address.startsWith(prefix) ? address.slice(prefix.length) : address
          if (target.includes('/') || target === '*') continue
          const before = own.get(id)
          if (before) before.push(target)
          else own.set(id, [target])
          const judged = options.role === 'producer' || options.known !== undefined
          if (!judged || ids.has(target) || options.known?.has(target)) continue
          const message = `puts "${id}" after "${target}", which is no item of this step`
          found.push({ code: 'unknown-after', message, line })
        }
      }
      const cycle = cycleIn(own)
      if (cycle) {
        const line = references.find(reference => reference.id === cycle[0])?.line ?? 0
        found.push({
          code: 'after-cycle',
          message: `puts items after each other in a circle: ${cycle.join(' after ')}`,
          line,
        })
      }
      return found
    },
  }
}
