// The trivial step of the benchmarks: one item while its marker is missing; its consumer makes the marker.
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of a step whose producer is not held, so that a bench compares like with like. */
export const FREE = ', sandbox: { allow: [host] }'

export function trivialStep(folder) {
  const path = join(folder, 'step.sh')
  writeFileSync(
    path,
    `#!/bin/sh
IFS= read -r line
case $line in
'{"type":"start","protocol":1,"role":"producer",'*)
  [ -e "$1" ] || printf '%s\\n' '{"type":"item","id":"missing","severity":"error","title":"The marker is missing","resolutions":[{"id":"make","title":"Make it","default":true,"effects":{"reversible":true}}]}'
  printf '%s\\n' '{"type":"done","outcome":"ok"}' ;;
'{"type":"start","protocol":1,"role":"consumer",'*)
  : >"$1"
  printf '%s\\n%s\\n' '{"type":"result","item":"missing","status":"applied"}' '{"type":"done","outcome":"ok"}' ;;
*) exit 1 ;;
esac
`,
  )
  chmodSync(path, 0o755)
  return path
}
