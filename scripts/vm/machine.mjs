// The virtual machine: its disks, its power, and the two lines that lead into it.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { cpu } from './accelerator.mjs'
import { followLog, readLog, replay, survivors } from './disk-log.mjs'

/** Of a start what nobody needs here: each costs seconds where every instruction is emulated. */
const unneeded = [
  'serial-getty@ttyS0.service',
  'systemd-update-utmp.service',
  'systemd-update-utmp-runlevel.service',
  'systemd-binfmt.service',
  'dev-hugepages.mount',
  'dev-mqueue.mount',
  'sys-kernel-debug.mount',
  'sys-kernel-tracing.mount',
  'sys-fs-fuse-connections.mount',
]

/** A busy machine outside starves the emulated one: its timers and watchdogs are not to take that for a defect. */
const kernelArguments = without =>
  [
    'root=LABEL=root ro console=ttyS0 quiet panic=5 no_timer_check nowatchdog mitigations=off systemd.show_status=0',
    ...without.map(unit => `systemd.mask=${unit}`),
  ].join(' ')

/** A line ends with qemu; that it did is told by qemu's own end. */
const gone = () => {}

/**
 * A machine on a disk of its own, made from the base image and kept between `start`s.
 * `folder` holds all its files; `onEvent` is told every line that arrives on the line for events; with `logins` people can
 * have sessions in it.
 */
export class Machine {
  #options
  #disk
  #log
  #qemu = null
  #ended = null
  #agent = null
  #number = 0
  #asked = new Map()
  #readyFor = []
  #follow = null
  /** Writes of the sessions before a reboot. */
  #before = 0
  #rebooting = null
  #goingOff = false
  boot = null

