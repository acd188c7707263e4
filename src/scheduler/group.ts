/** Values by what they are called. */

/** Values by key, the last one of each; without a pair for each, which counts at 100,000. */
export function mapBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T> {
  const map = new Map<string, T>()
  for (const value of values) map.set(key(value), value)
  return map
}

/** Values into lists by key, in the order they came. */
export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const name = key(value)
    const group = groups.get(name)
    if (group) group.push(value)
    else groups.set(name, [value])
  }
  return groups
}
