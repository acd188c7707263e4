/** argv in, a phase run, an exit status out. Only commander is loaded here, so that --help and --version are quick. */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { meanings, status } from '../host/status.js'
import { version } from '../host/version.js'
import { conformance } from './conformance-words.js'
import { count } from './count.js'
import { fresh } from './new-words.js'

export interface SharedFlags {
  action: 'switch' | 'boot' | 'test'
  answers?: string
  accept: 'none' | 'recommendations' | 'warnings' | 'all'
  waive: { address: string; reason: string }[]
  later: string[]
  jobs?: number
  stateDir?: string
  json?: true
  partial?: true
  reboot?: 'ask' | 'auto' | 'never'
  yes?: true
  wait?: true
  onWait?: string
  unit?: true
  foreground?: true
  allowUnconfinedProducers?: true
  /** Of a plan that another process hands over. */
  run?: string
  input: boolean
}

const pastArgument = "a run's name or the end of it, its folder, or a journal (default: the newest run)"
const manifestArgument = 'transition manifest (default: ./transition.yaml)'

function program(finish: (status: number) => void): Command {
  const cli = new Command('edgewise')
    .description('Moves the state of a machine: predicted, chosen, carried out.')
    .version(version, '-V, --version')
    .showHelpAfterError('(edgewise --help shows what there is)')
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', `\nExit statuses:\n${statuses()}`)

  const command = (name: string, about: string): Command => cli.command(name).description(about)

  choosing(command('check', 'predict, changing nothing, whether the transition will succeed'))
    .argument('[manifest]', manifestArgument)
    .option('--write-answers <file>', 'write a commented answers file to fill in')
    .action(async (manifest, flags) => finish(await (await import('./phases.js')).runCheck(manifest, flags)))

  partial(choosing(command('plan', 'choose, and save what would be done')))
    .argument('[manifest]', manifestArgument)
    .option('-o, --output <file>', 'where to save the plan (without it, the plan is only shown)')
    .action(async (manifest, flags) => finish(await (await import('./phases.js')).runPlan(manifest, flags)))

  command('show', 'show a saved plan, stale or not')
    .argument('<file>', 'a plan')
    .option('--json', 'the plan as JSON lines')
    .action(async (file, flags) => finish(await (await import('./phases.js')).runShow(file, flags)))

  carrying(partial(choosing(command('apply', 'check, choose, commit, and carry it out'))))
    .argument('[manifest|plan]', 'transition manifest or saved plan (default: ./transition.yaml)')
    .option('-y, --yes', 'no last confirmation')
    .addOption(rebooting('ask'))
    .addOption(new Option('--run <id>').argParser(runId).hideHelp())
    .action(async (path, flags) => finish(await (await import('./phases.js')).runApply(path, flags)))

  choosing(command('graph', 'draw the graph of a manifest, of a saved plan, or of a run as it stands'))
    .argument('[manifest|plan]', 'transition manifest or saved plan (default: ./transition.yaml)')
    .addOption(
      new Option('--format <format>', 'of the drawing').choices(['dot', 'mermaid', 'svg']).default('dot'),
    )
    .option('--run [run]', `${pastArgument}, with what came in on the way`)
    .action(async (path, flags) => finish(await (await import('./phases.js')).runGraph(path, flags)))

  command('validate', 'report all problems of a manifest and of the programs that it names')
    .argument('[manifest]', manifestArgument)
    .option('--json', 'a JSON line a problem, between a header and an end')
    .action(async (manifest, flags) =>
      finish(await (await import('./phases.js')).runValidate(manifest, flags)),
    )

  command('doctor', 'try what this machine can make sure of, and say how to get the rest')
    .option('--json', 'a JSON line for each, between a header and an end')
    .action(async flags => finish(await (await import('./phases.js')).runDoctor(flags)))

  carrying(stateful(command('resume', 'go on with the open run')))
    .option('--answers <file>', 'answer open questions from a file')
    .addOption(waivers())
    .addOption(acceptance())
    .option('-j, --jobs <n>', 'programs at the same time (default: the number of cores)', count)
    .addOption(unconfined())
    .option('--changed-programs', 'go on with programs that changed since commit, as they are')
    .option('--json', 'a stream of JSON lines on stdout')
    .option('--no-input', 'ask nobody, even at a terminal')
    .addOption(rebooting('as the run was begun'))
    .option('--boot', 'as at boot: nobody is asked, and that no run is open is no error')
    .action(async flags => finish(await (await import('./phases.js')).runResume(flags)))

  stateful(command('choose', 'answer a question of the open run, from anywhere; then go on with it'))
    .argument('<step/item>', 'the question, as status names it')
    .argument('[resolution]', 'what to take')
    .addOption(pairs('--input <name=value>', 'an input of the resolution; may be repeated'))
    .addOption(pairs('--input-file <name=path>', 'a secret input, read from a file; may be repeated'))
    .option('--waive <reason>', 'leave the item as it is')
    .option('--no-resume', 'only put it on record')
    .action(async (item, resolution, flags) =>
      finish(await (await import('./phases.js')).runChoose(item, resolution, flags)),
    )

  stateful(command('abandon', 'give the open run up'))
    .requiredOption('--reason <text>', 'why, for the record', said)
    .action(async flags => finish(await (await import('./phases.js')).runAbandon(flags)))

  stateful(command('install-units', 'let systemd resume at boot, and keep down what steps hold'))
    .argument('[manifest...]', manifestArgument)
    .option('--root <dir>', 'write into this tree, an image say, instead of this machine')
    .option('--program <file>', 'what the unit runs (default: this edgewise)')
    .option('--dry-run', 'only say what would be done')
    .action(async (manifests, flags) =>
      finish(await (await import('./phases.js')).runInstallUnits(manifests, flags)),
    )

  stateful(command('status', 'show where the newest run stands'))
    .option('--json', 'as JSON')
    .action(async flags => finish(await (await import('./status.js')).runStatus(flags)))

  stateful(command('log', 'tell what happened in a run, also while it goes on'))
    .argument('[run]', pastArgument)
    .option('--list', 'name all runs instead')
    .option('--json', 'the events as JSON lines')
    .action(async (run, flags) => finish(await (await import('./history.js')).runLog(run, flags)))

  stateful(command('audit', 'prove from the journal alone that all that happened was legal'))
    .argument('[run]', pastArgument)
    .option('--json', 'what was found as JSON lines')
    .action(async (run, flags) => finish(await (await import('./history.js')).runAudit(run, flags)))

  conformance(cli, finish)
  fresh(cli, finish)
  return cli
}

