/** The file that people wrote becomes steps that may be run, or every reason why not. */

import { err, type Fallible, ok } from '../fallible.js'
import { loadManifest } from '../manifest/load.js'
import type { Diagnostic, Manifest } from '../manifest/step.js'
import { thisMachine, type World } from '../manifest/world.js'
import type { Context } from './context.js'
import { thisStateDirectory } from './create-context.js'
import { guardOf } from './guarded.js'
import { type Identities, lookupAccount, resolveIdentities } from './identities.js'
import type { Refusal } from './refusal.js'
import { status } from './status.js'
import { thisSystemctl } from './systemd.js'
import { tellWarnings } from './tell.js'

export interface Prepared {
  manifest: Manifest
  identities: Identities
  warnings: Diagnostic[]
}

/** All problems of a manifest and of the programs that it names; nothing is started. */
export async function validate(
  path: string,
  guard: Pick<World, 'unguarded'> = guardOf(thisStateDirectory(), thisSystemctl() !== null),
): Promise<{ manifest?: Manifest; diagnostics: Diagnostic[] }> {
  return loadManifest(path, { ...thisMachine(lookupAccount), ...guard })
}

export async function prepare(context: Context, path: string): Promise<Fallible<Prepared, Refusal>> {
  const { manifest, diagnostics } = await validate(
    path,
    guardOf(context.stateDir, context.systemctl !== null),
  )
  if (!manifest || diagnostics.some(diagnostic => diagnostic.severity === 'error'))
    return err({
      code: 'manifest.invalid',
      status: status.usage,
      message: `${path} cannot be used as a manifest; nothing was started.`,
      diagnostics,
    })
  tellWarnings(context, diagnostics)
  const identities = await resolveIdentities(context, manifest.steps)
  return identities.ok ? ok({ manifest, identities: identities.value, warnings: diagnostics }) : identities
}
