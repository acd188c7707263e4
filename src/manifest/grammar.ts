/** What the schema calls each part of a manifest, and how its rules are told to people. */

import type { Code } from './problem.js'

/** The keys of each mapping, and what each is called; a test compares them with the schema. */
export const FIELDS: Record<string, Record<string, string>> = {
  manifest: {
    $schema: 'text',
    edgewise: 'format',
    name: 'title',
    target: 'target',
    path: 'searchPath',
    reboot: 'argv',
    steps: 'steps',
  },
  step: {
    title: 'title',
    user: 'user',
    producer: 'command',
    consumer: 'command',
    needs: 'names',
    after: 'names',
    locks: 'locks',
    holds: 'units',
    config: 'config',
    env: 'env',
    cwd: 'file',
    timeouts: 'timeouts',
    retries: 'retries',
    limits: 'limits',
    sandbox: 'sandbox',
    recheck: 'switch',
    verify: 'switch',
    files: 'files',
  },
  program: { argv: 'argv', user: 'user', cwd: 'file', env: 'env' },
  timeouts: { producer: 'timeout', consumer: 'timeout' },
  timeout: { idle: 'duration', total: 'duration' },
  retries: { max: 'number', backoff: 'pause', afterCrash: 'word' },
  sandbox: { allow: 'allowances' },
  limits: {
    memory: 'size',
    processes: 'count',
    openFiles: 'count',
    fileSize: 'size',
    cpu: 'pause',
    output: 'size',
  },
}

/** What the entries of a list, or of a mapping with free keys, are called. */
const ENTRIES: Record<string, string> = {
  steps: 'step',
  names: 'name',
  locks: 'lock',
  units: 'unit',
  files: 'file',
  allowances: 'allowance',
  folders: 'file',
  argv: 'argument',
  env: 'argument',
}

const either = (name: string, value: unknown): string => {
  if (name === 'command') return Array.isArray(value) ? 'argv' : 'program'
  if (name === 'searchPath') return Array.isArray(value) ? 'folders' : 'colons'
  return name
}

/** What stands at a path, by the schema's name for it; `config` for all that is inside of a config. */
export const definitionAt = (root: unknown, path: readonly string[]): string => {
  let name = 'manifest'
  let value = root
  for (const key of path) {
    value = (value as Record<string, unknown> | null | undefined)?.[key]
    const fields = FIELDS[name]
    name = either(
      (fields ? (Object.hasOwn(fields, key) ? fields[key] : undefined) : ENTRIES[name]) ?? name,
      value,
    )
  }
  return name
}

export const NAME_RULE = '1 to 64 of a-z 0-9 . _ -, beginning with a letter'

/** What a definition of the schema wants: its rule after "must be", and an example. */
export const RULES: Record<string, { code?: Code; rule: string; hint: string }> = {
  name: {
    code: 'manifest.bad-name',
    rule: NAME_RULE,
    hint: 'Call it `set-owner` say; the title is free text.',
  },
  title: { rule: 'one line of 1 to 200 characters', hint: 'Say it shorter, in one line.' },
  lock: { rule: 'one line of 1 to 200 characters', hint: 'Name what is locked, `postgresql` say.' },
  unit: {
    rule: 'the full name of a systemd service, socket, timer or path, and no template',
    hint: 'Write `postgresql.service`; an instance has its name between @ and the dot.',
  },
  target: { rule: 'one line of 1 to 4096 characters', hint: 'Give a store path or a version.' },
  file: { rule: 'a path of 1 to 4096 characters', hint: "A relative path starts at the manifest's folder." },
  folders: { rule: 'a list of 1 to 256 folders', hint: 'Write `[/usr/bin, /bin]` or "/usr/bin:/bin".' },
  colons: {
    rule: 'a list of folders, or one text with colons',
    hint: 'Write `[/usr/bin, /bin]` or "/usr/bin:/bin".',
  },
  user: {
    code: 'manifest.bad-user',
    rule: 'a login name: a letter or _, then letters, digits and . _ @ -',
    hint: 'Write a name as in the first column of `getent passwd`, never a number.',
  },
  argv: {
    rule: 'a list of a program and its arguments',
    hint: 'Write `[./steps/disk, producer]`; there is no shell.',
  },
  program: {
    rule: 'a list of a program and its arguments, or a mapping with `argv`',
    hint: 'Write `[./steps/disk, producer]`; there is no shell.',
  },
  duration: {
    rule: 'a duration: a whole number and ms, s, m, h or d, or `none`',
    hint: 'Write `90s`, `10m` or `none`.',
  },
  pause: { rule: 'a duration: a whole number and ms, s, m, h or d', hint: 'Write `5s` or `500ms`.' },
  size: { rule: 'a size: a whole number and B, K, M, G or T', hint: 'Write `512M` or `2G`.' },
}

export const TYPES: Record<string, { name: string; hint: string }> = {
  string: { name: 'text', hint: 'Write it in quotes.' },
  array: { name: 'a list', hint: 'Write it in brackets: `[a, b]`, also for a single one.' },
  object: { name: 'a mapping', hint: 'Write keys and values: `{ key: value }`.' },
  boolean: { name: '`true` or `false`', hint: 'Write `true` or `false`, without quotes.' },
  integer: { name: 'a whole number', hint: 'Write a whole number, without quotes.' },
}
