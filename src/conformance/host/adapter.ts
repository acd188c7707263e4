/** The program that stands for a host: what it is called with and what it may answer. */

import { accessSync, constants, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { err, type Fallible, ok } from '../../fallible.js'

export interface Adapter {
  /** Absolute path of the program, and its arguments. */
  argv: string[]
}

/** One command, as it goes to the adapter's stdin. conformance/adapter.schema.json has the same. */
export interface Request {
  command: 'check' | 'apply' | 'resume'
  dir: string
  transition: string
  choices: Record<string, unknown>
  partial?: boolean
  retry?: boolean
  boot: string
  jobs: number
}

export interface Result {
  type: 'result'
  step: string
  item: string
  status: 'applied' | 'failed'
}

export interface Reply {
  type: 'reply'
  outcome: 'ready' | 'blocked' | 'undecided' | 'refused' | 'done' | 'failed' | 'waiting' | 'reboot'
  items?: { step: string; item: string; title: string }[]
  questions?: string[]
  failures?: { step: string; code?: string; message: string }[]
  message?: string
}

export function readAdapter(file: string, args: readonly string[] = []): Fallible<Adapter, string> {
  const path = resolve(file)
  try {
    if (statSync(path).isDirectory()) return err(`the adapter ${path} is a folder`)
    accessSync(path, constants.X_OK)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    return err(`the adapter ${path} ${missing ? 'does not exist' : 'cannot be executed'}`)
  }
  return ok({ argv: [path, ...args] })
}
