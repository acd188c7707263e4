/* Generated from protocol/report.schema.json by `npm run generate`. Do not edit. */

/**
 * The first line: which format follows, who writes it and for what command.
 */
export interface Edgewise {
  type: 'edgewise'
  /**
   * Version of this format. Goes up when a reader of the lines described here would misread them.
   */
  format: number
  /**
   * Version of Edgewise.
   */
  version: string
  /**
   * The command that was given: `check`, `apply`, ...
   */
  command: string
}
/**
 * The last line. Where it is missing the stream was cut off.
 */
export interface End {
  type: 'end'
  /**
   * Of a check, a plan, or a refusal that names one.
   */
  verdict?: Verdict
  /**
   * Of a run.
   */
  state?: 'completed' | 'waiting' | 'interrupted' | 'abandoned' | 'failed'
  /**
   * Name of the run, where one was committed.
   */
  run?: string
  /**
   * Why the command was refused, from errors.json.
   */
  code?: string
  /**
   * The same in one sentence.
   */
  message?: string
  /**
   * What to do about it.
   */
  hint?: string
  /**
   * One sentence each.
   */
  details?: string[]
  /**
   * All problems of a file that a person wrote.
   */
  diagnostics?: Diagnostic[]
  /**
   * Commands to type next.
   */
  next?: string[]
  /**
   * Whether a run was committed.
   */
  committed: boolean
  /**
   * Whether anything on the machine may differ from before.
   */
  changed: boolean
  /**
   * The exit status.
   */
  exit: number
}
/**
 * The producers are about to look.
 */
export interface CheckStarted {
  type: 'check-started'
  steps: string[]
  /**
   * So many at the same time.
   */
  jobs: number
}
/**
 * A step's producer runs.
 */
export interface StepChecking {
  type: 'step-checking'
  step: string
}
/**
 * A step's producer has ended.
 */
export interface StepChecked {
  type: 'step-checked'
  step: string
  findings: Findings
}
/**
 * What would happen if the choices so far were applied.
 */
export interface Predicted {
  type: 'predicted'
  prediction: Prediction
  findings: Finding[]
  choices: Choice[]
}
/**
 * How far a program says it is.
 */
export interface Progress {
  type: 'progress'
  step: string
  task?: string
  item?: string
  message?: string
  percent?: number
}
/**
 * A program has not said anything for a while.
 */
export interface Quiet {
  type: 'quiet'
  step: string
  task?: string
  ms: number
}
/**
 * Something about the host itself that a person should know.
 */
export interface Notice {
  type: 'notice'
  code: string
  message: string
  hint?: string
}
/**
 * The plan is in the journal; from here the system moves along its edges only.
 */
export interface RunCommitted {
  type: 'run-committed'
  run: string
  plan: Plan
  who: Who
}
/**
 * Another host goes on with the run.
 */
export interface RunResumed {
  type: 'run-resumed'
  who: Who
  boot: string
}
/**
 * A producer looks again before its step starts.
 */
export interface TaskChecking {
  type: 'task-checking'
  task: string
  why: 'upstream-changed' | 'unpredicted' | 'resumed' | 'rebooted' | 'stale' | 'retry'
}
/**
 * It has looked again.
 */
export interface TaskChecked {
  type: 'task-checked'
  task: string
  findings: Findings
}
/**
 * What was selected is gone without having been applied.
 */
export interface SelectionDropped {
  type: 'selection-dropped'
  task: string
  address: string
  why: 'gone'
}
/**
 * Someone has chosen.
 */
export interface ChoiceMade {
  type: 'choice-made'
  choice: Choice
}
/**
 * A choice holds for a new fingerprint too, because nothing that matters differs.
 */
export interface ChoiceCarried {
  type: 'choice-carried'
  address: string
  from: string
  to: string
}
/**
 * A choice does not hold any more, because the state it was made on is another.
 */
export interface ChoiceInvalidated {
  type: 'choice-invalidated'
  address: string
  from: string
  to: string
}
/**
 * Tasks came in after commit.
 */
