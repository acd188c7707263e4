/* Generated from protocol/manifest.schema.json by `npm run generate`. Do not edit. */

/**
 * 1 to 64 of a-z 0-9 . _ -, beginning with a letter.
 */
export type Name = string
/**
 * One line of text for people.
 */
export type Title = string
/**
 * What the machine is moved to: a store path, a version. Handed to every program as it stands.
 */
export type Target = string
/**
 * A path; relative ones start at the manifest's folder.
 */
export type File = string
/**
 * Where programs without a slash are searched: a list of folders, or one text with colons.
 */
export type SearchPath = Folders | Colons
/**
 * @minItems 1
 * @maxItems 256
 */
export type Folders = File[]
export type Colons = string
/**
 * A login name, never a number: a letter or _, then letters, digits and . _ @ -; a $ may end it.
 */
export type User = string
/**
 * A program and its arguments, each one text. Never a shell line.
 *
 * @minItems 1
 */
export type Argv = Argument[]
export type Argument = string
/**
 * Environment variables, added to the minimal ones.
 */
export interface Env {
  [k: string]: Argument
}
/**
 * A program, where it differs from the step's user, env or cwd.
 */
export interface Program {
  argv: Argv
  user?: User
  cwd?: File
  env?: Env
}
/**
 * An argv, or a mapping with one.
 */
export type Command = Argv | Program
/**
 * A whole number with a unit (ms, s, m, h, d), or none.
 */
export type Duration = string
/**
 * A whole number with a unit (ms, s, m, h, d).
 */
export type Pause = string
/**
 * A whole number with a unit: B, or K, M, G, T in steps of 1024.
 */
export type Size = string
/**
 * A systemd unit by its full name: a service, socket, timer or path; an instance, never a template.
 */
export type Unit = string
export type Count = number
export type Switch = boolean
export type Names = Name[]
export interface Timeout {
  /**
   * Without a message for so long.
   */
  idle?: Duration
  /**
   * All in all.
   */
  total?: Duration
}
export interface Timeouts {
  producer?: Timeout
  consumer?: Timeout
}
export interface Retries {
  max?: number
  backoff?: Pause
  afterCrash?: 'run' | 'ask'
}
export interface Limits {
  memory?: Size
  processes?: Count
  openFiles?: Count
  fileSize?: Size
  cpu?: Pause
  output?: Size
}
/**
 * How much wider than reading the step's producer is held.
 */
export interface Sandbox {
  allow?: Allowance[]
}
/**
 * Reach services, reach the network, read what only root may, or not be held at all.
 */
export type Allowance = 'unix-sockets' | 'network' | 'read-all' | 'host'
export interface Step {
  title?: Title
  user?: User
  producer: Command
  consumer?: Command
  needs?: Names
  after?: Names
  locks?: Title[]
  holds?: Unit[]
  config?: {
    [k: string]: unknown
  }
  env?: Env
  cwd?: File
  timeouts?: Timeouts
  retries?: Retries
  limits?: Limits
  sandbox?: Sandbox
  recheck?: Switch
  verify?: Switch
  /**
   * @maxItems 10000
   */
  files?: File[]
}
/**
 * The file that says which steps a transition has. Written by people, so that unknown keys are errors.
 */
export interface Manifest {
  /**
   * Where this schema lives, for editors.
   */
  $schema?: string
  /**
   * The format of the file.
   */
  edgewise: 1
  /**
   * What is moved, a machine's name say.
   */
  name: Title
  target?: Target
  path?: SearchPath
  /**
   * The command that reboots the machine where --reboot auto may; without it `systemctl reboot`.
   */
  reboot?: Argv
  /**
   * The steps by name. Their order is free; `needs` and `after` say what comes first.
   */
  steps: {
    [k: string]: Step
  }
}
