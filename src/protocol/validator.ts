/** What the generated validators are: a function that says yes or no and keeps why on itself, as ajv does. */
export interface SchemaError {
  /** JSON Pointer into the value. */
  instancePath: string
  schemaPath: string
  keyword: string
  params: Record<string, unknown>
  message?: string
  propertyName?: string
}

export interface Validator<T> {
  (value: unknown): value is T
  errors?: SchemaError[] | null
}
