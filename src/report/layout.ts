/** Boxes and arrows in, places on a plane out: columns by longest path, few crossings, arrows that bend around boxes. */

import type { Arrow, Box, Drawing } from './drawing.js'

export interface Size {
  width: number
  height: number
}

export interface Placed extends Size {
  box: Box
  /** Upper left corner. */
  x: number
  y: number
  column: number
}

export interface Routed {
  arrow: Arrow
  /** From the tail's right side to the tip's left side, by way of the gaps between boxes. */
  points: { x: number; y: number }[]
}

export interface Layout extends Size {
  boxes: Placed[]
  arrows: Routed[]
}

export interface Spacing {
  column: number
  row: number
}

/** A place in a column: a box, or where an arrow passes between boxes. */
interface Slot {
  box: Box | null
  width: number
  height: number
  column: number
  x: number
  y: number
  left: Slot[]
  right: Slot[]
}

/** More passing places than this would take longer than the picture is worth; long arrows then go straight. */
const mostPassings = 5000

/** `columns` says for each box how many columns stand before it. */
export function layOut(
  drawing: Drawing,
  columns: ReadonlyMap<Box, number>,
  sizeOf: (box: Box) => Size,
  spacing: Spacing,
): Layout {
  const slots = new Map<Box, Slot>()
  const grid: Slot[][] = []
  const put = (box: Box | null, column: number, size: Size): Slot => {
    const slot: Slot = { box, ...size, column, x: 0, y: 0, left: [], right: [] }
    while (grid.length <= column) grid.push([])
    grid[column]!.push(slot)
    return slot
  }
  for (const box of drawing.boxes) slots.set(box, put(box, columns.get(box) ?? 0, sizeOf(box)))
  const routes = route(drawing, slots, put)
  order(grid)
  place(grid, spacing)

  const all = grid.flat()
  const phased = new Set(drawing.arrows.flatMap(({ kind, from, to }) => (kind === 'phase' ? [from, to] : [])))
  return {
    width: largest(all.map(slot => slot.x + slot.width)),
    height: largest(all.map(slot => (isBar(slot) ? 0 : slot.y + slot.height))),
    boxes: [...slots.values()].map(({ x, y, width, height, column, box }) => ({
      x,
      y,
      width,
      height,
      column,
      box: box!,
    })),
    arrows: routes.map(({ arrow, by }) => ({ arrow, points: pointsOf(by, aside(arrow, phased)) })),
  }
}

function route(
  drawing: Drawing,
  slots: ReadonlyMap<Box, Slot>,
  put: (box: null, column: number, size: Size) => Slot,
): { arrow: Arrow; by: Slot[] }[] {
  const spans = drawing.arrows.map(({ from, to }) => slots.get(to)!.column - slots.get(from)!.column)
  const bend = spans.reduce((sum, span) => sum + Math.max(0, span - 1), 0) <= mostPassings
  return drawing.arrows.map((arrow, i) => {
    const start = slots.get(arrow.from)!
    const end = slots.get(arrow.to)!
    const by = [start]
    if (bend && spans[i]! > 1)
      for (let column = start.column + 1; column < end.column; column++)
        by.push(put(null, column, { width: 0, height: 6 }))
    by.push(end)
    for (let k = 1; k < by.length; k++) {
      // A barrier is met at any height, so it pulls at nothing.
      if (isBar(by[k - 1]!) || isBar(by[k]!)) continue
      by[k - 1]!.right.push(by[k]!)
      by[k]!.left.push(by[k - 1]!)
    }
    return { arrow, by }
  })
}

/** Barycenter sweeps, to and fro: each slot goes where its neighbours are on average; the best order seen is kept. */
function order(grid: Slot[][]): void {
  const rank = (column: Slot[]): void => {
    for (const [i, slot] of column.entries()) slot.y = i
  }
  const sweep = (column: Slot[], side: 'left' | 'right'): void => {
    const wish = new Map(
      column.map(slot => [slot, slot[side].length === 0 ? slot.y : mean(slot[side].map(({ y }) => y))]),
    )
    column.sort((a, b) => wish.get(a)! - wish.get(b)! || a.y - b.y)
    rank(column)
  }
  grid.forEach(rank)
  let best = { crossings: crossings(grid), grid: grid.map(column => [...column]) }
  for (let round = 0; round < 8 && best.crossings > 0; round++) {
    for (const column of grid.slice(1)) sweep(column, 'left')
    for (const column of grid.slice(0, -1).reverse()) sweep(column, 'right')
    const now = crossings(grid)
    if (now < best.crossings) best = { crossings: now, grid: grid.map(column => [...column]) }
  }
  grid.splice(0, grid.length, ...best.grid)
  grid.forEach(rank)
}

