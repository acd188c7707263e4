/** Where the system's own tools are: looked for in fixed folders, never along the PATH that the host was started with. */

import { accessSync, constants } from 'node:fs'

export type Tool =
  | 'bwrap'
  | 'setpriv'
  | 'unshare'
  | 'prlimit'
  | 'getent'
  | 'id'
  | 'fallocate'
  | 'systemctl'
  | 'systemd-run'
  | 'flock'

const FOLDERS = [
  '/usr/bin',
  '/bin',
  '/usr/sbin',
  '/sbin',
  '/run/current-system/sw/bin',
  '/usr/local/bin',
  '/nix/var/nix/profiles/default/bin',
]

/** The Debian package that brings a tool, for the message that misses it. */
export const packageOf: Record<Tool, string> = {
  bwrap: 'bubblewrap',
  setpriv: 'util-linux',
  unshare: 'util-linux',
  prlimit: 'util-linux',
  fallocate: 'util-linux',
  getent: 'libc-bin',
  id: 'coreutils',
  systemctl: 'systemd',
  'systemd-run': 'systemd',
  flock: 'util-linux',
}

const found = new Map<Tool, string | undefined>()

/** Absolute path of a tool, or undefined where the machine does not have it. */
export function pathOf(tool: Tool): string | undefined {
  if (!found.has(tool)) found.set(tool, FOLDERS.map(folder => `${folder}/${tool}`).find(isExecutable))
  return found.get(tool)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
