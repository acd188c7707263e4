/** What this machine lets the suite do beyond starting programs: read-only mounts, watching system calls. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'

export interface Abilities {
  root: boolean
  /** The program and its arguments that make a namespace of mounts. */
  unshare: string[] | undefined
  strace: string | undefined
}

const FOLDERS = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/run/current-system/sw/bin', '/usr/local/bin']

export const findTool = (name: string): string | undefined =>
  FOLDERS.map(folder => `${folder}/${name}`).find(path => existsSync(path))

let known: Abilities | undefined

export function abilities(): Abilities {
  if (known) return known
  const root = process.geteuid?.() === 0
  const works = (argv: string[]): boolean =>
    spawnSync(argv[0]!, argv.slice(1), { env: {}, stdio: 'ignore' }).status === 0
  const unshare = findTool('unshare')
  const mount = findTool('mount')
  const ways =
    unshare && mount
      ? [
          [unshare, '-m', '--'],
          [unshare, '-r', '-m', '--'],
        ]
      : []
  // Mounting has to work too, not only the namespace: containers allow one and not the other.
  const trial = ['/bin/sh', '-c', readOnly, tmpdir(), '/bin/true']
  const strace = findTool('strace')
  const sees = strace && works([strace, '-f', '-qqq', '-o', '/dev/null', '/bin/true'])
  known = {
    root,
    unshare: ways.find(way => works([...way, ...trial])),
    strace: sees ? strace : undefined,
  }
  return known
}

/** Makes the folder that it is called by read-only for the program behind it. */
export const readOnly =
  'PATH=$PATH:/usr/sbin:/usr/bin:/sbin:/bin; mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'

/** `user` or `root`, and `traced` with strace: an unprivileged pass does not claim what only root could try. */
export function levelOf({ root, unshare, strace }: Abilities): string {
  return [root ? 'root' : 'user', ...(unshare ? ['mounts'] : []), ...(strace ? ['traced'] : [])].join('+')
}
