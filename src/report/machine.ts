/** What happens to the machine as a whole, in words: its reboots, and units that are held. */

import type { RunEvent } from '../scheduler/event.js'
import type { Tone } from './style.js'

export type MachineEvent = Extract<
  RunEvent,
  {
    type:
      | 'reboot-awaited'
      | 'reboot-asked'
      | 'reboot-refused'
      | 'rebooted'
      | 'unit-held'
      | 'unit-released'
      | 'unit-started'
  }
>

/** One word, the sentence, and its tone. */
export function machineWords(event: MachineEvent): [what: string, text: string, tone: Tone] {
  switch (event.type) {
    case 'reboot-awaited':
      return ['reboot', 'the machine has to reboot before the run can go on', 'warn']
    case 'reboot-asked':
      return ['rebooting', `asks the machine to reboot: ${event.command.join(' ')}`, 'strong']
    case 'reboot-refused':
      return ['rebooting', `the machine did not take it: ${event.message}`, 'bad']
    case 'rebooted':
      return ['rebooted', 'the machine has booted again', 'strong']
    case 'unit-held':
      return ['holding', `${event.unit} does not start before ${event.steps.join(', ')} is settled`, 'dim']
    case 'unit-released':
      return ['released', `${event.unit} may start again`, 'dim']
    case 'unit-started':
      return event.ok
        ? ['started', event.unit, 'good']
        : ['not-started', `${event.unit}: ${event.message ?? 'it did not start'}`, 'bad']
  }
}
