// Where this machine's own apt takes Debian from, and by which way: asked of apt, so that no address stands in a file here.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What `apt-get indextargets` is asked for; fields that apt does not know stay as they are written here. */
const format = '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(ARCHITECTURE)'

/**
 * The mirror of a release, of lines in the format above; null where there is none. Only the release itself: updates and
 * security fixes are archives of their own, which debootstrap does not read.
 */
export function mirrorOf(lines, release) {
  for (const line of lines.split('\n')) {
    const [address, named, component, architecture] = line.split('|')
    if (named === release && component === 'main' && architecture === 'amd64') return address
  }
  return null
}

/** `KEY=value` lines as in /etc/os-release. */
export function osRelease(text) {
  const found = {}
  for (const line of text.split('\n')) {
    const match = /^([A-Z_]+)=("?)(.*)\2$/.exec(line.trim())
    if (match) found[match[1]] = match[3]
  }
  return found
}

/** For debootstrap, which downloads with wget: environment and lines of a wgetrc, from what `apt-config dump` says. */
export function downloads(dump) {
  const of = new Map()
  for (const line of dump.split('\n')) {
    const match = /^([^ ]+) "(.*)";$/.exec(line)
    if (match) of.set(match[1].toLowerCase(), match[2])
  }
  const environment = {}
  for (const scheme of ['http', 'https']) {
    const proxy = of.get(`acquire::${scheme}::proxy`)
    // DIRECT is apt's word for none, whatever the environment says.
    if (proxy) environment[`${scheme}_proxy`] = proxy === 'DIRECT' ? '' : proxy
  }
  const settings = {
    ca_certificate: of.get('acquire::https::cainfo'),
    check_certificate: of.get('acquire::https::verify-peer') === 'false' ? 'off' : undefined,
    timeout: of.get('acquire::http::timeout'),
    tries: of.get('acquire::retries'),
  }
  const wgetrc = Object.entries(settings)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name} = ${value}`)
  return { environment, wgetrc }
}

/** Release, mirror and way to it of this machine; or the sentence that says why there is none. */
export function readSources() {
  const { ID, VERSION_CODENAME: release } = osRelease(readFileSync('/etc/os-release', 'utf8'))
  if (ID !== 'debian' || !release) return { ok: false, error: 'This is not a Debian release with a name.' }
  const apt = (...words) => execFileSync(words[0], words.slice(1), { encoding: 'utf8', env: plain() })
  const mirror = mirrorOf(apt('apt-get', 'indextargets', '--format', format, 'Created-By: Packages'), release)
  if (!mirror) return { ok: false, error: `apt has no source for main of ${release} on amd64.` }
  return { ok: true, value: { release, mirror, ...downloads(apt('apt-config', 'dump')) } }
}

const plain = () => ({ ...process.env, LC_ALL: 'C' })
