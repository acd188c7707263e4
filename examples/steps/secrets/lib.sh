# What producer and consumer agree on: how a secret is declared, and the state that it is in.

here=$(cd "$(dirname "$0")" && pwd) || exit 1
. "$here/../../../sdk/sh/edgewise.sh"

# load N: the Nth declaration of the config, checked.
load() {
  ew_config name "secrets.$1.name"
  { ew_is_name "$name" && [ ${#name} -le 48 ]; } ||
    ew_fail config "secrets.$1.name: \"$name\" is not a name (1 to 48 of a-z 0-9 . _ -, beginning with a letter)"
  case $name in *.attributes | *.content) ew_fail config "secrets.$1.name: \"$name\" ends in a word that is the step's own" ;; esac
  ew_config path "secrets.$1.path"
  case $path in /*[!/]) ;; *) ew_fail config "secrets.$1.path: \"$path\" is not the absolute path of a file" ;; esac
  folder=${path%/*}
  folder=${folder:-/}
  draft="${folder%/}/.$name.edgewise"
  ew_config owner "secrets.$1.owner" "$(id -un)"
  ew_config group "secrets.$1.group" ''
  id -u "$owner" >/dev/null || ew_fail config "secrets.$1.owner: there is no user \"$owner\""
  [ "$group" ] || group=$(id -gn "$owner")
  # A leading zero, so that YAML's own idea of octal numbers cannot turn it into another mode.
  ew_config mode "secrets.$1.mode" 0400
  case $mode in 0[0-7][0-7][0-7]) ;; *) ew_fail config "secrets.$1.mode: \"$mode\" is not of the form \"0400\" (quote it)" ;; esac
  ew_config bytes "secrets.$1.bytes" 32
  case $bytes in '' | *[!0-9]* | ?????*) ew_fail config "secrets.$1.bytes: \"$bytes\" is not a number from 16 to 4096" ;; esac
  { [ "$bytes" -ge 16 ] && [ "$bytes" -le 4096 ]; } ||
    ew_fail config "secrets.$1.bytes: $bytes is not a number from 16 to 4096"
  ew_count words "secrets.$1.command"
  word=0
  while [ "$word" -lt "$words" ]; do
    ew_config _ "secrets.$1.command.$word"
    word=$((word + 1))
  done
  declared=$(printf '%s\n' "$path" "$owner" "$group" "$mode" | cksum)
  declared=${declared%% *}
}

# find_declared NAME: loads the declaration of that name, or is false.
find_declared() {
  ew_count count secrets
  at=0
  while [ "$at" -lt "$count" ]; do
    load "$at"
    [ "$name" != "$1" ] || return 0
    at=$((at + 1))
  done
  return 1
}

# look: sets state to missing, empty, odd, attributes or good, and found to what is there.
look() {
  found=nothing
  if [ -L "$path" ] || [ -e "$path" ]; then
    # Only what stands before the name is read: a name may hold anything, a newline too.
    found=$(ls -ldn "$path" | awk 'NR == 1 { print $1, $2, $3 ":" $4 }')
    numbers=${found##* } octal=$(octal "${found%% *}")
    links=${found#* } links=${links%% *}
    # A crash between the link and the removal leaves our own draft as a second name.
    [ "$links" != 2 ] || [ ! -e "$draft" ] || [ "$(inode "$draft")" != "$(inode "$path")" ] || links=1
    found="$numbers $octal"
    # A file with a second name may be somebody else's: giving it away would change that one too.
    if [ -L "$path" ] || [ ! -f "$path" ] || [ "$links" != 1 ]; then state=odd
    elif [ ! -s "$path" ]; then state=empty
    elif [ "$numbers" = "$(id -u "$owner"):$(gid_of "$group")" ] && [ "$octal" = "$mode" ]; then state=good
    else state=attributes; fi
  else
    # "Not there" can only be told from inside a folder that may be entered.
    up=$folder
    while [ ! -e "$up" ] && [ ! -L "$up" ] && [ "$up" ]; do up=${up%/*}; done
    [ -e "${up:-/}" ] || ew_fail forbidden "cannot look into $up: it is a link that leads nowhere, or round in a circle"
    [ -x "${up:-/}" ] || ew_fail forbidden "cannot look into ${up:-/}: it may not be entered by $(id -un)"
    state=missing
  fi
  fingerprint="$state.$declared"
  [ "$state" != attributes ] || fingerprint="$fingerprint.$(printf '%s' "$found" | tr ' :' '..')"
}

inode() { ls -id "$1" | awk 'NR == 1 { print $1 }'; }

# octal -rw-r-----: 0640
octal() {
  printf '%s\n' "$1" | awk '{
    for (i = 0; i < 3; i++) {
      d = 0
      if (substr($0, 2 + 3 * i, 1) == "r") d += 4
      if (substr($0, 3 + 3 * i, 1) == "w") d += 2
      x = substr($0, 4 + 3 * i, 1)
      if (x ~ /[xst]/) d += 1
      if (x ~ /[sStT]/) special += i == 0 ? 4 : i == 1 ? 2 : 1
      out = out d
    }
    print special + 0 out
  }'
}

gid_of() {
  case $1 in *[!0-9]*) getent group "$1" | cut -d: -f3 ;; *) printf '%s\n' "$1" ;; esac
}
