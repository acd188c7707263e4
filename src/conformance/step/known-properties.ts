/** Properties that the schema does not know, found by its own list of properties: a misspelt one is ignored by every host. */

import { readFileSync } from 'node:fs'
import { data } from '../data.js'

interface Node {
  $ref?: string
  allOf?: Node[]
  properties?: Record<string, Node>
  additionalProperties?: Node | boolean
  items?: Node
}

let defs: Record<string, Node> | undefined

/** A definition with what it takes over from others. */
function resolved(node: Node): Node {
  defs ??= JSON.parse(readFileSync(data('..', 'protocol', 'schema.json'), 'utf8')).$defs as Record<
    string,
    Node
  >
  const taken = [...(node.$ref ? [defs[node.$ref.replace('#/$defs/', '')]!] : []), ...(node.allOf ?? [])].map(
    resolved,
  )
  const properties = Object.assign({}, ...taken.map(one => one.properties), node.properties)
  const known = Object.keys(properties).length > 0 ? { properties } : {}
  return Object.assign({}, ...taken, node, known)
}

/** Paths as in `resolutions[0].titel`. What begins with x- belongs to users. */
export function unknownIn(message: { type: string }): string[] {
  const found: string[] = []
  const visit = (value: unknown, node: Node, path: string): void => {
    const { properties, additionalProperties, items } = resolved(node)
    if (Array.isArray(value)) {
      if (items) for (const [at, one] of value.entries()) visit(one, items, `${path}[${at}]`)
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, one] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`
      const known = properties?.[key]
      if (known) visit(one, known, at)
      else if (typeof additionalProperties === 'object') visit(one, additionalProperties, at)
      else if (properties && !key.startsWith('x-')) found.push(at)
    }
  }
  visit(message, { $ref: `#/$defs/${message.type}` }, '')
  return found
}
