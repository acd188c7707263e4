/** The users that a manifest names: whether they exist, and whether the host may become them. */

import { type Problem, quote } from './problem.js'
import type { Account, World } from './world.js'

export type Standing = { account: Account; problem?: undefined } | { problem: Problem; account?: undefined }

/** Each lookup may start a program of the name service. */
const AT_ONCE = 8

const standing = async (world: World, name: string): Promise<Standing> => {
  const account = await world.lookupUser(name)
  if (account === undefined) {
    return {
      problem: {
        code: 'manifest.unknown-user',
        message: `There is no user ${quote(name)} on this machine.`,
        hint: 'Create the user first, or correct the name.',
      },
    }
  }
  if ('failed' in account) {
    const hint = account.hint ?? 'A directory service may be down; try again.'
    return {
      problem: {
        code: 'manifest.user-lookup',
        message: `The user ${quote(name)} could not be looked up: ${account.failed}`,
        hint,
      },
    }
  }
  if (world.uid === 0 || account.uid === world.uid) return { account }
  return {
    problem: {
      code: 'manifest.user-not-permitted',
      message: `The host runs with uid ${world.uid} and may not become ${quote(name)} (uid ${account.uid}).`,
      hint: name === 'root' || account.uid === 0 ? 'Run it as root.' : `Run it as root, or as ${name}.`,
    },
  }
}

/** Every name is looked up once. */
export const lookUp = async (world: World, names: readonly string[]): Promise<Map<string, Standing>> => {
  const found = new Map<string, Standing>()
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE)
    const answers = await Promise.all(some.map(name => standing(world, name)))
    for (const [place, name] of some.entries()) found.set(name, answers[place]!)
  }
  return found
}

/** The host itself, for steps that name no user. */
export const hostAccount = (world: World): Account => ({
  uid: world.uid,
  gid: world.gid,
  groups: world.groups,
  home: '/',
  shell: '/bin/sh',
})
