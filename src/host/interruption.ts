/** The operator's wish to stop: once finishes what is in hand, twice ends it now. */

export interface Interruption {
  /** The first signal, or null. */
  readonly signal: string | null
  /** 0: go on; 1: begin nothing new; 2: end what runs. */
  readonly level: 0 | 1 | 2
  /** The terminal is lost, or the session that it belongs to is ended: nobody looks at what is shown here. */
  readonly isDeserted: boolean
  /** Called at each further signal; the returned function takes it back. */
  onChange(listener: () => void): () => void
}

export interface InterruptionSource extends Interruption {
  raise(signal: string): void
}

/**
 * A terminal that is lost is a wish to stop, and never the second one: SIGHUP may come from the kernel and from a session's
 * end, and may follow upon Ctrl-C. SIGTERM is a wish each time, as Ctrl-C is.
 */
export function createInterruption(): InterruptionSource {
  const listeners = new Set<() => void>()
  let signal: string | null = null
  let isLost = false
  let wishes = 0
  let isDeserted = false
  return {
    get signal() {
      return signal
    },
    get level() {
      return wishes > 1 ? 2 : wishes === 1 || isLost ? 1 : 0
    },
    get isDeserted() {
      return isDeserted
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    raise(name) {
      signal ??= name
      if (name === 'SIGHUP') isLost = true
      else wishes++
      if (name !== 'SIGINT') isDeserted = true
      for (const listener of [...listeners]) listener()
    },
  }
}
