/** Could somebody else have changed what is about to be run? Steps of a plan or a run, and its file, in; a refusal out. */

import { resolve } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { visible } from '../manifest/problem.js'
import type { Step } from '../manifest/step.js'
import { checkStepsTrust } from '../manifest/steps-trust.js'
import { stranger, walker } from '../manifest/walk.js'
import { thisMachine } from '../manifest/world.js'
import { type Identities, lookupAccount } from './identities.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'

/** What decides for root is not to be in anybody else's hand. A pipe is in the hand of whoever called the host. */
export function refuseIfWritable(
  path: string,
  what: string,
  world = thisMachine(lookupAccount),
): Fallible<void, Refusal> {
  const trail = walker(world)(resolve(path))
  const found = world.uid === 0 && trail.end?.inode.kind === 'file' && stranger(world, trail, [])
  if (!found) return ok(undefined)
  const { at, why } = found
  return err({
    code: 'host.writable-by-others',
    status: status.usage,
    message: `Somebody else could change ${what}; nothing was started.`,
    details: [`${visible(resolve(path), 120)}: ${visible(at.path, 120)} ${why}.`],
    hint: why.startsWith('belongs')
      ? `Give it to root (chown root ${visible(at.path, 120)}), or copy it to a place of root's own.`
      : `chmod go-w ${visible(at.path, 120)}`,
  })
}

/**
 * A manifest is held to this when it is read; a plan was read from one at another time, perhaps by another user. That its digest
 * fits says only that it is whole: whoever can write it can write another digest too.
 */
export function refuseIfPlanted(
  steps: readonly Step[],
  identities: Identities,
  plan?: string,
): Fallible<void, Refusal> {
  const problems = checkStepsTrust(thisMachine(lookupAccount), steps, program => identities.of(program), plan)
  const [first] = problems
  if (!first) return ok(undefined)
  return err({
    code: 'host.writable-by-others',
    status: status.usage,
    message: 'Somebody else could change what is to be run; nothing was started.',
    details: problems.map(({ message }) => message),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
  })
}
