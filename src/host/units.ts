/** The units by which systemd goes on with a run at boot and keeps held units down: their text, and where they stand. */

export const resumeUnit = 'edgewise-resume.service'
export const dropInName = '50-edgewise-hold.conf'
/** By its first line a file is known as ours, to be replaced or taken away. */
export const header =
  '# Written by `edgewise install-units`, which replaces and removes what begins with this line.'

/** As a word of a command line in a unit. */
const word = (text: string): string => {
  const harmless = text.replaceAll('%', '%%').replaceAll('$', '$$$$')
  return /^[\w@%+=:,./$-]+$/.test(harmless)
    ? harmless
    : `"${harmless.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** As a path of a condition: only the specifiers mean something there. */
const path = (text: string): string => text.replaceAll('%', '%%')

/** As one of several paths. */
const listed = (text: string): string => word(text).replaceAll('$$', '$')

/** As the package ships it, for those who install units by other means. */
export const shipped: Setting = { stateDir: '/var/lib/edgewise', program: ['/usr/bin/edgewise'] }

export interface Setting {
  stateDir: string
  /** What runs `edgewise`: a program and what stands before its arguments. */
  program: string[]
}

/** Everything that is not held starts beside it: only what is ordered after it waits until it has ended. */
export const resumeUnitText = ({ stateDir, program }: Setting): string => `${header}
[Unit]
Description=Go on with the open transition of this machine
RequiresMountsFor=${listed(stateDir)}
After=local-fs.target
Before=multi-user.target
# NixOS: a switch that runs as part of the transition must not end what runs it.
X-StopOnReconfiguration=false

[Service]
Type=oneshot
# As long as it takes: a migration may take hours.
TimeoutStartSec=infinity
# Without this, whatever starts multi-user.target anew would start this anew as well.
RemainAfterExit=yes
ExecStart=${[...program, 'resume', '--boot', '--state-dir', stateDir].map(word).join(' ')}
# It waits for the next reboot.
SuccessExitStatus=5
# A step's program outlives its host, and the next host reads what it did.
KillMode=process
X-RestartIfChanged=false
X-StopIfChanged=false

[Install]
WantedBy=multi-user.target
`

export const holdPath = (stateDir: string, unit: string): string => `${stateDir}/holds/${unit}`

/** The line that keeps the unit down, whoever wrote it where. */
export const holdAssertion = (stateDir: string, unit: string): string =>
  `AssertPathExists=!${path(holdPath(stateDir, unit))}`

/**
 * Sockets, timers and paths are started before any service, and so cannot wait for one: for them the assertion alone
 * does it, and the host starts them once they are free.
 */
export const dropInText = (stateDir: string, unit: string): string => `${header}
# While a step of a transition that needs ${unit} to be down is not settled, the file named below is there
# and says what is waited for; so does \`edgewise status\`.
[Unit]
Documentation=file:${word(holdPath(stateDir, unit))}
RequiresMountsFor=${listed(stateDir)}
${unit.endsWith('.service') ? `After=${resumeUnit}\n` : ''}${holdAssertion(stateDir, unit)}
`
