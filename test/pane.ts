/** The command line at a real terminal: what it shows is looked at, and keys are typed. */

import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Test } from 'tap'
import { cli, type Transition } from './transition.js'
import { until } from './until.js'

/** Why such a test is skipped, or false. */
export const noTmux = spawnSync('tmux', ['-V']).status === 0 ? false : 'needs tmux'

export interface Pane {
  type(...keys: string[]): void
  sees(text: RegExp): Promise<void>
  screen(): string
}

/** After its end the screen shows `ended with` and the status. */
export function openPane(t: Test, it: Transition, ...args: string[]): Pane {
  const socket = join(it.dir, `${args[0]}.socket`)
  const tmux = (...words: string[]) =>
    execFileSync('tmux', ['-S', socket, '-f', '/dev/null', '-u', ...words], { encoding: 'utf8' })
  const words = [process.execPath, cli, ...args, '--state-dir', it.state].join(' ')
  tmux('new-session', '-d', '-x', '90', '-y', '50', `env -u CI ${words}; echo "ended with $?"; cat`)
  const pid = Number(tmux('display-message', '-p', '#{pid}'))
  t.teardown(() => process.kill(pid))
  const screen = (): string => tmux('capture-pane', '-p', '-S', '-500')
  return {
    screen,
    type: (...keys) => void tmux('send-keys', ...keys),
    sees: async text => {
      await until(`the screen shows ${text}`, () => text.test(screen()))
      t.pass(`the screen shows ${text}`)
    },
  }
}
