/** Where a reboot has to come in between: as few as the longest chain of steps that ask for one. */

import type { Barrier, Edge, Finding, Graph, Task } from './model.js'
import { adjacencyOf, topological } from './order.js'

/** Whether anything that could be chosen asks for a reboot, so that only then the graph is made to count them. */
export const mayAskForReboot = (found: readonly Finding[]): boolean =>
  found.some(({ item }) =>
    item.resolutions?.some(({ effects, when }) => effects?.reboot === true || when === 'after-boot'),
  )

const asksForReboot = (task: Task): boolean => task.selections.some(selection => selection.reboot === true)

/**
 * Gives each task its epoch (how many reboots come before it) and puts a barrier node between epochs.
 * A reboot with nothing behind it is no barrier.
 */
export function withBarriers(tasks: Task[], edges: Edge[]): Graph {
  if (!tasks.some(task => task.phase === 'after-boot' || asksForReboot(task)))
    return { tasks, barriers: [], edges }
  const ids = tasks.map(task => task.id)
  const byId = new Map(tasks.map(task => [task.id, task]))
  const { out, into } = adjacencyOf(ids, edges)

  const epochs = new Map<string, number>()
  for (const id of topological(ids, { out, into })) {
    let epoch = byId.get(id)!.phase === 'after-boot' ? 1 : 0
    for (const { from } of into.get(id)!)
      epoch = Math.max(epoch, epochs.get(from)! + (asksForReboot(byId.get(from)!) ? 1 : 0))
    epochs.set(id, epoch)
  }
  const reboots = most(epochs.values())
  if (reboots === 0) return { tasks, barriers: [], edges }

  const barriers: Barrier[] = Array.from({ length: reboots }, (_, i) => ({
    id: `@reboot-${i + 1}`,
    reboot: i + 1,
  }))
  const crossing: Edge[] = []
  for (const id of ids) {
    const epoch = epochs.get(id)!
    const after = barriers[epoch]
    const before = barriers[epoch - 1]
    // Only the rim of an epoch is tied to its barriers; what lies within is ordered by it already. A task of its own for
    // after the boot is tied in any case: the rim before it may come to be given up.
    if (after && out.get(id)!.every(edge => epochs.get(edge.to)! > epoch))
      crossing.push({ from: id, to: after.id, kind: 'barrier' })
    const isForBoot = byId.get(id)!.phase === 'after-boot'
    if (before && (isForBoot || into.get(id)!.every(edge => epochs.get(edge.from)! < epoch)))
      crossing.push({ from: before.id, to: id, kind: 'barrier' })
  }
  for (let i = 1; i < barriers.length; i++)
    crossing.push({ from: barriers[i - 1]!.id, to: barriers[i]!.id, kind: 'barrier' })
  return { tasks, barriers, edges: [...edges, ...crossing] }
}

/** Spread into `Math.max`, 100,000 of them would overflow the stack. */
function most(numbers: Iterable<number>): number {
  let max = 0
  for (const number of numbers) if (number > max) max = number
  return max
}
