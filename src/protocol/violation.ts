/** One breach of the protocol by a step: where, by what code, and the bytes that show it. */
export interface Violation {
  /** Counts from 1; 0 where the whole run is meant. */
  line: number
  /** From protocol/errors.json, `protocol.not-json` say. */
  code: string
  message: string
  /** First 200 bytes, control characters stripped. */
  sample: string
}

/**
 * Takes a fault as it is found: the line's number, a code without `protocol.`, the rest of a sentence about the line, and
 * its first bytes. Whether it is put into words is decided there: of a flood only the first are told.
 */
export type ReportFault = (line: number, code: string, says: string, bytes?: Uint8Array) => void
