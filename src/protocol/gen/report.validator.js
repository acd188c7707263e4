/* Generated from protocol/report.schema.json by `npm run generate`. Do not edit. */
const under = (validate2, path) => {
  for (const error of validate2.errors) error.instancePath = path + error.instancePath;
  return !1;
}, isIn = (table, beyond, unit) => unit < 128 ? table[unit] === 1 : beyond, startsIn = (table, beyond) => ({ test: (text) => text.length > 0 && isIn(table, beyond, text.charCodeAt(0)) }), holdsAny = (table, beyond) => ({
  test(text) {
    for (let i = 0; i < text.length; i++) if (isIn(table, beyond, text.charCodeAt(i))) return !0;
    return !1;
  }
}), validate = validate20, schema31 = { $schema: "https://json-schema.org/draft/2020-12/schema", $id: "https://edgewise.dev/protocol/1/report.schema.json", title: "A line of `edgewise --json`, format 1", description: "Every line is one JSON object with a `type`. Readers ignore types and properties that they do not know; docs/output.md says when the format changes.", type: "object", properties: { type: { type: "string" } }, required: ["type"], allOf: [{ if: { type: "object", properties: { type: { const: "edgewise" } }, required: ["type"] }, then: { $ref: "#/$defs/edgewise" } }, { if: { type: "object", properties: { type: { const: "end" } }, required: ["type"] }, then: { $ref: "#/$defs/end" } }, { if: { type: "object", properties: { type: { const: "check-started" } }, required: ["type"] }, then: { $ref: "#/$defs/check-started" } }, { if: { type: "object", properties: { type: { const: "step-checking" } }, required: ["type"] }, then: { $ref: "#/$defs/step-checking" } }, { if: { type: "object", properties: { type: { const: "step-checked" } }, required: ["type"] }, then: { $ref: "#/$defs/step-checked" } }, { if: { type: "object", properties: { type: { const: "predicted" } }, required: ["type"] }, then: { $ref: "#/$defs/predicted" } }, { if: { type: "object", properties: { type: { const: "progress" } }, required: ["type"] }, then: { $ref: "#/$defs/progress" } }, { if: { type: "object", properties: { type: { const: "quiet" } }, required: ["type"] }, then: { $ref: "#/$defs/quiet" } }, { if: { type: "object", properties: { type: { const: "notice" } }, required: ["type"] }, then: { $ref: "#/$defs/notice" } }, { if: { type: "object", properties: { type: { const: "run-committed" } }, required: ["type"] }, then: { $ref: "#/$defs/run-committed" } }, { if: { type: "object", properties: { type: { const: "run-resumed" } }, required: ["type"] }, then: { $ref: "#/$defs/run-resumed" } }, { if: { type: "object", properties: { type: { const: "task-checking" } }, required: ["type"] }, then: { $ref: "#/$defs/task-checking" } }, { if: { type: "object", properties: { type: { const: "task-checked" } }, required: ["type"] }, then: { $ref: "#/$defs/task-checked" } }, { if: { type: "object", properties: { type: { const: "selection-dropped" } }, required: ["type"] }, then: { $ref: "#/$defs/selection-dropped" } }, { if: { type: "object", properties: { type: { const: "choice-made" } }, required: ["type"] }, then: { $ref: "#/$defs/choice-made" } }, { if: { type: "object", properties: { type: { const: "choice-carried" } }, required: ["type"] }, then: { $ref: "#/$defs/choice-carried" } }, { if: { type: "object", properties: { type: { const: "choice-invalidated" } }, required: ["type"] }, then: { $ref: "#/$defs/choice-invalidated" } }, { if: { type: "object", properties: { type: { const: "graph-extended" } }, required: ["type"] }, then: { $ref: "#/$defs/graph-extended" } }, { if: { type: "object", properties: { type: { const: "task-ready" } }, required: ["type"] }, then: { $ref: "#/$defs/task-ready" } }, { if: { type: "object", properties: { type: { const: "task-skipped" } }, required: ["type"] }, then: { $ref: "#/$defs/task-skipped" } }, { if: { type: "object", properties: { type: { const: "task-started" } }, required: ["type"] }, then: { $ref: "#/$defs/task-started" } }, { if: { type: "object", properties: { type: { const: "item-found" } }, required: ["type"] }, then: { $ref: "#/$defs/item-found" } }, { if: { type: "object", properties: { type: { const: "selection-result" } }, required: ["type"] }, then: { $ref: "#/$defs/selection-result" } }, { if: { type: "object", properties: { type: { const: "task-ended" } }, required: ["type"] }, then: { $ref: "#/$defs/task-ended" } }, { if: { type: "object", properties: { type: { const: "task-unknown" } }, required: ["type"] }, then: { $ref: "#/$defs/task-unknown" } }, { if: { type: "object", properties: { type: { const: "task-backing-off" } }, required: ["type"] }, then: { $ref: "#/$defs/task-backing-off" } }, { if: { type: "object", properties: { type: { const: "task-retried" } }, required: ["type"] }, then: { $ref: "#/$defs/task-retried" } }, { if: { type: "object", properties: { type: { const: "task-settled" } }, required: ["type"] }, then: { $ref: "#/$defs/task-settled" } }, { if: { type: "object", properties: { type: { const: "task-unreached" } }, required: ["type"] }, then: { $ref: "#/$defs/task-unreached" } }, { if: { type: "object", properties: { type: { const: "task-abandoned" } }, required: ["type"] }, then: { $ref: "#/$defs/task-abandoned" } }, { if: { type: "object", properties: { type: { const: "question-raised" } }, required: ["type"] }, then: { $ref: "#/$defs/question-raised" } }, { if: { type: "object", properties: { type: { const: "reboot-awaited" } }, required: ["type"] }, then: { $ref: "#/$defs/reboot-awaited" } }, { if: { type: "object", properties: { type: { const: "rebooted" } }, required: ["type"] }, then: { $ref: "#/$defs/rebooted" } }, { if: { type: "object", properties: { type: { const: "run-waiting" } }, required: ["type"] }, then: { $ref: "#/$defs/run-waiting" } }, { if: { type: "object", properties: { type: { const: "run-interrupted" } }, required: ["type"] }, then: { $ref: "#/$defs/run-interrupted" } }, { if: { type: "object", properties: { type: { const: "verify-started" } }, required: ["type"] }, then: { $ref: "#/$defs/verify-started" } }, { if: { type: "object", properties: { type: { const: "step-verifying" } }, required: ["type"] }, then: { $ref: "#/$defs/step-verifying" } }, { if: { type: "object", properties: { type: { const: "step-verified" } }, required: ["type"] }, then: { $ref: "#/$defs/step-verified" } }, { if: { type: "object", properties: { type: { const: "run-completed" } }, required: ["type"] }, then: { $ref: "#/$defs/run-completed" } }, { if: { type: "object", properties: { type: { const: "run-abandoned" } }, required: ["type"] }, then: { $ref: "#/$defs/run-abandoned" } }, { if: { type: "object", properties: { type: { const: "diagnostic" } }, required: ["type"] }, then: { $ref: "#/$defs/diagnostic" } }], $defs: { edgewise: { description: "The first line: which format follows, who writes it and for what command.", type: "object", properties: { type: { const: "edgewise" }, format: { type: "integer", description: "Version of this format. Goes up when a reader of the lines described here would misread them." }, version: { type: "string", description: "Version of Edgewise." }, command: { type: "string", description: "The command that was given: `check`, `apply`, ..." } }, required: ["type", "format", "version", "command"] }, end: { description: "The last line. Where it is missing the stream was cut off.", type: "object", properties: { type: { const: "end" }, verdict: { $ref: "#/$defs/verdict", description: "Of a check, a plan, or a refusal that names one." }, state: { enum: ["completed", "waiting", "interrupted", "abandoned", "failed"], description: "Of a run." }, run: { type: "string", description: "Name of the run, where one was committed." }, code: { type: "string", description: "Why the command was refused, from errors.json." }, message: { type: "string", description: "The same in one sentence." }, hint: { type: "string", description: "What to do about it." }, details: { type: "array", items: { type: "string" }, description: "One sentence each." }, diagnostics: { type: "array", items: { $ref: "#/$defs/diagnostic" }, description: "All problems of a file that a person wrote." }, next: { type: "array", items: { type: "string" }, description: "Commands to type next." }, committed: { type: "boolean", description: "Whether a run was committed." }, changed: { type: "boolean", description: "Whether anything on the machine may differ from before." }, exit: { type: "integer", minimum: 0, maximum: 255, description: "The exit status." } }, required: ["type", "committed", "changed", "exit"] }, "check-started": { description: "The producers are about to look.", type: "object", properties: { type: { const: "check-started" }, steps: { type: "array", items: { type: "string" } }, jobs: { type: "integer", description: "So many at the same time." } }, required: ["type", "steps", "jobs"] }, "step-checking": { description: "A step's producer runs.", type: "object", properties: { type: { const: "step-checking" }, step: { type: "string" } }, required: ["type", "step"] }, "step-checked": { description: "A step's producer has ended.", type: "object", properties: { type: { const: "step-checked" }, step: { type: "string" }, findings: { $ref: "#/$defs/findings" } }, required: ["type", "step", "findings"] }, predicted: { description: "What would happen if the choices so far were applied.", type: "object", properties: { type: { const: "predicted" }, prediction: { $ref: "#/$defs/prediction" }, findings: { type: "array", items: { $ref: "#/$defs/finding" } }, choices: { type: "array", items: { $ref: "#/$defs/choice" } } }, required: ["type", "prediction", "findings", "choices"] }, progress: { description: "How far a program says it is.", type: "object", properties: { type: { const: "progress" }, step: { type: "string" }, task: { type: "string" }, item: { type: "string" }, message: { type: "string" }, percent: { type: "number" } }, required: ["type", "step"] }, quiet: { description: "A program has not said anything for a while.", type: "object", properties: { type: { const: "quiet" }, step: { type: "string" }, task: { type: "string" }, ms: { type: "number" } }, required: ["type", "step", "ms"] }, notice: { description: "Something about the host itself that a person should know.", type: "object", properties: { type: { const: "notice" }, code: { type: "string" }, message: { type: "string" }, hint: { type: "string" } }, required: ["type", "code", "message"] }, "run-committed": { description: "The plan is in the journal; from here the system moves along its edges only.", type: "object", properties: { type: { const: "run-committed" }, run: { type: "string" }, plan: { $ref: "#/$defs/plan" }, who: { $ref: "#/$defs/who" } }, required: ["type", "run", "plan", "who"] }, "run-resumed": { description: "Another host goes on with the run.", type: "object", properties: { type: { const: "run-resumed" }, who: { $ref: "#/$defs/who" }, boot: { type: "string" } }, required: ["type", "who", "boot"] }, "task-checking": { description: "A producer looks again before its step starts.", type: "object", properties: { type: { const: "task-checking" }, task: { type: "string" }, why: { enum: ["upstream-changed", "unpredicted", "resumed", "rebooted", "stale", "retry"] } }, required: ["type", "task", "why"] }, "task-checked": { description: "It has looked again.", type: "object", properties: { type: { const: "task-checked" }, task: { type: "string" }, findings: { $ref: "#/$defs/findings" } }, required: ["type", "task", "findings"] }, "selection-dropped": { description: "What was selected is gone without having been applied.", type: "object", properties: { type: { const: "selection-dropped" }, task: { type: "string" }, address: { type: "string" }, why: { enum: ["gone"] } }, required: ["type", "task", "address", "why"] }, "choice-made": { description: "Someone has chosen.", type: "object", properties: { type: { const: "choice-made" }, choice: { $ref: "#/$defs/choice" } }, required: ["type", "choice"] }, "choice-carried": { description: "A choice holds for a new fingerprint too, because nothing that matters differs.", type: "object", properties: { type: { const: "choice-carried" }, address: { type: "string" }, from: { type: "string" }, to: { type: "string" } }, required: ["type", "address", "from", "to"] }, "choice-invalidated": { description: "A choice does not hold any more, because the state it was made on is another.", type: "object", properties: { type: { const: "choice-invalidated" }, address: { type: "string" }, from: { type: "string" }, to: { type: "string" } }, required: ["type", "address", "from", "to"] }, "graph-extended": { description: "Tasks came in after commit.", type: "object", properties: { type: { const: "graph-extended" }, tasks: { type: "array", items: { $ref: "#/$defs/task" } }, barriers: { type: "array", items: { $ref: "#/$defs/barrier" } }, edges: { type: "array", items: { $ref: "#/$defs/edge" } }, why: { type: "string" } }, required: ["type", "tasks", "barriers", "edges", "why"] }, "task-ready": { description: "A task may start as soon as there is room and its locks are free.", type: "object", properties: { type: { const: "task-ready" }, task: { type: "string" }, selections: { type: "array", items: { $ref: "#/$defs/selection" } } }, required: ["type", "task", "selections"] }, "task-skipped": { description: "A task has nothing left to do.", type: "object", properties: { type: { const: "task-skipped" }, task: { type: "string" }, why: { type: "string" } }, required: ["type", "task", "why"] }, "task-started": { description: "A consumer runs.", type: "object", properties: { type: { const: "task-started" }, task: { type: "string" }, attempt: { type: "integer" }, pid: { type: "integer" }, startTime: { type: "string", description: "Clock ticks between boot and its start, as in field 22 of /proc/PID/stat." }, selections: { type: "array", items: { type: "string" }, description: "Addresses." } }, required: ["type", "task", "attempt", "pid", "startTime", "selections"] }, "item-found": { description: "A consumer brought up a new item.", type: "object", properties: { type: { const: "item-found" }, task: { type: "string" }, attempt: { type: "integer" }, item: { $ref: "#/$defs/item" }, fingerprint: { type: "string" } }, required: ["type", "task", "attempt", "item", "fingerprint"] }, "selection-result": { description: "A consumer is through with one selection, and the journal has it.", type: "object", properties: { type: { const: "selection-result" }, task: { type: "string" }, attempt: { type: "integer" }, address: { type: "string" }, status: { enum: ["applied", "failed"] }, code: { type: "string" }, message: { type: "string" } }, required: ["type", "task", "attempt", "address", "status"] }, "task-ended": { description: "A consumer has ended.", type: "object", properties: { type: { const: "task-ended" }, task: { type: "string" }, attempt: { type: "integer" }, ending: { $ref: "#/$defs/ending" }, took: { type: "number", description: "Milliseconds." } }, required: ["type", "task", "attempt", "ending", "took"] }, "task-unknown": { description: "The host ended while a consumer ran; what it did is not known.", type: "object", properties: { type: { const: "task-unknown" }, task: { type: "string" }, attempt: { type: "integer" }, why: { type: "string" } }, required: ["type", "task", "attempt", "why"] }, "task-backing-off": { description: "A task is tried again after a while.", type: "object", properties: { type: { const: "task-backing-off" }, task: { type: "string" }, attempt: { type: "integer", description: "The attempt that comes next." }, ms: { type: "number" } }, required: ["type", "task", "attempt", "ms"] }, "task-retried": { description: "A task goes back to where it waits to start.", type: "object", properties: { type: { const: "task-retried" }, task: { type: "string" }, why: { enum: ["temporary", "answered", "by-hand", "again", "recovered", "stale"] } }, required: ["type", "task", "why"] }, "task-settled": { description: "Whoever needs this task need not wait for it any longer.", type: "object", properties: { type: { const: "task-settled" }, task: { type: "string" }, as: { enum: ["applied", "kept", "reverted", "skipped", "nothing", "done-by-hand"] } }, required: ["type", "task", "as"] }, "task-unreached": { description: "A task will not be started.", type: "object", properties: { type: { const: "task-unreached" }, task: { type: "string" }, because: { type: "string", description: "The task that it would have needed." } }, required: ["type", "task", "because"] }, "task-abandoned": { description: "A task was given up.", type: "object", properties: { type: { const: "task-abandoned" }, task: { type: "string" }, reason: { type: "string" } }, required: ["type", "task", "reason"] }, "question-raised": { description: "A choice is needed to go on.", type: "object", properties: { type: { const: "question-raised" }, finding: { $ref: "#/$defs/finding" }, task: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["type", "finding", "task"] }, "reboot-awaited": { description: "Everything that can run before the reboot has run.", type: "object", properties: { type: { const: "reboot-awaited" }, boot: { type: "string", description: "The boot that has to end." }, barrier: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["type", "boot", "barrier"] }, rebooted: { description: "The machine has booted again.", type: "object", properties: { type: { const: "rebooted" }, from: { type: "string" }, to: { type: "string" } }, required: ["type", "from", "to"] }, "run-waiting": { description: "Nothing can go on without what is named.", type: "object", properties: { type: { const: "run-waiting" }, for: { enum: ["failure", "choice", "reboot"] }, questions: { type: "array", items: { type: "string" }, description: "Addresses." } }, required: ["type", "for", "questions"] }, "run-interrupted": { description: "A signal was taken: what is in hand is finished, nothing else starts.", type: "object", properties: { type: { const: "run-interrupted" }, signal: { type: "string" } }, required: ["type", "signal"] }, "verify-started": { description: "The producers look once more.", type: "object", properties: { type: { const: "verify-started" }, steps: { type: "array", items: { type: "string" } } }, required: ["type", "steps"] }, "step-verifying": { description: "A step's producer runs for the last time.", type: "object", properties: { type: { const: "step-verifying" }, step: { type: "string" } }, required: ["type", "step"] }, "step-verified": { description: "It has ended.", type: "object", properties: { type: { const: "step-verified" }, step: { type: "string" }, findings: { $ref: "#/$defs/findings" }, unresolved: { type: "array", items: { $ref: "#/$defs/finding" }, description: "What should be gone and is not." }, later: { type: "array", items: { $ref: "#/$defs/finding" }, description: "What was not there before." } }, required: ["type", "step", "findings", "unresolved", "later"] }, "run-completed": { description: "The run is over, as planned.", type: "object", properties: { type: { const: "run-completed" }, applied: { type: "integer", description: "Selections." }, rebootPending: { type: "boolean" } }, required: ["type", "applied", "rebootPending"] }, "run-abandoned": { description: "The run is over, and was not carried to its end.", type: "object", properties: { type: { const: "run-abandoned" }, reason: { type: "string" }, consistent: { type: "boolean", description: "False where a task was in doubt." }, who: { anyOf: [{ $ref: "#/$defs/who" }, { type: "null" }] } }, required: ["type", "reason", "consistent", "who"] }, verdict: { enum: ["nothing-to-do", "ready", "undecided", "blocked"] }, scalar: { anyOf: [{ type: "string" }, { type: "boolean" }, { type: "number" }] }, inputValue: { description: "A secret is only ever named.", anyOf: [{ $ref: "#/$defs/scalar" }, { description: "A secret, by where it comes from.", type: "object", properties: { secret: { enum: ["file", "memory"] }, file: { type: "string" } }, required: ["secret"] }] }, who: { description: "Who did it.", type: "object", properties: { uid: { type: "integer" }, user: { type: "string" }, login: { type: "string", description: "Behind sudo or su, where it can be known." } }, required: ["uid", "user"] }, answer: { description: "What was chosen.", type: "object", properties: { kind: { enum: ["resolution", "waiver", "later"] }, resolution: { type: "string" }, input: { type: "object", additionalProperties: { $ref: "#/$defs/inputValue" } }, reason: { type: "string" } }, required: ["kind"] }, choice: { description: "An answer, bound to the state that it was given for.", type: "object", properties: { address: { type: "string", description: "`step/item`" }, fingerprint: { type: "string" }, answer: { $ref: "#/$defs/answer" }, who: { $ref: "#/$defs/who" }, at: { type: "string", description: "ISO 8601, UTC." }, via: { enum: ["prompt", "answers", "pattern", "policy", "option", "plan", "command"] } }, required: ["address", "fingerprint", "answer", "who", "at", "via"] }, effects: { description: "What is absent is not stated.", type: "object", properties: { reboot: { type: "boolean" }, destructive: { type: "boolean" }, reversible: { type: "boolean" }, downtime: { type: "boolean" } } }, inputSpec: { description: "What a resolution asks for.", type: "object", properties: { type: { enum: ["string", "boolean", "integer"] }, title: { type: "string" }, secret: { type: "boolean" }, optional: { type: "boolean" }, default: { $ref: "#/$defs/scalar" }, enum: { type: "array", items: { $ref: "#/$defs/scalar" } } }, required: ["type"] }, resolution: { description: "One way to deal with an item.", type: "object", properties: { id: { type: "string" }, title: { type: "string" }, detail: { type: "string" }, default: { type: "boolean" }, when: { enum: ["now", "after-boot"] }, ends: { enum: ["resolved", "kept", "reverted"] }, effects: { $ref: "#/$defs/effects" }, seconds: { type: "integer" }, inputs: { type: "object", additionalProperties: { $ref: "#/$defs/inputSpec" } }, items: { type: "array", items: { $ref: "#/$defs/item" }, description: "Asked only where this resolution is chosen." } }, required: ["id", "title"] }, item: { description: "What a step has found, as in schema.json.", type: "object", properties: { type: { const: "item" }, id: { type: "string" }, severity: { enum: ["error", "warning", "recommendation"] }, title: { type: "string" }, detail: { type: "string" }, docs: { type: "string" }, fingerprint: { type: "string" }, resources: { type: "array", items: { type: "string" } }, after: { type: "array", items: { type: "string" } }, resolutions: { type: "array", items: { $ref: "#/$defs/resolution" } } }, required: ["id", "severity", "title"] }, violation: { description: "A breach of the protocol.", type: "object", properties: { line: { type: "integer", description: "Counts from 1; 0 where the whole run is meant." }, code: { type: "string" }, message: { type: "string" }, sample: { type: "string" } }, required: ["line", "code", "message", "sample"] }, done: { description: "A program's own last word, as in schema.json.", type: "object", properties: { type: { const: "done" }, outcome: { enum: ["ok", "failed", "again"] }, reboot: { type: "boolean" }, code: { type: "string" }, message: { type: "string" }, protocols: { type: "array", items: { type: "integer" } } }, required: ["type", "outcome"] }, ending: { description: "How one run of a program ended, its messages and its exit taken together.", type: "object", properties: { outcome: { enum: ["ok", "failed", "again"] }, code: { type: "string" }, message: { type: "string" }, reboot: { type: "boolean" }, exit: { description: "As wait(2) tells it.", type: "object", properties: { status: { anyOf: [{ type: "integer" }, { type: "null" }] }, signal: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["status", "signal"] }, violations: { type: "array", items: { $ref: "#/$defs/violation" } }, stderr: { type: "array", items: { type: "string" }, description: "The last lines." }, done: { $ref: "#/$defs/done" } }, required: ["outcome"] }, findings: { description: "What one run of a producer found.", type: "object", properties: { step: { type: "string" }, outcome: { enum: ["ok", "failed", "not-yet"] }, items: { type: "array", items: { $ref: "#/$defs/item" } }, ending: { $ref: "#/$defs/ending" }, took: { type: "number", description: "Milliseconds." } }, required: ["step", "outcome", "items", "ending", "took"] }, finding: { description: "An item, and what a choice for it is bound to.", type: "object", properties: { address: { type: "string" }, step: { type: "string" }, item: { $ref: "#/$defs/item" }, fingerprint: { type: "string" }, source: { enum: ["producer", "consumer", "host"] }, parent: { description: "The choice that it hangs on.", type: "object", properties: { address: { type: "string" }, resolution: { type: "string" } }, required: ["address", "resolution"] } }, required: ["address", "step", "item", "fingerprint", "source"] }, selection: { description: "A choice that a consumer has to carry out.", type: "object", properties: { address: { type: "string" }, item: { type: "string" }, resolution: { type: "string" }, fingerprint: { type: "string" }, input: { type: "object", additionalProperties: { $ref: "#/$defs/inputValue" } }, ends: { enum: ["resolved", "kept", "reverted"] }, destructive: { type: "boolean" }, reversible: { anyOf: [{ type: "boolean" }, { type: "null" }], description: "Null where it is not stated." }, reboot: { anyOf: [{ type: "boolean" }, { type: "null" }], description: "Null where it is not stated." } }, required: ["address", "item", "resolution", "fingerprint", "ends", "destructive", "reversible", "reboot"] }, task: { description: "A node of the graph: a step's consumer, and what it is to apply.", type: "object", properties: { id: { type: "string" }, step: { type: "string" }, phase: { enum: ["now", "after-boot"] }, generation: { type: "integer" }, selections: { type: "array", items: { $ref: "#/$defs/selection" } } }, required: ["id", "step", "phase", "generation", "selections"] }, barrier: { description: "A reboot that the graph has to pass.", type: "object", properties: { id: { type: "string" }, reboot: { type: "integer", description: "Counts from 1." } }, required: ["id", "reboot"] }, edge: { description: "Its end waits for its beginning.", type: "object", properties: { from: { type: "string" }, to: { type: "string" }, kind: { enum: ["needs", "after", "item", "phase", "barrier"] } }, required: ["from", "to", "kind"] }, graph: { description: "What waits for what.", type: "object", properties: { tasks: { type: "array", items: { $ref: "#/$defs/task" } }, barriers: { type: "array", items: { $ref: "#/$defs/barrier" } }, edges: { type: "array", items: { $ref: "#/$defs/edge" } } }, required: ["tasks", "barriers", "edges"] }, reason: { description: "Why an item or a step stands as it does.", type: "object", properties: { address: { type: "string" }, code: { enum: ["no-resolution", "no-choice", "producer-failed", "need-blocked", "need-undecided", "no-consumer", "reboot-in-test", "cycle"] }, message: { type: "string" } }, required: ["code", "message"] }, prediction: { description: "The worst verdict, and that of every step.", type: "object", properties: { verdict: { $ref: "#/$defs/verdict" }, steps: { type: "array", items: { description: "Of one step.", type: "object", properties: { step: { type: "string" }, verdict: { $ref: "#/$defs/verdict" }, unpredicted: { type: "boolean", description: "Its producer cannot look yet." }, reasons: { type: "array", items: { $ref: "#/$defs/reason" } } }, required: ["step", "verdict", "unpredicted", "reasons"] } } }, required: ["verdict", "steps"] }, program: { description: "What is started.", type: "object", properties: { argv: { type: "array", items: { type: "string" } }, executable: { type: "string" }, user: { anyOf: [{ type: "string" }, { type: "null" }] }, cwd: { type: "string" }, env: { type: "object", additionalProperties: { type: "string" } } }, required: ["argv", "executable", "user", "cwd", "env"] }, timeouts: { description: "Milliseconds; null is no limit.", type: "object", properties: { idle: { anyOf: [{ type: "number" }, { type: "null" }] }, total: { anyOf: [{ type: "number" }, { type: "null" }] } }, required: ["idle", "total"] }, step: { description: "A step as the manifest has it.", type: "object", properties: { name: { type: "string" }, title: { type: "string" }, producer: { $ref: "#/$defs/program" }, consumer: { $ref: "#/$defs/program" }, needs: { type: "array", items: { type: "string" } }, after: { type: "array", items: { type: "string" } }, locks: { type: "array", items: { type: "string" } }, config: { type: "object", description: "The step's own." }, timeouts: { description: "Of its programs.", type: "object", properties: { producer: { $ref: "#/$defs/timeouts" }, consumer: { $ref: "#/$defs/timeouts" } }, required: ["producer", "consumer"] }, retries: { description: "After a temporary failure.", type: "object", properties: { max: { type: "integer" }, backoff: { type: "number" }, afterCrash: { enum: ["run", "ask"] } }, required: ["max", "backoff", "afterCrash"] }, limits: { description: "Bytes and counts.", type: "object", properties: { memory: { type: "number" }, processes: { type: "number" }, openFiles: { type: "number" }, fileSize: { type: "number" } } }, recheck: { type: "boolean" }, verify: { type: "boolean" }, files: { type: "array", items: { type: "string" } } }, required: ["name", "producer", "needs", "after", "locks", "timeouts", "retries", "limits", "recheck", "verify", "files"] }, plan: { description: "What was committed.", type: "object", properties: { edgewise: { const: 1 }, kind: { const: "plan" }, digest: { type: "string" }, created: { type: "string" }, supersedes: { type: "string" }, machine: { type: "string" }, host: { type: "string", description: "Version of Edgewise that made it." }, action: { enum: ["switch", "boot", "test"] }, name: { type: "string" }, target: { type: "string" }, manifest: { description: "Where it came from.", type: "object", properties: { path: { type: "string" }, digest: { type: "string" } }, required: ["path", "digest"] }, steps: { type: "array", items: { $ref: "#/$defs/step" } }, programs: { type: "object", additionalProperties: { type: "string" } }, findings: { type: "array", items: { $ref: "#/$defs/finding" } }, unpredicted: { type: "array", items: { type: "string" } }, choices: { type: "array", items: { $ref: "#/$defs/choice" } }, left: { type: "array", items: { description: "What --partial leaves out.", type: "object", properties: { step: { type: "string" }, reason: { type: "string" } }, required: ["step", "reason"] } }, graph: { $ref: "#/$defs/graph" }, prediction: { $ref: "#/$defs/prediction" }, pointOfNoReturn: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["edgewise", "kind", "digest", "created", "machine", "host", "action", "name", "manifest", "steps", "programs", "findings", "unpredicted", "choices", "left", "graph", "prediction", "pointOfNoReturn"] }, diagnostic: { description: "A problem in a file that a person wrote; `validate --json` prints each as a line.", type: "object", properties: { type: { const: "diagnostic" }, severity: { enum: ["error", "warning"] }, code: { type: "string" }, file: { type: "string" }, line: { type: "integer" }, column: { type: "integer" }, step: { type: "string" }, text: { type: "string" }, message: { type: "string" }, hint: { type: "string" } }, required: ["severity", "code", "file", "message"] } } }, schema32 = { description: "The first line: which format follows, who writes it and for what command.", type: "object", properties: { type: { const: "edgewise" }, format: { type: "integer", description: "Version of this format. Goes up when a reader of the lines described here would misread them." }, version: { type: "string", description: "Version of Edgewise." }, command: { type: "string", description: "The command that was given: `check`, `apply`, ..." } }, required: ["type", "format", "version", "command"] }, schema36 = { description: "The producers are about to look.", type: "object", properties: { type: { const: "check-started" }, steps: { type: "array", items: { type: "string" } }, jobs: { type: "integer", description: "So many at the same time." } }, required: ["type", "steps", "jobs"] }, schema37 = { description: "A step's producer runs.", type: "object", properties: { type: { const: "step-checking" }, step: { type: "string" } }, required: ["type", "step"] }, schema60 = { description: "How far a program says it is.", type: "object", properties: { type: { const: "progress" }, step: { type: "string" }, task: { type: "string" }, item: { type: "string" }, message: { type: "string" }, percent: { type: "number" } }, required: ["type", "step"] }, schema61 = { description: "A program has not said anything for a while.", type: "object", properties: { type: { const: "quiet" }, step: { type: "string" }, task: { type: "string" }, ms: { type: "number" } }, required: ["type", "step", "ms"] }, schema62 = { description: "Something about the host itself that a person should know.", type: "object", properties: { type: { const: "notice" }, code: { type: "string" }, message: { type: "string" }, hint: { type: "string" } }, required: ["type", "code", "message"] }, schema78 = { description: "A producer looks again before its step starts.", type: "object", properties: { type: { const: "task-checking" }, task: { type: "string" }, why: { enum: ["upstream-changed", "unpredicted", "resumed", "rebooted", "stale", "retry"] } }, required: ["type", "task", "why"] }, schema80 = { description: "What was selected is gone without having been applied.", type: "object", properties: { type: { const: "selection-dropped" }, task: { type: "string" }, address: { type: "string" }, why: { enum: ["gone"] } }, required: ["type", "task", "address", "why"] }, schema82 = { description: "A choice holds for a new fingerprint too, because nothing that matters differs.", type: "object", properties: { type: { const: "choice-carried" }, address: { type: "string" }, from: { type: "string" }, to: { type: "string" } }, required: ["type", "address", "from", "to"] }, schema83 = { description: "A choice does not hold any more, because the state it was made on is another.", type: "object", properties: { type: { const: "choice-invalidated" }, address: { type: "string" }, from: { type: "string" }, to: { type: "string" } }, required: ["type", "address", "from", "to"] }, schema88 = { description: "A task has nothing left to do.", type: "object", properties: { type: { const: "task-skipped" }, task: { type: "string" }, why: { type: "string" } }, required: ["type", "task", "why"] }, schema89 = { description: "A consumer runs.", type: "object", properties: { type: { const: "task-started" }, task: { type: "string" }, attempt: { type: "integer" }, pid: { type: "integer" }, startTime: { type: "string", description: "Clock ticks between boot and its start, as in field 22 of /proc/PID/stat." }, selections: { type: "array", items: { type: "string" }, description: "Addresses." } }, required: ["type", "task", "attempt", "pid", "startTime", "selections"] }, schema91 = { description: "A consumer is through with one selection, and the journal has it.", type: "object", properties: { type: { const: "selection-result" }, task: { type: "string" }, attempt: { type: "integer" }, address: { type: "string" }, status: { enum: ["applied", "failed"] }, code: { type: "string" }, message: { type: "string" } }, required: ["type", "task", "attempt", "address", "status"] }, schema93 = { description: "The host ended while a consumer ran; what it did is not known.", type: "object", properties: { type: { const: "task-unknown" }, task: { type: "string" }, attempt: { type: "integer" }, why: { type: "string" } }, required: ["type", "task", "attempt", "why"] }, schema94 = { description: "A task is tried again after a while.", type: "object", properties: { type: { const: "task-backing-off" }, task: { type: "string" }, attempt: { type: "integer", description: "The attempt that comes next." }, ms: { type: "number" } }, required: ["type", "task", "attempt", "ms"] }, schema95 = { description: "A task goes back to where it waits to start.", type: "object", properties: { type: { const: "task-retried" }, task: { type: "string" }, why: { enum: ["temporary", "answered", "by-hand", "again", "recovered", "stale"] } }, required: ["type", "task", "why"] }, schema96 = { description: "Whoever needs this task need not wait for it any longer.", type: "object", properties: { type: { const: "task-settled" }, task: { type: "string" }, as: { enum: ["applied", "kept", "reverted", "skipped", "nothing", "done-by-hand"] } }, required: ["type", "task", "as"] }, schema97 = { description: "A task will not be started.", type: "object", properties: { type: { const: "task-unreached" }, task: { type: "string" }, because: { type: "string", description: "The task that it would have needed." } }, required: ["type", "task", "because"] }, schema98 = { description: "A task was given up.", type: "object", properties: { type: { const: "task-abandoned" }, task: { type: "string" }, reason: { type: "string" } }, required: ["type", "task", "reason"] }, schema100 = { description: "Everything that can run before the reboot has run.", type: "object", properties: { type: { const: "reboot-awaited" }, boot: { type: "string", description: "The boot that has to end." }, barrier: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["type", "boot", "barrier"] }, schema101 = { description: "The machine has booted again.", type: "object", properties: { type: { const: "rebooted" }, from: { type: "string" }, to: { type: "string" } }, required: ["type", "from", "to"] }, schema102 = { description: "Nothing can go on without what is named.", type: "object", properties: { type: { const: "run-waiting" }, for: { enum: ["failure", "choice", "reboot"] }, questions: { type: "array", items: { type: "string" }, description: "Addresses." } }, required: ["type", "for", "questions"] }, schema103 = { description: "A signal was taken: what is in hand is finished, nothing else starts.", type: "object", properties: { type: { const: "run-interrupted" }, signal: { type: "string" } }, required: ["type", "signal"] }, schema104 = { description: "The producers look once more.", type: "object", properties: { type: { const: "verify-started" }, steps: { type: "array", items: { type: "string" } } }, required: ["type", "steps"] }, schema105 = { description: "A step's producer runs for the last time.", type: "object", properties: { type: { const: "step-verifying" }, step: { type: "string" } }, required: ["type", "step"] }, schema107 = { description: "The run is over, as planned.", type: "object", properties: { type: { const: "run-completed" }, applied: { type: "integer", description: "Selections." }, rebootPending: { type: "boolean" } }, required: ["type", "applied", "rebootPending"] }, schema35 = { description: "A problem in a file that a person wrote; `validate --json` prints each as a line.", type: "object", properties: { type: { const: "diagnostic" }, severity: { enum: ["error", "warning"] }, code: { type: "string" }, file: { type: "string" }, line: { type: "integer" }, column: { type: "integer" }, step: { type: "string" }, text: { type: "string" }, message: { type: "string" }, hint: { type: "string" } }, required: ["severity", "code", "file", "message"] }, schema33 = { description: "The last line. Where it is missing the stream was cut off.", type: "object", properties: { type: { const: "end" }, verdict: { $ref: "#/$defs/verdict", description: "Of a check, a plan, or a refusal that names one." }, state: { enum: ["completed", "waiting", "interrupted", "abandoned", "failed"], description: "Of a run." }, run: { type: "string", description: "Name of the run, where one was committed." }, code: { type: "string", description: "Why the command was refused, from errors.json." }, message: { type: "string", description: "The same in one sentence." }, hint: { type: "string", description: "What to do about it." }, details: { type: "array", items: { type: "string" }, description: "One sentence each." }, diagnostics: { type: "array", items: { $ref: "#/$defs/diagnostic" }, description: "All problems of a file that a person wrote." }, next: { type: "array", items: { type: "string" }, description: "Commands to type next." }, committed: { type: "boolean", description: "Whether a run was committed." }, changed: { type: "boolean", description: "Whether anything on the machine may differ from before." }, exit: { type: "integer", minimum: 0, maximum: 255, description: "The exit status." } }, required: ["type", "committed", "changed", "exit"] }, schema34 = { enum: ["nothing-to-do", "ready", "undecided", "blocked"] };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.committed === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "committed" }, message: "must have required property 'committed'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.changed === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "changed" }, message: "must have required property 'changed'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.exit === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "exit" }, message: "must have required property 'exit'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.type !== void 0 && data.type !== "end") {
      const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "end" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.verdict !== void 0) {
      let data1 = data.verdict;
      if (!(data1 === "nothing-to-do" || data1 === "ready" || data1 === "undecided" || data1 === "blocked")) {
        const err5 = { instancePath: instancePath + "/verdict", schemaPath: "#/$defs/verdict/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.state !== void 0) {
      let data2 = data.state;
      if (!(data2 === "completed" || data2 === "waiting" || data2 === "interrupted" || data2 === "abandoned" || data2 === "failed")) {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/enum", keyword: "enum", params: { allowedValues: schema33.properties.state.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.run !== void 0 && typeof data.run != "string") {
      const err7 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.code !== void 0 && typeof data.code != "string") {
      const err8 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.message !== void 0 && typeof data.message != "string") {
      const err9 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.hint !== void 0 && typeof data.hint != "string") {
      const err10 = { instancePath: instancePath + "/hint", schemaPath: "#/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.details !== void 0) {
      let data7 = data.details;
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data7[i0] != "string") {
            const err11 = { instancePath: instancePath + "/details/" + i0, schemaPath: "#/properties/details/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
      } else {
        const err12 = { instancePath: instancePath + "/details", schemaPath: "#/properties/details/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.diagnostics !== void 0) {
      let data9 = data.diagnostics;
      if (Array.isArray(data9)) {
        const len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data10 = data9[i1];
          if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
            if (data10.severity === void 0) {
              const err13 = { instancePath: instancePath + "/diagnostics/" + i1, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data10.code === void 0) {
              const err14 = { instancePath: instancePath + "/diagnostics/" + i1, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data10.file === void 0) {
              const err15 = { instancePath: instancePath + "/diagnostics/" + i1, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data10.message === void 0) {
              const err16 = { instancePath: instancePath + "/diagnostics/" + i1, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
            if (data10.type !== void 0 && data10.type !== "diagnostic") {
              const err17 = { instancePath: instancePath + "/diagnostics/" + i1 + "/type", schemaPath: "#/$defs/diagnostic/properties/type/const", keyword: "const", params: { allowedValue: "diagnostic" }, message: "must be equal to constant" };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
            if (data10.severity !== void 0) {
              let data12 = data10.severity;
              if (!(data12 === "error" || data12 === "warning")) {
                const err18 = { instancePath: instancePath + "/diagnostics/" + i1 + "/severity", schemaPath: "#/$defs/diagnostic/properties/severity/enum", keyword: "enum", params: { allowedValues: schema35.properties.severity.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
            }
            if (data10.code !== void 0 && typeof data10.code != "string") {
              const err19 = { instancePath: instancePath + "/diagnostics/" + i1 + "/code", schemaPath: "#/$defs/diagnostic/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            if (data10.file !== void 0 && typeof data10.file != "string") {
              const err20 = { instancePath: instancePath + "/diagnostics/" + i1 + "/file", schemaPath: "#/$defs/diagnostic/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
            if (data10.line !== void 0) {
              let data15 = data10.line;
              if (!(typeof data15 == "number" && !(data15 % 1) && !isNaN(data15) && isFinite(data15))) {
                const err21 = { instancePath: instancePath + "/diagnostics/" + i1 + "/line", schemaPath: "#/$defs/diagnostic/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
              }
            }
            if (data10.column !== void 0) {
              let data16 = data10.column;
              if (!(typeof data16 == "number" && !(data16 % 1) && !isNaN(data16) && isFinite(data16))) {
                const err22 = { instancePath: instancePath + "/diagnostics/" + i1 + "/column", schemaPath: "#/$defs/diagnostic/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
              }
            }
            if (data10.step !== void 0 && typeof data10.step != "string") {
              const err23 = { instancePath: instancePath + "/diagnostics/" + i1 + "/step", schemaPath: "#/$defs/diagnostic/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
            if (data10.text !== void 0 && typeof data10.text != "string") {
              const err24 = { instancePath: instancePath + "/diagnostics/" + i1 + "/text", schemaPath: "#/$defs/diagnostic/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
            }
            if (data10.message !== void 0 && typeof data10.message != "string") {
              const err25 = { instancePath: instancePath + "/diagnostics/" + i1 + "/message", schemaPath: "#/$defs/diagnostic/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
            }
            if (data10.hint !== void 0 && typeof data10.hint != "string") {
              const err26 = { instancePath: instancePath + "/diagnostics/" + i1 + "/hint", schemaPath: "#/$defs/diagnostic/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/diagnostics/" + i1, schemaPath: "#/$defs/diagnostic/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/diagnostics", schemaPath: "#/properties/diagnostics/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
      }
    }
    if (data.next !== void 0) {
      let data21 = data.next;
      if (Array.isArray(data21)) {
        const len2 = data21.length;
        for (let i2 = 0; i2 < len2; i2++)
          if (typeof data21[i2] != "string") {
            const err29 = { instancePath: instancePath + "/next/" + i2, schemaPath: "#/properties/next/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
      } else {
        const err30 = { instancePath: instancePath + "/next", schemaPath: "#/properties/next/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
    }
    if (data.committed !== void 0 && typeof data.committed != "boolean") {
      const err31 = { instancePath: instancePath + "/committed", schemaPath: "#/properties/committed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
    }
    if (data.changed !== void 0 && typeof data.changed != "boolean") {
      const err32 = { instancePath: instancePath + "/changed", schemaPath: "#/properties/changed/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
    }
    if (data.exit !== void 0) {
      let data25 = data.exit;
      if (!(typeof data25 == "number" && !(data25 % 1) && !isNaN(data25) && isFinite(data25))) {
        const err33 = { instancePath: instancePath + "/exit", schemaPath: "#/properties/exit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
      if (typeof data25 == "number" && isFinite(data25)) {
        if (data25 > 255 || isNaN(data25)) {
          const err34 = { instancePath: instancePath + "/exit", schemaPath: "#/properties/exit/maximum", keyword: "maximum", params: { comparison: "<=", limit: 255 }, message: "must be <= 255" };
          vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
        }
        if (data25 < 0 || isNaN(data25)) {
          const err35 = { instancePath: instancePath + "/exit", schemaPath: "#/properties/exit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
        }
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
  }
  return validate21.errors = vErrors, errors === 0;
}
validate21.evaluated = { props: { type: !0, verdict: !0, state: !0, run: !0, code: !0, message: !0, hint: !0, details: !0, diagnostics: !0, next: !0, committed: !0, changed: !0, exit: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema38 = { description: "A step's producer has ended.", type: "object", properties: { type: { const: "step-checked" }, step: { type: "string" }, findings: { $ref: "#/$defs/findings" } }, required: ["type", "step", "findings"] }, schema39 = { description: "What one run of a producer found.", type: "object", properties: { step: { type: "string" }, outcome: { enum: ["ok", "failed", "not-yet"] }, items: { type: "array", items: { $ref: "#/$defs/item" } }, ending: { $ref: "#/$defs/ending" }, took: { type: "number", description: "Milliseconds." } }, required: ["step", "outcome", "items", "ending", "took"] }, schema40 = { description: "What a step has found, as in schema.json.", type: "object", properties: { type: { const: "item" }, id: { type: "string" }, severity: { enum: ["error", "warning", "recommendation"] }, title: { type: "string" }, detail: { type: "string" }, docs: { type: "string" }, fingerprint: { type: "string" }, resources: { type: "array", items: { type: "string" } }, after: { type: "array", items: { type: "string" } }, resolutions: { type: "array", items: { $ref: "#/$defs/resolution" } } }, required: ["id", "severity", "title"] }, schema41 = { description: "One way to deal with an item.", type: "object", properties: { id: { type: "string" }, title: { type: "string" }, detail: { type: "string" }, default: { type: "boolean" }, when: { enum: ["now", "after-boot"] }, ends: { enum: ["resolved", "kept", "reverted"] }, effects: { $ref: "#/$defs/effects" }, seconds: { type: "integer" }, inputs: { type: "object", additionalProperties: { $ref: "#/$defs/inputSpec" } }, items: { type: "array", items: { $ref: "#/$defs/item" }, description: "Asked only where this resolution is chosen." } }, required: ["id", "title"] }, schema42 = { description: "What is absent is not stated.", type: "object", properties: { reboot: { type: "boolean" }, destructive: { type: "boolean" }, reversible: { type: "boolean" }, downtime: { type: "boolean" } } }, schema43 = { description: "What a resolution asks for.", type: "object", properties: { type: { enum: ["string", "boolean", "integer"] }, title: { type: "string" }, secret: { type: "boolean" }, optional: { type: "boolean" }, default: { $ref: "#/$defs/scalar" }, enum: { type: "array", items: { $ref: "#/$defs/scalar" } } }, required: ["type"] }, schema44 = { anyOf: [{ type: "string" }, { type: "boolean" }, { type: "number" }] };
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if (!(data0 === "string" || data0 === "boolean" || data0 === "integer")) {
        const err1 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema43.properties.type.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err2 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.secret !== void 0 && typeof data.secret != "boolean") {
      const err3 = { instancePath: instancePath + "/secret", schemaPath: "#/properties/secret/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.optional !== void 0 && typeof data.optional != "boolean") {
      const err4 = { instancePath: instancePath + "/optional", schemaPath: "#/properties/optional/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.default !== void 0) {
      let data4 = data.default;
      const _errs10 = errors;
      let valid2 = !1;
      const _errs11 = errors;
      if (typeof data4 != "string") {
        const err5 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      var _valid0 = _errs11 === errors;
      valid2 = valid2 || _valid0;
      const _errs13 = errors;
      if (typeof data4 != "boolean") {
        const err6 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      var _valid0 = _errs13 === errors;
      valid2 = valid2 || _valid0;
      const _errs15 = errors;
      if (!(typeof data4 == "number" && isFinite(data4))) {
        const err7 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      var _valid0 = _errs15 === errors;
      if (valid2 = valid2 || _valid0, valid2)
        errors = _errs10, vErrors !== null && (_errs10 ? vErrors.length = _errs10 : vErrors = null);
      else {
        const err8 = { instancePath: instancePath + "/default", schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.enum !== void 0) {
      let data5 = data.enum;
      if (Array.isArray(data5)) {
        const len0 = data5.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data6 = data5[i0];
          const _errs21 = errors;
          let valid6 = !1;
          const _errs22 = errors;
          if (typeof data6 != "string") {
            const err9 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
          var _valid1 = _errs22 === errors;
          valid6 = valid6 || _valid1;
          const _errs24 = errors;
          if (typeof data6 != "boolean") {
            const err10 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
          var _valid1 = _errs24 === errors;
          valid6 = valid6 || _valid1;
          const _errs26 = errors;
          if (!(typeof data6 == "number" && isFinite(data6))) {
            const err11 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
          var _valid1 = _errs26 === errors;
          if (valid6 = valid6 || _valid1, valid6)
            errors = _errs21, vErrors !== null && (_errs21 ? vErrors.length = _errs21 : vErrors = null);
          else {
            const err12 = { instancePath: instancePath + "/enum/" + i0, schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/enum", schemaPath: "#/properties/enum/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate27.errors = vErrors, errors === 0;
}
validate27.evaluated = { props: { type: !0, title: !0, secret: !0, optional: !0, default: !0, enum: !0 }, dynamicProps: !1, dynamicItems: !1 };
const wrapper0 = { validate: validate25 };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.title === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.id !== void 0 && typeof data.id != "string") {
      const err2 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err3 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.detail !== void 0 && typeof data.detail != "string") {
      const err4 = { instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.default !== void 0 && typeof data.default != "boolean") {
      const err5 = { instancePath: instancePath + "/default", schemaPath: "#/properties/default/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.when !== void 0) {
      let data4 = data.when;
      if (!(data4 === "now" || data4 === "after-boot")) {
        const err6 = { instancePath: instancePath + "/when", schemaPath: "#/properties/when/enum", keyword: "enum", params: { allowedValues: schema41.properties.when.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.ends !== void 0) {
      let data5 = data.ends;
      if (!(data5 === "resolved" || data5 === "kept" || data5 === "reverted")) {
        const err7 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/enum", keyword: "enum", params: { allowedValues: schema41.properties.ends.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.effects !== void 0) {
      let data6 = data.effects;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.reboot !== void 0 && typeof data6.reboot != "boolean") {
          const err8 = { instancePath: instancePath + "/effects/reboot", schemaPath: "#/$defs/effects/properties/reboot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data6.destructive !== void 0 && typeof data6.destructive != "boolean") {
          const err9 = { instancePath: instancePath + "/effects/destructive", schemaPath: "#/$defs/effects/properties/destructive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data6.reversible !== void 0 && typeof data6.reversible != "boolean") {
          const err10 = { instancePath: instancePath + "/effects/reversible", schemaPath: "#/$defs/effects/properties/reversible/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data6.downtime !== void 0 && typeof data6.downtime != "boolean") {
          const err11 = { instancePath: instancePath + "/effects/downtime", schemaPath: "#/$defs/effects/properties/downtime/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/effects", schemaPath: "#/$defs/effects/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.seconds !== void 0) {
      let data11 = data.seconds;
      if (!(typeof data11 == "number" && !(data11 % 1) && !isNaN(data11) && isFinite(data11))) {
        const err13 = { instancePath: instancePath + "/seconds", schemaPath: "#/properties/seconds/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.inputs !== void 0) {
      let data12 = data.inputs;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12))
        for (const key0 in data12)
          validate27(data12[key0]) || under(validate27, instancePath + "/inputs/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors), errors = vErrors.length);
      else {
        const err14 = { instancePath: instancePath + "/inputs", schemaPath: "#/properties/inputs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
    if (data.items !== void 0) {
      let data14 = data.items;
      if (Array.isArray(data14)) {
        const len0 = data14.length;
        for (let i0 = 0; i0 < len0; i0++)
          wrapper0.validate(data14[i0]) || under(wrapper0.validate, instancePath + "/items/" + i0) || (vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors), errors = vErrors.length);
      } else {
        const err15 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate26.errors = vErrors, errors === 0;
}
validate26.evaluated = { props: { id: !0, title: !0, detail: !0, default: !0, when: !0, ends: !0, effects: !0, seconds: !0, inputs: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.severity === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.title === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.type !== void 0 && data.type !== "item") {
      const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "item" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.id !== void 0 && typeof data.id != "string") {
      const err4 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.severity !== void 0) {
      let data2 = data.severity;
      if (!(data2 === "error" || data2 === "warning" || data2 === "recommendation")) {
        const err5 = { instancePath: instancePath + "/severity", schemaPath: "#/properties/severity/enum", keyword: "enum", params: { allowedValues: schema40.properties.severity.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err6 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.detail !== void 0 && typeof data.detail != "string") {
      const err7 = { instancePath: instancePath + "/detail", schemaPath: "#/properties/detail/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.docs !== void 0 && typeof data.docs != "string") {
      const err8 = { instancePath: instancePath + "/docs", schemaPath: "#/properties/docs/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err9 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.resources !== void 0) {
      let data7 = data.resources;
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++)
          if (typeof data7[i0] != "string") {
            const err10 = { instancePath: instancePath + "/resources/" + i0, schemaPath: "#/properties/resources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
      } else {
        const err11 = { instancePath: instancePath + "/resources", schemaPath: "#/properties/resources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.after !== void 0) {
      let data9 = data.after;
      if (Array.isArray(data9)) {
        const len1 = data9.length;
        for (let i1 = 0; i1 < len1; i1++)
          if (typeof data9[i1] != "string") {
            const err12 = { instancePath: instancePath + "/after/" + i1, schemaPath: "#/properties/after/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
      } else {
        const err13 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.resolutions !== void 0) {
      let data11 = data.resolutions;
      if (Array.isArray(data11)) {
        const len2 = data11.length;
        for (let i2 = 0; i2 < len2; i2++)
          validate26(data11[i2]) || under(validate26, instancePath + "/resolutions/" + i2) || (vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors), errors = vErrors.length);
      } else {
        const err14 = { instancePath: instancePath + "/resolutions", schemaPath: "#/properties/resolutions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate25.errors = vErrors, errors === 0;
}
validate25.evaluated = { props: { type: !0, id: !0, severity: !0, title: !0, detail: !0, docs: !0, fingerprint: !0, resources: !0, after: !0, resolutions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema46 = { description: "How one run of a program ended, its messages and its exit taken together.", type: "object", properties: { outcome: { enum: ["ok", "failed", "again"] }, code: { type: "string" }, message: { type: "string" }, reboot: { type: "boolean" }, exit: { description: "As wait(2) tells it.", type: "object", properties: { status: { anyOf: [{ type: "integer" }, { type: "null" }] }, signal: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["status", "signal"] }, violations: { type: "array", items: { $ref: "#/$defs/violation" } }, stderr: { type: "array", items: { type: "string" }, description: "The last lines." }, done: { $ref: "#/$defs/done" } }, required: ["outcome"] }, schema47 = { description: "A breach of the protocol.", type: "object", properties: { line: { type: "integer", description: "Counts from 1; 0 where the whole run is meant." }, code: { type: "string" }, message: { type: "string" }, sample: { type: "string" } }, required: ["line", "code", "message", "sample"] }, schema48 = { description: "A program's own last word, as in schema.json.", type: "object", properties: { type: { const: "done" }, outcome: { enum: ["ok", "failed", "again"] }, reboot: { type: "boolean" }, code: { type: "string" }, message: { type: "string" }, protocols: { type: "array", items: { type: "integer" } } }, required: ["type", "outcome"] };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.outcome === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.outcome !== void 0) {
      let data0 = data.outcome;
      if (!(data0 === "ok" || data0 === "failed" || data0 === "again")) {
        const err1 = { instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema46.properties.outcome.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.code !== void 0 && typeof data.code != "string") {
      const err2 = { instancePath: instancePath + "/code", schemaPath: "#/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.message !== void 0 && typeof data.message != "string") {
      const err3 = { instancePath: instancePath + "/message", schemaPath: "#/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.reboot !== void 0 && typeof data.reboot != "boolean") {
      const err4 = { instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.exit !== void 0) {
      let data4 = data.exit;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.status === void 0) {
          const err5 = { instancePath: instancePath + "/exit", schemaPath: "#/properties/exit/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data4.signal === void 0) {
          const err6 = { instancePath: instancePath + "/exit", schemaPath: "#/properties/exit/required", keyword: "required", params: { missingProperty: "signal" }, message: "must have required property 'signal'" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (data4.status !== void 0) {
          let data5 = data4.status;
          const _errs11 = errors;
          let valid2 = !1;
          const _errs12 = errors;
          if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
            const err7 = { instancePath: instancePath + "/exit/status", schemaPath: "#/properties/exit/properties/status/anyOf/0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
          }
          var _valid0 = _errs12 === errors;
          valid2 = valid2 || _valid0;
          const _errs14 = errors;
          if (data5 !== null) {
            const err8 = { instancePath: instancePath + "/exit/status", schemaPath: "#/properties/exit/properties/status/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
          var _valid0 = _errs14 === errors;
          if (valid2 = valid2 || _valid0, valid2)
            errors = _errs11, vErrors !== null && (_errs11 ? vErrors.length = _errs11 : vErrors = null);
          else {
            const err9 = { instancePath: instancePath + "/exit/status", schemaPath: "#/properties/exit/properties/status/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data4.signal !== void 0) {
          let data6 = data4.signal;
          const _errs17 = errors;
          let valid3 = !1;
          const _errs18 = errors;
          if (typeof data6 != "string") {
            const err10 = { instancePath: instancePath + "/exit/signal", schemaPath: "#/properties/exit/properties/signal/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
          var _valid1 = _errs18 === errors;
          valid3 = valid3 || _valid1;
          const _errs20 = errors;
          if (data6 !== null) {
            const err11 = { instancePath: instancePath + "/exit/signal", schemaPath: "#/properties/exit/properties/signal/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
          var _valid1 = _errs20 === errors;
          if (valid3 = valid3 || _valid1, valid3)
            errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null);
          else {
            const err12 = { instancePath: instancePath + "/exit/signal", schemaPath: "#/properties/exit/properties/signal/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/exit", schemaPath: "#/properties/exit/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.violations !== void 0) {
      let data7 = data.violations;
      if (Array.isArray(data7)) {
        const len0 = data7.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data8 = data7[i0];
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            if (data8.line === void 0) {
              const err14 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/$defs/violation/required", keyword: "required", params: { missingProperty: "line" }, message: "must have required property 'line'" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data8.code === void 0) {
              const err15 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/$defs/violation/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data8.message === void 0) {
              const err16 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/$defs/violation/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
            if (data8.sample === void 0) {
              const err17 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/$defs/violation/required", keyword: "required", params: { missingProperty: "sample" }, message: "must have required property 'sample'" };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
            if (data8.line !== void 0) {
              let data9 = data8.line;
              if (!(typeof data9 == "number" && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
                const err18 = { instancePath: instancePath + "/violations/" + i0 + "/line", schemaPath: "#/$defs/violation/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
            }
            if (data8.code !== void 0 && typeof data8.code != "string") {
              const err19 = { instancePath: instancePath + "/violations/" + i0 + "/code", schemaPath: "#/$defs/violation/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
            }
            if (data8.message !== void 0 && typeof data8.message != "string") {
              const err20 = { instancePath: instancePath + "/violations/" + i0 + "/message", schemaPath: "#/$defs/violation/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
            }
            if (data8.sample !== void 0 && typeof data8.sample != "string") {
              const err21 = { instancePath: instancePath + "/violations/" + i0 + "/sample", schemaPath: "#/$defs/violation/properties/sample/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/violations/" + i0, schemaPath: "#/$defs/violation/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/violations", schemaPath: "#/properties/violations/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.stderr !== void 0) {
      let data13 = data.stderr;
      if (Array.isArray(data13)) {
        const len1 = data13.length;
        for (let i1 = 0; i1 < len1; i1++)
          if (typeof data13[i1] != "string") {
            const err24 = { instancePath: instancePath + "/stderr/" + i1, schemaPath: "#/properties/stderr/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
          }
      } else {
        const err25 = { instancePath: instancePath + "/stderr", schemaPath: "#/properties/stderr/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.done !== void 0) {
      let data15 = data.done;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        if (data15.type === void 0) {
          const err26 = { instancePath: instancePath + "/done", schemaPath: "#/$defs/done/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
        if (data15.outcome === void 0) {
          const err27 = { instancePath: instancePath + "/done", schemaPath: "#/$defs/done/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
          vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
        }
        if (data15.type !== void 0 && data15.type !== "done") {
          const err28 = { instancePath: instancePath + "/done/type", schemaPath: "#/$defs/done/properties/type/const", keyword: "const", params: { allowedValue: "done" }, message: "must be equal to constant" };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
        if (data15.outcome !== void 0) {
          let data17 = data15.outcome;
          if (!(data17 === "ok" || data17 === "failed" || data17 === "again")) {
            const err29 = { instancePath: instancePath + "/done/outcome", schemaPath: "#/$defs/done/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema48.properties.outcome.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
          }
        }
        if (data15.reboot !== void 0 && typeof data15.reboot != "boolean") {
          const err30 = { instancePath: instancePath + "/done/reboot", schemaPath: "#/$defs/done/properties/reboot/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data15.code !== void 0 && typeof data15.code != "string") {
          const err31 = { instancePath: instancePath + "/done/code", schemaPath: "#/$defs/done/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data15.message !== void 0 && typeof data15.message != "string") {
          const err32 = { instancePath: instancePath + "/done/message", schemaPath: "#/$defs/done/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
        if (data15.protocols !== void 0) {
          let data21 = data15.protocols;
          if (Array.isArray(data21)) {
            const len2 = data21.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data22 = data21[i2];
              if (!(typeof data22 == "number" && !(data22 % 1) && !isNaN(data22) && isFinite(data22))) {
                const err33 = { instancePath: instancePath + "/done/protocols/" + i2, schemaPath: "#/$defs/done/properties/protocols/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
              }
            }
          } else {
            const err34 = { instancePath: instancePath + "/done/protocols", schemaPath: "#/$defs/done/properties/protocols/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/done", schemaPath: "#/$defs/done/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
  }
  return validate31.errors = vErrors, errors === 0;
}
validate31.evaluated = { props: { outcome: !0, code: !0, message: !0, reboot: !0, exit: !0, violations: !0, stderr: !0, done: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.step === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.outcome === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outcome" }, message: "must have required property 'outcome'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.items === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.ending === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ending" }, message: "must have required property 'ending'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.took === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "took" }, message: "must have required property 'took'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.step !== void 0 && typeof data.step != "string") {
      const err5 = { instancePath: instancePath + "/step", schemaPath: "#/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.outcome !== void 0) {
      let data1 = data.outcome;
      if (!(data1 === "ok" || data1 === "failed" || data1 === "not-yet")) {
        const err6 = { instancePath: instancePath + "/outcome", schemaPath: "#/properties/outcome/enum", keyword: "enum", params: { allowedValues: schema39.properties.outcome.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.items !== void 0) {
      let data2 = data.items;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate25(data2[i0]) || under(validate25, instancePath + "/items/" + i0) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length);
      } else {
        const err7 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.ending !== void 0 && (validate31(data.ending, { instancePath: instancePath + "/ending", parentData: data, parentDataProperty: "ending", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors), errors = vErrors.length)), data.took !== void 0) {
      let data5 = data.took;
      if (!(typeof data5 == "number" && isFinite(data5))) {
        const err8 = { instancePath: instancePath + "/took", schemaPath: "#/properties/took/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate24.errors = vErrors, errors === 0;
}
validate24.evaluated = { props: { step: !0, outcome: !0, items: !0, ending: !0, took: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.step === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.findings === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "findings" }, message: "must have required property 'findings'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.type !== void 0 && data.type !== "step-checked") {
      const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "step-checked" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.step !== void 0 && typeof data.step != "string") {
      const err4 = { instancePath: instancePath + "/step", schemaPath: "#/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    data.findings !== void 0 && (validate24(data.findings, { instancePath: instancePath + "/findings", parentData: data, parentDataProperty: "findings", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length));
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate23.errors = vErrors, errors === 0;
}
validate23.evaluated = { props: { type: !0, step: !0, findings: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema49 = { description: "What would happen if the choices so far were applied.", type: "object", properties: { type: { const: "predicted" }, prediction: { $ref: "#/$defs/prediction" }, findings: { type: "array", items: { $ref: "#/$defs/finding" } }, choices: { type: "array", items: { $ref: "#/$defs/choice" } } }, required: ["type", "prediction", "findings", "choices"] }, schema50 = { description: "The worst verdict, and that of every step.", type: "object", properties: { verdict: { $ref: "#/$defs/verdict" }, steps: { type: "array", items: { description: "Of one step.", type: "object", properties: { step: { type: "string" }, verdict: { $ref: "#/$defs/verdict" }, unpredicted: { type: "boolean", description: "Its producer cannot look yet." }, reasons: { type: "array", items: { $ref: "#/$defs/reason" } } }, required: ["step", "verdict", "unpredicted", "reasons"] } } }, required: ["verdict", "steps"] }, schema53 = { description: "Why an item or a step stands as it does.", type: "object", properties: { address: { type: "string" }, code: { enum: ["no-resolution", "no-choice", "producer-failed", "need-blocked", "need-undecided", "no-consumer", "reboot-in-test", "cycle"] }, message: { type: "string" } }, required: ["code", "message"] };
function validate36(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate36.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.verdict === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verdict" }, message: "must have required property 'verdict'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.steps === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.verdict !== void 0) {
      let data0 = data.verdict;
      if (!(data0 === "nothing-to-do" || data0 === "ready" || data0 === "undecided" || data0 === "blocked")) {
        const err2 = { instancePath: instancePath + "/verdict", schemaPath: "#/$defs/verdict/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
      }
    }
    if (data.steps !== void 0) {
      let data1 = data.steps;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.step === void 0) {
              const err3 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
              vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
            }
            if (data2.verdict === void 0) {
              const err4 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "verdict" }, message: "must have required property 'verdict'" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data2.unpredicted === void 0) {
              const err5 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "unpredicted" }, message: "must have required property 'unpredicted'" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data2.reasons === void 0) {
              const err6 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/required", keyword: "required", params: { missingProperty: "reasons" }, message: "must have required property 'reasons'" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data2.step !== void 0 && typeof data2.step != "string") {
              const err7 = { instancePath: instancePath + "/steps/" + i0 + "/step", schemaPath: "#/properties/steps/items/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            if (data2.verdict !== void 0) {
              let data4 = data2.verdict;
              if (!(data4 === "nothing-to-do" || data4 === "ready" || data4 === "undecided" || data4 === "blocked")) {
                const err8 = { instancePath: instancePath + "/steps/" + i0 + "/verdict", schemaPath: "#/$defs/verdict/enum", keyword: "enum", params: { allowedValues: schema34.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
              }
            }
            if (data2.unpredicted !== void 0 && typeof data2.unpredicted != "boolean") {
              const err9 = { instancePath: instancePath + "/steps/" + i0 + "/unpredicted", schemaPath: "#/properties/steps/items/properties/unpredicted/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (data2.reasons !== void 0) {
              let data6 = data2.reasons;
              if (Array.isArray(data6)) {
                const len1 = data6.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data7 = data6[i1];
                  if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                    if (data7.code === void 0) {
                      const err10 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1, schemaPath: "#/$defs/reason/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
                      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
                    }
                    if (data7.message === void 0) {
                      const err11 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1, schemaPath: "#/$defs/reason/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
                      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
                    }
                    if (data7.address !== void 0 && typeof data7.address != "string") {
                      const err12 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1 + "/address", schemaPath: "#/$defs/reason/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
                    }
                    if (data7.code !== void 0) {
                      let data9 = data7.code;
                      if (!(data9 === "no-resolution" || data9 === "no-choice" || data9 === "producer-failed" || data9 === "need-blocked" || data9 === "need-undecided" || data9 === "no-consumer" || data9 === "reboot-in-test" || data9 === "cycle")) {
                        const err13 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1 + "/code", schemaPath: "#/$defs/reason/properties/code/enum", keyword: "enum", params: { allowedValues: schema53.properties.code.enum }, message: "must be equal to one of the allowed values" };
                        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
                      }
                    }
                    if (data7.message !== void 0 && typeof data7.message != "string") {
                      const err14 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1 + "/message", schemaPath: "#/$defs/reason/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                    }
                  } else {
                    const err15 = { instancePath: instancePath + "/steps/" + i0 + "/reasons/" + i1, schemaPath: "#/$defs/reason/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                  }
                }
              } else {
                const err16 = { instancePath: instancePath + "/steps/" + i0 + "/reasons", schemaPath: "#/properties/steps/items/properties/reasons/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/properties/steps/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
  }
  return validate36.errors = vErrors, errors === 0;
}
validate36.evaluated = { props: { verdict: !0, steps: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema54 = { description: "An item, and what a choice for it is bound to.", type: "object", properties: { address: { type: "string" }, step: { type: "string" }, item: { $ref: "#/$defs/item" }, fingerprint: { type: "string" }, source: { enum: ["producer", "consumer", "host"] }, parent: { description: "The choice that it hangs on.", type: "object", properties: { address: { type: "string" }, resolution: { type: "string" } }, required: ["address", "resolution"] } }, required: ["address", "step", "item", "fingerprint", "source"] };
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate38.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.step === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.item === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.fingerprint === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.source === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "source" }, message: "must have required property 'source'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      const err5 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.step !== void 0 && typeof data.step != "string") {
      const err6 = { instancePath: instancePath + "/step", schemaPath: "#/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.item !== void 0 && (validate25(data.item, { instancePath: instancePath + "/item", parentData: data, parentDataProperty: "item", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length)), data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err7 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.source !== void 0) {
      let data4 = data.source;
      if (!(data4 === "producer" || data4 === "consumer" || data4 === "host")) {
        const err8 = { instancePath: instancePath + "/source", schemaPath: "#/properties/source/enum", keyword: "enum", params: { allowedValues: schema54.properties.source.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.parent !== void 0) {
      let data5 = data.parent;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.address === void 0) {
          const err9 = { instancePath: instancePath + "/parent", schemaPath: "#/properties/parent/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data5.resolution === void 0) {
          const err10 = { instancePath: instancePath + "/parent", schemaPath: "#/properties/parent/required", keyword: "required", params: { missingProperty: "resolution" }, message: "must have required property 'resolution'" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data5.address !== void 0 && typeof data5.address != "string") {
          const err11 = { instancePath: instancePath + "/parent/address", schemaPath: "#/properties/parent/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data5.resolution !== void 0 && typeof data5.resolution != "string") {
          const err12 = { instancePath: instancePath + "/parent/resolution", schemaPath: "#/properties/parent/properties/resolution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/parent", schemaPath: "#/properties/parent/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
  }
  return validate38.errors = vErrors, errors === 0;
}
validate38.evaluated = { props: { address: !0, step: !0, item: !0, fingerprint: !0, source: !0, parent: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema55 = { description: "An answer, bound to the state that it was given for.", type: "object", properties: { address: { type: "string", description: "`step/item`" }, fingerprint: { type: "string" }, answer: { $ref: "#/$defs/answer" }, who: { $ref: "#/$defs/who" }, at: { type: "string", description: "ISO 8601, UTC." }, via: { enum: ["prompt", "answers", "pattern", "policy", "option", "plan", "command"] } }, required: ["address", "fingerprint", "answer", "who", "at", "via"] }, schema59 = { description: "Who did it.", type: "object", properties: { uid: { type: "integer" }, user: { type: "string" }, login: { type: "string", description: "Behind sudo or su, where it can be known." } }, required: ["uid", "user"] }, schema56 = { description: "What was chosen.", type: "object", properties: { kind: { enum: ["resolution", "waiver", "later"] }, resolution: { type: "string" }, input: { type: "object", additionalProperties: { $ref: "#/$defs/inputValue" } }, reason: { type: "string" } }, required: ["kind"] }, schema57 = { description: "A secret is only ever named.", anyOf: [{ $ref: "#/$defs/scalar" }, { description: "A secret, by where it comes from.", type: "object", properties: { secret: { enum: ["file", "memory"] }, file: { type: "string" } }, required: ["secret"] }] };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate43.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs0 = errors;
  let valid0 = !1;
  const _errs1 = errors, _errs3 = errors;
  let valid2 = !1;
  const _errs4 = errors;
  if (typeof data != "string") {
    const err0 = { instancePath, schemaPath: "#/$defs/scalar/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
    vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
  }
  var _valid1 = _errs4 === errors;
  valid2 = valid2 || _valid1;
  const _errs6 = errors;
  if (typeof data != "boolean") {
    const err1 = { instancePath, schemaPath: "#/$defs/scalar/anyOf/1/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
    vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
  }
  var _valid1 = _errs6 === errors;
  valid2 = valid2 || _valid1;
  const _errs8 = errors;
  if (!(typeof data == "number" && isFinite(data))) {
    const err2 = { instancePath, schemaPath: "#/$defs/scalar/anyOf/2/type", keyword: "type", params: { type: "number" }, message: "must be number" };
    vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
  }
  var _valid1 = _errs8 === errors;
  if (valid2 = valid2 || _valid1, valid2)
    errors = _errs3, vErrors !== null && (_errs3 ? vErrors.length = _errs3 : vErrors = null);
  else {
    const err3 = { instancePath, schemaPath: "#/$defs/scalar/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs10 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.secret === void 0) {
      const err4 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.secret !== void 0) {
      let data0 = data.secret;
      if (!(data0 === "file" || data0 === "memory")) {
        const err5 = { instancePath: instancePath + "/secret", schemaPath: "#/anyOf/1/properties/secret/enum", keyword: "enum", params: { allowedValues: schema57.anyOf[1].properties.secret.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.file !== void 0 && typeof data.file != "string") {
      const err6 = { instancePath: instancePath + "/file", schemaPath: "#/anyOf/1/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  var _valid0 = _errs10 === errors;
  if (valid0 = valid0 || _valid0, _valid0) {
    var props0 = {};
    props0.secret = !0, props0.file = !0;
  }
  if (valid0)
    errors = _errs0, vErrors !== null && (_errs0 ? vErrors.length = _errs0 : vErrors = null);
  else {
    const err8 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  return validate43.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate43.evaluated = { dynamicProps: !0, dynamicItems: !1 };
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate42.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind !== void 0) {
      let data0 = data.kind;
      if (!(data0 === "resolution" || data0 === "waiver" || data0 === "later")) {
        const err1 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema56.properties.kind.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    if (data.resolution !== void 0 && typeof data.resolution != "string") {
      const err2 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.input !== void 0) {
      let data2 = data.input;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2))
        for (const key0 in data2)
          validate43(data2[key0]) || under(validate43, instancePath + "/input/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors), errors = vErrors.length);
      else {
        const err3 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.reason !== void 0 && typeof data.reason != "string") {
      const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate42.errors = vErrors, errors === 0;
}
validate42.evaluated = { props: { kind: !0, resolution: !0, input: !0, reason: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.fingerprint === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.answer === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "answer" }, message: "must have required property 'answer'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.who === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "who" }, message: "must have required property 'who'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.at === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.via === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "via" }, message: "must have required property 'via'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      const err6 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err7 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.answer !== void 0 && (validate42(data.answer, { instancePath: instancePath + "/answer", parentData: data, parentDataProperty: "answer", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors), errors = vErrors.length)), data.who !== void 0) {
      let data3 = data.who;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.uid === void 0) {
          const err8 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "uid" }, message: "must have required property 'uid'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data3.user === void 0) {
          const err9 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data3.uid !== void 0) {
          let data4 = data3.uid;
          if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            const err10 = { instancePath: instancePath + "/who/uid", schemaPath: "#/$defs/who/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
          }
        }
        if (data3.user !== void 0 && typeof data3.user != "string") {
          const err11 = { instancePath: instancePath + "/who/user", schemaPath: "#/$defs/who/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
        if (data3.login !== void 0 && typeof data3.login != "string") {
          const err12 = { instancePath: instancePath + "/who/login", schemaPath: "#/$defs/who/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.at !== void 0 && typeof data.at != "string") {
      const err14 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.via !== void 0) {
      let data8 = data.via;
      if (!(data8 === "prompt" || data8 === "answers" || data8 === "pattern" || data8 === "policy" || data8 === "option" || data8 === "plan" || data8 === "command")) {
        const err15 = { instancePath: instancePath + "/via", schemaPath: "#/properties/via/enum", keyword: "enum", params: { allowedValues: schema55.properties.via.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  return validate41.errors = vErrors, errors === 0;
}
validate41.evaluated = { props: { address: !0, fingerprint: !0, answer: !0, who: !0, at: !0, via: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.prediction === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "prediction" }, message: "must have required property 'prediction'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.findings === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "findings" }, message: "must have required property 'findings'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.choices === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "choices" }, message: "must have required property 'choices'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.type !== void 0 && data.type !== "predicted") {
      const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "predicted" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.prediction !== void 0 && (validate36(data.prediction, { instancePath: instancePath + "/prediction", parentData: data, parentDataProperty: "prediction", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors), errors = vErrors.length)), data.findings !== void 0) {
      let data2 = data.findings;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate38(data2[i0]) || under(validate38, instancePath + "/findings/" + i0) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length);
      } else {
        const err5 = { instancePath: instancePath + "/findings", schemaPath: "#/properties/findings/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.choices !== void 0) {
      let data4 = data.choices;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate41(data4[i1]) || under(validate41, instancePath + "/choices/" + i1) || (vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors), errors = vErrors.length);
      } else {
        const err6 = { instancePath: instancePath + "/choices", schemaPath: "#/properties/choices/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate35.errors = vErrors, errors === 0;
}
validate35.evaluated = { props: { type: !0, prediction: !0, findings: !0, choices: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema63 = { description: "The plan is in the journal; from here the system moves along its edges only.", type: "object", properties: { type: { const: "run-committed" }, run: { type: "string" }, plan: { $ref: "#/$defs/plan" }, who: { $ref: "#/$defs/who" } }, required: ["type", "run", "plan", "who"] }, schema64 = { description: "What was committed.", type: "object", properties: { edgewise: { const: 1 }, kind: { const: "plan" }, digest: { type: "string" }, created: { type: "string" }, supersedes: { type: "string" }, machine: { type: "string" }, host: { type: "string", description: "Version of Edgewise that made it." }, action: { enum: ["switch", "boot", "test"] }, name: { type: "string" }, target: { type: "string" }, manifest: { description: "Where it came from.", type: "object", properties: { path: { type: "string" }, digest: { type: "string" } }, required: ["path", "digest"] }, steps: { type: "array", items: { $ref: "#/$defs/step" } }, programs: { type: "object", additionalProperties: { type: "string" } }, findings: { type: "array", items: { $ref: "#/$defs/finding" } }, unpredicted: { type: "array", items: { type: "string" } }, choices: { type: "array", items: { $ref: "#/$defs/choice" } }, left: { type: "array", items: { description: "What --partial leaves out.", type: "object", properties: { step: { type: "string" }, reason: { type: "string" } }, required: ["step", "reason"] } }, graph: { $ref: "#/$defs/graph" }, prediction: { $ref: "#/$defs/prediction" }, pointOfNoReturn: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["edgewise", "kind", "digest", "created", "machine", "host", "action", "name", "manifest", "steps", "programs", "findings", "unpredicted", "choices", "left", "graph", "prediction", "pointOfNoReturn"] }, schema65 = { description: "A step as the manifest has it.", type: "object", properties: { name: { type: "string" }, title: { type: "string" }, producer: { $ref: "#/$defs/program" }, consumer: { $ref: "#/$defs/program" }, needs: { type: "array", items: { type: "string" } }, after: { type: "array", items: { type: "string" } }, locks: { type: "array", items: { type: "string" } }, config: { type: "object", description: "The step's own." }, timeouts: { description: "Of its programs.", type: "object", properties: { producer: { $ref: "#/$defs/timeouts" }, consumer: { $ref: "#/$defs/timeouts" } }, required: ["producer", "consumer"] }, retries: { description: "After a temporary failure.", type: "object", properties: { max: { type: "integer" }, backoff: { type: "number" }, afterCrash: { enum: ["run", "ask"] } }, required: ["max", "backoff", "afterCrash"] }, limits: { description: "Bytes and counts.", type: "object", properties: { memory: { type: "number" }, processes: { type: "number" }, openFiles: { type: "number" }, fileSize: { type: "number" } } }, recheck: { type: "boolean" }, verify: { type: "boolean" }, files: { type: "array", items: { type: "string" } } }, required: ["name", "producer", "needs", "after", "locks", "timeouts", "retries", "limits", "recheck", "verify", "files"] }, schema66 = { description: "What is started.", type: "object", properties: { argv: { type: "array", items: { type: "string" } }, executable: { type: "string" }, user: { anyOf: [{ type: "string" }, { type: "null" }] }, cwd: { type: "string" }, env: { type: "object", additionalProperties: { type: "string" } } }, required: ["argv", "executable", "user", "cwd", "env"] }, schema68 = { description: "Milliseconds; null is no limit.", type: "object", properties: { idle: { anyOf: [{ type: "number" }, { type: "null" }] }, total: { anyOf: [{ type: "number" }, { type: "null" }] } }, required: ["idle", "total"] };
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate50.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.producer === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "producer" }, message: "must have required property 'producer'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.needs === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "needs" }, message: "must have required property 'needs'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.after === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "after" }, message: "must have required property 'after'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.locks === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "locks" }, message: "must have required property 'locks'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.timeouts === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "timeouts" }, message: "must have required property 'timeouts'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.retries === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "retries" }, message: "must have required property 'retries'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.limits === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "limits" }, message: "must have required property 'limits'" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.recheck === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "recheck" }, message: "must have required property 'recheck'" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.verify === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verify" }, message: "must have required property 'verify'" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.files === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.name !== void 0 && typeof data.name != "string") {
      const err11 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.title !== void 0 && typeof data.title != "string") {
      const err12 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.producer !== void 0) {
      let data2 = data.producer;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (data2.argv === void 0) {
          const err13 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "argv" }, message: "must have required property 'argv'" };
          vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
        }
        if (data2.executable === void 0) {
          const err14 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "executable" }, message: "must have required property 'executable'" };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
        if (data2.user === void 0) {
          const err15 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
        }
        if (data2.cwd === void 0) {
          const err16 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "cwd" }, message: "must have required property 'cwd'" };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
        if (data2.env === void 0) {
          const err17 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
          vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
        }
        if (data2.argv !== void 0) {
          let data3 = data2.argv;
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++)
              if (typeof data3[i0] != "string") {
                const err18 = { instancePath: instancePath + "/producer/argv/" + i0, schemaPath: "#/$defs/program/properties/argv/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
          } else {
            const err19 = { instancePath: instancePath + "/producer/argv", schemaPath: "#/$defs/program/properties/argv/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
        if (data2.executable !== void 0 && typeof data2.executable != "string") {
          const err20 = { instancePath: instancePath + "/producer/executable", schemaPath: "#/$defs/program/properties/executable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
        if (data2.user !== void 0) {
          let data6 = data2.user;
          const _errs15 = errors;
          let valid5 = !1;
          const _errs16 = errors;
          if (typeof data6 != "string") {
            const err21 = { instancePath: instancePath + "/producer/user", schemaPath: "#/$defs/program/properties/user/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
          }
          var _valid0 = _errs16 === errors;
          valid5 = valid5 || _valid0;
          const _errs18 = errors;
          if (data6 !== null) {
            const err22 = { instancePath: instancePath + "/producer/user", schemaPath: "#/$defs/program/properties/user/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
          var _valid0 = _errs18 === errors;
          if (valid5 = valid5 || _valid0, valid5)
            errors = _errs15, vErrors !== null && (_errs15 ? vErrors.length = _errs15 : vErrors = null);
          else {
            const err23 = { instancePath: instancePath + "/producer/user", schemaPath: "#/$defs/program/properties/user/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
          }
        }
        if (data2.cwd !== void 0 && typeof data2.cwd != "string") {
          const err24 = { instancePath: instancePath + "/producer/cwd", schemaPath: "#/$defs/program/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
        }
        if (data2.env !== void 0) {
          let data8 = data2.env;
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            for (const key0 in data8)
              if (typeof data8[key0] != "string") {
                const err25 = { instancePath: instancePath + "/producer/env/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/program/properties/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
              }
          } else {
            const err26 = { instancePath: instancePath + "/producer/env", schemaPath: "#/$defs/program/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/producer", schemaPath: "#/$defs/program/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.consumer !== void 0) {
      let data10 = data.consumer;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (data10.argv === void 0) {
          const err28 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "argv" }, message: "must have required property 'argv'" };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
        if (data10.executable === void 0) {
          const err29 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "executable" }, message: "must have required property 'executable'" };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
        if (data10.user === void 0) {
          const err30 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data10.cwd === void 0) {
          const err31 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "cwd" }, message: "must have required property 'cwd'" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
        if (data10.env === void 0) {
          const err32 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/required", keyword: "required", params: { missingProperty: "env" }, message: "must have required property 'env'" };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
        if (data10.argv !== void 0) {
          let data11 = data10.argv;
          if (Array.isArray(data11)) {
            const len1 = data11.length;
            for (let i1 = 0; i1 < len1; i1++)
              if (typeof data11[i1] != "string") {
                const err33 = { instancePath: instancePath + "/consumer/argv/" + i1, schemaPath: "#/$defs/program/properties/argv/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
              }
          } else {
            const err34 = { instancePath: instancePath + "/consumer/argv", schemaPath: "#/$defs/program/properties/argv/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
        }
        if (data10.executable !== void 0 && typeof data10.executable != "string") {
          const err35 = { instancePath: instancePath + "/consumer/executable", schemaPath: "#/$defs/program/properties/executable/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
        }
        if (data10.user !== void 0) {
          let data14 = data10.user;
          const _errs37 = errors;
          let valid11 = !1;
          const _errs38 = errors;
          if (typeof data14 != "string") {
            const err36 = { instancePath: instancePath + "/consumer/user", schemaPath: "#/$defs/program/properties/user/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
          }
          var _valid1 = _errs38 === errors;
          valid11 = valid11 || _valid1;
          const _errs40 = errors;
          if (data14 !== null) {
            const err37 = { instancePath: instancePath + "/consumer/user", schemaPath: "#/$defs/program/properties/user/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
          var _valid1 = _errs40 === errors;
          if (valid11 = valid11 || _valid1, valid11)
            errors = _errs37, vErrors !== null && (_errs37 ? vErrors.length = _errs37 : vErrors = null);
          else {
            const err38 = { instancePath: instancePath + "/consumer/user", schemaPath: "#/$defs/program/properties/user/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
          }
        }
        if (data10.cwd !== void 0 && typeof data10.cwd != "string") {
          const err39 = { instancePath: instancePath + "/consumer/cwd", schemaPath: "#/$defs/program/properties/cwd/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
        }
        if (data10.env !== void 0) {
          let data16 = data10.env;
          if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
            for (const key1 in data16)
              if (typeof data16[key1] != "string") {
                const err40 = { instancePath: instancePath + "/consumer/env/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/program/properties/env/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
              }
          } else {
            const err41 = { instancePath: instancePath + "/consumer/env", schemaPath: "#/$defs/program/properties/env/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/consumer", schemaPath: "#/$defs/program/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
      }
    }
    if (data.needs !== void 0) {
      let data18 = data.needs;
      if (Array.isArray(data18)) {
        const len2 = data18.length;
        for (let i2 = 0; i2 < len2; i2++)
          if (typeof data18[i2] != "string") {
            const err43 = { instancePath: instancePath + "/needs/" + i2, schemaPath: "#/properties/needs/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
          }
      } else {
        const err44 = { instancePath: instancePath + "/needs", schemaPath: "#/properties/needs/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
      }
    }
    if (data.after !== void 0) {
      let data20 = data.after;
      if (Array.isArray(data20)) {
        const len3 = data20.length;
        for (let i3 = 0; i3 < len3; i3++)
          if (typeof data20[i3] != "string") {
            const err45 = { instancePath: instancePath + "/after/" + i3, schemaPath: "#/properties/after/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
          }
      } else {
        const err46 = { instancePath: instancePath + "/after", schemaPath: "#/properties/after/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
      }
    }
    if (data.locks !== void 0) {
      let data22 = data.locks;
      if (Array.isArray(data22)) {
        const len4 = data22.length;
        for (let i4 = 0; i4 < len4; i4++)
          if (typeof data22[i4] != "string") {
            const err47 = { instancePath: instancePath + "/locks/" + i4, schemaPath: "#/properties/locks/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
          }
      } else {
        const err48 = { instancePath: instancePath + "/locks", schemaPath: "#/properties/locks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
    if (data.config !== void 0) {
      let data24 = data.config;
      if (!(data24 && typeof data24 == "object" && !Array.isArray(data24))) {
        const err49 = { instancePath: instancePath + "/config", schemaPath: "#/properties/config/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
    }
    if (data.timeouts !== void 0) {
      let data25 = data.timeouts;
      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
        if (data25.producer === void 0) {
          const err50 = { instancePath: instancePath + "/timeouts", schemaPath: "#/properties/timeouts/required", keyword: "required", params: { missingProperty: "producer" }, message: "must have required property 'producer'" };
          vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
        }
        if (data25.consumer === void 0) {
          const err51 = { instancePath: instancePath + "/timeouts", schemaPath: "#/properties/timeouts/required", keyword: "required", params: { missingProperty: "consumer" }, message: "must have required property 'consumer'" };
          vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
        }
        if (data25.producer !== void 0) {
          let data26 = data25.producer;
          if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
            if (data26.idle === void 0) {
              const err52 = { instancePath: instancePath + "/timeouts/producer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "idle" }, message: "must have required property 'idle'" };
              vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
            }
            if (data26.total === void 0) {
              const err53 = { instancePath: instancePath + "/timeouts/producer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "total" }, message: "must have required property 'total'" };
              vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
            }
            if (data26.idle !== void 0) {
              let data27 = data26.idle;
              const _errs69 = errors;
              let valid22 = !1;
              const _errs70 = errors;
              if (!(typeof data27 == "number" && isFinite(data27))) {
                const err54 = { instancePath: instancePath + "/timeouts/producer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
              }
              var _valid2 = _errs70 === errors;
              valid22 = valid22 || _valid2;
              const _errs72 = errors;
              if (data27 !== null) {
                const err55 = { instancePath: instancePath + "/timeouts/producer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
              }
              var _valid2 = _errs72 === errors;
              if (valid22 = valid22 || _valid2, valid22)
                errors = _errs69, vErrors !== null && (_errs69 ? vErrors.length = _errs69 : vErrors = null);
              else {
                const err56 = { instancePath: instancePath + "/timeouts/producer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
              }
            }
            if (data26.total !== void 0) {
              let data28 = data26.total;
              const _errs75 = errors;
              let valid23 = !1;
              const _errs76 = errors;
              if (!(typeof data28 == "number" && isFinite(data28))) {
                const err57 = { instancePath: instancePath + "/timeouts/producer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
              }
              var _valid3 = _errs76 === errors;
              valid23 = valid23 || _valid3;
              const _errs78 = errors;
              if (data28 !== null) {
                const err58 = { instancePath: instancePath + "/timeouts/producer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
              }
              var _valid3 = _errs78 === errors;
              if (valid23 = valid23 || _valid3, valid23)
                errors = _errs75, vErrors !== null && (_errs75 ? vErrors.length = _errs75 : vErrors = null);
              else {
                const err59 = { instancePath: instancePath + "/timeouts/producer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
              }
            }
          } else {
            const err60 = { instancePath: instancePath + "/timeouts/producer", schemaPath: "#/$defs/timeouts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
          }
        }
        if (data25.consumer !== void 0) {
          let data29 = data25.consumer;
          if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
            if (data29.idle === void 0) {
              const err61 = { instancePath: instancePath + "/timeouts/consumer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "idle" }, message: "must have required property 'idle'" };
              vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
            }
            if (data29.total === void 0) {
              const err62 = { instancePath: instancePath + "/timeouts/consumer", schemaPath: "#/$defs/timeouts/required", keyword: "required", params: { missingProperty: "total" }, message: "must have required property 'total'" };
              vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
            }
            if (data29.idle !== void 0) {
              let data30 = data29.idle;
              const _errs84 = errors;
              let valid26 = !1;
              const _errs85 = errors;
              if (!(typeof data30 == "number" && isFinite(data30))) {
                const err63 = { instancePath: instancePath + "/timeouts/consumer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
              }
              var _valid4 = _errs85 === errors;
              valid26 = valid26 || _valid4;
              const _errs87 = errors;
              if (data30 !== null) {
                const err64 = { instancePath: instancePath + "/timeouts/consumer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
              }
              var _valid4 = _errs87 === errors;
              if (valid26 = valid26 || _valid4, valid26)
                errors = _errs84, vErrors !== null && (_errs84 ? vErrors.length = _errs84 : vErrors = null);
              else {
                const err65 = { instancePath: instancePath + "/timeouts/consumer/idle", schemaPath: "#/$defs/timeouts/properties/idle/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
              }
            }
            if (data29.total !== void 0) {
              let data31 = data29.total;
              const _errs90 = errors;
              let valid27 = !1;
              const _errs91 = errors;
              if (!(typeof data31 == "number" && isFinite(data31))) {
                const err66 = { instancePath: instancePath + "/timeouts/consumer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/0/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
              }
              var _valid5 = _errs91 === errors;
              valid27 = valid27 || _valid5;
              const _errs93 = errors;
              if (data31 !== null) {
                const err67 = { instancePath: instancePath + "/timeouts/consumer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
              }
              var _valid5 = _errs93 === errors;
              if (valid27 = valid27 || _valid5, valid27)
                errors = _errs90, vErrors !== null && (_errs90 ? vErrors.length = _errs90 : vErrors = null);
              else {
                const err68 = { instancePath: instancePath + "/timeouts/consumer/total", schemaPath: "#/$defs/timeouts/properties/total/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
              }
            }
          } else {
            const err69 = { instancePath: instancePath + "/timeouts/consumer", schemaPath: "#/$defs/timeouts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
          }
        }
      } else {
        const err70 = { instancePath: instancePath + "/timeouts", schemaPath: "#/properties/timeouts/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
      }
    }
    if (data.retries !== void 0) {
      let data32 = data.retries;
      if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
        if (data32.max === void 0) {
          const err71 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/required", keyword: "required", params: { missingProperty: "max" }, message: "must have required property 'max'" };
          vErrors === null ? vErrors = [err71] : vErrors.push(err71), errors++;
        }
        if (data32.backoff === void 0) {
          const err72 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/required", keyword: "required", params: { missingProperty: "backoff" }, message: "must have required property 'backoff'" };
          vErrors === null ? vErrors = [err72] : vErrors.push(err72), errors++;
        }
        if (data32.afterCrash === void 0) {
          const err73 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/required", keyword: "required", params: { missingProperty: "afterCrash" }, message: "must have required property 'afterCrash'" };
          vErrors === null ? vErrors = [err73] : vErrors.push(err73), errors++;
        }
        if (data32.max !== void 0) {
          let data33 = data32.max;
          if (!(typeof data33 == "number" && !(data33 % 1) && !isNaN(data33) && isFinite(data33))) {
            const err74 = { instancePath: instancePath + "/retries/max", schemaPath: "#/properties/retries/properties/max/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
          }
        }
        if (data32.backoff !== void 0) {
          let data34 = data32.backoff;
          if (!(typeof data34 == "number" && isFinite(data34))) {
            const err75 = { instancePath: instancePath + "/retries/backoff", schemaPath: "#/properties/retries/properties/backoff/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
          }
        }
        if (data32.afterCrash !== void 0) {
          let data35 = data32.afterCrash;
          if (!(data35 === "run" || data35 === "ask")) {
            const err76 = { instancePath: instancePath + "/retries/afterCrash", schemaPath: "#/properties/retries/properties/afterCrash/enum", keyword: "enum", params: { allowedValues: schema65.properties.retries.properties.afterCrash.enum }, message: "must be equal to one of the allowed values" };
            vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
          }
        }
      } else {
        const err77 = { instancePath: instancePath + "/retries", schemaPath: "#/properties/retries/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
      }
    }
    if (data.limits !== void 0) {
      let data36 = data.limits;
      if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
        if (data36.memory !== void 0) {
          let data37 = data36.memory;
          if (!(typeof data37 == "number" && isFinite(data37))) {
            const err78 = { instancePath: instancePath + "/limits/memory", schemaPath: "#/properties/limits/properties/memory/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
          }
        }
        if (data36.processes !== void 0) {
          let data38 = data36.processes;
          if (!(typeof data38 == "number" && isFinite(data38))) {
            const err79 = { instancePath: instancePath + "/limits/processes", schemaPath: "#/properties/limits/properties/processes/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
          }
        }
        if (data36.openFiles !== void 0) {
          let data39 = data36.openFiles;
          if (!(typeof data39 == "number" && isFinite(data39))) {
            const err80 = { instancePath: instancePath + "/limits/openFiles", schemaPath: "#/properties/limits/properties/openFiles/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
          }
        }
        if (data36.fileSize !== void 0) {
          let data40 = data36.fileSize;
          if (!(typeof data40 == "number" && isFinite(data40))) {
            const err81 = { instancePath: instancePath + "/limits/fileSize", schemaPath: "#/properties/limits/properties/fileSize/type", keyword: "type", params: { type: "number" }, message: "must be number" };
            vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
          }
        }
      } else {
        const err82 = { instancePath: instancePath + "/limits", schemaPath: "#/properties/limits/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
      }
    }
    if (data.recheck !== void 0 && typeof data.recheck != "boolean") {
      const err83 = { instancePath: instancePath + "/recheck", schemaPath: "#/properties/recheck/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err83] : vErrors.push(err83), errors++;
    }
    if (data.verify !== void 0 && typeof data.verify != "boolean") {
      const err84 = { instancePath: instancePath + "/verify", schemaPath: "#/properties/verify/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err84] : vErrors.push(err84), errors++;
    }
    if (data.files !== void 0) {
      let data43 = data.files;
      if (Array.isArray(data43)) {
        const len5 = data43.length;
        for (let i5 = 0; i5 < len5; i5++)
          if (typeof data43[i5] != "string") {
            const err85 = { instancePath: instancePath + "/files/" + i5, schemaPath: "#/properties/files/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err85] : vErrors.push(err85), errors++;
          }
      } else {
        const err86 = { instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
      }
    }
  } else {
    const err87 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err87] : vErrors.push(err87), errors++;
  }
  return validate50.errors = vErrors, errors === 0;
}
validate50.evaluated = { props: { name: !0, title: !0, producer: !0, consumer: !0, needs: !0, after: !0, locks: !0, config: !0, timeouts: !0, retries: !0, limits: !0, recheck: !0, verify: !0, files: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema70 = { description: "What waits for what.", type: "object", properties: { tasks: { type: "array", items: { $ref: "#/$defs/task" } }, barriers: { type: "array", items: { $ref: "#/$defs/barrier" } }, edges: { type: "array", items: { $ref: "#/$defs/edge" } } }, required: ["tasks", "barriers", "edges"] }, schema73 = { description: "A reboot that the graph has to pass.", type: "object", properties: { id: { type: "string" }, reboot: { type: "integer", description: "Counts from 1." } }, required: ["id", "reboot"] }, schema74 = { description: "Its end waits for its beginning.", type: "object", properties: { from: { type: "string" }, to: { type: "string" }, kind: { enum: ["needs", "after", "item", "phase", "barrier"] } }, required: ["from", "to", "kind"] }, schema71 = { description: "A node of the graph: a step's consumer, and what it is to apply.", type: "object", properties: { id: { type: "string" }, step: { type: "string" }, phase: { enum: ["now", "after-boot"] }, generation: { type: "integer" }, selections: { type: "array", items: { $ref: "#/$defs/selection" } } }, required: ["id", "step", "phase", "generation", "selections"] }, schema72 = { description: "A choice that a consumer has to carry out.", type: "object", properties: { address: { type: "string" }, item: { type: "string" }, resolution: { type: "string" }, fingerprint: { type: "string" }, input: { type: "object", additionalProperties: { $ref: "#/$defs/inputValue" } }, ends: { enum: ["resolved", "kept", "reverted"] }, destructive: { type: "boolean" }, reversible: { anyOf: [{ type: "boolean" }, { type: "null" }], description: "Null where it is not stated." }, reboot: { anyOf: [{ type: "boolean" }, { type: "null" }], description: "Null where it is not stated." } }, required: ["address", "item", "resolution", "fingerprint", "ends", "destructive", "reversible", "reboot"] };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.address === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.item === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.resolution === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "resolution" }, message: "must have required property 'resolution'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.fingerprint === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.ends === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ends" }, message: "must have required property 'ends'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.destructive === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "destructive" }, message: "must have required property 'destructive'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.reversible === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reversible" }, message: "must have required property 'reversible'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.reboot === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reboot" }, message: "must have required property 'reboot'" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.address !== void 0 && typeof data.address != "string") {
      const err8 = { instancePath: instancePath + "/address", schemaPath: "#/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.item !== void 0 && typeof data.item != "string") {
      const err9 = { instancePath: instancePath + "/item", schemaPath: "#/properties/item/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.resolution !== void 0 && typeof data.resolution != "string") {
      const err10 = { instancePath: instancePath + "/resolution", schemaPath: "#/properties/resolution/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err11 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.input !== void 0) {
      let data4 = data.input;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4))
        for (const key0 in data4)
          validate43(data4[key0]) || under(validate43, instancePath + "/input/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")) || (vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors), errors = vErrors.length);
      else {
        const err12 = { instancePath: instancePath + "/input", schemaPath: "#/properties/input/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.ends !== void 0) {
      let data6 = data.ends;
      if (!(data6 === "resolved" || data6 === "kept" || data6 === "reverted")) {
        const err13 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/enum", keyword: "enum", params: { allowedValues: schema72.properties.ends.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.destructive !== void 0 && typeof data.destructive != "boolean") {
      const err14 = { instancePath: instancePath + "/destructive", schemaPath: "#/properties/destructive/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.reversible !== void 0) {
      let data8 = data.reversible;
      const _errs17 = errors;
      let valid2 = !1;
      const _errs18 = errors;
      if (typeof data8 != "boolean") {
        const err15 = { instancePath: instancePath + "/reversible", schemaPath: "#/properties/reversible/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
      var _valid0 = _errs18 === errors;
      valid2 = valid2 || _valid0;
      const _errs20 = errors;
      if (data8 !== null) {
        const err16 = { instancePath: instancePath + "/reversible", schemaPath: "#/properties/reversible/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      var _valid0 = _errs20 === errors;
      if (valid2 = valid2 || _valid0, valid2)
        errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null);
      else {
        const err17 = { instancePath: instancePath + "/reversible", schemaPath: "#/properties/reversible/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.reboot !== void 0) {
      let data9 = data.reboot;
      const _errs23 = errors;
      let valid3 = !1;
      const _errs24 = errors;
      if (typeof data9 != "boolean") {
        const err18 = { instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/anyOf/0/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
      var _valid1 = _errs24 === errors;
      valid3 = valid3 || _valid1;
      const _errs26 = errors;
      if (data9 !== null) {
        const err19 = { instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
      var _valid1 = _errs26 === errors;
      if (valid3 = valid3 || _valid1, valid3)
        errors = _errs23, vErrors !== null && (_errs23 ? vErrors.length = _errs23 : vErrors = null);
      else {
        const err20 = { instancePath: instancePath + "/reboot", schemaPath: "#/properties/reboot/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
  }
  return validate56.errors = vErrors, errors === 0;
}
validate56.evaluated = { props: { address: !0, item: !0, resolution: !0, fingerprint: !0, input: !0, ends: !0, destructive: !0, reversible: !0, reboot: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.step === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.phase === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "phase" }, message: "must have required property 'phase'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.generation === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "generation" }, message: "must have required property 'generation'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.selections === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "selections" }, message: "must have required property 'selections'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.id !== void 0 && typeof data.id != "string") {
      const err5 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.step !== void 0 && typeof data.step != "string") {
      const err6 = { instancePath: instancePath + "/step", schemaPath: "#/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.phase !== void 0) {
      let data2 = data.phase;
      if (!(data2 === "now" || data2 === "after-boot")) {
        const err7 = { instancePath: instancePath + "/phase", schemaPath: "#/properties/phase/enum", keyword: "enum", params: { allowedValues: schema71.properties.phase.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.generation !== void 0) {
      let data3 = data.generation;
      if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
        const err8 = { instancePath: instancePath + "/generation", schemaPath: "#/properties/generation/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
    if (data.selections !== void 0) {
      let data4 = data.selections;
      if (Array.isArray(data4)) {
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate56(data4[i0]) || under(validate56, instancePath + "/selections/" + i0) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
      } else {
        const err9 = { instancePath: instancePath + "/selections", schemaPath: "#/properties/selections/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
  }
  return validate55.errors = vErrors, errors === 0;
}
validate55.evaluated = { props: { id: !0, step: !0, phase: !0, generation: !0, selections: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.tasks === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tasks" }, message: "must have required property 'tasks'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.barriers === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "barriers" }, message: "must have required property 'barriers'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.edges === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edges" }, message: "must have required property 'edges'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.tasks !== void 0) {
      let data0 = data.tasks;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate55(data0[i0]) || under(validate55, instancePath + "/tasks/" + i0) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
      } else {
        const err3 = { instancePath: instancePath + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    }
    if (data.barriers !== void 0) {
      let data2 = data.barriers;
      if (Array.isArray(data2)) {
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.id === void 0) {
              const err4 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
              vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
            }
            if (data3.reboot === void 0) {
              const err5 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/required", keyword: "required", params: { missingProperty: "reboot" }, message: "must have required property 'reboot'" };
              vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
            }
            if (data3.id !== void 0 && typeof data3.id != "string") {
              const err6 = { instancePath: instancePath + "/barriers/" + i1 + "/id", schemaPath: "#/$defs/barrier/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
            }
            if (data3.reboot !== void 0) {
              let data5 = data3.reboot;
              if (!(typeof data5 == "number" && !(data5 % 1) && !isNaN(data5) && isFinite(data5))) {
                const err7 = { instancePath: instancePath + "/barriers/" + i1 + "/reboot", schemaPath: "#/$defs/barrier/properties/reboot/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
              }
            }
          } else {
            const err8 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/barriers", schemaPath: "#/properties/barriers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.edges !== void 0) {
      let data6 = data.edges;
      if (Array.isArray(data6)) {
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.from === void 0) {
              const err10 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
              vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
            }
            if (data7.to === void 0) {
              const err11 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
              vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
            }
            if (data7.kind === void 0) {
              const err12 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
            if (data7.from !== void 0 && typeof data7.from != "string") {
              const err13 = { instancePath: instancePath + "/edges/" + i2 + "/from", schemaPath: "#/$defs/edge/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data7.to !== void 0 && typeof data7.to != "string") {
              const err14 = { instancePath: instancePath + "/edges/" + i2 + "/to", schemaPath: "#/$defs/edge/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data7.kind !== void 0) {
              let data10 = data7.kind;
              if (!(data10 === "needs" || data10 === "after" || data10 === "item" || data10 === "phase" || data10 === "barrier")) {
                const err15 = { instancePath: instancePath + "/edges/" + i2 + "/kind", schemaPath: "#/$defs/edge/properties/kind/enum", keyword: "enum", params: { allowedValues: schema74.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/edges", schemaPath: "#/properties/edges/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
  }
  return validate54.errors = vErrors, errors === 0;
}
validate54.evaluated = { props: { tasks: !0, barriers: !0, edges: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.edgewise === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edgewise" }, message: "must have required property 'edgewise'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.kind === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.digest === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.created === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "created" }, message: "must have required property 'created'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.machine === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "machine" }, message: "must have required property 'machine'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.host === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.action === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "action" }, message: "must have required property 'action'" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.name === void 0) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
    if (data.manifest === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "manifest" }, message: "must have required property 'manifest'" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
    if (data.steps === void 0) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
      vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
    }
    if (data.programs === void 0) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "programs" }, message: "must have required property 'programs'" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
    if (data.findings === void 0) {
      const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "findings" }, message: "must have required property 'findings'" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    if (data.unpredicted === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unpredicted" }, message: "must have required property 'unpredicted'" };
      vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
    }
    if (data.choices === void 0) {
      const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "choices" }, message: "must have required property 'choices'" };
      vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
    }
    if (data.left === void 0) {
      const err14 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "left" }, message: "must have required property 'left'" };
      vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
    }
    if (data.graph === void 0) {
      const err15 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "graph" }, message: "must have required property 'graph'" };
      vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
    }
    if (data.prediction === void 0) {
      const err16 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "prediction" }, message: "must have required property 'prediction'" };
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    if (data.pointOfNoReturn === void 0) {
      const err17 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "pointOfNoReturn" }, message: "must have required property 'pointOfNoReturn'" };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    }
    if (data.edgewise !== void 0 && data.edgewise !== 1) {
      const err18 = { instancePath: instancePath + "/edgewise", schemaPath: "#/properties/edgewise/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
    }
    if (data.kind !== void 0 && data.kind !== "plan") {
      const err19 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/const", keyword: "const", params: { allowedValue: "plan" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
    }
    if (data.digest !== void 0 && typeof data.digest != "string") {
      const err20 = { instancePath: instancePath + "/digest", schemaPath: "#/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    if (data.created !== void 0 && typeof data.created != "string") {
      const err21 = { instancePath: instancePath + "/created", schemaPath: "#/properties/created/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
    if (data.supersedes !== void 0 && typeof data.supersedes != "string") {
      const err22 = { instancePath: instancePath + "/supersedes", schemaPath: "#/properties/supersedes/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
    }
    if (data.machine !== void 0 && typeof data.machine != "string") {
      const err23 = { instancePath: instancePath + "/machine", schemaPath: "#/properties/machine/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
    }
    if (data.host !== void 0 && typeof data.host != "string") {
      const err24 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
    }
    if (data.action !== void 0) {
      let data7 = data.action;
      if (!(data7 === "switch" || data7 === "boot" || data7 === "test")) {
        const err25 = { instancePath: instancePath + "/action", schemaPath: "#/properties/action/enum", keyword: "enum", params: { allowedValues: schema64.properties.action.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.name !== void 0 && typeof data.name != "string") {
      const err26 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
    }
    if (data.target !== void 0 && typeof data.target != "string") {
      const err27 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
    }
    if (data.manifest !== void 0) {
      let data10 = data.manifest;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (data10.path === void 0) {
          const err28 = { instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
        if (data10.digest === void 0) {
          const err29 = { instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'" };
          vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
        }
        if (data10.path !== void 0 && typeof data10.path != "string") {
          const err30 = { instancePath: instancePath + "/manifest/path", schemaPath: "#/properties/manifest/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
        }
        if (data10.digest !== void 0 && typeof data10.digest != "string") {
          const err31 = { instancePath: instancePath + "/manifest/digest", schemaPath: "#/properties/manifest/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
        }
      } else {
        const err32 = { instancePath: instancePath + "/manifest", schemaPath: "#/properties/manifest/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
    }
    if (data.steps !== void 0) {
      let data13 = data.steps;
      if (Array.isArray(data13)) {
        const len0 = data13.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate50(data13[i0]) || under(validate50, instancePath + "/steps/" + i0) || (vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors), errors = vErrors.length);
      } else {
        const err33 = { instancePath: instancePath + "/steps", schemaPath: "#/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
    if (data.programs !== void 0) {
      let data15 = data.programs;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (const key0 in data15)
          if (typeof data15[key0] != "string") {
            const err34 = { instancePath: instancePath + "/programs/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/programs/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
          }
      } else {
        const err35 = { instancePath: instancePath + "/programs", schemaPath: "#/properties/programs/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
    if (data.findings !== void 0) {
      let data17 = data.findings;
      if (Array.isArray(data17)) {
        const len1 = data17.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate38(data17[i1]) || under(validate38, instancePath + "/findings/" + i1) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length);
      } else {
        const err36 = { instancePath: instancePath + "/findings", schemaPath: "#/properties/findings/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
      }
    }
    if (data.unpredicted !== void 0) {
      let data19 = data.unpredicted;
      if (Array.isArray(data19)) {
        const len2 = data19.length;
        for (let i2 = 0; i2 < len2; i2++)
          if (typeof data19[i2] != "string") {
            const err37 = { instancePath: instancePath + "/unpredicted/" + i2, schemaPath: "#/properties/unpredicted/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
          }
      } else {
        const err38 = { instancePath: instancePath + "/unpredicted", schemaPath: "#/properties/unpredicted/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
      }
    }
    if (data.choices !== void 0) {
      let data21 = data.choices;
      if (Array.isArray(data21)) {
        const len3 = data21.length;
        for (let i3 = 0; i3 < len3; i3++)
          validate41(data21[i3]) || under(validate41, instancePath + "/choices/" + i3) || (vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors), errors = vErrors.length);
      } else {
        const err39 = { instancePath: instancePath + "/choices", schemaPath: "#/properties/choices/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
      }
    }
    if (data.left !== void 0) {
      let data23 = data.left;
      if (Array.isArray(data23)) {
        const len4 = data23.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data24 = data23[i4];
          if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
            if (data24.step === void 0) {
              const err40 = { instancePath: instancePath + "/left/" + i4, schemaPath: "#/properties/left/items/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
              vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
            }
            if (data24.reason === void 0) {
              const err41 = { instancePath: instancePath + "/left/" + i4, schemaPath: "#/properties/left/items/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
              vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
            }
            if (data24.step !== void 0 && typeof data24.step != "string") {
              const err42 = { instancePath: instancePath + "/left/" + i4 + "/step", schemaPath: "#/properties/left/items/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
            }
            if (data24.reason !== void 0 && typeof data24.reason != "string") {
              const err43 = { instancePath: instancePath + "/left/" + i4 + "/reason", schemaPath: "#/properties/left/items/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
            }
          } else {
            const err44 = { instancePath: instancePath + "/left/" + i4, schemaPath: "#/properties/left/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/left", schemaPath: "#/properties/left/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
      }
    }
    if (data.graph !== void 0 && (validate54(data.graph, { instancePath: instancePath + "/graph", parentData: data, parentDataProperty: "graph", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors), errors = vErrors.length)), data.prediction !== void 0 && (validate36(data.prediction, { instancePath: instancePath + "/prediction", parentData: data, parentDataProperty: "prediction", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors), errors = vErrors.length)), data.pointOfNoReturn !== void 0) {
      let data29 = data.pointOfNoReturn;
      const _errs53 = errors;
      let valid14 = !1;
      const _errs54 = errors;
      if (typeof data29 != "string") {
        const err46 = { instancePath: instancePath + "/pointOfNoReturn", schemaPath: "#/properties/pointOfNoReturn/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
      }
      var _valid0 = _errs54 === errors;
      valid14 = valid14 || _valid0;
      const _errs56 = errors;
      if (data29 !== null) {
        const err47 = { instancePath: instancePath + "/pointOfNoReturn", schemaPath: "#/properties/pointOfNoReturn/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
      }
      var _valid0 = _errs56 === errors;
      if (valid14 = valid14 || _valid0, valid14)
        errors = _errs53, vErrors !== null && (_errs53 ? vErrors.length = _errs53 : vErrors = null);
      else {
        const err48 = { instancePath: instancePath + "/pointOfNoReturn", schemaPath: "#/properties/pointOfNoReturn/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
      }
    }
  } else {
    const err49 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
  }
  return validate49.errors = vErrors, errors === 0;
}
validate49.evaluated = { props: { edgewise: !0, kind: !0, digest: !0, created: !0, supersedes: !0, machine: !0, host: !0, action: !0, name: !0, target: !0, manifest: !0, steps: !0, programs: !0, findings: !0, unpredicted: !0, choices: !0, left: !0, graph: !0, prediction: !0, pointOfNoReturn: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.run === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "run" }, message: "must have required property 'run'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.plan === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "plan" }, message: "must have required property 'plan'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.who === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "who" }, message: "must have required property 'who'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.type !== void 0 && data.type !== "run-committed") {
      const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "run-committed" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.run !== void 0 && typeof data.run != "string") {
      const err5 = { instancePath: instancePath + "/run", schemaPath: "#/properties/run/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.plan !== void 0 && (validate49(data.plan, { instancePath: instancePath + "/plan", parentData: data, parentDataProperty: "plan", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors), errors = vErrors.length)), data.who !== void 0) {
      let data3 = data.who;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.uid === void 0) {
          const err6 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "uid" }, message: "must have required property 'uid'" };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
        if (data3.user === void 0) {
          const err7 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data3.uid !== void 0) {
          let data4 = data3.uid;
          if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            const err8 = { instancePath: instancePath + "/who/uid", schemaPath: "#/$defs/who/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
          }
        }
        if (data3.user !== void 0 && typeof data3.user != "string") {
          const err9 = { instancePath: instancePath + "/who/user", schemaPath: "#/$defs/who/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
        }
        if (data3.login !== void 0 && typeof data3.login != "string") {
          const err10 = { instancePath: instancePath + "/who/login", schemaPath: "#/$defs/who/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  return validate48.errors = vErrors, errors === 0;
}
validate48.evaluated = { props: { type: !0, run: !0, plan: !0, who: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema76 = { description: "Another host goes on with the run.", type: "object", properties: { type: { const: "run-resumed" }, who: { $ref: "#/$defs/who" }, boot: { type: "string" } }, required: ["type", "who", "boot"] };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.who === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "who" }, message: "must have required property 'who'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.boot === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "boot" }, message: "must have required property 'boot'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.type !== void 0 && data.type !== "run-resumed") {
      const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "run-resumed" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.who !== void 0) {
      let data1 = data.who;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.uid === void 0) {
          const err4 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "uid" }, message: "must have required property 'uid'" };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
        if (data1.user === void 0) {
          const err5 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
        }
        if (data1.uid !== void 0) {
          let data2 = data1.uid;
          if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err6 = { instancePath: instancePath + "/who/uid", schemaPath: "#/$defs/who/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
          }
        }
        if (data1.user !== void 0 && typeof data1.user != "string") {
          const err7 = { instancePath: instancePath + "/who/user", schemaPath: "#/$defs/who/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data1.login !== void 0 && typeof data1.login != "string") {
          const err8 = { instancePath: instancePath + "/who/login", schemaPath: "#/$defs/who/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.boot !== void 0 && typeof data.boot != "string") {
      const err10 = { instancePath: instancePath + "/boot", schemaPath: "#/properties/boot/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
  }
  return validate64.errors = vErrors, errors === 0;
}
validate64.evaluated = { props: { type: !0, who: !0, boot: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema79 = { description: "It has looked again.", type: "object", properties: { type: { const: "task-checked" }, task: { type: "string" }, findings: { $ref: "#/$defs/findings" } }, required: ["type", "task", "findings"] };
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.task === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.findings === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "findings" }, message: "must have required property 'findings'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.type !== void 0 && data.type !== "task-checked") {
      const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "task-checked" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.task !== void 0 && typeof data.task != "string") {
      const err4 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    data.findings !== void 0 && (validate24(data.findings, { instancePath: instancePath + "/findings", parentData: data, parentDataProperty: "findings", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length));
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
  }
  return validate66.errors = vErrors, errors === 0;
}
validate66.evaluated = { props: { type: !0, task: !0, findings: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema81 = { description: "Someone has chosen.", type: "object", properties: { type: { const: "choice-made" }, choice: { $ref: "#/$defs/choice" } }, required: ["type", "choice"] };
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.choice === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "choice" }, message: "must have required property 'choice'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.type !== void 0 && data.type !== "choice-made") {
      const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "choice-made" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    data.choice !== void 0 && (validate41(data.choice, { instancePath: instancePath + "/choice", parentData: data, parentDataProperty: "choice", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors), errors = vErrors.length));
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  return validate69.errors = vErrors, errors === 0;
}
validate69.evaluated = { props: { type: !0, choice: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema84 = { description: "Tasks came in after commit.", type: "object", properties: { type: { const: "graph-extended" }, tasks: { type: "array", items: { $ref: "#/$defs/task" } }, barriers: { type: "array", items: { $ref: "#/$defs/barrier" } }, edges: { type: "array", items: { $ref: "#/$defs/edge" } }, why: { type: "string" } }, required: ["type", "tasks", "barriers", "edges", "why"] };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.tasks === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "tasks" }, message: "must have required property 'tasks'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.barriers === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "barriers" }, message: "must have required property 'barriers'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.edges === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "edges" }, message: "must have required property 'edges'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.why === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.type !== void 0 && data.type !== "graph-extended") {
      const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "graph-extended" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.tasks !== void 0) {
      let data1 = data.tasks;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate55(data1[i0]) || under(validate55, instancePath + "/tasks/" + i0) || (vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors), errors = vErrors.length);
      } else {
        const err6 = { instancePath: instancePath + "/tasks", schemaPath: "#/properties/tasks/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
    if (data.barriers !== void 0) {
      let data3 = data.barriers;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.id === void 0) {
              const err7 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
              vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
            }
            if (data4.reboot === void 0) {
              const err8 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/required", keyword: "required", params: { missingProperty: "reboot" }, message: "must have required property 'reboot'" };
              vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
            }
            if (data4.id !== void 0 && typeof data4.id != "string") {
              const err9 = { instancePath: instancePath + "/barriers/" + i1 + "/id", schemaPath: "#/$defs/barrier/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
            }
            if (data4.reboot !== void 0) {
              let data6 = data4.reboot;
              if (!(typeof data6 == "number" && !(data6 % 1) && !isNaN(data6) && isFinite(data6))) {
                const err10 = { instancePath: instancePath + "/barriers/" + i1 + "/reboot", schemaPath: "#/$defs/barrier/properties/reboot/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
              }
            }
          } else {
            const err11 = { instancePath: instancePath + "/barriers/" + i1, schemaPath: "#/$defs/barrier/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
      } else {
        const err12 = { instancePath: instancePath + "/barriers", schemaPath: "#/properties/barriers/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
    }
    if (data.edges !== void 0) {
      let data7 = data.edges;
      if (Array.isArray(data7)) {
        const len2 = data7.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data8 = data7[i2];
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            if (data8.from === void 0) {
              const err13 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
              vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
            }
            if (data8.to === void 0) {
              const err14 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
              vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
            }
            if (data8.kind === void 0) {
              const err15 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
              vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
            }
            if (data8.from !== void 0 && typeof data8.from != "string") {
              const err16 = { instancePath: instancePath + "/edges/" + i2 + "/from", schemaPath: "#/$defs/edge/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
            }
            if (data8.to !== void 0 && typeof data8.to != "string") {
              const err17 = { instancePath: instancePath + "/edges/" + i2 + "/to", schemaPath: "#/$defs/edge/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
            }
            if (data8.kind !== void 0) {
              let data11 = data8.kind;
              if (!(data11 === "needs" || data11 === "after" || data11 === "item" || data11 === "phase" || data11 === "barrier")) {
                const err18 = { instancePath: instancePath + "/edges/" + i2 + "/kind", schemaPath: "#/$defs/edge/properties/kind/enum", keyword: "enum", params: { allowedValues: schema74.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
              }
            }
          } else {
            const err19 = { instancePath: instancePath + "/edges/" + i2, schemaPath: "#/$defs/edge/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/edges", schemaPath: "#/properties/edges/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
    }
    if (data.why !== void 0 && typeof data.why != "string") {
      const err21 = { instancePath: instancePath + "/why", schemaPath: "#/properties/why/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
  }
  return validate72.errors = vErrors, errors === 0;
}
validate72.evaluated = { props: { type: !0, tasks: !0, barriers: !0, edges: !0, why: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema87 = { description: "A task may start as soon as there is room and its locks are free.", type: "object", properties: { type: { const: "task-ready" }, task: { type: "string" }, selections: { type: "array", items: { $ref: "#/$defs/selection" } } }, required: ["type", "task", "selections"] };
function validate75(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate75.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.task === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.selections === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "selections" }, message: "must have required property 'selections'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.type !== void 0 && data.type !== "task-ready") {
      const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "task-ready" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.task !== void 0 && typeof data.task != "string") {
      const err4 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.selections !== void 0) {
      let data2 = data.selections;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate56(data2[i0]) || under(validate56, instancePath + "/selections/" + i0) || (vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors), errors = vErrors.length);
      } else {
        const err5 = { instancePath: instancePath + "/selections", schemaPath: "#/properties/selections/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
  }
  return validate75.errors = vErrors, errors === 0;
}
validate75.evaluated = { props: { type: !0, task: !0, selections: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema90 = { description: "A consumer brought up a new item.", type: "object", properties: { type: { const: "item-found" }, task: { type: "string" }, attempt: { type: "integer" }, item: { $ref: "#/$defs/item" }, fingerprint: { type: "string" } }, required: ["type", "task", "attempt", "item", "fingerprint"] };
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate78.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.task === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.attempt === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.item === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "item" }, message: "must have required property 'item'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.fingerprint === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "fingerprint" }, message: "must have required property 'fingerprint'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.type !== void 0 && data.type !== "item-found") {
      const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "item-found" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.task !== void 0 && typeof data.task != "string") {
      const err6 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.attempt !== void 0) {
      let data2 = data.attempt;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err7 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.item !== void 0 && (validate25(data.item, { instancePath: instancePath + "/item", parentData: data, parentDataProperty: "item", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors), errors = vErrors.length)), data.fingerprint !== void 0 && typeof data.fingerprint != "string") {
      const err8 = { instancePath: instancePath + "/fingerprint", schemaPath: "#/properties/fingerprint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate78.errors = vErrors, errors === 0;
}
validate78.evaluated = { props: { type: !0, task: !0, attempt: !0, item: !0, fingerprint: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema92 = { description: "A consumer has ended.", type: "object", properties: { type: { const: "task-ended" }, task: { type: "string" }, attempt: { type: "integer" }, ending: { $ref: "#/$defs/ending" }, took: { type: "number", description: "Milliseconds." } }, required: ["type", "task", "attempt", "ending", "took"] };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate81.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.task === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.attempt === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.ending === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ending" }, message: "must have required property 'ending'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.took === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "took" }, message: "must have required property 'took'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.type !== void 0 && data.type !== "task-ended") {
      const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "task-ended" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.task !== void 0 && typeof data.task != "string") {
      const err6 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.attempt !== void 0) {
      let data2 = data.attempt;
      if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err7 = { instancePath: instancePath + "/attempt", schemaPath: "#/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.ending !== void 0 && (validate31(data.ending, { instancePath: instancePath + "/ending", parentData: data, parentDataProperty: "ending", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors), errors = vErrors.length)), data.took !== void 0) {
      let data4 = data.took;
      if (!(typeof data4 == "number" && isFinite(data4))) {
        const err8 = { instancePath: instancePath + "/took", schemaPath: "#/properties/took/type", keyword: "type", params: { type: "number" }, message: "must be number" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate81.errors = vErrors, errors === 0;
}
validate81.evaluated = { props: { type: !0, task: !0, attempt: !0, ending: !0, took: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema99 = { description: "A choice is needed to go on.", type: "object", properties: { type: { const: "question-raised" }, finding: { $ref: "#/$defs/finding" }, task: { anyOf: [{ type: "string" }, { type: "null" }] } }, required: ["type", "finding", "task"] };
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate84.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.finding === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "finding" }, message: "must have required property 'finding'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.task === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.type !== void 0 && data.type !== "question-raised") {
      const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "question-raised" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.finding !== void 0 && (validate38(data.finding, { instancePath: instancePath + "/finding", parentData: data, parentDataProperty: "finding", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length)), data.task !== void 0) {
      let data2 = data.task;
      const _errs4 = errors;
      let valid1 = !1;
      const _errs5 = errors;
      if (typeof data2 != "string") {
        const err4 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      var _valid0 = _errs5 === errors;
      valid1 = valid1 || _valid0;
      const _errs7 = errors;
      if (data2 !== null) {
        const err5 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      var _valid0 = _errs7 === errors;
      if (valid1 = valid1 || _valid0, valid1)
        errors = _errs4, vErrors !== null && (_errs4 ? vErrors.length = _errs4 : vErrors = null);
      else {
        const err6 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
  }
  return validate84.errors = vErrors, errors === 0;
}
validate84.evaluated = { props: { type: !0, finding: !0, task: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema106 = { description: "It has ended.", type: "object", properties: { type: { const: "step-verified" }, step: { type: "string" }, findings: { $ref: "#/$defs/findings" }, unresolved: { type: "array", items: { $ref: "#/$defs/finding" }, description: "What should be gone and is not." }, later: { type: "array", items: { $ref: "#/$defs/finding" }, description: "What was not there before." } }, required: ["type", "step", "findings", "unresolved", "later"] };
function validate87(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate87.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.step === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.findings === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "findings" }, message: "must have required property 'findings'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.unresolved === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "unresolved" }, message: "must have required property 'unresolved'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.later === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "later" }, message: "must have required property 'later'" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.type !== void 0 && data.type !== "step-verified") {
      const err5 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "step-verified" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.step !== void 0 && typeof data.step != "string") {
      const err6 = { instancePath: instancePath + "/step", schemaPath: "#/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.findings !== void 0 && (validate24(data.findings, { instancePath: instancePath + "/findings", parentData: data, parentDataProperty: "findings", rootData, dynamicAnchors }) || (vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors), errors = vErrors.length)), data.unresolved !== void 0) {
      let data3 = data.unresolved;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++)
          validate38(data3[i0]) || under(validate38, instancePath + "/unresolved/" + i0) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length);
      } else {
        const err7 = { instancePath: instancePath + "/unresolved", schemaPath: "#/properties/unresolved/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.later !== void 0) {
      let data5 = data.later;
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++)
          validate38(data5[i1]) || under(validate38, instancePath + "/later/" + i1) || (vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors), errors = vErrors.length);
      } else {
        const err8 = { instancePath: instancePath + "/later", schemaPath: "#/properties/later/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
  }
  return validate87.errors = vErrors, errors === 0;
}
validate87.evaluated = { props: { type: !0, step: !0, findings: !0, unresolved: !0, later: !0 }, dynamicProps: !1, dynamicItems: !1 };
const schema108 = { description: "The run is over, and was not carried to its end.", type: "object", properties: { type: { const: "run-abandoned" }, reason: { type: "string" }, consistent: { type: "boolean", description: "False where a task was in doubt." }, who: { anyOf: [{ $ref: "#/$defs/who" }, { type: "null" }] } }, required: ["type", "reason", "consistent", "who"] };
function validate92(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate92.evaluated;
  if (evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.reason === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.consistent === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "consistent" }, message: "must have required property 'consistent'" };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    if (data.who === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "who" }, message: "must have required property 'who'" };
      vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
    }
    if (data.type !== void 0 && data.type !== "run-abandoned") {
      const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "run-abandoned" }, message: "must be equal to constant" };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.reason !== void 0 && typeof data.reason != "string") {
      const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.consistent !== void 0 && typeof data.consistent != "boolean") {
      const err6 = { instancePath: instancePath + "/consistent", schemaPath: "#/properties/consistent/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.who !== void 0) {
      let data3 = data.who;
      const _errs7 = errors;
      let valid1 = !1;
      const _errs8 = errors;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        if (data3.uid === void 0) {
          const err7 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "uid" }, message: "must have required property 'uid'" };
          vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
        }
        if (data3.user === void 0) {
          const err8 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
        if (data3.uid !== void 0) {
          let data4 = data3.uid;
          if (!(typeof data4 == "number" && !(data4 % 1) && !isNaN(data4) && isFinite(data4))) {
            const err9 = { instancePath: instancePath + "/who/uid", schemaPath: "#/$defs/who/properties/uid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
          }
        }
        if (data3.user !== void 0 && typeof data3.user != "string") {
          const err10 = { instancePath: instancePath + "/who/user", schemaPath: "#/$defs/who/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
        if (data3.login !== void 0 && typeof data3.login != "string") {
          const err11 = { instancePath: instancePath + "/who/login", schemaPath: "#/$defs/who/properties/login/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/who", schemaPath: "#/$defs/who/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
      }
      var _valid0 = _errs8 === errors;
      if (valid1 = valid1 || _valid0, _valid0) {
        var props0 = {};
        props0.uid = !0, props0.user = !0, props0.login = !0;
      }
      const _errs17 = errors;
      if (data3 !== null) {
        const err13 = { instancePath: instancePath + "/who", schemaPath: "#/properties/who/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
      var _valid0 = _errs17 === errors;
      if (valid1 = valid1 || _valid0, valid1)
        errors = _errs7, vErrors !== null && (_errs7 ? vErrors.length = _errs7 : vErrors = null);
      else {
        const err14 = { instancePath: instancePath + "/who", schemaPath: "#/properties/who/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
        vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
  }
  return validate92.errors = vErrors, errors === 0;
}
validate92.evaluated = { props: { type: !0, reason: !0, consistent: !0, who: !0 }, dynamicProps: !1, dynamicItems: !1 };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null, errors = 0;
  const evaluated0 = validate20.evaluated;
  evaluated0.dynamicProps && (evaluated0.props = void 0), evaluated0.dynamicItems && (evaluated0.items = void 0);
  const _errs2 = errors;
  let valid1 = !0;
  const _errs3 = errors;
  if (errors === _errs3)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      (data.type === void 0 && (missing0 = "type") || data.type !== void 0 && data.type !== "edgewise") && errors++;
    } else
      errors++;
  var _valid0 = _errs3 === errors;
  if (errors = _errs2, vErrors !== null && (_errs2 ? vErrors.length = _errs2 : vErrors = null), _valid0) {
    const _errs6 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err3 = { instancePath, schemaPath: "#/$defs/edgewise/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
      if (data.format === void 0) {
        const err4 = { instancePath, schemaPath: "#/$defs/edgewise/required", keyword: "required", params: { missingProperty: "format" }, message: "must have required property 'format'" };
        vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
      }
      if (data.version === void 0) {
        const err5 = { instancePath, schemaPath: "#/$defs/edgewise/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
      if (data.command === void 0) {
        const err6 = { instancePath, schemaPath: "#/$defs/edgewise/required", keyword: "required", params: { missingProperty: "command" }, message: "must have required property 'command'" };
        vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
      }
      if (data.type !== void 0 && data.type !== "edgewise") {
        const err7 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/edgewise/properties/type/const", keyword: "const", params: { allowedValue: "edgewise" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
      if (data.format !== void 0) {
        let data2 = data.format;
        if (!(typeof data2 == "number" && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
          const err8 = { instancePath: instancePath + "/format", schemaPath: "#/$defs/edgewise/properties/format/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      }
      if (data.version !== void 0 && typeof data.version != "string") {
        const err9 = { instancePath: instancePath + "/version", schemaPath: "#/$defs/edgewise/properties/version/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
      if (data.command !== void 0 && typeof data.command != "string") {
        const err10 = { instancePath: instancePath + "/command", schemaPath: "#/$defs/edgewise/properties/command/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
      }
    } else {
      const err11 = { instancePath, schemaPath: "#/$defs/edgewise/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
    }
    var _valid0 = _errs6 === errors;
    if (valid1 = _valid0, valid1) {
      var props0 = {};
      props0.type = !0, props0.format = !0, props0.version = !0, props0.command = !0;
    }
  }
  if (!valid1) {
    const err12 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
  }
  const _errs17 = errors;
  let valid5 = !0;
  const _errs18 = errors;
  if (errors === _errs18)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      (data.type === void 0 && (missing1 = "type") || data.type !== void 0 && data.type !== "end") && errors++;
    } else
      errors++;
  var _valid1 = _errs18 === errors;
  if (errors = _errs17, vErrors !== null && (_errs17 ? vErrors.length = _errs17 : vErrors = null), _valid1) {
    const _errs21 = errors;
    validate21(data) || under(validate21, instancePath) || (vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors), errors = vErrors.length);
    var _valid1 = _errs21 === errors;
    if (valid5 = _valid1, valid5) {
      var props1 = {};
      props1.type = !0, props1.verdict = !0, props1.state = !0, props1.run = !0, props1.code = !0, props1.message = !0, props1.hint = !0, props1.details = !0, props1.diagnostics = !0, props1.next = !0, props1.committed = !0, props1.changed = !0, props1.exit = !0;
    }
  }
  if (!valid5) {
    const err16 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
  }
  props0 !== !0 && props1 !== void 0 && (props1 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props1)));
  const _errs23 = errors;
  let valid7 = !0;
  const _errs24 = errors;
  if (errors === _errs24)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      (data.type === void 0 && (missing2 = "type") || data.type !== void 0 && data.type !== "check-started") && errors++;
    } else
      errors++;
  var _valid2 = _errs24 === errors;
  if (errors = _errs23, vErrors !== null && (_errs23 ? vErrors.length = _errs23 : vErrors = null), _valid2) {
    const _errs27 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err20 = { instancePath, schemaPath: "#/$defs/check-started/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
      }
      if (data.steps === void 0) {
        const err21 = { instancePath, schemaPath: "#/$defs/check-started/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
      if (data.jobs === void 0) {
        const err22 = { instancePath, schemaPath: "#/$defs/check-started/required", keyword: "required", params: { missingProperty: "jobs" }, message: "must have required property 'jobs'" };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (data.type !== void 0 && data.type !== "check-started") {
        const err23 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/check-started/properties/type/const", keyword: "const", params: { allowedValue: "check-started" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
      if (data.steps !== void 0) {
        let data8 = data.steps;
        if (Array.isArray(data8)) {
          const len0 = data8.length;
          for (let i0 = 0; i0 < len0; i0++)
            if (typeof data8[i0] != "string") {
              const err24 = { instancePath: instancePath + "/steps/" + i0, schemaPath: "#/$defs/check-started/properties/steps/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
            }
        } else {
          const err25 = { instancePath: instancePath + "/steps", schemaPath: "#/$defs/check-started/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
        }
      }
      if (data.jobs !== void 0) {
        let data10 = data.jobs;
        if (!(typeof data10 == "number" && !(data10 % 1) && !isNaN(data10) && isFinite(data10))) {
          const err26 = { instancePath: instancePath + "/jobs", schemaPath: "#/$defs/check-started/properties/jobs/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
      }
    } else {
      const err27 = { instancePath, schemaPath: "#/$defs/check-started/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
    }
    var _valid2 = _errs27 === errors;
    if (valid7 = _valid2, valid7) {
      var props2 = {};
      props2.type = !0, props2.steps = !0, props2.jobs = !0;
    }
  }
  if (!valid7) {
    const err28 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
  }
  props0 !== !0 && props2 !== void 0 && (props2 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props2)));
  const _errs38 = errors;
  let valid13 = !0;
  const _errs39 = errors;
  if (errors === _errs39)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      (data.type === void 0 && (missing3 = "type") || data.type !== void 0 && data.type !== "step-checking") && errors++;
    } else
      errors++;
  var _valid3 = _errs39 === errors;
  if (errors = _errs38, vErrors !== null && (_errs38 ? vErrors.length = _errs38 : vErrors = null), _valid3) {
    const _errs42 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err32 = { instancePath, schemaPath: "#/$defs/step-checking/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
      if (data.step === void 0) {
        const err33 = { instancePath, schemaPath: "#/$defs/step-checking/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
      if (data.type !== void 0 && data.type !== "step-checking") {
        const err34 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/step-checking/properties/type/const", keyword: "const", params: { allowedValue: "step-checking" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
      }
      if (data.step !== void 0 && typeof data.step != "string") {
        const err35 = { instancePath: instancePath + "/step", schemaPath: "#/$defs/step-checking/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    } else {
      const err36 = { instancePath, schemaPath: "#/$defs/step-checking/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
    }
    var _valid3 = _errs42 === errors;
    if (valid13 = _valid3, valid13) {
      var props3 = {};
      props3.type = !0, props3.step = !0;
    }
  }
  if (!valid13) {
    const err37 = { instancePath, schemaPath: "#/allOf/3/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
  }
  props0 !== !0 && props3 !== void 0 && (props3 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props3)));
  const _errs49 = errors;
  let valid17 = !0;
  const _errs50 = errors;
  if (errors === _errs50)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing4;
      (data.type === void 0 && (missing4 = "type") || data.type !== void 0 && data.type !== "step-checked") && errors++;
    } else
      errors++;
  var _valid4 = _errs50 === errors;
  if (errors = _errs49, vErrors !== null && (_errs49 ? vErrors.length = _errs49 : vErrors = null), _valid4) {
    const _errs53 = errors;
    validate23(data) || under(validate23, instancePath) || (vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors), errors = vErrors.length);
    var _valid4 = _errs53 === errors;
    if (valid17 = _valid4, valid17) {
      var props4 = {};
      props4.type = !0, props4.step = !0, props4.findings = !0;
    }
  }
  if (!valid17) {
    const err41 = { instancePath, schemaPath: "#/allOf/4/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
  }
  props0 !== !0 && props4 !== void 0 && (props4 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props4)));
  const _errs55 = errors;
  let valid19 = !0;
  const _errs56 = errors;
  if (errors === _errs56)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing5;
      (data.type === void 0 && (missing5 = "type") || data.type !== void 0 && data.type !== "predicted") && errors++;
    } else
      errors++;
  var _valid5 = _errs56 === errors;
  if (errors = _errs55, vErrors !== null && (_errs55 ? vErrors.length = _errs55 : vErrors = null), _valid5) {
    const _errs59 = errors;
    validate35(data) || under(validate35, instancePath) || (vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors), errors = vErrors.length);
    var _valid5 = _errs59 === errors;
    if (valid19 = _valid5, valid19) {
      var props5 = {};
      props5.type = !0, props5.prediction = !0, props5.findings = !0, props5.choices = !0;
    }
  }
  if (!valid19) {
    const err45 = { instancePath, schemaPath: "#/allOf/5/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
  }
  props0 !== !0 && props5 !== void 0 && (props5 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props5)));
  const _errs61 = errors;
  let valid21 = !0;
  const _errs62 = errors;
  if (errors === _errs62)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing6;
      (data.type === void 0 && (missing6 = "type") || data.type !== void 0 && data.type !== "progress") && errors++;
    } else
      errors++;
  var _valid6 = _errs62 === errors;
  if (errors = _errs61, vErrors !== null && (_errs61 ? vErrors.length = _errs61 : vErrors = null), _valid6) {
    const _errs65 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err49 = { instancePath, schemaPath: "#/$defs/progress/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
      if (data.step === void 0) {
        const err50 = { instancePath, schemaPath: "#/$defs/progress/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
        vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
      }
      if (data.type !== void 0 && data.type !== "progress") {
        const err51 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/progress/properties/type/const", keyword: "const", params: { allowedValue: "progress" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
      }
      if (data.step !== void 0 && typeof data.step != "string") {
        const err52 = { instancePath: instancePath + "/step", schemaPath: "#/$defs/progress/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err53 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/progress/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
      }
      if (data.item !== void 0 && typeof data.item != "string") {
        const err54 = { instancePath: instancePath + "/item", schemaPath: "#/$defs/progress/properties/item/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
      }
      if (data.message !== void 0 && typeof data.message != "string") {
        const err55 = { instancePath: instancePath + "/message", schemaPath: "#/$defs/progress/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
      }
      if (data.percent !== void 0) {
        let data22 = data.percent;
        if (!(typeof data22 == "number" && isFinite(data22))) {
          const err56 = { instancePath: instancePath + "/percent", schemaPath: "#/$defs/progress/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number" };
          vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
        }
      }
    } else {
      const err57 = { instancePath, schemaPath: "#/$defs/progress/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
    }
    var _valid6 = _errs65 === errors;
    if (valid21 = _valid6, valid21) {
      var props6 = {};
      props6.type = !0, props6.step = !0, props6.task = !0, props6.item = !0, props6.message = !0, props6.percent = !0;
    }
  }
  if (!valid21) {
    const err58 = { instancePath, schemaPath: "#/allOf/6/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
  }
  props0 !== !0 && props6 !== void 0 && (props6 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props6)));
  const _errs80 = errors;
  let valid25 = !0;
  const _errs81 = errors;
  if (errors === _errs81)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing7;
      (data.type === void 0 && (missing7 = "type") || data.type !== void 0 && data.type !== "quiet") && errors++;
    } else
      errors++;
  var _valid7 = _errs81 === errors;
  if (errors = _errs80, vErrors !== null && (_errs80 ? vErrors.length = _errs80 : vErrors = null), _valid7) {
    const _errs84 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err62 = { instancePath, schemaPath: "#/$defs/quiet/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
      }
      if (data.step === void 0) {
        const err63 = { instancePath, schemaPath: "#/$defs/quiet/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
        vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
      }
      if (data.ms === void 0) {
        const err64 = { instancePath, schemaPath: "#/$defs/quiet/required", keyword: "required", params: { missingProperty: "ms" }, message: "must have required property 'ms'" };
        vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
      }
      if (data.type !== void 0 && data.type !== "quiet") {
        const err65 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/quiet/properties/type/const", keyword: "const", params: { allowedValue: "quiet" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err65] : vErrors.push(err65), errors++;
      }
      if (data.step !== void 0 && typeof data.step != "string") {
        const err66 = { instancePath: instancePath + "/step", schemaPath: "#/$defs/quiet/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err66] : vErrors.push(err66), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err67 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/quiet/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err67] : vErrors.push(err67), errors++;
      }
      if (data.ms !== void 0) {
        let data27 = data.ms;
        if (!(typeof data27 == "number" && isFinite(data27))) {
          const err68 = { instancePath: instancePath + "/ms", schemaPath: "#/$defs/quiet/properties/ms/type", keyword: "type", params: { type: "number" }, message: "must be number" };
          vErrors === null ? vErrors = [err68] : vErrors.push(err68), errors++;
        }
      }
    } else {
      const err69 = { instancePath, schemaPath: "#/$defs/quiet/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err69] : vErrors.push(err69), errors++;
    }
    var _valid7 = _errs84 === errors;
    if (valid25 = _valid7, valid25) {
      var props7 = {};
      props7.type = !0, props7.step = !0, props7.task = !0, props7.ms = !0;
    }
  }
  if (!valid25) {
    const err70 = { instancePath, schemaPath: "#/allOf/7/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err70] : vErrors.push(err70), errors++;
  }
  props0 !== !0 && props7 !== void 0 && (props7 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props7)));
  const _errs95 = errors;
  let valid29 = !0;
  const _errs96 = errors;
  if (errors === _errs96)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing8;
      (data.type === void 0 && (missing8 = "type") || data.type !== void 0 && data.type !== "notice") && errors++;
    } else
      errors++;
  var _valid8 = _errs96 === errors;
  if (errors = _errs95, vErrors !== null && (_errs95 ? vErrors.length = _errs95 : vErrors = null), _valid8) {
    const _errs99 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err74 = { instancePath, schemaPath: "#/$defs/notice/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err74] : vErrors.push(err74), errors++;
      }
      if (data.code === void 0) {
        const err75 = { instancePath, schemaPath: "#/$defs/notice/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
        vErrors === null ? vErrors = [err75] : vErrors.push(err75), errors++;
      }
      if (data.message === void 0) {
        const err76 = { instancePath, schemaPath: "#/$defs/notice/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
        vErrors === null ? vErrors = [err76] : vErrors.push(err76), errors++;
      }
      if (data.type !== void 0 && data.type !== "notice") {
        const err77 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/notice/properties/type/const", keyword: "const", params: { allowedValue: "notice" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err77] : vErrors.push(err77), errors++;
      }
      if (data.code !== void 0 && typeof data.code != "string") {
        const err78 = { instancePath: instancePath + "/code", schemaPath: "#/$defs/notice/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err78] : vErrors.push(err78), errors++;
      }
      if (data.message !== void 0 && typeof data.message != "string") {
        const err79 = { instancePath: instancePath + "/message", schemaPath: "#/$defs/notice/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err79] : vErrors.push(err79), errors++;
      }
      if (data.hint !== void 0 && typeof data.hint != "string") {
        const err80 = { instancePath: instancePath + "/hint", schemaPath: "#/$defs/notice/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err80] : vErrors.push(err80), errors++;
      }
    } else {
      const err81 = { instancePath, schemaPath: "#/$defs/notice/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err81] : vErrors.push(err81), errors++;
    }
    var _valid8 = _errs99 === errors;
    if (valid29 = _valid8, valid29) {
      var props8 = {};
      props8.type = !0, props8.code = !0, props8.message = !0, props8.hint = !0;
    }
  }
  if (!valid29) {
    const err82 = { instancePath, schemaPath: "#/allOf/8/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err82] : vErrors.push(err82), errors++;
  }
  props0 !== !0 && props8 !== void 0 && (props8 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props8)));
  const _errs110 = errors;
  let valid33 = !0;
  const _errs111 = errors;
  if (errors === _errs111)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing9;
      (data.type === void 0 && (missing9 = "type") || data.type !== void 0 && data.type !== "run-committed") && errors++;
    } else
      errors++;
  var _valid9 = _errs111 === errors;
  if (errors = _errs110, vErrors !== null && (_errs110 ? vErrors.length = _errs110 : vErrors = null), _valid9) {
    const _errs114 = errors;
    validate48(data) || under(validate48, instancePath) || (vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors), errors = vErrors.length);
    var _valid9 = _errs114 === errors;
    if (valid33 = _valid9, valid33) {
      var props9 = {};
      props9.type = !0, props9.run = !0, props9.plan = !0, props9.who = !0;
    }
  }
  if (!valid33) {
    const err86 = { instancePath, schemaPath: "#/allOf/9/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err86] : vErrors.push(err86), errors++;
  }
  props0 !== !0 && props9 !== void 0 && (props9 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props9)));
  const _errs116 = errors;
  let valid35 = !0;
  const _errs117 = errors;
  if (errors === _errs117)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing10;
      (data.type === void 0 && (missing10 = "type") || data.type !== void 0 && data.type !== "run-resumed") && errors++;
    } else
      errors++;
  var _valid10 = _errs117 === errors;
  if (errors = _errs116, vErrors !== null && (_errs116 ? vErrors.length = _errs116 : vErrors = null), _valid10) {
    const _errs120 = errors;
    validate64(data) || under(validate64, instancePath) || (vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors), errors = vErrors.length);
    var _valid10 = _errs120 === errors;
    if (valid35 = _valid10, valid35) {
      var props10 = {};
      props10.type = !0, props10.who = !0, props10.boot = !0;
    }
  }
  if (!valid35) {
    const err90 = { instancePath, schemaPath: "#/allOf/10/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err90] : vErrors.push(err90), errors++;
  }
  props0 !== !0 && props10 !== void 0 && (props10 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props10)));
  const _errs122 = errors;
  let valid37 = !0;
  const _errs123 = errors;
  if (errors === _errs123)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing11;
      (data.type === void 0 && (missing11 = "type") || data.type !== void 0 && data.type !== "task-checking") && errors++;
    } else
      errors++;
  var _valid11 = _errs123 === errors;
  if (errors = _errs122, vErrors !== null && (_errs122 ? vErrors.length = _errs122 : vErrors = null), _valid11) {
    const _errs126 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err94 = { instancePath, schemaPath: "#/$defs/task-checking/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err94] : vErrors.push(err94), errors++;
      }
      if (data.task === void 0) {
        const err95 = { instancePath, schemaPath: "#/$defs/task-checking/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err95] : vErrors.push(err95), errors++;
      }
      if (data.why === void 0) {
        const err96 = { instancePath, schemaPath: "#/$defs/task-checking/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
        vErrors === null ? vErrors = [err96] : vErrors.push(err96), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-checking") {
        const err97 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-checking/properties/type/const", keyword: "const", params: { allowedValue: "task-checking" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err97] : vErrors.push(err97), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err98 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-checking/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err98] : vErrors.push(err98), errors++;
      }
      if (data.why !== void 0) {
        let data38 = data.why;
        if (!(data38 === "upstream-changed" || data38 === "unpredicted" || data38 === "resumed" || data38 === "rebooted" || data38 === "stale" || data38 === "retry")) {
          const err99 = { instancePath: instancePath + "/why", schemaPath: "#/$defs/task-checking/properties/why/enum", keyword: "enum", params: { allowedValues: schema78.properties.why.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err99] : vErrors.push(err99), errors++;
        }
      }
    } else {
      const err100 = { instancePath, schemaPath: "#/$defs/task-checking/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err100] : vErrors.push(err100), errors++;
    }
    var _valid11 = _errs126 === errors;
    if (valid37 = _valid11, valid37) {
      var props11 = {};
      props11.type = !0, props11.task = !0, props11.why = !0;
    }
  }
  if (!valid37) {
    const err101 = { instancePath, schemaPath: "#/allOf/11/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err101] : vErrors.push(err101), errors++;
  }
  props0 !== !0 && props11 !== void 0 && (props11 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props11)));
  const _errs134 = errors;
  let valid41 = !0;
  const _errs135 = errors;
  if (errors === _errs135)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing12;
      (data.type === void 0 && (missing12 = "type") || data.type !== void 0 && data.type !== "task-checked") && errors++;
    } else
      errors++;
  var _valid12 = _errs135 === errors;
  if (errors = _errs134, vErrors !== null && (_errs134 ? vErrors.length = _errs134 : vErrors = null), _valid12) {
    const _errs138 = errors;
    validate66(data) || under(validate66, instancePath) || (vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors), errors = vErrors.length);
    var _valid12 = _errs138 === errors;
    if (valid41 = _valid12, valid41) {
      var props12 = {};
      props12.type = !0, props12.task = !0, props12.findings = !0;
    }
  }
  if (!valid41) {
    const err105 = { instancePath, schemaPath: "#/allOf/12/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err105] : vErrors.push(err105), errors++;
  }
  props0 !== !0 && props12 !== void 0 && (props12 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props12)));
  const _errs140 = errors;
  let valid43 = !0;
  const _errs141 = errors;
  if (errors === _errs141)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing13;
      (data.type === void 0 && (missing13 = "type") || data.type !== void 0 && data.type !== "selection-dropped") && errors++;
    } else
      errors++;
  var _valid13 = _errs141 === errors;
  if (errors = _errs140, vErrors !== null && (_errs140 ? vErrors.length = _errs140 : vErrors = null), _valid13) {
    const _errs144 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err109 = { instancePath, schemaPath: "#/$defs/selection-dropped/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err109] : vErrors.push(err109), errors++;
      }
      if (data.task === void 0) {
        const err110 = { instancePath, schemaPath: "#/$defs/selection-dropped/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err110] : vErrors.push(err110), errors++;
      }
      if (data.address === void 0) {
        const err111 = { instancePath, schemaPath: "#/$defs/selection-dropped/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
        vErrors === null ? vErrors = [err111] : vErrors.push(err111), errors++;
      }
      if (data.why === void 0) {
        const err112 = { instancePath, schemaPath: "#/$defs/selection-dropped/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
        vErrors === null ? vErrors = [err112] : vErrors.push(err112), errors++;
      }
      if (data.type !== void 0 && data.type !== "selection-dropped") {
        const err113 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/selection-dropped/properties/type/const", keyword: "const", params: { allowedValue: "selection-dropped" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err113] : vErrors.push(err113), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err114 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/selection-dropped/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err114] : vErrors.push(err114), errors++;
      }
      if (data.address !== void 0 && typeof data.address != "string") {
        const err115 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/selection-dropped/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err115] : vErrors.push(err115), errors++;
      }
      if (data.why !== void 0 && data.why !== "gone") {
        const err116 = { instancePath: instancePath + "/why", schemaPath: "#/$defs/selection-dropped/properties/why/enum", keyword: "enum", params: { allowedValues: schema80.properties.why.enum }, message: "must be equal to one of the allowed values" };
        vErrors === null ? vErrors = [err116] : vErrors.push(err116), errors++;
      }
    } else {
      const err117 = { instancePath, schemaPath: "#/$defs/selection-dropped/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err117] : vErrors.push(err117), errors++;
    }
    var _valid13 = _errs144 === errors;
    if (valid43 = _valid13, valid43) {
      var props13 = {};
      props13.type = !0, props13.task = !0, props13.address = !0, props13.why = !0;
    }
  }
  if (!valid43) {
    const err118 = { instancePath, schemaPath: "#/allOf/13/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err118] : vErrors.push(err118), errors++;
  }
  props0 !== !0 && props13 !== void 0 && (props13 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props13)));
  const _errs154 = errors;
  let valid47 = !0;
  const _errs155 = errors;
  if (errors === _errs155)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing14;
      (data.type === void 0 && (missing14 = "type") || data.type !== void 0 && data.type !== "choice-made") && errors++;
    } else
      errors++;
  var _valid14 = _errs155 === errors;
  if (errors = _errs154, vErrors !== null && (_errs154 ? vErrors.length = _errs154 : vErrors = null), _valid14) {
    const _errs158 = errors;
    validate69(data) || under(validate69, instancePath) || (vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors), errors = vErrors.length);
    var _valid14 = _errs158 === errors;
    if (valid47 = _valid14, valid47) {
      var props14 = {};
      props14.type = !0, props14.choice = !0;
    }
  }
  if (!valid47) {
    const err122 = { instancePath, schemaPath: "#/allOf/14/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err122] : vErrors.push(err122), errors++;
  }
  props0 !== !0 && props14 !== void 0 && (props14 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props14)));
  const _errs160 = errors;
  let valid49 = !0;
  const _errs161 = errors;
  if (errors === _errs161)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing15;
      (data.type === void 0 && (missing15 = "type") || data.type !== void 0 && data.type !== "choice-carried") && errors++;
    } else
      errors++;
  var _valid15 = _errs161 === errors;
  if (errors = _errs160, vErrors !== null && (_errs160 ? vErrors.length = _errs160 : vErrors = null), _valid15) {
    const _errs164 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err126 = { instancePath, schemaPath: "#/$defs/choice-carried/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err126] : vErrors.push(err126), errors++;
      }
      if (data.address === void 0) {
        const err127 = { instancePath, schemaPath: "#/$defs/choice-carried/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
        vErrors === null ? vErrors = [err127] : vErrors.push(err127), errors++;
      }
      if (data.from === void 0) {
        const err128 = { instancePath, schemaPath: "#/$defs/choice-carried/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
        vErrors === null ? vErrors = [err128] : vErrors.push(err128), errors++;
      }
      if (data.to === void 0) {
        const err129 = { instancePath, schemaPath: "#/$defs/choice-carried/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
        vErrors === null ? vErrors = [err129] : vErrors.push(err129), errors++;
      }
      if (data.type !== void 0 && data.type !== "choice-carried") {
        const err130 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/choice-carried/properties/type/const", keyword: "const", params: { allowedValue: "choice-carried" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err130] : vErrors.push(err130), errors++;
      }
      if (data.address !== void 0 && typeof data.address != "string") {
        const err131 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/choice-carried/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err131] : vErrors.push(err131), errors++;
      }
      if (data.from !== void 0 && typeof data.from != "string") {
        const err132 = { instancePath: instancePath + "/from", schemaPath: "#/$defs/choice-carried/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err132] : vErrors.push(err132), errors++;
      }
      if (data.to !== void 0 && typeof data.to != "string") {
        const err133 = { instancePath: instancePath + "/to", schemaPath: "#/$defs/choice-carried/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err133] : vErrors.push(err133), errors++;
      }
    } else {
      const err134 = { instancePath, schemaPath: "#/$defs/choice-carried/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err134] : vErrors.push(err134), errors++;
    }
    var _valid15 = _errs164 === errors;
    if (valid49 = _valid15, valid49) {
      var props15 = {};
      props15.type = !0, props15.address = !0, props15.from = !0, props15.to = !0;
    }
  }
  if (!valid49) {
    const err135 = { instancePath, schemaPath: "#/allOf/15/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err135] : vErrors.push(err135), errors++;
  }
  props0 !== !0 && props15 !== void 0 && (props15 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props15)));
  const _errs175 = errors;
  let valid53 = !0;
  const _errs176 = errors;
  if (errors === _errs176)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing16;
      (data.type === void 0 && (missing16 = "type") || data.type !== void 0 && data.type !== "choice-invalidated") && errors++;
    } else
      errors++;
  var _valid16 = _errs176 === errors;
  if (errors = _errs175, vErrors !== null && (_errs175 ? vErrors.length = _errs175 : vErrors = null), _valid16) {
    const _errs179 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err139 = { instancePath, schemaPath: "#/$defs/choice-invalidated/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err139] : vErrors.push(err139), errors++;
      }
      if (data.address === void 0) {
        const err140 = { instancePath, schemaPath: "#/$defs/choice-invalidated/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
        vErrors === null ? vErrors = [err140] : vErrors.push(err140), errors++;
      }
      if (data.from === void 0) {
        const err141 = { instancePath, schemaPath: "#/$defs/choice-invalidated/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
        vErrors === null ? vErrors = [err141] : vErrors.push(err141), errors++;
      }
      if (data.to === void 0) {
        const err142 = { instancePath, schemaPath: "#/$defs/choice-invalidated/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
        vErrors === null ? vErrors = [err142] : vErrors.push(err142), errors++;
      }
      if (data.type !== void 0 && data.type !== "choice-invalidated") {
        const err143 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/choice-invalidated/properties/type/const", keyword: "const", params: { allowedValue: "choice-invalidated" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err143] : vErrors.push(err143), errors++;
      }
      if (data.address !== void 0 && typeof data.address != "string") {
        const err144 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/choice-invalidated/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err144] : vErrors.push(err144), errors++;
      }
      if (data.from !== void 0 && typeof data.from != "string") {
        const err145 = { instancePath: instancePath + "/from", schemaPath: "#/$defs/choice-invalidated/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err145] : vErrors.push(err145), errors++;
      }
      if (data.to !== void 0 && typeof data.to != "string") {
        const err146 = { instancePath: instancePath + "/to", schemaPath: "#/$defs/choice-invalidated/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err146] : vErrors.push(err146), errors++;
      }
    } else {
      const err147 = { instancePath, schemaPath: "#/$defs/choice-invalidated/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err147] : vErrors.push(err147), errors++;
    }
    var _valid16 = _errs179 === errors;
    if (valid53 = _valid16, valid53) {
      var props16 = {};
      props16.type = !0, props16.address = !0, props16.from = !0, props16.to = !0;
    }
  }
  if (!valid53) {
    const err148 = { instancePath, schemaPath: "#/allOf/16/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err148] : vErrors.push(err148), errors++;
  }
  props0 !== !0 && props16 !== void 0 && (props16 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props16)));
  const _errs190 = errors;
  let valid57 = !0;
  const _errs191 = errors;
  if (errors === _errs191)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing17;
      (data.type === void 0 && (missing17 = "type") || data.type !== void 0 && data.type !== "graph-extended") && errors++;
    } else
      errors++;
  var _valid17 = _errs191 === errors;
  if (errors = _errs190, vErrors !== null && (_errs190 ? vErrors.length = _errs190 : vErrors = null), _valid17) {
    const _errs194 = errors;
    validate72(data) || under(validate72, instancePath) || (vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors), errors = vErrors.length);
    var _valid17 = _errs194 === errors;
    if (valid57 = _valid17, valid57) {
      var props17 = {};
      props17.type = !0, props17.tasks = !0, props17.barriers = !0, props17.edges = !0, props17.why = !0;
    }
  }
  if (!valid57) {
    const err152 = { instancePath, schemaPath: "#/allOf/17/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err152] : vErrors.push(err152), errors++;
  }
  props0 !== !0 && props17 !== void 0 && (props17 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props17)));
  const _errs196 = errors;
  let valid59 = !0;
  const _errs197 = errors;
  if (errors === _errs197)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing18;
      (data.type === void 0 && (missing18 = "type") || data.type !== void 0 && data.type !== "task-ready") && errors++;
    } else
      errors++;
  var _valid18 = _errs197 === errors;
  if (errors = _errs196, vErrors !== null && (_errs196 ? vErrors.length = _errs196 : vErrors = null), _valid18) {
    const _errs200 = errors;
    validate75(data) || under(validate75, instancePath) || (vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors), errors = vErrors.length);
    var _valid18 = _errs200 === errors;
    if (valid59 = _valid18, valid59) {
      var props18 = {};
      props18.type = !0, props18.task = !0, props18.selections = !0;
    }
  }
  if (!valid59) {
    const err156 = { instancePath, schemaPath: "#/allOf/18/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err156] : vErrors.push(err156), errors++;
  }
  props0 !== !0 && props18 !== void 0 && (props18 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props18)));
  const _errs202 = errors;
  let valid61 = !0;
  const _errs203 = errors;
  if (errors === _errs203)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing19;
      (data.type === void 0 && (missing19 = "type") || data.type !== void 0 && data.type !== "task-skipped") && errors++;
    } else
      errors++;
  var _valid19 = _errs203 === errors;
  if (errors = _errs202, vErrors !== null && (_errs202 ? vErrors.length = _errs202 : vErrors = null), _valid19) {
    const _errs206 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err160 = { instancePath, schemaPath: "#/$defs/task-skipped/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err160] : vErrors.push(err160), errors++;
      }
      if (data.task === void 0) {
        const err161 = { instancePath, schemaPath: "#/$defs/task-skipped/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err161] : vErrors.push(err161), errors++;
      }
      if (data.why === void 0) {
        const err162 = { instancePath, schemaPath: "#/$defs/task-skipped/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
        vErrors === null ? vErrors = [err162] : vErrors.push(err162), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-skipped") {
        const err163 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-skipped/properties/type/const", keyword: "const", params: { allowedValue: "task-skipped" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err163] : vErrors.push(err163), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err164 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-skipped/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err164] : vErrors.push(err164), errors++;
      }
      if (data.why !== void 0 && typeof data.why != "string") {
        const err165 = { instancePath: instancePath + "/why", schemaPath: "#/$defs/task-skipped/properties/why/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err165] : vErrors.push(err165), errors++;
      }
    } else {
      const err166 = { instancePath, schemaPath: "#/$defs/task-skipped/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err166] : vErrors.push(err166), errors++;
    }
    var _valid19 = _errs206 === errors;
    if (valid61 = _valid19, valid61) {
      var props19 = {};
      props19.type = !0, props19.task = !0, props19.why = !0;
    }
  }
  if (!valid61) {
    const err167 = { instancePath, schemaPath: "#/allOf/19/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err167] : vErrors.push(err167), errors++;
  }
  props0 !== !0 && props19 !== void 0 && (props19 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props19)));
  const _errs215 = errors;
  let valid65 = !0;
  const _errs216 = errors;
  if (errors === _errs216)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing20;
      (data.type === void 0 && (missing20 = "type") || data.type !== void 0 && data.type !== "task-started") && errors++;
    } else
      errors++;
  var _valid20 = _errs216 === errors;
  if (errors = _errs215, vErrors !== null && (_errs215 ? vErrors.length = _errs215 : vErrors = null), _valid20) {
    const _errs219 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err171 = { instancePath, schemaPath: "#/$defs/task-started/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err171] : vErrors.push(err171), errors++;
      }
      if (data.task === void 0) {
        const err172 = { instancePath, schemaPath: "#/$defs/task-started/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err172] : vErrors.push(err172), errors++;
      }
      if (data.attempt === void 0) {
        const err173 = { instancePath, schemaPath: "#/$defs/task-started/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
        vErrors === null ? vErrors = [err173] : vErrors.push(err173), errors++;
      }
      if (data.pid === void 0) {
        const err174 = { instancePath, schemaPath: "#/$defs/task-started/required", keyword: "required", params: { missingProperty: "pid" }, message: "must have required property 'pid'" };
        vErrors === null ? vErrors = [err174] : vErrors.push(err174), errors++;
      }
      if (data.startTime === void 0) {
        const err175 = { instancePath, schemaPath: "#/$defs/task-started/required", keyword: "required", params: { missingProperty: "startTime" }, message: "must have required property 'startTime'" };
        vErrors === null ? vErrors = [err175] : vErrors.push(err175), errors++;
      }
      if (data.selections === void 0) {
        const err176 = { instancePath, schemaPath: "#/$defs/task-started/required", keyword: "required", params: { missingProperty: "selections" }, message: "must have required property 'selections'" };
        vErrors === null ? vErrors = [err176] : vErrors.push(err176), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-started") {
        const err177 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-started/properties/type/const", keyword: "const", params: { allowedValue: "task-started" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err177] : vErrors.push(err177), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err178 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-started/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err178] : vErrors.push(err178), errors++;
      }
      if (data.attempt !== void 0) {
        let data65 = data.attempt;
        if (!(typeof data65 == "number" && !(data65 % 1) && !isNaN(data65) && isFinite(data65))) {
          const err179 = { instancePath: instancePath + "/attempt", schemaPath: "#/$defs/task-started/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err179] : vErrors.push(err179), errors++;
        }
      }
      if (data.pid !== void 0) {
        let data66 = data.pid;
        if (!(typeof data66 == "number" && !(data66 % 1) && !isNaN(data66) && isFinite(data66))) {
          const err180 = { instancePath: instancePath + "/pid", schemaPath: "#/$defs/task-started/properties/pid/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err180] : vErrors.push(err180), errors++;
        }
      }
      if (data.startTime !== void 0 && typeof data.startTime != "string") {
        const err181 = { instancePath: instancePath + "/startTime", schemaPath: "#/$defs/task-started/properties/startTime/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err181] : vErrors.push(err181), errors++;
      }
      if (data.selections !== void 0) {
        let data68 = data.selections;
        if (Array.isArray(data68)) {
          const len1 = data68.length;
          for (let i1 = 0; i1 < len1; i1++)
            if (typeof data68[i1] != "string") {
              const err182 = { instancePath: instancePath + "/selections/" + i1, schemaPath: "#/$defs/task-started/properties/selections/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err182] : vErrors.push(err182), errors++;
            }
        } else {
          const err183 = { instancePath: instancePath + "/selections", schemaPath: "#/$defs/task-started/properties/selections/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          vErrors === null ? vErrors = [err183] : vErrors.push(err183), errors++;
        }
      }
    } else {
      const err184 = { instancePath, schemaPath: "#/$defs/task-started/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err184] : vErrors.push(err184), errors++;
    }
    var _valid20 = _errs219 === errors;
    if (valid65 = _valid20, valid65) {
      var props20 = {};
      props20.type = !0, props20.task = !0, props20.attempt = !0, props20.pid = !0, props20.startTime = !0, props20.selections = !0;
    }
  }
  if (!valid65) {
    const err185 = { instancePath, schemaPath: "#/allOf/20/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err185] : vErrors.push(err185), errors++;
  }
  props0 !== !0 && props20 !== void 0 && (props20 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props20)));
  const _errs236 = errors;
  let valid71 = !0;
  const _errs237 = errors;
  if (errors === _errs237)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing21;
      (data.type === void 0 && (missing21 = "type") || data.type !== void 0 && data.type !== "item-found") && errors++;
    } else
      errors++;
  var _valid21 = _errs237 === errors;
  if (errors = _errs236, vErrors !== null && (_errs236 ? vErrors.length = _errs236 : vErrors = null), _valid21) {
    const _errs240 = errors;
    validate78(data) || under(validate78, instancePath) || (vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors), errors = vErrors.length);
    var _valid21 = _errs240 === errors;
    if (valid71 = _valid21, valid71) {
      var props21 = {};
      props21.type = !0, props21.task = !0, props21.attempt = !0, props21.item = !0, props21.fingerprint = !0;
    }
  }
  if (!valid71) {
    const err189 = { instancePath, schemaPath: "#/allOf/21/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err189] : vErrors.push(err189), errors++;
  }
  props0 !== !0 && props21 !== void 0 && (props21 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props21)));
  const _errs242 = errors;
  let valid73 = !0;
  const _errs243 = errors;
  if (errors === _errs243)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing22;
      (data.type === void 0 && (missing22 = "type") || data.type !== void 0 && data.type !== "selection-result") && errors++;
    } else
      errors++;
  var _valid22 = _errs243 === errors;
  if (errors = _errs242, vErrors !== null && (_errs242 ? vErrors.length = _errs242 : vErrors = null), _valid22) {
    const _errs246 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err193 = { instancePath, schemaPath: "#/$defs/selection-result/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err193] : vErrors.push(err193), errors++;
      }
      if (data.task === void 0) {
        const err194 = { instancePath, schemaPath: "#/$defs/selection-result/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err194] : vErrors.push(err194), errors++;
      }
      if (data.attempt === void 0) {
        const err195 = { instancePath, schemaPath: "#/$defs/selection-result/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
        vErrors === null ? vErrors = [err195] : vErrors.push(err195), errors++;
      }
      if (data.address === void 0) {
        const err196 = { instancePath, schemaPath: "#/$defs/selection-result/required", keyword: "required", params: { missingProperty: "address" }, message: "must have required property 'address'" };
        vErrors === null ? vErrors = [err196] : vErrors.push(err196), errors++;
      }
      if (data.status === void 0) {
        const err197 = { instancePath, schemaPath: "#/$defs/selection-result/required", keyword: "required", params: { missingProperty: "status" }, message: "must have required property 'status'" };
        vErrors === null ? vErrors = [err197] : vErrors.push(err197), errors++;
      }
      if (data.type !== void 0 && data.type !== "selection-result") {
        const err198 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/selection-result/properties/type/const", keyword: "const", params: { allowedValue: "selection-result" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err198] : vErrors.push(err198), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err199 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/selection-result/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err199] : vErrors.push(err199), errors++;
      }
      if (data.attempt !== void 0) {
        let data74 = data.attempt;
        if (!(typeof data74 == "number" && !(data74 % 1) && !isNaN(data74) && isFinite(data74))) {
          const err200 = { instancePath: instancePath + "/attempt", schemaPath: "#/$defs/selection-result/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err200] : vErrors.push(err200), errors++;
        }
      }
      if (data.address !== void 0 && typeof data.address != "string") {
        const err201 = { instancePath: instancePath + "/address", schemaPath: "#/$defs/selection-result/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err201] : vErrors.push(err201), errors++;
      }
      if (data.status !== void 0) {
        let data76 = data.status;
        if (!(data76 === "applied" || data76 === "failed")) {
          const err202 = { instancePath: instancePath + "/status", schemaPath: "#/$defs/selection-result/properties/status/enum", keyword: "enum", params: { allowedValues: schema91.properties.status.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err202] : vErrors.push(err202), errors++;
        }
      }
      if (data.code !== void 0 && typeof data.code != "string") {
        const err203 = { instancePath: instancePath + "/code", schemaPath: "#/$defs/selection-result/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err203] : vErrors.push(err203), errors++;
      }
      if (data.message !== void 0 && typeof data.message != "string") {
        const err204 = { instancePath: instancePath + "/message", schemaPath: "#/$defs/selection-result/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err204] : vErrors.push(err204), errors++;
      }
    } else {
      const err205 = { instancePath, schemaPath: "#/$defs/selection-result/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err205] : vErrors.push(err205), errors++;
    }
    var _valid22 = _errs246 === errors;
    if (valid73 = _valid22, valid73) {
      var props22 = {};
      props22.type = !0, props22.task = !0, props22.attempt = !0, props22.address = !0, props22.status = !0, props22.code = !0, props22.message = !0;
    }
  }
  if (!valid73) {
    const err206 = { instancePath, schemaPath: "#/allOf/22/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err206] : vErrors.push(err206), errors++;
  }
  props0 !== !0 && props22 !== void 0 && (props22 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props22)));
  const _errs262 = errors;
  let valid77 = !0;
  const _errs263 = errors;
  if (errors === _errs263)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing23;
      (data.type === void 0 && (missing23 = "type") || data.type !== void 0 && data.type !== "task-ended") && errors++;
    } else
      errors++;
  var _valid23 = _errs263 === errors;
  if (errors = _errs262, vErrors !== null && (_errs262 ? vErrors.length = _errs262 : vErrors = null), _valid23) {
    const _errs266 = errors;
    validate81(data) || under(validate81, instancePath) || (vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors), errors = vErrors.length);
    var _valid23 = _errs266 === errors;
    if (valid77 = _valid23, valid77) {
      var props23 = {};
      props23.type = !0, props23.task = !0, props23.attempt = !0, props23.ending = !0, props23.took = !0;
    }
  }
  if (!valid77) {
    const err210 = { instancePath, schemaPath: "#/allOf/23/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err210] : vErrors.push(err210), errors++;
  }
  props0 !== !0 && props23 !== void 0 && (props23 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props23)));
  const _errs268 = errors;
  let valid79 = !0;
  const _errs269 = errors;
  if (errors === _errs269)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing24;
      (data.type === void 0 && (missing24 = "type") || data.type !== void 0 && data.type !== "task-unknown") && errors++;
    } else
      errors++;
  var _valid24 = _errs269 === errors;
  if (errors = _errs268, vErrors !== null && (_errs268 ? vErrors.length = _errs268 : vErrors = null), _valid24) {
    const _errs272 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err214 = { instancePath, schemaPath: "#/$defs/task-unknown/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err214] : vErrors.push(err214), errors++;
      }
      if (data.task === void 0) {
        const err215 = { instancePath, schemaPath: "#/$defs/task-unknown/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err215] : vErrors.push(err215), errors++;
      }
      if (data.attempt === void 0) {
        const err216 = { instancePath, schemaPath: "#/$defs/task-unknown/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
        vErrors === null ? vErrors = [err216] : vErrors.push(err216), errors++;
      }
      if (data.why === void 0) {
        const err217 = { instancePath, schemaPath: "#/$defs/task-unknown/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
        vErrors === null ? vErrors = [err217] : vErrors.push(err217), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-unknown") {
        const err218 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-unknown/properties/type/const", keyword: "const", params: { allowedValue: "task-unknown" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err218] : vErrors.push(err218), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err219 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-unknown/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err219] : vErrors.push(err219), errors++;
      }
      if (data.attempt !== void 0) {
        let data83 = data.attempt;
        if (!(typeof data83 == "number" && !(data83 % 1) && !isNaN(data83) && isFinite(data83))) {
          const err220 = { instancePath: instancePath + "/attempt", schemaPath: "#/$defs/task-unknown/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err220] : vErrors.push(err220), errors++;
        }
      }
      if (data.why !== void 0 && typeof data.why != "string") {
        const err221 = { instancePath: instancePath + "/why", schemaPath: "#/$defs/task-unknown/properties/why/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err221] : vErrors.push(err221), errors++;
      }
    } else {
      const err222 = { instancePath, schemaPath: "#/$defs/task-unknown/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err222] : vErrors.push(err222), errors++;
    }
    var _valid24 = _errs272 === errors;
    if (valid79 = _valid24, valid79) {
      var props24 = {};
      props24.type = !0, props24.task = !0, props24.attempt = !0, props24.why = !0;
    }
  }
  if (!valid79) {
    const err223 = { instancePath, schemaPath: "#/allOf/24/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err223] : vErrors.push(err223), errors++;
  }
  props0 !== !0 && props24 !== void 0 && (props24 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props24)));
  const _errs283 = errors;
  let valid83 = !0;
  const _errs284 = errors;
  if (errors === _errs284)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing25;
      (data.type === void 0 && (missing25 = "type") || data.type !== void 0 && data.type !== "task-backing-off") && errors++;
    } else
      errors++;
  var _valid25 = _errs284 === errors;
  if (errors = _errs283, vErrors !== null && (_errs283 ? vErrors.length = _errs283 : vErrors = null), _valid25) {
    const _errs287 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err227 = { instancePath, schemaPath: "#/$defs/task-backing-off/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err227] : vErrors.push(err227), errors++;
      }
      if (data.task === void 0) {
        const err228 = { instancePath, schemaPath: "#/$defs/task-backing-off/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err228] : vErrors.push(err228), errors++;
      }
      if (data.attempt === void 0) {
        const err229 = { instancePath, schemaPath: "#/$defs/task-backing-off/required", keyword: "required", params: { missingProperty: "attempt" }, message: "must have required property 'attempt'" };
        vErrors === null ? vErrors = [err229] : vErrors.push(err229), errors++;
      }
      if (data.ms === void 0) {
        const err230 = { instancePath, schemaPath: "#/$defs/task-backing-off/required", keyword: "required", params: { missingProperty: "ms" }, message: "must have required property 'ms'" };
        vErrors === null ? vErrors = [err230] : vErrors.push(err230), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-backing-off") {
        const err231 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-backing-off/properties/type/const", keyword: "const", params: { allowedValue: "task-backing-off" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err231] : vErrors.push(err231), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err232 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-backing-off/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err232] : vErrors.push(err232), errors++;
      }
      if (data.attempt !== void 0) {
        let data88 = data.attempt;
        if (!(typeof data88 == "number" && !(data88 % 1) && !isNaN(data88) && isFinite(data88))) {
          const err233 = { instancePath: instancePath + "/attempt", schemaPath: "#/$defs/task-backing-off/properties/attempt/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err233] : vErrors.push(err233), errors++;
        }
      }
      if (data.ms !== void 0) {
        let data89 = data.ms;
        if (!(typeof data89 == "number" && isFinite(data89))) {
          const err234 = { instancePath: instancePath + "/ms", schemaPath: "#/$defs/task-backing-off/properties/ms/type", keyword: "type", params: { type: "number" }, message: "must be number" };
          vErrors === null ? vErrors = [err234] : vErrors.push(err234), errors++;
        }
      }
    } else {
      const err235 = { instancePath, schemaPath: "#/$defs/task-backing-off/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err235] : vErrors.push(err235), errors++;
    }
    var _valid25 = _errs287 === errors;
    if (valid83 = _valid25, valid83) {
      var props25 = {};
      props25.type = !0, props25.task = !0, props25.attempt = !0, props25.ms = !0;
    }
  }
  if (!valid83) {
    const err236 = { instancePath, schemaPath: "#/allOf/25/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err236] : vErrors.push(err236), errors++;
  }
  props0 !== !0 && props25 !== void 0 && (props25 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props25)));
  const _errs298 = errors;
  let valid87 = !0;
  const _errs299 = errors;
  if (errors === _errs299)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing26;
      (data.type === void 0 && (missing26 = "type") || data.type !== void 0 && data.type !== "task-retried") && errors++;
    } else
      errors++;
  var _valid26 = _errs299 === errors;
  if (errors = _errs298, vErrors !== null && (_errs298 ? vErrors.length = _errs298 : vErrors = null), _valid26) {
    const _errs302 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err240 = { instancePath, schemaPath: "#/$defs/task-retried/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err240] : vErrors.push(err240), errors++;
      }
      if (data.task === void 0) {
        const err241 = { instancePath, schemaPath: "#/$defs/task-retried/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err241] : vErrors.push(err241), errors++;
      }
      if (data.why === void 0) {
        const err242 = { instancePath, schemaPath: "#/$defs/task-retried/required", keyword: "required", params: { missingProperty: "why" }, message: "must have required property 'why'" };
        vErrors === null ? vErrors = [err242] : vErrors.push(err242), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-retried") {
        const err243 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-retried/properties/type/const", keyword: "const", params: { allowedValue: "task-retried" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err243] : vErrors.push(err243), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err244 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-retried/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err244] : vErrors.push(err244), errors++;
      }
      if (data.why !== void 0) {
        let data93 = data.why;
        if (!(data93 === "temporary" || data93 === "answered" || data93 === "by-hand" || data93 === "again" || data93 === "recovered" || data93 === "stale")) {
          const err245 = { instancePath: instancePath + "/why", schemaPath: "#/$defs/task-retried/properties/why/enum", keyword: "enum", params: { allowedValues: schema95.properties.why.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err245] : vErrors.push(err245), errors++;
        }
      }
    } else {
      const err246 = { instancePath, schemaPath: "#/$defs/task-retried/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err246] : vErrors.push(err246), errors++;
    }
    var _valid26 = _errs302 === errors;
    if (valid87 = _valid26, valid87) {
      var props26 = {};
      props26.type = !0, props26.task = !0, props26.why = !0;
    }
  }
  if (!valid87) {
    const err247 = { instancePath, schemaPath: "#/allOf/26/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err247] : vErrors.push(err247), errors++;
  }
  props0 !== !0 && props26 !== void 0 && (props26 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props26)));
  const _errs310 = errors;
  let valid91 = !0;
  const _errs311 = errors;
  if (errors === _errs311)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing27;
      (data.type === void 0 && (missing27 = "type") || data.type !== void 0 && data.type !== "task-settled") && errors++;
    } else
      errors++;
  var _valid27 = _errs311 === errors;
  if (errors = _errs310, vErrors !== null && (_errs310 ? vErrors.length = _errs310 : vErrors = null), _valid27) {
    const _errs314 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err251 = { instancePath, schemaPath: "#/$defs/task-settled/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err251] : vErrors.push(err251), errors++;
      }
      if (data.task === void 0) {
        const err252 = { instancePath, schemaPath: "#/$defs/task-settled/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err252] : vErrors.push(err252), errors++;
      }
      if (data.as === void 0) {
        const err253 = { instancePath, schemaPath: "#/$defs/task-settled/required", keyword: "required", params: { missingProperty: "as" }, message: "must have required property 'as'" };
        vErrors === null ? vErrors = [err253] : vErrors.push(err253), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-settled") {
        const err254 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-settled/properties/type/const", keyword: "const", params: { allowedValue: "task-settled" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err254] : vErrors.push(err254), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err255 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-settled/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err255] : vErrors.push(err255), errors++;
      }
      if (data.as !== void 0) {
        let data97 = data.as;
        if (!(data97 === "applied" || data97 === "kept" || data97 === "reverted" || data97 === "skipped" || data97 === "nothing" || data97 === "done-by-hand")) {
          const err256 = { instancePath: instancePath + "/as", schemaPath: "#/$defs/task-settled/properties/as/enum", keyword: "enum", params: { allowedValues: schema96.properties.as.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err256] : vErrors.push(err256), errors++;
        }
      }
    } else {
      const err257 = { instancePath, schemaPath: "#/$defs/task-settled/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err257] : vErrors.push(err257), errors++;
    }
    var _valid27 = _errs314 === errors;
    if (valid91 = _valid27, valid91) {
      var props27 = {};
      props27.type = !0, props27.task = !0, props27.as = !0;
    }
  }
  if (!valid91) {
    const err258 = { instancePath, schemaPath: "#/allOf/27/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err258] : vErrors.push(err258), errors++;
  }
  props0 !== !0 && props27 !== void 0 && (props27 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props27)));
  const _errs322 = errors;
  let valid95 = !0;
  const _errs323 = errors;
  if (errors === _errs323)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing28;
      (data.type === void 0 && (missing28 = "type") || data.type !== void 0 && data.type !== "task-unreached") && errors++;
    } else
      errors++;
  var _valid28 = _errs323 === errors;
  if (errors = _errs322, vErrors !== null && (_errs322 ? vErrors.length = _errs322 : vErrors = null), _valid28) {
    const _errs326 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err262 = { instancePath, schemaPath: "#/$defs/task-unreached/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err262] : vErrors.push(err262), errors++;
      }
      if (data.task === void 0) {
        const err263 = { instancePath, schemaPath: "#/$defs/task-unreached/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err263] : vErrors.push(err263), errors++;
      }
      if (data.because === void 0) {
        const err264 = { instancePath, schemaPath: "#/$defs/task-unreached/required", keyword: "required", params: { missingProperty: "because" }, message: "must have required property 'because'" };
        vErrors === null ? vErrors = [err264] : vErrors.push(err264), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-unreached") {
        const err265 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-unreached/properties/type/const", keyword: "const", params: { allowedValue: "task-unreached" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err265] : vErrors.push(err265), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err266 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-unreached/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err266] : vErrors.push(err266), errors++;
      }
      if (data.because !== void 0 && typeof data.because != "string") {
        const err267 = { instancePath: instancePath + "/because", schemaPath: "#/$defs/task-unreached/properties/because/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err267] : vErrors.push(err267), errors++;
      }
    } else {
      const err268 = { instancePath, schemaPath: "#/$defs/task-unreached/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err268] : vErrors.push(err268), errors++;
    }
    var _valid28 = _errs326 === errors;
    if (valid95 = _valid28, valid95) {
      var props28 = {};
      props28.type = !0, props28.task = !0, props28.because = !0;
    }
  }
  if (!valid95) {
    const err269 = { instancePath, schemaPath: "#/allOf/28/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err269] : vErrors.push(err269), errors++;
  }
  props0 !== !0 && props28 !== void 0 && (props28 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props28)));
  const _errs335 = errors;
  let valid99 = !0;
  const _errs336 = errors;
  if (errors === _errs336)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing29;
      (data.type === void 0 && (missing29 = "type") || data.type !== void 0 && data.type !== "task-abandoned") && errors++;
    } else
      errors++;
  var _valid29 = _errs336 === errors;
  if (errors = _errs335, vErrors !== null && (_errs335 ? vErrors.length = _errs335 : vErrors = null), _valid29) {
    const _errs339 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err273 = { instancePath, schemaPath: "#/$defs/task-abandoned/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err273] : vErrors.push(err273), errors++;
      }
      if (data.task === void 0) {
        const err274 = { instancePath, schemaPath: "#/$defs/task-abandoned/required", keyword: "required", params: { missingProperty: "task" }, message: "must have required property 'task'" };
        vErrors === null ? vErrors = [err274] : vErrors.push(err274), errors++;
      }
      if (data.reason === void 0) {
        const err275 = { instancePath, schemaPath: "#/$defs/task-abandoned/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'" };
        vErrors === null ? vErrors = [err275] : vErrors.push(err275), errors++;
      }
      if (data.type !== void 0 && data.type !== "task-abandoned") {
        const err276 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/task-abandoned/properties/type/const", keyword: "const", params: { allowedValue: "task-abandoned" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err276] : vErrors.push(err276), errors++;
      }
      if (data.task !== void 0 && typeof data.task != "string") {
        const err277 = { instancePath: instancePath + "/task", schemaPath: "#/$defs/task-abandoned/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err277] : vErrors.push(err277), errors++;
      }
      if (data.reason !== void 0 && typeof data.reason != "string") {
        const err278 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/task-abandoned/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err278] : vErrors.push(err278), errors++;
      }
    } else {
      const err279 = { instancePath, schemaPath: "#/$defs/task-abandoned/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err279] : vErrors.push(err279), errors++;
    }
    var _valid29 = _errs339 === errors;
    if (valid99 = _valid29, valid99) {
      var props29 = {};
      props29.type = !0, props29.task = !0, props29.reason = !0;
    }
  }
  if (!valid99) {
    const err280 = { instancePath, schemaPath: "#/allOf/29/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err280] : vErrors.push(err280), errors++;
  }
  props0 !== !0 && props29 !== void 0 && (props29 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props29)));
  const _errs348 = errors;
  let valid103 = !0;
  const _errs349 = errors;
  if (errors === _errs349)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing30;
      (data.type === void 0 && (missing30 = "type") || data.type !== void 0 && data.type !== "question-raised") && errors++;
    } else
      errors++;
  var _valid30 = _errs349 === errors;
  if (errors = _errs348, vErrors !== null && (_errs348 ? vErrors.length = _errs348 : vErrors = null), _valid30) {
    const _errs352 = errors;
    validate84(data) || under(validate84, instancePath) || (vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors), errors = vErrors.length);
    var _valid30 = _errs352 === errors;
    if (valid103 = _valid30, valid103) {
      var props30 = {};
      props30.type = !0, props30.finding = !0, props30.task = !0;
    }
  }
  if (!valid103) {
    const err284 = { instancePath, schemaPath: "#/allOf/30/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err284] : vErrors.push(err284), errors++;
  }
  props0 !== !0 && props30 !== void 0 && (props30 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props30)));
  const _errs354 = errors;
  let valid105 = !0;
  const _errs355 = errors;
  if (errors === _errs355)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing31;
      (data.type === void 0 && (missing31 = "type") || data.type !== void 0 && data.type !== "reboot-awaited") && errors++;
    } else
      errors++;
  var _valid31 = _errs355 === errors;
  if (errors = _errs354, vErrors !== null && (_errs354 ? vErrors.length = _errs354 : vErrors = null), _valid31) {
    const _errs358 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err288 = { instancePath, schemaPath: "#/$defs/reboot-awaited/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err288] : vErrors.push(err288), errors++;
      }
      if (data.boot === void 0) {
        const err289 = { instancePath, schemaPath: "#/$defs/reboot-awaited/required", keyword: "required", params: { missingProperty: "boot" }, message: "must have required property 'boot'" };
        vErrors === null ? vErrors = [err289] : vErrors.push(err289), errors++;
      }
      if (data.barrier === void 0) {
        const err290 = { instancePath, schemaPath: "#/$defs/reboot-awaited/required", keyword: "required", params: { missingProperty: "barrier" }, message: "must have required property 'barrier'" };
        vErrors === null ? vErrors = [err290] : vErrors.push(err290), errors++;
      }
      if (data.type !== void 0 && data.type !== "reboot-awaited") {
        const err291 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/reboot-awaited/properties/type/const", keyword: "const", params: { allowedValue: "reboot-awaited" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err291] : vErrors.push(err291), errors++;
      }
      if (data.boot !== void 0 && typeof data.boot != "string") {
        const err292 = { instancePath: instancePath + "/boot", schemaPath: "#/$defs/reboot-awaited/properties/boot/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err292] : vErrors.push(err292), errors++;
      }
      if (data.barrier !== void 0) {
        let data110 = data.barrier;
        const _errs365 = errors;
        let valid109 = !1;
        const _errs366 = errors;
        if (typeof data110 != "string") {
          const err293 = { instancePath: instancePath + "/barrier", schemaPath: "#/$defs/reboot-awaited/properties/barrier/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          vErrors === null ? vErrors = [err293] : vErrors.push(err293), errors++;
        }
        var _valid32 = _errs366 === errors;
        valid109 = valid109 || _valid32;
        const _errs368 = errors;
        if (data110 !== null) {
          const err294 = { instancePath: instancePath + "/barrier", schemaPath: "#/$defs/reboot-awaited/properties/barrier/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
          vErrors === null ? vErrors = [err294] : vErrors.push(err294), errors++;
        }
        var _valid32 = _errs368 === errors;
        if (valid109 = valid109 || _valid32, valid109)
          errors = _errs365, vErrors !== null && (_errs365 ? vErrors.length = _errs365 : vErrors = null);
        else {
          const err295 = { instancePath: instancePath + "/barrier", schemaPath: "#/$defs/reboot-awaited/properties/barrier/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
          vErrors === null ? vErrors = [err295] : vErrors.push(err295), errors++;
        }
      }
    } else {
      const err296 = { instancePath, schemaPath: "#/$defs/reboot-awaited/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err296] : vErrors.push(err296), errors++;
    }
    var _valid31 = _errs358 === errors;
    if (valid105 = _valid31, valid105) {
      var props31 = {};
      props31.type = !0, props31.boot = !0, props31.barrier = !0;
    }
  }
  if (!valid105) {
    const err297 = { instancePath, schemaPath: "#/allOf/31/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err297] : vErrors.push(err297), errors++;
  }
  props0 !== !0 && props31 !== void 0 && (props31 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props31)));
  const _errs371 = errors;
  let valid110 = !0;
  const _errs372 = errors;
  if (errors === _errs372)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing32;
      (data.type === void 0 && (missing32 = "type") || data.type !== void 0 && data.type !== "rebooted") && errors++;
    } else
      errors++;
  var _valid33 = _errs372 === errors;
  if (errors = _errs371, vErrors !== null && (_errs371 ? vErrors.length = _errs371 : vErrors = null), _valid33) {
    const _errs375 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err301 = { instancePath, schemaPath: "#/$defs/rebooted/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err301] : vErrors.push(err301), errors++;
      }
      if (data.from === void 0) {
        const err302 = { instancePath, schemaPath: "#/$defs/rebooted/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
        vErrors === null ? vErrors = [err302] : vErrors.push(err302), errors++;
      }
      if (data.to === void 0) {
        const err303 = { instancePath, schemaPath: "#/$defs/rebooted/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
        vErrors === null ? vErrors = [err303] : vErrors.push(err303), errors++;
      }
      if (data.type !== void 0 && data.type !== "rebooted") {
        const err304 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/rebooted/properties/type/const", keyword: "const", params: { allowedValue: "rebooted" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err304] : vErrors.push(err304), errors++;
      }
      if (data.from !== void 0 && typeof data.from != "string") {
        const err305 = { instancePath: instancePath + "/from", schemaPath: "#/$defs/rebooted/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err305] : vErrors.push(err305), errors++;
      }
      if (data.to !== void 0 && typeof data.to != "string") {
        const err306 = { instancePath: instancePath + "/to", schemaPath: "#/$defs/rebooted/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err306] : vErrors.push(err306), errors++;
      }
    } else {
      const err307 = { instancePath, schemaPath: "#/$defs/rebooted/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err307] : vErrors.push(err307), errors++;
    }
    var _valid33 = _errs375 === errors;
    if (valid110 = _valid33, valid110) {
      var props32 = {};
      props32.type = !0, props32.from = !0, props32.to = !0;
    }
  }
  if (!valid110) {
    const err308 = { instancePath, schemaPath: "#/allOf/32/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err308] : vErrors.push(err308), errors++;
  }
  props0 !== !0 && props32 !== void 0 && (props32 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props32)));
  const _errs384 = errors;
  let valid114 = !0;
  const _errs385 = errors;
  if (errors === _errs385)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing33;
      (data.type === void 0 && (missing33 = "type") || data.type !== void 0 && data.type !== "run-waiting") && errors++;
    } else
      errors++;
  var _valid34 = _errs385 === errors;
  if (errors = _errs384, vErrors !== null && (_errs384 ? vErrors.length = _errs384 : vErrors = null), _valid34) {
    const _errs388 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err312 = { instancePath, schemaPath: "#/$defs/run-waiting/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err312] : vErrors.push(err312), errors++;
      }
      if (data.for === void 0) {
        const err313 = { instancePath, schemaPath: "#/$defs/run-waiting/required", keyword: "required", params: { missingProperty: "for" }, message: "must have required property 'for'" };
        vErrors === null ? vErrors = [err313] : vErrors.push(err313), errors++;
      }
      if (data.questions === void 0) {
        const err314 = { instancePath, schemaPath: "#/$defs/run-waiting/required", keyword: "required", params: { missingProperty: "questions" }, message: "must have required property 'questions'" };
        vErrors === null ? vErrors = [err314] : vErrors.push(err314), errors++;
      }
      if (data.type !== void 0 && data.type !== "run-waiting") {
        const err315 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/run-waiting/properties/type/const", keyword: "const", params: { allowedValue: "run-waiting" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err315] : vErrors.push(err315), errors++;
      }
      if (data.for !== void 0) {
        let data117 = data.for;
        if (!(data117 === "failure" || data117 === "choice" || data117 === "reboot")) {
          const err316 = { instancePath: instancePath + "/for", schemaPath: "#/$defs/run-waiting/properties/for/enum", keyword: "enum", params: { allowedValues: schema102.properties.for.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err316] : vErrors.push(err316), errors++;
        }
      }
      if (data.questions !== void 0) {
        let data118 = data.questions;
        if (Array.isArray(data118)) {
          const len2 = data118.length;
          for (let i2 = 0; i2 < len2; i2++)
            if (typeof data118[i2] != "string") {
              const err317 = { instancePath: instancePath + "/questions/" + i2, schemaPath: "#/$defs/run-waiting/properties/questions/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err317] : vErrors.push(err317), errors++;
            }
        } else {
          const err318 = { instancePath: instancePath + "/questions", schemaPath: "#/$defs/run-waiting/properties/questions/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          vErrors === null ? vErrors = [err318] : vErrors.push(err318), errors++;
        }
      }
    } else {
      const err319 = { instancePath, schemaPath: "#/$defs/run-waiting/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err319] : vErrors.push(err319), errors++;
    }
    var _valid34 = _errs388 === errors;
    if (valid114 = _valid34, valid114) {
      var props33 = {};
      props33.type = !0, props33.for = !0, props33.questions = !0;
    }
  }
  if (!valid114) {
    const err320 = { instancePath, schemaPath: "#/allOf/33/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err320] : vErrors.push(err320), errors++;
  }
  props0 !== !0 && props33 !== void 0 && (props33 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props33)));
  const _errs398 = errors;
  let valid120 = !0;
  const _errs399 = errors;
  if (errors === _errs399)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing34;
      (data.type === void 0 && (missing34 = "type") || data.type !== void 0 && data.type !== "run-interrupted") && errors++;
    } else
      errors++;
  var _valid35 = _errs399 === errors;
  if (errors = _errs398, vErrors !== null && (_errs398 ? vErrors.length = _errs398 : vErrors = null), _valid35) {
    const _errs402 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err324 = { instancePath, schemaPath: "#/$defs/run-interrupted/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err324] : vErrors.push(err324), errors++;
      }
      if (data.signal === void 0) {
        const err325 = { instancePath, schemaPath: "#/$defs/run-interrupted/required", keyword: "required", params: { missingProperty: "signal" }, message: "must have required property 'signal'" };
        vErrors === null ? vErrors = [err325] : vErrors.push(err325), errors++;
      }
      if (data.type !== void 0 && data.type !== "run-interrupted") {
        const err326 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/run-interrupted/properties/type/const", keyword: "const", params: { allowedValue: "run-interrupted" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err326] : vErrors.push(err326), errors++;
      }
      if (data.signal !== void 0 && typeof data.signal != "string") {
        const err327 = { instancePath: instancePath + "/signal", schemaPath: "#/$defs/run-interrupted/properties/signal/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err327] : vErrors.push(err327), errors++;
      }
    } else {
      const err328 = { instancePath, schemaPath: "#/$defs/run-interrupted/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err328] : vErrors.push(err328), errors++;
    }
    var _valid35 = _errs402 === errors;
    if (valid120 = _valid35, valid120) {
      var props34 = {};
      props34.type = !0, props34.signal = !0;
    }
  }
  if (!valid120) {
    const err329 = { instancePath, schemaPath: "#/allOf/34/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err329] : vErrors.push(err329), errors++;
  }
  props0 !== !0 && props34 !== void 0 && (props34 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props34)));
  const _errs409 = errors;
  let valid124 = !0;
  const _errs410 = errors;
  if (errors === _errs410)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing35;
      (data.type === void 0 && (missing35 = "type") || data.type !== void 0 && data.type !== "verify-started") && errors++;
    } else
      errors++;
  var _valid36 = _errs410 === errors;
  if (errors = _errs409, vErrors !== null && (_errs409 ? vErrors.length = _errs409 : vErrors = null), _valid36) {
    const _errs413 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err333 = { instancePath, schemaPath: "#/$defs/verify-started/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err333] : vErrors.push(err333), errors++;
      }
      if (data.steps === void 0) {
        const err334 = { instancePath, schemaPath: "#/$defs/verify-started/required", keyword: "required", params: { missingProperty: "steps" }, message: "must have required property 'steps'" };
        vErrors === null ? vErrors = [err334] : vErrors.push(err334), errors++;
      }
      if (data.type !== void 0 && data.type !== "verify-started") {
        const err335 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/verify-started/properties/type/const", keyword: "const", params: { allowedValue: "verify-started" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err335] : vErrors.push(err335), errors++;
      }
      if (data.steps !== void 0) {
        let data125 = data.steps;
        if (Array.isArray(data125)) {
          const len3 = data125.length;
          for (let i3 = 0; i3 < len3; i3++)
            if (typeof data125[i3] != "string") {
              const err336 = { instancePath: instancePath + "/steps/" + i3, schemaPath: "#/$defs/verify-started/properties/steps/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              vErrors === null ? vErrors = [err336] : vErrors.push(err336), errors++;
            }
        } else {
          const err337 = { instancePath: instancePath + "/steps", schemaPath: "#/$defs/verify-started/properties/steps/type", keyword: "type", params: { type: "array" }, message: "must be array" };
          vErrors === null ? vErrors = [err337] : vErrors.push(err337), errors++;
        }
      }
    } else {
      const err338 = { instancePath, schemaPath: "#/$defs/verify-started/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err338] : vErrors.push(err338), errors++;
    }
    var _valid36 = _errs413 === errors;
    if (valid124 = _valid36, valid124) {
      var props35 = {};
      props35.type = !0, props35.steps = !0;
    }
  }
  if (!valid124) {
    const err339 = { instancePath, schemaPath: "#/allOf/35/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err339] : vErrors.push(err339), errors++;
  }
  props0 !== !0 && props35 !== void 0 && (props35 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props35)));
  const _errs422 = errors;
  let valid130 = !0;
  const _errs423 = errors;
  if (errors === _errs423)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing36;
      (data.type === void 0 && (missing36 = "type") || data.type !== void 0 && data.type !== "step-verifying") && errors++;
    } else
      errors++;
  var _valid37 = _errs423 === errors;
  if (errors = _errs422, vErrors !== null && (_errs422 ? vErrors.length = _errs422 : vErrors = null), _valid37) {
    const _errs426 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err343 = { instancePath, schemaPath: "#/$defs/step-verifying/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err343] : vErrors.push(err343), errors++;
      }
      if (data.step === void 0) {
        const err344 = { instancePath, schemaPath: "#/$defs/step-verifying/required", keyword: "required", params: { missingProperty: "step" }, message: "must have required property 'step'" };
        vErrors === null ? vErrors = [err344] : vErrors.push(err344), errors++;
      }
      if (data.type !== void 0 && data.type !== "step-verifying") {
        const err345 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/step-verifying/properties/type/const", keyword: "const", params: { allowedValue: "step-verifying" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err345] : vErrors.push(err345), errors++;
      }
      if (data.step !== void 0 && typeof data.step != "string") {
        const err346 = { instancePath: instancePath + "/step", schemaPath: "#/$defs/step-verifying/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err346] : vErrors.push(err346), errors++;
      }
    } else {
      const err347 = { instancePath, schemaPath: "#/$defs/step-verifying/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err347] : vErrors.push(err347), errors++;
    }
    var _valid37 = _errs426 === errors;
    if (valid130 = _valid37, valid130) {
      var props36 = {};
      props36.type = !0, props36.step = !0;
    }
  }
  if (!valid130) {
    const err348 = { instancePath, schemaPath: "#/allOf/36/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err348] : vErrors.push(err348), errors++;
  }
  props0 !== !0 && props36 !== void 0 && (props36 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props36)));
  const _errs433 = errors;
  let valid134 = !0;
  const _errs434 = errors;
  if (errors === _errs434)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing37;
      (data.type === void 0 && (missing37 = "type") || data.type !== void 0 && data.type !== "step-verified") && errors++;
    } else
      errors++;
  var _valid38 = _errs434 === errors;
  if (errors = _errs433, vErrors !== null && (_errs433 ? vErrors.length = _errs433 : vErrors = null), _valid38) {
    const _errs437 = errors;
    validate87(data) || under(validate87, instancePath) || (vErrors = vErrors === null ? validate87.errors : vErrors.concat(validate87.errors), errors = vErrors.length);
    var _valid38 = _errs437 === errors;
    if (valid134 = _valid38, valid134) {
      var props37 = {};
      props37.type = !0, props37.step = !0, props37.findings = !0, props37.unresolved = !0, props37.later = !0;
    }
  }
  if (!valid134) {
    const err352 = { instancePath, schemaPath: "#/allOf/37/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err352] : vErrors.push(err352), errors++;
  }
  props0 !== !0 && props37 !== void 0 && (props37 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props37)));
  const _errs439 = errors;
  let valid136 = !0;
  const _errs440 = errors;
  if (errors === _errs440)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing38;
      (data.type === void 0 && (missing38 = "type") || data.type !== void 0 && data.type !== "run-completed") && errors++;
    } else
      errors++;
  var _valid39 = _errs440 === errors;
  if (errors = _errs439, vErrors !== null && (_errs439 ? vErrors.length = _errs439 : vErrors = null), _valid39) {
    const _errs443 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.type === void 0) {
        const err356 = { instancePath, schemaPath: "#/$defs/run-completed/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
        vErrors === null ? vErrors = [err356] : vErrors.push(err356), errors++;
      }
      if (data.applied === void 0) {
        const err357 = { instancePath, schemaPath: "#/$defs/run-completed/required", keyword: "required", params: { missingProperty: "applied" }, message: "must have required property 'applied'" };
        vErrors === null ? vErrors = [err357] : vErrors.push(err357), errors++;
      }
      if (data.rebootPending === void 0) {
        const err358 = { instancePath, schemaPath: "#/$defs/run-completed/required", keyword: "required", params: { missingProperty: "rebootPending" }, message: "must have required property 'rebootPending'" };
        vErrors === null ? vErrors = [err358] : vErrors.push(err358), errors++;
      }
      if (data.type !== void 0 && data.type !== "run-completed") {
        const err359 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/run-completed/properties/type/const", keyword: "const", params: { allowedValue: "run-completed" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err359] : vErrors.push(err359), errors++;
      }
      if (data.applied !== void 0) {
        let data133 = data.applied;
        if (!(typeof data133 == "number" && !(data133 % 1) && !isNaN(data133) && isFinite(data133))) {
          const err360 = { instancePath: instancePath + "/applied", schemaPath: "#/$defs/run-completed/properties/applied/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err360] : vErrors.push(err360), errors++;
        }
      }
      if (data.rebootPending !== void 0 && typeof data.rebootPending != "boolean") {
        const err361 = { instancePath: instancePath + "/rebootPending", schemaPath: "#/$defs/run-completed/properties/rebootPending/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        vErrors === null ? vErrors = [err361] : vErrors.push(err361), errors++;
      }
    } else {
      const err362 = { instancePath, schemaPath: "#/$defs/run-completed/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err362] : vErrors.push(err362), errors++;
    }
    var _valid39 = _errs443 === errors;
    if (valid136 = _valid39, valid136) {
      var props38 = {};
      props38.type = !0, props38.applied = !0, props38.rebootPending = !0;
    }
  }
  if (!valid136) {
    const err363 = { instancePath, schemaPath: "#/allOf/38/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err363] : vErrors.push(err363), errors++;
  }
  props0 !== !0 && props38 !== void 0 && (props38 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props38)));
  const _errs452 = errors;
  let valid140 = !0;
  const _errs453 = errors;
  if (errors === _errs453)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing39;
      (data.type === void 0 && (missing39 = "type") || data.type !== void 0 && data.type !== "run-abandoned") && errors++;
    } else
      errors++;
  var _valid40 = _errs453 === errors;
  if (errors = _errs452, vErrors !== null && (_errs452 ? vErrors.length = _errs452 : vErrors = null), _valid40) {
    const _errs456 = errors;
    validate92(data) || under(validate92, instancePath) || (vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors), errors = vErrors.length);
    var _valid40 = _errs456 === errors;
    if (valid140 = _valid40, valid140) {
      var props39 = {};
      props39.type = !0, props39.reason = !0, props39.consistent = !0, props39.who = !0;
    }
  }
  if (!valid140) {
    const err367 = { instancePath, schemaPath: "#/allOf/39/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err367] : vErrors.push(err367), errors++;
  }
  props0 !== !0 && props39 !== void 0 && (props39 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props39)));
  const _errs458 = errors;
  let valid142 = !0;
  const _errs459 = errors;
  if (errors === _errs459)
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing40;
      (data.type === void 0 && (missing40 = "type") || data.type !== void 0 && data.type !== "diagnostic") && errors++;
    } else
      errors++;
  var _valid41 = _errs459 === errors;
  if (errors = _errs458, vErrors !== null && (_errs458 ? vErrors.length = _errs458 : vErrors = null), _valid41) {
    const _errs462 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.severity === void 0) {
        const err371 = { instancePath, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "severity" }, message: "must have required property 'severity'" };
        vErrors === null ? vErrors = [err371] : vErrors.push(err371), errors++;
      }
      if (data.code === void 0) {
        const err372 = { instancePath, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
        vErrors === null ? vErrors = [err372] : vErrors.push(err372), errors++;
      }
      if (data.file === void 0) {
        const err373 = { instancePath, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
        vErrors === null ? vErrors = [err373] : vErrors.push(err373), errors++;
      }
      if (data.message === void 0) {
        const err374 = { instancePath, schemaPath: "#/$defs/diagnostic/required", keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
        vErrors === null ? vErrors = [err374] : vErrors.push(err374), errors++;
      }
      if (data.type !== void 0 && data.type !== "diagnostic") {
        const err375 = { instancePath: instancePath + "/type", schemaPath: "#/$defs/diagnostic/properties/type/const", keyword: "const", params: { allowedValue: "diagnostic" }, message: "must be equal to constant" };
        vErrors === null ? vErrors = [err375] : vErrors.push(err375), errors++;
      }
      if (data.severity !== void 0) {
        let data138 = data.severity;
        if (!(data138 === "error" || data138 === "warning")) {
          const err376 = { instancePath: instancePath + "/severity", schemaPath: "#/$defs/diagnostic/properties/severity/enum", keyword: "enum", params: { allowedValues: schema35.properties.severity.enum }, message: "must be equal to one of the allowed values" };
          vErrors === null ? vErrors = [err376] : vErrors.push(err376), errors++;
        }
      }
      if (data.code !== void 0 && typeof data.code != "string") {
        const err377 = { instancePath: instancePath + "/code", schemaPath: "#/$defs/diagnostic/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err377] : vErrors.push(err377), errors++;
      }
      if (data.file !== void 0 && typeof data.file != "string") {
        const err378 = { instancePath: instancePath + "/file", schemaPath: "#/$defs/diagnostic/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err378] : vErrors.push(err378), errors++;
      }
      if (data.line !== void 0) {
        let data141 = data.line;
        if (!(typeof data141 == "number" && !(data141 % 1) && !isNaN(data141) && isFinite(data141))) {
          const err379 = { instancePath: instancePath + "/line", schemaPath: "#/$defs/diagnostic/properties/line/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err379] : vErrors.push(err379), errors++;
        }
      }
      if (data.column !== void 0) {
        let data142 = data.column;
        if (!(typeof data142 == "number" && !(data142 % 1) && !isNaN(data142) && isFinite(data142))) {
          const err380 = { instancePath: instancePath + "/column", schemaPath: "#/$defs/diagnostic/properties/column/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
          vErrors === null ? vErrors = [err380] : vErrors.push(err380), errors++;
        }
      }
      if (data.step !== void 0 && typeof data.step != "string") {
        const err381 = { instancePath: instancePath + "/step", schemaPath: "#/$defs/diagnostic/properties/step/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err381] : vErrors.push(err381), errors++;
      }
      if (data.text !== void 0 && typeof data.text != "string") {
        const err382 = { instancePath: instancePath + "/text", schemaPath: "#/$defs/diagnostic/properties/text/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err382] : vErrors.push(err382), errors++;
      }
      if (data.message !== void 0 && typeof data.message != "string") {
        const err383 = { instancePath: instancePath + "/message", schemaPath: "#/$defs/diagnostic/properties/message/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err383] : vErrors.push(err383), errors++;
      }
      if (data.hint !== void 0 && typeof data.hint != "string") {
        const err384 = { instancePath: instancePath + "/hint", schemaPath: "#/$defs/diagnostic/properties/hint/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        vErrors === null ? vErrors = [err384] : vErrors.push(err384), errors++;
      }
    } else {
      const err385 = { instancePath, schemaPath: "#/$defs/diagnostic/type", keyword: "type", params: { type: "object" }, message: "must be object" };
      vErrors === null ? vErrors = [err385] : vErrors.push(err385), errors++;
    }
    var _valid41 = _errs462 === errors;
    if (valid142 = _valid41, valid142) {
      var props40 = {};
      props40.type = !0, props40.severity = !0, props40.code = !0, props40.file = !0, props40.line = !0, props40.column = !0, props40.step = !0, props40.text = !0, props40.message = !0, props40.hint = !0;
    }
  }
  if (!valid142) {
    const err386 = { instancePath, schemaPath: "#/allOf/40/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
    vErrors === null ? vErrors = [err386] : vErrors.push(err386), errors++;
  }
  if (props0 !== !0 && props40 !== void 0 && (props40 === !0 ? props0 = !0 : (props0 = props0 || {}, Object.assign(props0, props40))), data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err387 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
      vErrors === null ? vErrors = [err387] : vErrors.push(err387), errors++;
    }
    if (props0 !== !0 && (props0 = props0 || {}, props0.type = !0), data.type !== void 0 && typeof data.type != "string") {
      const err388 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      vErrors === null ? vErrors = [err388] : vErrors.push(err388), errors++;
    }
  } else {
    const err389 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    vErrors === null ? vErrors = [err389] : vErrors.push(err389), errors++;
  }
  return validate20.errors = vErrors, evaluated0.props = props0, errors === 0;
}
validate20.evaluated = { dynamicProps: !0, dynamicItems: !1 };
export {
  validate
};
