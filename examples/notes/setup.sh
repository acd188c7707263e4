#!/bin/sh
# setup.sh DIR: the notes service at version 1, with notes in it, and the transition.yaml that takes it to version 2.
set -eu
[ $# -eq 1 ] || { echo 'usage: setup.sh DIR (made if it is missing, else it must be empty)' >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
steps=$(cd "$here/../steps" && pwd)
sdk=$(cd "$here/../../sdk/sh" && pwd)
mkdir -p "$1"
dir=$(cd "$1" && pwd)
[ -z "$(ls -A "$dir")" ] || { echo "setup.sh: $dir is not empty" >&2; exit 2; }

mkdir -p "$dir/data/notes" "$dir/etc" "$dir/service"
cp -R "$here/service/v1" "$here/service/v2" "$dir/service/"
ln -s v1 "$dir/service/current"
# notes.js is an ES module wherever it is copied to.
printf '{ "type": "module" }\n' >"$dir/service/v2/package.json"
printf '# written by hand\nport=8080\nname=My notes\ntheme=dark\n' >"$dir/etc/notes.conf"

note() { printf 'Title: %s\nTags: %s\n\n%s\n' "$2" "$3" "$4" >"$dir/data/notes/$1.txt"; }
note 001-shopping 'shopping   LIST' 'home, food' 'Bread, apples, a jar of honey.'
note 002-meeting 'MEETING with the neighbours' 'home' 'The roof "needs" mending; ask about the ladder.'
note 003-reading 'books to read' '' "Middlemarch
The Left Hand of Darkness

Gödel, Escher, Bach"

# A path may hold anything, so it is written as a JSON string, which YAML reads too.
node --input-type=commonjs -e '
  const fs = require("fs")
  const [template, out, ...pairs] = process.argv.slice(1)
  const values = new Map(pairs.map(pair => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]))
  const text = fs.readFileSync(template, "utf8").replace(/@([A-Z]+)@/g, (_, name) => JSON.stringify(values.get(name)).slice(1, -1))
  fs.writeFileSync(out, text)
' "$here/transition.yaml.in" "$dir/transition.yaml" "DIR=$dir" "HERE=$here" "STEPS=$steps" \
  "SDK=$sdk/edgewise.sh" "NODE=$(node -p process.execPath)"
cp "$here/answers.yaml" "$dir/answers.yaml"
