/** `edgewise doctor`: what this machine can make sure of, and how to get the rest. Begins nothing. */

import { createContext } from '../../host/create-context.js'
import { examine } from '../../host/doctor.js'
import { type Status, status } from '../../host/status.js'
import { version } from '../../host/version.js'
import { renderAbilities } from '../../report/abilities.js'
import { jsonResult } from '../../report/json.js'
import { detectStyle } from '../../report/style.js'
import { closeInherited } from '../../sandbox/descriptors.js'

export async function runDoctor(flags: { json?: true }): Promise<Status> {
  closeInherited()
  const abilities = await examine(createContext())
  const exit = abilities.some(({ is }) => is === 'needed') ? status.blocked : status.ok
  const { stdout, env } = process
  if (flags.json)
    jsonResult(
      text => void stdout.write(text),
      { version, command: 'doctor' },
      abilities.map(ability => ({ type: 'ability', ...ability })),
      { committed: false, changed: false, exit },
    )
  else stdout.write(renderAbilities(abilities, detectStyle(stdout, env)))
  return exit
}
