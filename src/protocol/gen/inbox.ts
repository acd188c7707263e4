/* Generated from protocol/inbox.schema.json by `npm run generate`. Do not edit. */

export interface Choosing {
  kind: 'choice'
  choice: {
    address: string
    fingerprint: string
    answer: Resolution | Waiver
    who: Who
    at: string
    via: 'command' | 'prompt'
  }
}
export interface Abandoning {
  kind: 'abandon'
  reason: string
  who: Who
}
export interface Resolution {
  kind: 'resolution'
  resolution: string
  input?: {
    [k: string]: Value
  }
}
export interface Waiver {
  kind: 'waiver'
  reason: string
}
/**
 * A secret is only named: by the file that holds it.
 */
export type Value = string | boolean | number | Secret
export interface Secret {
  secret: 'file'
  file: string
}
export interface Who {
  uid: number
  user: string
  login?: string
  loginBy?: 'loginuid' | 'SUDO_USER' | 'LOGNAME'
}
/**
 * inbox/ID.json, written under a name that begins with a dot, synced, then renamed. Only the holder of the lock takes it: it journals what the letter says, then removes it.
 */
export type Inbox = {
  /**
   * The format of the letter.
   */
  edgewise: 1
  /**
   * The run that it is for.
   */
  run: string
  kind: 'choice' | 'abandon'
} & (Choosing | Abandoning)
