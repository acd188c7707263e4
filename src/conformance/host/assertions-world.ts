/** Assertions about when programs ran, what was done to them, and what is left. */

import { readdirSync, readlinkSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { MARK } from '../step/strays.js'
import { type HostAssertion, list } from './assertion.js'
import { nameOf, runsOf } from './assertions-sent.js'
import { LEAK } from './call.js'
import { starts } from './log.js'

export const aboutWorld: Record<string, HostAssertion> = {
  /** It came to its own end: nobody ended it. */
  'ran-out'({ log }, where) {
    const runs = runsOf(log, where)
    if (runs.length === 0) return [`the ${where.role} of ${where.step} was not started`]
    return runs.flatMap(run =>
      run.some(({ what }) => what === 'exit')
        ? []
        : [
            `${nameOf(run)} did not come to its own end: ${run.some(({ what }) => what === 'signal') ? 'it was sent SIGTERM' : 'it was killed'}`,
          ],
    )
  },

  /** One began only after the other was over. */
  'begins-after'({ log }, { first, next }) {
    const at = (step: unknown, what: string): number =>
      log.findIndex(entry => entry.step === step && entry.role === 'consumer' && entry.what === what)
    const [end, begin] = [at(first, 'exit'), at(next, 'start')]
    if (begin < 0) return [`the consumer of ${next} was not started`]
    return end >= 0 && end < begin
      ? []
      : [`the consumer of ${next} was started before that of ${first} had ended`]
  },

  'nobody-left': ({ call }) =>
    call.left.map(({ who, pid }) => `${who} (pid ${pid}) is still there after the host has ended`),

  'asked-to-end'({ log }, { step, role, whole }) {
    const own = log.filter(entry => entry.step === step && entry.role === role)
    const asked = own.filter(({ what }) => what === 'signal')
    const leader = asked.findIndex(({ name }) => name === undefined)
    if (leader < 0) return [`the ${role} of ${step} was never sent SIGTERM`]
    const others = asked.filter(({ name }) => name !== undefined)
    if (whole)
      return others.length > 0 ? [] : [`SIGTERM went to the ${role} of ${step} alone, and not to its group`]
    const end = own.findIndex(({ what, name }) => what === 'exit' && name === undefined)
    return others
      .filter(entry => end < 0 || own.indexOf(entry) < end)
      .map(
        ({ name }) =>
          `${name}, which the ${role} of ${step} had in hand, was sent SIGTERM before its leader had ended`,
      )
  },

  memory({ call }, { from, to, mib }) {
    const grown = (call.looks[to as string]!.peak - call.looks[from as string]!.peak) / 1024 / 1024
    return grown <= Number(mib)
      ? []
      : [`a process of the host grew by ${Math.round(grown)} MiB, and may by ${mib}`]
  },

  'all-gone': ({ call }, { look, step }) =>
    call.looks[look as string]!.players.filter(one => one.step === step).map(
      ({ who, pid }) => `${who} (pid ${pid}) was still there when the next step had begun`,
    ),

  'no-zombies': ({ call }, { look }) =>
    call.looks[look as string]!.zombies.map(name => `${name} has ended, and nobody has waited for it`),

  'keeps-secret'({ scene, call }, { look }) {
    const found = scene.kept.flatMap(({ path, text }) =>
      text === null
        ? [`${path}, in the host's folder, cannot be searched for the secret`]
        : text.includes(scene.secret)
          ? [`the secret stands in ${path}, in the host's folder`]
          : [],
    )
    if (call.output.includes(scene.secret)) found.push('the secret stands in what the adapter printed')
    if (look === undefined) return found
    for (const { name, pid, text } of call.looks[look as string]!.visible)
      if (text.includes(scene.secret))
        found.push(`the secret stands in arguments or environment of ${name} (pid ${pid})`)
    return found
  },

  'runs-as'({ scene, log }, { step }) {
    const { name, uid, gid, groups } = scene.user!
    return starts(log.filter(entry => entry.step === step)).flatMap(start => {
      const found: string[] = []
      const who = nameOf([start])
      if (start.uids.some(one => one !== uid))
        found.push(`${who} had the uids ${start.uids}, and ${name} has ${uid}`)
      if (start.gids.some(one => one !== gid))
        found.push(`${who} had the gids ${start.gids}, and ${name} has ${gid}`)
      const came = [...new Set([...start.groups, gid])].sort((a, b) => a - b)
      if (!isDeepStrictEqual(came, groups))
        found.push(`${who} had the groups ${list(came)}, and ${name} has ${list(groups)}`)
      return found
    })
  },

  'own-environment': ({ log }) =>
    starts(log).flatMap(start =>
      start.environment
        .filter(entry => [LEAK, MARK].some(name => entry.startsWith(`${name}=`)))
        .map(
          entry =>
            `${nameOf([start])} found ${entry.split('=')[0]} in its environment, which the host was started with`,
        ),
    ),

  'own-group': ({ log }) =>
    starts(log).flatMap(start => {
      const who = nameOf([start])
      const found: string[] = []
      if (start.group !== start.pid)
        found.push(`${who} is in the process group ${start.group}, and leads none of its own`)
      if (start.terminal) found.push(`${who} has a controlling terminal`)
      // What the suite itself was started with goes through every host that does not look for it.
      const more = Object.entries(start.descriptors).filter(
        ([fd, what]) => Number(fd) > 2 && !own().has(what),
      )
      for (const [fd, what] of more) found.push(`${who} inherited descriptor ${fd} (${what})`)
      return found
    }),
}

/** What this process has open, as the kernel names it. */
function own(): Set<string> {
  const found = new Set<string>()
  for (const fd of readdirSync('/proc/self/fd'))
    try {
      found.add(readlinkSync(`/proc/self/fd/${fd}`))
    } catch {
      // The one by which the folder was listed.
    }
  return found
}
