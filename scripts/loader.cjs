// Runs the bundles of a folder with what V8 made of them when they were built, so that a start compiles next to nothing.
// Their names carry a digest: no cache is taken for another bundle's. V8 refuses one of another version, or made under
// other flags, and then compiles as always. The folder is trusted as the program in it is. The build puts this before
// the names of the bundles, and the whole is dist/cli.cjs.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const loaded = new Map()
/** What a run may call for at its end is read before it begins: a step may put another version in the place of this one. */
const late = ['./prompts.cjs', './execa.cjs']
const sources = new Map()

function sourceOf(folder, name) {
  const path = join(folder, `${name}.cjs`)
  if (!sources.has(path)) sources.set(path, readFileSync(path, 'utf8'))
  return sources.get(path)
}

/** `names`: files without extension, by the words with which the bundles call for each other; `word`: one of them. */
function load(folder, names, word, onScript = () => {}) {
  const known = loaded.get(word)
  if (known) return known.exports
  const path = join(folder, names[word])
  let cachedData
  try {
    cachedData = readFileSync(`${path}.cache`)
  } catch {
    // Made by the build where it could; everything works without.
  }
  const filename = `${path}.cjs`
  const source = `(function (require, module, exports) {${sourceOf(folder, names[word])}\n})`
  const script = new Script(source, { filename, cachedData })
  onScript(path, script)
  if (word === './phases.cjs') for (const one of late) sourceOf(folder, names[one])
  const module = { exports: {} }
  loaded.set(word, module)
  const inside = wanted => (names[wanted] ? load(folder, names, wanted, onScript) : require(wanted))
  script.runInThisContext()(inside, module, module.exports)
  return module.exports
}

module.exports = load
