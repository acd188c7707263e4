/** Why a file that somebody named could not be written: the system's error in, the end of a sentence out. */

const reasons: Record<string, string> = {
  EEXIST: 'it is there already and is not overwritten',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'its folder is none',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EROFS: 'its file system is read-only',
}

export function whyUnwritten(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  return reasons[code] ?? message
}
