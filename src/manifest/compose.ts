/** YAML text to the one document in it; what is nested too deep, or comes after it, is told by its offset. */

import { Composer, type CST, type Document, Lexer, Parser } from 'yaml'
import { err, type Fallible, ok } from '../fallible.js'
import { DEPTH } from './document.js'

export interface Unfit {
  why: 'too-deep' | 'second-document'
  offset: number
}

/** A level may take the parser more than one place on its stack. */
const STACK = 3 * DEPTH

/**
 * The parser proper keeps a stack of its own, the composer after it recurses: a line of 50,000 dashes is enough to end
 * the whole process, beyond the reach of any `catch`. So the stack is watched between the two.
 */
export const compose = (text: string): Fallible<Document.Parsed, Unfit> => {
  const parser = new Parser()
  let deep: number | undefined
  function* tokens(): Generator<CST.Token> {
    let offset = 0
    for (const lexeme of new Lexer().lex(text)) {
      yield* parser.next(lexeme)
      if (parser.stack.length > STACK) {
        deep = offset
        return
      }
      offset = parser.offset
    }
    yield* parser.end()
  }
  // It compares each key with all before it; the reader does that in linear time.
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false })
  let document: Document.Parsed | undefined
  for (const each of composer.compose(tokens(), true, text.length)) {
    if (deep !== undefined) break
    if (document) return err({ why: 'second-document', offset: each.range[0] })
    document = each
  }
  if (deep !== undefined) return err({ why: 'too-deep', offset: deep })
  if (!document) throw new Error('the YAML composer ended without a document')
  return ok(document)
}
