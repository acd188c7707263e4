// What has to hold in the machine while the answer is awaited, and when the run is over.
import { firstLost, journalled, sentAgain } from './journal.mjs'

export function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise)
}

/** What `edgewise status --json` tells of the newest run. */
export async function statusOf(machine) {
  const { output } = await machine.run('edgewise status --json')
  const lines = output.trim().split('\n')
  const told = lines.map(line => JSON.parse(line)).find(({ type }) => type === 'status')
  expect(told, `no status is told:\n${output}`)
  return told
}

const held = '/var/lib/edgewise/holds/ledger.service'

/** In the boot after the reboot: what could go on did, and the held unit stays down. */
export async function checkWaiting(machine) {
  const is = async (script, wanted) => {
    const { output } = await machine.run(script)
    expect(wanted.test(output.trim()), `${script}: ${JSON.stringify(output.trim())}, not ${wanted}`)
  }
  const moment = async (what, unit) =>
    Number(await machine.must(`systemctl show -P ${what}TimestampMonotonic ${unit}.service`))
  await is('uname -n', /^after$/)
  await is('cat /var/lib/register', /^after$/)
  await is('ls -d /srv/history', /^\/srv\/history$/)
  await is('systemctl is-active ledger.service', /^(inactive|failed)$/)
  await is('systemctl show -P After ledger.service', /\bedgewise-resume\.service\b/)
  const [ended, judged] = await Promise.all([
    moment('ExecMainExit', 'edgewise-resume'),
    moment('Assert', 'ledger'),
  ])
  expect(ended > 0 && judged >= ended, `ledger.service was judged at ${judged}, before ${ended}`)
  await is(
    'systemctl start ledger.service && echo started',
    /^Assertion failed on job for ledger\.service\.$/,
  )
  await is('systemctl show -P AssertResult ledger.service', /^no$/)
  await is(
    'systemctl status ledger.service',
    new RegExp(`AssertPathExists=!${held} was not met$[^]*Docs: file:${held}$`, 'm'),
  )
  await is('journalctl -b -o cat -u ledger.service', /^Assertion failed for ledger\.service\b/m)
  await is(
    `cat ${held}`,
    /^ledger\.service must not start while the step ledger-format of run \S+ is not settled\.\nIt waits for an answer:\n {2}history\/old: There is history in \/srv\/history\n/,
  )
  await is('cut -d" " -f2- /var/lib/effects/service', /^whole \/srv\/ledger 1$/)
  return 'the register is written, ledger.service is held down'
}

/** When it is over: completed, nothing lost, nothing done twice. Gives a sentence. */
export async function checkEnd(machine, heard) {
  const text = await machine.must('cat /var/lib/edgewise/runs/*/journal.jsonl')
  const journal = journalled(text)
  const shown = heard.events
  expect(journal.at(-1).type === 'run-completed', `the journal ends with ${journal.at(-1).type}`)
  const lost = firstLost(shown, journal)
  expect(lost === null, `shown, and not in the journal: ${JSON.stringify(lost)}`)
  const again = sentAgain(journal)
  expect(again.length === 0, `sent again although it was acknowledged: ${again.join(', ')}`)
  await machine.must('edgewise status >/run/status.txt && edgewise audit')

  const services = (await machine.must('cut -d" " -f2- /var/lib/effects/service')).trim().split('\n')
  expect(services[0] === 'whole /srv/ledger 1', `the service began with: ${services[0]}`)
  const later = services.slice(1)
  expect(later.length > 0, 'the service was not started again')
  const wrong = later.find(line => line !== 'whole /var/lib/ledger 2')
  expect(wrong === undefined, `the service was started on: ${wrong}`)
  expect((await machine.run('systemctl is-active ledger.service')).status === 0, 'the service does not run')

  const left = await machine.must(`
    cat /run/ledger/serves /var/lib/register /var/lib/history/text /etc/hostname
    ls -d /srv/ledger /srv/history /var/lib/.ledger* /var/lib/edgewise/holds/* 2>/dev/null; true`)
  const right = ['/var/lib/ledger 2', 'after', 'the years before', 'after']
  expect(left.trim() === right.join('\n'), `the machine's state is:\n${left}`)

  const marks = (await machine.must('cat /var/lib/effects/steps')).trim().split('\n')
  const attempts = checkMarks(
    marks.map(line => line.split(' ')),
    journal,
  )
  const cuts = journal.filter(event => event.type === 'task-unknown').length
  return `completed: ${journal.length} records, among them all ${shown.length} events that were shown; ${cuts} tasks cut short; attempts: ${attempts}`
}

/** What the steps themselves put down: every effect intended first, and made at most once. */
export function checkMarks(marks, journal) {
  const intended = new Set(
    journal
      .filter(event => event.type === 'task-started')
      .flatMap(event => event.selections.map(address => `${address.split('/')[1]} ${event.attempt}`)),
  )
  const items = [...new Set(marks.map(([item]) => item))]
  return items
    .map(item => {
      const own = marks.filter(mark => mark[0] === item)
      const stray = own.find(([, attempt]) => !intended.has(`${item} ${attempt}`))
      expect(!stray, `${item} was sent as attempt ${stray?.[1]}, which the journal does not know`)
      expect(own.filter(mark => mark[2] === 'changed').length <= 1, `${item} was changed twice`)
      expect(own.at(-1)[2] === 'told', `${item} did not come to its end`)
      return `${item} ${own.at(-1)[1]}`
    })
    .join(', ')
}
