# What is running, what was booted, and what this step wrote down about it in its state directory.

step_config() {
  profile_config
  ew_config run_dir runDir /run
  ew_config boot_entries bootEntries ''
  ew_config boot_id_file bootId /proc/sys/kernel/random/boot_id
  [ -f "$toplevel/nixos-version" ] || ew_fail config "config: $toplevel is not a NixOS system: it has no nixos-version"
  ew__start action && action=$ew_value
  ew__start stateDir && state=$ew_value || state=
  boot_id=$(cat -- "$boot_id_file") || ew_fail config "config: bootId cannot be read: $boot_id_file"
}

look() {
  current=$(real "$run_dir/current-system") || current=
  booted=$(real "$run_dir/booted-system") || booted=
}

# Does the machine run, or will it boot, what was planned? For `boot` that is what this step wrote down.
arrived() {
  case $1 in
    boot) [ "$(profile_target)" = "$toplevel" ] ;;
    *) [ "$(real "$run_dir/current-system")" = "$toplevel" ] ;;
  esac
}

# The names in a flat JSON object of strings: `key<TAB>value` lines, whatever the white space between them.
pairs() {
  [ -f "$1" ] && tr -d '\n' <"$1" | awk '{
    while (match($0, /"([^"\\]|\\.)*"/)) {
      text = substr($0, RSTART + 1, RLENGTH - 2); $0 = substr($0, RSTART + RLENGTH)
      if (odd = !odd) key = text; else print key "\t" text
    }
  }'
}

# differing OLD NEW FILE: the keys that both systems have in FILE with different values.
differing() {
  { pairs "$1/$3" | sed 's/^/old	/'; pairs "$2/$3" | sed 's/^/new	/'; } | awk -F '\t' '
    $1 == "old" { old[$2] = $3; has[$2] = 1 }
    $1 == "new" && ($2 in has) && old[$2] != $3 { print $2 }'
}

# What stands in the way of a switch while the system runs.
inhibitors() { [ "$current" ] && differing "$current" "$toplevel" switch-inhibitors; }

# What takes effect only after a reboot. Systems without reboot-triggers are compared by their links.
reboot_reasons() {
  [ "$booted" ] || return 0
  if [ -f "$booted/reboot-triggers" ] && [ -f "$toplevel/reboot-triggers" ]; then
    differing "$booted" "$toplevel" reboot-triggers
    return
  fi
  for link in kernel initrd kernel-modules firmware; do
    { [ -e "$booted/$link" ] && [ -e "$toplevel/$link" ]; } || continue
    [ "$(readlink -f -- "$booted/$link")" = "$(readlink -f -- "$toplevel/$link")" ] || echo "$link"
  done
  [ "$(cat "$booted/kernel-params" 2>/dev/null)" = "$(cat "$toplevel/kernel-params" 2>/dev/null)" ] || echo kernel-params
}

# The running init cannot be told to become the new one: only the boot loader is changed then.
init_differs() {
  [ "$current" ] && [ -f "$current/init-interface-version" ] && [ -f "$toplevel/init-interface-version" ] &&
    ! cmp -s "$current/init-interface-version" "$toplevel/init-interface-version"
}

activation_fingerprint() { short "$action: ${current:-none} -> $toplevel ($(inhibitors | tr '\n' ' '))"; }

digest() { sha256sum | cut -c 1-16; }
tree_digest() { find "$1" -type f ! -name '*.lock' -exec cksum {} + 2>/dev/null | sort | digest; }

# What a half-done switch leaves behind: the link, the boot entries, and the lists of units it was about to start.
effects() {
  look
  printf '%s\n' "${current:-none} $(if [ "$boot_entries" ]; then tree_digest "$boot_entries"; fi) $(tree_digest "$run_dir/nixos")"
}

# A note is `key=value` lines about one toplevel; a note about another one is not there.
note() {
  noted_toplevel='' noted_current='' noted_generation='' noted_effects='' noted_status='' noted_boot='' noted_round=0 noted_half='' noted_verb=''
  [ "$state" ] && [ -f "$state/$1" ] || return 1
  while IFS='=' read -r key value; do
    case $key in
      toplevel) noted_toplevel=$value ;; current) noted_current=$value ;; generation) noted_generation=$value ;;
      effects) noted_effects=$value ;; status) noted_status=$value ;; boot) noted_boot=$value ;;
      round) noted_round=$value ;; half) noted_half=$value ;; verb) noted_verb=$value ;;
    esac
  done <"$state/$1"
  [ "$noted_toplevel" = "$toplevel" ]
}

# write_note NAME KEY=VALUE…: durable before it is built on.
write_note() {
  file=$state/$1
  shift
  printf '%s\n' "toplevel=$toplevel" "$@" >"$file.new" && ew_durable "$file.new" && mv -- "$file.new" "$file" &&
    ew_durable "$state" || ew_fail internal "$file cannot be written"
}
forget() { for name in "$@"; do rm -f -- "$state/$name"; done; ew_durable "$state"; }

# The question after a switch that did not go well; `degraded` holds what is asked about.
ask_degraded() {
  note degraded || return 1
  if [ "$noted_half" ]; then
    set -- half-switched error 'The machine is half switched' \
      detail="switch-to-configuration ended with status $noted_status and had begun. $(last_words)"
  else
    case $noted_status in 2) what='the activation script' ;; *) what='some units' ;; esac
    set -- degraded error "The machine was switched, but $what failed" \
      detail="switch-to-configuration ended with status $noted_status. $(last_words)"
  fi
  set -- "$@" fingerprint="round-$noted_round-status-$noted_status" resource="$toplevel"
  for unit in $(failed_units); do set -- "$@" resource="$unit"; done
  set -- "$@" resolution retry 'Run switch-to-configuration again' default
  [ "$noted_half" ] || set -- "$@" resolution accept 'Keep the new system as it is' ends=kept reversible=true
  [ -z "$noted_current" ] ||
    set -- "$@" resolution roll-back "Switch back to $noted_current" ends=reverted downtime=true
  ew_item "$@"
}

last_words() { [ ! -f "$state/log" ] || { echo 'It said:'; tail -n 20 "$state/log"; }; }
failed_units() {
  [ ! -f "$state/log" ] || sed -n 's/^warning: the following units failed: //p' "$state/log" | tr -d ','
}
