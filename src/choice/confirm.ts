/** The very last question before anything is changed: what will happen in, yes or no out. */

import type { Terminal } from './streams.js'
import { Dialogue } from './terminal.js'
import { wrap } from './wrap.js'

export interface Confirming {
  /** What will be done, the point of no return among it; already free of control characters. */
  lines: string[]
  /** Something destroys data: then Enter alone says no. */
  destructive: boolean
  terminal: Terminal
  signal?: AbortSignal
}

export interface Question {
  /** What it is about; already free of control characters. */
  lines: string[]
  message: string
  /** What Enter alone says. */
  initial: boolean
  terminal: Terminal
  signal?: AbortSignal
}

export const confirmCommit = ({ destructive, ...rest }: Confirming): Promise<boolean> =>
  confirm({
    ...rest,
    message: destructive ? 'Data will be destroyed. Apply this now?' : 'Apply this now?',
    initial: !destructive,
  })

/** Anything but a clear yes is a no: Escape, Ctrl-C and a terminal that went away too. */
export async function confirm({ lines, message, initial, terminal, signal }: Question): Promise<boolean> {
  const prompts = await import('@clack/prompts')
  const dialogue = new Dialogue(prompts, terminal, signal)
  try {
    const { output, width } = dialogue
    prompts.log.step(lines.flatMap(line => wrap(line, width)).join('\n'), { output })
    const reply = await dialogue.ask(streams =>
      prompts.confirm({ ...streams, message, initialValue: initial }),
    )
    return reply.kind === 'value' && reply.value
  } finally {
    dialogue.close()
  }
}
