/** A folder that one scene plays in, and that is gone afterwards, whatever the programs made of it. */

import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Scratch {
  root: string
  /** `{dir}` of the fixtures. */
  dir: string
  stateDir: string
  home: string
  /** Stands first in PATH: what would reboot the machine is replaced there, and only noted. */
  bin: string
  /** In the environment of all that is started in this scene. */
  mark: string
  /** Empties `dir` and `stateDir`: the next fixture finds the same paths and nothing in them. */
  reset(): void
  /** Calls to something that reboots. */
  reboots(): string[]
  remove(): Promise<void>
}

import { newMark } from './strays.js'

/** What reboots a machine, or halts it. */
const REBOOTERS = ['reboot', 'shutdown', 'poweroff', 'halt', 'telinit', 'init', 'kexec']

const open = new Set<string>()

/** For a suite that is told to end: synchronous, because nobody waits any more. */
export function removeAll(): void {
  for (const root of open) rmSync(root, { recursive: true, force: true })
}

export function makeScratch(): Scratch {
  const root = mkdtempSync(join(tmpdir(), 'conformance-'))
  open.add(root)
  chmodSync(root, 0o755)
  const at = (name: string): string => join(root, name)
  const log = at('reboots')
  const scratch: Scratch = {
    root,
    dir: at('dir'),
    stateDir: at('state'),
    home: at('home'),
    bin: at('bin'),
    mark: newMark(),
    reset() {
      for (const folder of [scratch.dir, scratch.stateDir]) {
        rmSync(folder, { recursive: true, force: true })
        mkdirSync(folder)
      }
    },
    reboots: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []),
    async remove() {
      try {
        await rm(root, { recursive: true, force: true })
      } catch {
        // A fixture took rights away, as one for "cannot look" does.
        await new Promise<void>(resolve => execFile('/bin/chmod', ['-R', 'u+rwx', root], () => resolve()))
        await rm(root, { recursive: true, force: true, maxRetries: 3 })
      }
      open.delete(root)
    },
  }
  mkdirSync(scratch.home)
  mkdirSync(scratch.bin)
  scratch.reset()
  const note = `printf '%s\\n' "\${0##*/} $*" >>'${log}'`
  for (const name of REBOOTERS)
    writeFileSync(join(scratch.bin, name), `#!/bin/sh\n${note}\n`, { mode: 0o755 })
  writeFileSync(
    join(scratch.bin, 'systemctl'),
    `#!/bin/sh\ncase " $* " in *' reboot '* | *' poweroff '* | *' halt '* | *' kexec '* | *' soft-reboot '*) ${note}; exit 0 ;; esac\nPATH=\${PATH#*:} exec systemctl "$@"\n`,
    { mode: 0o755 },
  )
  return scratch
}
