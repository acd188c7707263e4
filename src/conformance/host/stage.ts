/** Where a host case plays: a scratch folder with the players' scripts, their log, and the transition that the host is given. */

import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signalProcess } from '../../sandbox/processes.js'
import { data } from '../data.js'
import { findTool } from '../step/abilities.js'
import { makeScratch, type Scratch } from '../step/scratch.js'
import { endStrays } from '../step/strays.js'
import { alive, type Entry, type Person, readLog } from './log.js'

/** A step of a case. */
export interface Cast {
  items?: { id: string; resolutions?: { id: string }[]; [more: string]: unknown }[]
  producer?: unknown
  consumer?: unknown
  needs?: string[]
  user?: string
  config?: Record<string, unknown>
  /** Bytes that its configuration has. */
  bulk?: number
  /** Its program is a file that cannot be started. */
  missing?: 'producer' | 'consumer'
  timeouts?: Record<string, Record<string, string>>
}

export interface Stage {
  scratch: Scratch
  /** The host's own folder. */
  dir: string
  transition: string
  log: string
  /** There once a player was started too often. */
  tooOften: string
  steps: Record<string, Cast>
  entries(): Entry[]
  alive(): Person[]
  /** Whether a player, or the suite, has left this mark. */
  marked(name: string): boolean
  mark(name: string): void
  /** Writes the file that the host is told of. */
  secret(text: string): string
  killPlayers(): void
  close(): Promise<void>
}

export const python = (): string | undefined => findTool('python3')

export function openStage(): Stage {
  const scratch = makeScratch()
  const at = (...parts: string[]): string => join(scratch.root, ...parts)
  // Who runs as another user writes here too.
  for (const name of ['marks', 'world']) mkdirSync(at(name))
  for (const name of ['marks', 'world']) chmodSync(at(name), 0o777)
  mkdirSync(at('host'), { mode: 0o755 })
  mkdirSync(at('scripts'))
  chmodSync(at('scripts'), 0o755)
  // The suite itself may lie where that user cannot look.
  copyFileSync(data('reference', 'host', 'player'), at('player'))
  chmodSync(at('player'), 0o755)
  writeFileSync(at('log'), '')
  chmodSync(at('log'), 0o666)
  const stage: Stage = {
    scratch,
    dir: at('host'),
    transition: at('transition.json'),
    log: at('log'),
    tooOften: at('marks', '.too-often'),
    steps: {},
    entries: () => readLog(stage.log),
    alive: () => alive(stage.entries()),
    marked: name => existsSync(at('marks', name)),
    mark: name => writeFileSync(at('marks', name), ''),
    secret(text) {
      writeFileSync(at('secret'), text, { mode: 0o600 })
      return at('secret')
    },
    killPlayers() {
      for (const one of stage.alive()) signalProcess(one, 'SIGKILL')
    },
    async close() {
      stage.killPlayers()
      endStrays(scratch.mark)
      await scratch.remove()
    },
  }
  return stage
}

/** Writes what the host and the players read. */
export function writeTransition(stage: Stage, steps: Record<string, Cast>): void {
  const { root } = stage.scratch
  const player = join(root, 'player')
  const broken = join(root, 'broken')
  // The head of an ELF file with nothing behind it: it looks like a program, and the kernel will not have it.
  const head = Buffer.alloc(64)
  head.write('\x7fELF\x02\x01\x01', 'latin1')
  writeFileSync(broken, head, { mode: 0o755 })
  stage.steps = steps
  const manifest: Record<string, unknown> = {}
  for (const [step, cast] of Object.entries(steps)) {
    const { items, producer, consumer, bulk, missing, ...keys } = cast
    const script = join(root, 'scripts', `${step}.json`)
    const paths = { log: stage.log, marks: join(root, 'marks'), world: join(root, 'world') }
    writeFileSync(script, JSON.stringify({ step, items, producer, consumer, ...paths }))
    chmodSync(script, 0o644)
    const argv = (role: string): string[] =>
      missing === role ? [broken] : [python()!, '-IS', player, script, role]
    manifest[step] = {
      producer: argv('producer'),
      consumer: argv('consumer'),
      ...keys,
      ...(bulk === undefined ? {} : { config: { bulk: 'x'.repeat(bulk) } }),
    }
  }
  writeFileSync(
    stage.transition,
    JSON.stringify({ edgewise: 1, name: 'conformance', steps: manifest }, null, 1),
  )
}
