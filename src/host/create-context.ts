/** The real world as a context: clock, randomness, user, machine; each can be replaced. */

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { availableParallelism, homedir } from 'node:os'
import { SecretStore } from '../choice/secrets.js'
import { whoAmI } from '../choice/who.js'
import { defaultStateDirectory } from '../journal/directory.js'
import { bootId } from '../journal/machine.js'
import { lasting } from '../journal/volatile.js'
import { realClock } from '../sandbox/clock.js'
import { findFencing } from '../sandbox/fence.js'
import { self } from '../sandbox/identity.js'
import { proveHold } from '../sandbox/proof.js'
import type { Event } from '../scheduler/event.js'
import type { Context } from './context.js'
import { createInterruption } from './interruption.js'
import { softReboots, thisSystemctl } from './systemd.js'
import { version } from './version.js'

export interface ContextOptions extends Partial<Omit<Context, 'emit' | 'version'>> {
  /** Told of everything that happens, in order; of what is journalled only once it is durable. */
  emit?: (event: Event) => void
}

export function createContext(options: ContextOptions = {}): Context {
  const uid = options.uid ?? process.geteuid?.() ?? 0
  const systemctl = options.systemctl === undefined ? thisSystemctl() : options.systemctl
  return {
    clock: realClock,
    now: () => new Date(),
    random: () => randomBytes(3).toString('hex'),
    who: whoAmI(process.env, uid, { nameOf: nameOf(uid), ...loginuid() }),
    jobs: availableParallelism(),
    stateDir: thisStateDirectory(uid),
    secrets: new SecretStore(),
    interruption: createInterruption(),
    journal: true,
    holds: once(() => proveHold((options.bootId ?? bootId)())),
    unconfined: false,
    systemctl,
    bootId,
    softReboots: () => softReboots(systemctl),
    lasting,
    fencing: once(() => findFencing(uid)),
    ready: Promise.resolve(),
    emit: () => {},
    ...options,
    uid,
    version,
  }
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask()
    return asked
  }
}

export const thisStateDirectory = (uid = process.geteuid?.() ?? 0): string =>
  defaultStateDirectory(uid, homedir(), process.env.XDG_STATE_HOME)

/** Names from /etc/passwd: a look at who did it, for which a directory service is not worth waiting for. */
function nameOf(uid: number): (wanted: number) => string | undefined {
  return wanted => {
    if (wanted === uid) return self().user
    try {
      const line = readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find(entry => entry.split(':')[2] === String(wanted))
      return line?.split(':')[0]
    } catch {
      return undefined
    }
  }
}

function loginuid(): { loginuid: string } | undefined {
  try {
    return { loginuid: readFileSync('/proc/self/loginuid', 'utf8') }
  } catch {
    return undefined
  }
}
