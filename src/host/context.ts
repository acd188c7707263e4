/** What every phase is given: the world as arguments, and where its events go. */

import type { SecretStore } from '../choice/secrets.js'
import type { Fallible } from '../fallible.js'
import type { Lasting } from '../journal/volatile.js'
import type { Bubblewrap } from '../sandbox/bubblewrap.js'
import type { Clock } from '../sandbox/clock.js'
import type { Fencing } from '../sandbox/fence.js'
import type { Ran } from '../sandbox/once.js'
import type { CannotHold } from '../sandbox/proof.js'
import type { Event } from '../scheduler/event.js'
import type { Who } from '../scheduler/model.js'
import type { Interruption } from './interruption.js'

/** Milliseconds; without them as long as it takes. */
export type Systemctl = (args: string[], limit?: number) => Promise<Ran>

export interface Context {
  /** Monotonic milliseconds and alarms. */
  clock: Clock
  /** Wall clock. */
  now: () => Date
  /** Some characters of `a-z0-9`, for names that must not collide. */
  random: () => string
  uid: number
  who: Who
  /** Programs at the same time. */
  jobs: number
  stateDir: string
  /** What the host does for itself before it starts a program. */
  ready: Promise<unknown>
  /** Version of this host. */
  version: string
  secrets: SecretStore
  interruption: Interruption
  /** Changes with each boot of the kernel. */
  bootId: () => string
  /** Soft reboots since the kernel booted; null where the machine does not count them. */
  softReboots: () => Promise<number | null>
  /** Null where systemd is not what manages the machine. */
  systemctl: Systemctl | null
  /** What a consumer cannot leave on this machine. */
  fencing: () => Promise<Fencing>
  /** Whether what is kept under a path outlasts a reboot. */
  lasting: (path: string) => Lasting
  /** How this machine keeps producers from writing, or why it cannot. */
  holds: () => Promise<Fallible<Bubblewrap, CannotHold>>
  /** Whether producers may run free where they cannot be held. */
  unconfined: boolean
  /** False only where a bench measures what the journal costs. */
  journal: boolean
  emit: (event: Event) => void
}
