/** What happens to the machine as a whole, in words: its reboots. */

import type { RunEvent } from '../scheduler/event.js'
import type { Tone } from './style.js'

export type MachineEvent = Extract<
  RunEvent,
  { type: 'reboot-awaited' | 'reboot-asked' | 'reboot-refused' | 'rebooted' }
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
  }
}
