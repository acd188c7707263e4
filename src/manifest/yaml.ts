/** YAML 1.2 text in, data with places out; only what JSON can say, with bounded aliases, and no tags or merge keys. */

import { type Alias, isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Node, Scalar } from 'yaml'
import { compose } from './compose.js'
import { DEPTH, type Document, type Located, put, type Span } from './document.js'
import { duplicateKey, TOO_DEEP } from './json.js'
import { oddNumber, quote, type Range, type Sink, visible } from './problem.js'

/** How many nodes may come out of aliases, in the whole file. */
const ALIASED = 100_000
const SYNTAX_ERRORS = 10

const SECOND = {
  message: 'A second YAML document begins in this file.',
  hint: 'Keep one document; take the line "---" away.',
}

class TooMuch extends Error {}

class Reader {
  readonly spans: Located['spans'] = new Map()
  readonly anchors = new Map<string, Node>()
  readonly targets = new Map<Alias, Node | undefined>()
  aliased = 0
  broken = false
  inAlias = 0
  readonly text: string
  readonly report: Sink

  constructor(text: string, report: Sink) {
    this.text = text
    this.report = report
  }

  refuse(what: string, hint: string, range: Range): void {
    this.report({ code: 'manifest.yaml-feature', message: what, hint, range })
  }

  range(node: Node | null): Range {
    return node?.range ? [node.range[0], node.range[1]] : [0, 0]
  }

  value(node: Node | null, path: readonly string[]): unknown {
    if (node === null) return null
    if (path.length > DEPTH) {
      this.report({ code: 'manifest.too-deep', ...TOO_DEEP, range: this.range(node) })
      throw new TooMuch()
    }
    if (this.inAlias > 0 && ++this.aliased > ALIASED) {
      this.refuse(
        `The aliases of this file stand for more than ${ALIASED} values.`,
        'Write them out, or say less.',
        this.range(node),
      )
      throw new TooMuch()
    }
    if (isAlias(node)) return this.alias(node, path)
    if (node.tag !== undefined)
      this.refuse(
        `The tag ${quote(node.tag.replace('tag:yaml.org,2002:', '!!'))} is not understood here.`,
        'Take it away; a text is written in quotes.',
        this.range(node),
      )
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined
    if (anchor !== undefined && this.inAlias === 0) this.anchors.set(anchor, node)
    if (isScalar(node)) return this.scalar(node, path)
    if (isSeq(node)) return this.list(node.items as Node[], path)
    if (isMap(node)) return this.mapping(node.items as { key: Node | null; value: Node | null }[], path)
    return null
  }

  /** An alias means what its anchor meant where the alias stands, also when it is read again through another alias. */
  alias(node: Alias, path: readonly string[]): unknown {
    if (!this.targets.has(node)) this.targets.set(node, this.anchors.get(node.source))
    const target = this.targets.get(node)
    if (!target) {
      this.broken = true
      this.report({
        code: 'manifest.syntax',
        message: `No anchor "&${visibleName(node.source)}" stands before this alias.`,
        hint: 'Put the anchor first, or write the text in quotes if the star is part of it.',
        range: this.range(node),
      })
      return null
    }
    this.inAlias++
    const value = this.value(target, path)
    this.inAlias--
    return value
  }

  scalar(node: Scalar, path: readonly string[]): unknown {
    if (typeof node.value !== 'number') return node.value
    const range = this.range(node)
    const odd = oddNumber(this.text.slice(...range), node.value, path, range)
    if (odd) this.report(odd)
    return node.value
  }

  list(items: readonly Node[], path: readonly string[]): unknown[] {
    const list: unknown[] = []
    const spans = new Map<string, Span>()
    this.spans.set(list, spans)
    for (const item of items) {
      const position = String(list.length)
      // `[a: 1]` is a list of one mapping, which the parser hands over as a bare pair.
      if (isPair(item)) list.push(this.mapping([item as never], [...path, position]))
      else {
        list.push(this.value(item, [...path, position]))
        spans.set(position, { value: this.range(item) })
      }
    }
    return list
  }

  key(node: Node | null): string | undefined {
    const source = this.text.slice(...this.range(node))
    if (isScalar(node) && typeof node.value === 'string') {
      if (node.value !== '<<' || node.type !== Scalar.PLAIN) return node.value
      this.refuse('Merge keys are not understood here.', 'Write the keys out.', this.range(node))
      return undefined
    }
    this.report({
      code: 'manifest.bad-key',
      message: `A key must be text, and ${source === '' ? 'an empty one' : quote(source)} is not.`,
      hint:
        isScalar(node) && source !== ''
          ? `Write "${visibleName(source)}" in quotes.`
          : 'Write a text before the colon.',
      range: this.range(node),
    })
    return undefined
  }

  mapping(
    items: readonly { key: Node | null; value: Node | null }[],
    path: readonly string[],
  ): Record<string, unknown> {
    const mapping: Record<string, unknown> = {}
    const spans = new Map<string, Span>()
    this.spans.set(mapping, spans)
    for (const pair of items) {
      const key = this.key(pair.key)
      if (key === undefined) continue
      const keyRange = this.range(pair.key)
      const value = this.value(pair.value, [...path, key])
      const before = spans.get(key)
      if (before) this.report(duplicateKey(path, key, keyRange, before.key!))
      else {
        put(mapping, key, value)
        spans.set(key, { key: keyRange, value: pair.value?.range ? this.range(pair.value) : keyRange })
      }
    }
    return mapping
  }
}

const visibleName = (text: string): string => quote(text).slice(1, -1)

/** Undefined where the text is no YAML, or asks for more than is read; then at least one problem was reported. */
export const parseYaml = (text: string, report: Sink): Document | undefined => {
  const composed = compose(text)
  if (!composed.ok) {
    const { why, offset } = composed.error
    const range: Range = [offset, offset + 1]
    if (why === 'too-deep') report({ code: 'manifest.too-deep', ...TOO_DEEP, range })
    else report({ code: 'manifest.syntax', ...SECOND, range })
    return undefined
  }
  const parsed = composed.value
  for (const error of parsed.errors.slice(0, SYNTAX_ERRORS))
    report({
      code: 'manifest.syntax',
      message: `This is not valid YAML: ${visible(error.message)}.`,
      hint: 'Look at the indentation and the quotes here and in the line before.',
      range: [error.pos[0], Math.max(error.pos[1], error.pos[0])],
    })
  if (parsed.errors.length > 0) return undefined
  const reader = new Reader(text, report)
  const yaml = parsed.directives?.yaml
  if (yaml?.explicit && yaml.version !== '1.2')
    reader.refuse(
      `YAML ${yaml.version} is asked for; this is read as YAML 1.2.`,
      'Take the %YAML line away.',
      [0, 0],
    )
  const contents = parsed.contents as Node | null
  try {
    const value = reader.value(contents, [])
    if (reader.broken) return undefined
    const located: Located = { value, range: reader.range(contents), spans: reader.spans }
    return { text, value, located: () => located }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    return undefined
  }
}
