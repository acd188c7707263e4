/** A board in, the few lines of the live area out: never wider than the screen, never higher than allowed. */

import { formatElapsed } from './amount.js'
import type { Counts, Row } from './board.js'
import type { Style } from './style.js'
import { displayWidth, padEnd, padStart, truncate } from './width.js'

export interface Frame {
  rows: Row[]
  counts: Counts
  interrupted: boolean
  now: number
  /** Counts up with every beat of the spinner. */
  beat: number
  /** Lines that may be taken, at least 1. */
  height: number
}

/** Empty where nothing runs: then there is nothing to watch, and a prompt has the terminal to itself. */
export function renderFrame(frame: Frame, style: Style): string[] {
  if (frame.rows.length === 0) return []
  // The last column stays free, because terminals differ in what a full line does to the next.
  const width = style.width - 1
  const room = Math.max(0, frame.height - 1)
  const fits = frame.rows.length <= room
  const shown = fits ? frame.rows : frame.rows.slice(0, Math.max(0, room - 1))
  const hidden = frame.rows.length - shown.length
  const columns = measure(shown, frame.now, width)
  const lines = shown.map(row => renderRow(row, frame, columns, style))
  if (hidden > 0 && room > 0) {
    const more = `${style.symbols.ellipsis} and ${hidden} more`
    lines.push(style.paint('dim', truncate(`  ${more}`, width, style.symbols.ellipsis)))
  }
  return [...lines, renderCounts(frame, width, style)]
}

interface Columns {
  width: number
  name: number
  elapsed: number
  bar: number
}

/** Names get at most a third of the line, or all that the time leaves where messages have no room. */
function measure(rows: Row[], now: number, width: number): Columns {
  const elapsed = Math.max(0, ...rows.map(row => formatElapsed(now - row.since).length))
  const longest = Math.max(0, ...rows.map(row => displayWidth(row.name)))
  const most = width < 36 ? width - elapsed - 4 : Math.floor(width / 3)
  return { width, elapsed, name: Math.max(1, Math.min(longest, most)), bar: width >= 72 ? 12 : 0 }
}

function renderRow(row: Row, frame: Frame, columns: Columns, style: Style): string {
  const { symbols } = style
  const spinner = symbols.spinner[frame.beat % symbols.spinner.length]!
  const name = padEnd(truncate(row.name, columns.name, symbols.ellipsis), columns.name)
  const elapsed = padStart(formatElapsed(frame.now - row.since), columns.elapsed)
  const percent = row.percent === null ? '' : `${Math.floor(row.percent)} %`
  const showsPercent = percent !== '' && columns.width >= 36
  const bar = showsPercent ? columns.bar : 0
  const taken = 2 + columns.name + 2 + columns.elapsed + (showsPercent ? 7 : 0) + (bar > 0 ? bar + 1 : 0)
  const room = columns.width - taken - 2
  const message = room >= 4 ? truncate(messageOf(row), room, symbols.ellipsis) : ''
  return [
    `${style.paint('accent', spinner)} ${style.paint('strong', name)}`,
    room >= 4
      ? `  ${style.paint(row.quiet === null ? 'dim' : 'warn', padEnd(message, room))}`
      : ' '.repeat(Math.max(0, room + 2)),
    bar > 0 ? ` ${meter(row.percent!, bar, style)}` : '',
    showsPercent ? padStart(percent, 7) : '',
    `  ${elapsed}`,
  ].join('')
}

function messageOf(row: Row): string {
  if (row.quiet !== null) return `no message for ${formatElapsed(row.quiet)}`
  return row.message || row.what
}

function meter(percent: number, width: number, style: Style): string {
  const full = Math.round((percent / 100) * width)
  return (
    style.paint('accent', style.symbols.full.repeat(full)) +
    style.paint('dim', style.symbols.empty.repeat(width - full))
  )
}

function renderCounts(frame: Frame, width: number, style: Style): string {
  const { counts } = frame
  const parts = [
    frame.interrupted && 'interrupted, finishing what is in hand',
    counts.total > 0 && `${counts.done} of ${counts.total} done`,
    `${counts.running} running`,
    counts.queued > 0 && `${counts.queued} queued`,
    counts.locked > 0 && `${counts.locked} locked`,
    counts.asked > 0 && `${counts.asked} waiting for a choice`,
  ].filter(Boolean)
  return style.paint(
    'dim',
    truncate(`  ${parts.join(` ${style.symbols.middle} `)}`, width, style.symbols.ellipsis),
  )
}