/** Pairs of arrows between neighbouring columns that cross, counted as inversions with a Fenwick tree. */
function crossings(grid: Slot[][]): number {
  let sum = 0
  for (const column of grid) {
    const ends = column.flatMap(slot => slot.right.map(({ y }) => y).toSorted((a, b) => a - b))
    const tree = new Array<number>(largest(ends) + 2).fill(0)
    ends.forEach((end, seen) => {
      let notAbove = 0
      for (let i = end + 1; i > 0; i -= i & -i) notAbove += tree[i]!
      sum += seen - notAbove
      for (let i = end + 1; i < tree.length; i += i & -i) tree[i]!++
    })
  }
  return sum
}

/** Columns side by side; within one, everything as near to its neighbours' middle as the order and the gaps allow. */
function place(grid: Slot[][], spacing: Spacing): void {
  let x = 0
  for (const column of grid) {
    const width = largest(column.map(slot => slot.width))
    let y = 0
    for (const slot of column) {
      // As wide as the column, so that an arrow does not bend behind a box.
      if (slot.box === null) slot.width = width
      slot.x = x + (width - slot.width) / 2
      slot.y = y
      y += slot.height + spacing.row
    }
    x += width + spacing.column
  }
  for (let round = 0; round < 6; round++) {
    for (const column of grid) pull(column, 'left', spacing.row)
    for (const column of [...grid].reverse()) pull(column, 'right', spacing.row)
  }
  for (const column of grid) pull(column, 'both', spacing.row)
  const top = grid
    .flat()
    .reduce((least, slot) => (isBar(slot) ? least : Math.min(least, slot.y)), Number.POSITIVE_INFINITY)
  for (const slot of grid.flat()) slot.y -= top
}

/** Isotonic regression: neighbours that wish for the same place share the mean of their wishes as one block. */
function pull(column: Slot[], side: 'left' | 'right' | 'both', gap: number): void {
  const blocks: { sum: number; slots: { slot: Slot; offset: number }[] }[] = []
  let offset = 0
  for (const slot of column) {
    const around = side === 'both' ? [...slot.left, ...slot.right] : slot[side]
    const middle = around.length === 0 ? slot.y + slot.height / 2 : mean(around.map(centre))
    blocks.push({ sum: middle - slot.height / 2 - offset, slots: [{ slot, offset }] })
    offset += slot.height + gap
    while (blocks.length > 1 && at(blocks.at(-2)!) > at(blocks.at(-1)!)) {
      const last = blocks.pop()!
      const before = blocks.at(-1)!
      before.sum += last.sum
      before.slots.push(...last.slots)
    }
  }
  for (const block of blocks) for (const { slot, offset: within } of block.slots) slot.y = at(block) + within
}

const at = (block: { sum: number; slots: unknown[] }): number => block.sum / block.slots.length
/** Without spreading: there may be more slots than a call takes arguments. */
const largest = (list: number[]): number => list.reduce((most, n) => Math.max(most, n), 0)
const centre = (slot: Slot): number => slot.y + slot.height / 2
const mean = (list: number[]): number => list.reduce((sum, n) => sum + n, 0) / list.length

const isBar = (slot: Slot): boolean => slot.box?.kind === 'barrier'

/** An arrow to or from a bar would lie on the one that leads to the same step behind it. */
const aside = (arrow: Arrow, phased: ReadonlySet<Box>): number =>
  arrow.kind === 'barrier' && (phased.has(arrow.from) || phased.has(arrow.to)) ? 8 : 0

/** A bar stands across the whole picture: it is met and left at the height of what is on the other side. */
function pointsOf(by: Slot[], lower: number): { x: number; y: number }[] {
  return by.flatMap((slot, i) => {
    const y = centre(isBar(slot) ? by[i === 0 ? 1 : i - 1]! : slot) + lower
    if (i === 0) return [{ x: slot.x + slot.width, y }]
    if (i === by.length - 1) return [{ x: slot.x, y }]
    return [
      { x: slot.x, y },
      { x: slot.x + slot.width, y },
    ]
  })
}
