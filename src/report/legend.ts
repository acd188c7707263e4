/** A drawing in, its heading and the key to the signs that it really uses out. */

import type { EdgeKind } from '../scheduler/model.js'
import type { Drawing, Look } from './drawing.js'
import type { Size } from './layout.js'
import { displayWidth, truncate } from './width.js'
import { escapeXml as escaped } from './xml.js'

export interface Piece extends Size {
  svg: string
}

const arrows: Record<EdgeKind, string> = {
  needs: 'needs',
  after: 'order only',
  item: "an item's order",
  phase: 'the same step, after the reboot',
  barrier: 'waits for the reboot',
}

const looks: Record<Look, string> = {
  open: 'to do',
  idle: 'nothing to do',
  active: 'running',
  good: 'done',
  bad: 'failed',
  held: 'waits',
}

export function headingOf(drawing: Drawing): Piece {
  // The label of the point of no return stands in this room too.
  if (!drawing.title) return { svg: '', width: 0, height: drawing.boxes.some(box => box.noReturn) ? 22 : 4 }
  const title = truncate(drawing.title, 80)
  return {
    svg: `<text class="heading" x="0" y="14">${escaped(title)}</text>`,
    width: displayWidth(title) * 9.5,
    height: 52,
  }
}

export function legendOf(drawing: Drawing): Piece {
  const boxes = drawing.boxes.filter(box => box.kind === 'task')
  const usedLooks = (Object.keys(looks) as Look[]).filter(look => boxes.some(box => box.look === look))
  const usedArrows = (Object.keys(arrows) as EdgeKind[]).filter(kind =>
    drawing.arrows.some(arrow => arrow.kind === kind),
  )
  const entries: { sign: string; text: string }[] = [
    ...usedLooks.map(look => ({ sign: box(look), text: looks[look] })),
    ...(boxes.some(({ inserted }) => inserted)
      ? [{ sign: box('open inserted'), text: 'came in later' }]
      : []),
    ...usedArrows.map(kind => ({ sign: `<path class="arrow ${kind}" d="M0 0H24"/>`, text: arrows[kind] })),
  ]
  if (entries.length === 0) return { svg: '', width: 0, height: 0 }

  const parts: string[] = []
  let x = 0
  let row = 0
  let width = 0
  for (const { sign, text } of entries) {
    const step = 32 + displayWidth(text) * 6.3 + 22
    if (x > 0 && x + step > 760) {
      x = 0
      row++
    }
    parts.push(
      `<g transform="translate(${Math.round(x)} ${24 + row * 20})">${sign}<text class="key" x="32" y="4">${escaped(text)}</text></g>`,
    )
    x += step
    width = Math.max(width, x)
  }
  return { svg: parts.join(''), width, height: 34 + row * 20 }
}

const box = (classes: string): string =>
  `<g class="box ${classes}"><rect x="2" y="-6" width="20" height="12" rx="3"/></g>`
