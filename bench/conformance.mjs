// What it takes to try one step with the whole suite, and to try a host, and how both grow with --jobs. No goal is set for it;
// the self-test is timed by `time edgewise conformance selftest`, for it takes minutes.
import { join } from 'node:path'
import { cli, interleaved, ratioOf, root, run as start } from './measure.mjs'

export const measures = ['conformance']

const jobs = [1, 2, 4, 8]

async function growth(name, args, rounds) {
  const { times, medians } = await interleaved(
    Object.fromEntries(
      jobs.map(count => [`${count}`, () => start([cli, 'conformance', ...args, '--jobs', `${count}`])]),
    ),
    rounds,
  )
  const each = jobs.map(count => `${(medians[count] / 1000).toFixed(1)} s with --jobs ${count}`)
  return jobs.slice(1).map(count => ({
    id: 'conformance',
    name: `${name} with --jobs ${count}, against one at a time`,
    ratio: ratioOf(times, `${count}`, '1'),
    detail: count === jobs[1] ? each.join(', ') : '',
  }))
}

export const run = async ({ quick }) => {
  const rounds = quick ? 1 : 3
  const at = (...names) => join(root, 'conformance', ...names)
  return [
    ...(await growth('one step', ['step', '--config', at('reference', 'python')], rounds)),
    ...(await growth('Edgewise as a host', ['host', '--adapter', at('adapters', 'edgewise.mjs')], rounds)),
  ]
}
