/** The closed list of what a case about a step may expect. Each word: a scene goes in, what is wrong comes out, in sentences. */

import type { Assertion } from './assertion.js'
import { messages } from './assertions-messages.js'
import { world } from './assertions-world.js'

export const assertions: Record<string, Assertion> = { ...messages, ...world }
