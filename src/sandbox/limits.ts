/** Which limit a program came up against, as far as its end tells: the limits and its end go in, a sentence comes out. */

import type { Limits } from '../manifest/step.js'
import type { Settled } from './running.js'

export interface LimitHit {
  limit: keyof Limits
  /** Ends a sentence about the program. */
  message: string
  /** The kernel says so; else it is what its last words speak of. */
  isCertain: boolean
}

/** Linux's own numbers, on all but a few machines; a shell adds 128 for the program that it ran. */
const SHELL = 128
const NUMBERS: Record<string, number> = { SIGXCPU: 24, SIGXFSZ: 25 }

const WORDS: [keyof Limits, RegExp][] = [
  ['fileSize', /file too large|\bEFBIG\b|file size limit exceeded/i],
  ['openFiles', /too many open files|\bEMFILE\b/i],
  [
    'processes',
    /cannot fork|fork: |can't start new thread|pthread_create|resource temporarily unavailable|\bEAGAIN\b/i,
  ],
  ['memory', /cannot allocate memory|out of memory|MemoryError|bad_alloc|\bENOMEM\b|memory allocation of/i],
  ['cpu', /cpu time limit exceeded/i],
]

export function limitHit(limits: Limits, end: Settled, stderr: readonly string[]): LimitHit | undefined {
  const { status, signal, hits } = end
  if (end.ended !== undefined || (signal === null && status === 0)) return undefined
  const certain = (limit: keyof Limits, what: string): LimitHit => ({
    limit,
    isCertain: true,
    message: `${what} limits.${limit} (${shown(limit, limits[limit]!)})`,
  })
  const wasEndedBy = (name: string): boolean => signal === name || status === SHELL + NUMBERS[name]!
  if (limits.cpu !== undefined && wasEndedBy('SIGXCPU')) return certain('cpu', 'used up')
  if (limits.fileSize !== undefined && wasEndedBy('SIGXFSZ'))
    return certain('fileSize', 'wrote a file beyond')
  if (limits.memory !== undefined && hits.includes('memory'))
    return certain('memory', 'was short of memory within')
  if (limits.processes !== undefined && hits.includes('processes'))
    return certain('processes', 'wanted more processes than')
  const text = stderr.join('\n')
  const [limit] = WORDS.find(([name, words]) => limits[name] !== undefined && words.test(text)) ?? []
  if (limit === undefined) return undefined
  const message = `its stderr speaks of what limits.${limit} (${shown(limit, limits[limit]!)}) allows`
  return { limit, isCertain: false, message }
}

function shown(limit: keyof Limits, value: number): string {
  if (limit === 'cpu') return `${value} s`
  if (limit === 'processes' || limit === 'openFiles') return String(value)
  const units = ['B', 'K', 'M', 'G', 'T']
  let unit = 0
  let left = value
  for (; left >= 1024 && left % 1024 === 0 && unit < units.length - 1; unit++) left /= 1024
  return `${left}${units[unit]}`
}
