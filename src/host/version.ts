/** The version of this host, as package.json has it. */

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Bundled or not, package.json stands in the first folder upwards that has one. */
function readVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    try {
      return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
    } catch (error) {
      const parent = dirname(folder)
      if (parent === folder) throw error
      folder = parent
    }
  }
}

export const version: string = readVersion()
