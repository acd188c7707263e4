/** All words that a host case can expect. */

import type { HostAssertion } from './assertion.js'
import { aboutReplies } from './assertions-reply.js'
import { aboutInput } from './assertions-sent.js'
import { aboutWorld } from './assertions-world.js'

export const hostAssertions: Record<string, HostAssertion> = { ...aboutReplies, ...aboutInput, ...aboutWorld }
