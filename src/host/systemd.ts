/** The machine's service manager, where it is systemd: how it is spoken to, and how often it has begun anew. */

import { existsSync } from 'node:fs'
import { runOnce } from '../sandbox/once.js'
import { pathOf } from '../sandbox/tools.js'
import type { Systemctl } from './context.js'

/** sd_booted(3): the folder is there exactly where systemd is what booted. */
export function thisSystemctl(): Systemctl | null {
  const path = existsSync('/run/systemd/system') ? pathOf('systemctl') : undefined
  if (path === undefined) return null
  return (args, limit) => runOnce(path, args, limit === undefined ? {} : { limit })
}

/** A manager that does not answer a question within this time is not asked again. */
const patience = 10_000

/** A soft reboot keeps the kernel and so its boot id; systemd counts them since version 256. */
export async function softReboots(systemctl: Systemctl | null): Promise<number | null> {
  if (!systemctl) return null
  const { stdout } = await systemctl(['show', '--property=SoftRebootsCount', '--value'], patience)
  return /^[0-9]+\n?$/.test(stdout) ? Number(stdout) : null
}
