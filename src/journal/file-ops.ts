/** The few calls by which the journal reaches the disk, so that a test can put a failing disk in their place. */

import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

export interface FileOps {
  open(path: string, flags: number, mode?: number): number
  /** May write less than asked for. */
  write(fd: number, bytes: Uint8Array, offset: number, length: number): number
  fdatasync(fd: number): void
  fsync(fd: number): void
  ftruncate(fd: number, length: number): void
  close(fd: number): void
  /** Whether the open file is the one that its path names: without that, what is written is lost to who looks for it. */
  isStillAt(fd: number, path: string): boolean
}

export const disk: FileOps = {
  open: openSync,
  write: (fd, bytes, offset, length) => writeSync(fd, bytes, offset, length),
  fdatasync: fdatasyncSync,
  fsync: fsyncSync,
  ftruncate: ftruncateSync,
  close: closeSync,
  isStillAt: (fd, path) => {
    const there = lstatSync(path, { throwIfNoEntry: false })
    const { dev, ino } = fstatSync(fd)
    return there !== undefined && there.dev === dev && there.ino === ino
  },
}

/** A new name is on the disk only when its folder is. */
export function syncFolder(path: string, fs: FileOps = disk): void {
  const fd = fs.open(path, constants.O_RDONLY | constants.O_DIRECTORY)
  try {
    fs.fsync(fd)
  } finally {
    fs.close(fd)
  }
}

export const syncParent = (path: string, fs: FileOps = disk): void => syncFolder(dirname(path), fs)
