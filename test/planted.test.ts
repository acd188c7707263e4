/** What decides for root, or is run by it, and could be changed by somebody else: refused, and never looked at in part. */

import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { lookupAccount } from '../src/host/identities.js'
import { checkStepsTrust } from '../src/manifest/steps-trust.js'
import { thisMachine } from '../src/manifest/world.js'
import { transition } from './transition.js'

const skip = process.getuid?.() === 0 ? false : 'needs root: it is root that trusts nobody'

t.test('F86: an answers file that others can write decides nothing', { skip }, async t => {
  const it = transition(t, { a: {} })
  const answers = join(it.dir, 'answers.yaml')
  writeFileSync(answers, 'edgewise: 1\nchoices:\n  a/missing: { resolution: make }\n')
  const apply = () => it.run(['apply', it.manifest, '--answers', answers])
  for (const [what, plant, hint] of [
    ['writable by everyone', () => chmodSync(answers, 0o666), `chmod go-w ${answers}`],
    ['belongs to uid 54321', () => chownSync(answers, 54_321, 0), 'chown root'],
  ] as const) {
    plant()
    const ran = await apply()
    t.equal(ran.status, 2, what)
    for (const part of ['Somebody else could change the answers', what, hint]) t.match(ran.stderr, part)
    t.notOk(it.made('a'))
  }
  chownSync(answers, 0, 0)
  chmodSync(answers, 0o644)
  const ran = await apply()
  t.equal(ran.status, 0, ran.stderr)
})

t.test('F86: a folder of too many files is refused, and not looked at in part', async t => {
  const it = transition(t, { a: {} })
  const folder = join(it.dir, 'lib')
  mkdirSync(folder)
  const program = { argv: ['/bin/sh'], executable: '/bin/sh', user: null, cwd: '/', env: {} }
  const problems = (count: number) => {
    const names = Array.from({ length: count }, (_, at) => `f${at}`)
    const world = thisMachine(lookupAccount)
    const many = {
      ...world,
      list: (path: string) => (path === folder ? { ok: true as const, value: names } : world.list(path)),
    }
    const account = { uid: world.uid, gid: 0, groups: [0], home: '/', shell: '/bin/sh' }
    const step = { name: 'a', producer: program, files: [folder] } as unknown as Parameters<
      typeof checkStepsTrust
    >[1][number]
    return checkStepsTrust(many, [step], () => account).filter(
      ({ code }) => code === 'manifest.too-many-files',
    )
  }
  t.same(problems(1000), [])
  t.match(problems(50_001), [
    { message: new RegExp(`${folder} has more than 50000 entries`), path: ['steps', 'a'] },
  ])
})
