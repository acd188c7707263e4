/* Generated from protocol/journal.schema.json by `npm run generate`. Do not edit. */

export type Sum = string
/**
 * One line of runs/RUN/journal.jsonl. `sum` is the first 16 hex digits of the SHA-256 of the line's bytes before `,"sum":`, `prev` the `sum` of the record before, 0000000000000000 in the first.
 */
export interface Journal {
  /**
   * Counts from 1, without gaps.
   */
  seq: number
  /**
   * ISO 8601, UTC, of the wall clock.
   */
  time: string
  /**
   * The machine's boot id then.
   */
  boot: string
  /**
   * In the first record that a host writes: the format of this record and those behind it.
   */
  format?: number
  /**
   * In the first record that a host writes: its version.
   */
  host?: string
  /**
   * In the first record of a batch: the newest sequence number that was on the disk then. Damage up to there is refused, damage behind it is a torn tail.
   */
  synced?: number
  prev: Sum
  event: {
    type: string
    /**
     * True where the state is the same without this event: a host that does not know it passes over it. Without that an unknown event is refused.
     */
    optional?: boolean
  }
  sum: Sum
}
