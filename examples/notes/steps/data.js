#!/usr/bin/env node
/** Notes of format 1 (text with a head) become notes of format 2 (JSON). The old files are kept in another folder. */

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { sync, write } from './durable.js'
import { Failed, step } from './wire.js'

const old = config =>
  fs
    .readdirSync(config.notes)
    .filter(name => name.endsWith('.txt'))
    .sort()

const fingerprint = (config, names) => {
  const hash = createHash('sha256')
  for (const name of names)
    hash
      .update(`${name}\0`)
      .update(fs.readFileSync(join(config.notes, name)))
      .update('\0')
  return `format-1.${hash.digest('hex').slice(0, 16)}`
}

/** "  shopping   LIST" -> "Shopping list" */
const tidy = title => {
  const plain = title.trim().replace(/\s+/g, ' ').toLowerCase()
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

const convert = (name, text, titles) => {
  const [head = '', ...body] = text.split('\n\n')
  const fields = new Map(
    head.split('\n').map(line => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1)]
    }),
  )
  const title = fields.get('title') ?? name.replace(/\.txt$/, '')
  return {
    format: 2,
    title: titles === 'tidy-titles' ? tidy(title) : title.replace(/^ /, ''),
    tags: (fields.get('tags') ?? '')
      .split(',')
      .map(tag => tag.trim())
      .filter(tag => tag !== ''),
    body: body.join('\n\n'),
  }
}

const look = config => {
  const names = old(config)
  if (names.length === 0) return []
  const effects = { reversible: true, downtime: true, reboot: false }
  return [
    {
      id: 'format',
      severity: 'error',
      title:
        names.length === 1 ? '1 note is still of format 1' : `${names.length} notes are still of format 1`,
      detail: `Version 2 reads only format 2. The old files are kept in ${config.old}.`,
      fingerprint: fingerprint(config, names),
      resources: [config.notes],
      resolutions: [
        {
          id: 'tidy-titles',
          title: 'Convert, and tidy the titles',
          detail:
            'One blank between words, one capital: "MEETING with the neighbours" becomes "Meeting with the neighbours".',
          effects,
        },
        { id: 'keep-titles', title: 'Convert, and keep the titles as they were typed', effects },
      ],
    },
  ]
}

const apply = async (config, resolve, progress) => {
  if (resolve.item !== 'format' || !['tidy-titles', 'keep-titles'].includes(resolve.resolution))
    throw new Failed('input', `this step has no resolution ${resolve.resolution} for ${resolve.item}`)
  const names = old(config)
  const now = fingerprint(config, names)
  if (names.length > 0 && resolve.attempt <= 1 && (resolve.fingerprint ?? now) !== now)
    throw new Failed('stale', 'notes were written since the choice')
  fs.mkdirSync(config.old, { recursive: true })
  for (const [n, name] of names.entries()) {
    await progress(name, Math.round((100 * n) / names.length))
    const path = join(config.notes, name)
    const note = convert(name, fs.readFileSync(path, 'utf8'), resolve.resolution)
    write(join(config.notes, name.replace(/\.txt$/, '.json')), `${JSON.stringify(note, null, 2)}\n`)
    // Last, so that a note is of format 1 until its successor is on the disk: what a crash leaves is converted again.
    fs.renameSync(path, join(config.old, name))
  }
  sync(config.old)
  sync(config.notes)
}

await step({ look, apply })
