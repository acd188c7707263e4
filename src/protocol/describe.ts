/** What a schema has against a value, as a sentence that names the place and says what belongs there. */

import { cleanLine } from './text.js'
import type { SchemaError } from './validator.js'

/** `/resolutions/0/id` -> `resolutions[0].id` */
export const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map(part => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '')

const at = (value: unknown, pointer: string): unknown => {
  let found = value
  for (const part of pointer.split('/').slice(1)) {
    found = (found as Record<string, unknown> | undefined)?.[part.replace(/~1/g, '/').replace(/~0/g, '~')]
  }
  return found
}

/** The value as the sentence quotes it: what it is in short, where it would be long. */
const quoted = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return cleanLine(JSON.stringify(value) ?? 'nothing', 80)
}

const name = 'a name: 1 to 64 of a-z 0-9 . _ -, beginning with a letter'

const wanted = (error: SchemaError): string => {
  const { keyword, params, schemaPath } = error
  if (/\$defs\/name\/|\/propertyNames/.test(schemaPath) && keyword !== 'type') return name
  if (schemaPath.includes('$defs/address/') && keyword !== 'type')
    return 'an address: item, step/item or step/*'
  if (schemaPath.includes('$defs/scalar/')) return 'a string, a boolean or an integer within ±(2^53−1)'
  if (schemaPath.includes('/docs/')) return 'a web address that begins with http:// or https://'
  if (schemaPath.includes('/stateDir/')) return 'an absolute path'
  switch (keyword) {
    case 'type':
      return (
        { array: 'a list', object: 'an object', integer: 'an integer' }[String(params.type)] ??
        `a ${params.type}`
      )
    case 'enum':
      return `one of ${(params.allowedValues as unknown[]).map(value => JSON.stringify(value)).join(', ')}`
    case 'const':
      return JSON.stringify(params.allowedValue)
    case 'minimum':
      return `at least ${params.limit}`
    case 'maximum':
      return `at most ${params.limit}`
    case 'minLength':
      return 'not empty'
    case 'maxLength':
      return `at most ${params.limit} characters`
    case 'minItems':
      return 'not empty'
    default:
      return `such that it ${error.message ?? 'fits the schema'}`
  }
}

/** `severity is "fatal", but must be one of "error", "warning", "recommendation"` */
export function describe(error: SchemaError, value: unknown): string {
  const where = pathOf(error.instancePath)
  if (error.keyword === 'required') {
    const missing = `${where ? `${where}.` : ''}${error.params.missingProperty}`
    return `lacks ${missing}`
  }
  if (error.propertyName !== undefined)
    return `has the key ${quoted(error.propertyName)} in ${where}, which must be ${name}`
  return `says ${where} is ${quoted(at(value, error.instancePath))}, but it must be ${wanted(error)}`
}