export interface GraphExtended {
  type: 'graph-extended'
  tasks: Task[]
  barriers: Barrier[]
  edges: Edge[]
  why: string
}
/**
 * A task may start as soon as there is room and its locks are free.
 */
export interface TaskReady {
  type: 'task-ready'
  task: string
  selections: Selection[]
}
/**
 * A task has nothing left to do.
 */
export interface TaskSkipped {
  type: 'task-skipped'
  task: string
  why: string
}
/**
 * A consumer runs.
 */
export interface TaskStarted {
  type: 'task-started'
  task: string
  attempt: number
  pid: number
  /**
   * Clock ticks between boot and its start, as in field 22 of /proc/PID/stat.
   */
  startTime: string
  /**
   * Addresses.
   */
  selections: string[]
}
/**
 * A consumer brought up a new item.
 */
export interface ItemFound {
  type: 'item-found'
  task: string
  attempt: number
  item: Item
  fingerprint: string
}
/**
 * A consumer is through with one selection, and the journal has it.
 */
export interface SelectionResult {
  type: 'selection-result'
  task: string
  attempt: number
  address: string
  status: 'applied' | 'failed'
  code?: string
  message?: string
}
/**
 * A consumer has ended.
 */
export interface TaskEnded {
  type: 'task-ended'
  task: string
  attempt: number
  ending: Ending
  /**
   * Milliseconds.
   */
  took: number
}
/**
 * The host ended while a consumer ran; what it did is not known.
 */
export interface TaskUnknown {
  type: 'task-unknown'
  task: string
  attempt: number
  why: string
}
/**
 * A task is tried again after a while.
 */
export interface TaskBackingOff {
  type: 'task-backing-off'
  task: string
  /**
   * The attempt that comes next.
   */
  attempt: number
  ms: number
}
/**
 * A task goes back to where it waits to start.
 */
export interface TaskRetried {
  type: 'task-retried'
  task: string
  why: 'temporary' | 'answered' | 'by-hand' | 'again' | 'recovered' | 'stale'
}
/**
 * Whoever needs this task need not wait for it any longer.
 */
export interface TaskSettled {
  type: 'task-settled'
  task: string
  as: 'applied' | 'kept' | 'reverted' | 'skipped' | 'nothing' | 'done-by-hand'
}
/**
 * A task will not be started.
 */
export interface TaskUnreached {
  type: 'task-unreached'
  task: string
  /**
   * The task that it would have needed.
   */
  because: string
}
/**
 * A task was given up.
 */
export interface TaskAbandoned {
  type: 'task-abandoned'
  task: string
  reason: string
}
/**
 * A choice is needed to go on.
 */
export interface QuestionRaised {
  type: 'question-raised'
  finding: Finding
  task: string | null
}
/**
 * Everything that can run before the reboot has run.
 */
export interface RebootAwaited {
  type: 'reboot-awaited'
  /**
   * The boot that has to end.
   */
  boot: string
  barrier: string | null
}
/**
 * The machine has booted again.
 */
export interface Rebooted {
  type: 'rebooted'
  from: string
  to: string
}
/**
 * Nothing can go on without what is named.
 */
export interface RunWaiting {
  type: 'run-waiting'
  for: 'failure' | 'choice' | 'reboot'
  /**
   * Addresses.
   */
  questions: string[]
}
/**
 * A signal was taken: what is in hand is finished, nothing else starts.
 */
export interface RunInterrupted {
  type: 'run-interrupted'
  signal: string
}
/**
 * The producers look once more.
 */
export interface VerifyStarted {
  type: 'verify-started'
  steps: string[]
}
/**
 * A step's producer runs for the last time.
 */
export interface StepVerifying {
  type: 'step-verifying'
  step: string
}
/**
 * It has ended.
 */
export interface StepVerified {
  type: 'step-verified'
  step: string
  findings: Findings
  /**
   * What should be gone and is not.
   */
  unresolved: Finding[]
  /**
   * What was not there before.
   */
  later: Finding[]
}
/**
 * The run is over, as planned.
 */
