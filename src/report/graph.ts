/** A graph of tasks in, the three ways to draw it out. */

export { toDot } from './dot.js'
export { toMermaid } from './mermaid.js'
export { toSvg } from './svg.js'
