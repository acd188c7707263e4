/** A terminal that went away while a command ran: what is left to do about it when the command ends. */

import { closeSync, openSync } from 'node:fs'
import { isatty } from 'node:tty'

/** Node gives a terminal its modes back at its own end, and aborts where the terminal takes none any more. */
export function forgetLostTerminal(): void {
  for (const [fd, stream] of [process.stdin, process.stdout, process.stderr].entries()) {
    if (!stream.isTTY || isatty(fd)) continue
    closeSync(fd)
    // Takes the lowest number that is free, which is this one.
    openSync('/dev/null', 'r+')
  }
}
