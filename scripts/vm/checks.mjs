// What has to hold in the machine while the answer is awaited, and when the run is over.
import { firstLost, journalled, sentAgain } from './journal.mjs'

export function expect(holds, otherwise) {
  if (!holds) throw new Error(otherwise)
}

/** In the boot after the reboot: what could go on did, and the held unit stays down. */
export async function checkWaiting(machine) {
  const is = async (script, wanted) => {
    const { output } = await machine.run(script)
    expect(wanted.test(output.trim()), `${script}: ${JSON.stringify(output.trim())}, not ${wanted}`)
  }
  await is('uname -n', /^after$/)
  await is('cat /var/lib/register', /^after$/)
  await is('ls -d /srv/history', /^\/srv\/history$/)
  await is('systemctl is-active ledger.service', /^(inactive|failed)$/)
  const { status } = await machine.run('systemctl start ledger.service')
  expect(status !== 0, 'the held unit could be started')
  await is('systemctl show -P AssertResult ledger.service', /^no$/)
  await is('cat /var/lib/edgewise/holds/ledger.service', /ledger-format/)
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
