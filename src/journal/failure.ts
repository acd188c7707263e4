/** What can go wrong with the journal and the folder that it lives in, as values. */

export type JournalCode =
  /** An I/O error left it open whether the last records are on the disk. Never retried. */
  | 'journal.in-doubt'
  /** Nothing of the last batch was kept, and that is certain. */
  | 'journal.no-space'
  /** The file was moved or deleted under its writer. */
  | 'journal.gone'
  | 'journal.exists'
  | 'journal.unusable'
  | 'journal.damaged'
  | 'journal.newer-format'
  /** Somebody else could have made or could change what stands at this path. */
  | 'state.untrusted'
  | 'state.unusable'
  | 'lock.held'
  | 'lock.unusable'

export interface JournalFailure {
  code: JournalCode
  /** The path that it is about. */
  file: string
  /** What happened, one sentence. */
  message: string
  /** What to do next, one sentence. */
  hint: string
}

/** A journal that cannot be read on from a certain place. */
export interface JournalDamage extends JournalFailure {
  /** Counts from 1; 0 where the whole file is meant. */
  line: number
  /** Bytes before the line. */
  offset: number
}

/** `ENOSPC` and its like; empty where an error carries none. */
export const errno = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The system's own words, without Node's repetition of call and path. */
export const reason = (error: unknown): string =>
  error instanceof Error ? error.message.replace(/, \w+( '.*')?( -> '.*')?$/s, '') : String(error)
