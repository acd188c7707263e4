// The story that every machine goes through: a transition with a reboot in the middle, a held unit, and a choice that
// waits across the reboot. Power cuts are made where `plan` says.
import { setTimeout as wait } from 'node:timers/promises'
import { checkEnd, checkWaiting, expect, statusOf } from './checks.mjs'

const events = '/dev/virtio-ports/edgewise.events'
const acknowledged = 'the answer is acknowledged'
const manifest = '/opt/story/transition.yaml'

/** The stretches of a run in which the power is cut, in order. */
export const stretches = ['before the reboot', 'reboot, boot and resume', 'after the answer']

/**
 * One transition from beginning to end. `cuts` says how many disk writes into each stretch the power goes, or is null for none.
 * `heard` is where the lines that come out of the machine arrive, and the events among them. Gives how many writes each stretch took.
 */
export async function transition(machine, heard, { cuts, reboot, chance, say }) {
  const took = []
  const seen = (type, since = 0) => heard.events.slice(since).some(event => event.type === type)

  await machine.start()
  let boot = await machine.ready()
  say('booted', 'the machine as it was before')
  await prepare(machine, say)

  // 1. From the commit to where only a reboot goes on.
  await machine.must(
    `setsid sh -c 'edgewise apply ${manifest} --answers /opt/story/answers.yaml --yes --json --reboot ${reboot} ` +
      `>${events} 2>/run/apply.txt; echo $? >/run/apply.status' </dev/null >/dev/null 2>&1 &`,
  )
  await until(
    machine,
    () => seen('run-committed'),
    'the commit',
    async () => machine.must('cat /run/apply.txt /run/apply.status 2>/dev/null; true'),
  )
  say('committed', `by apply --reboot ${reboot}`)
  let begun = machine.writes
  // After a cut the boot may itself have been the reboot that the run was to wait for.
  const crossed = () =>
    heard.events.some(event => event.type === 'task-settled' && event.task === '@reboot-1')
  let since = 0
  const stopped = () => seen('run-waiting', since) || crossed()
  if (cuts) {
    await reach(machine, begun + cuts[0], stopped)
    boot = await powerCut(machine, chance, say, stretches[0], () => {
      since = heard.events.length
    })
    begun = 0
  }
  await until(machine, stopped, 'the reboot to be awaited')
  took.push(machine.writes - begun)
  say('stopped', crossed() ? 'nowhere: the cut was the reboot' : 'at the reboot')

  // 2. Down, up again, and on to where only an answer goes on.
  begun = crossed() ? 0 : machine.writes
  if (reboot === 'ask' && !crossed()) {
    if (cuts) await resumed(machine)
    else await machine.must('until grep -qx "[59]" /run/apply.status; do sleep 1; done')
    machine.run('systemctl reboot').catch(() => {})
  }
  const asks = () => waitsOnlyForChoice(heard)
  if (cuts) {
    await reach(machine, begun + cuts[1], asks)
    await powerCut(machine, chance, say, stretches[1])
    begun = 0
  } else await machine.ready(boot)
  await until(machine, asks, 'the answer to be awaited')
  took.push(machine.writes - begun)
  await resumed(machine)
  say('waits', `for an answer, in the boot after; ${await checkWaiting(machine)}`)

  // 3. From the answer to the end.
  begun = machine.writes
  const answering = machine.run(
    `edgewise choose history/old archive --no-resume && echo ${acknowledged} >${events} &&
      edgewise resume --json >${events}`,
  )
  const completed = () => seen('run-completed')
  if (cuts) {
    answering.catch(() => {})
    await reach(machine, begun + cuts[2], completed)
    await powerCut(machine, chance, say, stretches[2])
    const chosen = heard.lines.includes(acknowledged)
    begun = 0
    await resumed(machine)
    if ((await statusOf(machine)).waitingFor === 'choice') {
      expect(!chosen, 'an answer that was acknowledged is gone')
      say('answers again', 'the cut came before the answer was acknowledged')
      await machine.must(`edgewise choose history/old archive --no-resume`)
      await machine.must(`edgewise resume --json >${events}`)
    }
  } else {
    const { status, output } = await answering
    expect(status === 0, `resume ended with ${status}: ${output}`)
    await until(machine, completed, 'the end')
    took.push(machine.writes - begun)
  }
  say('ended', await checkEnd(machine, heard))
  return took
}

/** The old state, the units, and a line out of the machine for what the run shows at boot. */
async function prepare(machine, say) {
  await machine.must('sh /opt/story/setup.sh')
  await machine.must(`edgewise install-units ${manifest} --program /usr/local/bin/edgewise`)
  const unit = '/etc/systemd/system/edgewise-resume.service'
  await machine.must(`mkdir -p ${unit}.d
    start=$(sed -n 's/^ExecStart=//p' ${unit})
    printf '[Service]\\nExecStart=\\nExecStart=%s --json\\nStandardOutput=file:${events}\\n' "$start" >${unit}.d/vm.conf
    systemctl daemon-reload && sync`)
  const serves = await machine.must('cat /run/ledger/serves')
  expect(serves === '/srv/ledger 1\n', `the service serves ${serves}`)
  say('prepared', 'ledger.service runs on /srv/ledger, format 1')
}

async function powerCut(machine, chance, say, stretch, whenOff = () => {}) {
  const writes = machine.writes
  const { unflushed, lost } = await machine.cut(chance)
  whenOff()
  say('power cut', `${stretch}: after ${writes} writes; of ${unflushed} pages not flushed ${lost} are lost`)
  await machine.start()
  const boot = await machine.ready()
  say('booted', 'again')
  return boot
}

/** Until the disk was written to so often, or the stretch is over. */
async function reach(machine, writes, over) {
  const deadline = Date.now() + patience
  while (machine.writes < writes && !over()) {
    if (!machine.running) throw new Error('qemu has ended')
    if (Date.now() > deadline) throw new Error('the stretch took too long')
    await wait(2)
  }
}

const patience = 15 * 60_000

async function until(machine, reached, what, tell = () => '') {
  const deadline = Date.now() + patience
  for (let looks = 1; !reached(); looks++) {
    if (!machine.running) throw new Error(`qemu has ended, waiting for ${what}`)
    const said = looks % 200 === 0 ? await tell() : ''
    if (/\n[0-9]+\n$/.test(`\n${said}`) && !reached()) throw new Error(`no sign of ${what}:\n${said}`)
    if (Date.now() > deadline) throw new Error(`waited too long for ${what}`)
    await wait(50)
  }
}

/** The unit that goes on at boot has ended, however it did. */
const resumed = machine =>
  machine.must(
    'while [ "$(systemctl show -P ActiveState edgewise-resume.service)" = activating ]; do sleep 1; done',
  )

/** Before the reboot it waits for the answer too, and says that a reboot is due beside it. */
const waitsOnlyForChoice = heard => {
  const last = heard.events.findLast(({ type }) => type.startsWith('run-'))
  return last?.type === 'run-waiting' && last.for === 'choice' && !last.reboot
}
