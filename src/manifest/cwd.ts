/** A working directory and the account that is to stand in it: why it cannot. */

import { visible } from './problem.js'
import type { Asking, Obstacle, Runner } from './program.js'
import { barred, EXECUTE, may } from './walk.js'

export const cwdObstacle = ({ world, walk }: Asking, cwd: string, runner: Runner): Obstacle | undefined => {
  const trail = walk(cwd)
  const folder = `The working directory ${visible(cwd, 120)}`
  const says = (message: string, hint: string): Obstacle => ({ code: 'manifest.cwd', message, hint })
  if (!trail.end) {
    const errno = trail.failure?.errno
    const why = errno === 'ENOENT' ? 'does not exist' : `cannot be entered (${errno})`
    return says(`${folder} ${why}.`, 'Create it, or correct the path.')
  }
  const { inode, path } = trail.end
  if (inode.kind !== 'directory') return says(`${folder} is no folder.`, 'Name a folder.')
  const closed = barred(runner.account, trail)?.path
  const enters =
    runner.account.uid === world.uid ? world.mayExecute(cwd) : may(runner.account, inode, EXECUTE)
  if (closed === undefined && enters) return undefined
  const at = visible(closed ?? path, 120)
  return says(
    `${folder} may not be entered by ${runner.called}.`,
    `Give others the x bit of ${at}, or name another.`,
  )
}
