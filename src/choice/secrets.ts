/** Secrets are only named in choices: here the name is turned into the value, at each send anew. */

import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import { splitAddress } from '../scheduler/findings.js'
import { lostSecret, secretName } from '../scheduler/hold.js'
import type { Address, Choice, SecretInput } from '../scheduler/model.js'
import { MAX_VALUE_BYTES, textFault } from './value.js'

/** What was typed at a prompt. It lives as long as the host does and is never written anywhere. */
export class SecretStore {
  readonly #values = new Map<string, string>()
  readonly #read = new Set<string>()

  put(address: Address, input: string, value: string): void {
    this.#values.set(key(address, input), value)
  }

  get(address: Address, input: string): string | undefined {
    const { step, item } = splitAddress(address)
    return (
      this.#values.get(key(address, input)) ??
      // Typed again for the host's question, since the host that had it before has ended.
      this.#values.get(key(lostSecret(step), secretName(item, input)))
    )
  }

  forget(address: Address): void {
    for (const known of [...this.#values.keys()])
      if (known.startsWith(key(address, ''))) this.#values.delete(known)
  }

  /** What was read to be sent. Another may take its place, and yet it may come back: known for redaction alone. */
  note(value: string): void {
    this.#read.add(value)
  }

  /** For redaction, the longest first, so that a secret inside another leaves nothing of the longer one behind. */
  values(): string[] {
    return [...new Set([...this.#values.values(), ...this.#read])]
      .filter(value => value !== '')
      .sort((a, b) => b.length - a.length)
  }
}

// An address has exactly one slash and names have none, so no two pairs share a key.
const key = (address: Address, input: string): string => `${address}/${input}`

/** True where a choice needs a secret that was typed into a host that has ended: it has to be made again. */
export const isLost = (
  { address, answer }: Pick<Choice, 'address' | 'answer'>,
  store: SecretStore,
): boolean =>
  answer.kind === 'resolution' &&
  Object.entries(answer.input ?? {}).some(
    ([name, value]) =>
      typeof value === 'object' && value.secret === 'memory' && store.get(address, name) === undefined,
  )

export interface SecretFault {
  code: 'choice.secret-lost' | 'choice.secret-unreadable' | 'choice.secret-bad'
  /** The end of a sentence that begins with what it is needed for. */
  why: string
  message: string
  hint: string
}

export interface Secret {
  value: string
  /** Something to tell the operator about a file that could be read all the same. */
  notice?: string
}

export function readSecret(
  ref: SecretInput,
  store: SecretStore,
  address: Address,
  input: string,
): Fallible<Secret, SecretFault> {
  if (ref.secret === 'file') {
    const read = readSecretFile(ref.file, address, input)
    if (read.ok) store.note(read.value.value)
    return read
  }
  const value = store.get(address, input)
  if (value !== undefined) {
    store.note(value)
    return ok({ value })
  }
  return err(
    faultOf(
      { address, input },
      {
        code: 'choice.secret-lost',
        why: 'was typed into a host that has ended, and typed secrets are never kept',
        hint: 'Choose again at a terminal, or name a file that holds the secret: { file: … }.',
      },
    ),
  )
}

interface Subject {
  address: Address
  input: string
}

export const faultOf = (
  { address, input }: Subject,
  { code, why, hint }: Omit<SecretFault, 'message'>,
): SecretFault => ({ code, why, message: `The secret \`${input}\` of ${address} ${why}.`, hint })

function readSecretFile(file: string, address: Address, input: string): Fallible<Secret, SecretFault> {
  const subject = { address, input }
  let fd: number
  try {
    // Without O_NONBLOCK a FIFO in the file's place would hang the host.
    fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    return err(unreadable(subject, file, error))
  }
  try {
    const { mode, size } = fstatSync(fd)
    if ((mode & constants.S_IFMT) !== constants.S_IFREG)
      return err(
        bad(
          subject,
          file,
          'is not a regular file',
          'Name a regular file that holds the secret and nothing else.',
        ),
      )
    if (size > MAX_VALUE_BYTES)
      return err(bad(subject, file, `holds ${size} bytes`, `A secret has at most ${MAX_VALUE_BYTES} bytes.`))
    const decoded = decode(readAll(fd))
    if (!decoded.ok)
      return err(
        bad(subject, file, decoded.error, 'Keep the secret as plain text, encoded for instance in base64.'),
      )
    return ok(
      (mode & 0o077) === 0 ? { value: decoded.value } : { value: decoded.value, notice: openTo(file, mode) },
    )
  } catch (error) {
    return err(unreadable(subject, file, error))
  } finally {
    closeSync(fd)
  }
}

/** One byte more than allowed is read, so that a file which grows meanwhile is found out instead of cut. */
function readAll(fd: number): Buffer {
  const buffer = Buffer.alloc(MAX_VALUE_BYTES + 1)
  let length = 0
  for (let read = -1; read !== 0 && length < buffer.length; length += read)
    read = readSync(fd, buffer, length, buffer.length - length, null)
  return buffer.subarray(0, length)
}

function decode(bytes: Buffer): Fallible<string, string> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value = text.endsWith('\n') ? text.slice(0, -1) : text
    const fault = value === '' ? 'is empty' : textFault(value)
    return fault === undefined ? ok(value) : err(fault)
  } catch {
    return err('is not valid UTF-8')
  }
}

const openTo = (file: string, mode: number): string =>
  `${file} holds a secret and is open to others (mode ${(mode & 0o777).toString(8)}): chmod 600 ${file}`

const bad = (subject: Subject, file: string, what: string, hint: string): SecretFault =>
  faultOf(subject, { code: 'choice.secret-bad', why: `cannot be used: ${file} ${what}`, hint })

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go in a circle',
}

function unreadable(subject: Subject, file: string, error: unknown): SecretFault {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  return faultOf(subject, {
    code: 'choice.secret-unreadable',
    why: `cannot be read from ${file}: ${reasons[code] ?? code}`,
    hint: 'Put the secret there, readable for the user that runs the host, or name another file.',
  })
}
