/** A graph of tasks in, a digraph for Graphviz out. */

import type { EdgeKind, Graph } from '../scheduler/model.js'
import { type Box, drawingOf, type GraphMeta, type Look } from './drawing.js'

const fills: Record<Look, string> = {
  open: 'fillcolor="#f6f8fa", color="#57606a"',
  idle: 'fillcolor="#ffffff", color="#afb8c1", fontcolor="#6e7781"',
  active: 'fillcolor="#ddf4ff", color="#0969da"',
  good: 'fillcolor="#dafbe1", color="#1a7f37"',
  bad: 'fillcolor="#ffebe9", color="#cf222e"',
  held: 'fillcolor="#fff8c5", color="#9a6700"',
}

const lines: Record<EdgeKind, string> = {
  needs: 'style=solid',
  after: 'style=dashed',
  item: 'style=dotted',
  phase: 'style=solid, color="#0969da"',
  barrier: 'style=bold, color="#9a6700"',
}

export function toDot(graph: Graph, meta?: GraphMeta): string {
  const { title, boxes, arrows } = drawingOf(graph, meta)
  // Numbered ids: `node`, `graph` and `edge` are keywords, and a port would hide behind a colon.
  const ids = new Map(boxes.map((box, i) => [box, `n${i}`]))
  return [
    'digraph transition {',
    ...(title ? [`  label=${quoted(title)}; labelloc=t; fontsize=16`] : []),
    '  rankdir=LR; fontname="sans-serif"; nodesep=0.25; ranksep=0.6',
    '  node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=11]',
    '  edge [fontname="sans-serif", fontsize=9, color="#57606a", arrowsize=0.7]',
    ...boxes.map(box => `  ${ids.get(box)} [label=${quoted(labelOf(box))}, ${attributes(box)}]`),
    ...arrows.map(
      ({ from, to, kind, inserted }) =>
        `  ${ids.get(from)} -> ${ids.get(to)} [${lines[kind]}, tooltip=${quoted(kind)}${inserted ? ', label="added"' : ''}]`,
    ),
    '}',
    '',
  ].join('\n')
}

function attributes(box: Box): string {
  if (box.kind === 'barrier')
    return `${fills.held}, style="filled${box.inserted ? ',dashed' : ''}", height=1.4`
  const borders = [box.inserted && 'dashed', box.noReturn && 'bold'].filter(Boolean)
  return [
    fills[box.look],
    borders.length > 0 && `style="rounded,filled,${borders.join(',')}"`,
    box.noReturn && 'peripheries=2, xlabel="point of no return"',
  ]
    .filter(Boolean)
    .join(', ')
}

const labelOf = (box: Box): string =>
  [box.name, ...box.notes, box.state && `[${box.state}]`].filter(line => line !== '').join('\n')

/** Labels know backslash escapes and HTML's entities; nothing else in a string is special. */
const quoted = (text: string): string =>
  `"${text.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`
