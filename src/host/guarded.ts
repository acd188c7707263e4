/** Whether systemd would keep a held unit down: some file about the unit has to assert that ours is absent. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '../manifest/world.js'
import { holdAssertion } from './units.js'

/** Where systemd reads units, ours among them. */
const folders = ['/etc', '/run', '/usr/local/lib', '/usr/lib', '/lib'].map(path =>
  join(path, 'systemd/system'),
)

export const guardOf = (
  stateDir: string,
  isManaged: boolean,
  searched: readonly string[] = folders,
): Pick<World, 'unguarded'> => ({
  unguarded: unit => {
    if (!isManaged) return 'no-systemd'
    const line = holdAssertion(stateDir, unit)
    return searched.some(folder => filesOf(folder, unit).some(file => asserts(file, line)))
      ? null
      : 'no-drop-in'
  },
})

function filesOf(folder: string, unit: string): string[] {
  const dropIns = join(folder, `${unit}.d`)
  try {
    const names = readdirSync(dropIns).filter(name => name.endsWith('.conf'))
    return [join(folder, unit), ...names.map(name => join(dropIns, name))]
  } catch {
    return [join(folder, unit)]
  }
}

function asserts(file: string, line: string): boolean {
  try {
    return readFileSync(file, 'utf8').split('\n').includes(line)
  } catch {
    return false
  }
}
