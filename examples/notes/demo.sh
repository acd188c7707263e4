#!/bin/sh
# A whole transition in a scratch folder, without a question: predicted, chosen from a file, applied, verified.
# KEEP=1 keeps the folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cli=$here/../../dist/cli.cjs
[ -f "$cli" ] || node "$here/../../scripts/build.mjs"

# Not below /tmp where it can be helped: a confined program has a /tmp of its own.
place=${TMPDIR:-/var/tmp}
[ -w "$place" ] || place=/tmp
scratch=$(mktemp -d "$place/edgewise-notes.XXXXXX")
leave() {
  [ "${KEEP:-}" ] && { printf '\nEverything is in %s\n' "$scratch"; return; }
  rm -rf "$scratch"
  printf '\n%s is removed again; KEEP=1 npm run demo keeps it.\n' "$scratch"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { printf '\n\n── %s\n' "$*"; }
# edgewise EXPECTED-STATUS ARGUMENT…: shows just what it runs. The flag is for machines without bubblewrap; else it does nothing.
edgewise() {
  expected=$1
  shift
  set -- "$@" --allow-unconfined-producers
  printf '\n$ edgewise'
  printf ' %s' "$@"
  printf '\n\n'
  status=0
  node "$cli" "$@" || status=$?
  [ "$status" -eq "$expected" ] || { echo "demo: exit $status, not $expected" >&2; exit 1; }
  printf '\n(exit %s)\n' "$status"
}
tree() { (cd "$scratch" && find data etc service/current backups \( -type f -o -type l \) 2>/dev/null | LC_ALL=C sort | sed 's/^/  /'); }
notes() {
  printf '  $ notes%s\n' "${*:+ $*}"
  found=$("$scratch/service/current/notes" "$@") || { echo 'demo: the service does not run' >&2; exit 1; }
  printf '%s\n' "$found" | sed 's/^/   /'
}

sh "$here/setup.sh" "$scratch"
cd "$scratch"
say "The notes service at version 1, in $scratch"
tree
notes
notes bread

say 'Check: nothing is changed, and something is still to be decided'
edgewise 4 check transition.yaml --state-dir state

say 'Check with the answers that somebody wrote down: the same, and now it is ready'
edgewise 0 check transition.yaml --answers answers.yaml --state-dir state

say 'Plan: the choices and the graph, in one file'
edgewise 0 plan transition.yaml --answers answers.yaml -o plan.json --state-dir state

say 'Apply the plan: checked again, committed, carried out, verified'
edgewise 0 apply plan.json --yes --state-dir state

say 'Check again: nothing to do'
edgewise 0 check transition.yaml --state-dir state

say 'The notes service at version 2'
tree
notes
notes bread
