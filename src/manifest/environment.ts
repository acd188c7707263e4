/** What a program is started with: which variables may be set for it, and whether the kernel will take them all. */

import { type Problem, quote, type Sink } from './problem.js'

/** Harmless switches of interpreters whose other variables load code. */
const ALLOWED = new Set([
  'PYTHONUNBUFFERED',
  'PYTHONDONTWRITEBYTECODE',
  'PYTHONHASHSEED',
  'PYTHONIOENCODING',
  'PYTHONUTF8',
  'PYTHONFAULTHANDLER',
])

/** Each makes some loader, shell or interpreter run other code than the program's own. */
const REFUSED = new RegExp(
  `^(?:${[
    'LD_.*|DYLD_.*|GLIBC_TUNABLES|GCONV_PATH|LOCPATH|NLSPATH|MALLOC_.*|HOSTALIASES|RES_OPTIONS|LOCALDOMAIN',
    'NODE_OPTIONS|NODE_PATH|NODE_REPL_EXTERNAL_MODULE|BUN_OPTIONS|DENO_.*',
    'PYTHON.*|PERL5.*|PERLLIB|RUBY(?:OPT|LIB|SHELL)|LUA_(?:INIT|PATH|CPATH).*|PHPRC|PHP_INI_SCAN_DIR|TCLLIBPATH',
    'BASH_ENV|ENV|BASH_FUNC_.*|SHELLOPTS|BASHOPTS|PS4|IFS|CDPATH|GLOBIGNORE|ZDOTDIR',
    '_?JAVA_(?:TOOL_)?OPTIONS|JDK_JAVA_OPTIONS',
  ].join('|')})$`,
)

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** execve(2): MAX_ARG_STRLEN, the final zero byte counted. */
export const LONGEST = 131_072
/** A quarter of the usual stack limit, less what the host's own wrapping and minimal environment need. */
export const TOTAL = 2 * 1024 * 1024 - 131_072

export const checkEnvironment = (
  env: Record<string, string>,
  path: readonly string[],
  report: Sink,
): void => {
  for (const name of Object.keys(env)) {
    const at = { path: [...path, name], onKey: true }
    if (!NAME.test(name))
      report({
        code: 'manifest.env-name',
        message: `${quote(name)} is no name of an environment variable.`,
        hint: 'Use letters, digits and _, not beginning with a digit.',
        ...at,
      })
    else if (REFUSED.test(name) && !ALLOWED.has(name))
      report({
        code: 'manifest.env-refused',
        message: `The environment variable ${quote(name)} is refused: it makes programs load other code than their own.`,
        hint: 'Do it inside of the program, or name the interpreter and its options in argv.',
        ...at,
      })
  }
}

/** What execve(2) answers with E2BIG, told before anything runs. */
export const tooLarge = (
  argv: readonly string[],
  env: Record<string, string>,
  path: readonly string[],
): Problem | undefined => {
  const code = 'manifest.arguments-too-large'
  const hint = 'Put it into `config`, which travels on stdin, or into a file.'
  let total = 0
  const over = (text: string, what: string): Problem | undefined => {
    const bytes = Buffer.byteLength(text) + 1
    total += bytes + 8
    if (bytes <= LONGEST) return undefined
    return {
      code,
      message: `${what} has ${bytes - 1} bytes; the kernel takes ${LONGEST - 1} at most.`,
      hint,
      path,
    }
  }
  for (const [at, text] of argv.entries()) {
    const problem = over(text, at === 0 ? "The program's name" : `Argument ${at}`)
    if (problem) return problem
  }
  for (const [name, value] of Object.entries(env)) {
    const problem = over(`${name}=${value}`, `The environment variable ${quote(name)}`)
    if (problem) return problem
  }
  if (total <= TOTAL) return undefined
  return {
    code,
    message: `Arguments and environment have ${total} bytes together; ${TOTAL} are allowed.`,
    hint,
    path,
  }
}
