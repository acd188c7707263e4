/** What stands between a terminal and the prompts: its keys and its screen, neither of which can fail or colour unasked. */

import { PassThrough, type Readable, Writable } from 'node:stream'

export interface Terminal {
  input: Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }
  output: Writable & { columns?: number; rows?: number }
  /** Where the output does not know its width itself. */
  columns?: number
  /** False takes all colour out of what is written. Default true. */
  color?: boolean
}

/**
 * The keys of a terminal. A terminal that hangs up ends or fails with EIO, and readline would throw that; here it is
 * told once, as `gone`.
 */
export class Keys extends PassThrough {
  readonly isTTY = true
  isGone: boolean
  readonly #input: Terminal['input']
  readonly #feed = (keys: Buffer | string): void => void this.write(keys)
  readonly #hangUp = (): void => {
    if (this.isGone) return
    this.isGone = true
    this.emit('gone')
  }

  constructor({ input }: Terminal) {
    super()
    this.#input = input
    this.isGone = input.destroyed || input.readableEnded
    input.on('data', this.#feed)
    // Not once: to give back the modes of a terminal that is gone fails as well.
    for (const end of ends) input.on(end, this.#hangUp)
    input.resume()
  }

  setRawMode(raw: boolean): void {
    this.#input.setRawMode?.(raw)
  }

  /** A paused stdin lets the process end. */
  release(): void {
    this.setRawMode(false)
    this.#input.off('data', this.#feed)
    this.#input.pause()
    for (const end of ends) this.#input.off(end, this.#hangUp)
  }
}

const ends = ['end', 'error', 'close']

/** Passes on what is written, without colour where none is wanted: the prompts look at process.stdout alone. */
export class Screen extends Writable {
  readonly #terminal: Terminal
  readonly #resized = (): void => void this.emit('resize')

  constructor(terminal: Terminal) {
    super({ decodeStrings: false })
    this.#terminal = terminal
    terminal.output.on('resize', this.#resized)
  }

  get columns(): number {
    return this.#terminal.output.columns || this.#terminal.columns || 80
  }

  get rows(): number {
    return this.#terminal.output.rows || 24
  }

  override _write(chunk: string | Buffer, _encoding: string, done: () => void): void {
    const text = chunk.toString()
    this.#terminal.output.write(this.#terminal.color === false ? text.replace(/\u001b\[[\d;]*m/g, '') : text)
    done()
  }

  release(): void {
    this.#terminal.output.off('resize', this.#resized)
  }
}
