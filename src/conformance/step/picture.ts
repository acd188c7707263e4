/** What a folder holds, as lines: two pictures that are equal mean that nothing was changed in between. */

import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'

/** One line a path: kind, mode, owner, content, and with `times` when it was last changed. FIFOs and sockets are not opened. */
export function pictureOf(folder: string, times: boolean): string[] {
  const lines: string[] = []
  const visit = (name: string): void => {
    const path = join(folder, name)
    const stat = lstatSync(path)
    const what = stat.isFile()
      ? contentOf(path)
      : stat.isSymbolicLink()
        ? `-> ${readlinkSync(path)}`
        : stat.isDirectory()
          ? 'folder'
          : 'special'
    const when = times ? ` changed ${stat.mtimeMs}` : ''
    lines.push(
      `${name || '.'}: ${what}, mode ${(stat.mode & 0o7777).toString(8)}, owner ${stat.uid}:${stat.gid}${when}`,
    )
    if (!stat.isDirectory()) return
    for (const entry of namesIn(path)) visit(join(name, entry))
  }
  visit('')
  return lines
}

function contentOf(path: string): string {
  try {
    const bytes = readFileSync(path)
    return `${bytes.length} bytes ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
  } catch (error) {
    return `unreadable (${(error as NodeJS.ErrnoException).code})`
  }
}

function namesIn(path: string): string[] {
  try {
    return readdirSync(path).sort()
  } catch {
    return []
  }
}

/** What is in one and not in the other, as a person reads it; empty where they are equal. */
export function difference(before: readonly string[], after: readonly string[]): string[] {
  const [old, now] = [new Set(before), new Set(after)]
  return [
    ...before.filter(line => !now.has(line)).map(line => `before: ${line}`),
    ...after.filter(line => !old.has(line)).map(line => `after:  ${line}`),
  ]
}
