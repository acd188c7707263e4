/** `edgewise install-units`: systemd goes on with a run at boot, and keeps down what steps hold. */

import { resolve } from 'node:path'
import { installUnits } from '../../host/install-units.js'
import { validate } from '../../host/prepare.js'
import { type Status, status } from '../../host/status.js'
import { one } from '../../report/paragraph.js'
import { openSession } from '../session.js'

interface InstallFlags {
  stateDir?: string
  root?: string
  program?: string
  dryRun?: true
  json?: true
}

export async function runInstallUnits(manifests: string[], flags: InstallFlags): Promise<Status> {
  const session = openSession('install-units', flags, 'quiet')
  const holds = new Set<string>()
  for (const path of manifests.length > 0 ? manifests : ['transition.yaml']) {
    const { manifest, diagnostics } = await validate(path)
    if (!manifest)
      return session.refuse({
        code: 'manifest.invalid',
        status: status.usage,
        message: `${path} cannot be used as a manifest; nothing was written.`,
        diagnostics,
      })
    for (const step of manifest.steps) for (const unit of step.holds ?? []) holds.add(unit)
  }
  const installed = await installUnits(session.context, {
    holds,
    program: flags.program === undefined ? thisProgram() : [resolve(flags.program)],
    ...(flags.root === undefined ? {} : { root: resolve(flags.root) }),
    dryRun: flags.dryRun ?? false,
  })
  if (!installed.ok) return session.refuse(installed.error)
  const { changes, reloaded } = installed.value
  const verbs = flags.dryRun
    ? { wrote: 'would write', removed: 'would remove', kept: 'would keep', unchanged: 'unchanged' }
    : { wrote: 'wrote', removed: 'removed', kept: 'kept', unchanged: 'unchanged' }
  for (const { what, path, why } of changes)
    session.print(one(`${verbs[what].padEnd(flags.dryRun ? 12 : 9)}  ${path}${why ? `  (${why})` : ''}`))
  if (reloaded) session.print('systemd has read them.')
  return session.end({
    committed: false,
    changed: !flags.dryRun && changes.some(({ what }) => what === 'wrote' || what === 'removed'),
    exit: status.ok,
  })
}

/** As it was called: a link to the newest version stays one. */
const thisProgram = (): string[] => [process.execPath, resolve(process.argv[1]!)]
