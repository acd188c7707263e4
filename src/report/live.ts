/** The live view of a terminal: what runs is repainted at the bottom, what has happened scrolls up above it. */

import type { Event } from '../scheduler/event.js'
import { Board } from './board.js'
import { renderFrame } from './frame.js'
import { paintedLines } from './line.js'
import type { Clock, Write } from './reporter.js'
import type { Roster } from './roster.js'
import { describe, type Sentence } from './sentence.js'
import { createStyle, type Style } from './style.js'
import { displayWidth } from './width.js'

export interface LiveOptions {
  /** To the terminal; one call a frame. */
  write: Write
  /** Asked again at every frame, so that a resized window is noticed. */
  size(): { columns: number; rows: number }
  style: Style
  clock: Clock
  /** False where lines stay cut when the window shrinks (xterm, GNU screen) instead of being wrapped anew. */
  reflows?: boolean
  /** Called with what gives the terminal back when the process ends unforeseen; returns how to undo that. */
  onExit?: (restore: () => void) => () => void
}

const beatMs = 200
const hide = '\x1b[?25l'
const show = '\x1b[?25h'
/** Whatever is wider than it measured is cut at the edge, not wrapped into the next line. */
const unwrapped = (text: string): string => `\x1b[?7l${text}\x1b[?7h`

export class Live {
  readonly #options: LiveOptions
  readonly #roster: Roster
  readonly #board: Board
  #painted: string[] = []
  #paintedColumns = 0
  #beat = 0
  #stop: (() => void) | null = null
  #forget: (() => void) | null = null

  constructor(options: LiveOptions, roster: Roster) {
    this.#options = options
    this.#roster = roster
    this.#board = new Board(roster)
  }

  /** The roster must have learned the event. */
  event(event: Event): void {
    this.#board.take(event, this.#options.clock.now())
    const sentence = describe(event, this.#roster)
    this.#paint(sentence === null || isBusy(sentence) ? [] : paintedLines(sentence, this.#style()))
  }

  /** Takes note of what happened before without showing it. */
  learn(event: Event): void {
    this.#board.take(event, this.#options.clock.now())
  }

  /** Takes the area away and leaves the cursor below what stays; the next event may take it again. */
  close(): void {
    const last = this.#erased()
    this.#painted = []
    this.#rest(last)
  }

  #style(): Style {
    const { style } = this.#options
    return createStyle({ color: style.color, unicode: style.unicode, width: this.#options.size().columns })
  }

  #paint(permanent: string[]): void {
    const { columns, rows } = this.#options.size()
    const frame = renderFrame(
      {
        rows: this.#board.rows,
        counts: this.#board.counts,
        interrupted: this.#board.interrupted,
        now: this.#options.clock.now(),
        beat: this.#beat,
        height: Math.max(1, Math.min(Math.floor(rows / 2), rows - 2)),
      },
      this.#style(),
    )
    if (frame.length === 0) {
      const above = this.#erased() + permanent.map(line => `${line}\n`).join('')
      this.#painted = []
      this.#rest(above)
      return
    }
    const same = frame.length === this.#painted.length && columns === this.#paintedColumns
    if (permanent.length === 0 && same) this.#repaint(frame)
    else {
      const start = this.#painted.length === 0 ? hide : ''
      const body = [...permanent, ...frame].map(line => `${line}\n`).join('')
      this.#options.write(start + this.#erased() + unwrapped(body))
    }
    this.#painted = frame
    this.#paintedColumns = columns
    this.#wake()
  }

  /** Only the lines that changed, each in its place. */
  #repaint(frame: string[]): void {
    if (frame.every((line, i) => line === this.#painted[i])) return
    const body = frame.map((line, i) => (line === this.#painted[i] ? '\n' : `${line}\x1b[K\n`)).join('')
    this.#options.write(`\x1b[${frame.length}A${unwrapped(body)}`)
  }

  /** To the first line of the area and all below it away; nothing where there is no area. */
  #erased(): string {
    if (this.#painted.length === 0) return ''
    const { columns, rows } = this.#options.size()
    const reflows = this.#options.reflows ?? true
    const taken = this.#painted.map(line =>
      reflows ? Math.max(1, Math.ceil(displayWidth(line) / columns)) : 1,
    )
    const up = Math.min(
      taken.reduce((sum, n) => sum + n, 0),
      rows,
    )
    return `\x1b[${up}A\r\x1b[J`
  }

  #wake(): void {
    this.#forget ??= this.#options.onExit?.(() => this.close()) ?? null
    this.#stop ??= this.#options.clock.every(beatMs, () => {
      this.#beat++
      this.#paint([])
    })
  }

  /** Nothing moves: no timer, the cursor back. */
  #rest(last: string): void {
    const awake = this.#stop !== null
    this.#stop?.()
    this.#stop = null
    this.#forget?.()
    this.#forget = null
    const text = last + (awake ? show : '')
    if (text !== '') this.#options.write(text)
  }
}

/** Where every step is seen to run, saying that it starts is noise, and the prediction is printed in full elsewhere. */
const isBusy = ({ what, tone }: Sentence): boolean =>
  what === 'started' ||
  what === 'rechecking' ||
  what === 'predicted' ||
  (what === 'checked' && tone === 'dim')