export interface RunCompleted {
  type: 'run-completed'
  /**
   * Selections.
   */
  applied: number
  rebootPending: boolean
}
/**
 * The run is over, and was not carried to its end.
 */
export interface RunAbandoned {
  type: 'run-abandoned'
  reason: string
  /**
   * False where a task was in doubt.
   */
  consistent: boolean
  who: Who | null
}
export type Verdict = 'nothing-to-do' | 'ready' | 'undecided' | 'blocked'
export type Scalar = string | boolean | number
/**
 * A secret is only ever named.
 */
export type InputValue =
  | Scalar
  | {
      secret: 'file' | 'memory'
      file?: string
    }
/**
 * Who did it.
 */
export interface Who {
  uid: number
  user: string
  /**
   * Behind sudo or su, where it can be known.
   */
  login?: string
}
/**
 * What was chosen.
 */
export interface Answer {
  kind: 'resolution' | 'waiver' | 'later'
  resolution?: string
  input?: {
    [k: string]: InputValue
  }
  reason?: string
}
/**
 * An answer, bound to the state that it was given for.
 */
export interface Choice {
  /**
   * `step/item`
   */
  address: string
  fingerprint: string
  answer: Answer
  who: Who
  /**
   * ISO 8601, UTC.
   */
  at: string
  via: 'prompt' | 'answers' | 'pattern' | 'policy' | 'option' | 'plan' | 'command'
}
/**
 * What is absent is not stated.
 */
export interface Effects {
  reboot?: boolean
  destructive?: boolean
  reversible?: boolean
  downtime?: boolean
}
/**
 * What a resolution asks for.
 */
export interface InputSpec {
  type: 'string' | 'boolean' | 'integer'
  title?: string
  secret?: boolean
  optional?: boolean
  default?: Scalar
  enum?: Scalar[]
}
/**
 * One way to deal with an item.
 */
export interface Resolution {
  id: string
  title: string
  detail?: string
  default?: boolean
  when?: 'now' | 'after-boot'
  ends?: 'resolved' | 'kept' | 'reverted'
  effects?: Effects
  seconds?: number
  inputs?: {
    [k: string]: InputSpec
  }
  /**
   * Asked only where this resolution is chosen.
   */
  items?: Item[]
}
/**
 * What a step has found, as in schema.json.
 */
export interface Item {
  type?: 'item'
  id: string
  severity: 'error' | 'warning' | 'recommendation'
  title: string
  detail?: string
  docs?: string
  fingerprint?: string
  resources?: string[]
  after?: string[]
  resolutions?: Resolution[]
}
/**
 * A breach of the protocol.
 */
export interface Violation {
  /**
   * Counts from 1; 0 where the whole run is meant.
   */
  line: number
  code: string
  message: string
  sample: string
}
/**
 * A program's own last word, as in schema.json.
 */
export interface Done {
  type: 'done'
  outcome: 'ok' | 'failed' | 'again'
  reboot?: boolean
  code?: string
  message?: string
  protocols?: number[]
}
/**
 * How one run of a program ended, its messages and its exit taken together.
 */
export interface Ending {
  outcome: 'ok' | 'failed' | 'again'
  code?: string
  message?: string
  reboot?: boolean
  /**
   * As wait(2) tells it.
   */
  exit?: {
    status: number | null
    signal: string | null
  }
  violations?: Violation[]
  /**
   * The last lines.
   */
  stderr?: string[]
  done?: Done
}
/**
 * What one run of a producer found.
 */
export interface Findings {
  step: string
  outcome: 'ok' | 'failed' | 'not-yet'
  items: Item[]
  ending: Ending
  /**
   * Milliseconds.
   */
  took: number
}
/**
 * An item, and what a choice for it is bound to.
 */
export interface Finding {
  address: string
  step: string
  item: Item
  fingerprint: string
  source: 'producer' | 'consumer' | 'host'
  /**
   * The choice that it hangs on.
   */
  parent?: {
    address: string
    resolution: string
  }
}
/**
 * A choice that a consumer has to carry out.
 */
