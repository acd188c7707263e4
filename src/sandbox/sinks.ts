/** The files that a program's output goes to: opened before its start, so that a full disk is found before it runs. */

import { closeSync, constants, openSync, unlinkSync } from 'node:fs'
import { err, type Fallible, ok } from '../fallible.js'
import { realClock } from './clock.js'
import { type LaunchFailure, outputFailure } from './failure.js'
import type { LaunchSpec } from './launch.js'
import { filedLog, followed, type Log, type Output } from './output.js'

interface Sink<T extends Output> {
  path: string
  /** The program's end. */
  fd: number
  /** The host's end. */
  output: T
}

/** Absent where a pipe is wanted. */
export interface Sinks {
  stdout?: Sink<Output>
  stderr?: Sink<Log>
}

export function openSinks(
  spec: LaunchSpec,
  onStdout: (chunk: Uint8Array) => void,
): Fallible<Sinks, LaunchFailure> {
  const { stdout, stderr, clock = realClock } = spec
  const sinks: Sinks = {}
  let path = ''
  try {
    if (stdout !== 'pipe') {
      path = stdout.file
      sinks.stdout = open(path, () => followed(path, onStdout, clock))
    }
    if (stderr !== 'pipe') {
      const file = stderr.file
      path = file
      sinks.stderr = open(file, () => filedLog(file, clock))
    }
    return ok(sinks)
  } catch (error) {
    removeSinks(sinks)
    return err(outputFailure(path, error, spec.program, spec.identity))
  }
}

/** A file that only grows, that was not there before, and that only the host can open. */
function open<T extends Output>(path: string, listen: () => T): Sink<T> {
  const { O_WRONLY, O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW } = constants
  const fd = openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
  try {
    return { path, fd, output: listen() }
  } catch (error) {
    closeSync(fd)
    unlinkSync(path)
    throw error
  }
}

/** The program has its own copies by now. */
export function closeSinks(sinks: Sinks): void {
  for (const sink of [sinks.stdout, sinks.stderr]) {
    if (sink && sink.fd >= 0) closeSync(sink.fd)
    if (sink) sink.fd = -1
  }
}

/** Nothing was started: the next attempt may use the same names. */
export function removeSinks(sinks: Sinks): void {
  closeSinks(sinks)
  for (const sink of [sinks.stdout, sinks.stderr]) {
    if (!sink) continue
    sink.output.close()
    unlinkSync(sink.path)
  }
}
