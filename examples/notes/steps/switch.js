#!/usr/bin/env node
/** The link `current` names the version that runs. It is replaced in one rename: at no moment is it missing. */

import fs from 'node:fs'
import { dirname } from 'node:path'
import { sync } from './durable.js'
import { Failed, step } from './wire.js'

const target = config => {
  try {
    return fs.readlinkSync(config.link)
  } catch (error) {
    if (error.code === 'ENOENT') return null
    if (error.code === 'EINVAL') throw new Failed('config', `${config.link} is not a link: move it away`)
    throw error
  }
}

const look = config => {
  const now = target(config)
  if (now === config.version) return []
  return [
    {
      id: 'version',
      severity: 'error',
      title: now === null ? 'No version runs yet' : `${now} runs, not ${config.version}`,
      fingerprint: `is.${now ?? 'missing'}`,
      resources: [config.link],
      resolutions: [
        {
          id: 'switch',
          title: `Switch to ${config.version}`,
          default: true,
          effects: { reversible: true, downtime: true, reboot: false },
        },
      ],
    },
  ]
}

const apply = (config, { item, resolution, attempt, fingerprint }) => {
  if (item !== 'version' || resolution !== 'switch')
    throw new Failed('input', `this step has no resolution ${resolution} for ${item}`)
  const now = target(config)
  if (now !== config.version) {
    if (attempt <= 1 && fingerprint && fingerprint !== `is.${now ?? 'missing'}`)
      throw new Failed('stale', `${now ?? 'nothing'} runs by now`)
    const draft = `${config.link}.draft`
    fs.rmSync(draft, { force: true })
    fs.symlinkSync(config.version, draft)
    fs.renameSync(draft, config.link)
  }
  sync(dirname(config.link))
}

await step({ look, apply })