const stateful = (command: Command): Command =>
  command.option(
    '--state-dir <dir>',
    'where runs are kept (default: /var/lib/edgewise; for a user, below XDG_STATE_HOME)',
    folder,
  )

const carrying = (command: Command): Command =>
  command
    .option('--wait', 'stay while the run waits for a choice')
    .option('--on-wait <program>', 'tell a program what the run waits for, as JSON on its stdin', said)
    .option('--unit', 'run in a transient systemd unit (default: as root at a terminal under systemd)')
    .option('--foreground', 'run in this process, which ends with its terminal')

const partial = (command: Command): Command =>
  command.option('--partial', 'leave out what is blocked or undecided, and what needs it')

const choosing = (command: Command): Command =>
  stateful(command)
    .addOption(
      new Option('--action <action>', 'when reboots are due')
        .choices(['switch', 'boot', 'test'])
        .default('switch'),
    )
    .option('--answers <file>', 'take choices from an answers file')
    .addOption(acceptance())
    .addOption(waivers())
    .addOption(
      new Option('--later <step/item>', 'decide an item while the run goes on; may be repeated')
        .argParser(putOff)
        .default([], 'none'),
    )
    .option('-j, --jobs <n>', 'programs at the same time (default: the number of cores)', count)
    .addOption(unconfined())
    .option('--json', 'a stream of JSON lines on stdout')
    .option('--no-input', 'ask nobody, even at a terminal')

