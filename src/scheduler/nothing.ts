/** What a node has before anything has happened to it: shared, never changed. */

import type { Node, Rounds } from './state.js'

export const noMap = new Map<string, never>()
export const noSet: ReadonlySet<string> = new Set()
export const noRounds: Rounds = { recheck: 0, again: 0, retry: 0, reboot: 0 }
export const nobody: Node['asked'] = { host: null, producer: false, consumer: false }
