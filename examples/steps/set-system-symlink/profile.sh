# A profile and its generations: PROFILE -> PROFILE-N-link -> a path in the store. Set `profile` and `nix_env` before use.

# real PATH: where it leads in the end; nothing if it leads nowhere.
real() { readlink -f -- "$1" 2>/dev/null && [ -e "$1" ]; }

# Where the profile leads; nothing if there is none.
profile_target() { [ -L "$profile" ] && readlink -f -- "$profile"; }

# What the profile reads, in the words of a fingerprint.
profile_reads() {
  if [ -L "$profile" ]; then short "$(readlink -- "$profile") -> $(readlink -f -- "$profile")"
  elif [ -e "$profile" ]; then echo 'not a link'
  else echo none; fi
}

# A fingerprint has room for 256 characters.
short() {
  if [ ${#1} -le 200 ]; then printf '%s\n' "$1"
  else printf '%s' "$1" | sha256sum | cut -c 1-64; fi
}

# One line `N PATH` for each generation, oldest first.
generations() {
  for generation in "$profile"-*-link; do
    number=${generation#"$profile-"} number=${number%-link}
    case $number in '' | *[!0-9]*) continue ;; esac
    [ ! -L "$generation" ] || printf '%s %s\n' "$number" "$(readlink -f -- "$generation")"
  done | sort -n
}

# The number of the generation that the profile is at; nothing if it is at none.
generation_now() {
  now=$(readlink -- "$profile") || return 0
  now=${now##*/} now=${now#"${profile##*/}-"} now=${now%-link}
  case $now in '' | *[!0-9]*) ;; *) echo "$now" ;; esac
}

# profile_set PATH: makes PATH the newest generation.
profile_set() {
  if [ "$nix_env" ]; then
    "$nix_env" --profile "$profile" --set "$1" 3>&- 4<&- || return
  else
    number=$(generations | tail -n 1)
    number=$((${number%% *} + 1))
    ln -s -- "$1" "$profile-$number-link" && point_at "$number" || return
  fi
  ew_durable "${profile%/*}"
}

# profile_switch N: makes generation N the current one.
profile_switch() {
  if [ "$nix_env" ]; then
    "$nix_env" --profile "$profile" --switch-generation "$1" 3>&- 4<&- || return
  else point_at "$1" || return; fi
  ew_durable "${profile%/*}"
}

# By rename: the profile leads to one generation or the other at any time.
point_at() {
  rm -f -- "$profile.new"
  ln -s -- "${profile##*/}-$1-link" "$profile.new" && mv -T -- "$profile.new" "$profile"
}

# Reads the config that all programs around the profile share.
profile_config() {
  ew_config profile profile
  ew_config toplevel toplevel
  # Empty: generations are made by hand; absent: by nix-env where there is one.
  ew_config nix_env nixEnv "$(command -v nix-env)"
  case $profile in /*/ | /) ew_fail config "config: profile is not a link's path: $profile" ;; /*) ;;
    *) ew_fail config "config: profile must be an absolute path, not $profile" ;; esac
  case $toplevel in /*) ;; *) ew_fail config "config: toplevel must be an absolute path, not $toplevel" ;; esac
  [ -d "$toplevel/" ] || ew_fail config "config: there is no system at $toplevel; build it, or copy it here, first"
  toplevel=$(readlink -f -- "$toplevel")
  [ -z "$nix_env" ] || command -v "$nix_env" >/dev/null || ew_fail config "config: nixEnv names no program: $nix_env"
}
