/** The operator's wish to stop: once finishes what is in hand, twice ends it now. */

export interface Interruption {
  /** The first signal, or null. */
  readonly signal: string | null
  /** 0: go on; 1: begin nothing new; 2: end what runs. */
  readonly level: 0 | 1 | 2
  /** Called at each further level; the returned function takes it back. */
  onChange(listener: () => void): () => void
}

export interface InterruptionSource extends Interruption {
  raise(signal: string): void
}

export function createInterruption(): InterruptionSource {
  const listeners = new Set<() => void>()
  let signal: string | null = null
  let level: 0 | 1 | 2 = 0
  return {
    get signal() {
      return signal
    },
    get level() {
      return level
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    raise(name) {
      if (level === 2) return
      signal ??= name
      level = level === 0 ? 1 : 2
      for (const listener of [...listeners]) listener()
    },
  }
}
