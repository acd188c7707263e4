/* Generated from protocol/answers.schema.json by `npm run generate`. Do not edit. */

export interface Choices {
  [k: string]: Answer
}
/**
 * `step/item`; a `*` stands for any part of either name.
 */
export type Key = string
/**
 * 1 to 64 of a-z 0-9 . _ -, beginning with a letter.
 */
export type Name = string
/**
 * One of `resolution`, `waive` and `later`.
 */
export type Answer = Taken | Waived | Deferred
export interface Taken {
  /**
   * The resolution to take.
   */
  resolution: Name
  /**
   * Values for the inputs of the resolution; what has a default may be left out.
   */
  input?: {
    [k: string]: Value
  }
  fingerprint?: Fingerprint
}
export interface Waived {
  /**
   * Leave the item as it is, for this reason.
   */
  waive: string
  fingerprint?: Fingerprint
}
export interface Deferred {
  /**
   * Decide it after the commit.
   */
  later: true
  fingerprint?: Fingerprint
}
/**
 * Take the answer only if the item's fingerprint is still this one. Needed for what destroys data.
 */
export type Fingerprint = string
/**
 * A secret is only named: `{ file: path }`, relative to this file.
 */
export type Value = string | boolean | number | Secret
export interface Secret {
  file: string
}
/**
 * The file that answers items before they are asked. Written by people, so that unknown keys are errors.
 */
export interface Answers {
  /**
   * Where this schema lives, for editors.
   */
  $schema?: string
  /**
   * The format of the file.
   */
  edgewise: 1
  /**
   * Answers by `step/item`, or by a pattern with `*`. An exact key goes before a pattern, a pattern before the next.
   */
  choices: Choices | null
}
