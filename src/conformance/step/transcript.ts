/** What came of one program run, whole: all that an assertion may look at. */

import type { Done, Item, Progress, Result, StepMessage } from '../../protocol/gen/messages.js'
import type { Violation } from '../../protocol/violation.js'
import type { Leftover } from '../../sandbox/ending.js'
import type { Selection } from './subject.js'

export type Role = 'producer' | 'consumer'

/** How far a program had got when something else was done. */
export interface Moment {
  results: string[]
  progress: number
  messages: number
  lines: number
}

export interface Transcript {
  name: string
  role: Role
  /** Lines of stdin, long ones cut. */
  sent: string[]
  selections: Selection[]
  /** Lines of stdout, the first of them and long ones cut. */
  came: string[]
  lines: number
  longest: number
  /** Also where nothing came at all. */
  endsWithLf: boolean
  bytes: number
  /** The valid ones, in order. */
  messages: { message: StepMessage; line: number }[]
  items: Item[]
  results: Result[]
  progress: Progress[]
  done: Done | undefined
  violations: Violation[]
  exit: { status: number | null; signal: string | null } | undefined
  /** Why the suite ended it. */
  hung: string | undefined
  /** Why it never ran. */
  failure: { message: string; hint: string } | undefined
  leftovers: Leftover[]
  stderr: string[]
  /** Everything that it wrote, for what must not be in it; bounded. */
  output: string
  /** When the scene stepped in: what had come by then. */
  held: Moment | undefined
  /** After each result: which selections were in place at that moment. */
  steps: { result: string; inPlace: Record<string, boolean> }[]
  /** Lines of strace: programs that were executed with argv and environment, and reboots. */
  trace: string[] | undefined
  reboots: string[]
}
