// Lines with the time since the start: on stdout, and in a file if one is wanted.
import { appendFileSync, writeFileSync } from 'node:fs'

export function teller(file) {
  const begun = process.hrtime.bigint()
  if (file) writeFileSync(file, '')
  const put = text => {
    process.stdout.write(text)
    if (file) appendFileSync(file, text)
  }
  const seconds = () => Number(process.hrtime.bigint() - begun) / 1e9
  return {
    seconds,
    /** `what` in one or two words; times in seconds. */
    say: (what, text = '') =>
      put(`${seconds().toFixed(1).padStart(7)}  ${what.padEnd(13)} ${text}`.trimEnd().concat('\n')),
    plain: text => put(`${text}\n`),
  }
}
