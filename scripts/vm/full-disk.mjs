// The file system of the state directory becomes full while a step works: the run stops with what is on the disk, and goes
// on once there is room.
import { expect } from './checks.mjs'

const state = '/run/full/state'
const started = '/run/session/one.works'

/** Goes through the same three steps, with a state directory on a small ext4. Gives a sentence. */
export async function fullDisk(machine) {
  await machine.must(`
    rm -rf /var/lib/session && mkdir /var/lib/session && rm -f ${started} && : >/run/session/one.gate
    truncate -s 8M /run/full.img && mke2fs -q -t ext4 /run/full.img && mkdir -p /run/full && mount -o loop /run/full.img /run/full
    setsid sh -c 'edgewise apply /opt/session/transition.yaml --accept all --state-dir ${state} >/run/full.txt 2>&1
      echo $? >/run/full.status' </dev/null >/dev/null 2>&1 &`)
  await machine.must(`until [ -s ${started} ]; do sleep 1; done`)
  await machine.must('cat /dev/zero >/run/full/ballast 2>/dev/null; rm /run/session/one.gate')
  await machine.must('until [ -s /run/full.status ]; do sleep 1; done')
  const status = (await machine.must('cat /run/full.status')).trim()
  const said = await machine.must('cat /run/full.txt')
  expect(status === '1' && /no space left|ENOSPC/i.test(said), `apply ended with ${status}:\n${said}`)
  await machine.must('rm /run/full/ballast')
  const { status: resumed, output } = await machine.run(`edgewise resume --state-dir ${state}`)
  expect(resumed === 0, `resume ended with ${resumed}:\n${output}`)
  const made = await machine.must('cd /var/lib/session && cat one two three')
  expect(made === '1\n1\n1\n', `the steps worked as attempts ${JSON.stringify(made)}`)
  await machine.must(`edgewise audit --state-dir ${state} && umount /run/full && rm /run/full.img`)
  return 'apply ended with 1 when the disk was full, resume completed; each step worked once'
}
