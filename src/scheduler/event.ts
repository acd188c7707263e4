/**
 * Everything that can happen, one closed union. Run events are journalled and folded into the state of the run; check
 * events are only shown. Reports consume both and decide nothing.
 */

import type { ItemBody } from '../protocol/gen/messages.js'
import type {
  Address,
  Barrier,
  Choice,
  Edge,
  Ending,
  Finding,
  Findings,
  Plan,
  Prediction,
  RebootPolicy,
  Selection,
  Task,
  Who,
} from './model.js'

export type CheckEvent =
  | { type: 'check-started'; steps: string[]; jobs: number }
  | { type: 'step-checking'; step: string }
  | { type: 'step-checked'; step: string; findings: Findings }
  | { type: 'predicted'; prediction: Prediction; findings: Finding[]; choices: Choice[] }

/** Shown while a program runs, never journalled. */
export type LiveEvent =
  | { type: 'progress'; step: string; task?: string; item?: string; message?: string; percent?: number }
  | { type: 'quiet'; step: string; task?: string; ms: number }
  | { type: 'notice'; code: string; message: string; hint?: string }

export type RunEvent =
  /** `unconfined`: why producers that should be held were not, which the operator allowed. */
  | { type: 'run-committed'; run: string; plan: Plan; who: Who; reboot?: RebootPolicy; unconfined?: string }
  | { type: 'run-resumed'; who: Who; boot: string; reboot?: RebootPolicy; unconfined?: string }
  | {
      type: 'task-checking'
      task: string
      why: 'upstream-changed' | 'unpredicted' | 'resumed' | 'rebooted' | 'stale' | 'retry'
    }
  | { type: 'task-checked'; task: string; findings: Findings }
  | { type: 'selection-dropped'; task: string; address: Address; why: 'gone' }
  | {
      type: 'choice-made'
      choice: Choice
      /** By which letter of the inbox it came: none is taken twice. */
      letter?: string
    }
  /** It came by letter and could not be taken any more. */
  | { type: 'choice-refused'; choice: Choice; letter: string; code: string; message: string }
  /** What is in hand is finished, then the run is given up. */
  | { type: 'abandon-asked'; reason: string; who: Who; letter: string }
  | { type: 'choice-carried'; address: Address; from: string; to: string }
  | { type: 'choice-invalidated'; address: Address; from: string; to: string }
  | { type: 'graph-extended'; tasks: Task[]; barriers: Barrier[]; edges: Edge[]; why: string }
  | { type: 'task-ready'; task: string; selections: Selection[] }
  | { type: 'task-skipped'; task: string; why: string }
  | {
      type: 'task-started'
      task: string
      attempt: number
      pid: number
      /** Clock ticks since boot, field 22 of /proc/PID/stat: tells a pid from its reuse. */
      startTime: string
      /** The folder of its cgroup: who is in it belongs to this start, wherever else it went. */
      cgroup?: string
      selections: Address[]
    }
  | { type: 'item-found'; task: string; attempt: number; item: ItemBody; fingerprint: string }
  | {
      type: 'selection-result'
      task: string
      attempt: number
      address: Address
      status: 'applied' | 'failed'
      code?: string
      message?: string
    }
  | { type: 'task-ended'; task: string; attempt: number; ending: Ending; took: number }
  /** A consumer outlived its host, and another host follows it. `ran`: milliseconds since its start. */
  | { type: 'task-attached'; task: string; attempt: number; pid: number; ran: number }
  /** `begun`: false where it is certain that the program was never told to begin. */
  | { type: 'task-unknown'; task: string; attempt: number; why: string; begun?: false }
  | { type: 'task-backing-off'; task: string; attempt: number; ms: number }
  | {
      type: 'task-retried'
      task: string
      why: 'temporary' | 'answered' | 'by-hand' | 'again' | 'recovered' | 'stale'
    }
  | {
      type: 'task-settled'
      task: string
      as: 'applied' | 'kept' | 'reverted' | 'skipped' | 'nothing' | 'done-by-hand'
    }
  | { type: 'task-unreached'; task: string; because: string }
  | { type: 'task-abandoned'; task: string; reason: string }
  | { type: 'question-raised'; finding: Finding; task: string | null }
  /** What it asked about is not so any more. */
  | { type: 'question-withdrawn'; address: Address; why: string }
  | {
      type: 'reboot-awaited'
      boot: string
      /** Soft reboots since the kernel booted; absent where the machine does not count them. */
      softReboots?: number
      barrier: string | null
    }
  /** The intent: the command runs once this is durable. */
  | { type: 'reboot-asked'; command: string[] }
  | { type: 'reboot-refused'; message: string }
  | { type: 'rebooted'; from: string; to: string }
  | {
      type: 'run-waiting'
      for: 'failure' | 'choice' | 'reboot'
      questions: Address[]
      /** Beside the questions, which hold it up no more, a reboot is due. */
      reboot?: true
    }
  /** It must not start while these steps are not settled; `wanted`: it was active by then. */
  | { type: 'unit-held'; unit: string; steps: string[]; wanted: boolean }
  /** It may start again; `start`: the host is to see to it. */
  | { type: 'unit-released'; unit: string; start: boolean }
  | { type: 'unit-started'; unit: string; ok: boolean; message?: string }
  /** A program was told of these questions, each as address and fingerprint. */
  | { type: 'wait-announced'; questions: string[] }
  | { type: 'run-interrupted'; signal: string }
  | { type: 'verify-started'; steps: string[] }
  | { type: 'step-verifying'; step: string }
  | { type: 'step-verified'; step: string; findings: Findings; unresolved: Finding[]; later: Finding[] }
  | { type: 'run-completed'; applied: number; rebootPending: boolean }
  | { type: 'run-abandoned'; reason: string; consistent: boolean; who: Who | null }

export type Event = CheckEvent | LiveEvent | RunEvent
