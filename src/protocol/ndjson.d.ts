/** ndjson ships no types; this is what is used of it. */
declare module 'ndjson' {
  import type { Transform } from 'node:stream'

  /** What rows are split at is a property of the stream, which comes from split2. */
  const ndjson: { parse(options?: { strict?: boolean }): Transform & { matcher: RegExp | string } }
  export default ndjson
}
