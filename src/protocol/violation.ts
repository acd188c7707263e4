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
