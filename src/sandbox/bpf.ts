/** A small assembler for the kernel's classic packet filter: instructions with labels go in, the bytes it loads come out. */

/** The part of the instruction set that a filter of system calls needs; jumps only go forward. */
export type Instruction =
  /** Loads the 32-bit word at this offset of `struct seccomp_data`. */
  | { op: 'load'; offset: number }
  | { op: 'and'; value: number }
  /** Goes on with the next instruction where the jump is not taken. */
  | { op: 'if-equal' | 'if-any-bit'; value: number; to: string }
  | { op: 'return'; value: number }
  | { op: 'label'; name: string }

/** linux/bpf_common.h */
const CODE = { load: 0x20, and: 0x54, 'if-equal': 0x15, 'if-any-bit': 0x45, return: 0x06 } as const

/** The offset of a conditional jump is one byte. */
const FARTHEST = 255

/** Bytes of one `struct sock_filter`: code, jump if true, jump if false, value. */
export const SIZE = 8

export function assemble(program: readonly Instruction[]): Buffer {
  const at = new Map<string, number>()
  let count = 0
  for (const instruction of program) {
    if (instruction.op !== 'label') count++
    else if (at.has(instruction.name)) throw new Error(`the label ${instruction.name} stands twice`)
    else at.set(instruction.name, count)
  }
  const bytes = Buffer.alloc(count * SIZE)
  let here = 0
  for (const instruction of program) {
    if (instruction.op === 'label') continue
    const offset = here++ * SIZE
    bytes.writeUInt16LE(CODE[instruction.op], offset)
    if ('to' in instruction)
      bytes.writeUInt8(distance(at.get(instruction.to), here, instruction.to), offset + 2)
    bytes.writeUInt32LE(('value' in instruction ? instruction.value : instruction.offset) >>> 0, offset + 4)
  }
  return bytes
}

function distance(target: number | undefined, next: number, name: string): number {
  const far = (target ?? -1) - next
  if (far < 0 || far > FARTHEST) throw new Error(`no jump reaches ${name}`)
  return far
}
