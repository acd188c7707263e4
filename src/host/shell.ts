/** What a run is carried by: where it is kept, who may do what in it, and whom to ask. */

import type { StateDirectory } from '../journal/directory.js'
import type { RunFolder } from '../journal/runs.js'
import type { Writer } from '../journal/writer.js'
import type { Outlived } from './catch-up.js'
import type { Context } from './context.js'
import type { Desk } from './desk.js'
import type { Identities } from './identities.js'

export interface Shell {
  context: Context
  identities: Identities
  directory: StateDirectory
  folder: RunFolder
  writer: Writer
  /** The steps' own folders, by step. */
  stepDirs: ReadonlyMap<string, string>
  /** Where questions are answered. Absent: nowhere while it goes on. */
  desk?: Desk
  /** Consumers that outlived the host that started them. */
  alive?: readonly Outlived[]
}
