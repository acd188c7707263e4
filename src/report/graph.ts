/** A graph of tasks in, text for a drawing program or a picture out. */

import type { Graph } from '../scheduler/model.js'
import { drawDot } from './dot.js'
import { type Box, drawingOf, type GraphMeta } from './drawing.js'
import { levelsOf } from './levels.js'
import { drawMermaid } from './mermaid.js'
import { drawSvg } from './svg.js'

export const toDot = (graph: Graph, meta?: GraphMeta): string => drawDot(drawingOf(graph, meta))

export const toMermaid = (graph: Graph, meta?: GraphMeta): string => drawMermaid(drawingOf(graph, meta))

export function toSvg(graph: Graph, meta?: GraphMeta): string {
  const drawing = drawingOf(graph, meta)
  const boxes = new Map(drawing.boxes.map(box => [box.id, box]))
  const columns = new Map<Box, number>()
  levelsOf(graph).forEach((level, column) => {
    const ids = 'barrier' in level ? [level.barrier.id] : level.tasks.map(task => task.id)
    for (const id of ids) columns.set(boxes.get(id)!, column)
  })
  return drawSvg(drawing, columns)
}
