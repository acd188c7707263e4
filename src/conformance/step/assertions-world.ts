/** Assertions about what a program did to the world around it, and when. */

import { type Assertion, list } from './assertion.js'
import { difference } from './picture.js'
import type { Transcript } from './transcript.js'

const waiting = ({ held }: Transcript): string =>
  `at that moment it had said ${held?.lines ?? 0} lines, with results for ${list(held?.results ?? [])}`

/** A secret as it may turn up: as it is, inside JSON, in a listing of arguments, and disguised a little. */
const shapes = (secret: string): string[] => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
]

const betrayed = (text: string, secrets: readonly string[]): boolean =>
  secrets.some(secret => shapes(secret).some(shape => text.includes(shape)))

export const world: Record<string, Assertion> = {
  /** Two snapshots are equal. */
  unchanged: {
    check({ scene }, { from, to }) {
      const [before, after] = [scene.snapshots[from as string]!, scene.snapshots[to as string]!]
      const found = difference(before, after)
      if (found.length === 0) return []
      const more = found.length > 6 ? ` (and ${found.length - 6} more)` : ''
      return [`something was changed: ${found.slice(0, 6).join('; ')}${more}`]
    },
  },
  /** Nobody was still running when it had exited. */
  'leaves-nobody': {
    check: ({ of }) => of.leftovers.map(({ name, pid }) => `it left a process running: ${name} (${pid})`),
  },
  /** A check found each selection in place. */
  'in-place': {
    check({ scene }, { check }) {
      const missing = Object.entries(scene.checks[check as string]!).filter(([, there]) => !there)
      return missing.length === 0
        ? []
        : [`verify says that this is not in place: ${list(missing.map(([item]) => item))}`]
    },
  },
  /** When a result comes, what it stands for is done. */
  'effect-before-result': {
    check: ({ of }) =>
      of.steps
        .filter(({ result, inPlace }) => inPlace[result] === false)
        .map(
          ({ result }) => `the result for ${result} came before its effect: verify does not find it in place`,
        ),
  },
  /** When a result comes, the next selection is not begun. */
  'result-before-next': {
    check: ({ of }) =>
      of.steps.flatMap(({ result, inPlace }) => {
        const behind = of.selections.slice(of.selections.findIndex(({ item }) => item === result) + 1)
        const early = behind.filter(({ item }) => inPlace[item]).map(({ item }) => item)
        return early.length === 0
          ? []
          : [`when the result for ${result} came, ${list(early)} was applied already`]
      }),
  },
  /** While a selection is held up: what has been said by then. */
  'said-while-held': {
    check({ of, scene }, { what }) {
      const item = scene.subject.fixtures.slow?.item ?? ''
      const { held } = of
      if (!held) return ['it was over before anything was held up: fixtures.slow holds nothing']
      const before = of.selections.slice(
        0,
        of.selections.findIndex(one => one.item === item),
      )
      switch (what) {
        case 'no-result-of-it':
          return held.results.includes(item)
            ? [`the result for ${item} came while its effect was held up`]
            : []
        case 'results-before-it': {
          const missing = before.filter(one => !held.results.includes(one.item)).map(one => one.item)
          return missing.length === 0
            ? []
            : [`${item} was begun before the result for ${list(missing)} was there; ${waiting(of)}`]
        }
        case 'progress':
          return held.progress > 0 ? [] : [`it applied ${item} without a word of progress; ${waiting(of)}`]
        default:
          return held.lines > 0 ? [] : [`it waited for ${item}, and no line had come`]
      }
    },
  },
  /** It was held up at all: otherwise what follows proves nothing. */
  'was-held': {
    check({ of, scene }) {
      const item = scene.subject.fixtures.slow?.item ?? ''
      return of.held && !of.held.results.includes(item) ? [] : [`fixtures.slow did not hold up ${item}`]
    },
  },
  /** Told to end with a selection in hand: that one is finished, no other is begun. */
  'finished-in-hand': {
    check({ of, scene }) {
      const item = scene.subject.fixtures.slow?.item ?? ''
      const at = of.selections.findIndex(one => one.item === item)
      const wrong: string[] = []
      const has = (name: string): boolean =>
        of.results.some(one => one.item === name && one.status === 'applied')
      if (!has(item)) wrong.push(`the result for ${item}, which was in hand, is lost`)
      for (const one of of.selections.slice(at + 1))
        if (has(one.item)) wrong.push(`it went on with ${one.item} after SIGTERM`)
      const left = at + 1 < of.selections.length
      const { outcome = 'nothing', code = 'none' } = of.done ?? {}
      if (left && (outcome !== 'again' || code !== 'cancelled'))
        wrong.push(`it said ${outcome} (${code}), not again (cancelled)`)
      return wrong
    },
  },
  /** Where a selection is bound to fail: those before it applied, it failed, none after it. */
  'stopped-at-failure': {
    check({ of, scene }) {
      const item = scene.subject.fixtures.break?.item ?? ''
      const at = of.selections.findIndex(one => one.item === item)
      const wrong: string[] = []
      for (const [index, one] of of.selections.entries()) {
        const status = of.results.find(result => result.item === one.item)?.status ?? 'no result'
        const wanted = index < at ? 'applied' : index === at ? 'failed' : 'no result'
        if (status !== wanted)
          wrong.push(`${one.item}: ${status}, where ${wanted} was due (${item} is bound to fail)`)
      }
      return wrong
    },
  },
  /** No secret in `output` (stdout and stderr), or in what was executed. */
  'keeps-secret': {
    check({ of, scene }, { from }) {
      if (from === 'output')
        return betrayed(of.output, scene.secrets)
          ? ['a secret that it was sent stands in its stdout or stderr']
          : []
      return (of.trace ?? [])
        .filter(line => betrayed(line, scene.secrets))
        .map(
          line =>
            `a secret stands in the arguments or the environment of ${/execve\w*\("([^"]*)"/.exec(line)?.[1] ?? 'a program'}`,
        )
    },
  },
  'no-reboot': {
    check: ({ of }) => [
      ...of.reboots.map(call => `it called ${call.trim()}`),
      ...(of.trace ?? [])
        .filter(line =>
          /\breboot\(|execve\w*\("[^"]*\/(reboot|poweroff|halt|shutdown|telinit|kexec)"/.test(line),
        )
        .filter(line => !line.includes('ENOENT'))
        .map(line => `it called ${line.slice(0, 120)}`),
    ],
  },
  /** It brought a new item and stopped for the answer. */
  'asks-again': {
    check({ of }) {
      if (of.items.length === 0) return ['it brought no new item; fixtures.late promises one']
      const { outcome = 'nothing' } = of.done ?? {}
      return outcome === 'again' || outcome === 'ok' || outcome === 'failed'
        ? []
        : [`after a new item it said ${outcome}`]
    },
  },
  /** An `again` brings a result, an item or a reboot, or was asked for. */
  'again-for-a-reason': {
    check({ of }) {
      if (of.done?.outcome !== 'again' || of.done.code === 'cancelled') return []
      const reason = of.results.length > 0 || of.items.length > 0 || of.done.reboot
      return reason
        ? []
        : ['it said again, and brought no result, item or reboot: it would go on like that for ever']
    },
  },
  'asks-for-reboot': {
    check: ({ of }) =>
      of.done?.reboot ? [] : ['it asked for no reboot; fixtures.reboot promises that it does'],
  },
  /** After a reboot it does not ask for the same one again. */
  'got-further': {
    check({ of }) {
      if (of.done?.outcome === 'ok') return []
      if (of.results.some(({ status }) => status === 'applied')) return []
      return [
        `after the reboot it said ${of.done?.outcome ?? 'nothing'} and applied nothing: it would reboot for ever`,
      ]
    },
  },
}
