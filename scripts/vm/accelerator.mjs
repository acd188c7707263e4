// Whether kvm works here is found by booting the kernel without a disk: that /dev/kvm can be opened says too little,
// and inside some virtual machines kvm runs a boot sector but hangs in a kernel.
import { spawnSync } from 'node:child_process'

/** Without this feature kvm inside some virtual machines refuses to set it; the guest can do without. */
export const cpu = 'max,-arch-capabilities'

/** A kernel that finds no disk panics, and is told to reboot then, which ends qemu. With kvm that takes two seconds. */
export function accelerator(wanted, kernel) {
  if (wanted !== 'auto') return wanted
  const argv = ['-accel', 'kvm', '-cpu', cpu, '-nodefaults', '-no-reboot', '-display', 'none', '-m', '512']
  const ran = spawnSync('qemu-system-x86_64', [...argv, '-kernel', kernel, '-append', 'panic=-1'], {
    timeout: 15_000,
    killSignal: 'SIGKILL',
    stdio: 'ignore',
  })
  return ran.status === 0 ? 'kvm' : 'tcg'
}
