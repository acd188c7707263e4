/** At most so many pieces of work at once, whoever asks. */

export type Gate = <T>(work: () => Promise<T>) => Promise<T>

export function openGate(most: number): Gate {
  const waiting: (() => void)[] = []
  let running = 0
  return async work => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
