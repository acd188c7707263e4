#!/usr/bin/env node
/** The index that version 2 searches: word -> names of notes. Rebuilt from the notes, so nothing in it can be lost. */

import fs from 'node:fs'
import { join } from 'node:path'
import { write } from './durable.js'
import { Failed, step } from './wire.js'

const build = config => {
  const index = new Map()
  const names = fs.readdirSync(config.notes).filter(name => name.endsWith('.json'))
  for (const name of names.sort()) {
    const note = JSON.parse(fs.readFileSync(join(config.notes, name), 'utf8'))
    const words =
      `${note.title} ${note.body} ${note.tags.join(' ')}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    for (const word of new Set(words)) index.set(word, [...(index.get(word) ?? []), name])
  }
  return `${JSON.stringify(Object.fromEntries([...index].sort()), null, 1)}\n`
}

const look = config => {
  const found = fs.existsSync(config.index) ? fs.readFileSync(config.index, 'utf8') : null
  if (found === build(config)) return []
  return [
    {
      id: 'index',
      severity: 'warning',
      title: found === null ? 'There is no search index' : 'The search index is out of date',
      fingerprint: found === null ? 'missing' : 'outdated',
      resources: [config.index],
      resolutions: [
        {
          id: 'rebuild',
          title: 'Build it from the notes',
          default: true,
          effects: { reversible: true, downtime: false, reboot: false },
        },
      ],
    },
  ]
}

const apply = (config, { item, resolution }) => {
  if (item !== 'index' || resolution !== 'rebuild')
    throw new Failed('input', `this step has no resolution ${resolution} for ${item}`)
  write(config.index, build(config))
}

await step({ look, apply })
