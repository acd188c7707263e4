/**
 * The inbox of a state directory: what people decide beside a live host, one file each, for whoever holds the lock to
 * journal and then to remove. A file stands there whole or not at all.
 */

import { closeSync, constants, lstatSync, readdirSync, readSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { err, type Fallible, ok } from '../fallible.js'
import { validate } from '../protocol/gen/inbox.validator.js'
import type { Choice, Who } from '../scheduler/model.js'
import { ownFolder, type StateDirectory } from './directory.js'
import { errno, type JournalFailure, reason } from './failure.js'
import { disk, syncFolder } from './file-ops.js'
import { openOwnFile } from './own-file.js'

export type Letter = { edgewise: 1; run: string } & (
  | { kind: 'choice'; choice: Choice }
  | { kind: 'abandon'; reason: string; who: Who }
)

/** A file of the inbox: its letter, or why it is none. */
export type Found = { id: string } & ({ letter: Letter } | { fault: string })

/** Far more than an answer with all its inputs. */
export const MAX_LETTER_BYTES = 1024 * 1024
/** A look takes no longer than this many files; the next look goes on. */
const MAX_FILES = 1000
const suffix = '.json'
const aside = 'refused'

/** Puts a letter there, durable before its name can be seen. Letters are taken in the order of their ids. */
export function postLetter(
  state: StateDirectory,
  id: string,
  letter: Letter,
): Fallible<void, JournalFailure> {
  const made = ownFolder(state.inbox, 0o700, state.uid)
  if (!made.ok) return made
  const unseen = join(state.inbox, `.${id}`)
  try {
    const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants
    const fd = disk.open(unseen, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    try {
      const bytes = Buffer.from(`${JSON.stringify(letter)}\n`)
      for (let at = 0; at < bytes.length; ) at += disk.write(fd, bytes, at, bytes.length - at)
      disk.fsync(fd)
    } finally {
      disk.close(fd)
    }
    renameSync(unseen, letterPath(state, id))
    syncFolder(state.inbox)
    return ok(undefined)
  } catch (error) {
    rmSync(unseen, { force: true })
    return err({
      code: 'state.unusable',
      file: state.inbox,
      message: `Nothing can be put into ${state.inbox}: ${reason(error)}.`,
      hint: 'Make room, or see to the folder and its file system; nothing was recorded.',
    })
  }
}

export const letterPath = (state: StateDirectory, id: string): string => join(state.inbox, `${id}${suffix}`)

export const isThere = (state: StateDirectory, id: string): boolean =>
  lstatSync(letterPath(state, id), { throwIfNoEntry: false }) !== undefined

/** What lies there, oldest first; what is only being written is not seen. */
export function readInbox(state: StateDirectory): Found[] {
  return namesIn(state.inbox)
    .slice(0, MAX_FILES)
    .map(name => {
      const id = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name
      if (id === name) return { id, fault: 'it is no letter' }
      const letter = readLetter(join(state.inbox, name), state.uid)
      return letter.ok ? { id, letter: letter.value } : { id, fault: letter.error }
    })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => !name.startsWith('.') && name !== aside)
      .sort()
  } catch (error) {
    // Without a folder there are no letters; a folder that cannot be read is told of when the state is opened.
    if (errno(error) !== '') return []
    throw error
  }
}

function readLetter(file: string, uid: number): Fallible<Letter, string> {
  const opened = openOwnFile(file, constants.O_RDONLY, { uid, code: 'state.unusable' })
  if (!opened.ok) return err(opened.error.message.slice(file.length + 1).replace(/^is not used: |\.$/g, ''))
  const { fd, size } = opened.value
  try {
    if (size > MAX_LETTER_BYTES) return err(`it is larger than ${MAX_LETTER_BYTES} bytes`)
    const bytes = Buffer.alloc(size)
    let length = 0
    for (let read = -1; read !== 0 && length < size; length += read)
      read = readSync(fd, bytes, length, size - length, null)
    const value: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length)),
    )
    return validate(value) ? ok(value as unknown as Letter) : err('it is not built as a letter is')
  } catch (error) {
    return err(error instanceof SyntaxError || error instanceof TypeError ? 'it is not JSON' : reason(error))
  } finally {
    closeSync(fd)
  }
}

/** What it says is on record. */
export function removeLetter(state: StateDirectory, id: string): void {
  rmSync(letterPath(state, id), { force: true })
}

/** Out of the way, for somebody to look at; answers where it is now, or null where it would not go. */
export function putAside(state: StateDirectory, id: string): string | null {
  const folder = join(state.inbox, aside)
  if (!ownFolder(folder, 0o700, state.uid, { sync: false }).ok) return null
  for (const from of [letterPath(state, id), join(state.inbox, id)])
    try {
      const to = join(folder, `${id}.${process.pid}`)
      renameSync(from, to)
      return to
    } catch {
      // The other name, or nothing: what cannot be moved is told of and left where it is.
    }
  return null
}
