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

/** Anything but a clear yes is a no: Escape, Ctrl-C and a terminal that went away too. */
export async function confirmCommit({ lines, destructive, terminal, signal }: Confirming): Promise<boolean> {
  const prompts = await import('@clack/prompts')
  const dialogue = new Dialogue(prompts, terminal, signal)
  try {
    const { output, width } = dialogue
    prompts.log.step(lines.flatMap(line => wrap(line, width)).join('\n'), { output })
    const reply = await dialogue.ask(streams =>
      prompts.confirm({
        ...streams,
        message: destructive ? 'Data will be destroyed. Apply this now?' : 'Apply this now?',
        initialValue: !destructive,
      }),
    )
    return reply.kind === 'value' && reply.value
  } finally {
    dialogue.close()
  }
}
