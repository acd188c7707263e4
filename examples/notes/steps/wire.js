/** The step protocol for Node, no dependencies: `step({ look, apply })`, the role named by `start`. */

/** Ends the selection in hand, and the program, with a code and a sentence. */
export class Failed extends Error {
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

/** Resolves when the line has left this process: a program that ends may not lose its last messages. */
export const say = message =>
  new Promise((resolve, reject) =>
    process.stdout.write(`${JSON.stringify(message)}\n`, error => (error ? reject(error) : resolve())),
  )

/** Whole lines only: what LF does not end is ignored. */
async function* messages() {
  let rest = Buffer.alloc(0)
  for await (const chunk of process.stdin) {
    rest = Buffer.concat([rest, chunk])
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10)) {
      const line = rest.subarray(0, at).toString().trim()
      rest = rest.subarray(at + 1)
      if (line === '') continue
      const message = parse(line)
      if (message !== null && typeof message === 'object') yield message
    }
  }
}

const parse = line => {
  try {
    return JSON.parse(line)
  } catch {
    throw new Failed('protocol', `not a message: ${line.slice(0, 80)}`)
  }
}

async function produce(look, config) {
  for (const item of await look(config)) await say({ type: 'item', ...item })
  await say({ type: 'done', outcome: 'ok' })
}

async function consume(apply, config, rest) {
  let stopped = false
  process.on('SIGTERM', () => {
    stopped = true
  })
  for await (const message of rest) {
    if (message.type !== 'resolve') continue
    if (stopped) return say({ type: 'done', outcome: 'again', code: 'cancelled' })
    const { item } = message
    const progress = (text, percent) => say({ type: 'progress', item, message: text, percent })
    try {
      await apply(config, message, progress)
    } catch (error) {
      const { code, text } = told(error)
      await say({ type: 'result', item, status: 'failed', code, message: text })
      throw error
    }
    await say({ type: 'result', item, status: 'applied' })
  }
  await say({ type: 'done', outcome: 'ok' })
}

/** A system error's own code (ENOENT) is not a name of the protocol; its message says it. */
const told = error => ({
  code: error instanceof Failed ? error.code : 'internal',
  text: error.message,
})

export async function step({ look, apply }) {
  try {
    const all = messages()
    const start = (await all.next()).value
    if (start?.type !== 'start' || start.protocol !== 1)
      throw new Failed('protocol', 'no start of protocol 1')
    const config = start.config ?? {}
    if (start.role === 'producer') await produce(look, config)
    else if (start.role === 'consumer') await consume(apply, config, all)
    else throw new Failed('protocol', `no role ${start.role}`)
  } catch (error) {
    process.exitCode = 1
    if (error.code === 'EPIPE') return
    const { code, text } = told(error)
    if (code === 'internal') console.error(error)
    await say({
      type: 'done',
      outcome: 'failed',
      code,
      message: text,
      ...(code === 'protocol' ? { protocols: [1] } : {}),
    }).catch(() => {})
  }
}
