/** Runs work side by side, so many at a time, each result as it comes. */

export async function inParallel<T>(
  values: T[],
  jobs: number,
  work: (value: T) => Promise<void>,
): Promise<void> {
  let at = 0
  const lane = async (): Promise<void> => {
    while (at < values.length) await work(values[at++]!)
  }
  await Promise.all(Array.from({ length: Math.min(jobs, values.length) }, lane))
}
