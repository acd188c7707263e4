/** A terminal to ask at: streams in, one question at a time out, and the terminal left as it was found. */

import type { Readable, Writable } from 'node:stream'
import { styleText } from 'node:util'
import type { CANCEL_SYMBOL } from '@clack/prompts'
import { Keys, Screen, type Terminal } from './streams.js'
import { wrap } from './wrap.js'

export type Prompts = typeof import('@clack/prompts')

/** `back` is Escape; `stop` is Ctrl-C, Ctrl-D, a terminal that went away, or the caller's signal. */
export type Reply<T> = { kind: 'value'; value: T } | { kind: 'back' } | { kind: 'stop' }

export interface Streams {
  input: Readable
  output: Writable
  signal: AbortSignal
}

interface Key {
  name?: string
  ctrl?: boolean
}

const showCursor = '\u001b[?25h'

export class Dialogue {
  readonly prompts: Prompts
  readonly #keys: Keys
  readonly #screen: Screen
  readonly #signal: AbortSignal | undefined

  constructor(prompts: Prompts, terminal: Terminal, signal?: AbortSignal) {
    if (terminal.input.isTTY !== true) throw new Error('a prompt needs a terminal: input.isTTY is not true')
    this.prompts = prompts
    this.#keys = new Keys(terminal)
    this.#screen = new Screen(terminal)
    this.#signal = signal
  }

  get output(): Writable {
    return this.#screen
  }

  /** Columns for text beside the guide. */
  get width(): number {
    return Math.min(Math.max(this.#screen.columns - 4, 16), 96)
  }

  /** Options are wrapped beside a guide whose colour codes are counted as columns. */
  get labelWidth(): number {
    return Math.max(this.width - 2 - (styleText('cyan', ' ').length - 1), 16)
  }

  /** The text of an option, the lines after the first indented below it. */
  label(text: string): string {
    return wrap(text, this.labelWidth).join('\n  ')
  }

  /** For messages that the prompts do not wrap themselves: the guide goes on at their side. */
  beside(text: string): string {
    return wrap(text, this.width).join(`\n${styleText('gray', this.prompts.S_BAR)}  `)
  }

  /**
   * `more` is told when keys followed Enter in one piece, as when several lines are pasted.
   */
  async ask<T>(
    show: (streams: Streams) => Promise<T | typeof CANCEL_SYMBOL>,
  ): Promise<Reply<T> & { more?: boolean }> {
    for (;;) {
      const asked = await this.#askOnce(show)
      // Suspended by Ctrl-Z and continued: what is on the screen is no longer where the prompt believes it to be.
      if (asked.kind !== 'suspended') return asked
    }
  }

  async #askOnce<T>(
    show: (streams: Streams) => Promise<T | typeof CANCEL_SYMBOL>,
  ): Promise<(Reply<T> & { more?: boolean }) | { kind: 'suspended' }> {
    const input = this.#keys
    const aborted = new AbortController()
    let ending: 'stop' | 'back' | 'suspended' = 'stop'
    let entered = false
    let more = false
    const stop = (): void => aborted.abort()
    const onKey = (_text: string | undefined, key: Key | undefined): void => {
      if (entered) more = true
      else if (key?.name === 'return') {
        entered = true
        more = false
        // All keys of one piece are told before any microtask runs.
        queueMicrotask(() => {
          entered = false
        })
      }
      if (key?.name === 'escape') ending = 'back'
      if (key?.ctrl && key.name === 'c') ending = 'stop'
      if (key?.ctrl && key.name === 'z') {
        ending = 'suspended'
        stop()
      }
      // On an empty line readline takes Ctrl-D for the end and stops reading; the prompt would then wait for ever.
      if (key?.ctrl && key.name === 'd') setImmediate(() => input.isPaused() && stop())
    }
    input.prependListener('keypress', onKey)
    input.once('gone', stop)
    this.#signal?.addEventListener('abort', stop)
    if (this.#signal?.aborted || input.isGone) stop()
    try {
      const value = await show({ input, output: this.#screen, signal: aborted.signal })
      if (!this.prompts.isCancel(value))
        return more ? { kind: 'value', value, more } : { kind: 'value', value }
      return { kind: ending }
    } finally {
      input.off('keypress', onKey)
      input.off('gone', stop)
      this.#signal?.removeEventListener('abort', stop)
    }
  }

  close(): void {
    this.#keys.release()
    this.#screen.write(showCursor)
    this.#screen.release()
  }
}
