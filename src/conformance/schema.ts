/** Holds what people wrote to a schema in `conformance/`: a value goes in, what the schema has against it comes out. */

import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe } from '../protocol/describe.js'
import { data } from './data.js'

/** A value that fits none of many shapes has something against it from each. */
const MOST = 5

const compiled = new Map<string, ValidateFunction>()

/** Clauses that go on after "it": `lacks title`. Empty where all is well. */
export function problemsOf(schema: string, value: unknown): string[] {
  let validate = compiled.get(schema)
  if (!validate) {
    validate = new Ajv2020({ strict: false, allErrors: true, discriminator: true }).compile(
      JSON.parse(readFileSync(data(schema), 'utf8')),
    )
    compiled.set(schema, validate)
  }
  if (validate(value)) return []
  // A choice that fails says so after all of its branches did: they tell more.
  const errors = (validate.errors ?? []).filter(error => !['if', 'oneOf', 'anyOf'].includes(error.keyword))
  const told = (errors.length > 0 ? errors : (validate.errors ?? [])).map(error => clause(error, value))
  return [...new Set(told)].slice(0, MOST)
}

function clause(error: ErrorObject, value: unknown): string {
  if (error.keyword === 'additionalProperties') {
    const where = error.instancePath === '' ? '' : ` in ${error.instancePath}`
    return `has an unknown key ${JSON.stringify(error.params.additionalProperty)}${where}`
  }
  return describe(error, value)
}
