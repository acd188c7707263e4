/** Numbers of system calls by machine: only of those that the filter speaks of. */

export type Machine = 'x86_64' | 'aarch64'

/** linux/audit.h: how the kernel names the machine whose calls it is asked for. */
export const AUDIT_ARCH: Record<Machine, number> = { x86_64: 0xc000003e, aarch64: 0xc00000b7 }

/** The machine that Node was built for, where there is a table of its calls. */
export const machineOf = (arch: string = process.arch): Machine | undefined =>
  arch === 'x64' ? 'x86_64' : arch === 'arm64' ? 'aarch64' : undefined

/** First x86_64, then aarch64, which has never had some of the old ones. */
const NUMBERS = {
  accept: [43, 202],
  accept4: [288, 242],
  acct: [163, 89],
  add_key: [248, 217],
  bind: [49, 200],
  bpf: [321, 280],
  chroot: [161, 51],
  clock_settime: [227, 112],
  clone: [56, 220],
  clone3: [435, 435],
  connect: [42, 203],
  delete_module: [176, 106],
  fcntl: [72, 25],
  finit_module: [313, 273],
  fsconfig: [431, 431],
  fsmount: [432, 432],
  fsopen: [430, 430],
  fspick: [433, 433],
  init_module: [175, 105],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
  io_uring_setup: [425, 425],
  ioctl: [16, 29],
  ioperm: [173, null],
  iopl: [172, null],
  kcmp: [312, 272],
  kexec_file_load: [320, 294],
  kexec_load: [246, 104],
  keyctl: [250, 219],
  listen: [50, 201],
  lookup_dcookie: [212, 18],
  modify_ldt: [154, null],
  mount: [165, 40],
  mount_setattr: [442, 442],
  move_mount: [429, 429],
  nfsservctl: [180, 42],
  open_by_handle_at: [304, 265],
  open_tree: [428, 428],
  open_tree_attr: [467, 467],
  perf_event_open: [298, 241],
  pidfd_getfd: [438, 438],
  pivot_root: [155, 41],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  ptrace: [101, 117],
  quotactl: [179, 60],
  quotactl_fd: [443, 443],
  reboot: [169, 142],
  request_key: [249, 218],
  setdomainname: [171, 162],
  sethostname: [170, 161],
  setns: [308, 268],
  settimeofday: [164, 170],
  socket: [41, 198],
  socketpair: [53, 199],
  swapoff: [168, 225],
  swapon: [167, 224],
  syslog: [103, 116],
  umount2: [166, 39],
  unshare: [272, 97],
  userfaultfd: [323, 282],
  vhangup: [153, 58],
} as const satisfies Record<string, readonly [number, number | null]>

export type Syscall = keyof typeof NUMBERS

/** Undefined where the machine has no such call. */
export const numberOf = (call: Syscall, machine: Machine): number | undefined =>
  NUMBERS[call][machine === 'x86_64' ? 0 : 1] ?? undefined

export const allSyscalls = Object.keys(NUMBERS) as Syscall[]