const unconfined = (): Option =>
  new Option(
    '--allow-unconfined-producers',
    'go on where this machine cannot keep producers from writing; it is recorded and shown',
  )

const rebooting = (otherwise: string): Option =>
  new Option(
    '--reboot <policy>',
    `where the machine has to reboot: ask, run the command (auto), or leave it (never) (default: ${otherwise})`,
  ).choices(['ask', 'auto', 'never'])

const acceptance = (): Option =>
  new Option('--accept <level>', "take the steps' own defaults up to this severity")
    .choices(['none', 'recommendations', 'warnings', 'all'])
    .default('none')

const waivers = (): Option =>
  new Option('--waive <step/item=reason>', 'leave an item as it is; may be repeated')
    .argParser(waiver)
    .default([], 'none')

const pairs = (flags: string, about: string): Option =>
  new Option(flags, about).argParser(pair).default({}, 'none')

function waiver(value: string, known: SharedFlags['waive']): SharedFlags['waive'] {
  const match = /^([^=/]+\/[^=/]+)=(.*)$/s.exec(value)
  if (!match?.[2]?.trim()) throw new InvalidArgumentError('It has the form STEP/ITEM=REASON, with a reason.')
  return [...known, { address: match[1]!, reason: match[2].trim() }]
}

function putOff(value: string, known: string[]): string[] {
  if (!/^[a-z][a-z0-9._-]*\/[a-z][a-z0-9._-]*$/.test(value))
    throw new InvalidArgumentError('It has the form STEP/ITEM.')
  return [...known, value]
}

function runId(value: string): string {
  if (!/^r[0-9]{8}-[0-9]{6}-[a-z0-9]+$/.test(value)) throw new InvalidArgumentError('It is no id of a run.')
  return value
}

/** What goes on record for good has to say something. */
function said(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('Say in a few words why: it stays on record.')
  return value.trim()
}

/** Nothing else than a folder's name, for an empty one would be wherever the command was started. */
function folder(value: string): string {
  if (value === '') throw new InvalidArgumentError('It is empty; name a folder.')
  return value
}

function pair(value: string, known: Record<string, string>): Record<string, string> {
  const at = value.indexOf('=')
  if (at < 1) throw new InvalidArgumentError('It has the form NAME=VALUE.')
  return { ...known, [value.slice(0, at)]: value.slice(at + 1) }
}

const statuses = (): string =>
  Object.entries(meanings)
    .map(([number, meaning]) => `${number.padStart(5)}  ${meaning}`)
    .join('\n')

/** What was to be written and could not be: a run goes on without its report, but does not end as if all was well. */
let unwritten = false
for (const [stream, name] of [
  [process.stdout, 'stdout'],
  [process.stderr, 'stderr'],
] as const)
  stream.on('error', error => {
    // A reader that has gone is the end of a pipe, not an error.
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EPIPE' || unwritten) return
    unwritten = true
    process.stderr.write(`edgewise: ${name} cannot be written (${code}); the command goes on without it\n`)
    if (process.exitCode === status.ok) process.exitCode = status.internal
  })

const finish = (code: number): void => {
  process.exitCode = code === status.ok && unwritten ? status.internal : code
}

program(finish)
  .parseAsync()
  .catch((error: unknown) => {
    // commander has said what there is to say; help and version are no errors.
    if (error instanceof CommanderError) return finish(error.exitCode === 0 ? status.ok : status.usage)
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(
      `edgewise: internal error: this is a bug of Edgewise, not of your steps. Please report it with what follows.\n${trace}\n`,
    )
    finish(status.internal)
  })
