/** Files that are complete and on the disk before they have their name. */

import fs from 'node:fs'
import { dirname } from 'node:path'

export const sync = path => {
  const descriptor = fs.openSync(path, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

export const write = (path, text) => {
  const draft = `${path}.draft`
  fs.writeFileSync(draft, text)
  sync(draft)
  fs.renameSync(draft, path)
  sync(dirname(path))
}
