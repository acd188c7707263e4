/** What a program finds in its environment: built from nothing, so that the host's own never reaches it. */

import type { Identity } from './identity.js'

/** Debian's order, then the folders of a NixOS system, which has nothing in the others. */
const PATH =
  '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/wrappers/bin:/run/current-system/sw/bin'

/**
 * The environment of a program that runs as `identity`. What the step configures comes last and wins. TZ is not set:
 * without it the C library reads /etc/localtime, which is the machine's own answer. C.UTF-8 keeps messages of tools in
 * one language and in UTF-8 whatever the operator's terminal speaks.
 */
export function environmentFor(identity: Identity, extra: Record<string, string>): Record<string, string> {
  return {
    PATH,
    HOME: identity.home,
    USER: identity.user,
    LOGNAME: identity.user,
    SHELL: identity.shell,
    LANG: 'C.UTF-8',
    ...extra,
  }
}
