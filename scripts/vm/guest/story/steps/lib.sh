# For the steps of this story: the shell library, and a record of what was really done.
. /opt/edgewise/sdk/sh/edgewise.sh

# mark WORD: on the disk when it returns. `sent` when a selection arrives, `changed` for an effect, `told` before its result.
mark() {
  read -r boot </proc/sys/kernel/random/boot_id
  printf '%s %s %s %s\n' "$ew_item" "$ew_attempt" "$1" "$boot" >>/var/lib/effects/steps
  ew_durable /var/lib/effects/steps /var/lib/effects
}

# put FILE TEXT: complete or not there.
put() {
  printf '%s\n' "$2" >"$1.new" && sync "$1.new" && mv "$1.new" "$1" && sync "${1%/*}"
}
