/** `edgewise validate`: all problems at once, each with its place and what to do. */

import { validate } from '../../host/prepare.js'
import { type Status, status } from '../../host/status.js'
import { version } from '../../host/version.js'
import { jsonResult } from '../../report/json.js'
import { renderRunners } from '../../report/runners.js'
import { detectStyle } from '../../report/style.js'
import { self } from '../../sandbox/identity.js'
import { showDiagnostics } from '../session.js'

export async function runValidate(path: string | undefined, flags: { json?: true }): Promise<Status> {
  const file = path ?? 'transition.yaml'
  const { manifest, diagnostics } = await validate(file)
  const wrong = diagnostics.some(diagnostic => diagnostic.severity === 'error')
  const { stdout, stderr, env } = process
  if (flags.json)
    jsonResult(
      text => void stdout.write(text),
      { version, command: 'validate' },
      diagnostics.map(diagnostic => ({ type: 'diagnostic', ...diagnostic })),
      { committed: false, changed: false, exit: wrong ? status.usage : status.ok },
    )
  else if (diagnostics.length > 0) stderr.write(showDiagnostics(diagnostics, detectStyle(stderr, env)))
  if (!wrong && !flags.json) {
    const count = manifest?.steps.length ?? 0
    stdout.write(`${file} is in order: ${count} step${count === 1 ? '' : 's'}.\n`)
    stdout.write(renderRunners(manifest?.steps ?? [], self().user, detectStyle(stdout, env)))
  }
  return wrong ? status.usage : status.ok
}
