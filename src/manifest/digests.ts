/** Steps to the sha256 of each file that is part of their programs, so that a plan can tell when one has changed. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Step } from './step.js'
import { errno } from './world.js'

/** Enough to keep a disk busy, few enough to stay small. */
const AT_ONCE = 8

const digestOf = async (file: string): Promise<string | undefined> => {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch (error) {
    errno(error)
    return undefined
  }
}

/** Every regular file at or under a path. Links to files count as files; links to folders are not followed. */
const filesUnder = async (path: string, found: Set<string>): Promise<void> => {
  const stats = await stat(path).catch(error => void errno(error))
  if (stats?.isFile()) found.add(path)
  if (!stats?.isDirectory()) return
  const entries = await readdir(path, { withFileTypes: true }).catch(error => void errno(error))
  for (const entry of entries ?? []) {
    const each = join(path, entry.name)
    if (entry.isDirectory()) await filesUnder(each, found)
    else if (entry.isFile()) found.add(each)
    else if (entry.isSymbolicLink() && (await stat(each).catch(error => void errno(error)))?.isFile())
      found.add(each)
  }
}

/**
 * By absolute path, sorted; hex. What is missing or unreadable is absent, so that a file that went away differs from one
 * that is there.
 */
export const programDigests = async (steps: readonly Step[]): Promise<Record<string, string>> => {
  const files = new Set<string>()
  const roots = new Set<string>()
  for (const { producer, consumer, files: more } of steps) {
    files.add(producer.executable)
    if (consumer) files.add(consumer.executable)
    for (const file of more) roots.add(file)
  }
  for (const root of roots) await filesUnder(root, files)
  const sorted = [...files].sort()
  const digests: (string | undefined)[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < sorted.length) {
      const at = next++
      digests[at] = await digestOf(sorted[at]!)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const known = sorted.map((file, at) => [file, digests[at]] as const)
  return Object.fromEntries(known.filter((each): each is [string, string] => each[1] !== undefined))
}
