/** Keeps the output of a program that floods from filling the disk: gives back the blocks of what nobody needs again. */

import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { pathOf } from './tools.js'

/** What a file may hold on disk before its beginning is given back. The protocol takes no more of stdout either. */
export const KEPT = 64 * 1024 * 1024

const BLOCK = 4096

/**
 * Punches a hole into the file up to `upTo` when it holds more than `KEPT`. Truncating would lose what is written in
 * the same moment, and a limit of file size would hit the program's real work; a hole changes neither the size nor
 * where an appending writer goes on. Where the file system has no holes the file just grows.
 */
export function bound(path: string, upTo: (size: number) => number, kept = KEPT): () => void {
  let busy = false
  return () => {
    const tool = pathOf('fallocate')
    if (busy || !tool) return
    const stat = statSync(path, { throwIfNoEntry: false })
    if (!stat || stat.blocks * 512 <= kept) return
    const length = Math.floor(upTo(stat.size) / BLOCK) * BLOCK
    if (length <= 0) return
    busy = true
    const args = ['--punch-hole', '--offset', '0', '--length', String(length), path]
    execFile(tool, args, { env: {} }, () => {
      busy = false
    })
  }
}
