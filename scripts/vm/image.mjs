// A Debian that boots: made once for a recipe, kept under the recipe's digest. And the second disk: Edgewise and its transition.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const guest = join(import.meta.dirname, 'guest')

/** systemd as init, a kernel for virtual machines, and what Edgewise uses of a Debian. */
const packages = [
  'systemd-sysv',
  'udev',
  'dbus',
  'kmod',
  'initramfs-tools',
  'linux-image-cloud-amd64',
  'libstdc++6',
  'bubblewrap',
  // Somebody who logs in from afar and becomes root.
  'openssh-server',
  'libpam-systemd',
  'sudo',
]
const megabyte = 1024 * 1024
const rootSize = 2048 * megabyte

/** Nothing that works by itself at some later moment: what is written to the disk is then Edgewise's and the story's. */
const masked = [
  'apt-daily.timer',
  'apt-daily-upgrade.timer',
  'dpkg-db-backup.timer',
  'e2scrub_all.timer',
  'e2scrub_reap.service',
  'fstrim.timer',
  'systemd-tmpfiles-clean.timer',
  'getty@tty1.service',
]

const files = {
  '/etc/hostname': 'before\n',
  '/etc/hosts': '127.0.0.1 localhost\n',
  '/etc/fstab': 'LABEL=root / ext4 errors=remount-ro 0 1\nLABEL=opt /opt ext4 ro 0 0\n',
  // Kept in memory: a journal on the disk would be most of what is written there.
  '/etc/systemd/journald.conf.d/vm.conf':
    '[Journal]\nStorage=volatile\nForwardToConsole=yes\nMaxLevelConsole=info\n',
  // A disk that is slow to appear is a busy machine outside, and no defect.
  '/etc/systemd/system.conf.d/vm.conf':
    '[Manager]\nDefaultDeviceTimeoutSec=15min\nDefaultTimeoutStartSec=15min\n',
  '/etc/systemd/system/vm-agent.service': readFileSync(join(guest, 'agent.service'), 'utf8'),
}

/** `{ image, kernel, initrd, cached }`, made or found in the work folder. */
export function baseImage(work, sources, say) {
  const node = realpathSync(process.execPath)
  const recipe = JSON.stringify([
    sources.release,
    packages,
    masked,
    files,
    rootSize,
    readFileSync(join(guest, 'agent'), 'utf8'),
    createHash('sha256').update(readFileSync(node)).digest('hex'),
  ])
  const digest = createHash('sha256').update(recipe).digest('hex').slice(0, 16)
  const folder = join(work, `base-${digest}`)
  const made = {
    image: join(folder, 'root.img'),
    kernel: join(folder, 'vmlinuz'),
    initrd: join(folder, 'initrd.img'),
  }
  if (existsSync(folder)) return { ...made, cached: true }

  const draft = join(work, `draft-${randomBytes(6).toString('hex')}`)
  const tree = join(draft, 'tree')
  mkdirSync(draft, { mode: 0o700 })
  try {
    say('debootstrap', `${sources.release}, ${packages.length} packages and what they need`)
    bootstrap(draft, tree, sources)
    furnish(tree, node)
    const image = join(draft, 'root.img')
    say('mke2fs', `${rootSize / megabyte} MB, sparse`)
    fileSystem(tree, image, 'root', rootSize)
    for (const [name, prefix] of [
      ['vmlinuz', 'vmlinuz-'],
      ['initrd.img', 'initrd.img-'],
    ]) {
      const found = readdirSync(join(tree, 'boot')).find(file => file.startsWith(prefix))
      if (!found) throw new Error(`debootstrap left no /boot/${prefix}*`)
      cpSync(join(tree, 'boot', found), join(draft, name))
    }
    rmSync(tree, { recursive: true })
    renameSync(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return { ...made, cached: false }
}

function bootstrap(draft, tree, sources) {
  const wgetrc = join(draft, 'wgetrc')
  writeFileSync(wgetrc, `${sources.wgetrc.join('\n')}\n`)
  const argv = ['--variant=minbase', `--include=${packages.join(',')}`, sources.release, tree, sources.mirror]
  const ran = spawnSync('debootstrap', argv, {
    env: { ...process.env, ...sources.environment, WGETRC: wgetrc, LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * megabyte,
  })
  if (ran.status === 0) return
  const log = join(tree, 'debootstrap', 'debootstrap.log')
  const told = existsSync(log) ? readFileSync(log, 'utf8') : ran.stderr
  throw new Error(
    `debootstrap ended with ${ran.status ?? ran.signal}:\n${told.split('\n').slice(-20).join('\n')}`,
  )
}

function furnish(tree, node) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(tree, path, '..'), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  // One that is there from the start: a first boot is not what is tried here, and it would be one again after a cut.
  writeFileSync(join(tree, 'etc/machine-id'), `${randomBytes(16).toString('hex')}\n`)
  const system = join(tree, 'etc/systemd/system')
  for (const unit of masked) symlinkSync('/dev/null', join(system, unit))
  mkdirSync(join(system, 'multi-user.target.wants'), { recursive: true })
  // Started where it is needed: at every boot it would cost seconds.
  rmSync(join(system, 'multi-user.target.wants/ssh.service'), { force: true })
  symlinkSync(
    '/etc/systemd/system/vm-agent.service',
    join(system, 'multi-user.target.wants/vm-agent.service'),
  )
  mkdirSync(join(tree, 'usr/local/lib/vm-test'), { recursive: true })
  cpSync(join(guest, 'agent'), join(tree, 'usr/local/lib/vm-test/agent'))
  chmodSync(join(tree, 'usr/local/lib/vm-test/agent'), 0o755)
  cpSync(node, join(tree, 'usr/local/bin/node'))
  chmodSync(join(tree, 'usr/local/bin/node'), 0o755)
  symlinkSync('/opt/edgewise/dist/cli.cjs', join(tree, 'usr/local/bin/edgewise'))
  rmSync(join(tree, 'var/cache/apt/archives'), { recursive: true, force: true })
  const ran = spawnSync('chroot', [tree, '/usr/local/bin/node', '--version'], { encoding: 'utf8' })
  if (ran.status !== 0)
    throw new Error(`This machine's node does not run in the image: ${ran.stderr.trim() || ran.signal}`)
}

/** Edgewise as `npm pack` would publish it, without what it was built with, and the transition. */
export function secondDisk(root, folder) {
  const tree = join(folder, 'opt')
  const package_ = join(tree, 'edgewise')
  mkdirSync(package_, { recursive: true, mode: 0o755 })
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--no-types'], { stdio: 'inherit' })
  const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for (const { path } of JSON.parse(listed)[0].files) cpSync(join(root, path), join(package_, path))
  for (const name of ['story', 'session']) cpSync(join(guest, name), join(tree, name), { recursive: true })
  execFileSync('chown', ['-R', '0:0', tree])
  execFileSync('chmod', ['-R', 'go-w,a+rX', tree])
  const image = join(folder, 'opt.img')
  fileSystem(tree, image, 'opt', 64 * megabyte)
  rmSync(tree, { recursive: true })
  return image
}

function fileSystem(tree, image, label, size) {
  const fd = openSync(image, 'wx', 0o600)
  ftruncateSync(fd, size)
  closeSync(fd)
  execFileSync('mke2fs', ['-q', '-t', 'ext4', '-L', label, '-m', '0', '-d', tree, image], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
