/** Hosts of their own, for tests that need one with other ids, limits or descriptors: test/fixtures/hosts, built once. */

import { join } from 'node:path'
import { build } from 'esbuild'

const built = new Map<string, Promise<string>>()

/** The file to run with Node; `folder` is where it is put. */
export function hostFile(folder: string): Promise<string> {
  const outfile = join(folder, 'host.mjs')
  const before = built.get(outfile)
  if (before) return before
  const file = build({
    entryPoints: [new URL('./fixtures/hosts/start.ts', import.meta.url).pathname],
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)",
    },
    outfile,
    logLevel: 'error',
  }).then(() => outfile)
  built.set(outfile, file)
  return file
}
