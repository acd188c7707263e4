// node warm.cjs FOLDER NAMES ARGUMENTS…: runs the command line once, and keeps beside each bundle what V8 compiled for it.
const { renameSync, writeFileSync } = require('node:fs')
const load = require('./loader.cjs')

const [folder, names, ...args] = process.argv.splice(2)
process.argv.push(...args)
// A cache is only taken under the flags under which it was made, and a program is loaded before it sets any.
require('node:v8').setFlagsFromString = () => {}
const scripts = new Map()
process.on('exit', () => {
  for (const [path, script] of scripts) {
    writeFileSync(`${path}.${process.pid}`, script.createCachedData())
    renameSync(`${path}.${process.pid}`, `${path}.cache`)
  }
})
load(folder, JSON.parse(names), './main.cjs', (path, script) => scripts.set(path, script))
