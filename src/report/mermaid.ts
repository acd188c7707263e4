/** A graph of tasks in, a Mermaid flowchart out. */

import type { EdgeKind, Graph } from '../scheduler/model.js'
import { type Box, drawingOf, type GraphMeta, type Look } from './drawing.js'

const arrowsOf: Record<EdgeKind, string> = {
  needs: '-->',
  after: '-.->',
  item: '-.->',
  phase: '-->',
  barrier: '==>',
}

const classes: Record<Look | 'barrier' | 'noreturn' | 'inserted', string> = {
  open: 'fill:#f6f8fa,stroke:#57606a,color:#1f2328',
  idle: 'fill:#ffffff,stroke:#afb8c1,color:#6e7781',
  active: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
  good: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  bad: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  held: 'fill:#fff8c5,stroke:#9a6700,color:#1f2328',
  barrier: 'fill:#9a6700,stroke:#9a6700,color:#ffffff',
  inserted: 'stroke-dasharray:5 3',
  noreturn: 'stroke:#cf222e,stroke-width:3px',
}

export function toMermaid(graph: Graph, meta?: GraphMeta): string {
  const { title, boxes, arrows } = drawingOf(graph, meta)
  // Numbered ids: `end`, `graph` and an `o` or `x` after a line are syntax.
  const ids = new Map(boxes.map((box, i) => [box, `n${i}`]))
  return [
    ...(title ? ['---', `title: ${JSON.stringify(title)}`, '---'] : []),
    'flowchart LR',
    ...boxes.map(box => `  ${ids.get(box)}${shape(box)}`),
    ...arrows.map(
      ({ from, to, kind, inserted }) =>
        `  ${ids.get(from)} ${arrowsOf[kind]}${inserted ? '|added|' : ''} ${ids.get(to)}`,
    ),
    ...Object.entries(classes).map(([name, css]) => `  classDef ${name} ${css}`),
    ...boxes.flatMap(box => classesOf(box).map(name => `  class ${ids.get(box)} ${name}`)),
    '',
  ].join('\n')
}

function shape(box: Box): string {
  const label = [box.name, ...box.notes, box.state && `[${box.state}]`, box.noReturn && 'point of no return']
    .filter(line => typeof line === 'string' && line !== '')
    .map(line => escaped(String(line)))
    .join('<br>')
  return box.kind === 'barrier' ? `{{"${label}"}}` : `["${label}"]`
}

const classesOf = (box: Box): string[] => [
  box.kind === 'barrier' ? 'barrier' : box.look,
  ...(box.inserted ? ['inserted'] : []),
  ...(box.noReturn ? ['noreturn'] : []),
]

/** Whatever could be syntax, HTML or Markdown (a list, at the beginning) becomes Mermaid's `#code;`. */
const escaped = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}\p{M} ,.:-]/gu, char => `#${char.codePointAt(0)};`)
    .replace(/^(\d+)\./, '$1#46;')
    .replace(/^-/, '#45;')
