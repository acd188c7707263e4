// Somebody logs in by ssh, becomes root and starts a run; the connection breaks, the session is ended. The run goes on in
// its unit, another login looks on at it, and after it nothing is left of the unit.
import { expect, statusOf } from './checks.mjs'
import { journalled } from './journal.mjs'

const manifest = '/opt/session/transition.yaml'
const files = '/var/lib/session'
/** Looks, a second apart, in a machine whose every instruction is emulated. */
const patience = 240

/** Goes through a run of three steps, with four logins. Gives a sentence. */
export async function sessions(machine, say) {
  await machine.must('sh /opt/session/setup.sh')

  // 1. The connection breaks while a step works.
  await login(machine, 'first', `sudo edgewise apply ${manifest} --accept all --later three/missing --yes`)
  await comes(machine, 'first', 'a step works', '[ -s one.works ]')
  const run = (await statusOf(machine)).run
  const unit = `edgewise-${run}.service`
  await machine.must(`grep -q 'goes on in the unit edgewise-${run}' /run/session/first.sees`)
  await machine.must('kill -KILL "$(cat /run/session/first.ssh)"')
  await comes(machine, 'first', 'the session is gone', nobody)
  await goesOn(machine, unit, 'one')
  say('cut off', `the ssh connection broke; the run goes on in ${unit}`)

  // 2. Ctrl-C at another terminal: what is in hand is finished, and the unit ends.
  await login(machine, 'second', 'sudo edgewise resume')
  await comes(machine, 'second', 'it looks on', "grep -q 'this terminal looks on' second.sees")
  await machine.must("printf '\\003' >/run/session/second.types")
  await comes(machine, 'second', 'the host stops', `journalctl -o cat -u ${unit} | grep -q stopping:`)
  await machine.must('rm /run/session/one.gate')
  await ends(machine, 'second', 130)
  await comes(machine, 'second', 'the unit is gone', isGone(unit))
  expect((await journal(machine)).at(-1).type === 'run-interrupted', 'Ctrl-C did not interrupt the run')
  expect(!(await exists(machine, `${files}/two`)), 'something new was begun after Ctrl-C')
  await logsOut(machine, 'second')
  say('interrupted', 'by Ctrl-C where another login looked on; the unit is gone')

  // 3. The session is ended, with SIGTERM and SIGHUP to all that belongs to it.
  await login(machine, 'third', 'sudo edgewise resume')
  await comes(machine, 'third', 'a step works', '[ -s two.works ]')
  await machine.must('loginctl terminate-user ada')
  await comes(machine, 'third', 'the session is gone', nobody)
  await goesOn(machine, unit, 'two')
  await machine.must('rm /run/session/two.gate')
  await comes(machine, 'third', 'the run waits', waits)
  await machine.must(`systemctl is-active ${unit}`)
  say('logged out', 'the login session, while a step worked; the run goes on, and waits for an answer')

  // 4. The answer, from one more login.
  await login(machine, 'fourth', 'sudo edgewise choose three/missing make')
  await ends(machine, 'fourth', 0)
  await comes(machine, 'fourth', 'the unit is gone', isGone(unit))
  await logsOut(machine, 'fourth')
  return checkRun(machine)
}

async function checkRun(machine) {
  const events = await journal(machine)
  expect(events.at(-1).type === 'run-completed', `the journal ends with ${events.at(-1).type}`)
  await machine.must('edgewise audit')
  const made = await machine.must(`cd ${files} && cat one two three`)
  expect(made === '1\n1\n1\n', `the steps worked as attempts ${JSON.stringify(made)}`)
  const whos = events.flatMap(event => event.choice ?? event.plan?.choices ?? []).map(({ who }) => who)
  const others = whos.filter(
    ({ uid, login, loginBy }) => uid !== 0 || login !== 'ada' || loginBy !== 'loginuid',
  )
  expect(whos.length > 0 && others.length === 0, `the choices are of ${JSON.stringify(others)}`)
  const late = events.find(({ type }) => type === 'choice-made').choice
  expect(late.address === 'three/missing' && late.via === 'command', JSON.stringify(late))
  return `completed: ${events.length} records; each step worked once; every choice is ada's, by root`
}

/** ada logs in and types a command; what she sees is kept. */
async function login(machine, name, command) {
  await machine.must(`/opt/session/login ${name} '${command}'`)
}

async function logsOut(machine, name) {
  await machine.must(`printf 'exit\\r' >/run/session/${name}.types`)
  await comes(machine, name, 'the session is gone', nobody)
}

async function ends(machine, name, status) {
  await comes(machine, name, 'the command ends', `grep -q 'it ended with [0-9]' ${name}.sees`)
  const sees = await machine.must(`cat /run/session/${name}.sees`)
  const ended = Number(/it ended with ([0-9]+)/.exec(sees)[1])
  expect(ended === status, `the command of the ${name} login ended with ${ended}:\n${sees}`)
}

/** The unit carries the run, and the step that worked still does. */
async function goesOn(machine, unit, step) {
  await machine.must(`systemctl is-active ${unit} && kill -0 "$(cat /run/session/${step}.works)"`)
  const { state, holder } = await statusOf(machine)
  const main = await machine.must(`systemctl show -P MainPID ${unit}`)
  expect(state === 'open' && holder?.pid === Number(main), `the run is ${state}, held by ${holder?.pid}`)
  const { type } = (await journal(machine)).at(-1)
  expect(type !== 'run-interrupted', 'the run was stopped')
}

const nobody = '[ -z "$(loginctl list-sessions --no-legend)" ]'
const waits = 'edgewise status --json | grep -q \'"waitingFor":"choice"\''
/** Nor is any process left of it. */
const isGone = unit =>
  `[ "$(systemctl show -P LoadState ${unit})" = not-found ] && [ ! -e /sys/fs/cgroup/system.slice/${unit} ]`

async function comes(machine, name, what, condition) {
  const { status } = await machine.run(`cd /run/session
    for look in $(seq ${patience}); do
      if ${condition}; then exit 0; fi
      sleep 1
    done
    exit 1`)
  if (status === 0) return
  const { output } = await machine.run(
    `cat /run/session/${name}.sees; loginctl; systemctl list-units 'edgewise*'`,
  )
  throw new Error(`waited in vain that ${what}; the ${name} login sees:\n${output}`)
}

const exists = async (machine, path) => (await machine.run(`[ -e ${path} ]`)).status === 0

const journal = async machine =>
  journalled(await machine.must('cat "$(ls -td /var/lib/edgewise/runs/*/ | head -n 1)journal.jsonl"'))
