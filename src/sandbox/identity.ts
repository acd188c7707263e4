/** Who a program runs as: a login name goes in, numeric ids, groups, home and shell come out. */

import { userInfo } from 'node:os'
import { err, type Fallible, ok } from '../fallible.js'
import { type Ran, runOnce } from './once.js'
import { packageOf, pathOf, type Tool } from './tools.js'

export interface Identity {
  user: string
  uid: number
  gid: number
  /** Supplementary groups with the primary one among them, ascending. */
  groups: number[]
  home: string
  shell: string
}

export interface LookupFailure {
  code: 'sandbox.user-name' | 'sandbox.unknown-user' | 'sandbox.lookup'
  message: string
  hint: string
}

/** Directory services may be slow; one that says nothing for this long is down. */
const LOOKUP_MS = 30_000

/**
 * A login name, and only a name: getent would take "0", "+0" and "00" for root. Dots, capitals and `@` occur in names
 * from directory services.
 */
export function checkUserName(name: string): Fallible<string, string> {
  if (/^[A-Za-z_][A-Za-z0-9_.@-]{0,255}\$?$/.test(name) && !name.endsWith('\n')) return ok(name)
  return err(
    `${JSON.stringify(name.slice(0, 80))} is not a login name: give a name as in the first column of \`getent passwd\`, not a number.`,
  )
}

const known = new Map<string, Promise<Fallible<Identity, LookupFailure>>>()

/** Asks the system's name service, files and directories alike. Answers are kept for the life of the host. */
export function lookupUser(name: string): Promise<Fallible<Identity, LookupFailure>> {
  const before = known.get(name)
  if (before) return before
  const asked = ask(name)
  known.set(name, asked)
  void asked.then(answer => answer.ok || known.delete(name))
  return asked
}

async function ask(name: string): Promise<Fallible<Identity, LookupFailure>> {
  const checked = checkUserName(name)
  if (!checked.ok) {
    return err({ code: 'sandbox.user-name', message: checked.error, hint: 'Write the name of a user.' })
  }
  const [entry, groups] = await Promise.all([
    output('getent', ['passwd', '--', name]),
    output('id', ['-G', '--', name]),
  ])
  if (entry.status === 2) {
    return err({
      code: 'sandbox.unknown-user',
      message: `There is no user ${name} on this machine.`,
      hint: `Create the user first, or name another; \`getent passwd ${name}\` shows what the system knows.`,
    })
  }
  for (const answer of [entry, groups]) {
    if (answer.status !== 0) {
      return err({
        code: 'sandbox.lookup',
        message: `The user ${name} could not be looked up: ${answer.problem}.`,
        hint: `Try \`getent passwd ${name}\` and \`id -G ${name}\`; a directory service may be down.`,
      })
    }
  }
  const identity = fromPasswd(name, entry.stdout, groups.stdout)
  if (identity) return ok(identity)
  return err({
    code: 'sandbox.lookup',
    message: `The system's answer for the user ${name} is not understood: ${JSON.stringify(entry.stdout.slice(0, 200))}.`,
    hint: `\`getent passwd ${name}\` has to print one line with seven fields that begins with ${name}.`,
  })
}

/** Reads `name:x:uid:gid:gecos:home:shell` and a list of group ids. */
export function fromPasswd(name: string, passwd: string, groups: string): Identity | undefined {
  const fields = passwd.split('\n')[0]!.split(':')
  const ids = groups.trim().split(/\s+/)
  if (fields.length !== 7 || fields[0] !== name || !ids.every(isId)) return undefined
  const [, , uid, gid, , home, shell] = fields
  if (!isId(uid!) || !isId(gid!)) return undefined
  return {
    user: name,
    uid: Number(uid),
    gid: Number(gid),
    groups: ascending([Number(gid), ...ids.map(Number)]),
    home: home || '/',
    shell: shell || '/bin/sh',
  }
}

let me: Identity | undefined

/** Who the host itself is: its effective ids and groups as they are, not as the user database would have them. */
export function self(): Identity {
  if (me) return me
  const uid = process.geteuid!()
  const gid = process.getegid!()
  const groups = ascending([gid, ...process.getgroups!()])
  try {
    const { username, homedir, shell } = userInfo()
    me = { user: username, uid, gid, groups, home: homedir || '/', shell: shell || '/bin/sh' }
  } catch {
    // A uid without a passwd entry, as containers like to have.
    me = { user: String(uid), uid, gid, groups, home: '/', shell: '/bin/sh' }
  }
  return me
}

/** To be asked before anything runs: only root becomes someone else. */
export function mayBecome(identity: Identity, hostUid: number): Fallible<void, string> {
  if (hostUid === 0 || identity.uid === hostUid) return ok(undefined)
  return err(
    `The host runs with uid ${hostUid} and may not become ${identity.user} (uid ${identity.uid}): run it as root or as ${identity.user}.`,
  )
}

export const sameGroups = (a: Identity, b: Identity): boolean =>
  a.gid === b.gid && a.groups.length === b.groups.length && a.groups.every((id, at) => id === b.groups[at])

const ascending = (ids: number[]): number[] => [...new Set(ids)].sort((a, b) => a - b)

const isId = (text: string): boolean => /^[0-9]{1,10}$/.test(text) && Number(text) < 2 ** 32 - 1

async function output(tool: Tool, args: string[]): Promise<Ran> {
  const path = pathOf(tool)
  if (!path) return { status: null, stdout: '', problem: `${tool} is missing (${packageOf[tool]})` }
  const ran = await runOnce(path, args, { limit: LOOKUP_MS })
  return ran.status === 0 ? ran : { ...ran, problem: `${tool} says ${JSON.stringify(ran.problem)}` }
}
