/** JSON text in, data with places out; strict, with every duplicate key, and the first syntax error alone. */

import { DEPTH, type Document, type Located, put, type Span } from './document.js'
import { oddNumber, type Problem, quote, type Range, type Sink } from './problem.js'

/** Also a YAML file's. */
export const TOO_DEEP = {
  message: `Nested deeper than ${DEPTH} levels.`,
  hint: 'Say it flatter.',
}

class SyntaxFault extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const WORD = /[^\s,:[\]{}"]+/y
const WORDS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
])

class Reader {
  at = 0
  duplicates = false
  readonly text: string
  readonly report: Sink
  readonly spans: Located['spans'] = new Map()
  readonly path: string[] = []
  readonly locating: boolean

  constructor(text: string, report: Sink, locating: boolean) {
    this.locating = locating
    this.text = text
    this.report = report
  }

  fail(
    message: string,
    hint = 'The file must be strict JSON: no comments, no trailing commas.',
    end = this.at + 1,
  ): never {
    const range: Range = [this.at, Math.min(end, this.text.length)]
    throw new SyntaxFault({ code: 'manifest.syntax', message, hint, range })
  }

  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    return pattern.test(this.text) ? this.text.slice(this.at, pattern.lastIndex) : undefined
  }

  space(): string {
    this.at += this.match(SPACE)?.length ?? 0
    return this.text.charAt(this.at)
  }

  /** Where the next thing begins. */
  begin(): number {
    this.space()
    return this.at
  }

  found(): string {
    return this.at >= this.text.length
      ? 'the end of the file'
      : quote(this.match(WORD) ?? this.text.charAt(this.at))
  }

  string(): string {
    const source = this.match(STRING)
    if (source === undefined)
      this.fail(
        'A text that begins here is not closed, or holds a raw control character or an unknown escape.',
      )
    this.at += source.length
    return JSON.parse(source) as string
  }

  value(): unknown {
    const next = this.space()
    if (next === '{') return this.mapping()
    if (next === '[') return this.list()
    if (next === '"') return this.string()
    const number = this.match(NUMBER)
    const word = this.match(WORD)
    if (number !== undefined && number === word) return this.number(number)
    if (word !== undefined && WORDS.has(word)) {
      this.at += word.length
      return WORDS.get(word)
    }
    this.fail(`A value is expected here, not ${this.found()}.`)
  }

  number(source: string): number {
    const value = Number(source)
    const odd = oddNumber(source, value, this.path, [this.at, this.at + source.length])
    if (odd) this.report(odd)
    this.at += source.length
    return value
  }

  /** Begins a list or a mapping; its entries' places are kept only where they are asked for. */
  enter(value: object): Map<string, Span> | undefined {
    if (this.path.length >= DEPTH) {
      const range: Range = [this.at, this.at + 1]
      throw new SyntaxFault({ code: 'manifest.too-deep', ...TOO_DEEP, range })
    }
    this.at++
    if (!this.locating) return undefined
    const spans = new Map<string, Span>()
    this.spans.set(value, spans)
    return spans
  }

  list(): unknown[] {
    const list: unknown[] = []
    const spans = this.enter(list)
    if (this.space() === ']') {
      this.at++
      return list
    }
    for (let end = ','; end === ','; ) {
      const start = this.begin()
      const position = String(list.length)
      this.path.push(position)
      list.push(this.value())
      this.path.pop()
      spans?.set(position, { value: [start, this.at] })
      end = this.separator(']')
    }
    return list
  }

  mapping(): Record<string, unknown> {
    const mapping: Record<string, unknown> = {}
    const spans = this.enter(mapping)
    if (this.space() === '}') {
      this.at++
      return mapping
    }
    for (let end = ','; end === ','; ) {
      if (this.space() !== '"') this.fail(`A key in double quotes is expected here, not ${this.found()}.`)
      const start = this.at
      const key = this.string()
      const span: Range = [start, this.at]
      if (this.space() !== ':')
        this.fail(`A colon is expected after the key ${quote(key)}, not ${this.found()}.`)
      this.at++
      const from = this.begin()
      this.path.push(key)
      const value = this.value()
      this.path.pop()
      if (!Object.hasOwn(mapping, key)) {
        put(mapping, key, value)
        spans?.set(key, { key: span, value: [from, this.at] })
      } else if (spans) this.report(duplicateKey(this.path, key, span, spans.get(key)!.key!))
      else this.duplicates = true
      end = this.separator('}')
    }
    return mapping
  }

  separator(close: ']' | '}'): string {
    const next = this.space()
    if (next !== ',' && next !== close)
      this.fail(`A comma or "${close}" is expected here, not ${this.found()}.`)
    this.at++
    return next
  }
}

/** One wording for both file formats. */
export const duplicateKey = (path: readonly string[], key: string, range: Range, earlier: Range): Problem => {
  const step = path.length === 1 && path[0] === 'steps'
  return {
    code: step ? 'manifest.duplicate-step' : 'manifest.duplicate-key',
    message: `${step ? 'The step' : 'The key'} ${quote(key)} is given twice.`,
    hint: step ? 'Give one of them another name, or take one away.' : 'Keep one of them.',
    path: [...path, key],
    range,
    earlier,
  }
}

const located = (text: string, report: Sink): Located => {
  const reader = new Reader(text, report, true)
  const start = reader.begin()
  return { value: reader.value(), range: [start, reader.at], spans: reader.spans }
}

const ignore: Sink = () => undefined

/** Undefined where the text is no JSON; then exactly one problem was reported. */
export const parseJson = (text: string, report: Sink): Document | undefined => {
  const problems: Problem[] = []
  const reader = new Reader(text, problem => problems.push(problem), false)
  try {
    reader.begin()
    const value = reader.value()
    if (reader.space() !== '')
      reader.fail(`Nothing may follow the end of the data, but ${reader.found()} does.`)
    // Only the second reading knows where a key stood first; it says the rest again too.
    let known = reader.duplicates ? located(text, report) : undefined
    if (!known) problems.forEach(report)
    return { text, value, located: () => (known ??= located(text, ignore)) }
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    report(error.problem)
    return undefined
  }
}
