/** The words of `edgewise new …`: what is behind them is loaded only when one of them is given. */

import { type Command, Option } from 'commander'

export function fresh(parent: Command, finish: (status: number) => void): void {
  parent
    .command('new')
    .description('write something to start from')
    .command('step')
    .description('a step that passes the conformance suite, with fixtures to try it on, to be made yours')
    .argument('[dir]', 'a folder that is not there yet, or empty', 'step')
    .addOption(
      new Option('--lang <language>', 'what it is written in')
        .choices(['sh', 'python', 'rust', 'go'])
        .makeOptionMandatory(),
    )
    .addHelpText('after', '\nExit statuses:\n    0  written\n    2  usage, or it could not be written')
    .action(async (dir, flags) => finish((await import('./conformance.js')).runNewStep(dir, flags.lang)))
}
