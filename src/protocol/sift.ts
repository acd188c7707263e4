/** Of a consumer's flood only the part that can still count: a chunk goes in, the same without lines that say nothing. */

const LF = 0x0a

/** A result and a `done` count whatever went before. An escape may spell either. */
const telling = ['result', 'done', '\\u'].map(word => Buffer.from(word))

/**
 * Reading each line costs a microsecond, and a program writes a million of them in less than a second: it would fill the
 * disk before its output is read. So whole lines go as a block where none of them can be one that counts.
 */
export function sift(chunk: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  const first = bytes.indexOf(LF) + 1
  const last = bytes.lastIndexOf(LF) + 1
  const whole = bytes.subarray(first, last)
  if (first === last || telling.some(word => whole.includes(word))) return [chunk]
  return [bytes.subarray(0, first), bytes.subarray(last)]
}