  constructor(options) {
    this.#options = options
    this.#disk = join(options.folder, 'disk.img')
    this.#log = join(options.folder, 'session.log')
    execFileSync('cp', ['--sparse=always', '--reflink=auto', options.base.image, this.#disk])
  }

  get console() {
    return join(this.#options.folder, 'console.txt')
  }

  /** Writes and flushes of the disk since the machine was started. */
  get writes() {
    return this.#before + (this.#follow?.advance() ?? 0)
  }

  get running() {
    return this.#qemu !== null || this.#rebooting !== null
  }

  /** Power on. */
  async start() {
    this.#before = 0
    await this.#powerOn()
  }

  /** What is written goes to an overlay that is never used again: what counts is the log of the writes. */
  async #powerOn() {
    const { folder, base, second, accel, logins, memory = 1024 } = this.#options
    const overlay = join(folder, 'session.qcow2')
    for (const path of [overlay, this.#log, join(folder, 'agent.sock'), join(folder, 'events.sock')])
      rmSync(path, { force: true })
    execFileSync('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', this.#disk, '-F', 'raw', overlay])
    execFileSync('truncate', ['-s', '0', this.#log])
    const block = parts => [
      '-blockdev',
      Object.entries(parts)
        .map(pair => pair.join('='))
        .join(','),
    ]
    const line = (id, name) => [
      '-chardev',
      `socket,id=${id},path=${join(folder, `${id}.sock`)},server=on,wait=off`,
      '-device',
      `virtserialport,chardev=${id},name=${name}`,
    ]
    const argv = [
      ['-accel', accel, '-cpu', cpu, '-smp', accel === 'kvm' ? '2' : '1', '-m', String(memory)],
      ['-nodefaults', '-no-user-config', '-display', 'none', '-no-reboot'],
      ['-kernel', base.kernel, '-initrd', base.initrd],
      ['-append', kernelArguments(logins ? unneeded : [...unneeded, 'systemd-logind.service'])],
      block({ driver: 'file', 'node-name': 'overlay-file', filename: overlay }),
      block({ driver: 'qcow2', 'node-name': 'overlay', file: 'overlay-file' }),
      block({ driver: 'file', 'node-name': 'log-file', filename: this.#log }),
      block({ driver: 'blklogwrites', 'node-name': 'logged', file: 'overlay', log: 'log-file' }),
      ['-device', 'virtio-blk-pci,drive=logged'],
      block({ driver: 'file', 'node-name': 'second', filename: second, 'read-only': 'on' }),
      ['-device', 'virtio-blk-pci,drive=second'],
      ['-device', 'virtio-rng-pci', '-device', 'virtio-serial-pci'],
      line('agent', 'edgewise.agent'),
      line('events', 'edgewise.events'),
      ['-chardev', `file,id=console,path=${this.console},append=on`, '-serial', 'chardev:console'],
    ].flat()
    // It ends with this script, however that ends.
    const qemu = spawn('setpriv', ['--pdeathsig', 'KILL', 'qemu-system-x86_64', ...argv], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.#qemu = qemu
    let said = ''
    qemu.stderr.setEncoding('utf8').on('data', text => (said += text))
    this.#ended = new Promise(resolve =>
      qemu.on('exit', (status, signal) => {
        this.#qemu = null
        const why = new Error(`qemu ended (${signal ?? status}) ${said.trim()}`)
        for (const { reject } of this.#asked.values()) reject(why)
        this.#asked.clear()
        if (status === 0 && !this.#goingOff) this.#rebooting = this.#reboot()
        else {
          for (const { reject } of this.#readyFor) reject(why)
          this.#readyFor = []
        }
        resolve(why)
      }),
    )
    const lines = (input, take) => createInterface({ input }).on('line', take).on('error', gone)
    this.#agent = await this.#connect('agent.sock')
    lines(this.#agent, text => this.#heard(text))
    lines(await this.#connect('events.sock'), text => this.#options.onEvent(text))
    this.#follow = followLog(this.#log)
  }

  /** qemu ends where the machine reboots: an emulated reset takes the new kernel's clock three times as long. */
  async #reboot() {
    try {
      this.#settleDisk(null)
      await this.#powerOn()
    } catch (error) {
      for (const { reject } of this.#readyFor) reject(error)
      this.#readyFor = []
    }
    this.#rebooting = null
  }

  /** The socket is there, and takes callers, some time after qemu was started. */
  async #connect(name) {
    for (let tries = 0; ; tries++) {
      if (!this.#qemu) throw await this.#ended
      const socket = createConnection(join(this.#options.folder, name))
      const failed = await new Promise(resolve => socket.once('connect', resolve).once('error', resolve))
      socket.on('error', gone)
      if (!failed) return socket
      if (tries > 1000) throw failed
      await wait(20)
    }
  }

  #heard(text) {
    const ready = /^ready ([0-9a-f-]{36})$/.exec(text)
    if (ready) {
      this.boot = ready[1]
      for (const { reject } of this.#asked.values()) reject(new Error('the machine went down meanwhile'))
      this.#asked.clear()
      const waiting = this.#readyFor
      this.#readyFor = waiting.filter(({ not }) => not === this.boot)
      for (const { not, resolve } of waiting) if (not !== this.boot) resolve(this.boot)
      return
    }
    const answer = /^([0-9]+) ([0-9]+) ([A-Za-z0-9+/=]*)$/.exec(text)
    const asked = answer && this.#asked.get(Number(answer[1]))
    if (!asked) return
    this.#asked.delete(Number(answer[1]))
    asked.resolve({ status: Number(answer[2]), output: Buffer.from(answer[3], 'base64').toString() })
  }

  /** The boot id, as soon as the machine takes commands under another one than `not`. */
  ready(not = null) {
    if (this.boot !== null && this.boot !== not) return Promise.resolve(this.boot)
    return this.#inTime('the machine takes no commands', asked => this.#readyFor.push({ not, ...asked }))
  }

  /** What the machine is asked for, or an error: a boot that ends in emergency mode never answers. */
  #inTime(otherwise, ask) {
    const { patience = 30 * 60_000 } = this.#options
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(otherwise)), patience)
      const settle = how => value => {
        clearTimeout(late)
        how(value)
      }
      ask({ resolve: settle(resolve), reject: settle(reject) })
    })
  }

  /** Runs a script of sh as root in the machine: `{ status, output }`. One at a time, in the order of the calls. */
  async run(script) {
    await this.ready()
    const number = ++this.#number
    const answer = this.#inTime(`the machine does not end with: ${script.trim()}`, asked =>
      this.#asked.set(number, asked),
    )
    this.#agent.write(`${number} ${Buffer.from(script).toString('base64')}\n`)
    return answer
  }

  /** The same, of something that has to end with 0. */
  async must(script) {
    const { status, output } = await this.run(script)
    if (status === 0) return output
    throw new Error(`in the machine, exit ${status}: ${script.trim().split('\n')[0]}\n${output.trim()}`)
  }

  /** Kills qemu, then makes the disk what it may be after that: see disk-log.mjs. */
  async cut(chance) {
    await this.#rebooting
    this.#qemu?.kill('SIGKILL')
    await this.#ended
    return this.#settleDisk(chance)
  }

  /** Shuts down in order; nothing is lost. */
  async shutDown() {
    this.#goingOff = true
    const ended = this.#ended
    this.#agent.write(`${++this.#number} ${Buffer.from('systemctl poweroff').toString('base64')}\n`)
    await ended
    return this.#settleDisk(null)
  }

  #settleDisk(chance) {
    this.#before = this.writes
    this.#follow?.close()
    this.#follow = null
    this.boot = null
    const { pieces, ...found } = survivors(readLog(this.#log), chance)
    replay(this.#log, pieces, this.#disk)
    return found
  }

  /** The end of what the machine wrote to its console. */
  lastWords(lines = 40) {
    if (!existsSync(this.console)) return ''
    return readFileSync(this.console, 'utf8').split(/\r?\n/).slice(-lines).join('\n')
  }
}
