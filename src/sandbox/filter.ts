/**
 * The filter of system calls that a held producer runs under: what the manifest allows goes in, the program for the
 * kernel comes out. Read-only mounts stop no socket, and fewer of the kernel's corners are fewer ways out of the rest.
 */

import { assemble, type Instruction } from './bpf.js'
import { AUDIT_ARCH, allSyscalls, type Machine, numberOf, type Syscall } from './syscalls.js'

export interface Sockets {
  unix: boolean
  network: boolean
}

/** linux/seccomp.h */
export const KILL = 0x80000000
export const ALLOW = 0x7fff0000
const ERRNO = 0x00050000
export const NOT_PERMITTED = ERRNO | 1
/** The C library takes this for a kernel without the call, and uses an older one whose arguments can be read. */
export const NO_SUCH_CALL = ERRNO | 38

/** Offsets in `struct seccomp_data`; of each argument the low half, both machines being little-endian. */
const NUMBER = 0
const ARCH = 4
const argument = (index: number): number => 16 + 8 * index

/** x86_64 serves a second table of calls, x32, to whoever sets this bit. */
const X32 = 0x40000000

/** Every CLONE_NEW*: mount, cgroup, uts, ipc, user, pid, net. */
const NAMESPACES = 0x7e020000

const AF = { unix: 1, inet: 2, inet6: 10, netlink: 16 }
const STREAM = 1
const SEQPACKET = 5
const KIND = 0xf
/** SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK */
const STREAM_CLOEXEC_NONBLOCK = 0x80801
/** sizeof (struct sockaddr_un) */
const WHOLE_ADDRESS = 110

/** Bytes put into a terminal's input, and the console's selection, which can do the same. */
const TIOCSTI = 0x5412
const TIOCLINUX = 0x541c
/** Somebody else's open for writing would wait for the holder of a lease. */
const F_SETLEASE = 1024

/** Calls whose arguments decide, each in a block of its own. */
const ASKED = ['clone', 'clone3', 'connect', 'fcntl', 'ioctl', 'socket', 'socketpair'] as const
type Asked = (typeof ASKED)[number]

const SERVING: readonly Syscall[] = ['accept', 'accept4', 'bind', 'listen']

const isAsked = (call: Syscall): call is Asked => (ASKED as readonly Syscall[]).includes(call)

export function filterFor(sockets: Sockets, machine: Machine): Buffer {
  const connected = sockets.unix || sockets.network
  const program: Instruction[] = [
    { op: 'load', offset: ARCH },
    { op: 'if-equal', value: AUDIT_ARCH[machine], to: 'ours' },
    give(KILL),
    { op: 'label', name: 'ours' },
    { op: 'load', offset: NUMBER },
    ...(machine === 'x86_64' ? [{ op: 'if-any-bit', value: X32, to: 'refuse' } as const] : []),
  ]
  for (const call of allSyscalls) {
    const number = numberOf(call, machine)
    if (number === undefined || (connected && (call === 'connect' || SERVING.includes(call)))) continue
    program.push({ op: 'if-equal', value: number, to: isAsked(call) ? call : 'refuse' })
  }
  program.push(give(ALLOW), label('refuse'), give(NOT_PERMITTED))
  for (const call of ASKED) {
    if (call === 'connect' && connected) continue
    program.push(label(call), ...blocks[call](sockets))
  }
  return assemble(program)
}

const give = (value: number): Instruction => ({ op: 'return', value })
const label = (name: string): Instruction => ({ op: 'label', name })
const load = (index: number): Instruction => ({ op: 'load', offset: argument(index) })

/** Refuses or, where one of the values is met, allows; the accumulator holds what is compared. */
const onlyIf = (name: string, values: readonly number[]): Instruction[] => [
  ...values.map(value => ({ op: 'if-equal', value, to: `${name}-allowed` }) as const),
  give(NOT_PERMITTED),
  label(`${name}-allowed`),
  give(ALLOW),
]

const unless = (name: string, values: readonly number[]): Instruction[] => [
  ...values.map(value => ({ op: 'if-equal', value, to: `${name}-refused` }) as const),
  give(ALLOW),
  label(`${name}-refused`),
  give(NOT_PERMITTED),
]

const blocks: Record<Asked, (sockets: Sockets) => Instruction[]> = {
  // Its flags are behind a pointer, which a filter cannot follow.
  clone3: () => [give(NO_SUCH_CALL)],
  clone: () => [
    load(0),
    { op: 'if-any-bit', value: NAMESPACES, to: 'clone-refused' },
    give(ALLOW),
    label('clone-refused'),
    give(NOT_PERMITTED),
  ],
  ioctl: () => [load(1), ...unless('ioctl', [TIOCSTI, TIOCLINUX])],
  fcntl: () => [load(1), ...unless('fcntl', [F_SETLEASE])],
  // A pair is a pipe. But one end of a datagram pair can send to any address.
  socketpair: ({ unix }) =>
    unix
      ? [load(0), ...onlyIf('socketpair', [AF.unix])]
      : [
          load(0),
          { op: 'if-equal', value: AF.unix, to: 'socketpair-unix' },
          give(NOT_PERMITTED),
          label('socketpair-unix'),
          load(1),
          { op: 'and', value: KIND },
          ...onlyIf('socketpair', [STREAM, SEQPACKET]),
        ],
  socket: sockets =>
    sockets.unix || sockets.network
      ? [
          load(0),
          ...onlyIf('socket', [
            ...(sockets.unix ? [AF.unix] : []),
            ...(sockets.network ? [AF.inet, AF.inet6, AF.netlink] : []),
          ]),
        ]
      : streamsEndTheProgram,
  // The cache of names is asked with the whole address, and then the files are read.
  connect: () => [
    load(2),
    { op: 'if-equal', value: WHOLE_ADDRESS, to: 'connect-cache' },
    give(KILL),
    label('connect-cache'),
    give(NOT_PERMITTED),
  ],
}

/**
 * An error would be taken for an answer: "no such user" where a directory was not asked, "not running" where a service
 * was not reached. So who asks a service is ended by SIGSYS. The C library's own cache of names is spared: it is
 * asked before every look-up, and the files are read without it. It gets a socket, and is refused at `connect`.
 */
const streamsEndTheProgram: Instruction[] = [
  load(0),
  { op: 'if-equal', value: AF.unix, to: 'socket-unix' },
  give(NOT_PERMITTED),
  label('socket-unix'),
  load(1),
  { op: 'if-equal', value: STREAM_CLOEXEC_NONBLOCK, to: 'socket-cache' },
  { op: 'and', value: KIND },
  { op: 'if-equal', value: STREAM, to: 'socket-service' },
  give(NOT_PERMITTED),
  label('socket-cache'),
  give(ALLOW),
  label('socket-service'),
  give(KILL),
]
