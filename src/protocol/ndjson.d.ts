/** ndjson ships no types; this is what is used of it. */
declare module 'ndjson' {
  import type { Transform } from 'node:stream'

  const ndjson: { parse(options?: { strict?: boolean }): Transform }
  export default ndjson
}
