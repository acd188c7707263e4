/**
 * Proves that this machine can hold a producer: a program is started as producers are and really tries to get out. The
 * proof is kept until the next boot, where nobody else can write it; where nothing may be kept it is made again.
 */

import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import type { Bubblewrap } from './bubblewrap.js'
import { filterFor } from './filter.js'
import { type Identity, self } from './identity.js'
import { launch } from './launch.js'
import { runOnce } from './once.js'
import { keepProof, keptProof } from './proof-kept.js'
import { machineOf } from './syscalls.js'
import { packageOf, pathOf } from './tools.js'

export interface CannotHold {
  /** Why, as the end of a sentence: `bwrap is not installed`. */
  why: string
  /** What to do about it. */
  hint: string
}

/** Milliseconds; it takes ten. */
const LIMIT = 20_000

/** `$@`: folders to write to. Each success is told in a line of its own, and so is what the kernel says of the program. */
const ESCAPE = `
for folder in "$@"; do
  mkdir "$folder/.edgewise-escape" 2>/dev/null && rmdir "$folder/.edgewise-escape" && echo "escape: wrote to $folder"
done
(: >/proc/sys/kernel/hostname) 2>/dev/null && echo 'escape: opened /proc/sys for writing'
unshare --user true 2>/dev/null && echo 'escape: made a namespace'
read -r init </proc/1/comm && echo "init: $init"
while read -r key value rest; do
  case $key in Uid: | CapEff: | CapPrm: | NoNewPrivs: | Seccomp:) echo "$key $value" ;; esac
done </proc/self/status
echo end
`

const TOO_OLD =
  'It needs bubblewrap 0.5 or newer: install a newer one, or accept what producers could do (--allow-unconfined-producers).'
const OTHERWISE = 'or accept that producers are not kept from writing (--allow-unconfined-producers).'

/** CAP_DAC_READ_SEARCH, which root's producers keep. */
const READ_SEARCH = '0000000000000004'
const NOTHING = '0000000000000000'

export async function proveHold(boot: string): Promise<Fallible<Bubblewrap, CannotHold>> {
  const machine = machineOf()
  if (!machine)
    return err({
      why: `there is no table of system calls for ${process.arch}`,
      hint: `Run it on x86_64 or aarch64, ${OTHERWISE}`,
    })
  const path = pathOf('bwrap')
  if (!path) return err({ why: 'bwrap is not installed', hint: `Install ${packageOf.bwrap}, ${OTHERWISE}` })
  const host = self()
  const none = filterFor({ unix: false, network: false }, machine)
  const proof = { boot, uid: host.uid, path, of: stampOf(path), filter: digest(none), script: digest(ESCAPE) }
  const kept = keptProof(proof, host.uid)
  if (kept) return ok(kept)
  const bubblewrap = { path, sizes: await saysSizes(path) }
  const tried = await tryToEscape(bubblewrap, host)
  if (!tried.ok) return tried
  keepProof(proof, bubblewrap, host.uid)
  return ok(bubblewrap)
}

const digest = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')

/** Another bwrap at the same place is to be tried anew. */
function stampOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path)
  return [ino, size, mtimeMs].join(' ')
}

async function saysSizes(path: string): Promise<boolean> {
  const { stdout } = await runOnce(path, ['--version'], { limit: LIMIT })
  const [, major, minor] = /^bubblewrap (\d+)\.(\d+)/.exec(stdout) ?? []
  return Number(major) > 0 || Number(minor) >= 7
}

async function tryToEscape(bubblewrap: Bubblewrap, identity: Identity): Promise<Fallible<void, CannotHold>> {
  const argv = ['sh', '-c', ESCAPE, 'sh', identity.home, '/run', '/var/tmp']
  let said = ''
  const launched = await launch({
    program: { argv, executable: '/bin/sh', user: null, cwd: '/', env: {} },
    identity,
    role: 'producer',
    limits: {},
    timeouts: { idle: null, total: LIMIT },
    hold: { bubblewrap, allow: [], needed: [] },
    stdout: 'pipe',
    stderr: 'pipe',
    onStdout: chunk => {
      said += Buffer.from(chunk).toString()
    },
  })
  if (!launched.ok) return err({ why: launched.error.message.replace(/\.$/, ''), hint: launched.error.hint })
  launched.value.send('')
  await launched.value.settled
  const fault = judge(said, identity.uid)
  if (fault === null) return ok(undefined)
  return err(fault === 'silent' ? refusalOf(launched.value.stderrTail()) : { why: fault, hint: NOT_HELD })
}

const NOT_HELD = `See what bwrap does on this machine; report it, if bwrap is the distribution's own; ${OTHERWISE}`

/** Null where it did not get out; `silent` where it did not even run. */
export function judge(said: string, uid: number): string | null {
  const lines = said.split('\n')
  if (!lines.includes('end')) return 'silent'
  const escapes = lines.filter(line => line.startsWith('escape: '))
  if (escapes.length > 0) return `a program that was held ${escapes[0]!.slice('escape: '.length)}`
  const kept = uid === 0 ? READ_SEARCH : NOTHING
  const wanted = [
    'init: bwrap',
    `Uid: ${uid}`,
    `CapPrm: ${kept}`,
    `CapEff: ${kept}`,
    'NoNewPrivs: 1',
    'Seccomp: 2',
  ]
  const missing = wanted.find(line => !lines.includes(line))
  return missing === undefined ? null : `a program that was held does not find "${missing}" of itself`
}

/** What bwrap says where it may not do its work, and who can let it. */
function refusalOf(stderr: readonly string[]): CannotHold {
  const said = (stderr.find(line => line.trim() !== '') ?? 'it says nothing').slice(0, 200)
  const why = `bwrap fails: ${said}`
  if (/unknown option/i.test(said)) return { why, hint: TOO_OLD }
  if (/namespace|uid map|permission|permitted/i.test(said))
    return {
      why,
      hint: `Let users make namespaces (kernel.unprivileged_userns_clone, user.max_user_namespaces; on Ubuntu an AppArmor profile for bwrap; in a container its security options), run it as root, ${OTHERWISE}`,
    }
  return { why, hint: `See to what it says, ${OTHERWISE}` }
}
