/** Where the suite's data is: the folder `conformance` beside the sources, and beside dist. */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

let root: string | undefined

/** Absolute path of something in `conformance/`. */
export function data(...parts: string[]): string {
  root ??= find(dirname(fileURLToPath(import.meta.url)))
  return join(root, ...parts)
}

function find(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const here = join(folder, 'conformance')
    if (existsSync(join(here, 'case.schema.json'))) return here
    if (folder === dirname(folder)) throw new Error(`no folder conformance beside or above ${from}`)
  }
}
