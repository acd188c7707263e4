/** What the kernel will make of a file when it is to be executed, told from its bytes. */

export type Executable =
  | { kind: 'empty' }
  | { kind: 'zeros' }
  | { kind: 'elf'; loader?: string }
  | { kind: 'script'; interpreter: string; argument?: string }
  /** A script whose first line the kernel will not take. */
  | { kind: 'bad-script'; why: 'line-ending' | 'no-name' | 'relative' | 'too-long'; line: string }
  | { kind: 'text' }
  | { kind: 'unknown' }

/** Bytes from an offset on; undefined where the file cannot be read. */
export type Part = (offset: number, length: number) => Uint8Array | undefined

const HEAD = 4096
const TABLE = 65536
/** BINPRM_BUF_SIZE: the kernel reads no more of the first line. */
const LINE = 256

const script = (head: Uint8Array): Executable => {
  const end = head.subarray(0, LINE).indexOf(0x0a)
  const line = Buffer.from(head.subarray(2, end < 0 ? LINE : end)).toString('latin1')
  const bad = (why: 'line-ending' | 'no-name' | 'relative' | 'too-long'): Executable => ({
    kind: 'bad-script',
    why,
    line: `#!${line.replace(/\r$/, '')}`,
  })
  if (line.endsWith('\r')) return bad('line-ending')
  if (end < 0 && head.length > LINE) return bad('too-long')
  const [, interpreter = '', argument = ''] = /^[ \t]*([^ \t\0]*)[ \t]*([^\0]*)/.exec(line) ?? []
  if (interpreter === '') return bad('no-name')
  if (!interpreter.startsWith('/')) return bad('relative')
  const trimmed = argument.replace(/[ \t]+$/, '')
  return { kind: 'script', interpreter, ...(trimmed === '' ? {} : { argument: trimmed }) }
}

/** elf(5): the program header of type PT_INTERP names the dynamic loader. Tools move it anywhere in the file. */
const elf = (head: Uint8Array, part: Part): Executable => {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const wide = head[4] === 2
  const little = head[5] === 1
  if (head.length < (wide ? 64 : 52)) return { kind: 'unknown' }
  const long = (of: DataView, at: number): number =>
    wide ? Number(of.getBigUint64(at, little)) : of.getUint32(at, little)
  const offset = long(view, wide ? 32 : 28)
  const each = view.getUint16(wide ? 54 : 42, little)
  const count = view.getUint16(wide ? 56 : 44, little)
  if (each < (wide ? 56 : 32) || each * count > TABLE) return { kind: 'elf' }
  const table = part(offset, each * count)
  if (!table) return { kind: 'elf' }
  const headers = new DataView(table.buffer, table.byteOffset, table.byteLength)
  for (let at = 0; at + each <= table.length; at += each) {
    if (headers.getUint32(at, little) !== 3) continue
    const length = long(headers, at + (wide ? 32 : 16))
    const name = part(long(headers, at + (wide ? 8 : 4)), Math.min(length, HEAD))
    const loader = Buffer.from(name ?? [])
      .toString('utf8')
      .replace(/\0.*$/s, '')
    return loader === '' ? { kind: 'elf' } : { kind: 'elf', loader }
  }
  return { kind: 'elf' }
}

/** Undefined where it cannot be read. */
export const executable = (part: Part): Executable | undefined => {
  const head = part(0, HEAD)
  if (!head) return undefined
  if (head.length === 0) return { kind: 'empty' }
  if (head.every(byte => byte === 0)) return { kind: 'zeros' }
  if (head[0] === 0x23 && head[1] === 0x21) return script(head)
  if (head[0] === 0x7f && head[1] === 0x45 && head[2] === 0x4c && head[3] === 0x46) return elf(head, part)
  return { kind: head.includes(0) ? 'unknown' : 'text' }
}

/**
 * What `env` will search: the first word that is neither an option nor an assignment. Without -S the kernel hands all
 * that follows `env` over as one word.
 */
export const wordAfterEnv = (argument: string): { word: string; glued: boolean } | undefined => {
  const split = /^(?:-[a-zA-Z0]*S|--split-string=?)\s*(.*)$/.exec(argument)
  if (!split) return argument.startsWith('-') ? undefined : { word: argument, glued: /[ \t]/.test(argument) }
  const words = split[1]!.split(/[ \t]+/).filter(word => word !== '')
  const word = words.find(each => !each.startsWith('-') && !/^[A-Za-z_][A-Za-z0-9_]*=/.test(each))
  return word === undefined ? undefined : { word, glued: false }
}
