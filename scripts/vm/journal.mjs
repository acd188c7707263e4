// What was shown against what the journal holds: an event of a run is shown only once it is durable, so none may be missing.

/** Shown by `--json`, never journalled. */
const shownOnly = new Set([
  'edgewise',
  'end',
  'check-started',
  'step-checking',
  'step-checked',
  'predicted',
  'progress',
  'quiet',
  'notice',
])

/** The events of a run among the lines of `--json`; a last line that the power cut tore is none. */
export function eventsOf(lines) {
  return lines.flatMap(line => {
    const event = parsed(line)
    return event && typeof event.type === 'string' && !shownOnly.has(event.type) ? [event] : []
  })
}

/** The events of a journal's text; its lines are whole, since the run is over. */
export const journalled = text =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).event)

/** The first event that was shown and that the journal does not hold, in the order in which they were shown; or null. */
export function firstLost(shown, journal) {
  let at = 0
  const held = journal.map(canonical)
  for (const event of shown) {
    const place = held.indexOf(canonical(event), at)
    if (place < 0) return event
    at = place + 1
  }
  return null
}

/** Selections that were sent although their result `applied` was durable already. */
export function sentAgain(journal) {
  const durable = new Set()
  const wrong = []
  for (const event of journal) {
    if (event.type === 'selection-result' && event.status === 'applied') durable.add(event.address)
    if (event.type === 'task-started')
      wrong.push(
        ...event.selections.filter(address => durable.has(address)).map(at => `${at} #${event.attempt}`),
      )
  }
  return wrong
}

const parsed = line => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Keys in one order, and without `took`, which is shown in whole milliseconds. */
const canonical = value =>
  JSON.stringify(value, (key, part) => {
    if (key === 'took') return undefined
    if (!part || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
