/** The words of `edgewise conformance …`: what is behind them is loaded only when one of them is given. */

import { type Command, InvalidArgumentError } from 'commander'
import { count } from './count.js'

export function conformance(parent: Command, finish: (status: number) => void): void {
  const suite = parent
    .command('conformance')
    .description('try a step or a host in any language against the protocol')
    .addHelpText(
      'after',
      `\nExit statuses:\n    0  as expected\n    1  not as expected\n    2  usage, an error of the suite, or nothing was run`,
    )
  suiteFlags(suite.command('step').description('try the programs of a step'))
    .option('--config <file>', 'conformance.json of the step: its programs, and fixtures to try them on')
    .option('--producer <file>', 'the program that looks')
    .option('--consumer <file>', 'the program that applies')
    .option(
      '--patience <seconds>',
      'how long a program may do nothing before it is ended (default: 30)',
      seconds,
    )
    .action(async flags => finish(await (await import('./conformance.js')).runStep(flags)))
  suiteFlags(suite.command('host').description('try a host, through an adapter'))
    .argument('[args...]', 'what the adapter is called with')
    .requiredOption('--adapter <file>', 'the program that speaks to the host (conformance/host-adapter.md)')
    .option(
      '--patience <seconds>',
      'how long the host may do nothing before it is ended (default: 30)',
      seconds,
    )
    .action(async (args, flags) => finish(await (await import('./conformance.js')).runHost(args, flags)))
  suite
    .command('selftest')
    .description('try the suite: references pass everything, each mutant fails exactly its list')
    .option('--only <pattern>', 'references and mutants by name')
    .option('-j, --jobs <n>', 'plays at the same time (default: the number of cores)', count)
    .action(async flags => finish(await (await import('./conformance.js')).runSelftest(flags)))
  suite
    .command('lint')
    .description('find rules without a case, cases without a rule, and cases that prove nothing')
    .action(async () => finish((await import('./conformance.js')).runLint()))
  suite
    .command('list')
    .description('list the cases')
    .option('--json', 'the cases as JSON')
    .action(async flags => finish((await import('./conformance.js')).runList(flags)))
}

const suiteFlags = (command: Command): Command =>
  command
    .option('--only <pattern>', "cases by their id: 'S-*', 'C-07,C-08'")
    .option('--strict', 'a SHOULD that is not met is a failure')
    .option('--known-failures <file>', 'ids that are known to fail, one a line; one that passes is a failure')
    .option('--fix', 'bring the file of known failures up to date')
    .option('--report <file>', 'write what was tried as JSON')
    .option('--junit <file>', 'write what was tried as JUnit XML')
    .option('-j, --jobs <n>', 'cases at the same time (default: the number of cores)', count)

function seconds(value: string): number {
  const given = Number(value)
  if (value.trim() === '' || !Number.isFinite(given) || given <= 0)
    throw new InvalidArgumentError('A number above 0.')
  return given
}
