/** Drives one real program of a step through the protocol: start and resolve lines in, messages and the exit out. */

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Done, Item, Message, Progress, Resolve, Result, Start } from '../src/protocol/gen/messages.js'

const schema = JSON.parse(readFileSync(new URL('../protocol/schema.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ strict: false })
ajv.addSchema(schema, 'protocol')

/** What the schema has against a message of a step, or null. */
const against = (message: Message): string | null => {
  const validate = ['item', 'result', 'progress', 'done'].includes(message.type)
    ? ajv.getSchema(`protocol#/$defs/${message.type}`)
    : undefined
  if (validate === undefined) return `a step sends no ${message.type}`
  return validate(message) ? null : ajv.errorsText(validate.errors)
}

export type Sent = Omit<Resolve, 'type' | 'attempt'> & { attempt?: number }

export interface Drive {
  /** Set false for a program that is to get no `start`; a string is sent as it stands, LF included. */
  start?: Partial<Start> | string | false
  config?: Record<string, unknown>
  resolve?: Sent[]
  env?: Record<string, string>
  uid?: number
  gid?: number
  /** Called for each message as it is read; a signal that it returns is sent to the leader at once. */
  on?: (message: Message) => NodeJS.Signals | undefined
}

export interface Driven {
  messages: Message[]
  items: Item[]
  results: Result[]
  progress: Progress[]
  done: Done | undefined
  /** Lines of stdout that are no message of a step, with the reason. */
  noise: string[]
  stdout: string
  stderr: string
  status: number | null
  signal: NodeJS.Signals | null
}

/** Compact JSON with the keys in the protocol's order, as the host writes them. */
export const lines = (role: 'producer' | 'consumer', how: Drive): string => {
  const { config, ...rest } = typeof how.start === 'object' ? how.start : {}
  const start = {
    type: 'start',
    protocol: 1,
    role,
    run: 'r1',
    step: 's',
    action: 'switch',
    ...rest,
    ...((how.config ?? config) ? { config: how.config ?? config } : {}),
  }
  const first =
    how.start === false ? '' : typeof how.start === 'string' ? how.start : `${JSON.stringify(start)}\n`
  const resolves = (how.resolve ?? []).map(({ item, resolution, attempt, fingerprint, input }) =>
    JSON.stringify({ type: 'resolve', item, resolution, attempt: attempt ?? 1, fingerprint, input }),
  )
  return first + resolves.map(line => `${line}\n`).join('')
}

export const drive = (argv: string[], role: 'producer' | 'consumer', how: Drive = {}): Promise<Driven> =>
  new Promise((resolve, reject) => {
    const child = spawn(argv[0]!, argv.slice(1), {
      cwd: '/',
      env: { PATH: process.env.PATH ?? '/usr/bin:/bin', ...how.env },
      ...(how.uid === undefined ? {} : { uid: how.uid }),
      ...(how.gid === undefined ? {} : { gid: how.gid }),
      stdio: 'pipe',
      // A group of its own, as under the host; what a test kills is then all of it.
      detached: true,
    })
    const messages: Message[] = []
    const noise: string[] = []
    const out: Buffer[] = []
    const err: Buffer[] = []
    let rest = Buffer.alloc(0)
    const take = (line: Buffer) => {
      if (line.length === 0) return
      try {
        const message = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) as Message
        const wrong = against(message)
        if (wrong !== null) noise.push(`${line}: ${wrong}`)
        messages.push(message)
        const signal = how.on?.(message)
        if (signal) child.kill(signal)
      } catch {
        noise.push(line.toString())
      }
    }
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk)
      rest = Buffer.concat([rest, chunk])
      for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
        take(rest.subarray(0, at))
        rest = rest.subarray(at + 1)
      }
    })
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.stdin.on('error', () => {}) // a program may end without reading
    child.stdin.end(lines(role, how))
    child.on('error', reject)
    child.on('close', (status, signal) => {
      take(rest)
      const of = <T extends Message>(type: T['type']) => messages.filter((m): m is T => m.type === type)
      resolve({
        messages,
        items: of<Item>('item'),
        results: of<Result>('result'),
        progress: of<Progress>('progress'),
        done: of<Done>('done')[0],
        noise,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
        status,
        signal,
      })
    })
  })
