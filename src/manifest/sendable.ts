/** Text and numbers that no program could be given: NUL, half of a surrogate pair, numbers that JSON readers disagree on. */

import { type Document, rangeOf } from './document.js'
import { type Code, quote, type Sink, visible } from './problem.js'

/** A `start` message has to fit into a line of 1 MiB, and the rest of it needs some. */
export const CONFIG_BYTES = 1024 * 1024 - 16_384

const bad = (text: string): string | undefined =>
  text.includes('\0')
    ? 'the character U+0000'
    : /\p{Surrogate}/u.test(text)
      ? 'half of a surrogate pair'
      : undefined

export const checkSendable = (document: Document, report: Sink): void => {
  const path: string[] = []
  const say = (code: Code, message: string, hint: string, onKey = false): void =>
    report({ code, message, hint, path: [...path], onKey })
  const text = (value: string, onKey: boolean): void => {
    const what = bad(value)
    if (what !== undefined)
      say(
        'manifest.unsendable',
        `A ${onKey ? 'key' : 'text'} holds ${what}, which no program can be given.`,
        'Take it out.',
        onKey,
      )
  }
  const number = (value: number): void => {
    if (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value))) return
    const source = visible(document.text.slice(...rangeOf(document, path)), 80)
    if (!Number.isFinite(value))
      say(
        'manifest.bad-value',
        `${source} is a number that JSON cannot say.`,
        `Write "${source}" if text is meant.`,
      )
    else
      say(
        'manifest.bad-value',
        `${source} is beyond the whole numbers that every reader keeps.`,
        `Write "${source}".`,
      )
  }
  const visit = (value: unknown): void => {
    if (typeof value === 'string') text(value, false)
    if (typeof value === 'number') number(value)
    if (typeof value !== 'object' || value === null) return
    const named = !Array.isArray(value)
    for (const key of Object.keys(value)) {
      path.push(key)
      if (named) text(key, true)
      if (named && key === '__proto__')
        say('manifest.bad-key', `The key ${quote(key)} is refused.`, 'Use another.', true)
      visit((value as Record<string, unknown>)[key])
      path.pop()
    }
  }
  visit(document.value)
}

export const checkConfig = (config: unknown, path: readonly string[], report: Sink): void => {
  const bytes = Buffer.byteLength(JSON.stringify(config))
  if (bytes <= CONFIG_BYTES) return
  const message = `This config has ${bytes} bytes as JSON; ${CONFIG_BYTES} fit into a start message.`
  report({ code: 'manifest.config-too-large', message, hint: 'Put it into a file and name the file.', path })
}
