/** A graph of tasks in, a picture that stands alone out: no scripts, no fonts to load, light or dark as the reader has it. */

import type { Graph } from '../scheduler/model.js'
import { type Box, drawingOf, type GraphMeta } from './drawing.js'
import { type Layout, layOut, type Placed, type Routed, type Size } from './layout.js'
import { headingOf, legendOf } from './legend.js'
import { levelsOf } from './levels.js'
import { sheet } from './sheet.js'
import { displayWidth, truncate } from './width.js'
import { escapeXml as escaped } from './xml.js'

const margin = 28
const spacing = { column: 64, row: 18 }
const rows = { name: 20, note: 15, padding: 10 }
/** Pixels that a column of text takes, on the safe side of the usual sans-serif faces. */
const glyph = { name: 7.9, note: 6.5 }
const widest = 40
const mostNotes = 5

export function toSvg(graph: Graph, meta?: GraphMeta): string {
  const drawing = drawingOf(graph, meta)
  const layout = layOut(drawing, columnsOf(graph, drawing.boxes), sizeOf, spacing)
  const heading = headingOf(drawing)
  const legend = legendOf(drawing)
  const width = Math.ceil(Math.max(layout.width, heading.width, legend.width) + 2 * margin)
  const top = margin + heading.height
  const height = Math.ceil(top + layout.height + spacing.row + legend.height + margin)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(drawing.title || 'transition')}</title>`,
    `<style>${sheet}</style>`,
    ...['line', 'phase', 'barrier'].map(arrowhead),
    `<rect class="page" width="${width}" height="${height}"/>`,
    `<g transform="translate(${margin} ${margin})">${heading.svg}</g>`,
    `<g transform="translate(${margin} ${top})">`,
    ...noReturnLine(layout),
    ...layout.arrows.map(renderArrow),
    ...layout.boxes.map(placed =>
      placed.box.kind === 'barrier' ? renderBar(placed, layout) : renderBox(placed),
    ),
    '</g>',
    `<g transform="translate(${margin} ${height - margin - legend.height})">${legend.svg}</g>`,
    '</svg>',
    '',
  ].join('\n')
}

function columnsOf(graph: Graph, boxes: Box[]): Map<Box, number> {
  const byId = new Map(boxes.map(box => [box.id, box]))
  const columns = new Map<Box, number>()
  levelsOf(graph).forEach((level, column) => {
    const ids = 'barrier' in level ? [level.barrier.id] : level.tasks.map(task => task.id)
    for (const id of ids) columns.set(byId.get(id)!, column)
  })
  return columns
}

const arrowhead = (kind: string): string =>
  `<marker id="head-${kind}" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto">` +
  `<path class="head ${kind}" d="M0 .5 8 4 0 7.5z"/></marker>`

function sizeOf(box: Box): Size {
  if (box.kind === 'barrier') return { width: 22, height: displayWidth(nameOfBar(box)) * 7 + 24 }
  const name =
    displayWidth(shortened(box.name)) * glyph.name +
    (box.state ? displayWidth(box.state) * glyph.note + 20 : 0)
  const notes = notesOf(box).map(note => displayWidth(note) * glyph.note)
  return {
    width: Math.max(110, Math.ceil(Math.max(name, ...notes) + 26)),
    height: rows.name + notes.length * rows.note + 2 * rows.padding - 4,
  }
}

const shortened = (text: string): string => truncate(text, widest)

function notesOf(box: Box): string[] {
  const notes = box.notes.map(shortened)
  return notes.length <= mostNotes
    ? notes
    : [...notes.slice(0, mostNotes - 1), `… and ${notes.length - mostNotes + 1} more`]
}

function renderBox({ box, x, y, width, height }: Placed): string {
  const classes = ['box', box.look, box.inserted && 'inserted', box.noReturn && 'noreturn']
    .filter(Boolean)
    .join(' ')
  const full = [box.name, ...box.notes, box.state].filter(line => line !== '').join('\n')
  const text = (line: string, kind: string, dx: number, dy: number): string =>
    `<text class="${kind}" x="${round(x + dx)}" y="${round(y + dy)}">${escaped(line)}</text>`
  return [
    `<g class="${classes}"><title>${escaped(full)}</title>`,
    `<rect x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="7"/>`,
    text(shortened(box.name), 'name', 13, rows.padding + 13),
    ...(box.state ? [text(box.state, 'state', width - 12, rows.padding + 13)] : []),
    ...notesOf(box).map((note, i) => text(note, 'note', 13, rows.padding + rows.name + 10 + i * rows.note)),
    '</g>',
  ].join('')
}

const nameOfBar = ({ name, inserted, state }: Box): string =>
  [name, inserted && 'added', state].filter(Boolean).join(', ')

function renderBar({ box, x, width }: Placed, layout: Layout): string {
  const middle = { x: round(x + width / 2), y: round(layout.height / 2) }
  return (
    `<g class="bar${box.inserted ? ' inserted' : ''}"><title>${escaped([box.name, ...box.notes, box.state].filter(line => line !== '').join('\n'))}</title><rect x="${round(x)}" y="-10" width="${width}" height="${round(layout.height + 20)}" rx="5"/>` +
    `<text x="${middle.x}" y="${middle.y}" transform="rotate(-90 ${middle.x} ${middle.y})" dy="4">${escaped(nameOfBar(box))}</text></g>`
  )
}

function noReturnLine(layout: Layout): string[] {
  const first = layout.boxes.find(placed => placed.box.noReturn)
  if (!first) return []
  const column = layout.boxes.filter(placed => placed.column === first.column)
  const x = round(column.reduce((least, placed) => Math.min(least, placed.x), first.x) - 20)
  return [
    `<g class="edge-of-return"><line x1="${x}" y1="-12" x2="${x}" y2="${round(layout.height + 12)}"/>` +
      `<text x="${x}" y="-17">point of no return</text></g>`,
  ]
}

function renderArrow({ arrow, points }: Routed): string {
  const [start, ...rest] = points
  let from = start!
  const path = rest.map(to => {
    const reach = Math.max(20, (to.x - from.x) / 2)
    const straight = from.y === to.y
    const piece = straight
      ? `L${round(to.x)} ${round(to.y)}`
      : `C${round(from.x + reach)} ${round(from.y)} ${round(to.x - reach)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`
    from = to
    return piece
  })
  const head = arrow.kind === 'phase' || arrow.kind === 'barrier' ? arrow.kind : 'line'
  return `<path class="arrow ${arrow.kind}${arrow.inserted ? ' inserted' : ''}" d="M${round(start!.x)} ${round(start!.y)}${path.join('')}" marker-end="url(#head-${head})"/>`
}

const round = (n: number): number => Math.round(n * 10) / 10
