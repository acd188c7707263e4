/** Whether what is kept under a path outlasts a reboot: by the file system that it is on. */

import { readFileSync, realpathSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'

/** `unsure`: it may live in memory, or come back only with the network. */
export type Lasting = { is: 'lasting' } | { is: 'volatile' | 'unsure'; what: string }

export interface FileSystems {
  /** The magic number of the file system under a path; undefined where there is none. */
  typeOf(path: string): number | undefined
  /** As /proc/self/mountinfo has it. */
  mounts(): string
}

const inMemory = new Map([
  [0x01021994, 'tmpfs'],
  [0x858458f6, 'ramfs'],
])
const OVERLAY = 0x794c7630
const overNetwork = new Map([
  [0x6969, 'NFS'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9P'],
  [0x65735546, 'FUSE'],
])

/** Of the nearest folder that is there. */
export function lasting(path: string, fs: FileSystems = thisMachines): Lasting {
  const at = nearestThere(path, fs)
  const type = fs.typeOf(at)
  if (type === undefined) return { is: 'lasting' }
  const memory = inMemory.get(type)
  if (memory) return { is: 'volatile', what: memory }
  const network = overNetwork.get(type)
  if (network) return { is: 'unsure', what: network }
  if (type !== OVERLAY) return { is: 'lasting' }
  // A live system writes into an overlay whose upper layer is in memory; a container into one that may go with it.
  const upper = upperOf(at, fs.mounts())
  const below = upper === undefined ? undefined : fs.typeOf(upper)
  const under = below === undefined ? undefined : inMemory.get(below)
  if (under) return { is: 'volatile', what: `an overlay on ${under}` }
  return below === undefined ? { is: 'unsure', what: 'an overlay' } : { is: 'lasting' }
}

function nearestThere(path: string, fs: FileSystems): string {
  for (let at = path; ; at = dirname(at)) if (at === dirname(at) || fs.typeOf(at) !== undefined) return at
}

/** The upper folder of the overlay that is mounted above a path, last mounted first. */
function upperOf(path: string, mountinfo: string): string | undefined {
  let longest = ''
  let upper: string | undefined
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ')
    const point = unescaped(before.split(' ')[4] ?? '')
    const isAbove = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (point === '' || !isAbove || point.length < longest.length) continue
    longest = point
    const [kind, , options = ''] = after.split(' ')
    upper = kind === 'overlay' ? /(?:^|,)upperdir=([^,]+)/.exec(options)?.[1] : undefined
  }
  return upper === undefined ? undefined : unescaped(upper)
}

/** Spaces and their like stand there as octal. */
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

const thisMachines: FileSystems = {
  typeOf(path) {
    try {
      return statfsSync(realpathSync(path)).type >>> 0
    } catch {
      return undefined
    }
  },
  mounts: () => {
    try {
      return readFileSync('/proc/self/mountinfo', 'utf8')
    } catch {
      return ''
    }
  },
}
