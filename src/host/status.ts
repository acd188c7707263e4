/** Exit statuses: how a command ended, as a script sees it. */

export const status = {
  ok: 0,
  internal: 1,
  usage: 2,
  blocked: 3,
  undecided: 4,
  reboot: 5,
  failed: 6,
  busy: 7,
  stale: 8,
  choice: 9,
  abandoned: 10,
  illegal: 11,
  interrupted: 130,
  terminated: 143,
} as const

export type Status = (typeof status)[keyof typeof status]

export const meanings: Record<Status, string> = {
  0: 'done, or nothing to do, or the prediction is ready',
  1: 'internal error, or an error of the disk under the journal',
  2: 'usage, or a manifest, plan, answers file, secret or state directory that cannot be used',
  3: 'blocked: predicted to fail, nothing was changed',
  4: 'undecided: a choice is missing, nothing was committed',
  5: 'committed, waiting for a reboot',
  6: 'committed, a task failed and waits for a choice',
  7: 'another run is open, or another host holds the lock',
  8: "the saved plan is stale, applied already, or another machine's",
  9: 'committed, waiting for a choice',
  10: 'abandoned',
  11: 'the journal is damaged, or the audit found what was not legal',
  130: 'interrupted, or not confirmed; nothing was changed, or the run can be resumed',
  143: 'terminated; nothing was changed, or the run can be resumed',
}
