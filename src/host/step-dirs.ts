/** Before anything is committed, every step that has a consumer gets a folder of its own; one sync makes them last. */

import { err, type Fallible } from '../fallible.js'
import { type StateDirectory, stepDirectories } from '../journal/directory.js'
import type { Step } from '../manifest/step.js'
import type { Identities } from './identities.js'
import type { Refusal } from './refusal.js'
import { refusalOfJournal } from './refusal-of-journal.js'

export function stepDirs(
  directory: StateDirectory,
  steps: Step[],
  identities: Identities,
): Fallible<ReadonlyMap<string, string>, Refusal> {
  const owners = steps.flatMap(step => {
    if (!step.consumer) return []
    const { uid, gid } = identities.of(step.consumer)
    return [{ step: step.name, uid, gid }]
  })
  const made = stepDirectories(directory, owners)
  return made.ok ? made : err(refusalOfJournal(made.error))
}
