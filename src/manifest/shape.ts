/** Data against the schema: every difference as a problem, in words that fit the key. */

import { validate } from '../protocol/gen/manifest.validator.js'
import type { SchemaError } from '../protocol/validator.js'
import { type Document, rangeOf } from './document.js'
import { definitionAt, FIELDS, NAME_RULE, RULES, TYPES } from './grammar.js'
import { nearest } from './nearest.js'
import { type Problem, quote, type Sink, visible } from './problem.js'

const typeOf = (value: unknown): string =>
  value === null
    ? 'nothing'
    : Array.isArray(value)
      ? 'a list'
      : ({ string: 'text', number: 'a number', boolean: 'a boolean' }[typeof value as string] ?? 'a mapping')

const steps = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const valueAt = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], root)

/** What the key at the end of a path is called in a sentence. */
const named = (path: readonly string[]): string => {
  const last = path.at(-1)
  if (last === undefined) return 'The manifest'
  return /^[0-9]+$/.test(last) && path.length > 1
    ? `Entry ${Number(last) + 1} of ${quote(path.at(-2)!)}`
    : quote(last)
}

const unknownKey = (difference: SchemaError, definition: string, path: string[]): Problem => {
  const key = String(difference.params.additionalProperty)
  const known = Object.keys(FIELDS[definition] ?? {})
  const near = nearest(key, known)
  return {
    code: 'manifest.unknown-key',
    message: `The key ${quote(key)} is not known here.`,
    hint:
      near === undefined
        ? `Known here: ${known.filter(one => one !== '$schema').join(', ')}.`
        : `Did you mean "${near}"?`,
    path: [...path, key],
    onKey: true,
  }
}

const wrongType = (
  difference: SchemaError,
  definition: string,
  path: string[],
  document: Document,
): Problem => {
  const value = valueAt(document.value, path)
  const type = String(difference.params.type)
  const source = visible(document.text.slice(...rangeOf(document, path)), 80)
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    const unit = definition === 'duration' || definition === 'pause' ? 's' : definition === 'size' ? 'B' : ''
    return {
      code: definition === 'user' ? 'manifest.bad-user' : 'manifest.not-text',
      message: `${named(path)} must be text, and ${source} is ${typeof value === 'number' ? 'a number' : 'a boolean'} as it stands.`,
      hint: definition === 'user' ? RULES.user!.hint : `Write "${source}${unit}".`,
      path,
    }
  }
  const rule = RULES[definition]
  const wanted = rule && definition !== 'name' ? rule.rule : (TYPES[type]?.name ?? type)
  return {
    code: 'manifest.wrong-type',
    message: `${named(path)} must be ${wanted}, not ${typeOf(value)}.`,
    hint: value === null ? 'Give it a value, or leave the key out.' : (rule?.hint ?? TYPES[type]?.hint ?? ''),
    path,
  }
}

const badValue = (
  difference: SchemaError,
  definition: string,
  path: string[],
  document: Document,
): Problem => {
  const { keyword, params } = difference
  const rule = RULES[definition]
  const value = valueAt(document.value, path)
  const shown =
    typeof value === 'string' ? quote(value) : visible(document.text.slice(...rangeOf(document, path)), 80)
  if (rule)
    return {
      code: rule.code ?? 'manifest.bad-value',
      message: `${named(path)} must be ${rule.rule}; ${shown} is not.`,
      hint: rule.hint,
      path,
    }
  const bound = keyword === 'minimum' ? 'at least' : 'at most'
  const wanted =
    keyword === 'enum'
      ? `one of ${(params.allowedValues as string[]).join(', ')}`
      : `${bound} ${String(params.limit)}`
  const near =
    keyword === 'enum' && typeof value === 'string'
      ? nearest(value, params.allowedValues as string[])
      : undefined
  return {
    code: 'manifest.bad-value',
    message: `${named(path)} must be ${wanted}; ${shown} is not.`,
    hint: near === undefined ? `Give ${wanted}.` : `Did you mean "${near}"?`,
    path,
  }
}

const badStepName = (difference: SchemaError, path: string[]): Problem => {
  const name = String(difference.propertyName)
  const message = `The step name ${quote(name)} must be ${NAME_RULE}.`
  return { code: 'manifest.bad-name', message, hint: RULES.name!.hint, path: [...path, name], onKey: true }
}

const version = (document: Document): Problem => {
  const value = (document.value as Record<string, unknown>).edgewise
  const message = `This manifest is of format ${visible(document.text.slice(...rangeOf(document, ['edgewise'])), 40)}, and this version of Edgewise reads format 1.`
  const newer = typeof value === 'number' && value > 1
  return {
    code: 'manifest.version',
    message,
    hint: newer ? 'Use a newer Edgewise.' : 'Write `edgewise: 1`.',
    path: ['edgewise'],
  }
}

/** Reports all differences; returns the paths of values that are not to be used, joined by slashes as in JSON pointers. */
export const checkShape = (document: Document, report: Sink): Set<string> => {
  const unusable = new Set<string>()
  if (validate(document.value)) return unusable
  const differences = validate.errors ?? []
  // A file of another format would differ in everything; that it is of another format says it all.
  const format = (document.value as { edgewise?: unknown } | null)?.edgewise
  if (Number.isInteger(format) && format !== 1) {
    report(version(document))
    return unusable.add('')
  }
  const said = new Set<string>()
  for (const difference of differences) {
    const { keyword, instancePath, params } = difference
    if (keyword === 'if' || keyword === 'propertyNames') continue
    const path = steps(instancePath)
    // Where something is no text at all, that it breaks the rules for text says nothing more.
    if (
      keyword === 'not' &&
      difference.propertyName === undefined &&
      typeof valueAt(document.value, path) !== 'string'
    )
      continue
    const definition = definitionAt(document.value, path)
    const once = (problem: Problem): void => {
      const key = JSON.stringify(problem.path)
      if (!said.has(key)) report(problem)
      said.add(key)
    }
    if (keyword === 'additionalProperties') once(unknownKey(difference, definition, path))
    else if (difference.propertyName !== undefined) once(badStepName(difference, path))
    else if (keyword === 'required') {
      const key = String(params.missingProperty)
      if (definition === 'program') unusable.add(instancePath)
      report({
        code: 'manifest.missing-key',
        message: `${named(path)} lacks the key "${key}".`,
        hint: missingHint(key),
        path,
        onKey: true,
      })
    } else {
      unusable.add(instancePath)
      const problem = keyword === 'const' ? version : keyword === 'type' ? wrongType : badValue
      if (!(keyword === 'const' && said.has('["edgewise"]')))
        once(
          problem === version
            ? version(document)
            : (problem as typeof badValue)(difference, definition, path, document),
        )
    }
  }
  return unusable
}

const missingHint = (key: string): string =>
  key === 'edgewise'
    ? 'Begin the file with `edgewise: 1`.'
    : key === 'producer'
      ? 'Every step needs a program that looks: `producer: [./steps/disk, producer]`.'
      : key === 'argv'
        ? 'Write `argv: [./steps/disk, producer]`.'
        : `Add \`${key}\`.`
