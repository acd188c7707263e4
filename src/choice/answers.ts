/** A file of answers: its path in, the answers, or every problem with file, line and column, out. */

import { open, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { type Document, lineAndColumn, rangeOf } from '../manifest/document.js'
import { parseJson } from '../manifest/json.js'
import { type Range, visible } from '../manifest/problem.js'
import type { Diagnostic } from '../manifest/step.js'
import { textOf } from '../manifest/text.js'
import { parseYaml } from '../manifest/yaml.js'
import type { Answer, SecretInput } from '../scheduler/model.js'
import { entriesOf, type Fault } from './entry.js'

export interface AnswersEntry {
  /** `step/item`, or a pattern with `*`. */
  key: string
  /** Files of secrets are absolute. */
  answer: Answer
  fingerprint?: string
  line: number
  column: number
}

export interface Answers {
  /** Absolute. */
  file: string
  /** In the order of the file. */
  entries: AnswersEntry[]
}

/** Far more than anyone writes; a wrong file named by mistake is told as such instead of being read whole. */
const MAX_BYTES = 4 * 1024 * 1024

export async function loadAnswers(path: string): Promise<{ answers?: Answers; diagnostics: Diagnostic[] }> {
  const file = resolve(path)
  const bytes = await readBounded(file)
  if (!bytes.ok) return { diagnostics: [{ severity: 'error', file, ...bytes.error }] }
  return parseAnswers(file, bytes.value)
}

/** The file's bytes in, the same as of `loadAnswers` out; nothing is read. */
export function parseAnswers(
  file: string,
  bytes: Uint8Array,
): { answers?: Answers; diagnostics: Diagnostic[] } {
  const decoded = textOf(bytes)
  const text = decoded.ok ? decoded.value : decoded.error.text
  const faults: Fault[] = []
  const report = (fault: Fault): void => void faults.push(fault)
  let document: Document | undefined
  if (decoded.ok) document = (file.endsWith('.json') ? parseJson : parseYaml)(text, report)
  else report(decoded.error.problem)
  const read = document ? entriesOf(document, report) : []
  const place = lineAndColumn(text)
  if (faults.length > 0)
    return {
      diagnostics: faults.map(fault => diagnosticOf(file, text, place, document, fault)).sort(byPlace),
    }
  const entries = read.map(({ key, answer, fingerprint, at }): AnswersEntry => {
    const bound = fingerprint === undefined ? {} : { fingerprint }
    return { key, answer: located(answer, dirname(file)), ...bound, ...place(at) }
  })
  return { answers: { file, entries }, diagnostics: [] }
}

function diagnosticOf(
  file: string,
  text: string,
  place: (offset: number) => { line: number; column: number },
  document: Document | undefined,
  { code, message, hint, path = [], onKey, range }: Fault,
): Diagnostic {
  const [start, end]: Range = range ?? (document ? rangeOf(document, path, onKey) : [0, 0])
  const quoted = visible(text.slice(start, end))
  return {
    severity: 'error',
    code: code.replace(/^manifest\./, 'answers.'),
    file,
    ...place(start),
    ...(quoted !== '' && { text: quoted }),
    message,
    ...(hint !== undefined && { hint }),
  }
}

const byPlace = (a: Diagnostic, b: Diagnostic): number => a.line! - b.line! || a.column! - b.column!

/** A secret's file is relative to the file that names it, wherever the host was started. */
function located(answer: Answer, folder: string): Answer {
  if (answer.kind !== 'resolution' || !answer.input) return answer
  const input = Object.entries(answer.input).map(([name, value]) => [name, absolute(value, folder)])
  return { ...answer, input: Object.fromEntries(input) }
}

const absolute = <T>(value: T | SecretInput, folder: string): T | SecretInput =>
  typeof value === 'object' && value !== null && 'secret' in value && value.secret === 'file'
    ? { ...value, file: resolve(folder, value.file) }
    : value

/** What `<(…)` and a redirection are called. */
const ofShell = /^\/(?:dev\/stdin|(?:dev|proc\/(?:self|[0-9]+))\/fd\/[0-9]+)$/

async function readBounded(
  file: string,
): Promise<Fallible<Uint8Array, Pick<Diagnostic, 'code' | 'message' | 'hint'>>> {
  const hint = 'Name a file of answers; `check --write-answers FILE` writes one to fill in.'
  try {
    const stats = await stat(file)
    // A FIFO that nobody writes to would be waited for without end; one that the shell made has its writer.
    if (!stats.isFile() && !stats.isDirectory() && !ofShell.test(file))
      return err({ code: 'answers.unreadable', message: `${file} is not a regular file.`, hint })
    const handle = await open(file, 'r')
    try {
      const parts: Buffer[] = []
      let length = 0
      // Read as a stream: `--answers <(…)` is a pipe that has no size.
      for await (const part of handle.createReadStream({ autoClose: false })) {
        parts.push(part as Buffer)
        length += (part as Buffer).length
        if (length > MAX_BYTES)
          return err({
            code: 'answers.too-large',
            message: `${file} is larger than ${MAX_BYTES} bytes.`,
            hint,
          })
      }
      return ok(Buffer.concat(parts))
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined) throw error
    const why =
      { ENOENT: 'there is no such file', EACCES: 'permission is denied', EISDIR: 'it is a folder' }[code] ??
      code
    return err({ code: 'answers.unreadable', message: `${file} cannot be read: ${why}.`, hint })
  }
}