export interface Selection {
  address: string
  item: string
  resolution: string
  fingerprint: string
  input?: {
    [k: string]: InputValue
  }
  ends: 'resolved' | 'kept' | 'reverted'
  destructive: boolean
  /**
   * Null where it is not stated.
   */
  reversible: boolean | null
  /**
   * Null where it is not stated.
   */
  reboot: boolean | null
}
/**
 * A node of the graph: a step's consumer, and what it is to apply.
 */
export interface Task {
  id: string
  step: string
  phase: 'now' | 'after-boot'
  generation: number
  selections: Selection[]
}
/**
 * A reboot that the graph has to pass.
 */
export interface Barrier {
  id: string
  /**
   * Counts from 1.
   */
  reboot: number
}
/**
 * Its end waits for its beginning.
 */
export interface Edge {
  from: string
  to: string
  kind: 'needs' | 'after' | 'item' | 'phase' | 'barrier'
}
/**
 * What waits for what.
 */
export interface Graph {
  tasks: Task[]
  barriers: Barrier[]
  edges: Edge[]
}
/**
 * Why an item or a step stands as it does.
 */
export interface Reason {
  address?: string
  code:
    | 'no-resolution'
    | 'no-choice'
    | 'producer-failed'
    | 'need-blocked'
    | 'need-undecided'
    | 'no-consumer'
    | 'reboot-in-test'
    | 'cycle'
  message: string
}
/**
 * The worst verdict, and that of every step.
 */
export interface Prediction {
  verdict: Verdict
  /**
   * Items: Of one step.
   */
  steps: {
    step: string
    verdict: Verdict
    /**
     * Its producer cannot look yet.
     */
    unpredicted: boolean
    reasons: Reason[]
  }[]
}
/**
 * What is started.
 */
export interface Program {
  argv: string[]
  executable: string
  user: string | null
  cwd: string
  env: {
    [k: string]: string
  }
}
/**
 * Milliseconds; null is no limit.
 */
export interface Timeouts {
  idle: number | null
  total: number | null
}
/**
 * A step as the manifest has it.
 */
export interface Step {
  name: string
  title?: string
  producer: Program
  consumer?: Program
  needs: string[]
  after: string[]
  locks: string[]
  /**
   * The step's own.
   */
  config?: {
    [k: string]: unknown
  }
  /**
   * Of its programs.
   */
  timeouts: {
    producer: Timeouts
    consumer: Timeouts
  }
  /**
   * After a temporary failure.
   */
  retries: {
    max: number
    backoff: number
    afterCrash: 'run' | 'ask'
  }
  /**
   * Bytes and counts.
   */
  limits: {
    memory?: number
    processes?: number
    openFiles?: number
    fileSize?: number
  }
  recheck: boolean
  verify: boolean
  files: string[]
}
/**
 * What was committed.
 */
export interface Plan {
  edgewise: 1
  kind: 'plan'
  digest: string
  created: string
  supersedes?: string
  machine: string
  /**
   * Version of Edgewise that made it.
   */
  host: string
  action: 'switch' | 'boot' | 'test'
  name: string
  target?: string
  /**
   * Where it came from.
   */
  manifest: {
    path: string
    digest: string
  }
  steps: Step[]
  programs: {
    [k: string]: string
  }
  findings: Finding[]
  unpredicted: string[]
  choices: Choice[]
  /**
   * Items: What --partial leaves out.
   */
  left: {
    step: string
    reason: string
  }[]
  graph: Graph
  prediction: Prediction
  pointOfNoReturn: string | null
}
/**
 * A problem in a file that a person wrote; `validate --json` prints each as a line.
 */
export interface Diagnostic {
  type?: 'diagnostic'
  severity: 'error' | 'warning'
  code: string
  file: string
  line?: number
  column?: number
  step?: string
  text?: string
  message: string
  hint?: string
}
/**
 * Every line is one JSON object with a `type`. Readers ignore types and properties that they do not know; docs/output.md says when the format changes.
 */
export interface Report {
  type: string
}
