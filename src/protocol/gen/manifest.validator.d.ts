import type { ErrorObject } from 'ajv'

export interface Validator {
  (data: unknown): boolean
  errors?: ErrorObject[] | null
}
export declare const validate: Validator
export default validate
