/** What a manifest says once it is read and found valid: plain data, no file handles, paths absolute. */

import type { Allowance } from './allowance.js'

export interface Program {
  /** argv as configured; `argv[0]` is what the program sees as its name. Never a shell line. */
  argv: string[]
  /** Absolute path of the file that is executed. */
  executable: string
  /** Login name, or null for "whoever the host is". */
  user: string | null
  /** Absolute working directory. Default `/`. */
  cwd: string
  /** Added to the minimal environment. */
  env: Record<string, string>
}

/** Milliseconds; null means "no limit". */
export interface Timeouts {
  idle: number | null
  total: number | null
}

/** Per program of the step. Bytes and counts; absent means "not limited by Edgewise". */
export interface Limits {
  /** Bytes of address space of each process (RLIMIT_AS), and of all in a consumer's cgroup together. */
  memory?: number
  /** In a consumer's cgroup; without one, of its user. */
  processes?: number
  openFiles?: number
  /** Bytes (RLIMIT_FSIZE). */
  fileSize?: number
  /** Seconds of the processor, of each process (RLIMIT_CPU). */
  cpu?: number
  /** Bytes on stdout. */
  output?: number
}

export interface Retries {
  /** Further attempts after a failure with `code=temporary`. Default 0. */
  max: number
  /** Milliseconds before the first retry; doubles each time. Default 5000. */
  backoff: number
  /** What resuming does with selections whose fate is unknown. Default `run`. */
  afterCrash: 'run' | 'ask'
}

export interface Step {
  name: string
  title?: string
  producer: Program
  /** Absent: the step only checks. */
  consumer?: Program
  /** Must be settled before this step starts. */
  needs: string[]
  /** Order only. */
  after: string[]
  /** Taken all at once, held while a consumer lives. */
  locks: string[]
  /** Units that must not start while this step is not settled. */
  holds?: string[]
  config?: Record<string, unknown>
  timeouts: { producer: Timeouts; consumer: Timeouts }
  retries: Retries
  limits: Limits
  /** How much wider than reading its producer is held; absent: no wider. */
  sandbox?: { allow: Allowance[] }
  /** Run the producer again before this step starts when something upstream changed. Default true. */
  recheck: boolean
  /** Run the producer again at the end. Default true. */
  verify: boolean
  /** What else is part of the programs: absolute paths, digested into the plan. */
  files: string[]
}

export interface Manifest {
  /** Absolute path of the file. */
  path: string
  /** sha256 of its bytes, hex. */
  digest: string
  name: string
  target?: string
  /** The command that reboots the machine; absent, the host's own. */
  reboot?: Program
  /** In the order of the file. */
  steps: Step[]
}

/** One problem in a file that a person wrote. Lines and columns count from 1. */
export interface Diagnostic {
  severity: 'error' | 'warning'
  /** From protocol/errors.json, `manifest.unknown-key` say. */
  code: string
  file: string
  line?: number
  column?: number
  /** The step it is about, where there is one. */
  step?: string
  /** The offending text, as written, at most 200 characters, no control characters. */
  text?: string
  /** One sentence: what is wrong. */
  message: string
  /** One sentence: what to do. */
  hint?: string
}
