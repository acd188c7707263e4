/** A file's bytes to its text, or the first place where they are no text. */

import { isUtf8 } from 'node:buffer'
import { err, type Fallible, ok } from '../fallible.js'
import type { Problem } from './problem.js'

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/** How many bytes before the first that is not UTF-8. */
const goodBytes = (bytes: Uint8Array): number => {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let at = 0
  for (const character of lossy) {
    if (character === '\ufffd' && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd))
      break
    at += Buffer.byteLength(character)
  }
  return at
}

const encodingOf = (bytes: Uint8Array): string =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
    ? 'It looks like UTF-16: save'
    : 'Save'

export interface NotText {
  problem: Problem
  /** What could be read before it. */
  text: string
}

/** A byte order mark is left out; offsets count in the text that comes back. */
export const textOf = (bytes: Uint8Array): Fallible<string, NotText> => {
  const decoder = new TextDecoder()
  if (!isUtf8(bytes)) {
    const good = goodBytes(bytes)
    const text = decoder.decode(bytes.subarray(0, good))
    const byte = bytes[good]!.toString(16).padStart(2, '0')
    return err({
      text,
      problem: {
        code: 'manifest.not-utf8',
        message: `The byte 0x${byte} here is not UTF-8.`,
        hint: `${encodingOf(bytes)} the file as UTF-8.`,
        range: [text.length, text.length],
      },
    })
  }
  const text = decoder.decode(bytes)
  const at = text.search(CONTROL)
  if (at < 0) return ok(text)
  const code = text.charCodeAt(at).toString(16).padStart(4, '0')
  return err({
    text,
    problem: {
      code: 'manifest.syntax',
      message: `The control character U+${code} stands in the file.`,
      hint: 'Take it away; inside of double quotes it can be written as an escape.',
      range: [at, at + 1],
    },
  })
}
