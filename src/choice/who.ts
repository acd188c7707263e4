/** Who chooses: the environment, the uid and what the system knows of them in, a record for the journal out. */

import type { Who } from '../scheduler/model.js'

export interface Accounts {
  /** The login name of a uid, from passwd. */
  nameOf: (uid: number) => string | undefined
  /** The text of /proc/self/loginuid, where it can be read. */
  loginuid?: string
}

/** What the kernel writes where nobody logged in: a service, a container, a machine's own boot. */
const unset = 4294967295
const named = /^[A-Za-z0-9_][A-Za-z0-9._@-]{0,255}\$?$/

/**
 * The kernel's login uid goes before the variables of sudo and su, because a variable can be set by anyone; the record
 * says which it was. None is proof of anything: it is what an operator looks for first when a choice has to be explained.
 */
export function whoAmI(env: Record<string, string | undefined>, uid: number, accounts: Accounts): Who {
  const user = accounts.nameOf(uid) ?? String(uid)
  for (const [loginBy, login] of [
    ['loginuid', loginByKernel(accounts)],
    ['SUDO_USER', plain(env.SUDO_USER)],
    ['LOGNAME', plain(env.LOGNAME)],
  ] as const)
    if (login !== undefined) return login === user ? { uid, user } : { uid, user, login, loginBy }
  return { uid, user }
}

function loginByKernel({ loginuid, nameOf }: Accounts): string | undefined {
  if (loginuid === undefined || !/^\d{1,10}\n?$/.test(loginuid)) return undefined
  const uid = Number(loginuid)
  return uid === unset ? undefined : (nameOf(uid) ?? String(uid))
}

const plain = (name: string | undefined): string | undefined =>
  name !== undefined && named.test(name) ? name : undefined
