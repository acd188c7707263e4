/** A user of this machine to run steps as: one who has more groups than one, where there is such a user. */

import { readFileSync } from 'node:fs'

export interface User {
  name: string
  uid: number
  gid: number
  /** All of them, ascending; the first one too. */
  groups: number[]
}

/** From the files of the machine: a directory service could not be asked for all of its users. */
export function someUser(passwd = '/etc/passwd', group = '/etc/group'): User | undefined {
  const members = rows(group).map(([, , gid, names = '']) => ({ gid: Number(gid), names: names.split(',') }))
  const users = rows(passwd)
    .map(([name, , uid, gid]): User => {
      const groups = members.filter(({ names }) => names.includes(name!)).map(one => one.gid)
      const all = new Set([Number(gid), ...groups])
      return { name: name!, uid: Number(uid), gid: Number(gid), groups: [...all].sort((a, b) => a - b) }
    })
    .filter(({ uid }) => uid > 0)
  return users.find(({ groups }) => groups.length > 1) ?? users[0]
}

const rows = (file: string): string[][] => {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line.includes(':'))
      .map(line => line.split(':'))
  } catch {
    return []
  }
}
