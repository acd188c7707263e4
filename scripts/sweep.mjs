// Takes out of a folder what a build before has left there, for the package ships the folder as it is.
import { readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

/** `files` are paths below `folder` that stay, each with the code cache beside it; so does all that lies in `folders`. */
export function sweep(folder, files, folders = []) {
  const kept = new Set(files)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path)
    const isKept = kept.has(name) || kept.has(name.replace(/\.cache$/, '.cjs'))
    if (entry.isFile() && !isKept && !folders.includes(name.split('/')[0])) rmSync(path)
  }
}
