/** What a node has before anything has happened to it: shared, never changed. */

import type { Edge, Finding } from './model.js'
import type { Node, Rounds } from './state.js'

export const noMap = new Map<string, never>()
export const noBrought = Object.freeze([]) as unknown as Finding[]
export const noEdges = Object.freeze([]) as unknown as Edge[]
export const noSet: ReadonlySet<string> = new Set()
export const noRounds: Rounds = { recheck: 0, again: 0, cancelled: 0, retry: 0, reboot: 0 }
export const nobody: Node['asked'] = { host: null, producer: false, consumer: false }
